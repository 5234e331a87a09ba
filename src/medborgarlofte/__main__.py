"""`python -m medborgarlofte` is the same as `lofte`."""

from medborgarlofte.cli import main

if __name__ == "__main__":
    main()
