#include "ui/widgets/numbers_table.h"

#include "ui/fixtures.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace broto;
using namespace broto::ui;

/// What a plot shows is there as a table, too.
class NumbersTableTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::speakEnglish(); }

    void theNumbersStandInATable()
    {
        QWidget window;
        showNumbers(window, QStringLiteral("Loss"), QStringLiteral("epoch,training,validation\n1,0.5,0.75\n2,0.25,\n"));
        auto* view = window.findChild<QTableView*>();
        QVERIFY(view);
        QCOMPARE(view->accessibleName(), QStringLiteral("Loss"));
        QCOMPARE(view->model()->rowCount(), 2);
        QCOMPARE(view->model()->columnCount(), 3);
        QCOMPARE(view->model()->index(0, 2).data().toString(), QStringLiteral("0.75"));
        copyButton(window)->click();
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("epoch\ttraining\tvalidation\n1\t0.5\t0.75\n2\t0.25\t"));
        view->selectionModel()->select(view->model()->index(1, 1), QItemSelectionModel::ClearAndSelect);
        copyButton(window)->click();
        QCOMPARE(QApplication::clipboard()->text().trimmed(), QStringLiteral("0.25"));
    }

    void noNumbersAreSaidToBeNone()
    {
        QWidget window;
        showNumbers(window, QStringLiteral("Loss"), {});
        QVERIFY(!window.findChild<QTableView*>());
        QCOMPARE(window.findChild<QLabel*>()->text(), QStringLiteral("There are no numbers yet."));
    }

private:
    static QPushButton* copyButton(const QWidget& window)
    {
        for (auto* button : window.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Copy"))
                return button;
        return nullptr;
    }
};

QTEST_MAIN(NumbersTableTest)
#include "tst_numbers_table.moc"
