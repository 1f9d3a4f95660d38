"""A package around a native module."""

from ._native import Count, count, deep

__all__ = ["Count", "count", "deep"]
