"""Who says a clause, and what its figures are taken from."""
