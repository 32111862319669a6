"""Tests of the trained pipeline and of the recipe that makes it."""
