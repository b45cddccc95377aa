"""T60: starting costs nothing that is not used."""

import subprocess
import sys

import pytest

# Loading any of these would break the promise of a start in 0.3 s.
HEAVY = {
    "spacy", "thinc", "numpy", "lxml", "trafilatura", "fastwarc", "pyarrow", "pandas", "polars",
    "jinja2", "py3langid", "rapidfuzz", "charset_normalizer", "rich", "sqlite3", "multiprocessing",
}  # fmt: skip


def loaded_by(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in told.stderr.split()}


@pytest.mark.parametrize(
    "code",
    [
        "import dragoman",
        "import dragoman; dragoman.DragomanError; dragoman.Settings; dragoman.Span",
        "import sys; sys.argv = ['dragoman', '--help']\n"
        "from dragoman.cli import main\n"
        "try: main()\nexcept SystemExit: pass",
    ],
)
def test_no_parser_is_loaded(code):
    assert loaded_by(code) & HEAVY == set()


def test_public_names_are_few_and_all_there():
    import dragoman

    assert len(dragoman.__all__) <= 13
    assert all(getattr(dragoman, name) is not None for name in dragoman.__all__)


def test_unknown_name_is_an_attribute_error():
    import dragoman

    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        dragoman.reed  # noqa: B018
