"""`report.html`: the record as one page that opens from disk and loads nothing else.

Rule: everything from outside is text to the template, which escapes it; the page's Content-Security-Policy allows
only its own style and script, by their hashes. Pictures are at the end, each once, and are decoded when they are shown.
"""

from deskproof.reports.html.page import NAME, document, live_policy, render
from deskproof.reports.html.review import Review, live

__all__ = ["NAME", "Review", "document", "live", "live_policy", "render"]
