"""Which sentences of different articles report the same claim, what differs, and who is upstream."""
