// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/document.h"

#include "model/edits/issue_edits.h"

#include <QDate>

#include <utility>

namespace riser {

namespace {

constexpr int try_again_ms = 5000;
constexpr std::size_t large_edit = 2000; // rows; following the facts of more takes longer than a frame

// Whose assets folder holds the copies of designs without a file.
std::filesystem::path unnamed_in(const std::filesystem::path& folder) { return folder / "unnamed.riser"; }

} // namespace

Document::Document(QObject* parent) : QObject(parent), history_(Design()), facts_(Design()), ids_(IdSource::random()) {
    again_.setInterval(try_again_ms);
    connect(&again_, &QTimer::timeout, this, [this] { keep({}); });
    autosave_.on_written([this] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                const bool failed = autosave_.failure().has_value();
                autosave_.go_on();
                kept(failed);
            },
            Qt::QueuedConnection);
    });
}

Document::~Document() {
    // What is saved needs no journal; what is not stays in it, for the next time.
    if (!is_at_risk())
        autosave_.drop();
}

Result<void> Document::open(const std::filesystem::path& path) {
    const ReadOptions reading{.limits = {}, .newer_major = NewerMajor::read_only};
    Result<LoadedDesign> loaded = load_design(path, reading);
    if (!loaded)
        return std::move(loaded).error();
    if (path == path_)
        drop_journal(); // opened again: what was not saved goes, and its journal is not somebody else's
    Result<std::optional<Recovered>> recovered = std::optional<Recovered>();
    if (!loaded->opened.read_only)
        recovered = recover(path, reading);

    drop_journal();
    held_.clear();
    lender_.clear();
    notes_ = loaded->opened.notes;
    for (Text& note : absent_assets(loaded->opened.design, path))
        notes_.push_back(std::move(note));
    recovered_ = false;
    read_only_ = loaded->opened.read_only;
    path_ = path;
    stamp_ = loaded->stamp;
    if (read_only_) {
        notes_.push_back({"此文件由更新版本写成，只能查看", "written by a newer version: it may only be looked at"});
        start_over(std::move(loaded->opened.design));
        return {};
    }
    if (!recovered)
        notes_.push_back(recovered.error().message);
    if (recovered && *recovered) {
        const std::size_t edits = (*recovered)->edits;
        autosave_.resume(path, loaded->stamp.hash, loaded->opened.design, (*recovered)->design);
        take_over(std::move(loaded->opened.design), std::move(**recovered), edits);
    } else {
        history_ = History(std::move(loaded->opened.design));
        history_.mark_saved();
        autosave_.start(path, loaded->stamp.hash, design());
    }
    begin_anew();
    return {};
}

// What was saved is the start, what was recovered a step after it, so that a person may go back.
void Document::take_over(Design saved, Recovered found, std::size_t edits) {
    const std::string count = std::to_string(edits);
    notes_.push_back({"已恢复上次未保存的 " + count + " 步修改，最后一步：" + found.last_edit.zh,
                      "recovered " + count + " edits that were not saved, the last: " + found.last_edit.en});
    if (found.torn_tail)
        notes_.push_back({"最后一步写到一半，已略去", "an edit after those was cut short and is left out"});
    history_ = History(std::move(saved));
    if (!path_.empty())
        history_.mark_saved();
    Edit edit(history_.current(), {"恢复未保存的修改", "Recover unsaved edits"}, ids_);
    edit.working() = std::move(found.design);
    (void)history_.commit(std::move(edit));
    recovered_ = true;
}

bool Document::recover_unnamed() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(autosave_.unnamed_folder(), error)) {
        std::string name = entry.path().filename().string();
        if (!name.starts_with(".unnamed-") || !name.ends_with(".riser.journal"))
            continue;
        name = name.substr(1, name.size() - 1 - std::string_view(".journal").size());
        const std::filesystem::path file = autosave_.unnamed_folder() / name;
        Result<std::optional<Recovered>> found = recover(file);
        if (!found || !*found)
            continue; // another Riser has it, or there is nothing in it
        drop_journal();
        held_.clear();
        lender_.clear();
        path_.clear();
        stamp_.reset();
        read_only_ = false;
        notes_.clear();
        // The first record is the design as it was before the first edit.
        const std::size_t edits = (*found)->edits - 1;
        autosave_.resume(file, {}, Design(), (*found)->design);
        take_over(Design(), std::move(**found), edits);
        begin_anew();
        return true;
    }
    return false;
}

void Document::adopt(Design design, const Text& note, const std::filesystem::path& lender) {
    drop_journal();
    held_.clear();
    lender_ = lender;
    path_.clear();
    stamp_.reset();
    read_only_ = false;
    recovered_ = false;
    notes_.clear();
    if (!note.zh.empty())
        notes_.push_back(note);
    start_over(std::move(design));
}

void Document::start_over(Design design) {
    history_ = History(std::move(design));
    if (!path_.empty())
        history_.mark_saved();
    if (read_only_)
        autosave_.stop();
    else
        autosave_.start_unnamed(this->design());
    begin_anew();
}

void Document::begin_anew() {
    facts_ = Facts(history_.current());
    at_hand_.reset();
    changes_ = {};
    ++version_;
    if (autosave_.failure() && is_at_risk())
        again_.start();
    emit replaced();
    emit changed();
    emit state_changed();
    emit autosave_changed();
}

