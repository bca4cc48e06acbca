"""The patterns of claims: how people say that they began to work for themselves, and for whom."""

from __future__ import annotations

import re

from reviewer.checks.late_patterns import late

MEMBER = re.compile(r"\W*(?:mitglied|mitgliedschaft|member|fellow|membership)\b")
EMPLOYED = late(r"\b(?:bei|beim|at|with|für die|angestellt|employed|employee|festanstellung)\b")
VARIOUS_WRITTEN = (
    r"\b(?:zahlreich|verschieden|divers|mehrer|unterschiedlich|wechselnd|vielfältig|etlich|changing|rotating|various|numerous|several|many"
    r"|different|multiple|diverse|wide range of|range of|variety of)\w*\s+(?:[\w-]+\s+){0,3}"
    r"(?:projekt|mandat|einsätz|einsatz|kund|auftr|unternehmen|aufgaben|project|assignment|mandate|client|engagement|compan)"
    r"|\b(?:\d{1,3}\+?|dozens of|scores of|dutzende?|zwanzig|dreißig|vierzig|twenty|thirty|forty)\s+(?:[\w-]+\s+){0,2}"
    r"(?:mandat|einsätze|assignments|engagements)"
)
VARIOUS = late(VARIOUS_WRITTEN)
# A single client whose name is withheld.
WITHHELD = late(
    r"\b(?:(?:firmen|kunden|unternehmens|company |client )?namen?s?|firma|kunde|client|company|identity|identität)\s+"
    r"(?:is |are |wird |gerne? )?(?:auf|on|upon|bei)\s+(?:anfrage|wunsch|nachfrage|request|demand)\b"
)
# What somebody works in, listed below their own firm.
FIELDS = late(
    r"\W*(?:(?:haupt|arbeits|tätigkeits|beratungs|themen|einsatz|projekt|fach)?"
    r"(?:schwerpunkte?|themen|felder|gebiete|bereiche)|fokus\w*|leistungen|leistungs\w+|spezial\w+|kompetenz\w*"
    r"|expertise|branchen\w*|typische \w+|beratung (?:in|zu|bei|von)"
    r"|(?:(?:main|key|core|areas? of|industry|sector|typical)\s+)*"
    r"(?:focus\w*|fields|areas|topics|themes|special\w+|expertise|services|sectors|industries|competenc\w+"
    r"|practice areas|assignments|roles))\b(?!\s+(?:of|der|des|at|bei)\b)"
)


# What somebody did to begin, in any person or without one, as "habe ich mich selbstständig gemacht".
STARTED = late(
    r"\b(?:i|ich|mich|me|myself|my|he|she|er|sie|sich|himself|herself|his|her|mr|mrs|ms|herr|frau|mein|meine|meiner|meinem)\b.*\b(?:set|start|began|found|establish|launch|open|went|became|turn|mov|switch|left|go|chose|gründ"
    r"|gemacht|begonnen|begann|gestart|startet|gewechselt|wechselt|gegangen|ging|eröffne|aufgebaut|angefangen|fing|wag|entschied"
    r"|niedergelassen|took|take|struck|branch|embark)\w*"
    r"|\b(?:machte?|gründete|begann|startete|wechselte|ging|eröffnete|wagte|entschied|fing|ließ|baute)\s+(?:ich|er|sie)\b"
    r"|\bmachte sich\b|\b(?:seither|seitdem|ever since|since then|from then on)\b"
    r"|\b(?:laufbahn|karriere|career)\b.*\b(?:begann|startete|begins|began|started)\b"
    r"|\b(?:schritt|wechsel|einstieg|start|gründung|aufnahme|beginn|sprung|move|step|switch|launch|start|foundation|founding)\b"
)


