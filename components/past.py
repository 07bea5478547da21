"""The past: acts with what each changed, and the way back."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components import fields
from components.adding import working
from components.text import plain
from data import quantities, review, store
from data.store import StoreError

MOST = 25
"""So many acts are shown, the newest."""
ROWS = 40
"""So many changes of one act are told."""


def show(who: str) -> None:
    """List the newest acts, each with what it changed and a button that takes it back."""
    told = store.history()
    if told.empty:
        st.info("Nothing was added, corrected or withdrawn yet.")
        return
    acts = told["act"].drop_duplicates()
    for act in acts.head(MOST):
        _act(told[told["act"] == act], who)
    if len(acts) > MOST:
        st.caption(f"The newest {MOST} of {len(acts):,} acts are shown.")


def _act(changes: pd.DataFrame, who: str) -> None:
    first = changes.iloc[0]
    taken_back = bool(first["undone"])
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            state = " · :material/undo: **taken back**" if taken_back else ""
            st.markdown(
                f"**{plain(first['why'])}**  \n{plain(first['who'])} · "
                f"{first['at']:%Y-%m-%d, %H:%M} UTC · act {first['act']}{state}",
                width="stretch",
            )
            if not taken_back:
                _way_back(int(first["act"]), who)
        rows = changes.to_dict("records")
        lines = [line for row in rows if (line := _line({str(k): v for k, v in row.items()}))]
        st.markdown("  \n".join(lines[:ROWS]))
        if len(lines) > ROWS:
            st.caption(f"{ROWS} of {len(lines):,} changes are told.")


_TOLD = ("summary", "title", "name")
"""What stands for a new fact, source or place."""


def _line(row: Mapping[str, Any]) -> str:
    """Say one change; "" for what stands in the sentence of a new fact."""
    what = f"{row['subject']} {plain(row['key'])}"
    if row["change"] == "added":
        new = row["column"] in _TOLD
        return f":material/add: New {what}: {plain(row['after'])}" if new else ""
    if row["change"] == "withdrawn" or not row["column"]:
        sign = "remove" if row["change"] == "withdrawn" else "add"
        cells = store.newest(row["subject"], row["key"]).cells
        told = next(plain(cells[name]) for name in _TOLD if name in cells)
        return f":material/{sign}: {what} {row['change']}: {told}"
    before, after = (
        f"“{plain(_said(row, row[name]))}”" if row[name] else "nothing"
        for name in ("before", "after")
    )
    column = review.label(row["column"]).lower()
    return f":material/edit: {what}, {column}: {before} → {after}"


def _said(row: Mapping[str, Any], cell: str) -> str:
    """Return a cell of a fact as a reader says it: "Laos" for LAO, a date in words."""
    column = row["column"]
    if row["subject"] != "fact":
        return cell
    if column == "date":
        return review.in_words(cell)[1]
    value = review.number(cell) if column == "value" else None
    if value is not None:
        return quantities.number(value)
    return fields.called(column, cell, store.newest("fact", row["key"]).cells)


def _way_back(act: int, who: str) -> None:
    st.button(
        "Undo",
        key=f"undo_{act}",
        icon=":material/undo:",
        disabled=not who,
        help=None if who else "Give your name above first.",
        on_click=_undo,
        args=(act, who),
    )


def _undo(act: int, who: str) -> None:
    try:
        store.undo(act, who=who)
    except store.Refused as error:
        told = " ".join(review.sentences(error.problems))
        working.tell("error", f"It was not undone, because later changes build on it. {told}")
    except store.Conflict as error:
        later = {clash.theirs.act: clash.theirs.who for clash in error.clashes}
        told = " and ".join(f"act {act} ({by})" for act, by in sorted(later.items(), reverse=True))
        working.tell(
            "error", f"Act {act} was not undone: {told} changed the same. Undo that first."
        )
    except (StoreError, LookupError, ValueError) as error:
        working.tell("error", str(error))
    else:
        working.tell("success", f"Act {act} is undone.")
