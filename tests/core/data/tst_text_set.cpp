#include "data/text_set.h"

#include "common/random.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <string>

using namespace broto;

class TestTextSet : public QObject {
    Q_OBJECT

private slots:
    void numbersAreGivenInTheOrderOfComing();
    void manyTextsAreToldApart();
    void sortedIsBytewise();
    void sortingEndsWhenAsked();
};

void TestTextSet::numbersAreGivenInTheOrderOfComing()
{
    TextSet set;
    QCOMPARE(set.codeOf("b"), 0);
    QCOMPARE(set.codeOf("a"), 1);
    QCOMPARE(set.codeOf("b"), 0);
    QCOMPARE(set.codeOf(""), 2);
    QCOMPARE(set.codeOf(std::string("a\0", 2)), 3);
    QCOMPARE(set.size(), std::size_t(4));
    QCOMPARE(set.text(1), std::string_view("a"));
}

void TestTextSet::manyTextsAreToldApart()
{
    Random random(1);
    TextSet set;
    std::map<std::string, std::int32_t> expected;
    for (int i = 0; i < 50'000; ++i) {
        std::string text(random.below(40), 'x');
        for (char& c : text)
            c = static_cast<char>('a' + random.below(2));
        const auto known = expected.emplace(text, static_cast<std::int32_t>(expected.size()));
        QCOMPARE(set.codeOf(text), known.first->second);
    }
    QCOMPARE(set.size(), expected.size());
}

void TestTextSet::sortedIsBytewise()
{
    Random random(2);
    TextSet set;
    std::vector<std::string> texts;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = random.below(2) ? "the same begin " : "";
        for (std::uint32_t left = random.below(6); left > 0; --left)
            text += static_cast<char>(random.below(256));
        if (set.codeOf(text) == static_cast<std::int32_t>(texts.size()))
            texts.push_back(text);
    }
    std::sort(texts.begin(), texts.end());
    const std::vector<std::int32_t> order = set.sorted({});
    QCOMPARE(order.size(), texts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        QVERIFY(set.text(order[i]) == texts[i]);
}

void TestTextSet::sortingEndsWhenAsked()
{
    TextSet set;
    for (int i = 0; i < 10'000; ++i)
        set.codeOf(std::to_string(i));
    RunControl control;
    control.cancel();
    QVERIFY(set.sorted(control).empty());
}

QTEST_APPLESS_MAIN(TestTextSet)
#include "tst_text_set.moc"
