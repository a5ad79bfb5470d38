#include "ui/widgets/number_format.h"

#include "project/choice_names.h"
#include "ui/document/message_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace broto::ui {

namespace {

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

}

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString bytesText(std::int64_t bytes)
{
    if (bytes < 2048)
        return QStringLiteral("%1 B").arg(countText(bytes));
    const double kib = static_cast<double>(bytes) / 1024.0;
    if (kib < 1024)
        return QStringLiteral("%1 KiB").arg(decimal(kib, 1));
    return QStringLiteral("%1 MiB").arg(decimal(kib / 1024.0, 1));
}

QString bytesOfText(std::int64_t used, std::int64_t all)
{
    constexpr std::int64_t leastInKib = 8192;
    if (all < leastInKib)
        return QCoreApplication::translate("Numbers", "%1 of %2 B").arg(countText(used), countText(all));
    const auto kib = [](std::int64_t bytes) { return decimal(static_cast<double>(bytes) / 1024.0, 1); };
    return QCoreApplication::translate("Numbers", "%1 of %2 KiB").arg(kib(used), kib(all));
}

QString durationText(double seconds)
{
    constexpr double least = 0.1;
    if (seconds < least)
        return QStringLiteral("< %1 s").arg(decimal(least, 1));
    if (seconds < 60)
        return QStringLiteral("%1 s").arg(decimal(seconds, 1));
    const auto whole = static_cast<std::int64_t>(std::lround(seconds));
    return QStringLiteral("%1 min %2 s").arg(countText(whole / 60), countText(whole % 60));
}

QString microjoulesText(double microjoules)
{
    if (microjoules < 10)
        return QStringLiteral("%1 µJ").arg(decimal(microjoules, 1));
    if (microjoules < 1000)
        return QStringLiteral("%1 µJ").arg(decimal(microjoules, 0));
    return QStringLiteral("%1 mJ").arg(decimal(microjoules / 1000.0, 1));
}

QString microsecondsText(double microseconds)
{
    if (microseconds < 10)
        return QStringLiteral("%1 µs").arg(decimal(microseconds, 1));
    if (microseconds < 1000)
        return QStringLiteral("%1 µs").arg(decimal(microseconds, 0));
    if (microseconds < 1e6)
        return QStringLiteral("%1 ms").arg(decimal(microseconds / 1000.0, 1));
    return QStringLiteral("%1 s").arg(decimal(microseconds / 1e6, 2));
}

QString clockText(double hertz)
{
    return QStringLiteral("%1 MHz").arg(QLocale().toString(hertz / 1e6, 'g', 4));
}

QString valueText(double value)
{
    constexpr double firstOfSeven = 999'999.5, readable = 1e10;
    if (std::abs(value) >= firstOfSeven && std::abs(value) < readable)
        return QLocale().toString(value, 'f', 0);
    return QLocale().toString(value, 'g', 6);
}

QString roughText(double value)
{
    return QLocale().toString(value, 'g', 4);
}

QString shareText(std::size_t part, std::size_t whole)
{
    const double share = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
    return QStringLiteral("%1 %").arg(decimal(100 * share, 1));
}

QString metricText(Task task, double metric)
{
    if (std::isnan(metric))
        return QStringLiteral("–");
    if (task == Task::Classification)
        return QStringLiteral("%1 %").arg(decimal(100.0 * metric, 1));
    constexpr double shownAsZero = 0.00005;
    return decimal(std::abs(metric) < shownAsZero ? 0 : metric, 4).replace(u'-', u'−');
}

QString metricName(Task task)
{
    return messageText(metricNameOf(task));
}

namespace {

/// "+0.3" of 0.003 for accuracy.
QString signedNumber(Task task, double change)
{
    const double shown = task == Task::Classification ? 100.0 * change : change;
    const int digits = task == Task::Classification ? 1 : 4;
    QString text = decimal(std::abs(shown), digits);
    const bool nothing = std::abs(shown) < 0.5 * std::pow(10.0, -digits);
    return text.prepend(nothing ? QStringLiteral("±") : shown < 0 ? QStringLiteral("−") : QStringLiteral("+"));
}

}

QString changeText(Task task, double change)
{
    if (std::isnan(change))
        return QStringLiteral("–");
    const QString text = signedNumber(task, change);
    return task == Task::Classification ? QCoreApplication::translate("Numbers", "%1 points").arg(text) : text;
}

QString shortChangeText(Task task, double change)
{
    if (std::isnan(change))
        return QStringLiteral("–");
    const QString text = signedNumber(task, change);
    return task == Task::Classification ? QCoreApplication::translate("Numbers", "%1 pt").arg(text) : text;
}

QString changeRangeText(Task task, double low, double high)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return QStringLiteral("–");
    const auto text = [task](double change) {
        const double shown = task == Task::Classification ? 100 * change : change;
        const QString number = QLocale().toString(std::abs(shown), 'f', task == Task::Classification ? 1 : 4);
        return (shown < 0 ? QStringLiteral("−") : QStringLiteral("+")) + number;
    };
    const QString range = task == Task::Classification ? QStringLiteral("%1 … %2") : QStringLiteral("%1…%2");
    return range.arg(text(low), text(high));
}

}
