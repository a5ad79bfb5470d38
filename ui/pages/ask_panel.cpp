#include "ui/pages/ask_panel.h"

#include "platform/file.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/pages/seen_panel.h"
#include "ui/widgets/answer_card.h"
#include "ui/widgets/feature_form.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/live_texts.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace broto::ui {

namespace {

constexpr int questionWidth = 316;
constexpr double rowRates[] = {0, 10, 1}; ///< a second; 0: as fast as it goes
constexpr int firstRate = 1;

/// Whether a board says by this that it has another program.
bool wantsFlashing(const Message& problem)
{
    constexpr std::array<std::string_view, 6> ids = {"device.other-model",   "device.other-shape",
                                                     "device.other-windows", "device.other-protocol",
                                                     "device.not-broto",     "device.silent"};
    return std::ranges::find(ids, problem.id) != ids.end();
}

}

AskPanel::AskPanel(Document& document, LiveLine& line, QWidget* parent)
    : QWidget(parent), m_document(document), m_line(line)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    makeHeader();
    m_card = new AnswerCard(this);
    m_seen = new SeenPanel(this);
    auto* answers = new QVBoxLayout;
    answers->setSpacing(space::small);
    answers->addWidget(m_card);
    answers->addWidget(m_seen, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::large);
    columns->addWidget(makeQuestion());
    columns->addLayout(answers, 1);
    layout->addLayout(columns, 1);
    connect(m_seen, &SeenPanel::saveWanted, this, &AskPanel::save);
    connect(&line, &LiveLine::changed, this, &AskPanel::refresh);
    connect(&line, &LiveLine::answersCame, this, &AskPanel::take);
    connect(&document, &Document::compressChanged, this, &AskPanel::takeModel);
    connect(&document, &Document::variantChosen, this, &AskPanel::takeModel);
    connect(&document, &Document::dataChanged, this, &AskPanel::refresh);
    connect(&document, &Document::deviceChanged, this, [this] {
        if (m_line.state() == LiveLine::State::Closed)
            m_line.close(); // why it was closed may be over: the board has another program
    });
    takeModel();
    retranslate();
}

void AskPanel::makeHeader()
{
    m_connect = new QPushButton(this);
    m_connect->setObjectName(QStringLiteral("connect"));
    m_status = makeLabel(Type::Text, Tone::Muted, this);
    m_status->setObjectName(QStringLiteral("liveStatus"));
    m_status->setWordWrap(true);
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("liveNext"));
    auto* header = new QHBoxLayout;
    header->setSpacing(space::small);
    header->addWidget(m_connect);
    header->addSpacing(space::small);
    header->addWidget(m_status, 1);
    header->addWidget(m_next);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(header);
    connect(m_connect, &QPushButton::clicked, this, &AskPanel::connectOrClose);
    connect(m_next, &QPushButton::clicked, this, [this] { m_port ? emit flashWanted() : emit boardWanted(); });
}

QWidget* AskPanel::makeQuestion()
{
    auto* column = new QWidget(this);
    column->setFixedWidth(questionWidth);
    m_sources = new QTabBar(column);
    m_sources->setObjectName(QStringLiteral("questionSources"));
    m_sources->setDrawBase(false);
    m_sources->setExpanding(false);
    m_sources->setFocusPolicy(Qt::StrongFocus);
    m_source = new QStackedWidget(column);
    m_source->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (QWidget* source : std::initializer_list<QWidget*>{makeSingle(), makeStream()}) {
        m_sources->addTab(QString());
        m_source->addWidget(source);
    }
    m_form = new FeatureForm(column);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_sources);
    layout->addWidget(m_source);
    layout->addWidget(m_form, 1);
    connect(m_sources, &QTabBar::currentChanged, this, &AskPanel::showSource);
    connect(m_form, &FeatureForm::changed, this, &AskPanel::askRow);
    m_source->widget(static_cast<int>(Source::TestRows))->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    return column;
}

QWidget* AskPanel::makeSingle()
{
    auto* single = new QWidget(this);
    m_hint = makeLabel(Type::Note, Tone::Muted, single);
    m_hint->setWordWrap(true);
    m_takeRow = new QPushButton(single);
    m_takeRow->setObjectName(QStringLiteral("takeTestRow"));
    auto* layout = new QHBoxLayout(single);
    layout->setContentsMargins(0, 0, space::small, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_hint, 1);
    layout->addWidget(m_takeRow);
    connect(m_takeRow, &QPushButton::clicked, this, &AskPanel::takeTestRow);
    return single;
}

