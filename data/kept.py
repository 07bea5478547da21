"""Keeping answers: what was asked of the same frame once is not worked out again."""

import weakref
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Make a pure function remember what it returned, as long as what it was given lives.

    Frames, arrays and whatever else has no hash are the same only where they are one object;
    anything else is where it is equal. Nobody may change what is given or returned, because
    all sessions share it.
    """
    memory: dict[Hashable, R] = {}

    @wraps(function)
    def asked(*given: P.args, **named: P.kwargs) -> R:
        objects: list[object] = []
        key = (
            tuple(_named(part, objects) for part in given),
            tuple((name, _named(part, objects)) for name, part in named.items()),
        )
        with suppress(KeyError):
            return memory[key]
        memory[key] = answer = function(*given, **named)
        for one in objects:
            weakref.finalize(one, memory.pop, key, None).atexit = False
        return answer

    return asked


def _named(part: object, objects: list[object]) -> Hashable:
    """Return what stands for a part in a key; what has no hash is put to the objects too."""
    try:
        hash(part)
    except TypeError:
        objects.append(part)
        return "object", id(part)
    return part
