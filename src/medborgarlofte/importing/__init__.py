"""Drafts from documents that exist: Word files, PDF, web pages and text."""
