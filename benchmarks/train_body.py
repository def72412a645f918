"""Train the model that tells an article's text from what stands around it.

Reads pages with their true bodies, writes ``parsers/body/body_model.json``. Needs
scikit-learn, which nothing else here does:

    uv run --with scikit-learn python benchmarks/train_body.py TRUTH.jsonl [--cross 5]

``--cross N`` writes nothing, but trains N times without a share of the sites and prints
how well the model reads those. TRUTH rows are ``{id, site, html_file, body, …}``.
"""

import argparse
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.body_labels import label, soundness
from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.context import look_around
from parsers.body.evidence import Facts, gather
from parsers.body.judge import Model, better_region, climb, make_model, weigh
from parsers.body.likes import best_limit, with_likes
from parsers.body.region import find_region
from parsers.finders.body import known_of, scope
from parsers.finders.title import find_title
from parsers.metadata import read_metadata
from parsers.model import Capture
from parsers.page import read_page
from parsers.reading import Reading

#: Facts met less often teach nothing.
RARE = 20
#: Pages that say less of their truth than this teach nothing.
SOUND = 0.9
OUTPUT = Path(__file__).parent.parent / "parsers" / "body" / "body_model.json"


class Sample:
    """One page: its blocks in scope, their facts, and which are text."""

    def __init__(self, row: dict[str, Any], base: Path) -> None:
        self.row = row
        self.site = row.get("site") or row["id"]
        payload = gzip.decompress((base / row["html_file"]).read_bytes())
        page = read_page(Capture(url=row.get("url") or "", payload=payload))
        blocks = walk(page)
        reading = Reading(page=page, metadata=read_metadata(page), blocks=blocks)
        title, _ = find_title(reading) or ("", "")
        self.blocks: Sequence[Block] = ()
        self.facts: list[list[Facts]] = []
        self.labels: list[bool | None] = []
        self.weight = 1.0
        self.is_sound = False
        region = find_region(blocks)
        if region is None:
            return
        self.blocks = scope(blocks, region)
        self.region = region
        self.facts = gather(self.blocks, region, known_of(reading, title))
        labels = dict(zip(blocks, label(blocks, row), strict=True))
        self.labels = [labels[block] for block in self.blocks]
        self.is_sound = soundness(self.blocks, self.labels, row) >= SOUND
        total = max(20, sum(1 for one in self.labels if one))
        self.weight = 100 / total

    def rows(self, likely: Sequence[float]) -> list[list[float] | None]:
        """Return the numbers of the second model."""
        region = better_region(self.blocks, likely, self.region)
        return look_around(self.blocks, likely, region)


def train(samples: Sequence[Sample], folds: int = 5) -> Model:
    """Return a model; the trees learn from weights that have not seen their pages."""
    groups = np.array([crc32(s.site.encode()) for s in samples])
    outside: dict[int, list[float]] = {}
    order = np.arange(len(samples))
    for old, new in GroupKFold(folds).split(order, groups=groups):
        bias, weights = fit_weights([samples[n] for n in old])
        half = make_model(bias, weights, 0.0, ())
        for n in new:
            outside[n] = [weigh(half, facts) for facts in samples[n].facts]
    base, trees = fit_trees(samples, outside)
    bias, weights = fit_weights(samples)
    return make_model(bias, weights, base, trees)


