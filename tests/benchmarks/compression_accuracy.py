#!/usr/bin/python3
"""What every way of compressing a network costs or gains on the test rows: one table, over many seeds.

    tests/benchmarks/compression_accuracy.py build/dev/tests/compression_accuracy [--seeds 1-30] [--tables iris,wine]

For every table and way: the mean change against the float network on the same split (points of accuracy, or R2) with its
95 % interval (Student's, paired by seed), the same against the float control that has trained as long, and the bytes of
weights. Two hidden layers of 16 and 8 neurons. The tables are scikit-learn's own copies, and the bundled car readings:
all four inputs of the sample, and the three of TensorFlores' example. The last table, long tails, is made here: a
regression whose target follows an exponential. Ends with 1 when a bar is missed.
"""

import argparse
import csv
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from accuracy_against_sklearn import SKIPPED, tables as sklearn_tables, write_csv  # noqa: E402

CLASSES = ("iris", "wine", "breast cancer", "digits")
# Way, table, the least mean change against float.
BARS = (
    [("ptq int8", table, -0.3) for table in CLASSES]
    + [("ptq int8", table, -0.003) for table in ("diabetes", "obd", "obd3")]
    + [("ptq int4", "digits", -0.5), ("qat int4", "digits", -0.6), ("qat int4", "diabetes", -0.02)]
    + [("qat ternary", "digits", -4.5)]
    + [("qat ternary", table, -0.7) for table in CLASSES[:3]]
    + [("codebook 16", table, -0.4) for table in CLASSES]
    + [("codebook 16", table, -0.004) for table in ("diabetes", "obd")]
    + [("codebook 16", "obd3", -0.003)]
    + [("prune 50 %", table, -1.2 if table == "wine" else -0.4) for table in CLASSES]
    + [("prune 50 %", table, -0.004) for table in ("diabetes", "obd")]
    + [("prune 80 %, gradual", "digits", -2.0)]
)
# The same against the float control.
CONTROL_BARS = [("qat int8", table, -0.3) for table in CLASSES] + [
    ("qat int8", table, -0.003) for table in ("diabetes", "obd", "obd3", "long tails")]


def car_rows():
    path = pathlib.Path(__file__).parents[2] / "resources" / "samples" / "obd-emissions.csv"
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write_car_csv(path, inputs):
    columns = inputs + ["CO2 (g/s) [maf]"]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([row[column] for column in columns] for row in car_rows())


def write_long_tails(path):
    """Two sensors of usual spread, and an answer that now and then lies forty deviations out."""
    draws = random.Random(7)
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["a", "b", "answer"])
        for _ in range(2000):
            a, b = draws.gauss(0, 1), draws.gauss(0, 1)
            writer.writerow([f"{a:.6g}", f"{b:.6g}", f"{math.exp(1.5 * a) + math.sin(b) + draws.gauss(0, 0.1):.6g}"])


def write_tables(folder, names):
    wanted = {}
    for name, table in sklearn_tables().items():
        if name in names:
            wanted[name] = folder / f"{len(wanted)}.csv"
            write_csv(wanted[name], table)
    writers = {"obd": lambda path: write_car_csv(path, ["intake_pressure", "intake_temperature", "rpm", "speed"]),
               "obd3": lambda path: write_car_csv(path, ["intake_pressure", "rpm", "speed"]),
               "long tails": write_long_tails}
    for name, write in writers.items():
        if name in names:
            wanted[name] = folder / f"{len(wanted)}.csv"
            write(wanted[name])
    return wanted


def results_of(program, path, seeds):
    run = subprocess.run([program, str(path), *seeds], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{program} ended with {run.returncode}.")
    return [json.loads(line) for line in run.stdout.splitlines()]


def mean_and_bound(changes):
    """The mean, and how far the 95 % interval reaches from it."""
    from scipy.stats import t
    count = len(changes)
    mean = sum(changes) / count
    if count < 2:
        return mean, math.nan
    deviation = math.sqrt(sum((change - mean) ** 2 for change in changes) / (count - 1))
    return mean, t.ppf(0.975, count - 1) * deviation / math.sqrt(count)


def print_table(name, results):
    """Means by way: against float, and against the control."""
    points = results[0]["task"] == "classification"
    unit, digits = (100, 2) if points else (1, 4)
    level = sum(result["float"] for result in results) / len(results)
    print(f"\n{name}: float {level * unit:.{digits}f} {'%' if points else 'R2'}, {len(results)} seeds")
    print(f"  {'':36} {'bytes':>6} {'to float':>18} {'to control':>20}")
    means, control_means = {}, {}
    for way in results[0]["methods"]:
        entries = [result["methods"][way] for result in results]
        changes = [(entry["test"] - result["float"]) * unit for entry, result in zip(entries, results)]
        mean, bound = mean_and_bound(changes)
        means[way] = mean
        size = sum(entry["bytes"] for entry in entries) / len(entries)
        line = f"  {way:36} {size:6.0f} {mean:+9.{digits}f} ± {bound:.{digits}f}"
        if "control" in entries[0]:
            mean, bound = mean_and_bound([(entry["test"] - entry["control"]) * unit for entry in entries])
            control_means[way] = (mean, bound)
            line += f"    {mean:+9.{digits}f} ± {bound:.{digits}f}"
        print(line, flush=True)
    return means, control_means


def missed(name, means, control_means):
    """Sentences about the bars of a table that are not reached."""
    sentences = [f"{way} on {name}: {means[way]:+.4f}, wanted {least:+.4f}"
                 for way, table, least in BARS if table == name and way in means and means[way] < least]
    sentences += [f"{way} on {name} against its control: {control_means[way][0]:+.4f}, wanted {least:+.4f}"
                  for way, table, least in CONTROL_BARS if table == name and way in means and control_means[way][0] < least]
    if name == "digits" and "distil to 8 neurons" in means:
        mean, bound = control_means["distil to 8 neurons"]
        if mean - bound <= 0:
            sentences.append(f"a student on digits against itself alone: {mean:+.2f} ± {bound:.2f}, wanted above 0")
    return sentences


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--seeds", default="1-30")
    parser.add_argument("--tables", default="iris,wine,breast cancer,digits,diabetes,obd,obd3,long tails")
    options = parser.parse_args()
    try:
        import scipy.stats  # noqa: F401
        import sklearn  # noqa: F401
    except ImportError:
        print("python3-sklearn is not installed.")
        sys.exit(SKIPPED)
    sentences = []
    with tempfile.TemporaryDirectory() as folder:
        for name, path in write_tables(pathlib.Path(folder), options.tables.split(",")).items():
            results = results_of(options.program, path, options.seeds.split("-"))
            sentences += missed(name, *print_table(name, results))
    print("\n" + ("\n".join("MISSED: " + sentence for sentence in sentences) or "Every bar is met."))
    sys.exit(1 if sentences else 0)


if __name__ == "__main__":
    main()
