#include "ui/marked_texts.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace {

struct Text {
    QString context;
    QString source;
    QStringList translations; ///< more than one for plurals
    bool unfinished = false;
};

QList<Text> textsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            texts.append({context, {}, {}, false});
        else if (xml.name() == u"source")
            texts.last().source = xml.readElementText();
        else if (xml.name() == u"numerusform")
            texts.last().translations << xml.readElementText();
        else if (xml.name() == u"translation") {
            texts.last().unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            xml.readNext();
            if (xml.isCharacters() && !xml.isWhitespace())
                texts.last().translations << xml.text().toString();
        }
    }
    return texts;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression expression(QStringLiteral("%(?:L?[1-9]|n)"));
    QStringList found;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

const QString translations = QStringLiteral(BROTO_SOURCE_DIR "/resources/translations/");

}

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLeftUntranslated_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("Portuguese") << QStringLiteral("broto_pt_BR.ts");
        QTest::newRow("English plurals") << QStringLiteral("broto_en.ts");
    }

    void nothingIsLeftUntranslated()
    {
        QFETCH(QString, file);
        const QList<Text> texts = textsOf(translations + file);
        QVERIFY(!texts.isEmpty());
        QStringList open;
        for (const Text& text : texts)
            if (text.unfinished || text.translations.isEmpty() || text.translations.contains(QString()))
                open << QStringLiteral("%1: %2").arg(text.context, text.source);
        QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
    }

    void placeholdersSurviveTranslation()
    {
        for (const Text& text : textsOf(translations + QStringLiteral("broto_pt_BR.ts")))
            for (const QString& translation : text.translations)
                QVERIFY2(placeholders(translation) == placeholders(text.source) || text.source.contains(u"%n"),
                         qPrintable(QStringLiteral("%1 / %2").arg(text.source, translation)));
    }

    void everySentenceOfCoreIsInTheFile()
    {
        QSet<QString> known;
        for (const Text& text : textsOf(translations + QStringLiteral("broto_pt_BR.ts")))
            if (text.context == u"core")
                known.insert(text.source);
        const QStringList marked = markedTexts(QStringLiteral(BROTO_SOURCE_DIR "/core"));
        QVERIFY(marked.size() > 50);
        QStringList missing;
        for (const QString& text : marked)
            if (!known.contains(text))
                missing << text;
        QVERIFY2(missing.isEmpty(),
                 qPrintable(QStringLiteral("build broto_translations_lupdate; new:\n") + missing.join(u'\n')));
    }

    void theTranslationTravelsInTheProgram()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/broto_pt_BR.qm")));
        QCOMPARE(translator.translate("Stages", "Data"), QStringLiteral("Dados"));
        QTranslator english;
        QVERIFY(english.load(QStringLiteral(":/i18n/broto_en.qm")));
    }
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
