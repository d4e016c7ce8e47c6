"""The learning of the demo's finished case, from its findings to the difference made."""

import datetime as dt

from uplift.config.demo.cast import Cast
from uplift.loop.cases.models import Case


def tell_thread(cast: Cast, case: Case, today: dt.date) -> None:
    """Findings, a theme, an outcome, actions, a briefing, an evaluation and the publication."""
