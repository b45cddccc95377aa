"""Bytes in any format become documents. One module per format."""
