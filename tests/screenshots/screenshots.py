"""A picture of every page, to be looked at: in light and dark, in Portuguese, on a small screen and on one with a scale of 2.

    screenshots.py BROTO FOLDER [LOOK ...]

Drives the true window by its keys and labels, with a virtual Uno that is flashed and checked. A few minutes.
"""

import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "end_to_end", "newcomer"))
from screen import Screen, missing  # noqa: E402

LOOKS = {
    "light": {"language": "en", "size": (1600, 900)},
    "dark": {"language": "en", "size": (1600, 900), "theme": "dark"},
    "pt_BR": {"language": "pt_BR", "size": (1600, 900)},
    "1366x768": {"language": "pt_BR", "size": (1366, 732)},  # what a desktop leaves of it below a window's title
    "scale-2": {"language": "en", "size": (1366, 732), "scale": 2},
}
WORDS = {
    "en": {"sample": "Iris", "trained": "on the test rows; ", "virtual": "Start a virtual Arduino Uno",
           "go": "Build, upload and check",
           "identical": r"^\d+ of \d+ rows identical", "ask": "Ask", "stream": "Test rows", "send": "Stream test rows", "asked": r"^[1-9]\d* of \d+ identical",
           "compressed": "× smaller"},
    "pt_BR": {"sample": "Íris", "trained": "nas linhas de teste; ", "virtual": "Ligar um Arduino Uno virtual",
              "go": "Compilar, gravar e conferir",
              "identical": r"^\d+ de \d+ .*idênticas", "ask": "Perguntar", "stream": "Linhas de teste",
              "send": "Enviar linhas", "asked": r"^[1-9]\d* de \d+ idêntic", "compressed": "× menor"},
}
PAGES = ["data", "network", "train", "compress", "export", "device"]


def ask(screen, words):
    """On a busy computer a virtual board may be late to answer, and has to be asked again."""
    for last in (False, False, True):
        screen.click(words["send"])
        try:
            return screen.wait_for_text(lambda each: re.search(words["asked"], each), 30)
        except AssertionError:
            if last:
                raise


def take(broto, folder, look):
    os.makedirs(folder, exist_ok=True)
    words = WORDS[LOOKS[look]["language"]]
    with Screen(broto, **LOOKS[look]) as screen:
        def save(name):
            screen.save(os.path.join(folder, name + ".png"))

        def see(text):
            screen.wait_for_text(lambda each: re.search(words[text], each), 240)

        screen.fill()
        save("welcome")
        screen.press("F1")
        save("welcome-explained")
        screen.press("F1")
        screen.click(words["sample"])
        screen.press("ctrl+1")
        save("data")
        screen.press("ctrl+2")
        save("network-untrained")
        screen.press("F5")
        see("trained")
        for number, page in enumerate(PAGES[1:], 2):
            screen.press("ctrl+%d" % number)
            if page == "compress":
                see("compressed")
            save(page if page != "device" else "device-empty")

        screen.click(words["virtual"])
        screen.click(words["go"], seconds=60)
        see("identical")
        save("device")
        screen.click(words["ask"])
        screen.click(words["stream"])
        ask(screen, words)
        save("device-ask")

        screen.press("ctrl+l")
        save("lessons")
        screen.press("F1")
        for number, page in enumerate(PAGES, 1):
            screen.press("ctrl+%d" % number)
            save(page + "-explained")


def main(broto, folder, *looks):
    for look in looks or LOOKS:
        if len(looks) != 1:  # the bindings for labels know one screen a process
            subprocess.run([sys.executable, __file__, broto, folder, look], check=True)
            continue
        take(broto, os.path.join(folder, look), look)
        print(look, "is in", os.path.join(folder, look), flush=True)


if __name__ == "__main__":
    lacking = missing()
    if lacking:
        sys.exit("missing: " + ", ".join(lacking))
    main(*sys.argv[1:])
