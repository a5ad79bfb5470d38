#include "device/arduino_ide.h"
#include "platform/file.h"

#include <QTest>

#include <filesystem>
#include <optional>

using namespace broto;
namespace fs = std::filesystem;

namespace {
const ExportedFiles sketch = {
    {"README.md", "beside the sketch\n"}, {"iris/iris.h", "int answer;\n"}, {"iris/iris.ino", "#include \"iris.h\"\n"}};
}

class TestArduinoIde : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(std::move(TemporaryFolder::make("test").value())); }

    void theSketchIsTheFolderWithAnInoOfItsName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("sketch") << QStringLiteral("iris/iris.ino") << QStringLiteral("iris");
        QTest::newRow("example of a library") << QStringLiteral("iris/examples/Serial/Serial.ino") << QString();
        QTest::newRow("other name") << QStringLiteral("iris/main.ino") << QString();
        QTest::newRow("header") << QStringLiteral("iris.h") << QString();
    }

    void theSketchIsTheFolderWithAnInoOfItsName()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        QCOMPARE(QString::fromStdString(sketchIn({{"a.txt", ""}, {path.toStdString(), ""}})), name);
    }

    void aSketchIsPutIntoTheSketchbookAlone()
    {
        const auto placed = placeSketch(sketch, m_folder->path() / "Arduino");
        QVERIFY(placed && *placed == m_folder->path() / "Arduino/iris/iris.ino");
        QCOMPARE(*readFile(m_folder->path() / "Arduino/iris/iris.h"), sketch[1].bytes);
        QVERIFY(!fs::exists(m_folder->path() / "Arduino/README.md"));
        QVERIFY(*placeSketch(sketch, m_folder->path() / "Arduino") == *placed); // the same once more: no other copy
    }

    void whatSomebodyEditedStaysAndTheSketchGetsAnotherName()
    {
        const fs::path book = m_folder->path() / "Arduino";
        QVERIFY(placeSketch(sketch, book));
        QVERIFY(writeFileAtomically(book / "iris/iris.ino", "// mine\n"));
        const auto second = placeSketch(sketch, book);
        QVERIFY(second && *second == book / "iris_2/iris_2.ino");
        QCOMPARE(*readFile(*second), sketch[2].bytes);
        QCOMPARE(*readFile(book / "iris_2/iris.h"), sketch[1].bytes);
        QCOMPARE(*readFile(book / "iris/iris.ino"), std::string("// mine\n"));
        QVERIFY(*placeSketch(sketch, book) == *second);
    }

private:
    std::optional<TemporaryFolder> m_folder;
};

QTEST_APPLESS_MAIN(TestArduinoIde)
#include "tst_arduino_ide.moc"
