#include "ui/main_window.h"

#include "ui/commands/choose_board.h"
#include "ui/lessons.h"
#include "ui/main_menu.h"
#include "ui/pages/compress_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/data_views.h"
#include "ui/pages/device_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/network_page.h"
#include "ui/pages/stage_page.h"
#include "ui/pages/welcome_page.h"
#include "ui/project_files.h"
#include "ui/recovery.h"
#include "ui/report_files.h"
#include "ui/side_panels.h"
#include "ui/widgets/explanation_panel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/job_line.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/loss_questions.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_room.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/stage_rail.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tool_panel.h"
#include "ui/widgets/wheel_guard.h"
#include "ui/window_settings.h"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr QSize firstSize(1280, 720);

/// The one local file of what is dragged over the window, or nothing.
QString droppedFile(const QMimeData& mime)
{
    const QList<QUrl> urls = mime.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

}

MainWindow::MainWindow(WindowSettings& settings)
    : m_settings(settings),
      m_autosaver(m_document),
      m_preparer(m_document),
      m_checker(m_document),
      m_planner(m_document),
      m_open(m_document, m_runner),
      m_saver(m_document),
      m_reporter(m_document),
      m_training(m_document, m_runner),
      m_variants(m_document),
      m_compression(m_document, m_runner),
      m_device(m_document, m_runner),
      m_serialLine(m_runner),
      m_capture(m_serialLine),
      m_live(m_runner, m_serialLine),
      m_language(new Language(this))
{
    m_language->choose(settings.language());
    setTextScale(settings.textScale());
    applyTheme(*qApp, settings.theme());
    setWindowIcon(QIcon(QStringLiteral(":/icons/broto.svg")));
    setAcceptDrops(true);
    qApp->installEventFilter(new WheelGuard(this));
    m_menu = new MainMenu(*this, m_document.history());
    m_line = new MessageStrip(this);
    m_line->setObjectName(QStringLiteral("fileLine"));
    m_files = new ProjectFiles(m_document, m_runner, m_open, m_saver, m_training, settings, *m_line, *this);
    m_reports = new ReportFiles(m_document, m_reporter, *m_line, *this);
    makePages();
    m_recovery = new Recovery(m_document, m_open, m_autosaver, *m_files, m_welcome->left(), this);
    m_lessons = new Lessons(m_document, m_open, *m_files, settings, *this);
    m_explanation = new ExplanationPanel(this);
    m_tools = new ToolPanel(settings.toolFolders(), this);
    setCentralWidget(makeFrame());
    menuBar()->setCornerWidget(makeCorner());
    connectMenu();
    connectRunMenu();
    connectViewMenu();
    connectLessons();

    connect(&m_open, &OpenJob::opened, this,
            [this] { openStage(m_document.project().source ? Stage::Data : Stage::Export); });
    connect(&m_open, &OpenJob::imported, this, [this] { openStage(Stage::Compress); });
    connect(&m_open, &OpenJob::failed, this, &MainWindow::reportOpening);
    connect(m_recovery, &Recovery::offered, this, &MainWindow::tellOfLeft);
    connect(m_recovery, &Recovery::opened, this,
            [this](const Message& what) { m_line->show(Severity::Information, what); });
    connect(&m_autosaver, &Autosaver::failed, this, [this](const Message& reason) {
        m_document.note(reason);
        m_line->show(Severity::Warning, reason);
    });
    connect(&m_document, &Document::projectReplaced, this, [this] { m_welcome->messages().clear(); });
    connect(&m_document, &Document::stagesChanged, this, &MainWindow::refreshRail);
    connect(&m_document, &Document::fileChanged, this, &MainWindow::refreshTitle);
    connect(&m_document, &Document::deviceChanged, this, &MainWindow::refreshBoards);
    connect(&m_runner, &JobRunner::started, this, &MainWindow::refreshRail);
    connect(&m_runner, &JobRunner::started, this, &MainWindow::refreshActions);
    connect(&m_runner, &JobRunner::finished, this, &MainWindow::refreshRail);
    connect(&m_runner, &JobRunner::finished, this, &MainWindow::refreshActions);
    connect(&m_runner, &JobRunner::pausedChanged, this, &MainWindow::refreshActions);
    connect(&m_document, &Document::stagesChanged, this, &MainWindow::refreshActions);

    m_autosaver.saveBeforeJobsOf(m_runner);
    m_recovery->search();
    resize(firstSize);
    restoreGeometry(settings.geometry());
    retranslate();
    openWelcome();
}

