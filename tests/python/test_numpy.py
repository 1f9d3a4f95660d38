"""NumPy's arrays, in and out."""

import sys
from array import array
from random import Random

import arrays
import pytest

numpy = pytest.importorskip("numpy", reason="no NumPy for this Python")
pytestmark = pytest.mark.skipif(not hasattr(arrays, "total"), reason="the stable ABI of 3.10 has no buffers")

DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64", "complex64", "complex128"]  # fmt: skip


@pytest.mark.parametrize("dtype", DTYPES)
def test_types(dtype):
    for shape in [(), (3,), (2, 3), (0, 2), (1, 2, 3)]:
        xs = numpy.arange(6).astype(dtype)[: int(numpy.prod(shape))].reshape(shape)
        copy = arrays.echo(dtype, xs)
        # The very dtype: `long long` of the same size would be another.
        assert copy.dtype is xs.dtype and copy.shape == shape and (copy == xs).all() and copy is not xs
    for other in {*DTYPES, ">i8", "M8[s]", "U3", "O"} - {dtype}:
        with pytest.raises((TypeError, ValueError, BufferError)):
            arrays.echo(dtype, numpy.zeros(2, other))


def test_what_is_no_such_array(raises):
    raises(TypeError, "argument 'xs': expected a buffer of float64 ('d'), got 'list' object", arrays.total, [1.0])
    raises(TypeError, "argument 'xs': expected a buffer of float64 ('d'), got one of int64 ('l')", arrays.total, numpy.zeros(2, "l"))
    raises(TypeError, "argument 'xs': expected a NumPy array of float64, got 'memoryview' object", arrays.total, memoryview(numpy.zeros(2)))
    raises(TypeError, "argument 'xs': expected an array of 2 dimensions, got one of 1", arrays.nested, numpy.zeros(2, int))
    raises(TypeError, "The given array is not contiguous", arrays.total, numpy.zeros(4)[::2])
    raises(TypeError, "argument 'xs': The given array is not writeable", arrays.scale, numpy.broadcast_to(1.0, 3), 2.0)
    raises(TypeError, "argument 'xs': 'list' object is not an instance of 'ndarray'", arrays.asked_untyped, [])
    message = "argument 'xs': 'ndarray' object is not an instance of 'ndarray of this dtype and number of dimensions'"
    raises(TypeError, message, arrays.asked, numpy.zeros((2, 2)), int)


def test_without_numpy(run):
    run("""
        import sys
        sys.modules["numpy"] = None
        import arrays
        for function, arguments in [(arrays.total, [b""]), (arrays.asked_untyped, [b""]), (arrays.asked, [memoryview(b""), int])]:
            try:
                function(*arguments)
            except (TypeError, ImportError):
                pass
            else:
                raise AssertionError(function)
        try:
            arrays.vector([1])
        except ImportError:
            pass
        else:
            raise AssertionError("a vector")
    """)


def test_slices_and_views():
    grid = numpy.arange(6).reshape(2, 3)
    assert arrays.items(grid) == [0, 1, 2, 3, 4, 5] and arrays.items(grid.T) == [0, 1, 2, 3, 4, 5]
    assert arrays.items(grid[1]) == [3, 4, 5] and arrays.items(grid[:, :0]) == [] and arrays.items(numpy.array(7)) == [7]
    for view in (grid, grid.T, grid[:, ::2], grid[::-1, ::-1], grid[:0], numpy.broadcast_to(grid[0], (4, 3)), numpy.asfortranarray(grid)):
        assert (arrays.nested(view) == view).all() and arrays.nested(view).shape == view.shape
    floats = grid.astype(float)
    for view in (floats, floats.T, floats[:, ::-1]):
        for row, column in numpy.ndindex(*view.shape):
            assert arrays.item(view, row, column) == view[row, column]
        assert arrays.item(view, 0, 3) is None
    assert (arrays.doubled_detached(numpy.array([1, 2], "f4")) == [2, 4]).all()


