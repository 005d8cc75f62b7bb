// SPDX-License-Identifier: GPL-3.0-or-later
// How an expected failure travels: Result<T> is a value or an Error. A broken invariant is not an error but a
// defect of ours: ensure() stops the program with the sentence given. Nothing is thrown across a floor.
#pragma once

#include "model/base/text.h"

#include <cstdint>
#include <optional>
#include <source_location>
#include <string>
#include <utility>
#include <variant>

namespace riser {

// Stops the program, in every build type, when an invariant does not hold.
void ensure(bool condition, const char* sentence, std::source_location here = std::source_location::current());

enum class ErrorCode {
    bad_input,      // a file or a value that people can mend
    not_found,      // a name, id, sheet or floor that is not there
    conflict,       // two wishes that exclude each other (merge, duplicate)
    stale,          // a plan whose basis has changed since
    refused,        // understood, and forbidden (waiving a law, opening an elevation as a plan)
    unsupported,    // a newer format, a binary file
    io,             // the operating system said no
    stopped,        // cancelled before there was anything usable
    internal_fault, // ours to mend, caught before it could do harm
};

// Where in a file an error stands. Lines and columns count from 1; 0 is unknown. Columns count bytes.
struct Where {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    bool operator==(const Where&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::bad_input;
    Text message; // what is wrong
    Text fix;     // what to do; may be empty
    Where where;
};

// "FILE:LINE:COLUMN: what is wrong; what to do", leaving out what is unknown.
std::string to_string(const Error& error, Language language);

template<class T> class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    bool has_value() const { return state_.index() == 0; }

    T& value() & { return check(), std::get<0>(state_); }
    const T& value() const& { return check(), std::get<0>(state_); }
    T&& value() && { return check(), std::get<0>(std::move(state_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const& { return std::get<1>(state_); }
    Error&& error() && { return std::get<1>(std::move(state_)); }

  private:
    void check() const { ensure(state_.index() == 0, "the value of a failed Result was asked for"); }
    std::variant<T, Error> state_;
};

template<> class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}
    explicit operator bool() const { return !error_; }
    bool has_value() const { return !error_; }
    const Error& error() const& { return *error_; }
    Error&& error() && { return std::move(*error_); }

  private:
    std::optional<Error> error_;
};

} // namespace riser
