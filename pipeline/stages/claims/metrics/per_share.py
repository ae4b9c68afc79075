"""A profit and the same profit a share: one phrase names both, the amount tells which."""

from __future__ import annotations

from pipeline.records import Quantity
from pipeline.stages.claims.metrics.named import Named
from pipeline.stages.claims.ranking import Candidate
from pipeline.stages.claims.vocabulary import metrics

_A_SHARE = {"net_profit": ("eps", "eps"), "net_loss": ("net_loss_per_share", "loss_per_share")}
"""A total's name to the name and the vocabulary's entry of the same a share."""


def by_share(candidate: Candidate[Named], quantity: Quantity) -> Candidate[Named]:
    """Return a candidate as what an amount a share can be of: "earned $1.04 a share" is no net profit but EPS."""
    if quantity.kind != "money" or quantity.per != "share" or candidate.value.metric is None:
        return candidate
    for total, (name, entry) in _A_SHARE.items():
        if candidate.value.metric.name == total and candidate.value.name:
            named = Named(candidate.value.name.removesuffix(total) + name, metrics()[entry])
            return Candidate(named.key, named, candidate.rule, candidate.span, {"per_share", *candidate.evidence})
    return candidate


def not_a_share(named: Named) -> Named:
    """Return the total that belongs to a metric a share, any other metric as it is."""
    for total, (name, entry) in _A_SHARE.items():
        if named.metric is not None and named.metric.name == entry and named.name:
            return Named(named.name.removesuffix(name) + total, metrics()[total])
    return named
