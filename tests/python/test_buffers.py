"""Memory shared with Python: what goes in by the buffer protocol, and what goes out."""

import array
import ctypes
import gc
import struct
import sys
import threading

import exchange
import pytest

if not hasattr(exchange, "array"):
    pytest.skip("the stable ABI of 3.10 has no buffers", allow_module_level=True)

try:
    import numpy
except ImportError:
    numpy = None
needs_numpy = pytest.mark.skipif(numpy is None, reason="no NumPy for this Python")


@pytest.mark.parametrize(
    ("code", "item"),
    [
        ("b", "i8"), ("h", "i16"), ("i", "i32"), ("l", "i64" if struct.calcsize("l") == 8 else "i32"), ("q", "i64"), ("q", "isize"),
        ("B", "u8"), ("H", "u16"), ("I", "u32"), ("L", "u64" if struct.calcsize("l") == 8 else "u32"), ("Q", "u64"), ("Q", "usize"),
        ("f", "f32"), ("d", "f64"),
    ],
)  # fmt: skip
def test_every_type_of_item(code, item):
    values = [0, 1, 100, 127]
    if code not in "BHILQ":
        values.append(-128)
    numbers = array.array(code, values)
    expected = bytes(values) if item == "u8" else values
    assert exchange.items_of(item, numbers) == expected
    assert exchange.items_of(item, memoryview(numbers)) == expected
    assert exchange.items_of(item, memoryview(numbers)[::-1]) == expected[::-1]
    if numpy is not None:
        assert exchange.items_of(item, numpy.array(values, dtype=numbers.typecode)) == expected


def test_extremes():
    assert exchange.items_of("i64", array.array("q", [-(2**63), 2**63 - 1])) == [-(2**63), 2**63 - 1]
    assert exchange.items_of("u64", array.array("Q", [2**64 - 1])) == [2**64 - 1]
    assert str(exchange.items_of("f64", array.array("d", [float("nan"), -0.0, float("inf")]))) == "[nan, -0.0, inf]"


def test_bytes_and_their_like():
    assert exchange.items_of("u8", b"abc") == b"abc"
    assert exchange.items_of("u8", bytearray(b"abc")) == b"abc"
    assert exchange.items_of("u8", memoryview(b"abc").cast("c")) == b"abc"
    assert exchange.items_of("i8", memoryview(b"\xff\x01").cast("b")) == [-1, 1]
    assert exchange.items_of("bool", memoryview(b"\x00\x01\x02\xff").cast("?")) == [False, True, True, True]
    assert exchange.uint8s(None, []) == 0
    assert exchange.uint8s(b"ab", [bytearray(3), b""]) == 5
    assert exchange.xor(b"\x01\x02\x04") == 7


def test_formats_of_ctypes():
    # They say '<' or '>' and a standard size.
    assert exchange.items_of("f64", (ctypes.c_double * 2)(1.5, 2.5)) == [1.5, 2.5]
    assert exchange.items_of("i32", (ctypes.c_int32 * 2)(1, -2)) == [1, -2]
    # They have no strides.
    table = (ctypes.c_double * 2 * 3)((1, 2), (3, 4), (5, 6))
    assert exchange.layout(table)[1:] == ([3, 2], [16, 8], False, True, False)
    assert exchange.item(table, [2, 0]) == 5
    other = ctypes.c_int32.__ctype_be__ if sys.byteorder == "little" else ctypes.c_int32.__ctype_le__
    swapped = ">" if sys.byteorder == "little" else "<"
    with pytest.raises(TypeError) as caught:
        exchange.items_of("i32", (other * 2)(1, -2))
    letter = memoryview((other * 2)()).format[-1]
    assert str(caught.value) == f"expected a buffer of int32 ('i'), got one of int32 in the other byte order ('{swapped}{letter}')"


