// SPDX-License-Identifier: GPL-3.0-or-later
// riser-designer: the window; or, with --shot, one picture of it.
#include "designer/app/shot.h"
#include "designer/session/design_session.h"
#include "designer/session/words.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QStandardPaths>
#include <QTranslator>

#include <clocale>
#include <memory>

Q_IMPORT_QML_PLUGIN(RiserPlugin)

int main(int count, char** arguments) {
    using namespace riser;
    QHashSeed::setDeterministicGlobalSeed(); // the fonts of a PDF come in the order of a hash
    QGuiApplication app(count, arguments);
    std::setlocale(LC_NUMERIC, "C");
    QGuiApplication::setApplicationName(QStringLiteral("riser-designer"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Riser"));
    QGuiApplication::setApplicationVersion(QStringLiteral(RISER_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("riser-designer"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Designs the network of a building. 建筑网络设计。"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("DESIGN"), QStringLiteral("A *.riser file to open."));
    const QCommandLineOption shot(QStringLiteral("shot"),
                                  QStringLiteral("Make a picture and leave: VIEW[:FLOOR][:LENS]."),
                                  QStringLiteral("VIEW"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("THEME"));
    const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("zh or en."), QStringLiteral("LANG"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("WxH in pixels."), QStringLiteral("SIZE"),
                                  QStringLiteral("1440x900"));
    const QCommandLineOption out(QStringLiteral("o"), QStringLiteral("The picture's file."),
                                 QStringLiteral("FILE.png"));
    parser.addOptions({shot, theme, lang, size, out});
    parser.process(app);

    QTranslator chinese;
    if (!chinese.load(QStringLiteral(":/i18n/riser_zh.qm")))
        qWarning("the Chinese texts are missing");
    // Qt's own, in the dialogs for files.
    QTranslator chinese_of_qt, chinese_of_quick;
    const QString translations = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    (void)chinese_of_qt.load(QStringLiteral("qtbase_zh_CN"), translations);
    (void)chinese_of_quick.load(QStringLiteral("qtdeclarative_zh_CN"), translations);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    // An import makes the module's types known before the window asks for them.
    QQmlComponent import(&engine);
    import.setData("import QtQml\nimport Riser\nQtObject {}", QUrl());
    const std::unique_ptr<QObject> imported(import.create());
    auto* session = engine.singletonInstance<DesignSession*>(qmlTypeId("Riser", 1, 0, "DesignSession"));
    if (!session)
        qFatal("the window's module is missing: %s", qPrintable(import.errorString()));
    const auto speak = [&] {
        for (QTranslator* texts : {&chinese_of_qt, &chinese_of_quick, &chinese}) {
            if (session->tongue() == Language::zh)
                QCoreApplication::installTranslator(texts);
            else
                QCoreApplication::removeTranslator(texts);
        }
        engine.retranslate();
    };
    QObject::connect(session, &DesignSession::languageChanged, &app, speak);
    // A picture shows what is asked of it, whoever makes it.
    Preferences& preferences = *session->preferences();
    if (!parser.isSet(shot))
        preferences.load();
    const QString wanted = parser.isSet(lang)                  ? parser.value(lang)
                           : !preferences.language().isEmpty() ? preferences.language()
                                                               : QLocale::system().name().left(2);
    session->set_language(wanted == QLatin1String("en") ? wanted : QStringLiteral("zh"));
    speak();
    session->set_dark(parser.isSet(theme) ? parser.value(theme) == QLatin1String("dark") : preferences.dark());

    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Riser/Main.qml")));
    if (engine.rootObjects().isEmpty())
        return 3;
    const QStringList files = parser.positionalArguments();
    if (!parser.isSet(shot)) {
        const QString unnamed =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/riser/unnamed");
        if (files.isEmpty())
            session->recover_unnamed_in(unnamed);
        else
            session->document().keep_unnamed_in(unnamed.toStdString());
    }
    if (!files.isEmpty() && !session->open(QUrl::fromLocalFile(QFileInfo(files.first()).absoluteFilePath()))) {
        qWarning().noquote() << session->message();
        if (parser.isSet(shot))
            return 2;
    }
    if (parser.isSet(shot))
        return take_shot(engine, *session, {parser.value(shot), parser.value(size), parser.value(out)});
    return QGuiApplication::exec();
}
