# cython: language_level=3, binding=False
# distutils: language = c++
"""The benchmark's functions, by Cython."""

from libc.stdint cimport int64_t
from libcpp.vector cimport vector


def noop():
    pass


def add(int a, int b):
    return <int>(<unsigned int>a + <unsigned int>b)


def add_f64(double a, double b):
    return a + b


def negate(bint x):
    return not x


def greet(str name not None):
    return f"Hello, {name}!"


def byte_len(bytes data not None):
    return len(data)


def sum_f64(vector[double] xs):
    cdef double total = 0.0
    cdef size_t i
    for i in range(xs.size()):
        total += xs[i]
    return total


def range_list(int64_t n):
    cdef int64_t i
    return [i for i in range(n)]


def word_count(str text not None):
    cdef dict counts = {}
    cdef str word
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def join(list words not None):
    return "".join(words)


def sum_values(dict values not None):
    cdef double total = 0.0
    cdef double value
    for value in values.values():
        total += value
    return total


def squares(int64_t n):
    cdef int64_t i
    return {i: i * i for i in range(n)}


def scale(double x, double factor=2.0, *, double offset=0.0):
    return x * factor + offset


def pack(*args):
    return args


def options(**kwargs):
    return kwargs


def opt(x=None):
    cdef int value = -1
    if x is not None:
        value = x
    return value


def fail(int x):
    if x < 0:
        raise ValueError("negative")
    return x
