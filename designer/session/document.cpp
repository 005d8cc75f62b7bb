// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/document.h"

namespace riser {

Document::Document(QObject* parent) : QObject(parent), history_(Design()), facts_(Design()), ids_(IdSource::random()) {}

Document::~Document() {
    // What is saved needs no journal; what is not stays in it, for the next time.
    if (journal_ && !is_at_risk())
        (void)journal_->discard();
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
    notes_ = loaded->opened.notes;
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
        take_over(std::move(loaded->opened.design), std::move(**recovered), edits);
        if (Result<Journal> resumed = Journal::resume(path))
            journal_ = std::move(*resumed);
    } else {
        history_ = History(std::move(loaded->opened.design));
        history_.mark_saved();
        start_journal(loaded->stamp.hash);
    }
    facts_ = Facts(history_.current());
    changes_ = {};
    ++version_;
    emit replaced();
    emit changed();
    emit state_changed();
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
    for (const auto& entry : std::filesystem::directory_iterator(unnamed_folder_, error)) {
        std::string name = entry.path().filename().string();
        if (!name.starts_with(".unnamed-") || !name.ends_with(".riser.journal"))
            continue;
        name = name.substr(1, name.size() - 1 - std::string_view(".journal").size());
        Result<std::optional<Recovered>> found = recover(unnamed_folder_ / name);
        if (!found || !*found)
            continue; // another Riser has it, or there is nothing in it
        drop_journal();
        path_.clear();
        stamp_.reset();
        read_only_ = false;
        notes_.clear();
        // The first record is the design as it was before the first edit.
        const std::size_t edits = (*found)->edits - 1;
        take_over(Design(), std::move(**found), edits);
        if (Result<Journal> resumed = Journal::resume(unnamed_folder_ / name))
            journal_ = std::move(*resumed);
        facts_ = Facts(history_.current());
        changes_ = {};
        ++version_;
        emit replaced();
        emit changed();
        emit state_changed();
        return true;
    }
    return false;
}

void Document::start_unnamed_journal(const Design& start) {
    std::error_code error;
    std::filesystem::create_directories(unnamed_folder_, error);
    for (int n = 1; n < 1000; ++n) {
        const std::filesystem::path file = unnamed_folder_ / ("unnamed-" + std::to_string(n) + ".riser");
        if (std::filesystem::exists(journal_path(file), error))
            continue;
        if (Result<Journal> journal = Journal::start(file, std::nullopt)) {
            journal_ = std::move(*journal);
            (void)journal_->append(Design(), start, {"新建", "New"});
        }
        return;
    }
}

void Document::adopt(Design design, const Text& note) {
    drop_journal();
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
    facts_ = Facts(history_.current());
    changes_ = {};
    ++version_;
    emit replaced();
    emit changed();
    emit state_changed();
}

void Document::start_journal(const std::optional<std::string>& hash) {
    journal_.reset();
    Result<Journal> journal = Journal::start(path_, hash);
    if (journal)
        journal_ = std::move(*journal);
    else
        notes_.push_back({"无法自动保存：" + journal.error().message.zh, "no autosave: " + journal.error().message.en});
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
    if (!elsewhere) {
        options.expected = stamp_;
        options.journal = journal_ ? &*journal_ : nullptr;
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
        start_journal(saved->hash);
    }
    emit state_changed();
    return {};
}

void Document::drop_journal() {
    if (journal_)
        (void)journal_->discard();
    journal_.reset();
}

Result<void> Document::perform(const Text& name, const Verb& verb) {
    if (read_only_)
        return Error{ErrorCode::refused,
                     {"此文件只能查看", "this design may only be looked at"},
                     {"另存为新文件后再改", "save it under another name to edit it"},
                     {}};
    const Design before = design();
    Edit edit = history_.begin(name, ids_);
    if (Result<void> done = verb(edit); !done)
        return done;
    if (Result<void> committed = history_.commit(std::move(edit)); !committed)
        return committed;
    moved_from(before, name);
    return {};
}

void Document::moved_from(const Design& before, const Text& name) {
    changes_ = changes_between(before, design());
    if (changes_.empty())
        return;
    if (!journal_ && path_.empty() && !unnamed_folder_.empty())
        start_unnamed_journal(before);
    if (journal_)
        (void)journal_->append(before, design(), name);
    facts_ = facts_.advance(design());
    ++version_;
    emit changed();
    emit state_changed();
}

bool Document::undo() {
    const Design before = design();
    const Text name = history_.undo_name().value_or(Text());
    if (!history_.undo())
        return false;
    moved_from(before, {"撤销 " + name.zh, "Undo " + name.en});
    return true;
}

bool Document::redo() {
    const Design before = design();
    const Text name = history_.redo_name().value_or(Text());
    if (!history_.redo())
        return false;
    moved_from(before, {"重做 " + name.zh, "Redo " + name.en});
    return true;
}

void Document::go_to(std::size_t step) {
    const Design before = design();
    history_.go_to(step);
    moved_from(before, {"回到第 " + std::to_string(step) + " 步", "Go to step " + std::to_string(step)});
}

} // namespace riser
