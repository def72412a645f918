"""What a failed request failed of, in the words of the contract. Pure."""

import socket
import ssl
from collections.abc import Callable, Sequence

import aiohttp
from aiohttp.http_exceptions import LineTooLong

from corpus.coding import BadCoding, TooLarge
from crawler.limits import Limits
from crawler.policy import FetchProblem
from crawler.target import Target
from parsers.model import ProblemKind


class Stop(Exception):
    """An answer is not to be read further."""

    def __init__(self, kind: ProblemKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


def read_failure(
    error: Exception,
    *,
    target: Target,
    limits: Limits,
    refused: Sequence[str],
    is_answered: bool,
) -> FetchProblem:
    """Say in the words of the contract what went wrong.

    ``refused`` are the guard's reasons, if it was asked; ``is_answered`` tells
    whether the head of an answer was there. What is a bug is raised again.
    """

    def problem(
        kind: ProblemKind, detail: str, is_passing: bool = False
    ) -> FetchProblem:
        return FetchProblem(kind, detail, url=target.url, is_passing=is_passing)

    if isinstance(error, Stop):
        return problem(error.kind, error.detail)
    if isinstance(error, TooLarge):
        return problem(ProblemKind.TOO_LARGE, str(error))
    if isinstance(error, BadCoding):
        kind = ProblemKind.TRUNCATED if error.is_truncated else ProblemKind.ENCODING
        return problem(kind, str(error), error.is_truncated)
    if isinstance(error, TimeoutError):
        return problem(
            ProblemKind.TIMEOUT,
            f"no connection within {limits.connect_seconds:g} seconds"
            if isinstance(error, aiohttp.ClientError)
            else f"not answered in full within {limits.response_seconds:g} seconds",
        )
    if refused and not is_answered:
        return refusal(refused[0], target)
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError):
        return problem(ProblemKind.TLS, _tls_detail(error))
    if is_answered:
        if isinstance(error, aiohttp.ClientError | OSError):
            return problem(ProblemKind.TRUNCATED, "the body was cut", True)
        raise error
    return _no_answer(error, problem, limits)


def refusal(reason: str, target: Target) -> FetchProblem:
    """Say that the guard does not let an address be connected to."""
    return FetchProblem(
        ProblemKind.BLOCKED_ADDRESS,
        f"{reason}; allow it in the site file "
        f'(allow = ["{target.key}"]) if this is meant',
        url=target.url,
    )


def _no_answer(
    error: Exception, problem: Callable[..., FetchProblem], limits: Limits
) -> FetchProblem:
    network = ProblemKind.NETWORK
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        may_pass = error.os_error.errno != socket.EAI_NONAME
        detail = f"the host's name is not known: {_reason(error)}"
        return problem(network, detail, may_pass)
    if isinstance(error, aiohttp.ClientConnectorError):
        return problem(network, f"no connection: {_reason(error)}", True)
    if isinstance(error, aiohttp.ClientResponseError):
        if _is_header_flood(error):
            return problem(
                ProblemKind.TOO_LARGE,
                f"more than {limits.header_count} header fields or "
                f"{limits.header_bytes} bytes of them",
            )
        what = error.message.partition("\n")[0].rstrip(":")[:100]
        return problem(network, f"what came back is not HTTP: {what}")
    if isinstance(error, aiohttp.ClientError | OSError):
        return problem(network, "the connection was closed without an answer", True)
    if isinstance(error, ValueError):
        return problem(network, f"this address cannot be asked for: {error}")
    raise error


def _is_header_flood(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, LineTooLong) or "Too many headers" in str(seen):
            return True
        seen = seen.__cause__
    return False


def _reason(error: aiohttp.ClientConnectorError) -> str:
    return error.os_error.strerror or str(error.os_error)


def _tls_detail(error: Exception) -> str:
    cause = getattr(error, "certificate_error", None) or getattr(
        error, "os_error", error
    )
    reason = getattr(cause, "verify_message", "") or getattr(cause, "reason", "")
    return f"no secure connection: {reason or type(cause).__name__}"
