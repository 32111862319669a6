"""The terminal reader of crossread and its command line."""
