"""Who may do what: one table, read at a glance; nothing decides elsewhere.

A grant says that a role may do a deed at all. Whose case, round or letter it may be (own, team, after reveal) is
decided where rows are read: what is not yours does not exist.
"""

from enum import StrEnum

from scrutiny_app.domain.people import Role


class Permission(StrEnum):
    """One deed or look that a role may be granted; each is worded as an order."""

    IMPORT_EXTRACT = "import an extract"
    READ_IMPORT_PROBLEMS = "read import problems"
    READ_ORIGINAL_CASE = "read an original case"
    READ_ROUNDS = "read rounds and their certificates on the force's side"
    PLAN_ROUND = "plan a round, freeze its frame, enter dice, draw, open and close it"
    CHANGE_DRAW = "propose that a drawn case be replaced, or that a draw be voided"
    DECIDE_DRAW_CHANGE = "decide on another person's proposal to change a draw"
    NAME_NUMBER = "name a number from outside, to be looked for in a frame"
    ANSWER_NUMBER = "answer whether a number from outside is in a frame"
    READ_FRAME_FILE = "read a frame file and the picks by case number"
    EDIT_REDACTION = "edit a redaction"
    READ_REDACTION = "read a redaction in the making"
    APPROVE_RELEASE = "approve a release"
    RECALL_RELEASE = "recall a release, and see which were taken away"
    DECIDE_BREACH = "decide whether a release that was taken away was a breach"
    ASK_FOR_INFORMATION = "ask for what is missing from a drawn case, and receive it"
    ANSWER_REQUEST = "answer what one is asked about a case"
    READ_RELEASED_CASE = "read a released case"
    GRADE_CASE = "give or change one's own grade"
    DECLARE_CONFLICT = "declare a conflict"
    PIN_CONFLICT = "pin a conflict"
    REVEAL_GRADES = "reveal a case's grades"
    MAKE_PACK = "make copies of a round's pack, and count them back in"
    COUNT_GRADES = "be told before the reveal how many grades are in"
    READ_SPREAD = "read a case's spread and remarks"
    READ_GRADERS = "read the names behind grades"
    DRAFT_FINDING = "draft a finding"
    SIGN_FINDING = "sign a finding"
    WRITE_FEEDBACK = "write and send letters"
    READ_FEEDBACK = "read all letters"
    READ_OWN_LETTERS = "read one's own letters, or one's team's"
    ANSWER_LETTER = "acknowledge and answer one's own letters"
    READ_REPORT = "read a round's report"
    READ_TRAIL = "read, verify and export the trail"
    READ_ROUND_TRAIL = "read one round's trail after reveal"
    READ_OWN_TRAIL = "read one's own entries on the trail"
    READ_SECURITY_EVENTS = "read security events"
    MANAGE_PEOPLE = "add people, and disable them"
    READ_PEOPLE = "read the list of people"
    MANAGE_PANEL = "seat people on a panel"
    SET_TERMS = "set a panel's quorum and terms of reference, and record training"
    ACCEPT_TERMS = "accept a panel's terms of reference"
    PLAN_MEETING = "plan, move and cancel a meeting"
    KEEP_MINUTES = "record who came to a meeting, and what was noted"
    SAY_IN_WRITING = "say what one thinks of a revealed case at a meeting in writing"
    READ_MINUTES = "read a meeting's minutes"
    APPROVE_MINUTES = "approve a meeting's minutes, and correct them afterwards"
    PROPOSE_LIFT = "propose that a conflict be lifted"
    DECIDE_LIFT = "decide on another person's proposal to lift a conflict"
    READ_LEDGER = "read who saw which case of a round"
    READ_OWN_LEDGER = "read which cases one has seen"
    SECOND_FINDING = "agree that a finding take the place of a signed one"
    ESCALATE = "pass a case on, apart from its grade"
    READ_AGREEMENT = "read how far a round's grades agree"
    SET_ACTION = "set an action for the force"
    ANSWER_ACTION = "answer an action that one owns"
    CLOSE_ACTION = "close an action, or send it back"
    READ_ACTIONS = "read the actions"
    KEEP_LEARNING = "keep learning points and a force's own themes, and name who answers for findings"
    READ_LEARNING = "read the learning points"
    READ_HISTORY = "read what findings say of one officer's work: one's own, one's team's, or the registrar"
    READ_FIGURES = "read internal figures"
    READ_VOLUMES = "read the volumes of disposals"
    PREPARE_PUBLIC = "prepare a public report, and publish it"
    APPROVE_PUBLIC = "approve a public report"
    READ_BY_PROGRAM = "let a program read internal figures, until it is revoked"


