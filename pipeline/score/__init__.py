"""How right the records of papers are, measured against gold: what a reader typed from the page."""
