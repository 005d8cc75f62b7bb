// SPDX-License-Identifier: GPL-3.0-or-later
// What every row carries beside its own fields: where it came from, which fields a person has pinned, and what a newer
// format said of it that this version does not know. Physical rows carry their state in the works as well.
#pragma once

#include "model/base/text.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace riser {

enum class OriginKind { typed, imported, planned, typical };

// Where a row came from. `source`: the file imported, the planner, or the master floor; `key`: what it was made for.
struct Origin {
    OriginKind kind = OriginKind::typed;
    std::string source;
    std::string key;
    bool operator==(const Origin&) const = default;
};

// The fields of a row that a person decided, as positions in its field table (fewer than 64).
struct Pins {
    std::uint64_t mask = 0;
    bool operator==(const Pins&) const = default;
};

// Attributes and children of a newer minor format, and comments, kept as they stood so that saving loses nothing.
struct Extras {
    struct Attribute {
        std::string name;
        std::string value;
        bool operator==(const Attribute&) const = default;
    };
    std::vector<Attribute> attributes;
    std::vector<std::string> before;   // comments that stood before the element, as XML text
    std::vector<std::string> children; // unknown child elements and comments inside, as XML text
    bool empty() const { return attributes.empty() && before.empty() && children.empty(); }
    bool operator==(const Extras&) const = default;
};

// Shared and immutable; nearly always absent. Equal when what it holds is equal.
class ExtrasRef {
  public:
    ExtrasRef() = default;
    explicit ExtrasRef(Extras extras) {
        if (!extras.empty())
            extras_ = std::make_shared<const Extras>(std::move(extras));
    }
    const Extras* get() const { return extras_.get(); }
    bool operator==(const ExtrasRef& other) const {
        return extras_ == other.extras_ || (extras_ && other.extras_ && *extras_ == *other.extras_);
    }

  private:
    std::shared_ptr<const Extras> extras_;
};

struct RowBase {
    Origin origin;
    Pins pins;
    ExtrasRef extras;
    bool operator==(const RowBase&) const = default;
};

enum class Status { planned, existing, reserved, remove, as_built };
enum class Supplier { contractor, client }; // 乙供, 甲供
enum class Scope { ours, carrier, classified_works, fire, fit_out };
enum class Evidence { drawn, planned, imported, typed };

struct PhysicalRow : RowBase {
    Status status = Status::planned;
    std::string phase;
    std::string package; // 标段
    Supplier supplier = Supplier::contractor;
    Scope scope = Scope::ours;
    Evidence evidence = Evidence::typed;
    bool operator==(const PhysicalRow&) const = default;
};

} // namespace riser
