// SPDX-License-Identifier: MIT-0
#ifndef BROTO_STOPWATCH_H
#define BROTO_STOPWATCH_H

// How long an answer takes. On the AVR boards TIMER1 counts every cycle, so PWM on its pins (9 and 10 of an Uno) and
// the Servo library cannot be used beside it. Elsewhere it is micros().

#include <Arduino.h>

namespace broto {

#if defined(__AVR__) && defined(TIMER1_OVF_vect)

static volatile uint16_t timerOverflows;
ISR(TIMER1_OVF_vect)
{
    timerOverflows = timerOverflows + 1;
}

class Stopwatch {
public:
    enum { countsCycles = 1 };

    Stopwatch() : m_cost(0), m_overflowCost(0), m_clockInterrupt(0) {}

    /// Finds out what measuring itself costs, to leave it out.
    void begin()
    {
        const uint32_t empty = measureNothing(0);
        const uint16_t nearOverflow = 65536ul - nops / 2;
        m_cost = static_cast<uint16_t>(empty - nops);
        m_overflowCost = static_cast<uint16_t>(measureNothing(nearOverflow) - nearOverflow - empty);
    }

    void start() { startFrom(0); }

    /// Cycles since start().
    uint32_t ticks()
    {
        const uint32_t count = stop();
        return count - m_cost - (count >> 16) * m_overflowCost;
    }

private:
    enum { nops = 24 };

    // Not inlined, so that they cost the same wherever they are called.

    __attribute__((noinline)) void startFrom(uint16_t count)
    {
        Serial.flush(); // no interrupts from a byte still on its way out
        m_clockInterrupt = TIMSK0;
        TIMSK0 = 0; // nor from millis(), which stands still meanwhile
        TCCR1A = 0;
        TCCR1B = 0;
        TCNT1 = count;
        TIFR1 = _BV(TOV1);
        timerOverflows = 0;
        TIMSK1 = _BV(TOIE1);
        asm volatile("" ::: "memory");
        TCCR1B = _BV(CS10);
    }

    __attribute__((noinline)) uint32_t stop()
    {
        TCCR1B = 0;
        asm volatile("nop\n\tnop" ::: "memory"); // an overflow in the last cycle is still to be counted
        TIMSK1 = 0;
        TIMSK0 = m_clockInterrupt;
        return static_cast<uint32_t>(timerOverflows) << 16 | TCNT1;
    }

    __attribute__((noinline)) uint32_t measureNothing(uint16_t count)
    {
        startFrom(count);
        asm volatile(".rept %0\n\tnop\n\t.endr" ::"n"(nops) : "memory");
        return stop();
    }

    uint16_t m_cost;
    uint16_t m_overflowCost;
    uint8_t m_clockInterrupt;
};

#else

class Stopwatch {
public:
    enum { countsCycles = 0 };

    Stopwatch() : m_started(0) {}
    void begin() {}
    void start() { m_started = micros(); }
    uint32_t ticks() const { return micros() - m_started; }

private:
    uint32_t m_started;
};

#endif

} // namespace broto

#endif
