"""What is seen as a change, and what is noise."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from reports.likeness import LEVELS, PIXELS, Likeness, changed, difference, opened
from tests.reports.invented import picture


def blank(size: tuple[int, int] = (64, 40)) -> Image.Image:
    return Image.new("RGB", size, (200, 200, 200))


def dotted(count: int, level: int) -> Image.Image:
    image = blank()
    for x in range(count):
        image.putpixel((x, 3), (200, 200, level))
    return image


@pytest.mark.parametrize(
    ("count", "levels", "seen"),
    [(PIXELS, LEVELS + 1, True), (PIXELS - 1, 200, False), (60, LEVELS, False), (60, LEVELS + 1, True)],
)
def test_so_many_pixels_must_differ_by_so_much(count: int, levels: int, seen: bool) -> None:
    assert changed(blank(), dotted(count, 200 - levels)) is seen


def test_another_size_is_a_change_and_has_a_difference() -> None:
    assert changed(blank(), blank((64, 41)))
    assert difference(blank((80, 20)), blank()).size == (64, 40)


def test_the_difference_marks_what_changed_and_pales_the_rest() -> None:
    after = blank()
    ImageDraw.Draw(after).rectangle((10, 10, 30, 20), fill="#000000")
    marked = difference(blank(), after)
    assert marked.getpixel((20, 15)) == (208, 32, 48)
    assert min(marked.getpixel((60, 38))) > 220  # type: ignore[arg-type]


def test_files_are_compared_by_name_first_and_by_look_then(tmp_path: Path) -> None:
    for folder in ("before", "after"):
        (tmp_path / folder).mkdir()
    (tmp_path / "before" / "a.jpg").write_bytes(picture("Task page"))
    (tmp_path / "after" / "b.jpg").write_bytes(picture("Task page") + b"\0")
    (tmp_path / "after" / "c.jpg").write_bytes(picture("Task pages"))
    alike = Likeness(tmp_path / "before", tmp_path / "after")
    assert alike("x.jpg", "x.jpg")
    assert alike("a.jpg", "b.jpg")
    assert not alike("a.jpg", "c.jpg")
    assert not alike("gone.jpg", "c.jpg")


def test_what_is_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture("outside"))
    assert opened(tmp_path / "run", "../secret.jpg") is None
    assert opened(tmp_path, "secret.jpg") is not None
