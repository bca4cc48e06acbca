"""What has happened to each invented applicant, as events that become real commands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from reviewer.checks.run import rules_version
from reviewer.demo.plan import DemoApplicant, DemoPlan, Stage
from reviewer.demo.post import PretendPost
from reviewer.demo.prechecked import proposal_beside
from reviewer.domain import acts
from reviewer.domain.applicant import Answer, Applicant, DecisionKind, State
from reviewer.domain.ids import ApplicantId, DecisionId, LetterId, NoteId, ReplyId
from reviewer.domain.objections import Objection
from reviewer.domain.reply_acts import record_objection, record_reply
from reviewer.workspace import Workspace, new_id

_KINDS = {Stage.ACCEPTED: DecisionKind.ACCEPT, Stage.OUT: DecisionKind.REJECT}
_OBJECTED = (Objection.NEVER_COMPLAINED, Objection.CONVERSATION, Objection.HOMEPAGE)
_REPLIES = ("Is abroad until the end of the month, then sends a new CV.", "Asks which projects are meant.")
_REMARK = "Called back: a new CV is on its way."


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing on one day; answers come before the decision they lead to."""

    id: ApplicantId | None
    days_ago: int
    lacking: frozenset[str] = frozenset()
    kind: DecisionKind | None = None
    reason: str = ""
    arrives: bool = False


def events_of(applicant: DemoApplicant) -> list[Event]:
    """An applicant's past, oldest first."""
    state, lacking = applicant.state, frozenset(defect.value for defect in applicant.defects)
    events = [
        Event(id=applicant.id, days_ago=days, lacking=lacking, kind=DecisionKind.FEEDBACK)
        for days in state.sent_days_ago
    ]
    if state.stage in _KINDS:
        days = state.decided_days_ago or 0
        events.append(Event(id=applicant.id, days_ago=days, lacking=lacking, kind=_KINDS[state.stage]))
    return events


class History:
    """Lets events happen on a desk whose clock somebody else sets."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def happen(self, event: Event) -> None:
        """Answer the checklist and decide, as a reviewer would have on that day."""
        if event.id is None or event.kind is None:
            return
        applicant = self._find(event.id)
        applicant = self._answer(applicant, event.lacking)
        self._decide(applicant, event.kind, timedelta())

    def leave_things_open(self, plan: DemoPlan, post: PretendPost, *, erased: int) -> None:
        """Today: some sleep, one has a remark, some letters wait, fail or are in doubt, two people are erased."""
        for person in plan.applicants:
            if person.state.stage is Stage.ASLEEP and person.state.asleep_until is not None:
                applicant = self._find(person.id)
                until, reason = person.state.asleep_until, person.state.reason
                self._workspace.execute(acts.defer(applicant, until, reason, self._workspace.stamp()))
        self._leave_answers(plan)
        fresh = [
            person
            for person in plan.applicants
            if person.state.stage is Stage.NEW and person.defects and person.person.email
        ]
        for person in fresh[-erased:]:
            self._workspace.erase(self._find(person.id).key)
        self._leave_letters(fresh[:-erased][-4:], post)

    def _leave_answers(self, plan: DemoPlan) -> None:
        """Some on the ladder have objected, and some have answered."""
        followed = [person.id for person in plan.applicants if person.state.stage is Stage.FOLLOW_UP][::2]
        for id, objection in zip(followed, _OBJECTED, strict=False):
            applicant, stamp = self._find(id), self._workspace.stamp()
            if not applicant.person.email or applicant.state is not State.FOLLOW_UP:
                continue
            command = record_objection(
                applicant,
                objection,
                self._workspace.correspondence.compose(applicant, objection),
                stamp,
                reply_id=ReplyId(new_id()),
                letter_id=LetterId(new_id()),
                not_before=stamp.at,
            )
            self._workspace.execute(command)
        for id, words in zip(followed[len(_OBJECTED) :], _REPLIES, strict=False):
            applicant, stamp = self._find(id), self._workspace.stamp()
            today = stamp.at.astimezone().date()
            self._workspace.execute(record_reply(applicant, today, words, stamp, reply_id=ReplyId(new_id())))

    def _leave_letters(self, people: list[DemoApplicant], post: PretendPost) -> None:
        for number, person in enumerate(people):
            applicant = self._answer(self._find(person.id), frozenset(defect.value for defect in person.defects))
            if number == 0:
                self._remark(applicant)
                continue
            letter = self._decide(applicant, DecisionKind.FEEDBACK, timedelta(days=1) if number == 1 else timedelta())
            if letter is not None and number == 2:
                post.refused.add(letter)
            elif letter is not None and number == 3:
                post.doubted.add(letter)

    def _remark(self, applicant: Applicant) -> None:
        stamp = self._workspace.stamp()
        self._workspace.execute(acts.add_note(applicant, _REMARK, stamp, id=NoteId(new_id()), criterion=None))

    def _find(self, id: ApplicantId) -> Applicant:
        key = self._workspace.find(id)
        if key is None:
            raise LookupError("invented applicant is missing")
        return self._workspace.applicant(key)

    def _answer(self, applicant: Applicant, lacking: frozenset[str]) -> Applicant:
        for key in self._workspace.checklist.keys():  # noqa: SIM118 - a checklist is no dictionary
            answer = Answer.LACKING if key in lacking else Answer.FINE
            proposed = proposal_beside(applicant.id, key, answer, rules_version())
            command = acts.answer(applicant, key, answer, self._workspace.stamp(), proposed=proposed)
            applicant = self._workspace.execute(command).applicant
        return applicant

    def _decide(self, applicant: Applicant, kind: DecisionKind, hold: timedelta) -> LetterId | None:
        rendered = self._workspace.correspondence.compose(applicant, kind) if applicant.person.email else None
        if rendered is None and kind is DecisionKind.FEEDBACK:
            return None
        letter = LetterId(new_id())
        command = acts.decide(
            applicant,
            kind,
            rendered,
            self._workspace.stamp(),
            decision_id=DecisionId(new_id()),
            letter_id=letter,
            hold=hold,
        )
        self._workspace.execute(command)
        return letter
