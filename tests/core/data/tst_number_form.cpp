#include "data/number_form.h"

#include <QTest>

using namespace broto;

class TestNumberForm : public QObject {
    Q_OBJECT

private slots:
    void marksAreUnderstood_data();
    void marksAreUnderstood();
    void groupingIsTakenOut();
};

void TestNumberForm::marksAreUnderstood_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("form");
    const auto row = [](const char* text, const char* form) {
        QTest::newRow(text[0] ? text : "nothing") << std::string(text) << std::string(form);
    };
    row("", "none");
    row("-", "none");
    row("12", "plain");
    row("-12e5", "plain");
    row("1.5", "decimal .");
    row("1,5", "decimal ,");
    row("0,234", "decimal ,");
    row(",234", "decimal ,");
    row("1234,567", "decimal ,");
    row("1.234e5", "decimal .");
    row("2.", "decimal .");
    row("1,234", "either ,");
    row("-12.345", "either .");
    row("1.234.567", "grouping .");
    row("1 234", "grouping  ");
    row("1\xc2\xa0"
        "234",
        "grouping  ");
    row("1\xe2\x80\xaf"
        "234\xe2\x80\xaf"
        "567",
        "grouping  ");
    row("1'234'567", "grouping '");
    row("1.234,5", "grouping . decimal ,");
    row("1,234,567.25", "grouping , decimal .");
    row("1 234,5", "grouping   decimal ,");
    row("12.34.567", "none");
    row("1.2.3", "none");
    row("192.168.0.1", "none");
    row("0.123.456", "none");
    row("1234.567.890", "none");
    row("1,234.567,8", "none");
    row("1.234.567,", "grouping . decimal ,");
    row("31.12.2020", "none");
    row("1e", "none");
    row("e5", "none");
    row(".", "none");
    row("1_000", "none");
    row("1.234,5.6", "none");
}

void TestNumberForm::marksAreUnderstood()
{
    QFETCH(std::string, text);
    const NumberForm form = numberFormOf(text);
    std::string told;
    switch (form.kind) {
    case NumberForm::Kind::NotANumber:
        told = "none";
        break;
    case NumberForm::Kind::Plain:
        told = "plain";
        break;
    case NumberForm::Kind::Either:
        told = std::string("either ") + form.decimal;
        break;
    case NumberForm::Kind::Marked:
        if (form.grouping)
            told = std::string("grouping ") + form.grouping;
        if (form.decimal)
            told += std::string(told.empty() ? "" : " ") + "decimal " + form.decimal;
    }
    QTEST(told, "form");
}

void TestNumberForm::groupingIsTakenOut()
{
    QCOMPARE(withoutGrouping("1.234.567,5", '.'), std::string("1234567,5"));
    QCOMPARE(withoutGrouping("1\xc2\xa0"
                             "234 567\xe2\x80\x89"
                             "890",
                             ' '),
             std::string("1234567890"));
    QCOMPARE(withoutGrouping("1'234", '.'), std::string("1'234"));
}

QTEST_APPLESS_MAIN(TestNumberForm)
#include "tst_number_form.moc"
