"""A bound form field as the parameters of its GOV.UK component."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField

from uplift.ground.ui.dateparts import PARTS, DateWidget
from uplift.ground.ui.filters.text import capital
from uplift.ground.ui.safety import visible

Params = dict[str, Any]

#: A count of characters helps where the limit can really be met.
COUNTED = 5_000


class Component(NamedTuple):
    """`kind` names the macro in ui/kit/field.html; `params` are GOV.UK's."""

    kind: str
    params: Params


def component(bound: BoundField, *, heading: bool = False, hint: str = "") -> Component:
    """The GOV.UK component for a field. `heading` makes its question the page's h1."""
    widget = bound.field.widget
    build = next(build for widget_class, build in _BUILDERS if isinstance(widget, widget_class))
    kind, params = build(bound, heading)
    params |= {"id": bound.auto_id, "name": bound.html_name}
    if text := hint or bound.help_text:
        params["hint"] = {"text": str(text)}
    if bound.errors:
        params["errorMessage"] = {"text": " ".join(str(error) for error in bound.errors)}
    return Component(kind, params)


class ErrorLink(NamedTuple):
    """One line of the error summary; without `href` it is about the whole form."""

    text: str
    href: str


def error_list(forms_: Iterable[forms.BaseForm]) -> list[ErrorLink]:
    """Every error of the forms, in the order of their fields, the whole form's first."""
    found: list[ErrorLink] = []
    for form in forms_:
        found += [ErrorLink(str(error), "") for error in form.non_field_errors()]
        for bound in form:
            target = f"#{_first_input(bound)}"
            found += [ErrorLink(str(error), target) for error in bound.errors]
    return found


def _first_input(bound: BoundField) -> str:
    if isinstance(bound.field.widget, DateWidget):
        return f"{bound.auto_id}-{_wrong_parts(bound)[0]}"
    return bound.auto_id


def _wrong_parts(bound: BoundField) -> tuple[str, ...]:
    for error in bound.errors.as_data():
        if error.params and "parts" in error.params:
            return tuple(error.params["parts"])
    return PARTS


def _shown(value: Any) -> str:
    return "" if value is None else visible(str(value))


def _label(bound: BoundField, heading: bool) -> Params:
    size = "govuk-label--l" if heading else "govuk-label--s"
    return {"label": {"text": str(bound.label), "classes": size, "isPageHeading": heading}}


def _legend(bound: BoundField, heading: bool) -> Params:
    size = "govuk-fieldset__legend--l" if heading else "govuk-fieldset__legend--s"
    legend = {"text": str(bound.label), "classes": size, "isPageHeading": heading}
    return {"fieldset": {"legend": legend}}


def _attributes(bound: BoundField, *taken: str) -> Params:
    kept = {"id", "class", "rows", "cols", "type", "maxlength", "minlength", "required", *taken}
    return {k: v for k, v in bound.field.widget.attrs.items() if k not in kept and v is not None}


def _input(bound: BoundField, heading: bool) -> tuple[str, Params]:
    attrs = bound.field.widget.attrs
    width = getattr(bound.field, "width", None)
    numeric = isinstance(bound.field, forms.IntegerField)
    kind = getattr(bound.field.widget, "input_type", "text")
    params = _label(bound, heading) | {
        "value": _shown(bound.value()),
        "type": "text" if kind == "number" else kind,
        "classes": f"govuk-input--width-{width or 5}" if width or numeric else "",
        "autocomplete": attrs.get("autocomplete"),
        "attributes": _attributes(bound, "autocomplete", "inputmode", "step", "min", "max"),
    }
    inputmode = attrs.get("inputmode") or ("numeric" if numeric else None)
    return "input", params | ({"inputmode": inputmode} if inputmode else {})


def _password(bound: BoundField, heading: bool) -> tuple[str, Params]:
    autocomplete = bound.field.widget.attrs.get("autocomplete", "current-password")
    return "password", _label(bound, heading) | {"autocomplete": autocomplete}


