"""How the fresh half writes a period: months, years, quarters, full dates, with words for what lasts until today."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.corpus.blind.careers import months_between
from tests.corpus.blind.model import TODAY, Month
from tests.months import MONTHS

SHORT = {
    "de": ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
}
EXACT = (
    "slash",
    "dot",
    "slash",
    "name",
    "short",
    "two_digits",
    "full",
    "year_first",
    "iso",
    "apostrophe",
)
COARSE = ("years", "years", "quarter", "roman", "season")
JOINTS = {"de": (" – ", "–", " - ", " bis ", "-", " — "), "en": (" – ", "–", " - ", " to ", "-", " until ")}
LASTING = {
    "de": ("{a}{j}heute", "seit {a}", "{a}{j}dato", "Seit {a}", "{a} – laufend", "{a} – jetzt", "{a} bis heute"),
    "en": (
        "{a}{j}present",
        "since {a}",
        "{a}{j}today",
        "Since {a}",
        "{a} – ongoing",
        "{a} – current",
        "{a} to date",
        "{a}{j}now",
    ),
}
LENGTH = {"de": ("Monate", "Mon.", "Monaten"), "en": ("months", "mths", "months")}


def bare(period: str) -> str:
    """Without brackets around it, or the colon behind."""
    return period[1:-1] if period[:1] in {"(", "["} else period.rstrip(":")


@dataclass(frozen=True, slots=True)
class Style:
    """One CV's way to write periods; exact tells months."""

    language: str
    form: str
    joint: str
    lasting: str
    length: bool
    wrapped: str = "{}"

    @property
    def exact(self) -> bool:
        return self.form in EXACT

    def point(self, month: Month, *, closing: bool = False) -> str:
        year, number = month
        day = {1: 31, 3: 31, 5: 31, 7: 31, 8: 31, 10: 31, 12: 31, 2: 28}.get(number, 30) if closing else 1
        forms = {
            "slash": f"{number:02d}/{year}",
            "dot": f"{number:02d}.{year}",
            "name": f"{MONTHS[self.language][number - 1]} {year}",
            "short": f"{SHORT[self.language][number - 1]} {year}",
            "two_digits": f"{number:02d}/{year % 100:02d}",
            "full": f"{day:02d}.{number:02d}.{year}"
            if self.language == "de"
            else f"{day} {SHORT['en'][number - 1]} {year}",
            "year_first": f"{year}/{number:02d}",
            "iso": f"{year}-{number:02d}",
            "apostrophe": f"{SHORT[self.language][number - 1]} '{year % 100:02d}",
            "years": str(year),
            "quarter": f"Q{(number + 2) // 3}/{year}" if self.joint != " to " else f"Q{(number + 2) // 3} {year}",
            "roman": f"{('I', 'II', 'III', 'IV')[(number - 1) // 3]}/{year}",
            "season": f"{self._season(number)} {year}",
        }
        return forms[self.form]

    def _season(self, number: int) -> str:
        german = ("Frühjahr", "Sommer", "Herbst")
        english = ("Spring", "Summer", "Autumn")
        return (german if self.language == "de" else english)[min(2, (number - 1) // 4)]

    def __call__(self, start: Month, end: Month | None) -> str:
        begin = self.point(start)
        if end is None:
            text = self.lasting.format(a=begin, j=self.joint)
        else:
            finish = self.point(end, closing=True)
            text = begin if begin == finish else f"{begin}{self.joint}{finish}"
        if self.length:
            count = months_between(start, end or TODAY) + 1
            text += f" ({count} {LENGTH[self.language][0]})" if end else ""
        return self.wrapped.format(text)


def pick_style(language: str, rng: Random, *, exact: bool) -> Style:
    form = rng.choice(EXACT if exact or rng.random() < 0.72 else COARSE)
    joints = [
        joint
        for joint in JOINTS[language]
        if not (form == "iso" and joint == "-") and not (form == "year_first" and joint == "-")
    ]
    wrapped = rng.choice(("{}", "{}", "{}", "{}", "{}:", "[{}]", "({})"))
    joint = rng.choice(joints)
    if form in {"name", "short", "full", "apostrophe", "season"} and joint in {"-", "–"}:
        joint = f" {joint} "
    return Style(
        language,
        form,
        joint,
        rng.choice(LASTING[language]),
        length=form in EXACT and rng.random() < 0.12,
        wrapped=wrapped,
    )
