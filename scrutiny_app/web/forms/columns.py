"""The form that asks what a file's columns hold: made for one file, since its questions are that file's headings.

One select a column says which field it fills (web.forms.filling); where that is a date or a name, another says how it
is written. What is needed and has no column is asked for last.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from flask_wtf import FlaskForm
from wtforms import Field as Input
from wtforms import SelectField

from scrutiny_app.domain.cases import COLUMNS, Kind
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.conditions_each_row import said_of_lines
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.group_fields import groups_in
from scrutiny_app.domain.lines_read import LinesRead, LinesSeen
from scrutiny_app.domain.styling import says_itself
from scrutiny_app.domain.uses import Mapping, Part, Use
from scrutiny_app.domain.wording import code_of_disposal
from scrutiny_app.web.forms.asked_columns import Asked
from scrutiny_app.web.forms.column_uses import heading_of, kind_of_style, style_name
from scrutiny_app.web.forms.filling import MORE, title_chosen
from scrutiny_app.web.forms.govuk import refuse
from scrutiny_app.web.forms.how_written import UNSAID
from scrutiny_app.web.forms.needing import missed_in

REQUIRED = tuple(field for field in COLUMNS if field.required)
LINES = "lines"  # names the input that says whether several lines of one number are one case
APART = "apart"
_HOW_ENDED = frozenset({"disposal", "outcome_code"})
VALUE = "value-"  # begins a choice that is the same in every row


class ColumnsForm(FlaskForm):
    """What a file's columns hold; `column_questions.asking` makes the class for one file."""

    asked: ClassVar[list[Asked]]
    lines_seen: ClassVar[LinesSeen | None] = None
    names_disposal: ClassVar[bool] = False  # so that the outcome code is asked only if that does not say it
    come_up: tuple[tuple[str, str], ...] = ()  # what the answers have raised: words, and the input's name

    def mapping(self, kept: Mapping) -> Mapping:
        """Give what has been said, with the words and constants that were said before."""
        cases, parties = dict[str, tuple[Use, ...]](), dict[str, tuple[Use, ...]]()
        for one in self.asked:
            uses, key = parties if one.parties else cases, fold(one.look.heading)
            uses[key] = uses.get(key, ()) + self.uses_of(one)
        spelt = {fold(one.look.heading): one.look.heading for one in self.asked}
        said = Mapping(cases, kept.words, dict(self._constants()), parties, spelt, lines=self._lines(kept))
        return replace(said, spelt_words=kept.spelt_words)

    def _lines(self, kept: Mapping) -> LinesRead | None:
        """Say whether several lines of one number are one case; as it is known, where none were seen."""
        return said_of_lines(self.lines_seen, joined=self[LINES].data != APART) if LINES in self else kept.lines

    def so_far(self, kept: Mapping) -> Mapping:
        """Give what has been said, without the columns of which another field is to be chosen."""
        said, more = self.mapping(kept), {fold(one.look.heading) for one in self.asked if self._asks_more(one)}
        return replace(
            said,
            uses={key: uses for key, uses in said.uses.items() if key not in more},
            parties={key: uses for key, uses in said.parties.items() if key not in more},
        )

    def _asks_more(self, one: Asked) -> bool:
        return any(self[name].data == MORE for name in one.selects)

    def uses_of(self, one: Asked) -> tuple[Use, ...]:
        """Give what a column is said to fill, by its own selects or by those of what is needed."""
        needed = [name for name, value in self._needed() if value == f"column-{one.key}"]
        return tuple(self._use(one, value) for value in dict.fromkeys([*self._chosen(one), *needed]))

    def style_input(self, one: Asked) -> Input | None:
        """Give the input that says how a column is written, where there are several ways and its values do not say."""
        kind = next((kind for use in self.uses_of(one) if (kind := kind_of_style(use, one.parties))), None)
        if kind is None or (kind is Kind.DATE and (says_itself(one.look) or self._is_counted_alike(one))):
            return None
        style: Input = self[style_name(one, kind)]
        return style

    def _is_counted_alike(self, one: Asked) -> bool:
        """Say whether nobody needs to be asked from when a column's numbers count, or another column is asked it."""
        return one.counts and (one.from_1900 or self._counted_with(one) is not one)

    def _counted_with(self, one: Asked) -> Asked:
        """Give the column whose answer says from when this one's numbers count: the first that is loaded as dates."""
        loaded = (other for other in self.asked if one.counts and other.counts and self._is_dated(other))
        return next(loaded, one)

    def _is_dated(self, one: Asked) -> bool:
        return any(kind_of_style(Use(name), one.parties) is Kind.DATE for name in self._chosen(one))

    def of(self, footing: Footing, *, parties: bool = False) -> list[Asked]:
        """List the columns of a sheet that stand in one part of the page."""
        return [one for one in self.asked if one.parties is parties and self._stands(one) is footing]

    def _stands(self, one: Asked) -> Footing:
        if self.raised:
            return Footing.ASKED if any(name.startswith(f"{one.key}_") for name in self.raised) else Footing.KNOWN
        style = self.style_input(one) if one.footing in (Footing.READ, Footing.KNOWN) else None
        return Footing.ASKED if style is not None and style.data == UNSAID else one.footing

    def read_as(self, one: Asked) -> str:
        """Say what a column is read as, and how its names are written where no comma tells it."""
        read = " and ".join(self[name].shown for name in one.selects)
        style = self.style_input(one)
        if isinstance(style, SelectField) and style.data and style.name.endswith("_names"):
            return f"{read} ({title_chosen(style)})"
        return read

    @property
    def raised(self) -> frozenset[str]:
        """Name the inputs that an answer has raised or that were refused: they alone are asked again in the open."""
        return frozenset({*self.errors, *(name for _, name in self.come_up)} - {None})

    def unfilled(self) -> list[str]:
        """List the headings of the fields that a panel misses most, and that nothing fills as it stands."""
        chosen = {use.field for one in self.asked for use in self.uses_of(one)}
        return missed_in(chosen, has_people=any(one.parties for one in self.asked) or bool(groups_in(chosen)))

    def wrong(self, one: Asked) -> bool:
        """Say whether what was answered of a column was refused."""
        return any(self[name].errors for name in self._fields if name.startswith(f"{one.key}_"))

    def needed(self) -> list[Input]:
        """List the inputs of what is needed and has no column; those that were asked for stay.

        A disposal of every row says its outcome code, if only one counts it: that is no second question.
        """
        missing = self._missing()
        waits = self.names_disposal and not (self["need_disposal"].data or self["need_outcome_code"].data)
        if set(missing) >= _HOW_ENDED and (waits or self._code_said()):
            missing.remove("outcome_code")
        return [self[f"need_{name}"] for name in missing]

    def _missing(self) -> list[str]:
        filled = {value.partition(":")[0] for one in self.asked if not one.parties for value in self._chosen(one)}
        return [field.name for field in REQUIRED if field.name not in filled]

    def _code_said(self) -> str | None:
        """Give the outcome code that the one disposal of every row says, where neither has a column."""
        disposal, code = self["need_disposal"].data or "", self["need_outcome_code"].data
        if not disposal.startswith(VALUE) or not set(self._missing()) >= _HOW_ENDED:
            return None
        own = code_of_disposal(disposal.removeprefix(VALUE))
        return own if code in ("", None, f"{VALUE}{own}") else None

    def validate(self, extra_validators: Any = None) -> bool:
        """Refuse what was asked and is not said; what comes up by an answer is asked first, and refused only then."""
        good = bool(super().validate(extra_validators))
        self.come_up = ()
        for need in self.needed():
            if not need.data:
                self._ask_or_refuse(need, f"Say where to find “{need.label.text}”", was_asked=bool(need.raw_data))
        for one in self.asked:
            for name in one.selects:
                if self[name].data == MORE:
                    self._ask_or_refuse(self[name], f"Select what “{one.heading}” holds: every field is listed")
            style = self.style_input(one)
            if style and style.data == UNSAID:
                self._ask_or_refuse(style, f"{style.label.text} Select it, and go on", was_asked=bool(style.raw_data))
        return good and not self.come_up and not self.errors

    def _ask_or_refuse(self, field: Input, words: str, *, was_asked: bool = False) -> None:
        """Refuse a question that stood on the page unanswered; one that only an answer has raised is no mistake."""
        if was_asked:
            refuse(field, words)
        else:
            self.come_up = (*self.come_up, (words, field.name))

    def blame(self, message: str) -> None:
        """Add a refusal to the select of a column that it speaks of, or to the form where it speaks of none."""
        of_people = "sheet of people" in message
        for one in sorted(self.asked, key=lambda one: one.parties != of_people):
            if any(f"“{heading_of(use, one.parties)}”" in message for use in self.uses_of(one)):
                refuse(self[one.selects[-1]], message)
                return
        self.form_errors.append(message)

    def _use(self, one: Asked, value: str) -> Use:
        name, _, part = value.partition(":")
        use = Use(name, Part(part or Part.WHOLE))
        kind = kind_of_style(use, one.parties)
        if kind is None:
            return use
        written = self[style_name(self._counted_with(one) if kind is Kind.DATE else one, kind)]
        return Use(use.field, use.part, written.data or "")

    def _chosen(self, one: Asked) -> list[str]:
        return [self[name].data for name in one.selects if self[name].data not in ("", MORE, None)]

    def _needed(self) -> list[tuple[str, str]]:
        return [(one.name.removeprefix("need_"), one.data or "") for one in self.needed()]

    def _constants(self) -> Iterator[tuple[str, str]]:
        for name, value in self._needed():
            if value.startswith(VALUE):
                yield name, value.removeprefix(VALUE)
        if own := self._code_said():
            yield "outcome_code", own
