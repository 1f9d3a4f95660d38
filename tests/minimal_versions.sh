#!/usr/bin/env bash
# Builds what users build with the oldest versions of other crates that it says it can do with.
#
# Which versions these are is asked of a nightly cargo; what is not there is skipped with a word. The build is cargo's default one, or
# that of the toolchain that RUSTUP_TOOLCHAIN names.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo +nightly --version > /dev/null 2>&1 || { echo "skipped: no nightly cargo"; exit 0; }

# The crates that are published and one that uses them, as a workspace of their own.
copy=$(realpath -m "${CARGO_TARGET_DIR:-target}")/minimal-versions
rm -rf "$copy/"{macros,runtime,examples}
mkdir -p "$copy/examples"
cp -r macros runtime README.md rust-toolchain.toml "$copy"
cp -r examples/hello "$copy/examples"
awk '/^members = \[/ {print "members = [\"macros\", \"macros/codegen\", \"runtime\", \"examples/hello\"]"; skip = 1}
     /^default-members/ {next} !skip {print} /^\]/ {skip = 0}' Cargo.toml > "$copy/Cargo.toml"
cd "$copy"
rm -f Cargo.lock
cargo +nightly update -q -Z direct-minimal-versions
export CARGO_TARGET_DIR=$copy/target PYO3_BUILD_EXTENSION_MODULE=1
cargo build -q --locked -p hello
cargo check -q --locked -p mybind --features full
cargo check -q --locked -p mybind --features full,abi3-py310
cargo tree --locked -p mybind --features full --depth 1 --prefix none -e normal,build | sort -u