QWidget* AskPanel::makeStream()
{
    auto* stream = new QWidget(this);
    m_stream = new QPushButton(stream);
    m_stream->setObjectName(QStringLiteral("streamRows"));
    m_stream->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rate = new QComboBox(stream);
    m_rate->setObjectName(QStringLiteral("streamRate"));
    m_rate->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const double rate : rowRates)
        m_rate->addItem(QString(), rate);
    m_rate->setCurrentIndex(firstRate);
    m_progress = new Meter(stream);
    m_streamNote = makeLabel(Type::Note, Tone::Muted, stream);
    m_streamNote->setObjectName(QStringLiteral("streamNote"));
    m_streamNote->setWordWrap(true);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(space::small);
    choice->addWidget(m_stream);
    choice->addWidget(m_rate, 1);
    auto* layout = new QVBoxLayout(stream);
    layout->setContentsMargins(0, 0, space::small, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(choice);
    layout->addSpacing(space::hair);
    layout->addWidget(m_progress);
    layout->addWidget(m_streamNote);
    connect(m_stream, &QPushButton::clicked, this, &AskPanel::streamOrStop);
    connect(m_rate, &QComboBox::activated, this, [this] { m_line.setRate(m_rate->currentData().toDouble()); });
    return stream;
}

std::shared_ptr<const DeployableModel> AskPanel::model() const
{
    return {m_variant, &m_variant->model};
}

/// Another model has other features, and the board that was asked runs the one before.
void AskPanel::takeModel()
{
    const std::shared_ptr<const Variant> variant = m_document.chosenVariant();
    if (variant == m_variant)
        return;
    m_variant = variant;
    if (m_line.state() != LiveLine::State::Closed)
        m_line.close();
    m_rows.reset();
    m_rowsProblem.reset();
    m_nextTestRow = 0;
    if (m_variant) {
        m_form->setFeatures(m_variant->model.preprocessing);
        m_card->setModel(m_variant->model.preprocessing.features, m_variant->model.decoding.target);
        m_seen->setTarget(m_variant->model.decoding.target);
    }
    refresh();
}

void AskPanel::setPort(std::optional<Port> port)
{
    // A board may be gone from the list while it is flashed.
    if (m_line.state() != LiveLine::State::Lent && (!port || port->path != m_line.port().path))
        m_line.close(); // or forget why it was closed
    m_port = std::move(port);
    refresh();
}

void AskPanel::connectOrClose()
{
    if (m_line.state() == LiveLine::State::Closed)
        askRow();
    else
        m_line.close();
}

/// Whether there is a line to ask on, if only to be.
bool AskPanel::connectIfNeeded()
{
    if (m_line.state() == LiveLine::State::Closed && m_port && m_variant)
        m_line.open(model(), *m_port);
    return m_line.state() == LiveLine::State::Open;
}

void AskPanel::askRow()
{
    if (connectIfNeeded())
        m_line.ask(m_form->row());
}

void AskPanel::takeTestRow()
{
    const Result<LiveRows> rows = testRowsFor(*m_document.dataset(), m_variant->model);
    if (!rows) {
        m_document.report(Stage::Device, rows.error());
        return;
    }
    const auto row = rows->rows.row(static_cast<Eigen::Index>(m_nextTestRow++ % rows->truths.size()));
    m_form->show({row.data(), row.data() + row.size()});
    askRow();
}

void AskPanel::streamOrStop()
{
    if (m_line.session().streams) {
        m_line.stopStream();
        return;
    }
    Result<LiveRows> rows = testRowsFor(*m_document.dataset(), m_variant->model);
    m_rowsProblem.reset();
    if (!rows)
        m_rowsProblem = rows.error();
    else if (connectIfNeeded()) {
        m_rows = std::make_shared<const LiveRows>(*std::move(rows));
        m_seen->beginStream();
        m_line.stream(m_rows, m_rate->currentData().toDouble());
    }
    refresh();
}

void AskPanel::take(const std::vector<LiveAnswer>& answers)
{
    m_seen->add(answers);
    m_card->show(answers.back());
    if (answers.back().question.testRow)
        m_form->show(answers.back().question.row);
}

