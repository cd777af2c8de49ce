"""The whole of training: real text as it is and varied, invented text, fits to several draws, and their mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from redaction.lexicon import Lexicon
from redaction.tagging.aspects import Aspects, Numbers
from redaction.tagging.model import Model, pack
from redaction.training.averaging import Learnt, learnt_by, mean_of, telling
from redaction.training.corpora import read_corpora
from redaction.training.documents import Document, Labelled, label_all
from redaction.training.examples import Kept, common_slots, examples_of, slots_of
from redaction.training.fitting import Plan, Weights, fit
from redaction.training.forgetting import forgetful
from redaction.training.inventing import invent
from redaction.training.varying import vary

_FORGOTTEN = 0.35
_LISTS = 3


class NoAnnotatedText(ValueError):
    """No folder holds a file that training reads, so that nothing but invented text would be learnt."""


@dataclass(frozen=True)
class Recipe:
    """How much of what goes into a model."""

    invented: int = 16000
    told_again: int = 6  # how often the case texts are varied
    seed: int = 20
    least_documents: int = 5
    least_weight: float = 0.15
    fits: int = 4  # to so many draws
    share_before: float = 1 / 3  # of the model before, where there is one
    plan: Plan = field(default_factory=Plan)

    def draws(self) -> Iterator["Recipe"]:
        """Give the recipe of each fit: other invented text, other names, other features left out."""
        for nth in range(self.fits):
            yield replace(self, seed=self.seed + 100 * nth, plan=replace(self.plan, seed=self.plan.seed + nth))


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


def train(
    folders: Sequence[Path], lexicon: Lexicon, recipe: Recipe | None = None, before: Model | None = None
) -> tuple[bytes, dict[str, int]]:
    """Train on folders of annotated text; give the packed model and some facts on it. Raises NoAnnotatedText.

    A model trained before, whose texts need not be at hand, is averaged in.
    """
    recipe = recipe or Recipe()
    real = [document for folder in folders for document in read_corpora(folder)]
    if not real:
        raise NoAnnotatedText(
            "The folders hold no annotated text: --help lists the names of files that training reads."
        )
    words = 0
    fits = []
    for draw in recipe.draws():
        material = gather(real, lexicon, draw)
        words += sum(len(each.words) for each in material.documents)
        fits.append(_learnt(fit_to(material, draw)))
    learnt = telling(_together(fits, before, recipe), recipe.least_weight)
    facts = {"words": words, "features": len(learnt.slots)}
    return pack(learnt.slots, learnt.states, learnt.follows), facts


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


def _learnt(fitted: Fitted) -> Learnt:
    return Learnt(fitted.kept.slots, fitted.weights.states[1:], fitted.weights.follows)


def _together(fits: Sequence[Learnt], before: Model | None, recipe: Recipe) -> Learnt:
    if before is None:
        return mean_of(fits, [1 / len(fits)] * len(fits))
    share = (1 - recipe.share_before) / len(fits)
    return mean_of([*fits, learnt_by(before)], [share] * len(fits) + [recipe.share_before])
