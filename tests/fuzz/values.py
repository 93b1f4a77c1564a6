"""What nobody expects: texts, JSON and bytes at the edges of what can be written."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

_EDGES = (
    "", " ", "\0", "\r\n", "\ufeff", "\u202e", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "null", "true", "-1", "1e999", "9" * 400, "a" * 3_000, "%00", "%2e%2e/", "../../etc/passwd", "<script>", "{{7*7}}",
    "'; drop table agents; --", "${x}", "\\", '"', "İ", "ß", "Ａ", "xn--", "[]", "{}", "0", "00", "+", "٣", "²",
)  # fmt: skip

texts = st.one_of(st.sampled_from(_EDGES), st.text(max_size=40))
"""Texts that end, split or confuse what reads them."""

_leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    texts,
)

json_values: st.SearchStrategy[Any] = st.recursive(
    _leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=12,
)
"""Any JSON."""


def _nested(depth: int, opening: str, closing: str) -> bytes:
    return (opening * depth + closing * depth).encode()


_numbers_and_names = (
    b'{"a":1,"a":2}', b'{"a":NaN}', b'{"a":-Infinity}', b'{"a":1e400}', b'{"a":' + b"9" * 5_000 + b"}",
    b'{"a":"\\ud800"}', b'{"a":"\xff"}', b'\xef\xbb\xbf{"a":1}', b"\xff\xfe{\x00}\x00", b"{", b"[1,2]", b'"a"', b"null",
    b"{'a':1}", b'{"a":1}{"b":2}', b"\0", b'{"a":"' + b"x" * 300_000 + b'"}',
)  # fmt: skip

broken_json: st.SearchStrategy[bytes] = st.one_of(
    st.sampled_from(_numbers_and_names),
    st.builds(_nested, st.integers(90, 40_000), st.sampled_from(("[", '{"a":', '[{"a":')), st.just("")),
    st.builds(_nested, st.integers(90, 40_000), st.just("["), st.just("]")),
    json_values.map(lambda value: json.dumps(value).encode("utf-16")),
    st.binary(max_size=60),
)
"""Bytes that are no JSON, or JSON that two readers read differently, that is deep or huge."""