def test_changes(raises):
    xs = numpy.arange(4.0)
    assert arrays.scale(xs, 2.0) is None and xs.tolist() == [0, 2, 4, 6]
    raises(TypeError, "The given array is not contiguous", arrays.scale, xs[::2], 2.0)
    expected = numpy.array([[0, 1], [10, 11], [20, 21]])
    for view in (numpy.zeros((3, 2), "i4"), numpy.zeros((2, 3), "i4").T, numpy.zeros((3, 4), "i4")[:, ::2], numpy.zeros((3, 2), "i4")[::-1, ::-1]):
        arrays.replace(view)
        assert (view == expected).all()
        assert arrays.set(view, 2, 1, 7) and view[2, 1] == 7 and not arrays.set(view, 3, 0, 7)


def test_changes_are_seen_at_the_end():
    xs = numpy.array([5.0, 6.0])
    seen = []

    def meanwhile():
        seen.extend(xs)
        xs[:] = 100

    assert arrays.written_later(xs, xs, meanwhile) == 5 and seen == [5, 6]
    assert xs.tolist() == [1, 7]  # what Python wrote is overwritten


def test_questions(raises):
    grid = numpy.zeros((2, 3), "f4")
    assert arrays.asked_untyped(grid) == ([2, 3], 2, 6, [12, 4], grid.dtype, [True, False, True])
    assert arrays.asked_untyped(grid.T) == ([3, 2], 2, 6, [4, 12], grid.dtype, [False, True, True])
    assert arrays.asked_untyped(grid[:, ::2])[5] == [False, False, False]
    xs = numpy.arange(3.0)
    assert arrays.asked(xs, int) == ([3], 0.0, True)
    assert arrays.asked(numpy.broadcast_to(1.0, 2), int) == ([2], 1.0, False)

    def other_type():
        xs.dtype = "i8"

    if numpy.lib.NumpyVersion(numpy.__version__) < "2.4.0":  # later ones warn
        raises(TypeError, "expected a buffer of float64 ('d'), got one of int64 ('l')", arrays.asked, xs, other_type)
    assert (arrays.reshaped(numpy.arange(6.0), 2, 3) == numpy.arange(6.0).reshape(2, 3)).all()
    with pytest.raises(ValueError):
        arrays.reshaped(numpy.arange(6.0), 2, 2)


def test_unchecked():
    base = numpy.arange(24.0).reshape(4, 6)
    for view in (lambda a: a, lambda a: a.T, lambda a: a[1::2, ::-2], lambda a: a[::-1], lambda a: a[:0], lambda a: a[:1, :1]):
        mine = base.copy()
        expected = view(base).ravel().tolist()
        assert arrays.unchecked(view(mine)) == (expected, view(base).flags.forc)
        assert not view(mine).any() and mine.sum() == base.sum() - sum(expected)


def test_views_of_random_layouts():
    random = Random(1)
    memory = numpy.arange(200.0)
    for _ in range(500):
        shape = tuple(random.choice([0, 1, 2, 3, 4]) for _ in range(random.randrange(5)))
        strides = [random.randrange(-9, 10) for _ in shape]  # items may be there many times
        first = sum(-stride * (length - 1) for stride, length in zip(strides, shape) if stride < 0 and length)
        view = numpy.lib.stride_tricks.as_strided(memory[first:], shape, [8 * stride for stride in strides])
        assert (arrays.echo("float64", view) == view).all()
        assert arrays.seen(view) == [view[index] for index in numpy.ndindex(*shape)]


def test_bytes_that_are_no_bools():
    flags = numpy.array([0, 1, 2, 255], "u1").view("?")
    assert arrays.echo("bool", flags).view("u1").tolist() == [0, 1, 1, 1]


