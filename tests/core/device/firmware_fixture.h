#pragma once

#include "core/device/board_fixture.h"
#include "device/firmware.h"
#include "support/model_fixtures.h"

#include <QtTest>

#include <memory>
#include <optional>
#include <string>

namespace broto {

/// Compiled Arduino cores are kept between test programs, apart from the user's.
inline void useTestCache()
{
    qputenv("XDG_CACHE_HOME", BROTO_PROGRAM_DIR "/../test-cache");
}

inline DeployableModel trainedFixture(Task task, std::vector<int> hidden = {10, 6})
{
    NetworkDesign design;
    design.hidden.clear();
    for (const int width : hidden)
        design.hidden.push_back({width, Activation::Relu});
    const Dataset data = fixtureDataset(task, 11);
    return std::move(quantize(fixtureTraining(data, design, 11), data, {}, "test")).value();
}

/// Why a step failed, for QVERIFY2.
template<class T>
std::string reason(const Result<T>& result)
{
    return result ? std::string() : std::string(result.error().id) + ": " + inEnglish(result.error());
}

}
