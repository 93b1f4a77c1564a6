"""The review on the page: how everything stands as data, and what makes a report on disk one to decide on.

Rule: the page on disk only tells. The same page, served by `reports.live.server`, asks the server how things stand
and sends it what is decided; it differs in two words, so that nothing is drawn twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import escape

from deskproof.reports.review.desk import all_as_json
from deskproof.reports.review.status import ReviewStatuses

_TELLS, _DECIDES = 'data-review="static"', 'data-review="live"'
ALONE, ASKS = "connect-src 'none'", "connect-src 'self'"


@dataclass(frozen=True, kw_only=True)
class Review:
    """How every claim and scenario stands, as the page needs it."""

    review_statuses: ReviewStatuses

    @property
    def data(self) -> dict[str, Any]:
        """What was decided on, by kind and id."""
        return all_as_json(self.review_statuses)


def live(page: str) -> str:
    """The page of a report with its review, so that decisions can be made on it. ValueError for any other page."""
    for found, asked in ((_TELLS, _DECIDES), (str(escape(ALONE)), str(escape(ASKS)))):
        if page.count(found) != 1:
            raise ValueError(f"The page has {page.count(found)} times {found}; a report with its review has it once.")
        page = page.replace(found, asked)
    return page