def test_arrays_that_lie():
    class Pretender:
        __class__ = numpy.ndarray

        def __buffer__(self, flags):
            return memoryview(numpy.arange(3.0))

    class Other(numpy.ndarray):
        shape = strides = "abc"
        flags = None

        def __buffer__(self, flags):
            return memoryview(numpy.arange(3.0))

        def reshape(self, *shape):
            return 5

    others = numpy.zeros((2, 2)).view(Other)
    if sys.version_info >= (3, 12):
        assert arrays.echo("float64", Pretender()).tolist() == [0, 1, 2]
        # What is not copied would be gone with the buffer.
        for array in (Pretender(), others):
            with pytest.raises(TypeError, match="^expected a NumPy array whose memory is its own$"):
                arrays.seen(array)
    for array in (Pretender(), others):
        for function in (arrays.nested, arrays.asked_untyped, arrays.replace, lambda xs: arrays.asked(xs, int)):
            with pytest.raises((TypeError, AttributeError, ZeroDivisionError)):
                function(array)


def test_making(raises):
    assert arrays.vector([1, -2]).tolist() == [1, -2] and arrays.vector([]).shape == (0,)
    assert arrays.vector([1]).dtype is numpy.dtype("int64") and type(arrays.vector([1])[0]) is numpy.int64
    assert arrays.vector([1]).flags.writeable and not arrays.vector([1]).flags.owndata
    assert [array.tolist() for array in arrays.shared(b"\1\2")] == [[1, 2]] * 7
    grid = numpy.array([[0, 1, 2], [10, 11, 12]])
    for made, order in ((arrays.grid(2, 3), "C"), (arrays.column_major(2, 3), "F")):
        assert (made == grid).all() and made.flags[f"{order}_CONTIGUOUS"] and not made.flags["CF".replace(order, "") + "_CONTIGUOUS"]
    assert arrays.grid(0, 3).shape == (0, 3) and arrays.column_major(3, 0).shape == (3, 0)
    assert arrays.diagonal(4).tolist() == [[10, 11, 12, 13], [20, 21, 22, 23]] and arrays.diagonal(2).shape == (0, 2)
    assert arrays.every_other(3).tolist() == [[0, 2], [10, 12], [20, 22]]
    assert arrays.backward(3).tolist() == [2, 1, 0] and arrays.backward(0).tolist() == []
    assert arrays.single(1.5).shape == () and arrays.single(1.5) == 1.5
    assert arrays.from_rows([[1, 2], [3, 4]]).tolist() == [[1, 2], [3, 4]] and arrays.from_rows([]).shape == (0, 0)
    raises(ValueError, "invalid length: 1, but expected 2", arrays.from_rows, [[1, 2], [3]])
    assert arrays.cube([[[1], [2]], [[3], [4]]]).tolist() == [[[1], [2]], [[3], [4]]]
    raises(ValueError, "invalid length: 2, but expected 1", arrays.cube, [[[1], [2]], [[3], [4, 5]]])
    assert not arrays.zeros(2, 3, False).any() and arrays.zeros(2, 3, True).flags.f_contiguous
    assert arrays.zeros(2, 3, True).dtype == bool


def test_memory_lives_as_long_as_the_array():
    before = sys.getrefcount(numpy.asarray)
    views = [arrays.grid(50, 50)[1:, ::3] for _ in range(20)]
    assert all(view[0, 1] == 13 for view in views)
    del views
    assert sys.getrefcount(numpy.asarray) <= before + 1


