"""What was read, put side by side: how documents relate."""
