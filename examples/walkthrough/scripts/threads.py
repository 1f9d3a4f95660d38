"""Calls a function of `shown` on two threads at once: each call gives how many threads it saw inside of it together."""
import sys
import threading

import shown


def together(function, patience):
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(function(patience))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print("this Python has a GIL:", has_gil)
print("meet_attached on two threads:", together(shown.meet_attached, 0.2))
print("meet_detached on two threads:", together(shown.meet_detached, 60.0))
