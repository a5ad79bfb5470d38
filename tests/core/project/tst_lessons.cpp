// Each lesson can be followed to its end, and none of its steps is done before it is done.

#include "data/samples.h"
#include "project/lesson.h"
#include "project/runs.h"
#include "project/variants.h"
#include "project/workflow.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace broto;

namespace {

constexpr std::string_view whole = R"({"rank": 1, "minutes": 5, "title": {"en": "a", "pt_BR": "b"},
    "summary": {"en": "a", "pt_BR": "b"}, "sample": "iris", "hides": ["export"],
    "steps": [{"text": {"en": "a", "pt_BR": "b"}, "goal": {"opened": "train"}}]})";

std::string with(std::string_view what, std::string_view instead)
{
    std::string json(whole);
    json.replace(json.find(what), what.size(), instead);
    return json;
}

/// Does what a student would do for a goal.
class Student {
public:
    explicit Student(const Lesson& lesson)
    {
        const auto sample = std::ranges::find(samples(), lesson.sample, &Sample::id);
        project = projectWithData(std::string(sample->fileName), std::string(sample->csv), sample->sidecar).value();
    }

    void operator()(const goal::PageOpened& wanted) { deeds.opened.insert(wanted.stage); }
    void operator()(const goal::DataOpened&) {}
    void operator()(const goal::Designed& wanted)
    {
        project.design.hidden.assign(static_cast<std::size_t>(wanted.layers), {wanted.neurons / wanted.layers});
    }
    void operator()(const goal::Trained& wanted) { train(std::max(wanted.epochs, 200)); }
    void operator()(const goal::Overfitted&) { train(1000); }
    void operator()(const goal::Settled& wanted) { train(wanted.epochs); }
    void operator()(const goal::RunsKept&) {}
    void operator()(const goal::VariantMade& wanted) { compress(wanted.method, wanted.bits.value_or(4)); }
    void operator()(const goal::VariantKeeps& wanted)
    {
        compress(wanted.method, wanted.method == "codebook" ? 8 : wanted.bits.value_or(8));
    }
    void operator()(const goal::CodeTaken&) { deeds.codeTaken = true; }
    void operator()(const goal::BoardAgrees&) { deeds.boardAgrees = true; }

    Project project;
    LessonDeeds deeds;

private:
    void train(int epochs)
    {
        project.training.epochs = epochs;
        project = trained(project, datasetOf(project).value()).value();
    }

    void compress(const std::string& method, int bits)
    {
        CompressionRequest request;
        if (method == "qat") {
            QatOptions qat;
            qat.bits = bits;
            request.recipe.steps = {qat};
        } else if (method == "codebook") {
            CodebookOptions codebook;
            codebook.size = std::size_t(1) << bits;
            request.recipe.steps = {codebook};
        } else {
            QuantizationOptions ptq;
            ptq.bits = bits;
            request.recipe.steps = {ptq};
        }
        project = compressed(project, datasetOf(project).value(), request).value();
    }
};

}

class TestLessons : public QObject {
    Q_OBJECT

private slots:
    void theCourseIsInOrderAndInBothLanguages();
    void everyLessonCanBeFollowed_data();
    void everyLessonCanBeFollowed();
    void whatALessonMayNotSayIsNamed_data();
    void whatALessonMayNotSayIsNamed();
};

void TestLessons::theCourseIsInOrderAndInBothLanguages()
{
    QCOMPARE(lessons().size(), std::size_t(7));
    int rank = -1; // the tour
    for (const Lesson& lesson : lessons()) {
        QCOMPARE(lesson.rank, ++rank);
        QVERIFY(lesson.minutes > 0 && lesson.steps.size() >= 3);
        std::vector<const LessonText*> texts = {&lesson.title, &lesson.summary};
        for (const LessonStep& step : lesson.steps) {
            texts.push_back(&step.text);
            QCOMPARE(step.hint.english.empty(), step.hint.portuguese.empty());
        }
        for (const LessonText* text : texts)
            QVERIFY(!text->english.empty() && !text->portuguese.empty() && text->english != text->portuguese);
    }
}

void TestLessons::everyLessonCanBeFollowed_data()
{
    QTest::addColumn<std::size_t>("index");
    for (std::size_t i = 0; i < lessons().size(); ++i)
        QTest::newRow(lessons()[i].id.c_str()) << i;
}

void TestLessons::everyLessonCanBeFollowed()
{
    QFETCH(std::size_t, index);
    const Lesson& lesson = lessons()[index];
    Student student(lesson);
    int done = 0;
    for (const LessonStep& step : lesson.steps) {
        // What the sample brings, and what was reached on the way to the step before, may be there already.
        const bool first = isReached(step.goal, student.project, student.deeds);
        std::visit(student, step.goal);
        QVERIFY2(isReached(step.goal, student.project, student.deeds), step.text.english.c_str());
        done += first ? 0 : 1;
    }
    QVERIFY2(done >= static_cast<int>(lesson.steps.size()) - 2, "steps that need nothing to be done");
}

void TestLessons::whatALessonMayNotSayIsNamed_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("not JSON") << std::string("{") << QByteArray("JSON");
    QTest::newRow("no title") << with("\"title\"", "\"titel\"") << QByteArray("title");
    QTest::newRow("one language") << with(R"("summary": {"en": "a", "pt_BR": "b"})", R"("summary": {"en": "a"})")
                                  << QByteArray("summary.pt_BR");
    QTest::newRow("an unknown sample") << with("\"iris\"", "\"roses\"") << QByteArray("sample");
    QTest::newRow("an unknown page") << with("\"export\"", "\"print\"") << QByteArray("hides");
    QTest::newRow("an unknown goal") << with("\"opened\"", "\"closed\"") << QByteArray("goal");
    QTest::newRow("an unknown page to open") << with("\"train\"", "\"trainn\"") << QByteArray("opened");
}

void TestLessons::whatALessonMayNotSayIsNamed()
{
    QFETCH(std::string, json);
    QFETCH(QByteArray, place);
    QVERIFY(parseLesson("good", whole));
    const Result<Lesson> lesson = parseLesson("bad", json);
    QVERIFY(!lesson);
    QVERIFY2(inEnglish(lesson.error()).find(place.toStdString()) != std::string::npos,
             inEnglish(lesson.error()).c_str());
}

QTEST_APPLESS_MAIN(TestLessons)
#include "tst_lessons.moc"
