"""The claim stage's vocabulary, loaded once: metrics, cues of types and stances, verbs of reporting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from pipeline.language.inflection import inflected
from pipeline.lexicon import LexiconError, PhraseTable, alternatives, entries, rows
from pipeline.records import Basis, ClaimType, Direction, QuantityKind


class Metric(NamedTuple):
    """A metric of the vocabulary: its claim types, the kinds its value may have, how its period is found."""

    name: str
    types: tuple[ClaimType, ...]
    kinds: frozenset[QuantityKind]
    business: bool
    level: bool
    units: frozenset[str]
    standard: bool
    qualified: bool
    called: str
    """The published name; "phrase" where the phrase that names it is the name."""

    @property
    def type(self) -> ClaimType:
        """The claim type that it usually has."""
        return self.types[0]


def normal(text: str) -> str:
    """Return matched text as a key of a cue table."""
    return " ".join(text.lower().split())


@cache
def metrics() -> dict[str, Metric]:
    """Return the metric vocabulary by name."""
    found = {}
    for row in rows("metrics"):
        kinds = frozenset(row["kinds"].split(","))
        if unknown := kinds - set(get_args(QuantityKind)):
            raise LexiconError(f"metrics.tsv: {row['metric']}: no quantity kind {', '.join(sorted(unknown))}")
        types = tuple(checked(name, get_args(ClaimType), "metrics.tsv") for name in row["type"].split(","))
        found[row["metric"]] = Metric(
            row["metric"], cast("tuple[ClaimType, ...]", types), cast("frozenset[QuantityKind]", kinds),
            row["business"] == "y", row["level"] == "y", frozenset(row["units"].split(",")) - {""},
            row["standard"] == "y", row["qualified"] == "y", row["called"] or row["metric"],
        )  # fmt: skip
    return found


@cache
def qualifiers() -> dict[str, str]:
    """Return the words that change a metric's meaning, with the prefix that they give its name."""
    return {row["word"]: row["prefix"] for row in rows("metric_qualifiers")}


@cache
def generic_units() -> frozenset[str]:
    """Return the counted things that are themselves what a volume metric counts."""
    return frozenset(entries("generic_units"))


@cache
def metric_cues() -> PhraseTable[list[Metric]]:
    """Return the phrases that name metrics; several metrics may share one ("sales")."""
    table: dict[str, list[Metric]] = {}
    for row in rows("metrics"):
        metric = metrics()[row["metric"]]
        for phrase in row["phrases"].split("|"):
            for form in inflected(phrase.lower()):
                if metric not in table.setdefault(form, []):
                    table[form].append(metric)
    return PhraseTable(table)


