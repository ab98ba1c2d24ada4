"""The action register: every action of every body over all its meetings as one life. Reads records only."""
