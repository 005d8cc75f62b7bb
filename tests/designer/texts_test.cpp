// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says, it says in both languages: every qsTr("…") has its Chinese, and no text is written without one.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

namespace riser {
namespace {

const QString window = QStringLiteral(RISER_SOURCE_DIR "/designer/qml/Riser");

QString text_of(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return QString::fromUtf8(file.readAll());
}

QStringList qml_files() {
    QStringList out;
    for (const char* folder : {"", "/controls", "/dialogs", "/panels", "/views"}) {
        const QDir directory(window + QLatin1String(folder));
        for (const QString& name : directory.entryList({QStringLiteral("*.qml")}, QDir::Files))
            out << directory.filePath(name);
    }
    return out;
}

QString key(const QString& context, const QString& source) { return context + QLatin1Char('\n') + source; }

// "context\nsource" of what has a finished translation.
QSet<QString> translated() {
    QSet<QString> out;
    QXmlStreamReader xml(text_of(window + QStringLiteral("/riser_zh.ts")));
    QString context, source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const bool finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!xml.readElementText().trimmed().isEmpty() && finished)
                out.insert(key(context, source));
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return out;
}

QString unescaped(QString text) {
    return text.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
        .replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

const QRegularExpression said(QStringLiteral(R"re(qsTr\("((?:[^"\\]|\\.)*)"\))re"));

TEST(Texts, EveryOneHasItsChinese) {
    const QSet<QString> known = translated();
    const QStringList files = qml_files();
    ASSERT_GT(files.size(), 20);
    int seen = 0;
    for (const QString& path : files) {
        const QString context = QFileInfo(path).baseName();
        for (auto match = said.globalMatch(text_of(path)); match.hasNext();) {
            const QString source = unescaped(match.next().captured(1));
            ++seen;
            EXPECT_TRUE(known.contains(key(context, source)))
                << context.toStdString() << ": no finished translation of \"" << source.toStdString() << '"';
        }
    }
    EXPECT_GT(seen, 100);
}

// Literals that are shown and yet no language: names, units, keys.
bool is_no_language(const QString& text) {
    static const QSet<QString> allowed{
        "Riser", "中文", "English", "中文 / English", "mm",  "cm",    "m",   "in",   "ft",   "ms",
        "KiB",   "x",    "y",       "Ctrl K",         "Esc", "Enter", "Del", "Alt+", "VLAN", "F8 / Shift+F8",
        "zh",    "en"};
    static const QRegularExpression letters(QStringLiteral("\\p{L}"));
    static const QRegularExpression keys(
        QStringLiteral("^(\\\\t)?(Ctrl|Alt|Shift|F\\d+|Del|Esc|Enter|Ins)[+\\w, ]*$|^#[0-9A-F]{6}$"));
    const QString word = text.trimmed();
    return !letters.match(word).hasMatch() || allowed.contains(word) || keys.match(word).hasMatch();
}

QStringList unsaid(const QString& qml) {
    static const QRegularExpression shown(QStringLiteral(
        R"re(\b(text|title|tip|name|note|placeholderText|placeholder|Accessible\.name|ToolTip\.text)\s*:\s*([^\n]*))re"));
    static const QRegularExpression compared(QStringLiteral(
        R"re((?:[=!]{1,3}|\bincludes\(|\bjoin\(|\blocale\(|\barrange\(|\[)\s*"[^"\n]*"|"[^"\n]*"\s*[=!]==?)re"));
    static const QRegularExpression literal(QStringLiteral(R"re("((?:[^"\\\n]|\\.)*)")re"));
    static const QRegularExpression other(
        QStringLiteral(R"re(\b(key|shortcut|code|ask|run|on|severity|tool|icon)\s*:\s*"[^"\n]*")re"));
    QStringList out;
    for (auto match = shown.globalMatch(qml); match.hasNext();) {
        QString expression = match.next().captured(2);
        expression.remove(said).remove(compared).remove(other);
        for (auto found = literal.globalMatch(expression); found.hasNext();)
            if (const QString text = found.next().captured(1); !is_no_language(text))
                out << text;
    }
    return out;
}

TEST(Texts, NoneIsWrittenWithoutItsTranslation) {
    EXPECT_EQ(unsaid(QStringLiteral("Caption { text: \"Hello\" }")), QStringList{"Hello"});
    EXPECT_EQ(unsaid(QStringLiteral("tip: wide ? \"Wide\" : qsTr(\"Narrow\")")), QStringList{"Wide"});
    EXPECT_TRUE(unsaid(QStringLiteral("text: kind === \"plan\" ? qsTr(\"Plan\") : 3 + \" m\"")).isEmpty());
    for (const QString& path : qml_files())
        for (const QString& text : unsaid(text_of(path)))
            ADD_FAILURE() << path.toStdString() << ": \"" << text.toStdString() << "\" is not translated";
}

} // namespace
} // namespace riser
