"""Attaching a zip's files straight from its path, in this process, as extracts are loaded."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from scrutiny_app.cli.answering import counts_of
from scrutiny_app.cli.loading import Loading, Tell, digest_of
from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.domain.importing import Problem
from scrutiny_app.files.attachments import FilesChunk, read_attachments
from scrutiny_app.files.reading import Incoming
from scrutiny_app.services import attaching, importing, receiving

if TYPE_CHECKING:
    from scrutiny_app.models.extracts import Extract
    from scrutiny_app.services.trail import Actor


@dataclass(frozen=True)
class Attaching:
    """A loading, of attachments: the same zip again adds only what its cases do not hold yet."""

    loading: Loading

    def attach(self, incoming: Incoming, tell: Tell) -> "Extract":
        """Add a zip's files to their cases."""
        digest = digest_of(incoming.file)
        earlier = self.loading.recognise(digest, again=True)
        extract_id = earlier.id if earlier else self._begin(incoming, digest)
        with self.loading.refusing(extract_id):
            self._stage(incoming, extract_id, tell)
            return self._finish(extract_id)

    def attempt(self, incoming: Incoming, tell: Tell) -> tuple[dict[str, int], list[Problem]]:
        """Say what a zip's files would come to, and keep nothing: what is done is taken back at the end."""
        chunks: list[FilesChunk] = []
        for chunk in read_attachments(incoming.file, incoming.size):
            chunks.append(chunk)
            tell(chunk.share)
        with self.loading.deed() as (session, by):
            extract = self._entered(session, incoming, digest="", by=by)
            for chunk in chunks:
                attaching.stage_files(session, extract, chunk, key=self.loading.key)
            attaching.publish_attachments(session, extract, key=self.loading.key, by=by)
            found = counts_of(extract, again=False), importing.problems_of(session, extract)
            session.rollback()
            return found

    def _begin(self, incoming: Incoming, digest: str) -> int:
        with self.loading.deed() as (session, by):
            return self._entered(session, incoming, digest=digest, by=by).id

    def _entered(self, session: Session, incoming: Incoming, *, digest: str, by: "Actor") -> "Extract":
        extract = receiving.enter(
            session,
            incoming.name,
            digest,
            incoming.size,
            force=attaching.force_of(session, by),
            by=by,
            holds=Holds.ATTACHMENTS,
            stage=Stage.RECEIVED,
        )
        extract.by_command = True
        attaching.begin(session, extract)
        return extract

    def _stage(self, incoming: Incoming, extract_id: int, tell: Tell) -> None:
        with self.loading.database.reading() as session:
            skip = self.loading.wanted(session, extract_id).chunks
        for chunk in read_attachments(incoming.file, incoming.size, skip=skip):
            with self.loading.database.transaction() as session:
                attaching.stage_files(session, self.loading.wanted(session, extract_id), chunk, key=self.loading.key)
            tell(chunk.share)

    def _finish(self, extract_id: int) -> "Extract":
        with self.loading.deed() as (session, by):
            extract = self.loading.wanted(session, extract_id)
            attaching.publish_attachments(session, extract, key=self.loading.key, by=by)
            return extract
