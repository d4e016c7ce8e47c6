"""Walking the whole site: which addresses it has, and which of them a person comes to by links."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, resolve, reverse
from django.urls.exceptions import Resolver404

from uplift.ground.identity.models import User

LINK = re.compile(r"""(?:href|action|src)="(/[^"#]*)""")
# Arguments of addresses to which no link leads in the state that the demo is in.
ELSEWHERE = {"passage": 1, "asked": 1, "on": "2026-11-21", "file": 1}


def names(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """The name of every address of the product."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern, space)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"


def crawl(user: User | None, start: str, most: int = 900) -> dict[str, bytes]:
    """Every page below `start` this person comes to by links and forms' addresses, with its
    content. Only GET; at most two pages of one kind, so that lists don't multiply."""
    client = Client()
    if user:
        client.force_login(user)
    seen: dict[str, bytes] = {}
    kinds: dict[str, int] = {}
    queue = deque([start])
    while queue and len(seen) < most:
        path = queue.popleft().replace("&amp;", "&")
        if path in seen or not path.startswith(start) or not _wanted(path, kinds):
            continue
        answer = client.get(path)
        seen[path] = answer.getvalue() if answer.streaming else answer.content
        if answer.status_code == 302:
            queue.append(answer["Location"])
        if "html" in answer.get("Content-Type", ""):
            queue.extend(LINK.findall(seen[path].decode(errors="replace")))
    return seen


def _wanted(path: str, kinds: dict[str, int]) -> bool:
    """Whether there haven't been enough pages of this kind yet."""
    try:
        kind = resolve(path.split("?")[0]).view_name + ("?" if "?" in path else "")
    except Resolver404:
        return False
    kinds[kind] = kinds.get(kind, 0) + 1
    return kinds[kind] <= 2


def samples(paths: list[str]) -> dict[str, list[dict[str, Any]]]:
    """For each room, the arguments that its addresses were met with, the fullest first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for path in paths:
        match = resolve(path.split("?")[0])
        found.setdefault(match.namespace, []).append(match.kwargs)
    return {room: sorted(given, key=lambda kwargs: -len(kwargs)) for room, given in found.items()}


def addresses(name: str, given: dict[str, list[dict[str, Any]]], board: str) -> str | None:
    """An address of that name, with arguments that were met in its room; None if there is none."""
    room = name.rpartition(":")[0]
    merged: dict[str, Any] = dict(ELSEWHERE)
    for kwargs in reversed(given.get(room, [])):
        merged.update(kwargs)
    for kwargs in [{"board": board}, {}, *_trials(given.get(room, []), merged, board)]:
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return None


def _trials(
    met: list[dict[str, Any]], merged: dict[str, Any], board: str
) -> Iterator[dict[str, Any]]:
    """Arguments as met, then every combination of those known in the room, fewest first."""
    yield from met
    keys = [key for key in merged if key != "board"]
    for mask in range(1, 2 ** len(keys)):
        chosen = {key: merged[key] for n, key in enumerate(keys) if mask >> n & 1}
        yield {"board": board, **chosen}
        yield chosen
