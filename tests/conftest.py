"""Fixtures for all tests of our own code."""

import pytest


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the simulator does."""
    return "asyncio"
