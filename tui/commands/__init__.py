"""The commands of `crossread`, one module for each family of them."""
