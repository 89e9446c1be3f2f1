// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How the hot loops of the screen are compiled for several instruction sets.
#pragma once

// One source, three machine codes, chosen when the program is loaded. The sanitizers' run-time is not up yet
// at that moment, and Clang names the targets differently: there the plain code is used.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&     \
    !defined(__SANITIZE_THREAD__)
#define FORESHOCK_HOT                                                                                        \
    __attribute__((target_clones("default", "arch=haswell", "arch=x86-64-v4"), optimize("O3")))
// A loop that the compiler does not see through is written twice: by hand in 512-bit registers, and plainly,
// under the same name. Both give every value to a few units in the last place, so the tiers are the same.
#define FORESHOCK_WIDE __attribute__((target("arch=x86-64-v4"), optimize("O3")))
#define FORESHOCK_PLAIN __attribute__((target("default")))
#define FORESHOCK_HAS_WIDE
// GCC 12 warns inside its own AVX-512 header (GCC bug 105593) and about a buffer filled by a vectorised loop
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#else
#define FORESHOCK_HOT
#define FORESHOCK_PLAIN
#endif
