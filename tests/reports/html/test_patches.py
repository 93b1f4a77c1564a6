"""What a picture needs of its own: nothing, the parts that differ, or everything."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from deskproof.reports.html.patches import Box, Drawing, drawings

SIZE = (640, 400)
PAPER = (244, 246, 250)


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[Callable[..., list[Drawing]]]:
    """Saves pictures, each given as the rectangles on it with their colours, and returns their drawings."""
    with ThreadPoolExecutor() as pool:

        def draw(*pictures: dict[Box, str], size: tuple[int, int] = SIZE) -> list[Drawing]:
            names = tuple(f"{number}.jpg" for number in range(len(pictures)))
            for name, rectangles in zip(names, pictures, strict=True):
                picture = Image.new("RGB", size, PAPER)
                for box, colour in rectangles.items():
                    ImageDraw.Draw(picture).rectangle(box, fill=colour)
                picture.save(tmp_path / name, quality=60)
            return list(drawings(tmp_path, names, pool))

        yield draw


def test_the_first_is_kept_whole(drawn: Callable[..., list[Drawing]]) -> None:
    assert drawn({}) == [Drawing(path="0.jpg", width=640, height=400, under=None, boxes=((0, 0, 640, 400),))]


def test_one_that_looks_like_another_needs_nothing(drawn: Callable[..., list[Drawing]]) -> None:
    assert drawn({}, {})[1] == Drawing(path="1.jpg", width=640, height=400, under="0.jpg", boxes=())


def test_where_a_part_differs_it_is_kept_on_the_grid_with_a_margin(drawn: Callable[..., list[Drawing]]) -> None:
    assert drawn({}, {(100, 50, 139, 69): "navy"})[1].boxes == ((80, 32, 160, 96),)


def test_parts_far_from_each_other_are_kept_apart(drawn: Callable[..., list[Drawing]]) -> None:
    changed = {(100, 50, 110, 60): "navy", (300, 350, 310, 360): "navy"}
    assert [box[1:4:2] for box in drawn({}, changed)[1].boxes] == [(32, 80), (320, 384)]


def test_a_part_at_the_edge_ends_with_the_picture(drawn: Callable[..., list[Drawing]]) -> None:
    before, after = drawn({}, {(600, 440, 629, 449): "navy"}, size=(630, 450))
    assert (before.under, after.under) == (None, "0.jpg")
    assert after.boxes[0][2:] == (630, 450)


def test_a_colour_as_dark_as_the_one_before_differs(drawn: Callable[..., list[Drawing]]) -> None:
    place = (100, 50, 139, 69)
    greys = [Image.new("RGB", (1, 1), colour).convert("L").getpixel((0, 0)) for colour in ("#ff0000", "#008100")]
    assert greys[0] == greys[1]
    assert drawn({place: "#ff0000"}, {place: "#008100"})[1].area > 0


def test_one_that_differs_in_most_is_kept_whole(drawn: Callable[..., list[Drawing]]) -> None:
    assert drawn({}, {(0, 0, 640, 200): "navy"})[1].under is None


def test_it_is_drawn_upon_the_one_that_differs_least(drawn: Callable[..., list[Drawing]]) -> None:
    half: dict[Box, str] = {(0, 0, 640, 200): "navy"}
    assert [one.under for one in drawn({}, half, {**half, (300, 300, 320, 320): "navy"})] == [None, None, "1.jpg"]


def test_pictures_of_other_sizes_are_not_compared(drawn: Callable[..., list[Drawing]], tmp_path: Path) -> None:
    drawn({})
    Image.new("RGB", (640, 416), PAPER).save(tmp_path / "tall.jpg", quality=60)
    with ThreadPoolExecutor() as pool:
        assert [one.under for one in drawings(tmp_path, ("0.jpg", "tall.jpg"), pool)] == [None, None]


def test_no_more_than_six_lie_on_one_another(drawn: Callable[..., list[Drawing]]) -> None:
    steps = [{(20 * n, 20, 20 * n + 9, 29): "navy" for n in range(count)} for count in range(10)]
    under = {one.path: one.under for one in drawn(*steps)}

    def layers(path: str) -> int:
        below = under[path]
        return 1 + (layers(below) if below else 0)

    assert max(map(layers, under)) == 6
    assert list(under.values()).count(None) == 1
