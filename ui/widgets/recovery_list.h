#pragma once

#include "ui/jobs/left_project.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace broto::ui {

class MessageStrip;

/// What is said about a project that a program has left.
Message offerOf(const LeftProject& left);

/// A line for each project that a program has left, with what can be done about it. Closing a line puts it off to the
/// next start.
class RecoveryList : public QWidget {
    Q_OBJECT

public:
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
    QVBoxLayout* m_lines;
};

}
