#include "ui/marked_texts.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace {

/// Adjacent string literals as one text.
QString joined(const QString& literals)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    for (auto match = literal.globalMatch(literals); match.hasNext();)
        text += match.next().captured(1);
    text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    return text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
}

}

QStringList markedTexts(const QString& folder)
{
    static const QRegularExpression marked(
        QStringLiteral("BROTO_TEXT\\(\\s*\"core\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)\\)"));
    QStringList texts;
    QDirIterator files(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        for (auto match = marked.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();)
            texts << joined(match.next().captured(1));
    }
    return texts;
}
