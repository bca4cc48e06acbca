"""Words and forms that tell of a doing: verbs, verbal nouns, and how a clause ends or begins."""

from __future__ import annotations

import re

from reviewer.checks.company_patterns import CURRENCY, NUMBER, SIGN
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import Span, kept_for_now, lowered, terms

DOING = re.compile(
    r"^\w{4,}(?:ung|ungen|ierung|bau|ion|nahme|management|coaching|controlling)\b"
    r"|^\w*(?:an|ab|auf|um|ein|aus|hoch|nach)(?:lauf|zug|satz|tausch|stieg|kauf|schluss|wechsel|bindung|lösung)s?\b"
    r"|^(?:auf|ein|ab|an|um|aus|vor|nach|zu|be|ver|er|ent|zer|über|unter|durch|neu|wieder)\w{3,}(?:en|eln|ern)\s"
    r"(?:des|der|eines|einer|von|neuer|aller)\b"
    r"|^(?:neu|um|aus|an|ab|auf)bau\b|^\w{2,}(?:ed|ing)\b"
    r"|^(?:sale|purchase|start-up|set-up|switch|move|merger|launch|ramp-up|roll-?out|closure|transfer|review|redesign|design|build"
    r"|turnaround|recovery|rescue|wind-down|clean-up|spin-off|carve-out|overhaul|reset|relaunch|handover|roll-in|sell-off)"
    r"\s+(?:of|and|to|from)\b"
    r"|^(?:built|drew|wrote|ran|took|set|won|cut|sold|brought|kept|held|found|made|grew|drove|oversaw|chose|bought|began|gave"
    r"|met|put|sought|went|moved|taught|wound|undertook|got|dealt|fought|laid|spun|shut|split|re\w{3,})\b(?=\s+\w)"
)
# In German what was done ends its clause: a participle or an infinitive, never in capitals.
DONE = re.compile(
    # How it goes on behind the word is looked at first, as few words end a clause.
    r"(?<!\S)(?=[a-zäöüß]++(?:[.;,!]?\s*$|,|\s+und\b))(?!management)(?:(?:(?:[a-zäöüß]{0,6}|zusammen)ge|be|ver|er|ent|zer|über|unter|wider|durch|um)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]{3,}(?:iert|en|ern|eln))"
    r"(?=[.;,!]?\s*$|,|\s+und\b)"
)
# The participle of a strong verb at a clause's end, as "geschlossen" or "eingearbeitet" in small letters.
_ENDS_STRONG = late(
    r"\s(?:[a-zäöü]{0,6}|zusammen)ge(?!gründet|listet|führt|hört|legen|prägt|halten)[a-zäöüß]{3,}(?:t|en)[\s,;:.(]*$"
)
BEGUN_DONE = re.compile(
    r"\W*(?:Re|Con|In|De|Dis|Over|Un|Out)\w{2,}ed\s+\w+\s+\w+"
    r"|\W*(?:(?!Listed|Unlisted|Owned|Based|Limited|United|Founded|Established|Seconded|Retired|Certified|Chartered"
    r"|Experienced|Accredited|Qualified|Appointed|Employed|Promoted|Assigned|Reported|Managed|Headed|Supervised|Located"
    r"|Integrated|Diversified|Specialised|Specialized|Branded|Advanced|Applied|Related|Associated|Combined|Regulated)"
    r"[A-Z][a-z]{2,}ed|Kept|Cut|Built|Sold|Won|Bought|Found|Wrote|Drew up)"
    rf"\s+(?:the|an?|all|two|three|four|five|six|{CURRENCY}\d[\d.,]*m?)(?=\s|$)"
    r"|(?:Übergabe|Einarbeitung|Suche|Auswahl|Ablösung|Gewinnung|Besetzung)\s+(?:an|der|des|von|eine[rs]|neuer)\s"
)
# A figure that changed, which is nobody's description.
_CHANGED = late(
    rf"\bvon {SIGN}{NUMBER}\D{{0,25}}\bauf {SIGN}\d|\bfrom {SIGN}{NUMBER}.{{0,25}}\bto {SIGN}\d"
    r"|\b(?:um|by)\s\d[\d.,]*\s?(?:%|prozent|per)|\b(?:halbiert|verdoppelt|halved|doubled)\b|(?<!\w)[+−-]\s?\d"
    rf"|\b(?:up|down)\s(?:by\s)?{CURRENCY}\d"
)
# Without a digit or one of these no figure changed.
_DIGIT = re.compile(r"\d")
_CHANGES = ("halbiert", "verdoppelt", "halved", "doubled")
NOT_DOING = re.compile(
    r"(?:leitung|führung|geschäftsführung|verantwortung|vertretung|abteilung|position|funktion|region|division|situation"
    r"|verwaltung|niederlassung|reporting|heading|leading|managing|based|accounting|engineering|manufacturing|marketing"
    r"|listed|owned|founded|established|located|united|diversified|purchasing|controlling|consulting|limited|according|acting|being|having|holding|including|million|station|option)\b"
)
# Done, in English, at the end of a line or before what it was done by, with or after; "family-owned" was not.
_DONE_EN = late(
    r"\b(?<!-)[a-z]{3,}(?:ed|wn|lt|ught)(?=[.;,!]?\s*$|,|\s+(?:and|by|for|over|with|within|without|from|to|into|after|before|out|off|under)\b)"
)
# What somebody says that they did, as "ich verlegte die Formerei"; of being somewhere and of rank nothing is done.
_SAID = late(
    r"\b(?:(?:ich|er|sie|wir)\s(?P<a>[a-zäöüß]{3,}te)|(?P<b>[a-zäöüß]{3,}te)\s(?:ich|er|sie|wir)"
    r"|(?:i|he|she|we)\s(?:\w+ly\s)?(?P<c>[a-z]{2,}ed|built|ran|cut|brought|sold|took|set|drew|held|made|found|won|wrote))\b"
)
_NOT_SAID = (
    *("arbeite", "dien", "hatte", "wechsel", "studier", "mach", "konnte", "durfte", "sollte", "wollte", "musste"),
    *("möchte", "wohnte", "lebte", "gehörte", "work", "serv", "join", "report", "studi", "mov", "retir", "need"),
    *("want", "liv"),
)


