// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A value or the reason why there is none: the one way expected failures travel through core.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace core::base {

/// What kind of failure it is, for programs; the command line maps it to the exit code.
enum class ErrorCode {
    BadInput,  ///< what the user gave cannot be used (exit 2)
    NotFound,  ///< a named thing does not exist (exit 2)
    Storage,   ///< disk full, no permission, database error (exit 3)
    LeaseHeld, ///< another process holds the lease (exit 3)
    Corrupt,   ///< bytes do not match their checksum (exit 3)
    Newer,     ///< written by a newer version (exit 3)
    Network,   ///< (exit 4)
    Cancelled, ///< (exit 130)
    Internal,  ///< a mistake of ours (exit 3)
};

/// One plain sentence for people (what, where, what to do) and a code for programs.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
};

/// What the user gave cannot be used; `message` says why.
inline Error badInput(const QString &message)
{
    return {ErrorCode::BadInput, message};
}

template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {}

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace core::base
