"""Everything a person can do, as one table: name, label, keys, icon, group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reviewer.i18n import gettext as _

Words = Callable[[], str]
MOST_CRITERIA = 9
USUAL_CRITERIA = 6
_SEVENTH = 7
_SIGNS = {"Return": "⏎", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


class Group(Enum):
    """What belongs together in the key overlay; all but WINDOW and GO rest while their page is not shown."""

    DECIDE = "decide"
    CRITERIA = "criteria"
    QUEUE = "queue"
    DOCUMENT = "document"
    OUTBOX = "outbox"
    FOLLOW_UP = "follow-up"
    TEXTS = "texts"
    ERASURES = "erasures"
    QUESTIONS = "questions"
    GO = "go"
    WINDOW = "window"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One action; rows of one series stand as one line, first to last key, in the key overlay."""

    name: str
    label: Words
    keys: tuple[str, ...]
    icon: str
    group: Group
    series: Words | None = None


def _row(name: str, label: Words, keys: str, icon_name: str, group: Group) -> ActionRow:
    return ActionRow(name=name, label=label, keys=tuple(keys.split()), icon=icon_name, group=group)


def _both_ways(series: Words, there: ActionRow, back: ActionRow) -> tuple[ActionRow, ActionRow]:
    """Two rows that stand as one line in the key overlay."""
    return replace(there, series=series), replace(back, series=series)


def _answers(number: int) -> ActionRow:
    return ActionRow(
        name=f"criterion-{number}",
        label=lambda: _("Answer criterion {number}").format(number=number),
        keys=(str(number),),
        icon="list-checks",
        group=Group.CRITERIA,
        series=lambda: _("Answer the criterion: lacking, fine, open again"),
    )


def _clears(number: int) -> ActionRow:
    return ActionRow(
        name=f"clear-{number}",
        label=lambda: _("Clear criterion {number}").format(number=number),
        keys=(f"Shift+{number}",),
        icon="eraser",
        group=Group.CRITERIA,
        series=lambda: _("Clear the answer"),
    )


