from . import exceptions as exceptions

__all__ = ["exceptions"]

class PanicException(BaseException): ...
