"""What became of a sample's size, in words that are the same on every page of both sides."""

from scrutiny_app.services.accounts import SizeAccount
from scrutiny_app.web.filters import plural


def size_in_words(account: SizeAccount) -> dict[str, str]:
    """Say how many were drawn at first, and what of them and of the places stands."""
    said = {"Drawn at first": plural(account.drawn, "case")}
    if not account.changed:
        return said
    if account.places != account.drawn:
        said["Grown to"] = plural(account.places, "place")
    return said | {
        "Replaced by reserves": plural(account.replaced, "case"),
        "Left empty": plural(account.left_empty, "place"),
        "Standing now": plural(account.standing, "case"),
    }


def places_in_words(account: SizeAccount) -> str:
    """Say in a sentence how a sample's places are filled."""
    empty = f", and {plural(account.left_empty, 'place')} stay empty" if account.left_empty else ""
    if account.left_empty == 1:
        empty = ", and 1 place stays empty"
    stand = "stands" if account.standing == 1 else "stand"
    return f"The sample has {plural(account.places, 'place')}: {plural(account.standing, 'case')} {stand} in it{empty}."
