#include "device/sensor_stream.h"

#include "device/board_frames.h"
#include "device/live_asking.h"

#include <cmath>
#include <utility>

namespace broto {

namespace {

constexpr int mostRestarts = 3;

Message refusesItsRow(const std::string& name, bool isCategory)
{
    if (isCategory)
        return message("device.refuses-its-row",
                       BROTO_TEXT("core",
                                  "The board refuses what it reads: “%1” is a category, which no pin gives, and "
                                  "nothing stands for a missing one. Leave it out of the features, and train "
                                  "again."),
                       name);
    return message("device.refuses-its-row",
                   BROTO_TEXT("core", "The board refuses what it reads: no pin measures “%1”, and nothing stands for a "
                                      "missing value. Give it a pin, and flash the board again."),
                   name);
}

}

SensorStream::SensorStream(const DeployableModel& model, BoardConnection& board) : m_model(&model), m_board(&board)
{
    if (model.preprocessing.stream)
        m_readings = std::make_unique<StreamPredictor>(model);
    else
        m_rows = std::make_unique<Predictor>(model);
}

Result<SensorStream> SensorStream::open(const DeployableModel& model, BoardConnection& board)
{
    if (const std::optional<Message> problem = problemWithBoard(model, board.hello()))
        return *problem;
    SensorStream stream(model, board);
    if (stream.m_readings)
        if (const auto restarted = stream.restart(); !restarted)
            return restarted.error();
    return stream;
}

Result<void> SensorStream::restart()
{
    if (m_readings)
        m_readings->restart();
    return m_board->ask([](BoardClient& board) { return board.restartStream(); });
}

Result<SensedRow> SensorStream::next()
{
    for (int restarts = 0; restarts <= mostRestarts; ++restarts) {
        auto sensed = m_board->ask([](BoardClient& board) { return board.sense(); });
        if (!sensed)
            return sensed.error();
        if (const auto problem = *sensed ? problemIn(**sensed) : std::nullopt)
            return *problem;
        if (auto expected = *sensed ? answerTo(**sensed) : std::nullopt)
            return answered(**std::move(sensed), std::move(*expected));
        if (const auto restarted = restart(); !restarted)
            return restarted.error();
    }
    return garbledAnswer();
}

/// Why nothing can be made of what the board has sensed.
std::optional<Message> SensorStream::problemIn(const SensedAnswer& sensed) const
{
    if (sensed.answer && sensed.answer->refused)
        return refusal(static_cast<std::size_t>(sensed.answer->refusedFeature)); // it comes without values
    return fits(sensed) ? problemWithReading(sensed.values) : garbledAnswer();
}

/// No pin measures a window's feature, but one may measure the channel that it tells of.
Message SensorStream::refusal(std::size_t feature) const
{
    const std::vector<Feature>& features = m_model->preprocessing.features;
    if (feature >= features.size())
        return garbledAnswer();
    if (const std::optional<Stream>& stream = m_model->preprocessing.stream)
        return refusesItsRow(stream->channels[static_cast<std::size_t>(stream->features[feature].channel)].name, false);
    return refusesItsRow(features[feature].name, !features[feature].categories.empty());
}

/// A reading that begins the window anew each time would never make one full.
std::optional<Message> SensorStream::problemWithReading(const std::vector<float>& values) const
{
    if (const std::optional<Stream>& stream = m_model->preprocessing.stream)
        for (std::size_t i = 0; i < stream->channels.size(); ++i)
            if (stream->channels[i].missing == MissingReading::Restart && std::isnan(values[i]))
                return refusesItsRow(stream->channels[i].name, false);
    return std::nullopt;
}

/// The board may have come back as another one that calls itself the same.
bool SensorStream::fits(const SensedAnswer& sensed) const
{
    const std::optional<Stream>& stream = m_model->preprocessing.stream;
    const std::size_t values = stream ? stream->channels.size() : m_model->preprocessing.features.size();
    if (!sensed.answer)
        return stream && sensed.values.size() == values;
    const bool floats = m_model->arithmetic == Arithmetic::Float32;
    const std::size_t outputs = floats ? sensed.answer->rawFloat.size() : sensed.answer->raw.size();
    return sensed.values.size() == values && outputs == static_cast<std::size_t>(m_model->outputs());
}

/// The workbench's own; nothing where board and workbench are not in the same place of a stream.
std::optional<Prediction> SensorStream::answerTo(const SensedAnswer& sensed)
{
    if (m_rows)
        return m_rows->predict(sensed.values);
    const std::optional<Prediction> expected = m_readings->push(sensed.values);
    const bool inStep =
        expected.has_value() == sensed.answer.has_value() && (expected || m_readings->due() == sensed.due);
    return inStep ? expected.value_or(Prediction()) : std::optional<Prediction>();
}

SensedRow SensorStream::answered(SensedAnswer sensed, Prediction expected)
{
    SensedRow row{std::move(sensed.values), sensed.due, {}};
    if (!sensed.answer)
        return row;
    LiveQuestion question{m_readings ? m_readings->features() : row.values, {}};
    question.sensed = true;
    row.answer = compared(*m_model, m_board->hello(), std::move(question), std::move(expected), *sensed.answer);
    return row;
}

}
