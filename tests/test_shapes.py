"""The map shapes: a sound topology, one shape a country, and no ring that floods the globe."""

import json
from collections import Counter
from pathlib import Path

import pytest

import components
from data import countries

SHAPES = Path(components.__file__).parent / "figure" / "shapes" / "world_110m.json"
DRAWN = {"coastlines", "countries", "land", "ocean"}
EMPTIED = {"lakes", "rivers", "subunits"}
UNDETERMINED = {"XAC", "XAP", "XBT", "XHT", "XIT", "XJK"}


@pytest.fixture(scope="module")
def topology():
    return json.loads(SHAPES.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def arcs(topology):
    """The arcs as lists of (lon, lat)."""
    (across, up), (west, south) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * across + west, y * up + south))
        arcs.append(arc)
    return arcs


def flat(nest):
    for item in nest:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item


def pieces(geometry, arcs):
    """Return each polygon's rings, each ring its arcs in the direction that they are followed."""
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    return [
        [[arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring] for ring in rings]
        for rings in polygons
    ]


def turn(ring):
    """Return the area on a flat map, positive where the ring runs anticlockwise.

    Across the date line the longitude runs on, past 180 degrees.
    """
    twice = 0.0
    lon, lat = ring[0][0]
    for next_lon, next_lat in [point for arc in ring for point in arc]:
        step = (next_lon - lon + 180) % 360 - 180
        twice += lon * next_lat - (lon + step) * lat
        lon, lat = lon + step, next_lat
    return twice / 2


def test_the_file_is_a_small_topology_with_every_layer_that_plotly_may_ask_for(topology):
    assert topology["type"] == "Topology"
    assert set(topology["objects"]) == DRAWN | EMPTIED
    for layer, collection in topology["objects"].items():
        assert collection["type"] == "GeometryCollection"
        assert bool(collection["geometries"]) == (layer in DRAWN)
    assert SHAPES.stat().st_size < 300_000


def test_each_arc_is_there_and_each_is_used(topology):
    named = {
        arc if arc >= 0 else ~arc
        for collection in topology["objects"].values()
        for geometry in collection["geometries"]
        for arc in flat(geometry["arcs"])
    }
    assert named == set(range(len(topology["arcs"])))


def test_each_code_has_one_shape(topology):
    """plotly.js colours the first feature of a code, and no other."""
    codes = Counter(country["id"] for country in topology["objects"]["countries"]["geometries"])
    assert set(codes.values()) == {1}
    assert set(codes) - set(countries.table().index) == UNDETERMINED


def test_palestine_is_both_its_parts(topology):
    shapes = topology["objects"]["countries"]["geometries"]
    (palestine,) = [shape for shape in shapes if shape["id"] == "PSE"]
    assert palestine["type"] == "MultiPolygon"
    assert len(palestine["arcs"]) == 2
    assert palestine["properties"] == {"ct": [35.27, 31.95]}


def test_rings_are_closed_and_run_the_way_that_keeps_the_land_inside(topology, arcs):
    """A country's outline runs clockwise and a hole the other way, or it fills the globe.

    Antarctica's outline runs round the pole, where a flat map's clock does not apply.
    """
    for country in topology["objects"]["countries"]["geometries"]:
        for outline, *holes in pieces(country, arcs):
            for ring in (outline, *holes):
                for arc, following in zip(ring, [*ring[1:], ring[0]], strict=True):
                    assert arc[-1] == following[0], country["id"]
            if country["id"] != "ATA":
                assert turn(outline) < 0, country["id"]
                assert all(turn(hole) > 0 for hole in holes), country["id"]


def test_a_country_without_a_shape_has_a_point_and_one_with_a_shape_has_it_there(topology, arcs):
    table = countries.table()
    shapes = {shape["id"]: shape for shape in topology["objects"]["countries"]["geometries"]}
    lacking = table.loc[~table.index.isin(list(shapes))]
    assert len(lacking) == 61
    assert {"SGP", "MDV", "MLT", "HKG", "TON", "BHR", "XKX"} <= set(lacking.index)
    assert lacking[["lat", "lon"]].notna().all(axis=None)
    for iso3, lat, lon in table.drop(lacking.index)[["lat", "lon"]].itertuples():
        points = [
            point for p in pieces(shapes[iso3], arcs) for r in p for arc in r for point in arc
        ]
        lons, lats = zip(*points, strict=True)
        assert min(lats) - 0.1 <= lat <= max(lats) + 0.1, iso3
        assert min(lons) - 0.1 <= lon <= max(lons) + 0.1, iso3
