"""What a statement is: a task or result, a reporting line, something vague, or nothing of these."""

from __future__ import annotations

import re
from enum import StrEnum

from reviewer.checks.codes import find_codes
from reviewer.checks.companies import DESCRIBED
from reviewer.checks.company_patterns import CURRENCY, NUMBER, SIGN, find_sizes, patterns
from reviewer.checks.company_sizes import MORE_THAN_A_TEAM
from reviewer.checks.doings import BEGUN_DONE, DOING, DONE, NOT_DOING, ends_done, find_actions, tells_change, within
from reviewer.checks.labels import without_label
from reviewer.checks.late_patterns import late
from reviewer.checks.no_doings import names_software, tells_no_doing
from reviewer.checks.post_terms import tells_terms
from reviewer.checks.subjects import names_subjects
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, kept_for_now, lowered, terms

_RESULT_IN_WORDS = re.compile(
    r"\b(?:halbiert|verdoppelt|verdreifacht|halved|doubled|trebled|tripled)\b|\bby (?:half|a (?:third|quarter))\b"
    r"|\bum (?:die hälfte|ein (?:drittel|viertel))|prozent|per\s?cent|termingerecht|im budget|on time|within budget"
    r"|\b(?:up|down)\s(?:by\s)?an?\s(?:third|quarter|half)|\bin\s\w+(?:\s\w+)?\s(?:instead of|rather than|statt)\s"
)
# Without one of these no result is told in words.
_RESULT_WORDS = (
    *("halbiert", "verdoppelt", "verdreifacht", "halved", "doubled", "trebled", "tripled", "half", "third", "quarter"),
    *("hälfte", "drittel", "viertel", "prozent", "cent", "termingerecht", "im budget", "on time", "within budget"),
    *("instead of", "rather than", "statt"),
)
# Looked for where there are digits and one of the signs below alone, as most statements have not both.
_RESULT_IN_FIGURES = re.compile(
    rf"\d\s?%|\b(?:um|by) \d|\bvon {SIGN}{NUMBER}.{{0,25}}\bauf {SIGN}\d"
    r"|\b(?:einspar|ersparnis|savings?\b)[^.]{0,15}\d"
    rf"|\dk?\s*(?:tage|wochen|monate[n]?|days|weeks|months)\b|\b(?:up|down)\s(?:by\s)?{CURRENCY}\d"
    rf"|(?<!\w)[+−]\s?{CURRENCY}\d|\bfrom {SIGN}{CURRENCY}{NUMBER}.{{0,25}}\bto {SIGN}{CURRENCY}\d"
    r"|\w(?:abbau|senkung|steigerung|zuwachs)\s(?:von\s|um\s)?[+-]?\d"
)
_RESULT_SIGNS = (
    *("%", "um ", "by ", "von ", "from ", "einspar", "ersparnis", "saving", "tage", "wochen", "monate", "days"),
    *("weeks", "months", "up", "down", "+", "−", "abbau", "senkung", "steigerung", "zuwachs"),
)
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LEAST_TASK_WORDS = 3
_MOST_OF_A_TITLE = 8
_FOUNDED = late(r"gegründet|geführt|gelistet|founded")
_LED_PROJECT = re.compile(
    r"\b(?:leitung|führung|led|headed|managed|leading|heading|managing|leitete|geleitet"
    r"|verantwortlich für|responsible for|verantwortung für)"
    r"\s+(?:[\w-]+\s+){0,2}?[\w-]*(?:programm|projekt|programme|program|project|initiative|verlagerung|einführung|umstellung"
    r"|integration|turnaround|sanierung|restrukturierung|reorganisation|transformation|task force|taskforce|workstream"
    r"|hochlauf|anlauf|inbetriebnahme|carve-out|relocation|rollout|roll-out|introduction|restructuring|ramp|closure"
    r"|schließung|aufbau|umbau|abbau|neubau|ablösung|migration|implementation|einkaufsverhandlung|verhandlung|negotiation)"
)
# Without one of these no project was led.
_LEADING = ("leit", "führung", "led", "head", "manag", "lead", "verantwort", "responsible for")
# What follows such a label was to be done or was done, in whatever words.
_TASK_LABEL = re.compile(
    r"\W*(?:aufgaben?(?:stellung)?|auftrag|ziel|zielsetzung|maßnahmen?|massnahmen?|ergebnis(?:se)?|erfolge?|resultate?|tasks?"
    r"|brief|goal|objective|actions?(?: taken)?|measures?|results?|outcomes?|achievements?|deliverables?|impact)"
    r"\s*:\s+(?=\w)",
    re.IGNORECASE,
)
_LEAST_BEHIND_LABEL = 3
_WEAK = (
    "manag", "led", "lead", "leit", "direct", "support", "report", "führ", "present", "unterstütz", "attend",
    "serv", "teilnahme", "teilnehm", "vertret", "represent", "answer", "deput", "belong", "held", "assign",
    "entrust", "betraut", "zugeordnet", "bericht", "own", "overs", "supervis", "chair", "participat", "invit",
    "head", "rank", "unterstell", "angebunden", "eingebunden", "beteilig", "verantwort", "zuständig", "stimm",
    "vot", "act", "sat", "standing",
)  # fmt: skip
_REPORTED = re.compile(r"\b(?:report|answer|berichte?|rapport)\w*\s+(?:[\w-]+\s+){0,2}(?:to|into|an)\b")
_LED_UNIT = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:leitung|führung|leadership|management|supervision|oversight|direction|head|responsibility)\s+"
    r"(?:(?:of|for|der|des|von|für|eines|einer|dem|the|a|an|my|two|three|four|five|zwei|drei|vier|fünf|\d+)\s+){1,3}(?:[\w-]+\s+)?"
    r"(?:[\w-]*(?:abteilung|bereich|sparte|niederlassung|ressort|referat|standort|werk|team|gruppe)\w{0,3}"
    r"|departments?|divisions?|units?|sites?|plants?|functions?|areas?|offices?|branch(?:es)?)\W*(?:[\w-]+\W*){0,3}"
)
_RUNS_UNIT = re.compile(
    r"(?:leitete?|führte?|verantwortete?|runs|ran|leads|led|heads|headed|manages|managed|directs|directed)\s+"
    r"(?:(?:der|die|das|den|the|a|an|ein|eine|einen|my)\s+)(?:[\w-]+\s+)?"
    r"(?:[\w-]*(?:abteilung|bereich|sparte|niederlassung|ressort|referat|standort|einheit|gruppe)"
    r"|departments?|divisions?|units?|sites?|functions?|areas?|offices?|branch(?:es)?)(?:\s+(?:mit|with|of|für|for|in)\s.{3,30})?"
)
# A label and a small number, as "Personal: 9 (direkt)": whom somebody led, and no doing.
_COUNTED = re.compile(
    r"[^\W\d_][\w -]{2,30}\s*[:=]\s*\d{1,3}(?:\s*\(?[^\W\d_]+\)?)?"
    r"|\d{1,3}\s+[^\W\d_]+\s+(?:im bereich|in der abteilung|im team|in the (?:department|team|function))\W*"
    r"|(?:[^\W\d_]*führung|leitung|personal|team|leadership|people|reports?)\s*[:=]\s*(?:\d[\d.,]*\s*(?:[^\W\d_]+\s*)?[,/;+(]?\s*)+\)?"
)
_MOST_OF_PRESENCE, _MOST_OF_RANK = 9, 7
_FAR = 12
_FEW_WORDS = 9
_TOWN_WORDS = 3
_FEW_WORDS_OF_TRADE = 6
_IS_A = re.compile(r"(?:[\w.&-]+,?\s){1,6}(?:ist|war|is|was)\s(?:eine?[mnrs]?|an?)\s")
# What a company is by what it makes or runs, at the begin of a statement.
_MAKER = re.compile(
    r"\W*(?:[\w-]*(?:hersteller|produzent|betreiber|anbieter|versorger|händler|verarbeiter|dienstleister|zulieferer)\b"
    r"|(?:[\w-]+\s){0,2}(?:producer|manufacturer|maker|operator|supplier|provider|distributor|publisher|builder)\sof\b)"
)
_FEW_OF_RANK = 4
_BESIDE_SIZE = re.compile(r"[,(|;:/–]\s*$")


