"""The parts of a framework as the editor shows them: what they are called, and what each holds.

A part is known by its key: its place without the ids. `processes/steps/after` is when a step opens.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from uplift.engine.drafting.edits import Place

ABOUT = "about"
DUE = "processes/steps/due"
HONOURED = "clauses/honoured_by"
MEASURE = "clauses/measure"
UNTIL = "processes/steps/repeat/until"


@dataclass(frozen=True)
class Kind:
    """A collection of elements of one kind. `parts` are what has pages of its own, in order;
    `listed` those that stand in a list, not by id."""

    one: str
    many: str
    about: str = ""
    parts: tuple[str, ...] = ()
    listed: bool = False
    plural: str = ""

    def several(self, count: int) -> str:
        """So many of them: 3 types of review."""
        return f"{count} {self.one if count == 1 else self.plural or f'{self.one}s'}"


KINDS = {
    "processes": Kind(
        "type of review",
        "Types of review",
        "Each type runs its own steps: a review, a child death, a joint piece of work.",
        ("stages", "steps"),
        plural="types of review",
    ),
    "processes/stages": Kind(
        "stage",
        "Stages",
        "A long process is easier to follow in stages, such as “Is a review needed?”.",
    ),
    "processes/steps": Kind(
        "step",
        "Steps",
        "In the order in which they are shown. When a step opens, you say on its own page.",
        ("after", "due", "outcomes", "needs", "repeat", "until"),
        listed=True,
    ),
    "processes/steps/outcomes": Kind(
        "outcome",
        "How it may end",
        "Whoever records the step chooses one of these.",
        ("when", "only"),
    ),
    "criteria": Kind(
        "set of criteria",
        "Criteria",
        "Questions answered yes, no or not known, and the rule over the answers. The rule advises; "
        "a person decides.",
        ("ask", "met", "consider"),
        plural="sets of criteria",
    ),
    "criteria/ask": Kind("question", "Questions", parts=("when",)),
    "forms": Kind("form", "Forms", "What a step asks whoever records it.", ("fields",)),
    "forms/fields": Kind("question", "Questions", parts=("when",), listed=True),
    "roles": Kind("role", "Roles", "Who takes the steps, by the names your board uses."),
    "bodies": Kind(
        "body", "Outside bodies", "Whom the board tells or asks.", plural="outside bodies"
    ),
    "routes": Kind("route", "Routes", "How learning reaches people."),
    "methods": Kind("method", "Methods", "Ways of doing a review."),
    "principles": Kind("principle", "Principles", "Shown to read beside the work."),
    "notices": Kind("letter", "Letters", "Letters to bodies, filled from the case."),
    "clauses": Kind(
        "clause",
        "Clauses",
        "What your own document promises, clause by clause, and what keeps each promise.",
        ("honoured_by", "measure", "attest"),
        listed=True,
    ),
}
PANELS = {
    ABOUT: "About the framework",
    "processes/steps/needs": "Who must be present?",
    "processes/steps/repeat": "Is it done again and again?",
    "clauses/attest": "Who states that it is kept?",
}
CONDITIONS = {
    "processes/steps/after": "When does it open?",
    "processes/steps/until": "When is it not needed any more?",
    UNTIL: "Until when is it repeated?",
    "processes/steps/outcomes/when": "When is this advised?",
    "processes/steps/outcomes/only": "When only can it be chosen?",
    "criteria/met": "When are they met?",
    "criteria/consider": "Not met: when to be considered all the same?",
    "criteria/ask/when": "When is it asked?",
    "forms/fields/when": "When is it asked?",
}
OTHERS = {
    DUE: ("By when is it due?", "due"),
    HONOURED: ("What keeps it?", "honour"),
    MEASURE: ("By which figure is it judged?", "measure"),
}
TITLES = {
    **{key: kind.many for key, kind in KINDS.items()},
    **PANELS,
    **CONDITIONS,
    **{key: title for key, (title, _) in OTHERS.items()},
}
#: What stands on the overview, besides the words about the framework.
TOP = tuple(key for key in KINDS if "/" not in key)


def key_of(place: Place) -> str:
    """The key of what stands at that place."""
    if place[-2:] == ("repeat", "until"):
        return UNTIL
    return "/".join(place[::2])


def is_element(place: Place) -> bool:
    """Whether the place is that of one element, not of a collection or of a part."""
    return len(place) % 2 == 0 and key_of(place) != UNTIL


def page_of(place: Place) -> str:
    """The page on which what stands at that place is edited; nothing if it has none of its own."""
    key = key_of(place)
    if is_element(place):
        return "one" if key in KINDS else ""
    if key in OTHERS:
        return OTHERS[key][1]
    pages = (("condition", CONDITIONS), ("one", PANELS), ("parts", KINDS))
    return next((page for page, keys in pages if key in keys), "")


def pages_of(place: Place) -> Iterator[Place]:
    """The places on the way to that one which have pages of their own."""
    ends = (place[:length] for length in range(1, len(place) + 1))
    yield from (one for one in ends if page_of(one))
