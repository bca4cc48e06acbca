"""The kinds of identity, one NewType each."""

from __future__ import annotations

from typing import NewType

ApplicantKey = NewType("ApplicantKey", str)
"""Random, 32 hexadecimal digits; the only identity that outlives an erasure (tombstone, receipt)."""
ApplicantId = NewType("ApplicantId", str)
"""The platform's own number for the applicant, as people say it; unique among the living."""
CommandId = NewType("CommandId", str)
DocumentId = NewType("DocumentId", str)
EvidenceId = NewType("EvidenceId", str)
NoteId = NewType("NoteId", str)
DecisionId = NewType("DecisionId", str)
LetterId = NewType("LetterId", str)
ReplyId = NewType("ReplyId", str)
ReceiptId = NewType("ReceiptId", str)
CriterionKey = NewType("CriterionKey", str)
