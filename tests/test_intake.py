"""Intake: articles from files of each sort, and one clear sentence for what is none."""

import io
import socket
import zipfile

import docx
import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from data import intake
from data.intake import Article, InvalidFile

FIRST = "The first paragraph says that a delegation came to Pretoria on Monday, as was planned."
SECOND = "The second paragraph says that China gave twelve vehicles to the city of Durban."
TEXT = f"{FIRST}\n\n{SECOND}"
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>China gives | The Paper</title>
<meta name="author" content="Jane Doe"><meta property="og:site_name" content="The Paper">
<meta property="og:title" content="China gives">
<meta property="article:published_time" content="2024-01-02T10:00:00Z">
<link rel="canonical" href="https://example.org/gives">
<script src="https://example.org/tracker.js"></script></head>
<body><nav><a href="/">Home</a> <a href="/more">More news</a></nav>
<article><h1>China gives</h1><p>{FIRST}</p><img src="https://example.org/a.png">
<p>{SECOND}</p></article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture(autouse=True)
def offline(monkeypatch):
    """Fail whatever asks the network."""

    def refuse(*_):
        raise AssertionError("a file was to be read, and the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def pdf(*lines, title="", password="", language=""):
    """Return a PDF of one page with these lines; none is a page with nothing to read."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    drawn = StreamObject()
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    drawn.set_data(f"BT /F1 10 Tf 20 780 Td {shown} ET".encode())
    page[NameObject("/Contents")] = writer._add_object(drawn)
    if title:
        writer.add_metadata({"/Title": title, "/Author": "Jane Doe"})
    if language:
        writer._root_object[NameObject("/Lang")] = pypdf.generic.TextStringObject(language)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def word(*paragraphs, table=(), title=""):
    """Return a Word file of these paragraphs."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for row in table:
        cells = document.add_table(1, len(row)).rows[0].cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    document.core_properties.title = title
    document.core_properties.author = "Jane Doe"
    document.core_properties.language = "en-US"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
        TEXT.encode("utf-16"),
        f"\n{TEXT}\x00\n".encode(),
    ],
)
def test_a_text_file_is_read_as_it_is(content):
    assert intake.read(content, "a.TXT") == Article(TEXT)


def test_a_page_gives_its_article_and_what_it_says_of_its_origin():
    article = intake.read(PAGE.encode(), "saved page.html")
    assert article.text.endswith(TEXT)
    assert "rights" not in article.text
    assert "Home" not in article.text
    assert (article.title, article.publisher) == ("China gives", "The Paper")
    assert (article.author, article.published) == ("Jane Doe", "2024-01-02")
    assert (article.url, article.language) == ("https://example.org/gives", "en")


def test_a_page_that_says_nothing_of_its_origin_leaves_it_empty():
    bare = f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    article = intake.read(bare.encode(), "a.htm")
    assert article.text == TEXT
    assert set(vars(article).values()) == {TEXT, ""}


def test_a_pdf_gives_its_paragraphs_and_title():
    lines = ["The first paragraph goes over two lines and is cut in the mid-", "dle of a word."]
    lines += ["The second begins on a new line, though no blank line says so, and", "ends here."]
    article = intake.read(pdf(*lines, title="A report", language="en-ZA"), "a.pdf")
    assert article.text == (
        "The first paragraph goes over two lines and is cut in the middle of a word.\n\n"
        "The second begins on a new line, though no blank line says so, and ends here."
    )
    assert (article.title, article.author, article.language) == ("A report", "Jane Doe", "en")
    assert article.published == ""


def test_a_word_file_gives_its_paragraphs_tables_and_title():
    content = word(FIRST, "", SECOND, table=[("Donor", "China")], title="A report")
    article = intake.read(content, "a.docx")
    assert article.text == f"{TEXT}\n\nDonor\tChina"
    assert (article.title, article.author, article.language) == ("A report", "Jane Doe", "en")


def test_a_paste_is_taken_as_it_is():
    assert intake.paste(f" {TEXT}\n") == Article(TEXT)
    assert intake.paste("half \ud800 a pair").text == "half  a pair"


def _bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (intake.LIMIT * 10 + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "a.txt", "a.txt is empty."),
        (b" \n\t", "a.pdf", "a.pdf is empty."),
        (b"...", "a.txt", "a.txt is empty: there are no words in it."),
        (b"x" * (intake.LIMIT + 1), "a.txt", "a.txt has 20.0 MB, and the most is 20 MB: take only"),
        (b"x", "a.odt", "a.odt cannot be read: save it as .txt, .html, .pdf or .docx, or paste"),
        (b"x", "article", "article cannot be read: save it as"),
        ("ab\nTürk".encode("cp1252"), "a.txt", "a.txt is not UTF-8 (byte 0xfc in line 2): save it"),
        (b"\xff\xfea", "a.txt", "a.txt is not UTF-8"),
        (b"<html><body></body></html>", "a.html", "a.html is a page without an article: open it"),
        (b"<nav><a href='/'>Home</a></nav>", "a.html", "a.html is a page without an article"),
        (b"\x00\x01\x02\xff", "a.html", "a.html is a page without an article"),
        (pdf(), "a.pdf", "a.pdf is a scan without text: run text recognition on it"),
        (pdf(FIRST, password="secret"), "a.pdf", "a.pdf is encrypted: open it with its password"),
        (b"nothing of a PDF", "a.pdf", "a.pdf is broken or no PDF: save it anew, or paste"),
        (pdf(FIRST)[:200], "a.pdf", "a.pdf is broken or no PDF"),
        (b"nothing of Word", "a.docx", "a.docx is broken or no Word file: save it anew"),
        (word(FIRST)[:500], "a.docx", "a.docx is broken or no Word file"),
        (word(), "a.docx", "a.docx is empty: there are no words in it."),
        (_bomb(), "a.docx", "a.docx, unpacked, has 200.0 MB, and the most is 20 MB"),
        (b"\xd0\xcf\x11\xe0old", "a.docx", "a.docx is encrypted or of an old Word: save it as"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_holds_no_article_is_refused_with_one_sentence(content, name, sentence):
    with pytest.raises(InvalidFile) as refused:
        intake.read(content, name)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


def test_a_text_that_is_empty_or_too_long_is_refused():
    with pytest.raises(InvalidFile, match="The text is empty"):
        intake.paste(" \n")
    with pytest.raises(InvalidFile, match=r"The text has 300,001 characters, and the most is"):
        intake.paste("ü" * 300_001)
    with pytest.raises(InvalidFile, match=r"book\.txt has 400,000 characters"):
        intake.read(b"x" * 400_000, "book.txt")
    assert len(intake.paste("ü" * 300_000).text) == 300_000


def test_a_picture_that_is_called_a_text_is_told_so():
    with pytest.raises(InvalidFile, match=r"holiday\.txt is no text but another sort of file"):
        intake.read(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "holiday.txt")