def test_format_mismatch(raises):
    long = "int64" if struct.calcsize("l") == 8 else "int32"
    raises(TypeError, "argument 'xs': expected a buffer of int64 ('q'), got one of float64 ('d')", exchange.int64s, array.array("d"))
    raises(TypeError, "argument 'xs': expected a buffer of float32 ('f'), got one of float64 ('d')", exchange.float32s, array.array("d"))
    raises(TypeError, f"argument 'xs': expected a buffer of float32 ('f'), got one of {long} ('l')", exchange.float32s, array.array("l"))
    raises(TypeError, "argument 'xs': expected a buffer of int64 ('q'), got one of uint64 ('Q')", exchange.int64s, array.array("Q"))
    raises(TypeError, "argument 'xs': expected a buffer of int64 ('q'), got one of uint8 ('B')", exchange.int64s, b"")
    raises(TypeError, "argument 'xs': expected a buffer of int64 ('q'), got 'list' object", exchange.int64s, [1])
    raises(TypeError, "argument 'xs': expected a buffer of int64 ('q'), got 'NoneType' object", exchange.int64s, None)
    raises(TypeError, "argument 'more': item 1: expected a buffer of uint8 ('B'), got 'str' object", exchange.uint8s, None, [b"", "a"])


@needs_numpy
def test_formats_of_numpy(raises):
    def refused(dtype, found):
        raises(TypeError, f"argument 'xs': expected a buffer of int64 ('q'), got one of {found}", exchange.int64s, numpy.zeros(2, dtype))

    refused(">i8" if sys.byteorder == "little" else "<i8", "int64 in the other byte order ('>q')")
    refused("f2", "float16 ('e')")
    refused("c16", "complex128 ('Zd')")
    refused("S3", "format '3s'")
    refused("O", "format 'O'")
    refused([("a", "i8")], "format 'T{l:a:}'" if struct.calcsize("l") == 8 else "format 'T{q:a:}'")
    # With one byte there is no order.
    assert exchange.items_of("u8", numpy.array([1, 2], ">u1")) == b"\1\2"
    assert exchange.items_of("bool", numpy.array([True, False])) == [True, False]


def test_layout_of_one_dimension():
    numbers = array.array("d", [1, 2, 3])
    assert exchange.layout(numbers) == ("d", [3], [8], False, True, True)
    assert exchange.layout(memoryview(numbers).toreadonly()) == ("d", [3], [8], True, True, True)
    assert exchange.layout(memoryview(numbers)[::2]) == ("d", [2], [16], False, False, False)
    assert exchange.layout(memoryview(numbers)[::-1]) == ("d", [3], [-8], False, False, False)
    assert exchange.dimensions(numbers) == (1, 8, 3, 24)
    assert exchange.owner(numbers) is numbers
    assert exchange.item(memoryview(numbers)[::-1], [0]) == 3
    assert exchange.item(numbers, [3]) is None
    assert exchange.item(numbers, [2**63]) is None


def test_empty_and_scalar():
    for empty in (array.array("d"), memoryview(array.array("d", [1]))[:0]):
        assert exchange.layout(empty)[1:3] == ([0], [8])
        assert exchange.sum_detached(empty) == (0, 0)
        assert exchange.copied(empty, 0) == [[], [], [], []]
        exchange.write_back(empty, [], False)
        exchange.fill_detached(empty, 1)
    scalar = memoryview(array.array("d", [2.5])).cast("B").cast("d", [])
    assert exchange.layout(scalar) == ("d", [], [], False, True, True)
    assert exchange.dimensions(scalar) == (0, 8, 1, 8)
    assert exchange.item(scalar, []) == 2.5
    assert exchange.sum_detached(scalar) == (2.5, 2.5)
    assert exchange.copied(scalar, 1) == [[2.5]] * 4


def test_two_dimensions():
    table = memoryview(array.array("d", range(6))).cast("B").cast("d", [2, 3])
    assert exchange.layout(table) == ("d", [2, 3], [24, 8], False, True, False)
    assert exchange.dimensions(table) == (2, 8, 6, 48)
    assert [exchange.item(table, [row, column]) for row in range(2) for column in range(3)] == list(range(6))
    assert exchange.item(table, [0, 3]) is None
    assert exchange.item(table, [2, 0]) is None
    c, fortran = list(range(6)), [0, 3, 1, 4, 2, 5]
    assert exchange.copied(table, 6) == [c, fortran, c, fortran]
    exchange.write_back(table, fortran, True)
    assert table.tolist() == [[0, 1, 2], [3, 4, 5]]


