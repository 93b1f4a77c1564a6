"""The pytest plugin that passes the reference desktop's screens to the actors. For another desktop, name a plugin with
this fixture in `conftest.py` instead.
"""

from __future__ import annotations

import pytest

from deskproof.steps.screens import reference
from deskproof.steps.screens.interface import OpenScreens


@pytest.fixture(scope="session")
def open_screens() -> OpenScreens:
    """The screens of the reference desktop."""
    return reference.open_screens
