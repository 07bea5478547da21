"""Words of the facts on a page: shown letter by letter, whatever signs they hold."""

import re

_SIGNS = re.compile(r"([\\`*_\[\]$~#<>|]|:(?=[\w+-]))")


def plain(text: str) -> str:
    r"""Return Markdown that shows ``text`` as it is: "$5M to $6M" becomes r"\$5M to \$6M"."""
    return _SIGNS.sub(r"\\\1", text)
