// SPDX-License-Identifier: GPL-3.0-or-later
// What people read in a field and what they may type or paste into it: the words of an enumeration in both languages,
// numbers with a unit, rows by what they are called. canonical() gives the text that model/fields reads; it takes back
// whatever typed() gave, but for spaces around texts. Names are looked up in one design, indexed by kind when first
// asked: O(rows) once.
#pragma once

#include "model/base/result.h"
#include "model/fields/field.h"

#include <array>
#include <memory>
#include <unordered_map>

namespace riser {

// The unit in which people read and type a stored number: millimetres as they are, milliwatts as watts.
struct SpokenUnit {
    Text symbol;
    std::int64_t factor = 1; // stored units in one of it
};
SpokenUnit spoken_unit(std::string_view stored);

// What a row is called: a room by number and name, a body by its name, else by row_name(), else by what kind of thing.
std::string called(const Record& record, Kind kind, const void* row, Language language);

class Spoken {
  public:
    explicit Spoken(Design design) : design_(std::move(design)) {}
    const Design& design() const { return design_; }

    // What the row is called; its id where it is not there.
    std::string name_of(AnyId id, Language language) const;
    // As people read it, without a unit. Of a bilingual field, the half in `language`.
    std::string shown(const Field& field, const void* row, Language language) const;
    // As shown, but ids for rows whose name others share, so that canonical() finds the same value.
    std::string typed(const Field& field, const void* row, Language language);
    // Empty: absent. `bare`: what a number without a unit is in (0: in the spoken unit), as stored units in one.
    Result<std::string> canonical(const Field& field, std::string_view text, std::int64_t bare = 0);
    // Values that hold the words typed, at most so many: of enumerations, flags and references to one kind.
    std::vector<std::string> offers(const Field& field, std::string_view words, Language language, std::size_t most);

  private:
    using Names = std::unordered_map<std::string, std::vector<AnyId>>;
    const Names& names(Kind kind);
    std::vector<AnyId> rows_called(std::optional<Kind> kind, std::string_view name);
    Result<std::string> reference(const Field& field, std::string_view text);
    Result<std::string> list(const Field& field, std::string_view text);
    Result<std::string> one_of_list(const Field& field, std::string_view text);
    std::string unmistakable(const Field& field, AnyId id, Language language);

    Design design_;
    std::array<std::unique_ptr<Names>, kind_count> names_;
};

} // namespace riser
