<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Panels</name>
    <message>
        <source>Monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>Filter, column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time; write 2011-03-11, 2011-03-11T05:46:24Z or a time before now such as -30d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written; is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Docks</name>
    <message>
        <source>Show or hide the panel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels in this place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout %1 is back to how it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the sample workspace: its markets and events are simulated, and its truths are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Its Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (simulated data)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs Are Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running. Wait for them, or stop them? What a stopped job has not finished is lost.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Wait, Then Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Sample Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a simulated market with known truths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an empty workspace in a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace that is on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read events or prices from files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste Dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make events of a column of dates in the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look, language, zone, shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the workspace and show the start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the layout %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the panels of this layout back to where they came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the look at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the ways to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what was selected before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find or Do…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find symbols, events, panels, runs and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every command of the program, by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Of…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what was known at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done from the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Debug Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and folders, for a report of a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and folders are in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Foreshock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreshock %1: which events in the world move which markets, and can I believe it? Licence GPL-3.0 or later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256 (64 hexadecimal digits).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date; write it as 2011-03-11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date or time; write it as 2011-03-11 or 2011-03-11T05:46:24Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON: one value is expected, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” stands twice in the same object, again at %2; leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an identifier (UUID).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time zone this system knows; write it as America/New_York or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · bin %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · top minus bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” are releases, so their surprise is tested, not the level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event in the sample passes the filter of “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2 of %3 series have fewer than %4 events in the sample and are not tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study, assets.filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instrument with bars passes the assets filter “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study names the asset “%1”, which has no %2 bars; did you mean “%3”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study names the asset “%1”, which has no %2 bars in this workspace; import them or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no watchlist “%1” in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist “%1” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study names no benchmark, so %1 gives the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asset “%1” has no %2 bars in the snapshot this study runs on; import them or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The benchmark %1 has %2 bars in the sample and outside the seal; at least %3 are needed: widen the sample or import more bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window [%1, %2] reaches further than a quarter of the sample&apos;s %3 bars; shorten it or widen the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar: %1 closes of %2, %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest %1 bars of the sample were dropped for a quick length (&quot;trim&quot;: false keeps them).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data from %1 on are sealed: searches do not see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null.restrict weekday is for daily bars; use session here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 saw all data: nothing was sealed that could be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold-out has fewer than %1 events of this relationship; wait for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No null model can test this relationship on the hold-out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hold-out of this relationship was opened before; it can be opened once only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test has nothing to test: it needs at least two bars, one pair and a source of returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event series of the test has bars out of order or outside the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hypothesis of the test names a pair that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair of the test names an event series that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test was cancelled; nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing by draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched days test whether an event happened, not its value: use mark_shift for an event series with values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matched days need one stratum and one flag for each of the %1 bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mark shift moves values along the events: an event series without values has nothing to move; use matched_days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blocks of a block shift must cover the sample, and each must be a whole number of %1 bars long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts: only %1 % of them bring half of the events back onto event bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are shifted along the events, because %1 % of the shifts in time bring half of the events back onto event bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested: the events come by the calendar, and there are fewer than %1 of them or their values are all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the same weekday of the same month, because %1 % of the shifts in time bring half of the events back onto event bars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested: the events come by the calendar, and fewer than %1 of them have another bar of the same weekday and month to be compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2 events have no bar in the sample and %3 no value; they are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace links no entities to instruments; use &quot;pair&quot;: &quot;entity&quot; or &quot;all&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pool of %1 assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to test: no event series has enough events on bars of an asset in the sample.%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs of events and asset have too few events with a price and are not tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring what was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has the close %2 on %3, where %4 returns do not exist: set returns.kind to %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simple or diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the benchmark itself, so its returns are mean-adjusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 hypotheses were asked before on an overlapping sample; they keep their first verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 significant where chance alone gives %2; %3 candidates where chance gives %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 is %2 and has no result to verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan has nothing to test: it needs at least two bars, one pair and a source of returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan takes at most %1 bars; the study has %2. Use longer bars or a shorter sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restricted shifts need a number of bars that is a multiple of %1; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event series of the scan has bars out of order or outside the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair of the scan names an event series or an asset that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A unit of the scan names a window length or a pair that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan was cancelled; nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is %1: nothing was shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched_days re-dates events and cannot test the values of “%1”; use mark_shift or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark_shift moves values along the events, and “%1” has none; use matched_days or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pool of assets is shifted as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block_shift is for families of at most 1,000,000 hypotheses; use circular_shift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a known basis; use published, observed, scheduled or estimated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a precision; use instant or day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected == for “is equal to”, found a single =.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected %1%1, found a single %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the control character U+%1 does not belong here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a field, a word or a value, found “%1”; put text with special characters in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quote that opens here is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a key after “meta.”, as in meta.depth or meta.&quot;two words&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key of meta cannot hold a quote, a backslash or a control character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date; write 2011-03-11 or 2011-03-11T05:46:24Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a relative time; write -5.5, 10k, or -7d with min, h, d or w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this ) closes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected “and”, “or” or the end, found %1; put a phrase of several words in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parentheses are nested more than %1 deep; write the filter flatter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected “and”, “or” or the ) of column %1, found %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a field, a word or “(”, found %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing between the quotes to search for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” works on text, and %2 is not one; use == != &lt; &lt;= &gt; &gt;= or in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a field; did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a field before the operator, found %1; the fields are %2 and meta.KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a text, found %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a number for %1, found %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a time, so %2 cannot be compared with it; put it in quotes if it is a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a set belongs after “in”, as in %1 in {a, b}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” leaves the years 1 to 9999.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a date or time for %1, as in 2011-03-11, 2011-03-11T05:46:24Z or -7d, found %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected a set such as {a, b} or {1..5} after “in”, found %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range needs two numbers or two dates; list texts one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this range is empty: its end is before its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected “,”, “..” or “}” in the set, found %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is longer than 1 MiB; import a long list as a watchlist instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter is not valid UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a NUL character cannot be part of a filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern after “matches” is longer than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern “%1” cannot be used (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a length of time; write a whole number and s, m, h, d or w, such as 5d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study, %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object in braces is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a key here; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word is expected here; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list in brackets with at least one entry is expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in this list twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this event definition has no “filter”; write for example &quot;filter&quot;: &quot;source == usgs&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a filter is a text in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a field that events can be split by; %2, or meta.KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “events” is missing: say which events are asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“events” is a list with at least one event definition in braces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two event definitions are called “%1”; give each its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “assets” is missing: say which assets are asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“assets” takes either “filter” or “watchlist”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a list of whole numbers, such as [1, 5, 21].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“windows” is a list of pairs such as [[0, 0], [1, 5]], or {&quot;lengths&quot;: […], &quot;lags&quot;: […]}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window is a pair [first, last] of bars after the event bar, such as [1, 5].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window [%1, %2] ends before it begins; write [%2, %1] if that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantiles are of value, change or surprise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“report” is a list of each and top_minus_bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model “factors” needs “factors”: a list of one to ten symbols whose returns explain the asset&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“schedule” is a text such as &quot;daily 02:00 America/New_York&quot; or {&quot;after&quot;: &quot;fred&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the seed is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantile_spread needs the key “quantile”, such as {&quot;of&quot;: &quot;value&quot;, &quot;bins&quot;: 5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooling over assets needs “pair”: &quot;entity&quot; or &quot;linked&quot;, so that each event has its own asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the response %1 can be raw or mean_adjusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a slope needs something that varies: use the weight value, change, surprise or count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder: name the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file that can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: there is no memory for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read to its end: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; split it and import the parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut off: its gzip data ends in the middle; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: its gzip data does not match its checksum; fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2 MB from %3 kB, as no real table does; unpack it yourself if you trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled; nothing of this file is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 GB; as JSON it must fit in memory, so split it or save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no header that can be read: its first line is too long or has too many columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no rows; there is nothing to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a Parquet file, and there is no program here to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody reads the rows any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pipe could be made to read %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reader of Parquet files (%1) could not be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: its reader was stopped, so the file is damaged or needs too much memory or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest is not wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider of %1 gives no adjusted close; adjust by the known corporate actions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corporate action of %1 on %2 has the factor %3; a factor must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) and %3 (%4) cannot be joined: the action does not rename one into the other at one interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a bar interval; write it as 1m, 5m, 1h, 1d, or fib5 for five times the stored one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a Fibonacci interval; write fib1, fib2, fib3, fib5, fib8 and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of %1 at %2 cannot be made of the stored bars of %3; ask for a multiple of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no trading calendar “%1”; known are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trading calendar %1 knows the days from %2 to %3, not %4 to %5; ask within that range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the column “%1” is missing; there are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>08:30 New York on the day the Employment Situation is due by rule; delayed releases are not told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New York close of the third Friday, or of the session before it on a holiday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Option expiry of March, June, September and December.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New York close of the last session of the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New York close of the last session of the quarter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekdays on which an exchange is closed as known in advance; the exchange is the entity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instant at which clocks change in the US or the EU; the value is the minutes gained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instant of new moon, to about a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instant of full moon, to about a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Midnight in New York at which a Friday the 13th begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>19:00 New York on the federal election day of every even year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled decisions of the Federal Reserve, 1994 to 2026, at their time of announcement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of the federal funds target, 1994 to 2025; the value is the change in percentage points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of a business-cycle peak month since 1980, known from the committee&apos;s announcement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of a business-cycle trough month since 1980, known from the committee&apos;s announcement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar has no event type “%1”; it has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar events are known from %1 to %2; ask for days within.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date pattern: “%2” stands for nothing; write for example YYYY-MM-DD hh:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date pattern: it has no year; write for example YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a JSON object (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected in the list that goes on here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON to import is a list of objects, an object that holds one, or one object per line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a weekday; write Monday to Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a span of time; write it as 20m, 18h or 45d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time of day; write it as 10:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version must be a whole number from 1 to 999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a date of the form this preset reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is before %2 or after 2199, so probably mistyped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a number too large to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty or marked missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a word that the preset does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out by the preset&apos;s test of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row holds no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has not as many columns as the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is longer than 4 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record has more than 10,000 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row holds a zero byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset %1 does not fit: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object {…} is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a text in quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text in quotes is expected in “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” must be a text or a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown key “%1”; known here are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not known here; write one of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a test needs one of in, not_in, contains, starts_with, not_empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text needs one of column, is, series_name, file_name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“split” must be a single character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“exact” and “optional” are for a text of a single column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“middle” names two columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date needs its column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date needs its format, for example YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the file does not say when an event was known, its basis can only be estimated or scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no lag rule “%1” in lags.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no release rule “%1” in lags.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a metadata key has only a to z, 0 to 9 and _</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event needs its “event_type”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“meta” and “metadata” exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the close must be after the open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval is empty; write for example 1d, 5m or 1m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars need at least “symbol” and “close”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“symbol” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a preset needs its “header”: the list of the file&apos;s columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version must be a whole number from 1 to 999999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the delimiter must be a single character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an id that is a UUID stands in a single column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a preset of events needs the list “events”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event has no “date”, and neither has the preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a preset of events needs “id”: the columns that name a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the nearest, %1, also needs %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the nearest, %1, has no %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the nearest, %1, has its columns in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “%1” for this import; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could be read by several presets: %2; choose one with --preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a file for this import, but %2 can read it: use import %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset knows the header of %1 (%2)%3; name one with --preset or write your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 holds bytes that are not UTF-8; save the text as UTF-8 and import it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was cancelled; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read or written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a backup of a workspace (%2); nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists already: choose another name for the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “%1” is damaged at “%2”; nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is longer than it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “%1” was written by a newer Foreshock: update Foreshock to restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its list names “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its files are not those of its list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the backup “%2” does not match its checksum; nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already and not an empty folder: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no zip file, or a damaged one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup needs %1 MB and the disk that holds “%2” has %3 MB left: free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog in the backup is damaged; nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bar of “%1” at %2 lacks its symbol, source, interval or one of its times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging bar files lost rows: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event without timestamp or known_at cannot be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps storing the same events: wait until it is done and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds %2 rows instead of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists already: choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged or missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: make room and try again. (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columnar engine could not do it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one single statement, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only SELECT statements can be run here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columnar engine does not know the setting %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columnar engine gave no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hot rows were to move, %2 were written and %3 would go; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows were to be merged, %2 were written; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving events to the lake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging files of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are not counted by “%1”: use source, event_type, entity, day, month or year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full: free some space and try again. Nothing that was stored is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not exist: check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” may not be read or written: check its permissions and its folder’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columnar engine does not take the function %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Parquet file that can be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A commit takes at most %1 events, not %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” vanished while it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged and set aside: %1. The rest can be used; to get its rows back, restore a backup or import the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lease “%1” was taken over because this program was silent for 30 seconds: nothing was stored, run it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is at work on this workspace (%1: %2; process %3 on %4, since %5): wait until it is done, or end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger was changed: the axes of family %1 do not fit their hash; restore the catalog from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger was changed: the last trials of %1 runs are missing; restore the catalog from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger was changed: row %1 of %2 does not fit its hash; restore the catalog from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no %1 “%2” in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one %1 begins with “%2”; write more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged and set aside: %1. A study without it would tell something else, so it is not run: restore a backup; or import its rows again if you can, and take what is still missing as gone with &quot;workspace verify --accept-loss&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by a newer Foreshock (step %2): update Foreshock to open it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog could not be brought up to date and was left as it was (a copy is in “%1”): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “%1” has a type that cannot be shown: write CAST(… AS VARCHAR).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no statement: write SELECT … FROM events, for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The statement took longer than %1 seconds and was stopped: narrow it down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged: a page does not match its checksum. Run “workspace verify”, then restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has been in use by another program for 10 seconds: try again when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: check its permissions and its folder’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened: check that it exists and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged or is not a catalog: run “workspace verify”, then restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read or written: the disk reports an error (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to work on “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalog “%1” refused a statement: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot use a write-ahead log: keep the workspace on a local disk that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tick of “%1” lacks its symbol or its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not match its checksum: run “workspace verify”, then restore it from a backup or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payload could not be compressed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name a source: use up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault has no payload %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing: restore it from a backup or fetch it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check was cancelled; what it found so far is in quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is missing: restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) do not match their checksum (%1): restore a backup.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its structure is damaged (%1): restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its bytes do not match their checksum: fetch or import “%1” again, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is missing: fetch or import “%1” again, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or missing: it will be made again when it is needed, nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its bytes do not match their checksum: restore a backup, or import its rows again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is missing: restore a backup, or import its rows again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read (%2): restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a workspace: make one with “workspace init”, or name its folder with -w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace “%1” was written by a newer Foreshock (format %2): update Foreshock to open it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“format” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a snapshot of this workspace: it looks like “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no %1 bars of “%2” in that range; leave out --from, --to and --as-of to see all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no %1 bars of “%2”, nor any to make them from; “import bars” adds some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an adjustment; use none, known or provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One symbol&apos;s daily bars beside reading those of all; --size counts symbols of 20 years each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of daily prices, from the files named after it or simulated, beside DuckDB&apos;s own copy; --size counts rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing events as they come, durable, 10,000 and 1,000 a commit, beside DuckDB&apos;s own file; --size counts events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting events and reading a first page, beside DuckDB alone on the same files; --size counts events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen of events × assets beside its bare Fourier transforms; --size counts assets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no benchmark “%1”; choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The benchmark was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>storing bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inserting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DuckDB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run packaging/dependencies.sh, which fetches version 1.4.4, and build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install SQLite 3.35 or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, built without threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a SQLite that is built with threads, such as the distribution&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system&apos;s tzdata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package tzdata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the limit could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit: ulimit -n 4096.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 processors, %2 of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large studies want 4 GB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the machine&apos;s clock; every stored fact is stamped by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free at least 1 GB, or choose another folder with -w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histories of many markets want 10 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself write permission, or choose another folder with -w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one with “workspace init”, or name its folder with -w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“workspace verify” says what is damaged; a backup brings it back with “workspace restore”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“workspace verify” says what is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, snapshot %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 damaged files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“workspace info” names them; import their data again or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a format to export to; use csv, json or parquet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet goes to a file; name one with -o FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled; files that were finished before stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample workspace was cancelled; nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not empty; name a new folder for the sample workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sample workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no study file “%1”; name a file, or one of those in the workspace&apos;s folder studies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closes (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These prices are simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sessions of %2 without a bar
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a command; choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a command, one of: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; see %2 --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timestamp (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than these %1; --limit N shows more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table goes to the terminal; for a file choose --format csv, json or parquet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--json and --format %1 contradict each other; leave one out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events written to %2
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a snapshot such as 1-250 nor a date or time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 came, %2 went, %3 changed, %4 are the same.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, bars %4: %5 %6 against %7 on all bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (95 % interval %1; n %2; adjusted p %3 in a family of %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not tradable, the window opens before the event was known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; asked before, the first verdict stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 significant (chance alone would give %3), %4 candidates (chance: %5).
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest effect that would have been seen 80 % of the time: %1 %2.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED DATA: these events and prices are made up.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1, snapshot %2, %3 (%4 never asked before), %5 s, result %6
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hypothesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>... and %1 more below.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tradable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(and %1 weaker ones; “study show %2 --all” lists them)
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1 “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  refused %1: %2 (%3%4)
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3; %4 rows, %5 stored, %6 duplicate, %7 refused
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed calendar, %1 to %2: %3 events stored, %4 already there
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>families of hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of them expected by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened hold-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain of hashes over all entries is intact.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output could not be written; is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is believed yet; “study run FILE” asks, and what it finds appears here.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars after the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (95 % interval %3), n %4, t %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p %1, adjusted %2 in a family of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 against a base rate of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bp, gross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discovered (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validated (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1: effect %2, n %3, p %4 (Holm %5), %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2 in the hold-out: %3 %4 (95 % interval %5 to %6), n %7; one-sided p %8, after Holm %9: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not confirmed.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than these %1 rows; --limit N shows more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study has been run here yet; “study run FILE” runs one.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 has %2 hypotheses; --all lists at most %3, so leave it out to see the strongest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 gives the same result again, bit for bit: %2
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 gives another result now: it was %2 and is %3. “workspace verify” tells whether a file is damaged.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files (%2) read and compared; %3 damaged.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belonging to nothing stored here and left alone: %1 (%2). What an ended import left in the lake, “workspace compact” removes a day later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events sealed into the lake, %2 files merged, %3 written, %4 removed.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot %1 backed up: %2 files, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot %1 restored: %2 files, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED (a sample workspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events in the world move which markets, and can I believe it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the workspace in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample workspace (simulated data), which is made first when there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look: dark, light or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program: en, de.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the layouts as they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write pictures of every panel and layout into this folder and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print how long the start took, memory and idle load as JSON and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print versions and folders and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not understood; a workspace is opened with -w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no theme “%1”; choose dark, light or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of --sample and -w.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ActionsModel</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::AsOfLine</name>
    <message>
        <source>As of now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shows only what was known at this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no date; write it like 2011-03-11 or 2011-03-11 14:46.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shows only what was known at %1. Empty the line for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shows what is known now. Type a date to go back in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::Banner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::CommandBar</name>
    <message>
        <source>Command bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol, event, panel or &gt; command (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find symbols, events, panels, runs and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::CommandModel</name>
    <message>
        <source>What moves %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands: everything the menus do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events move a symbol: moves SPY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters used before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A symbol, a type of event, or a panel: just type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events move %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which assets does %1 move?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::DockTitle</name>
    <message>
        <source>Float or dock this panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float or dock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this panel; View ▸ Panels brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FilesPage</name>
    <message>
        <source>Files and Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text; it can be read, copied and edited while the program is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off until you agree. This version asks the network nothing, on or off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::JobsModel</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the selected job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of the selected job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a job to read its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports, studies and other long work appear here with their progress and log.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::KeysPage</name>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default shortcut of the selected command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New shortcut for the selected command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already means “%2”. Give that command other keys first, or choose different ones.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::LookPage</name>
    <message>
        <source>Look and Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red is up, green is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing flashes or slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times are shown in this zone: UTC, or a place such as America/New_York. Files always carry UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As is the custom in East Asia.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::MessageList</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::StartPage</name>
    <message>
        <source>Start page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds which events in the world move which markets, and tests every finding honestly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated markets and events with known truths; works without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty folder for your own events and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace that is already on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, JSON or Parquet; known formats are recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is off the list; the workspace itself is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>What the program is doing; click for the jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The zone in which times are shown; click to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the sample workspace: its markets and events are simulated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the last change to what is stored; studies name the one they read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WordReader</name>
    <message>
        <source>Reading symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading event types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
