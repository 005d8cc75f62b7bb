// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/design_session.h"

#include "designer/session/examples.h"
#include "designer/session/words.h"
#include "exporters/painting/paper_formats.h"
#include "exporters/painting/underlay_painting.h"
#include "model/edits/cascade.h"
#include "model/file/brief_reader.h"
#include "model/file/starter.h"
#include "solvers/checks/waive.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

#include <set>

namespace riser {

DesignSession::DesignSession(QObject* parent)
    : QObject(parent),
      checker_(document_),
      planner_(document_, this),
      ghost_(document_, planner_, this),
      rules_(document_, checker_, selection_, this),
      reason_(document_, selection_, this),
      reach_(document_, reason_, this),
      zones_(document_, checker_, this),
      preferences_(this),
      importer_(document_, this),
      exporter_(document_, checker_, this),
      underlays_(document_, this),
      floors_(document_, this),
      floor_editor_(document_, this),
      sheets_(document_, this),
      layers_(this),
      findings_(document_, checker_, this),
      inspector_(document_, selection_, this),
      history_(document_, this),
      search_(document_, this),
      table_(document_, this),
      catalogue_(document_, selection_, this) {
    selection_.admit([this](AnyId id) { return document_.design().contains(id); });
    connect(&document_, &Document::state_changed, this, &DesignSession::stateChanged);
    connect(&document_, &Document::changed, this, [this] {
        if (!document_.design().contains(floor_))
            set_floor(words(AnyId(floors_.first())));
        emit designChanged();
        if (planner_.has_ghost())
            emit planChanged(); // it may be stale now
    });
    connect(&document_, &Document::state_changed, this, &DesignSession::autosaveChanged);
    connect(&document_, &Document::autosave_changed, this, &DesignSession::autosaveChanged);
    connect(&checker_, &Checker::changed, this, &DesignSession::checkChanged);
    connect(&planner_, &Planner::changed, this, [this] {
        if (planner_.failure())
            tell(*planner_.failure());
        emit planChanged();
    });
    connect(&selection_, &Selection::changed, this, &DesignSession::selectionChanged);
    connect(&rules_, &RuleSelector::selected, this, &DesignSession::tell_selected);
    connect(&floor_editor_, &FloorEditor::refused, this, &DesignSession::tell);
    connect(&sheets_, &Sheets::refused, this, &DesignSession::tell);
    connect(&zones_, &ZoneMatrix::refused, this, &DesignSession::tell);
    connect(&sheets_, &Sheets::done, this, [this](const QString& what) { say(what); });
    connect(&importer_, &PlanImporter::applied, this, &DesignSession::set_floor);
    connect(&underlays_, &Underlays::refused, this, &DesignSession::tell);
    connect(&underlays_, &Underlays::said, this, [this](const Text& message) { say(words(message, language_)); });
    connect(this, &DesignSession::floorChanged, &underlays_, [this] { underlays_.set_floor(floor_); });
    connect(this, &DesignSession::themeChanged, this, &DesignSession::follow_theme);
    follow_theme();
    exporter_.offer({pdf_format(), svg_format(), png_format()});
}

QString DesignSession::title() const {
    const Project& project = document_.design().project();
    const QString name = words(project.name, language_);
    return name.isEmpty() ? file_name() : name;
}

QString DesignSession::file_name() const {
    return document_.path().empty() ? QString() : QString::fromStdString(document_.path().filename().string());
}

void DesignSession::set_language(const QString& language) {
    const Language now = language == QLatin1String("en") ? Language::en : Language::zh;
    if (now == language_)
        return;
    language_ = now;
    floors_.set_language(now);
    floor_editor_.set_language(now);
    sheets_.set_language(now);
    layers_.set_language(now);
    findings_.set_language(now);
    inspector_.set_language(now);
    history_.set_language(now);
    search_.set_language(now);
    table_.set_language(now);
    ghost_.set_language(now);
    rules_.set_language(now);
    reason_.set_language(now);
    reach_.set_language(now);
    zones_.set_language(now);
    catalogue_.set_language(now);
    importer_.set_language(now);
    exporter_.set_language(now);
    underlays_.set_language(now);
    preferences_.set_language(this->language());
    emit languageChanged();
    emit stateChanged();
    emit designChanged();
    emit planChanged();
    emit floorChanged();
    emit noticesChanged();
    emit autosaveChanged();
}

void DesignSession::set_dark(bool dark) {
    if (dark == dark_)
        return;
    dark_ = dark;
    preferences_.set_dark(dark);
    emit themeChanged();
}

void DesignSession::follow_theme() {
    underlays_.set_prepare([theme = dark_ ? Theme::dark : Theme::light](const UnderlayContent& content) {
        prepare_underlay(content, theme);
    });
}

QString DesignSession::floor() const { return words(AnyId(floor_)); }

void DesignSession::set_floor(const QString& floor) {
    const AnyId id = id_of(floor);
    if (id.kind != Kind::floors && id.value != 0)
        return;
    if (floor_ == FloorId{id.value})
        return;
    floor_ = FloorId{id.value};
    emit floorChanged();
}

QString DesignSession::floor_label() const {
    const Floor* floor = document_.design().find(floor_);
    return floor ? words(floor->label) : QString();
}

QString DesignSession::undo_name() const {
    const std::optional<Text> name = document_.history().undo_name();
    return name ? words(*name, language_) : QString();
}

QString DesignSession::redo_name() const {
    const std::optional<Text> name = document_.history().redo_name();
    return name ? words(*name, language_) : QString();
}

QVariantList DesignSession::bodies() const {
    QVariantList out;
    for (const Body& body : document_.design().bodies)
        out << QVariantMap{{QStringLiteral("name"), words(body.name, language_)},
                           {QStringLiteral("colour"), words(body.colour)}};
    return out;
}

void DesignSession::tell(const Error& error) { say(words(error, language_), true); }

void DesignSession::say(const QString& message, bool error) {
    message_ = message;
    message_is_error_ = error;
    emit messageChanged();
}

bool DesignSession::told(const Result<void>& result) {
    if (!result)
        tell(result.error());
    return result.has_value();
}

void DesignSession::after_opening() {
    open_ = true;
    selection_.clear();
    set_floor(words(AnyId(floors_.first())));
    noticed_ = false;
    say({});
    if (!document_.path().empty())
        preferences_.add_recent(document_.path());
    emit noticesChanged();
    emit stateChanged();
}

QStringList DesignSession::notices() const {
    QStringList out;
    if (!noticed_)
        for (const Text& note : document_.notes())
            out << words(note, language_);
    return out;
}

QString DesignSession::autosave_failure() const {
    const std::optional<Error>& failure = document_.autosave_failure();
    if (!failure || !at_risk())
        return {};
    return words(*failure, language_);
}

void DesignSession::dismissNotices() {
    noticed_ = true;
    emit noticesChanged();
}

bool DesignSession::has_example() const { return !example_design(QCoreApplication::applicationDirPath()).empty(); }

bool DesignSession::openExample() {
    const std::filesystem::path example = example_design(QCoreApplication::applicationDirPath());
    Result<LoadedDesign> loaded = load_design(example);
    if (!loaded) {
        tell(loaded.error());
        return false;
    }
    document_.adopt(std::move(loaded->opened.design),
                    {"这是示例的副本；另存为后可保存修改", "this is a copy of the example; save it as to keep changes"},
                    example);
    after_opening();
    return true;
}

bool DesignSession::recover_unnamed_in(const QString& folder) {
    document_.keep_unnamed_in(folder.toStdString());
    if (!document_.recover_unnamed())
        return false;
    after_opening();
    return true;
}

bool DesignSession::open(const QUrl& file) {
    if (!told(document_.open(path_of(file))))
        return false;
    after_opening();
    return true;
}

bool DesignSession::save() { return told(document_.save()); }

bool DesignSession::saveAs(const QUrl& file) {
    std::filesystem::path path = path_of(file);
    if (path.extension().empty())
        path += ".riser";
    if (!told(document_.save(path)))
        return false;
    preferences_.add_recent(path);
    return true;
}

int DesignSession::with_outcome(RuleOutcome outcome) const {
    return static_cast<int>(std::ranges::count(checker_.report().rules, outcome, &RuleReport::outcome));
}

QUrl DesignSession::suggested_file() const {
    if (!document_.path().empty())
        return QUrl::fromLocalFile(words(std::filesystem::absolute(document_.path()).string()));
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QDir(folder).exists())
        folder = QDir::homePath();
    QString name = words(document_.design().project().name, language_).trimmed();
    name.replace(QRegularExpression(QStringLiteral("[/\\\\:*?\"<>|]")), QStringLiteral("-"));
    return QUrl::fromLocalFile(
        QDir(folder).filePath((name.isEmpty() ? QStringLiteral("riser") : name) + QStringLiteral(".riser")));
}

