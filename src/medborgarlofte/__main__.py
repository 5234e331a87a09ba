"""Entry point of `python -m medborgarlofte`."""

from medborgarlofte.cli import main

if __name__ == "__main__":
    main()
