"""The registrar's report says what it is and for whom, and names what of each round asks for an answer."""

from dataclasses import replace

from scrutiny_app.domain.frame_checking import FrameCheck
from scrutiny_app.domain.papers import Words
from scrutiny_app.domain.reconciling import Reconciled
from scrutiny_app.domain.registrar_paper import FOR_WHOM, TO_DO, registrar_paper
from scrutiny_app.domain.replacing import Undone
from tests.unit.domain.test_figures import held, over

AGREES = Reconciled({"community_resolution": (300, 300)}, before_freezing=True)


def changed(one, **changes):
    return replace(one, report=replace(one.report, method=replace(one.report.method, **changes)))


def said(*rounds):
    paper = registrar_paper(over(*rounds))
    return paper, next(part.sentences for part in paper.parts[2:] if isinstance(part, Words))


def test_it_says_for_whom_it_is_and_what_to_do_with_it():
    paper, _ = said(held(1, 9, 1))
    assert paper.opening[-1] == FOR_WHOM
    assert Words(TO_DO, points=True) in paper.parts


def test_a_round_in_order_asks_nothing():
    _, asks = said(changed(held(1, 9, 1), totals=AGREES))
    assert asks[0].startswith("Nothing: the force’s own totals agree")


def test_what_is_missing_absent_or_undone_is_named_round_by_round():
    check, undone = FrameCheck(named=4, in_frame=1, absent=2), Undone(voids=1, replacements=3)
    differs = replace(AGREES, totals={"community_resolution": (300, 297)})
    _, asks = said(
        changed(held(1, 9, 1), check=check, undone=undone), changed(held(2, 9, 1), totals=differs), held(3, 9, 1)
    )
    assert "the force’s own totals were not entered" in asks[0]
    assert "2 numbers named from outside absent" in asks[0]
    assert "1 number named from outside not answered yet" in asks[0]
    assert "1 draw made void" in asks[0]
    assert "3 cases replaced" in asks[0]
    assert "1 of 1 total of the force’s own not as held here" in asks[1]
    assert len(asks) == 3
