#include "ui/widgets/numbers_table.h"

#include "data/table_reader.h"
#include "ui/document/message_text.h"
#include "ui/models/table_model.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_copy.h"
#include "ui/widgets/text_measures.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace broto::ui {

namespace {

constexpr int numberHeight = 24;
constexpr QSize numbersSize(560, 420);

QString numbersText(const char* text)
{
    return QCoreApplication::translate("NumbersTable", text);
}

/// What is selected, or all of it.
void copyNumbers(const QTableView& view, const std::shared_ptr<const Table>& table)
{
    std::vector<std::shared_ptr<const Column>> columns;
    for (const Column& column : table->columns)
        columns.emplace_back(table, &column);
    std::vector<CellRange> ranges = rangesOf(view.selectionModel()->selection());
    if (ranges.empty())
        ranges.push_back({0, static_cast<int>(table->rows) - 1, 0, static_cast<int>(columns.size()) - 1});
    if (const Result<QString> text = copiedCells(columns, nullptr, ranges))
        QApplication::clipboard()->setText(*text);
}

}

void showNumbers(QWidget& window, const QString& name, const QString& csv)
{
    ReadOptions plain;
    plain.separator = ',';
    plain.header = true;
    const QByteArray bytes = csv.toUtf8();
    Result<Table> read = readTable({bytes.data(), static_cast<std::size_t>(bytes.size())}, plain);
    auto* dialog = new QDialog(&window);
    dialog->setObjectName(QStringLiteral("numbers"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(name);
    dialog->resize(numbersSize);
    auto* layout = new QVBoxLayout(dialog);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    if (read) {
        const auto table = std::make_shared<const Table>(std::move(*read));
        auto* model = new TableModel(dialog);
        model->setTable(table);
        auto* view = new QTableView(dialog);
        view->setModel(model);
        view->setAccessibleName(name);
        view->setTabKeyNavigation(false);
        setTableFont(*view);
        setRowHeight(*view, numberHeight);
        layout->addWidget(view);
        QPushButton* copy =
            buttons->addButton(numbersText(QT_TRANSLATE_NOOP("NumbersTable", "Copy")), QDialogButtonBox::ActionRole);
        copy->setToolTip(numbersText(
            QT_TRANSLATE_NOOP("NumbersTable", "Copies what is selected, or all of it, for a spreadsheet (Ctrl+C).")));
        const auto copyAll = [view, table] { copyNumbers(*view, table); };
        QObject::connect(copy, &QPushButton::clicked, view, copyAll);
        QObject::connect(new QShortcut(QKeySequence::Copy, dialog), &QShortcut::activated, view, copyAll);
        view->setFocus();
    } else {
        QLabel* nothing = makeLabel(Type::Text, Tone::Muted, dialog);
        nothing->setText(numbersText(QT_TRANSLATE_NOOP("NumbersTable", "There are no numbers yet.")));
        nothing->setAlignment(Qt::AlignCenter);
        layout->addWidget(nothing, 1);
    }
    layout->addWidget(buttons);
    dialog->open();
}

}
