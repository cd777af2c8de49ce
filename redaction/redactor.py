"""The face of the package: one redactor, made once, used for any number of cases."""

from collections.abc import Mapping, Sequence
from datetime import date

from redaction import lexicon
from redaction.case import Case
from redaction.layers import Layers
from redaction.parties import Party, Settings
from redaction.spans import Result, Span


class Redactor:
    """Takes what identifies people out of the texts of a case; holds word lists and nothing of any case."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Load the word lists."""
        self._settings = settings or Settings()
        self._lexicon = lexicon.load()
        self._layers = Layers(self._lexicon)

    def redact(
        self,
        text: str,
        *,
        parties: Sequence[Party] = (),
        references: Sequence[str] = (),
        offence_date: date | None = None,
    ) -> Result:
        """Redact one text; raises ValueError when an identifier or reference holds no letter or digit."""
        return self.redact_case({"": text}, parties=parties, references=references, offence_date=offence_date)[""]

    def redact_case(
        self,
        texts: Mapping[str, str],
        *,
        parties: Sequence[Party] = (),
        references: Sequence[str] = (),
        offence_date: date | None = None,
    ) -> dict[str, Result]:
        """Redact the texts of one case, by name; somebody found in one is masked in all, under the same tag."""
        return Case(parties, references, self._lexicon).redact(texts, self._layers, self._settings, offence_date)

    def verify(
        self, redacted_text: str, *, parties: Sequence[Party] = (), references: Sequence[str] = ()
    ) -> list[Span]:
        """Give what is known or shaped and still stands in a redacted text; its tags do not count."""
        return Case(parties, references, self._lexicon).certain(redacted_text)
