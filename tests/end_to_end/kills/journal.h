#pragma once

#include <QFile>
#include <QString>

#include <cstdint>
#include <vector>

namespace broto {

/// What the driver of the window writes outside of it, line by line, so that what is found after the kill can be
/// compared with what was there.
struct JournalEntry {
    enum class Kind : char {
        State = 'E',  ///< the project is now in the state `number`
        Saving = 'S', ///< it is about to be saved as a file with this fingerprint
        Saved = 'D',
        Training = 'T',
        Trained = 'F',
        PutAside = 'W' ///< the state of the entry of that kind with this ordinal, from 1, lies aside
    };
    Kind kind;
    qint64 ms; ///< since 1970
    std::uint64_t number;
};

/// Each line reaches the system with one call: a kill leaves whole ones.
class JournalWriter {
public:
    explicit JournalWriter(const QString& path);
    void add(JournalEntry::Kind kind, std::uint64_t number);

private:
    QFile m_file;
};

std::vector<JournalEntry> readJournal(const QString& path);

}
