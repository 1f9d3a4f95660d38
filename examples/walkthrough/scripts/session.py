"""Runs the lines of argv[1] as the prompt does, and shows what it would show."""
import sys
import traceback

# Panics write to standard error too; what Python sees is all that is shown here.
scope = {"__name__": "__main__"}
for line in sys.argv[1].splitlines():
    print(">>>", line)
    try:
        try:
            code = compile(line, "<session>", "eval")
        except SyntaxError:
            exec(line, scope)
        else:
            value = eval(code, scope)
            if value is not None:
                print(repr(value))
    except BaseException as error:
        print("".join(traceback.format_exception_only(type(error), error)), end="")
