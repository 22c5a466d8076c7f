"""What follows from a dossier and is asked for again and again: computed once, and kept with the dossier."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from onrecord.dossier.dossier import Dossier
from onrecord.dossier.reads import Noted, kept, recalled

P = ParamSpec("P")
T = TypeVar("T")
Answer = Callable[Concatenate[Dossier, P], T]


def remembered(answer: Answer[P, T]) -> Answer[P, T]:
    """Return ``answer``, which looks nowhere but into the dossier, so that it is computed once.

    A dossier never changes, and what it remembers goes when it goes. The arguments must be hashable.
    """

    @wraps(answer)
    def once(dossier: Dossier, /, *asked: P.args, **named: P.kwargs) -> T:
        key = (answer, *asked, *sorted(named.items()))
        found = dossier.memory.get(key)
        if found is not None:
            return recalled(cast("Noted[T]", found))
        fresh: Noted[T] = kept(lambda: answer(dossier, *asked, **named))
        dossier.memory[key] = fresh
        return fresh.value

    return once
