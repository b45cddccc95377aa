"""`python -m dragoman.cli`."""

from dragoman.cli.main import main

main()
