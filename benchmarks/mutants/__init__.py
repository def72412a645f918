"""Pairs of captures made from one real page: edits, noise, failures."""
