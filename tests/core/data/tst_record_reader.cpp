#include "data/record_reader.h"

#include "common/random.h"

#include <QTest>

using namespace broto;

namespace {

/// All records: fields by "|", records by " / ", "~" for a line that is none.
std::string recordsOf(std::string_view text, char separator, char comment = 0)
{
    RecordReader reader(text, separator, comment);
    RecordReader::Fields fields;
    std::string all;
    for (;;) {
        fields.clear();
        const RecordReader::Outcome outcome = reader.next(fields);
        if (outcome == RecordReader::Outcome::End)
            return all;
        all += all.empty() ? "" : " / ";
        if (outcome == RecordReader::Outcome::OpenQuote)
            return all + "open quote in line " + std::to_string(reader.quoteLine());
        if (outcome == RecordReader::Outcome::TooLong)
            return all + "too long";
        if (outcome == RecordReader::Outcome::Nothing)
            all += "~";
        for (std::size_t i = 0; i < fields.size(); ++i)
            all.append(i ? "|" : "").append(fields[i]);
        reader.forgetFields();
    }
}

}

class TestRecordReader : public QObject {
    Q_OBJECT

private slots:
    void recordsAndFields_data();
    void recordsAndFields();
    void longFieldsCrossTheScannersWindows();
    void endlessQuoteIsGivenUp();
    void endlessRecordIsGivenUp();
    void linesAreCounted();
    void bytesBeforeEveryFieldCanBeRead();
    void bytesBeforeTrimmedFieldsCanBeRead();
    void joinedFieldsAreTheTextAgain();
};

void TestRecordReader::recordsAndFields_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<char>("separator");
    QTest::addColumn<char>("comment");
    QTest::addColumn<std::string>("records");
    const auto row = [](const char* name, const char* text, char separator, char comment, const char* records) {
        QTest::newRow(name) << std::string(text) << separator << comment << std::string(records);
    };
    row("commas", "a,b\n1,2\n", ',', '\0', "a|b / 1|2");
    row("empty fields", ",\n,,\n", ',', '\0', "| / ||");
    row("blank lines", "\n  \na,b\n\t\n", ',', '\0', "~ / ~ / a|b / ~");
    row("empty quotes are a value", "x\n\"\"\na\n", ',', '\0', "x /  / a");
    row("all line ends", "a\rb\r\nc\nd", ',', '\0', "a / b / c / d");
    row("blanks around", " a ,\tb\t\n", ',', '\0', "a|b");
    row("tab separates, blanks surround", "a\t b \t\tc\n", '\t', '\0', "a|b||c");
    row("white space", "  a  b\tc \n1 2\t \t3\n", ' ', '\0', "a|b|c / 1|2|3");
    row("white space and quotes", "\"a b\" c\n", ' ', '\0', "a b|c");
    row("white space alone", "   \n a\n", ' ', '\0', "~ / a");
    row("comment", "# one, \"two\n1,2\n  # three\n3,4 # no comment\n", ',', '#', "~ / 1|2 / ~ / 3|4 # no comment");
    row("comment of two slashes", "/a,b\n//c,d\n/\n", ',', '/', "/a|b / ~ / /");
    row("comment without end", "1\n#", ',', '#', "1 / ~");
    row("no comments wanted", "#a,b\n", ',', '\0', "#a|b");
    row("doubled quotes", "\"a\"\"b\",\"\"\"\"\n", ',', '\0', "a\"b|\"");
    row("separator and line end in quotes", "\"a,b\",\"c\nd\"\n", ',', '\0', "a,b|c\nd");
    row("text behind quotes", "\"a\"b,\"c\" d\n", ',', '\0', "ab|cd");
    row("open quote", "a\nb,\"c\nd\n", ',', '\0', "a / open quote in line 2");
    row("quote at the very end", "a,\"", ',', '\0', "open quote in line 1");
    row("quote within a field", "5\" x,6\"\n", ',', '\0', "5\" x|6\"");
}

