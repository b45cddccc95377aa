from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.collation.actors import Alias, Seen, merge_figures
from dragoman.model import ActorKind, Figure, Form


def person(name, country=None, sector=None):
    local = "person:" + name.casefold().replace(" ", "-").replace(".", "")
    alias = Alias(name, 1, Form.NAME)
    return Seen(Figure(local, name, ActorKind.PERSON, country, sector), (alias,))


def actors_of(*documents):
    pile = {f"d{number}": tuple(seen) for number, seen in enumerate(documents)}
    merged = merge_figures(pile)
    return [
        [merged.of_figure[doc, seen.figure.local] for seen in figures]
        for doc, figures in pile.items()
    ]


def test_states_are_one_by_code():
    korea = Seen(Figure("state:KOR", "South Korea", ActorKind.STATE, "KOR"))
    assert actors_of([korea], [korea]) == [["state:KOR"], ["state:KOR"]]


def test_spellings_of_one_name_are_one_person():
    found = actors_of(
        [person("Yoon Suk Yeol")], [person("Yoon Suk-Yeol")], [person("Yoon Suk-yeol")]
    )
    assert found == [["person:yoon-suk-yeol"]] * 3


def test_a_family_name_joins_the_only_full_name():
    assert actors_of([person("Odo Marlin")], [person("Marlin")]) == [["person:odo-marlin"]] * 2


def test_a_family_name_of_two_joins_neither():
    found = actors_of([person("Odo Marlin")], [person("Ilse Marlin")], [person("Marlin")])
    assert found[2] == ["person:marlin"]


def test_a_family_name_of_another_country_stays_apart():
    found = actors_of([person("Odo Marlin", "POL")], [person("Marlin", "FRA")])
    assert found[0] != found[1]


def test_namesakes_of_two_countries_stay_apart():
    found = actors_of([person("Kim Min", "KOR")], [person("Kim Min", "PRK")], [person("Kim Min")])
    assert len({actor for (actor,) in found}) == 3


def test_middle_initials_join_only_when_they_do_not_differ():
    one = actors_of([person("Odo B. Marlin")], [person("Odo Marlin")])
    assert one[0] == one[1]
    two = actors_of([person("Odo B. Marlin")], [person("Odo C. Marlin")], [person("Odo Marlin")])
    assert len({actor for (actor,) in two}) == 3


def test_aliases_come_most_frequent_first_without_nominals():
    figure = Figure("org:nato", "NATO", ActorKind.ORGANISATION)
    seen = Seen(
        figure,
        (
            Alias("NATO", 1, Form.NAME),
            Alias("Atlantic alliance", 2, Form.NAME),
            Alias("the bloc", 9, Form.NOMINAL),
        ),
    )
    (actor,) = merge_figures({"d": (seen,)}).actors
    assert actor.aliases == ("Atlantic alliance", "NATO")


NAMES = ["Odo Marlin", "Marlin", "Ilse Marlin", "Odo B. Marlin", "Yoon Suk Yeol", "Yoon Suk-yeol"]
DOCUMENT = st.lists(
    st.builds(person, st.sampled_from(NAMES), st.sampled_from([None, "KOR", "POL"])),
    max_size=4,
    unique_by=lambda seen: seen.figure.local,
)


@given(st.lists(DOCUMENT, max_size=4))
def test_any_order_gives_the_same_actors(documents):
    pile = {f"d{number}": tuple(seen) for number, seen in enumerate(documents)}
    first = merge_figures(pile)
    for order in list(permutations(pile))[:6]:
        again = merge_figures({doc: pile[doc][::-1] for doc in order})
        assert again.actors == first.actors
        assert again.of_figure == first.of_figure


@given(st.lists(DOCUMENT, max_size=4))
def test_every_figure_has_exactly_one_actor_and_ids_are_unique(documents):
    pile = {f"d{number}": tuple(seen) for number, seen in enumerate(documents)}
    merged = merge_figures(pile)
    figures = {(doc, s.figure.local) for doc, seen in pile.items() for s in seen}
    assert set(merged.of_figure) == figures
    ids = [actor.actor for actor in merged.actors]
    assert ids == sorted(set(ids))
    assert set(merged.of_figure.values()) == set(ids)
