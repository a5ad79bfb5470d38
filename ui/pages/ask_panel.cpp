#include "ui/pages/ask_panel.h"

#include "device/board_problem.h"
#include "platform/file.h"
#include "ui/document/document.h"
#include "ui/pages/line_header.h"
#include "ui/pages/seen_panel.h"
#include "ui/pages/sensor_source.h"
#include "ui/pages/test_rows_source.h"
#include "ui/widgets/answer_card.h"
#include "ui/widgets/feature_form.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace broto::ui {

namespace {

constexpr int questionWidth = 316;
constexpr qint64 absenceMs = 4000; ///< longer than a board takes to come back, or a connection to give it up
}

AskPanel::AskPanel(Document& document, LiveLine& line, OpenJob& open, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_line(line),
      m_header(new LineHeader(document, line, this)),
      m_testRows(new TestRowsSource(document, line, this)),
      m_sensors(new SensorSource(document, line, open, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_header);
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
    connectSources();
    connect(m_seen, &SeenPanel::saveWanted, this, &AskPanel::save);
    connect(&line, &LiveLine::changed, this, &AskPanel::refresh);
    connect(&line, &LiveLine::broke, &document, &Document::note);
    connect(&line, &LiveLine::answersCame, this, &AskPanel::take);
    connect(&document, &Document::compressChanged, this, &AskPanel::takeModel);
    connect(&document, &Document::variantChosen, this, &AskPanel::takeModel);
    connect(&document, &Document::dataChanged, this, &AskPanel::refresh);
    connect(&document, &Document::deviceChanged, this, [this] {
        if (m_line.state() == LiveLine::State::Closed)
            m_line.close(); // why it was closed may be over: the board has another program
        refresh();
    });
    takeModel();
    retranslate();
}

void AskPanel::connectSources()
{
    connect(m_header, &LineHeader::connectWanted, this, &AskPanel::connectOrClose);
    connect(m_header, &LineHeader::boardWanted, this, &AskPanel::boardWanted);
    connect(m_header, &LineHeader::flashWanted, this, &AskPanel::flashWanted);
    connect(m_testRows, &TestRowsSource::startWanted, this, [this] {
        if (connectIfNeeded())
            m_testRows->begin();
        refresh();
    });
    connect(m_sensors, &SensorSource::flashWanted, this, &AskPanel::flashWanted);
    connect(m_sensors, &SensorSource::startWanted, this, [this] {
        if (connectIfNeeded())
            m_sensors->begin();
        refresh();
    });
}

QWidget* AskPanel::makeQuestion()
{
    auto* column = new QWidget(this);
    setTextWidth(*column, questionWidth);
    m_sources = new QTabBar(column);
    m_sources->setObjectName(QStringLiteral("questionSources"));
    m_sources->setDrawBase(false);
    m_sources->setExpanding(false);
    m_sources->setFocusPolicy(Qt::StrongFocus);
    m_sourceParts = {makeSingle(), m_testRows, m_sensors};
    m_form = new FeatureForm(column);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_sources);
    for (QWidget* part : m_sourceParts) { // the shown one takes room, and no more than it needs
        m_sources->addTab(QString());
        part->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        part->setVisible(part == m_sourceParts.front());
        layout->addWidget(part);
    }
    layout->addWidget(m_form, 1);
    connect(m_sources, &QTabBar::currentChanged, this, &AskPanel::showSource);
    connect(m_form, &FeatureForm::changed, this, &AskPanel::askRow);
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
    m_testRows->setVariant(variant);
    m_sensors->setVariant(variant);
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
    const bool isAnother = !port || port->path != m_line.port().path;
    if (m_line.state() == LiveLine::State::Closed || (m_line.state() == LiveLine::State::Open && isAnother))
        m_line.close(); // or forget why it was closed
    m_port = std::move(port);
    refresh();
}

/// A board that is talked to, or flashed, may come back in a moment.
void AskPanel::missPort(qint64 forMs)
{
    const bool open = m_line.state() == LiveLine::State::Open;
    if (!m_port || m_line.state() == LiveLine::State::Lent || (open && forMs < absenceMs))
        return;
    if (open)
        m_line.giveUp(boardGone(*m_port));
    m_port.reset();
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
    const std::size_t next = m_nextTestRow++ % rows->truths.size();
    const auto row = rows->rows.row(static_cast<Eigen::Index>(next));
    m_form->show({row.data(), row.data() + row.size()});
    if (connectIfNeeded())
        m_line.ask(m_form->row(), rows->truths[next]);
}

void AskPanel::take(const std::vector<LiveAnswer>& answers)
{
    m_seen->add(answers);
    m_card->show(answers.back());
    m_sensors->take(answers);
    const LiveQuestion& question = answers.back().question;
    if (question.testRow || question.sensed)
        m_form->show(question.row);
}

void AskPanel::showSource()
{
    QWidget* shown = m_sourceParts[static_cast<std::size_t>(m_sources->currentIndex())];
    for (QWidget* part : m_sourceParts)
        part->setVisible(part == shown);
    if (m_line.session().streams || m_line.session().senses)
        m_line.stopStream();
    m_seen->setTruthIsKnown(source() != Source::Sensors);
    refresh();
}

AskPanel::Source AskPanel::source() const
{
    return static_cast<Source>(m_sources->currentIndex());
}

void AskPanel::refresh()
{
    const LiveLine::State state = m_line.state();
    if (std::exchange(m_wasLent, state == LiveLine::State::Lent) && state == LiveLine::State::Open)
        m_line.ask(m_form->row()); // the new program is asked what the one before was asked
    m_header->refresh(m_port, m_variant != nullptr);
    const auto& hello = m_line.session().hello;
    m_card->setBoardName(hello ? QString::fromStdString(hello->boardName) : QString());
    const QString why = obstacle();
    m_form->setChangeable(source() == Source::OneQuestion && why.isEmpty());
    m_form->setToolTip(why);
    m_takeRow->setEnabled(why.isEmpty() && m_document.dataset());
    m_takeRow->setToolTip(!why.isEmpty()          ? why
                          : !m_document.dataset() ? tr("Test rows come from a table: open one on the Data page.")
                                                  : tr("Set the sliders to the next row of the test part"));
    m_testRows->refresh(why);
    m_sensors->refresh(why);
}

/// Why nothing can be asked; empty: it can.
QString AskPanel::obstacle() const
{
    if (m_line.state() == LiveLine::State::Lent)
        return tr("The board's port is in use for its program; wait until that is done.");
    return m_port ? QString() : tr("There is no board to ask: choose one on the left, or start a virtual one.");
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
    m_sources->setTabText(0, tr("One question"));
    m_sources->setTabToolTip(0, tr("Set every value yourself"));
    m_sources->setTabText(1, tr("Test rows"));
    m_sources->setTabToolTip(1, tr("Rows of the table that the training has not seen"));
    m_sources->setTabText(2, tr("Sensors"));
    m_sources->setTabToolTip(2, tr("What the board's own pins give"));
    m_sources->setAccessibleName(tr("Where questions come from"));
    m_hint->setText(tr("The coloured part of a slider is what was learned."));
    m_takeRow->setText(tr("Take a test row"));
    refresh();
}

}
