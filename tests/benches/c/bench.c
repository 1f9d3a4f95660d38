/* The benchmark's functions, by hand against the C API.
 *
 * Without KEYWORDS each function has the narrowest calling convention that will do; with it, all are
 * METH_FASTCALL | METH_KEYWORDS and take their arguments by keyword too, as a binding generator's do. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

/* What the limited API offers in place of its faster forms. */
#ifdef Py_LIMITED_API
#define PyTuple_GET_SIZE PyTuple_Size
#define PyTuple_GET_ITEM PyTuple_GetItem
#define PyBytes_GET_SIZE PyBytes_Size
#define PyFloat_AS_DOUBLE PyFloat_AsDouble
#define PyList_SET_ITEM PyList_SetItem
#define PyTuple_SET_ITEM PyTuple_SetItem
#undef PySequence_Fast_GET_SIZE
#undef PySequence_Fast_GET_ITEM
#define PySequence_Fast_GET_SIZE PySequence_Size
#define PySequence_Fast_GET_ITEM(list, index) PyList_GetItem(list, index) /* the benchmark passes a list */
#endif

#ifdef KEYWORDS
#define ARGUMENTS PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames
#define FLAGS (METH_FASTCALL | METH_KEYWORDS)
#define ONE FLAGS
#define NONE FLAGS
#define VARARGS FLAGS
#define VARARGS_AND_KEYWORDS FLAGS
#define FUNCTION_0(name) static PyObject *name(PyObject *module, ARGUMENTS)
#define FUNCTION_1(name, arg) static PyObject *name(PyObject *module, ARGUMENTS)
#else
#define ARGUMENTS PyObject *const *args, Py_ssize_t nargs
#define FLAGS METH_FASTCALL
#define ONE METH_O
#define NONE METH_NOARGS
#define VARARGS METH_VARARGS
#define VARARGS_AND_KEYWORDS (METH_VARARGS | METH_KEYWORDS)
#define FUNCTION_0(name) static PyObject *name(PyObject *module, PyObject *Py_UNUSED(ignored))
#define FUNCTION_1(name, arg) static PyObject *name(PyObject *module, PyObject *arg)
#endif
#define FUNCTION_N(name) static PyObject *name(PyObject *module, ARGUMENTS)

static int
is_name(PyObject *keyword, const char *name)
{
#ifdef Py_LIMITED_API
    return PyUnicode_CompareWithASCIIString(keyword, name) == 0;
#else
    size_t length = strlen(name);
    return PyUnicode_IS_COMPACT_ASCII(keyword) && (size_t)PyUnicode_GET_LENGTH(keyword) == length
           && memcmp(PyUnicode_1BYTE_DATA(keyword), name, length) == 0;
#endif
}

/* Binds a call with keywords, or one that does not fit: the slow path. */
static int
bind(const char *function, const char *const *names, Py_ssize_t positional, Py_ssize_t count,
     Py_ssize_t required, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames, PyObject **slots)
{
    if (nargs > positional) {
        PyErr_Format(PyExc_TypeError, "%s() takes %zd positional arguments but %zd were given", function,
                     positional, nargs);
        return -1;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        slots[i] = i < nargs ? args[i] : NULL;
    }
    Py_ssize_t given = kwnames == NULL ? 0 : PyTuple_GET_SIZE(kwnames);
    for (Py_ssize_t k = 0; k < given; k++) {
        PyObject *name = PyTuple_GET_ITEM(kwnames, k);
        Py_ssize_t i = nargs;
        while (i < count && !is_name(name, names[i])) {
            i++;
        }
        if (i == count) {
            PyErr_Format(PyExc_TypeError, "%s() got an unexpected keyword argument '%U'", function, name);
            return -1;
        }
        if (slots[i] != NULL) {
            PyErr_Format(PyExc_TypeError, "%s() got multiple values for argument '%s'", function, names[i]);
            return -1;
        }
        slots[i] = args[nargs + k];
    }
    for (Py_ssize_t i = 0; i < required; i++) {
        if (slots[i] == NULL) {
            PyErr_Format(PyExc_TypeError, "%s() missing required argument: '%s'", function, names[i]);
            return -1;
        }
    }
    return 0;
}

