#include "ui/widgets/tool_panel.h"

#include "platform/paths.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/number_format.h"
#include "ui/widgets/text_measures.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int toolMarkWidth = 20, toolMarkSize = 16;

QLabel* makeLine(Type type, Tone tone, const QString& text, QWidget* parent)
{
    QLabel* label = makeLabel(type, tone, parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

void setSearched(const QStringList& folders)
{
    std::vector<std::filesystem::path> paths;
    for (const QString& folder : folders)
        paths.emplace_back(folder.toStdString());
    setToolFolders(std::move(paths));
}

/// With places to break a line at.
QString pathText(const std::filesystem::path& path)
{
    return QDir::toNativeSeparators(QString::fromStdString(path.string())).replace(u'/', QStringLiteral("/\u200b"));
}

}

ToolPanel::ToolPanel(QStringList folders, QWidget* parent) : SidePanel(parent), m_folders(std::move(folders))
{
    setObjectName(QStringLiteral("toolPanel"));
    setSearched(m_folders);
    ToolPanel::refresh();
}

void ToolPanel::showEvent(QShowEvent* event)
{
    refresh();
    SidePanel::showEvent(event);
}

void ToolPanel::refresh()
{
    describeClosing(tr("Close the programs"), tr("Closes the list of programs"));
    if (!isVisible())
        m_tools.clear();
    else
        m_tools = toolsOfThisComputer();
    write(tr("Programs"), tr("Programs that Broto calls"), space::small, [this](QVBoxLayout& column) {
        column.addWidget(makeLine(Type::Text, Tone::Plain,
                                  tr("Broto calls these where they are installed. Boards whose program comes with "
                                     "Broto need none to build."),
                                  column.parentWidget()));
        showFolders(column);
        for (const ToolUse use : {ToolUse::Build, ToolUse::Upload, ToolUse::Emulate})
            showTools(column, use);
    });
}

void ToolPanel::showTools(QVBoxLayout& column, ToolUse use)
{
    QWidget* parent = column.parentWidget();
    column.addSpacing(space::small);
    column.addWidget(makeLine(Type::Heading, Tone::Plain,
                              use == ToolUse::Build    ? tr("Build")
                              : use == ToolUse::Upload ? tr("Upload")
                                                       : tr("Virtual boards"),
                              parent));
    for (const Tool& tool : m_tools) {
        if (tool.use != use)
            continue;
        QStringList boards;
        for (const std::string& board : tool.boards)
            boards << QString::fromStdString(board);
        auto* row = new QWidget(parent);
        row->setObjectName(QStringLiteral("tool_") + QString::fromStdString(tool.name));
        row->setToolTip(tr("For: %1").arg(QLocale().createSeparatedList(boards)));
        QLabel* mark = makeLabel(Type::Text, Tone::Muted, row);
        setTextWidth(*mark, toolMarkWidth);
        mark->setPixmap(
            icon(tool.place ? QStringLiteral("done") : QStringLiteral("minus"), tool.place ? Tint::Good : Tint::Muted)
                .pixmap(QSize(toolMarkSize, toolMarkSize), devicePixelRatioF()));
        const QString where = tool.place ? pathText(*tool.place)
                              : tool.package.empty()
                                  ? tr("not found")
                                  : tr("not found: sudo apt install %1").arg(QString::fromStdString(tool.package));
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(makeLine(Type::Text, Tone::Plain, QString::fromStdString(tool.name), row));
        texts->addWidget(makeLine(Type::Note, Tone::Muted, where, row));
        texts->addWidget(makeLine(Type::Note, Tone::Muted,
                                  boards.size() <= 2 ? tr("for %1").arg(QLocale().createSeparatedList(boards))
                                                     : tr("for %Ln board(s)", nullptr, int(boards.size())),
                                  row));
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::hair);
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addLayout(texts, 1);
        column.addWidget(row);
    }
}

void ToolPanel::showFolders(QVBoxLayout& column)
{
    QWidget* parent = column.parentWidget();
    column.addSpacing(space::small);
    column.addWidget(makeLine(Type::Heading, Tone::Plain, tr("Looked for first in"), parent));
    if (m_folders.isEmpty())
        column.addWidget(
            makeLine(Type::Note, Tone::Muted, tr("No folder of your own: the system's search path alone."), parent));
    for (const QString& folder : m_folders) {
        auto* row = new QWidget(parent);
        auto* remove = new QToolButton(row);
        remove->setObjectName(QStringLiteral("removeToolFolder"));
        remove->setIcon(icon(QStringLiteral("close")));
        remove->setAccessibleName(tr("Remove %1").arg(folder));
        remove->setToolTip(tr("Programs are no longer looked for in this folder; nothing is deleted."));
        auto* layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(makeLine(Type::Note, Tone::Plain, pathText(folder.toStdString()), row), 1);
        layout->addWidget(remove, 0, Qt::AlignTop);
        column.addWidget(row);
        connect(
            remove, &QToolButton::clicked, this,
            [this, folder] {
                QStringList left = m_folders;
                left.removeAll(folder);
                setFolders(left);
            },
            Qt::QueuedConnection); // it goes with the button
    }
    auto* add = new QPushButton(tr("Add a folder…"), parent);
    add->setObjectName(QStringLiteral("addToolFolder"));
    add->setToolTip(tr("Programs in it are taken before those of the system, as from a copy of arduino-cli that you "
                       "have unpacked."));
    auto* again = new QPushButton(tr("Look again"), parent);
    again->setObjectName(QStringLiteral("lookAgain"));
    again->setToolTip(tr("After you have installed something."));
    auto* buttons = new FlowLayout(space::small, space::small);
    buttons->addWidget(add);
    buttons->addWidget(again);
    column.addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &ToolPanel::chooseFolder);
    connect(again, &QPushButton::clicked, this, &ToolPanel::refresh, Qt::QueuedConnection);
}

void ToolPanel::chooseFolder()
{
    auto* dialog = new QFileDialog(window(), tr("A folder with programs"));
    dialog->setObjectName(QStringLiteral("toolFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        QStringList all = m_folders;
        all.removeAll(folder);
        setFolders(QStringList(folder) + all);
    });
    dialog->open();
}

void ToolPanel::setFolders(const QStringList& folders)
{
    m_folders = folders;
    setSearched(m_folders);
    refresh();
    emit foldersChanged(m_folders);
}

}
