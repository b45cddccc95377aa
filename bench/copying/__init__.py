"""What `bench/lineage.py` is made of: reading, our claims, the scorer, the peers."""
