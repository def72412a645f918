"""What stands in the alert file: its rules and channels, checked to the last key."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from parsers.model import FULL_FIELDS, MINOR_FIELDS, ChangeKind
from scheduler.alerting.channel_settings import ChannelSettings
from scheduler.alerting.faults import each_of, explain, one_of
from scheduler.alerting.file import FILE, Alerts, AlertsError
from scheduler.alerting.hours import (
    Cap,
    Quiet,
    Roundup,
    read_cap,
    read_quiet,
    read_roundup,
)
from scheduler.alerting.safe import one_line
from scheduler.alerting.toml_lines import find_line, line_of_error
from scheduler.alerting.words import Wanted, read_words

_NAME = re.compile(r"[\w.-]{1,64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_Model = TypeVar("_Model", bound=BaseModel)
_FIELDS = (*FULL_FIELDS, *MINOR_FIELDS)


class Rule(BaseModel):
    """One alert rule; what is absent does not narrow it."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    name: str
    enabled: bool = True
    channels: list[str] = Field(min_length=1)
    sites: list[str] = []
    sections: list[str] = []
    kinds: list[str] = []
    fields: list[str] = []
    words: list[str] = []
    forms: bool = False
    languages: list[str] = []
    weight: Literal["full", "minor"] = "full"
    problems: bool = False
    roundup: str | None = None
    quiet: str | None = None
    cap: str | None = None
    time_zone: str | None = None

    @field_validator("name")
    @classmethod
    def _check_name(cls, name: str) -> str:
        if not name.strip() or len(name) > 80 or not name.isprintable():
            raise ValueError("a name has 1 to 80 printable characters")
        return name

    @field_validator("kinds")
    @classmethod
    def _check_kinds(cls, kinds: list[str]) -> list[str]:
        return each_of(kinds, [*(kind.value for kind in ChangeKind), "problem"])

    @field_validator("fields")
    @classmethod
    def _check_fields(cls, fields: list[str]) -> list[str]:
        return each_of(fields, _FIELDS)

    @field_validator("words")
    @classmethod
    def _check_words(cls, words: list[str]) -> list[str]:
        for word in words:
            if not word.strip("-= \t\n") or len(word) > 200:
                raise ValueError(f'"{word}" holds no word, or too many')
        return words

    @field_validator("languages")
    @classmethod
    def _check_languages(cls, languages: list[str]) -> list[str]:
        for language in languages:
            if not _LANGUAGE.fullmatch(language):
                raise ValueError(f'"{language}" is no language; write it as "en"')
        return languages

    @field_validator("roundup")
    @classmethod
    def _check_roundup(cls, text: str | None) -> str | None:
        return text if text is None or read_roundup(text) else None

    @field_validator("quiet")
    @classmethod
    def _check_quiet(cls, text: str | None) -> str | None:
        return text if text is None or read_quiet(text) else None

    @field_validator("cap")
    @classmethod
    def _check_cap(cls, text: str | None) -> str | None:
        return text if text is None or read_cap(text) else None

    @field_validator("time_zone")
    @classmethod
    def _check_zone(cls, name: str | None) -> str | None:
        return check_zone(name)

    @cached_property
    def wanted(self) -> Wanted:
        """The words that are asked for, and those that must not be there."""
        return read_words(self.words, forms=self.forms)

    @cached_property
    def round(self) -> Roundup | None:
        """When its alerts go out together; nothing: each at once."""
        return read_roundup(self.roundup) if self.roundup else None

    @cached_property
    def quiet_hours(self) -> Quiet | None:
        """When nothing is sent."""
        return read_quiet(self.quiet) if self.quiet else None

    @cached_property
    def most(self) -> Cap | None:
        """The most alerts in an hour or a day."""
        return read_cap(self.cap) if self.cap else None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    time_zone: str | None = None
    channel: dict[str, dict[str, Any]] = {}
    rule: list[dict[str, Any]] = []

    @field_validator("time_zone")
    @classmethod
    def _check_zone(cls, name: str | None) -> str | None:
        return check_zone(name)