void AskPanel::showSource()
{
    m_source->setCurrentIndex(m_sources->currentIndex());
    for (int i = 0; i < m_source->count(); ++i) // only the shown one takes room
        m_source->widget(i)->setSizePolicy(
            QSizePolicy::Preferred, i == m_source->currentIndex() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    if (m_line.session().streams)
        m_line.stopStream();
    refresh();
}

void AskPanel::refresh()
{
    const LiveLine::State state = m_line.state();
    if (std::exchange(m_wasLent, state == LiveLine::State::Lent) && state == LiveLine::State::Open)
        m_line.ask(m_form->row()); // the new program is asked what the one before was asked
    const bool closed = state == LiveLine::State::Closed;
    m_connect->setText(closed ? tr("Connect") : tr("Disconnect"));
    m_connect->setIcon(icon(closed ? QStringLiteral("play") : QStringLiteral("stop")));
    m_connect->setEnabled(!closed || (m_port && m_variant));
    setTone(*m_status, closed && m_line.news() ? Tone::Error : Tone::Muted);
    m_status->setText(statusText());
    const auto& hello = m_line.session().hello;
    m_card->setBoardName(hello ? QString::fromStdString(hello->boardName) : QString());
    refreshNext();
    refreshStream();
}

void AskPanel::refreshNext()
{
    const bool closed = m_line.state() == LiveLine::State::Closed;
    const Board& board = m_document.board();
    const bool flash = closed && m_port && m_line.news() && wantsFlashing(*m_line.news());
    m_next->setVisible(flash || (!m_port && board.isVirtual));
    m_next->setText(m_port ? tr("Flash this model") : tr("Start a virtual %1").arg(QString::fromStdString(board.name)));
}

QString AskPanel::statusText() const
{
    const QString path = QString::fromStdString(m_line.port().path);
    const LiveSession::State& session = m_line.session();
    switch (m_line.state()) {
    case LiveLine::State::Closed:
        if (m_line.news())
            return messageText(*m_line.news());
        return m_port ? tr("Connect, or move a slider. The board has to run this model: build and upload it first.")
                      : tr("Choose a board on the left, or start a virtual one.");
    case LiveLine::State::Lent:
        return tr("The port is needed for the board's program; the questions go on afterwards.");
    case LiveLine::State::Open:
        break;
    }
    if (!session.hello || session.connection != ConnectionState::Ready)
        return connectionText(session.connection, path);
    return tr("%1 on %2 answers as %3.")
        .arg(QString::fromStdString(session.hello->boardName), path, QString::fromStdString(session.hello->modelName));
}

void AskPanel::refreshStream()
{
    const bool streams = m_line.session().streams;
    const bool hasRows = m_document.dataset() && m_variant;
    const bool canAsk = m_port && m_variant && m_line.state() != LiveLine::State::Lent;
    const auto source = static_cast<Source>(m_sources->currentIndex());
    m_form->setChangeable(source == Source::OneQuestion && canAsk);
    m_takeRow->setEnabled(canAsk && hasRows);
    m_stream->setEnabled(streams || (canAsk && hasRows));
    m_stream->setText(streams ? tr("Stop") : tr("Stream test rows"));
    m_stream->setIcon(icon(streams ? QStringLiteral("stop") : QStringLiteral("play")));
    setTone(*m_streamNote, m_rowsProblem ? Tone::Error : Tone::Muted);
    const std::size_t rows = m_rows ? m_rows->truths.size() : 0, done = m_line.session().streamed;
    if (m_rowsProblem)
        m_streamNote->setText(messageText(*m_rowsProblem));
    else if (!hasRows)
        m_streamNote->setText(tr("Test rows come from a table: open one on the Data page."));
    else if (rows > 0 && done > 0)
        m_streamNote->setText(
            tr("Row %1 of %2")
                .arg(countText(static_cast<std::int64_t>(done)), countText(static_cast<std::int64_t>(rows))));
    else
        m_streamNote->setText(tr("Rows that the training has never seen, one after the other."));
    m_progress->setFraction(rows > 0 ? static_cast<double>(done) / static_cast<double>(rows) : 0);
}

void AskPanel::save()
{
    auto* dialog =
        new QFileDialog(this, tr("Save what was asked and answered"), tr("answers.csv"), tr("Tables (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &AskPanel::saveAs);
    dialog->open();
}

void AskPanel::saveAs(const QString& path)
{
    const std::string csv = m_seen->history().csv(m_variant->model.preprocessing.features);
    if (const auto written = writeFileAtomically(path.toStdU16String(), csv); !written)
        m_document.report(Stage::Device, written.error());
}

void AskPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AskPanel::retranslate()
{
    m_connect->setToolTip(tr("Open the board's port for questions; the monitor lets go of it meanwhile"));
    m_sources->setTabText(0, tr("One question"));
    m_sources->setTabToolTip(0, tr("Set every value yourself"));
    m_sources->setTabText(1, tr("Test rows"));
    m_sources->setTabToolTip(1, tr("Rows of the table that the training has not seen"));
    m_sources->setAccessibleName(tr("Where questions come from"));
    m_hint->setText(tr("The coloured part of a slider is what was learned."));
    m_takeRow->setText(tr("Take a test row"));
    m_takeRow->setToolTip(tr("Set the sliders to the next row of the test part"));
    m_rate->setAccessibleName(tr("How fast rows are sent"));
    m_rate->setToolTip(m_rate->accessibleName());
    m_rate->setItemText(0, tr("as fast as it goes"));
    m_rate->setItemText(1, tr("10 a second"));
    m_rate->setItemText(2, tr("1 a second"));
    m_stream->setToolTip(tr("Send the test rows to the board one after the other, from the first"));
    refresh();
}

}
