#include "ui/widgets/time_bars.h"

#include "ui/widgets/live_texts.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace broto::ui {

namespace {
constexpr int barsHeight = 32;
}

TimeBars::TimeBars(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(barsHeight);
    setMinimumWidth(96);
}

void TimeBars::show(AnswerTimes times, TimeUnit unit)
{
    m_times = std::move(times);
    const QString text = m_times.counts.empty()
                             ? QString()
                             : tr("From %1 to %2, half of the answers within %3")
                                   .arg(answerTimeText(m_times.least, unit), answerTimeText(m_times.most, unit),
                                        answerTimeText(m_times.usual, unit));
    setToolTip(text);
    setAccessibleName(tr("Time per answer"));
    setAccessibleDescription(text);
    update();
}

QSize TimeBars::sizeHint() const
{
    return {160, barsHeight};
}

void TimeBars::paintEvent(QPaintEvent*)
{
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
    if (m_times.counts.empty())
        return;
    const std::size_t most = *std::ranges::max_element(m_times.counts);
    const double across = static_cast<double>(width()) / static_cast<double>(ranges);
    const std::size_t first = m_times.counts.size() == 1 ? ranges / 2 : 0; // all alike: in the middle
    for (std::size_t bar = 0; bar < m_times.counts.size(); ++bar) {
        if (m_times.counts[bar] == 0)
            continue;
        const double high =
            std::max(2.0, (height() - 1.0) * static_cast<double>(m_times.counts[bar]) / static_cast<double>(most));
        painter.fillRect(QRectF(static_cast<double>(first + bar) * across, height() - 1 - high, across - 1, high),
                         colours.accent);
    }
}

}
