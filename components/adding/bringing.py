"""Bringing an article: its text, what is known of its origin, and whether it is known already."""

from datetime import date
from typing import Any

import streamlit as st

from components import evidence
from components.adding import working
from components.text import plain
from data import drafting, facts, intake, review, sources, store, wording
from data.intake import LIMIT, Article, InvalidFile
from data.schema import SOURCE_COLUMNS
from data.store import Change, Recognised, StoreError

_ARTICLE = "article"
_FIELDS = {
    "title": "Title",
    "publisher": "Publisher",
    "author": "Author",
    "url": "Web address",
    "language": "Language",
}
_NEEDED = ("title", "publisher")


def bring(who: str) -> None:
    """Ask for an article, then for its origin, and open its review."""
    st.text_area(
        "Text of the article",
        key="pasted",
        height=200,
        persist_state="session",
        placeholder="Paste the whole article, headline first.",
    )
    st.file_uploader("or its file: .txt, .html, .pdf or .docx", key="file", max_upload_size=20)
    known = _ARTICLE in st.session_state
    st.button("Read it", type="secondary" if known else "primary", on_click=_read)
    if known:
        _origin(st.session_state[_ARTICLE], who)


def _read() -> None:
    """Read the file, or else the paste, and set the fields of its origin."""
    st.session_state.pop(_ARTICLE, None)
    file, pasted = st.session_state["file"], st.session_state["pasted"] or ""
    if not file and not pasted.strip():
        most = f"at most {LIMIT >> 20} MB"
        working.tell("error", f"Paste the text of an article, or choose its file ({most}).")
        return
    try:
        article = intake.read(file.getvalue(), file.name) if file else intake.paste(pasted)
        drafting.examine(article.text, date.min)
    except (InvalidFile, drafting.Unreadable) as error:
        working.tell("error", str(error))
    else:
        st.session_state[_ARTICLE] = article
        _fill(article)


def _fill(article: Article) -> None:
    """Set the fields of the origin to what the file says; a paste begins with its headline."""
    told = {name: getattr(article, name) for name in _FIELDS}
    first = drafting.paragraphs(article.text)[:1]
    if not told["title"] and first and first[0].heading:
        told["title"] = first[0].text
    told["language"] = told["language"] or "en"
    st.session_state.update({f"origin_{name}": cell for name, cell in told.items()})
    try:
        st.session_state["origin_published"] = date.fromisoformat(article.published)
    except ValueError:
        st.session_state["origin_published"] = None


def _origin(article: Article, who: str) -> None:
    text = drafting.clean(article.text)
    known = store.recognise(text)
    if known and known.how == "same":
        _same(known, article, who)
        return
    if known and known.how == "founding":
        _founding(known, article, who)
        return
    if _under_review(text):
        return
    st.subheader("Where it comes from", anchor=False)
    faults = st.container()
    left, right = st.columns(2)
    cells: dict[str, Any] = {}
    for number, (name, label) in enumerate(_FIELDS.items()):
        with (left, right)[number % 2]:
            label += "" if name in _NEEDED else " (optional)"
            cells[name] = st.text_input(label, key=f"origin_{name}").strip()
    with right:
        day = st.date_input("Day of publication", key="origin_published", format="YYYY-MM-DD")
    cells["syndicated_from"] = _printing(known) if known else ""
    if st.button("Draft its facts", type="primary"):
        with faults:
            _begin(article, cells, day, who)


def _under_review(text: str) -> bool:
    """Say that a text is under review, where it is, and offer to go on."""
    found = [one for one in store.reviews() if one.text == text]
    if not found:
        return False
    st.info("This text is under review already; go on with it.")
    st.button("Go on with it", type="primary", on_click=working.go_to, args=(found[0].id,))
    return True


def _same(known: Recognised, article: Article, who: str) -> None:
    """Show the facts of a source that is here already, and offer to read its text again."""
    source = sources.table().loc[known.source]
    own = facts.load()
    own = own[own["source"] == known.source]
    st.info(
        f"This text is already here as “{plain(source['title'])}”, {plain(source['publisher'])}, "
        f"{source['published']:%Y-%m-%d}. Facts of it: {len(own)}.",
        icon=":material/check_circle:",
    )
    founding = known.source in wording.fingerprints()  # its paragraphs are numbered otherwise
    if not founding and not _under_review(drafting.clean(article.text)):
        again = st.button(
            "Read it again",
            help="Draft its facts anew, to add what is missing or was undone.",
            type="primary",
        )
        if again:
            cells = store.newest("source", known.source).cells
            _open({name: cells[name] for name in SOURCE_COLUMNS}, article, who)
    evidence.lines(own, key="same")


def _founding(known: Recognised, article: Article, who: str) -> None:
    title = plain(sources.table().at[known.source, "title"])
    if store.text(known.source):
        _same(known, article, who)
        return
    st.info(
        f"This is the article behind the founding source “{title}”. Its facts are in the "
        "collection already, its text is not. If you keep the text here, in your own store, "
        "its facts show the passages that they come from.",
        icon=":material/menu_book:",
    )
    if st.button("Keep its text", type="primary", disabled=not who):
        text = drafting.clean(article.text)
        number = store.newest("source", known.source).number
        change = Change("source", {"source": known.source}, based_on=number, text=text)
        try:
            store.record([change], who=who, why="Brought the text of the article")
        except (StoreError, store.Conflict, ValueError) as error:
            st.error(plain(str(error)))
        else:
            del st.session_state[_ARTICLE]
            working.tell("success", "Its text is kept; its facts now show their passages.")
            st.rerun()
    if not who:
        st.caption("Give your name above first.")


def _printing(known: Recognised) -> str:
    source = sources.table().loc[known.source]
    same = st.checkbox(
        f"Another printing of “{plain(source['title'])}” ({plain(source['publisher'])}): "
        f"{known.share:.0%} of the wording agrees",
        value=True,
        help="Printings of one text are one voice: they do not confirm each other.",
    )
    return known.source if same else ""


def _begin(article: Article, cells: dict[str, Any], day: date | None, who: str) -> None:
    missing = [_FIELDS[name].lower() for name in _NEEDED if not cells[name]]
    missing += [] if day else ["day of publication"]
    if missing or day is None:
        st.error(f"Give the {' and the '.join(missing)}: each fact leads back to it.")
        return
    published = day.isoformat()
    key = sources.new_key(cells["publisher"], published)
    _open({"source": key, **cells, "published": published, "note": ""}, article, who)


def _open(source: dict[str, str], article: Article, who: str) -> None:
    """Draft the facts of an article and go to its review."""
    try:
        with st.spinner("Reading the article …"):
            desk = review.begin(article.text, source, who=who)
        store.save_review(review.to_store(desk))
    except (drafting.Unreadable, StoreError) as error:
        st.error(plain(str(error)))
        return
    for name in (_ARTICLE, "pasted"):
        st.session_state.pop(name, None)
    working.go_to(desk.id)
    st.rerun()
