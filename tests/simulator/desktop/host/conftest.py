"""The host service between the fakes of the desktop's services."""

from tests.simulator.desktop.services.conftest import play

__all__ = ["play"]
