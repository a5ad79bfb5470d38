"""Reading CSV beside pandas' C engine, in the same run.

    python3 tests/benchmarks/csv_speed.py PROGRAM [--keep FOLDER] [--long]

PROGRAM is csv_speed of a build; its source says more. Prints, for a clean and for a messy table of 1,000,000 x 12, and
for as many rows of texts that all differ, the CPU time of both (the least of nine, each in a process of its own, taking
turns), their ratio, private memory and the longest wait after Cancel. --long adds a table of 10 million rows. Ends with
77, skipped, where pandas is missing."""

import argparse
import json
import os
import subprocess
import sys
import tempfile

RUNS = 9

# What the library itself takes to load is not counted. The messy table is read with everything told that Broto finds
# out, but for the dates, which pandas would take much longer to parse.
PANDAS = """
import sys, time
import pandas
options = {'clean': {}, 'texts': {}, 'long': {}, 'messy': {'sep': ';', 'decimal': ',', 'encoding': 'utf-8-sig'}}[sys.argv[2]]
before = time.process_time()
table = pandas.read_csv(sys.argv[1], engine='c', **options)
print(time.process_time() - before, len(table))
"""


def json_of(*command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(program, kind, folder):
    file = os.path.join(folder, kind + ".csv")
    if not os.path.exists(file):
        subprocess.run([program, "make", kind, file], check=True)
    ours, theirs = [], []
    for _ in range(RUNS if kind != "long" else 1):
        ours.append(json_of(program, "read", file))
        if kind != "long":
            theirs.append(float(subprocess.run([sys.executable, "-c", PANDAS, file, kind], check=True,
                                               capture_output=True, text=True).stdout.split()[0]))
    best = min(ours, key=lambda reading: reading["cpu"])
    line = f"{kind}: {best['rows']} rows, {best['megabytes']} MB; {best['cpu']:.3f} s = {best['megabytes'] / best['cpu']:.0f} MB/s"
    if theirs:
        line += f"; pandas {min(theirs):.3f} s; {min(theirs) / best['cpu']:.2f} times"
    allowed = 1.6 * best["table"] + 67.1
    line += f"\n  private memory {best['private']:.0f} MB, table {best['table']:.0f} MB (allowed {allowed:.0f} MB), peak with the mapped file {best['peak']:.0f} MB"
    print(line, flush=True)
    wait = json_of(program, "cancel", file)
    print(f"  cancel: longest wait {wait['longestWait']} ms of 40, {wait['cancelled']} were in time (a reading takes {wait['whole']} ms)",
          flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--keep")
    parser.add_argument("--long", action="store_true")
    options = parser.parse_args()
    try:
        import pandas
    except ImportError:
        print("skipped: pandas is missing (Debian: python3-pandas)")
        return 77
    print("pandas", pandas.__version__)
    with tempfile.TemporaryDirectory() as temporary:
        for kind in ["clean", "messy", "texts"] + (["long"] if options.long else []):
            measure(options.program, kind, options.keep or temporary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
