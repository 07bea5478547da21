"""The shared filters in the sidebar: one `Selection`, kept in the address by Streamlit itself."""

from datetime import date
from typing import Literal
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from data import countries, places
from data.kept import kept
from data.kinds import KINDS
from data.selection import FIRST_DAY, LAST_DAY, LINK_KEYS, Selection
from data.vocabularies import SIDES

_IGNORED = "ignored_in_link"
_SEEN = "link_seen"

OF_PAGES = ("fact", "compare", "days", "search", "review")
"""Parts of an address that single pages read beside the filters: they belong to a view."""

REVISION = "rev"
"""The part of an address that names a state of the data."""

_OF_STREAMLIT = ("embed", "embed_options")


def sidebar(facts: pd.DataFrame, *, folded: bool = False) -> None:
    """Draw the filters. Their values live in the address under the names of `LINK_KEYS`.

    ``folded`` is for pages that show no selection: the filters stay, with what was chosen, but
    out of sight.
    """
    _read_link()
    partners, kinds = _options(facts)
    with st.sidebar, st.expander("Filters of the other pages") if folded else st.container():
        st.pills(
            "Region",
            countries.regions(),
            selection_mode="multi",
            key="region",
            bind="query-params",
        )
        st.multiselect(
            "Country",
            partners,
            format_func=countries.name,
            key="country",
            bind="query-params",
            placeholder="All countries",
        )
        for label in ("From", "To"):
            st.date_input(
                label,
                value=None,
                min_value=FIRST_DAY,
                max_value=LAST_DAY,
                key=label.lower(),
                format="YYYY-MM-DD",
                bind="query-params",
            )
        _presets(facts)
        st.multiselect(
            "Kind",
            kinds,
            format_func=lambda kind: KINDS[kind].label,
            key="kind",
            bind="query-params",
            placeholder="All kinds",
        )
        _more()
        st.button(
            "Reset filters",
            on_click=choose,
            args=(Selection(),),
            icon=":material/restart_alt:",
            width="stretch",
        )


_MORE = ("subregion", "place", "side", "sure")
"""The filters that few ask for: a browser draws them only when they are opened."""


def _more() -> None:
    state, link = st.session_state, st.query_params  # the link, until a widget was drawn for it
    used = sum(bool(state[key]) if key in state else key in link for key in _MORE)
    with st.popover("More filters" + (f" ({used} used)" if used else ""), width="stretch"):
        st.multiselect(
            "Subregion",
            countries.subregions(),
            key="subregion",
            bind="query-params",
            placeholder="All subregions",
        )
        st.multiselect(
            "Place",
            sorted(places.names(), key=places.names().__getitem__),
            format_func=places.names().__getitem__,
            key="place",
            bind="query-params",
            placeholder="All places",
        )
        st.pills(
            "Side",
            list(SIDES),
            selection_mode="multi",
            format_func=SIDES.__getitem__,
            key="side",
            bind="query-params",
            help="Whose side the one who says so is on.",
        )
        st.toggle(
            "Only what certainly lies in the period",
            key="sure",
            bind="query-params",
        )


@kept
def _options(facts: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return the countries, those with most facts first, and the kinds that have facts."""
    with_facts = [code for code in facts["partner"].value_counts().index if code]
    others = sorted(set(countries.table().index) - set(with_facts), key=countries.name)
    present = set(facts["kind"].unique())
    return [*with_facts, *others], [kind for kind in KINDS if kind in present]


def current() -> Selection:
    """Return what is selected now; a reversed period is left open."""
    state = st.session_state
    start, end = state.get("from"), state.get("to")
    if start and end and start > end:
        start = end = None
    return Selection(
        regions=tuple(state.get("region", ())),
        subregions=tuple(state.get("subregion", ())),
        countries=tuple(state.get("country", ())),
        places=tuple(state.get("place", ())),
        kinds=tuple(state.get("kind", ())),
        sides=tuple(state.get("side", ())),
        start=start,
        end=end,
        sure=state.get("sure", False),
    )


def choose(selection: Selection) -> None:
    """Set the filters; call it from a callback, before the script draws them."""
    st.session_state.update(
        {
            "region": list(selection.regions),
            "subregion": list(selection.subregions),
            "country": list(selection.countries),
            "place": list(selection.places),
            "kind": list(selection.kinds),
            "side": list(selection.sides),
            "from": selection.start,
            "to": selection.end,
            "sure": selection.sure,
        }
    )


def ignored() -> list[str]:
    """Return what the address asked for and could not be followed, in words."""
    state = st.session_state
    told = list(state.get(_IGNORED, ()))
    start, end = state.get("from"), state.get("to")
    if start and end and start > end:
        told.append(f"the period from {start} to {end}, because it ends before it starts")
    return list(dict.fromkeys(told))


def address(path: str, parameters: dict[str, list[str]]) -> str:
    """Return the address of a page within this server, below the base path that it runs under."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    query = f"?{urlencode(parameters, doseq=True)}" if parameters else ""
    return "/" + "/".join(filter(None, (base, path))) + query


def _read_link() -> None:
    """Read a link by our own, more lenient rules before the widgets drop what they do not know."""
    given = {key: st.query_params.get_all(key) for key in LINK_KEYS if key in st.query_params}
    if st.session_state.get(_SEEN):
        return
    st.session_state[_SEEN] = True
    selection, wrong = Selection.from_link(given)
    unknown = sorted(set(st.query_params) - {*LINK_KEYS, *OF_PAGES, REVISION, *_OF_STREAMLIT})
    st.session_state[_IGNORED] = wrong + [f"the unknown part “{key}”" for key in unknown]
    if given and selection.link != given:
        for key in given:
            del st.query_params[key]
        choose(selection)


def _presets(facts: pd.DataFrame) -> None:
    """Offer periods that end with the latest source, not with the end of a year it speaks of."""
    last = facts["published"].max()
    if pd.isna(last):
        return
    periods = {
        "Latest week": (last - pd.Timedelta(days=6), last),
        str(last.year): (pd.Timestamp(last.year, 1, 1), pd.Timestamp(last.year, 12, 31)),
        "All dates": (None, None),
    }
    with st.container(horizontal=True, gap="small"):
        for label, (start, end) in periods.items():
            st.button(
                label,
                key=f"preset_{label}",
                type="tertiary",
                on_click=_period,
                args=(start and start.date(), end and end.date()),
            )


def _period(start: date | None, end: date | None) -> None:
    st.session_state["from"], st.session_state["to"] = start, end


def narrow_to(part: Literal["country", "place"], key: str) -> bool:
    """Narrow the selection to a country (ISO3) or a place (key); say whether that changed it."""
    changed = list(st.session_state.get(part, ())) != [key]
    st.session_state[part] = [key]
    return changed
