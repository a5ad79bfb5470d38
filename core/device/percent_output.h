#pragma once

#include "device/uploader_output.h"

#include <span>

namespace broto {

/// A word by which an uploader names what it is about, and the share of the whole that this is.
struct UploadPhase {
    std::string_view word;
    double from = 0;
    double to = 1;
};

/// How a tool that counts in percent or pages speaks.
struct ToolManner {
    std::string_view tool;
    std::span<const UploadPhase> phases;    ///< none: one count for the whole, or one a file
    std::span<const std::string_view> deaf; ///< what it says when no board answers it
};

std::span<const ToolManner> toolManners();

/// Follows "[====  ] 38% (64/164 pages)", "Writing at 0x00010000... (12 %)", "  3/ 11 pages written".
class PercentOutput : public UploaderOutput {
public:
    /// `files` are written one after another, each counted from 0.
    PercentOutput(const ToolManner& manner, int files) : m_manner(manner), m_files(files) {}

    void add(std::string_view piece) override;
    double progress() const override { return m_progress; }
    int signs() const override { return m_signs; }
    Message failure(std::string_view port, std::string_view boardName) const override;

private:
    void read(std::string_view line);
    bool saysOneOf(std::span<const std::string_view> words) const;

    const ToolManner& m_manner;
    const int m_files;
    const UploadPhase* m_phase = nullptr;
    std::string m_line;
    double m_lastCount = 0;
    int m_filesBefore = 0;
    double m_progress = 0;
    int m_signs = 0;
};

}
