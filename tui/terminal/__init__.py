"""The terminal layer: what the terminal can do, what is safe to show on it, and how little must be sent."""
