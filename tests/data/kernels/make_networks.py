#!/usr/bin/python3
"""Makes A.json to D.json, the networks whose cycles and instructions the tests count.

    /usr/bin/python3 tests/data/kernels/make_networks.py      (Debian: python3-sklearn)

Four trained classifiers with two hidden layers of ReLU: iris (A), digits (B), wine (C) and 12 made-up classes (D), so
that as many activations are 0 as usual. Each is quantized by the rules of docs/arithmetic.md to int8 and to int4, one
scale a neuron. With them go 20 rows that the training has not seen, as the int8 inputs of the network. Everything has a
seed; other versions of scikit-learn may train other networks, and the counts in the tests belong to these files.
"""
import json
import pathlib
import warnings

import numpy as np
from sklearn.datasets import load_digits, load_iris, load_wine, make_classification
from sklearn.neural_network import MLPClassifier

ROWS = 20
SUM_LIMIT = 1 << 23
HIDDEN = {'A': (16, 8), 'B': (32, 16), 'C': (32, 16), 'D': (64, 64)}


def samples(name):
    if name == 'B':
        features, classes = load_digits(return_X_y=True)
        return features / 16, classes
    if name == 'D':
        features, classes = make_classification(6000, 128, n_informative=40, n_redundant=20, n_classes=12, class_sep=2.5,
                                                random_state=1)
    else:
        features, classes = {'A': load_iris, 'C': load_wine}[name](return_X_y=True)
    return (features - features.mean(0)) / features.std(0), classes


def integer_layer(weights, bias, bits, input_scale, output_scale):
    """output_scale None: the scores of the classes."""
    step = 1 << 8 - bits
    largest = ((1 << bits - 1) - 1) * step
    scale = np.abs(weights).max(1) / largest
    scale = np.maximum(scale, scale.max() / 256)
    while True:
        integers = np.clip(np.round(weights / scale[:, None] / step), -largest // step, largest // step).astype(int) * step
        biases = np.round(bias / (scale * input_scale)).astype(int)
        too_large = np.abs(biases) + 127 * np.abs(integers).sum(1) >= SUM_LIMIT
        if not too_large.any():
            break
        scale = np.where(too_large, scale * 1.01, scale)
    if output_scale is None:
        shift, multipliers = 16, np.round(scale / scale.max() * 32767)
    else:
        factor = scale * input_scale / output_scale
        shift = max(s for s in range(17, 25) if np.round(factor.max() * 2.0 ** s) <= 32767)
        multipliers = np.round(factor * 2.0 ** shift)
    return {'shift': int(shift), 'weights': integers.ravel().tolist(), 'bias': biases.tolist(),
            'multiplier': np.maximum(1, multipliers).astype(int).tolist()}


def network(name):
    features, classes = samples(name)
    order = np.random.RandomState(0).permutation(len(features))
    training, rest = order[:len(order) * 3 // 4], order[len(order) * 3 // 4:]
    trained = MLPClassifier(HIDDEN[name], max_iter=60 if name == 'D' else 300, random_state=0, alpha=1e-3)
    trained.fit(features[training], classes[training])
    input_scale = np.abs(features[training]).max() / 127
    result = {'widths': [features.shape[1], *HIDDEN[name], len(set(classes))],
              'rows': np.clip(np.floor(features[rest][:ROWS] / input_scale + 0.5), -127, 127).astype(int).tolist()}
    for bits in (8, 4):
        activations, scale, layers = features[training], input_scale, []
        for weights, bias in zip(trained.coefs_, trained.intercepts_):
            activations = activations @ weights + bias
            is_last = len(layers) == len(HIDDEN[name])
            activations = activations if is_last else np.maximum(activations, 0)
            output_scale = None if is_last else activations.max() / 127
            layers.append(integer_layer(weights.T, bias, bits, scale, output_scale))
            scale = output_scale
        result['int%d' % bits] = layers
    return result


if __name__ == '__main__':
    warnings.filterwarnings('ignore')
    folder = pathlib.Path(__file__).parent
    for name in HIDDEN:
        text = json.dumps(network(name), separators=(',', ':'))
        (folder / (name + '.json')).write_text(text.replace('],', '],\n') + '\n')
