"""The id of a scenario in a record."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata


def scenario_id(path: str, rule: str | None, name: str, example: str | None = None) -> str:
    """The id of a scenario: equal in every run and on every machine, safe in file names and addresses.

    It comes from the feature's path (relative to the project, with `/`), the rule, the name as written in the file,
    and for an outline the key of the example row (its cells joined). The first part is for readers, the last
    makes it unique.
    """
    whole = json.dumps([path, rule, name, example], ensure_ascii=False)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-")
    digest = hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:10]
    return f"{readable}-{digest}" if readable else digest