#ifdef KEYWORDS
/* What a function of `count` parameters, all of them required, begins with. */
#define BIND(function, count, ...)                                                                     \
    PyObject *slots[count];                                                                            \
    if (kwnames == NULL && nargs == count) {                                                           \
        for (int i = 0; i < count; i++) {                                                              \
            slots[i] = args[i];                                                                        \
        }                                                                                              \
    } else {                                                                                           \
        static const char *const names[] = {__VA_ARGS__};                                              \
        if (bind(function, names, count, count, count, args, nargs, kwnames, slots) < 0) {             \
            return NULL;                                                                               \
        }                                                                                              \
    }
#define BIND_1(function, name, arg)                                                                    \
    BIND(function, 1, name)                                                                            \
    PyObject *arg = slots[0];
#else
#define BIND(function, count, ...)                                                                     \
    if (nargs != count) {                                                                              \
        PyErr_Format(PyExc_TypeError, function "() takes " #count " positional arguments");            \
        return NULL;                                                                                   \
    }                                                                                                  \
    PyObject *const *slots = args;
#define BIND_1(function, name, arg)
#endif

static int
as_int(PyObject *object, int *value)
{
    long wide = PyLong_AsLong(object);
    if (wide == -1 && PyErr_Occurred()) {
        return -1;
    }
    if (wide < INT_MIN || wide > INT_MAX) {
        PyErr_SetString(PyExc_OverflowError, "int out of range");
        return -1;
    }
    *value = (int)wide;
    return 0;
}

static int
as_double(PyObject *object, double *value)
{
    *value = PyFloat_AsDouble(object);
    return *value == -1.0 && PyErr_Occurred() ? -1 : 0;
}

FUNCTION_0(noop)
{
#ifdef KEYWORDS
    if (nargs != 0 || kwnames != NULL) {
        PyErr_SetString(PyExc_TypeError, "noop() takes no arguments");
        return NULL;
    }
#endif
    Py_RETURN_NONE;
}

FUNCTION_N(add)
{
    BIND("add", 2, "a", "b")
    int a, b;
    if (as_int(slots[0], &a) < 0 || as_int(slots[1], &b) < 0) {
        return NULL;
    }
    return PyLong_FromLong((int)((unsigned)a + (unsigned)b));
}

FUNCTION_N(add_f64)
{
    BIND("add_f64", 2, "a", "b")
    double a, b;
    if (as_double(slots[0], &a) < 0 || as_double(slots[1], &b) < 0) {
        return NULL;
    }
    return PyFloat_FromDouble(a + b);
}

FUNCTION_1(negate, x)
{
    BIND_1("negate", "x", x)
    if (!PyBool_Check(x)) {
        PyErr_SetString(PyExc_TypeError, "negate() argument must be bool");
        return NULL;
    }
    return PyBool_FromLong(x != Py_True);
}

FUNCTION_1(greet, name)
{
    BIND_1("greet", "name", name)
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(name, &length);
    if (text == NULL) {
        return NULL;
    }
    char *buffer = malloc(length + 8);
    if (buffer == NULL) {
        return PyErr_NoMemory();
    }
    memcpy(buffer, "Hello, ", 7);
    memcpy(buffer + 7, text, length);
    buffer[length + 7] = '!';
    PyObject *result = PyUnicode_FromStringAndSize(buffer, length + 8);
    free(buffer);
    return result;
}

FUNCTION_1(byte_len, data)
{
    BIND_1("byte_len", "data", data)
    if (!PyBytes_Check(data)) {
        PyErr_SetString(PyExc_TypeError, "byte_len() argument must be bytes");
        return NULL;
    }
    return PyLong_FromSsize_t(PyBytes_GET_SIZE(data));
}

/* The items are copied out first, as for a Rust function that takes a vector. */
FUNCTION_1(sum_f64, xs)
{
    BIND_1("sum_f64", "xs", xs)
    PyObject *fast = PySequence_Fast(xs, "sum_f64() argument must be a sequence");
    if (fast == NULL) {
        return NULL;
    }
    Py_ssize_t count = PySequence_Fast_GET_SIZE(fast);
    double *values = malloc((count ? count : 1) * sizeof(double));
    if (values == NULL) {
        Py_DECREF(fast);
        return PyErr_NoMemory();
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *item = PySequence_Fast_GET_ITEM(fast, i);
        if (PyFloat_CheckExact(item)) {
            values[i] = PyFloat_AS_DOUBLE(item);
        } else if (as_double(item, &values[i]) < 0) {
            free(values);
            Py_DECREF(fast);
            return NULL;
        }
    }
    double sum = 0.0;
    for (Py_ssize_t i = 0; i < count; i++) {
        sum += values[i];
    }
    free(values);
    Py_DECREF(fast);
    return PyFloat_FromDouble(sum);
}

FUNCTION_1(range_list, n)
{
    BIND_1("range_list", "n", n)
    long count = PyLong_AsLong(n);
    if (count == -1 && PyErr_Occurred()) {
        return NULL;
    }
    PyObject *list = PyList_New(count < 0 ? 0 : count);
    if (list == NULL) {
        return NULL;
    }
    for (long i = 0; i < count; i++) {
        PyObject *item = PyLong_FromLong(i);
        if (item == NULL) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, i, item);
    }
    return list;
}

