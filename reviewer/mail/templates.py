"""Renders a letter from its template in a sandbox that plain values alone reach, and looks for gaps in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from resources import DIRECTORY
from reviewer.domain.letter import Language, RenderedLetter, Template
from reviewer.domain.template_texts import PARTIALS, HouseTexts, TextKey
from reviewer.errors import Misconfigured
from reviewer.mail.values import LackingPoint, LetterValues

if TYPE_CHECKING:
    from jinja2 import Template as CompiledTemplate

    from reviewer.mail.sandbox import LetterSandbox

LARGEST_LETTER = 64 * 1024
"""Characters of a rendered letter or paragraph; a hundred times what anyone writes."""
_SUBJECT = "Subject:"
_QUOTES = '{% from "LANGUAGE/partials.j2" import quotes %}{{ quotes(evidence) }}'
_MENTION = '{% from "LANGUAGE/partials.j2" import enclosed %}{{ enclosed(attached) }}'
_MISSING = '{% from "LANGUAGE/partials.j2" import missing %}{{ missing(lacks) }}'
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{[A-Za-z_][\w. ]{0,60}\}")
_NAMELESS = re.compile(r"\s,|\bNone\b|\b(?:Frau|Herr|Herrn|Ms|Mr|Dear|geehrte|geehrter)\s*,")


AS_SHIPPED = HouseTexts()


def render(
    template: Template, language: Language, values: LetterValues, texts: HouseTexts = AS_SHIPPED
) -> RenderedLetter:
    """The letter with these values; Misconfigured when the house's template or paragraph is broken."""
    sandbox = _sandbox(texts.sources())
    lacking = [render_point(sandbox, point, language) for point in values.lacking]
    name = file_of(TextKey(name=template.value, language=language))
    own = _plain(values, lacking)

    def find() -> CompiledTemplate:
        own.update(building_blocks(sandbox, language))
        return sandbox.get_template(name)

    text = _run(find, own, "template-broken", name)
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith(_SUBJECT):
        raise Misconfigured("template-without-subject", template=template.value, line=1)
    return RenderedLetter(subject=" ".join(first.removeprefix(_SUBJECT).split()), body=_tidy(rest))


def make_ready(texts: HouseTexts) -> None:
    """Compile what most letters are made of now, so that the first one does not wait for it; it may be broken."""
    sandbox = _sandbox(texts.sources())
    for language in Language:
        for name in (PARTIALS, Template.FEEDBACK_1.value):
            sandbox.get_template(file_of(TextKey(name=name, language=language)))


def building_blocks(sandbox: LetterSandbox, language: Language) -> dict[str, Any]:
    """The macros of a language's building blocks by name: letters may use them without asking for them first."""
    from jinja2.runtime import Macro

    module = sandbox.get_template(file_of(TextKey(name=PARTIALS, language=language))).module
    return {name: one for name, one in vars(module).items() if isinstance(one, Macro)}


def file_of(key: TextKey) -> str:
    """The template's name in the sandbox: "de/feedback-1.j2"."""
    return f"{key.language.value}/{key.name}.j2"


def load_default(key: TextKey) -> str:
    """The template that comes with the program; not for paragraphs, which stand in the checklist."""
    return _shipped()[file_of(key)]


def render_mention(attached: list[str], language: Language, texts: HouseTexts = AS_SHIPPED) -> str:
    """The sentence in which letters name what goes along; empty for nothing."""
    sandbox, source = _sandbox(texts.sources()), _MENTION.replace("LANGUAGE", language.value)
    return _run(lambda: sandbox.compiled(source), {"attached": attached}, "template-broken", PARTIALS).strip()


def gaps(rendered: RenderedLetter, own_words: Iterable[str] = ()) -> tuple[str, ...]:
    """What is incomplete in a letter, as codes; empty when it may go out.

    own_words are the applicant's (values.own_words): what looks like a leftover of a template within them is a name.
    """
    subject, body = rendered.subject.strip(), rendered.body.strip()
    house_text = f"{subject}\n{body}"
    paragraphs = _BLANK_LINES.split(body)
    salutation = paragraphs[0].strip()
    for word in own_words:
        house_text = house_text.replace(word, "x") if _LEFTOVER.search(word) else house_text
        salutation = salutation.replace(word, "x")
    found = {
        "letter-without-subject": not subject,
        "letter-without-body": not body,
        "letter-with-leftover": _LEFTOVER.search(house_text) is not None,
        "letter-without-salutation": bool(body) and not _is_salutation(salutation),
        "letter-without-text": bool(body) and len(paragraphs) < 2,
        "letter-with-empty-paragraph": any(_says_nothing(paragraph) for paragraph in paragraphs if body),
    }
    return tuple(code for code, holds in found.items() if holds)


