"""The packs that come with the product, and any other by its folder."""

from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "packs"


def shipped() -> tuple[str, ...]:
    """The ids of the packs that come with the product."""
    return tuple(sorted(path.parent.name for path in SHIPPED.glob("*/pack.yaml")))


def folder_of(name: str) -> Path:
    """The folder of a shipped pack by its id, or of any pack by its path.

    Raises LookupError with a sentence.
    """
    for folder in (Path(name), SHIPPED / name):
        if (folder / "pack.yaml").is_file():
            return folder
    raise LookupError(f"There is no pack “{name}”. Shipped are: {', '.join(shipped())}.")
