"""One SQLite file that holds it all, with receipts. The only storey that touches the disk."""
