"""Copies what changed in the shared database into this desk's mirror."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, Engine

from reviewer.domain.checklist import Checklist
from reviewer.domain.ids import ApplicantKey, CommandId
from reviewer.privacy.erasure import Forget, erase_here
from reviewer.storage import demands, journal, lists, mirror
from reviewer.storage.changes import CURSORS, Changes, load_changes, load_epoch
from reviewer.storage.engine import reading, shrink_traces, writing
from reviewer.storage.records import load_contents
from reviewer.storage.template_texts import load_saved_after

APPLICANTS_A_TIME = 200
CONTENT_BYTES_A_TIME = 16_000_000
DOCUMENTS_A_TIME = 64
TEXTS_A_TIME = 1_000


@dataclass(slots=True, kw_only=True)
class Pulled:
    """What pull brought: applicants changed, applicants erased, receipts, versions of letters' texts."""

    applicants: set[ApplicantKey] = field(default_factory=set)
    erased: set[ApplicantKey] = field(default_factory=set)
    receipts: int = 0
    texts: int = 0


def pull(
    shared: Engine,
    replica: Engine,
    settled: Sequence[CommandId],
    checklist: Checklist,
    today: date,
    forget: Forget,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pulled:
    """Bring the mirror up to date and forget settled acts in the transaction that brings their effect."""
    pulled = Pulled()
    _follow_epoch(shared, replica)
    while True:
        batch = _read(shared, replica)
        with writing(replica) as connection:
            if not batch.more:
                _settle(connection, settled, batch, checklist, today)
            erased = _erase(connection, batch, forget)
            _write(connection, batch, pulled, checklist, today)
        pulled.erased.update(erased)
        if erased:
            shrink_traces(replica)
        if not batch.more or cancelled():
            break
    _fetch_contents(shared, replica, cancelled)
    return pulled


def _follow_epoch(shared: Engine, replica: Engine) -> None:
    with reading(shared) as connection:
        epoch = load_epoch(connection)
    with reading(replica) as connection:
        known = mirror.load_cursor(connection, "epoch")
    if epoch != known:
        with writing(replica) as connection:
            mirror.remove_everything(connection)
            lists.drop_all(connection)
            mirror.save_cursor(connection, "epoch", epoch)


def _read(shared: Engine, replica: Engine) -> Changes:
    with reading(replica) as connection:
        since = {name: int(mirror.load_cursor(connection, name) or 0) for name in CURSORS}
    with reading(shared) as connection:
        return load_changes(connection, since, APPLICANTS_A_TIME)


def _settle(
    connection: Connection, settled: Sequence[CommandId], batch: Changes, checklist: Checklist, today: date
) -> None:
    here = {applicant.key for applicant in batch.applicants}
    concerned = {command.applicant for command in journal.load_pending(connection) if command.stamp.id in set(settled)}
    for command in settled:
        journal.settle(connection, command)
    lists.refresh(connection, sorted(concerned - here), checklist, today)


def _erase(connection: Connection, batch: Changes, forget: Forget) -> list[ApplicantKey]:
    """Erase who is gone before anybody comes: an id used again means that its last bearer has been erased."""
    gone = list(dict.fromkeys([*batch.gone, *mirror.find_earlier_bearers(connection, batch.applicants)]))
    for key in gone:
        erase_here(connection, key, forget)
    return gone


def _write(connection: Connection, batch: Changes, pulled: Pulled, checklist: Checklist, today: date) -> None:
    erased_here = demands.load_applicants(connection)
    arrived = [applicant for applicant in batch.applicants if applicant.key not in erased_here]
    mirror.put_applicants(connection, arrived)
    keys = [applicant.key for applicant in arrived]
    lists.refresh(connection, keys, checklist, today)
    pulled.applicants.update(keys)
    mirror.put_receipts(connection, batch.receipts)
    pulled.receipts += len(batch.receipts)
    mirror.put_texts(connection, batch.texts)
    pulled.texts += len(batch.texts)
    for name, revision in batch.cursors.items():
        mirror.save_cursor(connection, name, str(revision))


def pull_texts(shared: Engine, replica: Engine) -> int:
    """Bring versions of letters' texts alone, and count them; a restored database is left for pull."""
    with reading(replica) as connection:
        epoch, since = (mirror.load_cursor(connection, name) for name in ("epoch", "template_text"))
    with reading(shared) as connection:
        if load_epoch(connection) != epoch:
            return 0
        found = load_saved_after(connection, int(since or 0), TEXTS_A_TIME)
    with writing(replica) as connection:
        mirror.put_texts(connection, [version for version, _ in found])
        if found:
            mirror.save_cursor(connection, "template_text", str(found[-1][1]))
    return len(found)


def _fetch_contents(shared: Engine, replica: Engine, cancelled: Callable[[], bool]) -> None:
    """Copy documents' bytes that are not here yet, in pieces of bounded size."""
    while not cancelled():
        with reading(replica) as connection:
            missing = mirror.load_missing_contents(connection, DOCUMENTS_A_TIME, CONTENT_BYTES_A_TIME)
        if not missing:
            return
        with reading(shared) as connection:
            contents = load_contents(connection, missing)
        if not contents:
            return
        with writing(replica) as connection:
            mirror.put_contents(connection, contents)
