#include "device/serial_ports.h"

#include "device/port_identity.h"
#include "platform/port_problem.h"

#include <libserialport.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace broto {

namespace {

using Clock = std::chrono::steady_clock;

struct PortDeleter {
    void operator()(sp_port* port) const
    {
        sp_close(port); // an error when it is not open, which does no harm
        sp_free_port(port);
    }
};
using PortPointer = std::unique_ptr<sp_port, PortDeleter>;

struct EventsDeleter {
    void operator()(sp_event_set* events) const { sp_free_event_set(events); }
};
using EventsPointer = std::unique_ptr<sp_event_set, EventsDeleter>;

std::string textOrEmpty(const char* text)
{
    return text ? text : "";
}

Port describePort(sp_port* found)
{
    Port port;
    port.path = textOrEmpty(sp_get_port_name(found));
    int vendor = 0;
    int product = 0;
    port.hasUsbId =
        sp_get_port_transport(found) == SP_TRANSPORT_USB && sp_get_port_usb_vid_pid(found, &vendor, &product) == SP_OK;
    port.usb = {static_cast<std::uint16_t>(vendor), static_cast<std::uint16_t>(product)};
    std::string name;
    if (port.hasUsbId) {
        port.serialNumber = textOrEmpty(sp_get_port_usb_serial(found));
        name = textOrEmpty(sp_get_port_usb_product(found));
    }
    identifyPort(port, name.empty() ? textOrEmpty(sp_get_port_description(found)) : name);
    return port;
}

/// The library does not say whether a wait was woken or ran out, nor does reading say that a device has gone.
class SerialPortLink : public Link {
public:
    SerialPortLink(PortPointer port, EventsPointer readable, EventsPointer writable, std::string path)
        : m_port(std::move(port)),
          m_readable(std::move(readable)),
          m_writable(std::move(writable)),
          m_path(std::move(path))
    {
    }

    Result<std::size_t> read(std::span<std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        assert(!bytes.empty());
        const Clock::time_point deadline = Clock::now() + timeLimit;
        for (;;) {
            const sp_return received = sp_nonblocking_read(m_port.get(), bytes.data(), bytes.size());
            if (received > 0)
                return static_cast<std::size_t>(received);
            // A port whose device has gone reads as empty for ever; only this question gets the error.
            if (received < 0 || sp_input_waiting(m_port.get()) < 0)
                return portGone(m_path);
            if (!waitUntil(deadline, *m_readable))
                return std::size_t(0);
        }
    }

    Result<void> write(std::span<const std::uint8_t> bytes, std::chrono::milliseconds timeLimit) override
    {
        const Clock::time_point deadline = Clock::now() + timeLimit;
        while (!bytes.empty()) {
            const sp_return written = sp_nonblocking_write(m_port.get(), bytes.data(), bytes.size());
            // Unlike reading, writing to a full port is an error to the library.
            const bool full = written == SP_ERR_FAIL && sp_last_error_code() == EAGAIN;
            if (written < 0 && !full)
                return portGone(m_path);
            bytes = bytes.subspan(full ? 0 : static_cast<std::size_t>(written));
            if (!bytes.empty() && !waitUntil(deadline, *m_writable))
                return portStuck(m_path);
        }
        return {};
    }

private:
    /// False: the time is over.
    static bool waitUntil(Clock::time_point deadline, sp_event_set& events)
    {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return false;
        sp_wait(&events, static_cast<unsigned>(std::min<long long>(left, 3600'000))); // 0 would mean for ever
        return true;
    }

    PortPointer m_port;
    EventsPointer m_readable;
    EventsPointer m_writable;
    std::string m_path;
};

EventsPointer eventsOf(const sp_port* port, sp_event mask)
{
    sp_event_set* events = nullptr;
    if (sp_new_event_set(&events) != SP_OK)
        return nullptr;
    EventsPointer owned(events);
    return sp_add_port_events(events, port, mask) == SP_OK ? std::move(owned) : nullptr;
}

Message problemOf(sp_return result, const std::string& path)
{
    return portProblem(path, result == SP_ERR_FAIL ? sp_last_error_code() : EINVAL);
}

sp_return configure(sp_port* port, int baud)
{
    for (const sp_return result :
         {sp_set_baudrate(port, baud), sp_set_bits(port, 8), sp_set_parity(port, SP_PARITY_NONE),
          sp_set_stopbits(port, 1), sp_set_flowcontrol(port, SP_FLOWCONTROL_NONE)})
        if (result != SP_OK)
            return result;
    return SP_OK;
}

/// The library knows only what the kernel lists as a serial port.
Message unknownPort(const std::string& path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? notAPort(path) : portProblem(path, ENOENT);
}

}

std::vector<Port> realPorts()
{
    std::vector<Port> ports;
    sp_port** found = nullptr;
    if (sp_list_ports(&found) != SP_OK)
        return ports;
    for (sp_port** each = found; *each; ++each)
        ports.push_back(describePort(*each));
    sp_free_port_list(found);
    return ports;
}

Result<std::unique_ptr<Link>> openRealPort(const std::string& path, int baud)
{
    sp_port* found = nullptr;
    if (sp_get_port_by_name(path.c_str(), &found) != SP_OK)
        return unknownPort(path);
    PortPointer port(found);
    if (const sp_return opened = sp_open(found, SP_MODE_READ_WRITE); opened != SP_OK)
        return problemOf(opened, path);
    if (const sp_return configured = configure(found, baud); configured != SP_OK)
        return problemOf(configured, path);
    EventsPointer readable = eventsOf(found, SP_EVENT_RX_READY);
    EventsPointer writable = eventsOf(found, SP_EVENT_TX_READY);
    if (!readable || !writable)
        return portProblem(path, ENOMEM);
    sp_flush(found, SP_BUF_INPUT);
    return std::unique_ptr<Link>(new SerialPortLink(std::move(port), std::move(readable), std::move(writable), path));
}

Result<void> touchPort(const Port& port, int baud)
{
    sp_port* found = nullptr;
    if (sp_get_port_by_name(port.path.c_str(), &found) != SP_OK)
        return unknownPort(port.path);
    const PortPointer owned(found);
    if (const sp_return opened = sp_open(found, SP_MODE_READ_WRITE); opened != SP_OK)
        return problemOf(opened, port.path);
    if (const sp_return set = sp_set_baudrate(found, baud); set != SP_OK)
        return problemOf(set, port.path);
    sp_set_dtr(found, SP_DTR_OFF); // the board may go before this is done
    return {};
}

}
