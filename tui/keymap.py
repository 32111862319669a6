"""Which key does what: the table's default keys, a preset, then the user's own.

A binding is a key's name → the id of an operation, for each context. In contexts where one types, a key that
types a character is never a binding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.operations import BY_ID, OPERATIONS, TYPING, Context, Operation, valid_in

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "vim": {},
    "newsboat": {
        "next-article": ("J", "n"),
        "previous-article": ("K", "p"),
        "find-next": ("ctrl+n",),
        "find-previous": ("ctrl+p",),
        "leave": ("escape", "h"),
        "pane-left": ("left",),
        "half-page-down": ("ctrl+d",),
        "half-page-up": ("ctrl+u",),
    },
    "arrows": {
        "next": ("down",),
        "previous": ("up",),
        "pane-left": ("left",),
        "pane-right": ("right",),
        "start": ("home",),
        "end": ("end",),
        "page-down": ("pagedown", "space"),
        "page-up": ("pageup",),
        "half-page-down": ("ctrl+d",),
        "half-page-up": ("ctrl+u",),
        "next-article": ("shift+down", "J"),
        "previous-article": ("shift+up", "K"),
    },
}

#: Keys that a terminal, its line discipline or a multiplexer may keep for itself.
SWALLOWED = frozenset({"ctrl+a", "ctrl+b", "ctrl+q", "ctrl+s", "ctrl+z", "ctrl+c", "ctrl+backslash"})

_SHOWN = {
    "enter": "⏎",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "backspace": "bksp",
}


class KeymapError(ValueError):
    """A configured key cannot be used; the message names the operation and the reason."""


def shown(key: str) -> str:
    """A key as the footer and the help write it."""
    return _SHOWN.get(key, key)


class Keymap:
    """The keys of every operation, and the operation of every key in a context."""

    def __init__(self, keys: Mapping[str, Sequence[str]] | None = None, preset: str = "vim") -> None:
        """Raises KeymapError for an unknown preset or operation, a key that would not arrive, or a clash."""
        if preset not in PRESETS:
            raise KeymapError(f"unknown preset {preset!r}: use one of {', '.join(PRESETS)}")
        self._keys: dict[str, tuple[str, ...]] = {item.id: item.keys for item in OPERATIONS}
        self._keys.update(PRESETS[preset])
        for name, chosen in (keys or {}).items():
            if name not in BY_ID:
                raise KeymapError(f"keys: no operation is called {name!r}")
            self._keys[name] = tuple(chosen)
        own = frozenset(keys or {})
        self._bindings = {context: self._bind(context, own) for context in Context}

    def keys(self, operation: str) -> tuple[str, ...]:
        """The keys of an operation; none when it is unbound."""
        return self._keys[operation]

    def key_of(self, operation: str) -> str:
        """The first key of an operation as it is shown; without one, its name behind the palette's key."""
        keys = self._keys[operation]
        if keys:
            return shown(keys[0])
        palette = self._keys["palette"]
        return f"{shown(palette[0])} {operation}" if palette else f"({operation})"

    def is_default(self, operation: str) -> bool:
        """Whether the operation has the keys of the table."""
        return self._keys[operation] == BY_ID[operation].keys

    def lookup(self, context: Context, key: str) -> Operation | None:
        """What `key` does in `context`."""
        return self._bindings[context].get(key)

    def hints(self, context: Context) -> Iterator[tuple[str, str]]:
        """Keys and words of the footer; neighbours in the table with one word stand together."""
        keys: list[str] = []
        word = ""
        for operation in valid_in(context):
            bound = [key for key in self._keys[operation.id] if self._reachable(context, key)]
            if not operation.hint or not bound:
                continue
            if operation.hint != word and word:
                yield " ".join(keys), word
                keys = []
            word = operation.hint
            keys.append(shown(bound[0]))
        if word:
            yield " ".join(keys), word

    def _bind(self, context: Context, own: frozenset[str]) -> dict[str, Operation]:
        """The bindings of a context; a key the user chose takes it from an operation that has it by
        default.
        """
        bindings: dict[str, Operation] = {}
        for operation in sorted(valid_in(context), key=lambda item: item.id in own):
            for key in self._keys[operation.id]:
                if key in SWALLOWED:
                    raise KeymapError(f"keys.{operation.id}: {key} is kept by terminals and multiplexers")
                if not self._reachable(context, key):
                    continue
                other = bindings.get(key)
                if other is not None and (other.id in own or operation.id not in own):
                    raise KeymapError(f"keys.{operation.id}: {key} already means {other.id} in {context}")
                bindings[key] = operation
        return bindings

    @staticmethod
    def _reachable(context: Context, key: str) -> bool:
        return context not in TYPING or (len(key) > 1 and key != "space")
