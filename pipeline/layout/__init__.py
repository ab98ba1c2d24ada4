"""What stands where on a page, before it means anything: lines into paragraphs, columns of tables, printed numbers.

The readers and the outline are built on it.
"""
