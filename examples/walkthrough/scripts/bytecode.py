"""Shows the bytecode of the call argv[2] of module argv[1], as it is after it has run some times."""
import dis
import io
import sys

module = __import__(sys.argv[1])
scope = {name: value for name, value in vars(module).items() if not name.startswith("__")}
exec(f"def call():\n    return {sys.argv[2]}", scope)
for _ in range(100):
    scope["call"]()
options = {"adaptive": True} if sys.version_info >= (3, 11) else {}
text = io.StringIO()
dis.dis(scope["call"], file=text, **options)
for line in text.getvalue().splitlines():
    if line.strip():
        print(line.rstrip())
