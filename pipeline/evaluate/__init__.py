"""Measures a run against hand annotation, by the comparison rules of the dataset contract."""
