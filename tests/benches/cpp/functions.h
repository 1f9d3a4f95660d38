// The benchmark's functions in plain C++: what nanobind and pybind11 export.
#pragma once

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

inline void noop() {}

inline int add(int a, int b) { return static_cast<int>(static_cast<unsigned>(a) + static_cast<unsigned>(b)); }

inline double add_f64(double a, double b) { return a + b; }

inline bool negate(bool x) { return !x; }

inline std::string greet(std::string_view name) {
    std::string text;
    text.reserve(name.size() + 8);
    text.append("Hello, ").append(name).append("!");
    return text;
}

inline double sum_f64(const std::vector<double> &xs) { return std::accumulate(xs.begin(), xs.end(), 0.0); }

inline std::vector<std::int64_t> range_list(std::int64_t n) {
    std::vector<std::int64_t> values(n < 0 ? 0 : n);
    std::iota(values.begin(), values.end(), 0);
    return values;
}

inline std::unordered_map<std::string, std::size_t> word_count(std::string_view text) {
    std::unordered_map<std::string, std::size_t> counts;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at]))) {
            at++;
        }
        std::size_t start = at;
        while (at < text.size() && !std::isspace(static_cast<unsigned char>(text[at]))) {
            at++;
        }
        if (at > start) {
            counts[std::string(text.substr(start, at - start))]++;
        }
    }
    return counts;
}

inline std::string join(const std::vector<std::string> &words) {
    std::size_t size = 0;
    for (const std::string &word : words) {
        size += word.size();
    }
    std::string text;
    text.reserve(size);
    for (const std::string &word : words) {
        text.append(word);
    }
    return text;
}

inline double sum_values(const std::unordered_map<std::string, double> &values) {
    double total = 0.0;
    for (const auto &[key, value] : values) {
        total += value;
    }
    return total;
}

inline std::unordered_map<std::int64_t, std::int64_t> squares(std::int64_t n) {
    std::unordered_map<std::int64_t, std::int64_t> values;
    values.reserve(n < 0 ? 0 : n);
    for (std::int64_t i = 0; i < n; i++) {
        values.emplace(i, i * i);
    }
    return values;
}

inline double scale(double x, double factor, double offset) { return x * factor + offset; }

inline int opt(std::optional<int> x) { return x.value_or(-1); }
