#include "ui/widgets/format_list.h"

#include "ui/widgets/format_card.h"
#include "ui/widgets/tokens.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <string>

namespace broto::ui {

namespace {

QString pictureOf(std::string_view id)
{
    struct Picture {
        std::string_view beginning; ///< of the format's id
        const char* icon;
    };
    static constexpr Picture pictures[] = {
        {"arduino-zip", "format-zip"}, {"arduino", "format-arduino"}, {"platformio", "device"},
        {"esp-idf", "device"},         {"cmake", "format-cmake"},     {"json", "format-json"},
        {"tflite", "network"},         {"onnx", "network"},           {"c", "format-header"}};
    const auto found = std::ranges::find_if(pictures, [id](const Picture& p) { return id.starts_with(p.beginning); });
    return QString::fromLatin1(found != std::end(pictures) ? found->icon : "file");
}

QString inWindowsLanguage(std::string_view text)
{
    return QCoreApplication::translate("core", std::string(text).c_str());
}

}

FormatList::FormatList(std::span<const ExportFormat> formats, QWidget* parent) : QWidget(parent), m_formats(formats)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    for (const ExportFormat& format : formats) {
        auto* card = new FormatCard(this);
        const int index = count();
        card->setObjectName(QStringLiteral("format-%1").arg(QString::fromUtf8(format.id.data(), format.id.size())));
        card->setPicture(pictureOf(format.id));
        connect(card, &FormatCard::toggled, this, [this, index](bool checked) {
            if (checked && m_chosen != index)
                emit formatChosen(m_chosen = index);
        });
        connect(card, &FormatCard::dragged, this, [this, index] { emit formatDragged(index); });
        connect(card, &FormatCard::copyWanted, this, [this, index] { emit copyWanted(index); });
        connect(card, &FormatCard::menuWanted, this, [this, index](const QPoint& place) {
            choose(index);
            emit menuWanted(index, place);
        });
        layout->addWidget(card);
        m_cards.push_back(card);
    }
    layout->addStretch(1);
    if (!m_cards.empty())
        m_cards.front()->setChecked(true);
    retranslate();
}

void FormatList::choose(int format)
{
    card(format).setChecked(true);
}

void FormatList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FormatList::retranslate()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setTexts(inWindowsLanguage(m_formats[i].title), inWindowsLanguage(m_formats[i].purpose));
}

}
