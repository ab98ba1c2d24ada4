"""Search over the records: rows of an index, a query in words, results with their place and the words marked."""

from __future__ import annotations

from pipeline.search.filters import Filters
from pipeline.search.index import Progress, find
from pipeline.search.result import Hit, Results

__all__ = ["Filters", "Hit", "Progress", "Results", "find"]
