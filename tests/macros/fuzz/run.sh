#!/bin/sh
# Fuzzes the macros: `sh run.sh [SECONDS]`, which each of the targets gets; 60 if nothing is said.
set -eu
cd "$(dirname "$0")"
if ! cargo +nightly --version > /dev/null 2>&1 || ! cargo fuzz --version > /dev/null 2>&1; then
    echo "skipped: a nightly compiler and cargo-fuzz are needed"
    exit 0
fi
for target in attribute derives; do
    # No sanitizer: all of this is safe Rust.
    cargo +nightly fuzz run --sanitizer none "$target" -- -max_total_time="${1:-60}" -max_len=1000
done
