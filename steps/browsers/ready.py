"""Makes sure that the machine has the browsers that scenarios run in; `make run` and `make test` do this first."""

import sys

from deskproof.steps.browsers.browser import NoBrowser, ensure, ensure_driver
from deskproof.steps.browsers.firefox import ensure_firefox
from deskproof.steps.terminal import say


def main() -> int:
    """The exit status: 0 when scenarios can run, 2 when they cannot. Firefox is installed where that is possible."""
    try:
        ensure_driver()
        for kind in ("full", "shell"):
            ensure(kind)
    except NoBrowser as refusal:
        say(refusal, err=True)
        return 2
    if ensure_firefox() is None:
        say("No Firefox was found; scenarios in Firefox use its user agent in Chromium.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
