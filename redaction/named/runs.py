"""Where a name may begin and how it goes on: capitals, particles, hyphens, a nickname in quotation marks."""

from collections.abc import Sequence

from redaction.index import Index, together
from redaction.lexicon import PARTICLES, Lexicon
from redaction.named import cues
from redaction.named.announcing import Cue
from redaction.named.forenames_too import is_doubled, is_kin
from redaction.named.hyphened import has_second_syllable, is_compound
from redaction.named.initials import is_initial
from redaction.named.shorthand import acts_though_nk, is_not, is_shorthand, is_used
from redaction.words import BLANK, Word, is_apart

_JOINED = frozenset((" ", "-", "'", "- "))
_NICKNAMED = frozenset((' "', " '", '" ', "' ", ' ("', '") ', " ('", "') "))
_LONGEST = 5
# The others are words or shorthand too, so that they begin no name.
_SMALL_PARTICLES = PARTICLES - frozenset("st del do la le al das den ten van y e du dla".split())
_IRISH = frozenset("ni nic ui mhic".split())  # particles where only their first letter is a capital
_SHORT_FORMS = frozenset("rui dara cara octavia athena nino roma sid".split())  # names too, when not in capitals
_NEVER_SURNAMES = frozenset("pace dash dara bail rasso arc nil".split())  # in capitals
_MONTHS = frozenset("jan jun april june may august".split())
_FORENAMES_TOO = _MONTHS | {"ed", "ali", "will", "reg"}  # before another name, and where no date is told
_IS_OR_HAS = frozenset("is has says said told asked wants and".split())
_BEFORE_TIMES = frozenset(
    "in of since until till between last this next early late mid during before after every by from to".split()
)
_NEVER = frozenset("the a unknown unk tbc withheld undisclosed refused sirs".split())  # whatever announces them
_NEVER_SMALL = frozenset("back put out off down home over away hair coat hat".split())  # beside who is told of
_SHORTEST_SMALL = 4
_CALLED = frozenset("mr mrs ms miss mx dr".split())
_MARRIED = frozenset("mr mrs ms".split())  # which are nothing else in small letters, as miss is
_RANKED = cues.TITLES | cues.RANKS
_LEADS_TO_SMALL = _RANKED | _CALLED | frozenset(cues.KIN)  # before a name in small letters
_TITLES_ALONE = cues.TITLES - frozenset(("justice", "lady", "lord", "dame", "dona", "bhai"))


