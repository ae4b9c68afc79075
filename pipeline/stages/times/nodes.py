"""What an expression says, before it is resolved: a small tree that knows no article.

The grammar builds these nodes, `resolution` turns them into days.  A field that holds a node is itself a time
("the first week of" + node).  None for a year or a month means that the text leaves it to the reader.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.stages.times.spans import Span


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time that needs no context; `compared`: the year in front of an earlier figure, "(2024: £5m)".

    `fiscal`: "full-year 2024", which follows the article's fiscal calendar where it has one.
    """

    span: Span
    compared: bool = False
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year under its label; None is "the fiscal year" of the article."""

    number: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """The `n`-th month, quarter or half (season: a code) of a year, or `count` of them from there on.

    `day` (of a month), `weekday` narrow a month to a date.  `fiscal`: said to be of the fiscal calendar.
    """

    unit: str
    n: int | str
    year: Node | None = None
    count: int = 1
    day: int | None = None
    weekday: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day with no month ("the 18th", "Monday 21"), or of a month that is a node ("15th of next month")."""

    day: int
    month: Node | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `offset` from "last", "this", "next"; or of a week that is a node.

    `recent`: the nearest one ("this past Friday"); `back`: counted from the day last spoken of.
    """

    number: int
    offset: int | None = None
    week: Node | None = None
    recent: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """`count` units from the `n`-th on of a whole; a negative `n` counts from its end."""

    unit: str
    n: int
    whole: Node | None
    count: int = 1
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a whole: early mid late · start end · rest earlier later so_far · weekend (of a day)."""

    part: str
    whole: Node


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit `n` units from an anchor: "published", "focus", or a node."""

    unit: str
    n: int
    anchor: str | Node = "published"
    exact: bool = False
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """`n` units up to the article's day (direction -1) or on from it (1); `n` None: not said how many.

    `anchor`: another day to count from, as in `time_relations.tsv`.
    """

    unit: str
    n: float | None
    direction: int
    iso: str
    size: int = 1
    anchor: str = "published"


@dataclass(frozen=True, slots=True)
class Ended:
    """`n` units up to and with the end of a node; `n` None: "the period ended".

    `label` is the quarter, half or fiscal year that the text equates with it: it teaches the fiscal calendar.
    `verb`: said with "ended" or "ending", as of a company's year, and not with "to".
    """

    unit: str
    n: int | None
    end: Node
    label: Node | None = None
    fiscal: bool = False
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by name; `offset` from "last", "this", "next"."""

    name: str
    year: Node | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time, on a day that is a node or else on the day under discussion."""

    time: str
    day: Node | None = None


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A unit of the time under discussion: "the Period", "the quarter", "that day", "the same year".

    `back`: "that", "the same": it needs an antecedent.
    """

    unit: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """The period under discussion in another year: "the same quarter last year", "a year earlier".

    `year` None: `offset` years before.  `of`: the time to match, else the one under discussion.
    """

    unit: str | None = None
    offset: int = -1
    year: Node | None = None
    of: Node | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """So many units that the article has dated before: "during the nine months"."""

    unit: str
    n: int


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of `start` to the last of `end`; `end` None is the article's day."""

    start: Node
    end: Node | None


@dataclass(frozen=True, slots=True)
class Bound:
    """A node under a preposition that opens one side: since · by until before.

    "ahead": "in" or "within", kept where the sentence lies ahead; "through": all of what is over, else "until".
    """

    word: str
    node: Node


@dataclass(frozen=True, slots=True)
class Recurring:
    """A set, with its ISO period where it has one."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Vague:
    """A period that no reader could date ("in recent years")."""

    value: str


Node = (
    Fixed | FiscalYear | Piece | DayOfMonth | Weekday | Within | Edge | Shift | Window | Ended | Holiday
    | Clock | Anaphor | Again | Matching | Range | Bound | Recurring | Vague
)  # fmt: skip


def is_day(node: Node) -> bool:
    """Say whether a node is one day."""
    if isinstance(node, Piece):
        return node.day is not None
    if isinstance(node, Fixed):
        return node.span.kind == "date"
    if isinstance(node, Shift):
        return node.unit in ("day", "workday") or node.exact
    if isinstance(node, Edge):
        return node.part in ("start", "end")
    return isinstance(node, (Weekday, DayOfMonth, Holiday, Clock))
