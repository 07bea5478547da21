"""The store as one file: written, read back on either database, refused where it is damaged."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from additions import SOURCE, TEXT, add, correct, new

from data import facts, store
from data.store import Change, Label, Review, StoreError

ROOT = Path(__file__).parent.parent
FIRST = "tna-20231205-01"


@pytest.fixture
def move(new_address, monkeypatch):
    """Return a function that goes to a new and empty database of a sort."""

    def to(kind):
        monkeypatch.setenv("SINOGRAPH_DATABASE_URL", new_address(kind))

    return to


@pytest.fixture
def saved(move, tmp_path):
    """Return a backup of a store that holds some of everything."""
    move("sqlite")
    passage = Change("fact", new(source="paper-20240102", paragraph="2").cells, passage=(30, 70))
    add(Change("source", SOURCE, text=TEXT), passage, labels=[Label("accepted", "ü", {"a": 1})])
    store.undo(add(correct(FIRST, 0, note="über, “中”\t\\")).id, who="Bob")
    store.save_review(Review("a", "Text\n中", "2024-01-02", {"cards": [1, None]}))
    path = tmp_path / "saved.jsonl"
    store.backup(path)
    return path


@pytest.mark.postgresql
def test_a_store_goes_to_postgresql_and_back_without_a_change(saved, move, tmp_path):
    known, history, revision = facts.load(), store.history(), facts.revision()
    for number, kind in enumerate(["postgresql", "sqlite"]):
        move(kind)
        assert store.restore(saved) == len(saved.read_text(encoding="utf-8").splitlines()) - 2
        pd.testing.assert_frame_equal(facts.load(), known)
        pd.testing.assert_frame_equal(store.history(), history)
        assert facts.revision() == revision
        again = tmp_path / f"again-{number}.jsonl"
        store.backup(again)
        assert again.read_bytes() == saved.read_bytes()
        add(correct(FIRST, 2, note="it goes on"))


def test_a_backup_is_only_read_into_an_empty_store(saved, move):
    with pytest.raises(StoreError, match="holds something already: restore into an empty store"):
        store.restore(saved)
    move("sqlite")
    store.save_review(Review("a", "Text"))
    with pytest.raises(StoreError, match="holds something already"):
        store.restore(saved)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text[: text.rindex(b'{"rows"')],
        lambda text: text.replace(b'"Ann"', b'"Eve"', 1),
        lambda text: b"\n".join(text.split(b"\n")[:3] + text.split(b"\n")[4:]),
        lambda text: text + text,
        lambda text: b"",
        lambda text: b"\xff\xfe nothing of ours",
        lambda text: b"[1]\n[2]\n",
        lambda text: text.replace(b"sinograph backup 1", b"somebody's backup", 1),
    ],
)
def test_a_damaged_backup_is_refused_and_nothing_is_read(saved, move, damage):
    saved.write_bytes(damage(saved.read_bytes()))
    move("sqlite")
    with pytest.raises(StoreError, match="is no backup of Sinograph, or damaged"):
        store.restore(saved)
    assert store.history().empty


def test_a_backup_of_a_newer_sinograph_is_refused(saved, move, resigned):
    resigned(saved, b'"schema":"0001"', b'"schema":"9999"')
    move("sqlite")
    with pytest.raises(StoreError, match="was written by a newer Sinograph: update this one"):
        store.restore(saved)


@pytest.fixture
def resigned():
    """Return a function that changes a backup and makes its sum right again."""

    def change(path, old, new):

        *lines, end = path.read_bytes().replace(old, new).splitlines(keepends=True)
        told = json.loads(end) | {"sha256": hashlib.sha256(b"".join(lines)).hexdigest()}
        path.write_bytes(b"".join(lines) + json.dumps(told).encode() + b"\n")

    return change


def test_a_backup_needs_something_to_save_and_a_new_file(move, tmp_path, saved):
    with pytest.raises(StoreError, match="exists already: name a new file"):
        store.backup(saved)
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "nowhere" / "saved.jsonl")
    with pytest.raises(StoreError, match="cannot be read"):
        store.restore(tmp_path / "nowhere.jsonl")
    move("sqlite")
    with pytest.raises(StoreError, match="Nothing was added yet in"):
        store.backup(tmp_path / "other.jsonl")
    assert not (tmp_path / "other.jsonl").exists()


def run(*arguments):
    """Run the command line as its user does."""
    command = [sys.executable, "-m", "data", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_line_saves_and_restores(saved, move, tmp_path):
    done = run("backup", tmp_path / "mine.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"10 rows are saved in {tmp_path / 'mine.jsonl'}.\n"
    assert (tmp_path / "mine.jsonl").read_bytes() == saved.read_bytes()
    done = run("restore", saved)
    assert (done.returncode, done.stdout) == (1, "")
    assert "restore into an empty store" in done.stderr
    move("sqlite")
    done = run("restore", saved)
    assert (done.returncode, done.stdout) == (0, f"10 rows are restored from {saved}.\n")
    assert len(facts.load()) == 40
