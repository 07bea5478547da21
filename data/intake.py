"""Intake: an article from a file or a paste, with what the file says of its origin.

Nothing is fetched. What a file does not say is "": the day on which a PDF or a Word file was made
is not the day on which the article was published, and is not taken for it.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath

import docx
import pypdf
import trafilatura
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError
from pypdf.errors import DependencyError, PyPdfError

LIMIT = 20 * 1024 * 1024
"""The most bytes of a file."""
LONGEST = 300_000
"""The most characters of a text, of which drafting takes some seconds."""

_UNPACKED = 10 * LIMIT
_OLE = b"\xd0\xcf\x11\xe0"  # what encrypted Word files and those of old Words begin with


_SENTENCE_END = re.compile(r"[.!?:…。！？][\"”’»)\]]*$")


class InvalidFile(ValueError):
    """A file or paste that holds no article that can be read; the message says what to do."""


@dataclass(frozen=True)
class Article:
    """An article and what its file says of it, "" where it does not say.

    Paragraphs of ``text`` are parted by blank lines where the file tells them apart;
    ``published`` is a day like 2023-12-05, ``language`` a code like en.
    """

    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


def read(content: bytes, name: str) -> Article:
    """Read a .txt, .html, .pdf or .docx file by its content and name.

    Raises `InvalidFile` where it is empty, too large, of another sort, broken, encrypted, a
    scan, without an article, or in an unknown encoding.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in _READERS:
        raise InvalidFile(
            f"{name} cannot be read: save it as .txt, .html, .pdf or .docx, or paste its text."
        )
    if len(content) > LIMIT:
        raise InvalidFile(_too_large(name, len(content)))
    if not content.strip():
        raise InvalidFile(f"{name} is empty.")
    return _whole(_READERS[ending](content, name), name)


def paste(text: str) -> Article:
    """Take a text that was pasted. Raises `InvalidFile` where it is empty or too long."""
    return _whole(Article(text), "The text")


def _whole(article: Article, name: str) -> Article:
    """Return the article in characters that every database can hold, if it has a text."""
    cells = {
        field: cell.replace("\x00", "").replace("\r\n", "\n").encode("utf-8", "ignore").decode()
        for field, cell in vars(article).items()
    }
    if not re.search(r"\w", cells["text"]):
        raise InvalidFile(f"{name} is empty: there are no words in it.")
    if len(cells["text"]) > LONGEST:
        raise InvalidFile(
            f"{name} has {len(cells['text']):,} characters, and the most is {LONGEST:,}: take "
            "only the article."
        )
    one_line = {field: " ".join(cell.split()) for field, cell in cells.items() if field != "text"}
    return Article(text=cells["text"].strip(), **one_line)


def _too_large(name: str, size: int) -> str:
    megabytes, most = size / 1024**2, LIMIT // 1024**2
    return f"{name} has {megabytes:,.1f} MB, and the most is {most} MB: take only the article."


def _text(content: bytes, name: str) -> Article:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return Article(content.decode(encoding))
    except UnicodeDecodeError as error:
        if b"\x00" in content:
            raise InvalidFile(
                f"{name} is no text but another sort of file: choose the article as .txt, .html, "
                ".pdf or .docx, or paste its text."
            ) from None
        line = content[: error.start].count(b"\n") + 1
        byte = f"{content[error.start]:#04x}"
        raise InvalidFile(
            f"{name} is not UTF-8 (byte {byte} in line {line}): save it as UTF-8, "
            "or open it and paste its text."
        ) from None


def _page(content: bytes, name: str) -> Article:
    without = InvalidFile(f"{name} is a page without an article: open it and paste the text.")
    try:
        tree = trafilatura.load_html(content)
        found = None
        if tree is not None:
            language = str(tree.get("lang") or "").split("-")[0].lower()
            found = trafilatura.bare_extraction(
                tree,
                include_comments=False,
                with_metadata=True,
                # A day that the page states, not one that stands somewhere in its text.
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
    except (LxmlError, ValueError):
        raise without from None
    if found is None or isinstance(found, dict) or not found.text:
        raise without
    return Article(
        found.text.replace("\n", "\n\n"),
        title=found.title or "",
        publisher=found.sitename or "",
        author=found.author or "",
        published=found.date or "",
        url=found.url or "",
        language=language,
    )


def _pdf(content: bytes, name: str) -> Article:
    encrypted = InvalidFile(f"{name} is encrypted: open it with its password and paste its text.")
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted
        pages = [page.extract_text() for page in reader.pages]
        meta = reader.metadata
        language = str(reader.root_object.get("/Lang", "")).split("-")[0].lower()
    except DependencyError:
        raise encrypted from None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if error is encrypted:
            raise
        raise InvalidFile(f"{name} is broken or no PDF: save it anew, or paste its text.") from None
    if not any(map(str.strip, pages)):
        raise InvalidFile(
            f"{name} is a scan without text: run text recognition on it, or type the article."
        )
    title, author = (meta.title or "", meta.author or "") if meta else ("", "")
    return Article(_unbroken(pages), title=title, author=author, language=language)


def _unbroken(pages: Iterable[str]) -> str:
    """Join the lines of pages into paragraphs: a short line that ends a sentence ends one."""
    lines = [line.strip() for page in pages for line in page.splitlines()]
    short = 0.85 * max(map(len, lines))
    joined = []
    for line in lines:
        ends = len(line) < short and _SENTENCE_END.search(line)
        joined.append(line + "\n\n" if ends or not line else line + "\n")
    whole = re.sub(r"\n{2,}", "\n\n", "".join(joined))
    return re.sub(r"(?<!\n)\n(?!\n)", " ", re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", whole))


def _word(content: bytes, name: str) -> Article:
    if content.startswith(_OLE):
        raise InvalidFile(f"{name} is encrypted or of an old Word: save it as .docx without one.")
    broken = InvalidFile(f"{name} is broken or no Word file: save it anew, or paste its text.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > _UNPACKED:
            raise InvalidFile(_too_large(f"{name}, unpacked,", unpacked))
        document = docx.Document(io.BytesIO(content))
        told = document.core_properties
        return Article(
            "\n\n".join(filter(str.strip, _blocks(document))),
            title=told.title,
            author=told.author,
            language=told.language.split("-")[0].lower(),
        )
    except InvalidFile:
        raise
    except (PackageNotFoundError, zipfile.BadZipFile, LxmlError, KeyError, ValueError, OSError):
        raise broken from None


def _blocks(document: Document) -> Iterable[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from ("\t".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


_READERS: dict[str, Callable[[bytes, str], Article]] = {
    ".txt": _text,
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
    ".docx": _word,
}
