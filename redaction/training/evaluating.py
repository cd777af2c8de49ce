"""How well the tagger does on text that it has not seen.

    python -m redaction.training.evaluating DATA [--folds K] [--quick]

Each corpus is left out in turn, with all that was made from it, and tagged by a model trained on the rest; with
`--folds`, the documents of all corpora are dealt into so many folds instead, and each fold is tagged by a model
trained on the others. Words are counted: for each kind, the share of its words at or above each probability, and the
share of other words there, which would be masked for nothing.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from redaction import lexicon as lists
from redaction.lexicon import Lexicon
from redaction.tagging.aspects import Aspects
from redaction.tagging.decoding import Floats, likelihoods
from redaction.tagging.labels import KINDS, OUTSIDE
from redaction.tagging.templates import SLOTS
from redaction.training.corpora import CORPORA, read_corpora
from redaction.training.documents import Document, label_all
from redaction.training.examples import slots_of
from redaction.training.training import Fitted, Recipe, fit_to, gather

THRESHOLDS = (0.9, 0.7, 0.5, 0.3, 0.2, 0.1)
Labels = npt.NDArray[np.int32]


def split_by_corpus(documents: Sequence[Document]) -> Iterator[tuple[list[Document], list[Document]]]:
    """Give for each corpus the documents of the others, and its own."""
    for corpus in CORPORA:
        own = [each for each in documents if each.source == corpus]
        if own:
            yield [each for each in documents if each.source != corpus], own


def split_by_document(documents: Sequence[Document], folds: int) -> Iterator[tuple[list[Document], list[Document]]]:
    """Deal the documents into folds, and give for each the others and its own."""
    for fold in range(folds):
        dealt = [number % folds == fold for number in range(len(documents))]
        yield (
            [each for each, out in zip(documents, dealt, strict=True) if not out],
            [each for each, out in zip(documents, dealt, strict=True) if out],
        )


def tag(fitted: Fitted, documents: Sequence[Document], lexicon: Lexicon) -> tuple[Floats, Labels]:
    """Give each word's probability of being in any name, and its right label."""
    labelled = label_all(documents, lexicon)
    place = np.zeros(SLOTS, dtype=np.int32)
    place[fitted.kept.slots] = np.arange(1, len(fitted.kept.slots) + 1)
    named = []
    for document, slots in zip(labelled, slots_of(labelled, Aspects(lexicon)), strict=True):
        opens = np.array([word.opens for word in document.words], dtype=np.intp)
        scores = fitted.weights.states[place[slots]].sum(axis=1)
        named.append(1 - likelihoods(scores, opens, fitted.weights.follows)[:, OUTSIDE])
    return np.concatenate(named), np.array([label for each in labelled for label in each.labels], dtype=np.int32)


def table(named: Floats, labels: Labels) -> Iterator[str]:
    """Give a line for each threshold."""
    for threshold in THRESHOLDS:
        masked = named >= threshold
        found = [_share(masked[(labels + 1) // 2 == number]) for number in range(1, len(KINDS) + 1)]
        told = "  ".join(f"{kind} {share}" for kind, share in zip(KINDS, found, strict=True))
        others, rightly = _share(masked[labels == OUTSIDE]), _share(labels[masked] != OUTSIDE)
        yield f"  at {threshold:.2f}  {told}  other words {others}  rightly masked {rightly}"


def _share(which: npt.NDArray[np.bool_]) -> str:
    return f"{100 * which.mean():6.2f} %" if len(which) else "      -"


def main() -> None:
    """Train and measure as asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--quick", action="store_true", help="with a third of the invented text")
    asked = parser.parse_args()
    recipe = replace(Recipe(), invented=Recipe().invented // 3) if asked.quick else Recipe()
    lexicon, documents = lists.load(), list(read_corpora(asked.data))
    splits = split_by_document(documents, asked.folds) if asked.folds else split_by_corpus(documents)
    results: dict[str, list[tuple[Floats, Labels]]] = defaultdict(list)
    for others, own in splits:
        fitted = fit_to(gather(others, lexicon, recipe), recipe)
        for corpus in CORPORA:
            of_corpus = [each for each in own if each.source == corpus]
            if of_corpus:
                results[corpus].append(tag(fitted, of_corpus, lexicon))
    for corpus, parts in results.items():
        print(corpus)
        print("\n".join(table(np.concatenate([p for p, _ in parts]), np.concatenate([y for _, y in parts]))))


if __name__ == "__main__":
    main()
