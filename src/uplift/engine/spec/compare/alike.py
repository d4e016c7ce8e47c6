"""Two frameworks with one name for whatever they share.

A step that another board calls by another name is still the same step, so a clock that counts from
it is the same clock. Sentences are compared in these copies, and shown from the originals.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from uplift.engine.spec.base import Element, Frozen
from uplift.engine.spec.compare.pairs import pairs
from uplift.engine.spec.forms import Question
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Step

M = TypeVar("M", bound=Frozen)
Changes = dict[str, Any]
Inner = Callable[[Any, Any], tuple[Changes, Changes]]


def alike(here: Pack, there: Pack) -> tuple[Pack, Pack]:
    """Copies in which what is the same bears the same name."""
    ours: Changes = {}
    theirs: Changes = {}
    for key, inner in _PARTS.items():
        ours[key], theirs[key] = _renamed(
            getattr(here, key).values(), getattr(there, key).values(), inner
        )
    return _but(here, **ours), _but(there, **theirs)


def _renamed(
    here: Iterable[Any], there: Iterable[Any], inner: Inner
) -> tuple[dict[str, Any], dict[str, Any]]:
    ours, theirs = ({part.id: part for part in parts} for parts in (here, there))
    for one, other in pairs(ours.values(), theirs.values()):
        if one and other:
            for_one, for_other = inner(one, other)
            name = f"{one.id} = {other.id}"
            ours[one.id] = _but(one, **_called(one, name), **for_one)
            theirs[other.id] = _but(other, **_called(other, name), **for_other)
    return ours, theirs


def _called(element: Element, name: str) -> Changes:
    if isinstance(element, Question):
        return {"ask": name, "event": None}
    if isinstance(element, Step):
        return {"name": name, "event": None}
    return {"name": name}


def _but(model: M, **changes: Any) -> M:
    """A copy with changes, and without what the original has worked out for itself."""
    fields = {name: getattr(model, name) for name in type(model).model_fields}
    return cast("M", model.model_construct(**{**fields, **changes}))


def _alone(one: Any, other: Any) -> tuple[Changes, Changes]:
    return {}, {}


def _criteria(one: Any, other: Any) -> tuple[Changes, Changes]:
    ours, theirs = _renamed(one.ask.values(), other.ask.values(), _alone)
    return {"ask": ours}, {"ask": theirs}


def _form(one: Any, other: Any) -> tuple[Changes, Changes]:
    ours, theirs = _renamed(one.fields, other.fields, _alone)
    return {"fields": tuple(ours.values())}, {"fields": tuple(theirs.values())}


def _process(one: Any, other: Any) -> tuple[Changes, Changes]:
    ours, theirs = _renamed(one.steps, other.steps, _step)
    return {"steps": tuple(ours.values())}, {"steps": tuple(theirs.values())}


def _step(one: Any, other: Any) -> tuple[Changes, Changes]:
    ours, theirs = _renamed(one.outcomes.values(), other.outcomes.values(), _alone)
    return {"outcomes": ours}, {"outcomes": theirs}


_PARTS: dict[str, Inner] = {
    "roles": _alone,
    "bodies": _alone,
    "methods": _alone,
    "notices": _alone,
    "criteria": _criteria,
    "forms": _form,
    "processes": _process,
}
