#pragma once

#include "common/message.h"

#include <string>
#include <string_view>

namespace broto {

/// Follows avrdude as it speaks: how far it has come, and at the end what went wrong.
class UploaderOutput {
public:
    void add(std::string_view piece);

    /// From 0 to 1: writing, then reading back.
    double progress() const;

    /// How many marks of progress have come. While this grows, the board is alive.
    int marks() const { return m_marks; }
    const std::string& text() const { return m_text; }

    /// In the middle of an upload the two sides lost each other. A loader starts the old program after a second of
    /// silence, which a busy computer is enough to cause: worth a second try.
    bool lostStep() const;

    /// The sentence for a person when the upload has failed.
    Message failure(std::string_view port, std::string_view boardName) const;

private:
    enum class Stage { Writing, Written };

    std::string m_text;
    std::string m_line;
    Stage m_stage = Stage::Writing;
    int m_writeMarks = 0;
    int m_verifyMarks = 0;
    int m_marks = 0;
};

/// Nothing on the port speaks as the board's boot loader would.
Message uploadUnanswered(std::string_view port, std::string_view boardName);

}
