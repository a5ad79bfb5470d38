#pragma once

#include "ui/jobs/left_project.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace broto::ui {

class MessageStrip;

/// What is said about a project that a program has left.
Message offerOf(const LeftProject& left);

/// The same once it is open.
Message openedOf(const LeftProject& left);

/// A line for each project that a program has left, with what can be done about it; more than three fold into "n
/// more". Closing a line puts it off to the next start.
class RecoveryList : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t mostShown = 3;

    explicit RecoveryList(QWidget* parent = nullptr);

    void show(const std::vector<LeftProject>& found);

signals:
    void openWanted(const LeftProject& left);
    void discardWanted(const LeftProject& left);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addLine(const LeftProject& left);

    std::vector<LeftProject> m_found;
    bool m_unfolded = false;
    QVBoxLayout* m_lines;
    QPushButton* m_more;
};

}
