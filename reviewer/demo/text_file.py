"""A CV as a plain text file, as some copy it into a form's field."""

from __future__ import annotations

from reviewer.demo.cv import Cv, Entry


def make_text(cv: Cv) -> bytes:
    """The CV in UTF-8 with a blank line between entries."""
    lines = [cv.labels["title"].upper(), "", cv.name, cv.headline]
    lines += [f"{label}: {value}" for label, value in (*cv.contact, *cv.personal)]
    lines += [cv.contact_hint] if cv.contact_hint else []
    lines += ["", *cv.profile]
    for section, entries in (("projects", cv.projects), ("stations", cv.stations)):
        if entries:
            lines += ["", "", cv.labels[section].upper(), "=" * len(cv.labels[section])]
        for entry in entries:
            lines += ["", *_entry_lines(cv, entry)]
    lines += ["", "", cv.labels["education"].upper(), *(f"{year}  {degree}" for year, degree in cv.education)]
    lines += ["", f"{cv.labels['languages']}: {', '.join(cv.languages)}", "", cv.dated]
    return ("\r\n".join(lines).rstrip() + "\r\n").encode()


def _entry_lines(cv: Cv, entry: Entry) -> list[str]:
    lines = [f"{entry.period}  {entry.role}", entry.employer, entry.context_line]
    lines += [f"{cv.labels['occasion']}: {entry.occasion}"] if entry.occasion else []
    lines += [f"  * {task}" for task in entry.tasks]
    if entry.results:
        lines += [f"  {cv.labels['results']}:", *(f"  * {result}" for result in entry.results)]
    return [line for line in lines if line]
