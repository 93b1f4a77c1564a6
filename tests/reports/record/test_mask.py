"""What is masked, in every form a secret takes, and what is left because it is evidence."""

import json

import pytest

from deskproof.reports.record.mask import Mask

SECRET = 'hem"ligt & långt lösenord'


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        json.dumps(SECRET),
        json.dumps(SECRET, ensure_ascii=False),
        "hem%22ligt%20%26%20l%C3%A5ngt%20l%C3%B6senord",
        "hem%22ligt+%26+l%C3%A5ngt+l%C3%B6senord",
        "hem&quot;ligt &amp; långt lösenord",
    ],
)
def test_a_known_secret_is_masked_in_every_form(text: str) -> None:
    assert Mask([SECRET]).text(f"before {text} after").replace('"', "") == "before *** after"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Authorization: Bearer abcdef.ghi_jkl", "Authorization: Bearer ***"),
        ("token eyJhbGciOi.eyJzdWIi.c2lnbmF0dXI here", "token *** here"),
        ("Authorization: Basic YWRhOnB3", "Authorization: Basic ***"),
        ("password=a%20b&username=ada", "password=***&username=ada"),
        ("/signed-in?code=abc&state=xyz", "/signed-in?code=***&state=xyz"),
        ('{"password": "a\\"b", "x": 1}', '{"password": "***", "x": 1}'),
        ('{"code": "482913"}', '{"code": "***"}'),
        ("Set-Cookie: session=abc; HttpOnly", "Set-Cookie: ***"),
        ("code_verifier=abc", "code_verifier=***"),
        (r"a=ice-ufrag:dP0W\r\na=ice-pwd:1lGB+s/4m\r\na=x", r"a=ice-ufrag:dP0W\r\na=ice-pwd:***\r\na=x"),
    ],
)
def test_what_is_secret_by_its_form_is_masked(text: str, masked: str) -> None:
    assert Mask().text(text) == masked


def test_json_within_json_is_masked_too() -> None:
    inner = json.dumps({"password": 'a"b\\c', "user": "ada"})
    masked = json.loads(Mask().text(json.dumps({"body": inner})))
    assert json.loads(masked["body"]) == {"password": "***", "user": "ada"}


@pytest.mark.parametrize(
    "text",
    ['{"code": "DUPLICATE_LOCATION"}', "the password page", "a decoder=x", "keyboard", "barcode 12", "Basic layout"],
)
def test_what_is_no_secret_is_left(text: str) -> None:
    assert Mask().text(text) == text


def test_a_short_secret_is_masked_only_where_it_stands_alone() -> None:
    mask = Mask(["482913", ""])
    assert mask.text("code 482913, not a482913b or 14829130") == "code ***, not a482913b or 14829130"


def test_what_holds_the_record_together_is_not_touched() -> None:
    line = {"id": "x-482913", "status": "passed", "text": "482913", "steps": [{"text": "code 482913"}]}
    assert Mask(["482913"]).value(line) == {
        "id": "x-482913",
        "status": "passed",
        "text": "***",
        "steps": [{"text": "code ***"}],
    }


def test_masking_twice_changes_nothing() -> None:
    mask = Mask([SECRET])
    once = mask.text(f"Bearer abcdefgh password=x {SECRET}")
    assert mask.text(once) == once
