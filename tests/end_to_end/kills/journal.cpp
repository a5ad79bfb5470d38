#include "journal.h"

#include <QDateTime>

namespace broto {

JournalWriter::JournalWriter(const QString& path) : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        qFatal("no journal");
}

void JournalWriter::add(JournalEntry::Kind kind, std::uint64_t number)
{
    m_file.write(QByteArray(1, static_cast<char>(kind)) + ' ' +
                 QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + ' ' +
                 QByteArray::number(qulonglong(number)) + '\n');
}

std::vector<JournalEntry> readJournal(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<JournalEntry> entries;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3)
            entries.push_back({static_cast<JournalEntry::Kind>(words[0].front()), words[1].toLongLong(),
                               std::uint64_t(words[2].toULongLong())});
    }
    return entries;
}

}
