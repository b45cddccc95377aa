"""Trained weights, each with the card that says on what it was trained."""
