"""The weights of the trained components in one file, in half precision; at work they are single again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy
import srsly  # type: ignore[import-untyped]


def read_weights(path: Path) -> dict[str, bytes]:
    """What each component's ``from_bytes`` takes, by the component's name."""
    packed: dict[str, dict[str, Any]] = srsly.read_msgpack(path)
    return {name: srsly.msgpack_dumps(_models(parts, numpy.float32)) for name, parts in packed.items()}


def write_weights(path: Path, components: Mapping[str, bytes]) -> None:
    """Write what each component's ``to_bytes`` gave, by the component's name."""
    packed = {name: _models(srsly.msgpack_loads(content), numpy.float16) for name, content in components.items()}
    srsly.write_msgpack(path, packed)


def _models(parts: dict[str, Any], precision: type) -> dict[str, Any]:
    return {key: _model(value, precision) if key == "model" else value for key, value in parts.items()}


def _model(content: bytes, precision: type) -> bytes:
    """A serialised thinc model with its parameters in ``precision``."""
    model = srsly.msgpack_loads(content)
    model["params"] = [_parameters(parameters, _caster(precision)) for parameters in model["params"]]
    packed: bytes = srsly.msgpack_dumps(model)
    return packed


def _caster(precision: type) -> Callable[[Any], Any]:
    return lambda value: value.astype(precision) if isinstance(value, numpy.ndarray) else value


def _parameters(parameters: dict[str, Any], cast: Callable[[Any], Any]) -> dict[str, Any]:
    return {name: cast(value) for name, value in parameters.items()}
