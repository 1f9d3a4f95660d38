#!/bin/sh
# Fuzzes the macros: `sh run.sh [SECONDS]`, which each of the targets gets; 60 if nothing is said. What a target has found worth
# keeping is in `corpus/`, what it failed on in `artifacts/`: `target/*/release/TARGET FILE` tries that again.
#
# Any compiler will do. What cargo-fuzz asks of a nightly one are the sanitizers, which have nothing to find here: all of this is safe Rust.
set -eu
cd "$(dirname "$0")"
if ! command -v c++ > /dev/null; then
    echo "skipped: libFuzzer is compiled with a C++ compiler"
    exit 0
fi
host=$(rustc -vV | sed -n 's/^host: //p')
# Each edge of the program counts how often it is passed, and comparisons tell with what they compare.
coverage="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares"
export CARGO_TARGET_DIR="$PWD/target"
# With `--target`, so that what only runs in the compiler is without all this.
RUSTFLAGS="$(echo $coverage) --cfg fuzzing -Cdebug-assertions -Ccodegen-units=1" cargo build -q --release --target "$host"
for target in attribute derives; do
    mkdir -p "corpus/$target" "artifacts/$target"
    "target/$host/release/$target" -max_total_time="${1:-60}" -max_len=1000 -len_control=0 -print_final_stats=1 \
        -artifact_prefix="artifacts/$target/" "corpus/$target"
done
