"""What the operations answer when they refuse."""

from http import HTTPStatus

from fastapi import HTTPException


def unfit(sentence: str) -> HTTPException:
    """The refusal (422) of a request that can be read and does not fit; the sentence says what was seen and wanted."""
    return HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, sentence)