def test_wrong_number_of_indices():
    with pytest.raises(exchange.PanicException, match="an index for each dimension"):
        exchange.item(array.array("d", [1]), [0, 0])


@needs_numpy
def test_any_strides(raises):
    cube = numpy.arange(24.0).reshape(2, 3, 4)
    for view in (cube, cube.T, cube[::-1, 1:, ::2], cube[:, :0], cube.swapaxes(0, 1), numpy.broadcast_to(cube[0, 0], (3, 4))):
        items = [list(view.ravel()), list(view.ravel("F"))]
        assert exchange.copied(view, view.size) == items * 2
        assert exchange.layout(view)[1] == list(view.shape)
        if view.size:
            assert exchange.layout(view)[2] == list(view.strides)
        assert exchange.layout(view)[4:] == (view.flags.c_contiguous, view.flags.f_contiguous)
        for index in numpy.ndindex(*view.shape):
            assert exchange.item(view, index) == view[index]
    for fortran in (False, True):
        there = numpy.zeros((2, 3, 4))[::-1, :, ::2]
        exchange.write_back(there, range(12), fortran)
        assert list(there.ravel("F" if fortran else "C")) == list(range(12))
    raises(ValueError, "not contiguous", exchange.sum_detached, cube.T)
    raises(ValueError, "not contiguous, or read-only", exchange.fill_detached, cube.T, 1)


@needs_numpy
def test_not_aligned(raises):
    records = numpy.zeros(3, dtype=[("a", "u1"), ("b", "f8")])
    message = "argument 'xs': the float64 items of the buffer are not aligned in memory: pass a copy"
    # NumPy says '=d' of such items.
    raises(BufferError, message, exchange.layout, records["b"])
    assert exchange.sum_detached(records["b"].copy()) == (0, 0)


def test_lengths_that_do_not_fit(raises):
    numbers = array.array("d", [1, 2])
    raises(ValueError, "a slice of length 3 does not fit a buffer of 2 items", exchange.copied, numbers, 3)
    raises(ValueError, "a slice of length 1 does not fit a buffer of 2 items", exchange.write_back, numbers, [1], False)
    assert list(numbers) == [1, 2]


def test_read_only(raises):
    view = memoryview(array.array("d", [1, 2])).toreadonly()
    assert exchange.sum_detached(view) == (3, 3)
    raises(BufferError, "the buffer is read-only", exchange.write_back, view, [3, 4], False)
    raises(ValueError, "not contiguous, or read-only", exchange.fill_detached, view, 1)


def test_written_in_place():
    numbers = array.array("d", [1, 2, 3])
    exchange.fill_detached(numbers, 4)
    assert list(numbers) == [4, 4, 4]
    exchange.running_sum(numbers, lambda: None)
    assert list(numbers) == [4, 8, 12]
    truths = memoryview(bytearray(b"\0\1\7")).cast("?")
    assert exchange.negated(truths) == [True, False, False]
    assert truths.obj == b"\1\0\0"


def test_python_writes_meanwhile():
    numbers = array.array("d", [1] * 4)

    def write():
        numbers[3] = 10

    exchange.running_sum(numbers, write)
    assert list(numbers) == [1, 2, 3, 10]


def test_memory_stays_while_it_is_held(raises):
    data = array.array("d", [1, 2])

    def grow():
        for _ in range(1000):
            with pytest.raises(BufferError):
                data.append(1)

    assert exchange.released_by(data, grow) == [1, 2]
    data.append(3)  # released again

    view = memoryview(data)
    # 3.12 and later: a memoryview with exports; before, `release` raises as well.
    raises(BufferError, "memoryview has 1 exported buffer", exchange.released_by, view, view.release)
    assert exchange.released_by(view, gc.collect) == [1, 2, 3]
    view.release()
    raises(ValueError, "operation forbidden on released memoryview object", exchange.layout, view)


