"""The house stays a house: small files, small functions, linear patterns."""

import ast
import importlib
import pkgutil
import re
import statistics
import time
from functools import cache

import pytest

from places import ROOT

SOURCE = ROOT / "src" / "dragoman"
FILE_LINES, FUNCTION_LINES = 400, 60
# T21: strings that make careless patterns quadratic.
HOSTILE = (
    "a", " ", "\n", "\t ", "Aa ", "A", "Aa, ", '"a" ', "“", "”", "a.", "1 ", "1-", "12/", "- ",
    "(", "()", "[1] ", "<", "</", "&#1", "http://a.", "@a.b ", "said ", "A. ", "的", "é", "'",
)  # fmt: skip
MOST_RATIO = 2.6
SIZE = 100_000
# Faster than this, the clock says more of the machine than of the pattern.
SECONDS_WORTH_COMPARING = 0.02


def modules():
    for found in pkgutil.walk_packages([str(SOURCE)], "dragoman."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


@cache
def patterns():
    named = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in value if isinstance(value, tuple | list) else [value]:
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    named[f"{module.__name__}.{name}", pattern.pattern] = pattern
    return list(named.values())


def functions():
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path.relative_to(SOURCE), node, node.end_lineno - node.lineno + 1


def test_files_are_small():
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCE.rglob("*.py")}
    assert {p.name: n for p, n in lengths.items() if n > FILE_LINES} == {}
    assert statistics.median(lengths.values()) <= 100


def test_functions_are_small():
    found = list(functions())
    assert [f"{p}:{f.name} {n}" for p, f, n in found if n > FUNCTION_LINES] == []
    assert statistics.median(n for _, _, n in found) <= 10


def test_regular_expressions_are_constants_of_their_modules():
    """So that the growth test below knows them all."""
    loose = [
        f"{path}:{function.name}"
        for path, function, _ in functions()
        if any(uses_re(node) for node in ast.walk(function))
    ]
    assert loose == []


def uses_re(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr != "escape"
    )


def seconds(pattern, text):
    """Return the least time of three to run the pattern over the text as the code does."""
    best = 60.0
    for _ in range(3):
        begun = time.process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("pattern", patterns(), ids=lambda p: p.pattern[:40])
def test_patterns_grow_with_their_text(pattern):
    """T21. Patterns run on bounded windows anyway; a quadratic one shows itself long before."""
    for unit in HOSTILE:
        text = unit * (SIZE // len(unit)) + "x"
        once = seconds(pattern, text[: SIZE // 2])
        if once < SECONDS_WORTH_COMPARING:
            continue
        assert seconds(pattern, text) / once <= MOST_RATIO, (pattern.pattern, unit)
