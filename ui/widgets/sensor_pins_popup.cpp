#include "ui/widgets/sensor_pins_popup.h"

#include "common/number_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/number_spin.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

constexpr double largestNumber = 1e9;
constexpr int digitsBehindPoint = 12;
constexpr int pinNumberWidth = 148, valuesWidth = 160, mostHeight = 420, leastWidth = 420;

/// 0.48828 as it was typed, and not 0.488279998 as a float is.
double writtenNumber(float number)
{
    return QByteArray::fromStdString(shortest(number)).toDouble();
}

QString quantityTitle(const SensedQuantity& quantity)
{
    const QString name = QString::fromStdString(quantity.name);
    return quantity.unit.empty() ? name : QStringLiteral("%1 (%2)").arg(name, QString::fromStdString(quantity.unit));
}

}

SensorPinsPopup::SensorPinsPopup(std::vector<SensedQuantity> quantities, const std::vector<SensorPin>& pins,
                                 const Board& board, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_board(board)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("sensorPinsPopup"));
    setProperty("card", true);
    QLabel* title = makeLabel(Type::Heading, Tone::Plain, this);
    title->setText(tr("Pins of the %1").arg(QString::fromStdString(board.name)));
    QLabel* note = makeLabel(Type::Text, Tone::Muted, this);
    note->setWordWrap(true);
    note->setText(
        tr("What the board reads itself when it is asked to: value = factor × reading + offset. Build and upload "
           "afterwards."));

    auto* lines = new QWidget(this);
    auto* grid = new QGridLayout(lines);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::small);
    const QString headings[] = {QString(), tr("Pin"), tr("Factor"), tr("Offset"),
                                tr("From smallest to largest reading")};
    for (int column = 0; column < 5; ++column) {
        QLabel* heading = makeLabel(Type::Note, Tone::Muted, lines);
        heading->setText(headings[column]);
        heading->setWordWrap(column == 4);
        grid->addWidget(heading, 0, column);
    }
    for (const SensedQuantity& quantity : quantities) {
        if (!quantity.isNumber)
            continue;
        m_rows.push_back(makeRow(quantity, *grid, static_cast<int>(m_rows.size()) + 1));
        const auto pin = std::ranges::find(pins, quantity.name, &SensorPin::feature);
        choose(m_rows.back(), pin != pins.end() ? *pin : SensorPin{quantity.name, {}});
    }
    for (const Row& row : m_rows) {
        connect(row.pin, &QComboBox::activated, this, [this, row] { choosePin(row); });
        for (NumberSpin* number : {row.factor, row.offset})
            connect(number, &QDoubleSpinBox::valueChanged, this, [this, row] { refresh(row); });
    }
    m_lines = new QScrollArea(this);
    m_lines->setWidgetResizable(true);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setWidget(lines);

    auto* take = new QPushButton(tr("Use these pins"), this);
    take->setObjectName(QStringLiteral("takePins"));
    take->setToolTip(tr("Keeps them in the project; it can be undone."));
    setKind(*take, ButtonKind::Primary);
    connect(take, &QPushButton::clicked, this, &SensorPinsPopup::take);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(title);
    layout->addWidget(note);
    layout->addSpacing(space::small);
    layout->addWidget(m_lines, 1);
    layout->addWidget(take, 0, Qt::AlignRight);
}

SensorPinsPopup::Row SensorPinsPopup::makeRow(const SensedQuantity& quantity, QGridLayout& grid, int line)
{
    const QString title = quantityTitle(quantity);
    QLabel* name = makeLabel(Type::Text, Tone::Plain, this);
    name->setTextFormat(Qt::PlainText);
    name->setText(title);
    Row row{quantity, new QComboBox(this),
            makeNumber(title + u' ' + tr("Factor"), tr("The value that one step of a reading adds")),
            makeNumber(title + u' ' + tr("Offset"), tr("The value of a reading of 0")),
            makeLabel(Type::Text, Tone::Muted, this)};
    row.pin->setObjectName(QStringLiteral("pinOf %1").arg(QString::fromStdString(quantity.name)));
    row.pin->setAccessibleName(title + u' ' + tr("Pin"));
    row.pin->setToolTip(tr("Where the sensor is connected; without a pin the value is missing"));
    row.pin->addItem(tr("none"));
    for (const std::string& pin : m_board.analogPins)
        row.pin->addItem(QString::fromStdString(pin));
    row.values->setMinimumWidth(valuesWidth);
    QWidget* const fields[] = {name, row.pin, row.factor, row.offset, row.values};
    for (int column = 0; column < 5; ++column)
        grid.addWidget(fields[column], line, column);
    return row;
}

