"""Records of what the rules found on their way, quick to define and to make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(kw_only_default=True, eq_default=False, frozen_default=True)
def record(fields: type[_Class]) -> type[_Class]:
    """A class of named fields that is compared by identity and never changed, which the type checker sees to.

    As a frozen dataclass with slots, but defined in a quarter of its time, and without a repr, so that nothing read in
    a document gets into a message by it.
    """
    return dataclass(slots=True, kw_only=True, eq=False, repr=False)(fields)
