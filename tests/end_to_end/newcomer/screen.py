"""A screen of its own with the window on it, seen and used as a person does: by the labels that are on it."""

import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import zlib

NEEDED = ["Xvfb", "openbox", "xdotool", "dbus-daemon", "xwd"]
ACCESSIBILITY = "/usr/libexec/at-spi-bus-launcher"


def missing():
    """What this computer lacks, or nothing."""
    lacking = [program for program in NEEDED if not shutil.which(program)]
    if not os.path.exists(ACCESSIBILITY):
        lacking.append("at-spi2-core")
    try:
        import pyatspi  # noqa: F401
    except (ImportError, ValueError):
        lacking.append("python3-pyatspi")
    return lacking


class Screen:
    """Xvfb, a window manager, a session bus with accessibility, a home, and Broto in it. All of it ends with it."""

    def __init__(self, broto, language, size=(1366, 768), theme="light", scale=1):
        """`size` is what a person would call the screen's: with a scale there are more pixels."""
        self._size, self._scale = (size[0] * scale, size[1] * scale), scale
        self._processes = []
        self._home = tempfile.mkdtemp(prefix="broto-newcomer-")
        try:
            self._start(broto, language, theme)
        except BaseException:
            self.close()
            raise

    def _start(self, broto, language, theme):
        environment = os.environ
        environment["HOME"] = self._home
        for name, folder in [("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state"), ("DATA", "data")]:
            environment["XDG_%s_HOME" % name] = os.path.join(self._home, folder)
        environment["XDG_RUNTIME_DIR"] = os.path.join(self._home, "runtime")
        os.mkdir(environment["XDG_RUNTIME_DIR"], 0o700)
        os.makedirs(os.path.join(self._home, "config", "Broto"))
        with open(os.path.join(self._home, "config", "Broto", "broto.conf"), "w") as settings:
            settings.write("[General]\nlanguage=%s\ntheme=%s\n" % (language, theme))

        # A server that starts anew when its last client goes would turn away who comes in that moment.
        number = self._numbered(["Xvfb", "-displayfd", "%d", "-screen", "0", "%dx%dx24" % self._size, "-nolisten", "tcp",
                                 "-noreset"])
        environment["DISPLAY"] = ":" + number
        environment["DBUS_SESSION_BUS_ADDRESS"] = self._numbered(
            ["dbus-daemon", "--session", "--nofork", "--print-address=%d"])
        self._begin([ACCESSIBILITY, "--launch-immediately"])
        self._begin(["openbox"])
        environment["QT_QPA_PLATFORM"] = "xcb"
        environment["QT_SCALE_FACTOR"] = str(self._scale)
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.started = time.monotonic()
        self._complaints = open(os.path.join(self._home, "complaints"), "w+")
        self.broto = self._begin([broto], stderr=self._complaints)

        import pyatspi
        self.atspi = pyatspi
        self.application = self._eventually(self._find_application, 60, "Broto does not appear")
        self.window = self._eventually(lambda: next(iter(self.application), None), 30, "no window")

    def _begin(self, command, **options):
        options.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True, **options)
        self._processes.append(process)
        return process

    def _numbered(self, command):
        """Starts a program that says its number or address on a pipe."""
        reader, writer = os.pipe()
        self._begin([part.replace("%d", str(writer)) for part in command], pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            return pipe.readline().strip()

    def _find_application(self):
        desktop = self.atspi.Registry.getDesktop(0)
        for application in desktop:
            if application and application.get_process_id() == self.broto.pid:
                return application
        return None

    def _eventually(self, look, seconds, problem):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.broto.poll() is not None:
                self._complaints.seek(0)
                raise AssertionError("Broto has ended with %s: %s" % (self.broto.returncode, self._complaints.read()))
            try:
                found = look()
            except Exception:  # a widget that goes while it is looked at
                found = None
            if found:
                return found
            time.sleep(0.05)
        raise AssertionError("%s within %d s; there are: %s" % (problem, seconds, "; ".join(self.texts())))

    def everything(self):
        """All that is on the screen, from the outside in."""
        waiting = [self.window]
        while waiting:
            thing = waiting.pop(0)
            try:
                states = thing.getState()
                if not states.contains(self.atspi.STATE_SHOWING):
                    continue
                yield thing
                waiting.extend(child for child in thing if child)
            except Exception:
                continue

    def texts(self):
        return [thing.name for thing in self.everything() if thing.name]

    def wait_for_text(self, part, seconds):
        """The first text on the screen that holds this."""
        return self._eventually(lambda: next((text for text in self.texts() if part(text)), None), seconds,
                                "the text is not there")

    def _find(self, label, than):
        for thing in self.everything():
            pressed = thing.getRole() in (self.atspi.ROLE_PUSH_BUTTON, self.atspi.ROLE_RADIO_BUTTON,
                                          self.atspi.ROLE_CHECK_BOX, self.atspi.ROLE_PAGE_TAB,
                                          self.atspi.ROLE_TOGGLE_BUTTON)
            if pressed and thing.name == label and thing.getState().contains(self.atspi.STATE_ENABLED):
                if self._area(thing) != than:
                    return thing
        return None

    def _area(self, thing):
        area = thing.queryComponent().getExtents(self.atspi.DESKTOP_COORDS)
        return area.x, area.y, area.width, area.height

    def click(self, label, seconds=20, other_than=None):
        """The mouse on what bears the label, if need be another thing than one that was clicked before. Says where."""
        def find_at_rest():
            thing = self._find(label, other_than)
            before = thing and self._area(thing)
            time.sleep(0.1)
            return before if thing and self._area(thing) == before else None

        x, y, width, height = self._eventually(find_at_rest, seconds, "nothing to press is called “%s”" % label)
        middle = [str((x + width // 2) * self._scale), str((y + height // 2) * self._scale)]
        subprocess.run(["xdotool", "mousemove", "--sync", *middle, "click", "1"], check=True)
        return x, y, width, height

    def press(self, key):
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def fill(self):
        """The window over the whole screen."""
        self.press("F11")
        whole = (0, 0, self._size[0] // self._scale, self._size[1] // self._scale)
        self._eventually(lambda: self._area(self.window) == whole, 20, "the window does not fill the screen")

    def point_at_nothing(self):
        """Where the mouse shows no tooltip."""
        width, height = self._size
        subprocess.run(["xdotool", "mousemove", str(width - 1), str(height // 2)], check=True)

    def picture(self, name):
        """The pixels of what has this name."""
        thing = self._eventually(lambda: next((each for each in self.everything() if each.name == name), None), 20,
                                 "“%s” is not shown" % name)
        x, y, width, height = self._area(thing)
        return b"".join(self._rows(x, y, width, height))

    def _rows(self, x, y, width, height):
        """The pixels of a part of the screen, a row after the other: blue, green, red, and nothing where there is a fourth."""
        dump = subprocess.run(["xwd", "-root", "-silent"], check=True, stdout=subprocess.PIPE).stdout
        header = struct.unpack(">25I", dump[:100])
        offset, bits, line, colours = header[0], header[11], header[12], header[19]
        pixels, scale = offset + 12 * colours, self._scale
        return [dump[pixels + line * row + x * scale * bits // 8:pixels + line * row + (x + width) * scale * bits // 8]
                for row in range(max(y, 0) * scale, (y + height) * scale)]

    def save(self, path):
        """What is inside the window as a PNG, once nothing of it moves."""
        self.point_at_nothing()

        def at_rest():
            area = self._area(self.window)
            rows = self._rows(*area)
            time.sleep(0.3)
            return (rows, area[2] * self._scale) if self._rows(*self._area(self.window)) == rows else None

        rows, width = self._eventually(at_rest, 60, "the window does not come to rest")
        bytes_each = len(rows[0]) // width
        colours = bytearray()
        for row in rows:
            pixels = bytearray(3 * width)
            pixels[0::3], pixels[1::3], pixels[2::3] = (row[part::bytes_each] for part in (2, 1, 0))
            colours += b"\0" + pixels

        def chunk(kind, content):
            return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

        size = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(colours), 9)) +
                       chunk(b"IEND", b""))

    def wait_for_picture(self, name, others, seconds):
        """A picture of what has this name, other than those."""
        def look():
            picture = self.picture(name)
            return picture if picture not in others else None

        return self._eventually(look, seconds, "“%s” does not change" % name)

    def close(self):
        for process in reversed(self._processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.close()
