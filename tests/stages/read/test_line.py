import pytest

from pipeline.stages.read import line
from pipeline.stages.read.line import Line, forget_lines

PLAIN = [
    "Weather", "Related articles", "More business headlines", "Sign up for our newsletter", "Photo by Ada Holm",
    "Written by Ada Holm", "About Orvelle", "To our shareholders", "For immediate release", "Ends", "Dear reader",
    "Harbour plant to close after forty years", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_short_way_of_plain_lines_judges_like_the_long_one(text, monkeypatch):
    def judged() -> list[object]:
        forget_lines()
        found = Line(0, len(text), text, True)
        return [getattr(found, name) for name in Line.__slots__]

    short = judged()
    monkeypatch.setattr(line, "is_plain", lambda _: False)
    assert short == judged()
    forget_lines()
