"""Facts told in words, each with a button that leads to its evidence: as cards or as lines.

One component writes a whole list, because Streamlit's own elements, three or four for each
fact, take the browser several times as long.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

_HERE = Path(__file__).parent

_mount = st.components.v2.component(
    "sinograph_entries",
    js=(_HERE / "entries.js").read_text(encoding="utf-8"),
    css=(_HERE / "entries.css").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Entry:
    """What is said of one thing, all of it plain text, and the ids of the ``facts`` behind it.

    ``figure`` is said first, ``aside`` last and in a lower voice. ``depth`` indents a line,
    ``heading`` stands over it and those that follow.
    """

    facts: Sequence[str]
    figure: str = ""
    title: str = ""
    text: str = ""
    aside: str = ""
    depth: int = 0
    heading: str = ""


def write(
    entries: Iterable[Entry],
    *,
    look: Literal["figures", "cards", "lines"],
    key: str,
    on_click: Callable[[Sequence[str]], None],
) -> None:
    """Write entries under a ``key`` that is unique on the page.

    ``look`` is narrow cards with a large figure, wider cards, or lines. A button calls
    ``on_click`` with the ids behind its entry, before the script runs again.
    """
    said: list[dict[str, Any]] = [asdict(entry) | {"facts": list(entry.facts)} for entry in entries]

    def clicked() -> None:
        if facts := st.session_state[key].get("clicked"):
            on_click(facts)

    if said:
        _mount(key=key, data={"look": look, "entries": said}, on_clicked_change=clicked)
