"""What reading a document gives."""

from dataclasses import dataclass, field

from uplift.engine.disclosure import Part


@dataclass(slots=True)
class Read:
    """The parts of a document that hold words, and `notes` on what else is in it: sentences."""

    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, place: str, text: str) -> None:
        """Keep a part, unless it holds nothing."""
        if text.strip():
            self.parts.append(Part(place, text))
