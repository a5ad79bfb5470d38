#include "ui/pages/device_page.h"

#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/models/ports_model.h"
#include "ui/pages/ask_panel.h"
#include "ui/pages/check_verdict.h"
#include "ui/pages/device_log.h"
#include "ui/pages/flash_steps.h"
#include "ui/pages/missing_note.h"
#include "ui/pages/pins_button.h"
#include "ui/pages/serial_panel.h"
#include "ui/pages/variant_picker.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int portsWidth = 256;
constexpr int watchMs = 1000;
constexpr int askView = 1, firstSerialView = 2, viewCount = 5; ///< tabs
}

DevicePage::DevicePage(Document& document, JobRunner& runner, DeviceJob& device, OpenJob& open, SerialLine& line,
                       CaptureJob& capture, LiveLine& live, QWidget* parent)
    : StagePage(Stage::Device, document, parent),
      m_runner(runner),
      m_device(device),
      m_ports(new PortsModel(this)),
      m_ask(new AskPanel(document, live, open, this)),
      m_serial(new SerialPanel(document, open, line, capture, this))
{
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::large);
    columns->addWidget(makePorts());
    columns->addWidget(makeViews(), 1);
    content().addLayout(columns, 1);

    m_watch.setInterval(watchMs);
    connect(&m_watch, &QTimer::timeout, this, &DevicePage::refreshPorts);
    connect(&primaryButton(), &QPushButton::clicked, this, &DevicePage::takePrimary);
    connect(&document, &Document::compressChanged, this, &DevicePage::refresh);
    connect(&document, &Document::variantChosen, this, &DevicePage::refresh);
    connect(&document, &Document::deviceChanged, this, &DevicePage::refresh);
    connect(&device, &DeviceJob::changed, this, &DevicePage::refresh);
    connect(&runner, &JobRunner::started, this, &DevicePage::refresh);
    connect(&runner, &JobRunner::finished, this, &DevicePage::refresh);
    connect(&runner, &JobRunner::progressed, m_steps, &FlashSteps::showProgress);
    connect(&device, &DeviceJob::virtualBoardStarted, this, [this](const Port& port) {
        refreshPorts();
        if (const int row = m_ports->rowOf(port.path); row >= 0)
            m_list->setCurrentIndex(m_ports->index(row));
    });
    retranslate();
}

QWidget* DevicePage::makePorts()
{
    auto* column = new QWidget(this);
    setTextWidth(*column, portsWidth);
    m_portsTitle = makeLabel(Type::Heading, Tone::Plain, column);
    m_list = new QListView(column);
    m_list->setObjectName(QStringLiteral("ports"));
    m_list->setModel(m_ports);
    m_list->setIconSize({20, 20});
    m_list->setSpacing(2);
    m_noPorts = makeLabel(Type::Text, Tone::Muted, column);
    m_noPorts->setWordWrap(true);
    m_startBoard = new QPushButton(column);
    m_startBoard->setObjectName(QStringLiteral("startVirtualBoard"));
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addWidget(m_portsTitle);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_noPorts);
    layout->addWidget(m_startBoard);
    connect(m_startBoard, &QPushButton::clicked, &m_device, &DeviceJob::startVirtualBoard);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_listing)
            return;
        m_gone.reset();
        m_ask->setPort(chosenPort());
        m_serial->setPort(chosenPort());
        if (chosenPort() && chosenPort()->path != m_device.port().path)
            m_device.forgetFailures();
        refresh();
    });
    return column;
}

QWidget* DevicePage::makeViews()
{
    auto* column = new QWidget(this);
    m_views = new QTabBar(column);
    m_views->setObjectName(QStringLiteral("deviceViews"));
    m_views->setDrawBase(false);
    m_views->setExpanding(false);
    m_views->setFocusPolicy(Qt::StrongFocus);
    for (int tab = 0; tab < viewCount; ++tab)
        m_views->addTab(QString());
    m_stack = new QStackedWidget(column);
    m_model = makeSteps();
    m_missingModel = new MissingNote(m_stack);
    for (QWidget* view : std::initializer_list<QWidget*>{m_model, m_ask, m_missingModel, m_serial})
        m_stack->addWidget(view);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(m_views);
    layout->addWidget(m_stack, 1);
    connect(m_missingModel, &MissingNote::stageWanted, this, &DevicePage::stageWanted);
    connect(m_views, &QTabBar::currentChanged, this, &DevicePage::showView);
    connect(m_ask, &AskPanel::boardWanted, &m_device, &DeviceJob::startVirtualBoard);
    connect(m_ask, &AskPanel::flashWanted, this, &DevicePage::takePrimary);
    return column;
}

/// The first tabs are about the model, the others are the views of what the board prints.
void DevicePage::showView()
{
    const int tab = m_views->currentIndex();
    if (tab >= firstSerialView)
        m_serial->showView(static_cast<SerialPanel::View>(tab - firstSerialView));
    m_stack->setCurrentWidget(tab >= firstSerialView ? m_serial
                              : blocked()            ? m_missingModel
                              : tab == askView       ? static_cast<QWidget*>(m_ask)
                                                     : m_model);
}

QWidget* DevicePage::makeSteps()
{
    auto* column = new QWidget(this);
    m_variantLabel = makeLabel(Type::Text, Tone::Muted, column);
    m_variant = new VariantPicker(document(), column);
    m_variant->setObjectName(QStringLiteral("deviceVariant"));
    m_variantLabel->setBuddy(m_variant);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(space::small);
    choice->addWidget(m_variantLabel);
    choice->addWidget(m_variant);
    choice->addWidget(new PinsButton(document(), column));
    choice->addStretch(1);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(choice);
    m_steps = new FlashSteps(document(), m_device, m_runner, column);
    m_verdict = new CheckVerdict(document(), column);
    m_log = new DeviceLog(m_device, column);
    layout->addWidget(m_steps);
    layout->addWidget(m_verdict);
    layout->addSpacing(space::small);
    layout->addWidget(m_log, 1);
    return column;
}

