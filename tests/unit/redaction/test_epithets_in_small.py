"""Where capitals tell nothing, an epithet before a pet name tells somebody; things with an epithet stay."""

import pytest

_AROUND = " and they want it stopped now because it has been going on all week and nobody can sleep"


@pytest.mark.parametrize("name", ["wee tam", "big dav", "mad frank", "old malik", "lil shaz"])
def test_somebody_is_told_by_an_epithet(redactor, name):
    left = redactor.redact(f"{name} from the top floor was shouting{_AROUND}").text
    assert not [word for word in name.split() if word in left.split()]


@pytest.mark.parametrize("thing", ["old blankets", "the old bill", "a big van", "little dogs", "his old phone"])
def test_a_thing_with_an_epithet_stays(redactor, thing):
    written = f"they saw {thing} on the stairs{_AROUND}"
    assert redactor.redact(written).text == written
