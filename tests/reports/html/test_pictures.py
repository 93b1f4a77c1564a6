"""Pictures: each once, as taken while they fit, in parts and smaller where they do not, and never an error."""

import base64
import io
from dataclasses import replace
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from deskproof.reports.html import render
from deskproof.reports.html.pictures import Shown, Size, paths, shown
from deskproof.reports.record.loading import load
from deskproof.reports.record.observed import Evidence, Picture
from tests.reports.invented import picture, write_run
from tests.reports.runs import result, run_of


def save(folder: Path, *texts: str, size: tuple[int, int] = (1600, 1000)) -> tuple[str, ...]:
    for text in texts:
        (folder / f"{text}.jpg").write_bytes(picture(text, size))
    return tuple(f"{text}.jpg" for text in texts)


def parts(one: Shown) -> list[tuple[str, Image.Image]]:
    """The place and size of each part, and the part."""
    lines = (line.rpartition(" ") for line in one.data.split("\n"))
    return [(place, Image.open(io.BytesIO(base64.b64decode(uri.partition("base64,")[2])))) for place, _, uri in lines]


def test_pictures_that_fit_go_in_as_they_were_taken(tmp_path: Path) -> None:
    names = save(tmp_path, "a", "b")
    one = shown(tmp_path, names)["b.jpg"]
    assert (one.width, one.height, one.under) == (1600, 1000, None)
    assert one.data.startswith("0 0 1600 1000 data:image/jpeg;base64,")
    assert base64.b64decode(one.data.partition(",")[2]) == (tmp_path / "b.jpg").read_bytes()


def test_otherwise_one_that_is_like_another_becomes_the_parts_that_differ(tmp_path: Path) -> None:
    names = save(tmp_path, "a", "b")
    first, second = shown(tmp_path, names, as_taken=0).values()
    assert first.data.startswith("0 0 1600 1000 data:image/jpeg;base64,")
    assert second.under == first.key
    assert [(place, part.format, part.size) for place, part in parts(second)] == [("32 32 32 32", "JPEG", (32, 32))]


def test_pictures_that_look_the_same_share_one(tmp_path: Path) -> None:
    save(tmp_path, "a")
    (tmp_path / "b.jpg").write_bytes((tmp_path / "a.jpg").read_bytes() + b"\0")
    first, second = shown(tmp_path, ["a.jpg", "b.jpg"], as_taken=0).values()
    assert first == second


def test_pictures_that_do_not_fit_are_made_smaller(tmp_path: Path) -> None:
    names = save(tmp_path, "a", "b")
    sizes = (Size(width=800, quality=60, budget=10), Size(width=400, quality=50, budget=10**6))
    made = shown(tmp_path, names, as_taken=100, sizes=sizes)
    assert [(item.width, item.height) for item in made.values()] == [(1600, 1000)] * 2
    found = [(place, part.format, part.size) for one in made.values() for place, part in parts(one)]
    assert found == [("0 0 1600 1000", "WEBP", (400, 250)), ("32 32 32 32", "WEBP", (8, 8))]


def test_what_would_be_too_much_is_left_out_from_the_end(tmp_path: Path) -> None:
    names = [name for number, text in enumerate("abc") for name in save(tmp_path, text, size=(1600, 1000 + number))]
    taken = (tmp_path / "a.jpg").stat().st_size
    sizes = (Size(width=1280, quality=None, budget=taken * 5 // 2),)
    assert list(shown(tmp_path, names, as_taken=0, sizes=sizes)) == ["a.jpg", "b.jpg"]


def test_with_a_picture_those_upon_it_are_left_out(tmp_path: Path) -> None:
    names = save(tmp_path, "a", "b")
    sizes = (Size(width=1280, quality=None, budget=(tmp_path / "a.jpg").stat().st_size - 1),)
    assert shown(tmp_path, names, as_taken=0, sizes=sizes) == {}


def test_a_picture_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "torn.jpg").write_bytes(picture("torn")[:500])
    (tmp_path / "run" / "text.jpg").write_text("no picture")
    (tmp_path / "secret.jpg").write_bytes(picture("outside"))
    expected = ("torn.jpg", "text.jpg", "missing.jpg", "../secret.jpg")
    assert shown(tmp_path / "run", expected, as_taken=0) == {}
    assert set(shown(tmp_path / "run", expected)) <= {"torn.jpg"}


def test_those_of_scenarios_that_did_not_pass_come_first_and_each_once(tmp_path: Path) -> None:
    write_run(tmp_path)
    assert len(paths(load(tmp_path))) == 1


def test_in_parts_a_picture_looks_as_it_was_taken(browser: Browser, tmp_path: Path) -> None:
    names = save(tmp_path, "Task", "Task 1", "Task 1, 2", size=(640, 400))
    one = result("s")
    step = replace(one.steps[0], evidence=Evidence(pictures=tuple(Picture(path=name) for name in names)))
    made = shown(tmp_path, names, as_taken=0)
    assert [item.under for item in made.values()] == [None, "p0", "p1"]
    file = tmp_path / "report.html"
    file.write_text(render(run_of(replace(one, steps=(step,))), made), encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{file.as_uri()}#s")
    page.locator(".thumb img[src]").nth(2).wait_for()
    for number, name in enumerate(names):
        taken = base64.b64encode((tmp_path / name).read_bytes()).decode()
        differing = page.locator(".thumb img").nth(number).evaluate(DIFFERENCE, f"data:image/jpeg;base64,{taken}")
        assert differing <= 16
    page.close()


DIFFERENCE = """async (image, taken) => {
  const pixels = async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [shown, expected] = [await pixels(image.src), await pixels(taken)];
  if (shown.length !== expected.length) return 255;
  return shown.reduce((most, level, index) => Math.max(most, Math.abs(level - expected[index])), 0);
}"""
"""The largest difference between a picture of the page and one given as a data URI, in levels of 255."""
