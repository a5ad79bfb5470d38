#include "platform/baud_rates.h"

#include <termios.h>

namespace broto {

namespace {

struct BaudRate {
    int baud;
    speed_t constant;
};

constexpr BaudRate baudRates[] = {
    {1200, B1200},     {2400, B2400},     {4800, B4800},       {9600, B9600},       {19200, B19200},
    {38400, B38400},   {57600, B57600},   {115200, B115200},   {230400, B230400},   {460800, B460800},
    {500000, B500000}, {921600, B921600}, {1000000, B1000000}, {2000000, B2000000},
};

}

unsigned speedConstant(int baud)
{
    for (const BaudRate& rate : baudRates)
        if (rate.baud == baud)
            return rate.constant;
    return 0;
}

int baudOfConstant(unsigned speed)
{
    for (const BaudRate& rate : baudRates)
        if (rate.constant == speed)
            return rate.baud;
    return 0;
}

}
