"""Somebody who has never seen Broto, with a mouse: from a sample to a curve that moves within a minute, and to a virtual
Uno whose answers are identical within five. Knows nothing but the words on the screen.

    newcomer.py BROTO en
"""

import re
import sys
import time

from screen import Screen, missing

WORDS = {
    "en": {"sample": "CO₂ from a car's own sensors", "train": "Train", "train button": "Train",
           "curve": "Loss by epoch", "more": "Go on", "device": "Device", "virtual": "Start a virtual Arduino Uno",
           "go": "Build, upload and check", "identical": r"^\d+ of \d+ (rows )?identical"},
    "pt_BR": {"sample": "CO₂ pelos sensores do próprio carro", "train": "Treino", "train button": "Treinar",
              "curve": "Perda por época", "more": "Continuar", "device": "Placa", "virtual": "Ligar um Arduino Uno virtual",
              "go": "Compilar, gravar e conferir", "identical": r"^\d+ de \d+ .*idênticas"},
}
CURVE_SECONDS, IDENTICAL_SECONDS = 60, 300


def main(broto, language):
    words = WORDS[language]
    with Screen(broto, language) as screen:
        screen.click(words["sample"])
        step = screen.click(words["train"])
        empty = screen.picture(words["curve"])
        screen.click(words["train button"], other_than=step)
        first = screen.wait_for_picture(words["curve"], [empty], CURVE_SECONDS)
        curve = time.monotonic() - screen.started
        screen.click(words["more"])
        screen.wait_for_picture(words["curve"], [empty, first], CURVE_SECONDS)

        screen.click(words["device"])
        screen.click(words["virtual"])
        screen.click(words["go"], seconds=60)
        verdict = screen.wait_for_text(lambda text: re.search(words["identical"], text), IDENTICAL_SECONDS)
        identical = time.monotonic() - screen.started
        print("%s: a curve moves after %.1f s, “%s” after %.1f s" % (language, curve, verdict, identical))
        assert curve < CURVE_SECONDS and identical < IDENTICAL_SECONDS


if __name__ == "__main__":
    lacking = missing()
    if lacking:
        sys.exit("missing: " + ", ".join(lacking))
    main(sys.argv[1], sys.argv[2])
