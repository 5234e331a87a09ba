"""Output of `lofte` and `lofte list`."""
