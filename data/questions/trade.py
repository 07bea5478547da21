"""How China ranks in the partner's trade, and how that compares."""

import pandas as pd

from data import quantities
from data.marks import as_text


def trade_ranks(facts: pd.DataFrame) -> pd.DataFrame:
    """Return ranks, best first: ``label, country, flow, whose`` (in words), ``rank`` (1 is best),
    ``figure, date_words, attributed_to, paragraph, note, facts``, one row a claim.
    """
    chosen = as_text(facts[(facts["kind"] == "trade_rank") & facts["value"].notna()])
    chosen = chosen.sort_values(["value", "country", "fact_id"])
    label = chosen["country"] + ": " + chosen["subkind"] + ", " + chosen["date_words"]
    return pd.DataFrame(
        {
            "label": label,
            "country": chosen["country"],
            "flow": chosen["subkind"],
            "whose": chosen["unit"].map(quantities.RANKS),
            "rank": chosen["value"].astype("int64"),
            "figure": chosen["figure"],
            "date_words": chosen["date_words"],
            "attributed_to": chosen["attributed_to"],
            "paragraph": chosen["paragraph"],
            "note": chosen["note"],
            "facts": [(i,) for i in chosen["fact_id"]],
        }
    ).reset_index(drop=True)


def trade_comparisons(facts: pd.DataFrame) -> pd.DataFrame:
    """Return trade with China as a ratio to trade with another country, one row a claim.

    Columns: ``label, country, flow, other`` (what it is compared with), ``ratio, qualifier,
    figure, figure_words, date_words, attributed_to, paragraph, note, facts``.
    """
    chosen = as_text(facts[(facts["kind"] == "trade_comparison") & facts["value"].notna()])
    chosen = chosen.sort_values(["country", "fact_id"])
    return pd.DataFrame(
        {
            "label": chosen["country"] + ": " + chosen["subkind"] + ", " + chosen["date_words"],
            "country": chosen["country"],
            "flow": chosen["subkind"],
            "other": chosen["unit"].str.removeprefix(quantities.RATIO),
            "ratio": chosen["value"],
            "qualifier": chosen["qualifier"],
            "figure": chosen["figure"],
            "figure_words": chosen["figure_words"],
            "date_words": chosen["date_words"],
            "attributed_to": chosen["attributed_to"],
            "paragraph": chosen["paragraph"],
            "note": chosen["note"],
            "facts": [(i,) for i in chosen["fact_id"]],
        }
    ).reset_index(drop=True)
