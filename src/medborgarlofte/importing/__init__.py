"""Drafts from Word files, PDF, HTML and text."""
