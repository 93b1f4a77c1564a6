"""`report.html`: the record as one page that opens from disk, with nothing from elsewhere.

Rule: everything from outside is text to the template, which escapes it; the page's own style and script are the only
ones its Content-Security-Policy lets in, by their hashes. Pictures stand at the end, each once, and are decoded when
looked at.
"""

from deskproof.reports.html.page import NAME, document, live_policy, render
from deskproof.reports.html.review import Review, live

__all__ = ["NAME", "Review", "document", "live", "live_policy", "render"]
