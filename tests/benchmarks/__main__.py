"""Runs every benchmark, one after the other, and prints ratios."""

from __future__ import annotations

from importlib import import_module

BENCHMARKS = (
    "bench_documents",
    "bench_import",
    "bench_inspect",
    "bench_mail",
    "bench_memory",
    "bench_queue",
    "bench_smoothness",
    "bench_start",
    "bench_window",
)


def main() -> None:
    """Run them all."""
    for name in BENCHMARKS:
        print(f"== {name.removeprefix('bench_')}", flush=True)
        import_module(f"tests.benchmarks.{name}").main()


if __name__ == "__main__":
    main()
