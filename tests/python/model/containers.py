"""What the documents of mybind promise of the conversions of containers: the rest of `conversions.py`."""

import collections.abc
import ctypes
import sysconfig

import generated
from conversions import Handle, Int, Refused, Type, at, bytes_of, not_an, type_name


# A library that may run without the GIL reads a copy of a dict.
COPIES = sysconfig.get_config_var("Py_GIL_DISABLED") or ".abi3t" in getattr(generated, "generated", generated).__file__


class Option(Type):
    """`None` is `()`, so that it is sorted before all others."""

    def __init__(self, item):
        self.item = item

    def into_value(self, value):
        return () if value is None else (self.item.into_value(value),)

    def into_object(self, value):
        return self.item.into_object(value[0]) if value else None

    def same(self, result):
        return None if result is None else self.item.same(result)

    def order(self, value):
        return tuple(map(self.item.order, value))


class Sequence(Type):
    """`Vec<T>`, and whatever else is as `Vec<T>`: of exactly `length` items, if that is given."""

    def __init__(self, item, length=None):
        self.item, self.length = item, length
        self.of_bytes = isinstance(item, Int) and item.name == "u8"

    def into_value(self, value):
        values = bytes_of(value) if self.of_bytes else None
        if values is None:
            values = self.items(value)
        if self.length not in (None, len(values)):
            raise Refused(ValueError, f"expected a sequence of length {self.length}, got one of length {len(values)}")
        return tuple(values)

    def items(self, value):
        if type(value) not in (list, tuple):
            if issubclass(type(value), str):
                message = f"'{type_name(value)}' object is not accepted as a sequence (list(text) has its characters)"
                raise Refused(TypeError, message)
            is_sequence = issubclass(type(value), (list, tuple)) or isinstance(value, collections.abc.Sequence)
            if not is_sequence and not is_array(value):
                raise not_an("Sequence", value)
        values = []
        for item in like_list(value):
            values.append(at(f"item {len(values)}", self.item.into_value, item))
        return values

    def into_object(self, value):
        return bytes(value) if self.of_bytes else [self.item.into_object(item) for item in value]

    def same(self, result):
        return (type(result), result) if self.of_bytes else (type(result), list(map(self.item.same, result)))

    def order(self, value):
        return tuple(map(self.item.order, value))


def like_list(value):
    """Iterates as `list` does, which asks for the length and can do without."""
    items = iter(value)
    if type(value) not in (list, tuple):
        try:
            len(value)
        except TypeError:
            pass
    return items


def is_array(value):
    """Whether it has numbered items over a buffer, as NumPy's arrays have, and its numbers have not."""
    if not hasattr(type(value), "__getitem__") or issubclass(type(value), dict):
        return False
    if any((cls.__module__, cls.__name__) == ("numpy", "generic") for cls in type(value).__mro__):
        return False
    if hasattr(collections.abc, "Buffer"):
        return isinstance(value, collections.abc.Buffer)
    try:
        memoryview(value)
    except TypeError:
        return False
    return True


class Heap(Sequence):
    """Which comes out in no order."""

    def same(self, result):
        return type(result), sorted(result) if self.of_bytes else sorted(map(repr, map(self.item.same, result)))


class Tuple(Type):
    def __init__(self, *items):
        self.items = items

    def into_value(self, value):
        if not issubclass(type(value), tuple):
            raise not_an("tuple", value)
        values = tuple(value)
        if len(values) != len(self.items):
            raise Refused(ValueError, f"expected a tuple of length {len(self.items)}, got one of length {len(values)}")
        return tuple([at(f"item {index}", item.into_value, value) for index, (item, value) in enumerate(zip(self.items, values))])

    def into_object(self, value):
        # As a result, `()` is what a function without a result returns.
        return tuple(item.into_object(value) for item, value in zip(self.items, value)) or None

    def same(self, result):
        return type(result), result and [item.same(value) for item, value in zip(self.items, result)]

    def order(self, value):
        return tuple(item.order(value) for item, value in zip(self.items, value))


class Map(Type):
    def __init__(self, ordered, key, item):
        self.ordered, self.key, self.item = ordered, key, item

    def into_value(self, value):
        if not issubclass(type(value), dict):
            raise not_an("dict", value)
        values = {}
        for key, item in exact_pairs(value) if type(value) is dict else pairs(value):
            new_key = at(("key", key), self.key.into_value, key)
            values[new_key] = at(("value of", key), self.item.into_value, item)
        return values

    def into_object(self, value):
        items = value.items()
        if self.ordered:
            items = sorted(items, key=lambda item: self.key.order(item[0]))
        return {self.key.into_object(key): self.item.into_object(item) for key, item in items}

    def same(self, result):
        items = [(self.key.same(key), self.item.same(item)) for key, item in result.items()]
        return type(result), items if self.ordered else sorted(map(repr, items))


def exact_pairs(value):
    """The items of a `dict` and of no subclass, which may change meanwhile as far as for any loop over it."""
    items = iter((value.copy() if COPIES else value).items())
    while True:
        try:
            item = next(items, None)
        except RuntimeError as error:
            changed = Refused(RuntimeError, str(error))
        else:
            changed = None
        if changed:
            raise changed
        if item is None:
            return
        yield item


def pairs(value):
    """The items of an instance of a subclass of `dict`, by its own `items`."""
    pair = Tuple(Handle(object), Handle(object))
    return [at(f"item {index}", pair.into_value, item) for index, item in enumerate(list(mapping_items(value)))]


# `list(value.items())`, in the words that Python has for what cannot be iterated over.
mapping_items = ctypes.pythonapi.PyMapping_Items
mapping_items.argtypes, mapping_items.restype = [ctypes.py_object], ctypes.py_object


class Set(Type):
    def __init__(self, item):
        self.item = item

    def into_value(self, value):
        if not issubclass(type(value), (set, frozenset)):
            raise not_an("set", value)
        return dict.fromkeys([at(("item", item), self.item.into_value, item) for item in value])

    def into_object(self, value):
        return {self.item.into_object(item) for item in sorted(value, key=self.item.order)}

    def same(self, result):
        return type(result), sorted(repr(self.item.same(item)) for item in result)


class Transparent(Type):
    """`Box<T>` and its like, which are as `T`."""

    def __init__(self, item):
        self.item = item
        self.into_value, self.into_object, self.same, self.order = item.into_value, item.into_object, item.same, item.order
