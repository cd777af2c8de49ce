"""The whole of training: real text as it is and varied, invented text, fitting, and leaving out what hardly counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from redaction.lexicon import Lexicon
from redaction.tagging.aspects import Aspects, Numbers
from redaction.tagging.model import pack
from redaction.training.corpora import read_corpora
from redaction.training.documents import Document, Labelled, label_all
from redaction.training.examples import Kept, common_slots, examples_of, slots_of
from redaction.training.fitting import Floats, Plan, Weights, fit
from redaction.training.forgetting import forgetful
from redaction.training.inventing import invent
from redaction.training.varying import vary

_FORGOTTEN = 0.35
_LISTS = 3


class NoAnnotatedText(ValueError):
    """A folder holds no file that training reads, so that nothing but invented text would be learnt."""


@dataclass(frozen=True)
class Recipe:
    """How much of what goes into a model."""

    invented: int = 16000
    told_again: int = 6  # how often the case texts are varied
    seed: int = 20
    least_documents: int = 5
    least_weight: float = 0.18
    plan: Plan = field(default_factory=Plan)


@dataclass(frozen=True)
class Material:
    """Labelled documents and their features."""

    documents: list[Labelled]
    slots: list[Numbers]


@dataclass(frozen=True)
class Fitted:
    """What was fitted, and to which slots."""

    kept: Kept
    weights: Weights


def train(folder: Path, lexicon: Lexicon, recipe: Recipe | None = None) -> tuple[bytes, dict[str, int]]:
    """Train on a folder of annotated text; give the packed model and some facts on it. Raises NoAnnotatedText."""
    recipe = recipe or Recipe()
    real = list(read_corpora(folder))
    if not real:
        raise NoAnnotatedText("The folder holds no annotated text: see the names of files that training reads.")
    material = gather(real, lexicon, recipe)
    slots, states, follows = _told(fit_to(material, recipe), recipe.least_weight)
    facts = {"words": sum(len(each.words) for each in material.documents), "features": len(slots)}
    return pack(slots, states, follows), facts


def gather(real: Sequence[Document], lexicon: Lexicon, recipe: Recipe) -> Material:
    """Put together real text as it is, the same varied, and invented text, under lists that forget."""
    aspects = [Aspects(forgetful(lexicon, _FORGOTTEN, recipe.seed + which)) for which in range(_LISTS)]
    invented = list(vary(invent(recipe.invented, lexicon, recipe.seed), lexicon, recipe.seed + 1))
    parts = [(list(real), Aspects(lexicon)), (list(vary(real, lexicon, recipe.seed + 2)), aspects[0])]
    cases = [each for each in real if each.source == "cases"]
    again = [vary(cases, lexicon, recipe.seed + 3 + time) for time in range(recipe.told_again)]
    parts += [(list(varied), aspects[1 + time % 2]) for time, varied in enumerate(again)]
    parts += [(invented[::_LISTS], Aspects(lexicon)), *((invented[at::_LISTS], aspects[at]) for at in (1, 2))]
    documents: list[Labelled] = []
    slots: list[Numbers] = []
    for written, seen_with in parts:
        labelled = label_all(written, lexicon)
        documents += labelled
        slots += slots_of(labelled, seen_with)
    return Material(documents, slots)


def fit_to(material: Material, recipe: Recipe) -> Fitted:
    """Keep the features that enough documents show, and fit weights to them."""
    kept = common_slots(material.slots, recipe.least_documents)
    examples = examples_of(material.documents, material.slots, kept)
    return Fitted(kept, fit(examples, len(kept.slots) + 1, recipe.plan))


def _told(fitted: Fitted, least: float) -> tuple[Numbers, Floats, Floats]:
    """Leave out the features whose weights hardly count."""
    states = fitted.weights.states[1:]
    telling = np.abs(states).max(axis=1) >= least
    return fitted.kept.slots[telling], states[telling], fitted.weights.follows
