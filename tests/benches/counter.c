/* Two calls for the loops that are measured under callgrind: their client requests. Elsewhere they do nothing. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <valgrind/callgrind.h>

static PyObject *
start(PyObject *module, PyObject *Py_UNUSED(ignored))
{
    CALLGRIND_ZERO_STATS;
    Py_RETURN_NONE;
}

/* Writes what was counted since `start` to a file of its own, with the name in it. */
static PyObject *
stop(PyObject *module, PyObject *name)
{
    const char *text = PyUnicode_AsUTF8(name);
    if (text == NULL) {
        return NULL;
    }
    CALLGRIND_DUMP_STATS_AT(text);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"start", start, METH_NOARGS, NULL},
    {"stop", stop, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "counter", .m_methods = methods};

PyMODINIT_FUNC
PyInit_counter(void)
{
    return PyModuleDef_Init(&definition);
}
