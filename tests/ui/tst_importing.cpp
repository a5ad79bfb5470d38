#include "export/exported_files.h"
#include "ui/fixtures.h"
#include "ui/main_window.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/stage_rail.h"
#include "ui/window_settings.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace broto;
using namespace broto::ui;

/// Models of other tools, and the tables they were made for, opened in the window in either order.
class ImportingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", path(QStringLiteral("state")).toLocal8Bit()); // no crash of others
        const Sample& iris = test::sample("iris");
        write(QStringLiteral("iris.csv"), std::string(iris.csv));
        const Project trained = test::trainedIris();
        for (const auto& variant : trained.variants) {
            const Result<ExportedFiles> files =
                variant->recipe ? exportTflite(variant->model, "iris") : exportOnnx(variant->model, "iris");
            for (const ExportedFile& file : *files)
                write(QString::fromStdString(file.path), file.bytes);
        }
    }

    void init()
    {
        m_settings = std::make_unique<WindowSettings>(path(QStringLiteral("settings.ini")));
        m_settings->setLanguage(Language::Choice::English);
        m_window = std::make_unique<MainWindow>(*m_settings);
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void aModelAloneCanBeExported()
    {
        open("iris_ptq_int8.tflite");
        QTRY_VERIFY(!project().variants.empty());
        QVERIFY(!project().source);
        QCOMPARE(project().variants.size(), std::size_t(2));
        QVERIFY(rail(Stage::Export).isChecked());
        QCOMPARE(rail(Stage::Device).mark(), StageButton::Mark::Ready);
        QCOMPARE(rail(Stage::Compress).mark(), StageButton::Mark::Empty);
        rail(Stage::Data).click();
        QVERIFY(shownTexts().contains(QStringLiteral("came without rows")));
    }

    void aTableJoinsAModelThatCameWithoutRows()
    {
        open("iris_ptq_int8.tflite");
        QTRY_VERIFY(!project().variants.empty());
        open("iris.csv");
        QTRY_VERIFY(project().source && project().trained);
        QVERIFY(isImported(*project().trained));
        QCOMPARE(project().variants.back()->model.name, std::string("imported-int8"));
        QVERIFY(project().variants.back()->test.headline > 0.8);
        QTRY_COMPARE(rail(Stage::Compress).mark(), StageButton::Mark::Done);
    }

    void aModelJoinsATableAndCanBeUndone()
    {
        openIris();
        open("iris_float.onnx");
        QTRY_VERIFY(project().trained);
        QVERIFY(rail(Stage::Compress).isChecked());
        QVERIFY(project().trained->test.headline > 0.8);
        QCOMPARE(project().design.hidden.size(), std::size_t(1));
        QVERIFY(document().modified());
        document().history().undo();
        QVERIFY(!project().trained && project().earlierRuns.empty() && project().variants.empty());
        document().history().redo();
        QVERIFY(project().trained && !project().variants.empty());
    }

    void aSecondModelKeepsTheFirst()
    {
        openIris();
        for (const char* file : {"iris_float.onnx", "iris_ptq_int8.tflite"}) {
            const auto before = project().trained;
            open(file);
            QTRY_VERIFY(project().trained != before);
        }
        QCOMPARE(project().trained->number, 2);
        QCOMPARE(project().earlierRuns.size(), std::size_t(1));
        document().history().undo();
        QCOMPARE(project().trained->number, 1);
        QVERIFY(project().earlierRuns.empty());
    }

    void aModelOfOtherColumnsSaysWhich()
    {
        write(QStringLiteral("other.csv"), "a,b,answer\n1,2,3\n2,3,5\n3,4,7\n4,5,9\n5,6,11\n6,7,13\n7,8,15\n8,9,17\n");
        open("other.csv");
        QTRY_VERIFY(project().source);
        open("iris_float.onnx");
        QTRY_VERIFY(document().problem(Stage::Data).has_value());
        QVERIFY2(shownTexts().contains(QStringLiteral("iris_float.onnx was not opened")), qPrintable(shownTexts()));
        QVERIFY(!project().trained);
        QVERIFY(!document().modified());
    }

    void aTableOfOtherColumnsIsOpenedAndSaysSo()
    {
        open("iris_float.onnx");
        QTRY_VERIFY(!project().variants.empty());
        write(QStringLiteral("other.csv"), "a,b,answer\n1,2,3\n2,3,5\n3,4,7\n4,5,9\n5,6,11\n6,7,13\n7,8,15\n8,9,17\n");
        open("other.csv");
        QTRY_VERIFY(project().source);
        QTRY_VERIFY2(shownTexts().contains(QStringLiteral("The model was not taken along")), qPrintable(shownTexts()));
    }

    void whatIsNoModelLeavesEverything()
    {
        write(QStringLiteral("broken.onnx"), "this is no model");
        open("broken.onnx");
        QTRY_VERIFY(shownTexts().contains(QStringLiteral("broken.onnx was not opened")));
        QVERIFY(document().empty());
        openIris();
        QVERIFY(!shownTexts().contains(QStringLiteral("broken.onnx")));
        open("broken.onnx");
        QTRY_VERIFY(shownTexts().contains(QStringLiteral("iris.csv is still here")));
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const std::string& bytes)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    void open(const char* name) { m_window->openFile(path(QString::fromLatin1(name))); }
    void openIris()
    {
        open("iris.csv");
        QTRY_VERIFY(document().datasetIsCurrent());
    }
    Document& document() { return m_window->document(); }
    const Project& project() { return document().project(); }
    StageButton& rail(Stage stage) { return m_window->findChild<StageRail*>()->button(stage); }
    QString shownTexts() const
    {
        QString all;
        for (const auto* strip : m_window->findChildren<MessageStrip*>())
            if (strip->isVisible())
                all += strip->text() + u'\n';
        return all;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ImportingTest)
#include "tst_importing.moc"
