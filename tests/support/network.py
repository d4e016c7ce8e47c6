"""No test talks to another machine."""

import ipaddress
import socket
from typing import Any

import pytest


class NetworkUsed(Exception):
    """A test tried to reach another machine."""


def refuse(patch: pytest.MonkeyPatch) -> None:
    """Let sockets connect, and names resolve, to this machine only."""
    for name in ("connect", "connect_ex"):
        patch.setattr(socket.socket, name, _only_here(getattr(socket.socket, name)))
    resolve = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_here(host):
            raise NetworkUsed(f"A test asked for the address of {host!r}.")
        return resolve(host, *args, **kwargs)

    patch.setattr(socket, "getaddrinfo", getaddrinfo)


def is_here(host: Any) -> bool:
    """Is this host the machine itself?"""
    text = host.decode() if isinstance(host, bytes) else host
    if text in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return False


def _only_here(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not is_here(address[0]):
            raise NetworkUsed(f"A test tried to reach {address}.")
        return connect(self, address)

    return guarded
