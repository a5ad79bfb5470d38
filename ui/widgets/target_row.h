#pragma once

#include "common/message.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace broto::ui {

class Document;
class ElidedCombo;

/// What is learned, and as what; beside it what the network gets and tells.
class TargetRow : public QWidget {
    Q_OBJECT

public:
    explicit TargetRow(Document& document, QWidget* parent = nullptr);

    static bool isAboutTarget(const Message& problem); ///< none is chosen: that is said here

signals:
    void columnWanted(std::size_t column); ///< to be shown: it has become the target

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    QString summary() const;

    Document& m_document;
    QLabel* m_targetLabel;
    ElidedCombo* m_target;
    QLabel* m_taskLabel;
    QComboBox* m_task;
    QLabel* m_summary;
};

}
