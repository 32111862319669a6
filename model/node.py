"""Frozen dataclasses that become plain JSON values and come back: what every record is made of."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal, Self, get_args, get_origin, get_type_hints

# JSON leaves these as they are, but a terminal would obey some of them.
_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


class RecordError(ValueError):
    """A line or an object is not a record of the format; the message says why."""


class Node:
    """A part of a record: knows how to become plain JSON values and come back from them."""

    optional_keys: ClassVar[frozenset[str]] = frozenset()
    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values of this object, keys in the order of the format."""
        out: dict[str, Any] = {}
        for name in _field_types(type(self)):
            value = getattr(self, name)
            if name in self.optional_keys and (value is None or value in ((), {})):
                continue
            out[name] = _plain(value)
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The object that `to_json` described. Raises RecordError for missing or misshapen values."""
        values: dict[str, Any] = {}
        for name, kind in _field_types(cls).items():
            if name not in data:
                if name in cls.optional_keys:
                    continue
                raise RecordError(f"{cls.__name__.lower()} without {name!r}")
            try:
                values[name] = _typed(kind, data[name])
            except (TypeError, KeyError, AttributeError) as error:
                raise RecordError(
                    f"{cls.__name__.lower()}.{name}: {data[name]!r} has the wrong shape"
                ) from error
        return cls(**values)


@dataclass(frozen=True, slots=True, order=True)
class Span(Node):
    """Half-open range of code points, 0 ≤ start ≤ end."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range `by` code points further on."""
        return Span(self.start + by, self.end + by)


class Located(Node):
    """A part of a record with a place of its own in the article's text: `start` and `end`, in code points."""

    __slots__ = ()
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Place in the article's text."""
        return Span(self.start, self.end)


def json_line(data: Mapping[str, Any]) -> str:
    """One line of JSON for any output: control characters and lone surrogates stand in it as escapes."""
    line = json.dumps(data, ensure_ascii=False, separators=(", ", ": ")).translate(_CONTROLS)
    return line if line.isascii() or _encodable(line) else json.dumps(data, separators=(", ", ": "))


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_FIELD_TYPES: dict[Any, dict[str, Any]] = {}


def _field_types(kind: Any) -> dict[str, Any]:
    known = _FIELD_TYPES.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = _FIELD_TYPES[kind] = {item.name: hints[item.name] for item in fields(kind)}
    return known


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _typed(kind: Any, value: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None and type(None) in arguments:
            return None
        return _typed(next(a for a in arguments if a is not type(None)), value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return tuple(_typed(arguments[0], item) for item in value)
    if origin is Literal:
        if value not in arguments:
            raise TypeError(f"{value!r} is none of {', '.join(arguments)}")
        return value
    if isinstance(kind, type) and issubclass(kind, Node):
        return kind.from_json(value)
    return _scalar(origin or kind, value)


def _scalar(kind: Any, value: Any) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind in (str, int, float, bool) and (
        not isinstance(value, kind) or (kind is int and isinstance(value, bool))
    ):
        raise TypeError(f"not a {kind.__name__}")
    return value
