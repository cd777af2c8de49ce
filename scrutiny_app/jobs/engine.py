"""DBOS as it is used here: its own SQLite file or PostgreSQL schema, no server of its own, no word to the outside.

A workflow's id is made from the row's own, so that workers who notice the same row make one workflow of it.
"""

from collections.abc import Callable

from dbos import DBOS, DBOSConfig, SetWorkflowID, StepOptions
from sqlalchemy import create_engine

from scrutiny_app.domain.extracts import Stage
from scrutiny_app.jobs import mailing, preparing, steps
from scrutiny_app.jobs.plain import Plain
from scrutiny_app.jobs.work import FAULT, MORE, Stopped, Work
from scrutiny_app.settings import Settings

VERSION = "1"  # of the workflows; fixed, so that a new release goes on with what an old one began
SHORT, LONG = "short", "long"  # two queues: a look and a publication do not wait behind a long file
MAIL = "mail"  # and a third, so that nothing waits behind a slow mail server
REPORTS = "reports"
QUEUES = {Stage.RECEIVED: SHORT, Stage.MAPPED: LONG, Stage.ACCEPTED: SHORT}
POLLED = 0.5  # seconds between two looks at a queue
MOST_STARTS = 200  # after so many deaths of workers over one step of a file it is refused
WAITS = ("ENQUEUED", "PENDING", "DELAYED")
HOPELESS = "MAX_RECOVERY_ATTEMPTS_EXCEEDED"

Workflow = Callable[[int], str]


def configuration(settings: Settings, name: str) -> DBOSConfig:
    """Say where DBOS keeps what it keeps, and under which name this worker runs."""
    config: DBOSConfig = {
        "name": "scrutiny",
        "application_version": VERSION,
        "executor_id": name,
        "enable_otlp": False,
        "log_level": "ERROR",
        "serializer": Plain(),
        "use_listen_notify": False,
        "scheduler_polling_interval_sec": 3600.0,
        "notification_listener_polling_interval_sec": 3600.0,
    }
    if settings.database_url.startswith("sqlite"):
        config["system_database_url"] = f"sqlite:///{settings.instance / 'jobs.db'}"
    else:  # with an engine of ours it asks no other database whether this one exists
        config["system_database_engine"] = create_engine(settings.database_url, pool_size=5, pool_pre_ping=True)
    return config


class Engine:
    """The job engine, launched: notices what it is told of, and takes over what the dead left."""

    def __init__(self, settings: Settings, name: str, work: Work) -> None:
        self._work = work
        DBOS(config=configuration(settings, name))
        self._flows = {stage: _durable(work, stage) for stage in QUEUES}
        self._tell = _telling(work)
        self._prepare = _preparing(work)
        DBOS.launch()
        for queue in (SHORT, LONG, MAIL, REPORTS):
            DBOS.register_queue(queue, worker_concurrency=1, polling_interval_sec=POLLED, on_conflict="always_update")

    def begin(self, extract_id: int, stage: Stage) -> None:
        """Have a file's next step done, unless that is under way."""
        prefix = f"extract-{extract_id}-{stage}-"
        earlier = DBOS.list_workflows(workflow_id_prefix=prefix, load_input=False, load_output=False)
        if any(one.status in WAITS for one in earlier):
            return
        if any(one.status == HOPELESS for one in earlier):
            self._work.refuse(extract_id, FAULT)
            return
        number = 1 + max((int(one.workflow_id.removeprefix(prefix)) for one in earlier), default=0)
        with SetWorkflowID(f"{prefix}{number}"):
            DBOS.enqueue_workflow(QUEUES[stage], self._flows[stage], extract_id)

    def tell(self, notice_id: int, tries: int) -> None:
        """Have a notice tried once more, unless that is under way."""
        prefix = f"notice-{notice_id}-{tries}-"
        earlier = DBOS.list_workflows(workflow_id_prefix=prefix, load_input=False, load_output=False)
        if not any(one.status in WAITS for one in earlier):
            with SetWorkflowID(f"{prefix}{len(earlier) + 1}"):
                DBOS.enqueue_workflow(MAIL, self._tell, notice_id, tries)

    def prepare(self, preparation_id: int) -> None:
        """Have a public report prepared, unless that is under way."""
        prefix = f"preparation-{preparation_id}-"
        earlier = DBOS.list_workflows(workflow_id_prefix=prefix, load_input=False, load_output=False)
        if not any(one.status in WAITS for one in earlier):
            with SetWorkflowID(f"{prefix}{len(earlier) + 1}"):
                DBOS.enqueue_workflow(REPORTS, self._prepare, preparation_id)

    def others(self) -> set[str]:
        """Name the workers that have begun something which is not done."""
        under_way = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        return {one.executor_id for one in under_way if one.executor_id} - {DBOS.executor_id}

    def take_over(self, name: str) -> None:
        """Let whoever is free go on with what a dead worker had begun."""
        for one in DBOS.list_workflows(status="PENDING", executor_id=name, load_input=False, load_output=False):
            DBOS.resume_workflow(one.workflow_id, queue_name=one.queue_name)

    def forget(self, before: str) -> None:
        """Forget what was done before a moment, as ISO 8601 has it."""
        done = DBOS.list_workflows(completed_before=before, load_input=False, load_output=False)
        ids = [one.workflow_id for one in done if one.status not in WAITS]
        if ids:
            DBOS.delete_workflows(ids)


def _durable(work: Work, stage: Stage) -> Workflow:
    def flow(extract_id: int) -> str:
        with work.busy():
            return _FLOWS[stage](work, extract_id)

    return DBOS.workflow(name=str(stage), max_recovery_attempts=MOST_STARTS)(flow)


def _telling(work: Work) -> Callable[[int, int], str]:
    def flow(notice_id: int, tries: int) -> str:
        with work.busy():
            return DBOS.run_step({"name": "tell"}, mailing.tell, work, notice_id, tries)

    return DBOS.workflow(name="notice", max_recovery_attempts=MOST_STARTS)(flow)


def _preparing(work: Work) -> Workflow:
    def flow(preparation_id: int) -> str:
        with work.busy():
            return DBOS.run_step({"name": "prepare"}, preparing.prepare, work, preparation_id)

    return DBOS.workflow(name="preparation", max_recovery_attempts=MOST_STARTS)(flow)


def _look(work: Work, extract_id: int) -> str:
    return _do(work, extract_id, "look", lambda: steps.look(work, extract_id))


def _stage(work: Work, extract_id: int) -> str:
    with steps.Reading(work, extract_id) as reading:
        outcome = MORE
        while outcome == MORE:
            outcome = _do(work, extract_id, "keep a chunk", reading.keep_next)
    return outcome


def _publish(work: Work, extract_id: int) -> str:
    return _do(work, extract_id, "publish", lambda: steps.publish(work, extract_id))


_FLOWS: dict[Stage, Callable[[Work, int], str]] = {
    Stage.RECEIVED: _look,
    Stage.MAPPED: _stage,
    Stage.ACCEPTED: _publish,
}


def _do(work: Work, extract_id: int, name: str, step: Callable[[], str]) -> str:
    """Do one durable step; give the file up where the step fails however often it is tried."""
    try:
        return DBOS.run_step(_tried_again(name), work.attempt, extract_id, step)
    except Stopped:
        raise
    except Exception:  # what it was has been logged, at each attempt
        return DBOS.run_step({"name": "give up"}, work.refuse, extract_id)


def _tried_again(name: str) -> StepOptions:
    return {"name": name, "retries_allowed": True, "max_attempts": 4, "interval_seconds": 1.0, "backoff_rate": 3.0}
