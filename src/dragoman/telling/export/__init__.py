"""The archive in other people's formats. One exporter per file; plug-ins register the same way."""

from dragoman.telling.export.exporter import Exporter, Options, Printer, formats
from dragoman.telling.export.exporting import export, print_table
from dragoman.telling.export.folder import Folder
from dragoman.telling.export.web_annotation import receipt_as_annotation

__all__ = [
    "Exporter",
    "Folder",
    "Options",
    "Printer",
    "export",
    "formats",
    "print_table",
    "receipt_as_annotation",
]
