"""Which sentences can hold a claim."""

import pytest

SENTENCES = {
    "a statement": ("paragraph", "The plant makes ovens for small bakeries.", True),
    "a question": ("paragraph", "Does the plant make ovens for bakeries?", False),
    "a quoted question": ("paragraph", "“Does the plant make ovens for bakeries?”", False),
    "a greeting": ("paragraph", "Dear friends and partners of the house,", False),
    "thanks": ("paragraph", "To all who stood by us in these years: thank you.", False),
    "a proverb": ("paragraph", "Rome was not built in a day, as the saying goes.", False),
    "an order": ("paragraph", "Follow the company on all channels.", False),
    "furniture": ("furniture", "The plant makes ovens for small bakeries.", False),
    "a heading with a verb": ("heading", "The plant makes ovens for small bakeries", True),
    "a heading without": ("heading", "Ovens for small bakeries", False),
    "a heading that asks": ("heading", "What the plant makes for small bakeries", False),
    "a headline": ("title", "Orvelle opens plant in Norway", True),
    "a caption that states": ("caption", "The plant makes ovens for small bakeries.", True),
    "a caption that names": ("caption", "The plant in the Norwegian town of Moss", False),
    "a byline": ("byline", "Ada Quist reports from Oslo for us", False),
}


@pytest.mark.parametrize(("block", "text", "claims"), SENTENCES.values(), ids=SENTENCES)
def test_only_what_asserts_gives_claims(claims_of, block, text, claims):
    assert bool(claims_of([(block, text)])) is claims