# An owner or founder whom somebody else is, as in "reported to the owner family", those whom somebody hires or advises,
# and what the same words mean at an employer: "product owner", "Inhaber der Prokura", "interim managers".
ANOTHERS = re.compile(
    r"\b(?:to|for|with|by|from|of|the|an|den|dem|der|die|des|vom|zum|beim|mit)\s+(?:[\w-]+\s+)?"
    r"(?:owner|inhaber|founder|gründer)\w*(?:[ -](?:family|familie))?"
    r"|\b(?:process|product|budget|risk|data|change|task|project|system|service|asset|idea)[ -]owner\b|\bowner of\b"
    r"|\b(?:owner|founder)-(?:managed|led|run)\b"
    r"|\binhaber(?:in)? (?:der|des|eines|einer) (?:\w+ )?"
    r"(?:prokura|patent|lehrstuhl|führerschein|lizenz|vollmacht|recht)\w*"
    r"|\bindependent(?:ly)? (?:of|from)\b|\bindependently\b(?! as)"
    r"|\bindependent (?:non-?exec|trustee|chair|member|board|school)\w*"
    r"|\bselbst?ständig und \w+|\b\w+ und selbst?ständig (?:führ|leit|arbeit|geführ)\w*"
    r"|\b(?:contractor|freelancer|interim) (?:liaison|management (?:pool|office)|pool)\b"
    r"|\b(?:mit|für|von|with|for|and|und|advising|of|to|hiring|steuer\w+|betreu\w+|setz\w+|clients:|kunden:)"
    r"\s+(?:[\w-]+\s+)?"
    r"(?:freelancers|freelancern?|freiberuflern?|freie[rn]? mitarbeiter|selbst?ständigen?(?!\s+\w)"
    r"|selbst?ständige (?:und|in)\b"
    r"|contractors|sole traders|self-employed (?:people|persons)|founders|gründern?|interim[ -]managern"
    r"|externe[rnm]? \w+)\b"
    r"|\bextern(?:e[rnm]?|al)? (?:interim[ -]?|berater|consultant)\w*(?: managers?)?"
    r"|\binterim[ -](?:managers|executives|managern)\b"
)
# More than one piece of work, told of a firm without naming a client.
SEVERAL = late(
    r"\b(?:assignments|mandates|projects|engagements|clients|einsätze|mandate|projekte|aufträge|auftraggeber|kunden)\b"
)
# What a sentence without a subject begins with, as in "Set up on my own in 2009".
BEGUN = late(
    r"\W*(?:(?:19|20)\d\d\W+)?(?:set up|struck|started|went|gone|branched|launched|opened|founded|began|left|moved"
    r"|turned|switched|became|established|ventured|gegründet|gestartet|begonnen|gewechselt|gewagt|eröffnet)\b"
)


OPENED = late(
    r"\b(?:eröffnet|gegründet|gegruendet|gestartet|begonnen|founded|established|launched|opened|started)"
    r"(?:\W+(?:in|im jahr|im jahre))?\W*(?:(?:19|20)\d\d\W*)?$"
)
# More than one whom somebody works for, and sizes from one to another.
CLIENTS = re.compile(
    r"\b(?:clients|companies|firms|businesses|customers|kunden|auftraggeber|unternehmen|firmen|häuser|betriebe|mandanten)\b"
)
RANGE = late(
    r"\d\s*(?:m|mn|bn|k|t|mio\.?|mrd\.?|millionen|million|mill\.)?\s*[€£$]?\s*(?:–|-|to|and|bis|und)\s*(?:zu\s*)?[€£$]?\s?\d"
)
# What kind of contract a mandate had, which makes it no self-employment of its own.
CONTRACT = re.compile(
    r"\W*(?:vertrag|vertragsart|vertragsform|vertragsverhältnis|anstellungsart|beschäftigungsart|einsatzform|status"
    r"|contract|contract type|type of contract|form of contract|engagement type|employment type)\W*[:|–-]"
)
# What somebody does beside a post, or is to others: no work of one's own that mandates would have to bear out.
BESIDE = re.compile(
    r"\bneben(?:tätigkeit|beruf|gewerbe|erwerb|her\b|amt)|\bon the side\b"
    r"|\bside (?:business|line)|\bpart-time\b|\bspare time\b"
    r"|\b(?:auch|zusätzlich|ferner|also|additionally)\s+(?:as\s+|als\s+)?(?:an?\s+)?(?:interim|ad[ -]interim)"
    r"|\bverheiratet\b|\bmarried\b|\b(?:beirat|aufsichtsrat|kuratorium)\b|\bplan(?:t|e|ned|ning)?\b|\bgeplant"
)
# A founder's or owner's title with the year at its end, as in "Gründer der Muster Interim (2016)".
FOUNDER = late(
    r"\W*(?:mit)?(?:gründer|inhaber|eigentümer|founder|owner|proprietor|co-founder)\w*\b.*?\W(?:19|20)\d\d\W*$"
)
# Somebody whose own business is told by the word alone.
ENTREPRENEUR = re.compile(
    r"\W*(?:(?:seit|since)\W+)?(?:(?:19|20)\d\d\W+)?(?:unternehmer(?:in)?|entrepreneur)\b(?!\s+(?:und|and|in)\b)"
)
