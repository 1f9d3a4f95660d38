// The benchmark's functions, by nanobind.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/unordered_map.h>
#include <nanobind/stl/vector.h>

#include "functions.h"

namespace nb = nanobind;
using namespace nb::literals;

NB_MODULE(bench, module) {
    module.def("noop", &noop);
    module.def("add", &add, "a"_a, "b"_a);
    module.def("add_f64", &add_f64, "a"_a, "b"_a);
    module.def("negate", &negate, "x"_a);
    module.def("greet", &greet, "name"_a);
    module.def("byte_len", [](nb::bytes data) { return data.size(); }, "data"_a);
    module.def("sum_f64", &sum_f64, "xs"_a);
    module.def("range_list", &range_list, "n"_a);
    module.def("word_count", &word_count, "text"_a);
    module.def("join", &join, "words"_a);
    module.def("sum_values", &sum_values, "values"_a);
    module.def("squares", &squares, "n"_a);
    module.def("scale", &scale, "x"_a, "factor"_a = 2.0, nb::kw_only(), "offset"_a = 0.0);
    module.def("pack", [](nb::args args) { return args; });
    module.def("options", [](nb::kwargs kwargs) { return kwargs; });
    module.def("opt", &opt, "x"_a = nb::none());
    module.def("fail", [](int x) {
        if (x < 0) {
            throw nb::value_error("negative");
        }
        return x;
    }, "x"_a);
}
