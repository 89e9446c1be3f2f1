// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What threads with an event loop ask for: the network's and the keyring's.
#pragma once

#include <QCoreApplication>

namespace app::cli {

class Application final
{
private:
    int m_count = 1;
    char m_name[14] = "foreshock-cli";
    char *m_names[2] = {m_name, nullptr};
    QCoreApplication m_application{m_count, m_names};
};

} // namespace app::cli
