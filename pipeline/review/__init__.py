"""Precision without gold: a stratified sample of a run's claims to judge, and what the verdicts say of the run."""
