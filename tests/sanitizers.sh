#!/usr/bin/env bash
# The tests in Python under valgrind or AddressSanitizer: `tests/sanitizers.sh valgrind|address [PYTHON] [pytest's arguments]`.
#
# PYTHON is one with pytest and the wheels installed, as `cargo test` makes it: target/venvs/3.13/bin/python, if nothing is said.
# AddressSanitizer takes a nightly compiler and gcc's runtime; the standard library is not built with it, nor is Python, so what
# it checks is the code of mybind and of the libraries under test. What is not there is skipped with a word.
set -euo pipefail
tool=${1:?valgrind or address}
python=$(realpath -s "${2:-$(dirname "$0")/../target/venvs/3.13/bin/python}")
shift $(($# > 1 ? 2 : 1))
cd "$(dirname "$0")/.."
libraries=(attacks exchange functions panics standard)
tests=("$@")
if [ $# = 0 ]; then tests=(test_{attacks,buffers,callables,conversions,errors,panics,signatures,standard,threads}.py); fi

skip() { echo "skipped: $1"; exit 0; }

export PYTHONMALLOC=malloc PYTHONDONTWRITEBYTECODE=1 RUST_BACKTRACE=0
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")/sanitizers
build() { # build [cargo's arguments before `build`] -- [those after it]
    local before=()
    while [ "$1" != -- ]; do before+=("$1"); shift; done
    shift
    CARGO_TARGET_DIR=$target CARGO_PROFILE_DEV_DEBUG=1 PYO3_PYTHON=$python PYO3_BUILD_EXTENSION_MODULE=1 \
        cargo "${before[@]}" build -q "${libraries[@]/#/-p}" "$@"
}
bare() { # The libraries alone, under their names in Python.
    mkdir -p "$target/bare"
    for library in "${libraries[@]}"; do cp "$1/lib$library.so" "$target/bare/$library.so"; done
    export PYTHONPATH=$target/bare MYBIND_BARE=$target/bare
}
pytest() { cd tests/python; "$@" "$python" -m pytest -q -p no:cacheprovider --tb=short "${tests[@]}"; }

case $tool in
valgrind)
    command -v valgrind > /dev/null || skip "no valgrind"
    build --
    bare "$target/debug"
    pytest valgrind --quiet --leak-check=no --error-exitcode=97 --suppressions="$PWD/tests/valgrind.supp"
    ;;
address)
    cargo +nightly --version > /dev/null 2>&1 || skip "no nightly compiler"
    runtime=$(gcc -print-file-name=libasan.so 2> /dev/null) || skip "no gcc"
    [ -e "$runtime" ] || skip "no libasan.so"
    host=$(rustc -vV | sed -n 's/^host: //p')
    RUSTFLAGS=-Zsanitizer=address build +nightly -- --target "$host"
    bare "$target/$host/debug"
    # Leaks are counted otherwise (test_reliability.py), and what is too large is Python's to refuse.
    ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:handle_segv=0 pytest env LD_PRELOAD="$runtime"
    ;;
*) skip "no such tool: $tool" ;;
esac
