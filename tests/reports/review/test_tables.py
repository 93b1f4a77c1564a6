"""The lines of a file of many tables: what changes and what stays."""

from deskproof.reports.review import tables

FILE = """# What this is.

# Maria is away in March.
[scenario.b]
word = "approved"
# asked on the phone
text = "1"

[scenario."a b"] # odd, but it happens
word = "approved"
"""


def test_nothing_changes_but_the_table_that_does() -> None:
    blocks = tables.changed(tables.parted(FILE), "scenario", "b", ['word = "change asked"'])
    assert tables.joined(blocks) == (
        "# What this is.\n\n"
        '[scenario."a b"] # odd, but it happens\nword = "approved"\n\n'
        "# Maria is away in March.\n# asked on the phone\n[scenario.b]\n"
        'word = "change asked"\n'
    )


def test_a_table_comes_to_its_place_and_goes() -> None:
    more = tables.changed(tables.parted(FILE), "claim", "AD-001", ['text = "x"'])
    assert [(item.kind, item.id) for item in more] == [
        ("", ""),
        ("claim", "AD-001"),
        ("scenario", "a b"),
        ("scenario", "b"),
    ]
    assert '[claim.AD-001]\ntext = "x"\n' in tables.joined(more)
    assert "scenario.b" not in tables.joined(tables.changed(more, "scenario", "b", None))


def test_the_line_of_a_place() -> None:
    assert tables.line_of(FILE, ("scenario", "b", "text")) == 7
    assert tables.line_of(FILE, ("scenario", "b", "by")) == 4
    assert tables.line_of(FILE, ("scenario", "a b", "word")) == 10
    assert tables.line_of(FILE, ("scenario", "c", "word")) is None
    assert tables.line_of(FILE, ("other",)) is None


def test_texts_are_written_on_one_line() -> None:
    assert tables.quoted('two\nlines, "quoted" \x7f \ud800 ö') == '"two\\nlines, \\"quoted\\" \\u007f ? ö"'
    assert tables.listed(("a", "b")) == '["a", "b"]'
