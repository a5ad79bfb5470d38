#include "ui/pages/files_view.h"

#include "export/placed_files.h"
#include "ui/document/message_text.h"
#include "ui/jobs/export_job.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace broto::ui {

namespace {

/// The file that tells most: a sketch, or else the first that is text.
int mostTelling(const MadeFiles& made)
{
    const auto sketch = std::ranges::find_if(
        made.files, [](const ExportedFile& file) { return file.path.ends_with(".ino") || file.path.ends_with(".h"); });
    const auto text = std::ranges::find_if(made.codes, [](const auto& code) { return code.has_value(); });
    return static_cast<int>(sketch != made.files.end() ? sketch - made.files.begin()
                            : text != made.codes.end() ? text - made.codes.begin()
                                                       : 0);
}

/// The files' paths within the one folder that holds them all, if there is one.
QStringList pathsToRead(const ExportedFiles& files)
{
    const std::vector<std::string> tops = topNames(files);
    const qsizetype folder = tops.size() == 1 && files.size() > 1 ? QString::fromStdString(tops[0]).size() + 1 : 0;
    QStringList paths;
    for (const ExportedFile& file : files)
        paths << QString::fromStdString(file.path).mid(folder);
    return paths;
}

}

FilesView::FilesView(QWidget* parent)
    : QWidget(parent),
      m_files(new QComboBox(this)),
      m_code(new CodeView(this)),
      m_find(new FindBar(*m_code, this)),
      m_fold(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_views(new QStackedWidget(this)),
      m_note(makeLabel(Type::Text, Tone::Muted, this))
{
    m_files->setObjectName(QStringLiteral("exportedFiles"));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_code->setObjectName(QStringLiteral("code"));
    m_fold->setObjectName(QStringLiteral("foldLists"));
    m_copy->setObjectName(QStringLiteral("copyCode"));
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_note->setObjectName(QStringLiteral("codeNote"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    arrange();
    connect(m_files, &QComboBox::currentIndexChanged, this, &FilesView::showFile);
    connect(m_copy, &QPushButton::clicked, this, &FilesView::copy);
    connect(m_fold, &QPushButton::clicked, this, [this] { m_code->setAllFolded(!m_code->anythingFolded()); });
    connect(m_code, &CodeView::foldsChanged, this, &FilesView::tellFolds);
    retranslate();
}

void FilesView::arrange()
{
    m_views->addWidget(m_code);
    m_views->addWidget(m_note);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(space::small);
    tools->addWidget(m_files, 1);
    tools->addWidget(m_find);
    tools->addWidget(m_fold);
    tools->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(tools);
    layout->addWidget(m_views, 1);
    setTabOrder(m_copy, m_code);
}

void FilesView::copy()
{
    QGuiApplication::clipboard()->setText(m_code->code());
    emit copied();
}

void FilesView::find()
{
    m_find->begin();
}

void FilesView::show(std::shared_ptr<const MadeFiles> made)
{
    m_made = std::move(made);
    if (!m_made) {
        m_copy->setEnabled(false);
        return;
    }
    offerFiles();
    showFile();
}

void FilesView::offerFiles()
{
    QStringList names, before;
    const QStringList paths = pathsToRead(m_made->files);
    for (qsizetype i = 0; i < paths.size(); ++i)
        names << tr("%1 · %2").arg(
            paths[i], bytesText(static_cast<std::int64_t>(m_made->files[static_cast<std::size_t>(i)].bytes.size())));
    for (int i = 0; i < m_files->count(); ++i)
        before << m_files->itemText(i);
    if (names != before) {
        const QSignalBlocker quiet(m_files);
        const int same = names.size() == before.size() ? m_files->currentIndex() : -1; // of the same format, mostly
        m_files->clear();
        m_files->addItems(names);
        m_files->setCurrentIndex(same >= 0 ? same : mostTelling(*m_made));
    }
    m_files->setEnabled(names.size() > 1);
    m_files->setToolTip(names.size() > 1    ? tr("Which of the format's files is shown below.")
                        : names.size() == 1 ? tr("This format has one file: it is shown below.")
                                            : QString());
}

void FilesView::showFile()
{
    const int index = m_files->currentIndex();
    const bool hasFile = m_made && index >= 0 && index < static_cast<int>(m_made->codes.size());
    const bool isCode = hasFile && m_made->codes[static_cast<std::size_t>(index)].has_value();
    if (isCode)
        m_code->show(*m_made->codes[static_cast<std::size_t>(index)]);
    else
        m_note->setText(m_made && m_made->problem ? messageText(*m_made->problem)
                        : hasFile                 ? tr("This file is no text: it is for other programs to read.")
                                                  : QString());
    m_views->setCurrentWidget(isCode ? static_cast<QWidget*>(m_code) : m_note);
    m_find->setEnabled(isCode);
    m_fold->setEnabled(isCode && !m_code->folds().empty());
    m_copy->setEnabled(isCode);
}

void FilesView::tellFolds()
{
    m_fold->setEnabled(!m_code->folds().empty());
    m_fold->setText(m_code->anythingFolded() ? tr("Unfold all") : tr("Fold all"));
}

void FilesView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilesView::retranslate()
{
    m_files->setAccessibleName(tr("File"));
    m_fold->setToolTip(tr("Unfolds or folds the long lists of numbers; Enter does so with the one at the cursor."));
    m_fold->setText(m_code->anythingFolded() ? tr("Unfold all") : tr("Fold all"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the whole file as text, folded or not."));
    m_code->setAccessibleName(tr("Exported code"));
    show(m_made);
}

}
