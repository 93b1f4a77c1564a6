"""The adapter of a desktop: its screens, and what it does not offer.

Rule: an adapter answers for every verb of the interface, with a screen that has it or with a reason why there is none.
A verb without either is refused when the adapter is made, so that no scenario finds out.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias, get_type_hints

from playwright.sync_api import Page

from deskproof.steps.errors import NotOffered
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.screens.interface import Screens

Used: TypeAlias = Callable[[str, Exception | None], None]
"""Hears of each verb that was called, by its name, and of the error that it raised."""


class AdapterError(ValueError):
    """The adapter does not fit the interface; the message says where, and what to do."""


@cache
def verbs() -> Mapping[str, tuple[str, ...]]:
    """The verbs of every screen of the interface, by the name of the screen, in the order of the interface."""
    hints = get_type_hints(Screens)
    return MappingProxyType({each.name: tuple(_methods(hints[each.name])) for each in fields(Screens)})


def _methods(screen: type) -> Iterator[str]:
    return (name for name, value in vars(screen).items() if inspect.isfunction(value) and not name.startswith("_"))


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """What Deskproof knows of one desktop.

    `screens` has a class for each screen that the desktop has, by its name in the interface; it is called with the page
    and the language. `not_offered` says, for a screen (`monitoring`) or a verb (`station.shows_teams`) that the desktop
    does not have, why not, in a sentence. `languages` are those in which the desktop can be read. `dial_number` is what
    a person types under Dial Number where a scenario names no number: a number of the United States.

    Raises AdapterError where the two do not cover the interface, or name what it does not have.
    """

    name: str
    screens: Mapping[str, type[Any]]
    not_offered: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    dial_number: str = "2015532447"

    def __post_init__(self) -> None:
        for fault in self._faults():
            raise AdapterError(f"The adapter {self.name} {fault}")

    def reason(self, screen: str, verb: str) -> str | None:
        """Why the desktop does not offer this verb; None where it does."""
        return self.not_offered.get(f"{screen}.{verb}", self.not_offered.get(screen))

    def open_screens(self, page: Page, language: Language, used: Used = lambda _verb, _error: None) -> Screens:
        """The screens of the desktop in this page, with its labels in this language. `used` hears of each verb that was
        called, and how it ended.
        """
        opened = {
            name: _Screen(self, name, self.screens[name](page, language) if name in self.screens else None, used)
            for name in verbs()
        }
        return Screens(**opened)  # each has the verbs of its protocol, which was checked

    def _faults(self) -> Iterator[str]:
        known = verbs()
        for name in self.screens:
            if name not in known:
                yield f"has the screen {name}, which the interface does not; the screens are {', '.join(known)}."
        for place, reason in self.not_offered.items():
            screen, _, verb = place.partition(".")
            if screen not in known or (verb and verb not in known[screen]):
                yield f"does not offer {place}, which is neither a screen nor a verb; correct its name."
            if not reason.strip():
                yield f"gives no reason why it does not offer {place}; write a sentence, which the report shows."
            if not verb and screen in self.screens:
                yield f"has the screen {screen} and does not offer it; name the verbs that it does not offer."
            if verb and hasattr(self.screens.get(screen), verb):
                yield f"has the verb {place} and does not offer it; take one of the two away."
        for screen, names in known.items():
            for verb in names:
                if self.reason(screen, verb) is None and not hasattr(self.screens.get(screen), verb):
                    yield (
                        f"lacks {screen}.{verb}; write it in the screen, or say in not_offered why the desktop does "
                        "not have it."
                    )


class _Screen:
    """A screen of an adapter, in which a verb that is not offered raises NotOffered with the reason."""

    def __init__(self, adapter: Adapter, name: str, screen: object | None, used: Used) -> None:
        self._adapter = adapter
        self._name = name
        self._screen = screen
        self._used = used

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        name, reason = f"{self._name}.{verb}", self._adapter.reason(self._name, verb)

        def call(*given: Any, **named: Any) -> Any:
            try:
                if reason is not None:
                    raise NotOffered(name, reason)
                result = getattr(self._screen, verb)(*given, **named)
            except Exception as error:
                self._used(name, error)
                raise
            self._used(name, None)
            return result

        return call
