// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the network share: an authority, a thread, a client in a hurry, a patient request.
#pragma once

#include "core/net/httpclient.h"
#include "tests/support/check.h"
#include "tests/support/hostileserver.h"
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QTemporaryDir>

struct NetFixture {
    NetFixture()
    {
        QFile file(folder.filePath(QStringLiteral("authority.pem")));
        if (file.open(QIODevice::WriteOnly))
            file.write(certificates.authority());
    }

    /// Trusts the fixture's authority; hardly any limits and pauses, so that a test is quick.
    [[nodiscard]] core::net::HttpOptions options() const
    {
        using namespace std::chrono_literals;
        core::net::HttpOptions options;
        options.contact = "tester@example.org";
        options.authorities = folder.filePath(QStringLiteral("authority.pem")).toStdString();
        options.limit = {10'000, 10'000};
        options.backoff = {1ms, 2ms};
        options.seed = 7;
        return options;
    }

    [[nodiscard]] std::unique_ptr<core::net::HttpClient> client(core::net::HttpOptions chosen)
    {
        auto made = core::net::HttpClient::create(thread, clock, std::move(chosen));
        return made ? std::move(*made) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<core::net::HttpClient> client() { return client(options()); }

    /// One try, of a server on this computer, that gives up soon.
    static core::net::HttpRequest ask(const std::string &url)
    {
        using namespace std::chrono_literals;
        core::net::HttpRequest request;
        request.source = "test";
        request.url = url;
        request.allowPrivate = true;
        request.allowHttp = url.starts_with("http://");
        request.limits.tries = 1;
        request.limits.connect = 5s;
        request.limits.total = 20s;
        request.limits.slowFor = 1s;
        return request;
    }

    QTemporaryDir folder;
    TestCertificates certificates;
    core::base::SystemClock clock;
    core::net::NetworkThread thread;
};
