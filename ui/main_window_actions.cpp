#include "ui/main_window.h"

#include "ui/help_boxes.h"
#include "ui/lessons.h"
#include "ui/main_menu.h"
#include "ui/pages/compress_page.h"
#include "ui/pages/device_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/welcome_page.h"
#include "ui/project_files.h"
#include "ui/report_files.h"
#include "ui/side_panels.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/explanation_panel.h"
#include "ui/widgets/lesson_panel.h"
#include "ui/widgets/sample_texts.h"
#include "ui/widgets/stage_names.h"
#include "ui/widgets/stage_rail.h"
#include "ui/widgets/theme.h"
#include "ui/window_settings.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMenuBar>
#include <QPushButton>

// What the window's menus do, and when they can.

namespace broto::ui {

void MainWindow::connectMenu()
{
    connect(m_menu->newProject, &QAction::triggered, this, [this] {
        m_files->whenSafe([this] {
            m_runner.cancel();
            m_document.replace({}, {});
            openWelcome();
        });
    });
    connect(m_menu->open, &QAction::triggered, m_files, &ProjectFiles::chooseAndOpen);
    connect(m_menu->importModel, &QAction::triggered, m_files, &ProjectFiles::chooseAndImport);
    connect(m_menu, &MainMenu::recentWanted, m_files, &ProjectFiles::open);
    connect(m_menu->save, &QAction::triggered, m_files, &ProjectFiles::save);
    connect(m_menu->saveAs, &QAction::triggered, m_files, &ProjectFiles::saveAs);
    connect(m_menu->report, &QAction::triggered, m_reports, &ReportFiles::chooseAndWrite);
    connect(m_menu->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menu->exportCode, &QAction::triggered, this, [this] {
        openStage(Stage::Export);
        m_export->saveAs();
    });
    connect(m_menu->find, &QAction::triggered, this, &MainWindow::find);
    connect(m_menu->palette, &QAction::triggered, this, &MainWindow::openPalette);
    connect(m_menu->messages, &QAction::triggered, this, [this] { showMessages(m_document, *this); });
    connect(m_menu->about, &QAction::triggered, this, [this] { showAbout(*this); });
    const auto refreshRecent = [this] {
        m_menu->setRecent(m_settings.recentProjects());
        m_welcome->setRecent(m_settings.recentProjects());
    };
    connect(m_files, &ProjectFiles::recentChanged, this, refreshRecent);
    refreshRecent();
}

void MainWindow::connectRunMenu()
{
    connect(m_menu->train, &QAction::triggered, this, [this] {
        openStage(Stage::Train);
        m_training.start();
    });
    connect(m_menu->pause, &QAction::triggered, &m_training, &TrainingJob::pauseOrResume);
    connect(m_menu->step, &QAction::triggered, this, [this] {
        openStage(Stage::Train);
        m_training.step();
    });
    connect(m_menu->compress, &QAction::triggered, this, [this] {
        openStage(Stage::Compress);
        m_compress->compress();
    });
    connect(m_menu->buildUploadCheck, &QAction::triggered, this, [this] {
        openStage(Stage::Device);
        m_devicePage->primaryButton().click();
    });
    connect(m_menu->stop, &QAction::triggered, &m_runner, &JobRunner::stop);
    connect(m_menu->cancel, &QAction::triggered, &m_runner, &JobRunner::cancel);
}

void MainWindow::connectViewMenu()
{
    for (Stage stage : allStages)
        connect(m_menu->stages[static_cast<int>(stage)], &QAction::triggered, this,
                [this, stage] { openStage(stage); });
    const std::pair<QAction*, Language::Choice> languages[] = {{m_menu->systemLanguage, Language::Choice::System},
                                                               {m_menu->english, Language::Choice::English},
                                                               {m_menu->portuguese, Language::Choice::Portuguese}};
    for (const auto& [action, choice] : languages) {
        action->setChecked(m_settings.language() == choice);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_settings.setLanguage(choice);
            m_language->choose(choice);
        });
    }
    const std::pair<QAction*, Theme> themes[] = {{m_menu->light, Theme::Light}, {m_menu->dark, Theme::Dark}};
    for (const auto& [action, theme] : themes) {
        action->setChecked(m_settings.theme() == theme);
        connect(action, &QAction::triggered, this, [this, theme = theme] {
            m_settings.setTheme(theme);
            applyTheme(*qApp, theme);
        });
    }
    connect(m_menu->largerText, &QAction::triggered, this, [this] { changeText(1); });
    connect(m_menu->smallerText, &QAction::triggered, this, [this] { changeText(-1); });
    connect(m_menu->usualText, &QAction::triggered, this, [this] { changeText(0); });
    connect(m_menu->fullScreen, &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
}

void MainWindow::connectLessons()
{
    connect(m_lessons, &Lessons::hiddenChanged, this, [this](const std::set<Stage>& hidden) {
        m_rail->hideStages(hidden);
        for (Stage stage : allStages)
            m_menu->stages[static_cast<int>(stage)]->setVisible(!hidden.contains(stage));
    });
    connect(m_welcome, &WelcomePage::tourWanted, m_lessons, &Lessons::beginTour);
    connect(m_export, &ExportPage::taken, &m_lessons->run(), &LessonRun::noteCodeTaken);
}

void MainWindow::openPalette()
{
    std::vector<NamedCommand> commands = commandsIn(*menuBar());
    for (int i = 0; i < m_board->count(); ++i)
        commands.push_back({m_board->itemText(i), tr("Board"), {}, true, [this, i] {
                                m_board->setCurrentIndex(i);
                                emit m_board->activated(i);
                            }});
    for (const Sample* sample : samplesInOrder())
        commands.push_back(
            {sampleTitle(*sample), tr("Sample"), {}, true, [this, sample] { emit m_welcome->sampleWanted(*sample); }});
    (new CommandPalette(std::move(commands), this))->openAbove(*this);
}

/// A step at a time; none: the usual size again.
void MainWindow::changeText(int steps)
{
    const double scale = steps == 0 ? 1 : nextTextScale(textScale(), steps);
    m_settings.setTextScale(scale);
    applyTextScale(*qApp, m_settings.theme(), scale);
}

void MainWindow::refreshActions()
{
    const bool idle = !m_runner.current();
    const bool models = !m_document.project().variants.empty();
    m_menu->save->setEnabled(!m_document.empty());
    m_menu->saveAs->setEnabled(!m_document.empty());
    m_menu->exportCode->setEnabled(models);
    m_menu->report->setEnabled(!m_document.empty());
    m_menu->find->setEnabled(!m_document.empty());
    m_menu->train->setEnabled(idle && m_document.dataset());
    m_menu->pause->setEnabled(m_training.running());
    m_menu->step->setEnabled(m_training.paused() || m_menu->train->isEnabled());
    m_menu->compress->setEnabled(idle && m_document.project().trained);
    m_menu->buildUploadCheck->setEnabled(idle && models);
    m_menu->stop->setEnabled(!idle && m_runner.current() != JobKind::Compress); // half a variant is none
    m_menu->cancel->setEnabled(!idle);
}

}
