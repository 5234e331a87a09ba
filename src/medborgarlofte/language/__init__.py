"""One reading of Swedish: tokens, typed expressions with spans and values, and phrases for them."""
