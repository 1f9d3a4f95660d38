"""The benchmark's functions in Python."""


def noop():
    pass


def add(a, b):
    return a + b


def add_f64(a, b):
    return a + b


def negate(x):
    return not x


def greet(name):
    return f"Hello, {name}!"


def byte_len(data):
    return len(data)


def sum_f64(xs):
    total = 0.0
    for x in xs:
        total += x
    return total


def range_list(n):
    return list(range(n))


def word_count(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def join(words):
    return "".join(words)


def sum_values(values):
    total = 0.0
    for value in values.values():
        total += value
    return total


def squares(n):
    return {i: i * i for i in range(n)}


def scale(x, factor=2.0, *, offset=0.0):
    return x * factor + offset


def pack(*args):
    return args


def options(**kwargs):
    return kwargs


def opt(x=None):
    return -1 if x is None else x


def fail(x):
    if x < 0:
        raise ValueError("negative")
    return x
