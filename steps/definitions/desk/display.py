"""The size of the window and the zoom of the browser."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when


@given("{person}'s window is {size} pixels", sv="{person}s fönster är {size} pixlar")
@given("{person} has made the window {size} pixels", sv="{person} har gjort fönstret {size} pixlar")
@when("{person} makes the window {size} pixels", sv="{person} gör fönstret {size} pixlar")
def _(cast: Cast, person: str, size: tuple[int, int]) -> None:
    cast[person].window.resize(*size)


@then("{person} reads that the window is too small", sv="{person} läser att fönstret är för litet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.display.shows_too_small()


@then("{person}'s window is large enough", sv="{person}s fönster är tillräckligt stort")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.display.shows_large_enough()


@given("{person} has zoomed in", sv="{person} har zoomat in")
@when("{person} zooms in", sv="{person} zoomar in")
def _(cast: Cast, person: str) -> None:
    cast[person].window.zoom_in()


@given("{person} has zoomed out", sv="{person} har zoomat ut")
@when("{person} zooms out", sv="{person} zoomar ut")
def _(cast: Cast, person: str) -> None:
    cast[person].window.zoom_out()


@when("{person} sets the zoom back to 100 %", sv="{person} ställer tillbaka zoomen till 100 %")
def _(cast: Cast, person: str) -> None:
    cast[person].window.reset_zoom()


@given("{person} has a high-density screen", sv="{person} har en högupplöst skärm")
def _(cast: Cast, person: str) -> None:
    cast[person].window.use_dense_screen()


@then("{person} is advised to set the zoom to 100 %", sv="{person} får rådet att ställa zoomen på 100 %")
@then(
    "{person} is still advised to set the zoom to 100 %", sv="{person} får fortfarande rådet att ställa zoomen på 100 %"
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.display.shows_zoom_advice()


@then("{person} gets no advice about the zoom", sv="{person} får inget råd om zoomen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.display.shows_no_zoom_advice()