def _is_salutation(line: str) -> bool:
    return "\n" not in line and line.endswith((",", "!")) and not _NAMELESS.search(line)


def _says_nothing(paragraph: str) -> bool:
    return not any(character.isalnum() for character in paragraph)


@lru_cache(maxsize=4)
def _sandbox(sources: tuple[tuple[TextKey, str], ...]) -> LetterSandbox:
    from reviewer.mail.sandbox import LetterSandbox, TextLoader

    own = {file_of(key): text for key, text in sources}
    return LetterSandbox(TextLoader(lambda name: own.get(name) or _shipped().get(name)))


@lru_cache(maxsize=1)
def _shipped() -> dict[str, str]:
    """All templates that come with the program, by name."""
    folder = DIRECTORY / "templates"
    paths = (path for language in Language for path in sorted((folder / language.value).glob("*.j2")))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def sandbox_for(texts: HouseTexts) -> LetterSandbox:
    """The sandbox in which these texts are rendered."""
    return _sandbox(texts.sources())


def render_point(sandbox: LetterSandbox, point: LackingPoint, language: Language) -> dict[str, Any]:
    """What a template is told of one lacking criterion: title, text, and pages without words."""
    evidence = [{"page": place.page, "quote": place.quote, "document": place.document} for place in point.evidence]
    quotes = _QUOTES.replace("LANGUAGE", language.value)
    quoted = _run(lambda: sandbox.compiled(quotes), {"evidence": evidence}, "template-broken", "partials")
    lacks = [{"lack": one.lack, "periods": list(one.periods), "more": one.more} for one in point.missing]
    source = _MISSING.replace("LANGUAGE", language.value)
    missing = _run(lambda: sandbox.compiled(source), {"lacks": lacks}, "template-broken", "partials")
    values = {"evidence": evidence, "quoted": quoted, "missing": missing.strip()}
    name = f"paragraph-{point.key}-{point.rung}" if point.rung else point.key
    text = _run(lambda: sandbox.compiled(point.source), values, "checklist-paragraph-broken", name)
    return {"key": point.key, "title": point.title, "text": " ".join(text.split()), "pages": list(point.pages)}


def _plain(values: LetterValues, lacking: list[dict[str, Any]]) -> dict[str, Any]:
    """The values as strings, lists and dictionaries: no object of ours reaches a template."""
    return {
        "person": {
            "salutation": values.salutation,
            "title": values.title,
            "first_name": values.first_name,
            "last_name": values.last_name,
        },
        "lacking": lacking,
        "today": values.today,
        "answer_by": values.answer_by,
        "last_letter_on": values.last_letter_on,
        "corrected": values.corrected,
        "sender_name": values.sender_name,
        "attached": list(values.attached),
    }


def _run(find: Callable[[], CompiledTemplate], values: dict[str, Any], code: str, name: str) -> str:
    """The template's output, stopped at LARGEST_LETTER; its failures as Misconfigured with text, line and reason."""
    from jinja2 import TemplateError

    from reviewer.mail.sandbox import begin_counting

    begin_counting()
    pieces, size = list[str](), 0
    try:
        for piece in find().generate(values):
            size += len(piece)
            if size > LARGEST_LETTER:
                raise Misconfigured("letter-too-long", template=name, line=0)
            pieces.append(piece)
    except (TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError) as error:
        raise _broken(error, code, name) from error
    except (SyntaxError, TypeError, ValueError) as error:
        raise _broken(error, code, name) from error
    return "".join(pieces)


def _broken(error: BaseException, code: str, name: str) -> Misconfigured:
    from reviewer.mail.template_faults import INLINE, explain, find_place, text_name

    place, line = find_place(error)
    fault = explain(error)
    reason = {"reason": fault.code, "what": fault.what} if fault.what else {"reason": fault.code}
    return Misconfigured(code, template=text_name(name if place == INLINE else place), line=line, **reason)


def _tidy(text: str) -> str:
    """Paragraphs split by exactly one blank line, no space at the end of a line."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return "\n\n".join(paragraph.strip("\n") for paragraph in _BLANK_LINES.split(lines) if paragraph.strip())
