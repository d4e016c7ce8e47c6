"""A condition as groups of statements, to be changed part by part and read in words."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from uplift.engine.drafting.scopes import Scope, as_list
from uplift.engine.spec.conditions import longhand, rule_longhand
from uplift.engine.text import quote, say_list

Mode = Literal["all", "any", "none", "not_all"]
OPPOSITE: dict[Mode, Mode] = {"all": "not_all", "not_all": "all", "any": "none", "none": "any"}
MODES: dict[Mode, str] = {
    "all": "all of these",
    "any": "at least one of these",
    "none": "none of these",
    "not_all": "not all of these",
}
RESULTS = {
    "met": "are met",
    "not_met": "are not met",
    "consider": "ask that it be considered",
}
Way = tuple[int, ...]


@dataclass(frozen=True)
class Leaf:
    """One statement: a word of the vocabulary and what it is said of."""

    word: str
    value: Any
    negated: bool = False


@dataclass(frozen=True)
class Group:
    """Statements joined."""

    mode: Mode
    parts: tuple["Node", ...]


Node = Leaf | Group


def read(raw: Any, *, rule: bool = False) -> Group:
    """The condition as a group; one statement is a group of one, no condition an empty one."""
    if raw is None:
        return Group("all", ())
    node = _read((rule_longhand if rule else longhand)(raw))
    return node if isinstance(node, Group) else Group("all", (node,))


def _read(raw: Any) -> Node:
    raw = longhand(raw)
    if not isinstance(raw, dict) or len(raw) != 1:
        return Leaf("", raw)
    word, value = next(iter(raw.items()))
    if word in ("all", "any") and isinstance(value, list):
        mode: Mode = "all" if word == "all" else "any"
        return Group(mode, tuple(map(_read, value)))
    if word == "not":
        return opposite(_read(value))
    return Leaf(word, value)


def opposite(node: Node) -> Node:
    """The contrary."""
    if isinstance(node, Group):
        return replace(node, mode=OPPOSITE[node.mode])
    return replace(node, negated=not node.negated)


def write(node: Node) -> Any:
    """The condition as a pack has it; None when nothing is said."""
    if isinstance(node, Leaf):
        said = {node.word: node.value}
        return {"not": said} if node.negated else said
    if not node.parts:
        return None
    if len(node.parts) == 1:
        only = node.parts[0]
        return write(opposite(only) if node.mode in ("none", "not_all") else only)
    parts = [write(part) for part in node.parts]
    joined = {"all" if node.mode in ("all", "not_all") else "any": parts}
    return joined if node.mode in ("all", "any") else {"not": joined}


def find(node: Node, way: Way) -> Node:
    """The part that numbers lead to; raises LookupError."""
    for number in way:
        node = (node.parts if isinstance(node, Group) else ())[number]
    return node


def change(group: Group, way: Way, new: Node | None) -> Group:
    """The group with another part there, or without it; a group left empty goes too."""
    if not way:
        return new if isinstance(new, Group) else Group("all", (new,) if new else ())
    parts = list(group.parts)
    first, rest = way[0], way[1:]
    inner = parts[first]
    made = change(inner, rest, new) if rest and isinstance(inner, Group) else new
    if made is None or (isinstance(made, Group) and not made.parts):
        del parts[first]
    else:
        parts[first] = made
    return replace(group, parts=tuple(parts))


def beside(group: Group, way: Way, new: Node) -> Group:
    """The group with one more statement: in the group that the way leads to, or as the
    alternative of a statement there (“or”, within all; “and”, within at least one)."""
    old = find(group, way)
    if isinstance(old, Group):
        return change(group, way, replace(old, parts=(*old.parts, new)))
    around = find(group, way[:-1])
    within: Mode = "any" if isinstance(around, Group) and around.mode != "any" else "all"
    return change(group, way, Group(within, (old, new)))


def say(node: Node, scope: Scope) -> str:
    """The condition in words, as part of a sentence."""
    if isinstance(node, Leaf):
        said = _statement(node, scope)
        return f"it is not so that {said}" if node.negated else said
    if len(node.parts) == 1 and node.mode in ("all", "any"):
        return say(node.parts[0], scope)
    parts = [
        f"({say(part, scope)})"
        if isinstance(part, Group) and len(part.parts) > 1
        else say(part, scope)
        for part in node.parts
    ]
    if node.mode in ("all", "any"):
        return say_list(parts, "and" if node.mode == "all" else "or")
    return f"{MODES[node.mode]}: {'; '.join(parts)}"


def _statement(leaf: Leaf, scope: Scope) -> str:
    try:
        return _STATEMENTS[leaf.word](leaf.value, scope)
    except (KeyError, AttributeError, TypeError, ValueError):
        return "something that can't be read here"


def _named(names: dict[str, str], key: Any) -> str:
    return quote(names[key]) if key in names else f"{quote(str(key))} (which is gone)"


def _noun(event: str, scope: Scope) -> str:
    return scope.events.get(event) or _named(scope.events, event)


def _done(value: Any, scope: Scope) -> str:
    names = [_named(scope.steps, step) for step in as_list(value)]
    return f"{say_list(names)} {'is' if len(names) == 1 else 'are'} done"


def _outcome(value: Any, scope: Scope) -> str:
    ((step, wanted),) = value.items()
    known = scope.outcomes.get(step, {})
    ends = say_list((_named(known, one) for one in as_list(wanted)), "or")
    return f"the outcome is {ends}" if step == "this" else (
        f"{_named(scope.steps, step)} ended in {ends}"
    )  # fmt: skip


def _answer(value: Any, scope: Scope) -> str:
    ((question, wanted),) = value.items()
    known = scope.answers(question)
    said = say_list((quote(known.get(str(one), str(one))) for one in as_list(wanted)), "or")
    asked = {key: str(part.get("ask", part.get("question"))) for key, part in _asked(scope)}
    return f"the answer to {_named(asked, question)} is {said}"


def _asked(scope: Scope) -> Any:
    return scope.questions.items()


def _criteria(value: Any, scope: Scope) -> str:
    ((name, result),) = value.items()
    return f"the criteria {_named(scope.criteria, name)} {RESULTS[result]}"


def _elapsed(value: Any, scope: Scope) -> str:
    return f"{value['at_least']} passed since {_noun(value['since'], scope)}"


def _some(value: Any, scope: Scope) -> str:
    of, wanted = value["of"], as_list(value.get("outcome"))
    known = scope.outcomes.get(of, {})
    ends = f", ended in {say_list((_named(known, one) for one in wanted), 'or')}" if wanted else ""
    return f"{value['count']} of {_named(scope.steps, of)} are in{ends}"


def _during(value: Any, scope: Scope) -> str:
    start = value["from"]
    less = f"{start['minus']} before " if start.get("minus") else ""
    asked = {key: str(part.get("ask", part.get("question"))) for key, part in _asked(scope)}
    first = scope.events.get(start["of"]) or quote(asked.get(start["of"], start["of"]))
    last = scope.events.get(value["to"]) or quote(asked.get(value["to"], value["to"]))
    return f"a period of {_named(asked, value['periods'])} falls between {less}{first} and {last}"


_STATEMENTS = {
    "done": _done,
    "outcome": _outcome,
    "answer": _answer,
    "criteria": _criteria,
    "elapsed": _elapsed,
    "some": _some,
    "during": _during,
}
