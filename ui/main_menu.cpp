#include "ui/main_menu.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/stage_names.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenuBar>
#include <QUndoStack>

namespace broto::ui {

MainMenu::MainMenu(QMainWindow& window, QUndoStack& history) : QObject(&window), m_window(window)
{
    const auto menu = [&] { return window.menuBar()->addMenu(QString()); };
    m_file = menu();
    makeFileMenu();

    m_edit = menu();
    undo = history.createUndoAction(this);
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon(QStringLiteral("undo")));
    redo = history.createRedoAction(this);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    redo->setIcon(icon(QStringLiteral("redo")));
    m_edit->addActions({undo, redo});
    m_edit->addSeparator();
    find = m_edit->addAction(QString());
    find->setShortcut(QKeySequence::Find);
    palette = m_edit->addAction(QString());
    palette->setShortcut(Qt::CTRL | Qt::Key_K);

    m_run = menu();
    train = m_run->addAction(QString());
    train->setShortcut(Qt::Key_F5);
    pause = m_run->addAction(QString());
    pause->setShortcut(Qt::Key_F6);
    step = m_run->addAction(QString());
    step->setShortcut(Qt::Key_F10);
    compress = m_run->addAction(QString());
    buildUploadCheck = m_run->addAction(QString());
    buildUploadCheck->setShortcut(Qt::Key_F9);
    m_run->addSeparator();
    stop = m_run->addAction(QString());
    stop->setShortcut(Qt::SHIFT | Qt::Key_F5);
    cancel = m_run->addAction(QString());

    m_view = menu();
    makeViewMenu();

    m_help = menu();
    explanation = m_help->addAction(QString());
    explanation->setShortcut(Qt::Key_F1);
    explanation->setCheckable(true);
    programs = m_help->addAction(QString());
    programs->setCheckable(true);
    messages = m_help->addAction(QString());
    about = m_help->addAction(QString());
    about->setMenuRole(QAction::AboutRole);
    retranslate();
}

void MainMenu::makeFileMenu()
{
    newProject = m_file->addAction(QString());
    newProject->setShortcut(QKeySequence::New);
    open = m_file->addAction(QString());
    open->setShortcut(QKeySequence::Open);
    m_recent = m_file->addMenu(QString());
    importModel = m_file->addAction(QString());
    m_file->addSeparator();
    save = m_file->addAction(QString());
    save->setShortcut(QKeySequence::Save);
    saveAs = m_file->addAction(QString());
    saveAs->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    exportCode = m_file->addAction(QString());
    exportCode->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    report = m_file->addAction(QString());
    report->setShortcut(QKeySequence::Print);
    m_file->addSeparator();
    quit = m_file->addAction(QString());
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
}

void MainMenu::makeViewMenu()
{
    for (Stage stage : allStages) {
        const int index = static_cast<int>(stage);
        stages[index] = m_view->addAction(QString());
        stages[index]->setShortcut(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index));
    }
    m_view->addSeparator();
    m_language = m_view->addMenu(QString());
    auto* languages = new QActionGroup(this);
    const auto choice = [](QMenu* menu, QActionGroup* group) {
        QAction* action = menu->addAction(QString());
        action->setCheckable(true);
        group->addAction(action);
        return action;
    };
    systemLanguage = choice(m_language, languages);
    english = choice(m_language, languages);
    portuguese = choice(m_language, languages);
    m_theme = m_view->addMenu(QString());
    auto* themes = new QActionGroup(this);
    light = choice(m_theme, themes);
    dark = choice(m_theme, themes);
    m_text = m_view->addMenu(QString());
    largerText = m_text->addAction(QString());
    largerText->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    smallerText = m_text->addAction(QString());
    smallerText->setShortcut(Qt::CTRL | Qt::Key_Minus);
    usualText = m_text->addAction(QString());
    usualText->setShortcut(Qt::CTRL | Qt::Key_0);
    m_view->addSeparator();
    lessons = m_view->addAction(QString());
    lessons->setShortcut(Qt::CTRL | Qt::Key_L);
    lessons->setCheckable(true);
    fullScreen = m_view->addAction(QString());
    fullScreen->setShortcut(Qt::Key_F11);
    fullScreen->setCheckable(true);
}

void MainMenu::setRecent(const QStringList& paths)
{
    m_recent->clear();
    for (const QString& path : paths) {
        QAction* action = m_recent->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { emit recentWanted(path); });
    }
    m_recent->setEnabled(!paths.isEmpty());
}

void MainMenu::retranslate()
{
    m_file->setTitle(tr("&File"));
    newProject->setText(tr("&New project"));
    open->setText(tr("&Open…"));
    m_recent->setTitle(tr("Open &recent"));
    importModel->setText(tr("&Import a model…"));
    save->setText(tr("&Save"));
    saveAs->setText(tr("Save &as…"));
    exportCode->setText(tr("&Export…"));
    report->setText(tr("Repor&t…"));
    quit->setText(tr("&Quit"));
    m_edit->setTitle(tr("&Edit"));
    undo->setToolTip(tr("Undo"));
    redo->setToolTip(tr("Redo"));
    find->setText(tr("&Find"));
    palette->setText(tr("Find a &command…"));
    m_run->setTitle(tr("&Run"));
    train->setText(tr("&Train"));
    pause->setText(tr("&Pause or resume"));
    step->setText(tr("Train one &epoch"));
    compress->setText(tr("&Compress"));
    buildUploadCheck->setText(tr("&Build, upload and check"));
    stop->setText(tr("&Stop"));
    cancel->setText(tr("C&ancel"));
    m_view->setTitle(tr("&View"));
    for (Stage stage : allStages)
        stages[static_cast<int>(stage)]->setText(stageName(stage));
    m_language->setTitle(tr("&Language"));
    systemLanguage->setText(tr("As the system"));
    english->setText(QStringLiteral("English"));
    portuguese->setText(QStringLiteral("Português (Brasil)"));
    m_theme->setTitle(tr("&Theme"));
    light->setText(tr("Light"));
    dark->setText(tr("Dark"));
    m_text->setTitle(tr("Text &size"));
    largerText->setText(tr("&Larger"));
    smallerText->setText(tr("&Smaller"));
    usualText->setText(tr("&Usual"));
    lessons->setText(tr("&Lessons"));
    fullScreen->setText(tr("F&ull screen"));
    m_help->setTitle(tr("&Help"));
    explanation->setText(tr("&Explain this page"));
    programs->setText(tr("&Programs"));
    messages->setText(tr("&Messages"));
    about->setText(tr("&About Broto"));
}

}