MainWindow::~MainWindow()
{
    // The pages listen to what is destroyed before them.
    delete takeCentralWidget();
}

void MainWindow::makePages()
{
    m_pages = new PageStack(this);
    m_pages->setObjectName(QStringLiteral("pages"));
    m_welcome = new WelcomePage(m_pages);
    m_data = new DataPage(m_document, m_open, m_planner, m_pages);
    m_network = new NetworkPage(m_document, m_runner, m_training, m_pages);
    m_compress = new CompressPage(m_document, m_runner, m_compression, m_pages);
    m_export = new ExportPage(m_document, m_pages);
    m_devicePage = new DevicePage(m_document, m_runner, m_device, m_open, m_serialLine, m_capture, m_live, m_pages);
    m_pages->addWidget(m_welcome);
    for (StagePage* page : std::initializer_list<StagePage*>{m_data, m_network, m_compress, m_export, m_devicePage}) {
        m_pages->addWidget(page);
        connect(page, &StagePage::stageWanted, this, &MainWindow::openStage);
        connect(page, &StagePage::explanationWanted, m_menu->explanation, &QAction::toggle);
    }
    connect(m_welcome, &WelcomePage::sampleWanted, this,
            [this](const Sample& sample) { m_files->whenSafe([this, &sample] { m_open.openSample(sample); }); });
    connect(m_welcome, &WelcomePage::fileWanted, m_files, &ProjectFiles::chooseAndOpen);
    connect(m_welcome, &WelcomePage::recentWanted, m_files, &ProjectFiles::open);
    connect(m_welcome, &WelcomePage::explanationWanted, m_menu->explanation, &QAction::toggle);
}

QWidget* MainWindow::makeFrame()
{
    auto* frame = new QWidget(this);
    m_rail = new StageRail(frame);
    m_jobLine = new JobLine(m_runner, m_training, {&m_preparer, &m_variants, &m_saver, &m_reporter}, frame);
    connect(&m_document, &Document::projectReplaced, m_jobLine, &JobLine::forget);
    connect(m_jobLine, &JobLine::focusWanted, this, [this] {
        if (auto* page = qobject_cast<StagePage*>(m_pages->currentWidget()))
            page->primaryButton().setFocus();
    });
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    auto* page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_line);
    m_room = new PageRoom(m_pages, frame);
    m_room->setBeside({m_rail});
    page->addWidget(m_room, 1);
    middle->addLayout(page, 1);
    middle->addWidget(&m_lessons->panel());
    middle->addWidget(m_explanation);
    middle->addWidget(m_tools);
    new SidePanels(
        {{m_menu->lessons, &m_lessons->panel()}, {m_menu->explanation, m_explanation}, {m_menu->programs, m_tools}},
        *m_rail, *m_room, this);
    connect(&m_rail->lessons(), &QAbstractButton::toggled, m_menu->lessons, &QAction::setChecked);
    connect(m_menu->lessons, &QAction::toggled, &m_rail->lessons(), &QAbstractButton::setChecked);
    connect(m_lessons, &Lessons::begun, this, [this] { m_menu->lessons->setChecked(true); });
    connect(m_tools, &ToolPanel::foldersChanged, this,
            [this](const QStringList& folders) { m_settings.setToolFolders(folders); });
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_jobLine);
    connect(m_rail, &StageRail::chosen, this, &MainWindow::openStage);
    return frame;
}

QWidget* MainWindow::makeCorner()
{
    auto* corner = new QWidget(this);
    m_board = new QComboBox(corner);
    m_board->setObjectName(QStringLiteral("board"));
    for (const Board& board : boards())
        m_board->addItem(icon(QStringLiteral("device"), Tint::Accent), QString::fromStdString(board.name),
                         QString::fromStdString(board.id));
    auto* layout = new QHBoxLayout(corner);
    layout->setContentsMargins(0, space::hair, space::small, space::hair);
    layout->setSpacing(space::hair);
    layout->addWidget(m_board);
    for (QAction* action : {m_menu->undo, m_menu->redo}) {
        auto* button = new QToolButton(corner);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        layout->addWidget(button);
    }
    connect(m_board, &QComboBox::activated, this, [this] {
        const std::string id = m_board->currentData().toString().toStdString();
        if (id != m_document.project().board)
            m_document.history().push(new ChooseBoard(m_document, id));
    });
    return corner;
}

