#include "ui/widgets/step_line.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>

namespace broto::ui {

namespace {
constexpr int markSize = 20;
constexpr int stepBarSteps = 1000;
}

StepLine::StepLine(QWidget* parent)
    : QFrame(parent),
      m_name(makeLabel(Type::Text, Tone::Plain, this)),
      m_result(makeLabel(Type::Text, Tone::Muted, this)),
      m_time(makeLabel(Type::Text, Tone::Muted, this)),
      m_bar(new QProgressBar(this))
{
    setProperty("card", true);
    setTextHeight(*this, 48);
    setLeastTextWidth(*m_name, 110);
    m_result->setWordWrap(true); // a sentence of what went wrong, at any text size
    m_bar->setTextVisible(false);
    m_bar->setVisible(false);
    m_bar->setFixedWidth(200);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium + markSize + space::medium, 0, space::large, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_name);
    layout->addWidget(m_result, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_time);
}

void StepLine::setName(const QString& name)
{
    m_name->setText(name);
    m_bar->setAccessibleName(name);
}

void StepLine::setState(State state)
{
    m_state = state;
    m_bar->setVisible(state == State::Running);
    update();
}

void StepLine::setResult(const QString& result, const QString& time)
{
    m_result->setText(result);
    m_time->setText(time);
}

void StepLine::setProgress(double fraction)
{
    m_bar->setRange(0, fraction < 0 ? 0 : stepBarSteps);
    if (fraction >= 0)
        m_bar->setValue(static_cast<int>(stepBarSteps * fraction));
}

QString StepLine::result() const
{
    return m_result->text();
}

void StepLine::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect place(space::medium, (height() - markSize) / 2, markSize, markSize);
    if (m_state == State::Done || m_state == State::Failed) {
        const bool done = m_state == State::Done;
        painter.drawPixmap(place, iconPixmap(done ? QStringLiteral("done") : QStringLiteral("error"), place.size(),
                                             devicePixelRatioF(), done ? colours.good : colours.error));
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_state == State::Running ? colours.accent : colours.line, 2));
    painter.drawEllipse(QRectF(place).adjusted(4, 4, -4, -4));
}

}
