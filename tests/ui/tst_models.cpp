#include "ui/fixtures.h"
#include "ui/models/ports_model.h"
#include "ui/models/table_model.h"
#include "ui/models/variants_model.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace broto;
using namespace broto::ui;

namespace {

Port port(std::string path)
{
    Port result;
    result.path = path;
    result.description = "Board at " + path;
    return result;
}

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

}

class ModelsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theTableShowsNumbersCategoriesAndGaps()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model, strict);
        QCOMPARE(model.rowCount(), 0);
        auto table = std::make_shared<Table>();
        table->rows = 2;
        Column numbers;
        numbers.header = "speed (km/h)";
        numbers.values = Column::Values::Numbers;
        numbers.numbers = {1.5, std::numeric_limits<double>::quiet_NaN()};
        Column words;
        words.header = "gear";
        words.codes = {0, -1};
        words.categories = {"first"};
        table->columns = {numbers, words};
        model.setTable(table);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("1.5"));
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("first"));
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("speed (km/h)"));
        model.setTable(nullptr);
        QCOMPARE(model.columnCount(), 0);
    }

    void aLargeTableIsToldOfInPortions()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model, strict);
        const QSignalSpy portions(&model, &QAbstractItemModel::rowsInserted);
        auto table = std::make_shared<Table>();
        table->rows = 450'000;
        table->columns.resize(1);
        table->columns[0].values = Column::Values::Numbers;
        table->columns[0].numbers.assign(table->rows, 0.5);
        model.setTable(table);
        QCOMPARE(model.allRows(), table->rows);
        QVERIFY(model.rowCount() < 450'000);
        QTRY_COMPARE(model.rowCount(), 450'000);
        QVERIFY(portions.count() >= 4);
        model.setRows(std::make_shared<const RowNumbers>(RowNumbers(300'000, 7)));
        model.setRows(std::make_shared<const RowNumbers>(RowNumbers(3, 7))); // what was under way is over
        QCOMPARE(model.rowCount(), 3);
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.allRows(), std::size_t(3));
    }

    void variantsStandSideBySide()
    {
        VariantsModel model;
        const QAbstractItemModelTester tester(&model, strict);
        const Project project = test::trainedIris();
        model.setVariants(project.variants, boards().front());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, VariantsModel::Name).data().toString(), QStringLiteral("float"));
        QCOMPARE(model.rowNamed("ptq-int8"), 1);
        QCOMPARE(model.rowNamed("nothing"), -1);
        QCOMPARE(model.index(0, VariantsModel::Change).data().toString(), QStringLiteral("–"));
        QVERIFY(model.cost(1).ramBytes < model.cost(0).ramBytes); // of so small a network, flash is mostly code
        const double part = model.index(1, VariantsModel::RamBytes).data(VariantsModel::PartRole).toDouble();
        QVERIFY(part > 0 && part < 1);
    }

    void whatABoardHasNotIsMarked()
    {
        VariantsModel model;
        Board small = boards().front();
        small.ramBytes = 300;
        model.setVariants(test::trainedIris().variants, small);
        const QModelIndex ram = model.index(0, VariantsModel::RamBytes);
        QVERIFY(ram.data(VariantsModel::TooMuchRole).toBool());
        QVERIFY(ram.data(Qt::ToolTipRole).toString().contains(QStringLiteral("300 B")));
        QVERIFY(!model.index(0, VariantsModel::FlashBytes).data(VariantsModel::TooMuchRole).toBool());
        QVERIFY(!model.index(1, VariantsModel::RamBytes).data(VariantsModel::TooMuchRole).toBool());
    }

    void aPortThatStaysKeepsItsRow()
    {
        PortsModel model;
        const QAbstractItemModelTester tester(&model, strict);
        model.setPorts({port("a"), port("b")});
        const QPersistentModelIndex second(model.index(1));
        model.setPorts({port("c"), port("b"), port("d")});
        QVERIFY(second.isValid());
        QCOMPARE(model.port(second.row()).path, std::string("b"));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf("a"), -1);
        model.setPorts({});
        QVERIFY(!second.isValid());
    }
};

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
