"""Company news in, a dataset of grounded claims out."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.library import Extractor, Records

__version__ = "0.1.0"

__all__ = ["Extractor", "Records"]


def __getattr__(name: str) -> Any:
    """Import the library when it is first asked for, so that `import pipeline` itself stays fast."""
    if name in __all__:
        from pipeline import library  # noqa: PLC0415

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
