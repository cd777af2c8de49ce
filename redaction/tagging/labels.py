"""The labels a word can bear: outside any name, or the first or a further word of a name of one of three kinds."""

KINDS = ("PERSON", "PLACE", "ORG")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
OUTSIDE = 0