_EVERYONE = frozenset({Permission.READ_OWN_TRAIL})
_ON_THE_PANEL = _EVERYONE | {Permission.READ_REPORT, Permission.ACCEPT_TERMS, Permission.READ_MINUTES}

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(
        {Permission.MANAGE_PEOPLE, Permission.READ_PEOPLE, Permission.READ_SECURITY_EVENTS, Permission.READ_OWN_TRAIL}
    ),
    Role.LEAD: _EVERYONE
    | {
        Permission.IMPORT_EXTRACT,
        Permission.READ_IMPORT_PROBLEMS,
        Permission.READ_ORIGINAL_CASE,
        Permission.READ_ROUNDS,
        Permission.PLAN_ROUND,
        Permission.CHANGE_DRAW,
        Permission.DECIDE_DRAW_CHANGE,
        Permission.READ_FRAME_FILE,
        Permission.EDIT_REDACTION,
        Permission.READ_REDACTION,
        Permission.APPROVE_RELEASE,
        Permission.RECALL_RELEASE,
        Permission.DECIDE_BREACH,
        Permission.ASK_FOR_INFORMATION,
        Permission.READ_RELEASED_CASE,
        Permission.MAKE_PACK,
        Permission.PIN_CONFLICT,
        Permission.COUNT_GRADES,
        Permission.READ_SPREAD,
        Permission.WRITE_FEEDBACK,
        Permission.READ_FEEDBACK,
        Permission.READ_REPORT,
        Permission.MANAGE_PANEL,
        Permission.SET_TERMS,
        Permission.PLAN_MEETING,
        Permission.READ_MINUTES,
        Permission.PROPOSE_LIFT,
        Permission.DECIDE_LIFT,
        Permission.READ_LEDGER,
        Permission.READ_AGREEMENT,
        Permission.SET_ACTION,
        Permission.ANSWER_ACTION,
        Permission.READ_ACTIONS,
        Permission.KEEP_LEARNING,
        Permission.READ_LEARNING,
        Permission.READ_FIGURES,
        Permission.READ_VOLUMES,
        Permission.PREPARE_PUBLIC,
        Permission.READ_BY_PROGRAM,
    },
    Role.PREPARER: _EVERYONE
    | {
        Permission.IMPORT_EXTRACT,
        Permission.READ_IMPORT_PROBLEMS,
        Permission.READ_ORIGINAL_CASE,
        Permission.READ_ROUNDS,
        Permission.CHANGE_DRAW,
        Permission.DECIDE_DRAW_CHANGE,
        Permission.EDIT_REDACTION,
        Permission.READ_REDACTION,
        Permission.APPROVE_RELEASE,
        Permission.RECALL_RELEASE,
        Permission.ASK_FOR_INFORMATION,
        Permission.READ_RELEASED_CASE,
        Permission.READ_ACTIONS,
        Permission.MAKE_PACK,
    },
    Role.REGISTRAR: _EVERYONE
    | {
        Permission.READ_IMPORT_PROBLEMS,
        Permission.READ_ORIGINAL_CASE,
        Permission.READ_ROUNDS,
        Permission.DECIDE_DRAW_CHANGE,
        Permission.NAME_NUMBER,
        Permission.ANSWER_NUMBER,
        Permission.READ_FRAME_FILE,
        Permission.READ_REDACTION,
        Permission.RECALL_RELEASE,
        Permission.DECIDE_BREACH,
        Permission.READ_RELEASED_CASE,
        Permission.READ_SPREAD,
        Permission.READ_GRADERS,
        Permission.READ_FEEDBACK,
        Permission.READ_REPORT,
        Permission.READ_TRAIL,
        Permission.READ_SECURITY_EVENTS,
        Permission.READ_PEOPLE,
        Permission.READ_MINUTES,
        Permission.READ_LEDGER,
        Permission.READ_AGREEMENT,
        Permission.CLOSE_ACTION,
        Permission.ANSWER_ACTION,
        Permission.READ_ACTIONS,
        Permission.READ_LEARNING,
        Permission.READ_HISTORY,
        Permission.READ_FIGURES,
        Permission.READ_VOLUMES,
        Permission.APPROVE_PUBLIC,
        Permission.READ_BY_PROGRAM,
    },
    Role.OFFICER: _EVERYONE
    | {
        Permission.READ_OWN_LETTERS,
        Permission.ANSWER_LETTER,
        Permission.ANSWER_REQUEST,
        Permission.ANSWER_ACTION,
        Permission.READ_LEARNING,
        Permission.READ_HISTORY,
    },
    Role.SUPERVISOR: _EVERYONE
    | {
        Permission.READ_OWN_LETTERS,
        Permission.ANSWER_LETTER,
        Permission.ANSWER_REQUEST,
        Permission.ANSWER_ACTION,
        Permission.READ_LEARNING,
        Permission.READ_HISTORY,
    },
    Role.MEMBER: _ON_THE_PANEL
    | {
        Permission.SAY_IN_WRITING,
        Permission.READ_RELEASED_CASE,
        Permission.GRADE_CASE,
        Permission.DECLARE_CONFLICT,
        Permission.READ_SPREAD,
        Permission.SECOND_FINDING,
        Permission.READ_OWN_LEDGER,
        Permission.READ_AGREEMENT,
        Permission.READ_ACTIONS,
        Permission.READ_FIGURES,
    },
    Role.CHAIR: _ON_THE_PANEL
    | {
        Permission.SAY_IN_WRITING,
        Permission.SECOND_FINDING,
        Permission.ESCALATE,
        Permission.READ_OWN_LEDGER,
        Permission.READ_AGREEMENT,
        Permission.DECIDE_LIFT,
        Permission.PLAN_MEETING,
        Permission.KEEP_MINUTES,
        Permission.APPROVE_MINUTES,
        Permission.READ_RELEASED_CASE,
        Permission.GRADE_CASE,
        Permission.DECLARE_CONFLICT,
        Permission.MAKE_PACK,
        Permission.PIN_CONFLICT,
        Permission.NAME_NUMBER,
        Permission.REVEAL_GRADES,
        Permission.READ_SPREAD,
        Permission.DRAFT_FINDING,
        Permission.SIGN_FINDING,
        Permission.READ_ROUND_TRAIL,
        Permission.READ_ACTIONS,
        Permission.READ_FIGURES,
        Permission.SET_ACTION,
        Permission.CLOSE_ACTION,
        Permission.APPROVE_PUBLIC,
    },
    Role.ADVISER: _ON_THE_PANEL
    | {
        Permission.SAY_IN_WRITING,
        Permission.READ_RELEASED_CASE,
        Permission.DECLARE_CONFLICT,
        Permission.READ_SPREAD,
        Permission.READ_OWN_LEDGER,
        Permission.READ_ACTIONS,
        Permission.READ_FIGURES,
    },
    Role.COMMISSIONERS_OFFICER: _ON_THE_PANEL
    | {
        Permission.MAKE_PACK,
        Permission.PIN_CONFLICT,
        Permission.READ_ROUND_TRAIL,
        Permission.SET_TERMS,
        Permission.PLAN_MEETING,
        Permission.KEEP_MINUTES,
        Permission.READ_AGREEMENT,
        Permission.READ_ACTIONS,
        Permission.READ_FIGURES,
        Permission.SET_ACTION,
        Permission.PREPARE_PUBLIC,
        Permission.READ_BY_PROGRAM,
    },
}


def allows(role: Role, permission: Permission) -> bool:
    """Say whether a role may do a deed at all."""
    return permission in GRANTS[role]
