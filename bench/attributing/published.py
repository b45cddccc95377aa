"""What is published of others, and of people: F1 in percent on PolNeAR, test part.

Each row: exact source, cue, content by CofeNet's measure; attributions by content, with the
source's head, with the cue, all exact; direct, mixed, indirect content, each without and with the
source's head. None: not known. CofeNet and BERT+CRF: Wang et al., COLING 2022, table 6. The others
were run by us with PolNeAR's scorer; people: 20 other articles, 5 or 6 annotators each.
"""

from __future__ import annotations

from attributing.scoring import BY_KIND, EXACT, WHOLE

_ROWS = {
    "two people": (
        77.9, 70.6, 71.0, 79.4, 74.5, 74.0, 58.1, 98.3, 97.5, 93.0, 88.5, 71.9, 65.8,
    ),
    "CofeNet": (83.2, 75.3, 72.9),
    "BERT+CRF": (82.2, 74.9, 71.0),
    "Citron, trained on PolNeAR": (
        63.1, 52.2, 48.0, 57.5, 49.6, 47.0, 31.4, 74.3, 70.5, 66.6, 58.3, 49.2, 39.9,
    ),
    "Citron, likewise, on dev": (65.6, 54.1, 47.1, 59.5, 52.4, 50.2, 33.1),
    "GenderGapTracker": (
        54.3, 48.2, 27.9, 50.6, 43.2, 40.8, 14.2, 69.6, 53.6, 61.7, 51.2, 37.6, 35.4,
    ),
    "textacy, by paragraph": (
        27.0, 32.7, 30.4, 30.0, 27.9, 27.3, 15.1, 77.7, 73.7, 37.2, 29.9, 0.0, 0.0,
    ),
}  # fmt: skip
PUBLISHED = {
    system: dict(zip((*EXACT, *WHOLE, *BY_KIND), values, strict=False))
    for system, values in _ROWS.items()
}
