"""What may be recorded on the trail: one class for each kind of deed, view, disclosure and refusal.

An event holds ids, codes, counts and digests; never a name, a case number, a grade or free text. Its class name is what
is stored, so it is data for ever: spell it once, and rightly. `round_id`, where an event has one, says whose trail it
is part of. One file holds the events of one subject; here they are all together.
"""

from scrutiny_app.domain.events.door import *
from scrutiny_app.domain.events.drawing import *
from scrutiny_app.domain.events.event import Event as Event
from scrutiny_app.domain.events.event import Fact as Fact
from scrutiny_app.domain.events.event import fields_of as fields_of
from scrutiny_app.domain.events.extracts import *
from scrutiny_app.domain.events.grading import *
from scrutiny_app.domain.events.learning import *
from scrutiny_app.domain.events.meetings import *
from scrutiny_app.domain.events.minutes import *
from scrutiny_app.domain.events.packs import *
from scrutiny_app.domain.events.releasing import *

EVENTS: dict[str, type[Event]] = {event.__name__: event for event in Event.__subclasses__()}
