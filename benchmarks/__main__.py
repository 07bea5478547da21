"""``python -m benchmarks``: measure, print a table, write the values as JSON."""

import argparse
import sys
from collections.abc import Iterable

from benchmarks import browser, functions, load, results, serving
from data import facts

PARTS = ("python", "browser", "load")


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, help="one part: Python, browser or load")
    parser.add_argument(
        "--facts",
        type=lambda text: [int(number) for number in text.split(",")],
        default=[len(facts.load()), 10_000, 100_000, 1_000_000],
        help="numbers of facts, by commas",
    )
    chosen = parser.parse_args()
    parts = [chosen.only] if chosen.only else PARTS
    rows: list[results.Row] = []
    if "python" in parts:
        rows += _told(functions.measure(chosen.facts))
        print(results.by_size(rows), end="\n\n")
    if "browser" in parts:
        waits = _told(browser.measure(len(facts.load())))
        print(results.table(waits), end="\n\n")
        rows += waits
    if "load" in parts:
        costs = _told(load.measure(chosen.facts))
        print(results.table(costs), end="\n\n")
        rows += costs
    machine = results.machine(serving.version())
    results.write(rows, machine=machine)
    print(f"{machine}. All values: {results.JSON.name}.")


def _told(rows: Iterable[results.Row]) -> list[results.Row]:
    """Return the rows; say each as soon as it is there, since all of them take many minutes."""
    told = []
    for row in rows:
        print(f"{row.what}, {row.facts:,} facts: {row.median:,.1f} {row.unit}", file=sys.stderr)
        told.append(row)
    return told


if __name__ == "__main__":
    main()
