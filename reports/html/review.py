"""The review on the page: its state as data, and the change that makes a report on disk a page for decisions.

Rule: the page on disk only shows the review. The same page, served by `reports.live.server`, requests the state from
the server and sends decisions to it; the two differ in two words, so that nothing is rendered twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from deskproof.reports.review.desk import all_as_json
from deskproof.reports.review.status import ReviewStatuses

_SHOWS, _DECIDES = 'data-review="static"', 'data-review="live"'
NO_REQUESTS, OWN_SERVER = "connect-src 'none'", "connect-src 'self'"


@dataclass(frozen=True, kw_only=True)
class Review:
    """The review status of every claim and scenario, as the page needs it."""

    review_statuses: ReviewStatuses

    @property
    def data(self) -> dict[str, Any]:
        """The decisions, by kind and id."""
        return all_as_json(self.review_statuses)


def live(page: str) -> str:
    """The page of a report with its review, so that decisions can be made on it. ValueError for any other page."""
    for found, live_form in ((_SHOWS, _DECIDES), (str(escape(NO_REQUESTS)), str(escape(OWN_SERVER)))):
        if page.count(found) != 1:
            raise ValueError(f"The page has {page.count(found)} times {found}; a report with its review has it once.")
        page = page.replace(found, live_form)
    return page
