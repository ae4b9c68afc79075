"""A run in the formats of other tools, and annotation from them."""
