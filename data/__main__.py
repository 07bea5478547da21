"""`python -m data check [FILE]`: say whether a facts file is sound, and if not, why not.

`python -m data backup FILE` and `restore FILE` keep and move what users added.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from data import facts, store


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code (1 where something fails)."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a facts file, by default all facts")
    check.add_argument("file", nargs="?", type=Path, metavar="FILE")
    backup = commands.add_parser("backup", help="write what users added to a new file")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = commands.add_parser("restore", help="read a backup into an empty store")
    restore.add_argument("file", type=Path, metavar="FILE")
    chosen = parser.parse_args(arguments)
    try:
        return _COMMANDS[chosen.command](chosen.file)
    except store.StoreError as error:
        print(error, file=sys.stderr)
        return 1


def _check(path: Path | None) -> int:
    problems = facts.check(path)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)} found.", file=sys.stderr)
        return 1
    print(f"{len(facts.load(path))} facts are sound.")
    return 0


def _backup(path: Path) -> int:
    print(f"{store.backup(path)} rows are saved in {path}.")
    return 0


def _restore(path: Path) -> int:
    print(f"{store.restore(path)} rows are restored from {path}.")
    return 0


_COMMANDS: dict[str, Callable[[Path], int]] = {
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}


if __name__ == "__main__":
    sys.exit(main())
