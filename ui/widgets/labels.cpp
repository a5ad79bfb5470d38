#include "ui/widgets/labels.h"

#include <QFrame>
#include <QLabel>
#include <QStyle>

namespace broto::ui {

QLabel* makeLabel(Type type, Tone tone, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setFont(fontFor(type));
    setTone(*label, tone);
    return label;
}

void setTone(QLabel& label, Tone tone)
{
    static constexpr const char* names[] = {"plain", "muted", "good", "error"};
    label.setProperty("tone", QString::fromLatin1(names[static_cast<int>(tone)]));
    label.style()->unpolish(&label);
    label.style()->polish(&label);
}

QFrame* makeCard(QWidget* parent)
{
    auto* card = new QFrame(parent);
    card->setProperty("card", true);
    return card;
}

}
