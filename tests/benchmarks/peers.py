"""Other redactors to measure beside, where whoever measures has installed them; none is needed for anything else."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

Peer = Callable[[str], list[tuple[int, int]]]
_BRITISH = "UkNino Nhs UkPostcode UkVehicleRegistration UkPassport UkDrivingLicence".split()


def peers() -> Iterator[tuple[str, Peer]]:
    """Give each peer that is installed, by what it is called."""
    if find_spec("presidio_analyzer") is not None:
        yield _presidio()
    if find_spec("scrubadub") is not None:
        scrubber = import_module("scrubadub").Scrubber()
        yield "scrubadub", lambda text: [(found.beg, found.end) for found in scrubber.iter_filth(text)]


def _presidio() -> tuple[str, Peer]:
    """Give Presidio's analyser with its British patterns, and the English model of spaCy where one is installed.

    Without a model its patterns run on a bare pipeline: by itself it would fetch one from the network.
    """
    analyzer, spacy = import_module("presidio_analyzer"), import_module("spacy")
    models = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en_"))
    with TemporaryDirectory() as folder:
        bare = Path(folder) / "bare"
        spacy.blank("en").to_disk(bare)
        model = {"lang_code": "en", "model_name": models[0] if models else str(bare)}
        provider = import_module("presidio_analyzer.nlp_engine").NlpEngineProvider(
            nlp_configuration={"nlp_engine_name": "spacy", "models": [model]}
        )
        engine = analyzer.AnalyzerEngine(nlp_engine=provider.create_engine(), supported_languages=["en"])
    recognizers = import_module("presidio_analyzer.predefined_recognizers")
    for kind in _BRITISH:
        if hasattr(recognizers, f"{kind}Recognizer"):
            engine.registry.add_recognizer(getattr(recognizers, f"{kind}Recognizer")())
    name = f"Presidio with {models[0]}" if models else "Presidio's patterns without a model"
    return name, lambda text: [(found.start, found.end) for found in engine.analyze(text, language="en")]
