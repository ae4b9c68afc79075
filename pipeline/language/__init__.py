"""English morphology that several stages need: spelled-out numbers and plural endings.  No state, no model."""
