#include "data/window_plan.h"
#include "ui/commands/data_edits.h"
#include "ui/fixtures.h"
#include "ui/jobs/dataset_preparer.h"
#include "ui/pages/data_views.h"
#include "ui/widgets/column_combo.h"
#include "ui/widgets/column_header.h"
#include "ui/widgets/distribution_plot.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/picture_export.h"
#include "ui/widgets/scatter_plot.h"
#include "ui/widgets/series_plot.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace broto;
using namespace broto::ui;

namespace {

/// The views of a document, as the data page has them.
struct Bench {
    Document document;
    DatasetPreparer preparer{document};
    DataViews views{document};

    Bench()
    {
        views.resize(900, 500);
        views.show();
    }
    void open(Project project) { document.replace(std::move(project), {}); }
    template<class Widget>
    Widget& part(const char* name)
    {
        return *views.findChild<Widget*>(QLatin1String(name));
    }
    QTableView& table() { return part<QTableView>("table"); }
    int rows() { return table().model()->rowCount(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QString rowName(int row) { return table().model()->headerData(row, Qt::Vertical).toString(); }
    void filter(const QString& text)
    {
        auto& edit = part<QLineEdit>("filter");
        edit.clear();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    /// The statistics under the distribution: values, missing ones and so on.
    QStringList facts()
    {
        QStringList numbers;
        for (const auto* label : views.findChildren<QLabel*>()) {
            if (label->isVisible() && label->textInteractionFlags() & Qt::TextSelectableByMouse)
                numbers << label->text();
        }
        return numbers;
    }
    /// The sentence in the visible view that says why there is nothing to see.
    QString message()
    {
        for (const auto* label : views.findChildren<QLabel*>(QStringLiteral("viewMessage"))) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }
};

Project projectOf(std::string csv)
{
    Result<Project> project = projectWithData("trip.csv", std::move(csv));
    Q_ASSERT(project);
    return *project;
}

constexpr int petalLength = 2, species = 4;

}

class DataViewsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Theme::Light);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void allViewsShareTheSelectedColumn()
    {
        Bench bench;
        bench.open(test::irisProject());
        QSignalSpy changed(&bench.views, &DataViews::columnsSelected);
        bench.table().selectionModel()->setCurrentIndex(bench.table().model()->index(3, petalLength),
                                                        QItemSelectionModel::ClearAndSelect);
        QCOMPARE(changed.last().first().value<std::vector<std::size_t>>(), (std::vector<std::size_t>{petalLength}));
        const std::pair<int, const char*> combos[] = {
            {1, "distributionColumn"}, {2, "scatterAcross"}, {4, "seriesColumn"}};
        for (const auto& [tab, combo] : combos) {
            bench.part<QTabBar>("dataViews").setCurrentIndex(tab);
            QTRY_COMPARE(bench.part<ColumnCombo>(combo).column(), petalLength);
        }
        auto& combo = bench.part<ColumnCombo>("seriesColumn");
        combo.setCurrentIndex(0);
        emit combo.activated(0);
        QCOMPARE(bench.views.column(), 0);
        bench.part<QTabBar>("dataViews").setCurrentIndex(0);
        QTRY_COMPARE(bench.table().currentIndex().column(), 0);
    }

    void severalColumnsAreSelectedInTheTable()
    {
        Bench bench;
        bench.open(test::irisProject());
        QSignalSpy selected(&bench.views, &DataViews::columnsSelected);
        bench.table().selectColumn(1);
        bench.table().selectionModel()->select(bench.table().model()->index(0, 3),
                                               QItemSelectionModel::Select | QItemSelectionModel::Columns);
        QCOMPARE(selected.last().first().value<std::vector<std::size_t>>(), (std::vector<std::size_t>{1, 3}));
        QCOMPARE(bench.views.column(), 1);
        bench.document.replace({}, {});
        QVERIFY(selected.last().first().value<std::vector<std::size_t>>().empty());
    }

