"""Makes ``world.json`` of the borders in the npm package world-atlas (ISC; its data, Natural Earth, is public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m quizgen.anki.maps.prepare package/countries-50m.json > quizgen/anki/maps/world.json

Run by hand when the borders change; nothing of this is needed to write a deck. A ring becomes a flat list
``[x, y, x, y…]`` in tenths of a degree; points that fall together and islets of no size are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Point = tuple[int, int]
_SMALLEST = 4  # square tenths of a degree
_NEAREST = 4  # tenths of a degree between one point and the next
_HALF = 1800
_SHORT = 12  # points of an arc that is left as it is, for the sake of small countries


def countries(topology: dict[str, Any]) -> dict[str, list[list[int]]]:
    """A TopoJSON topology → rings by ISO 3166-1 alpha-2 code; without those that have none."""
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    found: dict[str, list[list[int]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = _alpha2(geometry)
        if code:
            found.setdefault(code, []).extend(_rings(geometry, arcs))
    return dict(sorted(found.items()))


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[Point]:
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for right, above in arc:
        x, y = x + right, y + above
        points.append((round((x * across + left) * 10), round((y * up + bottom) * 10)))
    return points if len(points) <= _SHORT else _thinned(points)


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Fewer points; arcs are thinned and not rings, so that neighbours still share their border."""
    kept = [points[0]]
    for point in points[1:-1]:
        if max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) >= _NEAREST:
            kept.append(point)
    return [*kept, points[-1]]


def _rings(geometry: dict[str, Any], arcs: Sequence[list[Point]]) -> list[list[int]]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = [_joined(ring, arcs) for polygon in polygons for ring in polygon]
    large = [ring for ring in rings if _area(ring) >= _SMALLEST]
    return [[number for point in ring for number in point] for ring in large or sorted(rings, key=_area)[-1:]]


def _joined(ring: Iterable[int], arcs: Sequence[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in ring:
        for point in arcs[index] if index >= 0 else reversed(arcs[~index]):
            if not points or point != points[-1]:
                points.append(point)
    points = _unwrapped(points)
    return points[:-1] if len(points) > 1 and points[0] == points[-1] else points


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    """A ring that crosses 180° goes on beyond it, instead of coming back around the world."""
    shift, before, out = 0, points[0][0], []
    for x, y in points:
        shift += (x - before < -_HALF) * 2 * _HALF - (x - before > _HALF) * 2 * _HALF
        before = x
        out.append((x + shift, y))
    return out


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _alpha2(geometry: dict[str, Any]) -> str | None:
    from babel import Locale
    from babel.core import get_global

    numbers: dict[str, list[str]] = dict(get_global("territory_aliases"))
    if geometry.get("id") in numbers:
        return numbers[geometry["id"]][0]
    names = {name: code for code, name in Locale("en").territories.items()}
    return names.get(geometry["properties"]["name"])


if __name__ == "__main__":
    world = countries(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    print(
        "{" + ",\n".join(f'"{code}":{json.dumps(rings, separators=(",", ":"))}' for code, rings in world.items()) + "}"
    )
