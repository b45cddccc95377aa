"""A small encoder that reads words in their context, on the processor, one thread."""
