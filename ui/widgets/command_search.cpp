#include "ui/widgets/command_search.h"

#include <QStringList>

#include <algorithm>

namespace broto::ui {

namespace {

/// Without case, accents and the marks of menus.
QString plain(const QString& text)
{
    QString letters;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD))
        if (letter.category() != QChar::Mark_NonSpacing && letter != QLatin1Char('&'))
            letters += letter.toCaseFolded();
    return letters;
}

}

std::optional<int> searchRank(const QString& text, const QString& typed)
{
    constexpr int insideAWord = 1000; ///< worse than anywhere at the beginning of one
    const QString all = plain(text);
    int rank = 0;
    for (const QString& word : plain(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype atWord = (QLatin1Char(' ') + all).indexOf(QLatin1Char(' ') + word);
        const qsizetype place = atWord >= 0 ? atWord : all.indexOf(word);
        if (place < 0)
            return std::nullopt;
        rank += static_cast<int>(place) + (atWord >= 0 ? 0 : insideAWord);
    }
    return rank;
}

}
