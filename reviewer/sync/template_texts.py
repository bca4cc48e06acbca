"""The texts of the house's letters on one desk: looked at, checked, tried, saved, and kept while they are not saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from reviewer.domain.applicant import Applicant
from reviewer.domain.checklist import Checklist
from reviewer.domain.findings import Findings
from reviewer.domain.template_texts import (
    HouseTexts,
    OpenText,
    TextDraft,
    TextFault,
    TextKey,
    TextPreview,
    TextRow,
    TextVariable,
    TextVersion,
    text_keys,
)
from reviewer.errors import Outdated, Refused
from reviewer.settings import Settings
from reviewer.storage import template_texts as stored
from reviewer.storage.engine import reading, writing
from reviewer.storage.records import LostUpdate
from reviewer.sync.pull import pull_texts


class TemplateTexts:
    """One desk's view of the texts; what is saved goes into the shared database at once, and only what holds."""

    def __init__(
        self,
        shared: sa.Engine,
        replica: sa.Engine,
        checklist: Checklist,
        clock: Callable[[], datetime],
        settings: Callable[[], Settings],
        prepare: Callable[[], None],
    ) -> None:
        """Prepare sees to the shared schema, or raises Unavailable or Misconfigured."""
        self._shared = shared
        self._replica = replica
        self._checklist = checklist
        self._clock = clock
        self._settings = settings
        self._prepare = prepare

    def newest(self) -> HouseTexts:
        """What letters are written from now, as far as this desk knows."""
        with reading(self._replica) as connection:
            return stored.load_newest(connection)

    def list(self) -> tuple[TextRow, ...]:
        """Every text there is, paragraphs first."""
        with reading(self._replica) as connection:
            house, drafts = stored.load_newest(connection), stored.load_drafts(connection)
        return tuple(_row(key, house, key in drafts) for key in text_keys(self._checklist))

    def open(self, key: TextKey) -> OpenText:
        """One text with its history and what was typed here and not saved."""
        with reading(self._replica) as connection:
            history, drafts = stored.load_history(connection, key), stored.load_drafts(connection)
        default = self._default(key)
        shown = tuple(replace(one, text=default.text) if one.is_default else one for one in history)
        return OpenText(key=key, history=(*shown, default), draft=drafts.get(key))

    def check(self, key: TextKey, text: str, cancelled: Callable[[], bool] = lambda: False) -> tuple[TextFault, ...]:
        """What is wrong with a text; none when it can be saved."""
        from reviewer.mail.text_check import find_faults

        return find_faults(key, _tidy(key, text), self.newest(), self._checklist, cancelled)

    def preview(self, key: TextKey, text: str, applicant: Applicant, findings: Findings | None = None) -> TextPreview:
        """The letter this text would give for an applicant, in the text's language."""
        from reviewer.mail.text_preview import preview_for_applicant

        now, settings = self._clock().astimezone(), self._settings()
        wanted = _tidy(key, text)
        return preview_for_applicant(key, wanted, self.newest(), self._checklist, applicant, now, settings, findings)

    def preview_sample(self, key: TextKey, text: str, person: int) -> TextPreview:
        """The same for one of the invented people, by number."""
        from reviewer.mail.text_preview import preview_for_sample

        return preview_for_sample(key, _tidy(key, text), self.newest(), self._checklist, person)

    def sample_people(self) -> tuple[str, ...]:
        """The invented people by name, in the order of their numbers."""
        from reviewer.mail.samples import people_names

        return people_names()

    def variables(self, key: TextKey) -> tuple[TextVariable, ...]:
        """What a text may use."""
        from reviewer.mail.text_words import variables_of

        return variables_of(key)

    def explain(self, fault: TextFault) -> str:
        """What is wrong, in the language being spoken."""
        from reviewer.mail.text_words import explain_fault

        return explain_fault(fault)

    def save(self, key: TextKey, text: str, seen: int) -> TextVersion:
        """Save a text as the version after the one seen, in the shared database, and forget the draft.

        Refused when the text is broken; Outdated when somebody saved another version meanwhile, which is then here;
        Unavailable without the shared database. The draft stays in all three cases.
        """
        wanted = _tidy(key, text)
        faults = self.check(key, wanted)
        if faults:
            fault = faults[0]
            raise Refused("template-faulty", template=key.name, line=fault.line, reason=fault.code, what=fault.what)
        return self._add(key, wanted, seen, is_default=wanted == self._default(key).text)

    def return_to_default(self, key: TextKey, seen: int) -> TextVersion:
        """Save a version that stands for the program's own text; errors as in save."""
        return self._add(key, self._default(key).text, seen, is_default=True)

    def keep_draft(self, draft: TextDraft) -> None:
        """Keep what was typed and not saved, on this desk."""
        with writing(self._replica) as connection:
            stored.keep_draft(connection, draft)

    def drop_draft(self, key: TextKey) -> None:
        """Forget what was typed and not saved."""
        with writing(self._replica) as connection:
            stored.drop_draft(connection, key)

    def _add(self, key: TextKey, text: str, seen: int, *, is_default: bool) -> TextVersion:
        version = TextVersion(
            key=key,
            version=seen + 1,
            text=text,
            saved_at=self._clock(),
            saved_by=self._settings().text("reviewer.name"),
            is_default=is_default,
        )
        self._prepare()
        try:
            with writing(self._shared) as connection:
                stored.add_version(connection, version)
        except LostUpdate:
            pull_texts(self._shared, self._replica)
            raise Outdated("template-changed", template=key.name) from None
        pull_texts(self._shared, self._replica)
        self.drop_draft(key)
        return version

    def _default(self, key: TextKey) -> TextVersion:
        from reviewer.mail.templates import load_default

        if key.paragraph is None:
            text = load_default(key)
        else:
            name, rung = key.paragraph
            criterion = next(one for one in self._checklist.criteria if one.key == name)
            text = criterion.texts[key.language].paragraphs[rung - 1]
        return TextVersion(key=key, version=0, text=_tidy(key, text), saved_at=None, saved_by="", is_default=True)


def _tidy(key: TextKey, text: str) -> str:
    """The text as it is kept: lines end alike; a paragraph has no line breaks around it, a template one at its end."""
    lines = "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip("\n")
    return lines.strip() if key.paragraph is not None or not lines.strip() else f"{lines}\n"


def _row(key: TextKey, house: HouseTexts, has_draft: bool) -> TextRow:
    known = house.saved.get(key)
    return TextRow(
        key=key,
        version=0 if known is None else known.version,
        changed=house.find(key) is not None,
        saved_at=None if known is None else known.saved_at,
        saved_by="" if known is None else known.saved_by,
        has_draft=has_draft,
    )
