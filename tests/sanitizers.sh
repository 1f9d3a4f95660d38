#!/usr/bin/env bash
# The tests in Python under valgrind, AddressSanitizer or ThreadSanitizer: `tests/sanitizers.sh valgrind|address|thread [PYTHON] [pytest's
# arguments]`.
#
# PYTHON is one with pytest and the wheels installed, as `cargo test` makes it: target/venvs/3.13/bin/python, if nothing is said.
# The sanitizers take a nightly compiler and gcc's runtime; the standard library is not built with them. Nor is Python with
# AddressSanitizer, so what that checks is the code of mybind and of the libraries under test. ThreadSanitizer must see all that the
# threads do: PYTHON is a free-threaded one with pytest alone, configured with `--disable-gil --with-thread-sanitizer` and compiled by gcc.
# What is not there is skipped with a word.
set -euo pipefail
tool=${1:?valgrind, address or thread}
python=$(realpath -s "${2:-$(dirname "$0")/../target/venvs/3.13/bin/python}")
shift $(($# > 1 ? 2 : 1))
cd "$(dirname "$0")/.."
libraries=(arrays attacks crates derived differential documented exchange functions generated modules native panics ported standard)
tests=("$@")
# All but one, which counts what Python's own allocator has given.
if [ $# = 0 ]; then tests=(. --deselect test_reliability.py::test_references_stay_as_many); fi

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
    local bare=$target/bare-$tool
    mkdir -p "$bare"
    for library in "${libraries[@]}"; do cp "$1/lib$library.so" "$bare/$library.so"; done
    export PYTHONPATH=$bare MYBIND_BARE=$bare
}
packages() { # The packages that are installed, with these libraries in place of theirs.
    local packages=$target/packages-$tool site file
    site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("platlib"))')
    rm -rf "$packages"
    mkdir -p "$packages"
    for library in "${libraries[@]}"; do
        case $library in
        native) file=pkg/_native ;;
        ported) file=ported/_ported ;;
        *) file=$library/$library ;;
        esac
        cp -r "$site/${file%/*}" "$packages"
        cp "$MYBIND_BARE/$library.so" "$packages/$file".*.so
    done
    export PYTHONPATH=$packages
}
pytest() { cd tests/python; "$@" "$python" -m pytest -q -p no:cacheprovider --tb=short "${tests[@]}"; }

case $tool in
valgrind)
    command -v valgrind > /dev/null || skip "no valgrind"
    build --
    bare "$target/debug"
    packages
    # It is slow, and does not look into the processes that tests start.
    if [ $# = 0 ]; then tests=(. --ignore test_threads.py --ignore test_reliability.py); fi
    export MYBIND_CALLS=${MYBIND_CALLS:-20}
    pytest valgrind --quiet --leak-check=no --error-exitcode=97 --suppressions="$PWD/tests/valgrind.supp"
    ;;
address)
    cargo +nightly --version > /dev/null 2>&1 || skip "no nightly compiler"
    runtime=$(gcc -print-file-name=libasan.so 2> /dev/null) || skip "no gcc"
    [ -e "$runtime" ] || skip "no libasan.so"
    host=$(rustc -vV | sed -n 's/^host: //p')
    RUSTFLAGS=-Zsanitizer=address build +nightly -- --target "$host"
    bare "$target/$host/debug"
    packages
    # Leaks are counted otherwise (test_reliability.py), and what is too large is Python's to refuse. The stack frames are larger here.
    tests+=(--deselect test_crates_serde.py::test_depth_on_a_small_stack)
    ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:handle_segv=0 pytest env LD_PRELOAD="$runtime"
    ;;
thread)
    unset PYTHONMALLOC # without the GIL there is one allocator alone
    cargo +nightly --version > /dev/null 2>&1 || skip "no nightly compiler"
    arguments=$("$python" -c 'import sysconfig; print(sysconfig.get_config_var("CONFIG_ARGS"))' 2> /dev/null) || true
    [[ $arguments = *--with-thread-sanitizer* ]] || skip "$python is not built with ThreadSanitizer"
    host=$(rustc -vV | sed -n 's/^host: //p')
    libraries=(attacks differential exchange functions panics standard)
    # Where interpreters begin and end, and around a fork, CPython races with itself; and not all libraries are built.
    if [ $# = 0 ]; then tests=(test_threads.py test_attacks.py test_callables.py -k "not interpreter and not ends and not fork and not gil_off"); fi
    export UNSAFE_PYO3_SKIP_VERSION_CHECK=1 # 3.13 will do
    RUSTFLAGS="-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer" build +nightly -- --target "$host"
    bare "$target/$host/debug"
    # Of what newer compilers write, gcc's runtime may lack these.
    gcc -shared -fPIC -O1 -o "$target/tsan.so" -x c - << 'C'
#include <string.h>
void *__tsan_memcpy(void *to, const void *from, size_t n) { return memcpy(to, from, n); }
void *__tsan_memmove(void *to, const void *from, size_t n) { return memmove(to, from, n); }
void *__tsan_memset(void *to, int byte, size_t n) { return memset(to, byte, n); }
C
    # Its shadow memory lies where the kernel may put something else.
    TSAN_OPTIONS=exitcode=66:history_size=7:suppressions=$PWD/tests/tsan.supp pytest setarch -R env LD_PRELOAD="$target/tsan.so"
    ;;
*) skip "no such tool: $tool" ;;
esac
