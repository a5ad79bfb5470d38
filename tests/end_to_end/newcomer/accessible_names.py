"""What a screen reader finds on every page: each thing that takes the keyboard says what it is.

    accessible_names.py BROTO en
"""

import sys

from screen import Screen, missing

WORDS = {
    "en": {"sample": "Iris", "train button": "Train", "steps": ["Data", "Network", "Train", "Compress", "Export", "Device"]},
    "pt_BR": {"sample": "Íris", "train button": "Treinar",
              "steps": ["Dados", "Rede", "Treino", "Compressão", "Exportar", "Placa"]},
}


def nameless(screen):
    """Things on the screen that take the keyboard and have no name, with where they are."""
    found = []
    for thing in screen.everything():
        try:
            takes_keys = thing.getState().contains(screen.atspi.STATE_FOCUSABLE)
            if takes_keys and not thing.name.strip():
                path, each = [], thing
                while each and len(path) < 5:
                    path.append("%s “%s”" % (each.getRoleName(), each.name))
                    each = each.parent
                found.append(" in ".join(path))
        except Exception:  # it has gone meanwhile
            continue
    return found


def main(broto, language):
    words = WORDS[language]
    problems, seen = [], 0
    with Screen(broto, language) as screen:
        problems += ["welcome: " + each for each in nameless(screen)]
        screen.click(words["sample"])
        step = screen.click(words["steps"][2])
        screen.click(words["train button"], other_than=step)
        for name in words["steps"]:
            screen.click(name)
            screen.wait_for_text(lambda text: text == name, 20)
            problems += [name + ": " + each for each in nameless(screen)]
            seen += sum(1 for _ in screen.everything())
    print("%s: %d things on 6 pages" % (language, seen))
    if problems:
        sys.exit("without a name:\n" + "\n".join(problems))


if __name__ == "__main__":
    lacking = missing()
    if lacking:
        sys.exit("missing: " + ", ".join(lacking))
    main(sys.argv[1], sys.argv[2])
