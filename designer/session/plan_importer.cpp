// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/plan_importer.h"

#include "designer/session/words.h"
#include "model/file/disk.h"
#include "model/file/sha256.h"

namespace riser {

namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 30;

QStringList words(const std::vector<Text>& sentences, Language language) {
    QStringList out;
    for (const Text& sentence : sentences)
        out << riser::words(sentence, language);
    return out;
}

} // namespace

void PlanImporter::read(const QUrl& file) {
    path_ = path_of(file);
    unit_.clear();
    wish_ = {};
    read_again();
}

// The unit shapes everything that is read, so another unit reads anew.
void PlanImporter::read_again() {
    drawing_.reset();
    import_.reset();
    failure_.reset();
    connect(&background_, &Background::changed, this, &PlanImporter::changed, Qt::UniqueConnection);
    bytes_.reset();
    struct Read {
        std::shared_ptr<const std::string> bytes;
        std::string hash;
        std::optional<Result<PlanDrawing>> drawing;
    };
    auto outcome = std::make_shared<Read>();
    DxfOptions options;
    options.millimetres_per_unit = millimetres_of_unit(unit_.toStdString());
    background_.start(
        {"读取图纸", "Reading the drawing"},
        [outcome, path = path_, options](const Run& run) mutable {
            options.stop = run.stop;
            run.report(0, {"读取图纸", "Reading the drawing"});
            Result<std::string> bytes = read_whole(path, most_bytes);
            if (!bytes) {
                outcome->drawing = Result<PlanDrawing>(bytes.error());
                return;
            }
            outcome->drawing = read_plan(*bytes, path.filename().string(), {}, options);
            outcome->hash = sha256(*bytes);
            outcome->bytes = std::make_shared<const std::string>(std::move(*bytes));
        },
        [this, outcome](bool stopped) {
            if (path_.empty())
                return; // dropped meanwhile
            if (stopped) {
                failure_ = Error{ErrorCode::stopped, {"已取消读取", "reading was stopped"}, {}, {}};
                return;
            }
            if (!*outcome->drawing) {
                failure_ = outcome->drawing->error();
                return;
            }
            drawing_ = std::make_shared<const PlanDrawing>(std::move(**outcome->drawing));
            bytes_ = outcome->bytes;
            wish_.asset = outcome->hash;
            if (!wish_.sheet)
                if (const Result<const SketchSheet*> only =
                        pick_sheet(drawing_->sheets, std::nullopt, path_.filename().string()))
                    wish_.sheet = (*only)->number;
            try_wish();
        });
    emit previewChanged();
}

void PlanImporter::try_wish() {
    if (!drawing_)
        return;
    import_.reset();
    failure_.reset();
    auto outcome = std::make_shared<std::optional<Result<PlanImport>>>();
    background_.start(
        {"识别房间", "Recognising rooms"},
        [outcome, drawing = drawing_, wish = wish_, design = document_.design()](const Run& run) {
            *outcome = plan_import(design, *drawing, wish, run);
        },
        [this, outcome](bool stopped) {
            if (path_.empty())
                return; // dropped meanwhile
            if (stopped)
                failure_ = Error{ErrorCode::stopped, {"已取消识别", "recognition was stopped"}, {}, {}};
            else if (!**outcome)
                failure_ = (**outcome).error();
            else
                import_ = std::make_shared<const PlanImport>(std::move(***outcome));
            emit previewChanged();
        });
    emit previewChanged();
}

bool PlanImporter::apply() {
    if (!ready())
        return false;
    const std::string file = path_.filename().string();
    std::string zh, en;
    for (const std::string& label : import_->labels) {
        zh += (zh.empty() ? "" : "、") + label;
        en += (en.empty() ? "" : ", ") + label;
    }
    const QString floor = riser::words(AnyId(preview_floor()));
    const std::shared_ptr<const PlanImport> import = import_;
    if (bytes_)
        document_.keep_asset(wish_.asset, bytes_);
    const Result<void> done = document_.perform({"导入 " + file + " 为 " + zh, "Import " + file + " as " + en},
                                                [&](Edit& edit) { return riser::apply(edit, import->plan.change); });
    if (!done) {
        failure_ = done.error();
        emit changed();
        return false;
    }
    drop();
    emit applied(floor);
    return true;
}

