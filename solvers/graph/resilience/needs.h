// SPDX-License-Identifier: GPL-3.0-or-later
// What things need to stand, as conditions over elements that may be lost: all of some, or any of some, nested. They
// are monotone: losing more never brings anything back. Equal conditions are kept once. Which elements these are, the
// table does not know.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace riser {

enum class ElementIndex : std::uint32_t {};
enum class NeedIndex : std::uint32_t {};
constexpr std::size_t at(ElementIndex element) { return static_cast<std::size_t>(element); }
constexpr std::size_t at(NeedIndex need) { return static_cast<std::size_t>(need); }

// Stands while all (or any) of these elements and earlier needs do. All of nothing always stands, any of nothing never.
struct NeedView {
    bool any = false;
    std::span<const ElementIndex> elements; // sorted
    std::span<const NeedIndex> needs;       // sorted, each before this one
};

// What a need is made of.
struct NeedParts {
    std::vector<ElementIndex> elements = {};
    std::vector<NeedIndex> needs = {};
};

class NeedTable {
  public:
    std::size_t size() const { return any_.size(); }
    std::size_t elements() const { return elements_; } // elements are numbered below this
    NeedView operator[](NeedIndex need) const;
    // Needs that name an element, or a need, themselves; sorted.
    std::span<const NeedIndex> naming(ElementIndex element) const;
    std::span<const NeedIndex> naming(NeedIndex need) const;
    bool operator==(const NeedTable& other) const;

  private:
    friend class NeedBuilder;
    template<class Item> struct Lists {
        std::vector<std::uint32_t> first{0};
        std::vector<Item> items;
        std::span<const Item> operator[](std::size_t i) const {
            return std::span(items).subspan(first[i], first[i + 1] - first[i]);
        }
        bool operator==(const Lists&) const = default;
    };
    std::size_t elements_ = 0;
    std::vector<std::uint8_t> any_;
    Lists<ElementIndex> element_lists_;
    Lists<NeedIndex> need_lists_;
    Lists<NeedIndex> naming_elements_, naming_needs_; // the same, backwards
};

class NeedBuilder {
  public:
    // The need for these, new or known already. Parts named twice count once; of one need alone it is that one.
    NeedIndex all(NeedParts parts) { return add(false, std::move(parts)); }
    NeedIndex any(NeedParts parts) { return add(true, std::move(parts)); }
    NeedIndex all(std::vector<NeedIndex> needs) { return all(NeedParts{.needs = std::move(needs)}); }
    NeedIndex any(std::vector<NeedIndex> needs) { return any(NeedParts{.needs = std::move(needs)}); }
    NeedIndex of(ElementIndex element) { return all(NeedParts{.elements = {element}}); }
    // Stands while so many of them do. O(count of needs x least).
    NeedIndex at_least(std::size_t least, std::span<const NeedIndex> needs);

    // The table of `elements` elements, of which those that needs name are numbered anew: old by `place`.
    NeedTable table(std::size_t elements, std::span<const std::uint32_t> place) const;

  private:
    struct Made {
        bool any = false;
        NeedParts parts;
    };
    NeedIndex add(bool any, NeedParts parts);
    std::vector<Made> made_;
    std::unordered_multimap<std::size_t, NeedIndex> known_; // by hash
};

// Which needs fall when elements are lost, in time of what falls, over and over. One thread at a time.
class NeedLoss {
  public:
    explicit NeedLoss(const NeedTable& table); // must outlive it
    // Needs that stand when nothing is lost and fall now; in no order. Valid until asked again.
    std::span<const NeedIndex> of(std::span<const ElementIndex> lost);
    // What falls beyond that when these are lost too; asked over and over, each time beyond the last `of`.
    std::span<const NeedIndex> more(std::span<const ElementIndex> lost);
    // Of the last question.
    bool falls(NeedIndex need) const { return fallen_[at(need)] != 0; }
    // Of every question: it does not even stand when nothing is lost.
    bool never_stands(NeedIndex need) const { return fallen_[at(need)] == 2; }

  private:
    void fall(NeedIndex need);
    void lose(std::span<const ElementIndex> lost);
    void wind_back(std::size_t lost, std::size_t order, std::size_t counted); // to as many as there were
    const NeedTable& table_;
    std::vector<std::uint32_t> left_;  // of an any: parts that stand
    std::vector<std::uint8_t> fallen_; // 2: falls when nothing is lost
    std::vector<std::uint8_t> is_lost_;
    std::vector<ElementIndex> lost_;
    std::vector<NeedIndex> order_, counted_;
    std::size_t first_lost_ = 0, first_order_ = 0, first_counted_ = 0; // of `of`
};

} // namespace riser
