// SPDX-License-Identifier: MIT-0
#ifndef BROTO_RUNTIME_BOARD_TEXT_H
#define BROTO_RUNTIME_BOARD_TEXT_H

// What a person at any serial monitor can ask a board. Lines are read as they come, word by word, so that a line may be
// longer than any buffer.

#include "text_number.h"

namespace broto {
namespace runtime {

static const char describeText[] BROTO_FLASH = "?";
static const char testText[] BROTO_FLASH = "test";
static const char senseText[] BROTO_FLASH = "sense";
static const char readyText[] BROTO_FLASH = "READY Broto ";
static const char readyHelpText[] BROTO_FLASH = ": type ? and press Enter\r\n";
static const char modelText[] BROTO_FLASH = "Model ";
static const char onText[] BROTO_FLASH = " on ";
static const char valuesText[] BROTO_FLASH = "\r\nType these values, separated by commas: ";
static const char readingsText[] BROTO_FLASH = "\r\nType readings, one a line, of these values, separated by commas: ";
static const char windowText[] BROTO_FLASH = "\r\nReadings until it answers: ";
static const char anewText[] BROTO_FLASH = "This reading lacks a value: the window begins anew\r\n";
static const char classesText[] BROTO_FLASH = "\r\nIt answers with a class: ";
static const char answersText[] BROTO_FLASH = "\r\nIt answers with: ";
static const char testHelpText[] BROTO_FLASH = "\r\nType test to see whether it computes as it should.\r\n";
static const char pinsText[] BROTO_FLASH = "\r\nType sense and it reads its pins: ";
static const char dueText[] BROTO_FLASH = "readings_missing:";
static const char passText[] BROTO_FLASH = "PASS\r\n";
static const char failText[] BROTO_FLASH = "FAIL: this board computes other numbers than the workbench\r\n";
static const char classText[] BROTO_FLASH = "class:";
static const char outOfRangeText[] BROTO_FLASH = "out_of_range:";
static const char noNumberText[] BROTO_FLASH = " is not a number. Type ? to see what this model takes\r\n";
static const char neededText[] BROTO_FLASH = " values are needed, not ";
static const char countHelpText[] BROTO_FLASH = ". Type ? to see which\r\n";
static const char missingText[] BROTO_FLASH = "This value must be given: ";
static const char separatorText[] BROTO_FLASH = ", ";
static const char lineEndText[] BROTO_FLASH = "\r\n";

/// The sensors of firmware that has none.
struct NoSensors {
    enum { areThere = 0 };
    static void read(float*) {}                       ///< what a row takes, or a reading; NaN: no pin measures it
    static const char* pinOf(uint16_t) { return ""; } ///< of a value, a text in flash; empty: none
};

/// Model is the struct of an exported header, Io the board (see board_server.h).
template<typename Model, typename Io, typename Sensors = NoSensors>
class BoardText {
public:
    explicit BoardText(Io& io) : m_io(io) { restart(); }

    void greet()
    {
        printText(m_io, readyText);
        printText(m_io, Model::name());
        printText(m_io, readyHelpText);
    }

    /// One more character. The values of a line are collected in `row`, which belongs to the line until its end.
    void accept(uint8_t character, float* row, typename Model::Raw* raw)
    {
        if (character == '\n' || character == '\r')
            return endLine(row, raw);
        m_empty = false;
        if (m_noNumber)
            return;
        if (character == ',')
            return endWord(row);
        if (isBlank(character) && m_length == 0)
            return;
        if (m_length < wordSize)
            m_word[m_length] = static_cast<char>(character);
        if (m_length <= wordSize)
            ++m_length;
    }

    /// Forgets a line that has begun.
    void restart()
    {
        m_length = 0;
        m_words = 0;
        m_empty = true;
        m_noNumber = false;
    }

private:
    enum { wordSize = 20, isStream = Model::channelCount > 0 };

    static uint16_t wordsDue() { return isStream ? static_cast<uint16_t>(Model::channelCount) : Model::rowLength(); }

    static bool isBlank(uint8_t character) { return character == ' ' || character == '\t'; }

    bool wordIs(const char* flashText) const
    {
        uint8_t i = 0;
        for (; i < m_length && i < wordSize && m_word[i] == fromFlash(flashText + i); ++i) {
        }
        return i == m_length && fromFlash(flashText + i) == 0;
    }

    void trimWord()
    {
        while (m_length > 0 && m_length <= wordSize && isBlank(static_cast<uint8_t>(m_word[m_length - 1])))
            --m_length;
    }

    void endWord(float* row)
    {
        trimWord();
        float value = 0;
        if (m_length > wordSize || !parseNumber(m_word, m_length, &value)) {
            m_noNumber = true; // the word is kept, to be shown at the end of the line
            return;
        }
        if (m_words < wordsDue())
            row[m_words] = value;
        if (m_words < 65535u)
            ++m_words;
        m_length = 0;
    }

    void endLine(float* row, typename Model::Raw* raw)
    {
        trimWord();
        if (m_empty) {
            // the second half of a line end, or nothing but Enter
        } else if (m_words == 0 && !m_noNumber && wordIs(describeText)) {
            describe();
        } else if (m_words == 0 && !m_noNumber && wordIs(testText)) {
            printText(m_io, Model::selfTest() ? passText : failText);
        } else if (Sensors::areThere && m_words == 0 && !m_noNumber && wordIs(senseText)) {
            sense(row, raw);
        } else {
            if (!m_noNumber)
                endWord(row);
            answer(row, raw);
        }
        restart();
    }

