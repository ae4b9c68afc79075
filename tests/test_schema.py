import json
from pathlib import Path

from pipeline.cli import main, schema

KEPT = Path(__file__).parents[1] / "pipeline" / "schema.json"


def test_the_kept_schema_is_the_models(capsys):
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == KEPT.read_text(encoding="utf-8"), (
        "python -m pipeline schema > pipeline/schema.json"
    )


def test_the_schema_is_valid_and_closed():
    for name, described in schema().items():
        assert described["additionalProperties"] is False, name
        json.dumps(described)
