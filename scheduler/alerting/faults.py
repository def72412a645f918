"""What is wrong with a line of the alert file, in words that help. Pure."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel

#: Words that people write, and the word that is meant.
_MEANT = {
    "added": "new",
    "changed": "edited",
    "corrected": "edited",
    "created": "new",
    "deleted": "removed",
    "gone": "removed",
    "modified": "edited",
    "updated": "edited",
    "author": "authors",
    "content": "body",
    "files": "attachments",
    "headline": "title",
    "text": "body",
    "mail": "email",
    "smtp": "email",
}
#: What a value of the wrong type should look like.
_TYPES = {
    "list_type": 'should be a list, as in ["one", "two"]',
    "string_type": 'should be text between quotes, as in "one"',
    "bool_type": "should be true or false, without quotes",
}
#: What a table of the wrong shape should look like.
_SHAPES = {
    "rule": "each rule begins with [[rule]], in two brackets",
    "channel": "each channel begins with [channel.NAME], in single brackets",
}


def explain(fault: Any, model: "type[BaseModel]") -> str:
    """Return what is wrong with one value, and what is allowed there."""
    kind, key = fault["type"], str(fault["loc"][0]) if fault["loc"] else ""
    if kind == "extra_forbidden":
        names = [field.alias or name for name, field in model.model_fields.items()]
        return f'unknown key "{key}"' + one_of(names, key)
    if kind == "missing":
        return "is missing"
    if kind == "value_error":
        return str(fault["ctx"]["error"])
    if kind == "literal_error":
        return f"{fault['input']!r} is not allowed; one of {fault['ctx']['expected']}"
    if key in _SHAPES and kind in ("list_type", "dict_type"):
        return _SHAPES[key]
    return _TYPES.get(kind) or str(fault["msg"]).removeprefix("Input ")


def each_of(values: list[str], allowed: Any) -> list[str]:
    """Return the values if all are allowed; ``ValueError`` with what is, otherwise."""
    for value in values:
        if value not in allowed:
            raise ValueError(f'unknown "{value}"' + one_of(allowed, value))
    return values


def one_of(allowed: Any, meant: str = "") -> str:
    """Return what may stand in a place, and which of it was meant.

    >>> one_of(["new", "edited", "removed"], "deleted")
    '; one of new, edited, removed — did you mean "removed"?'
    """
    names = sorted(map(str, allowed)) if isinstance(allowed, dict) else list(allowed)
    synonym = _MEANT.get(meant.lower())
    close = [synonym] if synonym in names else get_close_matches(meant, names, n=1)
    hint = f' — did you mean "{close[0]}"?' if close else ""
    return f"; one of {', '.join(names)}{hint}" if names else "; there is none yet"
