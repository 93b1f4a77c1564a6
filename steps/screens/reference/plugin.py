"""The pytest plugin that passes the reference desktop's screens to the actors. For another desktop, name a plugin with
this fixture in `conftest.py` instead.
"""

from __future__ import annotations

import pytest

from deskproof.steps.screens.interface import OpenScreens
from deskproof.steps.screens.reference import adapter


@pytest.fixture(scope="session")
def open_screens() -> OpenScreens:
    """The screens of the reference desktop."""
    return adapter.open_screens
