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
        const uint16_t nearOverflow = 65536ul - nops / 2;
        m_cost = static_cast<uint16_t>(measureNothing(0) - nops);
        m_overflowCost = static_cast<uint16_t>(measureNothing(nearOverflow) - nearOverflow - nops - m_cost);
    }

    // Inlined, so that the counter is written last and read first wherever they stand.

    __attribute__((always_inline)) void start()
    {
        prepare();
        setCounter(0);
    }

    /// Cycles since start().
    __attribute__((always_inline)) uint32_t ticks() { return withoutCosts(readCounter()); }

private:
    enum { nops = 48 };

    __attribute__((always_inline)) static void setCounter(uint16_t count)
    {
        asm volatile("" ::: "memory");
        TCNT1 = count;
        asm volatile("" ::: "memory");
    }

    __attribute__((always_inline)) static uint16_t readCounter()
    {
        cli();
        const uint16_t count = TCNT1;
        asm volatile("" ::: "memory");
        return count;
    }

    __attribute__((noinline)) void prepare()
    {
        Serial.flush(); // no interrupts from a byte still on its way out
        m_clockInterrupt = TIMSK0;
        TIMSK0 = 0; // nor from millis(), which stands still meanwhile
        TCCR1A = 0;
        TCCR1B = _BV(CS10);
        TCNT1 = 0;
        TIFR1 = _BV(TOV1);
        timerOverflows = 0;
        TIMSK1 = _BV(TOIE1);
    }

    /// With interrupts off.
    __attribute__((noinline)) uint32_t total(uint16_t count)
    {
        const bool overflowIsPending = (TIFR1 & _BV(TOV1)) && count < 32768u;
        TIMSK1 = 0;
        TCCR1B = 0;
        TIMSK0 = m_clockInterrupt;
        sei();
        return (static_cast<uint32_t>(timerOverflows) + overflowIsPending) << 16 | count;
    }

    __attribute__((noinline)) uint32_t withoutCosts(uint16_t count)
    {
        return total(count) - m_cost - static_cast<uint32_t>(timerOverflows) * m_overflowCost;
    }

    __attribute__((noinline)) uint32_t measureNothing(uint16_t from)
    {
        prepare();
        setCounter(from);
        asm volatile(".rept %0\n\tnop\n\t.endr" ::"n"(nops) : "memory");
        return total(readCounter());
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
