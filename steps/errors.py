"""The errors of a step: of the product, of the harness, and that the desktop does not have what the step needs.

    Exception
    ├── ProductFailure    the product does not do what the step says: the scenario has failed
    ├── HarnessError      the harness cannot do what the step says: the scenario is broken
    └── NotOffered        the desktop does not have what the step needs: the scenario is not offered

Rule: only screens, and modules that read the state of the tenant or the browser (tests/steps/test_errors.py names
them), raise a ProductFailure. Neither uses `assert`: an AssertionError that is not from Playwright's `expect` is an
error of the harness.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MOST_NAMES = 12


class ProductFailure(Exception):
    """The product does not do what the step says; the message says what was expected and what was seen."""


class HarnessError(Exception):
    """The step cannot be carried out as it is written; the message says what was seen, what there is, what to do."""


class NotOffered(Exception):
    """The desktop does not have what the step needs; the adapter says why."""

    def __init__(self, verb: str, reason: str) -> None:
        super().__init__(f"{reason} (The adapter does not offer {verb}.)")
        self.verb = verb
        self.reason = reason


def require(fulfilled: object, message: str) -> None:
    """Raise ProductFailure with `message` unless this is true."""
    if not fulfilled:
        raise ProductFailure(message)


def unknown(what: str, name: str, known: Iterable[str]) -> HarnessError:
    """The error that nothing has this name, with the names that exist, the closest first."""
    names = list(dict.fromkeys(known))
    close = get_close_matches(name, names, n=3, cutoff=0.6)
    shown = [*close, *(other for other in names if other not in close)]
    listed = ", ".join(shown[:_MOST_NAMES]) or "none"
    more = f" and {len(shown) - _MOST_NAMES} more" if len(shown) > _MOST_NAMES else ""
    return HarnessError(f'There is no {what} "{name}" here; there are {listed}{more}. Check the spelling in the step.')
