"""Locator maps: where in the world a country lies, with its flag, as a small SVG drawn by this project.

Borders are Natural Earth's at 1:50 million, thinned; see ``prepare.py``. Flags are those of flag-icons; see
``prepare_flags.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources

Ring = Sequence[int]
Box = tuple[float, float, float, float]

_WIDTH, _HEIGHT = 320, 220
# In tenths of a degree: how much of the world is shown at least, so that one knows where one is.
_WIDEST, _LEAST = 3400, 260
_ROUND = 3600
# Readable on a white ground and on a black one.
_SEA, _LAND, _BORDER, _HERE = "#cfe0ec", "#f3efe6", "#9a958a", "#c2402a"
_DOT = 5
_FLAG = (64, 48)
_EDGE = 8


def locator_map(code: str) -> str | None:
    """An SVG with the country of this ISO 3166-1 alpha-2 code in its neighbourhood; None where there is no such one."""
    rings = _world().get(code)
    if not rings:
        return None
    box = _box([number for ring in _mainland(rings) for number in ring])
    view = _view(box)
    land = "".join(_path(ring, view) for other, parts in _world().items() if other != code for ring in parts)
    here = "".join(_path(ring, view) for ring in rings)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">'
        f'<rect width="100%" height="100%" fill="{_SEA}"/>'
        f'<g stroke="{_BORDER}" stroke-width=".6" stroke-linejoin="round">'
        f'<path fill="{_LAND}" d="{land}"/><path fill="{_HERE}" d="{here}"/></g>{_dot(box, view)}{_flag(code)}</svg>'
    )


def _flag(code: str) -> str:
    """The country's flag in the lower left corner; nothing where there is none."""
    drawing = _flags().get(code)
    if drawing is None:
        return ""
    width, height = _FLAG
    place = f'x="{_EDGE}" y="{_HEIGHT - height - _EDGE}" width="{width}" height="{height}"'
    frame = f'<rect {place} fill="none" stroke="{_BORDER}"/>'
    return f'<svg xmlns:xlink="http://www.w3.org/1999/xlink" {place} viewBox="0 0 640 480">{drawing}</svg>{frame}'


@lru_cache(maxsize=1)
def _flags() -> dict[str, str]:
    flags: dict[str, str] = json.loads((resources.files(__name__) / "flags.json").read_text("ascii"))
    return flags


def is_drawn(code: str) -> bool:
    """Whether there is a map of the country."""
    return code in _world()


@lru_cache(maxsize=1)
def _world() -> dict[str, list[list[int]]]:
    world: dict[str, list[list[int]]] = json.loads((resources.files(__name__) / "world.json").read_text("ascii"))
    return world


def _box(ring: Ring) -> Box:
    return min(ring[::2]), min(ring[1::2]), max(ring[::2]), max(ring[1::2])


def _extent(ring: Ring) -> float:
    left, bottom, right, top = _box(ring)
    return (right - left) * (top - bottom)


def _mainland(rings: Sequence[Ring]) -> list[Ring]:
    """The largest part, and those that are neither small nor far beside it."""
    main = max(rings, key=_extent)
    left, bottom, right, top = _box(main)
    reach = max(right - left, top - bottom)
    near = (left - reach, bottom - reach, right + reach, top + reach)
    return [ring for ring in rings if _extent(ring) >= _extent(main) / 10 and _inside(_box(ring), near)]


def _inside(box: Box, around: Box) -> bool:
    return around[0] <= box[0] and around[1] <= box[1] and box[2] <= around[2] and box[3] <= around[3]


def _view(box: Box) -> Box:
    """The part of the world that is shown: the country with room around it, in the picture's proportions."""
    left, bottom, right, top = box
    squeeze = _squeeze((bottom + top) / 2)
    width = max((right - left) * 2.2, (top - bottom) * 2.2 / squeeze * _WIDTH / _HEIGHT, _LEAST / squeeze)
    width = min(width, _WIDEST)
    height = width * squeeze * _HEIGHT / _WIDTH
    x, y = (left + right) / 2, (bottom + top) / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _squeeze(latitude: float) -> float:
    """How much shorter a degree of longitude is than one of latitude, there; not below that of 75°."""
    return max(math.cos(math.radians(latitude / 10)), 0.26)


def _path(ring: Ring, view: Box) -> str:
    """A ring as SVG path data with whole steps, once around the world to either side; empty where it is not in view."""
    return "".join(_piece(ring, (view[0] + turn, view[1], view[2] + turn, view[3])) for turn in (-_ROUND, 0, _ROUND))


def _piece(ring: Ring, view: Box) -> str:
    left, bottom, right, top = _box(ring)
    if right < view[0] or left > view[2] or top < view[1] or bottom > view[3]:
        return ""
    first, *rest = _distinct(_placed(ring, view))
    return f"M{first[0]} {first[1]}" + "".join(f"L{x} {y}" for x, y in rest) + "z"


def _placed(ring: Ring, view: Box) -> Iterable[tuple[int, int]]:
    left, bottom, right, top = view
    across, down = _WIDTH / (right - left), _HEIGHT / (top - bottom)
    for x, y in zip(ring[::2], ring[1::2], strict=True):
        yield round((x - left) * across), round((top - y) * down)


def _distinct(points: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for point in points:
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept


def _dot(box: Box, view: Box) -> str:
    """A ring around a country too small to be seen; else nothing."""
    left, bottom, right, top = box
    if (right - left) * _WIDTH / (view[2] - view[0]) > 2 * _DOT:
        return ""
    return (
        f'<circle cx="{_WIDTH // 2}" cy="{_HEIGHT // 2}" r="{2 * _DOT}" fill="none" stroke="{_HERE}" stroke-width="2"/>'
    )
