"""The panes: articles, text and matches, all drawn line by line on one base."""
