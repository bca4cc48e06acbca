"""The terms of a post: contract, workload, place, travel, pay, and how it ended; what tells them tells no doing."""

from __future__ import annotations

import re
from functools import cache

from reviewer.checks.date_patterns import MONTH_NUMBERS
from reviewer.checks.doings import blanked, ends_done, find_actions, tells_change
from reviewer.checks.late_patterns import late
from reviewer.checks.vocabulary import load, lowered, terms

_MOST_WORDS, _MOST_BESIDE_LABEL = 14, 9
_WORD = re.compile(r"[^\W\d_]+")
# Labels of which each names a term of a post and nothing else.
_LABEL = late(
    r"\W*(?:"
    r"(?:vertrags|beschäftigungs|anstellungs|arbeits|mandats|einsatz|engagement|dienst|auftrags|projekt|assignment)-?"
    r"(?:art|form|typ|verhältnis|basis|grundlage|modell|status|grad|umfang|laufzeit|dauer|ende|beginn|befristung|ort|orte"
    r"|standort|sitz|stelle|stätte|platz|land|länder|gebiet|region|zeit|zeiten|zeitmodell|sprachen?|pensum|stunden|reisen?"
    r"|wagen|partner|vermittlung|konditionen)"
    r"|vertragliche\s(?:basis|grundlage|form)|vertrag(?=\s*[:=])|anstellung(?=\s*[:=])|beschäftigung(?=\s*[:=])"
    r"|(?:art|form|grund|anlass|umfang|ende|basis|dauer)\sde[sr]\s(?:mandat(?:e?s)?|einsatz(?:es)?|vertrag(?:e?s)?|tätigkeit"
    r"|beschäftigung|anstellung|engagements?|zusammenarbeit|position|stelle|auftrag(?:e?s)?)"
    r"|wochen(?:arbeitszeit|stunden|pensum|tage)|stunden(?:umfang|satz|zahl)|stellenumfang|stellenprozente?|pensum|befristung"
    r"|tätigkeitsort|wohnsitz(?=\s)|anwesenheit(?=\s*[:=])|präsenz(?:zeit)?(?=\s*[:=])|arbeitsplatz|büro(?:standort|sitz)?(?=\s*[:=])|(?:haupt|firmen|unternehmens|dienst)?sitz(?=\s*[:=]|\s+in\b)"
    r"|reise(?:n(?=\s*[:=])|anteil|tätigkeit|bereitschaft|aufwand|quote|intensität)|home-?\s?office(?:-?\s?anteil)?"
    r"|(?:konzern|unternehmens|geschäfts|verkehrs|verhandlungs)sprache|sprachen?(?=\s*[:=])"
    r"|(?:tages|stunden|honorar)satz|honorar(?:basis|form)?|abrechnung(?:sart|sform|sbasis|s?modus)?(?=\s*[:=]|\snach\b|\sauf\b)"
    r"|vergütung(?:sart|sform|smodell)?(?=\s*[:=])|gehalt(?:sstufe|sgruppe)?(?=\s*[:=])|(?:fix|jahres)gehalt|besoldung"
    r"|kündigungsfrist|probezeit|(?:firmen|dienst)wagen|sonderleistungen(?=\s*[:=])|urlaub(?:sanspruch|stage)?(?=\s*[:=])"
    r"|(?:konzern|gruppen)zugehörigkeit|(?:konzern)?mutter(?:konzern|gesellschaft|haus)?(?=\s*[:=])|verfügbar(?:keit)?"
    r"|kontakt\s(?:über|via)|vermittl(?:ung|er|erin|t\s(?:durch|über|von))|provider|agentur(?=\s*[:=])|auftrag\s(?:über|durch|via)(?=\s*[:=])"
    r"|(?:land|länder|region|gebiet|vertriebsgebiet|vertriebsregion|gesellschaft|niederlassung|abteilung|bereich)(?=\s*[:=])"
    r"|contract(?:ual)?(?:\s(?:type|form|basis|status|length|term|terms|period|details|duration|end|via|through))?(?=\s*[:=])"
    r"|(?:type|kind|form|nature|basis|terms?|place|location|length|status|end|mode)\sof\s(?:the\s)?(?:contract|employment|engagement"
    r"|mandate|role|assignment|appointment|post|position|work|service)"
    r"|(?:employment|engagement|assignment|mandate|role|position|job|appointment|post)\s"
    r"(?:type|status|basis|form|terms|model|length|via|through|location|mode)"
    r"|(?:employment|engagement|terms|basis|arrangement)(?=\s*[:=])"
    r"|work(?:ing)?\s?(?:hours|times?|pattern|model|mode|arrangements?|location|languages?|place|schedule|basis|days|load|week|site)"
    r"|(?:time\s)?commitment(?=\s*[:=])|time\sallocation|hours(?=\s*[:=])|days(?:\s(?:per|a)\sweek)?(?=\s*[:=])"
    r"|travel(?:s|ling|ing|\s(?:share|required|requirement|time|level|percentage|load))?(?=\s*[:=\d~]|\sshare|\srequire)"
    r"|place\sof\s(?:work|employment|business)|workplace|duty\s(?:station|location)|home\sbase|base[d]?(?=\s*[:=])"
    r"|office(?:\slocation)?(?=\s*[:=])|(?:sales\s)?(?:regions?|territor(?:y|ies)|countr(?:y|ies)|entity|department|division)(?=\s*[:=])"
    r"|(?:corporate|company|business|project|working)\slanguages?|languages?(?=\s*[:=])|salary|remuneration(?=\s*[:=])|pay(?:\sgrade|\sband)?(?=\s*[:=])"
    r"|compensation(?=\s*[:=])|(?:day|daily|hourly)\srate|rate(?=\s*[:=])|fees?(?:\sbasis)?(?=\s*[:=])|billing(?=\s*[:=])|invoicing(?=\s*[:=])"
    r"|notice(?:\speriod)?(?=\s*[:=]|\s+\w+\s+(?:weeks?|months?))|notice\speriod|ir35(?:\sstatus)?|company\scar|benefits(?=\s*[:=])"
    r"|(?:security\s)?clearance(?=\s*[:=])|(?:pay\s)?(?:grade|band)(?=\s*[:=])|(?:ultimate\s)?parent(?:\scompany)?(?=\s*[:=])"
    r"|ownership(?=\s*[:=])|provider|agency(?=\s*[:=])|(?:placed|introduced|engaged|contracted|hired|mandated)\s(?:by|via|through)"
    r"|(?:assignment|mandate|contract|project)\s(?:via|through|by)"
    r")(?:\s*\([^)]*\))?(?P<colon>\s*[:=|–-])?(?:\s+|$)(?P<rest>.*)",
)
# Labels that may as well head what was done, and where nothing but a value or names of places follow.
_PERHAPS = late(
    r"\W*(?:auslastung|kapazität|umfang|einsatz|standorte?|orte?|werke?|niederlassung(?:en)?|verlängerung(?:en)?|reisen"
    r"|workload|capacity|utili[sz]ation|scope|extent|locations?|sites?|plants?|coverage|extensions?|travel)"
    r"\s*(?P<colon>[:=|–-])?\s+(?P<rest>.*)"
)
_PLACES = late(
    r"(?:(?:[A-ZÄÖÜ][\w.'’-]*|und|and|in|ab|auch|zur|zum|innerhalb|within|across|am|an|der|im|bei|near|of|the|upon|with|mit|sowie)[,/()\s]*){1,6}"
)
_VALUE = late(
    r"(?:ca\.?|rund|etwa|about|approx\.?|circa|up\sto|bis\szu|~)?\s*\d[\d.,]*\s?(?:%|prozent|percent|per\scent)\W*"
)
_ENDED = late(
    r"\W*(?:(?:ende|beendigung|ausgeschieden|ausscheiden|ausstieg|austritt|weggang|trennung)\s(?:\w+\s)?(?:durch|wegen|nach|auf|infolge|aufgrund|mit|zum|im)\s.*"
    r"|wechsel\s(?:wegen|aufgrund|infolge)\s.*"
    r"|(?:(?:interims?-?)?mandat|interims?-?zeit(?:raum)?|einsatz|vertrag|engagement|auftrag|anstellung|zusammenarbeit)s?(?:ende|verhältnis)?\s"
    r"(?:(?:wurde|ist|war|planmäßig|regulär|vorzeitig|einvernehmlich|wie\sgeplant|vereinbarungsgemäß|fristgerecht|lief|endete|nach|mit|durch|zum|im|\d+)\s?)*"
    r"(?:beendet|ausgelaufen|geendet|planmäßig|regulär|aus|gekündigt|aufgelöst|erfüllt|verlängert|abgeschlossen)?(?:\s(?:nach|mit|durch|zum|im|wegen)\s.*)?"
    r"|(?:regelmäßige|häufige|wöchentliche|monatliche|internationale|weltweite|viele)\s(?:dienst|geschäfts)?reise(?:n|tätigkeit)\b.*"
    r"|(?:regular|frequent|extensive|weekly|monthly|international|some)\s(?:business\s)?(?:travel|trips|commut\w+)\b.*"
    r"|(?:wöchentliches\s)?pendeln(?:\s(?:von|nach|zwischen)\s.*)?|commuting\s.*|based\s(?:in|at|near|from|out\sof)\b.{2,40}|beendet\s(?:durch|wegen|nach|mit|zum|im)\s.*"
    r"|(?:left|departed|resigned|departure|exited)\s(?:when|after|because|due|following|with|as|upon|on|by|at|owing|for)\b.*"
    r"|(?:post|position|role|job|stelle|position|funktion)\s(?:was\s|wurde\s|is\s)?(?:made\s)?(?:redundant|ceased|ended|closed|discontinued|eliminated|abolished|gestrichen|aufgelöst|entfallen|entfiel|weggefallen)\b.*"
    r"|ended\s(?:when|after|because|due|following|with|as|upon|on|by)\b.*"
    r"|(?:assignment|contract|mandate|engagement|appointment|employment)\s(?:(?:was|has|been|then|came|is)\s)*"
    r"(?:ended|extended|completed|concluded|renewed|expired|terminated|finished|to\san\send|ran\sout)\b"
    r"(?:\s(?:as|on|early|at|in|after|by|due|following|with|when|once|twice|until|to|for|per|ahead)\b.*)?)"
)


