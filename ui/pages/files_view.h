#pragma once

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace broto::ui {

class CodeView;
class FindBar;
struct MadeFiles;

/// The files of an export format, one at a time, to be read, searched and copied.
class FilesView : public QWidget {
    Q_OBJECT

public:
    explicit FilesView(QWidget* parent = nullptr);

    /// Null: they are being made; what is to be seen is of another variant until they are here.
    void show(std::shared_ptr<const MadeFiles> made);
    void copy(); ///< all of the shown file
    void find();

signals:
    void copied();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void offerFiles();
    void showFile();
    void tellFolds();
    void retranslate();

    std::shared_ptr<const MadeFiles> m_made;
    QComboBox* m_files;
    CodeView* m_code;
    FindBar* m_find;
    QPushButton* m_fold;
    QPushButton* m_copy;
    QStackedWidget* m_views;
    QLabel* m_note;
};

}
