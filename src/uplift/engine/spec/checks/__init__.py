"""What must hold over a whole pack, beyond each part fitting its model."""

from collections.abc import Iterator

from uplift.engine.spec.pack import Pack

Fault = tuple[tuple[str | int, ...], str]


def check(pack: Pack) -> Iterator[Fault]:
    """Everything wrong with the pack, each with the path to where it stands."""
    yield from ()
