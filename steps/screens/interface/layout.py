"""What the layout of a tenant sets."""

from collections.abc import Sequence
from typing import Protocol


class LayoutScreen(Protocol):
    """The parts of the desktop that the layout sets."""

    def shows_title(self, title: str) -> None:
        """The header has this title."""

    def shows_default(self) -> None:
        """The desktop looks as it does without a layout."""

    def shows_logo(self) -> None:
        """The header has the logo of the layout."""

    def shows_no_logo(self) -> None:
        """The header has no logo."""

    def shows_header_actions(self, actions: Sequence[str]) -> None:
        """The header has exactly these actions, from left to right."""

    def open_page(self, label: str) -> None:
        """Open a page."""

    def shows_text(self, words: str) -> None:
        """These words are on the open page."""

    def shows_panel(self, words: str) -> None:
        """These words are in the panel."""

    def shows_on_every_page(self, words: str) -> None:
        """These words are in the area of every page."""

    def shows_illustration(self, size: tuple[int, int] | None = None) -> None:
        """The Task page has its illustration, loaded; in this size, rounded, where one is given."""

    def shows_no_illustration(self) -> None:
        """The Task page has no image, neither in it nor as a background."""

    def shows_layout_error(self) -> None:
        """A message says that the layout cannot be used, and names the administrator."""

    def shows_no_layout_error(self) -> None:
        """No message is about the layout."""
