"""The verbs of an adapter that are true of an empty page, and therefore prove nothing.

Rule: `shows…` and `does_not_show…` speak of the desktop. Without one each of them fails, also where it says that
something is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from itertools import product
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from playwright.sync_api import Page

from deskproof.steps.screens.adapter import Adapter, verbs
from deskproof.steps.screens.interface import Screens

_SAYS = ("shows", "does_not_show")
_PLAIN: Mapping[Any, Sequence[Any]] = {
    str: ("Ada",),
    int: (1,),
    float: (1.0,),
    bool: (True, False),
    NoneType: (None,),
}


def true_of_nothing(adapter: Adapter, page: Page) -> Iterator[str]:
    """The offered verbs, with their screens, that do not fail in `page`, which is empty, for some value of each type of
    their parameters and every member of an enumeration. How long a verb waits there for what never comes is the
    caller's business: Playwright's `expect.set_options`.
    """
    screens = get_type_hints(Screens)
    for screen in (field.name for field in fields(Screens)):
        for verb in (name for name in verbs()[screen] if name.startswith(_SAYS)):
            if adapter.reason(screen, verb) is not None:
                continue
            method = getattr(adapter.screens[screen](page, adapter.languages[0]), verb)
            if any(_returns(method, given) for given in calls(getattr(screens[screen], verb))):
                yield f"{screen}.{verb}"


def calls(method: Callable[..., Any]) -> Iterator[Mapping[str, Any]]:
    """Arguments for a verb of the interface, by the types of its parameters."""
    hints = {name: hint for name, hint in get_type_hints(method).items() if name != "return"}
    for values in product(*map(_values, hints.values())):
        yield dict(zip(hints, values, strict=True))


def _returns(method: Callable[..., Any], given: Mapping[str, Any]) -> bool:
    try:
        method(**given)
    except Exception:  # whatever it raises, it was not content
        return False
    return True


def _values(hint: Any) -> Sequence[Any]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return tuple(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, types = get_origin(hint), [each for each in get_args(hint) if each is not ...]
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return tuple(product(*map(_values, types)))
    return tuple(value for each in types for value in _values(each))
