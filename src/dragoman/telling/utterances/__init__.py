"""What was said once and stands in several documents, wording by wording."""

from dragoman.telling.utterances.utterance import Utterance, Wording, utterances

__all__ = ["Utterance", "Wording", "utterances"]
