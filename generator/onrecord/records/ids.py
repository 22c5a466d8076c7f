"""The names of records: one grammar, one name space for all kinds, stable for ever."""

import re
from typing import NewType

ActorId = NewType("ActorId", str)
EventId = NewType("EventId", str)
StatementId = NewType("StatementId", str)
ClaimId = NewType("ClaimId", str)
SourceId = NewType("SourceId", str)
PlaceId = NewType("PlaceId", str)
TopicId = NewType("TopicId", str)
QuestionId = NewType("QuestionId", str)
RecordId = NewType("RecordId", str)
"""The id of a record of any kind."""

ActorIdOrWords = NewType("ActorIdOrWords", str)
"""An actor's id, or words such as ``The Spokesman-Review``: what looks like an id is one."""

SourceIdOrWords = NewType("SourceIdOrWords", str)
"""A source's id, or words such as ``Russian media reports, unnamed``: what looks like an id is one."""

ID = "[a-z0-9]+(-[a-z0-9]+)*"
"""The grammar of ids, as a regular expression."""

_GRAMMAR = re.compile(ID)


def is_id(text: str) -> bool:
    """Tell whether ``text`` has the form of an id: lower-case letters and digits, joined by hyphens."""
    return _GRAMMAR.fullmatch(text) is not None
