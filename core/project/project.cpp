#include "project/project.h"

namespace broto {

std::string methodOf(const Variant& variant)
{
    if (!variant.recipe)
        return "float";
    std::string method;
    for (const CompressionStep& step : variant.recipe->steps)
        method.append(method.empty() ? "" : "+").append(methodName(step));
    return method.empty() ? "ptq" : method;
}

int bitsOf(const Variant& variant)
{
    return variant.recipe ? bitsOf(*variant.recipe) : 32;
}

std::vector<SensorPin> pinsFor(const Project& project, const DeployableModel& model, const Board& board)
{
    const auto pins = project.sensorPins.find(board.id);
    return pins == project.sensorPins.end() ? std::vector<SensorPin>() : usablePins(pins->second, model, board);
}

}
