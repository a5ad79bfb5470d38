#include "ui/pages/serial_panel.h"

#include "platform/file.h"
#include "ui/document/document.h"
#include "ui/document/message_text.h"
#include "ui/jobs/open_job.h"
#include "ui/widgets/capture_view.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/monitor_view.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/plotter_view.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace broto::ui {

namespace {
constexpr int findOutBaud = 0; ///< the last entry of the list of rates
}

SerialPanel::SerialPanel(Document& document, OpenJob& open, SerialLine& line, CaptureJob& capture, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_open(open),
      m_line(line),
      m_capture(capture),
      m_stack(new QStackedWidget(this)),
      m_monitor(new MonitorView(m_stack)),
      m_plotter(new PlotterView(m_stack)),
      m_captureView(new CaptureView(line, capture, m_stack))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    makeHeader();
    for (QWidget* view : std::initializer_list<QWidget*>{m_monitor, m_plotter, m_captureView})
        m_stack->addWidget(view);
    layout->addWidget(m_stack, 1);
    connectViews();
    connect(&line, &SerialLine::changed, this, &SerialPanel::refresh);
    connect(&line, &SerialLine::broke, &document, &Document::note);
    connect(&line, &SerialLine::linesCame, m_monitor, &MonitorView::take);
    connect(&line, &SerialLine::linesCame, m_plotter, &PlotterView::take);
    connect(&line, &SerialLine::opened, m_plotter, &PlotterView::clear); // times begin anew
    connect(&document, &Document::sourceChanged, this, &SerialPanel::retranslate);
    retranslate();
}

void SerialPanel::makeHeader()
{
    m_listen = new QPushButton(this);
    m_listen->setObjectName(QStringLiteral("listen"));
    m_baudLabel = makeLabel(Type::Text, Tone::Muted, this);
    m_baud = new QComboBox(this);
    m_baud->setObjectName(QStringLiteral("baud"));
    m_baudLabel->setBuddy(m_baud);
    for (const int baud : commonBaudRates)
        m_baud->addItem(QString::number(baud), baud);
    for (const int baud : {230400, 460800, 921600})
        m_baud->addItem(QString::number(baud), baud);
    m_baud->addItem(QString(), findOutBaud);
    m_baud->setCurrentIndex(m_baud->findData(SerialLine::usualBaud));
    m_status = makeLabel(Type::Text, Tone::Muted, this);
    m_status->setObjectName(QStringLiteral("serialStatus"));
    m_status->setWordWrap(true);
    auto* header = new QHBoxLayout;
    header->setSpacing(space::small);
    header->addWidget(m_listen);
    header->addSpacing(space::small);
    header->addWidget(m_baudLabel);
    header->addWidget(m_baud);
    header->addSpacing(space::small);
    header->addWidget(m_status, 1);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(header);
    connect(m_listen, &QPushButton::clicked, this, &SerialPanel::listenOrStop);
    connect(m_baud, &QComboBox::activated, this, [this] {
        if (m_line.listens() || m_baud->currentData().toInt() == findOutBaud)
            listen();
    });
}

void SerialPanel::connectViews()
{
    connect(m_monitor, &MonitorView::sent, &m_line, &SerialLine::send);
    connect(m_monitor, &MonitorView::saveWanted, this, &SerialPanel::saveText);
    connect(m_captureView, &CaptureView::addWanted, this, &SerialPanel::addRows);
    connect(m_captureView, &CaptureView::saveWanted, this, &SerialPanel::saveRows);
}

void SerialPanel::showView(View view)
{
    m_stack->setCurrentIndex(static_cast<int>(view));
}

void SerialPanel::setPort(std::optional<Port> port)
{
    // A board may be gone from the list while it is flashed.
    const bool lent = m_line.state() == SerialLine::State::Lent;
    if (!m_line.listens() || (!lent && (!port || port->path != m_line.port().path)))
        m_line.close(); // or forget why it was closed
    m_port = std::move(port);
    m_captureView->setHasPort(m_port.has_value());
    refresh();
}

void SerialPanel::missPort()
{
    if (!m_port || m_line.listens())
        return;
    m_port.reset();
    m_captureView->setHasPort(false);
    refresh();
}

void SerialPanel::listenOrStop()
{
    if (m_line.listens())
        m_line.close();
    else
        listen();
}

void SerialPanel::listen()
{
    if (!m_port)
        return;
    const int baud = m_baud->currentData().toInt();
    baud == findOutBaud ? m_line.findBaud(*m_port) : m_line.open(*m_port, baud);
}

