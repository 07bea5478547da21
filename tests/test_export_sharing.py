"""Sharing: the link that knows its data, the citation of a view, the choice of a file."""

from streamlit.testing.v1 import AppTest

from components import sharing
from data import facts


def page():
    import streamlit as st

    from components import filters, sharing
    from data import facts

    st.session_state["path"] = "maritime"
    filters.sidebar(facts.load())
    shown = filters.current().apply(facts.load())
    sharing.share("Maritime", shown)
    sharing.downloads(shown, columns=("country",))


def opened(**state) -> AppTest:
    at = AppTest.from_function(page, default_timeout=60)
    at.query_params["country"] = "Philippines"
    for key, value in state.items():
        at.session_state[key] = value
    at.run()
    assert not at.exception
    return at


def test_a_link_to_the_data_of_now_says_nothing():
    assert sharing.changed_since({}) == ""
    assert sharing.changed_since({"rev": facts.revision(), "country": "Philippines"}) == ""


def test_a_link_to_older_data_says_so():
    assert sharing.changed_since({"rev": "0000000"}) == (
        f"The data has changed since this link was made (revision 0000000, now {facts.revision()})."
    )


def test_a_link_to_no_revision_says_so():
    told = sharing.changed_since({"rev": "<b>"})
    assert told == "The link names the revision “<b>”, which is not seven hex digits."


def test_a_closed_popover_makes_nothing():
    assert len(opened().code) == 0


def test_the_popover_shows_link_and_citation():
    link, cited = (block.value for block in opened(share=True).code)
    assert link.endswith("/maritime?country=Philippines")
    assert cited.startswith("Sinograph. Maritime: Philippines, all dates. 10 facts")


def test_the_link_keeps_what_the_page_has_in_its_address():
    at = AppTest.from_function(page, default_timeout=60)
    at.query_params.update({"compare": ["PHL", "BLR"], "rev": "0000000", "utm_source": "x"})
    at.session_state["share"] = True
    assert at.run().code[0].value.endswith("/maritime?compare=PHL&compare=BLR")


def test_the_link_names_the_revision_on_request():
    link, cited = (block.value for block in opened(share=True, share_revision=True).code)
    assert link.endswith(f"/maritime?country=Philippines&rev={facts.revision()}")
    assert link in cited


def test_a_citation_comes_in_three_forms():
    assert opened(share=True, share_form="BibTeX").code[1].value.startswith("@misc{sinograph-")
    assert opened(share=True, share_form="RIS").code[1].value.startswith("TY  - DATA\n")


def test_the_kind_of_file_is_explained():
    at = opened(format="xlsx")
    assert "A workbook with real dates" in at.caption[0].value
    assert at.toggle(key="all_columns").value
