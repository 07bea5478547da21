"""How to cite what is shown: as a sentence, for BibTeX and for RIS."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data import dates, sources

_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
} | {sign: f"\\{sign}" for sign in "{}$&%#_"}


@dataclass(frozen=True)
class Citation:
    """What a citation says of one view of the facts.

    ``title`` is that of the page, ``selection`` the filters in words, ``count`` the number of
    facts, ``sources`` a sentence such as "Source: The New American, 5 Dec 2023, paragraph 7"
    or "", ``revision`` the state of the data, ``link`` the percent-encoded address or "", and
    ``accessed`` the day on which the reader saw it.
    """

    title: str
    selection: str
    count: int
    sources: str
    revision: str
    link: str
    accessed: date

    @classmethod
    def of(
        cls,
        shown: pd.DataFrame,
        *,
        title: str,
        selection: str,
        revision: str,
        link: str,
        accessed: date,
    ) -> "Citation":
        """Cite ``shown``. Reads the columns that `data.sources.citation` reads."""
        told = sources.citation(shown)
        return cls(title, selection, len(shown), told, revision, link, accessed)

    @property
    def counted(self) -> str:
        """How many facts, in words: "10 facts"."""
        return f"{self.count:,} fact{'s' * (self.count != 1)}"

    @property
    def heading(self) -> str:
        """Title and selection as one title: "Facts: Philippines, all dates"."""
        return _line(f"{self.title}: {self.selection}")

    @property
    def text(self) -> str:
        """The citation as sentences."""
        day = dates.in_words(self.accessed.isoformat())
        where = f"{self.link} (accessed {day})" if self.link else f"Accessed {day}"
        said = [f"Sinograph. {self.heading}", self._state, self.sources, where]
        return _line(". ".join(filter(None, said)) + ".")

    @property
    def bibtex(self) -> str:
        """The citation as an entry for BibTeX and biblatex, special characters escaped.

        The address stays as it is: it is percent-encoded, and the url field is read verbatim.
        """
        notes = filter(None, (self._state, self.sources))
        fields = {
            "author": "{Sinograph}",
            "title": f"{{{_tex(self.heading)}}}",
            "year": str(self.accessed.year),
            "url": self.link,
            "urldate": self.accessed.isoformat(),
            "version": self.revision,
            "note": _tex(". ".join(notes)),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        return f"@misc{{{self._key},\n" + ",\n".join(lines) + "\n}\n"

    @property
    def ris(self) -> str:
        """The citation as a RIS record; each value is one line, so that none can begin a tag."""
        fields = (
            ("TY", "DATA"),
            ("AU", "Sinograph"),
            ("TI", self.heading),
            ("PY", str(self.accessed.year)),
            ("Y2", f"{self.accessed:%Y/%m/%d}"),
            ("UR", self.link),
            ("ET", self.revision),
            ("N1", self._state),
            ("N1", self.sources),
        )
        lines = [f"{tag}  - {_line(value)}" for tag, value in fields if value]
        return "\n".join([*lines, "ER  - "]) + "\n"

    @property
    def _state(self) -> str:
        return f"{self.counted}, data revision {self.revision}"

    @property
    def _key(self) -> str:
        ascii_ = unicodedata.normalize("NFKD", self.heading).encode("ascii", "ignore").decode()
        words = re.sub(r"[^a-z0-9]+", "-", ascii_.lower())[:60].strip("-")
        return f"sinograph-{words}-{self.revision}"


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _line(text))


def _line(text: str) -> str:
    """Return ``text`` as one line without control characters."""
    printed = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(printed.split())
