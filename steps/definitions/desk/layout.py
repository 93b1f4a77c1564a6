"""Desktop layouts: what the administrator gives a team, and what the desktop then looks like."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.layouts import Layouts
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import HeaderAction, Role

# what the administrator gives


@given("the layout of the team {team} has the title {text}", sv="layouten för teamet {team} har titeln {text}")
@given(
    "the administrator has given the layout of the team {team} the title {text}",
    sv="administratören har gett layouten för teamet {team} titeln {text}",
)
def _(layouts: Layouts, team: str, text: str) -> None:
    layouts.set_title(team, text)


@given("the global layout has the title {text}", sv="den globala layouten har titeln {text}")
def _(layouts: Layouts, text: str) -> None:
    layouts.set_global_title(text)


@given(
    "the layout of the team {team} has the title {text} for the role {role}",
    sv="layouten för teamet {team} har titeln {text} för rollen {role}",
)
def _(layouts: Layouts, team: str, text: str, role: Role) -> None:
    layouts.set_role_title(team, role.value, text)


@given(
    "the layout of the team {team} has the header actions {actions}, in this order",
    sv="layouten för teamet {team} har åtgärderna {actions} i sidhuvudet, i den här ordningen",
)
def _(layouts: Layouts, team: str, actions: tuple[HeaderAction, ...]) -> None:
    layouts.order_header(team, actions)


@given(
    "the layout of the team {team} has no header actions",
    sv="layouten för teamet {team} har inte några åtgärder i sidhuvudet",
)
def _(layouts: Layouts, team: str) -> None:
    layouts.order_header(team, [])


@given("the layout of the team {team} has its own logo", sv="layouten för teamet {team} har en egen logotyp")
def _(layouts: Layouts, team: str) -> None:
    layouts.draw_logo(team)


@given("the layout of the team {team} has no logo", sv="layouten för teamet {team} har inte någon logotyp")
def _(layouts: Layouts, team: str) -> None:
    layouts.set_logo(team, "no-logo")


@given(
    "the layout of the team {team} has a page {text} with the words {words}",
    sv="layouten för teamet {team} har en sida {text} med orden {words}",
)
def _(layouts: Layouts, team: str, text: str, words: str) -> None:
    layouts.add_page(team, text, words)


@given(
    "the layout of the team {team} opens with a page {text} with the words {words}",
    sv="layouten för teamet {team} öppnas med en sida {text} med orden {words}",
)
def _(layouts: Layouts, team: str, text: str, words: str) -> None:
    layouts.add_page(team, text, words, landing=True)


@given(
    "the layout of the team {team} has a panel with the words {words}",
    sv="layouten för teamet {team} har en panel med orden {words}",
)
def _(layouts: Layouts, team: str, words: str) -> None:
    layouts.fill_panel(team, words)


@given(
    "the layout of the team {team} has the words {words} on every page",
    sv="layouten för teamet {team} har orden {words} på alla sidor",
)
def _(layouts: Layouts, team: str, words: str) -> None:
    layouts.fill_persistent(team, words)


@given(
    "the layout of the team {team} has a page {text}, and the words {words} on every page",
    sv="layouten för teamet {team} har en sida {text}, och orden {words} på alla sidor",
)
def _(layouts: Layouts, team: str, text: str, words: str) -> None:
    layouts.add_page_under_persistent(team, text, words)


@given(
    "the layout of the team {team} has a {image} illustration of {size} pixels",
    sv="layouten för teamet {team} har en {image}-illustration på {size} pixlar",
)
def _(layouts: Layouts, team: str, image: str, size: tuple[int, int]) -> None:
    layouts.illustrate(team, image, size)


@given(
    "the layout of the team {team} has an illustration at an address",
    sv="layouten för teamet {team} har en illustration på en adress",
)
def _(layouts: Layouts, team: str) -> None:
    layouts.illustrate_from_address(team)


@given(
    "the layout of the team {team} has an illustration that cannot be fetched",
    sv="layouten för teamet {team} har en illustration som inte kan hämtas",
)
def _(layouts: Layouts, team: str) -> None:
    layouts.illustrate_with_nothing(team)


@given("the layout of the team {team} is cut off in the middle", sv="layouten för teamet {team} är avbruten på mitten")
def _(layouts: Layouts, team: str) -> None:
    layouts.break_document(team)


@given(
    "the layout of the team {team} has a number for its title",
    sv="layouten för teamet {team} har ett tal som titel",
)
def _(layouts: Layouts, team: str) -> None:
    layouts.mistype_title(team)


@given(
    "the layout of the team {team} does not apply to any role",
    sv="layouten för teamet {team} gäller inte för någon roll",
)
def _(layouts: Layouts, team: str) -> None:
    layouts.leave_out_roles(team)


@given("{person}'s primary team is {team}", sv="{person}s primärteam är {team}")
def _(layouts: Layouts, person: str, team: str) -> None:
    layouts.set_primary_team(person, team)


# what the desktop looks like


@given("{person} is signed in and works for the team {team}", sv="{person} är inloggad och arbetar för teamet {team}")
@when("{person} signs in and works for the team {team}", sv="{person} loggar in och arbetar för teamet {team}")
def _(cast: Cast, person: str, team: str) -> None:
    cast[person].signing_in.sign_in(team=team)


@then("{person} sees the title {text}", sv="{person} ser titeln {text}")
@then("{person} still sees the title {text}", sv="{person} ser fortfarande titeln {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.layout.shows_title(text)


@then("{person} sees the default layout", sv="{person} ser standardlayouten")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_default()


@then(
    "{person} sees the header actions {actions}, in this order",
    sv="{person} ser åtgärderna {actions} i sidhuvudet, i den här ordningen",
)
def _(cast: Cast, person: str, actions: tuple[HeaderAction, ...]) -> None:
    cast[person].screens.layout.shows_header_actions(actions)


@then("{person} sees no header actions", sv="{person} ser inga åtgärder i sidhuvudet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_header_actions([])


@then("{person} sees the logo of the layout", sv="{person} ser layoutens logotyp")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_logo()


@then("{person} sees no logo", sv="{person} ser ingen logotyp")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_no_logo()


@given("{person} has opened the page {text}", sv="{person} har öppnat sidan {text}")
@when("{person} opens the page {text}", sv="{person} öppnar sidan {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.layout.open_page(text)


@then("{person} reads the words {words}", sv="{person} läser orden {words}")
def _(cast: Cast, person: str, words: str) -> None:
    cast[person].screens.layout.shows_text(words)


@then("{person} reads the words {words} in the panel", sv="{person} läser orden {words} i panelen")
def _(cast: Cast, person: str, words: str) -> None:
    cast[person].screens.layout.shows_panel(words)


@then("{person} reads the words {words} on every page", sv="{person} läser orden {words} på alla sidor")
def _(cast: Cast, person: str, words: str) -> None:
    cast[person].screens.layout.shows_on_every_page(words)


@then("{person} sees the illustration", sv="{person} ser illustrationen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_illustration()


@then("{person} sees the illustration at {size} pixels", sv="{person} ser illustrationen i {size} pixlar")
def _(cast: Cast, person: str, size: tuple[int, int]) -> None:
    cast[person].screens.layout.shows_illustration(size)


@then("{person} sees a blank Task page", sv="{person} ser en tom Uppgiftssida")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_no_illustration()


@then(
    "{person} reads that the layout cannot be used and whom to contact",
    sv="{person} läser att layouten inte kan användas och vem man ska kontakta",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_layout_error()


@then("{person} reads nothing about the layout", sv="{person} läser inget om layouten")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.layout.shows_no_layout_error()
