"""By when a step is due, as a list of limits of which the earliest counts."""

from typing import Any

from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.scopes import Scope
from uplift.engine.text import quote


def read(due: Any) -> tuple[Raw, ...]:
    """The limits of a due date."""
    if not isinstance(due, dict):
        return ()
    return tuple(due["any_of"]) if "any_of" in due else (due,)


def write(limits: tuple[Raw, ...]) -> Raw | None:
    """The limits as a pack has them; None when there are none."""
    if len(limits) > 1:
        return {"any_of": list(limits)}
    return limits[0] if limits else None


def say(limit: Raw, scope: Scope) -> str:
    """A limit in words: “within 3 weeks of notification”."""
    event = str(limit.get("of", limit.get("before", "")))
    noun = scope.events.get(event) or f"{quote(event)} (which is gone)"
    period = str(limit.get("within", limit.get("by", "")))
    if period.startswith("0 "):
        said = f"on the same day as {noun}"
    elif "before" in limit:
        said = f"{period} before {noun}"
    else:
        said = f"within {period} of {noun}"
    day = ", that day counted as the first" if limit.get("counting") == "from_day_1" else ""
    longer = ", longer by pauses" if limit.get("pauses") else ""
    reason = "; the reason is asked if it is late" if limit.get("late") else ""
    return f"{said}{day}{longer}{reason}"
