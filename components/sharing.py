"""Taking a view along: its link, its citation, its facts as files."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from urllib.parse import urljoin

import pandas as pd
import streamlit as st

from components import filters
from components.export import FORMATS, MEANINGS, Format, Package
from components.filters import OF_PAGES, REVISION
from data import facts
from data.citation import Citation


def changed_since(parameters: Mapping[str, str]) -> str:
    """Say that the data are not those that a link was made for; "" where they are.

    Reads ``rev`` of an address, which `share` writes into a link on request: seven hex
    digits as `data.facts.revision` returns them.
    """
    wanted, now = parameters.get(REVISION, ""), facts.revision()
    if wanted in ("", now):
        return ""
    if not re.fullmatch("[0-9a-f]{7}", wanted):
        return f"The link names the revision “{wanted}”, which is not seven hex digits."
    return f"The data has changed since this link was made (revision {wanted}, now {now})."


def share(title: str, shown: pd.DataFrame) -> None:
    """Draw a button that opens the link to the view and its citation.

    ``shown`` are the facts of the page called ``title``. What is inside is made only while
    it is open, and opening it runs nothing else on the page. Until the next run the session
    keeps no more of ``shown`` than a citation reads.
    """
    cited = ("source", "publisher", "published", "paragraph")
    _popover(title, {name: shown[name] for name in cited})


@st.fragment
def _popover(title: str, cited: dict[str, pd.Series]) -> None:
    popover = st.container(horizontal_alignment="right").popover(
        "Share or cite",
        key="share",
        icon=":material/ios_share:",
        on_change="rerun",
    )
    if popover.open:
        with popover:
            _link_and_citation(title, pd.DataFrame(cited))


def _link_and_citation(title: str, shown: pd.DataFrame) -> None:
    named = st.session_state.get("share_revision", False)
    citation = _citing(title, named=named)(shown)
    st.markdown("**Link** :small[:gray[Point at it, or tap it, to copy]]")
    st.code(citation.link, language=None, wrap_lines=True)
    st.checkbox(
        f"Name the state of the data (revision {citation.revision})",
        key="share_revision",
        help="Whoever follows the link later is told if the data has changed since.",
    )
    st.markdown("**Citation**")
    written = {"Text": citation.text, "BibTeX": citation.bibtex, "RIS": citation.ris}
    form = st.radio(
        "Form of the citation",
        list(written),
        horizontal=True,
        label_visibility="collapsed",
        key="share_form",
    )
    st.code(written[form], language=None, wrap_lines=True)


def _citing(title: str, *, search: str = "", named: bool = False) -> Callable[..., Citation]:
    """Return what cites facts as the view of today.

    It needs no session, so that a file can be made in another thread. The link keeps what the
    page itself has in its address, and with ``named`` says the revision of the data.
    """
    selection, revision = filters.current(), facts.revision()
    own = {key: st.query_params.get_all(key) for key in OF_PAGES if key in st.query_params}
    parameters = selection.link | own | ({REVISION: [revision]} if named else {})
    path = filters.address(st.session_state.get("path", ""), parameters)
    return partial(
        Citation.of,
        title=title,
        selection=selection.words + (f", search: {search}" if search else ""),
        revision=revision,
        link=urljoin(st.context.url or "", path),
        accessed=date.today(),
    )


@st.fragment
def downloads(shown: pd.DataFrame, *, columns: tuple[str, ...], search: str = "") -> None:
    """Draw the choice of a kind of file and the button that makes it from ``shown``.

    ``columns`` are those of the table on the page, ``search`` what the reader looked for. The
    file is made when the button is clicked, not before.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        chosen = st.radio(
            "Kind of file",
            list(FORMATS),
            format_func=lambda key: FORMATS[key].label,
            horizontal=True,
            label_visibility="collapsed",
            key="format",
            persist_state="session",
            width="content",
        )
        kind = FORMATS[chosen]
        whole = st.toggle(
            f"All {len(MEANINGS)} columns",
            value=True,
            help="Off: the columns of the table, and the id of each fact.",
            key="all_columns",
            persist_state="session",
        )
        kept = tuple(MEANINGS) if whole else columns
        st.download_button(
            f"Download {len(shown):,} fact{'s' * (len(shown) != 1)}",
            partial(_file, kind, shown, kept, _citing("Facts", search=search)),
            kind.file,
            kind.mime,
            on_click="ignore",
            icon=":material/download:",
            disabled=shown.empty,
        )
    st.caption(kind.meaning)


def _file(
    kind: Format, shown: pd.DataFrame, columns: tuple[str, ...], cite: Callable[..., Citation]
) -> bytes:
    return kind.make(Package(shown, cite(shown), columns))