class Kind(StrEnum):
    """What a statement tells; perhaps is a sentence of unknown words, cryptic one of codes, vague a few words.

    subjects name fields, as "purchasing, logistics, quality", or say what holds for any post.
    """

    TASK = "task"
    PERHAPS = "perhaps"
    CRYPTIC = "cryptic"
    VAGUE = "vague"
    SUBJECTS = "subjects"
    REPORTING = "reporting"
    NOTHING = "nothing"


def classify(unit: Unit, *, in_head: bool) -> Kind:
    """What one statement is; in_head says that it stands where an entry tells who and where."""
    kinds, place = _kinds(unit.text), (unit.bullet, in_head)
    if place not in kinds:
        kinds[place] = _classify(unit, in_head=in_head)
    return kinds[place]


@kept_for_now
def _kinds(_text: str) -> dict[tuple[bool, bool], Kind]:
    """What a statement was found to be, behind a bullet or not and in a head or not; an entry's parts share it."""
    return {}


def _classify(unit: Unit, *, in_head: bool) -> Kind:
    text = without_label(unit.text)
    low = lowered(text)
    words = len(_WORDS.findall(text))
    result = _tells_result(low)
    project = _leads_project(low)
    sizes = _sizes(unit.text, len(unit.text) - len(text))
    large = [span for span in sizes if _is_large(text[max(0, span[0]) : span[1]])]
    spans = [] if project else [one for one in terms("tasks", "reporting").find(low) if not within(one, large)]
    if tells_no_doing(unit.text) or tells_terms(unit.text):
        return Kind.NOTHING
    if not result and patterns()["answered_for"].match(lowered(unit.text)):
        return Kind.REPORTING
    if _is_labelled_task(unit.text):
        return Kind.TASK
    if not result and _is_labelled_rank(lowered(unit.text)):
        return Kind.REPORTING
    if not result and _MAKER.match(low) and not ends_done(text):
        return Kind.NOTHING
    if not (result or sizes) and names_subjects(unit.text, words):
        return Kind.SUBJECTS
    if names_software(text) or _is_bare_firm(text) or (not result and _tells_of_company(text, sizes, in_head=in_head)):
        return Kind.NOTHING
    action = find_actions(text, [*spans, *sizes], words) + (["project"] if project else [])
    changed = "%" in text or tells_change(low)
    if words <= _FEW_WORDS and not (action or changed) and terms("tasks", "terms_of_work").hits(low):
        return Kind.NOTHING
    if (
        in_head
        and words <= _MOST_OF_A_TITLE
        and not (spans or result or project or ends_done(text))
        and terms("tasks", "titles").hits(low)
    ):
        return Kind.NOTHING
    if _is_reporting(spans, action, words, result=result) or (
        not (result or project) and _tells_of_rank(low, action, words, ranked=bool(spans))
    ):
        return Kind.REPORTING
    return _by_doing(unit, text, words, action, sizes, result=result, in_head=in_head)


