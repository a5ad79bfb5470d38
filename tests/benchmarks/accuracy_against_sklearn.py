#!/usr/bin/python3
"""Test scores of Broto's default training beside scikit-learn's MLP on the same rows, in one run.

    tests/benchmarks/accuracy_against_sklearn.py build/dev/tests/table_accuracy [--seeds 1-30] [--tables iris,wine]

The tables are scikit-learn's own copies, written as CSV. Every seed is another split (70, 15, 15) and another training,
with two hidden layers of 16 and 8 neurons in both. scikit-learn has its defaults, but as many epochs as it needs,
learns from the same training rows, standardised by them, and is tested with the same test rows; the validation rows, by
which Broto takes its best epoch, go to neither network's weights. For the regression scikit-learn is run with the
target as it is and with a standardised one, and the better mean counts. With --validation-too scikit-learn learns from
the validation rows as well. Ends with 1 when a bar is missed.
"""

import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

SKIPPED = 77
CLASSIFICATION_BAR, REGRESSION_BAR, ABOVE_BAR = -0.005, -0.01, 2


def tables():
    """Name and copy of each table."""
    from sklearn import datasets
    return {"iris": datasets.load_iris(), "wine": datasets.load_wine(), "breast cancer": datasets.load_breast_cancer(),
            "digits": datasets.load_digits(), "diabetes": datasets.load_diabetes(scaled=False)}


def truth_of(table):
    """The target as Broto reads it: names of classes, or numbers."""
    names = table.get("target_names")
    if names is None:
        return list(table.target)
    return [f"class {names[label]}" for label in table.target]


def write_csv(path, table):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(list(table.feature_names) + ["target"])
        for row, truth in zip(table.data, truth_of(table)):
            writer.writerow([repr(float(value)) for value in row] + [truth])


def broto_results(program, path, seeds):
    run = subprocess.run([program, path, *seeds], stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{program} ended with {run.returncode}.")
    return [json.loads(line) for line in run.stdout.splitlines()]


def sklearn_scores(table, results, validation_too):
    """One score a seed of every way that scikit-learn is run."""
    import numpy
    from sklearn.compose import TransformedTargetRegressor
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    from sklearn.preprocessing import StandardScaler
    inputs, truth = table.data, numpy.array(truth_of(table))
    scores = {}
    for result in results:
        rows = result["trainingRows"] + (result["validationRows"] if validation_too else [])
        scaler = StandardScaler().fit(inputs[rows])
        options = {"hidden_layer_sizes": (16, 8), "max_iter": 20000, "random_state": result["seed"]}
        if result["task"] == "classification":
            ways = {"": MLPClassifier(**options)}
        else:
            ways = {"target as it is": MLPRegressor(**options),
                    "standardised target": TransformedTargetRegressor(MLPRegressor(**options),
                                                                      transformer=StandardScaler())}
        for way, network in ways.items():
            network.fit(scaler.transform(inputs[rows]), truth[rows])
            score = network.score(scaler.transform(inputs[result["testRows"]]), truth[result["testRows"]])
            scores.setdefault(way, []).append(score)
    return scores


def mean(values):
    return sum(values) / len(values)


def standard_error(values):
    middle = mean(values)
    return (sum((value - middle) ** 2 for value in values) / max(1, len(values) - 1) / len(values)) ** 0.5


def compare(name, table, results, validation_too):
    """Prints a line, and says by how much the mean is above scikit-learn's and whether the bar is met."""
    scores = sklearn_scores(table, results, validation_too)
    way, sklearn = max(scores.items(), key=lambda item: mean(item[1]))
    broto = [result["test"] for result in results]
    differences = [ours - theirs for ours, theirs in zip(broto, sklearn)]
    classification = results[0]["task"] == "classification"
    bar = CLASSIFICATION_BAR if classification else REGRESSION_BAR
    met = mean(differences) >= bar
    others = "; ".join(f"{other}: {mean(values):.4f}" for other, values in scores.items() if other != way)
    print(f"{name:14} {'accuracy' if classification else 'R2':9} Broto {mean(broto):.4f}   scikit-learn {mean(sklearn):.4f}"
          f"   difference {mean(differences):+.4f} (standard error {standard_error(differences):.4f})"
          f"   at least {bar:+.3f}: {'met' if met else 'MISSED'}"
          + (f"   [{way}; {others}]" if others else ""), flush=True)
    return mean(differences), met


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seeds", default="1-30")
    parser.add_argument("--tables", default="")
    parser.add_argument("--validation-too", action="store_true")
    arguments = parser.parse_args()
    try:
        import sklearn
    except ImportError:
        print("SKIPPED: scikit-learn is not there to compare with. Install the package python3-sklearn.")
        return SKIPPED
    warnings.filterwarnings("ignore")
    print(f"scikit-learn {sklearn.__version__}, seeds {arguments.seeds}, layers 16 and 8")
    compared = []
    with tempfile.TemporaryDirectory() as folder:
        for name, table in tables().items():
            if arguments.tables and name not in arguments.tables.split(","):
                continue
            path = pathlib.Path(folder) / f"{name.replace(' ', '-')}.csv"
            write_csv(path, table)
            results = broto_results(arguments.program, path, arguments.seeds.split("-"))
            compared.append(compare(name, table, results, arguments.validation_too))
    above = sum(difference > 0 for difference, _ in compared)
    enough = bool(arguments.tables) or above >= ABOVE_BAR
    print(f"above scikit-learn on {above} of {len(compared)}, at least {ABOVE_BAR}: {'met' if enough else 'MISSED'}")
    return 0 if enough and all(met for _, met in compared) else 1


if __name__ == "__main__":
    sys.exit(main())
