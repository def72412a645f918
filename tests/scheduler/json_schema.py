"""As much of JSON Schema 2020-12 as ``docs/webhook.schema.json`` uses."""

import re
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}


def faults(value: Any, schema: Any, root: Any, where: str = "$") -> list[str]:
    """Return where a value breaks a schema; none: it keeps it."""
    if schema is True:
        return []
    found: list[str] = []
    if "$ref" in schema:
        target = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        found += faults(value, target, root, where)
    for part in schema.get("allOf", ()):
        found += faults(value, part, root, where)
    if "oneOf" in schema:
        answers = [faults(value, part, root, where) for part in schema["oneOf"]]
        if sum(not answer for answer in answers) != 1:
            found.append(f"{where}: not exactly one of {answers}")
    if "type" in schema:
        names = schema["type"]
        names = [names] if isinstance(names, str) else names
        if not any(_is(value, name) for name in names):
            return [*found, f"{where}: {value!r} is no {names}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{where}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{where}: {value!r} is none of {schema['enum']}")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{where}: {value!r} does not match")
    if isinstance(value, dict):
        found += _object(value, schema, root, where)
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            found.append(f"{where}: too few")
        for place, entry in enumerate(value):
            found += faults(entry, schema.get("items", True), root, f"{where}[{place}]")
    return found


def _object(value: dict[str, Any], schema: Any, root: Any, where: str) -> list[str]:
    found = [f"{where}: no {k}" for k in schema.get("required", ()) if k not in value]
    known = schema.get("properties", {})
    for key, entry in value.items():
        part = known.get(key, schema.get("additionalProperties", True))
        found += faults(entry, part, root, f"{where}.{key}")
    return found


def _is(value: Any, name: str) -> bool:
    if name == "integer" and isinstance(value, bool):
        return False
    return isinstance(value, _TYPES[name])
