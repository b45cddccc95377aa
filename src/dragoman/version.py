"""The one place that says which Dragoman this is."""

__version__ = "0.1.0"
