"""Each claim says which rule set a field, and on which characters."""


def evidence(extraction, number=0):
    claims = [c for c in extraction.claims if c.value is not None or c.change is not None]
    return {e.field: e for e in claims[number].evidence}


def read(text, item):
    return text[item.start : item.end]


def test_value_metric_subject_and_period_point_at_their_words(extract):
    text = "Orvelle’s revenue rose 5.5% to €5.3 billion in 2020."
    found = evidence(extract(text))
    assert read(text, found["value"]) == "€5.3 billion"
    assert read(text, found["metric"]) == "revenue"
    assert read(text, found["subject"]) == "Orvelle"
    assert read(text, found["period"]) == "2020"
    assert read(text, found["change"]) == "5.5%"


def test_rules_have_stable_ids(extract):
    found = evidence(extract("Orvelle’s revenue rose 5.5% to €5.3 billion in 2020."))
    assert found["type"].rule == "type.metric"
    assert found["value"].rule == "role.value"
    assert found["change"].rule == "change.figure"
    assert found["subject"].rule.startswith("subject.")


def test_a_speaker_points_at_what_was_said(extract):
    text = "“Our revenue was €5 million last year,” said Dana Whitlock, chief executive of Orvelle."
    found = evidence(extract(text))
    assert "revenue was €5 million" in read(text, found["speaker"])


def test_a_field_that_is_empty_has_no_evidence(extract):
    found = evidence(extract("The phone has a 4050mAh battery."))
    assert "period" not in found
    assert "speaker" not in found
