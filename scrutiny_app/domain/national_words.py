"""What a reader of the national picture must know: how it was made, and what it cannot show."""

from scrutiny_app.domain.national_return import LEAST_RATED

METHOD = (
    "Each return counts what one panel found in one round of finalised cases. It holds nothing of any case or person.",
    "Cases drawn at random and cases that were chosen are never added together.",
    "A count that a public return hides is taken as the range that it was printed as, so that sums are ranges too. "
    "A line that it leaves out is taken as anything from none to what the totals that it prints allow.",
    "“Graded” counts the three grades. Cases on which a panel did not agree, or lacked information, are counted apart.",
    "Shares of graded cases have the exact binomial interval of 95% (Clopper and Pearson). No share of fewer than "
    f"{LEAST_RATED} graded cases is given.",
    "“Estimated for all eligible” joins the returns’ own estimates, which follow the strata, each return weighing as "
    "many cases as its frame holds. Returns that state no estimate are not in it.",
    "A funnel’s limits are exact and binomial around the share of all forces: a force that differs by chance alone "
    "lies above them once in a thousand times, and below them once in a thousand. Where counts are hidden, a force is "
    "flagged only if it lies beyond the limits whatever they are, and the share that forces are held against is that "
    "of the exact returns.",
    "Agreement is of grades that members gave in private, before discussion, averaged over returns by cases. AC1 "
    "stands beside alpha because alpha collapses where nearly all grades are the same.",
    "Days are the middle one of the returns’ medians, each weighing as many as it is of.",
)
LIMITS = (
    "A force outside the limits is a reason to ask, not an answer: its panel may be stricter, read another mix of "
    "cases, or see better records. Compare within one disposal before anything is said.",
    "Forces are not ranked. Between two that both lie within the limits these figures show no difference.",
    "With many forces and many charts, a few marks lie outside by chance alone.",
    "A panel sees what was recorded. A fair draw from an incomplete list proves nothing of what the list lacks.",
    "A force that sent no return is not here, and forces that do may not be like it.",
)
