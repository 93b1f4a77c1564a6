"""JSON as it comes in: how deep it may be nested, and how much of it a refusal repeats."""

from typing import Any

import pytest

from deskproof.simulator.wire.kernel.json_text import Unreadable, read_json, read_object, shortened


def test_a_hundred_objects_and_lists_may_be_nested() -> None:
    assert read_json("[" * 100 + "]" * 100)
    with pytest.raises(Unreadable, match="nests more than 100 objects and lists within each other, from character 100"):
        read_json("[" * 101 + "]" * 101)


@pytest.mark.parametrize(("length", "seen"), [(60, "x" * 60), (61, "x" * 59 + "…")])
def test_a_refusal_repeats_sixty_characters(length: int, seen: str) -> None:
    assert shortened("x" * length) == seen


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b'{"a": [1, 1.5, -0, "\xc3\xa4", true, false, null, {}]}', {"a": [1, 1.5, 0, "ä", True, False, None, {}]}),
        ('{"\\ud83d\\ude00": "\\u00e4"}', {"\U0001f600": "ä"}),
        ('"' + "[" * 200 + '"', "[" * 200),
        (r'["\"' + "[" * 200 + '"]', ['"' + "[" * 200]),
        ("[" * 60 + "]" * 60, None),
        (",".join(["[]"] * 150).join("[]"), [[]] * 150),
        (",".join(["{}"] * 150).join("[]"), [{}] * 150),
        ("1.7976931348623157e308", 1.7976931348623157e308),
        (r'"\ud83d\ude00"', "\U0001f600"),
    ],
)
def test_json_is_read_as_it_is(raw: bytes | str, value: Any) -> None:
    assert value is None or read_json(raw) == value
    read_json(raw)


DEEP = "nests more than 100 objects and lists within each other, from character {} on; expected at most 100"


@pytest.mark.parametrize(
    ("raw", "refusal"),
    [
        ("", "is not JSON (Expecting value at character 0); expected an object"),
        ("{'a'}", "is not JSON (Expecting property name enclosed in double quotes at character 1); expected an object"),
        (b'{"a": "\xff"}', "is not UTF-8 (byte 0xff at 7); expected JSON in UTF-8"),
        (b"\x0f\xc3", "is not UTF-8 (byte 0xc3 at 1); expected JSON in UTF-8"),
        ("\ufeff{}".encode(), "begins with a byte order mark; expected JSON in UTF-8 without one"),
        ('{"a": 1, "b": {"a": 1, "a": 2}}',
         'has the member "a" more than once in one object; expected each name once'),
        ('{"' + "x" * 61 + '": 1, "' + "x" * 61 + '": 1}',
         'has the member "' + "x" * 59 + "\\u2026" + '" more than once in one object; expected each name once'),
        ("NaN", "has NaN, which JSON does not know; expected a number"),
        ("[-Infinity]", "has -Infinity, which JSON does not know; expected a number"),
        ("1e999", "has the number 1e999, which is too large; expected one that a double holds"),
        ("-1e999", "has the number -1e999, which is too large; expected one that a double holds"),
        ("1" * 61 + "e999",
         "has the number " + "1" * 59 + "…, which is too large; expected one that a double holds"),
        ("1" * 5_000, "has a number of thousands of digits; expected one that a double holds"),
        (r'["\ud83d"]', r"has half a character (\ud83d) in a text; expected both halves or neither"),
        (r'{"\ude00": 1}', r"has half a character (\ude00) in a text; expected both halves or neither"),
        (r'"\uDE00\uD83D"', r"has half a character (\ude00) in a text; expected both halves or neither"),
        ("[" * 101 + "]" * 101, DEEP.format(100)),
        ('{"a":' * 101 + "1" + "}" * 101, DEEP.format(500)),
        ('[{"a":' * 51 + "1" + "}]" * 51, DEEP.format(300)),
        ('["]]", "' + r"\"]" + '",' + "[" * 100 + "]" * 101, DEEP.format(112)),
        ("[[]," + "[" * 100 + "]" * 101, DEEP.format(103)),
        ("[{}," + "[" * 100 + "]" * 101, DEEP.format(103)),
    ],
)  # fmt: skip
def test_what_readers_may_differ_about_is_refused(raw: bytes | str, refusal: str) -> None:
    """RFC 8259, RFC 7493."""
    with pytest.raises(Unreadable) as refused:
        read_json(raw)
    assert str(refused.value) == refusal


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("[]", "a list"), ('""', "a text"), ("true", "true or false"), ("false", "true or false"), ("1", "a number"),
        ("1.5", "a number"), ("null", "null"),
    ],
)  # fmt: skip
def test_what_is_not_an_object_is_named(raw: str, kind: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_object(raw)
    assert str(refused.value) == f"is {kind}; expected a JSON object"


def test_an_object_is_read() -> None:
    assert read_object(b'{"a": {}}') == {"a": {}}
