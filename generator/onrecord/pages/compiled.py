"""Jinja for many small pages: the same templates and the same bytes, with fewer steps between them.

Our templates are given finished values and call nothing but each other's macros, so that much of what Jinja
does for whoever passes it dictionaries, contexts and functions need not be done a million times.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

_REPEATED = ("chip", "link", "mark", "short_time", "stance", "state", "time")
"""The macros that show one small value, the same ones on many pages: what they made of it is kept."""

_KEPT = 50_000

_escaped = lru_cache(maxsize=_KEPT, typed=True)(escape)


def _printed(value: object) -> Markup:
    return value if type(value) is Markup else _escaped(value)


class _Context(Context):
    """Calls a macro as it is: none of ours asks for the context."""

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*args, **named)


class _Template(Template):
    """Remembers what the small macros returned: they are functions of their arguments."""

    def make_module(self, *args: Any, **named: Any) -> Any:
        made = super().make_module(*args, **named)
        for name in _REPEATED:
            if (macro := vars(made).get(name)) is not None:
                setattr(made, name, lru_cache(maxsize=_KEPT)(macro))
        return made


class _Generator(CodeGenerator):
    """Prints through ``printed``, which escapes a text once."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002  # Jinja's own
        self.write("environment.printed(")


class QuickEnvironment(Environment):
    """An environment for templates that get values with attributes, and escape everything."""

    code_generator_class = _Generator
    context_class = _Context
    template_class = _Template
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Python's own, which looks up no keys
    printed = staticmethod(_printed)
