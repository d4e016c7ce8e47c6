"""What the pages list: parts of a framework, each in a line of words with its page."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from uplift.engine.drafting import Fault, limits
from uplift.engine.drafting.edits import Place
from uplift.engine.drafting.scopes import as_list, name_of
from uplift.engine.text import capital, quote, say_count, say_list
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms.measures import figures
from uplift.ground.frameworks.editor.forms.questions import TYPES
from uplift.ground.frameworks.editor.forms.steps import DUTIES, STEP_KINDS
from uplift.ground.frameworks.editor.layout import (
    CONDITIONS,
    DUE,
    HONOURED,
    KINDS,
    TITLES,
    UNTIL,
    key_of,
    page_of,
)

LONGEST_NAME = 100  # longer ones aren't listed in a line


class Part(NamedTuple):
    """A part on its way to its page: its title, what it says now, and the page."""

    title: str
    says: str
    url: str


class Line(NamedTuple):
    """An element in a list: its id, its name, what else to say of it, and the pages for it."""

    id: str
    name: str
    says: tuple[str, ...]
    url: str
    remove: str
    move: str
    first: bool
    last: bool


class Wrong(NamedTuple):
    """Something that is still wrong: where, what, and the page where it is mended."""

    where: str
    sentence: str
    url: str


def faults(book: Book) -> list[Wrong]:
    """What is still wrong with the framework."""
    return told(book, book.examined.faults)


def told(book: Book, found: Iterable[Fault]) -> list[Wrong]:
    """Faults, each with the page where it is mended."""
    return [Wrong(book.where(place), sentence, book.mended_at(place)) for place, sentence in found]


def overview(book: Book, keys: Iterable[str]) -> list[Part]:
    """The collections of the framework, and what is in each."""
    return [_collection(book, (key,)) for key in keys]


def of_element(book: Book, place: Place) -> list[Part]:
    """The parts of an element that have pages of their own."""
    kind = KINDS.get(key_of(place))
    keys = kind.parts if kind else ()
    found = [(*place, key) for key in keys]
    if book.get((*place, "repeat")) is not None:
        found.append((*place, "repeat", "until"))
    return [_part(book, at) for at in found]


def of_collection(book: Book, place: Place) -> list[Line]:
    """The elements of a collection, in their order."""
    says = _SAYS.get(key_of(place), _guidance)
    lines, names = [], book.names(place)
    for number, (key, name) in enumerate(names.items(), 1):
        at = (*place, key)
        element = book.get(at)
        said = tuple(filter(None, says(book, at, element if isinstance(element, dict) else {})))
        lines.append(
            Line(
                id=key,
                name=f"{key}: {name}" if place == ("clauses",) else name,
                says=said,
                url=book.url("one", at),
                remove=book.url("remove", at),
                move=book.url("move", at),
                first=number == 1,
                last=number == len(names),
            )
        )
    return lines


def _part(book: Book, at: Place) -> Part:
    key = key_of(at)
    if key in KINDS:
        return _collection(book, at)
    found, url = book.get(at), book.url(page_of(at), at)
    return Part(TITLES[key], _said(book, at, key, found), url)


def _said(book: Book, at: Place, key: str, found: Any) -> str:
    if found is None:
        return UNSAID.get(key, "Not said")
    if key in CONDITIONS:
        return capital(book.says(at))
    if key == DUE:
        scope = book.scope(at)
        return capital("; or ".join(limits.say(one, scope) for one in limits.read(found)))
    return _PANELS[key](book, found)


def _collection(book: Book, at: Place) -> Part:
    kind, names = KINDS[key_of(at)], list(book.names(at).values())
    if not names:
        return Part(kind.many, "None yet", book.url("parts", at))
    says = kind.several(len(names))
    if max(map(len, names)) <= LONGEST_NAME:
        shown = say_list(names) if len(names) <= 6 else ", ".join([*names[:5], "…"])
        says = f"{says}: {shown}"
    return Part(kind.many, says, book.url("parts", at))


def _needs(book: Book, found: dict[str, Any]) -> str:
    roles = book.names(("roles",))
    present = [roles.get(role, role) for role in as_list(found.get("present"))]
    number = f"{found['at_least']} of " if found.get("at_least") else ""
    casting = found.get("casting")
    vote = f"; the casting vote is with the {roles.get(casting, casting)}" if casting else ""
    return f"{number}{say_list(present)}{vote}"


def _repeat(book: Book, found: dict[str, Any]) -> str:
    return f"Every {found['every']}" if found.get("every") else "As often as needed"


def _attest(book: Book, found: dict[str, Any]) -> str:
    by = book.names(("roles",)).get(found.get("by", ""), found.get("by", ""))
    return f"{by}, every {found.get('every', '')}: {found.get('ask', '')}"


def _honoured(book: Book, found: list[str]) -> str:
    known = book.elements
    return say_list(known.get(name, f"{quote(name)} (which is gone)") for name in found)


def _measure(book: Book, found: dict[str, Any]) -> str:
    return say_list(figures().get(key, key) for key in found)


_PANELS: dict[str, Callable[[Book, Any], str]] = {
    "processes/steps/needs": _needs,
    "processes/steps/repeat": _repeat,
    "clauses/attest": _attest,
    "clauses/measure": _measure,
    HONOURED: _honoured,
}
UNSAID = {
    "processes/steps/after": "At once: it waits for nothing",
    DUE: "No time is set",
    "processes/steps/needs": "Nobody in particular",
    "processes/steps/repeat": "No, once",
    "processes/steps/until": "It stays open until it is done",
    UNTIL: "Without an end",
    "processes/steps/outcomes/when": "Nothing advises it",
    "processes/steps/outcomes/only": "At any time",
    "criteria/met": "No rule yet",
    "criteria/consider": "Never",
    "criteria/ask/when": "Always",
    "forms/fields/when": "Always",
    "clauses/measure": "By no figure",
    "clauses/attest": "Nobody has to",
    HONOURED: "Nothing yet",
}

Says = Iterator[str]


def _guidance(book: Book, at: Place, element: dict[str, Any]) -> Says:
    yield element.get("says", "")


def _process(book: Book, at: Place, element: dict[str, Any]) -> Says:
    yield say_count(len(element.get("steps", [])), "step")
    yield element.get("says", "")


def _step(book: Book, at: Place, element: dict[str, Any]) -> Says:
    roles, stages = book.names(("roles",)), book.names((*at[:2], "stages"))
    by = roles.get(element.get("by", ""), "nobody known")
    stage = stages.get(element.get("stage", ""), "no known stage")
    yield f"{dict(STEP_KINDS).get(element.get('kind', ''), '')}, by {by}, in “{stage}”"
    if element.get("duty", "must") != "must":
        yield dict(DUTIES)[element["duty"]]
    if element.get("after") is not None:
        yield f"Opens when {book.says((*at, 'after'))}"
    for key, part in (("due", DUE), ("outcomes", "")):
        found = element.get(key)
        if found and part:
            yield f"Due: {_said(book, (*at, key), part, found)}"
        elif found:
            yield f"Ends in {say_list(map(quote, book.names((*at, key)).values()), 'or')}"
    if element.get("each"):
        scope = book.scope(at)
        lists = (scope.lists.get(one, one) for one in as_list(element["each"]))
        yield f"Once for each of: {say_list(lists)}"


def _criteria(book: Book, at: Place, element: dict[str, Any]) -> Says:
    yield say_count(len(element.get("ask", {})), "question")
    if element.get("met") is not None:
        yield f"Met when {book.says((*at, 'met'))}"


def _question(book: Book, at: Place, element: dict[str, Any]) -> Says:
    usual = "yes_no" if at[0] == "criteria" else "text"
    kind = TYPES.get(element.get("type", usual), "")
    yield f"{kind}{', may be left empty' if element.get('required') is False else ''}"
    if element.get("when") is not None:
        yield f"Asked when {book.says((*at, 'when'))}"


def _outcome(book: Book, at: Place, element: dict[str, Any]) -> Says:
    yield "The step stays open" if element.get("again") else ""
    yield "Always needs reasons" if element.get("reasons") else ""
    if element.get("when") is not None:
        yield f"Advised when {book.says((*at, 'when'))}"
    if convert := element.get("convert"):
        yield f"The case turns into {quote(book.names(('processes',)).get(convert, convert))}"


def _form(book: Book, at: Place, element: dict[str, Any]) -> Says:
    yield say_count(len(element.get("fields", [])), "question")
    asked_by = [
        name_of(step)
        for process in book.raw.get("processes", {}).values()
        for step in process.get("steps", [])
        if step.get("form") == at[-1]
    ]
    yield f"Filled in at {say_list(map(quote, asked_by))}" if asked_by else "No step uses it yet"


def _clause(book: Book, at: Place, element: dict[str, Any]) -> Says:
    yield element.get("where", "")
    for key in ("honoured_by", "measure", "attest"):
        found = element.get(key)
        if found:
            yield _said(book, (*at, key), f"clauses/{key}", found)


_SAYS = {
    "processes": _process,
    "processes/steps": _step,
    "processes/steps/outcomes": _outcome,
    "criteria": _criteria,
    "criteria/ask": _question,
    "forms": _form,
    "forms/fields": _question,
    "clauses": _clause,
}