void MainWindow::openFile(const QString& path)
{
    m_files->open(path);
}

/// In what is before one's eyes: the rows on the data page, else the exported code.
void MainWindow::find()
{
    if (m_pages->currentWidget() == m_data || m_document.project().variants.empty()) {
        openStage(Stage::Data);
        m_data->views().focusFilter();
    } else {
        openStage(Stage::Export);
        m_export->find();
    }
}

void MainWindow::openStage(Stage stage)
{
    // A board can be listened to before there is anything else.
    if ((m_document.empty() && stage != Stage::Device) || (stage == Stage::Data && !m_document.project().source)) {
        openWelcome();
        return;
    }
    StagePage* const pages[] = {m_data, m_network, m_network, m_compress, m_export, m_devicePage};
    m_pages->setCurrentWidget(pages[static_cast<std::size_t>(stage)]);
    if (stage == Stage::Network || stage == Stage::Train)
        m_network->openAs(stage);
    m_rail->select(stage);
    m_explanation->setPage(stageIcon(stage));
    m_lessons->run().noteOpened(stage);
}

void MainWindow::openWelcome()
{
    m_rail->clearSelection();
    m_pages->setCurrentWidget(m_welcome);
    m_explanation->setPage(QStringLiteral("welcome"));
    const std::optional<Message> reason = reasonFor(Stage::Data, m_document.project());
    if (!m_document.empty() && reason)
        m_welcome->messages().show(Severity::Information, *reason);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing && !(m_files->safe() && m_capture.rows() == 0)) {
        event->ignore();
        m_files->whenSafe([this] { closeWithoutCapture(); });
        return;
    }
    m_settings.setGeometry(saveGeometry());
    m_runner.cancel();
    m_autosaver.end();
    event->accept();
}

/// Rows that a device has sent are nobody's yet: not of the project, nor of a file.
void MainWindow::closeWithoutCapture()
{
    const auto closeNow = [this] {
        m_closing = true;
        close();
    };
    if (m_capture.rows() == 0) {
        closeNow();
        return;
    }
    const auto show = [this] {
        openStage(Stage::Device);
        m_devicePage->showCapture();
    };
    askAboutCapture(*this, static_cast<int>(m_capture.rows()), {show, closeNow});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const bool ownFiles = event->source(); // an exported card, which is not to be written for looking where it is
    if (!ownFiles && !droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(path);
}

void MainWindow::refreshTitle()
{
    const QString name = m_document.name();
    setWindowTitle(name.isEmpty() ? QStringLiteral("Broto") : QStringLiteral("%1[*] – Broto").arg(name));
    setWindowModified(m_document.modified());
}

void MainWindow::refreshRail()
{
    m_rail->show(m_document, m_runner.current());
}

void MainWindow::refreshBoards()
{
    const QSignalBlocker blocker(m_board);
    m_board->setCurrentIndex(m_board->findData(QString::fromStdString(m_document.board().id)));
}

void MainWindow::retranslate()
{
    setLocale(QLocale());
    m_menu->retranslate();
    m_board->setAccessibleName(tr("Board"));
    m_board->setToolTip(tr("The board that estimates are for"));
    refreshTitle();
    refreshRail();
    refreshBoards();
    refreshActions();
}

void MainWindow::reportOpening(const Message& reason)
{
    // Beside its cause: the welcome page while there is no project, else the data page.
    m_document.report(Stage::Data, reason);
    if (!m_document.project().source)
        m_welcome->messages().show(Severity::Error, reason);
    else
        openStage(Stage::Data);
}

/// Who has begun with a file sees another page than the one with the offers.
void MainWindow::tellOfLeft()
{
    if (m_pages->currentWidget() != m_welcome)
        m_line->ask(Severity::Information,
                    message("ui.recovery-waits",
                            BROTO_TEXT("core", "Projects that were not saved when Broto ended unexpectedly have been "
                                               "kept. They wait on the first page.")),
                    {{QT_TRANSLATE_NOOP("Answers", "Look at them"), [this] { openWelcome(); }}});
}

}