    void aNewTableIsSeenFromItsBeginning()
    {
        constexpr int columns = 40;
        std::string header, row;
        for (int i = 0; i < columns; ++i) {
            header += (i ? ",c" : "c") + std::to_string(i);
            row += (i ? "," : "") + std::to_string(i) + ".5";
        }
        Bench bench;
        connect(&bench.document, &Document::sourceChanged, &bench.views,
                [&] { bench.views.selectColumn(columns - 1); });
        bench.open(projectOf(header + "\n" + row + "\n" + row + "7\n"));
        QScrollBar& across = *bench.table().horizontalScrollBar();
        QTRY_VERIFY(across.maximum() > 0);
        QCOMPARE(bench.table().currentIndex().column(), columns - 1);
        QCOMPARE(across.value(), across.minimum());
        bench.views.selectColumn(columns / 2);
        QTRY_VERIFY(across.value() > across.minimum());
    }

    void rowsAreSortedAndKeepTheirNumbers()
    {
        Bench bench;
        bench.open(projectOf("x,y\n3,1.5\n,2.5\n1,3.5\n2,4.5\n"));
        auto* columns = bench.views.findChild<ColumnHeader*>();
        emit columns->sortWanted(0);
        QTRY_COMPARE(bench.rowName(0), QStringLiteral("3"));
        QCOMPARE(bench.cell(0, 0), QStringLiteral("1"));
        QCOMPARE(bench.cell(3, 0), QStringLiteral("–"));
        emit columns->sortWanted(0);
        QTRY_COMPARE(bench.rowName(0), QStringLiteral("1"));
        QCOMPARE(bench.rowName(3), QStringLiteral("2"));
        emit columns->sortWanted(0);
        QTRY_COMPARE(bench.rowName(1), QStringLiteral("2"));
        QCOMPARE(bench.document.history().count(), 0); // looking changes nothing
    }

    void theSortMenuOffersTheSelectedColumn()
    {
        Bench bench;
        bench.open(projectOf("x,y\n3,1.5\n1,2.5\n2,3.5\n"));
        QMenu& menu = *bench.part<QToolButton>("sort").menu();
        emit menu.aboutToShow();
        QCOMPARE(menu.actions().size(), 1);
        bench.views.selectColumn(0);
        emit menu.aboutToShow();
        QCOMPARE(menu.actions().size(), 3);
        menu.actions().last()->trigger();
        QTRY_COMPARE(bench.cell(2, 0), QStringLiteral("1"));
    }

    void rowsAreFiltered()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.views.selectColumn(petalLength);
        bench.filter(QStringLiteral("petal length > 6 & virginica"));
        QTRY_COMPARE(bench.rows(), 9);
        QVERIFY(bench.part<QLabel>("rowCount").text().startsWith(QStringLiteral("9 of 150")));
        QCOMPARE(bench.views.column(), petalLength);
        bench.filter(QStringLiteral("petal length >"));
        QVERIFY(bench.part<QLabel>("filterError").isVisible());
        QCOMPARE(bench.rows(), 9); // what was there stays
        bench.filter(QStringLiteral("tulip"));
        QTRY_COMPARE(bench.rows(), 0);
        QVERIFY(!bench.part<QLabel>("filterError").isVisible());
        QVERIFY(bench.message().contains(QStringLiteral("No row")));
        QTest::keyClick(&bench.part<QLineEdit>("filter"), Qt::Key_Escape);
        QTRY_COMPARE(bench.rows(), 150);
        QVERIFY(bench.message().isEmpty());
    }

    void rowsWithGapsAreFound()
    {
        Bench bench;
        bench.open(projectOf("x,y\n3,1.5\n,2.5\n1,3.5\n2,\n"));
        bench.part<QCheckBox>("onlyGaps").click();
        QTRY_COMPARE(bench.rows(), 2);
        QCOMPARE(bench.rowName(1), QStringLiteral("4"));
        bench.filter(QStringLiteral("y = missing"));
        QTRY_COMPARE(bench.rows(), 1);
    }

