"""Outline -> what it states: people, decisions, actions, money, dates, tables. Verbatim, unresolved."""
