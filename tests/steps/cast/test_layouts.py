"""The images that layouts of scenarios hold: of the format and size they say."""

import base64
import io

import pytest
from PIL import Image

from deskproof.steps.cast.layouts import picture


@pytest.mark.parametrize(
    ("image", "kind", "format_"),
    [("PNG", "png", "PNG"), ("JPG", "jpeg", "JPEG"), ("GIF", "gif", "GIF"), ("WebP", "webp", "WEBP")],
)
def test_a_picture_is_what_it_says(image: str, kind: str, format_: str) -> None:
    head, _, data = picture(image, (30, 20)).partition(",")
    assert head == f"data:image/{kind};base64"
    with Image.open(io.BytesIO(base64.b64decode(data))) as opened:
        assert (opened.format, opened.size) == (format_, (30, 20))


def test_a_drawing_has_its_size() -> None:
    _, _, data = picture("SVG", (30, 20)).partition(",")
    assert b'width="30" height="20"' in base64.b64decode(data)
