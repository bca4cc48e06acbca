"""In the worker: an archive or a message as one document, of the documents in it one after the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reviewer.documents import limits
from reviewer.documents.contents import READ_ELSEWHERE, rank
from reviewer.documents.protocol import PictureSize
from reviewer.documents.worker_document import OpenDocument, open_document
from reviewer.documents.worker_entry import Entry, Message
from reviewer.documents.worker_kind import JudgedContent, cleaned_text, judge
from reviewer.documents.worker_mail import read_mail
from reviewer.documents.worker_outlook import read_outlook
from reviewer.documents.worker_reading import Gathered, pack_gathered
from reviewer.documents.worker_remarks import annotate
from reviewer.documents.worker_zip import read_zip
from reviewer.domain.pages import CONTAINERS, Contained, DocumentFacts, DocumentKind, PageLink, PagePart, Word
from reviewer.domain.remarks import Remark
from reviewer.errors import DocumentUnreadable

_MOST_DEPTH = 1
_MOST_FILES = 200
# What the whole is refused for where all in it is refused for the same.
_OF_THE_WHOLE = frozenset(("damaged", "empty", "encrypted", "too-large"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file of a container, judged by its content: what it is, or why it cannot be shown."""

    name: str
    content: bytes
    judged: JudgedContent | None
    failure: str

    @property
    def kind(self) -> DocumentKind | None:
        return self.judged.kind if self.judged else None

    @property
    def is_document(self) -> bool:
        """Whether it is one that can be read, be it by another program."""
        return self.judged is not None or self.failure in READ_ELSEWHERE


def unpack(untrusted: bytes, kind: DocumentKind) -> tuple[list[Item], str]:
    """What a container holds, the most like a CV first, and a message's own text where nothing in it can be shown.

    Raises DocumentUnreadable where there is neither.
    """
    found, text = _Unpacking().unpack(untrusted, kind)
    items = _without_twins(found)
    items.sort(key=lambda item: (not item.is_document, rank(item.name, item.kind)))
    if any(item.is_document for item in items):
        return items[: limits.MAX_CONTAINED], ""
    if text.strip():
        return [], text
    codes = {item.failure for item in items} or {"empty"}
    raise DocumentUnreadable(codes.pop() if len(codes) == 1 and codes <= _OF_THE_WHOLE else "nothing-inside")


class _Unpacking:
    """Takes a container and those directly in it apart, within a number of bytes and of files for all of them."""

    def __init__(self) -> None:
        self._bytes_left = limits.MAX_CONTAINED_BYTES
        self._files_left = _MOST_FILES

    def unpack(self, untrusted: bytes, kind: DocumentKind, depth: int = 0) -> tuple[list[Item], str]:
        """The files in it and a message's own text; raises DocumentUnreadable."""
        entries, text = self._read(untrusted, kind)
        items: list[Item] = []
        for entry in entries:
            if self._files_left > 0:
                self._files_left -= 1
                items += self._items(entry, depth)
        return items, text

    def _read(self, untrusted: bytes, kind: DocumentKind) -> tuple[Sequence[Entry], str]:
        if kind is DocumentKind.ZIP:
            entries, text = read_zip(untrusted, self._bytes_left), ""
        else:
            message: Message = read_mail(untrusted) if kind is DocumentKind.EML else read_outlook(untrusted)
            entries, text = list(message.attached), message.text
        self._bytes_left = max(0, self._bytes_left - sum(len(entry.content) for entry in entries))
        return entries, text

    def _items(self, entry: Entry, depth: int) -> list[Item]:
        """The entry, or what is in it where it is a container itself; one deeper than that is refused."""
        if entry.failure:
            return [_refused(entry, entry.failure)]
        try:
            return self._judged(entry, depth)
        except DocumentUnreadable as refusal:
            return [_refused(entry, refusal.code)]
        except MemoryError:
            return [_refused(entry, "too-large")]
        except Exception:  # noqa: BLE001 - whatever is raised over one file's bytes costs that file alone
            return [_refused(entry, "damaged")]

    def _judged(self, entry: Entry, depth: int) -> list[Item]:
        judged = judge(entry.content)
        if judged.kind not in CONTAINERS:
            return [Item(name=entry.name, content=entry.content, judged=judged, failure="")]
        if depth == _MOST_DEPTH:
            raise DocumentUnreadable("nested")
        items, text = self.unpack(entry.content, judged.kind, depth + 1)
        if text.strip() and not any(item.is_document for item in items):
            judged = _judged_text(judged.kind, text)
            return [Item(name=entry.name, content=entry.content, judged=judged, failure="")]
        return items


def _refused(entry: Entry, code: str) -> Item:
    return Item(name=entry.name, content=entry.content, judged=None, failure=code)


def _judged_text(kind: DocumentKind, text: str) -> JudgedContent:
    return JudgedContent(kind=kind, engine_format="xhtml", text=cleaned_text(text))


