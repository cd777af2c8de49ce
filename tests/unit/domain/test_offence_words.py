"""Offences as forces write and shorten them go to their Home Office group; what may be several is nobody's to guess."""

import pytest

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.wording import meaning

GROUP = COLUMN["offence_group"]
WORDINGS = {
    "shoplifting": "Theft from shop; TFS; Theft - shop; Shop theft; SHOP LIFTING; Theft from store; Attempted theft "
    "from shop; Theft from shop or stall; Stealing from shop; S/LIFT; Theft from supermarket",
    "other_theft": "Theft of pedal cycle; Theft by employee; TFP; Theft by finding; MOWP; Bilking; "
    "Make off w/o payment; Theft in a dwelling; Abstracting electricity; Theft by employee from shop; "
    "Taking pedal cycle without consent; "
    "Theft of battery",
    "vehicle": "TOMV; TFMV; TWOC; TWOMC; Vehicle interference; Veh interference; Taking vehicle without consent; "
    "Aggravated vehicle taking; Take conveyance w/o authority; Theft of motorbike; Theft from van; Take m/v without "
    "consent; Driving whilst taken without consent, vehicle taking",
    "criminal_damage": "Crim dam; CRIM DAM <£5K; Criminal damage to shop window; Crim dam (m/v); Arson; CRIMDAM; "
    "Criminal damage to police car; Destroy or damage property under £5000",
    "violence_with_injury": "ABH; AOABH; OABH; S47 assault; s.20 GBH; Assault with injury on emergency worker; Assault "
    "on constable with injury; Wounding with knife; Assault (injury); Assault causing injury; Section 47",
    "violence_without_injury": "Assault by beating; Battery; Assault by beating of an emergency worker; Assault on PC; "
    "Assault police; Assault - no injury; S39; Sec 39 assault; Common assault on shop worker; Non-injury assault; "
    "Threats to kill; Child cruelty; Assault EW",
    "harassment": "Mal comms; Malcomms; Send malicious comms; Harassment - fear of violence; Coercive control",
    "sexual": "Exposure; Sexual assault on officer; Voyeurism",
    "drugs": "Poss class B; Possess ketamine; Nitrous oxide; Poss psychoactive substance; Cultivating cannabis",
    "weapons": "Poss bladed article; Off weapon; Poss off wpn; Knuckleduster; Air rifle in public",
    "public_order": "S5 POA; Sec 4A public order; Threatening words or behaviour; Fear or provocation of violence",
    "burglary": "Burg dwelling; Burglary shop",
    "robbery": "Robbery of shop; Robbery with knife",
    "other": "Going equipped; Handling stolen goods; Perverting the course of justice",
}
OF_NOBODY = (
    "Retail crime; Drink drive; S5 RTA drink drive; Drug driving; No insurance; Threats to damage; "
    "Threaten with knife; Assault with weapon; Criminal damage and theft; ABH and criminal damage; Assault & "
    "criminal damage; Shop theft + common assault; Indecent images of children; CD; CA; AEW; Theft of e-scooter; "
    "Dog dangerously out of control; Obstruct police; Fear of violence"
).split("; ")


@pytest.mark.parametrize(
    ("word", "group"), [(word, group) for group, words in WORDINGS.items() for word in words.split("; ")]
)
def test_an_offence_is_told_by_its_deed(word, group):
    assert meaning(GROUP, word) == group


@pytest.mark.parametrize("word", [*OF_NOBODY, "Theft from shop; ABH"])
def test_what_may_be_of_several_groups_is_asked_about(word):
    assert meaning(GROUP, word) is None
