"""Inventing what pubs, schools, nurseries, care homes, parks and employers are called, mostly by everyday words."""

import random
from collections import defaultdict
from collections.abc import Callable

from redaction.lexicon import FOLDER
from redaction.training.names import Names


def _lists() -> dict[str, list[str]]:
    """Read the words by kind; a line that goes on with a kind goes on with its words."""
    told: dict[str, str] = defaultdict(str)
    for line in (FOLDER / "organisations.txt").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(": ")
        told[kind] += words if not line.startswith("#") else ""
    return {kind: words.split(";") for kind, words in told.items()}


WORDS = _lists()

_BEASTS = WORDS["beasts"]
_SIGNS = WORDS["signs"]
_COLOURS = WORDS["colours"]
_TREES = WORDS["trees"]
_BRIGHT = WORDS["bright"]
_YOUNG = WORDS["young"]
_NURSERIES = WORDS["nurseries"]
_SCHOOLS = WORDS["schools"]
_CARES = WORDS["cares"]
_PARKS = WORDS["parks"]
_CENTRES = WORDS["centres"]
_TRADES = WORDS["trades"]
_STARTS = WORDS["starts"]
_ENDS = WORDS["ends"]
_BRANDS = WORDS["brands"]


class Organisations:
    """Draws names of organisations by a given chance."""

    def __init__(self, names: Names, chance: random.Random) -> None:
        """Take where people's, towns' and everyday words are drawn from."""
        self._names = names
        self._chance = chance
        self._kinds: dict[str, Callable[[], str]] = {
            "pub": self.pub, "school": self.school, "nursery": self.nursery, "care": self.care, "park": self.park,
            "centre": self.centre, "work": self.work, "chain": self.chain, "nick": self.nick,
            "described": self.described, "branch": self.branch, "hospital": self.hospital, "charity": self.charity,
            "boat": self.boat, "firm": self.firm,
        }  # fmt: skip

    def draw(self, kind: str) -> str:
        """Draw a name of one kind, or of any (`org`)."""
        return self._kinds[self._chance.choice(sorted(self._kinds)) if kind == "org" else kind]()

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds there are."""
        return (*self._kinds, "org")

    def pub(self) -> str:
        """Draw a pub's name."""
        pick, names = self._chance.choice, self._names
        sign = pick((pick(_SIGNS), pick(_BEASTS), names.word(), pick(_SIGNS)))
        shape = pick(WORDS["pubs"])
        return shape.format(
            s=sign,
            b=pick(_BEASTS + _SIGNS),
            c=pick(_COLOURS),
            l=names.last(),
            t=names.town(),
            f=names.first(),
            w=names.word(),
        )

    def school(self) -> str:
        """Draw a school's name."""
        return f"{self._lead()} {self._chance.choice(_SCHOOLS)}"

    def nursery(self) -> str:
        """Draw a nursery's name."""
        pick = self._chance.choice
        name = pick(
            (
                f"{pick(_BRIGHT)} {pick(_YOUNG)}",
                f"{pick(_TREES)} {pick(_YOUNG)}",
                pick(_BRIGHT),
                self._names.word(),
                f"{self._names.word()} {pick(_YOUNG)}",
            )
        )
        end = pick(_NURSERIES) if " " in name else pick(_NURSERIES[:8])
        return f"{name} {end}".strip()

    def care(self) -> str:
        """Draw a care home's name, or a block's."""
        pick = self._chance.choice
        tree = pick(_TREES) if self._chance.random() < 0.6 else self._names.word()
        plural = tree if tree.endswith("s") else f"{tree}s"
        return pick(
            (
                f"The {plural}",
                f"the {plural}",
                f"{tree} {pick(_CARES)}",
                f"{self._lead()} {pick(_CARES)}",
                f"{tree}{pick(('wood', 'dene', 'croft', 'field', 'lea', 'bank'))} {pick(_CARES)}",
            )
        )

    def park(self) -> str:
        """Draw the name of a park or another place that all may enter."""
        the = "the " if self._chance.random() < 0.1 else ""
        return f"{the}{self._lead()} {self._chance.choice(_PARKS)}"

    def centre(self) -> str:
        """Draw the name of a centre, a club or a charity."""
        return f"{'the ' if self._chance.random() < 0.2 else ''}{self._lead()} {self._chance.choice(_CENTRES)}"

    def work(self) -> str:
        """Draw an employer's or a shop's name."""
        pick, names = self._chance.choice, self._names
        kind = self._chance.random()
        if kind < 0.62:
            return f"{self._lead()} {pick(_TRADES)}"
        if kind < 0.72:
            return f"{names.last()} {pick((*WORDS['firms'], f'& {names.last()}'))}"
        if kind < 0.8:
            return f"{names.last()}'s"
        if kind < 0.9:
            return f"{pick(_STARTS)}{pick(_ENDS)}{pick(('', '', ' ' + pick(_TRADES)))}"
        return f"{names.word()} {names.word()}"

    def chain(self) -> str:
        """Draw a branch of a chain, told by its place."""
        pick, names = self._chance.choice, self._names
        name = pick((names.word(), names.last(), names.town(), "High", "Market", "Station", "London"))
        street = f"{name} {pick(WORDS['roads'])}"
        return (
            f"{pick(_BRANDS)} {pick(('on', 'in', 'at', 'on the'))} {street}"
            if self._chance.random() < 0.5
            else f"{pick(_BRANDS)} {names.town()}"
        )

    def nick(self) -> str:
        """Draw what people call a place for short: the Lister, Mayday, the General, the Ridings."""
        pick, names = self._chance.choice, self._names
        name = pick((names.last(), names.town(), names.word(), pick(_BRIGHT), f"{pick(_SIGNS)}"))
        return pick((f"the {name}", f"the {name}", name))

    def described(self) -> str:
        """Draw a shop told by what it is and where: the chip shop on Dale Road."""
        pick, names = self._chance.choice, self._names
        name = pick((names.word(), names.last(), names.town()))
        where = pick((f"{name} {pick(WORDS['roads'])}", f"{name} {pick(WORDS['roads'])}", name))
        shop = f"{pick(('the ', 'the ', ''))}{pick(WORDS['shops'])}"
        return f"{shop} {pick(('on', 'on', 'at', 'in', 'off'))} {where}"

    def branch(self) -> str:
        """Draw a shop told by the place that it is in: Zara in West Orchards."""
        pick, names = self._chance.choice, self._names
        shop = pick((pick(_BRANDS), pick(_BRANDS), names.first(), names.word(), f"{names.last()}'s"))
        return f"{shop} {pick(('in', 'in', 'at', 'on'))} {pick((self.park(), self._lead(), names.town()))}"

    def hospital(self) -> str:
        """Draw what a hospital is called, mostly for short."""
        pick, names = self._chance.choice, self._names
        patron = pick((names.first(), f"{names.first()} {names.last()}", "King", "Queen", "Princess", "the Queen"))
        return pick(
            (
                f"{names.town()} {pick(('General', 'A&E', 'Infirmary', 'Royal', 'Cottage', 'Maternity', 'ED'))}",
                f"{pick(('the ', ''))}{pick(('Royal', 'Queen', 'Princess'))} {pick((names.town(), names.first()))}",
                f"{patron}{pick((chr(39) + 's', chr(39) + 's', ' Royal', ' Hospital', ' of Wales'))}",
                f"St {names.first()}{pick((chr(39) + 's', 's'))}",
                f"the {pick((names.last(), names.first(), names.town()))}",
            )
        )

    def charity(self) -> str:
        """Draw what a helping service is called, mostly by everyday words."""
        pick, names = self._chance.choice, self._names
        name = pick((names.word(), f"{pick(_BRIGHT)} {names.word()}", f"{names.word()} {names.word()}", names.last()))
        end = pick(("", "", "", f" {names.town()}", f" in {names.town()}", f" at {names.town()}", " counselling"))
        return f"{name}{end}"

    def boat(self) -> str:
        """Draw what a boat or a house without a number is called."""
        pick, names = self._chance.choice, self._names
        return pick(
            (f"The {names.word()}", f"{names.word()} {names.word()}", names.word(), f"{names.first()} {names.word()}")
        )

    def firm(self) -> str:
        """Draw a firm's name by its owner, its letters or its place."""
        pick, names = self._chance.choice, self._names
        lead = pick((names.last(), f"{names.last()}'s", names.town(), f"{names.first()[0]}&{names.first()[0]}"))
        return f"{lead} {pick((names.word(), '', ''))} {pick(WORDS['firms'] + _TRADES)}".replace("  ", " ")

    def _lead(self) -> str:
        """Draw what stands before the word that tells the kind."""
        pick, names, kind = self._chance.choice, self._names, self._chance.random()
        if kind < 0.22:
            return names.last()
        if kind < 0.45:
            return names.town()
        if kind < 0.55:
            return f"{pick(('St', 'St', 'St.', 'Saint'))} {names.first()}{pick((chr(39) + 's', 's', ''))}"
        if kind < 0.68:
            return names.word()
        if kind < 0.8:
            return f"{names.word()} {names.word()}"
        if kind < 0.9:
            return f"{pick(_TREES)}{pick(WORDS['grown'])}"
        return f"{pick(WORDS['sides'])} {pick((names.word(), names.town(), names.last()))}"
