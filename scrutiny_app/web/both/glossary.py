"""The field's abbreviations and terms in plain English."""

from typing import NamedTuple

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.web.access import public

bp = Blueprint("glossary", __name__, url_prefix="/glossary")


class Term(NamedTuple):
    """One abbreviation or word: what it stands for (empty where it is no abbreviation), and what it means.

    `also` are other spellings; a term that is `explained` is so wherever it first stands in a case.
    """

    word: str
    stands_for: str
    meaning: str
    also: tuple[str, ...] = ()
    explained: bool = True


TERMS = (
    Term(
        "AA",
        "appropriate adult",
        "Somebody who sits with a child or a vulnerable person while the police deal with them, to see that "
        "they are treated fairly and understand what is asked. Often a parent or a trained volunteer.",
        ("appropriate adult",),
    ),
    Term(
        "CC",
        "conditional caution",
        "A formal caution for an adult who admits the offence and agrees to do something: repair the harm, go "
        "on a course, keep away from somebody. Who does not keep to it can be prosecuted. Not to be mistaken "
        "for a community caution, which is not in force.",
        ("conditional caution",),
    ),
    Term(
        "CGM",
        "child gravity matrix",
        "A national table that scores how serious an offence by a child is, with reasons to go up or down. "
        "The score points to what should be done; a different choice needs a reason.",
        ("gravity score", "gravity matrix", "child gravity matrix"),
    ),
    Term(
        "CPS",
        "Crown Prosecution Service",
        "The lawyers who decide on charges in serious cases and prosecute them in court. They are independent "
        "of the police.",
        ("Crown Prosecution Service",),
    ),
    Term(
        "CR",
        "community resolution",
        "An informal agreement for a less serious offence: the person accepts responsibility and puts things "
        "right, by an apology for instance. It gives nobody a criminal record.",
        ("community resolution",),
    ),
    Term(
        "DC",
        "diversionary caution",
        "The upper of two new cautions in an Act of 2022. It has not been brought into force. Before a tag such as "
        "[Officer 1], DC is a rank: detective constable.",
        explained=False,
    ),
    Term(
        "Disposal",
        "",
        "What was done about the offence in the end: a community resolution, a caution, a penalty notice and so on.",
        explained=False,
    ),
    Term(
        "FCR",
        "force crime registrar",
        "The person in a force who makes sure that crimes and their outcomes are recorded rightly. The "
        "registrar stands outside the line of command of those who investigate. Some forces say FCIR, with an "
        "I for incident.",
    ),
    Term(
        "Finalised",
        "",
        "Closed on the force’s system, with its outcome recorded. A panel sees only finalised cases and "
        "cannot reopen one.",
        explained=False,
    ),
    Term(
        "IAG",
        "independent advisory group",
        "Local people who tell the police what an action may mean for their community.",
    ),
    Term(
        "IMU",
        "",
        "In some forces, the unit that checks how investigations and their outcomes are recorded.",
    ),
    Term(
        "LCJB",
        "local criminal justice board",
        "Where the heads of the police, the prosecutors, the courts, probation and others of an area meet.",
    ),
    Term(
        "MTCT",
        "Make Time Count Today",
        "An app with which some forces record a community resolution.",
    ),
    Term(
        "O22",
        "outcome 22",
        "How a crime is recorded when the person did something useful instead of being prosecuted, such as a "
        "course, and needed not admit the offence.",
        ("outcome 22",),
    ),
    Term(
        "OIC",
        "officer in the case",
        "The police officer who investigated the case.",
    ),
    Term(
        "OoCR",
        "out-of-court resolution",
        "Any way of dealing with an offence without going to court. Called out-of-court disposal until 2023.",
    ),
    Term(
        "OPCC",
        "office of the police and crime commissioner",
        "The staff of the person elected to hold the force to account. Where that person also answers for the "
        "fire service it is called PFCC.",
    ),
    Term(
        "PND",
        "penalty notice for disorder, or Police National Database",
        "Of a disposal: a fixed penalty for nuisance offences such as being drunk and disorderly. Of checks: "
        "what the police of all forces know of a person, convicted or not.",
    ),
    Term(
        "PSD",
        "professional standards department",
        "The part of a force that deals with complaints about police officers and with their discipline. A "
        "panel takes no part in that.",
    ),
    Term(
        "RJ",
        "restorative justice",
        "A meeting, or messages passed on, between the person harmed and the person who did the harm, if both want it.",
    ),
    Term(
        "VRR",
        "Victims’ Right to Review",
        "A victim’s right to ask that a decision not to prosecute be looked at again.",
    ),
    Term(
        "YC",
        "youth caution",
        "A formal caution for a child of 10 to 17 who admits the offence. With conditions to keep it is a "
        "youth conditional caution (YCC).",
        ("youth caution", "youth conditional caution", "YCC"),
    ),
    Term(
        "YJS",
        "youth justice service",
        "The council’s service that works with children who have offended, and is asked before most decisions "
        "about them. Formerly the youth offending team (YOT).",
        ("youth justice service", "YOT"),
    ),
    Term(
        "BWV",
        "body-worn video",
        "What the camera on an officer’s uniform recorded.",
        ("body-worn video", "body worn video"),
    ),
    Term(
        "DM",
        "decision-maker",
        "Whoever in the police decided what was to be done about the offence, often a sergeant or an inspector.",
    ),
    Term(
        "IP",
        "injured party",
        "What many officers call the victim.",
    ),
    Term(
        "DASH",
        "domestic abuse, stalking and honour-based violence",
        "A list of questions by which the police judge how much danger somebody is in from a partner or their family.",
    ),
    Term(
        "NFA",
        "no further action",
        "The police do nothing more about an offence: nobody is charged, cautioned or asked to put anything right.",
    ),
    Term(
        "PNC",
        "Police National Computer",
        "The national record of arrests, cautions and convictions. A check of it shows what a person did before.",
    ),
    Term(
        "PPU",
        "public protection unit",
        "The officers of a force who deal with domestic abuse, with harm to children and with sexual offences.",
    ),
    Term(
        "SC",
        "simple caution",
        "A formal warning to an adult who admits the offence. It asks for nothing more, and stays on record.",
        explained=False,
    ),
    Term(
        "VPS",
        "victim personal statement",
        "What the crime did to the victim, in the victim’s own words.",
        ("victim personal statement",),
    ),
)


@bp.get("")
@public
def show() -> ResponseReturnValue:
    """Explain the words."""
    return render_template("glossary/show.html", terms=sorted(TERMS, key=lambda term: term.word.casefold()))
