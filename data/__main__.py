"""`python -m data check [FILE]`: say whether a facts file is sound, and if not, why not."""

import argparse
import sys
from pathlib import Path

from data import facts


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code (1 where a check fails)."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a facts file, by default the collection's")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    problems = facts.check(chosen.file)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)} found.", file=sys.stderr)
        return 1
    print(f"{len(facts.load(chosen.file))} facts are sound.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
