"""What a failed request failed of, in the words of the contract. Pure."""

import socket
import ssl
from collections.abc import Callable, Sequence

from corpus.coding import BadCoding, TooLarge
from crawler.limits import Limits
from crawler.net.target import Target
from crawler.policy import FetchProblem
from parsers.model import ProblemKind


class Stop(Exception):
    """An answer is not to be read further."""

    def __init__(self, kind: ProblemKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


class NoHttp(Exception):
    """What came back is no HTTP; the message says what is wrong with it."""


class Closed(OSError):
    """The connection ended before the answer did."""


class NoConnection(Exception):
    """No connection came about; ``error`` is what the system said."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


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
            f"not answered in full within {limits.response_seconds:g} seconds",
        )
    if refused and not is_answered:
        return refusal(refused[0], target)
    if isinstance(error, ssl.SSLError):
        return problem(ProblemKind.TLS, _tls_detail(error))
    if isinstance(error, NoHttp):
        detail = f"what came back is not HTTP: {str(error)[:100]}"
        return problem(ProblemKind.NETWORK, detail)
    if is_answered and isinstance(error, OSError):
        return problem(ProblemKind.TRUNCATED, "the body was cut", True)
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
    if isinstance(error, socket.gaierror):
        may_pass = error.errno != socket.EAI_NONAME
        detail = f"the host's name is not known: {_reason(error)}"
        return problem(network, detail, may_pass)
    if isinstance(error, NoConnection):
        if isinstance(error.error, TimeoutError) and error.error.errno is None:
            detail = f"no connection within {limits.connect_seconds:g} seconds"
            return problem(ProblemKind.TIMEOUT, detail)
        return problem(network, f"no connection: {_reason(error.error)}", True)
    if isinstance(error, OSError):
        return problem(network, "the connection was closed without an answer", True)
    if isinstance(error, ValueError):
        return problem(network, f"this address cannot be asked for: {error}")
    raise error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _tls_detail(error: ssl.SSLError) -> str:
    reason = getattr(error, "verify_message", "") or error.reason
    said = _TLS_SAID.get(reason or "", reason or type(error).__name__)
    return f"no secure connection: {said}"


_NO_TLS, _OLD_TLS = "what answers is no TLS", "the server speaks no TLS of today"
#: What OpenSSL calls by names that are no words.
_TLS_SAID = {
    "WRONG_VERSION_NUMBER": _NO_TLS,
    "PACKET_LENGTH_TOO_LONG": _NO_TLS,
    "UNSUPPORTED_PROTOCOL": _OLD_TLS,
    "TLSV1_ALERT_PROTOCOL_VERSION": _OLD_TLS,
}