def _leads_project(low: str) -> bool:
    """Whether a text in small letters tells of a project that somebody led."""
    return any(map(low.__contains__, _LEADING)) and _LED_PROJECT.search(low) is not None


def _tells_result(low: str) -> bool:
    """Whether a text in small letters tells what came out, by a share, a change, or a term that was kept."""
    if any(map(low.__contains__, _RESULT_WORDS)) and _RESULT_IN_WORDS.search(low):
        return True
    counted = _DIGIT.search(low) is not None and any(map(low.__contains__, _RESULT_SIGNS))
    return counted and _RESULT_IN_FIGURES.search(low) is not None


def tells_doing(text: str) -> bool:
    """Whether the form of a statement of several words shows a doing, be it in an entry's head."""
    low = lowered(text)
    if _is_labelled_task(text):
        return True
    words = _WORDS.findall(text)
    if ":" in text or terms("industries", "words").hits(low[:24]):
        return False
    if tells_change(low):
        return True
    if len(words) < _LEAST_TASK_WORDS:
        done = len(words) > 1 and DONE.search(low) is not None and terms("tasks", "action").hits(lowered(words[-1]))
        return done and not _FOUNDED.search(low)
    return ends_done(text) or (DOING.match(low) is not None and NOT_DOING.match(low) is None)


def _is_labelled_task(text: str) -> bool:
    """Whether words behind a label of tasks or results say something: no rank, no field alone and no code."""
    label = _TASK_LABEL.match(text)
    if label is None:
        return False
    rest = text[label.end() :]
    low, words = lowered(rest), len(_WORDS.findall(rest))
    return (
        words >= _LEAST_BEHIND_LABEL
        and not terms("tasks", "reporting").hits(low)
        and not (terms("tasks", "vague").hits(low) or names_subjects(rest, words))
        and not any(True for _ in find_codes(rest))
    )


def _is_labelled_rank(low: str) -> bool:
    """Whether a word of rank is the label of a few others, as in "Reporting line: group board"."""
    label, colon, rest = low.partition(":")
    spans = terms("tasks", "reporting").find(label) if colon else []
    leads = bool(spans) and spans[0][0] <= 1
    return leads and len(rest.split()) <= _FEW_OF_RANK and not ends_done(rest)


