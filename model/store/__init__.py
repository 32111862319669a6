"""The index of a corpus: SQLite holds the records, tantivy ranks sentences. All of it can be rebuilt."""
