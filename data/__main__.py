"""`python -m data`: check a facts file, draft facts from an article, keep what users added.

`check [FILE]`, `draft FILE --published DAY`, `backup FILE` and `restore FILE`.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from data import drafting, facts, store


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code (1 where something fails)."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a facts file, by default all facts")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE")
    draft = commands.add_parser("draft", help="draft facts from an article, as JSON lines")
    draft.add_argument("file", type=Path, metavar="FILE")
    draft.add_argument("--published", required=True, metavar="YYYY-MM-DD")
    backup = commands.add_parser("backup", help="write what users added to a new file")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = commands.add_parser("restore", help="read a backup into an empty store")
    restore.add_argument("file", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    try:
        return _COMMANDS[chosen.command](chosen)
    except store.StoreError as error:
        return _fail(str(error))


def _check(chosen: argparse.Namespace) -> int:
    problems = facts.check(chosen.file)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)} found.", file=sys.stderr)
        return 1
    print(f"{len(facts.load(chosen.file))} facts are sound.")
    return 0


def _draft(chosen: argparse.Namespace) -> int:
    try:
        text = chosen.file.read_bytes().decode("utf-8")
        drafts = drafting.draft(text, date.fromisoformat(chosen.published))
    except FileNotFoundError:
        return _fail(f"{chosen.file} does not exist; check the path.")
    except OSError as error:
        return _fail(f"{chosen.file} cannot be read ({error.strerror}); check the path.")
    except UnicodeDecodeError:
        return _fail(f"{chosen.file} is not UTF-8; save it as UTF-8.")
    except drafting.Unreadable as error:
        return _fail(str(error))
    except ValueError:
        return _fail(f"{chosen.published!r} is no day; write it like 2018-09-11.")
    for found in drafts:
        print(json.dumps(drafting.as_json(found), ensure_ascii=False))
    return 0


def _backup(chosen: argparse.Namespace) -> int:
    print(f"{store.backup(chosen.file)} rows are saved in {chosen.file}.")
    return 0


def _restore(chosen: argparse.Namespace) -> int:
    print(f"{store.restore(chosen.file)} rows are restored from {chosen.file}.")
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "draft": _draft,
    "backup": _backup,
    "restore": _restore,
}


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # whoever reads has enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
