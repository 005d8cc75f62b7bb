// SPDX-License-Identifier: GPL-3.0-or-later
// What holds when enough of its parts do: functions of elements that stand or are down, made with "all" and "any" only
// (the structure functions of coherent systems, Barlow and Proschan 1975). Each distinct function that is built is kept
// once, flattened, so that thousands that share parts stay small. Two that are written differently may be equal all the
// same. A MonotoneForms belongs to one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace riser {

// A function of one MonotoneForms; means nothing in another.
struct Form {
    std::uint32_t ref = 0;
    auto operator<=>(const Form&) const = default;
};

enum class FormKind : std::uint8_t { never, always, element, all, any };

class MonotoneForms {
  public:
    MonotoneForms();

    static constexpr Form never() { return {0}; }
    static constexpr Form always() { return {1}; }
    Form element(std::uint32_t number);
    Form all(std::vector<Form> parts); // of none: always
    Form any(std::vector<Form> parts); // of none: never

    FormKind kind(Form form) const { return nodes_[form.ref].kind; }
    std::uint32_t element_of(Form form) const { return nodes_[form.ref].first; } // of kind element
    std::span<const Form> parts(Form form) const;                                // of all and any, sorted, each once
    std::size_t size() const { return nodes_.size(); }

    // Where the elements of the map are as it says, and the others open. O(forms below), those that do not change kept.
    Form fixed(Form form, const std::map<std::uint32_t, bool>& known);
    // Whether it holds; `up` is of elements.
    bool holds(Form form, const std::vector<bool>& up) const;
    // What it is made of, each form once, parts before what they are part of.
    std::vector<Form> below(std::span<const Form> forms) const;

  private:
    struct Node {
        FormKind kind = FormKind::never;
        std::uint32_t first = 0; // the element, or where its parts begin
        std::uint32_t count = 0;
    };
    Form joined(FormKind kind, std::vector<Form> parts);

    std::vector<Node> nodes_;
    std::vector<Form> parts_;
    std::unordered_map<std::uint32_t, Form> elements_;
    std::unordered_multimap<std::uint64_t, Form> joined_; // by what they are made of
};

} // namespace riser
