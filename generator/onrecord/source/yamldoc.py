"""A file's bytes to a document, with everything that is wrong with its YAML."""

from itertools import islice

import yaml

from onrecord.problems import Location, Problem
from onrecord.source import nodes
from onrecord.source.characters import decoded
from onrecord.source.diagnoses import explained
from onrecord.source.document import START, Document, Value
from onrecord.source.marks import anchors_and_tags
from onrecord.source.values import MOST_ENTRIES, ValueReader

_SPLIT = "split it into several files in the same folder"


def parse(path: str, data: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Read one file; ``path`` is relative to the content folder.

    A fault of syntax or encoding leaves a document without a value; any other leaves the rest readable.
    """
    text, problems = decoded(path, data)
    if any(problem.code == "not-utf8" for problem in problems):
        return Document(path, text), problems
    document, more = _read(path, text)
    return document, (*problems, *more)


def _read(path: str, text: str) -> tuple[Document, tuple[Problem, ...]]:
    try:
        root, another = nodes.compose(text)
    except nodes.TooDeepError as fault:
        hint = f"look for a bracket that is never closed\nrecords need no more than {nodes.MAX_DEPTH} levels"
        message = "lists and mappings stand in one another too deeply here"
        problem = Problem("nested-too-deep", Location(path, span=fault.span), message, hint)
        return Document(path, text), (problem,)
    except nodes.TooManyError:
        message = f"the file holds more than {nodes.MOST_NODES} values"
        problem = Problem("file-too-large", Location(path, span=START), message, _SPLIT)
        return Document(path, text), (problem,)
    except yaml.composer.ComposerError as error:
        # Only anchors and aliases can be composed wrongly, and these are reported wherever they stand.
        marked = tuple(islice(anchors_and_tags(path, text), MOST_ENTRIES))
        return Document(path, text), marked or (explained(path, text, error),)
    except yaml.MarkedYAMLError as error:
        return Document(path, text), (explained(path, text, error),)
    if root is None or (nodes.is_blank(root) and not another):
        hint = "write a record in it, or delete the file"
        return Document(path, text), (
            Problem("empty-file", Location(path, span=START), "the file is empty", hint),
        )
    return _composed(path, text, root, another=another)


def _composed(
    path: str, text: str, root: yaml.Node, *, another: bool
) -> tuple[Document, tuple[Problem, ...]]:
    marked = tuple(anchors_and_tags(path, text))
    reading = ValueReader(path, text, frozenset(problem.location.span for problem in marked))
    value: Value = reading.value(root, ())
    if reading.is_beyond_measure:
        return Document(path, text), (*marked, *reading.problems)
    starts = root.value if isinstance(root, yaml.SequenceNode) else ()
    entries = tuple(nodes.first_line(entry, text) for entry in starts)
    problems = (*marked, *reading.problems, *((_several(path, text, root),) if another else ()))
    return Document(path, text, value, entries), problems


def _several(path: str, text: str, root: yaml.Node) -> Problem:
    """Return the problem of a second document; it begins at the first line of dashes after the root."""
    place = nodes.second_document(text, root)
    message = "the line '---' begins a second document in the file"
    hint = "remove the line\na file with several records is one list, each entry begun with '- '"
    return Problem("several-documents", Location(path, span=place), message, hint)
