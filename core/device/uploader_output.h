#pragma once

#include "common/message.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace broto {

/// Follows an uploader as it speaks: how far it has come, and at the end what went wrong.
class UploaderOutput {
public:
    virtual ~UploaderOutput() = default;

    virtual void add(std::string_view piece) = 0;

    /// From 0 to 1, never falling.
    virtual double progress() const = 0;

    /// How many signs of progress have come. While this grows, the board is alive.
    virtual int signs() const = 0;

    /// In the middle of an upload the two sides lost each other: worth a second try.
    virtual bool lostStep() const { return false; }

    /// The sentence for a person when the upload has failed.
    virtual Message failure(std::string_view port, std::string_view boardName) const = 0;

    const std::string& text() const { return m_text; }

protected:
    std::string m_text;
};

/// For a tool of the catalogue, started with these arguments.
std::unique_ptr<UploaderOutput> followUploader(std::string_view tool, const std::vector<std::string>& arguments);

/// Nothing on the port speaks as the board's boot loader would.
Message uploadUnanswered(std::string_view port, std::string_view boardName);

/// What was written reads back differently. `where` may be empty.
Message uploadNotVerified(std::string_view boardName, std::string_view where);

}
