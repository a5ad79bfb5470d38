#!/usr/bin/python3
"""Writes pytorch_steps.json: 50 steps of training by PyTorch, for tst_pytorch_steps.cpp to follow.

    tests/core/training/make_pytorch_fixture.py > tests/core/training/pytorch_steps.json

Needs Debian's python3-torch. Each case has its initial weights and the mean loss of every batch before its step.
Where PyTorch defines a thing otherwise than Broto, the case is written out here as Broto defines it:
- Class weights: a batch's loss is the sum of weighted row losses divided by the rows, as in Keras. PyTorch's weight=
  divides by the sum of the batch's weights, and with label smoothing it weighs the spread share by class.
- AdamW's decay, L1 and L2 pull weights and leave biases and the gains of batch normalisation alone. PyTorch's
  weight_decay pulls all parameters unless they are put into groups, as they are here.
- PyTorch's clip_grad_norm_ divides by the norm + 1e-6, Broto by the norm: less than the tolerance.
"""

import json
import sys

import numpy
import torch
from torch import nn
from torch.nn import functional

ROWS, INPUTS, BATCH, STEPS = 43, 5, 16, 50
ACTIVATIONS = {
    "linear": nn.Identity, "relu": nn.ReLU, "leaky-relu": nn.LeakyReLU, "elu": nn.ELU, "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh, "softplus": nn.Softplus, "swish": nn.SiLU, "hard-sigmoid": nn.Hardsigmoid,
    "hard-swish": nn.Hardswish}
RATES = {"sgd": 0.1, "momentum": 0.02, "nesterov": 0.02, "rmsprop": 0.005, "adam": 0.01, "adamw": 0.01, "adamax": 0.01}


def case(name, optimizer="adam", loss="cross-entropy", hidden=((7, "relu", False), (6, "relu", False)), **more):
    return {"name": name, "optimizer": optimizer, "learningRate": RATES[optimizer], "loss": loss,
            "hidden": [{"units": units, "activation": activation, "normalised": normalised}
                       for units, activation, normalised in hidden],
            "classWeights": [], "smoothing": 0, "weightDecay": 0.5 if optimizer == "adamw" else 0, "l1": 0, "l2": 0,
            "largestGradient": 0, **more}


def cases():
    for optimizer in RATES:
        yield case(f"{optimizer}, cross-entropy", optimizer)
        yield case(f"{optimizer}, squared-error", optimizer, "squared-error", ((7, "tanh", False), (6, "relu", False)))
    yield case("class weights", classWeights=[0.5, 1, 3])
    yield case("label smoothing", smoothing=0.2)
    yield case("class weights and label smoothing", classWeights=[0.5, 1, 3], smoothing=0.1)
    yield case("two classes", loss="binary-cross-entropy")
    yield case("two classes, class weights", loss="binary-cross-entropy", classWeights=[0.5, 2])
    yield case("two classes, label smoothing", loss="binary-cross-entropy", smoothing=0.2)
    yield case("absolute error", loss="absolute-error")
    yield case("huber", loss="huber")
    for activation in ACTIVATIONS:
        yield case(f"hidden layers of {activation}", "momentum", hidden=((7, activation, False), (6, activation, False)))
    yield case("no hidden layer", hidden=())
    yield case("batch normalisation of relu", hidden=((7, "relu", True), (6, "relu", True)))
    yield case("batch normalisation of tanh", "nesterov", "squared-error", ((9, "tanh", True),))
    yield case("batch normalisation with weight decay", "adamw", hidden=((8, "swish", True), (6, "relu", False)))
    yield case("L1", "sgd", l1=0.01)
    yield case("L2", "adam", l2=0.02)
    yield case("clipped gradients", "momentum", largestGradient=0.3)


def network_of(settings):
    layers, width = [], INPUTS
    for layer in settings["hidden"]:
        layers.append(nn.Linear(width, layer["units"]))
        if layer["normalised"]:
            layers.append(nn.BatchNorm1d(layer["units"]))
        layers.append(ACTIVATIONS[layer["activation"]]())
        width = layer["units"]
    layers.append(nn.Linear(width, 3 if settings["loss"] == "cross-entropy" else 1))
    return nn.Sequential(*layers)


