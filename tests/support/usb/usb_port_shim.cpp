// Functions that stand before those of the C library and redirect what concerns /sys/class/tty and one port into a
// folder: $BROTO_USB_ROOT when a program begins, or what its own code says. Linked into a test, they deceive the serial
// port library; as a shared library named in LD_PRELOAD, an uploader.

#include "support/usb/usb_port_shim.h"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace broto {

std::string& usbRoot()
{
    static std::string root = [] {
        const char* named = std::getenv("BROTO_USB_ROOT");
        return std::string(named ? named : "");
    }();
    return root;
}

}

namespace {

std::string redirected(const char* path)
{
    const std::string asked = path ? path : "";
    const bool concerned = asked.starts_with("/sys/class/tty") || asked == broto::disguisedPort;
    return !broto::usbRoot().empty() && concerned ? broto::usbRoot() + asked : asked;
}

template<class Function>
Function* next(Function*, const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}

extern "C" {

int open(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const int mode = flags & O_CREAT ? va_arg(list, int) : 0;
    va_end(list);
    static const auto real = next(&open, "open");
    return real(redirected(path).c_str(), flags, mode);
}

int open64(const char* path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const int mode = flags & O_CREAT ? va_arg(list, int) : 0;
    va_end(list);
    static const auto real = next(&open64, "open64");
    return real(redirected(path).c_str(), flags, mode);
}

int __open_2(const char* path, int flags)
{
    return open(path, flags);
}

int __open64_2(const char* path, int flags)
{
    return open64(path, flags);
}

DIR* opendir(const char* path)
{
    static const auto real = next(&opendir, "opendir");
    return real(redirected(path).c_str());
}

FILE* fopen(const char* path, const char* mode)
{
    static const auto real = next(&fopen, "fopen");
    return real(redirected(path).c_str(), mode);
}

ssize_t readlink(const char* path, char* target, size_t size)
{
    static const auto real = next(&readlink, "readlink");
    return real(redirected(path).c_str(), target, size);
}

int stat(const char* path, struct stat* status)
{
    return ::fstatat(AT_FDCWD, redirected(path).c_str(), status, 0);
}

int __lxstat(int, const char* path, struct stat* status)
{
    return ::fstatat(AT_FDCWD, redirected(path).c_str(), status, AT_SYMLINK_NOFOLLOW);
}

/// A pseudo-terminal has no modem lines.
int ioctl(int descriptor, unsigned long request, ...)
{
    va_list list;
    va_start(list, request);
    void* argument = va_arg(list, void*);
    va_end(list);
    static const auto real = next(&ioctl, "ioctl");
    const bool modemLines = request == TIOCMGET || request == TIOCMBIS || request == TIOCMBIC || request == TIOCMSET;
    if (broto::usbRoot().empty() || !modemLines || !::isatty(descriptor))
        return real(descriptor, request, argument);
    if (request == TIOCMGET)
        *static_cast<int*>(argument) = TIOCM_DTR | TIOCM_RTS;
    return 0;
}
}
