"""Sentences: where each begins and ends, in the text as it was given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.drafting.cleaning import Paragraph

_END = re.compile(r"[.!?…][\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9$€£])|:\s{3,}(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Maj|Capt|Cmdr|Adm|Sgt|Rev|Hon|No|vs|Inc|"
    r"Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|e\.g|i\.e|Ph\.D|a\.m|p\.m|"
    r"Jr|Sr)|\b[A-Z])\.$"
)
_STARTER = re.compile(
    r"(?:The|In|On|At|It|He|She|They|We|But|And|For|This|That|These|Those|A|An|As|If|When|While|"
    r"However|Both|Last|After|Since|According)\b"
)
_MAY_END = re.compile(r"(?:\b(?:U\.S|U\.K|U\.N|D\.C|P\.R\.C|a\.m|p\.m|Inc|Ltd|Co|Corp|Jr)\.|\d\.)$")


@dataclass(frozen=True)
class Sentence:
    """A sentence: its offsets in the text, the number of its paragraph, and whether a caption."""

    start: int
    end: int
    paragraph: int
    caption: bool


def sentences(flat: str, paragraphs: list[Paragraph]) -> list[Sentence]:
    """Split the paragraphs, which are no headings, of a text in its plain form."""
    return [
        Sentence(start, end, paragraph.number, paragraph.caption)
        for paragraph in paragraphs
        if not paragraph.heading
        for start, end in _split(flat, paragraph.start, paragraph.end)
    ]


def _split(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for found in _END.finditer(flat, start, end):
        if found[0][0] == "." and not _ends(flat, begin, found):
            continue
        yield begin, begin + len(flat[begin : found.end()].rstrip())
        begin = found.end()
    if flat[begin:end].strip():
        yield begin, begin + len(flat[begin:end].rstrip())


def _ends(flat: str, begin: int, found: re.Match[str]) -> bool:
    """Whether the point ends a sentence, and no abbreviation within one."""
    before = flat[max(begin, found.start() - 12) : found.start() + 1]
    if _MAY_END.search(before):
        return before[-2].isdigit() or bool(_STARTER.match(flat, found.end()))
    return not _ABBREVIATION.search(before)
