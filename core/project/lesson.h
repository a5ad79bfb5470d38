#pragma once

#include "common/result.h"
#include "device/board_check.h"
#include "project/stage.h"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace broto {

/// A text in the languages that lessons are written in.
struct LessonText {
    std::string english;
    std::string portuguese;
};

/// What a step asks for. Each is read off the project and what was done with it, never off single clicks: there are
/// many ways to get there.
namespace goal {

struct PageOpened {
    Stage stage = Stage::Data;
};
struct DataOpened {
    std::string file; ///< "iris.csv"
};
struct Designed { ///< hidden layers, and neurons in all of them
    int layers = 0;
    int neurons = 0; ///< at least; at most where `small`
    bool small = false;
};
struct Trained { ///< as the settings are now
    int epochs = 0;
    std::optional<double> metric; ///< at least, on the validation rows
};
struct Overfitted { ///< the validation loss of the last epoch is at least so many times the lowest
    double times = 1;
};
struct Settled { ///< at most so many times, after as many epochs
    double times = 1;
    int epochs = 0;
};
struct RunsKept {
    int count = 0;
};
struct VariantMade {
    std::string method;      ///< "ptq"
    std::optional<int> bits; ///< at most
};
struct VariantKeeps { ///< one whose test metric is at most so far below that of the float network
    std::string method;
    std::optional<int> bits;
    double loss = 0;
};
struct CodeTaken {};   ///< saved, copied or dragged out
struct BoardAgrees {}; ///< the last check found no difference

}

using LessonGoal =
    std::variant<goal::PageOpened, goal::DataOpened, goal::Designed, goal::Trained, goal::Overfitted, goal::Settled,
                 goal::RunsKept, goal::VariantMade, goal::VariantKeeps, goal::CodeTaken, goal::BoardAgrees>;

struct LessonStep {
    LessonText text;
    LessonText hint; ///< where to click; may be empty
    LessonGoal goal;
};

/// A quarter of an hour of a course: what to do, one thing after another.
struct Lesson {
    std::string id; ///< "overfitting"
    int rank = 0;   ///< in the course
    int minutes = 0;
    LessonText title;
    LessonText summary;
    std::string sample;     ///< that it begins with; empty: with what is open
    std::set<Stage> hidden; ///< steps of the window that would lead astray
    std::vector<LessonStep> steps;
};

/// Of the whole course, in its order.
std::span<const Lesson> lessons();

/// Fails on anything that a lesson's file may not say, with its place.
Result<Lesson> parseLesson(std::string_view id, std::string_view json);

/// What was done in the window and is not in the project.
struct LessonDeeds {
    std::set<Stage> opened;
    bool codeTaken = false;
    bool boardAgrees = false;
};

bool isReached(const LessonGoal& goal, const Project& project, const LessonDeeds& deeds);

}
