"""crossread's model layer: everything that knows about text, and nothing about screens."""
