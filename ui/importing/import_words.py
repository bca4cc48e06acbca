"""What an import says: what would come, what came, what stayed outside."""

from __future__ import annotations

from reviewer.domain.arrival import ImportReport
from reviewer.i18n import gettext as _
from reviewer.i18n import ngettext
from ui.importing.import_presenter import ImportState, Phase


def counts_of(report: ImportReport, *, done: bool) -> list[tuple[int, str]]:
    """The four counts of a report, each with its words."""
    outside = len(report.problems)
    stays = ngettext("stays outside", "stay outside", outside)
    stayed = ngettext("stayed outside", "stayed outside", outside)
    return [
        (report.added, ngettext("new applicant", "new applicants", report.added)),
        (report.new_versions, ngettext("new version", "new versions", report.new_versions)),
        (report.unchanged, ngettext("unchanged", "unchanged", report.unchanged)),
        (outside, stayed if done else stays),
    ]


def progress_words(state: ImportState) -> str:
    """How far the work is."""
    if state.stopping:
        return _("Stopping; what is in stays in")
    if state.of:
        return _("{read} of {of}").format(read=state.read, of=state.of)
    return ngettext("{read} read", "{read} read", state.read).format(read=state.read)


def title_of(state: ImportState) -> str:
    """The heading of each moment."""
    match state.phase:
        case Phase.CHOOSING:
            return _("Bring in applicants")
        case Phase.LOOKING:
            return _("The folder is being looked through")
        case Phase.LOOKED:
            return _("This would come in")
        case Phase.BRINGING:
            return _("Applicants are coming in")
        case Phase.DONE if state.report is not None and state.report.cancelled:
            return _("Stopped; what came in stays in")
        case Phase.DONE:
            return _("Everything that can come in is in")
        case Phase.FAILED:
            return _("Nothing could be brought in")


def summary_words(report: ImportReport) -> str:
    """One line about a finished import, for the status line."""
    came = report.added + report.new_versions
    words = ngettext("{count} applicant came in", "{count} applicants came in", came).format(count=came)
    outside = len(report.problems)
    if not outside:
        return words
    stayed = ngettext("{count} stayed outside", "{count} stayed outside", outside).format(count=outside)
    return _("{came}, {stayed}").format(came=words, stayed=stayed)


def can_bring_in(state: ImportState) -> bool:
    """Whether anything would change."""
    report = state.report
    return state.phase is Phase.LOOKED and report is not None and bool(report.added + report.new_versions)


def advice_of(state: ImportState) -> str:
    """What the counts mean for the person."""
    report = state.report
    if report is None:
        return ""
    if state.phase is Phase.DONE:
        return "" if not report.problems else _("Mend what stayed outside and bring the same folder in once more.")
    if not report.added + report.new_versions:
        return _("Nothing in this folder is new. You can close this.")
    if report.new_versions:
        return _("Applicants with a new version of their CV come back into the list.")
    return _("Bringing the same folder in twice adds nothing twice.")
