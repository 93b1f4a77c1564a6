"""What a day draws: the same for the same seed, at the rate of the script, within its times."""

from deskproof.steps.day.draws import arrivals, chance, delay
from deskproof.steps.day.script import Day

DAY = {
    "minutes": 600.0,
    "customers": (
        {"calls": "support", "per_minute": 2.0},
        {"writes": "chat", "per_minute": 1.0, "from_minute": 60.0, "until_minute": 120.0},
    ),
}
MINUTE = 60_000


def test_equal_seeds_give_equal_customers_and_others_do_not() -> None:
    day = Day.model_validate(DAY)
    assert list(arrivals(day)) == list(arrivals(day))
    assert [each.at for each in arrivals(day)] != [each.at for each in arrivals(day.model_copy(update={"seed": 2}))]


def test_customers_come_at_their_rate_within_their_times() -> None:
    calls, chats = ([each for each in arrivals(Day.model_validate(DAY)) if each.row == row] for row in (0, 1))
    assert 1_100 < len(calls) < 1_300
    assert 40 < len(chats) < 80
    assert all(60 * MINUTE <= each.at < 120 * MINUTE for each in chats)
    assert all(each.who.startswith("+120155501") and len(each.who) == 12 for each in calls)
    assert not any(each.who.startswith("+") for each in chats)
    assert [each.number for each in chats] == list(range(1, len(chats) + 1))


def test_a_further_table_does_not_change_the_customers_of_the_others() -> None:
    alone = Day.model_validate({**DAY, "customers": DAY["customers"][:1]})  # type: ignore[index]
    both = Day.model_validate(DAY)
    assert list(arrivals(alone)) == [each for each in arrivals(both) if each.row == 0]


def test_a_delay_is_within_its_range() -> None:
    drawn = [delay((2.0, 6.0), chance(1, number)) for number in range(200)]
    assert all(2_000 <= each <= 6_000 for each in drawn)
    assert len(set(drawn)) > 100
    assert delay((3.0, 3.0), chance(1)) == 3_000
