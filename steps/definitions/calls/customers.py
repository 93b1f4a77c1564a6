"""Customers who call and hang up, and the phones that ring for them."""

from deskproof.steps.cast.customer import Customer
from deskproof.steps.gherkin.vocabulary import given, then, when


@given("a customer has called", sv="en kund har ringt")
@when("a customer calls", sv="en kund ringer")
def _(customer: Customer) -> None:
    customer.call()


@given("the customer has hung up", sv="kunden har lagt på")
@when("the customer hangs up", sv="kunden lägger på")
def _(customer: Customer) -> None:
    customer.hang_up()


@then("the phone {number} rings", sv="det ringer i telefonen {number}")
def _(customer: Customer, number: str) -> None:
    customer.confirms_ringing_at(number)


@then("no phone rings", sv="det ringer inte i någon telefon")
def _(customer: Customer) -> None:
    customer.confirms_ringing_at()
