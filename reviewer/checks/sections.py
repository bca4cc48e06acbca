"""What the parts of a CV are about, by their headings."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from statistics import median

from reviewer.checks.flow import Flow
from reviewer.checks.labels import is_label
from reviewer.checks.late_patterns import late
from reviewer.checks.lines import Line
from reviewer.checks.records import record
from reviewer.checks.vocabulary import Terms, kept_for_now, load, lowered, terms

_ORDER = ("projects", "experience", "education", "training", "skills", "languages", "contact", "personal", "summary",
          "references", "availability")  # fmt: skip
TOP, UNKNOWN = "top", "unknown"
_NUMBERED = re.compile(r"[\W\d_]*(?:(?:[ivx]+|[a-z])[.)]\s+)?", re.IGNORECASE)
_ANNEX = re.compile(
    r"^\W*(?:anhang|anlage|beilage|appendix|annex|attachment)\b\W*(?:\w{1,2}\b)?\W*(?=\w)", re.IGNORECASE
)
# Words of the working life with which a heading of learning may go on.
_OF_WORK = late(
    r"^beruf$|^(?!akadem|academ|schul|studien|school).*(?:werdegang|laufbahn|erfahrung|karriere|career|experience|employment)"
)
# Days of trial work, by which pupils choose a trade.
_TRIAL = late(r"schnupper(?:lehre|tag|woche)|probearbeit|berufserkundung|work shadowing|taster days", re.IGNORECASE)
_JOINTS = (*",/&+|", "und", "and")
_JOINT = re.compile(r"\s*(?:[,/&+|]|\bund\b|\band\b)\s*")
_ONLY_PERIOD = re.compile(
    r"\W*(?:seit|since|ab|from)?\W*(?:[^\W\d_]{3,9}\.?\s)?['’]?\d[\d./'’-]*"
    r"(?:\W+(?:bis|to|until)?\W*(?:[^\W\d_]{3,9}\.?\s)?['’\w./]+)?\W*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*[•●○◦▪■►▶‣*–-]\s")
_YEAR = late(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b\d{1,2}[./]\d\d\b")
# A period up to a word, as "02.2024-Gegenwart".
_DATED_TO_WORD = late(r"\W*(?:\d{1,2}[./-])?(?:19|20)\d\d\s?[-–]\s?[^\W\d_]+\W*")
_BEGINS_DATED = re.compile(r"\W*(?:\d{1,2}[./-])?(?:19|20)\d\d(?!\d)")
_MOST_WORDS = 8
# With these a heading goes on, as "Einsätze als Manager auf Zeit" does.
_GOES_ON = frozenset(
    ("als", "as", "in", "im", "bei", "vor", "before", "seit", "since", "aus", "from", "mit", "with", "of")
)
_MOST_WORDS_AKIN = 5
_NO_HEADING = ",;:@|"
_SIGNS_BEHIND = ",:;/|"
# Words such as "IT" are written in capitals wherever they stand.
_LONGEST_ABBREVIATION = 4
_SAME_SIZE, _CLOSE = 0.3, 0.6
# Above the name, "Lebenslauf" is the document's title.
_FIRST_LINES = 3
_SURE, _SURE_AKIN = 2.0, 2.5
# What stands more often on a page is a label of each entry, such as "Tätigkeiten".
_MOST_TIMES = 1
_LABEL_TIMES = 3
_MOST_HEADINGS = 2.5
_FEW_HEADINGS = 9
_FEW_POSTS, _LEAST_POSTS, _HALF = 0.3, 4, 0.5
_SEVERAL = 2


@record
class Section:
    """Lines first (after the heading's) to last, not included, and what they are about; heading is a line or None."""

    kind: str
    heading: int | None
    first: int
    last: int


@cache
def _headings() -> dict[str, str]:
    lists = load("headings")
    return {words: kind for kind in reversed(_ORDER) for words in lists[kind]}


@cache
def _first_words() -> frozenset[str]:
    """The words that known headings begin with."""
    return frozenset(words.split()[0] for words in _headings())


def find_sections(flow: Flow) -> list[Section]:
    """All sections in order; what stands before the first heading is the top."""
    usual = median(line.size for line in flow.lines) if flow.lines else 0.0
    marks: list[tuple[int, str]] = []
    perhaps: list[tuple[int, str]] = []
    told = [(line.text.strip().lower(), line.page) for line in flow.lines]
    often = Counter(told)
    for number, line in enumerate(flow.lines):
        kind, least = _named_kind(line.text), _SURE
        if kind and _is_dated_post(line.text):
            continue
        if (kind and number < _FIRST_LINES and kind == "experience") or _BULLET.match(line.text):
            continue
        if not kind:
            kind, least = _kind_by_word(line.text), _SURE_AKIN
        if kind == "experience" and _TRIAL.search(line.text):
            kind = "education"
        if kind and often[told[number]] <= _MOST_TIMES:
            (marks if _score(flow, number, usual) >= least else perhaps).append((number, kind))
    marks = sorted([*marks, *_set_like(flow, [number for number, _ in marks], perhaps)])
    marks = sorted([*marks, *_alike(flow, [number for number, _ in marks], usual)])
    sections = [Section(kind=TOP, heading=None, first=0, last=marks[0][0] if marks else len(flow.lines))]
    for place, (number, kind) in enumerate(marks):
        last = marks[place + 1][0] if place + 1 < len(marks) else len(flow.lines)
        sections.append(Section(kind=kind, heading=number, first=number + 1, last=last))
    return sections


def _is_dated_post(text: str) -> bool:
    """Whether a line begins with a date and names a post or when it goes on, as "2024 – 2025 Certification Lead"."""
    if _BEGINS_DATED.match(text) is None:
        return False
    return _DATED_TO_WORD.fullmatch(text) is not None or terms("tasks", "titles").hits(lowered(text))


def _trimmed(text: str) -> str:
    """A heading without its number or bullet, and without the signs behind it."""
    plain = _NUMBERED.sub("", text, count=1)
    end = len(plain)
    while end and not plain[end - 1].isalnum():
        end -= 1
    return plain[:end]


@kept_for_now
def _without_annex(text: str) -> str:
    """A trimmed heading without the words that make an annex of it."""
    return _trimmed(_ANNEX.sub("", text))


def heading_kind(text: str) -> str:
    """What a heading of these words is about; empty where they are none that is known."""
    return _named_kind(text) or _kind_by_word(text)


@kept_for_now
def _named_kind(text: str) -> str:
    """The kind a heading of these words announces; empty when it is none."""
    plain = " ".join(_without_annex(text).lower().split())
    if not plain or len(plain.split()) > _MOST_WORDS:
        return ""
    headings = _headings()
    if _tells_of_both(plain):
        return "experience"
    if _is_exact(plain):
        return headings[_joined(plain)[0]] if plain not in headings else headings[plain]
    words = plain.split()
    if _first_words().isdisjoint((words[0], words[0].rstrip(_SIGNS_BEHIND))):
        return ""
    for count in range(len(words) - 1, 0, -1):
        kind = headings.get(" ".join(words[:count]).rstrip(_SIGNS_BEHIND))
        if kind and (len(words) <= count + 3 or words[count] in _GOES_ON):
            return "" if kind == "contact" and _hands_over(plain) else kind
    return ""


def _tells_of_both(plain: str) -> bool:
    """Whether a heading that begins with learning goes on with the working life, as "Bildung und Laufbahn" does."""
    parts = _joined(plain)
    return len(parts) > 1 and _headings().get(parts[0]) == "education" and _OF_WORK.search(parts[-1]) is not None


def _hands_over(plain: str) -> bool:
    """Whether a line says through whom the person is reached, as "Kontakt über: Frau Muster" does."""
    low = lowered(plain)
    return any(terms("contacts", kind).hits(low) for kind in ("handed_over", "announced"))


def _is_exact(plain: str) -> bool:
    """Whether a line is a known heading, or known headings joined, as in "Studium und Ausbildung"."""
    headings = _headings()
    return plain in headings or all(part in headings for part in _joined(plain))


@kept_for_now
def _joined(plain: str) -> tuple[str, ...]:
    """The parts of a heading between commas, strokes and words for "and"; most have none of these."""
    return tuple(_JOINT.split(plain)) if any(map(plain.__contains__, _JOINTS)) else (plain,)


@kept_for_now
def _kind_by_word(text: str) -> str:
    """The kind that one word of an unknown heading tells, as in "My mandates"; empty where it may be a title."""
    low = lowered(" ".join(_without_annex(text).split()))
    if not low or len(low.split()) > _MOST_WORDS_AKIN or any(map(low.__contains__, _NO_HEADING)) or low[-1:].isdigit():
        return ""
    if (
        terms("tasks", "titles").hits(low.replace("interims", "").replace("interim", ""))
        or terms("claims", "explained").hits(low)
        or not _legal().isdisjoint(low.split())
    ):
        return ""
    kind = next((kind for kind, words in _kinds_by_word() if words.hits(low)), "")
    return "" if kind == "contact" and _hands_over(low) else kind


@cache
def _legal() -> frozenset[str]:
    return frozenset(load("tasks")["legal"])


def _loose_kind(text: str) -> str:
    """The kind one word of a line tells that is set as only headings are, though it may hold the word of a post."""
    low = lowered(text)
    return next((kind for kind in ("projects", "experience") if _word_terms(kind).hits(low)), UNKNOWN)


def _word_terms(kind: str) -> Terms:
    return terms("headings", f"words.{kind}")


@cache
def _kinds_by_word() -> tuple[tuple[str, Terms], ...]:
    """The kinds that one word of a heading may tell, in their order, with the words."""
    return tuple((kind, _word_terms(kind)) for kind in _ORDER if kind in load("headings")["words"])


def _score(flow: Flow, number: int, usual: float) -> float:
    """How much a line of known words looks like a heading and not like a label or a sentence."""
    line = flow.lines[number]
    text = line.text.strip()
    plain = _trimmed(text)
    exact = _is_exact(" ".join(plain.lower().split()))
    score = 1.0
    score += 1.0 if exact else 0.0
    score += 1.0 if line.size > 1.08 * usual else 0.0
    score += 0.8 if line.bold else 0.0
    score += 0.8 if plain.isupper() and len(plain) > _LONGEST_ABBREVIATION else 0.0
    if plain.isupper() and len(plain) <= _LONGEST_ABBREVIATION:
        score -= 1.5 if _ends_cell(flow, number) else 0.5
    score += 0.6 if _space_before(flow, number) > 0.8 * line.size else 0.0
    score -= 1.0 if _has_neighbour(flow, number) else 0.0
    score -= 1.0 if text.endswith((",", ".", ";")) else 0.0
    score -= 0.7 if line.size < 0.95 * usual and not line.bold else 0.0
    score -= 1.2 if plain[:1].islower() else 0.0
    score -= 1.2 if text.endswith(":") and is_label(text) else 0.0
    score -= 1.2 if not exact and _is_dated_below(flow, number) else 0.0
    return score


def _is_dated_below(flow: Flow, number: int) -> bool:
    """Whether the next line is a period alone: then this one heads an entry, not a section."""
    return number + 1 < len(flow.lines) and _ONLY_PERIOD.fullmatch(flow.lines[number + 1].text.strip()) is not None


def _space_before(flow: Flow, number: int) -> float:
    if number == 0 or flow.lines[number - 1].page != flow.lines[number].page:
        return 100.0
    gap = flow.lines[number].rect[1] - flow.lines[number - 1].rect[3]
    return gap if gap > -2 else 100.0


def _ends_cell(flow: Flow, number: int) -> bool:
    """Whether a line stands close below one of its type and edge, as the last line of a wrapped cell does."""
    line, above = flow.lines[number], flow.lines[number - 1]
    same = (
        number > 0 and above.page == line.page and above.bold == line.bold and abs(above.size - line.size) < _SAME_SIZE
    )
    return same and abs(above.rect[0] - line.rect[0]) < 1 and _space_before(flow, number) < _CLOSE * line.size


def _has_neighbour(flow: Flow, number: int) -> bool:
    """Whether the line shares its row with others, as a label does."""
    after = number + 1 < len(flow.lines) and flow.text[flow.starts[number + 1] - 1] == "\t"
    return after or (number > 0 and flow.text[flow.starts[number] - 1] == "\t")


def _set_like(flow: Flow, sure: list[int], perhaps: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Of lines that may be headings by their words, those set at the very edge and in the type of several sure ones."""
    edges = Counter(edge for number in sure for edge in _edges(flow.lines[number]))
    alike = [
        (number, kind)
        for number, kind in perhaps
        if max(edges[edge] for edge in _edges(flow.lines[number])) >= _SEVERAL
        and (flow.lines[number].bold or flow.lines[number].text.isupper())
        and not _has_neighbour(flow, number)
    ]
    dated = [number for number, _ in alike if _is_dated_below(flow, number)]
    # More of them are the titles of entries.
    return alike if len(dated) <= _SEVERAL else [mark for mark in alike if mark[0] not in dated]


def _edges(line: Line) -> tuple[tuple[str, int, tuple[int, bool, bool]], ...]:
    """Where a line of its type begins and ends: headings stand flush left, or flush right in a column of labels."""
    form = _form(line)
    return ("left", round(line.rect[0]), form), ("right", round(line.rect[2]), form)


def _alike(flow: Flow, sure: list[int], usual: float) -> list[tuple[int, str]]:
    """Headings of unknown words: lines set like the sure headings where these are set like nothing else."""
    if len(sure) < 2:
        return []
    forms = {_form(flow.lines[number]) for number in sure}
    common = {form for form, times in Counter(map(_form, flow.lines)).items() if times > _MOST_HEADINGS * len(sure)}
    labels = {text for text, times in Counter(line.text for line in flow.lines).items() if times >= _LABEL_TIMES}
    found = [
        number
        for number, line in enumerate(flow.lines)
        if number not in sure and line.text not in labels and _form(line) in forms and len(line.pieces) <= _MOST_WORDS
        and (line.size > 1.08 * usual or (_form(line) not in common and _stands_out(flow, number)))
        and not any(map(str.isdigit, line.text))
    ]  # fmt: skip
    few = len(found) <= max(1.5 * len(sure), _FEW_HEADINGS) and not _are_posts(flow, found)
    return [(number, _loose_kind(flow.lines[number].text)) for number in found] if few else []


def _are_posts(flow: Flow, numbers: list[int]) -> bool:
    """Whether many of the lines hold a word of a post: then they are the titles of entries."""
    texts = [flow.lines[number].text for number in numbers]
    held = sum(terms("tasks", "titles").hits(lowered(text)) and _loose_kind(text) == UNKNOWN for text in texts)
    dated = sum(_is_dated_soon(flow, number) for number in numbers)
    return held > _FEW_POSTS * len(numbers) or (len(numbers) >= _LEAST_POSTS and dated > _HALF * len(numbers))


def _is_dated_soon(flow: Flow, number: int) -> bool:
    """Whether a date stands on one of the next lines, as below the title of an entry."""
    return any(_YEAR.search(line.text) for line in flow.lines[number + 1 : number + 3])


def _stands_out(flow: Flow, number: int) -> bool:
    """Bold, in capitals or ending in a colon, with space above, and no post, as headings of plain documents are."""
    line = flow.lines[number]
    text = line.text.strip()
    marked = line.bold or _trimmed(text).isupper() or text.endswith(":")
    apart = _space_before(flow, number) > 0.6 * line.size and not _has_neighbour(flow, number)
    return marked and apart and not text.endswith((".", ",", ";")) and not terms("tasks", "titles").hits(lowered(text))


def _form(line: Line) -> tuple[int, bool, bool]:
    return round(line.size * 2), line.bold, line.text.isupper()
