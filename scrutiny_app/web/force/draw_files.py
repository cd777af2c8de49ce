"""The files behind a round's draw: its frame, its exclusions, and the pack by which anyone can draw it again."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.reperforming import FRAME_NAME
from scrutiny_app.services import framing, packing, rounds
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import transaction

bp = Blueprint("draw_files", __name__, url_prefix="/force/rounds/<int:round_id>")
TSV = "text/tab-separated-values"


@bp.get("/frame.tsv")
@requires(Permission.READ_FRAME_FILE)
def frame_file(round_id: int) -> ResponseReturnValue:
    """Send the frame file, byte for byte as hashed, and record that it was read."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        framing.read_file(db, round_, by=signed_in_user())
        content = b"".join(framing.file_of(db, rounds.certificate_of(db, round_).frame))
    return attached(content, FRAME_NAME, TSV)


@bp.get("/exclusions.tsv")
@requires(Permission.READ_FRAME_FILE)
def exclusions_file(round_id: int) -> ResponseReturnValue:
    """Send the exclusions file, byte for byte as hashed, and record that it was read."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        return attached(framing.read_file(db, round_, by=signed_in_user()).exclusions, "exclusions.tsv", TSV)


@bp.get("/pack.zip")
@requires(Permission.READ_FRAME_FILE)
def pack(round_id: int) -> ResponseReturnValue:
    """Send a draw's verification pack, and record that it was taken: of the present draw, or of one voided since."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        taken = packing.take_pack(db, round_, request.args.get("draw"), by=signed_in_user())
    return attached(taken.content, taken.name, "application/zip")
