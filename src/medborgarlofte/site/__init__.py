"""Static site generator, HTML and Markdown."""
