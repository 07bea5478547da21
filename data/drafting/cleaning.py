"""Cleaning: what of a pasted text is the article, in paragraphs that know where they stand.

Nothing is moved: the drafter reads the text as it was given, cleaning only marks paragraphs in
it. `clean` writes these out for storing; cleaning what is clean changes nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("\u00a0\u2009\u202f\u200b\u200e\u200f\ufeff\u00ad\t\r\n*", " "),
        **dict.fromkeys("‐‑", "-"),
    }
)
_ITEM = r"(?:[-•·▪◦]|\*(?!\*)|\d{1,2}[.)]|\[\d{1,3}\])"
_ALONE = (
    r"Share|SHARE|Print|PRINT|E-?mail|Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|Reddit|Embed|"
    r"Comments?|Download|Copy [Ll]ink|Advertisement|ADVERTISEMENT|Subscribe|<!--.*?-->"
)
"""Buttons and marks that fill a line: they break a paragraph even without a blank line."""
_BREAK = re.compile(
    rf"(?:\A|\n|(?<=\n))[ \t]*(?:{_ALONE})[ \t\r]*(?=\n|\Z)|\n[ \t\r]*\n\s*|"
    rf"\n(?=[ \t]*{_ITEM}[ \t]+\S)|\n(?=[ \t]*#)"
)
_LEAD = re.compile(rf"\s*(?:{_ITEM}\s+|#+\s*|>\s+)?")
_CAPTION_MARK = re.compile(
    r"(?:\[?(?:photo|image|picture|video)(?: caption)?\]?\s*[:\]]|\[photo "
    r"caption\]|file\s*[-–—:]|caption:)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r",\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s*\d{1,2},\s+\d{4}\."
)
_CREDIT = re.compile(r"\((?:AP|AFP|Reuters|Xinhua|EPA|Getty)[^)]*\)\s*$|\(Photo[^)]*\)\s*$", re.I)
_PRESENT = re.compile(r"\b(?:is|are|[a-z]{3,}s|hold|wait|attend|walk|stand)\b")
_SIDE = re.compile(r",\s+(?:(?:second|third)\s+from\s+)?(?:left|right|cent(?:er|re)),")
"""Where somebody stands in a picture: "President X, left, and ..."."""
_PAST = re.compile(r"\b(?:said|was|were|had)\b")
LONGEST_CAPTION = 450
_FURNITURE = re.compile(
    r"""(?:share(?:\s+(?:this|on|via)\b.*|\s*)|print(?:\s+this)?(?:\s+page)?|e-?mail(?:\s+this)?|
    (?:see\s+(?:also|more)|read\s+(?:more|also|next|this)|related(?:\s+\w+)?|more\s+(?:on|from)|
    watch(?:\s+(?:video|related|now))?|listen(?:\s+to)?|photo\s+gallery)\s*(?::.*|[^.]{0,60})|
    (?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|copy\s+link|embed|download|comments?|
    advertisement|sponsored|subscribe|sign\s+up|newsletter|follow\s+us|back\s+to\s+top|loading\W*|
    no\s+media\s+source[^.]*|skip\s+to\s+[\w ]+|menu|search|home|login|log\s+in|next|previous)|
    (?:subscribe|sign\s+up|follow\s+us|download|embed)\s+(?:on|to|for|our|with|in)\b.{0,80}|
    .{0,120}\b(?:uses?|accept(?:ing)?)\s+(?:of\s+)?cookies\b.{0,200}|
    .{0,60}\bcookie\s+policy\b.{0,120}|
    (?:©|copyright\b|all\s+rights\s+reserved).{0,160}|<!--.*?-->|[\W_]+|\\?\#+|-?30-?|
    (?:some\s+)?(?:information|material)\s+(?:for|in)\s+this\s+(?:report|story|article)\b.*|
    this\s+(?:report|story|article)\s+(?:originated|is\s+based|was\s+produced)\b.*)\s*[.!:|]*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the article.

    ``number`` counts from 1; ``start`` and ``end`` are offsets in the text that was given,
    ``text`` the paragraph as one line; ``caption`` says that it stands under a picture, and
    ``heading`` that it is no sentence.
    """

    number: int
    start: int
    end: int
    text: str
    caption: bool
    heading: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Return the article's paragraphs, without page furniture such as share buttons.

    A blank line, a bullet or a number in brackets begins a paragraph; other broken lines
    belong together.
    """
    kept = [(a, b) for a, b in _pieces(text) if not _FURNITURE.fullmatch(text[a:b].strip())]
    return [_paragraph(number, text, *piece) for number, piece in enumerate(kept, start=1)]


def clean(text: str) -> str:
    """Return the article as it is stored: one line a paragraph, parted by blank lines."""
    return "\n\n".join(_stored(paragraph) for paragraph in paragraphs(text))


def flat(text: str) -> str:
    """Return the text with plain quotes, hyphens and blanks, each character at its old place."""
    return re.sub(r"&nbsp;", " " * 6, text).translate(_SAME_LENGTH)


def one_line(text: str) -> str:
    """Return the text with every run of blanks as one blank, and none around it."""
    return " ".join(re.sub(r"&nbsp;|[\u200b\ufeff\u00ad]", " ", text).split())


def _stored(paragraph: Paragraph) -> str:
    marked = paragraph.caption and not _caption(paragraph.text)
    return f"[Photo caption] {paragraph.text}" if marked else paragraph.text


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in [*_BREAK.finditer(text), None]:
        end = found.start() if found else len(text)
        begin = min(start + len(_LEAD.match(text[start:end])[0]), end)  # type: ignore[index]
        stop = begin + len(text[begin:end].rstrip(" \t\r\n#"))
        if begin < stop:
            yield begin, stop
        start = found.end() if found else end


def _paragraph(number: int, text: str, start: int, end: int) -> Paragraph:
    line = one_line(text[start:end])
    heading = len(line) < 90 and not re.search(r"[.!?:;,…][\"”'’)\]*]*$", line)
    return Paragraph(number, start, end, line, _caption(line), heading and not _caption(line))


def _caption(line: str) -> bool:
    """Whether a line says so, or is short and ends with the day on which a picture was taken."""
    if _CAPTION_MARK.match(line) or _CREDIT.search(line):
        return True
    dated = _DATED.search(line)
    if dated is None or len(line) >= LONGEST_CAPTION:
        return False
    before = line[: dated.start()]
    shown = _PRESENT.search(before) or _SIDE.search(before)
    return shown is not None and not _PAST.search(before)