def _file(bound: BoundField, heading: bool) -> tuple[str, Params]:
    several = getattr(bound.field.widget, "allow_multiple_selected", False)
    accept = bound.field.widget.attrs.get("accept")
    attributes = {"accept": accept} if accept else {}
    return "file", _label(bound, heading) | {"multiple": several, "attributes": attributes}


def _textarea(bound: BoundField, heading: bool) -> tuple[str, Params]:
    params = _label(bound, heading) | {
        "value": _shown(bound.value()),
        "rows": bound.field.widget.attrs.get("rows", 5),
        "attributes": _attributes(bound),
    }
    most = getattr(bound.field, "most", None) or getattr(bound.field, "max_length", None)
    if most and most <= COUNTED:
        return "count", params | {"maxlength": most, "threshold": 50}
    return "textarea", params


def _items(bound: BoundField) -> Iterator[Params]:
    """The choices; groups of choices become a divider and their members."""
    chosen = bound.value()
    values = chosen if isinstance(chosen, list | tuple | set) else [chosen]
    wanted = {"" if value is None else str(value) for value in values}
    hints = getattr(bound.field, "hints", {})
    for value, text in _flat(bound.field.choices):  # type: ignore[attr-defined] # a choice field
        item = {"value": str(value), "text": str(text), "checked": str(value) in wanted}
        if hint := hints.get(str(value)):
            item["hint"] = {"text": hint}
        yield item


def _flat(choices: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for value, text in choices:
        if isinstance(text, list | tuple):
            yield from text
        else:
            yield value, text


def _radios(bound: BoundField, heading: bool) -> tuple[str, Params]:
    items = [item for item in _items(bound) if item["value"]]
    short = len(items) <= 3 and all(len(item["text"]) <= 12 for item in items)
    inline = short and not any("hint" in item for item in items)
    return "radios", _legend(bound, heading) | {
        "idPrefix": bound.auto_id,
        "items": items,
        "classes": "govuk-radios--inline" if inline else "govuk-radios--small",
    }


def _checkboxes(bound: BoundField, heading: bool) -> tuple[str, Params]:
    items = list(_items(bound))
    small = {"idPrefix": bound.auto_id, "items": items, "classes": "govuk-checkboxes--small"}
    return "checkboxes", _legend(bound, heading) | small


def _tick(bound: BoundField, heading: bool) -> tuple[str, Params]:
    item = {"value": "on", "text": str(bound.label), "checked": bool(bound.value())}
    return "checkboxes", {"idPrefix": bound.auto_id, "items": [item]}


def _select(bound: BoundField, heading: bool) -> tuple[str, Params]:
    items = [item | {"selected": item["checked"]} for item in _items(bound)]
    return "select", _label(bound, heading) | {"items": items}


def _date(bound: BoundField, heading: bool) -> tuple[str, Params]:
    value = bound.value()
    if not isinstance(value, list):
        value = bound.field.widget.decompress(value)
    wrong = _wrong_parts(bound) if bound.errors else ()
    items = [
        {
            "name": f"{bound.html_name}_{part}",
            "id": f"{bound.auto_id}-{part}",
            "label": capital(part),
            "value": _shown(typed),
            "inputmode": "text" if part == "month" else "numeric",
            "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
            + (" govuk-input--error" if part in wrong else ""),
        }
        for part, typed in zip(PARTS, value, strict=True)
    ]
    return "date", _legend(bound, heading) | {"items": items}


def _hidden(bound: BoundField, heading: bool) -> tuple[str, Params]:
    return "hidden", {"value": _shown(bound.value())}


_Builder = Callable[[BoundField, bool], tuple[str, Params]]

#: Widget classes and their builders, narrower classes first.
_BUILDERS: tuple[tuple[type[forms.Widget], _Builder], ...] = (
    (DateWidget, _date),
    (forms.CheckboxSelectMultiple, _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.Select, _select),
    (forms.CheckboxInput, _tick),
    (forms.HiddenInput, _hidden),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
    (forms.Textarea, _textarea),
    (forms.Widget, _input),
)