NumberSpin* SensorPinsPopup::makeNumber(const QString& name, const QString& toolTip)
{
    auto* number = new NumberSpin(this);
    number->setDecimals(digitsBehindPoint);
    number->setRange(-largestNumber, largestNumber);
    number->setFixedWidth(pinNumberWidth);
    number->setAccessibleName(name);
    number->setToolTip(toolTip);
    return number;
}

void SensorPinsPopup::choose(const Row& row, const SensorPin& pin)
{
    const QSignalBlocker noFactor(row.factor), noOffset(row.offset);
    row.pin->setCurrentIndex(std::max(0, row.pin->findText(QString::fromStdString(pin.pin))));
    row.factor->setValue(writtenNumber(pin.factor));
    row.offset->setValue(writtenNumber(pin.offset));
    refresh(row);
}

/// A first pin begins with what was learned: something to see until the sensor's own formula is known.
void SensorPinsPopup::choosePin(const Row& row)
{
    const bool hadNone = !row.factor->isEnabled();
    if (hadNone && row.pin->currentIndex() > 0)
        choose(row, pinThatSpans(row.quantity, row.pin->currentText().toStdString(), m_board));
    refresh(row);
}

void SensorPinsPopup::refresh(const Row& row)
{
    const std::optional<SensorPin> pin = pinOf(row);
    row.factor->setEnabled(pin.has_value());
    row.offset->setEnabled(pin.has_value());
    if (!pin) {
        row.values->setText(tr("missing"));
        return;
    }
    const auto [first, last] = valuesOf(*pin, m_board);
    const QString unit = QString::fromStdString(row.quantity.unit);
    row.values->setText(QStringLiteral("%1 … %2 %3").arg(valueText(first), valueText(last), unit).trimmed());
}

std::optional<SensorPin> SensorPinsPopup::pinOf(const Row& row) const
{
    if (row.pin->currentIndex() <= 0)
        return {};
    return SensorPin{row.quantity.name, row.pin->currentText().toStdString(), static_cast<float>(row.factor->value()),
                     static_cast<float>(row.offset->value())};
}

void SensorPinsPopup::openBelow(const QWidget& widget)
{
    const QRect screen = widget.screen()->availableGeometry();
    const QRect window(widget.window()->mapToGlobal(QPoint(0, 0)), widget.window()->size());
    const QRect inside = window & screen;
    const QRect room = inside.width() >= leastWidth ? inside : screen;
    fitInto(room);
    QPoint place = widget.mapToGlobal(QPoint(0, widget.height() + 2));
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() + 1 - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    if (!m_rows.empty())
        m_rows.front().pin->setFocus();
}

void SensorPinsPopup::fitInto(const QRect& room)
{
    ensurePolished(); // the theme gives it a border
    const QSize wanted = m_lines->widget()->sizeHint() + QSize(space::large, 0);
    m_lines->setMinimumSize(wanted.width(), std::min(wanted.height(), mostHeight));
    const int over = layout()->totalMinimumSize().width() - room.width();
    if (over > 0) {
        const int bar = m_lines->horizontalScrollBar()->sizeHint().height();
        m_lines->setMinimumSize(wanted.width() - over, m_lines->minimumHeight() + bar);
    }
    const int width = std::min(sizeHint().width(), room.width());
    resize(width, layout()->totalHeightForWidth(width)); // the note above the lines wraps
}

void SensorPinsPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        QFrame::keyPressEvent(event);
}

void SensorPinsPopup::take()
{
    std::vector<SensorPin> pins;
    for (const Row& row : m_rows)
        if (const std::optional<SensorPin> pin = pinOf(row))
            pins.push_back(*pin);
    emit pinsWanted(pins);
    close();
}

}
