"""Found -> Record: names to people, words to dates, rows to the actions that they report on."""

from pipeline.link.assemble import assemble as link

__all__ = ["link"]
