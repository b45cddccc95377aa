"""The recipes that make the models, which are scripts beside the package."""

import importlib
import sys

from places import ROOT

STATEMENTS = ROOT / "training" / "statements"


def recipe(name):
    """Return a script of the recipe of statements as a module."""
    sys.path.insert(0, str(STATEMENTS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(STATEMENTS))
