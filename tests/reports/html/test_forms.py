"""Short forms, and what has not the expected shape."""

from deskproof.reports.html.forms import clip, duration, instant, linkable, place


def test_short_forms() -> None:
    assert [duration(each) for each in (4.4, 1200, 185_000)] == ["4 ms", "1.2 s", "3 min 5 s"]
    assert instant("2026-01-15T09:00:00.123Z") == "2026-01-15 09:00:00 UTC"
    assert instant("") == ""
    assert place("http://t-0001.localhost:1/task?x=1") == "/task?x=1"
    assert place("http://id.t-0001.localhost:1/") == "id · /"
    assert place("http://[broken") == "http://[broken"
    assert place("blob") == "blob"
    assert len(clip("x" * 9000)) == 3000


def test_only_a_trace_of_the_run_is_an_address() -> None:
    assert linkable("traces/sign-in-1a2b-1.zip")
    for trace in ("javascript:alert(1)", "traces/../../x.zip", "https://example.com/traces/x.zip", "traces/x.html"):
        assert not linkable(trace)
