"""The message catalogue: every text of the outputs, in English and Swedish, by subject.

Rule: a text is in one place. A key with `.one` beside it is the form for exactly one; `{n}` and the like are filled in
by `deskproof.reports.text.translation`.
"""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.reports.text.catalogue import changes, files, gate, page, review, run

PARTS: tuple[Mapping[str, tuple[str, str]], ...] = (
    run.TEXTS,
    gate.TEXTS,
    files.TEXTS,
    changes.TEXTS,
    page.TEXTS,
    review.TEXTS,
)
TEXTS: Mapping[str, tuple[str, str]] = {key: texts for part in PARTS for key, texts in part.items()}
