#include "ui/document/linked_text.h"

#include "data/column_index.h"
#include "ui/document/message_text.h"

#include <QStringList>

#include <algorithm>

namespace broto::ui {

namespace {

QString link(const std::string& header, std::size_t column)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(column).arg(QString::fromStdString(header).toHtmlEscaped());
}

}

/// The names stand in the message as arguments: one header, or the list of all. A sign of the private use area holds
/// their place while the sentence is translated and escaped.
QString linkedText(const Message& message, const std::vector<std::string>& headers,
                   const std::vector<std::size_t>& columns)
{
    constexpr char16_t firstPlace = 0xE000;
    std::vector<std::string> names;
    QStringList links;
    for (const std::size_t column : columns) {
        names.push_back(headers[column]);
        links << link(headers[column], column);
    }
    const std::string list = listedNames(names);
    QStringList places;
    Message finding = message;
    for (Argument& argument : finding.arguments) {
        const auto* text = std::get_if<std::string>(&argument);
        if (!text || names.empty())
            continue;
        const auto one = std::ranges::find(names, *text);
        if (*text != list && one == names.end())
            continue;
        places << (*text == list ? links.join(QStringLiteral(", ")) : links[one - names.begin()]);
        argument = QString(QChar(static_cast<char16_t>(firstPlace + places.size() - 1))).toStdString();
    }
    QString rich = messageText(finding).toHtmlEscaped();
    for (int place = 0; place < places.size(); ++place)
        rich.replace(QChar(static_cast<char16_t>(firstPlace + place)), places[place]);
    return rich;
}

}
