"""The body of a request to the control plane: JSON objects are read strictly, anything else is refused."""

import json

import httpx
import pytest


def _too_deep(character: int) -> str:
    return (
        f"The body nests more than 100 objects and lists within each other, from character {character} on; "
        "expected at most 100."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"seed": 1, "x": "\xff"}', "The body is not UTF-8 (byte 0xff at 18); expected JSON in UTF-8."),
        (b'{"seed": \xc3}', "The body is not UTF-8 (byte 0xc3 at 9); expected JSON in UTF-8."),
        ('{"seed": 1}'.encode("utf-16"), "The body is not UTF-8 (byte 0xff at 0); expected JSON in UTF-8."),
        (
            b'\xef\xbb\xbf{"seed": 1}',
            "The body begins with a byte order mark; expected JSON in UTF-8 without one.",
        ),
        (
            b'{"changes": ' + b"[" * 100_000,
            _too_deep(111),
        ),
        (
            b'{"changes": ' + b'{"a":' * 100 + b"1" + b"}" * 101,
            _too_deep(507),
        ),
        (b'{"seed": NaN}', "The body has NaN, which JSON does not know; expected a number."),
        (b'{"seed": -Infinity}', "The body has -Infinity, which JSON does not know; expected a number."),
        (b'{"seed": 1e999}', "The body has the number 1e999, which is too large; expected one that a double holds."),
        (
            b'{"seed": ' + b"9" * 5_000 + b"}",
            "The body has a number of thousands of digits; expected one that a double holds.",
        ),
        (
            b'{"seed": 1, "seed": 2}',
            'The body has the member "seed" more than once in one object; expected each name once.',
        ),
        (
            b'{"changes": {"people": [{"key": "a", "\\u006bey": "b"}]}}',
            'The body has the member "key" more than once in one object; expected each name once.',
        ),
        (
            b'{"blueprint": "\\ud800"}',
            "The body has half a character (\\ud800) in a text; expected both halves or neither.",
        ),
        (b"standard", "The body is not JSON (Expecting value at character 0); expected an object."),
        (b"{} {}", "The body is not JSON (Extra data at character 3); expected an object."),
        (b"   ", "The body is not JSON (Expecting value at character 3); expected an object."),
        (b'"standard"', "The body is a text; expected a JSON object."),
        (b"true", "The body is true or false; expected a JSON object."),
        (b"7", "The body is a number; expected a JSON object."),
        (b"null", "The body is null; expected a JSON object."),
        (b"[{}]", "The body is a list; expected a JSON object."),
    ],
)
@pytest.mark.parametrize("path", ["/tenants", "/tenants/t-0001/clock/freeze", "/tenants/t-0001/facts/wait"])
async def test_an_ambiguous_or_invalid_body_is_refused_with_a_sentence(
    plane: httpx.AsyncClient, path: str, content: bytes, sentence: str
) -> None:
    answer = await plane.post(path, content=content, headers={"Content-Type": "application/json; charset=utf-8"})
    assert (answer.status_code, answer.json()) == (422, {"error": sentence})


async def test_brackets_in_strings_and_surrogate_pairs_are_read(plane: httpx.AsyncClient) -> None:
    name = '[{"\\' * 200 + "😀"
    changes = {"teams": [{"key": "odd", "name": name}]}
    answer = await plane.post(
        "/tenants", content=json.dumps({"changes": changes}), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 201, answer.text
    document = (await plane.get("/tenants/t-0001/configuration")).json()
    assert document["teams"][-1]["name"] == name


@pytest.mark.parametrize(
    ("content_type", "seen"),
    [
        (None, "sent without a Content-Type"),
        ("application/x-www-form-urlencoded", 'sent as "application/x-www-form-urlencoded"'),
        ("text/plain; charset=utf-8", 'sent as "text/plain"'),
    ],
)
async def test_a_body_of_another_type_is_refused(plane: httpx.AsyncClient, content_type: str | None, seen: str) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    answer = await plane.post("/tenants", content=b'{"seed": 1}', headers=headers)
    expected = f"The body is {seen}; expected a JSON object with the header Content-Type: application/json."
    assert (answer.status_code, answer.json()) == (422, {"error": expected})
