"""What cues, quotation marks and the parse tell of statements; the encoder is told it too."""
