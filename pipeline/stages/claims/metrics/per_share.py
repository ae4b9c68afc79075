"""A profit and the same profit a share: one phrase names both, the amount tells which."""

from __future__ import annotations

from pipeline.records import Quantity
from pipeline.stages.claims.metrics.named import Named
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.vocabulary import metrics, qualifiers

_A_SHARE = {"net_profit": ("eps", "eps"), "net_loss": ("net_loss_per_share", "loss_per_share")}
"""A total's name to the name and the vocabulary's entry of the same a share."""
_TOTALS = {entry: (name, total) for total, (name, entry) in _A_SHARE.items()}


def by_share(candidate: Candidate[Named], quantity: Quantity) -> Candidate[Named]:
    """Return a candidate as what an amount a share can be of: "earned $1.04 a share" is no net profit but EPS."""
    total = _entry(candidate.value)
    if quantity.kind != "money" or quantity.per != "share" or total not in _A_SHARE:
        return candidate
    named = _renamed(candidate.value, total, *_A_SHARE[total])
    return Candidate(named.key, named, candidate.rule, candidate.span, {"per_share", *candidate.evidence})


def not_a_share(named: Named) -> Named:
    """Return the total that belongs to a metric a share, any other metric as it is."""
    entry = _entry(named)
    if entry not in _TOTALS:
        return named
    name, total = _TOTALS[entry]
    return _renamed(named, name, total, total)


def _entry(named: Named) -> str:
    return named.metric.name if named.metric is not None else ""


def _renamed(named: Named, old: str, new: str, entry: str) -> Named:
    """Return a metric with the last part of its name changed, its qualifier kept ("adjusted_")."""
    name = named.name or ""
    prefix = name.removesuffix(old) if name.endswith(old) else next(filter(name.startswith, qualifiers().values()), "")
    return Named(prefix + new, metrics()[entry])