def fit_weights(samples: Sequence[Sample]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weight of each fact."""
    counts: dict[str, int] = defaultdict(int)
    for sample in samples:
        for facts in sample.facts:
            for fact in set(chain.from_iterable(facts)):
                counts[fact] += 1
    names = sorted(fact for fact, count in counts.items() if count >= RARE)
    number = {fact: n for n, fact in enumerate(names)}
    where: list[int] = []
    starts = [0]
    truth: list[bool] = []
    weight: list[float] = []
    for sample in samples:
        for facts, is_text in zip(sample.facts, sample.labels, strict=True):
            if is_text is None or not facts:
                continue
            said = set(chain.from_iterable(facts))
            where.extend(number[fact] for fact in said if fact in number)
            starts.append(len(where))
            truth.append(is_text)
            weight.append(sample.weight)
    table = sparse.csr_matrix(
        (np.ones(len(where)), where, starts), shape=(len(truth), len(names))
    )
    fitted = LogisticRegression(C=0.03, solver="liblinear", max_iter=300)
    fitted.fit(table, truth, sample_weight=weight)
    learned = dict(zip(names, fitted.coef_[0], strict=True))
    kept = {fact: round(w, 3) for fact, w in learned.items() if abs(w) >= 0.02}
    return round(float(fitted.intercept_[0]), 3), kept


def fit_trees(
    samples: Sequence[Sample], likely: dict[int, list[float]]
) -> tuple[float, tuple[Any, ...]]:
    """Return the base and the trees over what stands around."""
    table: list[list[float]] = []
    truth: list[bool] = []
    weight: list[float] = []
    for n, sample in enumerate(samples):
        if not sample.blocks:
            continue
        rows = sample.rows(likely[n])
        for row, is_text in zip(rows, sample.labels, strict=True):
            if is_text is not None and row is not None:
                table.append(row)
                truth.append(is_text)
                weight.append(sample.weight)
    fitted = HistGradientBoostingClassifier(
        max_iter=60,
        max_leaf_nodes=8,
        learning_rate=0.12,
        min_samples_leaf=40,
        max_features=0.5,
        l2_regularization=1,
        random_state=0,
        early_stopping=False,
    )
    fitted.fit(np.array(table, float), truth, sample_weight=weight)
    trees = tuple(_tree(one[0].nodes) for one in fitted._predictors)
    return round(float(np.ravel(fitted._baseline_prediction)[0]), 4), trees


def _tree(nodes: Any, place: int = 0) -> Any:
    node = nodes[place]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    limit = float(f"{float(node['num_threshold']):.5g}")
    return (
        int(node["feature_idx"]),
        limit,
        _tree(nodes, int(node["left"])),
        _tree(nodes, int(node["right"])),
    )


def judge(model: Model, sample: Sample) -> list[float]:
    """Return how likely each block of a sample is text."""
    first = [weigh(model, facts) for facts in sample.facts]
    return [
        p if row is None else climb(model, row)
        for p, row in zip(first, sample.rows(first), strict=True)
    ]


def cross(
    samples: Sequence[Sample], folds: int
) -> Iterator[tuple[Sample, list[float]]]:
    """Yield each sample with what a model says that has not seen its site."""
    groups = np.array([crc32(s.site.encode()) for s in samples])
    for old, new in GroupKFold(folds).split(samples, groups=groups):
        model = train([samples[n] for n in old if samples[n].is_sound], folds=4)
        for n in new:
            yield samples[n], judge(model, samples[n]) if samples[n].blocks else []


def bodies(judged: Iterable[tuple[Sample, list[float]]]) -> Iterator[dict[str, str]]:
    """Yield predictions in the scorer's form."""
    for sample, likely in judged:
        found = with_likes(zip(sample.blocks, likely, strict=True))
        limit = best_limit(found)
        text = [block.text for block, p in found if p >= limit]
        yield {"id": sample.row["id"], "body": "\n\n".join(text)}


def main() -> None:
    """Train on all pages, or tell how well training on some reads the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--cross", type=int, default=0)
    arguments = parser.parse_args()
    lines = arguments.truth.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    base = arguments.truth.parent
    samples = [Sample(row, base) for row in rows if row.get("body")]
    if arguments.cross:
        for prediction in bodies(cross(samples, arguments.cross)):
            print(json.dumps(prediction, ensure_ascii=False))
        return
    model = train([sample for sample in samples if sample.is_sound])
    data = {
        "bias": model.bias,
        "weights": model.weights,
        "base": model.base,
        "trees": model.trees,
    }
    OUTPUT.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    print(f"{OUTPUT}: {len(model.weights)} weights, {len(model.trees)} trees")


if __name__ == "__main__":
    main()
