"""`python -m data`: check whether a facts file is sound, or draft facts from an article."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from data import facts
from data.drafting import draft
from data.drafting.drafts import as_json


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code (1 where a check fails)."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a facts file, by default the collection's")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE")
    drafting = commands.add_parser("draft", help="draft facts from an article, as JSON lines")
    drafting.add_argument("file", type=Path, metavar="FILE")
    drafting.add_argument("--published", required=True, metavar="YYYY-MM-DD")
    chosen = parser.parse_args(arguments)
    return _check(chosen.file) if chosen.command == "check" else _draft(chosen)


def _check(file: Path | None) -> int:
    problems = facts.check(file)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)} found.", file=sys.stderr)
        return 1
    print(f"{len(facts.load(file))} facts are sound.")
    return 0


def _draft(chosen: argparse.Namespace) -> int:
    text = chosen.file.read_bytes().decode("utf-8")
    for found in draft(text, date.fromisoformat(chosen.published)):
        print(json.dumps(as_json(found), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
