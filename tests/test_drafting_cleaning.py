"""Drafting, cleaning: what of a pasted text is the article, and where its sentences end."""

import pytest

from data.drafting.cleaning import clean, flat, paragraphs
from data.drafting.sentences import sentences

PASTED = """\
Share

Print

[1] China and Togo signed an accord
on Monday, the ministry said.

FILE - A ship is seen at the port of Lome, Togo, June 3, 2018.

We use cookies to improve your visit.
### What next? ###

The port will grow.

Read more: Togo Looks East

-   A first point
    that goes on.
-   A second point.

<!-- -->
Some information for this report came from Reuters.
"""


def test_furniture_goes_lines_are_joined_and_paragraphs_numbered():
    found = paragraphs(PASTED)
    assert [(p.number, p.text) for p in found] == [
        (1, "China and Togo signed an accord on Monday, the ministry said."),
        (2, "FILE - A ship is seen at the port of Lome, Togo, June 3, 2018."),
        (3, "What next?"),
        (4, "The port will grow."),
        (5, "A first point that goes on."),
        (6, "A second point."),
    ]
    assert [p.number for p in found if p.caption] == [2]


def test_each_paragraph_knows_where_it_stands():
    for paragraph in paragraphs(PASTED):
        assert " ".join(PASTED[paragraph.start : paragraph.end].split()) == paragraph.text


@pytest.mark.parametrize(
    "line",
    [
        "Share",
        "Share on Facebook",
        "Print this page",
        "Email",
        "See also: Why It Matters",
        "Read more",
        "RELATED: Ships at Sea",
        "Follow us on Twitter",
        "Embed",
        "Subscribe to our newsletter",
        "Advertisement",
        "This site uses cookies to give you the best experience.",
        "All rights reserved.",
        "Skip to main content",
        "* * *",
        "###",
    ],
)
def test_page_furniture_is_no_paragraph(line):
    assert [p.text for p in paragraphs(f"Before.\n\n{line}\n\nAfter.")] == ["Before.", "After."]


@pytest.mark.parametrize(
    "line",
    [
        "Shares of the firm fell.",
        "Print workers met in Beijing on Monday, and signed a pact.",
        "More on the agreement was to be told on Friday, when the two ministers meet in Lome.",
        "Home to 8 million people, Togo has borrowed from China.",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(line):
    assert [p.text for p in paragraphs(line)] == [line]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("FILE - The dam at Isimba.", True),
        ("[Photo caption] The dam.", True),
        ("Photo: The dam at dusk.", True),
        ("The dam is seen from the air, Kayunga, Uganda, May 2, 2019.", True),
        ("The president waves to a crowd. (AP Photo/Jane Doe)", True),
        ("The dam was opened on May 2, 2019.", False),
        ("The minister said that the dam, begun on June 1, 2013, is ready.", False),
    ],
)
def test_a_caption_is_marked(line, caption):
    assert paragraphs(line)[0].caption is caption


def test_what_is_clean_stays_as_it_is():
    once = clean(PASTED)
    assert clean(once) == once
    assert once.split("\n\n")[0] == "China and Togo signed an accord on Monday, the ministry said."


def test_the_plain_form_has_every_character_at_its_place():
    text = "“It’s” a\u00a0new\nport – a&nbsp;‘big’ one\u200b"
    assert len(flat(text)) == len(text)
    assert flat(text).startswith('"It\'s" a new port')


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She came.", ["He left.", "She came."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ("He spoke in the U.S. The crowd left.", ["He spoke in the U.S.", "The crowd left."]),
        ("It was Sept. 1, 2018. Rain fell.", ["It was Sept. 1, 2018.", "Rain fell."]),
        ("Gen. Li and J. B. Doe met.", ["Gen. Li and J. B. Doe met."]),
        ('"We agree." He smiled.', ['"We agree."', "He smiled."]),
        (
            "It cost $1.5 billion. Who paid? China.",
            ["It cost $1.5 billion.", "Who paid?", "China."],
        ),
    ],
)
def test_a_sentence_ends_at_its_end_only(text, parts):
    found = sentences(flat(text), paragraphs(text + " x" * 50))
    assert [text[s.start : s.end] for s in found][: len(parts)] == parts


def test_a_heading_is_no_sentence():
    text = "What the port will bring\n\nIt will bring jobs."
    assert [text[s.start : s.end] for s in sentences(flat(text), paragraphs(text))] == [
        "It will bring jobs."
    ]
