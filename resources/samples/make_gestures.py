#!/usr/bin/env python3
"""Writes gestures.csv: six hands make five gestures with an accelerometer that tells three axes 50 times a second.

Every hand has a tempo, a strength and a grip of its own, and never makes a gesture twice the same way. Gravity is in the
readings, as in any accelerometer's. Now and then a reading is lost. The same seed gives the same file everywhere:
`make_gestures.py --seed 1 --output gestures.csv`."""
import argparse
import math
import pathlib
import random

HANDS = ("ana", "beto", "caio", "duda", "eva", "fabi")
RECORDINGS = 2  # of every gesture by every hand
READINGS = 272  # in a recording
RATE = 50  # a second
NOISE = 0.05  # g, of the sensor and the trembling of a hand
LARGEST = 4.0  # g, more than the sensor can tell
LOST = 0.001  # of the readings


class Chance:
    """Random numbers from sums and products alone, so that no machine's library can change a digit."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def between(self, low, high):
        return low + (high - low) * self.random.random()

    def normal(self):
        return sum(self.random.random() for _ in range(12)) - 6


class Hand:
    def __init__(self, chance):
        self.tempo = chance.between(0.85, 1.2)
        self.strength = chance.between(0.8, 1.25)
        self.lean = chance.between(-0.35, 0.35)  # radians, about the x axis
        self.roll = chance.between(-0.35, 0.35)  # about the y axis


def still(chance):
    swings = chance.between(0.1, 0.4)
    reach = chance.between(0.0, 0.25)
    start = chance.between(0, 2 * math.pi)
    return lambda t: (0.0, 0.0, 0.0, reach * math.sin(start + 2 * math.pi * swings * t))


def circle(chance):
    turns = chance.between(1.1, 1.7)
    size = chance.between(0.2, 0.7)
    flat = chance.between(0.7, 1.0)
    start = chance.between(0, 2 * math.pi)
    way = 1 if chance.between(0, 1) < 0.5 else -1

    def motion(t):
        angle = start + 2 * math.pi * turns * t
        return size * math.cos(angle), way * flat * size * math.sin(angle), 0.1 * size * math.sin(2 * angle), 0.0

    return motion


def shake(chance):
    swings = chance.between(3.2, 5.2)
    size = chance.between(0.4, 1.8)
    start = chance.between(0, 2 * math.pi)

    def motion(t):
        angle = start + 2 * math.pi * swings * t
        along = size * (math.sin(angle) + 0.25 * math.sin(3 * angle))
        return along, 0.2 * along, 0.15 * size * math.cos(2 * angle), 0.0

    return motion


def tilt(chance):
    swings = chance.between(0.4, 0.7)
    reach = chance.between(0.3, 1.0)
    start = chance.between(0, 2 * math.pi)

    def motion(t):
        return 0.0, 0.0, 0.0, reach * math.sin(start + 2 * math.pi * swings * t)

    return motion


def tap(chance):
    pause = chance.between(0.45, 0.75)
    size = chance.between(0.4, 1.5)
    ringing = chance.between(9, 14)
    start = chance.between(0, pause)

    def motion(t):
        since = math.fmod(t + start, pause)
        blow = size * math.exp(-since / 0.05) * math.cos(2 * math.pi * ringing * since)
        return 0.2 * blow, 0.15 * blow, blow, 0.0

    return motion


GESTURES = {"idle": still, "circle": circle, "shake": shake, "tilt": tilt, "tap": tap}


def recording(hand, gesture, chance):
    """Rows (seconds, x, y, z) of one recording."""
    motion = GESTURES[gesture](chance)
    lean = hand.lean + 0.1 * chance.normal()
    roll = hand.roll + 0.1 * chance.normal()
    drift = 0.05 * chance.normal()  # the hand sinks a little
    for reading in range(READINGS):
        seconds = reading / RATE
        x, y, z, turned = motion(seconds * hand.tempo)
        angle = lean + turned + drift * seconds / 5
        gravity = (math.sin(roll), math.sin(angle) * math.cos(roll), math.cos(angle) * math.cos(roll))
        values = [hand.strength * pushed + pulled + NOISE * chance.normal() for pushed, pulled in zip((x, y, z), gravity)]
        if chance.between(0, 1) >= LOST or reading == 0:
            yield seconds, *(max(-LARGEST, min(LARGEST, value)) for value in values)


def table(seed):
    chance = Chance(seed)
    lines = ["t (s),hand,ax (g),ay (g),az (g),gesture"]
    hands = {name: Hand(chance) for name in HANDS}
    for _ in range(RECORDINGS):
        for name, hand in hands.items():
            for gesture in GESTURES:
                for seconds, x, y, z in recording(hand, gesture, chance):
                    lines.append(f"{seconds:.2f},{name},{x:.2f},{y:.2f},{z:.2f},{gesture}".replace("-0.00", "0.00"))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--output", type=pathlib.Path, default=pathlib.Path(__file__).with_name("gestures.csv"))
    chosen = options.parse_args()
    chosen.output.write_bytes(table(chosen.seed).encode())
