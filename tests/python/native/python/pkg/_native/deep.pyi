"""
A module two levels below the package.
"""

__all__ = ["outside"]

class PanicException(BaseException): ...

def outside(gen: int) -> int:
    """
    Is written outside of the module.
    """
