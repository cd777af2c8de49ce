"""The words that a copy of the pack holds besides its cases, the same in each of its forms."""

from collections.abc import Iterator

from scrutiny_app.domain.cases import title_of
from scrutiny_app.domain.grading import GRADE_MEANINGS, GRADE_TITLES, Grade
from scrutiny_app.domain.packs import Marks, Pack, PackedCase
from scrutiny_app.domain.releasing import STATE_TITLES, BlankState, Fact, Item, Text

CONTENTS, CONTENTS_COLUMNS = "The cases", ("No.", "Case", "Disposal", "Offence group")
GLOSSARY = "What the tags and blanks mean"
GLOSSARY_OPENING = (
    "Words in square brackets stand in place of a name, an address or a number. "
    "The same tag stands for the same person or place all through one case, and for another in the next."
)
TAGS_COLUMNS = ("Tag", "What it stands for")
BLANKS, BLANKS_COLUMNS = "The three blanks", ("Blank", "What it means")
FACTS, FACTS_COLUMNS = "Facts of the case", ("Fact", "As recorded")
TIMELINE, TIMELINE_COLUMNS = "Timeline", ("What was done", "When")
COMPLETENESS, COMPLETENESS_COLUMNS = "What was recorded", ("Ought to be on record", "Is it?")
GRADE = "Your grade of case"
COMMENT = "Your comment. Name nobody; say why, unless your grade is “Appropriate”."
CANNOT = "I cannot grade this case"
CONFLICT = "I know somebody or something in this case, and step back from it"
RECEIVED = " (received after the sample was drawn)"


def title_for(pack: Pack) -> str:
    """Give a copy's title."""
    return f"Cases for scrutiny: {pack.title}"


def opening(pack: Pack, marks: Marks) -> Iterator[str]:
    """Say whose copy this is, what is in it, and what to do with it."""
    count = f"{len(pack.cases)} of its {pack.size} cases are here: those that you see on your page."
    whole = "All of its cases are here." if len(pack.cases) == pack.size else count
    yield f"A round of {pack.force}, for independent scrutiny. {whole}"
    yield (
        "Each case is as the decision-maker had it, with everything taken out that tells who somebody is. If you find "
        "anything that does, stop reading, tell nobody what it was, and report it on your page at once."
    )
    yield (
        f"This is copy {marks.serial}, for reader {marks.reader} alone. Do not copy it or pass it on. Give it back, or "
        f"destroy it and say so, by {marks.expires}."
    )
    yield (
        "If you know somebody or something in a case, stop reading it and say so, on your page or your grading sheet."
    )


def grades(*, grading: bool) -> list[str]:
    """List what a grader may tick, none for a reader who gives no grades."""
    if not grading:
        return []
    named = [f"{GRADE_TITLES[grade]}: {_small(GRADE_MEANINGS[grade])}" for grade in Grade]
    return [*named, CANNOT, CONFLICT]


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def heading_of(case: PackedCase) -> str:
    """Give a case's heading."""
    return f"Case {case.place}: {case.content.reference}"


def under(pack: Pack, case: PackedCase) -> str:
    """Say below a case's heading which of how many it is, and which version."""
    return f"Case {case.place} of {pack.size} in {pack.title}; version {case.version} of what was released"


def disposal(case: PackedCase) -> str:
    """Name a case's disposal."""
    return title_of("disposal", case.content.disposal)


def offence_group(case: PackedCase) -> str:
    """Name the group of a case's offence."""
    return title_of("offence_group", case.content.offence_group)


def shown(one: Fact | Text | Item) -> str:
    """Give what stands in a place: its words, or which of the three blanks it is."""
    if isinstance(one, Item):
        return one.in_words
    if one.state is not BlankState.RECORDED:
        return STATE_TITLES[one.state]
    return one.value if isinstance(one, Fact) else one.text


def headed(text: Text) -> str:
    """Give a text's heading, and that it was received later where it was."""
    return text.heading + (RECEIVED if text.received else "")


def found(case: PackedCase) -> str:
    """Count what is on record."""
    items = case.content.completeness
    count = sum(item.state is not BlankState.NOT_RECORDED for item in items)
    return f"{count} of {len(items)} things that ought to be on record for a case like this."


def paragraphs(words: str) -> list[str]:
    """Part a text at its empty lines."""
    return [part.strip("\n") for part in words.replace("\r\n", "\n").split("\n\n") if part.strip()] or [""]