@pytest.mark.skipif(sys.version_info < (3, 12), reason="no __buffer__")
def test_buffer_written_in_python():
    class Exporter:
        released = 0

        def __init__(self, error=None):
            self.error = error

        def __buffer__(self, flags):
            if self.error:
                raise self.error
            return memoryview(array.array("d", [1, 2]))

        def __release_buffer__(self, view):
            self.released += 1
            view.release()

    exporter = Exporter()
    assert exchange.sum_detached(exporter) == (3, 3)
    assert exporter.released == 1
    exchange.hold(exporter)
    assert exporter.released == 1
    exchange.let_go(True)
    exchange.let_go(False)
    assert exporter.released == 2
    error = ZeroDivisionError("mine")
    with pytest.raises(ZeroDivisionError) as caught:
        exchange.layout(Exporter(error))
    assert caught.value is error


@pytest.mark.parametrize("elsewhere", [False, True])
def test_held_for_later(elsewhere):
    numbers = array.array("d", [1, 2])
    references = sys.getrefcount(numbers)
    assert exchange.hold(numbers) == ([2], "d")
    assert exchange.hold(memoryview(numbers)[::-1]) == ([2], "d")
    numbers[0] = 5
    assert exchange.held_count() == [[5, 2], [2, 5]]
    with pytest.raises(BufferError):
        numbers.append(1)
    exchange.let_go(elsewhere)
    exchange.held_count()
    gc.collect()
    numbers.append(1)
    assert sys.getrefcount(numbers) == references


def test_no_reference_is_lost():
    numbers = array.array("d", [1, 2])
    references = sys.getrefcount(numbers)
    for _ in range(100):
        assert exchange.counted_detached(numbers, [numbers]) == 4
        exchange.sum_detached(numbers)
        with pytest.raises(TypeError):
            exchange.int64s(numbers)
        with pytest.raises(ValueError):
            exchange.copied(numbers, 5)
    assert sys.getrefcount(numbers) == references


