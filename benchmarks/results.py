"""What was measured, as a table for readers and as JSON for comparing."""

import json
import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

JSON = Path(__file__).parent / "results.json"


@dataclass(frozen=True)
class Row:
    """One thing that was measured, in ``unit``; ``floor`` are the measures that it stands beside.

    ``what`` says the thing, ``facts`` at how many facts, ``beside`` what the floor is.
    """

    what: str
    facts: int
    values: tuple[float, ...]
    unit: str = "ms"
    floor: tuple[float, ...] = ()
    beside: str = ""

    @property
    def median(self) -> float:
        """The middle of the values."""
        return statistics.median(self.values)

    @property
    def ratio(self) -> float | None:
        """How many times the floor's median it is, or None without a floor."""
        return self.median / statistics.median(self.floor) if self.floor else None


def p95(values: Sequence[float]) -> float:
    """Return the value below or at which 95 of 100 lie, by the nearest rank."""
    return sorted(values)[-(-len(values) * 95 // 100) - 1]


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = [
        "| what | facts | median | p95 | n | floor | times it | the floor is |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ]
    for row in rows:
        cells = [
            row.what,
            f"{row.facts:,}",
            _said(row.median, row.unit),
            _said(p95(row.values), row.unit),
            str(len(row.values)),
            _said(statistics.median(row.floor), row.unit) if row.floor else "",
            f"{row.ratio:.1f}" if row.ratio is not None else "",
            row.beside,
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def by_size(rows: Sequence[Row]) -> str:
    """Return the medians as a Markdown table with a column for each number of facts."""
    sizes = sorted({row.facts for row in rows})
    found = {(row.what, row.facts): _said(row.median, row.unit) for row in rows}
    lines = [
        f"| what | {' | '.join(f'{size:,} facts' for size in sizes)} |",
        f"| --- |{' ---: |' * len(sizes)}",
    ]
    for what in dict.fromkeys(row.what for row in rows):
        lines.append(f"| {what} | {' | '.join(found.get((what, s), '–') for s in sizes)} |")
    return "\n".join(lines)


def _said(value: float, unit: str) -> str:
    return f"{value:,.{0 if value >= 100 else 1}f} {unit}"


def machine(browser: str = "") -> str:
    """Return the machine in words: cores, memory, systems, nothing that names it."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = f"Python {platform.python_version()}"
    parts = [f"{cores} cores", f"{memory:.0f} GB", platform.system(), browser, python]
    return ", ".join(filter(None, parts))


def write(rows: Sequence[Row], *, machine: str, path: Path = JSON) -> None:
    """Write every value, so that another run can be compared."""
    told = {"machine": machine, "rows": [asdict(row) for row in rows]}
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
