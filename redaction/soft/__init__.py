"""Facts that identify only together with others: ages become bands, dates become days from the offence."""

from redaction.soft.ages import age_band, find_ages
from redaction.soft.clauses import find_bare_ages
from redaction.soft.days import days_from, find_dates

__all__ = ["age_band", "days_from", "find_ages", "find_bare_ages", "find_dates"]
