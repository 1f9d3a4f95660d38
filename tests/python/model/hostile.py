"""Objects that do what objects seldom do, for the calls that `arguments.py` writes."""

LOG = []


class World:
    """What objects reach that have been passed to a function: the function itself."""

    depth = number = 0
    call = None


class Raise:
    """A method that raises."""

    def __init__(self, cls, *args):
        self.cls, self.args = cls, args

    def act(self, owner):
        raise self.cls(*self.args)


class Change:
    """A method that changes the container that its object is in."""

    def __init__(self, action, value):
        self.action, self.value = action, value

    def act(self, owner):
        if owner is not None:
            change(owner, self.action)
        return self.value


class Reenter:
    """A method that calls the function which has called it, with the same arguments again."""

    def __init__(self, value):
        self.value = value

    def act(self, owner):
        if World.depth == 0:
            World.depth = 1
            try:
                LOG.append(World.call())
            finally:
                World.depth = 0
        return self.value


def change(owner, action):
    if issubclass(type(owner), list):
        if action == "grow" and len(owner) < 40:
            owner.append(owner[0])
        elif action == "shrink":
            del owner[-1:]
        elif action == "clear":
            owner.clear()
        elif action == "shift":
            owner.insert(0, 1) if len(owner) < 40 else None
        elif action == "replace":
            owner[:] = ["replaced"] * len(owner)
    elif issubclass(type(owner), dict):
        if action == "grow" and len(owner) < 40:
            owner[f"new {len(owner)}"] = 1
        elif action == "shrink" and owner:
            owner.popitem()
        elif action == "clear":
            owner.clear()
        elif action == "shift" and owner:
            key = next(iter(owner))
            owner[key] = owner.pop(key)
        elif action == "replace":
            for key in list(owner):
                owner[key] = "replaced"
    elif issubclass(type(owner), set):
        if action == "grow" and len(owner) < 40:
            owner.add(f"new {len(owner)}")
        elif action == "shrink" and owner:
            owner.pop()
        elif action == "clear":
            owner.clear()
        elif action in ("shift", "replace") and owner:
            owner.pop()
            owner.add(f"new {len(owner)}")


CLASSES = {}


def Thing(base=object, value=None, **methods):
    """An object of a class of its own, with these methods; what each returns or does is given."""
    key = base, tuple(methods)
    if key not in CLASSES:
        namespace = {f"__{name}__" if name != "items" else name: method(name) for name in methods}
        if "cls" in methods:
            namespace["__class__"] = property(method("cls"))
        if base.__hash__ is object.__hash__:
            namespace.setdefault("__hash__", lambda self: self.number)
        CLASSES[key] = type(f"{base.__name__.title()}Thing", (base,), namespace)
    thing = CLASSES[key]() if value is None else CLASSES[key](value)
    thing.methods, thing.owner, thing.number = methods, None, World.number
    World.number += 1
    return thing


def method(name):
    def method(self, *args):
        LOG.append(name)
        behaviour = self.methods[name]
        return behaviour.act(self.owner) if hasattr(behaviour, "act") else behaviour

    return method


def owned(container):
    """The container, which the objects in it know."""
    items = container
    if isinstance(container, dict):
        items = [part for pair in container.items() for part in pair]
    for item in items:
        if hasattr(type(item), "__dict__") and "methods" in getattr(item, "__dict__", ()):
            item.owner = container
    return container
