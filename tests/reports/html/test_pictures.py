"""Pictures: each once, as taken while they fit, smaller where they do not, and never an error."""

import base64
import io
from pathlib import Path

from PIL import Image

from deskproof.reports.html.pictures import Size, paths, shown
from deskproof.reports.record.loading import load
from tests.reports.invented import picture, write_run


def save(folder: Path, *texts: str) -> tuple[str, ...]:
    for text in texts:
        (folder / f"{text}.jpg").write_bytes(picture(text, (1600, 1000)))
    return tuple(f"{text}.jpg" for text in texts)


def opened(uri: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(uri.partition(",")[2])))


def test_pictures_that_fit_go_in_as_they_were_taken(tmp_path: Path) -> None:
    names = save(tmp_path, "a")
    one = shown(tmp_path, names)["a.jpg"]
    assert (one.width, one.height) == (1600, 1000)
    assert one.data.startswith("data:image/jpeg;base64,")
    assert base64.b64decode(one.data.partition(",")[2]) == (tmp_path / "a.jpg").read_bytes()


def test_pictures_that_do_not_fit_are_made_smaller(tmp_path: Path) -> None:
    names = save(tmp_path, "a", "b")
    sizes = (Size(width=800, quality=60, budget=10), Size(width=400, quality=50, budget=10**6))
    made = shown(tmp_path, names, as_taken=100, sizes=sizes)
    assert [(item.width, item.height) for item in made.values()] == [(400, 250), (400, 250)]
    assert opened(made["a.jpg"].data).format == "WEBP"


def test_what_would_be_too_much_is_left_out_from_the_end(tmp_path: Path) -> None:
    names = save(tmp_path, "a", "b", "c")
    one = len(base64.b64decode(shown(tmp_path, ["a.jpg"], as_taken=0)["a.jpg"].data.partition(",")[2]))
    sizes = (Size(width=1280, quality=60, budget=one * 5 // 2),)
    assert list(shown(tmp_path, names, as_taken=0, sizes=sizes)) == ["a.jpg", "b.jpg"]


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
