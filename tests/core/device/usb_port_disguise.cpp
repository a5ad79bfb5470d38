#include "core/device/usb_port_disguise.h"

#include "platform/file.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <string>

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

std::string systemRoot; // what stands for the root folder of /sys and of the port; empty: no disguise

std::string redirected(const char* path)
{
    const std::string asked = path ? path : "";
    const bool concerned = asked.starts_with("/sys/class/tty") || asked == broto::UsbPortDisguise::port;
    return !systemRoot.empty() && concerned ? systemRoot + asked : asked;
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

int __open_2(const char* path, int flags)
{
    return open(path, flags);
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
    if (systemRoot.empty() || !modemLines || !::isatty(descriptor))
        return real(descriptor, request, argument);
    if (request == TIOCMGET)
        *static_cast<int*>(argument) = TIOCM_DTR | TIOCM_RTS;
    return 0;
}
}

namespace broto {

namespace fs = std::filesystem;

UsbPortDisguise::UsbPortDisguise(const fs::path& folder, const std::string& terminal)
{
    const fs::path device = folder / "sys/devices/usb1/board";
    const fs::path entry = device / "interface/tty/ttyACM99";
    fs::create_directories(entry);
    fs::create_directories(folder / "sys/class/tty");
    fs::create_directories(folder / "dev");
    fs::create_symlink("../../devices/usb1/board/interface/tty/ttyACM99", folder / "sys/class/tty/ttyACM99");
    fs::create_symlink("../../../interface", entry / "device");
    fs::create_symlink(terminal, folder / "dev/ttyACM99");
    const std::pair<const char*, const char*> facts[] = {{"busnum", "1\n"},          {"devnum", "7\n"},
                                                         {"idVendor", "2341\n"},     {"idProduct", "0043\n"},
                                                         {"product", "Uno board\n"}, {"manufacturer", "Arduino\n"},
                                                         {"serial", "A1B2\n"}};
    for (const auto& [name, text] : facts)
        (void)writeFileAtomically(device / name, text);
    systemRoot = folder.string();
}

UsbPortDisguise::~UsbPortDisguise()
{
    systemRoot.clear();
}

}
