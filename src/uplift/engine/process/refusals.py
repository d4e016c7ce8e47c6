"""A refusal: why something cannot be recorded, in a sentence."""

from typing import NamedTuple


class Refused(NamedTuple):
    """Why a record cannot be made. `field` names the answer it is about, if it is about one."""

    code: str
    sentence: str
    field: str | None = None
