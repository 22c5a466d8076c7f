"""Jinja for many small pages: the same templates and the same bytes, with fewer steps between them.

Our templates are given finished values and call nothing but each other's macros, so that much of what Jinja
does for whoever passes it dictionaries, contexts and functions need not be done a million times.
"""

import operator
from collections.abc import Callable
from functools import lru_cache, partial
from keyword import iskeyword
from typing import Any

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, Expr, Getattr
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

_REPEATED = ("chip", "link", "mark", "short_time", "stance", "state", "time")
"""The macros that show one small value, the same ones on many pages: what they made of it is kept."""

_KEPT = 20_000
_MOST_CODES = 300
"""More templates than a project has."""

_escaped = lru_cache(maxsize=_KEPT, typed=True)(escape)
_marked_up: Callable[[str], Markup] = partial(str.__new__, Markup)


def _printed(value: object) -> Markup:
    return value if type(value) is Markup else _escaped(value)


def _macro(function: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """Return a macro that is what its function returns; what it is not given has a default there."""
    count = len(names)

    def macro(*values: Any, **named: Any) -> Markup:
        if len(values) < count:
            values += tuple(named.pop(name, missing) for name in names[len(values) :])
        return _marked_up(function(*values, **named))

    return macro


class _Template(Template):
    """Remembers what the small macros returned: they are functions of their arguments."""

    def make_module(self, *args: Any, **named: Any) -> Any:
        made = super().make_module(*args, **named)
        for name in _REPEATED:
            if (macro := vars(made).get(name)) is not None:
                setattr(made, name, lru_cache(maxsize=_KEPT)(macro))
        return made

    def _get_default_module(self, ctx: Context | None = None) -> Any:  # noqa: ARG002  # none of ours adds to it
        if self._module is None:
            self._module = self.make_module()
        return self._module


class _Generator(CodeGenerator):
    """Prints through ``printed``, which escapes a text once; calls and looks up as Python does."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002  # Jinja's own
        self.write("environment.printed(")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        self.write(f"environment.macro(macro, {tuple(each.name for each in macro_ref.node.args)!r})")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802  # Jinja's own
        if forward_caller:
            super().visit_Call(node, frame, forward_caller=True)
            return
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's own
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")


class QuickEnvironment(Environment):
    """An environment for templates that get values with attributes, and escape everything."""

    code_generator_class = _Generator
    template_class = _Template
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Python's own, which looks up no keys
    printed = staticmethod(_printed)
    called = staticmethod(operator.call)  # type: ignore[var-annotated, arg-type]  # of whatever there is
    macro = staticmethod(_macro)


class Codes(BytecodeCache):
    """Templates as they were compiled, to be used again for as long as nobody changes their text.

    ``known`` are those that Jinja asked for, by its own names of them, the last one last; ``has_new`` tells
    whether one of them was compiled here, and not brought from elsewhere.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self.known: dict[str, bytes] = {}
        self.has_new = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what a template was compiled to, which it passes over if the template has changed."""
        if code := self.known.pop(bucket.key, None):
            self.known[bucket.key] = code
            try:
                bucket.bytecode_from_string(code)
            except Exception:  # noqa: BLE001  # whatever is wrong with it: the template is there
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.known[bucket.key] = bucket.bytecode_to_string()
        self.has_new = True

    def latest(self) -> dict[str, bytes]:
        """Return those that were used last, in the order of their use: of all projects there may be many."""
        return dict(list(self.known.items())[-_MOST_CODES:])
