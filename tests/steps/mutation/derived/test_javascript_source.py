"""Each operator for JavaScript, on a few lines of source."""

import pytest

from deskproof.steps.mutation.derived.javascript_source import CannotParse, changes, exchanged_languages

CASES = {
    "boundary": ("const f = (a, b) => a < b;", ["a <= b"]),
    "boundary of a limit": ("const TRIES = 5;", ["TRIES = (5 + 1)"]),
    "opposite": ("const f = (a, b) => a === b;", ["a !== b"]),
    "opposite of a flag": ("const KEEP = { open: true };", ["open: false"]),
    "drop-condition": ("const f = (a, b) => a && b;", ["=> a;", "=> (b);"]),
    "negate-condition": ("function f(a) { if (a) g(); }", ["if (!((a)))", "if (!(a))"][:1]),
    "drop-statement": ("function f() { stop(); a.b = 1; }", ["{ ; a.b = 1; }", "{ stop(); ; }"]),
    "drop-return": ("function f(a) { if (a) return; g(); }", ["if (a) ; g();"]),
    "drop-field": ("const f = (a) => ({ a, b: 1 });", ["({ b: 1 })", "({ a })"]),
    "drop-row": ("const NEXT = { a: 1, c: 2 };", ["{ c: 2 }", "{ a: 1 }"]),
    "exchange-values": ("const NEXT = { a: 1, c: 2 };", ["{ a: 2, c: 1 }"]),
    "drop-listener": ("const f = () => html`<p @click=${stop}>`;", ["@click=${() => {}}"]),
    "opposite-attribute": ("const f = (a) => html`<p ?hidden=${a}>`;", ["?hidden=${!(a)}"]),
    "other-message": (
        'const f = (text) => text("a.b") + text("a.c");',
        ['text("a.c") + text("a.c")', '"a.b") + text("a.b'],
    ),
}


@pytest.mark.parametrize(("source", "expected"), CASES.values(), ids=CASES)
def test_an_operator_makes_its_changes(source: str, expected: list[str], request: pytest.FixtureRequest) -> None:
    operator = request.node.callspec.id.split(" ")[0]
    made = [
        change.applied(source.encode()).decode() for change in changes(source.encode()) if change.operator == operator
    ]
    assert len(made) == len(expected)
    for text, part in zip(made, expected, strict=True):
        list(changes(text.encode()))
        assert part in text


def test_each_message_is_tried_in_the_other_language() -> None:
    english, swedish = b'export default { "a": "Yes", "b": "OK" };', b'export default { "a": "Ja", "b": "OK" };'
    (change,) = exchanged_languages(english, swedish)
    assert change.applied(english) == b'export default { "a": "Ja", "b": "OK" };'
    assert (change.operator, change.scope) == ("other-language", "a")


def test_a_script_that_cannot_be_parsed_is_named() -> None:
    with pytest.raises(CannotParse, match="const a = ;"):
        list(changes(b"const a = ;"))
