#!/usr/bin/python3
"""Accuracy of default trainings beside scikit-learn on the same splits; fails when a bar is missed.

    tests/benchmarks/accuracy.py build/dev/tests/accuracy_benchmark
"""

import json
import subprocess
import sys
import warnings

SKIPPED = 77


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def mean_of(results, key):
    return mean(result[key] for result in results)


def sklearn_accuracy(results, classifier):
    """Mean test accuracy of scikit-learn's default network of the same layers, trained to the end on the same rows."""
    accuracies = []
    for result in results:
        training, test = result["training"], result["test"]
        network = classifier(hidden_layer_sizes=(16, 8), max_iter=10000, random_state=result["seed"])
        network.fit(training["inputs"], training["labels"])
        accuracies.append(network.score(test["inputs"], test["labels"]))
    return mean(accuracies)


class Bars:
    """Compares figures with what they must reach, and remembers whether one fell short."""

    def __init__(self):
        self.missed = False

    def at_least(self, what, value, bar):
        met = value >= bar
        self.missed = self.missed or not met
        print(f"  {'met   ' if met else 'MISSED'}  {what}: {value:.4f}, at least {bar:.4f}")


def show(name, results):
    print(f"{name}, seeds 1 to {len(results)}: float {mean_of(results, 'float'):.4f}, "
          f"ptq-int8 {mean_of(results, 'int8'):.4f}, lowest float {min(r['float'] for r in results):.4f}")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        from sklearn.neural_network import MLPClassifier
    except ImportError:
        print("SKIPPED: scikit-learn is not there to compare with. Install the package python3-sklearn.")
        return SKIPPED
    warnings.filterwarnings("ignore")

    run = subprocess.run([sys.argv[1]], stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        print(f"{sys.argv[1]} ended with {run.returncode}.")
        return 1
    results = json.loads(run.stdout)
    iris, obd = results["iris"], results["obd-emissions"]
    sklearn = sklearn_accuracy(iris, MLPClassifier)

    bars = Bars()
    show("iris, accuracy", iris)
    print(f"  scikit-learn {sklearn:.4f}")
    bars.at_least("float against scikit-learn", mean_of(iris, "float") - sklearn, -0.005)
    bars.at_least("ptq-int8 against float", mean_of(iris, "int8") - mean_of(iris, "float"), -0.005)
    show("obd-emissions, R2", obd)
    bars.at_least("float", mean_of(obd, "float"), 0.970)
    bars.at_least("ptq-int8 against float", mean_of(obd, "int8") - mean_of(obd, "float"), -0.003)
    show("sine, R2", results["sine"])
    return 1 if bars.missed else 0


if __name__ == "__main__":
    sys.exit(main())
