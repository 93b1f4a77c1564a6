"""The size of the window, and the zoom."""

from typing import Protocol


class DisplayScreen(Protocol):
    """The messages about the size of the window and the zoom of the browser."""

    def shows_too_small(self) -> None:
        """The notice about the size covers the whole window, and nothing below it can be seen or reached."""

    def shows_large_enough(self) -> None:
        """There is no notice about the size, and the desktop is visible."""

    def shows_zoom_advice(self) -> None:
        """Advice to zoom to 100 % is there, in a status that screen readers announce."""

    def shows_no_zoom_advice(self) -> None:
        """There is no advice about zoom."""
