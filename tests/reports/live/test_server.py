"""The review server: who is let in, what is taken, and what is refused."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from deskproof.reports.live.server import review_app
from deskproof.reports.record import scenario_id
from deskproof.reports.record.loading import load as load_run
from deskproof.reports.review.approvals import load
from deskproof.reports.review.desk import ReviewDesk
from deskproof.reports.text.visible import visible
from tests.reports.invented import HOSTILE, write_run

PORT = 8123
HERE = f"http://127.0.0.1:{PORT}"
TOKEN = "one-time"
PASSED = scenario_id("features/04_station.feature", "Options", "Dial Number signs in")
FAILED = scenario_id("features/04_station.feature", "Options", "A taken number is refused")
YES = {"kind": "scenario", "id": PASSED, "word": "approved", "by": "Maria Holm"}


@pytest.fixture
def desk(tmp_path: Path) -> ReviewDesk:
    write_run(tmp_path / "run")
    now = datetime(2026, 1, 15, 10, 0, 0, 500, tzinfo=UTC)
    return ReviewDesk(
        load_run(tmp_path / "run"), tmp_path / "run", tmp_path / "approvals.toml", now=lambda: now, by="Ada"
    )


@pytest.fixture
async def outside(desk: ReviewDesk) -> AsyncIterator[httpx.AsyncClient]:
    app = review_app(desk, "<p>the report</p>", "default-src 'none'", port=PORT, token=TOKEN)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=HERE) as client:
        yield client


@pytest.fixture
async def inside(outside: httpx.AsyncClient) -> httpx.AsyncClient:
    await outside.get(f"/?token={TOKEN}")
    outside.headers["Origin"] = HERE
    return outside


async def test_the_token_lets_in_once_and_leaves_a_cookie_of_this_site_only(outside: httpx.AsyncClient) -> None:
    assert (await outside.get("/")).status_code == 401
    assert (await outside.get("/?token=guessed")).status_code == 401
    let_in = await outside.get(f"/?token={TOKEN}")
    assert (let_in.status_code, let_in.headers["location"]) == (303, "/")
    cookie = let_in.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert (await outside.get("/")).text == "<p>the report</p>"
    assert (await outside.get(f"/?token={TOKEN}")).status_code == 303
    outside.cookies.clear()
    assert (await outside.get(f"/?token={TOKEN}")).status_code == 401


async def test_nothing_is_framed_kept_or_guessed(inside: httpx.AsyncClient) -> None:
    page = await inside.get("/")
    assert page.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in (await inside.get("/review-statuses")).headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}"])
async def test_another_host_name_gets_nothing_not_even_with_the_token(outside: httpx.AsyncClient, host: str) -> None:
    answer = await outside.get(f"/?token={TOKEN}", headers={"Host": host})
    assert answer.status_code == 421
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://localhost:{PORT}"},
        {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_what_another_page_sends_changes_nothing(
    inside: httpx.AsyncClient, desk: ReviewDesk, headers: dict[str, str]
) -> None:
    assert (await inside.post("/decisions", json=YES, headers=headers)).status_code == 403
    del inside.headers["Origin"]
    assert (await inside.post("/decisions", json=YES)).status_code == 403
    assert not desk.file.exists()


async def test_without_the_cookie_nothing_is_shown_or_accepted(outside: httpx.AsyncClient, desk: ReviewDesk) -> None:
    assert (await outside.get("/review-statuses")).status_code == 401
    assert (await outside.post("/decisions", json=YES, headers={"Origin": HERE})).status_code == 401
    assert not desk.file.exists()


async def test_a_decision_is_stored_bound_and_returned(inside: httpx.AsyncClient, desk: ReviewDesk) -> None:
    assert (await inside.get("/review-statuses")).json() == {"by": "Ada", "claim": {}, "scenario": {}}
    decision = (await inside.post("/decisions", json={**YES, "comment": " Good. "})).json()
    assert decision == {
        "status": "approved",
        "word": "approved",
        "by": "Maria Holm",
        "at": "2026-01-15T10:00:00Z",
        "comment": "Good.",
        "lapses": [],
    }
    entry = load(desk.file).scenarios[PASSED]
    assert entry.name == "Dial Number signs in"
    assert len(entry.bound.pictures) == 1
    assert (await inside.get("/review-statuses")).json()["scenario"] == {PASSED: decision}
    assert desk.stored == {"approved": 1}


async def test_a_change_is_asked_for_and_taken_back(inside: httpx.AsyncClient, desk: ReviewDesk) -> None:
    asked = (
        await inside.post("/decisions", json={**YES, "id": FAILED, "word": "change asked", "comment": "Why?"})
    ).json()
    assert asked["status"] == "change asked"
    taken = (await inside.post("/decisions", json={**YES, "id": FAILED, "word": "withdrawn"})).json()
    assert taken["status"] == "none"
    assert load(desk.file).scenarios == {}


async def test_a_claim_is_bound_to_its_scenarios(inside: httpx.AsyncClient, desk: ReviewDesk) -> None:
    assert (await inside.post("/decisions", json={**YES, "kind": "claim", "id": "AD-001"})).json()[
        "status"
    ] == "approved"
    assert PASSED in load(desk.file).claims["AD-001"].scenarios


async def test_a_hostile_comment_is_stored_and_shown_as_text(inside: httpx.AsyncClient, desk: ReviewDesk) -> None:
    harm = HOSTILE.replace("\ud800", "").strip()
    answer = await inside.post("/decisions", json={**YES, "comment": harm, "by": harm[:100]})
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["comment"] == visible(harm)
    assert load(desk.file).scenarios[PASSED].comment == harm


@pytest.mark.parametrize(
    ("decision", "status", "said"),
    [
        ({**YES, "id": "nobody"}, 404, "This run has no scenario nobody."),
        ({**YES, "kind": "claim"}, 404, f"This run has no claim {PASSED}."),
        ({**YES, "id": FAILED}, 409, "Only a scenario that passed and a claim that is proven can be approved."),
        ({**YES, "kind": "claim", "id": "AD-002"}, 409, "Only a scenario that passed"),
        ({**YES, "by": " "}, 422, "Say who you are, in at most 120 characters."),
        ({**YES, "comment": "x" * 4001}, 422, "A comment has at most 4000 characters."),
        ({**YES, "word": "perhaps"}, 422, "The decision was not understood (word)."),
        ({**YES, "text": "00"}, 422, "The decision was not understood (text)."),
        ([], 422, "The decision was not understood (the JSON)."),
        ({**YES, "comment": "x" * 70_000}, 413, "That is too long."),
    ],
)
async def test_what_does_not_fit_is_refused_in_one_sentence(
    inside: httpx.AsyncClient, desk: ReviewDesk, decision: object, status: int, said: str
) -> None:
    answer = await inside.post("/decisions", json=decision)
    assert answer.status_code == status
    assert said in answer.json()["en"]
    assert answer.json()["sv"]
    assert not desk.file.exists()


async def test_what_is_no_json_is_refused(inside: httpx.AsyncClient) -> None:
    assert (
        await inside.post("/decisions", content="{", headers={"Content-Type": "application/json"})
    ).status_code == 422
    assert (await inside.post("/decisions", content="{}", headers={"Content-Type": "text/plain"})).status_code == 415
    assert (await inside.post("/decisions", data={"kind": "claim"})).status_code == 415
    assert (await inside.get("/decisions")).status_code == 405
    assert (await inside.get("/../approvals.toml")).status_code == 404


async def test_a_file_that_cannot_be_read_is_reported_and_left_alone(
    inside: httpx.AsyncClient, desk: ReviewDesk
) -> None:
    desk.file.write_text("[scenario\n")
    for answer in (await inside.get("/review-statuses"), await inside.post("/decisions", json=YES)):
        assert answer.status_code == 409
        assert "is not TOML" in answer.json()["en"]
    assert desk.file.read_text() == "[scenario\n"
