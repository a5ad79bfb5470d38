#include "data/file_kinds.h"

#include <QTest>

using namespace broto;

class TestFileKinds : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoTableIsNamed_data();
    void whatIsNoTableIsNamed();
};

void TestFileKinds::whatIsNoTableIsNamed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("id");
    const auto row = [](const char* name, const char* text, const char* id = "") {
        QTest::newRow(name) << std::string(text) << std::string(id);
    };
    row("a page", "\n <!DOCTYPE html>\n<p>", "data.web-page");
    row("a page without its type", "<HTML><body>", "data.web-page");
    row("a page behind an XML line", "<?xml version=\"1.0\"?>\n<html>", "data.web-page");
    row("a bare table", "<table><tr>", "data.web-page");
    row("XML", "<?xml version=\"1.0\"?>\n<data>", "data.xml");
    row("JSON of readings", "[\n {\"t\": 1}]", "data.json");
    row("JSON of lists", "[[1, 2], [3, 4]]", "data.json");
    row("JSON lines", "{\"t\": 1}\n{\"t\": 2}\n", "data.json");
    row("Weka behind comments", "% made by\n@RELATION x\n@DATA\n1\n", "data.weka");
    row("numbers", "1,2\n3,4\n");
    row("numbers in brackets", "[1,2]\n[3,4]\n");
    row("a brace", "{a},b\n1,2\n");
    row("less than", "<0.5,1\n0.7,2\n");
    row("nothing", "");
}

void TestFileKinds::whatIsNoTableIsNamed()
{
    QFETCH(std::string, text);
    const std::optional<Message> problem = problemWithKind(text);
    QTEST(std::string(problem ? problem->id : ""), "id");
}

QTEST_APPLESS_MAIN(TestFileKinds)
#include "tst_file_kinds.moc"
