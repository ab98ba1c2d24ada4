"""`python -m pipeline` is the command `minutebook`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
