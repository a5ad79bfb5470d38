#include "ui/widgets/labels.h"

#include <QFrame>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

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
