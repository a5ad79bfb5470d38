#include "ui/widgets/labels.h"

#include "ui/widgets/text_measures.h"

#include <QFrame>
#include <QHash>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

/// Layouts within layouts ask a wrapped text for its height at the same few widths again and again, and QLabel sets
/// the text anew each time.
class WrappedLabel : public QLabel {
public:
    using QLabel::QLabel;

    int heightForWidth(int width) const override
    {
        if (m_text != text() || m_font != font() || m_heights.size() >= mostHeights) {
            m_heights.clear();
            m_text = text();
            m_font = font();
        }
        const auto known = m_heights.constFind(width);
        return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
    }

private:
    static constexpr int mostHeights = 32;

    mutable QHash<int, int> m_heights;
    mutable QString m_text;
    mutable QFont m_font;
};

}

QLabel* makeLabel(Type type, Tone tone, QWidget* parent)
{
    auto* label = new WrappedLabel(parent);
    setTextFont(*label, type);
    setTone(*label, tone);
    return label;
}

void setTone(QLabel& label, Tone tone)
{
    static constexpr const char* names[] = {"plain", "muted", "good", "error"};
    const QString name = QString::fromLatin1(names[static_cast<int>(tone)]);
    if (label.property("tone") == name)
        return; // polishing costs more than all else of a label that changes many times a second
    label.setProperty("tone", name);
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

QWidget* makeField(QLabel*& label, QWidget* field, QWidget* parent)
{
    auto* both = new QWidget(parent);
    label = makeLabel(Type::Text, Tone::Muted, both);
    label->setBuddy(field);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(field);
    return both;
}

QFrame* makeCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setProperty("card", true);
    return card;
}

}