def test_threads_write_at_the_same_time():
    numbers = array.array("d", [1] * 5000)
    stop = threading.Event()

    def write(value):
        while not stop.is_set():
            exchange.fill_detached(numbers, value)

    threads = [threading.Thread(target=write, args=(value,)) for value in (1, 2)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(30):
            for total in exchange.sum_detached(numbers):
                assert 5000 <= total <= 10000  # ones and twos, nothing between
            assert set(exchange.items_of("f64", numbers)) <= {1, 2}
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_array_is_a_memoryview():
    view = exchange.array([1.5, 2.5])
    assert type(view) is memoryview
    assert (view.format, view.shape, view.strides, view.readonly, view.ndim) == ("d", (2,), (8,), False, 1)
    assert (len(view), view[0], view.tolist(), list(view[::-1])) == (2, 1.5, [1.5, 2.5], [2.5, 1.5])
    view[0] = 4
    assert array.array("d", view) == array.array("d", [4, 2.5])
    assert bytes(view) == struct.pack("dd", 4, 2.5)
    assert struct.unpack_from("d", view, 8) == (2.5,)
    assert exchange.items_of("f64", view) == [4, 2.5]
    with pytest.raises(TypeError):
        view[0] = "a"


def test_array_of_two_dimensions():
    view = exchange.array_2d(2, 3)
    assert (view.format, view.shape, view.strides) == ("i", (2, 3), (12, 4))
    assert view.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert view[1, 2] == 5
    assert (view.c_contiguous, view.f_contiguous) == (True, False)
    assert bytes(view) == struct.pack("6i", *range(6))


def test_array_shapes(raises):
    shape = exchange.array_of_shape
    assert shape([1], []).tolist() == 1
    assert shape([], [0]).tolist() == []
    assert shape([], [2, 0]).tolist() == [[], []]
    assert shape([1, 2], [1, 2, 1]).tolist() == [[[1], [2]]]
    assert shape([1], [1] * 64).ndim == 64
    raises(ValueError, "an array of shape [2, 2] does not have 3 items", shape, [1, 2, 3], [2, 2])
    raises(ValueError, "an array of shape [] does not have 0 items", shape, [], [])
    raises(ValueError, f"an array of shape [{2**63}, 2] does not have 0 items", shape, [], [2**63, 2])
    raises(ValueError, f"an array of shape [0, {2**63}] does not have 0 items", shape, [], [0, 2**63])
    raises(ValueError, "an array has at most 64 dimensions, not 65", shape, [1], [1] * 65)


def test_a_single_number_has_no_shape():
    class Buffer(ctypes.Structure):
        _fields_ = [
            ("buf", ctypes.c_void_p), ("obj", ctypes.py_object), ("len", ctypes.c_ssize_t), ("itemsize", ctypes.c_ssize_t), ("readonly", ctypes.c_int),
            ("ndim", ctypes.c_int), ("format", ctypes.c_char_p), ("shape", ctypes.c_void_p), ("strides", ctypes.c_void_p), ("suboffsets", ctypes.c_void_p),
            ("internal", ctypes.c_void_p),
        ]  # fmt: skip

    for shape, has_shape in ([], False), ([1], True):
        view, exporter = Buffer(), exchange.array_of_shape([5], shape).obj
        full = 0x11C
        assert ctypes.pythonapi.PyObject_GetBuffer(ctypes.py_object(exporter), ctypes.byref(view), full) == 0
        assert (view.ndim, bool(view.shape), bool(view.strides)) == (len(shape), has_shape, has_shape)
        ctypes.pythonapi.PyBuffer_Release(ctypes.byref(view))


def test_array_read_only():
    view = exchange.array_read_only([1, 2])
    assert view.readonly and bytes(view) == b"\1\2"
    with pytest.raises(TypeError):
        view[0] = 1
    with pytest.raises(TypeError):
        struct.pack_into("B", view.obj, 0, 1)


def test_array_of_bools():
    view = exchange.array_bool([1, 2, 3])
    assert (view.format, view.tolist()) == ("?", [False, True, False])
    view.cast("B")[0] = 9  # no bool
    assert exchange.items_of("bool", view) == [True, True, False]
    assert exchange.negated(view) == [False, False, True]


def test_array_is_not_copied():
    there, here = exchange.from_array([1, 2, 3])
    assert there == here


def test_array_lives_as_long_as_a_view():
    view = exchange.array([1, 2, 3])
    part = view[1:]
    exporter = view.obj
    view.release()
    del view
    gc.collect()
    assert part.tolist() == [2, 3]
    assert memoryview(exporter).tolist() == [1, 2, 3]
    del exporter
    gc.collect()
    assert part.tolist() == [2, 3]


def test_class_of_arrays_is_closed():
    exporter = exchange.array([1]).obj
    cls = type(exporter)
    assert repr(cls) == "<class 'mybind.Array'>"
    assert cls.__doc__
    with pytest.raises(TypeError):
        cls()
    with pytest.raises(TypeError):
        object.__new__(cls)
    with pytest.raises(TypeError):
        type("Sub", (cls,), {})
    with pytest.raises(TypeError):
        cls.attribute = 1
    with pytest.raises(TypeError):
        exporter.__class__ = type(exchange.powers(2))
    with pytest.raises(AttributeError):
        exporter.attribute = 1
    with pytest.raises(TypeError):
        __import__("copy").copy(exporter)
    with pytest.raises(TypeError):
        __import__("pickle").dumps(exporter)


@needs_numpy
def test_numpy_shares_the_memory():
    view = exchange.array_2d(2, 3)
    numbers = numpy.asarray(view)
    assert numbers.dtype == numpy.int32
    assert numbers.shape == (2, 3)
    assert not numbers.flags.owndata
    assert numbers.flags.writeable and numbers.flags.aligned and numbers.flags.c_contiguous
    assert numpy.shares_memory(numbers, numpy.asarray(view))
    numbers *= 2
    assert view.tolist() == [[0, 2, 4], [6, 8, 10]]
    del view
    gc.collect()
    assert numbers.sum() == 30
    assert numpy.asarray(exchange.array_bool([1, 2])).dtype == numpy.bool_
    assert numpy.asarray(exchange.array([1])).dtype == numpy.float64
    assert not numpy.asarray(exchange.array_read_only([1])).flags.writeable
    assert numpy.asarray(exchange.array([])).shape == (0,)
    assert numpy.asarray(exchange.array_of_shape([], [0, 3])).shape == (0, 3)
    assert numpy.frombuffer(exchange.array([1, 2]).obj).tolist() == [1, 2]


@needs_numpy
def test_numpy_is_read_and_written_in_place():
    numbers = numpy.arange(10.0)
    assert exchange.sum_detached(numbers) == (45, 45)
    exchange.fill_detached(numbers[2:4], 0)
    assert list(numbers[:5]) == [0, 1, 0, 0, 4]
    numbers.flags.writeable = False
    assert exchange.layout(numbers)[3] is True
    with pytest.raises(ValueError):
        exchange.fill_detached(numbers, 0)


def test_requests_of_every_kind():
    testbuffer = pytest.importorskip("_testbuffer")
    exporter = exchange.array_2d(2, 3).obj
    shape = dict(getbuf=testbuffer.PyBUF_FULL)
    whole = testbuffer.ndarray(exporter, **shape)
    assert (whole.format, whole.shape, whole.strides, whole.tolist()) == ("i", (2, 3), (12, 4), [[0, 1, 2], [3, 4, 5]])
    for flags in (testbuffer.PyBUF_SIMPLE, testbuffer.PyBUF_WRITABLE, testbuffer.PyBUF_ND, testbuffer.PyBUF_C_CONTIGUOUS, testbuffer.PyBUF_ANY_CONTIGUOUS, testbuffer.PyBUF_STRIDED_RO):
        assert testbuffer.ndarray(exporter, getbuf=flags).tobytes() == whole.tobytes()
    with pytest.raises(BufferError, match="not Fortran contiguous"):
        testbuffer.ndarray(exporter, getbuf=testbuffer.PyBUF_F_CONTIGUOUS)
    for column in (exchange.array([1, 2]).obj, exchange.array_2d(4, 1).obj, exchange.array_2d(0, 2).obj):
        testbuffer.ndarray(column, getbuf=testbuffer.PyBUF_F_CONTIGUOUS)
    with pytest.raises(BufferError, match="the array is read-only"):
        testbuffer.ndarray(exchange.array_read_only([1]).obj, getbuf=testbuffer.PyBUF_WRITABLE)
    # Behind pointers.
    indirect = testbuffer.ndarray([1.5] * 4, shape=[2, 2], format="d", flags=testbuffer.ND_PIL)
    with pytest.raises(BufferError):
        exchange.layout(indirect)


def test_buffers_that_are_typed_later(raises):
    numbers = array.array("d", [1.5, 2.5])
    assert exchange.typed_later(numbers, "f64") == ([1.5, 2.5], [2], numbers)
    assert exchange.typed_later(memoryview(array.array("i", [1, 2, 3]))[::-2], "i32")[:2] == ([3, 1], [2])
    table = (ctypes.c_float * 2 * 3)((1, 2), (3, 4), (5, 6))  # tells no strides
    assert exchange.typed_later(table, "f32")[:2] == ([1, 2, 3, 4, 5, 6], [3, 2])
    assert exchange.typed_later(b"", "u8") == ([], [], None)
    raises(TypeError, "expected a buffer of float64 ('d'), got one of uint8 ('B')", exchange.typed_later, b"", "f64")
    raises(TypeError, "expected a buffer of uint8 ('B'), got one of float64 ('d')", exchange.typed_later, numbers, "u8")
    raises(TypeError, "argument 'xs': expected a buffer, got 'list' object", exchange.typed_later, [1.5], "f64")
    unaligned = memoryview(bytearray(17))[1:].cast("d")
    raises(BufferError, "the float64 items of the buffer are not aligned in memory: pass a copy", exchange.typed_later, unaligned, "f64")
    numbers.append(3.5)  # all of them are released


def test_items_of_no_size():
    class Nothing(ctypes.Structure):
        pass

    assert exchange.count_and_size((Nothing * 3)()) == (3, 0)
    if numpy is not None:
        assert exchange.count_and_size(numpy.zeros((2, 3), "V0")) == (6, 0)
    assert exchange.count_and_size(array.array("h", [1, 2, 3])) == (3, 2)
