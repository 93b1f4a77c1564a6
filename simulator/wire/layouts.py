"""Desktop layouts as the product shows them: a list without the documents, and one layout with its document as text."""

from __future__ import annotations

from pydantic import Field

from deskproof.simulator.domain.configuration import Configuration, Layout
from deskproof.simulator.wire.answers import Page
from deskproof.simulator.wire.asked import Asked, NotFound
from deskproof.simulator.wire.lists import page_of
from deskproof.simulator.wire.requests import ListQuery
from deskproof.simulator.wire.shapes import Shape


class LayoutItem(Shape):
    """A layout in a list. Fields follow the vendor's DesktopLayoutDTO."""

    organization_id: str
    id: str
    version: int
    name: str
    description: str
    edited_by: str
    json_file_name: str
    default_json_modified: bool
    validated: bool
    status: bool
    """Whether it is in use."""
    team_ids: tuple[str, ...]
    system_default: bool
    is_global: bool = Field(alias="global")


class LayoutAnswer(LayoutItem):
    """One layout with its document."""

    json_file_content: str


def layouts(asked: Asked) -> Page:
    """Every layout of the tenant, documents left out as the vendor leaves them out."""
    items = (LayoutItem.model_validate(_facts(asked, one)) for one in asked.configuration.layouts)
    return page_of(items, asked.query_as(ListQuery), asked.place.org_id)


def layout(asked: Asked) -> LayoutAnswer:
    """One layout. `NotFound` when there is none with this id."""
    found = next((one for one in asked.configuration.layouts if one.id == asked.path["layoutId"]), None)
    if found is None:
        raise NotFound(f"There is no desktop layout {asked.path['layoutId']}.")
    return LayoutAnswer.model_validate({**_facts(asked, found), "json_file_content": found.document})


def _facts(asked: Asked, one: Layout) -> dict[str, object]:
    configuration = asked.configuration
    return {
        "organization_id": asked.place.org_id,
        "id": one.id,
        "version": 0,
        "name": one.name,
        "description": one.description,
        "edited_by": "Administrator",
        "json_file_name": f"{one.name}.json",
        "default_json_modified": True,
        "validated": False,
        "status": True,
        "team_ids": _team_ids(configuration, one),
        "system_default": False,
        "is_global": configuration.settings.global_layout == one.key,
    }


def _team_ids(configuration: Configuration, one: Layout) -> tuple[str, ...]:
    return tuple(team.id for team in configuration.teams if team.layout == one.key)
