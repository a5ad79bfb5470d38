#include "support/usb/usb_port_disguise.h"

#include "platform/file.h"

#include <cstdlib>
#include <utility>

namespace broto {

namespace fs = std::filesystem;

UsbPortDisguise::UsbPortDisguise(const fs::path& folder, const std::string& terminal, const UsbFacts& facts)
{
    const fs::path device = folder / "sys/devices/usb1/board";
    const fs::path entry = device / "interface/tty/ttyACM99";
    fs::create_directories(entry);
    fs::create_directories(folder / "sys/class/tty");
    fs::create_directories(folder / "dev");
    fs::create_symlink("../../devices/usb1/board/interface/tty/ttyACM99", folder / "sys/class/tty/ttyACM99");
    fs::create_symlink("../../../interface", entry / "device");
    fs::create_symlink(terminal, folder / "dev/ttyACM99");
    const std::pair<const char*, std::string> texts[] = {{"busnum", "1"},
                                                         {"devnum", "7"},
                                                         {"idVendor", facts.vendor},
                                                         {"idProduct", facts.product},
                                                         {"product", facts.productName},
                                                         {"manufacturer", facts.maker},
                                                         {"serial", facts.serialNumber}};
    for (const auto& [name, text] : texts)
        (void)writeFileAtomically(device / name, text + '\n', Flush::Later);
    usbRoot() = folder.string();
    ::setenv("BROTO_USB_ROOT", folder.c_str(), 1);
}

UsbPortDisguise::~UsbPortDisguise()
{
    usbRoot().clear();
    ::unsetenv("BROTO_USB_ROOT");
}

}