class NameRuns:
    """Reads how far a name goes."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the word lists."""
        self._lexicon = lexicon

    def looked_at(self, index: Index) -> list[int]:
        """Give the only words that may be worth a look where capitals tell something."""
        small = index.of(PARTICLES | self._lexicon.familiar_words)
        return together(index.unusual, index.after(_LEADS_TO_SMALL), small)

    def worth_a_look(self, words: Sequence[Word], at: int, *, quiet: bool) -> bool:
        """Say whether a name could begin with a word at all: a capital, or small letters that are no everyday word."""
        word = words[at]
        if self._stands_out(word):
            return word.text.isalpha()
        if word.low in PARTICLES:
            return True
        led = at > 0 and words[at - 1].low in _LEADS_TO_SMALL
        if led and (self._is_called(words, at, quiet=quiet) or is_kin(words, at, self._lexicon)):
            return True
        if quiet and self._lexicon.is_name(word.low):
            return word.low not in self._lexicon.protected or word.low in _FORENAMES_TOO
        if word.plain:
            return word.low[-1] in "so" and self._lexicon.is_familiar(word.low)
        return len(word.low) >= _SHORTEST_SMALL and word.text.isalpha()

    def _stands_out(self, word: Word) -> bool:
        """Say whether a word has a capital that tells something, or is a name first even where all is capitals."""
        return word.capital or (word.upper and word.low in self._lexicon.names_first)

    def last(self, words: Sequence[Word], at: int, cue: Cue | None, *, quiet: bool) -> int | None:
        """Give the last word of the name that may begin here; a `quiet` text has hardly any capitals."""
        if not self._may_begin(words, at, cue, quiet=quiet):
            return None
        last = at
        while last + 1 < len(words) and last - at < _LONGEST and self._continues(words, last, quiet=quiet):
            last += 1
        while last > at and words[last].low in PARTICLES and not words[last].capital:
            last -= 1
        return last

    def _may_begin(self, words: Sequence[Word], at: int, cue: Cue | None, *, quiet: bool) -> bool:
        """Say whether a name may begin with a word; a policy word may only as a surname after a strong cue."""
        word, strong = words[at], cue is not None and cue.strong
        low = word.low
        if low == "s" or low in _NEVER or is_not(words, at) or (not strong and is_shorthand(words, at, self._lexicon)):
            return False
        if is_compound(words, at):
            return False
        if not self._stands_out(word):
            return self._may_begin_small(words, at, strong=strong, quiet=quiet)
        if (low == "will" and word.text == "Will" and not word.opens) or acts_though_nk(words, at, self._lexicon):
            return True
        titled = (not strong or low in _TITLES_ALONE) and self._is_title_here(words, at)
        if titled or (not strong and self._is_a_deed_here(words, at)):
            return False
        short = low in _SHORT_FORMS and word.text.istitle() and not is_used(words, at)
        if short or low not in self._lexicon.protected:
            return True
        if low in _FORENAMES_TOO and word.text.istitle() and self._is_a_forename_here(words, at):
            return True
        if cue is not None and cue.epithet and word.text.istitle() and low in self._lexicon.names_first:
            return words[at - 1].text.istitle() and not words[at - 1].opens
        known = self._lexicon.is_name(low) or (low in PARTICLES and word.text.istitle())
        return is_doubled(words, at, self._lexicon) or (strong and known and low not in cues.RANKS)

    def _is_a_deed_here(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a sentence begins with what was done to whoever comes next: Phoned Kelvin."""
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if not word.opens or not word.plain or after is None or after.gap != " " or not after.capital:
            return False
        does = word.low in self._lexicon.person_verbs or word.low.endswith("ed")
        if not does and (self._lexicon.is_name(word.low) or after.plain or word.low in cues.EPITHETS):
            return False
        return word.low not in self._lexicon.forenames and self._lexicon.is_name(after.low)

    def _is_title_here(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a word is the title of the name after it; a sovereign's, a peer's and a pope's are names."""
        low, after = words[at].low, words[at + 1] if at + 1 < len(words) else None
        if low in cues.KIN:
            return True
        if after is not None and BLANK in after.gap:  # a tag stands where the name was
            return low in cues.TITLES or low in cues.ROLES or low in cues.STATIONS
        if after is None or not after.capital or after.gap not in (" ", ". "):
            return low in cues.TITLES
        return low in cues.TITLES or low in cues.ROLES or (low in cues.STATIONS and low not in cues.CROWNED)

    def _may_begin_small(self, words: Sequence[Word], at: int, *, strong: bool, quiet: bool) -> bool:
        """Say whether small letters may begin a name: after a strong cue, or a forename with a surname beside it."""
        low, lexicon = words[at].low, self._lexicon
        if low in PARTICLES:
            return strong and low in _SMALL_PARTICLES
        if low in _NEVER_SMALL:
            return False
        if low in lexicon.person_verbs and not lexicon.is_name(low):
            return False
        if words[at].plain and not lexicon.is_familiar(low):
            stands = quiet and low in lexicon.names_first and self._stands_as_somebody(words, at)
            told = (quiet and (lexicon.is_name(low) or lexicon.is_name(low.removesuffix("s")))) or is_kin(
                words, at, self._lexicon
            )
            return stands or (strong and (told or self._is_called(words, at, quiet=quiet)))
        if lexicon.is_familiar(low) or (quiet and (strong or lexicon.is_name(low) or self._owns(low))):
            return True
        if strong and self._may_be_small(words, at):
            return True
        if quiet and low not in lexicon.uncommon and self._stands_as_somebody(words, at):
            return True
        after = words[at + 1] if at + 1 < len(words) else None
        return low in lexicon.forenames and after is not None and after.gap == " " and self._is_rare_name(after)

    def _is_called(self, words: Sequence[Word], at: int, *, quiet: bool) -> bool:
        """Say whether an everyday word in small letters stands as a surname after a title in small letters."""
        titled = at > 0 and words[at].gap == " " and words[at - 1].low in (_RANKED if quiet else _CALLED)
        if not titled or not (quiet or words[at - 1].text.islower()):
            return False
        lexicon, low = self._lexicon, words[at].low
        if low in lexicon.protected and words[at - 1].low in _MARRIED:
            return low in lexicon.surnames and low not in cues.RANKS and low not in cues.ROLES
        return not (low in lexicon.protected or low in lexicon.verbs or low in lexicon.person_verbs)

    def _owns(self, low: str) -> bool:
        """Say whether a word is a familiar name with the s of a possessive whose apostrophe is lost."""
        return low.endswith("s") and not self._lexicon.is_plain(low) and self._lexicon.is_name(low[:-1])

    def _stands_as_somebody(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a rare word of a text without capitals stands where people do: before a deed, after `with`."""
        after = words[at + 1] if at + 1 < len(words) else None
        follows = after.low if after is not None and after.gap in (" ", "'") else ""
        if follows in cues.SPEECH:
            return True
        before = words[at - 1].low if at and words[at].gap == " " else ""
        placed = before in cues.BESIDE_PEOPLE or follows in self._lexicon.person_verbs or follows in ("is", "was")
        return placed and (len(words[at].low) == _SHORTEST_SMALL + 1 or not self._lexicon.is_misspelt(words[at].low))

    def _may_be_small(self, words: Sequence[Word], at: int) -> bool:
        """Say whether small letters after a strong cue are a name rather than a word run together or mistyped."""
        low = words[at].low
        told = at and (words[at - 1].low in cues.TITLES or words[at - 1].low in cues.RANKS)
        return self._lexicon.is_name(low) or (bool(told) and not self._lexicon.is_misspelt(low))

    def _is_rare_name(self, word: Word) -> bool:
        return self._lexicon.is_name(word.low) and not word.plain

    def _is_a_forename_here(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a word that also tells time or a place is a forename: a surname follows and no date is told."""
        after = words[at + 1] if at + 1 < len(words) else None
        before = words[at - 1].low if at else ""
        if after is None:
            return False
        if words[at].low == "will" and after.gap == ", ":
            return True
        if words[at].low != "will" and after.gap == " " and after.low in _IS_OR_HAS:
            return before not in _BEFORE_TIMES
        if after.gap != " " or not after.text.istitle():
            return False
        if words[at].low in _MONTHS and (before in _BEFORE_TIMES or before[:1].isdigit()):
            return False
        return is_initial(after) or (
            after.low not in self._lexicon.protected and (self._lexicon.is_name(after.low) or not after.plain)
        )

    def _continues(self, words: Sequence[Word], last: int, *, quiet: bool) -> bool:
        """Say whether a name goes on with the next word."""
        word, following = words[last], words[last + 1]
        low = following.low
        if not self._is_joined(word, following) or low == "s" or not following.text.isalpha():
            return False
        chained = last + 2 < len(words) and words[last + 2].gap == "-"
        if following.gap == "-" and not following.capital and (chained or word.gap == "-"):
            return True
        if low in PARTICLES or (low in _IRISH and following.text.istitle()):
            return self._leads_on(words, last + 1)
        if not word.capital and not word.upper:
            surname = quiet and low in self._lexicon.surnames and low not in self._lexicon.protected
            return following.gap == " " and (following.capital or surname or self._is_rare_name(following))
        if not following.capital:
            shouted = following.upper and word.upper and self._lexicon.is_rare(word)
            if shouted and low not in self._lexicon.protected and following.gap in (" ", "-", "'"):
                return self._lexicon.is_name(low) and low not in self._lexicon.verbs
            return following.gap == "-" and (not following.plain or has_second_syllable(words, last, self._lexicon))
        if is_initial(following):
            after = words[last + 2] if last + 2 < len(words) else None
            return bool(after and after.capital and after.gap in (" ", ". ", "."))
        return following.gap in ("-", "'", "- ") or self._may_follow(word, following)

    def _leads_on(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a particle leads on to another part of a name: van Gaal, de la Renta, d'Orves."""
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or after.gap not in (" ", "'", "-"):
            return False
        return after.capital or (after.low in PARTICLES and at + 2 < len(words) and words[at + 2].capital)

    def _is_joined(self, word: Word, following: Word) -> bool:
        gap = following.gap
        if gap in _JOINED:
            return not is_apart(word, following)
        if gap in (". ", "."):
            return len(word.text) == 1 or word.low in PARTICLES
        if gap in _NICKNAMED:
            return word.capital and following.capital and following.low not in self._lexicon.protected
        names = self._lexicon.is_rare(word) and self._lexicon.is_name(following.low)
        deed = following.plain and following.low not in self._lexicon.names_first
        policy = following.low in self._lexicon.protected
        return gap == "\n" and following.capital and names and not (deed or policy)

    def _may_follow(self, word: Word, following: Word) -> bool:
        """Say whether a capitalised word is the next part of a name rather than the next word of a heading."""
        lexicon, low = self._lexicon, following.low
        if low in _NEVER_SURNAMES and following.upper:
            return False
        if low in lexicon.protected:
            after_forename = word.low in lexicon.forenames and (not word.opens or lexicon.is_rare(word))
            return (low in lexicon.surnames or low in lexicon.brands or low in cues.SEASONS) and (
                after_forename or (following.upper and not word.upper)
            )
        if following.upper and not word.upper:
            return lexicon.is_name(low) or not following.plain or not word.plain
        return lexicon.is_rare(word) or following.upper or not following.plain or lexicon.is_name(low)
