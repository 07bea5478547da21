"""Wording: paragraphs of a text, and how much of one text stands in another.

Texts are compared by *shingles*, runs of four words without regard to case, marks and line
breaks, as hashes. Of a text that the collection may not hold, `FINGERPRINTS` keeps a few hashes a
paragraph: enough to recognise it when somebody brings it, and nothing to read.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from data.reading import read_text

FINGERPRINTS = Path(__file__).parent / "collection" / "fingerprints.csv"
COLUMNS = ("source", "paragraph", "shingles")

_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_RUN = 4
_KEPT = 8


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return where each paragraph of a text begins and ends.

    Blank lines part paragraphs; in a text without any, each line is one.
    """
    breaks = r"\n[^\S\n]*\n\s*" if re.search(r"\S[^\S\n]*\n[^\S\n]*\n\s*\S", text) else r"\n\s*"
    ends = [(found.start(), found.end()) for found in re.finditer(breaks, text)]
    starts = [0, *(after for _, after in ends)]
    stops = [*(before for before, _ in ends), len(text)]
    spans = (_trimmed(text, *span) for span in zip(starts, stops, strict=True))
    return [span for span in spans if span[0] < span[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


@lru_cache(maxsize=256)
def shingles(text: str) -> frozenset[str]:
    """Return the hashes of all runs of four words; of a shorter text, the one of all its words."""
    words = _WORDS.findall(text.casefold())
    runs = range(max(len(words) - _RUN + 1, min(len(words), 1)))
    return frozenset(_hash(" ".join(words[first : first + _RUN])) for first in runs)


def _hash(words: str) -> str:
    return hashlib.blake2b(words.encode(), digest_size=4).hexdigest()


def overlap(one: str, other: str) -> float:
    """Return how much of the shorter text stands in the longer one: 0 nothing, 1 all."""
    few, many = sorted((shingles(one), shingles(other)), key=len)
    return len(few & many) / len(few) if few else 0.0


def fingerprint(text: str) -> list[str]:
    """Return, for each paragraph, the few hashes by which it is recognised."""
    pieces = (text[start:end] for start, end in paragraphs(text))
    return [" ".join(sorted(shingles(piece))[:_KEPT]) for piece in pieces]


def fingerprints() -> dict[str, dict[int, frozenset[str]]]:
    """Return what is kept of texts: source -> number of the paragraph -> hashes."""
    return _fingerprints(FINGERPRINTS, FINGERPRINTS.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _fingerprints(path: Path, changed: int) -> dict[str, dict[int, frozenset[str]]]:
    told: dict[str, dict[int, frozenset[str]]] = {}
    for row in read_text(path, list(COLUMNS)).itertuples():
        told.setdefault(row.source, {})[int(row.paragraph)] = frozenset(row.shingles.split())
    return told


def likeness(kept: frozenset[str], text: str) -> float:
    """Return how much of a kept fingerprint stands in a text: 0 nothing, 1 all."""
    return len(kept & shingles(text)) / len(kept) if kept else 0.0