def test_what_becomes_an_array(raises):
    for xs in ([1, 2.5], (1, 2.5), numpy.array([1, 2.5]), array("d", [1, 2.5]), [numpy.float32(1), numpy.float64(2.5)]):
        assert arrays.like(xs) == [1.0, 2.5]
    assert arrays.like([]) == []
    raises(TypeError, "argument 'xs': expected a buffer of float64 ('d'), got one of int64 ('l')", arrays.like, numpy.array([1]))
    raises(TypeError, "argument 'xs': expected an array of 1 dimensions, got one of 2", arrays.like, [[1.0]])
    raises(TypeError, "The given array is not contiguous", arrays.like, numpy.zeros(4)[::2])
    with pytest.raises(ValueError, match="could not convert string to float: 'a'"):
        arrays.like("a")
    with pytest.raises(ValueError):
        arrays.like([1.0, [2.0]])
    assert arrays.like_converted([[1.75, 2]]) == arrays.like_converted(numpy.array([[1.75, 2]])) == ([1, 2], [1, 2])
    assert arrays.like_converted(numpy.array([[3], [4]])) == ([2, 1], [3, 4])
    complex_array = numpy.array([[1j]])
    assert arrays.like_any(complex_array) is complex_array and arrays.like_any(2).shape == ()


def test_types_of_items(raises):
    dtype = numpy.dtype
    for one in map(dtype, ("f8", ">i2", "U3", "?", "O", "M8[s]", "c16", [("a", "i4"), ("b", "O")], ("f4", (2, 3)))):
        order = {"=": True, "|": None, "<": sys.byteorder == "little", ">": sys.byteorder == "big"}[one.byteorder]
        assert arrays.described(one) == (
            one.type, (one.itemsize, one.alignment, one.num), one.byteorder + one.char + one.kind, (one.ndim, list(one.shape), one.base),
            (one.hasobject, one.names is not None, one.ndim > 0, order), list(one.names) if one.names else None,
        )  # fmt: skip
    raises(TypeError, "argument 'dtype': 'str' object is not an instance of 'dtype'", arrays.described, "f8")
    names = [arrays.type_of_items(numpy.zeros(1, name)) for name in ("f4", "u2", "O", "S3", ">f4", "S2")]
    assert names == ["f32", "u16", "object", "S3", None, None]


def test_arrays_made_of_arrays(raises):
    xs = numpy.array([[1.75, -2.0, 300.0]])
    transposed, permuted, cast, other = arrays.made_of(xs)
    assert (transposed == xs.T).all() and numpy.shares_memory(xs, transposed) and (permuted == xs.T).all()
    assert cast.tolist() == [[1, -2, 300]] and cast.dtype == "i2" and cast.flags.f_contiguous and other.dtype == "u1"
    assert arrays.permuted(numpy.zeros((1, 2, 3)), [2, 0, 1]).shape == (3, 1, 2)
    with pytest.raises(ValueError):
        arrays.permuted(numpy.zeros((1, 2)), [0, 0])
    to = numpy.zeros((3, 2), "i4")
    arrays.copy(numpy.array([1.5, 2.5, 3.5]), to[:, 1])
    assert to.tolist() == [[0, 1], [0, 2], [0, 3]]
    with pytest.raises(ValueError):
        arrays.copy(numpy.zeros(2), numpy.zeros(3, "i4"))
    assert arrays.only(numpy.array([[2.5]])) == arrays.only(numpy.array(2.5)) == 2.5
    raises(ValueError, "an array of 2 items has not the one that was asked for", arrays.only, numpy.zeros(2))
    assert arrays.range(1, 8, 3).tolist() == [1, 4, 7] and arrays.range(0, 0, 1).dtype == "i4"
    with pytest.raises(ZeroDivisionError):
        arrays.range(0, 1, 0)
    a, b = numpy.array([[1.0, 2.0], [3.0, 4.0]]), numpy.array([10.0, 20.0])
    by_inner, by_dot, norm = arrays.products(a, b)
    assert by_inner.tolist() == by_dot.tolist() == [50, 110] and norm == 500
    with pytest.raises(ValueError):
        arrays.products(numpy.zeros((2, 3)), b)
    for view in (a, a.T, a[::-1]):
        before = view[1, 0]
        assert arrays.item_in_place(view, 1, 0) == before and view[1, 0] == 2 * before
    assert arrays.item_in_place(a, 0, 2) is None
