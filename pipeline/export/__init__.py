"""Records -> files for other programs, one file of code a format. Reads records only; public unless asked otherwise."""
