"""Passwords, locked accounts and recovery codes: what is refused, counted, and forgotten (AD-020 to AD-027)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deskproof.simulator.domain import commands
from deskproof.simulator.domain.configuration import Person
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.values import MINUTE, SECOND, Instant, Secret
from tests.simulator.domain.story import CONFIGURATION, Story, person

ADA, BO = CONFIGURATION.people[:2]

ADDRESS = "Ada@Example.com"
RIGHT, WRONG, NEW = "correct horse 7", "wrong horse 7", "new horse 88"
PASSWORD_TRIES, CODE_TRIES = 5, 3
LOCKED_FOR, CODE_LIVES = 900_000, 600_000


@pytest.fixture
def story() -> Story:
    return Story()


def password(text: str = RIGHT, email: str = ADDRESS) -> commands.EnterPassword:
    return commands.EnterPassword(email=email, password=Secret(text))


def send(code: str = "123456") -> commands.SendRecoveryCode:
    return commands.SendRecoveryCode(email=ADDRESS, code=Secret(code))


def enter(code: str) -> commands.EnterRecoveryCode:
    return commands.EnterRecoveryCode(email=ADDRESS, code=code)


def choose(text: str = NEW) -> commands.ChooseNewPassword:
    return commands.ChooseNewPassword(email=ADDRESS, password=Secret(text))


def refused(story: Story, command: commands.Command) -> tuple[Reason, list[str]]:
    """The reason, and the names of the facts the refusal left behind."""
    with pytest.raises(Rejection) as refusal:
        story.tenant.handle(command, story.now)
    return refusal.value.reason, [type(event).__name__ for event in refusal.value.events]


def fail_password(story: Story, times: int) -> list[Reason]:
    return [refused(story, password(WRONG))[0] for _ in range(times)]


def test_the_right_password_in_any_case_of_the_address(story: Story) -> None:
    assert story.does(password()) == ["PasswordAccepted"]


@pytest.mark.parametrize(
    "command",
    [
        password(email="nobody@example.com"),
        commands.SendRecoveryCode(email="nobody@example.com", code=Secret("123456")),
        commands.EnterRecoveryCode(email="nobody@example.com", code="123456"),
        commands.ChooseNewPassword(email="nobody@example.com", password=Secret(NEW)),
    ],
)
def test_an_unknown_person(story: Story, command: commands.Command) -> None:
    assert refused(story, command) == (Reason.UNKNOWN_PERSON, [])


def test_the_account_locks_at_the_last_try_and_opens_by_itself(story: Story) -> None:
    assert fail_password(story, PASSWORD_TRIES - 1) == [Reason.WRONG_PASSWORD] * (PASSWORD_TRIES - 1)
    assert refused(story, password(WRONG)) == (Reason.ACCOUNT_LOCKED, ["PasswordRefused", "AccountLocked"])
    assert refused(story, password()) == (Reason.ACCOUNT_LOCKED, [])
    story.now = Instant(story.now + LOCKED_FOR - 1)
    assert refused(story, password())[0] is Reason.ACCOUNT_LOCKED
    story.now = Instant(story.now + 1)
    assert story.does(password()) == ["PasswordAccepted"]


def test_the_lock_says_how_many_minutes_are_left(story: Story) -> None:
    fail_password(story, PASSWORD_TRIES)
    story.now = Instant(story.now + LOCKED_FOR - MINUTE - SECOND)
    with pytest.raises(Rejection, match="for 2 more minutes"):
        story.tenant.handle(password(), story.now)


def test_a_right_password_forgets_the_wrong_ones(story: Story) -> None:
    fail_password(story, PASSWORD_TRIES - 1)
    story.does(password())
    assert fail_password(story, PASSWORD_TRIES - 1)[-1] is Reason.WRONG_PASSWORD


def test_a_lock_that_is_over_leaves_all_tries(story: Story) -> None:
    fail_password(story, PASSWORD_TRIES)
    story.now = Instant(story.now + LOCKED_FOR)
    assert fail_password(story, PASSWORD_TRIES) == [Reason.WRONG_PASSWORD] * 4 + [Reason.ACCOUNT_LOCKED]


def test_a_new_password_leaves_all_tries(story: Story) -> None:
    fail_password(story, PASSWORD_TRIES - 1)
    for command in (send(), enter("123456"), choose()):
        story.does(command)
    assert fail_password(story, PASSWORD_TRIES) == [Reason.WRONG_PASSWORD] * 4 + [Reason.ACCOUNT_LOCKED]


def test_a_code_leads_to_one_new_password(story: Story) -> None:
    for command in (send(), enter("123456"), choose()):
        story.does(command)
    assert refused(story, choose("other horse 9"))[0] is Reason.NO_RECOVERY


def test_a_code_opens_the_way_to_a_new_password(story: Story) -> None:
    assert story.does(send()) == ["RecoveryCodeSent"]
    assert story.does(enter("123456")) == ["RecoveryCodeAccepted"]
    assert story.does(choose()) == ["PasswordChanged"]
    assert refused(story, password(RIGHT))[0] is Reason.WRONG_PASSWORD
    assert story.does(password(NEW)) == ["PasswordAccepted"]


def test_a_new_password_unlocks(story: Story) -> None:
    fail_password(story, PASSWORD_TRIES)
    for command in (send(), enter("123456"), choose()):
        story.does(command)
    assert story.does(password(NEW)) == ["PasswordAccepted"]


@pytest.mark.parametrize("code", ["12345", "1234567", "12345a", "", "\u200b", "12 34 5", "123/456"])
def test_what_is_not_six_digits_is_not_counted(story: Story, code: str) -> None:
    story.does(send())
    assert [refused(story, enter(code)) for _ in range(CODE_TRIES)] == [(Reason.MALFORMED_CODE, [])] * CODE_TRIES
    assert story.does(enter("123456")) == ["RecoveryCodeAccepted"]


def test_a_wrong_code_is_counted(story: Story) -> None:
    story.does(send())
    tries = [refused(story, enter("654321")) for _ in range(CODE_TRIES)]
    assert tries == [(Reason.WRONG_CODE, ["RecoveryCodeRefused"])] * CODE_TRIES
    assert refused(story, enter("123456"))[0] is Reason.CODE_SPENT


def test_a_code_works_once(story: Story) -> None:
    story.does(send())
    story.does(enter("123456"))
    assert refused(story, enter("123456"))[0] is Reason.CODE_SPENT


def test_a_code_expires(story: Story) -> None:
    story.does(send())
    story.now = Instant(story.now + CODE_LIVES)
    assert refused(story, enter("123456"))[0] is Reason.CODE_EXPIRED


def test_a_code_is_good_until_the_last_millisecond(story: Story) -> None:
    story.does(send())
    story.now = Instant(story.now + CODE_LIVES - 1)
    assert story.does(enter("123456")) == ["RecoveryCodeAccepted"]


def test_a_fresh_code_replaces_the_one_before(story: Story) -> None:
    story.does(send("111111"))
    story.does(send("222222"))
    assert refused(story, enter("111111"))[0] is Reason.WRONG_CODE
    assert story.does(enter("222222")) == ["RecoveryCodeAccepted"]


def test_nothing_goes_without_the_step_before(story: Story) -> None:
    assert refused(story, enter("123456"))[0] is Reason.NO_RECOVERY
    assert refused(story, choose())[0] is Reason.NO_RECOVERY
    story.does(send())
    assert refused(story, choose())[0] is Reason.NO_RECOVERY


def test_a_short_password_is_refused_and_another_may_be_chosen(story: Story) -> None:
    story.does(send())
    story.does(enter("123456"))
    assert refused(story, choose("1234567"))[0] is Reason.WEAK_PASSWORD
    assert story.does(choose("12345678")) == ["PasswordChanged"]


def test_a_code_that_is_not_six_digits_is_a_bug(story: Story) -> None:
    with pytest.raises(ValueError, match="six decimal digits"):
        story.tenant.handle(send("12345"), story.now)


def test_a_fresh_code_has_tries_of_its_own(story: Story) -> None:
    story.does(send("111111"))
    for _ in range(CODE_TRIES):
        refused(story, enter("999999"))
    story.now = Instant(story.now + CODE_LIVES - 1)
    story.does(send("222222"))
    story.now = Instant(story.now + CODE_LIVES - 1)
    assert [refused(story, enter("999999"))[0] for _ in range(CODE_TRIES - 1)] == [Reason.WRONG_CODE] * (CODE_TRIES - 1)
    assert story.does(enter("222222")) == ["RecoveryCodeAccepted"]


def administrator(*people: Person) -> commands.ChangeConfiguration:
    """These people instead of those with the same keys."""
    changed = {person.key: person for person in (*CONFIGURATION.people, *people)}
    configuration = replace(CONFIGURATION, people=tuple(changed.values()))
    return commands.ChangeConfiguration(configuration=configuration, changed=("people",))


def choose_own(story: Story) -> None:
    for command in (send(), enter("123456"), choose()):
        story.does(command)


@pytest.mark.parametrize(
    "people",
    [
        (replace(ADA, first_name="Adele"),),
        (replace(ADA, email="ADA@example.com"),),
        (replace(BO, password=Secret("a horse of Bo 5")),),
        (person("new", "support"),),
    ],
    ids=["another name", "another spelling of the address", "a password of somebody else", "somebody new"],
)
def test_a_persons_own_password_stays_while_the_administrator_changes_others(
    story: Story, people: tuple[Person, ...]
) -> None:
    choose_own(story)
    story.does(administrator(*people))
    assert refused(story, password(RIGHT))[0] is Reason.WRONG_PASSWORD
    assert story.does(password(NEW)) == ["PasswordAccepted"]


def test_a_password_that_the_administrator_sets_replaces_the_persons_own_and_unlocks(story: Story) -> None:
    choose_own(story)
    fail_password(story, PASSWORD_TRIES)
    story.does(administrator(replace(ADA, password=Secret("given horse 6"))))
    assert refused(story, password(NEW))[0] is Reason.WRONG_PASSWORD
    assert story.does(password("given horse 6")) == ["PasswordAccepted"]


def test_a_lock_and_a_code_stay_while_the_administrator_changes_something_else(story: Story) -> None:
    story.does(send())
    fail_password(story, PASSWORD_TRIES)
    story.does(administrator(replace(ADA, first_name="Adele")))
    assert refused(story, password())[0] is Reason.ACCOUNT_LOCKED
    assert story.does(enter("123456")) == ["RecoveryCodeAccepted"]
