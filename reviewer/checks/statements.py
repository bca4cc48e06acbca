"""What a statement is: a task or result, a reporting line, something vague, or nothing of these."""

from __future__ import annotations

import re
from enum import StrEnum

from reviewer.checks.codes import find_codes
from reviewer.checks.companies import NUMBER, patterns
from reviewer.checks.units import Unit
from reviewer.checks.vocabulary import Span, lowered, terms

_RESULT = re.compile(
    rf"\d\s?%|prozent|percent|\bum {NUMBER}|\bby {NUMBER}|\bvon {NUMBER}.{{0,25}}\bauf {NUMBER}"
    rf"|\bfrom {NUMBER}.{{0,25}}\bto {NUMBER}|{NUMBER}\s*(?:tage|wochen|monate[n]?|days|weeks|months)\b"
    r"|termingerecht|im budget|on time|within budget",
    re.IGNORECASE,
)
_LEAST_TASK_WORDS = 3
_DOING = re.compile(
    r"^\w{4,}(?:ung|ungen|ierung|bau|ion|nahme|management|coaching|controlling)\b"
    r"|^\w{2,}(?:ed|ing)\b"
    r"|^(?:built|drew|wrote|ran|took|set|won|cut|sold|brought|kept|held|found|made|grew|drove|oversaw|chose|bought|began|gave"
    r"|met|put|sought|taught|wound|undertook|got|dealt|fought|laid|spun|shut|split|re\w{3,})\b(?=\s+\w)"
)
# In German what was done ends its clause: a participle or an infinitive, never in capitals.
_DONE = re.compile(
    r"(?:(?<=\s)|^)(?:(?:\w{0,6}ge|be|ver|er|ent|zer|über|unter|wider|durch|um)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]{3,}(?:iert|en|ern|eln))"
    r"(?=[.;,!]?\s*$|,|\s+und\b)"
)
_NOT_DOING = re.compile(
    r"(?:leitung|führung|geschäftsführung|verantwortung|vertretung|abteilung|position|funktion|region|division|situation"
    r"|verwaltung|niederlassung|reporting|heading|leading|managing|based|accounting|engineering|manufacturing|marketing"
    r"|purchasing|controlling|consulting|limited|according|acting|being|having|holding|including|million|station|option)\b"
)
_LED_PROJECT = re.compile(
    r"\b(?:leitung|führung|led|headed|managed|leading|heading|managing|leitete|geleitet"
    r"|verantwortlich für|responsible for|verantwortung für)"
    r"\s+(?:[\w-]+\s+){0,2}?[\w-]*(?:programm|projekt|programme|program|project|initiative|verlagerung|einführung|umstellung"
    r"|integration|turnaround|sanierung|restrukturierung|reorganisation|transformation|task force|taskforce|workstream"
    r"|hochlauf|anlauf|inbetriebnahme|carve-out|relocation|rollout|roll-out|introduction|restructuring|ramp|closure"
    r"|schließung|aufbau|umbau|abbau|neubau|ablösung|migration|implementation|einkaufsverhandlung|verhandlung|negotiation)"
)
_WEAK = ("manag", "led", "leit", "direct", "support", "report", "führ", "present", "unterstütz")
_FAR = 12
_FEW_WORDS = 9
_TOWN_WORDS = 3


class Kind(StrEnum):
    """What a statement tells; perhaps is a sentence of unknown words, cryptic one of codes, vague a few words."""

    TASK = "task"
    PERHAPS = "perhaps"
    CRYPTIC = "cryptic"
    VAGUE = "vague"
    REPORTING = "reporting"
    NOTHING = "nothing"


def classify(unit: Unit, *, in_head: bool) -> Kind:
    """What one statement is; in_head says that it stands where an entry tells who and where."""
    text = patterns()["label"].sub("", unit.text)
    low = lowered(text)
    words = len(re.findall(r"[^\W\d_]{2,}", text))
    result = _RESULT.search(text) is not None
    project = _LED_PROJECT.search(low)
    spans = [] if project else terms("tasks", "reporting").find(low)
    sizes = _sizes(unit.text, len(unit.text) - len(text))
    if _is_bare_firm(text):
        return Kind.NOTHING
    action = _actions(text, [*spans, *sizes], words) + (["project"] if project else [])
    if _is_reporting(spans, action, words, result=result):
        return Kind.REPORTING
    title = words <= 8 and terms("tasks", "titles").hits(low) and not result
    if title and (in_head or words <= 5):
        return Kind.NOTHING
    if sizes and words < _LEAST_TASK_WORDS:
        return Kind.NOTHING
    if words < _LEAST_TASK_WORDS and not (action and not in_head and words == 2):
        return Kind.VAGUE if words and not in_head and unit.bullet else Kind.NOTHING
    if sizes and (not action or _is_description(low, sizes)):
        return Kind.NOTHING
    if action or result:
        return Kind.NOTHING if in_head and words < 5 else _plain(text, words, result=result)
    if in_head or sizes or (words <= _FEW_WORDS and terms("tasks", "terms_of_work").hits(low)):
        return Kind.NOTHING
    codes = any(True for _ in find_codes(text))
    return Kind.CRYPTIC if codes else Kind.PERHAPS if words >= 4 else Kind.VAGUE


def _sizes(text: str, cut: int) -> list[Span]:
    """Where people and revenue stand, counted from behind a label of cut characters."""
    return [
        (found.start() - cut, found.end() - cut)
        for name in ("people", "labelled", "revenue")
        for found in patterns()[name].finditer(text)
    ]


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


def _actions(text: str, spans: list[Span], words: int) -> list[str]:
    """Words for doing outside of what says whom somebody reported to and how large the company was."""
    low = lowered(text)
    rest = "".join(" " if any(b <= i < e for b, e in spans) else sign for i, sign in enumerate(low)) if spans else low
    action = [low[b:e] for b, e in terms("tasks", "action").find(rest)]
    begins = _DOING.match(rest) and not _NOT_DOING.match(rest) and not terms("industries", "words").hits(rest[:24])
    if words >= 2 and (begins or any(not _within(found.span(), spans) for found in _DONE.finditer(text))):
        action.append("doing")
    return action


def _within(span: Span, spans: list[Span]) -> bool:
    return any(begin <= span[0] < end for begin, end in spans)


def _is_description(low: str, sizes: list[Span]) -> bool:
    """Whether the company's industry stands beside its size."""
    return not _RESULT.search(low) and any(
        not any(begin < last and end > first for first, last in sizes)
        for begin, end in terms("industries", "words").find(low)
    )
