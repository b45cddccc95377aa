"""The archive, told: dossier, receipts, exports. Read-only."""
