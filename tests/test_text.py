"""Words of the facts are shown as they are, whatever Markdown would make of them."""

import pytest

from components.text import plain


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("more than 135 vessels", "more than 135 vessels"),
        ("$5M to $6M", r"\$5M to \$6M"),
        ("~100", r"\~100"),
        ("# not a *heading*", r"\# not a \*heading\*"),
        (":red[alarm] :smile:", r"\:red\[alarm\] \:smile:"),
        ("side: The partner", "side: The partner"),
        ("<b>[link](x)</b>", r"\<b\>\[link\](x)\</b\>"),
    ],
)
def test_signs_of_markdown_are_escaped(text, written):
    assert plain(text) == written