def dense_layers(network):
    """Weights and biases as Broto begins with them: the bias of a normalised layer is that of its normalisation."""
    layers = list(network)
    for place, layer in enumerate(layers):
        if not isinstance(layer, nn.Linear):
            continue
        following = layers[place + 1] if place + 1 < len(layers) else None
        if isinstance(following, nn.BatchNorm1d):
            layer.bias.data.zero_()
            layer.bias.requires_grad = False
            following.bias.data.uniform_(-0.3, 0.3)
            yield layer, following.bias
        else:
            yield layer, layer.bias


def optimizer_of(settings, network):
    rate, name = settings["learningRate"], settings["optimizer"]
    weights = [layer.weight for layer in network if isinstance(layer, nn.Linear)]
    others = [p for p in network.parameters() if p.requires_grad and all(p is not weight for weight in weights)]
    if name in ("sgd", "momentum", "nesterov"):
        return torch.optim.SGD(weights + others, lr=rate, momentum=0 if name == "sgd" else 0.9,
                               nesterov=name == "nesterov")
    if name == "adamw":
        return torch.optim.AdamW([{"params": weights, "weight_decay": settings["weightDecay"]},
                                  {"params": others, "weight_decay": 0}], lr=rate)
    return {"rmsprop": torch.optim.RMSprop, "adam": torch.optim.Adam,
            "adamax": torch.optim.Adamax}[name](weights + others, lr=rate)


def mean_loss(settings, outputs, labels, values):
    loss, smoothing = settings["loss"], settings["smoothing"]
    weights = torch.tensor(settings["classWeights"] or [1.0, 1.0, 1.0])
    if loss == "cross-entropy":
        rows = functional.cross_entropy(outputs, labels, reduction="none", label_smoothing=smoothing)
        return (weights[labels] * rows).mean()
    if loss == "binary-cross-entropy":
        labels = labels % 2
        truth = labels * (1 - smoothing) + smoothing / 2
        rows = functional.binary_cross_entropy_with_logits(outputs[:, 0], truth.float(), reduction="none")
        return (weights[labels] * rows).mean()
    formula = {"squared-error": functional.mse_loss, "absolute-error": functional.l1_loss,
               "huber": functional.huber_loss}[loss]
    return formula(outputs[:, 0], values)


def run(settings, inputs, labels, values, batches):
    network = network_of(settings)
    layers = list(dense_layers(network))
    initial = [{"weights": numbers(layer.weight.flatten()), "bias": numbers(bias)} for layer, bias in layers]
    optimizer = optimizer_of(settings, network)
    losses = []
    for rows in batches:
        optimizer.zero_grad()
        loss = mean_loss(settings, network(inputs[rows]), labels[rows], values[rows])
        losses.append(loss.detach())
        penalty = sum(settings["l1"] * layer.weight.abs().sum() + settings["l2"] * layer.weight.square().sum()
                      for layer, _ in layers)
        (loss + penalty).backward()
        if settings["largestGradient"]:
            torch.nn.utils.clip_grad_norm_(network.parameters(), settings["largestGradient"])
        optimizer.step()
    network.eval()
    with torch.no_grad():
        answers = mean_loss(settings, network(inputs), labels, values)
    return {**settings, "initial": initial, "losses": numbers(losses), "answersAfterwards": numbers([answers])[0]}


def numbers(tensors):
    """Single precision floats in the fewest digits that give the same float again."""
    return [float(str(numpy.float32(value.item()))) for value in tensors]


def main():
    torch.set_num_threads(1)
    torch.manual_seed(4)
    inputs = torch.randn(ROWS, INPUTS)
    along = inputs @ torch.randn(INPUTS)
    labels = torch.bucketize(along + 0.3 * torch.randn(ROWS), torch.tensor([-1.0, 1.0]))
    values = torch.sin(along) + 0.3 * along
    batches = []
    while len(batches) < STEPS:
        batches += [rows.tolist() for rows in torch.randperm(ROWS).split(BATCH)]
    batches = batches[:STEPS]
    fixture = {"pytorch": torch.__version__, "inputs": [numbers(row) for row in inputs], "labels": labels.tolist(),
               "values": numbers(values), "batches": batches,
               "cases": [run(settings, inputs, labels, values, batches) for settings in cases()]}
    lines = [f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}" for key, value in fixture.items()
             if key != "cases"]
    lines.append('"cases": [\n' + ",\n".join(json.dumps(c, separators=(",", ":")) for c in fixture["cases"]) + "]")
    sys.stdout.write("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
