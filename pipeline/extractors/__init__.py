"""Outline -> what it states. One file a kind of entry; find.py runs them all."""
