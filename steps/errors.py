"""What can go wrong in a step, as two errors that are never mixed up.

    Exception
    ├── ProductFailure    the product did not do what the step says: the scenario has failed
    └── HarnessError      the step asks for something that the harness cannot do: the scenario is broken

Rule: only what looks at the product raises a ProductFailure: the screens and the modules that read what the tenant or
the browser knows (tests/steps/test_errors.py names them). `assert` is used by neither: an AssertionError that does not
come from Playwright's `expect` is a fault of the harness.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MOST_NAMES = 12


class ProductFailure(Exception):
    """The product did not do what the step says; the message says what was expected and what was seen."""


class HarnessError(Exception):
    """The step cannot be carried out as it is written; the message says what was seen, what there is, what to do."""


def require(fulfilled: object, message: str) -> None:
    """Raise ProductFailure with `message` unless this is true."""
    if not fulfilled:
        raise ProductFailure(message)


def unknown(what: str, name: str, there: Iterable[str]) -> HarnessError:
    """That there is nothing of this name, with the names that there are, the closest first."""
    names = list(dict.fromkeys(there))
    close = get_close_matches(name, names, n=3, cutoff=0.6)
    shown = [*close, *(each for each in names if each not in close)]
    listed = ", ".join(shown[:_MOST_NAMES]) or "none"
    more = f" and {len(shown) - _MOST_NAMES} more" if len(shown) > _MOST_NAMES else ""
    return HarnessError(f'There is no {what} "{name}" here; there are {listed}{more}. Check the spelling in the step.')
