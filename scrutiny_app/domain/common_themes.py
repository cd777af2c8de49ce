"""The common themes as data of a day: whose published findings each is after.

None is ever renamed, since what was counted under it would then say something else: another wording is another theme,
of a later day. What a force adds of its own stands under one of them (services/local_themes).
"""

from datetime import date

from scrutiny_app.domain.grading import Theme

AS_OF = date(2026, 11, 22)
AFTER = {
    Theme.TOO_LENIENT: "Cheshire’s panel, of whose 81 criticisms 61 were of this; Essex’s",
    Theme.TOO_SEVERE: "the joint inspectorates on youth disposals",
    Theme.HISTORY: "Cheshire’s panel; the Home Affairs Committee on persistent offenders",
    Theme.VICTIM: "Dorset’s panel; the inspectorate of constabulary",
    Theme.CONDITIONS: "West Mercia’s panel; South Wales’s terms of reference",
    Theme.RATIONALE: "Norfolk’s, Cleveland’s and West Midlands’ panels",
    Theme.OUTCOME_CODE: "Cheshire’s panel; the Home Affairs Committee",
    Theme.AUTHORITY: "Staffordshire’s rules on who may decide what",
    Theme.EXPLANATION: "the inspectorate of constabulary, 2014",
    Theme.YOUTH_JUSTICE: "the inspectorate of constabulary, 2014",
    Theme.SAFEGUARDING: "the questions that panels put on vulnerability",
    Theme.DISPARITY: "Dorset’s panel, on town and country; the Lammy Review",
    Theme.GOOD_PRACTICE: "Avon and Somerset’s and Dyfed-Powys’s panels",
}
