"""The dossier: what an archive says, as one self-contained page for a reader."""

from dragoman.telling.dossier.page import dossier, write_dossier

__all__ = ["dossier", "write_dossier"]
