#include "ui/jobs/report_pdf.h"

#include "ui/jobs/report_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextObjectInterface>
#include <QTextOption>

#include <memory>
#include <vector>

namespace broto::ui {

namespace {

constexpr double htmlDotsPerInch = 96;
constexpr double marginInches = 0.65;

/// Without the margins that the page has on a screen, and a little closer.
QString forPaper(QString html)
{
    return html.replace(QStringLiteral("</style>"), QStringLiteral("body { margin: 0px; padding: 0px; }\n"
                                                                   "th, td { padding: 2px 5px; }</style>"));
}

/// Draws the SVGs of a document where its images stand, by the names that the images have.
class SvgImages : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    /// HTML with an image in place of every SVG element.
    QString takenFrom(const QString& html)
    {
        const QString begin = QStringLiteral("<svg "), end = QStringLiteral("</svg>");
        QString text;
        qsizetype done = 0;
        for (qsizetype from = html.indexOf(begin); from >= 0; from = html.indexOf(begin, done)) {
            const qsizetype to = html.indexOf(end, from);
            if (to < 0)
                break;
            text += QStringView(html).mid(done, from - done);
            text += QStringLiteral("<img src=\"%1\"/>").arg(m_drawings.size());
            done = to + end.size();
            m_drawings.push_back(std::make_unique<QSvgRenderer>(html.mid(from, done - from).toUtf8()));
        }
        text += QStringView(html).mid(done);
        return text;
    }

    QSizeF intrinsicSize(QTextDocument* document, int, const QTextFormat& format) override
    {
        const QPaintDevice* device = document->documentLayout()->paintDevice();
        const double dotsPerInch = device ? device->logicalDpiY() : htmlDotsPerInch;
        const QSvgRenderer* drawing = of(format);
        return drawing ? QSizeF(drawing->defaultSize()) * dotsPerInch / htmlDotsPerInch : QSizeF();
    }

    void drawObject(QPainter* painter, const QRectF& place, QTextDocument*, int, const QTextFormat& format) override
    {
        if (QSvgRenderer* drawing = of(format))
            drawing->render(painter, place);
    }

private:
    QSvgRenderer* of(const QTextFormat& format) const
    {
        const auto index = static_cast<std::size_t>(format.toImageFormat().name().toUInt());
        return index < m_drawings.size() ? m_drawings[index].get() : nullptr;
    }

    std::vector<std::unique_ptr<QSvgRenderer>> m_drawings;
};

void layOut(QTextDocument& document, QPdfWriter& writer)
{
    document.documentLayout()->setPaintDevice(&writer);
    QTextFrameFormat frame = document.rootFrame()->frameFormat();
    frame.setMargin(marginInches * htmlDotsPerInch); // which the layout makes larger for the paper
    document.rootFrame()->setFrameFormat(frame);
    // Whole words, or columns would be as narrow as a letter; unless a word is too long for the page.
    for (const auto mode : {QTextOption::WordWrap, QTextOption::WrapAtWordBoundaryOrAnywhere}) {
        QTextOption wrapping;
        wrapping.setWrapMode(mode);
        document.setDefaultTextOption(wrapping);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        if (document.size().width() <= writer.width())
            break;
    }
}

/// Page by page, each with its number. QTextDocument::print() would lay the document out once more, a little otherwise.
void paint(QTextDocument& document, QPdfWriter& writer)
{
    QPainter painter(&writer);
    painter.setFont(document.defaultFont());
    const QSizeF page = document.pageSize();
    const double margin = marginInches * writer.resolution();
    for (int i = 0; i < document.pageCount(); ++i) {
        if (i > 0)
            writer.newPage();
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(QPointF(0, i * page.height()), page);
        painter.save();
        painter.translate(0, -i * page.height());
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.drawText(QRectF(0, page.height() - margin, page.width() - margin, margin / 2),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(i + 1));
    }
}

}

QByteArray reportPdf(const QString& html, const QString& title)
{
    constexpr int sharp = 600; // dots per inch
    const QEventLoop timers;   // the layout has some: a thread that is not Qt's would warn of them
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Broto"));
    writer.setResolution(sharp);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF()); // the document brings its own

    SvgImages images;
    QTextDocument document;
    document.documentLayout()->registerHandler(QTextFormat::ImageObject, &images);
    QFont font = QGuiApplication::font();
    font.setPointSizeF(10);
    document.setDefaultFont(font);
    document.setHtml(images.takenFrom(forPaper(html)));
    layOut(document, writer);
    keepTogether(document);
    paint(document, writer);
    return bytes;
}

}

#include "report_pdf.moc"