def _by_doing(
    unit: Unit, text: str, words: int, action: list[str], sizes: list[Span], *, result: bool, in_head: bool
) -> Kind:
    """What a statement of no rank is, by the words for doing in it, its length, and the size it may tell."""
    low = lowered(text)
    title = words <= _MOST_OF_A_TITLE and terms("tasks", "titles").hits(low) and not (result or ends_done(text))
    if title and (in_head or words <= 5):
        return Kind.NOTHING
    if sizes and words < _LEAST_TASK_WORDS and not BEGUN_DONE.match(text):
        return Kind.NOTHING
    if words < _LEAST_TASK_WORDS and not ((action or result) and not in_head and words):
        return Kind.VAGUE if words and not in_head and unit.bullet else Kind.NOTHING
    if sizes and (not action or (_is_description(low, sizes) and not ends_done(text))):
        return Kind.NOTHING
    if action or result:
        return Kind.NOTHING if in_head and words < 5 and not ends_done(text) else _plain(text, words, result=result)
    if in_head or sizes:
        return Kind.NOTHING
    codes = any(True for _ in find_codes(text))
    return Kind.CRYPTIC if codes else Kind.PERHAPS if words >= 4 else Kind.VAGUE


def _is_large(size: str) -> bool:
    """Whether a size is revenue, or more people than a team has."""
    return int("".join(filter(str.isdigit, size)) or 0) >= MORE_THAN_A_TEAM


def _tells_of_company(text: str, sizes: list[Span], *, in_head: bool) -> bool:
    """Whether a statement is a few words and a size beside them, or says that somebody is a company of some kind."""
    if _IS_A.match(lowered(text)):
        return True
    first = min((begin for begin, _ in sizes), default=0)
    before = text[: max(0, first)]
    if ends_done(before):
        return False
    if DESCRIBED.search(before):
        return True
    apart = _BESIDE_SIZE.search(before)
    if apart and in_head and patterns()["legal"].search(" " + before):
        return True
    return apart is not None and len(text[: apart.start()].split()) <= _FEW_WORDS_OF_TRADE


def _sizes(text: str, cut: int) -> list[Span]:
    """Where people and revenue stand, counted from behind a label of cut characters."""
    return [(begin - cut, end - cut) for _, begin, end in find_sizes(text)]


def _is_bare_firm(text: str) -> bool:
    """Whether a statement is a company's name, perhaps with its town, and no more."""
    found = patterns()["firm"].match(text)
    return found is not None and len(text[found.end() :].split()) <= _TOWN_WORDS


def _plain(text: str, words: int, *, result: bool) -> Kind:
    """A task, unless it is of codes or of a few words that hold for any post, as "support of senior management"."""
    low = lowered(text)
    if not result and words <= 6 and terms("tasks", "vague").hits(low):
        return Kind.VAGUE
    codes = 0 if result else sum(1 for _ in find_codes(text))
    return Kind.CRYPTIC if codes >= 2 or (codes == 1 and words <= _FEW_WORDS) else Kind.TASK


def _is_reporting(spans: list[Span], action: list[str], words: int, *, result: bool) -> bool:
    """Whether words of rank lead a statement that tells no doing of its own."""
    strong = [word for word in action if not word.startswith(_WEAK)]
    leads = bool(spans) and spans[0][0] <= _FAR
    return bool(spans) and not result and not (strong and words >= (6 if leads else 4))


def _tells_of_rank(low: str, action: list[str], words: int, *, ranked: bool) -> bool:
    """Whether a short statement names an organ, a rank or a unit that was led, and no doing of its own."""
    strong = [word for word in action if not word.startswith(_WEAK)]
    counted = _COUNTED.fullmatch(low) is not None and not ends_done(low.partition(":")[0])
    if _LED_UNIT.fullmatch(low) or _RUNS_UNIT.fullmatch(low) or counted:
        return True
    if words <= _MOST_OF_PRESENCE and _REPORTED.search(low) and not strong:
        return True
    organ = _names_organ(low)
    if words <= _MOST_OF_PRESENCE and not strong and terms("tasks", "presence").hits(low) and (organ or ranked):
        return True
    return organ and not action and words <= _MOST_OF_RANK


def _names_organ(low: str) -> bool:
    """Whether an organ or a rank is named; the word of a trade, as in "county council", is none."""
    found = terms("tasks", "bodies").find(low)
    trades = terms("industries", "words").find(low) if found else []
    return any(not any(begin < end and last > first for begin, last in trades) for first, end in found)


def _is_description(low: str, sizes: list[Span]) -> bool:
    """Whether the company's industry stands beside its size."""
    return not _tells_result(low) and any(
        not any(begin < last and end > first for first, last in sizes)
        for begin, end in terms("industries", "words").find(low)
    )
