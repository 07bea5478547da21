"""Make the map shapes from those that plotly.js ships: python docs/make_shapes.py ASSETS.

ASSETS is ``dist/plotly-geo-assets.js`` of the npm package plotly.js, of the version that the
installed plotly carries (its ``plotly.min.js`` names it in the second line). The world at
1:110 million is taken out, and made smaller without moving a single point:

- lakes, rivers and subunits, which no map here shows, are emptied, and the arcs that only
  they used are left out;
- a country that stands there in several features becomes one, since plotly.js colours the
  first feature of a code only: Palestine would be Gaza, Spain the mainland.

Areas whose code begins with X are undetermined in the UN's data. They stay, as land that
belongs to no country's code, so that no map here assigns them to anybody.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

SHAPES = Path(__file__).parents[1] / "components" / "figure" / "shapes" / "world_110m.json"
EMPTIED = ("lakes", "rivers", "subunits")

Topology = dict[str, Any]
Geometry = dict[str, Any]


def main() -> None:
    """Read the assets that the command line names, and write the shapes."""
    parser = argparse.ArgumentParser(description="Make the map shapes from those of plotly.js.")
    parser.add_argument("assets", type=Path, help="dist/plotly-geo-assets.js of plotly.js")
    topology = world(parser.parse_args().assets.read_text(encoding="utf-8"))
    for layer in EMPTIED:
        topology["objects"][layer]["geometries"] = []
    countries = topology["objects"]["countries"]
    countries["geometries"] = joined(countries["geometries"], topology["arcs"])
    written = json.dumps(pruned(topology), separators=(",", ":"))
    SHAPES.write_text(written + "\n", encoding="utf-8")


def world(script: str) -> Topology:
    """Take the world's topology, written there as a JavaScript literal, out of the assets."""
    literal = re.search(r'/world_110m\.json"\(.*\n\s*module\.exports = (\{.*\});\n', script)
    if literal is None:
        raise ValueError("The assets hold no world_110m.json where plotly.js 4.1 has it.")
    quoted = re.sub(r"([{,]\s*)([A-Za-z]\w*):", r'\1"\2":', literal[1])
    topology: Topology = json.loads(quoted, parse_float=number)
    return topology


def number(written: str) -> float:
    """Read a number that is written with a point or a power of ten: 1e3 is a whole number."""
    value = float(written)
    return int(value) if value.is_integer() else value


def joined(features: list[Geometry], arcs: list[Any]) -> list[Geometry]:
    """Make one feature of those with the same code; the largest lends its centre, ``ct``."""
    by_code: dict[str, list[Geometry]] = defaultdict(list)
    for feature in features:
        by_code[feature["id"]].append(feature)
    return [
        {
            "type": "MultiPolygon",
            "arcs": [polygon for part in parts for polygon in polygons(part)],
            "id": code,
            "properties": max(parts, key=lambda part: area(part, arcs))["properties"],
        }
        if len(parts) > 1
        else parts[0]
        for code, parts in by_code.items()
    ]


def polygons(feature: Geometry) -> list[Any]:
    """Return the polygons of a feature, each a list of rings, each a list of arc numbers."""
    return [feature["arcs"]] if feature["type"] == "Polygon" else feature["arcs"]


def area(feature: Geometry, arcs: list[Any]) -> float:
    """Return the area of the outer rings in square grid steps: good enough to compare by."""
    return sum(ring_area(polygon[0], arcs) for polygon in polygons(feature))


def ring_area(ring: list[int], arcs: list[Any]) -> float:
    """Return the area within a ring, by the shoelace formula."""
    points = [point for arc in ring for point in along(arc, arcs)]
    crossed = sum(x * v - u * y for (x, y), (u, v) in pairwise([*points, points[0]]))
    return abs(crossed) / 2


def along(arc: int, arcs: list[Any]) -> list[tuple[int, int]]:
    """Return an arc's points, each written as the step from the last; ``~arc`` is backwards."""
    x = y = 0
    points = []
    for step in arcs[arc if arc >= 0 else ~arc]:
        x, y = x + step[0], y + step[1]
        points.append((x, y))
    return points if arc >= 0 else points[::-1]


def pruned(topology: Topology) -> Topology:
    """Leave out the arcs that nothing uses, and number the others anew, in their order."""
    shown = [part for layer in topology["objects"].values() for part in layer["geometries"]]
    used = sorted({arc for part in shown for arc in numbers(part["arcs"])})
    new = {old: place for place, old in enumerate(used)}
    for part in shown:
        part["arcs"] = renumbered(part["arcs"], new)
    return topology | {"arcs": [topology["arcs"][old] for old in used]}


def numbers(arcs: list[Any]) -> Iterator[int]:
    """Yield the number of every arc in a nest of lists, whichever way it is followed."""
    for arc in arcs:
        if isinstance(arc, list):
            yield from numbers(arc)
        else:
            yield arc if arc >= 0 else ~arc


def renumbered(arcs: list[Any], new: dict[int, int]) -> list[Any]:
    """Return the nest of lists with new arc numbers; ``~arc`` still means backwards."""
    return [
        renumbered(arc, new) if isinstance(arc, list) else (new[arc] if arc >= 0 else ~new[~arc])
        for arc in arcs
    ]


if __name__ == "__main__":
    main()
