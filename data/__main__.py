"""`python -m data`: check whether a facts file is sound, or draft facts from an article."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from data import drafting, facts


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code (1 where a check fails)."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a facts file, by default the collection's")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE")
    draft = commands.add_parser("draft", help="draft facts from an article, as JSON lines")
    draft.add_argument("file", type=Path, metavar="FILE")
    draft.add_argument("--published", required=True, metavar="YYYY-MM-DD")
    chosen = parser.parse_args(arguments)
    if chosen.command == "check":
        return _check(chosen.file)
    return _draft(chosen.file, chosen.published)


def _check(file: Path | None) -> int:
    problems = facts.check(file)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)} found.", file=sys.stderr)
        return 1
    print(f"{len(facts.load(file))} facts are sound.")
    return 0


def _draft(file: Path, published: str) -> int:
    try:
        text = file.read_bytes().decode("utf-8")
        drafts = drafting.draft(text, date.fromisoformat(published))
    except FileNotFoundError:
        return _fail(f"{file} does not exist; check the path.")
    except OSError as error:
        return _fail(f"{file} cannot be read ({error.strerror}); check the path.")
    except UnicodeDecodeError:
        return _fail(f"{file} is not UTF-8; save it as UTF-8.")
    except drafting.Unreadable as error:
        return _fail(str(error))
    except ValueError:
        return _fail(f"{published!r} is no day; write it like 2018-09-11.")
    for found in drafts:
        print(json.dumps(drafting.as_json(found), ensure_ascii=False))
    return 0


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
