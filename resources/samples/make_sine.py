#!/usr/bin/env python3
"""Writes sine.csv: x spread evenly over one period, in random order, and its sine with a little noise."""
import math
import pathlib
import random

ROWS = 1000
NOISE = 0.05  # standard deviation

randomness = random.Random(1)
angles = [2 * math.pi * (i + 0.5) / ROWS for i in range(ROWS)]
randomness.shuffle(angles)
lines = ["x,sine"]
for angle in angles:
    lines.append(f"{angle:.5f},{math.sin(angle) + randomness.gauss(0, NOISE):.5f}")
pathlib.Path(__file__).with_name("sine.csv").write_text("\n".join(lines) + "\n")