void DesignSession::newEmpty() {
    Result<Design> design = read_brief(starter_brief(), "starter.xml");
    if (!design) {
        tell(design.error());
        return;
    }
    document_.adopt(std::move(*design));
    after_opening();
}

bool DesignSession::newFromBrief(const QUrl& brief) {
    Result<Design> design = load_brief(path_of(brief));
    if (!design) {
        tell(design.error());
        return false;
    }
    document_.adopt(std::move(*design));
    after_opening();
    return true;
}

// How many, on which floors; turns to one of them when none is on the floor that is shown.
void DesignSession::tell_selected() {
    const Design& design = document_.design();
    std::set<FloorId> floors;
    for (const AnyId id : selection_.ids())
        if (const std::optional<FloorId> floor = floor_of(design, id))
            floors.insert(*floor);
    if (!floors.empty() && !floors.contains(floor_))
        set_floor(words(AnyId(*floors.begin())));
    QStringList labels;
    for (const Floor& floor : design.floors)
        if (floors.contains(floor.id))
            labels << words(floor.label);
    const QString where = labels.join(QStringLiteral(", "));
    say((language_ == Language::zh ? QStringLiteral("已选 %1 项") : QStringLiteral("%1 selected"))
            .arg(selection_.ids().size()) +
        (where.isEmpty() ? QString()
                         : (language_ == Language::zh ? QStringLiteral("：") : QStringLiteral(": ")) + where));
}

