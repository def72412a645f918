"""One connection to one server: a request out, its answer in, one at a time."""

import asyncio
from time import monotonic
from typing import Any, cast

from crawler.net.answer import Answer
from crawler.net.failure import Closed


class Connection(asyncio.Protocol):
    """Keeps whom it is connected to, and since when it rests."""

    def __init__(self) -> None:
        self._answer: Answer | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._transport: asyncio.Transport | None = None
        #: By the loop's clock, when the answer must be there; and what looks at it.
        self._until = 0.0
        self._alarm: asyncio.TimerHandle | None = None
        self.peer: str | None = None
        #: The certificate that was shown and checked, as ``getpeercert`` gives it.
        self.shown: dict[str, Any] | None = None
        self.rests_since = 0.0
        self.is_usable = False

    async def ask(self, request: bytes, answer: Answer, *, until: float) -> None:
        """Send a request and wait until its answer has ended, well or not.

        ``TimeoutError`` comes at a time of the loop's clock.
        """
        assert self._transport is not None
        self._answer, self._until = answer, until
        # one alarm for all answers: one for each would cost as much as what it sends
        if self._alarm is None or until < self._alarm.when():
            self._set_alarm()
        self._waiter = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        try:
            await self._waiter
        finally:
            self._answer = self._waiter = None
            answer.close()
            self.rests_since = monotonic()
            if not (answer.is_ended and answer.is_clean):
                self.close()

    def close(self) -> None:
        """Drop it, whatever is still on its way."""
        self.is_usable = False
        self._drop_alarm()
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take note of who is there."""
        self._transport = cast(asyncio.Transport, transport)
        name = transport.get_extra_info("peername")
        self.peer = name[0] if name else None
        self.shown = transport.get_extra_info("peercert")
        self.is_usable = True

    def data_received(self, data: bytes) -> None:
        """Hand on what belongs to an answer; what nobody asked for ends it all."""
        answer = self._answer
        if answer is None or answer.is_ended or answer.failure:
            self.close()
            return
        answer.feed(data)
        if answer.failure:
            self._end(answer.failure)
        elif answer.is_ended:
            self._end(None)

    def connection_lost(self, error: Exception | None) -> None:
        """Let an answer end that ends so, and fail any other."""
        self.is_usable = False
        self._drop_alarm()
        answer = self._answer
        if answer is None:
            return
        if error is None:
            answer.end()
        self._end(None if answer.is_ended else answer.failure or Closed(str(error)))

    def _set_alarm(self) -> None:
        self._drop_alarm()
        loop = asyncio.get_running_loop()
        self._alarm = loop.call_at(self._until, self._ring)

    def _drop_alarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _ring(self) -> None:
        """Give the answer up, unless it is another one, with time left."""
        self._alarm = None
        if self._waiter is None:
            return
        if asyncio.get_running_loop().time() < self._until:
            self._set_alarm()
        else:
            self._end(TimeoutError())

    def _end(self, error: Exception | None) -> None:
        waiter = self._waiter
        if waiter is None or waiter.done():
            return
        if error is None:
            waiter.set_result(None)
        else:
            waiter.set_exception(error)
