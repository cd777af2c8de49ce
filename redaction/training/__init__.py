"""Training the tagger: `python -m redaction.training DATA` reads annotated text and writes the model."""
