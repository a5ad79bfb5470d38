#include "data/preamble.h"

#include <QTest>

using namespace broto;

class TestPreamble : public QObject {
    Q_OBJECT

private slots:
    void tableBeginsWhereLinesBecomeUniform_data();
    void tableBeginsWhereLinesBecomeUniform();
    void linesBelowNamesAreKnown();
};

namespace {

std::vector<SampleRecord> recordsOf(std::string_view text)
{
    return takeSample(text, ',', 0).records;
}

}

void TestPreamble::tableBeginsWhereLinesBecomeUniform_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("lines");
    const auto row = [](const char* name, const char* text, int lines) {
        QTest::newRow(name) << std::string(text) << lines;
    };
    row("nothing above", "t,v\n1,2\n2,3\n3,4\n", 0);
    row("no names", "1,2\n2,3\n3,4\n4,5\n", 0);
    row("a title", "Room 12\nt,v\n1,2\n2,3\n3,4\n", 1);
    row("as wide as the table", "Sensor,DHT\nPlace,Lab\nt,v\n1,2\n2,3\n3,4\n", 2);
    row("with numbers", "Rate,2\nGain,0.5\nt,v\n1,2\n2,3\n3,4\n", 2);
    row("narrower", "Model,RC\nNo,t,v\n1,2,3\n2,3,4\n3,4,5\n", 1);
    row("empty between separators", "Report,,\n,,\na,b,c\n1,2,3\n2,3,4\n3,4,5\n", 2);
    row("units below the names", "Sensor,DHT\nPlace,Lab\nt,v\ns,V\n1,2\n2,3\n3,4\n", 2);
    row("units alone", "t,v\ns,V\n1,2\n2,3\n3,4\n", 0);
    row("names in two lines", "room,hall\nt,v\n1,2\n2,3\n3,4\n", 0);
    row("a reading that failed", "t,v\n1,failed\n2,3\n3,4\n4,5\n", 0);
    row("all of a reading failed", "t,v\nfailed,failed\n2,3\n3,4\n4,5\n", 0);
    row("a reading that failed beside a class", "t,c\n1,k\nfailed,k\n2,k\n3,k\n", 0);
    row("joined files", "t,v\n1,2\n2,3\nt,v\n3,4\n4,5\n5,6\n", 0);
    row("joined files of two widths", "t,v\n1,2\n2,3\na,b,c\n3,4,5\n4,5,6\n5,6,7\n6,7,8\n", 0);
    row("texts alone", "a,b\nx,y\nz,w\nq,r\n", 0);
    row("a logger of Campbell", "TOA5,CR,12\nt,v\nTS,V\n,Avg\n1,2\n2,3\n", 1);
}

void TestPreamble::tableBeginsWhereLinesBecomeUniform()
{
    QFETCH(std::string, text);
    QTEST(static_cast<int>(linesBeforeTable(recordsOf(text))), "lines");
}

void TestPreamble::linesBelowNamesAreKnown()
{
    QCOMPARE(linesBelowNames({}, recordsOf("t,v\n---,:--:\n1,2\n")), std::size_t(1));
    QCOMPARE(linesBelowNames({}, recordsOf("t,v\n--,x\n1,2\n")), std::size_t(0));
    QCOMPARE(linesBelowNames({}, recordsOf("t,v\n-,-\n1,2\n")), std::size_t(0));
    QCOMPARE(linesBelowNames(recordsOf("TOA5,CR\n"), recordsOf("t,v\nTS,V\n,Avg\n1,2\n")), std::size_t(2));
}

QTEST_APPLESS_MAIN(TestPreamble)
#include "tst_preamble.moc"
