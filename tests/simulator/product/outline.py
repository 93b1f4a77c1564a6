"""A page as a person meets it: its status and languages, its title, then sentences, fields and ways on, line by line.

What differs each time, such as the id of a sign-in, is an ellipsis.
"""

import re
from html.parser import HTMLParser

import httpx

_DRAWN = re.compile(r"(tx=|code=|code_challenge=)[\w-]+")
_SHOWN = (
    "name",
    "type",
    "href",
    "action",
    "value",
    "placeholder",
    "aria-label",
    "aria-describedby",
    "autocomplete",
    "lang",
)


def outline(page: httpx.Response) -> str:
    """The outline of a page."""
    reader = _Outline()
    reader.feed(page.text)
    lines = [f"{page.status_code} {page.headers['content-language']}", *reader.lines]
    return _DRAWN.sub(r"\1…", "".join(f"{line}\n" for line in lines))


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("link", "meta", "script", "img"):
            return
        shown = [f"{name}={value}" for name, value in attrs if name in _SHOWN]
        if shown:
            self.lines.append(f"<{tag} {' '.join(shown)}>")

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self.lines.append(text)
