#include "ui/widgets/reading_popup.h"

#include "data/table_reader.h"
#include "ui/document/message_text.h"
#include "ui/models/table_model.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {
constexpr std::size_t rowsShown = 8;
constexpr int choicesWidth = 200, rowsWidth = 460, popupHeight = 250, previewRowHeight = 22, widestColumn = 400;
}

ReadingPopup::ReadingPopup(const DataSource& source, const ReadingPart& part, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_source(source),
      m_part(part),
      m_others(chosenReading(*source.table)),
      m_choices(new QListWidget(this)),
      m_model(new TableModel(this)),
      m_rows(new QTableView(this)),
      m_outcome(makeLabel(Type::Note, Tone::Muted, this)),
      m_take(new QPushButton(tr("Read it like this"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("readingPopup"));
    setProperty("card", true);
    const int now = part.valueIn(*source.table);
    setTextWidth(*m_choices, choicesWidth);
    m_choices->setAccessibleName(part.name());
    for (const int value : part.values()) {
        auto* item = new QListWidgetItem(part.text(value), m_choices);
        item->setData(Qt::UserRole, value);
        if (value == now)
            m_choices->setCurrentItem(item);
    }
    m_rows->setModel(m_model);
    m_rows->setMinimumWidth(rowsWidth);
    m_rows->setSelectionMode(QAbstractItemView::NoSelection);
    m_rows->setFocusPolicy(Qt::NoFocus);
    setRowHeight(*m_rows, previewRowHeight);
    m_rows->setShowGrid(false);
    m_rows->setWordWrap(false);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_rows->horizontalHeader()->setMaximumSectionSize(widestColumn);
    m_rows->setAccessibleName(tr("The first rows"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);

    QLabel* title = makeLabel(Type::Heading, Tone::Plain, this);
    title->setText(part.name());
    QLabel* reason = makeLabel(Type::Text, Tone::Muted, this);
    reason->setObjectName(QStringLiteral("reason"));
    reason->setWordWrap(true);
    reason->setTextFormat(Qt::PlainText);
    reason->setText(reasonText());
    auto* again = new QPushButton(tr("Find out again"), this);
    again->setObjectName(QStringLiteral("findOutAgain"));
    again->setToolTip(tr("Leaves this to the program again, as when the file was opened."));
    setKind(*again, ButtonKind::Quiet);
    const ReadingGuess* guess = guessAbout(part.about(), *source.table);
    again->setVisible(!guess || guess->chosen);
    m_take->setObjectName(QStringLiteral("take"));
    m_take->setToolTip(tr("Reads the whole table in the chosen way; it can be undone."));
    setKind(*m_take, ButtonKind::Primary);

    auto* middle = new QHBoxLayout;
    middle->addWidget(m_choices);
    middle->addWidget(m_rows, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_outcome, 1);
    buttons->addWidget(again);
    buttons->addWidget(m_take);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(title);
    layout->addWidget(reason);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);

    connect(m_choices, &QListWidget::currentRowChanged, this, &ReadingPopup::preview);
    connect(m_choices, &QListWidget::itemDoubleClicked, this, &ReadingPopup::take);
    connect(m_take, &QPushButton::clicked, this, &ReadingPopup::take);
    connect(again, &QPushButton::clicked, this, &ReadingPopup::findOutAgain);
    preview();
}

void ReadingPopup::openBelow(const QWidget& widget)
{
    adjustSize();
    resize(std::max(width(), choicesWidth + rowsWidth), std::max(height(), popupHeight));
    const QRect screen = widget.screen()->availableGeometry();
    QPoint place = widget.mapToGlobal(QPoint(0, widget.height() + 2));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    place.setY(std::clamp(place.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(place);
    show();
    m_choices->setFocus();
}

void ReadingPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        take();
    else
        QFrame::keyPressEvent(event);
}

void ReadingPopup::preview()
{
    const std::optional<int> value = chosenValue();
    m_take->setEnabled(value && value != m_part.valueIn(*m_source.table));
    ReadOptions options = m_others;
    m_part.set(options, value);
    Result<Table> table = previewTable(m_source.bytes->view(), options, rowsShown);
    setTone(*m_outcome, table ? Tone::Muted : Tone::Error);
    if (!table) {
        m_model->setTable(nullptr);
        m_outcome->setText(messageText(table.error()));
        return;
    }
    m_outcome->setText(tr("%Ln column(s)", nullptr, static_cast<int>(table->columns.size())));
    m_model->setTable(std::make_shared<const Table>(std::move(*table)));
    m_rows->resizeColumnsToContents();
}

void ReadingPopup::take()
{
    const std::optional<int> value = chosenValue();
    if (value && value != m_part.valueIn(*m_source.table)) {
        ReadOptions options = m_others;
        m_part.set(options, value);
        emit readingWanted(options);
    }
    close();
}

void ReadingPopup::findOutAgain()
{
    ReadOptions options = m_others;
    m_part.set(options, std::nullopt);
    emit readingWanted(options);
    close();
}

QString ReadingPopup::reasonText() const
{
    const ReadingGuess* guess = guessAbout(m_part.about(), *m_source.table);
    if (guess && guess->chosen)
        return tr("%1 You have chosen it.").arg(m_part.explanation());
    const QString reason = guess ? messageText(guess->reason) : QString();
    return reason.isEmpty() ? m_part.explanation() : m_part.explanation() + u' ' + reason;
}

std::optional<int> ReadingPopup::chosenValue() const
{
    const QListWidgetItem* item = m_choices->currentItem();
    return item ? std::optional(item->data(Qt::UserRole).toInt()) : std::nullopt;
}

}
