"""Imports the module argv[1], and says who is asked for it and what they give."""
import sys

WATCHED = {
    "find_spec": {"BuiltinImporter", "FrozenImporter", "PathFinder", "FileFinder"},
    "create_module": {"ExtensionFileLoader"},
    "exec_module": {"ExtensionFileLoader"},
}
C_CALLS = {"create_dynamic", "exec_dynamic"}
name = sys.argv[1]
directory = sys.path[0]
root = []
stack = [root]


def short(value):
    if isinstance(value, type(sys)):
        public = sorted(key for key in vars(value) if key == "__all__" or not key.startswith("_"))
        return f"the module, with {', '.join(public) or 'nothing in it yet'}"
    if type(value).__name__ == "ModuleSpec":
        return f"loader {type(value.loader).__name__}, origin {value.origin.replace(directory, 'DIRECTORY')}"
    return repr(value)


def watched(frame):
    """The class whose method this frame is, where it is one that is asked for our module."""
    owners = WATCHED.get(frame.f_code.co_name, ())
    if not owners or "importlib" not in frame.f_code.co_filename:
        return None
    local = frame.f_locals
    owner = local.get("self", local.get("cls"))
    spec = local.get("spec", getattr(local.get("module"), "__spec__", None))
    asked = local.get("fullname") or getattr(spec, "name", None)
    owner = (owner if isinstance(owner, type) else type(owner)).__name__
    return owner if owner in owners and asked == name else None


def profile(frame, event, argument):
    if event in ("call", "return"):
        if owner := watched(frame):
            if event == "call":
                stack.append([f"{owner}.{frame.f_code.co_name}({name!r})"])
            else:
                call = stack.pop()
                stack[-1].append((call, short(argument)))
    elif event == "c_return" and argument.__name__ in C_CALLS:
        stack[-1].append(([f"_imp.{argument.__name__}()"], None))


def show(calls, depth):
    for (head, *inside), given in calls:
        gives = "" if given is None else f" -> {given}"
        print("    " * depth + head + (gives if not inside else ""))
        show(inside, depth + 1)
        if inside and gives:
            print("    " * depth + gives.strip())


sys.setprofile(profile)
module = __import__(name)
sys.setprofile(None)
print("sys.meta_path:", ", ".join(getattr(finder, "__name__", type(finder).__name__) for finder in sys.meta_path))
show(root, 0)
print(f"sys.modules[{name!r}]:", short(sys.modules[name]))
