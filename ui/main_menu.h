#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenu;
class QUndoStack;

namespace broto::ui {

/// The menus and every command in them. The window connects the actions; texts follow the language.
class MainMenu : public QObject {
    Q_OBJECT

public:
    MainMenu(QMainWindow& window, QUndoStack& history);

    QAction *newProject, *open, *importModel, *save, *saveAs, *exportCode, *report, *quit;
    QAction *undo, *redo, *find, *palette;
    QAction *train, *pause, *step, *compress, *buildUploadCheck, *stop, *cancel;
    QAction *systemLanguage, *english, *portuguese, *light, *dark, *lessons, *fullScreen;
    QAction *largerText, *smallerText, *usualText;
    QAction *explanation, *programs, *messages, *about;
    QAction* stages[6];

    void setRecent(const QStringList& paths);
    void retranslate();

signals:
    void recentWanted(const QString& path);

private:
    void makeFileMenu();
    void makeViewMenu();

    QMainWindow& m_window;
    QMenu *m_file, *m_recent, *m_edit, *m_run, *m_view, *m_language, *m_theme, *m_text, *m_help;
};

}