void DesignSession::deleteSelected() {
    const Design& design = document_.design();
    std::vector<AnyId> ids = selection_.ids();
    std::erase_if(ids, [&](AnyId id) { return !design.contains(id); });
    if (ids.empty())
        return;
    std::size_t with = 0;
    for (const AnyId id : ids)
        with += cascade_of(design, id).size();
    const std::string first = name_of(design, ids.front(), language_).toStdString();
    const Text name = ids.size() == 1 ? Text{"删除 " + first, "Delete " + first}
                                      : Text{"删除 " + std::to_string(ids.size()) + " 项",
                                             "Delete " + std::to_string(ids.size()) + " items"};
    const Result<void> done = document_.perform(name, [&](Edit& edit) -> Result<void> {
        for (const AnyId id : ids)
            if (edit.design().contains(id))
                if (Result<void> gone = delete_row(edit, id); !gone)
                    return gone;
        return {};
    });
    if (!told(done))
        return;
    selection_.clear();
    const std::size_t more = with - ids.size();
    if (more > 0)
        say(language_ == Language::zh
                ? QStringLiteral("已删除，连同所属 %1 项（Ctrl+Z 撤销）").arg(more)
                : QStringLiteral("Deleted, with %1 rows that belong to it (Ctrl+Z undoes)").arg(more));
}

void DesignSession::plan(const QStringList& steps) {
    std::vector<std::string> names;
    for (const QString& step : steps)
        names.push_back(step.toStdString());
    planner_.start(std::move(names));
}

bool DesignSession::applyPlan() {
    if (!planner_.has_ghost())
        return false;
    return told(planner_.apply(static_cast<std::size_t>(ghost_.stage()) + 1));
}

void DesignSession::show(const QString& text) {
    const AnyId id = id_of(text);
    const Design* home = ghost_.home_of(id);
    if (!home)
        return;
    if (const std::optional<FloorId> floor = floor_of(*home, id))
        set_floor(words(AnyId(*floor)));
    selection_.set(home == &document_.design() ? std::vector{id} : std::vector<AnyId>());
    emit reveal(text);
}

void DesignSession::showFinding(int row) {
    const Finding* finding = findings_.finding(row);
    if (!finding || finding->subjects.empty())
        return;
    if (finding->floor)
        set_floor(words(AnyId(*finding->floor)));
    else if (const std::optional<FloorId> floor = floor_of(document_.design(), finding->subjects.front()))
        set_floor(words(AnyId(*floor)));
    selection_.set(finding->subjects);
    reason_.show(*finding);
    emit reveal(words(finding->subjects.front()));
}

bool DesignSession::waive(const QString& name, const QString& reason, const QString& author) {
    const Finding* finding = findings_.named(name);
    if (!finding) {
        tell({ErrorCode::not_found,
              {"此问题已不存在", "this is found no longer"},
              {"请看最新的问题列表", "look at the findings as they are now"},
              {}});
        return false;
    }
    preferences_.set_author(author);
    const WaiverRequest request{finding->rule, finding->subjects, reason.toStdString(), author.toStdString(),
                                date_of_today()};
    return told(document_.perform({"豁免 " + finding->rule, "Waive " + finding->rule}, [&](Edit& edit) -> Result<void> {
        if (Result<WaiverId> waived = riser::waive(edit, checker_.deck(), request); !waived)
            return waived.error();
        return {};
    }));
}

} // namespace riser
