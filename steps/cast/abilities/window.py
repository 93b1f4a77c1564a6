"""Handling the browser's window: its size, its zoom, the mouse over it, and the clipboard."""

from __future__ import annotations

from deskproof.steps.cast.abilities.browsing import Browsing
from deskproof.steps.screens.keys import ZOOM_IN, ZOOM_OUT, ZOOM_RESET, press_zoom


class Window:
    """The window of the page that the person looks at."""

    def __init__(self, browsing: Browsing) -> None:
        self._browsing = browsing

    def resize(self, width: int, height: int) -> None:
        """Give its page another size, in CSS pixels."""
        self._browsing.page.set_viewport_size({"width": width, "height": height})

    def use_dense_screen(self) -> None:
        """Use a screen with two device pixels for each CSS pixel, at 100 % zoom."""
        self._browsing.instances.set_density(2)

    def zoom_in(self) -> None:
        """Press Ctrl and plus."""
        press_zoom(self._browsing.page, ZOOM_IN)

    def zoom_out(self) -> None:
        """Press Ctrl and minus."""
        press_zoom(self._browsing.page, ZOOM_OUT)

    def reset_zoom(self) -> None:
        """Press Ctrl and 0."""
        press_zoom(self._browsing.page, ZOOM_RESET)

    def move_mouse(self) -> None:
        """Move the mouse over the page, which counts as activity."""
        self._browsing.page.mouse.move(300, 300)
        self._browsing.page.mouse.move(320, 320)

    def clipboard(self) -> str:
        """The text of the clipboard."""
        self._browsing.page.context.grant_permissions(["clipboard-read"])
        text: str = self._browsing.page.evaluate("navigator.clipboard.readText()")
        return text
