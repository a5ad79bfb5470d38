#include "ui/widgets/budget_bar.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/number_format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
/// An answer a tenth of a second is what a person still feels as at once.
constexpr double slowMicroseconds = 100'000;
}

BudgetBar::BudgetBar(QWidget* parent) : QFrame(parent), m_board(makeLabel(Type::Text, Tone::Plain, this))
{
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::small, space::medium, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_board);
    auto* meters = new QHBoxLayout;
    meters->setSpacing(space::small);
    layout->addLayout(meters);
    for (Entry& entry : m_entries) {
        entry.text = makeLabel(Type::Note, Tone::Plain, this);
        entry.meter = new Meter(this);
        auto* column = new QVBoxLayout;
        column->setSpacing(space::hair);
        column->addWidget(entry.text);
        column->addWidget(entry.meter);
        meters->addLayout(column, 1);
    }
}

void BudgetBar::show(const Board& board, std::int64_t parameters, const CostEstimate& cost)
{
    m_board->setText(tr("<b>%1</b> · %Ln parameter(s)", nullptr, static_cast<int>(parameters))
                         .arg(QString::fromStdString(board.name).toHtmlEscaped()));
    const auto part = [](std::int64_t used, std::int64_t all) {
        return all > 0 ? static_cast<double>(used) / static_cast<double>(all) : 0.0;
    };
    m_entries[0].text->setText(tr("Flash %1").arg(bytesOfText(cost.flashBytes, board.flashBytes)));
    m_entries[0].meter->setFraction(part(cost.flashBytes, board.flashBytes));
    m_entries[1].text->setText(tr("RAM %1").arg(bytesOfText(cost.ramBytes, board.ramBytes)));
    m_entries[1].meter->setFraction(part(cost.ramBytes, board.ramBytes));
    m_entries[2].text->setText(
        QStringLiteral("%1 · %2").arg(microsecondsText(cost.microseconds), microjoulesText(cost.microjoules)));
    m_entries[2].meter->setFraction(cost.microseconds / slowMicroseconds);
    setAccessibleName(text());
    setToolTip(
        tr("Estimated for the model quantized to int8: the model and its code, without start-up code, drivers "
           "and the serial protocol. Time and energy are those of one answer at %1, from the design alone; Compress "
           "has the time of the model itself.")
            .arg(clockText(board.clockHz)));
}

QString BudgetBar::text() const
{
    QStringList parts;
    for (const Entry& entry : m_entries)
        parts << entry.text->text();
    return parts.join(QStringLiteral(" · "));
}

}
