"""Reading a page as lines."""

from playwright.sync_api import Browser

from deskproof.steps.snapshots.reading import read_until
from deskproof.steps.snapshots.texts import plain


def test_a_page_is_read_as_it_is_after_so_long(browser: Browser) -> None:
    with browser.new_page() as page:
        page.set_content("<title>Desk</title><label>Number <input value='1'></label>")
        lines = read_until(page, plain, lambda lines: False, seconds=0)
    assert lines is not None
    assert '- textbox "Number": "1"' in lines


def test_a_closed_page_is_not_read(browser: Browser) -> None:
    page = browser.new_page()
    page.close()
    assert read_until(page, plain, lambda lines: False, seconds=0) is None
