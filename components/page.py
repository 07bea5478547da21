"""How every page begins, and how a chart gets the words that go with it."""

from collections.abc import Callable
from threading import Lock
from typing import Any

import pandas as pd
import streamlit as st

from components import charts, evidence, figure, filters, sharing
from components.charts import Chart
from components.text import plain
from data import facts, places, questions, sources
from data.kept import kept
from data.selection import Selection

Only = Callable[[pd.DataFrame], pd.DataFrame]
"""Which facts a page is about, whatever the selection."""

MOST, VIEWS = 500_000, 32
"""So many rows of recent selections are held, besides the facts themselves, in so many views."""


def begin(
    title: str,
    meaning: str,
    *,
    only: Only = lambda facts: facts,
    always: bool = False,
) -> pd.DataFrame:
    """Write title, selection and count; return the facts that the page may show.

    Where none is left, say what to widen and end the page, unless it says more than facts
    (``always``). ``only`` says which facts the page is about, whatever the selection.
    """
    known = facts.shared()
    selection = filters.current()
    shown = _narrowed(known, selection, only)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.title(title, anchor=False, width="stretch")
        sharing.share(title, shown)
    st.markdown(meaning)
    unsure = int((~selection.certain(shown)).sum())
    possibly = f", {unsure:,} of them only possibly or partly in the period" if unsure else ""
    st.markdown(f"**{selection.words}** · {len(shown):,} of {len(known):,} facts{possibly}")
    if changed := sharing.changed_since(st.query_params):
        st.info(plain(changed), icon=":material/history:")
    for part in filters.ignored():
        st.warning(
            f"The link was not followed in full: it ignores {plain(part)}.",
            icon=":material/link_off:",
        )
    if shown.empty:
        _explain_emptiness(only(known), others=len(selection.apply(known)))
        if not always:
            st.stop()
    return shown


_RECENT: dict[tuple[Selection, Only], tuple[pd.DataFrame, pd.DataFrame]] = {}
_LOCK = Lock()


def _narrowed(known: pd.DataFrame, selection: Selection, only: Only) -> pd.DataFrame:
    """Return the facts that a page shows; for a recent selection the same frame as before.

    So the answers that are `kept` of a frame serve every session that asks for it again.
    """
    with _LOCK:
        of, shown = _RECENT.pop((selection, only), (None, known))
    if of is not known:
        shown = selection.apply(only(known))
    with _LOCK:
        _RECENT[selection, only] = known, shown
        rows = sum(len(frame) for _, frame in _RECENT.values() if frame is not known)
        for key, (of, frame) in [*_RECENT.items()][:-1]:  # the longest unasked first
            if of is known and rows <= MOST and len(_RECENT) <= VIEWS:
                continue
            del _RECENT[key]
            rows -= len(frame) if frame is not known else 0
    return shown


def _explain_emptiness(on_page: pd.DataFrame, *, others: int) -> None:
    if on_page.empty:
        st.info("The collection holds no fact on this page's subject yet.")
        return
    options = filters.current().widenings(on_page)
    told = "\n".join(f"- without {part}: {n:,} fact{'s' * (n > 1)}" for part, n in options)
    advice = f"Widen the selection:\n\n{told}" if told else "Reset the filters in the sidebar."
    elsewhere = (
        f" {others:,} fact{'s' * (others > 1)} on other subjects fit{'s' * (others == 1)}."
        if others
        else ""
    )
    st.info(
        f"No fact on this page's subject fits the selection.{elsewhere} That is not a zero: "
        f"it was not reported here.\n\n{advice}"
    )


def draw(
    chart: Chart,
    shown: pd.DataFrame,
    *,
    name: str,
    selection: Selection | None = None,
    on_click: Callable[[Any], None] = evidence.ask,
) -> None:
    """Show a chart with selection, count, sources, revision and link; a click opens evidence.

    ``shown`` holds the facts that the chart's question was asked about; ``selection`` says
    them where they are fewer than those of the page.
    """
    selection = selection or filters.current()
    drawn = shown if chart.everything else _behind(shown, chart)
    path = st.session_state.get("path", "")
    caption = figure.Caption(
        selection=f"{selection.words} · {len(drawn):,} of {len(facts.load()):,} facts",
        sources=sources.citation(drawn),
        revision=facts.revision(),
        link=filters.address(path, selection.link),
    )
    figure.show(chart, name=name, caption=caption, on_click=on_click)


@kept
def _behind(shown: pd.DataFrame, chart: Chart) -> pd.DataFrame:
    """Return the facts that a chart was made from."""
    return shown[shown["fact_id"].isin(chart.facts)]


def explain(chart: Chart) -> None:
    """Show a chart of examples, which stands for no fact."""
    path = st.session_state.get("path", "")
    caption = figure.Caption(
        selection="How to read a chart",
        sources="Examples, not facts",
        revision=facts.revision(),
        link=filters.address(path, {}),
    )
    figure.show(chart, name=chart.title, caption=caption)


def draw_map(shown: pd.DataFrame, *, height: int = 470) -> None:
    """Show where the facts lie.

    A country or place that is clicked narrows; once the selection is just that, it opens the
    evidence.
    """
    by_country, locations = questions.by_country(shown), questions.locations(shown)

    def clicked(mark: str | list[str]) -> None:
        if not isinstance(mark, str):
            evidence.ask(mark)
        elif not _narrow(mark, partners=by_country["partner"].to_list()):
            evidence.ask(shown["fact_id"].head(evidence.MOST))

    chart = charts.where(by_country, locations, asked=len(shown), height=height)
    draw(chart, shown, name="map", on_click=clicked)


def _narrow(mark: str, *, partners: list[str]) -> bool:
    """Narrow to a country or place of the map; say whether that changed the selection.

    A country that is nobody's partner there is a place where something happened.
    """
    if mark in partners:
        return filters.narrow_to("country", mark)
    of_country = {code: place for place, code in places.whole_countries().items()}
    return filters.narrow_to("place", of_country.get(mark, mark))


def draw_timeline(
    shown: pd.DataFrame,
    *,
    name: str = "timeline",
    selection: Selection | None = None,
    whole: bool = False,
    among: pd.DataFrame | None = None,
) -> None:
    """Show the facts in time, first the days that hold most of them, or the ``whole`` period.

    With ``among`` the days are those of these facts, so that several timelines share them.

    What only possibly lies in the chosen period looks so.
    """
    reckoned = shown if among is None else among
    window = questions.window(reckoned, whole=whole) or questions.window(reckoned, whole=True)
    certain = filters.current().certain(shown)
    marks = questions.timeline(shown, within=window, certain=certain)
    view = "whole" if whole else "dense"
    draw(charts.timeline(marks, window=window, view=view), shown, name=name, selection=selection)
