"""The site: pages as HTML and as Markdown."""
