"""Ayil Desktop: the office work of a village administration, on one PC without a network."""

__version__ = "0.1.0"
