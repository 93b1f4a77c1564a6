"""What a configuration has to satisfy. Each check raises ConfigurationError with one sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from deskproof.simulator.domain.configuration.entities import Keyed
from deskproof.simulator.domain.configuration.people import Person
from deskproof.simulator.domain.credentials import WANTED_ADDRESS, address_key, password_fault, read_address

_ORIGIN = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?")


class ConfigurationError(ValueError):
    """A configuration that contradicts itself; the message says where and what would be right."""


def require_unique(kind: str, keys: Iterable[str]) -> None:
    """Refuse keys of one kind that occur more than once."""
    twice = sorted(key for key, count in Counter(keys).items() if count > 1)
    if twice:
        raise ConfigurationError(
            f"{kind} {', '.join(map(repr, twice))} occurs more than once; each {kind} needs its own key"
        )


def require_own_addresses(people: Iterable[Person]) -> None:
    """Refuse e-mail addresses that are the same for two people (`credentials.address_key`)."""
    owners: dict[str, str] = {}
    for person in people:
        owner = owners.setdefault(address_key(person.email), person.key)
        if owner != person.key:
            raise ConfigurationError(
                f'the e-mail address "{person.email}" occurs more than once, for "{owner}" and for "{person.key}"; '
                "each person needs their own, which does not differ from another only in capitals or composition"
            )


def require_able_to_sign_in(person: Person, where: str) -> None:
    """Refuse an account that could never sign in."""
    if read_address(person.email) is None:
        raise ConfigurationError(f'{where} has the e-mail address "{person.email}"; {WANTED_ADDRESS}')
    for name, password in (("password", person.password), ("Teams password", person.teams_password)):
        if password is not None and (fault := password_fault(password.reveal())):
            raise ConfigurationError(f"{where} has a {name} that cannot be entered; {fault}")


def require_origins(hosts: Iterable[str]) -> None:
    """Refuse a widget host that is not an origin; the desktop's content security policy names them as they are."""
    for host in hosts:
        if _ORIGIN.fullmatch(host) is None:
            raise ConfigurationError(
                f'the setting for widget hosts has "{host}"; expected an origin such as '
                "https://widgets.example.com or http://localhost:5173, without a path"
            )


class Known:
    """The keys of one kind, looked up in constant time however many there are."""

    def __init__(self, kind: str, entities: Iterable[Keyed]) -> None:
        self._kind = kind
        self._keys = {entity.key: None for entity in entities}

    def require(self, key: str, where: str) -> None:
        """Refuse a key that is not configured; `where` names what refers to it."""
        if key not in self._keys:
            raise ConfigurationError(
                f'{where} names the {self._kind} "{key}"; '
                f"expected one of: {', '.join(self._keys) or '(none is configured)'}"
            )
