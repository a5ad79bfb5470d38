#pragma once

#include <QStringList>

/// Every sentence that the sources below a folder mark by BROTO_TEXT.
QStringList markedTexts(const QString& folder);
