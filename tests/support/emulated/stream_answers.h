#pragma once

// Everything that an exported header says, as lines of text: its self-test, its names, and for every row of rowBits
// the report, the raw outputs and the hidden activations; then, of a model with a stream, every window of readings
// that are made up as they are needed. The including file has included the header, named its namespace `model` and
// defined rowCount, rowBits and readingCount.

#include "console.h"
#include "made_up_readings.h"

class Line {
public:
    void text(const char* words)
    {
        while (*words)
            character(*words++);
    }

    void flashText(const char* words)
    {
        for (char c; (c = broto::runtime::fromFlash(words)) != 0; ++words)
            character(c);
    }

    void hexadecimal(uint32_t value, uint8_t digits)
    {
        character(' ');
        while (digits-- > 0)
            character("0123456789abcdef"[value >> (4 * digits) & 15]);
    }

    void end()
    {
        character('\n');
        flush();
    }

private:
    void character(char c)
    {
        m_buffer[m_size++] = c;
        if (m_size == sizeof m_buffer - 1)
            flush();
    }

    void flush()
    {
        m_buffer[m_size] = 0;
        writeText(m_buffer);
        m_size = 0;
    }

    char m_buffer[80];
    uint8_t m_size = 0;
};

inline uint32_t bitsOfRaw(int32_t raw)
{
    return static_cast<uint32_t>(raw);
}
inline uint32_t bitsOfRaw(float raw)
{
    return broto::runtime::bitsOf(raw);
}

inline void streamNames(Line& line)
{
    line.text("name ");
    line.flashText(model::Model::name());
    line.hexadecimal(static_cast<uint32_t>(model::Model::id() >> 32), 8);
    line.hexadecimal(static_cast<uint32_t>(model::Model::id()), 8);
    line.end();
    for (uint16_t feature = 0; feature < model::featureCount; ++feature) {
        line.text("feature ");
        line.flashText(model::Model::featureName(feature));
        line.text("|");
        line.flashText(model::Model::featureUnit(feature));
        line.end();
    }
    for (uint16_t output = 0; output < model::outputCount; ++output) {
        line.text("output ");
        line.flashText(model::Model::outputName(output));
        line.text("|");
        line.flashText(model::Model::outputUnit());
        line.end();
    }
}

inline void streamHiddenLayers(Line& line, const float* row)
{
    for (uint8_t layer = 0; layer < 255; ++layer) {
        const int8_t* values = 0;
        const uint16_t count = model::Model::hidden(layer, row, &values);
        if (count == 0)
            return;
        line.text("hidden");
        for (uint16_t i = 0; i < count; ++i)
            line.hexadecimal(static_cast<uint8_t>(values[i]), 2);
        line.end();
    }
}

inline void streamRow(Line& line, const float* row)
{
    model::Raw raw[model::outputCount];
    const broto::runtime::InputReport report = model::Model::infer(row, raw);
    line.text("row");
    line.hexadecimal(report.refused, 1);
    line.hexadecimal(report.feature, 4);
    line.hexadecimal(report.outOfRange, 4);
    if (!report.refused) {
        for (uint16_t output = 0; output < model::outputCount; ++output)
            line.hexadecimal(bitsOfRaw(raw[output]), 8);
        if (model::Model::isClassification)
            line.hexadecimal(model::Model::largestOutput(raw), 4);
        else
            line.hexadecimal(broto::runtime::bitsOf(model::Model::value(raw)), 8);
    }
    line.end();
}

inline void streamWindow(Line& line, const float* row)
{
    line.text("window");
    for (uint16_t feature = 0; feature < model::featureCount; ++feature)
        line.hexadecimal(broto::runtime::bitsOf(row[feature]), 8);
    line.end();
}

inline void streamWindows(Line& line)
{
    MadeUpReadings readings;
    float reading[model::Model::channelCount > 0 ? model::Model::channelCount : 1];
    model::Model::restart();
    for (uint16_t i = 0; i != readingCount; ++i) {
        readings.next(reading, model::Model::channelCount);
        if (!model::Model::push(reading))
            continue;
        streamWindow(line, model::Model::window());
        streamRow(line, model::Model::window());
    }
}

inline void streamAnswers()
{
    Line line;
    line.text(model::selfTest() ? "selftest PASS" : "selftest FAIL");
    line.end();
    streamNames(line);
    const uint32_t* bits = rowBits;
    for (uint16_t r = 0; r != rowCount; ++r) {
        union {
            uint32_t bits[model::featureCount];
            float row[model::featureCount];
        } both;
        for (uint16_t feature = 0; feature < model::featureCount; ++feature)
            both.bits[feature] =
                static_cast<uint32_t>(broto::runtime::fromFlash(reinterpret_cast<const int32_t*>(bits++)));
        streamRow(line, both.row);
        streamHiddenLayers(line, both.row);
    }
    streamWindows(line);
    line.text("end");
    line.end();
}
