"""Links of a document: told before they are opened, opened never by themselves, and reached by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.documents.patience import Cancelled, never
from reviewer.domain.ids import DocumentId
from reviewer.domain.pages import PageLink
from reviewer.errors import DocumentUnreadable
from tests.fakes_documents import LEFT, LETTER, LINE, TALL, TOP, FakeReader
from tests.ui.review.document_pane import CV, SHIFT, Pane
from ui.background import Background
from ui.review.document_extras import DocumentExtras
from ui.review.document_links import ChosenLink
from ui.review.document_presenter import DocumentPresenter
from ui.review.document_view import DocumentView
from ui.review.link_sheet import LinkSheet
from ui.review.link_target import judge_target
from ui.widgets.buttons import ActionButton
from ui.widgets.labels import PlainLabel

WEB, PLAIN_WEB = "https://", "http://"
ON_NORDWERK = PageLink(
    rect=(LEFT + 18 * LETTER, TOP + LINE, LEFT + 26 * LETTER, TOP + LINE + TALL), target=WEB + "nordwerk.example.org/"
)
TO_PAGE_3 = PageLink(rect=(LEFT, 600.0, LEFT + 60, 620.0), target="", page=3)
BESIDE = PageLink(rect=(400.0, 300.0, 480.0, 320.0), target="file:calc.exe")


@pytest.fixture
def pane(qtbot: QtBot) -> Pane:
    made = Pane(qtbot)
    made.view.set_links(1, (ON_NORDWERK, BESIDE, TO_PAGE_3))
    return made


@pytest.fixture
def chosen(pane: Pane) -> list[ChosenLink]:
    found: list[ChosenLink] = []
    pane.view.link_chosen.connect(found.append)
    return found


def test_the_pointer_over_a_link_tells_its_whole_target(pane: Pane) -> None:
    viewport = pane.view.viewport()
    QTest.mouseMove(viewport, pane.word(1, 20))
    assert pane.view.overlays.bubble.words() == WEB + "nordwerk.example.org/"
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(viewport, pane.at(LEFT + 10, 610))
    assert pane.view.overlays.bubble.words() == "Page 3"
    QTest.mouseMove(viewport, pane.at(300, 500))
    assert pane.view.overlays.bubble.words() == ""


def test_a_click_asks_for_the_link_with_the_words_it_stands_under(pane: Pane, chosen: list[ChosenLink]) -> None:
    pane.click(pane.word(1, 20))
    assert chosen == [ChosenLink(untrusted_target=WEB + "nordwerk.example.org/", untrusted_text="Nordwerk")]
    assert pane.pins == []


def test_words_under_a_link_can_still_be_selected(pane: Pane, chosen: list[ChosenLink]) -> None:
    pane.drag(pane.word(1, 15), pane.word(1, 24))
    assert pane.copied() == "bei Nordwerk"
    assert chosen == []


def test_a_link_within_the_document_goes_to_its_page_at_once(pane: Pane, chosen: list[ChosenLink]) -> None:
    pane.click(pane.at(LEFT + 10, 610))
    pane.qtbot.waitUntil(lambda: pane.view._desk.page == 3)
    assert chosen == []


def test_keys_go_through_the_links_and_open_the_chosen_one(pane: Pane, chosen: list[ChosenLink]) -> None:
    for key, where in ((Qt.Key.Key_U, ON_NORDWERK.target), (Qt.Key.Key_U, BESIDE.target), (Qt.Key.Key_U, "Page 3")):
        pane.key(key)
        assert pane.view.overlays.bubble.words() == where
    pane.key(Qt.Key.Key_U, SHIFT)
    pane.key(Qt.Key.Key_Return)
    assert chosen == [ChosenLink(untrusted_target="file:calc.exe", untrusted_text="")]
    pane.key(Qt.Key.Key_Escape)
    assert pane.view.overlays.bubble.words() == ""


def test_return_is_the_windows_unless_a_link_is_chosen(pane: Pane) -> None:
    def takes_return() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(pane.view, event)
        return event.isAccepted()

    before = takes_return()
    pane.key(Qt.Key.Key_U)
    assert (before, takes_return()) == (False, True)


def test_another_document_has_no_link_of_the_old_one(pane: Pane, chosen: list[ChosenLink]) -> None:
    pane.key(Qt.Key.Key_U)
    pane.view.show_facts(pane.facts)
    pane.click(pane.word(1, 20))
    assert chosen == []
    assert pane.view.overlays.bubble.words() == ""


@pytest.mark.parametrize(
    ("target", "text", "host", "opened", "text_host", "disguised"),
    [
        (WEB + "www.example.org/a", "www.example.org", "www.example.org", True, "", False),
        (WEB + "shop.example.org", "example.org", "shop.example.org", True, "", False),
        (
            WEB + "evil.example.com",
            "www.my-bank.example.org",
            "evil.example.com",
            True,
            "www.my-bank.example.org",
            False,
        ),
        (PLAIN_WEB + "example.org@evil.example.com/", "hier", "evil.example.com", True, "", True),
        (WEB + "xn--bcher-kva.example.org", "", "xn--bcher-kva.example.org", True, "", True),
        ("mailto:p9999@example.org", "p9999@example.org", "example.org", True, "", False),
        ("mailto:p9999@example.com", "an p9999@example.org", "example.com", True, "example.org", False),
        ("mailto:", "", "", False, "", False),
        ("javascript:alert(1)", "", "", False, "", False),
        ("file:///etc/passwd", "", "", False, "", False),
        ("ftp://example.org/a", "", "example.org", False, "", False),
        (WEB + "[broken", "", "", False, "", False),
        ("https://example.org/\\evil", "", "example.org", False, "", False),
        ("https:", "", "", False, "", False),
        ("www.example.org", "", "", False, "", False),
    ],
)
def test_a_target_is_judged(target: str, text: str, host: str, opened: bool, text_host: str, disguised: bool) -> None:
    judged = judge_target(target, text)
    assert (judged.host, judged.opened, judged.text_host, judged.disguised) == (host, opened, text_host, disguised)


class Asked:
    """A link sheet over a window, with what it would open."""

    def __init__(self, qtbot: QtBot, target: str, text: str) -> None:
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.host.resize(900, 700)
        self.host.show()
        qtbot.waitExposed(self.host)
        self.host.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.host)
        self.opened: list[QUrl] = []
        self.sheet = LinkSheet(self.host, judge_target(target, text), text)
        self.sheet.confirmed.connect(self.opened.append)
        self.sheet.ask()

    def words(self) -> str:
        return "\n".join(label.text() for label in self.sheet.findChildren(PlainLabel)).replace("\u200b", "")

    def buttons(self) -> list[str]:
        return [button.text() for button in self.sheet.findChildren(ActionButton)]


def test_the_sheet_shows_the_whole_target_and_opens_only_by_its_button(qtbot: QtBot) -> None:
    target = WEB + "evil.example.com/" + "a" * 900 + "?<b>x</b>"
    asked = Asked(qtbot, target, "www.example.org")
    assert target in asked.words()
    assert "The words on the page name www.example.org, but the link leads to evil.example.com." in asked.words()
    assert asked.buttons() == ["Copy", "Cancel", "Open"]
    QTest.keyClick(QApplication.focusWidget() or asked.sheet, Qt.Key.Key_Return)
    assert asked.opened == []
    assert not asked.sheet.isVisible()
    asked.sheet.ask()
    asked.sheet.findChildren(ActionButton)[2].click()
    assert [url.host() for url in asked.opened] == ["evil.example.com"]


def test_another_kind_of_target_is_shown_and_cannot_be_opened(qtbot: QtBot) -> None:
    asked = Asked(qtbot, "file:calc.exe", "")
    assert asked.buttons() == ["Copy", "Close"]
    assert "file:calc.exe" in asked.words()
    asked.sheet.findChildren(ActionButton)[0].click()
    assert QGuiApplication.clipboard().text() == "file:calc.exe"


class LinkedReader(FakeReader):
    """The tests' reader with links and labels; CV has both."""

    def __init__(self) -> None:
        super().__init__({CV: [["one"], ["two"]], "plain": [["three"]]})
        self.asked: list[tuple[str, int]] = []

    def links(self, document: DocumentId, page: int, *, cancelled: Cancelled = never) -> tuple[PageLink, ...]:
        """The links of a page."""
        self.asked.append((document, page))
        if document != CV:
            raise DocumentUnreadable("damaged")
        return (ON_NORDWERK,)

    def labels(self, document: DocumentId, *, cancelled: Cancelled = never) -> tuple[str, ...]:
        """The labels of the pages."""
        return ("iv", "v") if document == CV else ()


def test_links_and_labels_come_with_the_shown_document_and_go_when_it_is_erased(
    qtbot: QtBot, background: Background
) -> None:
    view = DocumentView()
    qtbot.addWidget(view)
    view.resize(640, 800)
    view.show()
    reader = LinkedReader()
    presenter = DocumentPresenter(reader, background, view)
    extras = DocumentExtras(reader, background, view, presenter)
    for document in (CV, DocumentId("plain"), CV):
        presenter.show(document)
        qtbot.waitUntil(lambda: view._scene.open)
        qtbot.waitUntil(lambda document=document: (document, 1) in reader.asked and background.idle())  # type: ignore[misc]
    qtbot.waitUntil(lambda: 1 in view._scene.links)
    assert view._scene.links[1] == (ON_NORDWERK,)
    assert view.overlays.pill.text() == "iv (1 / 2)"
    assert reader.asked == [(CV, 1), ("plain", 1)]
    presenter.forget([CV])
    assert (extras._links.used, extras._labels.used) == (0, 1)