@cache
def verb_frames() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the metrics that a verb form or phrase may give a figure, by (quantity kind, form)."""
    table: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows("verb_frames"):
        checked(row["kind"], get_args(QuantityKind), "verb_frames.tsv")
        checked(row["metric"], tuple(metrics()), "verb_frames.tsv")
        for verb in row["verbs"].split("|"):
            for form in inflected(verb):
                table[row["kind"], form] = (*table.get((row["kind"], form), ()), row["metric"])
    return table


@cache
def noun_types() -> dict[tuple[str, str], ClaimType]:
    """Return the claim type of a figure without a known metric, by (quantity kind, head noun that names it)."""
    table: dict[tuple[str, str], ClaimType] = {}
    for row in rows("noun_types"):
        claim_type = cast(ClaimType, checked(row["type"], get_args(ClaimType), "noun_types.tsv"))
        for kind in row["kinds"].split(",") if row["kinds"] else get_args(QuantityKind):
            checked(kind, get_args(QuantityKind), "noun_types.tsv")
            for noun in row["nouns"].split("|"):
                table.setdefault((kind, noun), claim_type)
    return table


@cache
def frame_verbs() -> re.Pattern[str]:
    """Return the pattern of all forms in the verb frames."""
    return _pattern(form for _, form in verb_frames())


@cache
def type_cues() -> PhraseTable[list[tuple[str, float]]]:
    """Return the words that speak for claim types, with their weights."""
    table: dict[str, list[tuple[str, float]]] = {}
    for row in rows("claim_cues"):
        claim_type = checked(row["type"], get_args(ClaimType), "claim_cues.tsv")
        for cue in row["cues"].split("|"):
            for form in inflected(cue):
                table.setdefault(form, []).append((claim_type, float(row["weight"])))
    return PhraseTable(table)


WordClasses = Mapping[str, tuple[str, ...]]
"""The classes of a word, by its inflected form in lower case."""


@cache
def word_classes(part: Literal["verb", "noun"]) -> WordClasses:
    """Return the classes of verbs or of nouns: what they have in common where a word itself is rare."""
    table: dict[str, list[str]] = {}
    for row in rows("word_classes"):
        if checked(row["part"], ("verb", "noun"), "word_classes.tsv") == part:
            for form in {form for word in row["words"].split("|") for form in inflected(word)}:
                table.setdefault(form, []).append(row["class"])
    return {form: tuple(classes) for form, classes in table.items()}


@cache
def measured_in(unit: str | None) -> frozenset[str]:
    """Return the names of the metrics that list a unit as theirs."""
    return frozenset(name for name, metric in metrics().items() if unit in metric.units)


@cache
def movements() -> list[tuple[Direction, re.Pattern[str]]]:
    """Return the directions with the pattern of the words that tell them."""
    return [
        (
            cast(Direction, checked(row["direction"], get_args(Direction), "movement.tsv")),
            _pattern(form for word in row["words"].split("|") for form in inflected(word)),
        )
        for row in rows("movement")
    ]


@cache
def turn_words() -> dict[str, str]:
    """Return patterns of the words that turns of phrase share, by the name that stands for them there in braces."""
    shared = {row["name"]: alternatives(row["words"].split("|")) for row in rows("turn_words")}
    return shared | {"staff": alternatives(entries("staff_nouns"))}


@cache
def comparatives() -> dict[str, tuple[Metric, Direction]]:
    """Return the comparatives that name a metric by themselves, with the way that it goes."""
    table = {}
    for row in rows("comparatives"):
        direction = cast(Direction, checked(row["direction"], get_args(Direction), "comparatives.tsv"))
        checked(row["metric"], tuple(metrics()), "comparatives.tsv")
        table.update(dict.fromkeys(row["words"].split("|"), (metrics()[row["metric"]], direction)))
    return table


@cache
def figure_cue(name: str) -> re.Pattern[str]:
    """Return the pattern of a cue that ends right before a figure, words of amount between."""
    cues = [word for row in rows("figure_cues") if row["cue"] == name for word in row["words"].split("|")]
    return re.compile(rf"(?<!\w){alternatives(cues)}\s+(?:{alternatives(entries('amount_words'))}\s+)*$", re.IGNORECASE)


@cache
def figure_types() -> dict[str, frozenset[str]]:
    """Return by kind of figure the claim types that it can have where no metric decides."""
    table = {row["kind"]: frozenset(row["types"].split("|")) for row in rows("figure_types")}
    for name in frozenset().union(*table.values()):
        checked(name, get_args(ClaimType), "figure_types.tsv")
    return table


@cache
def comparison_bases() -> list[tuple[Basis, re.Pattern[str]]]:
    """Return the bases of comparison with the pattern of their phrases, in the order in which they decide."""
    return [
        (
            cast(Basis, checked(row["basis"], get_args(Basis), "comparison_bases.tsv")),
            _pattern(row["phrases"].split("|")),
        )
        for row in rows("comparison_bases")
    ]


@cache
def market_verbs() -> re.Pattern[str]:
    """Return the pattern of the verbs by which a traded price moves."""
    return _pattern(entries("market_verbs"))


@cache
def expecters() -> frozenset[str]:
    """Return the nouns, in the singular, for those who expect something of a company from outside."""
    return frozenset(entries("expecters"))


@cache
def reporting_verbs() -> frozenset[str]:
    """Return all forms of the verbs that introduce reported speech."""
    return frozenset(form for verb in entries("reporting_verbs") for form in inflected(verb))


@cache
def nominals(stands_for: str) -> frozenset[str]:
    """Return the nouns (singular) that as a subject stand for a company, a product or a facility."""
    return frozenset(
        n for row in rows("subject_nominals") if row["stands_for"] == stands_for for n in row["nouns"].split("|")
    )


@cache
def part_nouns() -> frozenset[str]:
    """Return the nouns (singular, lower case) by which a name is known as that of a part."""
    return frozenset(entries("part_nouns"))


@cache
def chip_families() -> frozenset[str]:
    """Return the words by which families of processors are known, as written."""
    return frozenset(entries("chip_families"))


@cache
def loose_modifiers() -> frozenset[str]:
    """Return the modifiers (lower case) that are no part of a thing's name."""
    return frozenset(entries("loose_modifiers"))


@cache
def whole_words() -> frozenset[str]:
    """Return the words that make a metric one of a whole market."""
    return frozenset(entries("whole_words"))


@cache
def appraisal_verbs() -> frozenset[str]:
    """Return all forms of the verbs by which a third party rates or sizes something."""
    return frozenset(form for verb in entries("appraisal_verbs") for form in inflected(verb))


@cache
def unit_metrics() -> dict[str, list[tuple[str, str]]]:
    """Return by unit (cue word or '', metric): the metric that a unit suggests by itself, best first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("unit_metrics"):
        found[row["unit"]].append((row["cue"], row["metric"]))
    return dict(found)


def checked(value: str, allowed: tuple[str, ...], file: str) -> str:
    """Return a value of a lexicon's file where it is allowed.  Raises LexiconError where it is not."""
    if value not in allowed:
        raise LexiconError(f"{file}: {value!r} is none of {', '.join(allowed)}")
    return value


def _pattern(words: object) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(words)}(?![\w-])", re.IGNORECASE)  # type: ignore[arg-type]
