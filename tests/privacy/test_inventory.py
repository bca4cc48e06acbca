"""The register: every personal column has its place in the inventory."""

from __future__ import annotations

import sqlalchemy as sa

from reviewer.privacy.inventory import INVENTORY, MIRRORED, Side
from reviewer.storage.local_tables import local, search
from reviewer.storage.tables import shared

ALL_TABLES = [*shared.tables.values(), *local.tables.values(), search]


def personal(table: sa.Table) -> set[str]:
    return {column.name for column in table.columns if column.info["personal"]}


def test_every_column_is_marked_personal_or_not() -> None:
    columns = [column for table in ALL_TABLES for column in table.columns]
    unmarked = [str(column) for column in columns if "personal" not in column.info]
    assert unmarked == []


def test_every_table_with_a_personal_column_stands_in_the_inventory() -> None:
    places = {place.name for place in INVENTORY if place.side in (Side.SHARED, Side.DESK)}
    assert {table.name for table in ALL_TABLES if personal(table)} == places - {"mirror"}


def test_the_mirror_is_the_shared_tables_with_personal_columns() -> None:
    assert {table.name for table in shared.tables.values() if personal(table)} == set(MIRRORED)


def test_what_outlives_an_erasure_has_no_personal_column() -> None:
    for name in ("receipt", "tombstone", "command_log", "clock"):
        assert personal(shared.tables[name]) == set()
