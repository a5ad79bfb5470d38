#!/usr/bin/python3
"""CPU time of training per sample: Broto beside PyTorch and a plain Eigen trainer, in one run.

    python3 tests/benchmarks/training_speed.py build/dev/tests [--spike PROGRAM] [--blas FOLDER]... [--turns N]

The same rows, batches of 32, Adam with a learning rate of 0.001, one thread. The trainers take turns and the least of
their times counts, for other programs on the machine make a time longer and never shorter. --spike names a trainer
that was built by hand and prints "min NANOSECONDS ns" for the arguments 1 to 4. --blas adds a folder with a libblas.so.3
for PyTorch: the faster one counts. Debian's packages for it are in packaging/linux/packages-benchmark.txt. Ends with 1
when a bar is missed.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PYTORCH_BARS = {"T1": 200, "T2": 50, "T3": 15, "T4": 70}
EIGEN_BARS = {"T1": 1.8, "T2": 1.4, "T3": 1.05, "T4": 1.05}
SPIKE_BAR = 1.3
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def pytorch_times(folder):
    """In a process of its own: CPU nanoseconds a sample and the loss of the last epoch, by task."""
    import numpy
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.manual_seed(1)
    folder = pathlib.Path(folder)
    results = {}
    for task in json.loads((folder / "tasks.json").read_text())["tasks"]:
        inputs = numpy.fromfile(folder / (task["name"] + ".inputs"), dtype=numpy.float32)
        inputs = torch.from_numpy(inputs.reshape(task["rows"], -1))
        truth = numpy.fromfile(folder / (task["name"] + ".truth"), dtype=numpy.int32 if task["classes"] else numpy.float32)
        truth = torch.from_numpy(truth.astype(numpy.int64)) if task["classes"] else torch.from_numpy(truth)[:, None]
        layers = []
        for width, following in zip(task["widths"], task["widths"][1:]):
            layers += [nn.Linear(width, following), nn.ReLU()]
        model = nn.Sequential(*layers[:-1])
        loss_function = nn.CrossEntropyLoss() if task["classes"] else nn.MSELoss()
        optimizer = torch.optim.Adam(model.parameters(), lr=0.001)

        def epoch():
            total = 0.0
            order = torch.randperm(task["rows"])
            for begin in range(0, task["rows"], 32):
                rows = order[begin:begin + 32]
                optimizer.zero_grad(set_to_none=True)
                loss = loss_function(model(inputs[rows]), truth[rows])
                loss.backward()
                optimizer.step()
                total += loss.item() * len(rows)
            return total / task["rows"]

        epochs = max(1, 20000 // task["rows"])
        for _ in range(3 if task["rows"] < 1000 else 1):
            epoch()
        begin = time.process_time()
        for _ in range(epochs):
            loss = epoch()
        seconds = time.process_time() - begin
        results[task["name"]] = [seconds * 1e9 / (task["rows"] * epochs), loss]
    print(json.dumps(results))


class Trainer:
    """One of those that take turns; keeps the least time of each task."""

    def __init__(self, name, run):
        self.name = name
        self.run = run
        self.times = {}
        self.losses = {}

    def take_turn(self):
        for task, (nanoseconds, loss) in self.run().items():
            self.times[task] = min(nanoseconds, self.times.get(task, nanoseconds))
            self.losses[task] = loss


def output_of(command, environment=None):
    run = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, check=False,
                         env={**os.environ, **ONE_THREAD, **(environment or {})})
    if run.returncode != 0:
        sys.exit(f"{command[0]} ended with {run.returncode}.")
    return run.stdout


def lines_of(command):
    """Of programs that print a line a task: name, nanoseconds, loss."""
    return {name: (float(time), float(loss)) for name, time, loss in
            (line.split() for line in output_of(command).splitlines())}


def pytorch_run(folder, blas):
    environment = {"LD_LIBRARY_PATH": blas} if blas else {}
    return json.loads(output_of([sys.executable, __file__, "--pytorch", folder], environment))


def spike_run(program):
    results = {}
    for number in range(1, 5):
        found = re.search(r"loss ([\d.]+).*min ([\d.]+) ns", output_of([program, number]))
        if not found:
            sys.exit(f"{program} does not print what is expected of it.")
        results[f"T{number}"] = float(found[2]), float(found[1])
    return results


def pytorch_version():
    """Of the one that this Python finds; nothing where there is none."""
    run = subprocess.run([sys.executable, "-c", "import torch, numpy; print(torch.__version__)"],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    return run.stdout.strip() if run.returncode == 0 else ""


def trainers_of(arguments, described, folder, version):
    programs = arguments.programs
    sets = sorted(described["sets"], key=lambda name: name == "avx2", reverse=True)
    trainers = {}
    for name in sets:
        command = [programs / "training_speed", "speed", name]
        trainers[f"broto {name}"] = Trainer(f"Broto {name}", lambda command=command: lines_of(command))
    for name in sets:
        command = [programs / ("plain_eigen_speed_avx2" if name == "avx2" else "plain_eigen_speed")]
        trainers[f"eigen {name}"] = Trainer(f"Eigen {name}", lambda command=command: lines_of(command))
    for number, blas in enumerate([None] + arguments.blas):
        name = f"PyTorch {version}" + (f", BLAS {number} of --blas" if blas else "")
        trainers[f"pytorch {number}"] = Trainer(name,
                                                lambda blas=blas: pytorch_run(folder, blas))
    if arguments.spike:
        trainers["spike"] = Trainer("spike", lambda: spike_run(arguments.spike))
    return trainers


class Bars:
    def __init__(self):
        self.missed = False

    def at_least(self, value, bar):
        self.missed = self.missed or value < bar
        return f"{value:8.2f} {'of' if value >= bar else 'NOT'} {bar:<5}"


def show(described, trainers, bars):
    tasks = described["tasks"]
    names = [task["name"] for task in tasks]
    sets = [key.split()[1] for key in trainers if key.startswith("broto")]
    best = trainers[f"broto {sets[0]}"].times
    pytorch = {name: min(trainer.times[name] for key, trainer in trainers.items() if key.startswith("pytorch"))
               for name in names}
    print("\nns of CPU time per sample          " + "".join(f"{name:>16}" for name in names))
    print(" " * 35 + "".join(f"{task['shape'].split(',')[0]:>16}" for task in tasks))
    for trainer in trainers.values():
        print(f"{trainer.name:35}" + "".join(f"{trainer.times[name]:16.1f}" for name in names))
    print("loss of its last epoch (each runs as many as its time can be told by)")
    for trainer in trainers.values():
        print(f"  {trainer.name:33}" + "".join(f"{trainer.losses[name]:16.4f}" for name in names))
    print(f"\nhow many times faster ({sets[0]}; the bar behind it)")
    print(f"{'than PyTorch':35}" + "".join(f"{bars.at_least(pytorch[n] / best[n], PYTORCH_BARS[n]):>20}" for n in names))
    for name in sets:
        eigen, broto = trainers[f"eigen {name}"].times, trainers[f"broto {name}"].times
        ratios = [bars.at_least(eigen[n] / broto[n], EIGEN_BARS[n]) for n in names]
        print(f"{f'than plain Eigen, {name} both':35}" + "".join(f"{ratio:>20}" for ratio in ratios))
    limit = described["operationsPerNanosecond"]
    if limit:
        shares = [task["operations"] / limit / best[task["name"]] for task in tasks]
        print(f"\nlimit of this core: {limit:.1f} operations a ns, two a multiply-add; a sample needs "
              + ", ".join(f"{task['operations'] / limit:.1f}" for task in tasks) + " ns")
        print(f"{'share of the limit that is reached':35}" + "".join(f"{100 * share:14.1f} %" for share in shares))
    if "spike" in trainers:
        ratio = sum(best.values()) / sum(trainers["spike"].times.values())
        bars.missed = bars.missed or ratio > SPIKE_BAR
        print(f"\nsum over the tasks: {sum(best.values()):.0f} ns, {ratio:.3f} times the spike's (bar: at most {SPIKE_BAR})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", type=pathlib.Path)
    parser.add_argument("--spike", type=pathlib.Path)
    parser.add_argument("--blas", action="append", default=[])
    parser.add_argument("--turns", type=int, default=5)
    arguments = parser.parse_args()
    version = pytorch_version()
    if not version:
        print("SKIPPED: PyTorch is not there to compare with. Install the package python3-torch.")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        description = output_of([arguments.programs / "training_speed", "describe", folder])
        (pathlib.Path(folder) / "tasks.json").write_text(description)
        described = json.loads(description)
        trainers = trainers_of(arguments, described, folder, version)
        for turn in range(arguments.turns):
            for trainer in trainers.values():
                print(f"turn {turn + 1} of {arguments.turns}: {trainer.name}", file=sys.stderr)
                trainer.take_turn()
    bars = Bars()
    show(described, trainers, bars)
    return 1 if bars.missed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--pytorch"]:
        sys.exit(pytorch_times(sys.argv[2]))
    sys.exit(main())
