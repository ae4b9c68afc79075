from pipeline.evaluate.confidence import reliability, thresholds
from pipeline.evaluate.matching import Pair
from pipeline.evaluate.scores import Comparison


def claim(confidence, claim_type="revenue"):
    return {"type": claim_type, "subject": {"name": "Orvelle"}, "metric": "revenue", "value": 5, "unit": "EUR",
            "confidence": confidence}  # fmt: skip


def compared(*pairs):
    return [Comparison("a", {"claims": list(pairs)})]


RIGHT = Pair(claim(1), claim(0.92))
WRONG = Pair(claim(1), claim(0.94, "expense"))
INVENTED = Pair(None, claim(0.31))
MISSED = Pair(claim(1), None)


def test_a_range_of_confidence_tells_the_share_of_its_claims_that_is_right():
    rows = reliability(compared(RIGHT, WRONG, INVENTED, MISSED))
    assert [(r.low, r.claims, round(r.mean, 2), r.right) for r in rows] == [(0.3, 1, 0.31, 0.0), (0.9, 2, 0.93, 0.5)]


def test_a_higher_threshold_keeps_fewer_claims_and_is_measured_against_all_gold():
    rows = {row.confidence: row for row in thresholds(compared(RIGHT, WRONG, INVENTED, MISSED))}
    assert (rows[0.0].claims, round(rows[0.0].precision, 3), round(rows[0.0].recall, 3)) == (3, 0.333, 0.333)
    assert (rows[0.5].claims, rows[0.5].precision) == (2, 0.5)


def test_without_claims_there_are_no_rows():
    assert reliability([]) == thresholds([]) == []