static int
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int
count_word(PyObject *counts, const char *word, Py_ssize_t length)
{
    PyObject *key = PyUnicode_FromStringAndSize(word, length);
    if (key == NULL) {
        return -1;
    }
    PyObject *old = PyDict_GetItemWithError(counts, key);
    int status = -1;
    if (old != NULL || !PyErr_Occurred()) {
        PyObject *new = PyLong_FromLong(old == NULL ? 1 : PyLong_AsLong(old) + 1);
        if (new != NULL) {
            status = PyDict_SetItem(counts, key, new);
            Py_DECREF(new);
        }
    }
    Py_DECREF(key);
    return status;
}

FUNCTION_1(word_count, text)
{
    BIND_1("word_count", "text", text)
    Py_ssize_t length;
    const char *at = PyUnicode_AsUTF8AndSize(text, &length);
    if (at == NULL) {
        return NULL;
    }
    PyObject *counts = PyDict_New();
    if (counts == NULL) {
        return NULL;
    }
    const char *end = at + length;
    while (at < end) {
        while (at < end && is_space(*at)) {
            at++;
        }
        const char *word = at;
        while (at < end && !is_space(*at)) {
            at++;
        }
        if (at > word && count_word(counts, word, at - word) < 0) {
            Py_DECREF(counts);
            return NULL;
        }
    }
    return counts;
}

/* The texts are put together first, as for a Rust function that takes and returns text. */
FUNCTION_1(join, words)
{
    BIND_1("join", "words", words)
    PyObject *fast = PySequence_Fast(words, "join() argument must be a sequence");
    if (fast == NULL) {
        return NULL;
    }
    Py_ssize_t count = PySequence_Fast_GET_SIZE(fast), size = 0, room = 1024;
    char *text = malloc(room);
    for (Py_ssize_t i = 0; text != NULL && i < count; i++) {
        Py_ssize_t length;
        const char *word = PyUnicode_AsUTF8AndSize(PySequence_Fast_GET_ITEM(fast, i), &length);
        if (word == NULL) {
            free(text);
            Py_DECREF(fast);
            return NULL;
        }
        if (length > room - size) {
            room = 2 * room + length;
            char *larger = realloc(text, room);
            if (larger == NULL) {
                free(text);
            }
            text = larger;
        }
        if (text != NULL) {
            memcpy(text + size, word, length);
            size += length;
        }
    }
    Py_DECREF(fast);
    if (text == NULL) {
        return PyErr_NoMemory();
    }
    PyObject *result = PyUnicode_FromStringAndSize(text, size);
    free(text);
    return result;
}

FUNCTION_1(sum_values, values)
{
    BIND_1("sum_values", "values", values)
    if (!PyDict_Check(values)) {
        PyErr_SetString(PyExc_TypeError, "sum_values() argument must be dict");
        return NULL;
    }
    double total = 0.0, value;
    PyObject *key, *item;
    Py_ssize_t at = 0;
    while (PyDict_Next(values, &at, &key, &item)) {
        if (!PyUnicode_Check(key)) {
            PyErr_SetString(PyExc_TypeError, "sum_values() argument must have str keys");
            return NULL;
        }
        if (as_double(item, &value) < 0) {
            return NULL;
        }
        total += value;
    }
    return PyFloat_FromDouble(total);
}

FUNCTION_1(squares, n)
{
    BIND_1("squares", "n", n)
    long count = PyLong_AsLong(n);
    if (count == -1 && PyErr_Occurred()) {
        return NULL;
    }
    PyObject *dict = PyDict_New();
    for (long i = 0; dict != NULL && i < count; i++) {
        PyObject *key = PyLong_FromLong(i);
        PyObject *value = PyLong_FromLong(i * i);
        if (key == NULL || value == NULL || PyDict_SetItem(dict, key, value) < 0) {
            Py_CLEAR(dict);
        }
        Py_XDECREF(key);
        Py_XDECREF(value);
    }
    return dict;
}