    void aNewTableStartsWithoutFilter()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.filter(QStringLiteral("setosa"));
        QTRY_COMPARE(bench.rows(), 50);
        bench.open(projectOf("x,y\n3,1.5\n1,2.5\n2,3.5\n"));
        QCOMPARE(bench.rows(), 3);
        QVERIFY(bench.part<QLineEdit>("filter").text().isEmpty());
    }

    void selectedCellsAreCopiedForASpreadsheet()
    {
        Bench bench;
        bench.open(projectOf("x,kind\n1234.5,a\n,b\n3,a\n"));
        bench.table().selectAll();
        QTest::keyClick(&bench.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("x\tkind\n1234.5\ta\n\tb\n3\ta"));
        bench.table().selectionModel()->select(bench.table().model()->index(2, 1), QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(&bench.table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a"));
    }

    void theDistributionIsDrawnByClassAndTheTargetByPart()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.views.open(DataViews::View::Distribution);
        QVERIFY(bench.message().contains(QStringLiteral("Choose a column")));
        bench.views.selectColumn(petalLength);
        auto& plot = bench.part<DistributionPlot>("distribution");
        QTRY_VERIFY(plot.barsShown() > 10);
        bench.views.selectColumn(species);
        QTRY_VERIFY(bench.document.datasetIsCurrent());
        QTRY_COMPARE(plot.barsShown(), 9); // three classes in three parts
    }

    void aSingleRowAmongThousandsHasABar()
    {
        std::string csv = "x,y\n";
        for (int row = 0; row < 5000; ++row)
            csv += std::to_string(row % 10) + ".5," + std::to_string(row % 3) + ".25\n";
        Bench bench;
        Project project = projectOf(csv + "99.5,1.25\n");
        project.data.columns[1].role = Role::Ignore; // without a target there is one colour, and no legend
        bench.open(std::move(project));
        bench.views.open(DataViews::View::Distribution);
        bench.views.selectColumn(0);
        auto& plot = bench.part<DistributionPlot>("distribution");
        QTRY_VERIFY(plot.barsShown() > 1);
        QVERIFY(plot.legendLines().isEmpty());
        const auto colouredColumns = [&] {
            const QImage picture = plot.grab().toImage();
            const QColor ground = coloursFor(plot.palette()).surface;
            int columns = 0;
            for (int x = picture.width() / 2; x < picture.width(); ++x) {
                for (int y = 0; y < picture.height(); ++y) {
                    if (const QColor colour = picture.pixelColor(x, y);
                        colour.saturation() > ground.saturation() + 60) {
                        ++columns;
                        break;
                    }
                }
            }
            return columns;
        };
        QTRY_VERIFY(colouredColumns() > 5); // in the right half there is but one row
    }

    void twoColumnsAreDrawnAgainstEachOther()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.views.open(DataViews::View::Scatter);
        bench.views.selectColumn(0);
        QTRY_COMPARE(bench.part<ScatterPlot>("scatter").pointsShown(), 150);
        QCOMPARE(bench.part<ColumnCombo>("scatterUp").column(), species);
    }

    /// What a view computes while it is hidden must not be shown of another table, nor look for one that is gone.
    void whatIsComputedForAnotherTableIsDropped()
    {
        std::string csv = "a,b,c,y\n";
        for (int i = 0; i < 30'000; ++i)
            csv += std::to_string(i % 97) + ".5," + std::to_string(i % 89) + ".5," + std::to_string(i % 83) + ".5," +
                   std::to_string(i % 2) + "\n";
        Bench bench;
        for (const DataViews::View view : {DataViews::View::Correlation, DataViews::View::Distribution}) {
            bench.open(projectOf(csv));
            bench.views.selectColumn(2);
            bench.views.open(view); // begins to compute
            bench.views.open(DataViews::View::Table);
            bench.document.replace({}, {});
            bench.open(projectOf("p,q\n1.5,2\n2.5,3\n4.5,4\n"));
            bench.views.selectColumn(0);
            bench.views.open(view); // what was begun before would be delivered before this
            if (view == DataViews::View::Correlation)
                QTRY_COMPARE(bench.part<HeatMap>("correlation").names().size(), 2);
            else
                QTRY_COMPARE(bench.facts().value(0), QStringLiteral("3"));
        }
    }

    void theTargetIsUpAndWhatGoesWithItBestAcross()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.views.selectColumn(species);
        bench.views.open(DataViews::View::Scatter);
        QTRY_COMPARE(bench.part<ScatterPlot>("scatter").pointsShown(), 150);
        QCOMPARE(bench.part<ColumnCombo>("scatterUp").column(), species);
        QCOMPARE(bench.part<ColumnCombo>("scatterAcross").column(), petalLength);
        auto& across = bench.part<ColumnCombo>("scatterAcross");
        across.select(species);
        emit across.columnChosen(species);
        QTRY_COMPARE(bench.part<ColumnCombo>("scatterUp").column(), 0);
        QCOMPARE(across.column(), species);
    }

    void aLegendNamesTheGroupsAndCountsWhatFindsNoRoom()
    {
        std::string csv = "x,kind\n";
        for (int row = 0; row < 140; ++row)
            csv += std::to_string(row) + ".5,kind " + std::to_string(10 + row % 14) + "\n";
        Bench bench;
        bench.open(projectOf(csv));
        bench.views.selectColumn(0);
        for (const auto& [view, name] : {std::pair(DataViews::View::Distribution, "distribution"),
                                         std::pair(DataViews::View::Scatter, "scatter")}) {
            bench.views.resize(900, 600);
            bench.views.open(view);
            auto& plot = bench.part<PlotCanvas>(name);
            QTRY_VERIFY2(plot.legendLines().contains(QStringLiteral("kind 11")), name);
            const auto all = plot.legendLines().size();
            bench.views.resize(900, 240); // or as low as the views can be
            QTRY_VERIFY2(plot.legendLines().size() > 1 && plot.legendLines().size() < all, name);
            QVERIFY(!plot.legendLines().last().startsWith(QStringLiteral("kind")));
        }
    }

    void categoriesThatFindNoRoomShareABar()
    {
        std::string csv = "kind,y\n";
        for (int row = 0; row < 180; ++row)
            csv += "kind " + std::to_string(10 + row % 18) + "," + std::to_string(row) + ".5\n";
        Bench bench;
        bench.views.resize(900, 700);
        Project project = projectOf(csv);
        project.data.columns[1].role = Role::Ignore;
        bench.open(std::move(project));
        bench.views.open(DataViews::View::Distribution);
        bench.views.selectColumn(0);
        auto& plot = bench.part<DistributionPlot>("distribution");
        QTRY_COMPARE(plot.barsShown(), 18);
        bench.views.resize(900, 320);
        QTRY_VERIFY(plot.barsShown() < 14);
    }

    void marksOfMissingValuesAreMissingWhereverTheyAreSeen()
    {
        Bench bench;
        bench.open(test::projectOf(test::loggerCsv()));
        QCOMPARE(bench.cell(5, 0), QStringLiteral("-200.0"));
        DataEdits(bench.document).setMissingMarks({0}, {"-200"});
        QTRY_COMPARE(bench.cell(5, 0), QStringLiteral("–"));
        bench.filter(QStringLiteral("co = missing"));
        QTRY_COMPARE(bench.rows(), 5);
        bench.document.history().undo();
        QTRY_COMPARE(bench.rows(), 0);
    }

    void decimalsStandInLineAndTheTooltipHasAllDigits()
    {
        Bench bench;
        bench.open(projectOf("x,y\n1.5,1\n1234.56789,2\n2,3\n"));
        QCOMPARE(bench.cell(0, 0), QStringLiteral("1.50"));
        QCOMPARE(bench.cell(1, 0), QStringLiteral("1,234.57"));
        QCOMPARE(bench.table().model()->index(1, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("1,234.56789"));
    }

    void recordingsLieEndToEndAndTheFirstFeatureIsDrawn()
    {
        const Sample& gestures = test::sample("gestures");
        Result<Project> project =
            projectWithData(std::string(gestures.fileName), std::string(gestures.csv), gestures.sidecar);
        QVERIFY(project.ok());
        Bench bench;
        bench.open(*project);
        const auto target = static_cast<int>(*columnWith(Role::Target, project->data));
        bench.views.selectColumn(target);
        bench.views.open(DataViews::View::Time);
        auto& plot = bench.part<SeriesPlot>("series");
        QTRY_VERIFY(plot.pointsShown() > 100);
        QVERIFY(bench.part<ColumnCombo>("seriesColumn").column() != target);
        const double longest = project->source->table->columns[0].max;
        QVERIFY(plot.stretch().second > 10 * longest);
        QVERIFY(plot.breaksShown() > 10);
    }

    void columnsAreListedByTheirCorrelationWithTheTarget()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.views.open(DataViews::View::Correlation);
        auto& list = bench.part<QListWidget>("targetCorrelations");
        QTRY_COMPARE(list.count(), 4);
        QVERIFY2(list.item(0)->text().endsWith(QStringLiteral("petal length")), qPrintable(list.item(0)->text()));
        emit list.itemActivated(list.item(0));
        QCOMPARE(bench.views.column(), petalLength);
        QCOMPARE(bench.part<ColumnCombo>("scatterUp").column(), species);
    }

    void aCorrelationOpensItsPair()
    {
        Bench bench;
        bench.open(test::irisProject());
        bench.views.open(DataViews::View::Correlation);
        auto& map = bench.part<HeatMap>("correlation");
        QTRY_COMPARE(map.names().size(), 5);
        QCOMPARE(map.names().first(), QStringLiteral("species")); // the target
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect(3, 4).center().toPoint());
        QCOMPARE(bench.part<QTabBar>("dataViews").currentIndex(), 2);
        QCOMPARE(bench.views.column(), 3);
        QCOMPARE(bench.part<ColumnCombo>("scatterUp").column(), 2);
    }

    void aLongSeriesIsDrawnWithFewPoints()
    {
        std::string csv = "t,x\n";
        for (int row = 0; row < 50'000; ++row)
            csv += std::to_string(row) + ".5," + std::to_string(row % 97) + "." + std::to_string(row % 7) + "\n";
        Bench bench;
        bench.open(projectOf(std::move(csv)));
        bench.views.open(DataViews::View::Time);
        bench.views.selectColumn(1);
        auto& plot = bench.part<SeriesPlot>("series");
        QTRY_VERIFY(plot.pointsShown() > 100);
        QVERIFY(plot.pointsShown() < 3000);
        const auto [from, to] = plot.stretch();
        QTest::keyClick(&plot, Qt::Key_Plus);
        QTRY_VERIFY(plot.stretch().second - plot.stretch().first < to - from);
        QTest::keyClick(&plot, Qt::Key_Home);
        QTRY_COMPARE(plot.stretch().first, from);
        QCOMPARE(plot.stretch().second, to);
    }

    void windowsAreBracketsUnderTheLine()
    {
        std::string csv = "x,z,kind\n";
        for (int row = 0; row < 900; ++row)
            csv += std::to_string(row * 37 % 101) + ".5," + std::to_string(row * 17 % 89) + ".25," +
                   (row < 450 ? "rest\n" : "wave\n");
        Project project = projectOf(std::move(csv));
        project.data.windows = proposeWindows(*project.source->table, project.data);
        project.data.windows->length = {50};
        project.data.windows->stride = {25};
        Bench bench;
        bench.open(std::move(project));
        bench.views.open(DataViews::View::Time);
        bench.views.selectColumn(0);
        auto& plot = bench.part<SeriesPlot>("series");
        QTRY_VERIFY(plot.windowsShown() > 3);
        const int all = plot.windowsShown();
        QTest::keyClick(&plot, Qt::Key_Plus);
        QTest::keyClick(&plot, Qt::Key_Plus);
        QTRY_VERIFY(plot.windowsShown() < all);
    }

    void viewsAreEmptyWithoutATable()
    {
        Bench bench;
        for (int tab = 0; tab < 5; ++tab) {
            bench.part<QTabBar>("dataViews").setCurrentIndex(tab);
            QCOMPARE(bench.message().isEmpty(), tab == 0);
        }
        bench.open(test::irisProject());
        bench.document.replace({}, {});
        QCOMPARE(bench.views.column(), -1);
    }

    void whatIsShownCanBeSaved_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("picture") << QStringLiteral("a.png") << QByteArray("\x89PNG");
        QTest::newRow("drawing") << QStringLiteral("a.svg") << QByteArray("<?xml");
        QTest::newRow("numbers") << QStringLiteral("a.csv") << QByteArray("x,\"a, b\"");
    }

    void whatIsShownCanBeSaved()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, begin);
        const QTemporaryDir folder;
        const ExportedPicture picture = {
            QStringLiteral("a"), QSize(40, 30),
            [](QPaintDevice& device) { QPainter(&device).fillRect(0, 0, 20, 20, Qt::red); },
            [] { return QStringLiteral("x,") + csvCell(QStringLiteral("a, b")); }};
        QVERIFY(savePicture(picture, folder.filePath(file)));
        QFile saved(folder.filePath(file));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.read(begin.size()), begin);
        QVERIFY(!savePicture(picture, folder.filePath(QStringLiteral("no/folder/") + file)));
    }
};

QTEST_MAIN(DataViewsTest)
#include "tst_data_views.moc"
