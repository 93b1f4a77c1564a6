"""`deskproof report`: renders again, and says what is wrong with a folder that has no record."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from deskproof.steps.cli import main
from tests.reports.invented import write_run

ROOT = Path(__file__).parents[4]


def test_it_renders_a_run_again(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    made = CliRunner().invoke(main, ["report", str(tmp_path / "run")])
    assert made.exit_code == 0, made.output
    assert "The product failed one scenario." in made.output
    assert (tmp_path / "run" / "report.html").is_file()


def test_a_folder_without_a_record_is_one_sentence_and_exit_status_2(tmp_path: Path) -> None:
    refused = CliRunner().invoke(main, ["report", str(tmp_path)])
    assert refused.exit_code == 2
    assert "holds no events-*.ndjson" in refused.output
    assert "Traceback" not in refused.output


@pytest.fixture
def review(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """`deskproof report --review` of a run, in a folder of its own."""
    write_run(tmp_path / "run")
    call = [sys.executable, "-c", "from deskproof.steps.cli import main; main()", "report", "run", "--review"]
    with subprocess.Popen(
        call,
        cwd=tmp_path,
        env={**os.environ, "GIT_CONFIG_GLOBAL": str(tmp_path / "gitconfig")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def address(review: subprocess.Popen[str]) -> str:
    assert review.stdout is not None
    for line in review.stdout:
        if found := re.search(r"Review at (\S+)", line):
            return found[1]
    raise AssertionError(review.wait())


def ended(review: subprocess.Popen[str]) -> str:
    """What it says when Ctrl-C ends it; it ends well."""
    assert review.stdout is not None
    review.send_signal(signal.SIGINT)
    said = review.stdout.read()
    assert review.wait(60) == 0, said
    return said


def test_a_review_tells_its_address_and_at_ctrl_c_what_was_stored(
    review: subprocess.Popen[str], tmp_path: Path
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n\tname = Maria Holm\n")
    way_in = address(review)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", way_in)
    home = way_in.partition("/?")[0]
    with httpx.Client(follow_redirects=True, headers={"Origin": home}) as browser:
        page = browser.get(way_in)
        assert "connect-src 'self'" in page.headers["content-security-policy"]
        assert 'data-review="live"' in page.text
        by = browser.get(f"{home}/review-statuses").json()["by"]
        assert by == "Maria Holm"
        claim = {"kind": "claim", "id": "AD-001", "word": "approved", "by": by}
        assert browser.post(f"{home}/decisions", json=claim).json()["status"] == "approved"
    assert ended(review).endswith("\n1 decision stored in approvals.toml (1 approved); commit it.\n")
    assert "[claim.AD-001]" in (tmp_path / "approvals.toml").read_text()


def test_a_review_without_a_decision_leaves_no_file(review: subprocess.Popen[str], tmp_path: Path) -> None:
    address(review)
    assert ended(review).endswith("\nNothing was decided; approvals.toml is as it was.\n")
    assert not (tmp_path / "approvals.toml").exists()


def test_a_review_that_cannot_be_held_is_one_sentence(tmp_path: Path) -> None:
    write_run(tmp_path / "run")
    (tmp_path / "approvals.toml").write_text("[scenario\n")
    refused = CliRunner().invoke(
        main, ["report", str(tmp_path / "run"), "--review", "--approvals", str(tmp_path / "approvals.toml")]
    )
    assert refused.exit_code == 2
    assert "is not TOML" in refused.output
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        arguments = ["report", str(tmp_path / "run"), "--review", "--approvals", str(tmp_path / "other.toml")]
        refused = CliRunner().invoke(main, [*arguments, "--port", str(taken.getsockname()[1])])
    assert refused.exit_code == 2
    assert "cannot be used (Address already in use); leave out --port." in refused.output
