"""Draws the layers in architecture.md from pyproject.toml, from its import contracts and its table of the desktop's
scripts; with `--check` only reports whether the drawing is stale.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "architecture.md"
_DRAWING = re.compile(r"(<!-- layers: drawn by docs/layers.py -->\n).*?(<!-- end of layers -->\n)", re.DOTALL)


def drawing(tools: dict[str, Any]) -> str:
    """The layered packages and scripts as a Mermaid flowchart: higher layers may import lower ones."""
    return "```mermaid\nflowchart TB\n" + "".join(f"{line}\n" for line in _lines(tools)) + "```\n"


def _lines(tools: dict[str, Any]) -> Iterator[str]:
    for contract in tools["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            yield from _subgraph(contract["containers"][0].rpartition(".")[2], contract["layers"])
    yield from _subgraph("desktop", tools["desktop-scripts"]["layers"])
    yield "  steps --> reports"
    yield "  steps --> simulator"


def _subgraph(name: str, layers: list[str]) -> Iterator[str]:
    yield f"  subgraph {name}"
    rows = [[layer.strip("() ") for layer in row.split("|")] for row in layers]
    for number, row in enumerate(rows):
        yield f'    {name}{number}["{" · ".join(row)}"]'
    yield "    " + " --> ".join(f"{name}{number}" for number in range(len(rows)))
    yield "  end"


def main() -> int:
    """Exit status 0, or 1 where `--check` finds the drawing stale."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = PAGE.read_text(encoding="utf-8")
    drawn = _DRAWING.sub(lambda found: found[1] + drawing(settings["tool"]) + found[2], page)
    if "--check" in sys.argv and drawn != page:
        sys.stderr.write("docs/architecture.md: the drawing of the layers is stale; run: python docs/layers.py\n")
        return 1
    if drawn != page:
        PAGE.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