Result<void> Document::save(std::optional<std::filesystem::path> path) {
    const bool elsewhere = path && *path != path_;
    if (read_only_ && !elsewhere)
        return Error{ErrorCode::refused,
                     {"此文件只能查看", "this file may only be looked at"},
                     {"另存为新文件", "save it under another name"},
                     {path_.string(), 0, 0}};
    const std::filesystem::path to = path.value_or(path_);
    if (to.empty())
        return Error{ErrorCode::bad_input, {"还没有文件名", "it has no file name yet"}, {"另存为", "use Save as"}, {}};
    SaveOptions options;
    if (Result<void> carried = carry_assets(design(), assets(), to); !carried)
        return carried;
    if (!elsewhere) {
        options.expected = stamp_;
        options.journal = autosave_.journal();
    }
    Result<FileStamp> saved = save_design(design(), to, options);
    if (!saved)
        return std::move(saved).error();
    stamp_ = *saved;
    history_.mark_saved();
    if (elsewhere) {
        drop_journal();
        path_ = to;
        read_only_ = false;
        autosave_.start(to, saved->hash, design());
    } else {
        autosave_.saved(saved->hash, design());
    }
    emit state_changed();
    emit autosave_changed();
    return {};
}

void Document::keep_asset(const std::string& hash, std::shared_ptr<const std::string> bytes) {
    std::filesystem::path home = path_;
    if (home.empty() && !autosave_.unnamed_folder().empty())
        home = unnamed_in(autosave_.unnamed_folder());
    if (home.empty() || read_only_ || !store_asset(home, *bytes))
        held_[hash] = std::move(bytes);
}

AssetSource Document::assets() const {
    AssetSource out{.designs = {}, .held = held_};
    if (!path_.empty())
        out.designs.push_back(path_);
    if (!lender_.empty())
        out.designs.push_back(lender_);
    if (!autosave_.unnamed_folder().empty())
        out.designs.push_back(unnamed_in(autosave_.unnamed_folder()));
    return out;
}

void Document::drop_journal() {
    again_.stop();
    autosave_.drop();
}

void Document::keep(const Text& edit_name) {
    const bool failed = autosave_.failure().has_value();
    (void)autosave_.keep(design(), edit_name);
    kept(failed);
}

void Document::kept(bool failed_before) {
    if (!autosave_.failure())
        again_.stop();
    else if (!again_.isActive())
        again_.start();
    if (failed_before != autosave_.failure().has_value())
        emit autosave_changed();
}

Date date_of_today() {
    const QDate day = QDate::currentDate();
    return {static_cast<std::int16_t>(day.year()), static_cast<std::uint8_t>(day.month()),
            static_cast<std::uint8_t>(day.day())};
}

Result<void> Document::perform(const Text& name, const Verb& verb, const Foreseen* foreseen) {
    if (read_only_)
        return Error{ErrorCode::refused,
                     {"此文件只能查看", "this design may only be looked at"},
                     {"另存为新文件后再改", "save it under another name to edit it"},
                     {}};
    const Design before = design();
    Edit edit = history_.begin(name, ids_);
    if (Result<void> done = verb(edit); !done)
        return done;
    retire_given_up(before, edit.working(), date_of_today());
    if (Result<void> committed = history_.commit(std::move(edit)); !committed)
        return committed;
    moved(true, before, name, foreseen);
    return {};
}

namespace {

// What going back changes.
ChangeSet reversed(ChangeSet changes) {
    for (TableChanges& table : changes.tables)
        std::swap(table.added, table.removed);
    return changes;
}

} // namespace

// A large edit has its facts worked out before it is made, and going back from it finds those of before: to follow so
// many rows takes longer than a person should see the window stand still.
Facts Document::facts_of_now(const Foreseen* foreseen) const {
    const auto of_now = [&](const Facts& facts) { return facts.design() == design(); }; // ends at the first difference
    if (foreseen && of_now(foreseen->after))
        return foreseen->after;
    if (at_hand_)
        for (const Facts* facts : {&at_hand_->before, &at_hand_->after})
            if (of_now(*facts))
                return *facts;
    return facts_.advance(design());
}

// So is what such an edit changes: comparing its rows is no less work.
ChangeSet Document::changes_of_now(const Design& before, const Foreseen* foreseen) const {
    for (const Foreseen* step : {foreseen, at_hand_ ? &*at_hand_ : nullptr}) {
        if (step && step->before.design() == before && step->after.design() == design())
            return step->changes;
        if (step && step->after.design() == before && step->before.design() == design())
            return reversed(step->changes);
    }
    return changes_between(before, design());
}

// did: whether the history went anywhere.
bool Document::moved(bool did, const Design& before, const Text& name, const Foreseen* foreseen) {
    if (!did)
        return false;
    changes_ = changes_of_now(before, foreseen);
    if (changes_.empty()) {
        emit state_changed(); // an equal design, but another step of the history
        return true;
    }
    keep(name);
    const Facts left = std::exchange(facts_, facts_of_now(foreseen));
    if (changes_.size() > large_edit)
        at_hand_ = Foreseen{left, facts_, changes_};
    ++version_;
    emit changed();
    emit state_changed();
    return true;
}

bool Document::undo() {
    const Design before = design();
    const Text name = history_.undo_name().value_or(Text());
    return moved(history_.undo(), before, {"撤销 " + name.zh, "Undo " + name.en});
}

bool Document::redo() {
    const Design before = design();
    const Text name = history_.redo_name().value_or(Text());
    return moved(history_.redo(), before, {"重做 " + name.zh, "Redo " + name.en});
}

void Document::go_to(std::size_t step) {
    const Design before = design();
    history_.go_to(step);
    moved(true, before, {"回到第 " + std::to_string(step) + " 步", "Go to step " + std::to_string(step)});
}

} // namespace riser
