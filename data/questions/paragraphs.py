"""Which facts each paragraph of a source tells."""

import pandas as pd


def by_paragraph(facts: pd.DataFrame) -> pd.DataFrame:
    """Return ``paragraph`` (a number), ``summary, fact_id``: a row for each fact and paragraph.

    In the order of the paragraphs; a fact that stands in several has a row for each.
    """
    told = facts.assign(paragraph=facts["paragraph"].str.split(";")).explode("paragraph")
    told = told.assign(paragraph=told["paragraph"].astype(int))
    ordered = told.sort_values(["paragraph", "fact_id"], ignore_index=True)
    return ordered[["paragraph", "summary", "fact_id"]]
