"""Features that can be unavailable."""

from collections.abc import Sequence
from typing import Protocol

from deskproof.steps.gherkin.vocabulary.values import Availability, Feature


class FeatureScreen(Protocol):
    """The features that can be unavailable, and the banner that names them."""

    def shows_banner(self, features: Sequence[Feature]) -> None:
        """The banner names exactly these features."""

    def shows_banner_at_top(self) -> None:
        """The banner begins where the page begins and goes from edge to edge."""

    def shows_no_way_to_dismiss(self) -> None:
        """The banner has no button, and Escape does not close it."""

    def does_not_show_banner(self) -> None:
        """There is no banner, and the desktop is there."""

    def shows_unavailable(self, feature: Feature) -> None:
        """The feature cannot be used, and a message in its place says so."""

    def shows_working(self, feature: Feature) -> None:
        """The feature can be used."""

    def open_contacts(self) -> None:
        """Open the Contacts panel."""

    def shows_colleague(self, name: str, availability: Availability) -> None:
        """The colleague is in the open panel, with this availability."""
