#pragma once

#include <QFrame>

class QLabel;
class QScrollArea;
class QToolButton;

namespace broto::ui {

/// Beside the pages: what the open one is for, how to read it and what its words mean, with figures.
class ExplanationPanel : public QFrame {
    Q_OBJECT

public:
    explicit ExplanationPanel(QWidget* parent = nullptr);

    void setPage(const QString& page); ///< a name for explanationOf()
    QScrollArea& scroll() { return *m_scroll; }

signals:
    void closeWanted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    QString m_page;
    QLabel* m_title;
    QToolButton* m_close;
    QScrollArea* m_scroll;
};

}
