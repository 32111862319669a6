"""Frozen dataclasses that become plain JSON values and come back: what every record is made of."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Literal, Self, get_args, get_origin, get_type_hints

# JSON leaves these as they are, but a terminal would obey some of them.
_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


Decoder = Callable[[Any], Any]


class RecordError(ValueError):
    """A line or an object is not a record of the format; the message says why."""


class Node:
    """A part of a record: knows how to become plain JSON values and come back from them."""

    optional_keys: ClassVar[frozenset[str]] = frozenset()
    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values of this object, keys in the order of the format."""
        out: dict[str, Any] = {}
        for name in _decoders_of(type(self)):
            value = getattr(self, name)
            if name in self.optional_keys and (value is None or value in ((), {})):
                continue
            out[name] = _plain(value)
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The object that `to_json` described. Raises RecordError for missing or misshapen values."""
        values: dict[str, Any] = {}
        for name, decode in _decoders_of(cls).items():
            if name not in data:
                if name in cls.optional_keys:
                    continue
                raise RecordError(f"{cls.__name__.lower()} without {name!r}")
            try:
                values[name] = decode(data[name])
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


_DECODERS: dict[Any, Mapping[str, Decoder]] = {}


def _decoders_of(kind: Any) -> Mapping[str, Decoder]:
    """What reads each field of a class of nodes, in the order of its fields."""
    known = _DECODERS.get(kind)
    if known is None:
        hints = get_type_hints(kind)
        known = _DECODERS[kind] = {item.name: _decoder(hints[item.name]) for item in fields(kind)}
    return known


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        return value.to_json()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _decoder(kind: Any) -> Decoder:
    """What makes a value of this type of a JSON value; put together once, for records are read in masses."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (types.UnionType, typing.Union):
        some = _decoder(next(a for a in arguments if a is not type(None)))
        return (lambda value: None if value is None else some(value)) if type(None) in arguments else some
    if origin is tuple:
        return _list_decoder(_decoder(arguments[0]))
    if origin is Literal:
        return _word_decoder(arguments)
    if isinstance(kind, type) and issubclass(kind, Node):
        return kind.from_json
    return _scalar_decoder(origin or kind)


def _list_decoder(item: Decoder) -> Decoder:
    def decode(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError("not a list")
        return tuple([item(one) for one in value])

    return decode


def _word_decoder(words: tuple[Any, ...]) -> Decoder:
    def decode(value: Any) -> Any:
        if value not in words:
            raise TypeError(f"{value!r} is none of {', '.join(words)}")
        return value

    return decode


def _scalar_decoder(kind: Any) -> Decoder:
    if kind not in (str, int, float, bool):
        return lambda value: value
    allowed = (int, float) if kind is float else kind
    no_bool = kind in (int, float)

    def decode(value: Any) -> Any:
        if not isinstance(value, allowed) or (no_bool and isinstance(value, bool)):
            raise TypeError(f"not a {kind.__name__}")
        return value

    return decode
