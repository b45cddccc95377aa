"""Markup becomes text. Nothing here is loaded by the process that the user started."""
