"""What is seen as a change, and what is noise."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from deskproof.reports.baseline.image_diff import LEVELS, PIXELS, ImageDiff, changed, difference, opened, without_random
from deskproof.reports.record.observed import Picture
from deskproof.reports.review.fingerprint import fingerprint
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
    alike = ImageDiff(tmp_path / "before", tmp_path / "after")
    x, a, b, c, gone = (Picture(path=f"{name}.jpg") for name in ("x", "a", "b", "c", "gone"))
    assert alike(x, x)
    assert alike(a, b)
    assert not alike(a, c)
    assert not alike(gone, c)


TRACKING = (0.26, 0.26, 0.74, 0.55)
BLOCKS = (16, 8, 48, 24)


def drawn(folder: Path, name: str, colour: str, spot: tuple[int, int, int, int]) -> None:
    folder.mkdir(exist_ok=True)
    image = blank()
    ImageDraw.Draw(image).rectangle(spot, fill=colour)
    image.save(folder / name)


@pytest.mark.parametrize(
    ("spot", "random", "same"),
    [
        (BLOCKS, (TRACKING,), True),
        (BLOCKS, (), False),
        ((16, 8, 50, 24), (TRACKING,), False),
        ((14, 8, 48, 24), (TRACKING,), False),
        ((16, 7, 48, 24), (TRACKING,), False),
        ((16, 8, 48, 25), (TRACKING,), False),
    ],
)
def test_what_is_random_in_a_picture_is_no_change(
    tmp_path: Path, spot: tuple[int, int, int, int], random: tuple[tuple[float, ...], ...], same: bool
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    drawn(before, "a.png", "#000000", spot)
    drawn(after, "b.png", "#ffffff", spot)
    one, other = Picture(path="a.png", random=random), Picture(path="b.png", random=random)  # type: ignore[arg-type]
    assert ImageDiff(before, after)(one, other) is same
    assert (fingerprint(without_random(before, one)) == fingerprint(without_random(after, other))) is same  # type: ignore[arg-type]


def test_a_random_spot_that_is_there_only_in_one_is_a_change(tmp_path: Path) -> None:
    drawn(tmp_path, "a.png", "#000000", BLOCKS)
    blank().save(tmp_path / "b.png")
    one, other = Picture(path="a.png", random=(TRACKING,)), Picture(path="b.png")
    assert not ImageDiff(tmp_path, tmp_path)(one, other)


def test_of_a_picture_that_cannot_be_read_nothing_lasts(tmp_path: Path) -> None:
    assert without_random(tmp_path, Picture(path="gone.jpg", random=(TRACKING,))) is None


def test_what_is_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture("outside"))
    assert opened(tmp_path / "run", "../secret.jpg") is None
    assert opened(tmp_path, "secret.jpg") is not None