def _without_twins(items: Iterable[Item]) -> list[Item]:
    """The same bytes once."""
    kept: dict[bytes, Item] = {}
    for number, item in enumerate(items):
        twin = hashlib.sha256(item.content).digest() if item.content else number.to_bytes(8, "big")
        kept.setdefault(twin, item)
    return list(kept.values())


class OpenContainer:
    """Its documents' pages counted through; each page is its own document's."""

    def __init__(self, kind: DocumentKind, items: list[Item]) -> None:
        """Open what can be; raises DocumentUnreadable where nothing can."""
        self._documents: list[OpenDocument] = []
        contains, page = [], 1
        failure = ""
        for item in items:
            document, code = _opened(item, limits.MAX_PAGES - page + 1)
            failure = failure or code
            pages = len(document.facts.pages) if document else 0
            if document:
                self._documents.append(document)
            contains.append(
                Contained(name=item.name, kind=item.kind, first_page=page if pages else 0, pages=pages, failure=code)
            )
            page += pages
        if not self._documents:
            raise DocumentUnreadable(failure if failure not in READ_ELSEWHERE else "nothing-inside")
        facts = [document.facts for document in self._documents]
        self._ends = list(accumulate(len(one.pages) for one in facts))
        self.facts = DocumentFacts(
            kind=kind,
            pages=tuple(size for one in facts for size in one.pages),
            truncated=any(one.truncated for one in facts),
            contains=tuple(sorted(contains, key=lambda one: not one.pages)),
        )

    def picture_size(self, page: int, width_px: int) -> PictureSize:
        document, own = self._place(page)
        return document.picture_size(own, width_px)

    def render(self, page: int, size: PictureSize, target: memoryview, *, white: bool = False) -> None:
        document, own = self._place(page)
        document.render(own, size, target, white=white)

    def render_part(self, part: PagePart, target: memoryview) -> None:
        document, own = self._place(part.page)
        document.render_part(replace(part, page=own), target)

    def words(self, page: int) -> tuple[Word, ...]:
        document, own = self._place(page)
        return document.words(own)

    def text(self) -> str:
        """The texts one after the other, cut at the cap."""
        parts, left = [], limits.MAX_TEXT_CHARACTERS
        for document in self._documents:
            text = document.text()[: max(0, left)]
            parts.append(text)
            left -= len(text) + 2
        return "\n\n".join(parts)[: limits.MAX_TEXT_CHARACTERS]

    def reading(self) -> bytes:
        gathered = Gathered()
        for document in self._documents:
            document.gather(gathered)
        return pack_gathered(gathered)

    def links(self, page: int) -> list[PageLink]:
        """A page's links; one within its document counts the pages of the whole."""
        document, own = self._place(page)
        return [replace(link, page=link.page and link.page + page - own) for link in document.links(own)]

    def labels(self) -> list[str]:
        """None: labels of several documents would come more than once."""
        return []

    def annotated(self, remarks: Sequence[Remark]) -> bytes:
        """A copy of all documents as one PDF with remarks in it."""
        return annotate([document.source for document in self._documents], self.facts.pages, remarks)

    def _place(self, page: int) -> tuple[OpenDocument, int]:
        before = 0
        for document, end in zip(self._documents, self._ends, strict=True):
            if before < page <= end:
                return document, page - before
            before = end
        raise DocumentUnreadable("damaged")


def _opened(item: Item, most_pages: int) -> tuple[OpenDocument | None, str]:
    if item.judged is None:
        return None, item.failure
    try:
        document = open_document(item.content, item.judged)
    except DocumentUnreadable as refusal:
        return None, refusal.code
    except MemoryError:
        return None, "too-large"
    except Exception:  # noqa: BLE001 - whatever the engine raises over a stranger's bytes means the same
        return None, "damaged"
    return (document, "") if len(document.facts.pages) <= most_pages else (None, "too-large")


Opened = OpenDocument | OpenContainer


def open_any(untrusted: bytes) -> Opened:
    """Open bytes of any supported kind, a container's documents as one; raises as open_document does."""
    judged = judge(untrusted)
    if judged.kind not in CONTAINERS:
        return open_document(untrusted, judged)
    items, text = unpack(untrusted, judged.kind)
    if text:
        return open_document(untrusted, _judged_text(judged.kind, text))
    return OpenContainer(judged.kind, items)


def list_any(untrusted: bytes) -> list[Item]:
    """What bytes hold that are a container, opened by nobody yet; nothing for a document that stands for itself."""
    judged = judge(untrusted)
    return unpack(untrusted, judged.kind)[0] if judged.kind in CONTAINERS else []


def as_listed(item: Item) -> Contained:
    """The item as the program is told of it."""
    return Contained(name=item.name, kind=item.kind, first_page=0, pages=0, failure=item.failure)
