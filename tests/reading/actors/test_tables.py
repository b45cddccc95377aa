from __future__ import annotations

from collections import Counter

from dragoman.knowledge import listed, table
from dragoman.model import ActorKind
from dragoman.reading.actors.gazetteer import gazetteer, states
from dragoman.reading.actors.personal_name import taken_apart
from dragoman.reading.actors.slug import slug
from dragoman.reading.actors.trie import Trie
from dragoman.reading.actors.words import split


def test_codes_of_states_are_unique_and_well_formed():
    codes = Counter(row["iso3"] for row in table("states"))
    assert max(codes.values()) == 1
    assert all(len(row["iso2"]) == 2 and len(row["iso3"]) == 3 for row in table("states"))
    assert len(codes) >= 249


def test_no_name_of_a_state_belongs_to_two():
    owners = {}
    for row in table("states"):
        for name in (row["name"], *listed(row["names"]), *listed(row["adjectives"])):
            assert owners.setdefault(name, row["iso3"]) == row["iso3"], name


def test_countries_and_kinds_of_organisations_are_known():
    for row in table("organisations"):
        assert ActorKind(row["kind"])
        assert not row["country"] or row["country"] in states(), row
    names = Counter(slug(row["name"]) for row in table("organisations"))
    assert max(names.values()) == 1


def test_shared_names_point_to_states():
    for row in table("shared_names"):
        assert set(listed(row["candidates"])) <= set(states())


def test_every_state_is_found_by_its_name():
    for row in table("states"):
        words = split(row["name"])
        match = gazetteer().names.longest(words, 0)
        assert match is not None
        assert match[0] == len(words), row


def test_longest_match_passes_hyphens():
    trie: Trie[int] = Trie()
    trie.add(["Yoon"], 1)
    trie.add(["Yoon", "Suk", "yeol"], 2)
    assert trie.longest(["Yoon", "Suk", "-", "yeol", "said"], 0) == (4, 2)
    assert trie.longest(["Yoon", "-", "led"], 0) == (1, 1)
    assert trie.longest(["led"], 0) is None


def test_names_taken_apart():
    assert taken_apart("Yoon Suk-yeol").key == taken_apart("Yoon Suk Yeol").key
    assert taken_apart("Yoon Suk Yeol").families == ("yoon",)
    assert "van der berg" in taken_apart("Mila van der Berg").families
    assert taken_apart("Odo B. Marlin").key == taken_apart("Odo Marlin").key
    assert taken_apart("Odo Marlin Jr.").families[0] == "marlin"


def test_slugs_have_no_accents():
    assert slug("Côte d'Ivoire") == "cote-divoire"
    assert slug("Łódź") == "lodz"
