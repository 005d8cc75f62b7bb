// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/underlays.h"

#include "designer/session/underlay_file.h"
#include "designer/session/words.h"
#include "model/edits/underlay_edits.h"

namespace riser {

Underlays::Underlays(Document& document, QObject* parent) : QObject(parent), document_(document), background_(this) {
    connect(&background_, &Background::changed, this, &Underlays::changed);
    connect(&document_, &Document::changed, this, &Underlays::follow);
    connect(&document_, &Document::replaced, this, [this] {
        background_.drop(); // what was placed was for the floor of another design
        placing_ = false;
        known_.clear();
        reading_.clear();
    });
}

void Underlays::set_floor(FloorId floor) {
    floor_ = floor;
    follow();
}

void Underlays::set_language(Language language) {
    language_ = language;
    emit changed();
}

QString Underlays::step() const { return words(background_.title(), language_); }

UnderlayFound Underlays::found(const Underlay& underlay) const {
    const auto at = known_.find(content_key(underlay));
    return at == known_.end() ? UnderlayFound{} : at->second;
}

// Reads what the floor shows and is not known; forgets the rest.
void Underlays::follow() {
    std::map<std::string, Underlay> shown;
    for (const Underlay& underlay : document_.design().underlays)
        if (const std::string key = content_key(underlay); underlay.floor == floor_ && !key.empty())
            shown.emplace(key, underlay);
    std::erase_if(known_, [&](const auto& entry) { return !shown.contains(entry.first); });
    std::erase_if(shown, [&](const auto& entry) { return known_.contains(entry.first); });
    std::set<std::string> keys;
    for (const auto& [key, underlay] : shown)
        keys.insert(key);
    if (shown.empty() || placing_ || (background_.is_running() && keys == reading_))
        return;
    reading_ = std::move(keys);
    using Read = std::map<std::string, UnderlayFound>;
    auto read = std::make_shared<Read>();
    background_.start(
        {"读取底图", "Reading the underlay"},
        [read, shown, assets = document_.assets(), prepare = prepare_](const Run& run) {
            for (const auto& [key, underlay] : shown) {
                Result<UnderlayPointer> content = read_underlay(underlay, assets, run.stop);
                if (run.stopped())
                    return;
                if (content && prepare)
                    prepare(**content);
                (*read)[key] =
                    content ? UnderlayFound{std::move(*content)} : UnderlayFound{.content = {}, .missing = true};
            }
        },
        [this, read](bool) {
            reading_.clear();
            for (auto& [key, found] : *read)
                known_.insert_or_assign(key, std::move(found));
            emit loaded();
            follow();
        });
}

void Underlays::place(const QUrl& file) {
    if (!document_.design().contains(floor_)) {
        emit refused(Error{ErrorCode::refused,
                           {"没有楼层可放底图", "there is no floor to lay it under"},
                           {"先建楼层", "add a floor first"},
                           {}});
        return;
    }
    auto outcome = std::make_shared<std::optional<Result<UnderlayFile>>>();
    placing_ = true;
    reading_.clear();
    background_.start(
        {"读取底图", "Reading the underlay"},
        [outcome, path = path_of(file)](const Run& run) { *outcome = read_underlay_file(path, run.stop); },
        [this, outcome, floor = floor_](bool stopped) {
            placing_ = false;
            if (stopped || !**outcome) {
                if (!stopped)
                    emit refused((**outcome).error());
                follow();
                return;
            }
            UnderlayFile& read = ***outcome;
            document_.keep_asset(read.hash, read.bytes);
            const UnderlayWish wish = laid(read, document_.design(), floor);
            UnderlayId id;
            const Result<void> done = document_.perform({"放置底图 " + wish.file, "Place the underlay " + wish.file},
                                                        [&](Edit& edit) -> Result<void> {
                                                            Result<UnderlayId> put = place_underlay(edit, floor, wish);
                                                            if (!put)
                                                                return std::move(put).error();
                                                            id = *put;
                                                            return {};
                                                        });
            if (!done) {
                emit refused(done.error());
                return;
            }
            emit said({"已放置底图 " + wish.file + "：按 B 点两处并输入真实距离来校准",
                       "Placed " + wish.file + ": press B, click two places and type their true distance"});
            emit placed(words(AnyId(id)));
        });
}

} // namespace riser