_NO_LETTERS = "•●○◦▪■□–-—*·► \t"


@cache
def _beginnings(kind: str) -> tuple[str, ...]:
    """What labels of terms, or words on how a post ended, begin with; asked before their patterns."""
    return tuple(" ".join(load("tasks")[kind]).split())


def tells_terms(text: str) -> bool:
    """Whether a statement tells the terms of a post and nothing that was done.

    So does one that is made of such words alone, one behind a label of such a term, and one that says how a post ended.
    """
    low = lowered(text)
    count = len(low.split())
    if count > _MOST_WORDS or tells_change(low):
        return False
    if _is_of_terms(low):
        return True
    begins = low.lstrip(_NO_LETTERS)
    if begins.startswith(_beginnings("post_labels_begin")) and _is_labelled(text, low):
        return True
    return "," not in low and begins.startswith(_beginnings("post_ends_begin")) and _ENDED.fullmatch(low) is not None


def _is_of_terms(low: str) -> bool:
    """Whether each word of a statement is one that tells terms, or may stand beside them."""
    core = terms("tasks", "post_words").find(low)
    if not core:
        return False
    spans = [*core, *terms("tasks", "beside_post_words").find(low)]
    return all(
        any(begin <= one.start() < end for begin, end in spans) or one[0] in MONTH_NUMBERS
        for one in _WORD.finditer(low)
    )