QString DevicePage::verdict() const
{
    return m_verdict->text();
}

void DevicePage::retranslate()
{
    setTitle(stageName(stage()),
             tr("Put the model on a board and compare its answers with the workbench, number by number."));
    m_portsTitle->setText(tr("Boards"));
    m_noPorts->setText(tr("No board is chosen. A virtual one runs the same program."));
    m_list->setAccessibleName(tr("Boards"));
    const std::pair<QString, QString> views[] = {
        {tr("Model"), tr("Put the model on the board and check it")},
        {tr("Ask"), tr("Ask the board and the workbench the same, and see both answers")},
        {tr("Monitor"), tr("The lines that the board prints")},
        {tr("Plotter"), tr("The numbers that the board prints, drawn over time")},
        {tr("Capture"), tr("Rows for a table from the numbers that the board prints")}};
    for (int tab = 0; tab < m_views->count(); ++tab) {
        m_views->setTabText(tab, views[tab].first);
        m_views->setTabToolTip(tab, views[tab].second);
    }
    m_views->setAccessibleName(tr("What to do with the board"));
    m_variantLabel->setText(tr("Variant"));
    refresh();
}

void DevicePage::showEvent(QShowEvent* event)
{
    StagePage::showEvent(event);
    refreshPorts();
    m_watch.start();
}

void DevicePage::hideEvent(QHideEvent* event)
{
    StagePage::hideEvent(event);
    m_watch.stop();
}

void DevicePage::refreshPorts()
{
    listPortsAgain();
    if (m_gone) {
        missBoard();
    } else if (!m_list->currentIndex().isValid()) {
        // The board that the estimates are for. A port of unknown kind is left for the person to choose: most
        // computers have a serial port with nothing on it.
        for (int row = m_ports->rowCount() - 1; row >= 0; --row)
            if (m_ports->port(row).boardId == document().board().id)
                m_list->setCurrentIndex(m_ports->index(row));
    }
    refresh();
}

/// The chosen board may be gone for a moment, unplugged or in its reset. No other one takes its place then.
void DevicePage::listPortsAgain()
{
    const std::optional<Port> before = chosenPort();
    m_listing = true;
    m_ports->setPorts(listPorts());
    if (before && chosenPort() != before) {
        m_gone = before;
        m_goneSince.start();
        m_list->setCurrentIndex({});
    }
    m_listing = false;
}

/// A board may be gone for as long as it is flashed. Otherwise those that talk to it are told how long it has been.
void DevicePage::missBoard()
{
    if (const int row = m_ports->rowOf(m_gone->path); row >= 0) {
        m_list->setCurrentIndex(m_ports->index(row));
        return;
    }
    const auto kind = m_runner.current();
    if (kind && needsPort(*kind))
        m_goneSince.start();
    m_ask->missPort(m_goneSince.elapsed());
    m_serial->missPort();
}

void DevicePage::refresh()
{
    const Board& board = document().board();
    const bool idle = !m_runner.current();
    const auto port = chosenPort();
    m_noPorts->setVisible(!port);
    m_startBoard->setText(tr("Start a virtual %1").arg(QString::fromStdString(board.name)));
    m_startBoard->setEnabled(idle && board.isVirtual);
    const QString busy = idle ? QString() : tr("Something is running: wait until it is done, or cancel it.");
    const QString noBoard = tr("This version has no virtual board of this kind.");
    m_startBoard->setToolTip(board.isVirtual ? busy : noBoard);
    // Until there is a board, the primary button is the one that starts a virtual one.
    m_startBoard->setVisible(port || blocked());
    primaryButton().setText(port ? tr("Build, upload and check") : m_startBoard->text());
    primaryButton().setEnabled(idle && (port ? document().chosenVariant() != nullptr : board.isVirtual));
    primaryButton().setToolTip(port || board.isVirtual ? busy : noBoard);
    m_variant->setEnabled(idle);
    m_variant->setToolTip(busy);
    m_missingModel->show(document(), stage());
    showView();
    m_steps->refresh();
    m_verdict->refresh();
    m_log->refresh();
}

void DevicePage::showCapture()
{
    m_views->setCurrentIndex(firstSerialView + static_cast<int>(SerialPanel::View::Capture));
}

void DevicePage::takePrimary()
{
    const auto port = chosenPort();
    if (!port)
        m_device.startVirtualBoard();
    else if (const auto variant = document().chosenVariant()) {
        m_views->setCurrentIndex(0);
        m_device.run(variant, *port);
    }
}

/// Where the core is missing that builds for the board.
std::optional<StagePage::Remedy> DevicePage::remedyFor(const Message& problem) const
{
    const auto& core = m_device.missingCore();
    if (!core || (problem.id != "device.core-missing" && problem.id != "device.core-not-installed"))
        return {};
    return Remedy{tr("Install %1").arg(QString::fromStdString(core->core())),
                  tr("Download it with arduino-cli and install it for you alone. This takes some minutes.")};
}

void DevicePage::takeRemedy()
{
    m_views->setCurrentIndex(0);
    m_log->unfold(); // what it says is all that can be seen of it
    m_device.installCore();
}

std::optional<Port> DevicePage::chosenPort() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return {};
    return m_ports->port(index.row());
}

}
