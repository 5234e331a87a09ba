"""Figures over promises: how many, how measurable, how kept."""
