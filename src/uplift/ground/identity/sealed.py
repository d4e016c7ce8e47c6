"""Sealing: what may identify a person is encrypted before it reaches the database."""

import hashlib
import hmac
import json
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


@lru_cache(maxsize=4)
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def seal(value: Any) -> str:
    """The JSON value, encrypted with the newest key."""
    box = _box(tuple(settings.SEAL_KEYS))
    return box.encrypt(json.dumps(value, ensure_ascii=False).encode()).decode()


def unseal(token: str) -> Any:
    """The value that was sealed. Raises ValueError when no key of this instance opens it."""
    try:
        return json.loads(_box(tuple(settings.SEAL_KEYS)).decrypt(token.encode()))
    except InvalidToken as error:
        raise ValueError("None of this instance's keys opens a sealed value.") from error


def fingerprint(purpose: str, text: str) -> str:
    """A keyed digest by which equal sealed texts are found without opening them."""
    message = f"{purpose}\x00{' '.join(text.casefold().split())}".encode()
    key = settings.SEAL_KEYS[-1].encode()  # the oldest: it stays when a newer one is put first
    return hmac.new(key, message, hashlib.sha256).hexdigest()


class SealedField(models.TextField):  # type: ignore[type-arg]  # generic to the checker alone
    """A JSON value kept encrypted; it can't be searched, sorted or read in the database."""

    _pyi_private_set_type: Any  # for the type checker's Django plugin: any JSON value may be set
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, *_: Any) -> Any:
        return None if value is None else unseal(value)

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else seal(value)

    def to_python(self, value: Any) -> Any:
        return value

    def value_to_string(self, obj: models.Model) -> str:
        return seal(self.value_from_object(obj))
