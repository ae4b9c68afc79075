"""Company news in, a dataset of grounded claims out."""

__version__ = "0.1.0"