_NUMBERS = range(1, MOST_CRITERIA + 1)
ACTIONS: tuple[ActionRow, ...] = (
    _row("feedback", lambda: _("Feedback"), "F", "send", Group.DECIDE),
    _row("accept", lambda: _("Accept"), "A", "circle-check", Group.DECIDE),
    _row("reject", lambda: _("Out"), "R", "circle-x", Group.DECIDE),
    _row("defer", lambda: _("Later"), "S", "calendar-clock", Group.DECIDE),
    _row("delete", lambda: _("Delete the person's data"), "D", "trash-2", Group.DECIDE),
    _row("objection", lambda: _("Answer an objection"), "B", "mail", Group.DECIDE),
    _row("reply", lambda: _("Record a reply"), "Y", "inbox", Group.DECIDE),
    _row("attach-cv", lambda: _("Let the CV with remarks go along, or not"), "V", "files", Group.DECIDE),
    _row("attach-guide", lambda: _("Let the guide go along, or not"), "Shift+V", "file-text", Group.DECIDE),
    _row("undo", lambda: _("Undo"), "Z Ctrl+Z", "undo-2", Group.DECIDE),
    *(_answers(number) for number in _NUMBERS),
    *(_clears(number) for number in _NUMBERS),
    _row("accept-proposals", lambda: _("Accept all open proposals"), "Return Enter", "list-checks", Group.CRITERIA),
    _row("evidence", lambda: _("Pin evidence"), "E", "pin", Group.CRITERIA),
    _row("note", lambda: _("Write a note"), "N", "sticky-note", Group.CRITERIA),
    _row("letter", lambda: _("Go to the letter"), "L", "mail", Group.CRITERIA),
    _row("next", lambda: _("Next applicant"), "J", "chevron-down", Group.QUEUE),
    _row("previous", lambda: _("Previous applicant"), "K", "chevron-up", Group.QUEUE),
    _row("skip", lambda: _("Not now"), "G", "skip-forward", Group.QUEUE),
    _row("search", lambda: _("Search the list"), "/ Ctrl+F", "search", Group.QUEUE),
    _row("next-document", lambda: _("Next document"), "] Ctrl+Tab", "files", Group.DOCUMENT),
    _row("previous-document", lambda: _("Previous document"), "[ Ctrl+Shift+Tab", "files", Group.DOCUMENT),
    _row("page-down", lambda: _("Page down"), "Space PgDown", "arrow-right", Group.DOCUMENT),
    _row("page-up", lambda: _("Page up"), "Shift+Space PgUp", "arrow-left", Group.DOCUMENT),
    _row("first-page", lambda: _("First page"), "Home", "arrow-left", Group.DOCUMENT),
    _row("last-page", lambda: _("Last page"), "End", "arrow-right", Group.DOCUMENT),
    _row("fit-width", lambda: _("Fit the width"), "W", "move-horizontal", Group.DOCUMENT),
    _row("fit-page", lambda: _("Fit the whole page"), "P", "file-text", Group.DOCUMENT),
    _row("zoom-in", lambda: _("Larger"), "+ = Ctrl++", "zoom-in", Group.DOCUMENT),
    _row("zoom-out", lambda: _("Smaller"), "- Ctrl+-", "zoom-out", Group.DOCUMENT),
    _row("zoom-reset", lambda: _("Actual size"), "0 Ctrl+0", "search", Group.DOCUMENT),
    *_both_ways(
        lambda: _("Turn the pages and back"),
        _row("rotate", lambda: _("Turn the pages"), "T", "rotate-cw", Group.DOCUMENT),
        _row("rotate-back", lambda: _("Turn the pages back"), "Shift+T", "undo-2", Group.DOCUMENT),
    ),
    _row("hand", lambda: _("Hand: pull the pages along; or hold Space"), "H", "hand", Group.DOCUMENT),
    _row("find", lambda: _("Find in the document"), "Ctrl+Shift+F ;", "search", Group.DOCUMENT),
    _row("thumbnails", lambda: _("Small pages beside the document"), "M", "files", Group.DOCUMENT),
    _row("annotated-copy", lambda: _("Save an annotated copy…"), "Ctrl+Shift+S", "download", Group.DOCUMENT),
    _row("go-to-page", lambda: _("Go to page"), "Ctrl+L", "file-text", Group.DOCUMENT),
    *_both_ways(
        lambda: _("Next and previous link"),
        _row("next-link", lambda: _("Next link of the document"), "U", "globe", Group.DOCUMENT),
        _row("previous-link", lambda: _("Previous link of the document"), "Shift+U", "globe", Group.DOCUMENT),
    ),
    _row("open-outside", lambda: _("Open with another program"), "O", "external-link", Group.DOCUMENT),
    _row("import", lambda: _("Bring in applicants…"), "Ctrl+I", "upload", Group.WINDOW),
    _row("letter-next", lambda: _("Next letter"), "J", "chevron-down", Group.OUTBOX),
    _row("letter-previous", lambda: _("Previous letter"), "K", "chevron-up", Group.OUTBOX),
    _row("letter-open", lambda: _("Go to the letter"), "Return Enter", "mail", Group.OUTBOX),
    _row("letter-hold", lambda: _("Hold or release"), "H", "pause", Group.OUTBOX),
    _row("letter-take-back", lambda: _("Undo the decision"), "Z Ctrl+Z", "undo-2", Group.OUTBOX),
    _row("letter-again", lambda: _("Try again"), "T", "refresh-cw", Group.OUTBOX),
    _row("letter-edit", lambda: _("Edit the letter"), "E", "pencil", Group.OUTBOX),
    _row("letter-attach-cv", lambda: _("Let the CV with remarks go along, or not"), "V", "files", Group.OUTBOX),
    _row("letter-attach-guide", lambda: _("Let the guide go along, or not"), "Shift+V", "file-text", Group.OUTBOX),
    _row("letter-save", lambda: _("Save the letter"), "Ctrl+S", "check", Group.OUTBOX),
    _row("letter-applicant", lambda: _("Open the applicant"), "O", "user", Group.OUTBOX),
    _row("letter-search", lambda: _("Search the letters"), "/ Ctrl+F", "search", Group.OUTBOX),
    _row("letter-batch", lambda: _("Release held letters together"), "Shift+F", "send", Group.OUTBOX),
    _row("follow-next", lambda: _("Next person"), "J", "chevron-down", Group.FOLLOW_UP),
    _row("follow-previous", lambda: _("Previous person"), "K", "chevron-up", Group.FOLLOW_UP),
    _row("follow-right", lambda: _("Next rung"), "Right", "arrow-right", Group.FOLLOW_UP),
    _row("follow-left", lambda: _("Previous rung"), "Left", "arrow-left", Group.FOLLOW_UP),
    _row("follow-release", lambda: _("Release the next letter"), "F", "send", Group.FOLLOW_UP),
    _row("follow-batch", lambda: _("Release the letters of all who are due"), "Shift+F", "send", Group.FOLLOW_UP),
    _row("follow-reject", lambda: _("Out, after the third letter"), "R", "circle-x", Group.FOLLOW_UP),
    _row("follow-objection", lambda: _("Answer an objection"), "B", "mail", Group.FOLLOW_UP),
    _row("follow-reply", lambda: _("Record a reply"), "Y", "inbox", Group.FOLLOW_UP),
    _row("follow-later", lambda: _("Later"), "S", "calendar-clock", Group.FOLLOW_UP),
    _row("follow-attach-cv", lambda: _("Let the CV with remarks go along, or not"), "V", "files", Group.FOLLOW_UP),
    _row("follow-attach-guide", lambda: _("Let the guide go along, or not"), "Shift+V", "file-text", Group.FOLLOW_UP),
    _row("follow-open", lambda: _("Open the applicant"), "O Return Enter", "user", Group.FOLLOW_UP),
    _row("follow-undo", lambda: _("Undo"), "Z Ctrl+Z", "undo-2", Group.FOLLOW_UP),
    _row("text-next", lambda: _("Next text"), "J", "chevron-down", Group.TEXTS),
    _row("text-previous", lambda: _("Previous text"), "K", "chevron-up", Group.TEXTS),
    _row("text-edit", lambda: _("Edit the text"), "E Return Enter", "pencil", Group.TEXTS),
    _row("text-save", lambda: _("Save the text"), "Ctrl+S", "check", Group.TEXTS),
    _row("text-fault", lambda: _("Go to what is wrong"), "F8", "triangle-alert", Group.TEXTS),
    _row("text-variables", lambda: _("What the text may use"), "F2", "list-checks", Group.TEXTS),
    _row("text-versions", lambda: _("Preview or versions"), "F7", "git-compare-arrows", Group.TEXTS),
    _row("text-person", lambda: _("Show the letter for somebody else"), "Ctrl+P", "user", Group.TEXTS),
    _row("text-default", lambda: _("Back to the default…"), "Ctrl+D", "undo-2", Group.TEXTS),
    _row("receipt-next", lambda: _("Next receipt"), "J", "chevron-down", Group.ERASURES),
    _row("receipt-previous", lambda: _("Previous receipt"), "K", "chevron-up", Group.ERASURES),
    _row("receipt-copy", lambda: _("Copy the receipt as text"), "C", "copy", Group.ERASURES),
    _row("receipt-save", lambda: _("Save the receipt as a file"), "Ctrl+S", "download", Group.ERASURES),
    _row("question-theirs", lambda: _("Leave it as it is"), "1", "check", Group.QUESTIONS),
    _row("question-mine", lambda: _("Do mine all the same"), "2", "user", Group.QUESTIONS),
    _row("question-next", lambda: _("Next question"), "J", "chevron-down", Group.QUESTIONS),
    _row("question-previous", lambda: _("Previous question"), "K", "chevron-up", Group.QUESTIONS),
    _row("sync", lambda: _("Save and fetch now"), "F5", "refresh-cw", Group.WINDOW),
    _row("palette", lambda: _("All actions and applicants"), "Ctrl+K", "command", Group.WINDOW),
    _row("keys", lambda: _("All keys"), "? F1", "keyboard", Group.WINDOW),
    _row("settings", lambda: _("Settings"), "Ctrl+,", "settings", Group.WINDOW),
    _row("quit", lambda: _("Quit"), "Ctrl+Q", "x", Group.WINDOW),
)
ALWAYS = frozenset({Group.GO, Group.WINDOW})


