"""Code points and UTF-16 code units count the same borders (T3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SpanError
from dragoman.telling.export.offsets import Utf16

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("🛳🇺🇸𝒜é\u2028a"))


@given(TEXTS)
def test_every_border_goes_there_and_back(text):
    offsets = Utf16.of(text)
    for border in range(len(text) + 1):
        wide = offsets.from_code_points(border)
        assert wide == len(text[:border].encode("utf-16-le")) // 2
        assert offsets.to_code_points(wide) == border


@given(TEXTS)
def test_what_is_no_border_is_refused(text):
    offsets = Utf16.of(text)
    borders = {offsets.from_code_points(border) for border in range(len(text) + 1)}
    for offset in {*range(-1, len(text.encode("utf-16-le")) // 2 + 2)} - borders:
        with pytest.raises(SpanError) as raised:
            offsets.to_code_points(offset)
        assert raised.value.code == "DRG-E402"


@pytest.mark.parametrize("offset", [-1, 4])
def test_an_offset_outside_the_text_is_refused(offset):
    with pytest.raises(SpanError):
        Utf16.of("a🛳b").from_code_points(offset)
