"""Probabilities as log-odds, which add up, and back. Pure."""

from math import exp, log

#: Nothing is surer than this.
_SUREST = 0.998


def log_odds(p: float) -> float:
    """Return the log-odds of a probability.

    >>> log_odds(0.5), log_odds(1.0) == log_odds(0.999)
    (0.0, True)
    """
    p = min(_SUREST, max(1 - _SUREST, p))
    return log(p / (1 - p))


def probability(odds: float) -> float:
    """Return the probability of log-odds.

    >>> probability(0.0), round(probability(log_odds(0.9)), 3)
    (0.5, 0.9)
    """
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
