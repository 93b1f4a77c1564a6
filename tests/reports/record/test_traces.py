"""What a trace gives away is hidden in all of it; what is left is still a trace."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from deskproof.reports.record.mask import Mask
from deskproof.reports.record.traces import joined, masked

WRONG = "not-the-password"


def lines(*values: object) -> bytes:
    return "".join(f"{json.dumps(value)}\n" for value in values).encode()


def header(name: str, value: str) -> dict[str, object]:
    return {"type": "resource-snapshot", "snapshot": {"request": {"headers": [{"name": name, "value": value}]}}}


@pytest.mark.parametrize(
    ("members", "secret"),
    [
        ({"resources/a.dat": b"username=ada&password=not-the-password"}, WRONG),
        ({"resources/a.json": b'{"username": "ada", "password": "not-the-password"}'}, WRONG),
        ({"trace.trace": lines({"html": ["INPUT", {"type": "password", "__playwright_value_": WRONG}]})}, WRONG),
        ({"trace.trace": lines({"html": ["INPUT", {"name": "code", "__playwright_value_": "428913"}]})}, "428913"),
        ({"trace.network": lines({"postData": {"params": [{"name": "password", "value": WRONG}]}})}, WRONG),
        ({"trace.network": lines({"postData": {"text": "a=b&password=not-the-password"}})}, WRONG),
        ({"trace.network": lines(header("Authorization", "Bearer abc.def"))}, "abc.def"),
        ({"trace.network": lines(header("Set-Cookie", "session=zyxwvu; Path=/; HttpOnly"))}, "zyxwvu"),
        ({"trace.network": lines({"cookies": [{"name": "session", "value": "zyxwvu"}]})}, "zyxwvu"),
        ({"trace.network": lines({"queryString": [{"name": "code", "value": "qwerty-code"}]})}, "qwerty-code"),
        ({"resources/a.jsonl": lines({"data": json.dumps({"token": "t0ken-value"})})}, "t0ken-value"),
    ],
)
def test_a_secret_is_hidden_where_it_was_given_and_everywhere_else(members: dict[str, bytes], secret: str) -> None:
    elsewhere = {
        "0-trace.trace": lines({"type": "log", "message": f'  fill("{secret}")'}),
        "resources/page.html": f"<p>{secret}</p>".encode(),
        "resources/style.css": f"/* {secret} */".encode(),
        "resources/picture": b"\xff\xd8 " + secret.encode(),
    }
    spread = {} if any(name.endswith(".jsonl") for name in members) else elsewhere  # a text in a text stays by itself
    clean = masked({**members, **spread}, Mask())
    assert [name for name, data in clean.items() if secret.encode() in data] == []
    assert set(clean) == {*members, *spread}


def test_what_the_record_knows_is_hidden_too() -> None:
    clean = masked({"resources/a.bin": b"\xff\x00raven-81\x00"}, Mask(["raven-81"]))
    assert clean == {"resources/a.bin": b"\xff\x00***\x00"}


@pytest.mark.parametrize(
    "value",
    [
        {"code": "AGENT_SESSION_ALREADY_EXISTS", "message": "Signed in elsewhere."},
        {"type": "before", "startTime": 1795409692464.9429, "params": {"name": "email", "value": "ada"}},
        {"html": ["INPUT", {"type": "text", "name": "dn", "__playwright_value_": "2015532447"}]},
    ],
)  # fmt: skip
def test_evidence_stays(value: object) -> None:
    assert json.loads(masked({"trace.trace": lines(value)}, Mask())["trace.trace"]) == value


def test_a_short_secret_is_not_looked_for_elsewhere() -> None:
    members = {"resources/a.dat": b"password=a", "resources/b.html": b"<p>a page"}
    assert masked(members, Mask()) == {"resources/a.dat": b"password=***", "resources/b.html": b"<p>a page"}


def browser(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, data in members.items():
            file.writestr(name.replace("_", "."), data)
        file.writestr("resources/shared.css", b"p{}")
    return path


def test_several_browsers_are_one_trace(tmp_path: Path) -> None:
    two = [browser(tmp_path / f"{name}.zip", trace_trace=lines({"of": name})) for name in ("ada", "bo")]
    data = joined(two, Mask())
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == ["0-trace.trace", "resources/shared.css", "1-trace.trace"]
        assert json.loads(file.read("1-trace.trace")) == {"of": "bo"}
    assert joined(two, Mask()) == data


def test_what_is_no_trace_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "torn.zip").write_bytes(b"PK\x03\x04torn")
    assert joined([tmp_path / "torn.zip", tmp_path / "missing.zip"], Mask()) is None