static PyObject *
scale(PyObject *module, PyObject *const *args, Py_ssize_t nargs, PyObject *kwnames)
{
    static const char *const names[] = {"x", "factor", "offset"};
    PyObject *slots[3] = {NULL, NULL, NULL};
    if (kwnames == NULL && nargs >= 1 && nargs <= 2) {
        slots[0] = args[0];
        slots[1] = nargs == 2 ? args[1] : NULL;
    } else if (bind("scale", names, 2, 3, 1, args, nargs, kwnames, slots) < 0) {
        return NULL;
    }
    double x, factor = 2.0, offset = 0.0;
    if (as_double(slots[0], &x) < 0 || (slots[1] != NULL && as_double(slots[1], &factor) < 0)
        || (slots[2] != NULL && as_double(slots[2], &offset) < 0)) {
        return NULL;
    }
    return PyFloat_FromDouble(x * factor + offset);
}

/* `*args` and `**kwargs` as they are: without KEYWORDS the interpreter makes the tuple and the dict. */
#ifdef KEYWORDS
static PyObject *
pack(PyObject *module, ARGUMENTS)
{
    if (kwnames != NULL) {
        PyErr_SetString(PyExc_TypeError, "pack() takes no keyword arguments");
        return NULL;
    }
    PyObject *tuple = PyTuple_New(nargs);
    if (tuple == NULL) {
        return NULL;
    }
    for (Py_ssize_t i = 0; i < nargs; i++) {
        PyTuple_SET_ITEM(tuple, i, Py_NewRef(args[i]));
    }
    return tuple;
}

static PyObject *
options(PyObject *module, ARGUMENTS)
{
    if (nargs != 0) {
        PyErr_SetString(PyExc_TypeError, "options() takes no positional arguments");
        return NULL;
    }
    PyObject *dict = PyDict_New();
    if (dict == NULL) {
        return NULL;
    }
    Py_ssize_t given = kwnames == NULL ? 0 : PyTuple_GET_SIZE(kwnames);
    for (Py_ssize_t i = 0; i < given; i++) {
        if (PyDict_SetItem(dict, PyTuple_GET_ITEM(kwnames, i), args[i]) < 0) {
            Py_DECREF(dict);
            return NULL;
        }
    }
    return dict;
}
#else
static PyObject *
pack(PyObject *module, PyObject *args)
{
    return Py_NewRef(args);
}

static PyObject *
options(PyObject *module, PyObject *args, PyObject *kwargs)
{
    if (PyTuple_GET_SIZE(args) != 0) {
        PyErr_SetString(PyExc_TypeError, "options() takes no positional arguments");
        return NULL;
    }
    return kwargs == NULL ? PyDict_New() : Py_NewRef(kwargs);
}
#endif

FUNCTION_1(opt, x)
{
    BIND_1("opt", "x", x)
    int value = -1;
    if (x != Py_None && as_int(x, &value) < 0) {
        return NULL;
    }
    return PyLong_FromLong(value);
}

FUNCTION_1(fail, x)
{
    BIND_1("fail", "x", x)
    int value;
    if (as_int(x, &value) < 0) {
        return NULL;
    }
    if (value < 0) {
        PyErr_SetString(PyExc_ValueError, "negative");
        return NULL;
    }
    return PyLong_FromLong(value);
}

#define METHOD(name, flags) {#name, (PyCFunction)(void (*)(void))name, flags, NULL}

static PyMethodDef methods[] = {
    METHOD(noop, NONE),
    METHOD(add, FLAGS),
    METHOD(add_f64, FLAGS),
    METHOD(negate, ONE),
    METHOD(greet, ONE),
    METHOD(byte_len, ONE),
    METHOD(sum_f64, ONE),
    METHOD(range_list, ONE),
    METHOD(word_count, ONE),
    METHOD(join, ONE),
    METHOD(sum_values, ONE),
    METHOD(squares, ONE),
    METHOD(scale, METH_FASTCALL | METH_KEYWORDS),
    METHOD(pack, VARARGS),
    METHOD(options, VARARGS_AND_KEYWORDS),
    METHOD(opt, ONE),
    METHOD(fail, ONE),
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {
#if PY_VERSION_HEX >= 0x030C0000 && !defined(Py_LIMITED_API)
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
#if PY_VERSION_HEX >= 0x030D0000 && !defined(Py_LIMITED_API)
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "bench", .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC
PyInit_bench(void)
{
    return PyModuleDef_Init(&definition);
}
