"""YAML read into a plain tree that remembers, for each part, its file and line.

A pack may come from a stranger: the reader takes plain values only. No tags, no aliases (so no
alias bomb), a cap on size and depth, no hidden characters, no HTML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Protocol

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from uplift.engine.text import hidden_mark, holds_html

LARGEST = 5_000_000
MOST_PARTS = 50_000
DEEPEST = 40
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}")
WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Place(NamedTuple):
    """Where something stands."""

    file: str
    line: int


class PackError(NamedTuple):
    """One thing wrong with a pack."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


class PackErrors(Exception):
    """Everything that is wrong with a pack, in the order of files and lines."""

    def __init__(self, errors: list[PackError]) -> None:
        self.errors: tuple[PackError, ...] = tuple(sorted(set(errors)))
        super().__init__("\n".join(str(error) for error in self.errors))


@dataclass
class Tree:
    """A value with its place; `parts` are the trees in it, by key or by number."""

    place: Place
    value: Any = None
    kind: Literal["scalar", "list", "mapping"] = "scalar"
    parts: dict[str | int, "Tree"] = field(default_factory=dict)
    keys: dict[str | int, Place] = field(default_factory=dict)

    def plain(self) -> Any:
        """The value without places."""
        if self.kind == "scalar":
            return self.value
        parts = {key: part.plain() for key, part in self.parts.items()}
        return list(parts.values()) if self.kind == "list" else parts

    def put(self, key: str | int, place: Place, part: "Tree") -> None:
        """Add a part."""
        self.keys[key], self.parts[key] = place, part

    def find(self, path: tuple[str | int, ...]) -> Place:
        """The place of what `path` leads to, or of the nearest part around it.

        Steps of the path that are not in the tree are passed over: the models name some parts
        that the author did not write.
        """
        place, tree = self.place, self
        for step in path:
            if step in tree.parts:
                place, tree = tree.keys[step], tree.parts[step]
        return place


class Refused(Exception):
    """The file cannot be read on from here."""

    def __init__(self, place: Place, sentence: str) -> None:
        self.error = PackError(*place, sentence)
        super().__init__(sentence)


class Readable(Protocol):
    """A file, or what is read like one."""

    def read_bytes(self) -> bytes:
        """All of it."""


@dataclass
class Reader:
    """Reads one YAML file into a `Tree`, collecting what is wrong."""

    path: Readable
    shown: str
    may_hold: int = MOST_PARTS
    """How many parts it may still have: keys and values."""
    errors: list[PackError] = field(default_factory=list)

    def read(self) -> Tree:
        """The tree; an empty mapping when the file cannot be read."""
        empty = Tree(Place(self.shown, 1), kind="mapping")
        try:
            return self._document(self._events()) or empty
        except Refused as refused:
            self.errors.append(refused.error)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            self._wrong(line, f"{error.problem or error.context}")
        except YAMLError as error:
            self._wrong(1, str(error).splitlines()[0])
        return empty

    def _wrong(self, line: int, problem: str) -> None:
        self.errors.append(PackError(self.shown, line, f"This isn't YAML: {problem}."))

    def _events(self) -> Iterator[Event]:
        content = self.path.read_bytes()
        if len(content) > LARGEST:
            raise Refused(Place(self.shown, 1), "The file is larger than 5 MB.")
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise Refused(Place(self.shown, line), "The file isn't UTF-8 text.") from None
        for number, line_text in enumerate(text.splitlines(), 1):
            sentence = hidden_mark(line_text)
            if sentence:
                raise Refused(Place(self.shown, number), sentence)
        yield from YAML(typ="safe", pure=True).parse(text)

    def _document(self, events: Iterator[Event]) -> Tree | None:
        tree = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if tree:
                    raise Refused(self._at(event), "A file holds one YAML document.")
                tree = self._node(next(events), events, 0)
        return tree

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Tree:
        if not isinstance(event, ScalarEvent | CollectionStartEvent):
            raise Refused(self._at(event), "Write it out: aliases (*name) aren't allowed.")
        if event.anchor:
            raise Refused(self._at(event), "Write it out: anchors (&name) aren't allowed.")
        if event.tag:
            raise Refused(self._at(event), "Tags (!name) aren't allowed.")
        self.may_hold -= 1
        if self.may_hold < 0:
            raise Refused(self._at(event), f"A pack has {MOST_PARTS:,} parts at most.")
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth >= DEEPEST:
            raise Refused(self._at(event), f"This is nested more than {DEEPEST} deep.")
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, events, depth)
        return self._sequence(event, events, depth)

    def _mapping(self, start: Event, events: Iterator[Event], depth: int) -> Tree:
        tree = Tree(self._at(start), kind="mapping")
        while isinstance(event := next(events), NodeEvent):
            if not isinstance(event, ScalarEvent):
                raise Refused(self._at(event), "A key is a plain word.")
            key = self._node(event, events, depth)
            part = self._node(next(events), events, depth + 1)
            name = "" if key.value is None else str(event.value)
            if name in tree.parts:
                self.errors.append(PackError(*key.place, f"“{name}” stands here twice."))
            else:
                tree.put(name, key.place, part)
        return tree

    def _sequence(self, start: Event, events: Iterator[Event], depth: int) -> Tree:
        tree = Tree(self._at(start), kind="list")
        while isinstance(event := next(events), NodeEvent):
            part = self._node(event, events, depth + 1)
            tree.put(len(tree.parts), part.place, part)
        return tree

    def _scalar(self, event: ScalarEvent) -> Tree:
        place, text = self._at(event), event.value
        if holds_html(text):
            self.errors.append(PackError(*place, "HTML isn't allowed: write plain words."))
        return Tree(place, text if event.style else _resolve(text))

    def _at(self, event: Event) -> Place:
        return Place(self.shown, event.start_mark.line + 1)


def _resolve(text: str) -> Any:
    """The value of a plain scalar: yes and no stay words, a date stays text."""
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text
