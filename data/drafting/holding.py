"""Holding a draft against the text: what is not there word for word is refused."""

from dataclasses import dataclass

from data import countries, dates, quantities
from data.drafting.cleaning import one_line
from data.drafting.drafts import Draft
from data.kinds import KINDS
from data.schema import VOCABULARIES


@dataclass(frozen=True)
class Refusal:
    """A draft that was refused, and why."""

    draft: Draft
    reason: str


def faults(draft: Draft, text: str) -> list[str]:
    """Return why a draft cannot stand, most important first; nothing where it can."""
    if not 0 <= draft.start < draft.end <= len(text):
        return ["its passage lies outside the text"]
    return [*_of_passage(draft, text), *_of_words(draft), *_of_figure(draft)]


def _of_passage(draft: Draft, text: str) -> list[str]:
    passage = one_line(text[draft.start : draft.end])
    found = [] if passage else ["its passage is blank"]
    if one_line(draft.value_text) not in passage:
        found.append(f"its figure {draft.value_text!r} is not in its passage")
    if draft.value is not None and not draft.value_text:
        found.append("its value has no printed figure")
    for name, why in draft.why.items():
        if why.start is not None and why.words != one_line(text[why.start : why.end]):
            found.append(f"the words {why.words!r} for its {name} are not where it says")
    return found


def _of_words(draft: Draft) -> list[str]:
    if draft.kind not in KINDS:
        return [f"its kind {draft.kind!r} is not known"]
    found = []
    if draft.subkind and draft.subkind not in KINDS[draft.kind].subkinds:
        found.append(f"its subkind {draft.subkind!r} is not known")
    if draft.partner and draft.partner not in countries.table().index:
        found.append(f"its partner {draft.partner!r} is no country")
    for name in ("date_role", "qualifier", "status", "side"):
        word = getattr(draft, name)
        if word and word not in VOCABULARIES[name]:
            found.append(f"its {name} {word!r} is not known")
    try:
        dates.parse(draft.date) if draft.date else None
    except dates.InvalidDate as error:
        found.append(f"its date {error}")
    return found


def _of_figure(draft: Draft) -> list[str]:
    if draft.value is None:
        return ["it has a unit or qualifier and no value"] if draft.unit or draft.qualifier else []
    if not quantities.known(draft.unit):
        return [f"its unit {draft.unit!r} is not known"]
    return [] if draft.qualifier else ["its value has no qualifier"]
