#pragma once

#include "common/random.h"
#include "data/dataset.h"
#include "network/network.h"

#include <cmath>

namespace broto::test {

/// Appends a row without its answer.
inline void addRow(DataPart& part, const std::vector<float>& inputs)
{
    const Eigen::Index row = static_cast<Eigen::Index>(part.tableRows.size());
    part.tableRows.push_back(part.tableRows.size());
    part.inputs.conservativeResize(row + 1, static_cast<Eigen::Index>(inputs.size()));
    for (std::size_t i = 0; i < inputs.size(); ++i)
        part.inputs(row, static_cast<Eigen::Index>(i)) = inputs[i];
    part.raw = part.inputs;
}

inline void addLabelled(DataPart& part, const std::vector<float>& inputs, std::int32_t label)
{
    addRow(part, inputs);
    part.labels.push_back(label);
}

inline void addValued(DataPart& part, const std::vector<float>& inputs, float value)
{
    addRow(part, inputs);
    part.values.conservativeResize(part.values.size() + 1);
    part.values[part.values.size() - 1] = value;
}

/// The four rows that no network without a hidden layer can tell apart.
inline Dataset exclusiveOr()
{
    Dataset data;
    data.target.task = Task::Classification;
    data.target.classes = {"same", "different"};
    for (const float a : {-1.0f, 1.0f})
        for (const float b : {-1.0f, 1.0f})
            addLabelled(data.training, {a, b}, a != b);
    return data;
}

/// Three noisy clouds of points in the plane.
inline Dataset clouds(int trainingRows, int validationRows, int testRows)
{
    Random random(11);
    Dataset data;
    data.fingerprint = 0x1234;
    data.target.task = Task::Classification;
    data.target.classes = {"left", "right", "top"};
    const float centres[3][2] = {{-1, -1}, {1, -1}, {0, 1}};
    const auto fill = [&](DataPart& part, int rows) {
        for (int i = 0; i < rows; ++i) {
            const float* centre = centres[i % 3];
            addLabelled(part,
                        {centre[0] + 0.6f * static_cast<float>(random.normal()),
                         centre[1] + 0.6f * static_cast<float>(random.normal())},
                        i % 3);
        }
    };
    fill(data.training, trainingRows);
    fill(data.validation, validationRows);
    fill(data.test, testRows);
    return data;
}

/// A smooth curve of one input in a unit of its own, with a little noise.
inline Dataset curve(int trainingRows, int validationRows, int testRows)
{
    Random random(12);
    Dataset data;
    data.target.task = Task::Regression;
    data.target.name = "height";
    data.target.unit = "mm";
    data.target.centre = 100;
    data.target.deviation = 20;
    const auto fill = [&](DataPart& part, int rows) {
        for (int i = 0; i < rows; ++i) {
            const float x = random.uniform(-2, 2);
            const float noise = static_cast<float>(random.normal());
            addValued(part, {x}, 100 + 28 * std::sin(2 * x) + noise);
        }
    };
    fill(data.training, trainingRows);
    fill(data.validation, validationRows);
    fill(data.test, testRows);
    return data;
}

/// Whether two networks have the same bits.
inline bool identical(const Network& a, const Network& b)
{
    if (a.layers.size() != b.layers.size())
        return false;
    for (std::size_t l = 0; l < a.layers.size(); ++l)
        if (a.layers[l].weights.rows() != b.layers[l].weights.rows() ||
            a.layers[l].weights.cols() != b.layers[l].weights.cols() || a.layers[l].weights != b.layers[l].weights ||
            a.layers[l].bias != b.layers[l].bias || a.layers[l].activation != b.layers[l].activation)
            return false;
    return true;
}

}
