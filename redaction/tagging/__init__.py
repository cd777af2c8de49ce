"""A small tagger, trained for this package, of persons, places and organisations: a second opinion beside the rules."""
