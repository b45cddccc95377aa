"""Contents find their cue, cues their source, by the ends of their arcs."""

import numpy as np
import pytest

from dragoman.reading.encoder.encoder import Seen
from dragoman.reading.statements.links import link
from dragoman.reading.statements.parts import Part, Role

WIDTH = 8


def part(role, first):
    return Part(role, first, first, 0.9, 0.9)


def seen(arcs, count):
    """Return what leads from words to words as told, and else nowhere. None: nowhere."""
    # Each word is reached along an axis of its own, "nowhere" along the last.
    reached = np.eye(count, WIDTH, dtype=np.float32)
    nowhere = np.eye(WIDTH, dtype=np.float32)[-1]
    leaving = np.zeros((count, WIDTH), np.float32)
    for word, target in arcs.items():
        leaving[word] = 30 * (nowhere if target is None else reached[target])
    labels = np.zeros((count, 0), np.float32)
    return Seen(labels=labels, leaving=leaving, reached=reached, nowhere=nowhere)


SOURCES, CUES = [part(Role.SOURCE, 0), part(Role.SOURCE, 3)], [part(Role.CUE, 1), part(Role.CUE, 4)]
CONTENTS = [part(Role.CONTENT, 2), part(Role.CONTENT, 5)]
PARTS = sorted([*SOURCES, *CUES, *CONTENTS], key=lambda one: one.first)


def linked(arcs, parts=PARTS):
    return [
        (
            one.source and one.source.first,
            one.cue.first,
            [content.first for content in one.contents],
        )
        for one in link(parts, seen(arcs, 6))
    ]


@pytest.mark.parametrize(
    ("arcs", "expected"),
    [
        ({2: 1, 5: 4, 1: 0, 4: 3}, [(0, 1, [2]), (3, 4, [5])]),
        ({2: 4, 5: 1, 1: 3, 4: 0}, [(3, 1, [5]), (0, 4, [2])]),
        ({2: 1, 5: 1, 1: 0, 4: 0}, [(0, 1, [2, 5]), (0, 4, [])]),
        ({2: None, 5: 4, 1: 0, 4: None}, [(0, 1, []), (None, 4, [5])]),
    ],
)
def test_links(arcs, expected):
    assert linked(arcs) == expected


def test_nothing_is_linked_where_there_is_no_cue():
    assert linked({2: 1}, [SOURCES[0], CONTENTS[0]]) == []
    assert linked({}, []) == []


def test_a_cue_without_sources_and_contents_stands_alone():
    (one,) = link([CUES[0]], seen({}, 6))
    assert (one.source, one.contents) == (None, ())
    assert (one.to_source, one.to_cue) == (1.0, 1.0)


def test_a_link_is_as_likely_as_its_weakest_content():
    arcs = seen({2: 1, 5: 1, 1: 0, 4: 3}, 6)
    arcs.leaving[5] *= 0.2
    one = link(PARTS, arcs)[0]
    assert [content.first for content in one.contents] == [2, 5]
    alone = link(PARTS[:-1], arcs)[0]
    assert one.to_cue < alone.to_cue <= 1.0
    assert 0.5 < one.to_source <= 1.0
