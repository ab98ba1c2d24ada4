"""Found -> Record: names to people, words to dates, rows to the actions that they report on."""
