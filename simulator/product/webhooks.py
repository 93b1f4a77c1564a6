"""Webhooks: what happens is posted to the targets of the subscriptions, signed, each subscription at its own pace.

A target that is slow or silent holds up its own subscription alone: what waits for it is bounded, and what does not fit
is dropped and recorded. Faults lose a webhook, post it twice, or post it late, after others.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from deskproof.simulator.domain.events import Event, SubscriptionDeleted
from deskproof.simulator.domain.subscriptions.model import Subscription
from deskproof.simulator.domain.values import Instant
from deskproof.simulator.edge.faults.kinds import copies_of_frame
from deskproof.simulator.runtime.faults import FaultKind
from deskproof.simulator.runtime.tenancy import Tenancy
from deskproof.simulator.runtime.traffic import Verdict
from deskproof.simulator.wire.kernel.request import Place
from deskproof.simulator.wire.subscriptions.encode import webhook_of
from deskproof.simulator.wire.subscriptions.shapes import Webhook

if TYPE_CHECKING:
    import httpx

SIGNATURE = "x-webexcc-signature"
"""The header with the signature: HMAC-SHA256 of the body with the subscription's secret, in hexadecimal digits."""

MOST_WAITING = 500
"""Webhooks that wait for one target."""

ANSWER_SECONDS = 5
"""How long a target may take to answer."""


class Webhooks:
    """The webhooks of one tenant."""

    def __init__(self, tenancy: Tenancy, place: Place) -> None:
        self._tenancy = tenancy
        self._place = place
        self._waiting: dict[str, asyncio.Queue[Webhook]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._http: httpx.AsyncClient | None = None
        tenancy.listen(self._on_event)

    async def settled(self) -> None:
        """Return when everything has been posted, or has failed, and no connection to a target is open."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._http is not None:
            http, self._http = self._http, None
            await http.aclose()

    def close(self) -> None:
        """Post nothing any more, because the tenant ends."""
        for task in self._tasks:
            task.cancel()

    def _on_event(self, event: Event, now: Instant) -> None:
        state = self._tenancy.state
        if isinstance(event, SubscriptionDeleted):
            self._waiting.pop(event.subscription.id, None)
        wanted = [one for one in state.subscriptions.values() if one.active]
        for subscription in wanted:
            webhook = webhook_of(event, now, state, self._place.org_id, "")
            if webhook is None or webhook.type not in subscription.event_types:
                continue
            named = webhook.model_copy(update={"id": self._tenancy.next_id("webhook")})
            late = self._tenancy.faults.take(FaultKind.ANSWERS_LATE, webhook.type)
            for _ in range(copies_of_frame(self._tenancy.faults, webhook.type)):
                if late is not None:
                    self._start(self._post_late(subscription.id, named, Instant(now + late.delay)))
                else:
                    self._put(subscription.id, named)

    def _put(self, subscription_id: str, webhook: Webhook) -> None:
        """Post it after what waits for the same target."""
        queue = self._waiting.get(subscription_id)
        if queue is None:
            queue = self._waiting[subscription_id] = asyncio.Queue(maxsize=MOST_WAITING)
            self._start(self._post_in_order(subscription_id, queue))
        try:
            queue.put_nowait(webhook)
        except asyncio.QueueFull:
            self._record(webhook, None, f"dropped: {MOST_WAITING} wait for the target already", Verdict.BAD_REQUEST)

    async def _post_in_order(self, subscription_id: str, queue: asyncio.Queue[Webhook]) -> None:
        while self._waiting.get(subscription_id) is queue:
            await self._post(subscription_id, await queue.get())
            if queue.empty():
                del self._waiting[subscription_id]

    async def _post_late(self, subscription_id: str, webhook: Webhook, at: Instant) -> None:
        await self._tenancy.clock.reach(at)
        await self._post(subscription_id, webhook)

    async def _post(self, subscription_id: str, webhook: Webhook) -> None:
        """Post it once to the subscription as it is now; one that is inactive or deleted gets nothing."""
        import httpx  # loaded with the first webhook only

        subscription = self._tenancy.state.subscriptions.get(subscription_id)
        if subscription is None or not subscription.active:
            return
        body = webhook.to_text().encode()
        try:
            answer = await self._client().post(subscription.target, content=body, headers=_headers(subscription, body))
        except httpx.HTTPError as error:
            self._record(webhook, None, f"the target did not answer: {type(error).__name__}")
        else:
            self._record(webhook, answer.status_code, subscription.id)

    def _client(self) -> httpx.AsyncClient:
        import httpx

        if self._http is None:
            self._http = httpx.AsyncClient(timeout=ANSWER_SECONDS, trust_env=False)
        return self._http

    def _record(self, webhook: Webhook, status: int | None, detail: str, verdict: Verdict = Verdict.OK) -> None:
        self._tenancy.traffic.add(
            at=self._tenancy.clock.now(), way="out", name=webhook.type, method="POST", status=status, verdict=verdict,
            detail=f"{webhook.id}: {detail}",
        )  # fmt: skip

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _headers(subscription: Subscription, body: bytes) -> dict[str, str]:
    headers = {"content-type": "application/json"}
    if subscription.secret is not None:
        headers[SIGNATURE] = hmac.new(subscription.secret.reveal().encode(), body, hashlib.sha256).hexdigest()
    return headers
