<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>EvidenceModel</name>
    <message>
        <source>The study asked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates are not bound to the calendar, so all of them can be moved together in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates follow the calendar: moved, they would meet themselves. They are compared with like weekdays of the same month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates follow the calendar, so they stay and their values are moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the notes of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sealed hold-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the discovery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>significant: chance alone would hardly give one such in the whole family; candidate: worth a second look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which asset or pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars counted from the event bar; [0, 0] is the event bar itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct event bars with a return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean response over the events (for a slope: the correlation)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the effect lies with 95 % confidence, by stationary bootstrap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean response over all bars: what happens anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of effect less base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The odds that chance alone gives so strong a result anywhere in the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hypotheses were asked at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against its own null alone; not corrected for having asked many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected for all families asked on the same calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in: the data it was found on; holdout and forward: data it had not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tradable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the window opens after the event was known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of events on the side of the effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of all bars on that side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How chance was simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <message>
        <source>Discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O</source>
        <comment>open of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <comment>high of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <comment>low of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <comment>close of a bar</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreflightStrip</name>
    <message>
        <source>%1, %2, %3: %4 (%5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 event types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 windows</source>
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
        <source>all asked before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never asked before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 never asked before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewest events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest effect seen 80 % of the time: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample: %1 bars from %2 to %3; benchmark %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed from %1 on: later data are kept for one honest test and not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest p this sample can give: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: too few events (%2), not tested.</source>
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
    <message>
        <source>Only %1 past events have a bar of “%2” before the seal; a base rate needs %3. Widen the filter or choose another asset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled; nothing of this file is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds characters that cannot be seen</source>
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
    <name>chartexport</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · exported %2 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the file must end in .png, .svg, .pdf or .csv; it is “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart could not be written to %1: %2.</source>
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
    <message>
        <source>The newest %1 of %2 past paths are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window [%1, %2] ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events fall on %2 bars; several in one bar count once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run %1 keeps no hypothesis %2; “study show %1 --all” lists those it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” on %2 no longer gives what the run stored (n %3 then, %4 now); its events or prices were changed or removed since. “study verify” says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run kept this hypothesis without reporting it: p, workspace p and smallest detectable effect are not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path shows the response to one standard deviation of the event&apos;s value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band of the lag profile is from all circular shifts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band of the lag profile is from 1001 draws of shifts inside blocks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band of the lag profile is from 1001 draws of shifts inside blocks, as the sample is short for so many lags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lag profile has no band: no null can tell one for these events, or not in reasonable time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band of the lag profile is from 1001 draws of the finding&apos;s own null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s snapshot no longer holds the events of “%1” on %2; they were removed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than three events have a response: there is nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest effect is that of the hypotheses measured in %1; the others have another unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample has too few shifts for anything to be significant at %1; use a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names no day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a number and no date; show the cells of the spreadsheet as dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no date that the calendar has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could be day and month or month and day, and the column has both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be day and month, as the other dates are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be month and day, as the other dates are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is before 1800 or after 2199, so probably mistyped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was another day of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the time behind “%1” is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some dates have the day first and others the month; those that could be either are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day/month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month/day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day, month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month, day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was read as %2; nothing in the column says which comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was read as %2, as other dates of the column can only be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when it was fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known beforehand, from a schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when it was over (an estimate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when the column “%1” says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; where it says nothing, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after it happened (the preset&apos;s own lag)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after it happened (stated lag rule)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known at its scheduled release (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2, as the column “%3” says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when the bar closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known when it takes effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels, which have no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a watchlist “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the events was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preview was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is taken without %2 of its cells (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a header and no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the first %1 rows; the file has more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 columns, of which the first %2 are shown; all are imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its columns are parted by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every column but those with a field of their own is a series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row can become up to %1 events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these rows can be taken; another preset may be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken together with the rows beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row cannot be made out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset can be made of this: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event needs a date; say which column holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has no column “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has %1 columns “%2”; give them different names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event type is either a column or one name for all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“observed” is for what this program fetched itself; choose published, scheduled or estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lag makes the time when an event was known an estimate; choose estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be its name: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name needs a letter from a to z or a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has no header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, mapped by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a preset&apos;s name: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The preset calls itself “%1”, so that it cannot be saved as “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset “%1” already; choose another name, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line (“%1”) was taken as a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is more than a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invisible characters, such as those that turn the direction of text, were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number written like the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years of two digits were read as 1969 to 2068.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lines give a time; the others mean the whole day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma parts the columns here, so that “3,5” is the value 3 and the text 5; for decimal commas part the columns by tabs or semicolons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Dates were read in UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first million lines were read; import the whole as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line says the same as one before it and is counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines say the same as one before them and are counted once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name an event set: it has no letter from a to z and no digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of an event set may have 80 characters; this one has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no date to store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the pasted dates could not be stored: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is longer than 10,000 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is not text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line holds control characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was read with a decimal comma, as other values can only be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comma in “%1” was read as parting thousands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not established</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; still holding: later data agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; no longer holding: later data disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; on the sealed hold-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; on data from after the discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not yet tried on later data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 significant (chance alone would give %3), %4 candidates (chance: %5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest effect that would have been seen 80 % of the time: %1 %2 (n %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would help: more events (four times as many halve that effect), fewer hypotheses at once, or a pool of assets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would help: more events (four times as many halve that effect), or a pool of assets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjusted p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in or out of sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tradable or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no watchlist “%1” at this snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a study&apos;s name: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no study “%1” in the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than 4 MB, which no study is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long for a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it begins or ends with a dot or a blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file&apos;s name has none of / \ : * ? &quot; &lt; &gt; | and no hidden characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study was not saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study was not saved: it is larger than 4 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a study “%1” already; choose another name, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study “%1” has been removed from the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a study “%1” again; rename it before the removed one is brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a watchlist&apos;s name: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be a symbol: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no watchlist “%1” in this workspace, which has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no watchlist “%1” in this workspace; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB; a watchlist is a short list of symbols.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text file in UTF-8; save it as a list of symbols.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names no symbol; write one a line, for example XLE.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pricechart</name>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, adjusted for splits and dividends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, as quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as known at %1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices of %1 from %2 to %3: first close %4, last close %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bars (Fibonacci)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is no longer in the workspace; reload the chart.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shownrun</name>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studycharts</name>
    <message>
        <source>%1, %2, bars %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1, snapshot %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · simulated data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could chance alone do this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could chance alone do this? (this hypothesis by itself)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest |statistic| of all %1 hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|statistic| of this hypothesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifts of the events in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifted: the events moved away from their dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: observed %2; of %3 shifts %4 reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened around the event, on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars from the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cumulated response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the average path over %2 events goes from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval of each bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average of %1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect at every distance from the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first bar of a window of %1 bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: of %2 lags %3 lie outside the band that chance stays in 95 % of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance stays inside at all lags, 95 % of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before the event (placebo)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it hold in every part of the sample?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: in %2 of %3 parts of the sample the effect has the same sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do larger events move it more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average value of the events of each group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the mean response goes from %2 for the smallest events to %3 for the largest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups of equal count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response to each event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studytext</name>
    <message>
        <source>write at least one window, such as [1,5]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window has two ends, such as [1,5]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window [%1,%2] ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write lengths [1,5] lags [1,21]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is expected after the lags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a window begins with [</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of bars is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>] is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or ] is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows, column %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
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
    <name>widgets::ChartPanel</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candles instead of a line of closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices adjusted for splits and dividends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart as Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same data as a table (Ctrl+T in the chart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Prices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbol of the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval of the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events to mark, such as source == usgs and value &gt;= 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the events marked on the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a kind of event to mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart or its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Chart as PNG Image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Chart as PNG Image, 3 Times as Sharp…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Chart as SVG Drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Chart as PDF Page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Bars in View as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart was saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices and the events around them appear here once a workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prices yet. Import a file with prices to see what they did around events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading prices of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no prices of %1 here at this interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the newest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading an event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ChartTable</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ChartView</name>
    <message>
        <source>and %1 more; click to zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart. Ctrl+T shows its data as a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data of the chart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::CheckedEdit</name>
    <message>
        <source>Say which events are meant, such as source == usgs and value &gt;= 6.</source>
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
    <name>widgets::DiscoveryPanel</name>
    <message>
        <source>Discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events move which markets? Run the study to see what can be told from chance, and how surely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask what the editor holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run; nothing of it is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the study in this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the shown run again on its snapshot and compare, bit for bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of Discovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events and prices of this workspace are made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discovery asks which events move which markets. Open a workspace to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (edited)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question has changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data have changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study “%1” was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 gives the same result again, bit for bit (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 gives another result now: it was %2 and is %3. Check the workspace for damaged files.</source>
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
    <name>widgets::EventCard</name>
    <message>
        <source>Name of events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the findings call these events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter, such as source == usgs and value &gt;= 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events are meant: field operator value, joined with and, or, not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which events are meant, such as source == usgs and value &gt;= 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters, and only the first in a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove these events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each event weighs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an event weighs: its presence, or something of its size. Automatic takes the surprise of releases that carry one, else presence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>presence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z-score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One series of events for each value of these fields: source, event_type, entity, unit, known_basis, precision or meta.KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypotheses with fewer distinct event bars are not tested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event counts only when so many, itself among them, came within the time beside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A length of time: 36h, 5d, 2w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events with none before them for so long: 36h, 5d, 2w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::EvidenceModel</name>
    <message>
        <source>tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>significant: chance alone would hardly give one such in the whole family; candidate: worth a second look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes; this run alone says %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hypothesis is tested by search once; asked again it keeps its first verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events (n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distinct event bars with a return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bars (n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of the sample with a return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean response over the events; for a slope the correlation, for a spread top less bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the effect, by stationary bootstrap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean response over all bars: what happens anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of events on the side of the effect, with its 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of all bars on that side: the hit rate must be held against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of effect less base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t against zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the effect alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against its own null alone, not corrected for having asked many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The odds that chance alone gives so strong a result anywhere in this family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above %1 once everything asked on this calendar is counted: treat it with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected for every family asked on the same calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many were asked at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it was found on these data or tried on later ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tradable</source>
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
        <source>The window opens after the event was known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window opens before the event was known: nobody could have acted on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is known when the events became public.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest effect less base that would be significant 80 % of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the data that was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name in the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything found: the same study on the same snapshot gives it again, bit for bit. In full: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypothesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question itself as a hash: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
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
    <name>widgets::FindingDetail</name>
    <message>
        <source>Test This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the lags that are marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every number of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Null distribution: the observed value against all shifts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average path around the event, with its band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect at every lag, with the band that chance stays in; Shift and drag marks lags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effect in each part of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The response by the size of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each event with what followed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a finding to see its evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, bars %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict: %1 missing. Run the study again to compute it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run keeps no joint null that could be drawn: its null is %1. The adjusted p is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few bars around the events for a path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (t %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few bars around the events for a lag profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the event: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few events to part the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These events carry no value, so there is no size to sort them by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving out any one event, the effect stays between %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hypothesis has no null that could be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lags %1 to %2: average effect %3. A description of what was looked at, with no p and no tier; a test asks all %4 of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::FindingsModel</name>
    <message>
        <source>in sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold-out</source>
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
        <source>No verdict: %1 missing.</source>
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
    <name>widgets::Panel</name>
    <message>
        <source>Open Sample Workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::PreflightStrip</name>
    <message>
        <source>Notes about the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the study is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot run yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting what the study asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample, seal, and what is not tested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::ResponsesModel</name>
    <message>
        <source>event bar (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RunHistory</name>
    <message>
        <source>No study has been run here yet. Every run is kept here: what was asked, what came out, and how to have it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs of this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify: Run Again and Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Study as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RunView</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest of what was not found; none of it can be told from chance:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Its Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what these results answer back into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the question of these results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the run has to say about its sample and what it did not test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify, export, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify: Run Again and Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Study as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale: %1 These results are from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hypotheses, %2 never asked before · run %3 · snapshot %4 · %5 · %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated data · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show on Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test narrower…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::RunsModel</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hypotheses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result hash</source>
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
    <name>widgets::StudyEditor</name>
    <message>
        <source>The study as a form or as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same study as a file; form and JSON follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study of this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the study in this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No studies yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the study %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study “%1” was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file in this workspace&apos;s folder studies:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the study %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>widgets::StudyForm</name>
    <message>
        <source>Write a day such as 2011-03-11, an instant with its zone, or a time before now such as -5w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed is a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number from 0.000001 to 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced: correction, response, groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed before the run: another correction is another run, and the default&apos;s verdict stays on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another event definition: each is asked about every asset and window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watchlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How assets are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of symbols, every instrument that passes a filter, or a watchlist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbols such as SPY, TLT; a filter such as kind == etf; or a watchlist&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as kind == etf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of a watchlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as SPY, TLT, XLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this study is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the study is called in lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars counted from the event bar: [0,0] is the event bar itself, [1,5] the five after it; a window that ends before 0 is a placebo. Or: lengths [1,5] lags [1,21].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which assets an event is asked about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every event with every asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each event with the asset it names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each event with what is linked to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hypothesis for each asset, or one for all pairs together, which sees smaller effects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each asset by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all assets together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic or simple returns; differences for levels that can be zero or below, such as yields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken off before an event is judged: nothing, the mean, or the market.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less its mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less the benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less beta × benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less several factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPY, else the first asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The market of the model; its closes are the study&apos;s calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What chance is: the events moved in time. Automatic takes matched days for dates bound to the calendar, and says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circular shifts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifts inside blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>matched days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shifted values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only shifts that keep the weekday or the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A day (2011-03-11), an instant, or a time before now (-5w). The sealed hold-out is never read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything drawn at random: the same seed, the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>significant: no false one in the whole family (max T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Significant by max T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strict verdict: against the largest statistic of the whole family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate: few false ones among them (FDR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate by FDR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second verdict: a limited share of false ones among those found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error that is allowed, for the whole family.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is measured after the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of the bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mean over events, the slope on their weight, or the largest group less the smallest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quantile spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars before each bar that the model is fitted on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as SPY, TLT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbols whose returns the model of several factors takes off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval of the bars, such as 1d or 5m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only earlier than the workspace&apos;s seal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may leave out the oldest bars for speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most 2 %, and says how many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of surprise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups by size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits events without a weight of their own into groups of equal count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From earlier events only (tradable), or from the whole sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample limits</source>
        <translation type="unfinished"></translation>
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