void SerialPanel::refresh()
{
    const bool listens = m_line.listens();
    const bool open = m_line.state() == SerialLine::State::Open;
    m_listen->setText(listens ? tr("Stop listening") : tr("Listen"));
    m_listen->setIcon(icon(listens ? QStringLiteral("stop") : QStringLiteral("play")));
    m_listen->setEnabled(listens || m_port);
    const QString noPort =
        m_port || listens ? QString() : tr("There is no board to listen to: choose one on the left.");
    m_listen->setToolTip(noPort.isEmpty() ? tr("Open the board's port and take what it prints") : noPort);
    m_baud->setEnabled(m_port.has_value());
    m_baud->setToolTip(m_port ? tr("How fast the board prints; “Find out” tries from 9600 to 115200") : noPort);
    m_monitor->setListening(open);
    m_plotter->setListening(open);
    if (const int found = m_baud->findData(m_line.baud()); open && found >= 0)
        m_baud->setCurrentIndex(found);
    const bool failed = m_line.state() == SerialLine::State::Closed && m_line.news();
    setTone(*m_status, failed ? Tone::Error : Tone::Muted);
    m_status->setText(statusText());
}

QString SerialPanel::statusText() const
{
    const QString path = QString::fromStdString(m_line.port().path);
    const QString news = m_line.news() ? messageText(*m_line.news()) : QString();
    switch (m_line.state()) {
    case SerialLine::State::Closed:
        if (!news.isEmpty())
            return news;
        return m_port ? tr("See what the program on the board prints. Most boards begin anew when somebody listens.")
                      : tr("Choose a board on the left.");
    case SerialLine::State::Opening:
        return tr("Opening %1 …").arg(path);
    case SerialLine::State::FindingBaud:
        return tr("Listening at one rate after the other …");
    case SerialLine::State::Lent:
        return m_line.isLentForQuestions()
                   ? tr("The board is being asked; listening goes on when you disconnect it under “Ask”.")
                   : tr("The port is needed for the board's program; listening goes on afterwards.");
    case SerialLine::State::Open:
        break;
    }
    if (m_line.bytes() == 0)
        return tr("Listening to %1; nothing has come yet.").arg(path);
    const QString count =
        m_line.lines() == 0 ? tr("No whole line yet") : tr("%Ln line(s)", nullptr, static_cast<int>(m_line.lines()));
    return news.isEmpty() ? count : tr("%1 · %2").arg(count, news);
}

void SerialPanel::addRows()
{
    const int rows = static_cast<int>(m_capture.rows());
    m_open.addRows(m_capture.captured(), [panel = QPointer(this), rows](bool added) {
        if (panel && added)
            panel->takeAdded(rows);
    });
}

void SerialPanel::takeAdded(int rows)
{
    m_capture.discard();
    const DataSource& source = *m_document.project().source;
    m_captureView->say(
        tr("%Ln row(s) were added to %1, which has %2 now.", nullptr, rows)
            .arg(QString::fromStdString(source.fileName), countText(static_cast<std::int64_t>(source.table->rows))));
}

void SerialPanel::saveRows()
{
    auto* dialog =
        new QFileDialog(this, tr("Save the rows, or add them to a file"), tr("capture.csv"), tr("Tables (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // what stands in a file stays
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &SerialPanel::saveRowsAs);
    dialog->open();
}

void SerialPanel::saveRowsAs(const QString& path)
{
    const Result<SavedCapture> saved = saveCapture(m_capture.captured(), path.toStdU16String(), IfFileExists::Append);
    if (!saved) {
        m_document.report(Stage::Device, saved.error());
        return;
    }
    if (saved->savedElsewhere)
        m_document.report(Stage::Device, *saved->savedElsewhere);
    const int rows = static_cast<int>(m_capture.rows());
    const QString file = QString::fromStdU16String(saved->path.filename().u16string());
    m_capture.discard();
    m_captureView->say(saved->appended ? tr("%Ln row(s) were added to %1.", nullptr, rows).arg(file)
                                       : tr("%Ln row(s) were saved as %1.", nullptr, rows).arg(file));
}

void SerialPanel::saveText()
{
    auto* dialog = new QFileDialog(this, tr("Save what the device printed"), tr("monitor.txt"), tr("Texts (*.txt)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text = m_monitor->text()](const QString& path) {
        if (const auto written = writeFileAtomically(path.toStdU16String(), text.toStdString()); !written)
            m_document.report(Stage::Device, written.error());
    });
    dialog->open();
}

void SerialPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SerialPanel::retranslate()
{
    m_baudLabel->setText(tr("Baud rate"));
    m_baud->setAccessibleName(tr("Baud rate"));
    m_baud->setItemText(m_baud->findData(findOutBaud), tr("Find out"));
    const auto& source = m_document.project().source;
    m_captureView->setTable(source ? QString::fromStdString(source->fileName) : QString());
    refresh();
}

}
