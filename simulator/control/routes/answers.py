"""How operations refuse a request."""

from http import HTTPStatus

from fastapi import HTTPException


def unfit(sentence: str) -> HTTPException:
    """The refusal (422) of a well-formed request with unusable values; the sentence says what was seen and expected."""
    return HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, sentence)