def _is_labelled(text: str, low: str) -> bool:
    """Whether a label of a term of a post leads a statement, with a few words that tell no doing."""
    label = _LABEL.fullmatch(low) or _PERHAPS.fullmatch(low)
    if label is None or len(text) != len(low):
        return False
    rest, value = text[label.start("rest") :], label["rest"]
    if _VALUE.fullmatch(value) or _is_of_terms(value):
        return True
    if label.re is _PERHAPS or not label["colon"]:
        counted = label.re is _LABEL and rest[:1].isdigit()
        return (counted or _PLACES.fullmatch(rest) is not None) and not _tells_doing(rest)
    return len(rest.split()) <= _MOST_BESIDE_LABEL and not _tells_doing(rest)


def _tells_doing(rest: str) -> bool:
    """Whether what follows a label tells a doing beside the words for terms of a post, by its words and its end."""
    low = lowered(rest)
    spans = [*terms("tasks", "post_words").find(low), *terms("tasks", "beside_post_words").find(low)]
    plain = blanked(rest, [(begin, max(end, _word_end(low, begin))) for begin, end in spans])
    return bool(plain.strip()) and (ends_done(plain) or len(find_actions(" - " + plain, [], 2)) > 0)


def _word_end(low: str, begin: int) -> int:
    """Where the word ends that begins at a place."""
    word = _WORD.match(low, begin)
    return word.end() if word else begin
