#include "project/lesson.h"

#include "data/samples.h"
#include "lessons_files.h"
#include "project/checked_json.h"

#include <algorithm>
#include <cassert>

namespace broto {

namespace {

constexpr Stage everyStage[] = {Stage::Data,     Stage::Network, Stage::Train,
                                Stage::Compress, Stage::Export,  Stage::Device};
constexpr std::string_view stageNames[] = {"data", "network", "train", "compress", "export", "device"};

std::string_view nameOfStage(Stage stage)
{
    return stageNames[static_cast<std::size_t>(stage)];
}

Stage stageIn(const CheckedJson& json)
{
    return json.choice(everyStage, nameOfStage);
}

LessonText textIn(const CheckedJson& json)
{
    return {json["en"].text(), json["pt_BR"].text()};
}

int countIn(const CheckedJson& json)
{
    constexpr int most = 100'000;
    return static_cast<int>(json.integer(0, most));
}

std::optional<int> bitsIn(const CheckedJson& json)
{
    return json.has("bits") ? std::optional(countIn(json["bits"])) : std::nullopt;
}

/// An object with one member, whose name says which goal it is.
LessonGoal goalIn(const CheckedJson& json)
{
    if (json.has("opened"))
        return goal::PageOpened{stageIn(json["opened"])};
    if (json.has("data"))
        return goal::DataOpened{json["data"].text()};
    if (json.has("designed")) {
        const CheckedJson wanted = json["designed"];
        const bool small = wanted.has("atMost");
        return goal::Designed{countIn(wanted["layers"]), countIn(wanted[small ? "atMost" : "atLeast"]), small};
    }
    if (json.has("trained")) {
        const CheckedJson wanted = json["trained"];
        return goal::Trained{countIn(wanted["epochs"]),
                             wanted.has("metric") ? std::optional(wanted["metric"].number(0, 1)) : std::nullopt};
    }
    if (json.has("overfitted"))
        return goal::Overfitted{json["overfitted"].number(1)};
    if (json.has("settled"))
        return goal::Settled{json["settled"]["times"].number(1), countIn(json["settled"]["epochs"])};
    if (json.has("runs"))
        return goal::RunsKept{countIn(json["runs"])};
    if (json.has("variant"))
        return goal::VariantMade{json["variant"]["method"].text(), bitsIn(json["variant"])};
    if (json.has("keeps")) {
        const CheckedJson wanted = json["keeps"];
        return goal::VariantKeeps{wanted["method"].text(), bitsIn(wanted), wanted["loss"].number(0, 1)};
    }
    if (json.has("codeTaken"))
        return goal::CodeTaken{};
    if (json.has("boardAgrees"))
        return goal::BoardAgrees{};
    json.reportRange();
    return goal::CodeTaken{};
}

std::vector<Lesson> readLessons()
{
    constexpr std::string_view ending = ".json";
    std::vector<Lesson> course;
    for (const EmbeddedFile& file : lessonsFiles()) {
        Result<Lesson> lesson = parseLesson(file.name.substr(0, file.name.size() - ending.size()), file.bytes);
        assert(lesson.ok()); // our own files, each of them tested
        if (lesson)
            course.push_back(std::move(*lesson));
    }
    std::ranges::sort(course, {}, &Lesson::rank);
    return course;
}

}

std::span<const Lesson> lessons()
{
    static const std::vector<Lesson> course = readLessons();
    return course;
}

Result<Lesson> parseLesson(std::string_view id, std::string_view json)
{
    const std::optional<Json> document = parseJson(json);
    if (!document)
        return message("project.lesson-not-json", BROTO_TEXT("core", "The lesson %1 is not JSON."), id);
    DamageReport report;
    const CheckedJson root(*document, report);
    Lesson lesson;
    lesson.id = id;
    lesson.rank = countIn(root["rank"]);
    lesson.minutes = countIn(root["minutes"]);
    lesson.title = textIn(root["title"]);
    lesson.summary = textIn(root["summary"]);
    if (root.has("sample")) {
        lesson.sample = root["sample"].text();
        if (std::ranges::find(samples(), lesson.sample, &Sample::id) == samples().end())
            root["sample"].reportRange();
    }
    if (root.has("hides"))
        for (const CheckedJson& stage : root["hides"].items())
            lesson.hidden.insert(stageIn(stage));
    for (const CheckedJson& step : root["steps"].items())
        lesson.steps.push_back(
            {textIn(step["text"]), step.has("hint") ? textIn(step["hint"]) : LessonText(), goalIn(step["goal"])});
    if (report.any())
        return report.first();
    return lesson;
}

}
