"""Speed beside other generators: `python -m benchmarks`."""
