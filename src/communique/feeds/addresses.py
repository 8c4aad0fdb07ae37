"""Which addresses may be asked: those of the public internet, so that no feed leads into the network that we run in."""

from __future__ import annotations

import ipaddress
import socket

from communique.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_RESERVED = 1024  # ports below are those of other services, such as mail
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def checked_address(scheme: str, host: str, port: int | None, *, private: bool) -> tuple[str, int]:
    """The address and port to connect to for a host, which is looked up once, so that it cannot change in between.

    Raises:
        FetchError: the host has no address, or one that is not public (unless ``private`` ones are fine).

    """
    number = port if port is not None else _PORTS[scheme]
    if not private and number < _RESERVED and number not in _PORTS.values():
        raise FetchError(f"port {number} is none of the web's; feeds and pages are fetched from 80, 443 and above 1023")
    try:
        found = [entry[4][0] for entry in socket.getaddrinfo(host.strip("[]"), number, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {host!r} is not found: {error}") from error
    for address in found:
        if not private and not is_public(str(address)):
            raise FetchError(f"{host} is at {address}, which is no public address; nothing is fetched from there")
    return str(found[0]), number


def is_public(text: str) -> bool:
    """Is an address one of the public internet, also where it is an IPv4 address in the clothes of an IPv6 one?"""
    address = ipaddress.ip_address(text.partition("%")[0])
    return all(a.is_global and not a.is_multicast and not a.is_reserved for a in (address, *_inside(address)))


def _inside(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [inner for inner in found if inner is not None]
