"""The Python part alone: the real page, run without a server, with a watch on what it calls.

Nothing is repeated here of what a page does: the functions of the layers are wrapped where pages
find them, so a page that asks another question is measured as it is.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks import synthetic
from benchmarks.results import Row
from components import charts, evidence, figure, filters
from data import facts, questions, sources
from data.selection import Selection

APP = Path(__file__).parent.parent / "dashboard" / "app.py"
PLACES = (
    (Selection, "Selection", ("apply", "certain")),
    (questions, "questions", tuple(questions.__all__)),
    (charts, "charts", tuple(name for name in charts.__all__ if name[0].islower())),
    (figure, "figure", ("message",)),
    (facts, "facts", ("revision",)),
    (sources, "sources", ("citation",)),
    (filters, "filters", ("sidebar",)),
)
"""Where pages find functions, under which name they are told, and which of them are watched."""
RUNS = 5
ENOUGH = 20.0
"""Seconds after which a page is not run again."""
TOO_LONG = 120.0
"""Seconds that a run may take, by the size before, or the size is left out."""


def measure(sizes: Sequence[int]) -> Iterator[Row]:
    """Yield what the Overview takes at each number of facts, function by function.

    Each run is a change from everything to the region with the most facts, which nobody has
    chosen before.
    """
    slowest = 0.0
    for size in sorted(sizes):
        if slowest * size > TOO_LONG:
            return
        known = facts.load() if size == len(facts.load()) else synthetic.frame(size)
        runs = list(_runs(known))
        for what in runs[-1]:
            times = tuple(run[what] * 1000 for run in runs if what in run)
            yield Row(what, size, times)
        slowest = min(run[SCRIPT] for run in runs) / size


SCRIPT = "the whole script"
AGAIN = "the whole script, asked for the same again"
EVERYTHING = "the whole script, for everything, before any filter"
REST = "Streamlit and the rest of the page"


def _runs(known: pd.DataFrame) -> Iterator[dict[str, float]]:
    """Yield for some runs of the Overview the seconds spent in each function that it calls.

    Each run has a frame of its own, so that nothing is kept of the run before. The first
    reader's run comes before it, the same question once more after it; both are told beside it.
    """
    region = known["region"].value_counts().index[0]
    with watched() as spent, ExitStack() as stack:
        now = [known]
        for name in ("load", "shared"):
            stack.enter_context(patch.object(facts, name, lambda path=None: now[0]))
        app = AppTest.from_file(str(APP), default_timeout=600).run()

        def ask(regions: list[str]) -> dict[str, float]:
            spent.clear()
            app.pills(key="region").set_value(regions).run()
            if app.exception:
                raise RuntimeError(f"The page failed: {app.exception[0].message}")
            return dict(spent)

        started = time.perf_counter()
        for _ in range(RUNS):
            ask([region])
            now[0] = known.copy(deep=False)
            everything = ask([])[SCRIPT]
            told = ask([region])
            whole = told.pop(SCRIPT)
            ask([])
            again = ask([region])[SCRIPT]
            rest = whole - sum(told.values())
            yield {**told, REST: rest, SCRIPT: whole, AGAIN: again, EVERYTHING: everything}
            if time.perf_counter() - started > ENOUGH:
                return


@contextmanager
def watched() -> Iterator[dict[str, float]]:
    """Fill the dictionary with the seconds spent in each function, without what it calls of ours.

    The whole script is what lies between `st.set_page_config`, its first call, and the end of
    `evidence.answer`, its last.
    """
    spent: dict[str, float] = defaultdict(float)
    inner = [0.0]  # seconds in watched functions, for each function that is running

    def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            inner.append(0.0)
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                took = time.perf_counter() - start
                spent[name] += took - inner.pop()
                inner[-1] += took

        return run

    def first(*args: Any, **kwargs: Any) -> None:
        if SCRIPT not in spent:
            spent[SCRIPT] = -time.perf_counter()
        begin(*args, **kwargs)

    def last() -> None:
        end()
        spent[SCRIPT] += time.perf_counter()

    begin, end = st.set_page_config, evidence.answer
    with ExitStack() as stack:
        for place, label, names in PLACES:
            for name in names:
                wrapped = timed(f"{label}.{name}", getattr(place, name))
                stack.enter_context(patch.object(place, name, wrapped))
        stack.enter_context(patch.object(st, "set_page_config", first))
        stack.enter_context(patch.object(evidence, "answer", last))
        yield spent
