#include "ui/jobs/report_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <QTextOption>

#include <memory>
#include <vector>

namespace broto::ui {

namespace {

constexpr double htmlDotsPerInch = 96;

/// Without the margins that the page has on a screen.
QString forPaper(QString html)
{
    return html.replace(QStringLiteral("</style>"), QStringLiteral("body { margin: 0px; padding: 0px; }</style>"));
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

}

QByteArray reportPdf(const QString& html, const QString& title)
{
    constexpr int sharp = 600; // dots per inch
    const QEventLoop timers;   // the layout has some: a thread that is not Qt's would warn of them
    SvgImages images;
    QTextDocument document;
    document.documentLayout()->registerHandler(QTextFormat::ImageObject, &images);
    QFont font = QGuiApplication::font();
    font.setPointSizeF(10);
    document.setDefaultFont(font);
    QTextOption wrapping;
    wrapping.setWrapMode(QTextOption::WordWrap); // or columns would be as narrow as a letter
    document.setDefaultTextOption(wrapping);
    document.setHtml(images.takenFrom(forPaper(html)));

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Broto"));
    writer.setResolution(sharp);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF()); // the document brings its own
    document.print(&writer);
    return bytes;
}

}

#include "report_pdf.moc"