def read_alerts(text: str, *, path: Path = Path(FILE)) -> Alerts:
    """Read the text of an alert file."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = line_of_error(str(error), text)
        hint = "; text stands between quotes" if "Invalid value" in str(error) else ""
        raise AlertsError((f"{path}:{line}: {error}{hint}",)) from error
    except RecursionError as error:
        raise AlertsError((f"{path}: nested too deep",)) from error
    reading = _Reading(text, path)
    alerts = reading.read(data)
    if reading.faults or alerts is None:
        raise AlertsError(tuple(fault for _, fault in sorted(reading.faults)))
    return alerts


def check_zone(name: str | None) -> str | None:
    """Return the name if it is a time zone; ``ValueError`` otherwise."""
    if name is None:
        return None
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        hint = 'write it as "Europe/Berlin"'
        raise ValueError(f'"{name}" is no time zone; {hint}') from error
    return name


class _Reading:
    """One reading of a file: collects every fault before it gives up."""

    def __init__(self, text: str, path: Path) -> None:
        self._text, self._path = text, path
        self.faults: list[tuple[int, str]] = []
        self._names: dict[tuple[str | int, ...], str] = {}

    def read(self, data: dict[str, Any]) -> Alerts | None:
        file = self._model(_File, data, ())
        if file is None:
            return None
        channels = dict(self._channels(file.channel))
        rules = tuple(self._rules(file.rule, channels=file.channel))
        return Alerts(
            channels=channels, rules=rules, time_zone=file.time_zone, path=self._path
        )

    def _channels(
        self, tables: Mapping[str, dict[str, Any]]
    ) -> Iterator[tuple[str, ChannelSettings]]:
        if not tables:
            return
        from scheduler.channels import CHANNELS  # most of a short command, were it not

        for name, table in tables.items():
            path = ("channel", name)
            if not _NAME.fullmatch(name):
                self._fault(path, "a channel's name has letters, digits, - and _")
            kind = table.get("type")
            if not isinstance(kind, str) or kind not in CHANNELS:
                self._fault(
                    (*path, "type"),
                    "is missing" + one_of(CHANNELS)
                    if kind is None
                    else f'unknown type "{kind}"' + one_of(CHANNELS, kind),
                )
                continue
            settings = self._model(CHANNELS[kind], table, path)
            if settings is not None:
                yield name, settings

    def _rules(
        self, tables: list[dict[str, Any]], *, channels: Mapping[str, Any]
    ) -> Iterator[Rule]:
        seen: set[str] = set()
        for place, table in enumerate(tables):
            path = ("rule", place)
            if isinstance(name := table.get("name"), str):
                self._names[path] = f' of "{one_line(name, 80)}"'
            rule = self._model(Rule, table, path)
            named_channels = table.get("channels")
            for named in named_channels if isinstance(named_channels, list) else ():
                if isinstance(named, str) and named not in channels:
                    fault = f'unknown channel "{named}"' + one_of(channels, named)
                    self._fault((*path, "channels"), fault)
            if rule is None:
                continue
            if rule.name in seen:
                self._fault((*path, "name"), f'two rules are named "{rule.name}"')
            seen.add(rule.name)
            yield rule

    def _model(
        self, model: type[_Model], data: dict[str, Any], path: tuple[str | int, ...]
    ) -> _Model | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for fault in error.errors():
                where = (*path, *fault["loc"])
                self._fault(where, explain(fault, model))
            return None

    def _fault(self, path: tuple[str | int, ...], what: str) -> None:
        line = find_line(self._text, path)
        # pydantic names the entry of a list by its place; the key says enough
        words = [part for part in path if isinstance(part, str)]
        key = (".".join(words) or "file") + self._names.get(path[:2], "")
        self.faults.append((line, f"{self._path}:{line}: {key}: {what}"))