    void answer(const float* row, typename Model::Raw* raw)
    {
        if (m_noNumber)
            return complain();
        if (m_words != wordsDue()) {
            printNumber(m_io, static_cast<int32_t>(wordsDue()));
            printText(m_io, neededText);
            printNumber(m_io, static_cast<int32_t>(m_words));
            return printText(m_io, countHelpText);
        }
        if (isStream)
            return takeReading(row, raw);
        answerRow(row, raw);
    }

    /// Says nothing until a window is full.
    void takeReading(const float* reading, typename Model::Raw* raw)
    {
        const uint16_t due = Model::due();
        if (Model::push(reading))
            answerRow(Model::window(), raw);
        else if (Model::due() == Model::windowLength && due != Model::windowLength + 1)
            printText(m_io, anewText);
    }

    /// Prints what the sensors give in front of the answer to it.
    void sense(float* row, typename Model::Raw* raw)
    {
        Sensors::read(row);
        for (uint16_t i = 0; i < wordsDue(); ++i) {
            printLabel(valueName(i));
            printNumber(m_io, row[i]);
            m_io.write(',');
        }
        if (!isStream || Model::push(row))
            return answerRow(isStream ? Model::window() : row, raw);
        printText(m_io, dueText);
        printNumber(m_io, static_cast<int32_t>(Model::due()));
        printText(m_io, lineEndText);
    }

    static const char* valueName(uint16_t i)
    {
        return isStream ? Model::channelName(static_cast<uint8_t>(i)) : Model::featureName(i);
    }

    void answerRow(const float* row, typename Model::Raw* raw)
    {
        const InputReport report = Model::infer(row, raw);
        if (report.refused) {
            printText(m_io, missingText);
            printText(m_io, Model::featureName(report.feature));
            return printText(m_io, lineEndText);
        }
        printOutputs(raw);
        printText(m_io, outOfRangeText);
        printNumber(m_io, static_cast<int32_t>(report.outOfRange));
        printText(m_io, lineEndText);
    }

    void complain()
    {
        m_io.write('"');
        for (uint8_t i = 0; i < m_length && i < wordSize; ++i)
            m_io.write(static_cast<uint8_t>(m_word[i]));
        m_io.write('"');
        printText(m_io, noNumberText);
    }

    void describe()
    {
        printText(m_io, modelText);
        printText(m_io, Model::name());
        printText(m_io, onText);
        printText(m_io, m_io.boardName());
        printText(m_io, isStream ? readingsText : valuesText);
        for (uint16_t i = 0; i < wordsDue(); ++i) {
            if (i > 0)
                printText(m_io, separatorText);
            if (isStream)
                printQuantity(Model::channelName(static_cast<uint8_t>(i)), Model::channelUnit(static_cast<uint8_t>(i)));
            else
                printQuantity(Model::featureName(i), Model::featureUnit(i));
        }
        if (isStream) {
            printText(m_io, windowText);
            printNumber(m_io, static_cast<int32_t>(Model::due()));
        }
        if (Sensors::areThere)
            describeSensors();
        describeOutputs();
        printText(m_io, testHelpText);
    }

    void describeSensors()
    {
        printText(m_io, pinsText);
        bool isFirst = true;
        for (uint16_t i = 0; i < wordsDue(); ++i) {
            if (fromFlash(Sensors::pinOf(i)) == 0)
                continue;
            if (!isFirst)
                printText(m_io, separatorText);
            isFirst = false;
            printText(m_io, valueName(i));
            m_io.write(' ');
            printText(m_io, Sensors::pinOf(i));
        }
    }

    void printQuantity(const char* name, const char* unit)
    {
        printText(m_io, name);
        if (fromFlash(unit) == 0)
            return;
        m_io.write(' ');
        m_io.write('[');
        printText(m_io, unit);
        m_io.write(']');
    }

    /// What the Arduino plotter takes as a label: nothing that it uses to tell labels apart.
    void printLabel(const char* flashText)
    {
        for (char c = fromFlash(flashText); c != 0; c = fromFlash(++flashText))
            m_io.write(static_cast<uint8_t>(isBlank(static_cast<uint8_t>(c)) || c == ',' || c == ':' ? '_' : c));
        m_io.write(':');
    }

    void describeOutputs()
    {
        if (!Model::classifies()) {
            printText(m_io, answersText);
            return printQuantity(Model::outputName(0), Model::outputUnit());
        }
        printText(m_io, classesText);
        for (uint16_t i = 0; i < Model::answerLength(); ++i) {
            if (i > 0)
                printText(m_io, separatorText);
            printNumber(m_io, static_cast<int32_t>(i));
            m_io.write(' ');
            printText(m_io, Model::outputName(i));
        }
    }

    void printOutputs(const typename Model::Raw* raw)
    {
        if (!Model::classifies()) {
            printLabel(Model::outputName(0));
            printNumber(m_io, Model::value(raw));
            return m_io.write(',');
        }
        printText(m_io, classText);
        printNumber(m_io, static_cast<int32_t>(Model::largestOutput(raw)));
        m_io.write(',');
        for (uint16_t i = 0; i < Model::answerLength(); ++i) {
            printLabel(Model::outputName(i));
            printNumber(m_io, raw[i]);
            m_io.write(',');
        }
    }

    Io& m_io;
    char m_word[wordSize];
    uint8_t m_length; ///< of the word; wordSize + 1: it was longer
    uint16_t m_words; ///< numbers read from this line
    bool m_empty;
    bool m_noNumber;
};

} // namespace runtime
} // namespace broto

#endif
