#include "training/batches.h"

#include <QtTest>

#include <algorithm>

using namespace broto;

namespace {

struct Rows {
    Matrix inputs;
    Truth truth;
};

/// Row i holds i, and so does its truth.
Rows numbered(int count)
{
    Rows rows{Matrix(count, 1), {}};
    for (int i = 0; i < count; ++i) {
        rows.inputs(i, 0) = static_cast<float>(i);
        rows.truth.values.push_back(static_cast<float>(i));
    }
    return rows;
}

std::vector<float> orderOf(const Batches& batches)
{
    std::vector<float> order;
    Batch batch;
    for (std::size_t i = 0; i < batches.count(); ++i) {
        batches.take(i, batch);
        order.insert(order.end(), batch.truth.values.begin(), batch.truth.values.end());
    }
    return order;
}

}

class TestBatches : public QObject {
    Q_OBJECT

private slots:
    void theLastBatchHoldsWhatIsLeft_data();
    void theLastBatchHoldsWhatIsLeft();
    void everyRowComesOnceAnEpochWithItsTruth();
    void everyEpochHasItsOwnOrder();
    void labelsTravelWithTheirRows();
};

void TestBatches::theLastBatchHoldsWhatIsLeft_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("batches");
    QTest::addColumn<int>("last");
    QTest::newRow("divides") << 12 << 4 << 3 << 4;
    QTest::newRow("one row left") << 13 << 4 << 4 << 1;
    QTest::newRow("one row a batch") << 3 << 1 << 3 << 1;
    QTest::newRow("larger than the data") << 5 << 2000000000 << 1 << 5;
    QTest::newRow("one row at all") << 1 << 32 << 1 << 1;
}

void TestBatches::theLastBatchHoldsWhatIsLeft()
{
    QFETCH(int, rows);
    QFETCH(int, size);
    QFETCH(int, batches);
    QFETCH(int, last);
    const Rows data = numbered(rows);
    const Batches cut(data.inputs, data.truth, size);
    QCOMPARE(cut.count(), static_cast<std::size_t>(batches));
    Batch batch;
    cut.take(cut.count() - 1, batch);
    QCOMPARE(batch.inputs.rows(), last);
    QCOMPARE(batch.truth.values.size(), static_cast<std::size_t>(last));
}

void TestBatches::everyRowComesOnceAnEpochWithItsTruth()
{
    const Rows data = numbered(50);
    Batches batches(data.inputs, data.truth, 8);
    Random random(3);
    batches.shuffle(random);
    Batch batch;
    for (std::size_t i = 0; i < batches.count(); ++i) {
        batches.take(i, batch);
        for (std::size_t row = 0; row < batch.truth.values.size(); ++row)
            QCOMPARE(batch.inputs(static_cast<Eigen::Index>(row), 0), batch.truth.values[row]);
    }
    std::vector<float> order = orderOf(batches);
    QVERIFY(order != data.truth.values);
    std::sort(order.begin(), order.end());
    QCOMPARE(order, data.truth.values);
}

void TestBatches::everyEpochHasItsOwnOrder()
{
    const Rows data = numbered(50);
    Batches batches(data.inputs, data.truth, 8);
    Random random(3);
    batches.shuffle(random);
    const std::vector<float> first = orderOf(batches);
    batches.shuffle(random);
    QVERIFY(orderOf(batches) != first);
}

void TestBatches::labelsTravelWithTheirRows()
{
    Rows data = numbered(20);
    data.truth = {};
    for (int i = 0; i < 20; ++i)
        data.truth.labels.push_back(i);
    Batches batches(data.inputs, data.truth, 6);
    Random random(4);
    batches.shuffle(random);
    Batch batch;
    batches.take(1, batch);
    QCOMPARE(batch.truth.labels.size(), std::size_t{6});
    for (std::size_t row = 0; row < 6; ++row)
        QCOMPARE(static_cast<int>(batch.inputs(static_cast<Eigen::Index>(row), 0)), batch.truth.labels[row]);
}

QTEST_APPLESS_MAIN(TestBatches)
#include "tst_batches.moc"
