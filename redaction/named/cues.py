"""The words that announce a name."""

from redaction.lexicon import lines

_KINDS: dict[str, list[str]] = {}
for _line in lines("cues"):
    _kind, _, _told = _line.partition(":")
    _KINDS.setdefault(_kind, []).append(_told.strip())


def _words(kind: str) -> frozenset[str]:
    return frozenset(word for line in _KINDS[kind] for word in line.split())


def _pairs(kind: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for line in _KINDS[kind] for pair in line.split(";"))


TITLES = _words("titles")
# Titles that are everyday nouns or short words too, so that they and what follows must bear a capital.
STATIONS = _words("stations")
CROWNED = _words("crowned")
RANKS = _words("ranks")
ROLES = _words("roles")
GREETINGS = _words("greetings")
KIN: dict[str, str] = {
    word: noun.strip() for noun, _, words in (line.partition(":") for line in lines("kin")) for word in words.split()
}
PLURAL_KIN = frozenset(word + "s" for word in KIN) | {"children", "kids", "twins", "parents"}
PERSON = TITLES | RANKS | ROLES | STATIONS | frozenset(KIN)  # of whom a name may be told
PEOPLE = PERSON | PLURAL_KIN
EX = _words("ex")
CALLED = _words("called")
KNOWING = _words("knowing")
AND = _words("and")
KNOWN_AS = _pairs("known_as")
SPOKEN_TO = _pairs("spoken_to")
# Words after which a capitalised everyday word that no article leads is somebody: `told by Spud`, `met Smudge`.
BESIDE_PEOPLE = _words("beside_people")
LINKING = _words("linking")  # after these it must be a surname too
SPEECH = _words("speech")
READING = _words("reading")
ANSWERS = _words("answers")
BORNE = _words("borne")  # titles that go with the name they stand before: they tell who it is
AFTER_NAMES = _words("after_names")
EPITHETS = _words("epithets")
SEASONS = frozenset("march spring summer autumn".split())  # surnames too, right after a forename
OWNERS: dict[str, str] = {
    **dict.fromkeys(("ip", "ap", "vic", "victim", "v", "complainant", "aggrieved"), "victim"),
    **dict.fromkeys(("sus", "susp", "suspect", "offender", "defendant", "def", "dp"), "suspect"),
    **dict.fromkeys(("witness", "wit"), "witness"),
}
