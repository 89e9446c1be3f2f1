// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a program (LD_PRELOAD), this writes every socket it makes that could leave the machine into
// the file that SOCKETWATCH names.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

extern "C" int socket(int domain, int type, int protocol)
{
    if (domain == AF_INET || domain == AF_INET6) {
        const char *const name = std::getenv("SOCKETWATCH");
        const int file = name ? ::open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
        if (file >= 0) {
            const ssize_t ignored = ::write(file, "internet socket\n", 16);
            static_cast<void>(ignored);
            ::close(file);
        }
    }
    using Socket = int (*)(int, int, int);
    const auto real = reinterpret_cast<Socket>(::dlsym(RTLD_NEXT, "socket"));
    return real ? real(domain, type, protocol) : -1;
}
