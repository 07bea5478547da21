"""Citations: as text, for BibTeX and for RIS, whatever signs a view holds."""

import re
from dataclasses import replace
from datetime import date

import pytest

from data import facts
from data.citation import Citation
from data.selection import Selection

CITED = Citation(
    title="Maritime",
    selection="Philippines, all dates",
    count=3,
    sources="Source: The New American, 5 Dec 2023, paragraphs 29 and 32",
    revision="abc1234",
    link="https://example.org/maritime?country=Philippines&kind=Vessel+count",
    accessed=date(2026, 11, 4),
)
HARD = replace(
    CITED, title="A {b} & 100% $5 #1_x ~ ^ \\end", selection="search: }\n@misc{x,\r\t<|>"
)


def fields(bibtex: str) -> dict[str, str]:
    """Read an entry by counting braces that no backslash escapes, as BibTeX does."""
    body = re.fullmatch(r"@misc\{[a-z0-9-]+,\n(.*)\n\}\n", bibtex, re.S)
    assert body is not None
    depth, found, start, name = 0, {}, 0, ""
    text = body[1]
    for at, sign in enumerate(text):
        if sign not in "{}" or text[at - 1] == "\\":
            continue
        if sign == "{" and depth == 0:
            name, start = text[:at].rsplit("\n", 1)[-1].strip(" ="), at + 1
        depth += 1 if sign == "{" else -1
        assert depth >= 0
        if depth == 0:
            found[name] = text[start:at]
    assert depth == 0
    return found


def test_a_citation_as_text():
    assert CITED.text == (
        "Sinograph. Maritime: Philippines, all dates. 3 facts, data revision abc1234. "
        "Source: The New American, 5 Dec 2023, paragraphs 29 and 32. "
        "https://example.org/maritime?country=Philippines&kind=Vessel+count "
        "(accessed 4 November 2026)."
    )


def test_a_citation_without_address_and_sources():
    assert replace(CITED, link="", sources="", count=1).text == (
        "Sinograph. Maritime: Philippines, all dates. 1 fact, data revision abc1234. "
        "Accessed 4 November 2026."
    )


def test_a_citation_for_bibtex():
    assert CITED.bibtex.startswith("@misc{sinograph-maritime-philippines-all-dates-abc1234,\n")
    assert fields(CITED.bibtex) == {
        "author": "{Sinograph}",
        "title": "{Maritime: Philippines, all dates}",
        "year": "2026",
        "url": CITED.link,
        "urldate": "2026-11-04",
        "version": "abc1234",
        "note": "3 facts, data revision abc1234. "
        "Source: The New American, 5 Dec 2023, paragraphs 29 and 32",
    }


def test_bibtex_escapes_what_tex_would_read():
    assert fields(HARD.bibtex)["title"] == (
        r"{A \{b\} \& 100\% \$5 \#1\_x \textasciitilde{} \textasciicircum{} "
        r"\textbackslash{}end: search: \} @misc\{x, \textless{}\textbar{}\textgreater{}}"
    )


@pytest.mark.parametrize("sign", "\\{}$&%#_~^<>|")
def test_no_sign_breaks_an_entry(sign):
    entry = replace(CITED, title=sign, selection=sign * 3, sources=f"Source: {sign}").bibtex
    assert set(fields(entry)) == set(fields(CITED.bibtex))


def test_the_key_of_an_entry_is_plain_letters():
    cited = replace(CITED, title="Côte d’Ivoire & 中国", selection="x" * 100)
    key = cited.bibtex.splitlines()[0].removeprefix("@misc{").rstrip(",")
    assert re.fullmatch(r"sinograph-cote-d-?ivoire-x+-abc1234", key)
    assert len(key) <= 80


def test_a_citation_for_ris():
    assert CITED.ris.splitlines() == [
        "TY  - DATA",
        "AU  - Sinograph",
        "TI  - Maritime: Philippines, all dates",
        "PY  - 2026",
        "Y2  - 2026/11/04",
        f"UR  - {CITED.link}",
        "ET  - abc1234",
        "N1  - 3 facts, data revision abc1234",
        "N1  - Source: The New American, 5 Dec 2023, paragraphs 29 and 32",
        "ER  - ",
    ]


def test_no_value_begins_a_tag_of_its_own():
    lines = replace(CITED, selection="x\nER  - \r\nTY  - BOOK\x85AU  - y").ris.splitlines()
    assert [line[:6] for line in lines] == [line[:6] for line in CITED.ris.splitlines()]
    assert lines[2] == "TI  - Maritime: x ER - TY - BOOK AU - y"


def test_a_citation_of_facts_counts_them_and_names_their_sources():
    selection = Selection(countries=("PHL",))
    cited = Citation.of(
        selection.apply(facts.load()),
        title="Facts",
        selection=selection.words,
        revision=facts.revision(),
        link="",
        accessed=date(2026, 11, 4),
    )
    assert cited.counted == "10 facts"
    assert cited.heading == "Facts: Philippines, all dates"
    assert cited.sources == "Source: The New American, 5 Dec 2023, paragraphs 29 to 37"


def test_a_citation_of_nothing():
    cited = Citation.of(
        facts.load().head(0), title="Aid", selection="x", revision="a", link="", accessed=date.min
    )
    assert (cited.counted, cited.sources) == ("0 facts", "")
