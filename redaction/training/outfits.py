"""Inventing what services, shops, clubs and lawyers are called by everyday words, letters and other languages."""

import random
from collections.abc import Callable

from redaction.training.names import Names
from redaction.training.organisations import WORDS, Organisations

_LETTERS = "ABCDEFGHJKLMNPRSTUW"


class Outfits:
    """Draws such names by a given chance."""

    def __init__(self, names: Names, organisations: Organisations, chance: random.Random) -> None:
        """Take where people's, towns' and everyday words, and other organisations, are drawn from."""
        self._names = names
        self._organisations = organisations
        self._chance = chance
        self._kinds: dict[str, Callable[[], str]] = {
            "outfit": self.outfit,
            "law": self.law,
            "clubname": self.club,
            "venue": self.venue,
        }

    def draw(self, kind: str) -> str:
        """Draw a name of one kind."""
        return self._kinds[kind]()

    def kinds(self) -> tuple[str, ...]:
        """Give the kinds there are."""
        return tuple(self._kinds)

    def outfit(self) -> str:
        """Draw what people call a workplace, a service or a shop."""
        return self._chance.choice(
            (self._word, self._word, self._two, self._phrase, self._told, self._letters, self._foreign, self._any)
        )()

    def law(self) -> str:
        """Draw a firm of solicitors."""
        pick, names = self._chance.choice, self._names
        first, second = names.last(), names.last()
        lead = pick((first, f"{first} {second}", f"{first} & {second}", names.town(), names.word(), self._letters()))
        return f"{lead} {pick(WORDS['law'])}".strip()

    def club(self) -> str:
        """Draw a team or a club."""
        pick, names = self._chance.choice, self._names
        lead = pick((names.town(), names.town(), names.word(), names.last()))
        years = pick(("", "", f" U{pick('789')}s", f" U1{pick('012345678')}", f" Under {pick('789')}s"))
        return f"{lead} {pick(WORDS['clubs'])}{years}"

    def venue(self) -> str:
        """Draw where people worship, marry and meet."""
        pick, names = self._chance.choice, self._names
        lead = pick((names.town(), names.last(), names.word(), f"St {names.first()}'s", self._foreign()))
        return f"{pick(('', '', 'the '))}{lead} {pick(WORDS['venues'])}".strip()

    def _word(self) -> str:
        """Draw one everyday word: Resolve, Horizons, the Lighthouse."""
        name = self._chance.choice((self._names.word(), self._chance.choice(WORDS["aims"])))
        many = "s" if self._chance.random() < 0.25 and not name.endswith("s") else ""
        return f"{self._chance.choice(('', '', '', '', 'the ', 'The '))}{name}{many}"

    def _two(self) -> str:
        """Draw two: Harbour Steps, Copper Kettle, Open Minds."""
        pick, names = self._chance.choice, self._names
        second = pick((names.word(), names.ordinary("Noun"), pick(WORDS["aims"]), pick(WORDS["young"])))
        return f"{pick((names.word(), names.word(), pick(WORDS['aims']), pick(WORDS['bright'])))} {second}"

    def _phrase(self) -> str:
        """Draw a saying: With You, Seasons for Growing, A Place to Be."""
        pick, names = self._chance.choice, self._names
        told = pick(WORDS["sayings"])
        return told.format(w=names.word(), v=pick(WORDS["aims"]), n=names.ordinary("Noun"), t=names.town())

    def _told(self) -> str:
        """Draw one told by its street or town: Via, Brick Row; Avanti out of Crewe; Heysham 2."""
        pick, names = self._chance.choice, self._names
        lead = pick((self._word(), self._two(), names.last(), pick(WORDS["brands"])))
        street = f"{pick((names.word(), names.last(), names.town()))} {pick(WORDS['roads'])}"
        tails = (
            f", {street}",
            f", {names.town()}",
            f" in {names.town()}",
            f" {names.town()}",
            f" out of {names.town()}",
        )
        return pick((f"{lead}{pick(tails)}", f"{lead}{pick(tails)}", f"{names.town()} {pick('1234')}"))

    def _letters(self) -> str:
        """Draw letters with or without what they do: UHND, ABC Taxis, TM Labour Solutions, the L&D."""
        pick, names = self._chance.choice, self._names
        letters = "".join(pick(_LETTERS) for _ in range(pick((2, 3, 3, 4))))
        shapes = (
            letters,
            f"{letters} {pick(WORDS['trades'])}",
            f"{letters} {names.word()} {pick(WORDS['trades'])}",
            f"{letters} {names.town()}",
            f"{names.town()} {letters}",
            f"the {letters[0]}&{letters[1]}",
        )
        return pick(shapes)

    def _foreign(self) -> str:
        """Draw a name in another language: Casa Moreno, u Bozeny, Siop Eryl."""
        pick, names = self._chance.choice, self._names
        return f"{pick(WORDS['foreign'])} {pick((names.first(), names.last(), names.last(), names.word()))}"

    def _any(self) -> str:
        return self._organisations.draw("org")
