#pragma once

#include "compression/compress.h"

#include <vector>

namespace broto::test {

/// The worked example of docs/arithmetic.md.
inline const std::vector<float> exampleRow = {23, 98.5f};

inline Dataset exampleData(Task task)
{
    Dataset data;
    data.target.task = task;
    data.target.name = "emission";
    if (task == Task::Regression) {
        data.target.unit = "g/s";
        data.target.centre = 250;
        data.target.deviation = 26;
    } else {
        data.target.classes = {"low", "high"};
    }
    data.preprocessing.features = {{"temperature", "°C", {}, 12, 28}, {"pressure", "kPa", {}, 95, 105}};
    data.preprocessing.steps = {Scale{{20, 100}, {0.25f, 0.2f}}};
    data.training.tableRows = {0, 1, 2, 3};
    data.training.raw = Matrix{{12, 97}, {28, 105}, {20, 95}, {24, 102}};
    data.training.labels = {0, 1, 0, 1};
    data.training.values = Vector::Constant(4, 250);
    return data;
}

inline TrainedNetwork exampleTraining(Task task)
{
    TrainedNetwork trained;
    trained.network.layers.push_back({Matrix{{1, -0.5f}, {-0.25f, 0.5f}}, Vector{{0.1f, 0.25f}}, Activation::Relu});
    if (task == Task::Regression)
        trained.network.layers.push_back({Matrix{{0.75f, -0.5f}}, Vector{{0.2f}}, Activation::Linear});
    else
        trained.network.layers.push_back(
            {Matrix{{-0.75f, 0.5f}, {0.75f, -0.25f}}, Vector{{0.1f, -0.1f}}, Activation::Linear});
    return trained;
}

}