void PlanImporter::drop() {
    if (busy())
        background_.stop();
    drawing_.reset();
    bytes_.reset();
    import_.reset();
    failure_.reset();
    path_.clear();
    emit previewChanged();
    emit changed();
}

void PlanImporter::set_sheet(int number) {
    if (number == sheet())
        return;
    wish_.sheet = number > 0 ? std::optional(number) : std::nullopt;
    wish_.floors.clear(); // another sheet names its own
    try_wish();
    emit changed();
}

void PlanImporter::set_unit(const QString& unit) {
    if (unit == unit_)
        return;
    unit_ = unit;
    if (!path_.empty())
        read_again();
    emit changed();
}

void PlanImporter::set_floors(const QString& floors) {
    if (floors.trimmed().toStdString() == wish_.floors)
        return;
    wish_.floors = floors.trimmed().toStdString();
    try_wish();
    emit changed();
}

void PlanImporter::set_body(const QString& code) {
    if (code.toStdString() == wish_.body)
        return;
    wish_.body = code.toStdString();
    try_wish();
    emit changed();
}

void PlanImporter::set_language(Language language) {
    language_ = language;
    emit changed();
}

QString PlanImporter::file_name() const { return riser::words(path_.filename().string()); }

QString PlanImporter::step() const {
    return riser::words(background_.step().empty() ? background_.title() : background_.step(), language_);
}

QString PlanImporter::problem() const { return failure_ ? riser::words(*failure_, language_) : QString(); }

QVariantList PlanImporter::sheets() const {
    QVariantList out;
    if (drawing_)
        for (const SketchSheet& sheet : drawing_->sheets)
            out << QVariantMap{{QStringLiteral("number"), sheet.number},
                               {QStringLiteral("title"), riser::words(sheet.title)},
                               {QStringLiteral("verdict"), riser::words(sheet.verdict, language_)},
                               {QStringLiteral("reasons"), words(sheet.reasons, language_)},
                               {QStringLiteral("isPlan"), sheet.kind == SheetKind::floor_plan}};
    return out;
}

QVariantList PlanImporter::bodies() const {
    QVariantList out;
    for (const Body& body : document_.design().bodies)
        out << QVariantMap{{QStringLiteral("code"), riser::words(body.code)},
                           {QStringLiteral("name"), riser::words(body.name, language_)}};
    return out;
}

QString PlanImporter::unit_name() const {
    return drawing_ ? riser::words(drawing_->sketch.unit.name, language_) : QString();
}

QString PlanImporter::unit_reason() const {
    return drawing_ ? riser::words(drawing_->sketch.unit.reason, language_) : QString();
}

QStringList PlanImporter::labels() const {
    QStringList out;
    if (import_)
        for (const std::string& label : import_->labels)
            out << riser::words(label);
    return out;
}

QVariantList PlanImporter::report() const {
    QVariantList out;
    if (!import_ || !drawing_)
        return out;
    if (!import_->notes.empty())
        out << QVariantMap{{QStringLiteral("title"), QString()},
                           {QStringLiteral("sentences"), words(import_->notes, language_)}};
    for (const ImportSection& section : import_report(*drawing_, *import_))
        out << QVariantMap{{QStringLiteral("title"), riser::words(section.title, language_)},
                           {QStringLiteral("sentences"), words(section.sentences, language_)}};
    return out;
}

int PlanImporter::doubts() const { return import_ ? static_cast<int>(import_->floor.report.doubts.size()) : 0; }

FloorId PlanImporter::preview_floor() const {
    if (import_)
        for (const Floor& floor : import_->plan.change.after.floors)
            if (floor.label == import_->labels.front())
                return floor.id;
    return {};
}

} // namespace riser
