"""The instance's keys: from the environment, or made once for a development machine."""

import json
import secrets
from pathlib import Path
from typing import NamedTuple

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from environ import Env


class Keys(NamedTuple):
    """`secret` signs sessions; `seal` encrypts identities (first key writes, all read);
    `history` chains the history."""

    secret: str
    seal: list[str]
    history: str


def load(env: Env, folder: Path, *, required: bool) -> Keys:
    """Read the keys from `UPLIFT_SECRET_KEY`, `UPLIFT_SEAL_KEYS` and `UPLIFT_HISTORY_KEY`.

    Where they are not `required`, missing ones are made and kept in `folder`/keys.json.
    Raises ImproperlyConfigured, naming the variable, when a required one is missing.
    """
    kept = {} if required else _kept(folder / "keys.json")

    def one(name: str) -> str:
        value = env.str(f"UPLIFT_{name}", kept.get(name, ""))
        if not value:
            raise ImproperlyConfigured(f"Set UPLIFT_{name}: Uplift doesn't run without it.")
        return str(value)

    return Keys(one("SECRET_KEY"), one("SEAL_KEYS").split(","), one("HISTORY_KEY"))


def _kept(path: Path) -> dict[str, str]:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = {
            "SECRET_KEY": secrets.token_urlsafe(50),
            "SEAL_KEYS": Fernet.generate_key().decode(),
            "HISTORY_KEY": secrets.token_urlsafe(32),
        }
        path.touch(mode=0o600)
        path.write_text(json.dumps(made), encoding="utf-8")
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return kept