@kept_for_now
def tells_change(low: str) -> bool:
    """Whether a text in small letters tells a figure that changed."""
    may_tell = _DIGIT.search(low) is not None or any(map(low.__contains__, _CHANGES))
    return may_tell and _CHANGED.search(low) is not None


@kept_for_now
def ends_done(text: str) -> bool:
    """Whether a clause ends with what was done, as "Betrieb verlagert" does, or begins with it as English ones do."""
    clause = text.rstrip(" ,;:(")
    weak = clause.endswith("t") and any(one.end() == len(clause) for one in DONE.finditer(clause))
    return weak or _ENDS_STRONG.search(text) is not None or BEGUN_DONE.match(text) is not None


def find_actions(text: str, spans: list[Span], words: int) -> list[str]:
    """Words for doing outside of what says whom somebody reported to and how large the company was."""
    low = lowered(text)
    rest = blanked(low, spans)
    action = [low[b:e] for b, e in terms("tasks", "action").find(rest)]
    if words >= 2:
        begins = DOING.match(rest)
        if begins and not (_begins_with_trade(rest) or _is_label_of_rank(low, begins.end())):
            action.append(begins[0])
        done = [*DONE.finditer(text), *_DONE_EN.finditer(text)]
        action += [found[0].strip() for found in done if not within(found.span(), spans)]
        said = (found["a"] or found["b"] or found["c"] for found in _SAID.finditer(rest))
        action += [word for word in said if not word.startswith(_NOT_SAID)]
    return action


def _begins_with_trade(low: str) -> bool:
    """Whether what begins a text in the form of a doing is none, or near the word of an industry."""
    return NOT_DOING.match(low) is not None or terms("industries", "words").hits(low[:24])


def _is_label_of_rank(low: str, end: int) -> bool:
    """Whether a word that ends here is the label of words of rank, as in "Einordnung: Bericht an den Vorstand"."""
    return low.startswith(":", end) and terms("tasks", "reporting").hits(low)


def blanked(text: str, spans: list[Span]) -> str:
    """The text with blanks instead of these parts; a part may begin before the text."""
    for first, last in spans:
        begin, end = max(0, first), min(max(0, last), len(text))
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def within(span: Span, spans: list[Span]) -> bool:
    return any(begin <= span[0] < end for begin, end in spans)
