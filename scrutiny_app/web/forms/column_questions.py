"""Making the form that asks what a file's columns hold: one class for one file, filled in with what is known."""

from collections.abc import Sequence
from typing import Any

from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # the stubs are a version behind

from scrutiny_app.domain.authorisers_numbers import number_told
from scrutiny_app.domain.cases import COLUMNS, FIELD, Kind
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.group_fields import groups_in
from scrutiny_app.domain.lines_read import LinesSeen
from scrutiny_app.domain.named_disposal import NamedDisposal
from scrutiny_app.domain.parties import PARTY_COLUMNS
from scrutiny_app.domain.styles import Style
from scrutiny_app.domain.styling import style_of
from scrutiny_app.domain.uses import Mapping, Part, Use
from scrutiny_app.web.forms.asked_columns import Asked
from scrutiny_app.web.forms.column_uses import kind_of_style, style_name, value_of
from scrutiny_app.web.forms.columns import APART, LINES, REQUIRED, VALUE, ColumnsForm
from scrutiny_app.web.forms.filling import FillsField, fields_offered, groups_offered, joined_by, likely_values
from scrutiny_app.web.forms.govuk import options
from scrutiny_app.web.forms.how_written import HOW, UNSAID, both_days, styles_offered
from scrutiny_app.web.forms.needing import about_needed, columns_offered, same_in_every_row, tells

_JOINED = "joined"  # the lines of one number are one case
_MOST_LISTED = 20  # columns of which nothing is known, up to which each lists every field


def asking(
    asked: Sequence[Asked],
    kept: Mapping,
    force: str,
    lines: LinesSeen | None = None,
    named: NamedDisposal | None = None,
) -> type[ColumnsForm]:
    """Make the form that asks of a file's columns, filled in with what is `kept` or suggested."""
    constants = kept.constants
    fields = {False: COLUMNS, True: PARTY_COLUMNS}
    fills = {parties: fields_offered(of) for parties, of in fields.items()}
    inputs: dict[str, Any] = {"asked": list(asked), "names_disposal": named is not None}
    beside = groups_offered(groups_in(use.field for one in asked for use in (*one.suggestion.uses, *one.uses)))
    left = [one for one in asked if one.footing is Footing.LEFT]
    short = {Footing.KNOWN, *([Footing.LEFT] if len(left) > _MOST_LISTED else [])}
    for one in asked:
        given = [value_of(use) for use in one.uses] or [""]
        likely = () if one.sure else tuple(likely_values(fields[one.parties], one.look))
        for name, value in zip(one.selects, given, strict=True):
            label = f"What does “{one.heading}” hold?"
            inputs[name] = FillsField(
                label,
                choices=[*joined_by(fills[one.parties], one.joins), *(() if one.parties else beside)],
                default=value,
                likely=(*given, *likely),
                known=one.footing in short,
                description=number_told(one.uses, one.look.samples),
            )
        for kind in (Kind.DATE, Kind.PERSON):
            style, words = _style(one, kind), HOW[kind].format(one.heading)
            select = [(UNSAID, "Select")] if style == UNSAID else []
            choices = options([*select, *styles_offered(one.look, kind)])
            hint = both_days(one.look, from_1904=one.from_1904) if kind is Kind.DATE else ""
            inputs[style_name(one, kind)] = SelectField(words, choices=choices, default=style, description=hint)
    own = [one for one in asked if not one.parties]
    for field in REQUIRED:
        known = constants.get(field.name) or (force if field.name == "force" else "")
        told = "" if known else next((f"column-{one.key}" for one in own if tells(one.uses, one.look, field)), "")
        choices = [
            SelectChoice("", "Select"),
            *same_in_every_row(field, force, named),
            *columns_offered((one.key, one.heading, one.look) for one in own),
        ]
        inputs[f"need_{field.name}"] = SelectField(
            field.heading,
            choices=choices,
            default=f"{VALUE}{known}" if known else told,
            description=about_needed(field, named),
        )
    if lines and lines.is_seen:
        inputs |= {LINES: _lines_field(lines, kept), "lines_seen": lines}
    return type("FileColumnsForm", (ColumnsForm,), inputs)


def _lines_field(lines: LinesSeen, kept: Mapping) -> RadioField:
    """Ask whether the lines of one number are one case, which they are unless somebody has said otherwise."""
    is_apart = kept.lines is not None and not kept.lines.apart
    choices = [
        SelectChoice(_JOINED, "Yes: load them as one case, with the conditions of all its lines"),
        SelectChoice(APART, "No: reject the lines of each such number"),
    ]
    words = f"Are the lines of one “{lines.number[:60]}” one case, each line a condition of it?"
    return RadioField(words, choices=choices, default=APART if is_apart else _JOINED)


def _style(one: Asked, kind: Kind) -> str:
    """Give how a column's dates or names are written: as known, or by its values where they say so."""
    for use in one.uses:
        if kind_of_style(use, one.parties) == kind:
            return UNSAID if _loses_rows(one, use) else use.style
    style, doubt = style_of(FIELD["disposal_date" if kind is Kind.DATE else "offender_name"], Part.WHOLE, one.look)
    return style if style or not doubt else UNSAID


def _loses_rows(one: Asked, use: Use) -> bool:
    """Say whether a style that is only suggested would reject rows: then a person must choose."""
    return not one.sure and use.style == Style.CERTAIN and use in one.suggestion.uses
