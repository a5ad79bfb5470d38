// SPDX-License-Identifier: MIT-0
#ifndef BROTO_ARDUINO_IO_H
#define BROTO_ARDUINO_IO_H

// What board_server.h needs of an Arduino.

#include "stopwatch.h"

#include <Arduino.h>

namespace broto {

class ArduinoIo {
public:
    enum {
#ifdef SERIAL_RX_BUFFER_SIZE
        receiveBuffer = SERIAL_RX_BUFFER_SIZE - 1
#else
        receiveBuffer = 63
#endif
    };

    /// boardName is a text in flash.
    explicit ArduinoIo(const char* boardName) : m_boardName(boardName) {}
    void begin()
    {
        m_stopwatch.begin();
    }

    int read()
    {
        return Serial.read();
    }
    void write(uint8_t byte)
    {
        Serial.write(byte);
    }
    uint32_t milliseconds()
    {
        return millis();
    }
    void startTicks()
    {
        m_stopwatch.start();
    }
    uint32_t ticks()
    {
        return m_stopwatch.ticks();
    }
    uint8_t tickUnit() const
    {
        return Stopwatch::countsCycles ? runtime::ticksAreCyclesFlag : 0;
    }
    const char* boardName() const
    {
        return m_boardName;
    }
    uint32_t clockHz() const
    {
#ifdef F_CPU
        return F_CPU;
#else
        return 0;
#endif
    }

private:
    const char* m_boardName;
    Stopwatch m_stopwatch;
};

} // namespace broto

#endif
