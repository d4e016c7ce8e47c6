"""The template environment: Jinja2 with our filters and GOV.UK's macros."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    Undefined,
    select_autoescape,
)
from jinja2.utils import missing

from uplift.ground.ui import components, links
from uplift.ground.ui.filters import dates, text

FILTERS = {
    name: getattr(module, name)
    for module, names in {
        dates: "day weekday short_day clock when iso days_left urgency",
        text: "markdown lines plural number size sentence capital",
    }.items()
    for name in names.split()
}


class Missing(Undefined):
    """A name or an attribute that isn't there is an error, a key of a dictionary is not.

    GOV.UK's macros read optional keys of their parameters; our own spelling mistakes must not
    pass in silence.
    """

    __slots__ = ()

    def _forgiven(self) -> bool:
        return isinstance(self._undefined_obj, dict) or (
            self._undefined_obj is missing and self._undefined_hint is not None
        )

    def __bool__(self) -> bool:
        return False if self._forgiven() else self._fail_with_undefined_error()

    def __str__(self) -> str:
        return "" if self._forgiven() else self._fail_with_undefined_error()

    def __len__(self) -> int:
        return 0 if self._forgiven() else self._fail_with_undefined_error()

    def __iter__(self) -> Any:
        return iter(()) if self._forgiven() else self._fail_with_undefined_error()


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named route: `url("cases:page", board=board.slug, case=case.pk)`."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def nothing_for_none(value: object) -> object:
    """No page ever says "None"."""
    return "" if value is None else value


def environment(**options: Any) -> Environment:
    """Built once by Django's template backend with its own loader in `options`.

    Everything is escaped but e-mails, which are plain text (.txt).
    """
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], govuk])
    options.pop("autoescape")
    env = Environment(
        **options,
        autoescape=select_autoescape(default=True, disabled_extensions=("txt",)),
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=nothing_for_none,
    )
    env.undefined = Missing
    env.filters.update(FILTERS)
    env.globals.update(
        undefined=None,  # GOV.UK's macros were JavaScript once
        url=url,
        static=static,
        query=links.query,
        component=components.component,
        error_list=components.error_list,
        active_filters=links.active_filters,
    )
    return env
