"""An article with its passages marked, and the list of what was drafted from it.

One component in two looks. A click on a mark, or a button beside it, says which; the chosen
one is scrolled into sight.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from data.review import Piece

_HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "sinograph_article",
    js=(_HERE / "article.js").read_text(encoding="utf-8"),
    css=(_HERE / "article.css").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Mark:
    """What is said of one passage, all of it plain text.

    ``sign`` and ``label`` stand beside it in the text, ``colour`` (a hex colour, or "") is that
    of its kind, ``state`` is open, accepted, rejected or undrafted. ``figure``, ``partner`` and
    ``text`` are said in the list.
    """

    key: str
    sign: str
    label: str
    state: str
    colour: str = ""
    figure: str = ""
    partner: str = ""
    text: str = ""


def text(
    paragraphs: Iterable[Sequence[Piece]],
    marks: Iterable[Mark],
    *,
    chosen: str,
    key: str,
    on_click: Callable[[str], None],
) -> None:
    """Write an article; a click on a mark calls ``on_click`` with its key."""
    told = [[asdict(piece) for piece in pieces] for pieces in paragraphs]
    _draw({"look": "article", "paragraphs": told}, marks, chosen, key, on_click)


def cards(marks: Iterable[Mark], *, chosen: str, key: str, on_click: Callable[[str], None]) -> None:
    """Write the list of marks; a click on one calls ``on_click`` with its key."""
    _draw({"look": "cards"}, marks, chosen, key, on_click)


def _draw(
    data: dict[str, Any],
    marks: Iterable[Mark],
    chosen: str,
    key: str,
    on_click: Callable[[str], None],
) -> None:
    def clicked() -> None:
        if mark := st.session_state[key].get("clicked"):
            on_click(mark)

    told = data | {"marks": [asdict(mark) for mark in marks], "chosen": chosen}
    _mount(key=key, data=told, on_clicked_change=clicked)