void TestRecordReader::recordsAndFields()
{
    QFETCH(std::string, text);
    QFETCH(char, separator);
    QFETCH(char, comment);
    QTEST(recordsOf(text, separator, comment), "records");
}

void TestRecordReader::longFieldsCrossTheScannersWindows()
{
    for (std::size_t length = 0; length < 200; ++length) {
        const std::string field(length, 'x');
        const std::string expected = "a" + field + "|b / " + field + "c|\"" + field;
        QCOMPARE(recordsOf("a" + field + ",b\n" + field + "c,\"\"\"" + field + "\"\n", ','), expected);
    }
}

void TestRecordReader::endlessQuoteIsGivenUp()
{
    const std::string text = "a\n\"" + std::string(RecordReader::longestRecord + 10, 'x') + "\"\n";
    QCOMPARE(recordsOf(text, ','), std::string("a / open quote in line 2"));
}

void TestRecordReader::endlessRecordIsGivenUp()
{
    const std::string text(RecordReader::longestRecord + 10, ',');
    QCOMPARE(recordsOf(text, ','), std::string("too long"));
}

void TestRecordReader::linesAreCounted()
{
    RecordReader reader("a\r\n\r\n\"b\r\nc\rd\ne\"\nf\r\rg\n", ',', 0, 10);
    RecordReader::Fields fields;
    std::vector<std::size_t> lines;
    while (reader.next(fields) != RecordReader::Outcome::End)
        lines.push_back(reader.line());
    QCOMPARE(lines, (std::vector<std::size_t>{10, 11, 12, 16, 17, 18}));
}

void TestRecordReader::bytesBeforeEveryFieldCanBeRead()
{
    // Address sanitizers see it where they cannot; here their sum is used so that nothing is optimised away.
    const std::string text = "1,\"2\"\"3\",\"4\"5\n\"6\",7\n";
    const std::string exact(text); // no byte more than needed
    RecordReader reader(exact, ',');
    RecordReader::Fields fields;
    while (reader.next(fields) != RecordReader::Outcome::End) {
    }
    int sum = 0;
    for (const std::string_view field : fields) {
        for (std::size_t i = 1; i <= RecordReader::readableBefore; ++i)
            sum += *(field.data() + field.size() - i) != 0;
    }
    QCOMPARE(sum, static_cast<int>(fields.size() * RecordReader::readableBefore));
}

void TestRecordReader::bytesBeforeTrimmedFieldsCanBeRead()
{
    std::string noBreakSpaces;
    for (int i = 0; i < 20; ++i)
        noBreakSpaces += "\u00a0";
    const std::string blanks(40, ' ');
    for (const std::string& text : {"5" + noBreakSpaces + ",6\n", "\"5" + blanks + "\",6\n", noBreakSpaces + "5\n"}) {
        RecordReader reader(text, ',');
        RecordReader::Fields fields;
        QVERIFY(reader.next(fields) == RecordReader::Outcome::Record);
        QCOMPARE(fields.front(), std::string_view("5"));
        const char* const end = fields.front().data() + 1;
        const bool inText = end > text.data() && end <= text.data() + text.size();
        QVERIFY(!inText || end >= text.data() + RecordReader::readableBefore);
    }
}

void TestRecordReader::joinedFieldsAreTheTextAgain()
{
    Random random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string text = "x";
        for (std::uint32_t left = random.below(300); left > 0; --left)
            text += "ab1.,\n"[random.below(6)];
        text += "y\n";
        RecordReader reader(text, ',');
        RecordReader::Fields fields;
        std::string again;
        for (;;) {
            fields.clear();
            const RecordReader::Outcome outcome = reader.next(fields);
            if (outcome == RecordReader::Outcome::End)
                break;
            for (std::size_t f = 0; f < fields.size(); ++f)
                again.append(f ? "," : "").append(fields[f]);
            again += '\n';
        }
        QCOMPARE(again, text);
    }
}

QTEST_APPLESS_MAIN(TestRecordReader)
#include "tst_record_reader.moc"
