#pragma once

#include "device/uploader_output.h"

namespace broto {

/// What avrdude says: a bar of marks for writing and one for reading back.
class AvrdudeOutput : public UploaderOutput {
public:
    void add(std::string_view piece) override;
    double progress() const override;
    int signs() const override { return m_marks; }

    /// A loader starts the old program after a second of silence, which a busy computer is enough to cause.
    bool lostStep() const override;

    Message failure(std::string_view port, std::string_view boardName) const override;

private:
    enum class Stage { Writing, Written };

    std::string m_line;
    Stage m_stage = Stage::Writing;
    int m_writeMarks = 0;
    int m_verifyMarks = 0;
    int m_marks = 0;
};

}
