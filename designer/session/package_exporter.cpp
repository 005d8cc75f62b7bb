// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/package_exporter.h"

#include "designer/session/words.h"
#include "exporters/package.h"
#include "exporters/package_documents.h"

#include <QDir>
#include <QStandardPaths>

namespace riser {

namespace {

std::vector<std::string> strings(const QStringList& list) {
    std::vector<std::string> out;
    for (const QString& item : list)
        out.push_back(item.toStdString());
    return out;
}

QVariantMap choice(const QString& key, const QString& name) {
    return {{QStringLiteral("key"), key}, {QStringLiteral("name"), name}};
}

} // namespace

PackageExporter::PackageExporter(Document& document, Checker& checker, QObject* parent)
    : QObject(parent), document_(document), checker_(checker) {
    connect(&background_, &Background::changed, this, &PackageExporter::changed);
    connect(&document_, &Document::state_changed, this, &PackageExporter::choicesChanged);
    connect(&document_, &Document::changed, this, &PackageExporter::changed);
    connect(&document_, &Document::replaced, this, [this] {
        folder_.clear();
        files_.clear();
        failure_.reset();
    });
}

void PackageExporter::start(const QUrl& folder, const QStringList& groups, const QString& language,
                            const QString& profile, const QStringList& planes, const QStringList& formats) {
    folder_.clear();
    files_.clear();
    failure_.reset();
    const Result<Profile> reader = parse_profile(profile.toStdString());
    if (!reader) {
        failure_ = reader.error();
        emit changed();
        return;
    }
    ExportOptions options;
    options.directory = path_of(folder);
    options.only = strings(groups);
    options.language = language == QLatin1String("en") ? Language::en : Language::zh;
    options.profile = *reader;
    options.planes = strings(planes);
    options.formats.clear();
    for (const DrawingFormat& format : formats_)
        if (formats.contains(words(format.name)) || (formats.isEmpty() && options.formats.empty()))
            options.formats.push_back(format);
    options.underlays = underlays_from(document_.assets());
    const Deck rules = deck_of(document_.design());
    take_numbers(settled_deck(rules, document_.design()), options);
    const std::uint64_t version = document_.version();
    // The check that stands is of this design, or is made first.
    const std::optional<CheckReport> known =
        checker_.is_current() ? std::optional(checker_.report()) : std::optional<CheckReport>();
    auto outcome = std::make_shared<std::optional<Result<PackageReport>>>();
    background_.start(
        {"输出文件", "Writing documents"},
        [outcome, options, known, deck = rules, facts = document_.facts()](const Run& run) {
            const CheckReport report = known ? *known : run_checks(facts, deck, Run{.stop = run.stop, .progress = {}});
            *outcome = export_package(facts, report, options, run);
        },
        [this, outcome, folder, version](bool) {
            if (!**outcome) {
                failure_ = (**outcome).error();
                return;
            }
            folder_ = folder;
            version_ = version;
            for (const PackageFile& file : (**outcome)->files)
                files_.push_back({file.name, file.title, file.bytes});
        });
}

void PackageExporter::set_language(Language language) {
    language_ = language;
    emit changed();
    emit choicesChanged();
}

QString PackageExporter::step() const {
    return words(background_.step().empty() ? background_.title() : background_.step(), language_);
}

QString PackageExporter::problem() const { return failure_ ? words(*failure_, language_) : QString(); }

QVariantList PackageExporter::groups() const {
    QVariantList out;
    for (const PackageGroup& group : all_package_groups()) {
        QVariantMap one = choice(words(group.name), words(group.title, language_));
        one.insert(QStringLiteral("onRequest"), group.on_request);
        out << one;
    }
    return out;
}

void PackageExporter::offer(std::vector<DrawingFormat> formats) {
    formats_ = std::move(formats);
    emit choicesChanged();
}

QVariantList PackageExporter::formats() const {
    QVariantList out;
    for (const DrawingFormat& format : formats_)
        out << choice(words(format.name), words(format.name).toUpper());
    return out;
}

QVariantList PackageExporter::profiles() const {
    const auto said = [this](const char* zh, const char* en) { return words(Text{zh, en}, language_); };
    QVariantList out{choice(QStringLiteral("contractor"), said("施工单位", "Contractor")),
                     choice(QStringLiteral("reviewer"), said("审查单位", "Reviewer"))};
    for (const Body& body : document_.design().bodies)
        out << choice(QStringLiteral("body:") + words(body.code), words(body.name, language_));
    return out;
}

QVariantList PackageExporter::secret_planes() const {
    QVariantList out;
    for (const Plane& plane : document_.design().planes)
        if (plane.disclosure == Disclosure::secret)
            out << choice(words(plane.code), words(plane.name, language_));
    return out;
}

QVariantList PackageExporter::files() const {
    QVariantList out;
    const QDir directory(folder_.toLocalFile());
    for (const File& file : files_)
        out << QVariantMap{
            {QStringLiteral("name"), words(file.name)},
            {QStringLiteral("title"), words(file.title, language_)},
            {QStringLiteral("kib"), static_cast<double>((file.bytes + 1023) / 1024)},
            {QStringLiteral("url"), QUrl::fromLocalFile(directory.filePath(QString::fromStdString(file.name)))}};
    return out;
}

QUrl PackageExporter::suggested_folder() const {
    const std::filesystem::path& path = document_.path();
    if (path.empty())
        return QUrl::fromLocalFile(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                       .filePath(QStringLiteral("riser")));
    return QUrl::fromLocalFile(
        words((std::filesystem::absolute(path).parent_path() / (path.stem().string() + "-documents")).string()));
}

} // namespace riser