def group_label(group: Group) -> str:
    """The heading of a group in the key overlay."""
    match group:
        case Group.DECIDE:
            return _("Decide")
        case Group.CRITERIA:
            return _("Checklist")
        case Group.QUEUE:
            return _("List")
        case Group.DOCUMENT:
            return _("Document")
        case Group.OUTBOX:
            return _("Letters")
        case Group.FOLLOW_UP:
            return _("Follow-up")
        case Group.TEXTS:
            return _("Letters’ texts")
        case Group.ERASURES:
            return _("Receipts")
        case Group.QUESTIONS:
            return _("Questions")
        case Group.GO:
            return _("Places")
        case Group.WINDOW:
            return _("Window")


def key_label(keys: str) -> str:
    """A key sequence as this system writes it."""
    label = _native(keys).replace(_native("Shift+1").removesuffix("1"), "⇧")
    last = keys.rpartition("+")[2]
    return label.removesuffix(_native(last)) + _SIGNS[last] if last in _SIGNS else label


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Actions:
    """The actions of one window; a plain letter never acts while somebody types, for text fields take it first."""

    def __init__(self, window: QWidget, rows: Iterable[ActionRow] = ACTIONS) -> None:
        self._window = window
        self._rows: dict[str, ActionRow] = {}
        self._made: dict[str, QAction] = {}
        self._criteria = USUAL_CRITERIA
        self._groups: frozenset[Group] = frozenset(Group)
        for row in rows:
            self.add(row)
        self._enable()

    def __getitem__(self, name: str) -> QAction:
        """The action of that name; KeyError when the table has none."""
        return self._made[name]

    def __iter__(self) -> Iterator[ActionRow]:
        """The rows in order."""
        return iter(self._rows.values())

    def add(self, row: ActionRow) -> QAction:
        """Make one more action, as pages do for their place in the rail."""
        action = QAction(row.label(), self._window)
        action.setObjectName(row.name)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(row.group in {Group.QUEUE, Group.DOCUMENT} or row.name.endswith(("-next", "-previous")))
        action.setMenuRole(QAction.MenuRole.NoRole)
        self._rows[row.name] = row
        self._made[row.name] = action
        self._window.addAction(action)
        self._set_keys(row)
        return action

    def key(self, name: str) -> str:
        """The first key of an action as people read it; empty when it has none."""
        keys = self._rows[name].keys
        return key_label(keys[0]) if keys else ""

    def show_groups(self, groups: frozenset[Group]) -> None:
        """Let only these groups act, and those that always do."""
        self._groups = groups | ALWAYS
        self._enable()

    def limit_criteria(self, count: int) -> None:
        """Let only the keys of the first count criteria act.

        Shift and 7 type the slash on German keyboards, so from seven criteria on the slash no longer searches.
        """
        self._criteria = count
        self._set_keys(self._rows["search"])
        self._enable()

    def usable(self) -> list[ActionRow]:
        """The rows that do something now: enabled and listened to."""
        return [row for row in self if self._is_usable(self._made[row.name])]

    @staticmethod
    def _is_usable(action: QAction) -> bool:
        return action.isEnabled() and action.isVisible() and action.receivers("2triggered(bool)") > 0

    def _set_keys(self, row: ActionRow) -> None:
        keys = row.keys
        if row.name == "search" and self._criteria >= _SEVENTH and self._made.get("clear-7") is not None:
            keys = tuple(key for key in keys if key != "/")
        self._made[row.name].setShortcuts([QKeySequence(key) for key in keys])

    def _enable(self) -> None:
        for name, row in self._rows.items():
            kind, _dash, number = name.partition("-")
            beyond = kind in {"criterion", "clear"} and number.isdigit() and int(number) > self._criteria
            self._made[name].setEnabled(row.group in self._groups and not beyond)
