#include "ui/widgets/explanation.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>

namespace broto::ui {

std::optional<Explanation> explanationOf(const QString& page, const QLocale& locale)
{
    const auto language = locale.language() == QLocale::Portuguese ? QStringLiteral("pt_BR") : QStringLiteral("en");
    QFile file(QStringLiteral(":/help/%1.%2.md").arg(page, language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return explanationFrom(QString::fromUtf8(file.readAll()));
}

Explanation explanationFrom(const QString& markdown)
{
    using Kind = ExplanationPart::Kind;
    static const QRegularExpression gap(QStringLiteral("\n\\s*\n"));
    static const QRegularExpression picture(QStringLiteral("^!\\[(.*)\\]\\((.*)\\.svg\\)$"),
                                            QRegularExpression::DotMatchesEverythingOption);
    Explanation explanation;
    for (const QString& block : markdown.split(gap, Qt::SkipEmptyParts)) {
        const QString text = block.trimmed();
        if (text.startsWith(u"# "))
            explanation.title = text.mid(2);
        else if (text.startsWith(u"## "))
            explanation.parts.push_back({Kind::Heading, text.mid(3), {}});
        else if (const auto match = picture.match(text); match.hasMatch())
            explanation.parts.push_back({Kind::Figure, match.captured(1).simplified(), match.captured(2)});
        else if (!text.isEmpty())
            explanation.parts.push_back({Kind::Text, text, {}});
    }
    return explanation;
}

}
