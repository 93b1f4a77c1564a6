"""The sentence for what could not be written: what is missing, why, whose fault it is, and what to do."""

import errno
from pathlib import Path

import pytest

from deskproof.reports.formats.failures import Failed, sentences

FULL = OSError(errno.ENOSPC, "No space left on device")


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_a_fault_of_the_harness_is_reported_as_such_with_its_place() -> None:
    failed = Failed(what="junit.xml", error=raised(KeyError("status")))
    (sentence,) = sentences([failed], Path("/runs/one"))
    assert sentence == (
        "junit.xml was not written: KeyError: 'status' (test_failures.py, line 15); a fault of Deskproof, not of the "
        "product; once it is fixed, 'deskproof report /runs/one' writes what is missing."
    )


def test_a_fault_of_others_names_their_package() -> None:
    failed = Failed(what="a.csv", error=ValueError("no comma"), owner="acme-reports")
    (sentence,) = sentences([failed], Path.cwd() / "out" / "one")
    assert sentence == (
        "a.csv was not written: ValueError: no comma; fix or uninstall the package acme-reports, then "
        "'deskproof report out/one' writes what is missing."
    )


def test_what_found_no_room_is_one_sentence() -> None:
    failed = [Failed(what=name, error=FULL) for name in ("report.html", "run.json")]
    (sentence,) = sentences(failed, Path("/runs/one"))
    assert sentence == (
        "report.html, run.json were not written: OSError: No space left on device; make room or allow writing there, "
        "then 'deskproof report /runs/one' writes what is missing."
    )


@pytest.mark.parametrize("message", ["two\nlines", "x" * 5000])
def test_a_message_is_one_line_of_a_bearable_length(message: str) -> None:
    (sentence,) = sentences([Failed(what="a.csv", error=ValueError(message))], Path("/runs/one"))
    assert "\n" not in sentence
    assert len(sentence) < 600
