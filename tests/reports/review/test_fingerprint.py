"""Two pictures look the same, or not, by what is kept of them."""

import io
import math

import pytest
from PIL import Image, ImageDraw, ImageFont

from deskproof.reports.review.fingerprint import TOLERANCE, alike, distance, fingerprint


def screen(button: str = "Submit", *, heading: str = "Station Credentials", colour: str = "#0b6375") -> Image.Image:
    """A page as a desktop has it: text in several sizes, a field and a button."""
    page = Image.new("RGB", (1280, 900), "#f1f5f8")
    draw = ImageDraw.Draw(page)
    draw.rounded_rectangle((384, 99, 896, 629), 12, fill="white", outline="#c4ccd2")
    draw.text((430, 130), heading, fill="#101820", font=ImageFont.load_default(24))
    for row in range(6):
        draw.text(
            (430, 190 + 60 * row),
            f"Line {row} of what the agent reads",
            fill="#33404a",
            font=ImageFont.load_default(15),
        )
    draw.rounded_rectangle((760, 570, 880, 610), 8, fill=colour)
    draw.text((790, 580), button, fill="white", font=ImageFont.load_default(15))
    return page


def encoded(page: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue()))


def test_the_same_picture_has_the_same_sketch() -> None:
    assert fingerprint(screen()) == fingerprint(screen())
    assert fingerprint(screen()).startswith("1280x900:")
    assert len(fingerprint(screen())) < 60


@pytest.mark.parametrize("quality", [60, 90])
def test_an_encoder_changes_nothing(quality: int) -> None:
    taken = encoded(screen(), 60)
    assert alike(fingerprint(taken), fingerprint(encoded(taken, quality)))


def test_letters_smoothed_otherwise_change_nothing() -> None:
    page = screen()
    smoothed = page.copy()
    box = (430, 130, 660, 160)
    half = Image.blend(page.crop(box), page.crop(box).resize((115, 15)).resize((230, 30)), 0.2)
    smoothed.paste(half, box)
    assert 0 < distance(fingerprint(page), fingerprint(smoothed)) < TOLERANCE


@pytest.mark.parametrize(
    "changed",
    [
        screen("Send"),
        screen(heading="Station Credential"),
        screen(colour="#0b7563"),
        screen().resize((1280, 899)),
        screen().convert("L"),
    ],
    ids=["another word", "another heading", "another colour", "another size", "no colours"],
)
def test_what_is_seen_changes_it(changed: Image.Image) -> None:
    assert not alike(fingerprint(encoded(screen(), 60)), fingerprint(encoded(changed, 60)))


def test_the_distance_is_that_of_the_pictures() -> None:
    page, other = screen(), screen()
    ImageDraw.Draw(other).rectangle((100, 700, 139, 719), fill="#f1f5c8")  # 400 reduced pixels, 48 levels of blue
    assert distance(fingerprint(page), fingerprint(other)) == pytest.approx(math.sqrt(200 * 48**2), rel=0.5)


@pytest.mark.parametrize("text", ["", "missing", "1280x900:", "1280x900:zzz", "1280x900:€"])
def test_what_is_no_sketch_is_like_nothing_else(text: str) -> None:
    assert distance(text, fingerprint(screen())) == math.inf
    assert not alike(fingerprint(screen()), text)
