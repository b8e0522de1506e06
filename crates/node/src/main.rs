//! The binary `comity`. Everything is in the library, where tests reach it.
#![forbid(unsafe_code)]

/// A node makes and drops very many small values on several threads; the C library's allocator spends a quarter of a large import on
/// that (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    node::cli::main()
}
