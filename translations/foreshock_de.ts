<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>EventText</name>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Who told it</source>
        <translation>Wer es mitteilte</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What kind of event it is</source>
        <translation>Welche Art von Ereignis es ist</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Whom or what it is about: a country, a company, a place</source>
        <translation>Wen oder was es betrifft: ein Land, ein Unternehmen, einen Ort</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Its number, in its unit</source>
        <translation>Seine Zahl, in seiner Einheit</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>The unit of the value</source>
        <translation>Die Einheit des Werts</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt ab</translation>
    </message>
    <message>
        <source>When the public could first know it</source>
        <translation>Ab wann die Öffentlichkeit davon wissen konnte</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Whether the time of day is known, or only the day</source>
        <translation>Ob die Uhrzeit bekannt ist oder nur der Tag</translation>
    </message>
    <message>
        <source>basis</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>Where the known time comes from: published, observed, scheduled or estimated</source>
        <translation>Woher die Zeit des Bekanntwerdens stammt: veröffentlicht, beobachtet, geplant oder geschätzt</translation>
    </message>
    <message>
        <source>revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>How often it was corrected since</source>
        <translation>Wie oft es seither berichtigt wurde</translation>
    </message>
    <message>
        <source>ingested</source>
        <translation>aufgenommen</translation>
    </message>
    <message>
        <source>When it was stored here</source>
        <translation>Wann es hier gespeichert wurde</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Its identity, the same in all its versions</source>
        <translation>Seine Kennung, in allen Fassungen gleich</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The headline or description</source>
        <translation>Die Schlagzeile oder Beschreibung</translation>
    </message>
</context>
<context>
    <name>EvidenceModel</name>
    <message>
        <source>The study asked for it.</source>
        <translation>Die Studie hat es verlangt.</translation>
    </message>
    <message>
        <source>The dates are not bound to the calendar, so all of them can be moved together in time.</source>
        <translation>Die Termine sind nicht an den Kalender gebunden, daher lassen sie sich alle zusammen in der Zeit verschieben.</translation>
    </message>
    <message>
        <source>The dates follow the calendar: moved, they would meet themselves. They are compared with like weekdays of the same month.</source>
        <translation>Die Termine folgen dem Kalender: Verschoben träfen sie auf sich selbst. Verglichen wird mit gleichen Wochentagen desselben Monats.</translation>
    </message>
    <message>
        <source>The dates follow the calendar, so they stay and their values are moved.</source>
        <translation>Die Termine folgen dem Kalender, daher bleiben sie, und ihre Werte werden verschoben.</translation>
    </message>
    <message>
        <source>See the notes of the run.</source>
        <translation>Siehe die Anmerkungen des Laufs.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
</context>
<context>
    <name>ExplorerReader</name>
    <message>
        <source>Corporate actions</source>
        <translation>Kapitalmaßnahmen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Geld/Brief</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>Ticks</translation>
    </message>
    <message>
        <source>Stocks</source>
        <translation>Aktien</translation>
    </message>
    <message>
        <source>Funds (ETF)</source>
        <translation>Fonds (ETF)</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Futures</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Währungen</translation>
    </message>
    <message>
        <source>Indices</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>Crypto</source>
        <translation>Krypto</translation>
    </message>
    <message>
        <source>Yields</source>
        <translation>Zinssätze</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Of unknown kind</source>
        <translation>Unbekannter Art</translation>
    </message>
    <message>
        <source>simulated data</source>
        <translation>simulierte Daten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>The state of the data: it counts every change.</source>
        <translation>Der Stand der Daten: Er zählt jede Änderung.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Studies do not look at what is sealed until a relationship is tried on it.</source>
        <translation>Studien sehen nicht auf Versiegeltes, bis eine Beziehung daran erprobt wird.</translation>
    </message>
    <message>
        <source>Damaged files</source>
        <translation>Beschädigte Dateien</translation>
    </message>
    <message>
        <source>Set aside because their bytes have changed: %1. Restore them from a backup.</source>
        <translation>Beiseitegelegt, weil sich ihre Bytes geändert haben: %1. Sie aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 — studies/%2.json</source>
        <translation>%1 — studies/%2.json</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>%1 significant and %2 candidates of %3 hypotheses; %4 significant ones expected by chance. %5 (%6), snapshot %7</source>
        <translation>%1 signifikant und %2 Kandidaten von %3 Hypothesen; %4 signifikante durch Zufall erwartet. %5 (%6), Stand %7</translation>
    </message>
    <message>
        <source>Seal from</source>
        <translation>Siegel ab</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>%1 In UTC: %2</source>
        <translation>%1 In UTC: %2</translation>
    </message>
    <message>
        <source>From the metadata the source gave.</source>
        <translation>Aus den Metadaten der Quelle.</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>As the source gave it.</source>
        <translation>Wie von der Quelle geliefert.</translation>
    </message>
    <message>
        <source>there is more</source>
        <translation>es gibt mehr</translation>
    </message>
    <message>
        <source>Only the first %1 entries are shown.</source>
        <translation>Nur die ersten %1 Einträge sind zu sehen.</translation>
    </message>
    <message>
        <source>What kind of event it is.</source>
        <translation>Welche Art von Ereignis es ist.</translation>
    </message>
    <message>
        <source>Who reports it.</source>
        <translation>Wer es meldet.</translation>
    </message>
    <message>
        <source>Whom or what it is about.</source>
        <translation>Wen oder was es betrifft.</translation>
    </message>
    <message>
        <source>Its size, in the unit below.</source>
        <translation>Seine Größe, in der Einheit darunter.</translation>
    </message>
    <message>
        <source>What the value counts.</source>
        <translation>Was der Wert zählt.</translation>
    </message>
    <message>
        <source>Headline or description.</source>
        <translation>Schlagzeile oder Beschreibung.</translation>
    </message>
    <message>
        <source>When it happened.</source>
        <translation>Wann es geschah.</translation>
    </message>
    <message>
        <source>When the public could first know it.</source>
        <translation>Ab wann die Öffentlichkeit davon wissen konnte.</translation>
    </message>
    <message>
        <source>How it is known when it became public: published, observed, scheduled or estimated.</source>
        <translation>Woher bekannt ist, wann es öffentlich wurde: veröffentlicht, beobachtet, geplant oder geschätzt.</translation>
    </message>
    <message>
        <source>Whether the clock time is known or only the day.</source>
        <translation>Ob die Uhrzeit bekannt ist oder nur der Tag.</translation>
    </message>
    <message>
        <source>When it was stored here.</source>
        <translation>Wann es hier gespeichert wurde.</translation>
    </message>
    <message>
        <source>The same for every version of this event.</source>
        <translation>Gleich für alle Fassungen dieses Ereignisses.</translation>
    </message>
    <message>
        <source>Which version of it: 0 is the first.</source>
        <translation>Welche Fassung: 0 ist die erste.</translation>
    </message>
    <message>
        <source>The change of the workspace that stored it.</source>
        <translation>Die Änderung des Arbeitsbereichs, die es speicherte.</translation>
    </message>
    <message>
        <source>What read it from the raw bytes.</source>
        <translation>Was es aus den Rohdaten las.</translation>
    </message>
    <message>
        <source>Which version of the parser.</source>
        <translation>Welche Version des Parsers.</translation>
    </message>
    <message>
        <source>Names the bytes it came from; see Raw.</source>
        <translation>Benennt die Bytes, aus denen es stammt; siehe Rohdaten.</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>What studies call it.</source>
        <translation>Wie Studien es nennen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Stock, fund, future, currency, index, crypto or yield.</source>
        <translation>Aktie, Fonds, Future, Währung, Index, Krypto oder Zinssatz.</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>Börse</translation>
    </message>
    <message>
        <source>The calendar of its sessions.</source>
        <translation>Der Kalender seiner Sitzungen.</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>sector</source>
        <translation>Sektor</translation>
    </message>
    <message>
        <source>daily bars</source>
        <translation>Tagesbalken</translation>
    </message>
    <message>
        <source>Stored here, the newest version of each.</source>
        <translation>Hier gespeichert, jeweils die neueste Fassung.</translation>
    </message>
    <message>
        <source>The day it closed, in %1.</source>
        <translation>Der Tag, an dem er schloss, in %1.</translation>
    </message>
    <message>
        <source>%1, close</source>
        <translation>%1, Schlusskurs</translation>
    </message>
    <message>
        <source>As stored, not adjusted.</source>
        <translation>Wie gespeichert, nicht bereinigt.</translation>
    </message>
    <message>
        <source>first bar</source>
        <translation>erster Balken</translation>
    </message>
    <message>
        <source>last bar</source>
        <translation>letzter Balken</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>The events that were asked about.</source>
        <translation>Die Ereignisse, nach denen gefragt wurde.</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The asset that was asked about.</source>
        <translation>Der Wert, nach dem gefragt wurde.</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>The window around the event bar.</source>
        <translation>Das Fenster um den Ereignisbalken.</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What the correction for all that was asked says.</source>
        <translation>Was die Korrektur für alles Gefragte sagt.</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Distinct event bars with a return.</source>
        <translation>Verschiedene Ereignisbalken mit einer Rendite.</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>The mean response over the events.</source>
        <translation>Die mittlere Reaktion über die Ereignisse.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Of the effect, by stationary bootstrap.</source>
        <translation>Des Effekts, nach stationärem Bootstrap.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share of events on the side of the effect.</source>
        <translation>Anteil der Ereignisse auf der Seite des Effekts.</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Against its own null alone.</source>
        <translation>Gegen das eigene Nullmodell allein.</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>p korrigiert</translation>
    </message>
    <message>
        <source>The odds that chance gives so strong a result anywhere in the family.</source>
        <translation>Die Wahrscheinlichkeit, dass der Zufall irgendwo in der Familie ein so starkes Ergebnis liefert.</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>How many hypotheses were asked at once.</source>
        <translation>Wie viele Hypothesen zugleich gefragt wurden.</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Found on these data, or tried on later ones.</source>
        <translation>Auf diesen Daten gefunden oder an späteren erprobt.</translation>
    </message>
    <message>
        <source>tradable</source>
        <translation>handelbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The window opens after the event was known.</source>
        <translation>Das Fenster öffnet, nachdem das Ereignis bekannt war.</translation>
    </message>
    <message>
        <source>The window opens before the event was known: nobody could have acted on it.</source>
        <translation>Das Fenster öffnet, bevor das Ereignis bekannt war: Niemand hätte danach handeln können.</translation>
    </message>
    <message>
        <source>hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>The question itself, as a hash.</source>
        <translation>Die Frage selbst, als Hash.</translation>
    </message>
    <message>
        <source>events (n)</source>
        <translation>Ereignisse (n)</translation>
    </message>
    <message>
        <source>Distinct event bars with a return, from %1 to %2.</source>
        <translation>Verschiedene Ereignisbalken mit einer Rendite, von %1 bis %2.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Half of the returns are below it.</source>
        <translation>Die Hälfte der Renditen liegt darunter.</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>mittlere Hälfte</translation>
    </message>
    <message>
        <source>From the lower to the upper quartile.</source>
        <translation>Vom unteren bis zum oberen Quartil.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>The average return after the events.</source>
        <translation>Die durchschnittliche Rendite nach den Ereignissen.</translation>
    </message>
    <message>
        <source>rose after it</source>
        <translation>danach gestiegen</translation>
    </message>
    <message>
        <source>Share of events after which it rose, with its 95 % interval (Wilson).</source>
        <translation>Anteil der Ereignisse, nach denen der Kurs stieg, mit 95-%-Intervall (Wilson).</translation>
    </message>
    <message>
        <source>rose on any bar</source>
        <translation>allgemein gestiegen</translation>
    </message>
    <message>
        <source>Share of all bars after which it rose: what happens anyway.</source>
        <translation>Anteil aller Balken, nach denen der Kurs stieg: was ohnehin geschieht.</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>It rests on what was not known at the time.</source>
        <translation>Es beruht auf dem, was damals nicht bekannt war.</translation>
    </message>
    <message>
        <source>Whether it comes out again from what was known at past instants.</source>
        <translation>Ob es aus dem, was zu früheren Zeitpunkten bekannt war, ebenso wieder herauskommt.</translation>
    </message>
    <message>
        <source>The mean response over all bars, with matched days over those of the same weekday and month: what happens anyway.</source>
        <translation>Die mittlere Reaktion über alle Balken, bei Vergleichstagen über die desselben Wochentags und Monats: was ohnehin geschieht.</translation>
    </message>
    <message>
        <source>Share of those bars on that side.</source>
        <translation>Anteil dieser Balken auf dieser Seite.</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>significant: chance alone would hardly give one such in the whole family; candidate: worth a second look</source>
        <translation>signifikant: Der Zufall allein ergäbe so etwas kaum einmal in der ganzen Familie; Kandidat: einen zweiten Blick wert</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Which asset or pool</source>
        <translation>Welcher Wert oder Pool</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Bars counted from the event bar; [0, 0] is the event bar itself</source>
        <translation>Balken, gezählt ab dem Ereignisbalken; [0, 0] ist der Ereignisbalken selbst</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Distinct event bars with a return</source>
        <translation>Verschiedene Ereignisbalken mit einer Rendite</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>Mean response over the events (for a slope: the correlation)</source>
        <translation>Mittlere Reaktion über die Ereignisse (bei einer Steigung: die Korrelation)</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Where the effect lies with 95 % confidence, by stationary bootstrap</source>
        <translation>Wo der Effekt mit 95 % Sicherheit liegt, nach stationärem Bootstrap</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>Mean response over all bars: what happens anyway</source>
        <translation>Mittlere Reaktion über alle Balken: was ohnehin geschieht</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>Of effect less base</source>
        <translation>Von Effekt minus Grundwert</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>p korrigiert</translation>
    </message>
    <message>
        <source>The odds that chance alone gives so strong a result anywhere in the family</source>
        <translation>Die Wahrscheinlichkeit, dass der Zufall allein irgendwo in der Familie ein so starkes Ergebnis liefert</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>How many hypotheses were asked at once</source>
        <translation>Wie viele Hypothesen zugleich gefragt wurden</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Against its own null alone; not corrected for having asked many</source>
        <translation>Gegen das eigene Nullmodell allein; nicht dafür korrigiert, dass vieles gefragt wurde</translation>
    </message>
    <message>
        <source>p workspace</source>
        <translation>p gesamt</translation>
    </message>
    <message>
        <source>Corrected for all families asked on the same calendar</source>
        <translation>Korrigiert für alle Familien, die auf demselben Kalender gefragt wurden</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>in: the data it was found on; holdout and forward: data it had not seen</source>
        <translation>in: die Daten, auf denen er gefunden wurde; holdout und forward: Daten, die er nicht gesehen hatte</translation>
    </message>
    <message>
        <source>tradable</source>
        <translation>handelbar</translation>
    </message>
    <message>
        <source>Whether the window opens after the event was known</source>
        <translation>Ob das Fenster öffnet, nachdem das Ereignis bekannt war</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share of events on the side of the effect</source>
        <translation>Anteil der Ereignisse auf der Seite des Effekts</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>Share of all bars on that side</source>
        <translation>Anteil aller Balken auf dieser Seite</translation>
    </message>
    <message>
        <source>null</source>
        <translation>Nullmodell</translation>
    </message>
    <message>
        <source>How chance was simulated</source>
        <translation>Wie der Zufall nachgebildet wurde</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>Rücklage</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>Whether it comes out again from what was known at past instants; one that failed rests on what was not known then</source>
        <translation>Ob er aus dem, was zu früheren Zeitpunkten bekannt war, ebenso wieder herauskommt; ein durchgefallener beruht auf dem, was damals nicht bekannt war</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Discovery</source>
        <translation>Entdeckung</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Data Quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Try to Fool It</source>
        <translation>Austricksen</translation>
    </message>
    <message>
        <source>Morning Brief</source>
        <translation>Morgenbericht</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>O</source>
        <comment>open of a bar</comment>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <comment>high of a bar</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <comment>low of a bar</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>C</source>
        <comment>close of a bar</comment>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>PreflightStrip</name>
    <message>
        <source>%1, %2, %3: %4 (%5)</source>
        <translation>%1, %2, %3: %4 (%5)</translation>
    </message>
    <message>
        <source>1 event type</source>
        <translation>1 Ereignisart</translation>
    </message>
    <message>
        <source>%1 event types</source>
        <translation>%1 Ereignisarten</translation>
    </message>
    <message>
        <source>1 asset</source>
        <translation>1 Wert</translation>
    </message>
    <message>
        <source>%1 assets</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 Fenster</translation>
    </message>
    <message>
        <source>1 hypothesis</source>
        <translation>1 Hypothese</translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation>%1 Hypothesen</translation>
    </message>
    <message>
        <source>all asked before</source>
        <translation>alle schon gefragt</translation>
    </message>
    <message>
        <source>never asked before</source>
        <translation>nie zuvor gefragt</translation>
    </message>
    <message>
        <source>%1 never asked before</source>
        <translation>%1 nie zuvor gefragt</translation>
    </message>
    <message>
        <source>fewest events %1</source>
        <translation>wenigste Ereignisse %1</translation>
    </message>
    <message>
        <source>smallest effect seen 80 % of the time: %1 %2</source>
        <translation>kleinster in 80 % der Fälle erkannter Effekt: %1 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Sample: %1 bars from %2 to %3; benchmark %4.</source>
        <translation>Stichprobe: %1 Balken von %2 bis %3; Vergleichsindex %4.</translation>
    </message>
    <message>
        <source>Sealed from %1 on: later data are kept for one honest test and not read.</source>
        <translation>Versiegelt ab %1: Spätere Daten werden für eine ehrliche Prüfung aufbewahrt und nicht gelesen.</translation>
    </message>
    <message>
        <source>The smallest p this sample can give: %1.</source>
        <translation>Das kleinste p, das diese Stichprobe ergeben kann: %1.</translation>
    </message>
    <message>
        <source>%1: too few events (%2), not tested.</source>
        <translation>%1: zu wenige Ereignisse (%2), nicht geprüft.</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>as the source proposes</source>
        <translation>wie von der Quelle vorgeschlagen</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>keiner nötig</translation>
    </message>
    <message>
        <source>there</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>not needed, brings more: %1</source>
        <translation>nicht nötig, bringt mehr: %1</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>last success</source>
        <translation>letzter Erfolg</translation>
    </message>
    <message>
        <source>When it last answered with data (%1).</source>
        <translation>Wann sie zuletzt mit Daten geantwortet hat (%1).</translation>
    </message>
    <message>
        <source>next ask</source>
        <translation>nächste Anfrage</translation>
    </message>
    <message>
        <source>When it is asked again (%1).</source>
        <translation>Wann sie wieder gefragt wird (%1).</translation>
    </message>
    <message>
        <source>cadence</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>How often it is asked.</source>
        <translation>Wie oft sie gefragt wird.</translation>
    </message>
    <message>
        <source>rows today</source>
        <translation>Zeilen heute</translation>
    </message>
    <message>
        <source>Stored since 00:00 UTC.</source>
        <translation>Seit 00:00 UTC gespeichert.</translation>
    </message>
    <message>
        <source>refused today</source>
        <translation>heute abgelehnt</translation>
    </message>
    <message>
        <source>Records that could not be used since 00:00 UTC; each is counted with its reason.</source>
        <translation>Datensätze, die seit 00:00 UTC nicht zu verwenden waren; jeder ist mit seinem Grund gezählt.</translation>
    </message>
    <message>
        <source>lag, median</source>
        <translation>Verzug, Median</translation>
    </message>
    <message>
        <source>Half of its rows of the last 30 days were stored within this time after they were known.</source>
        <translation>Die Hälfte ihrer Zeilen der letzten 30 Tage war binnen dieser Zeit nach dem Bekanntwerden gespeichert.</translation>
    </message>
    <message>
        <source>lag, 95 %</source>
        <translation>Verzug, 95 %</translation>
    </message>
    <message>
        <source>All but one in twenty of its rows were stored within this time after they were known.</source>
        <translation>Alle bis auf eine von zwanzig ihrer Zeilen waren binnen dieser Zeit nach dem Bekanntwerden gespeichert.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>Its jobs in the queue.</source>
        <translation>Ihre Aufträge in der Schlange.</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>Jobs that failed for good, until they are retried.</source>
        <translation>Aufträge, die endgültig gescheitert sind, bis sie wiederholt werden.</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>verfolgt</translation>
    </message>
    <message>
        <source>Symbols, series, markets or addresses it is asked for.</source>
        <translation>Symbole, Reihen, Märkte oder Adressen, nach denen sie gefragt wird.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Its name in filters and on the command line.</source>
        <translation>Ihr Name in Filtern und auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>quota</source>
        <translation>Kontingent</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>Fresh</source>
        <translation>Frisch</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Holt</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Fresh: the last answer came at %1, the next is asked for at %2.</source>
        <translation>Frisch: Die letzte Antwort kam um %1, nach der nächsten wird um %2 gefragt.</translation>
    </message>
    <message>
        <source>Due: it is asked next, the last answer came at %1.</source>
        <translation>Fällig: Sie wird als Nächstes gefragt, die letzte Antwort kam um %1.</translation>
    </message>
    <message>
        <source>Due: it is asked next, for the first time.</source>
        <translation>Fällig: Sie wird als Nächstes gefragt, zum ersten Mal.</translation>
    </message>
    <message>
        <source>Fetching: an answer is on its way.</source>
        <translation>Holt: Eine Antwort ist unterwegs.</translation>
    </message>
    <message>
        <source>Late: nothing has come since %1, though it is to be asked %2.</source>
        <translation>Verspätet: Seit %1 kam nichts, obwohl sie %2 zu fragen ist.</translation>
    </message>
    <message>
        <source>Failing: attempt %1 in a row brought no data; the last answer came at %2.</source>
        <translation>Gestört: Versuch %1 in Folge brachte keine Daten; die letzte Antwort kam um %2.</translation>
    </message>
    <message>
        <source>Failing: attempt %1 in a row brought no data; none ever did.</source>
        <translation>Gestört: Versuch %1 in Folge brachte keine Daten; noch nie kamen welche.</translation>
    </message>
    <message>
        <source>Off: it is not switched on.</source>
        <translation>Aus: Sie ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>No key: it is switched on and waits for a key.</source>
        <translation>Kein Schlüssel: Sie ist eingeschaltet und wartet auf einen Schlüssel.</translation>
    </message>
    <message>
        <source>Off: it is not switched on, and needs a key.</source>
        <translation>Aus: Sie ist nicht eingeschaltet und braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>It is asked again by itself at %1; “Ask Now” asks at once.</source>
        <translation>Sie wird um %1 von selbst wieder gefragt; „Jetzt fragen“ fragt sofort.</translation>
    </message>
    <message>
        <source>last success %1</source>
        <translation>letzter Erfolg %1</translation>
    </message>
    <message>
        <source>no success yet</source>
        <translation>noch kein Erfolg</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächste Anfrage %1</translation>
    </message>
    <message>
        <source>%1 rows today</source>
        <translation>%1 Zeilen heute</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>Collecting is off</source>
        <translation>Sammeln ist aus</translation>
    </message>
    <message>
        <source>Nothing to collect</source>
        <translation>Nichts zu sammeln</translation>
    </message>
    <message>
        <source>Collecting from one source</source>
        <translation>Sammelt von einer Quelle</translation>
    </message>
    <message>
        <source>Collecting from %1 sources</source>
        <translation>Sammelt von %1 Quellen</translation>
    </message>
    <message>
        <source>Another program collects</source>
        <translation>Ein anderes Programm sammelt</translation>
    </message>
    <message>
        <source>Collecting failed</source>
        <translation>Sammeln gescheitert</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist geöffnet.</translation>
    </message>
    <message>
        <source>The sample workspace is simulated: it never asks the network.</source>
        <translation>Der Beispiel-Arbeitsbereich ist simuliert: Er fragt nie das Netz.</translation>
    </message>
    <message>
        <source>Foreshock does not collect: “Collect while Foreshock is open” is off in the settings.</source>
        <translation>Foreshock sammelt nicht: „Sammeln, solange Foreshock offen ist“ ist in den Einstellungen aus.</translation>
    </message>
    <message>
        <source>No source is switched on: switch one on in the Explorer, or begin with the starter data.</source>
        <translation>Keine Quelle ist eingeschaltet: im Explorer eine einschalten oder mit den Startdaten beginnen.</translation>
    </message>
    <message>
        <source>Every source that is switched on is asked when it is due, as long as Foreshock is open.</source>
        <translation>Jede eingeschaltete Quelle wird gefragt, wenn sie fällig ist, solange Foreshock offen ist.</translation>
    </message>
    <message>
        <source>%1 Foreshock goes on as soon as it ends.</source>
        <translation>%1 Foreshock macht weiter, sobald es endet.</translation>
    </message>
    <message>
        <source>%1 It is tried again in a minute.</source>
        <translation>%1 In einer Minute wird es wieder versucht.</translation>
    </message>
</context>
<context>
    <name>app::Docks</name>
    <message>
        <source>Show or hide the panel %1</source>
        <translation>Panel %1 ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Panels in this place</source>
        <translation>Panels an dieser Stelle</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>New Workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Open Workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>The layout %1 is back to how it came.</source>
        <translation>Das Layout %1 ist wieder, wie es geliefert wurde.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>This is the sample workspace: its markets and events are simulated, and its truths are known.</source>
        <translation>Dies ist der Beispiel-Arbeitsbereich: Seine Märkte und Ereignisse sind simuliert, und die Wahrheit über sie ist bekannt.</translation>
    </message>
    <message>
        <source>Open Its Study</source>
        <translation>Seine Studie öffnen</translation>
    </message>
    <message>
        <source>%1 (simulated data)</source>
        <translation>%1 (simulierte Daten)</translation>
    </message>
    <message>
        <source>Jobs Are Running</source>
        <translation>Aufgaben laufen noch</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are still running. Wait for them, or stop them? What a stopped job has not finished is lost.</source>
        <translation>
            <numerusform>%n Aufgabe läuft noch. Auf sie warten oder sie abbrechen? Was eine abgebrochene Aufgabe nicht beendet hat, ist verloren.</numerusform>
            <numerusform>%n Aufgaben laufen noch. Auf sie warten oder sie abbrechen? Was eine abgebrochene Aufgabe nicht beendet hat, ist verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait, Then Go On</source>
        <translation>Warten, dann weiter</translation>
    </message>
    <message>
        <source>Stop Them</source>
        <translation>Aufgaben abbrechen</translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 is open in another window of Foreshock, which has been brought to the front.</source>
        <translation>%1 ist in einem anderen Fenster von Foreshock offen, das nach vorn geholt wurde.</translation>
    </message>
    <message>
        <source>The sources are asked now; prices and events appear as they arrive.</source>
        <translation>Die Quellen werden jetzt gefragt; Kurse und Ereignisse erscheinen, wie sie eintreffen.</translation>
    </message>
    <message>
        <source>Show Jobs</source>
        <translation>Aufgaben zeigen</translation>
    </message>
</context>
<context>
    <name>app::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Sample Workspace</source>
        <translation>Beis&amp;piel-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Open a simulated market with known truths</source>
        <translation>Einen simulierten Markt mit bekannter Wahrheit öffnen</translation>
    </message>
    <message>
        <source>&amp;New Workspace…</source>
        <translation>&amp;Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Make an empty workspace in a new folder</source>
        <translation>Einen leeren Arbeitsbereich in einem neuen Ordner anlegen</translation>
    </message>
    <message>
        <source>&amp;Open Workspace…</source>
        <translation>Arbeitsbereich ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a workspace that is on this computer</source>
        <translation>Einen Arbeitsbereich auf diesem Rechner öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Import Files…</source>
        <translation>Dateien &amp;importieren…</translation>
    </message>
    <message>
        <source>Read events or prices from files</source>
        <translation>Ereignisse oder Preise aus Dateien einlesen</translation>
    </message>
    <message>
        <source>&amp;Paste Dates…</source>
        <translation>Datumsangaben &amp;einfügen…</translation>
    </message>
    <message>
        <source>Make events of a column of dates in the clipboard</source>
        <translation>Aus einer Spalte von Datumsangaben in der Zwischenablage Ereignisse machen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>Look, language, zone, shortcuts</source>
        <translation>Aussehen, Sprache, Zeitzone, Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Close Workspace</source>
        <translation>Arbeitsbereich s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the workspace and show the start page</source>
        <translation>Den Arbeitsbereich schließen und die Startseite zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Das Programm beenden</translation>
    </message>
    <message>
        <source>Nothing opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Show the layout %1</source>
        <translation>Das Layout %1 zeigen</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put the panels of this layout back to where they came</source>
        <translation>Die Panels dieses Layouts wieder an ihren ursprünglichen Platz setzen</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Panels</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>Change the look at once</source>
        <translation>Das Aussehen sofort ändern</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>What the program said before</source>
        <translation>Was das Programm bisher gemeldet hat</translation>
    </message>
    <message>
        <source>&amp;Start Page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Show the ways to begin</source>
        <translation>Die Wege zum Anfangen zeigen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to what was selected before</source>
        <translation>Zurück zur vorigen Auswahl</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>&amp;Find or Do…</source>
        <translation>&amp;Suchen oder ausführen…</translation>
    </message>
    <message>
        <source>Find symbols, events, panels, runs and commands</source>
        <translation>Symbole, Ereignisse, Panels, Läufe und Befehle suchen</translation>
    </message>
    <message>
        <source>&amp;All Commands…</source>
        <translation>&amp;Alle Befehle…</translation>
    </message>
    <message>
        <source>Every command of the program, by name</source>
        <translation>Alle Befehle des Programms, nach Namen</translation>
    </message>
    <message>
        <source>As &amp;Of…</source>
        <translation>S&amp;tand vom…</translation>
    </message>
    <message>
        <source>Show only what was known at a time</source>
        <translation>Nur zeigen, was zu einem Zeitpunkt bekannt war</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>What can be done from the keyboard</source>
        <translation>Was sich mit der Tastatur tun lässt</translation>
    </message>
    <message>
        <source>&amp;Copy Debug Information</source>
        <translation>&amp;Diagnoseangaben kopieren</translation>
    </message>
    <message>
        <source>Versions and folders, for a report of a fault</source>
        <translation>Versionen und Ordner, um einen Fehler zu melden</translation>
    </message>
    <message>
        <source>Versions and folders are in the clipboard.</source>
        <translation>Versionen und Ordner sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>&amp;About Foreshock</source>
        <translation>&amp;Über Foreshock</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Foreshock %1: which events in the world move which markets, and can I believe it? Licence GPL-3.0 or later.</source>
        <translation>Foreshock %1: Welche Ereignisse der Welt bewegen welche Märkte, und ist das zu glauben? Lizenz GPL-3.0 oder neuer.</translation>
    </message>
    <message>
        <source>St&amp;arter Data…</source>
        <translation>St&amp;artdaten…</translation>
    </message>
    <message>
        <source>Choose real prices and events that need no key</source>
        <translation>Echte Kurse und Ereignisse wählen, die keinen Schlüssel brauchen</translation>
    </message>
    <message>
        <source>Try to &amp;Fool It</source>
        <translation>&amp;Austricksen</translation>
    </message>
    <message>
        <source>Random dates, real tests: see what is found</source>
        <translation>Zufällige Daten, echte Tests: sehen, was gefunden wird</translation>
    </message>
</context>
<context>
    <name>basepaths</name>
    <message>
        <source>Past paths around the event</source>
        <translation>Vergangene Verläufe um das Ereignis</translation>
    </message>
    <message>
        <source>bars from the event</source>
        <translation>Balken ab dem Ereignis</translation>
    </message>
    <message>
        <source>return (%1)</source>
        <translation>Rendite (%1)</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>The cumulated return around %1 past events and their median, which is %2 at the end.</source>
        <translation>Die kumulierte Rendite um %1 vergangene Ereignisse und ihr Median, der am Ende %2 beträgt.</translation>
    </message>
</context>
<context>
    <name>bookwriter</name>
    <message>
        <source>Put together in the workspace “%1”, snapshot %2, printed %3 UTC</source>
        <translation>Zusammengestellt im Arbeitsbereich „%1“, Stand %2, gedruckt %3 UTC</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>added (UTC)</source>
        <translation>hinzugefügt (UTC)</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>added %1 UTC</source>
        <translation>hinzugefügt %1 UTC</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <source>Workspace %1 · snapshot %2 · %3</source>
        <translation>Arbeitsbereich %1 · Stand %2 · %3</translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation>Der Bericht wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>briefwriter</name>
    <message>
        <source>Brief of %1</source>
        <translation>Bericht von %1</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>p adj.</source>
        <translation>p korr.</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Fired, and what was seen after such events so far</source>
        <translation>Eingetreten, und was nach solchen Ereignissen bisher zu sehen war</translation>
    </message>
    <message>
        <source>known (UTC)</source>
        <translation>bekannt (UTC)</translation>
    </message>
    <message>
        <source>Sources late or failing</source>
        <translation>Quellen, die säumig oder gestört sind</translation>
    </message>
    <message>
        <source>What ran by itself</source>
        <translation>Was von selbst lief</translation>
    </message>
    <message>
        <source>ended (UTC)</source>
        <translation>beendet (UTC)</translation>
    </message>
    <message>
        <source>what</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>said</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>How much was asked</source>
        <translation>Wie viel gefragt wurde</translation>
    </message>
    <message>
        <source>Since the last brief</source>
        <translation>Seit dem letzten Bericht</translation>
    </message>
    <message>
        <source>In this workspace</source>
        <translation>In diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <source>Workspace %1 · snapshot %2 · %3</source>
        <translation>Arbeitsbereich %1 · Stand %2 · %3</translation>
    </message>
    <message>
        <source>Since %1 UTC, printed %2 UTC, snapshot %3</source>
        <translation>Seit %1 UTC, gedruckt %2 UTC, Stand %3</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Validated by later data</source>
        <translation>Durch spätere Daten bestätigt</translation>
    </message>
    <message>
        <source>Decayed</source>
        <translation>Verblasst</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Aufgegeben</translation>
    </message>
</context>
<context>
    <name>chartexport</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 · exported %2 UTC</source>
        <translation>%1 · exportiert %2 UTC</translation>
    </message>
    <message>
        <source>The name of the file must end in .png, .svg, .pdf or .csv; it is “%1”.</source>
        <translation>Der Dateiname muss auf .png, .svg, .pdf oder .csv enden; er lautet „%1“.</translation>
    </message>
    <message>
        <source>The chart could not be written to %1: %2.</source>
        <translation>Der Chart ließ sich nicht nach %1 schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a SHA-256 (64 hexadecimal digits).</source>
        <translation>„%1“ ist kein SHA-256-Wert (64 hexadezimale Ziffern).</translation>
    </message>
    <message>
        <source>“%1” is not a date; write it as 2011-03-11.</source>
        <translation>„%1“ ist kein Datum; als 2011-03-11 schreiben.</translation>
    </message>
    <message>
        <source>“%1” is not a date or time; write it as 2011-03-11 or 2011-03-11T05:46:24Z.</source>
        <translation>„%1“ ist weder Datum noch Uhrzeit; als 2011-03-11 oder 2011-03-11T05:46:24Z schreiben.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>This is not valid JSON: %1 at %2.</source>
        <translation>Dies ist kein gültiges JSON: %1 bei %2.</translation>
    </message>
    <message>
        <source>This is not valid JSON: one value is expected, not %1.</source>
        <translation>Dies ist kein gültiges JSON: Erwartet wird ein Wert, nicht %1.</translation>
    </message>
    <message>
        <source>The key “%1” stands twice in the same object, again at %2; leave one of them out.</source>
        <translation>Der Schlüssel „%1“ steht zweimal im selben Objekt, noch einmal bei %2; einen davon weglassen.</translation>
    </message>
    <message>
        <source>“%1” is not an identifier (UUID).</source>
        <translation>„%1“ ist keine Kennung (UUID).</translation>
    </message>
    <message>
        <source>“%1” is not a time zone this system knows; write it as America/New_York or UTC.</source>
        <translation>„%1“ ist keine Zeitzone, die dieses System kennt; als America/New_York oder UTC schreiben.</translation>
    </message>
    <message>
        <source> · bin %1 of %2</source>
        <translation> · Gruppe %1 von %2</translation>
    </message>
    <message>
        <source> · top minus bottom</source>
        <translation> · oberste minus unterste</translation>
    </message>
    <message>
        <source>The study was cancelled.</source>
        <translation>Die Studie wurde abgebrochen.</translation>
    </message>
    <message>
        <source>“%1” are releases, so their surprise is tested, not the level.</source>
        <translation>„%1“ sind Veröffentlichungen, daher wird ihre Überraschung geprüft, nicht ihre Höhe.</translation>
    </message>
    <message>
        <source>No event in the sample passes the filter of “%1”.</source>
        <translation>Kein Ereignis der Stichprobe besteht den Filter von „%1“.</translation>
    </message>
    <message>
        <source>“%1”: %2 of %3 series have fewer than %4 events in the sample and are not tested.</source>
        <translation>„%1“: %2 von %3 Reihen haben weniger als %4 Ereignisse in der Stichprobe und werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Study, assets.filter: %1</source>
        <translation>Studie, assets.filter: %1</translation>
    </message>
    <message>
        <source>No instrument with bars passes the assets filter “%1”.</source>
        <translation>Kein Instrument mit Balken besteht den Filter der Werte „%1“.</translation>
    </message>
    <message>
        <source>The study names the asset “%1”, which has no %2 bars; did you mean “%3”?</source>
        <translation>Die Studie nennt den Wert „%1“, der keine %2-Balken hat; ist „%3“ gemeint?</translation>
    </message>
    <message>
        <source>The study names the asset “%1”, which has no %2 bars in this workspace; import them or take it out.</source>
        <translation>Die Studie nennt den Wert „%1“, der in diesem Arbeitsbereich keine %2-Balken hat; sie importieren oder den Wert herausnehmen.</translation>
    </message>
    <message>
        <source>There is no watchlist “%1” in this workspace.</source>
        <translation>In diesem Arbeitsbereich gibt es keine Watchlist „%1“.</translation>
    </message>
    <message>
        <source>The watchlist “%1” is empty.</source>
        <translation>Die Watchlist „%1“ ist leer.</translation>
    </message>
    <message>
        <source>The study names no benchmark, so %1 gives the calendar.</source>
        <translation>Die Studie nennt keinen Vergleichsindex, daher gibt %1 den Kalender vor.</translation>
    </message>
    <message>
        <source>The asset “%1” has no %2 bars in the snapshot this study runs on; import them or take it out.</source>
        <translation>Der Wert „%1“ hat in dem Stand, auf dem diese Studie läuft, keine %2-Balken; sie importieren oder den Wert herausnehmen.</translation>
    </message>
    <message>
        <source>The benchmark %1 has %2 bars in the sample and outside the seal; at least %3 are needed: widen the sample or import more bars.</source>
        <translation>Der Vergleichsindex %1 hat %2 Balken in der Stichprobe und außerhalb des Siegels; nötig sind mindestens %3: die Stichprobe erweitern oder mehr Balken importieren.</translation>
    </message>
    <message>
        <source>The window [%1, %2] reaches further than a quarter of the sample&apos;s %3 bars; shorten it or widen the sample.</source>
        <translation>Das Fenster [%1, %2] reicht weiter als ein Viertel der %3 Balken der Stichprobe; es verkürzen oder die Stichprobe erweitern.</translation>
    </message>
    <message>
        <source>Calendar: %1 closes of %2, %3 to %4.</source>
        <translation>Kalender: %1 Schlusskurse von %2, %3 bis %4.</translation>
    </message>
    <message>
        <source>The oldest %1 bars of the sample were dropped for a quick length (&quot;trim&quot;: false keeps them).</source>
        <translation>Die ältesten %1 Balken der Stichprobe wurden für eine schnell zu rechnende Länge weggelassen (&quot;trim&quot;: false behält sie).</translation>
    </message>
    <message>
        <source>Data from %1 on are sealed: searches do not see them.</source>
        <translation>Daten ab %1 sind versiegelt: Suchläufe sehen sie nicht.</translation>
    </message>
    <message>
        <source>null.restrict weekday is for daily bars; use session here.</source>
        <translation>null.restrict weekday gilt für Tagesbalken; hier session verwenden.</translation>
    </message>
    <message>
        <source>The run %1 saw all data: nothing was sealed that could be opened.</source>
        <translation>Der Lauf %1 sah alle Daten: Nichts war versiegelt, das sich öffnen ließe.</translation>
    </message>
    <message>
        <source>The hold-out has fewer than %1 events of this relationship; wait for more.</source>
        <translation>Die Rücklage enthält weniger als %1 Ereignisse dieser Beziehung; auf weitere warten.</translation>
    </message>
    <message>
        <source>No null model can test this relationship on the hold-out.</source>
        <translation>Kein Nullmodell kann diese Beziehung auf der Rücklage prüfen.</translation>
    </message>
    <message>
        <source>The hold-out of this relationship was opened before; it can be opened once only.</source>
        <translation>Die Rücklage dieser Beziehung wurde schon geöffnet; das geht nur einmal.</translation>
    </message>
    <message>
        <source>The test has nothing to test: it needs at least two bars, one pair and a source of returns.</source>
        <translation>Die Prüfung hat nichts zu prüfen: Sie braucht mindestens zwei Balken, ein Paar und eine Quelle von Renditen.</translation>
    </message>
    <message>
        <source>An event series of the test has bars out of order or outside the sample.</source>
        <translation>Eine Ereignisreihe der Prüfung hat Balken in falscher Reihenfolge oder außerhalb der Stichprobe.</translation>
    </message>
    <message>
        <source>A hypothesis of the test names a pair that is not there.</source>
        <translation>Eine Hypothese der Prüfung nennt ein Paar, das es nicht gibt.</translation>
    </message>
    <message>
        <source>A pair of the test names an event series that is not there.</source>
        <translation>Ein Paar der Prüfung nennt eine Ereignisreihe, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The test was cancelled; nothing of it was kept.</source>
        <translation>Die Prüfung wurde abgebrochen; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>Testing by draws</source>
        <translation>Prüfung durch Ziehungen</translation>
    </message>
    <message>
        <source>Matched days test whether an event happened, not its value: use mark_shift for an event series with values.</source>
        <translation>Vergleichstage prüfen, ob ein Ereignis eintrat, nicht seinen Wert: für eine Ereignisreihe mit Werten mark_shift verwenden.</translation>
    </message>
    <message>
        <source>Matched days need one stratum and one flag for each of the %1 bars.</source>
        <translation>Vergleichstage brauchen eine Schicht und ein Kennzeichen für jeden der %1 Balken.</translation>
    </message>
    <message>
        <source>A mark shift moves values along the events: an event series without values has nothing to move; use matched_days.</source>
        <translation>Die Wertverschiebung bewegt Werte entlang der Ereignisse: Eine Ereignisreihe ohne Werte hat nichts zu verschieben; matched_days verwenden.</translation>
    </message>
    <message>
        <source>The blocks of a block shift must cover the sample, and each must be a whole number of %1 bars long.</source>
        <translation>Die Blöcke einer Blockverschiebung müssen die Stichprobe abdecken, und die Balkenzahl eines jeden muss ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>Shifts: only %1 % of them bring half of the events back onto event bars.</source>
        <translation>Verschiebungen: Nur %1 % von ihnen bringen die Hälfte der Ereignisse wieder auf Ereignisbalken.</translation>
    </message>
    <message>
        <source>The values are shifted along the events, because %1 % of the shifts in time bring half of the events back onto event bars.</source>
        <translation>Die Werte werden entlang der Ereignisse verschoben, denn %1 % der zeitlichen Verschiebungen bringen die Hälfte der Ereignisse wieder auf Ereignisbalken.</translation>
    </message>
    <message>
        <source>Not tested: the events come by the calendar, and there are fewer than %1 of them or their values are all the same.</source>
        <translation>Nicht geprüft: Die Ereignisse folgen dem Kalender, und es gibt weniger als %1 davon, oder ihre Werte sind alle gleich.</translation>
    </message>
    <message>
        <source>Compared with the same weekday of the same month, because %1 % of the shifts in time bring half of the events back onto event bars.</source>
        <translation>Verglichen mit demselben Wochentag desselben Monats, denn %1 % der zeitlichen Verschiebungen bringen die Hälfte der Ereignisse wieder auf Ereignisbalken.</translation>
    </message>
    <message>
        <source>Not tested: the events come by the calendar, and fewer than %1 of them have another bar of the same weekday and month to be compared with.</source>
        <translation>Nicht geprüft: Die Ereignisse folgen dem Kalender, und weniger als %1 von ihnen haben einen anderen Balken desselben Wochentags und Monats zum Vergleich.</translation>
    </message>
    <message>
        <source>“%1”: %2 events have no bar in the sample and %3 no value; they are left out.</source>
        <translation>„%1“: %2 Ereignisse haben keinen Balken in der Stichprobe und %3 keinen Wert; sie bleiben außen vor.</translation>
    </message>
    <message>
        <source>pool of %1 assets</source>
        <translation>Pool aus %1 Werten</translation>
    </message>
    <message>
        <source>There is nothing to test: no event series has enough events on bars of an asset in the sample.%1</source>
        <translation>Es gibt nichts zu prüfen: Keine Ereignisreihe hat genug Ereignisse auf Balken eines Werts in der Stichprobe.%1</translation>
    </message>
    <message>
        <source>%1 pairs of events and asset have too few events with a price and are not tested.</source>
        <translation>%1 Paare aus Ereignissen und Wert haben zu wenige Ereignisse mit einem Preis und werden nicht geprüft.</translation>
    </message>
    <message>
        <source>Measuring what was found</source>
        <translation>Gefundenes wird vermessen</translation>
    </message>
    <message>
        <source>%1 has the close %2 on %3, where %4 returns do not exist: set returns.kind to %5.</source>
        <translation>%1 hat am %3 den Schlusskurs %2, für den es keine %4-Renditen gibt: returns.kind auf %5 setzen.</translation>
    </message>
    <message>
        <source>simple or diff</source>
        <translation>simple oder diff</translation>
    </message>
    <message>
        <source>diff</source>
        <translation>diff</translation>
    </message>
    <message>
        <source>%1 is the benchmark itself, so its returns are mean-adjusted.</source>
        <translation>%1 ist selbst der Vergleichsindex, daher sind seine Renditen mittelwertbereinigt.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1 of %2 hypotheses were asked before on an overlapping sample; they keep their first verdict.</source>
        <translation>%1 von %2 Hypothesen wurden schon auf einer überlappenden Stichprobe gefragt; sie behalten ihr erstes Urteil.</translation>
    </message>
    <message>
        <source>%1 significant where chance alone gives %2; %3 candidates where chance gives %4.</source>
        <translation>%1 signifikant, wo der Zufall allein %2 ergibt; %3 Kandidaten, wo der Zufall %4 ergibt.</translation>
    </message>
    <message>
        <source>The scan has nothing to test: it needs at least two bars, one pair and a source of returns.</source>
        <translation>Der Suchlauf hat nichts zu prüfen: Er braucht mindestens zwei Balken, ein Paar und eine Quelle von Renditen.</translation>
    </message>
    <message>
        <source>The scan takes at most %1 bars; the study has %2. Use longer bars or a shorter sample.</source>
        <translation>Der Suchlauf fasst höchstens %1 Balken; die Studie hat %2. Längere Balken oder eine kürzere Stichprobe verwenden.</translation>
    </message>
    <message>
        <source>The restricted shifts need a number of bars that is a multiple of %1; there are %2.</source>
        <translation>Die eingeschränkten Verschiebungen brauchen eine Balkenzahl, die ein Vielfaches von %1 ist; es sind %2.</translation>
    </message>
    <message>
        <source>An event series of the scan has bars out of order or outside the sample.</source>
        <translation>Eine Ereignisreihe des Suchlaufs hat Balken in falscher Reihenfolge oder außerhalb der Stichprobe.</translation>
    </message>
    <message>
        <source>A pair of the scan names an event series or an asset that is not there.</source>
        <translation>Ein Paar des Suchlaufs nennt eine Ereignisreihe oder einen Wert, die es nicht gibt.</translation>
    </message>
    <message>
        <source>A unit of the scan names a window length or a pair that is not there.</source>
        <translation>Eine Einheit des Suchlaufs nennt eine Fensterlänge oder ein Paar, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Suchlauf</translation>
    </message>
    <message>
        <source>matched_days re-dates events and cannot test the values of “%1”; use mark_shift or auto.</source>
        <translation>matched_days datiert Ereignisse um und kann die Werte von „%1“ nicht prüfen; mark_shift oder auto verwenden.</translation>
    </message>
    <message>
        <source>mark_shift moves values along the events, and “%1” has none; use matched_days or auto.</source>
        <translation>mark_shift bewegt Werte entlang der Ereignisse, und „%1“ hat keine; matched_days oder auto verwenden.</translation>
    </message>
    <message>
        <source>block_shift is for families of at most 1,000,000 hypotheses; use circular_shift.</source>
        <translation>block_shift ist für Familien von höchstens 1.000.000 Hypothesen; circular_shift verwenden.</translation>
    </message>
    <message>
        <source>“%1” is not a known basis; use published, observed, scheduled or estimated.</source>
        <translation>„%1“ ist keine bekannte Grundlage; möglich sind published, observed, scheduled und estimated.</translation>
    </message>
    <message>
        <source>“%1” is not a precision; use instant or day.</source>
        <translation>„%1“ ist keine Genauigkeit; möglich sind instant und day.</translation>
    </message>
    <message>
        <source>expected == for “is equal to”, found a single =.</source>
        <translation>für „ist gleich“ wird == erwartet, gefunden wurde ein einzelnes =.</translation>
    </message>
    <message>
        <source>expected %1%1, found a single %1.</source>
        <translation>%1%1 erwartet, ein einzelnes %1 gefunden.</translation>
    </message>
    <message>
        <source>the control character U+%1 does not belong here.</source>
        <translation>das Steuerzeichen U+%1 gehört nicht hierher.</translation>
    </message>
    <message>
        <source>expected a field, a word or a value, found “%1”; put text with special characters in quotes.</source>
        <translation>ein Feld, ein Wort oder ein Wert wird erwartet, gefunden wurde „%1“; Text mit Sonderzeichen in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>the quote that opens here is never closed.</source>
        <translation>das Anführungszeichen, das hier öffnet, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>expected a key after “meta.”, as in meta.depth or meta.&quot;two words&quot;.</source>
        <translation>nach „meta.“ wird ein Schlüssel erwartet, wie in meta.depth oder meta.&quot;zwei Wörter&quot;.</translation>
    </message>
    <message>
        <source>a key of meta cannot hold a quote, a backslash or a control character.</source>
        <translation>ein Schlüssel von meta kann kein Anführungszeichen, keinen Rückstrich und kein Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>“%1” is not a date; write 2011-03-11 or 2011-03-11T05:46:24Z.</source>
        <translation>„%1“ ist kein Datum; 2011-03-11 oder 2011-03-11T05:46:24Z schreiben.</translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a relative time; write -5.5, 10k, or -7d with min, h, d or w.</source>
        <translation>„%1“ ist weder eine Zahl noch eine relative Zeit; -5.5, 10k oder -7d mit min, h, d oder w schreiben.</translation>
    </message>
    <message>
        <source>this ) closes nothing.</source>
        <translation>diese ) schließt nichts.</translation>
    </message>
    <message>
        <source>expected “and”, “or” or the end, found %1; put a phrase of several words in quotes.</source>
        <translation>„and“, „or“ oder das Ende wird erwartet, gefunden wurde %1; mehrere Wörter in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>parentheses are nested more than %1 deep; write the filter flatter.</source>
        <translation>Klammern sind mehr als %1-fach geschachtelt; den Filter flacher schreiben.</translation>
    </message>
    <message>
        <source>expected “and”, “or” or the ) of column %1, found %2.</source>
        <translation>„and“, „or“ oder die ) zu Spalte %1 wird erwartet, gefunden wurde %2.</translation>
    </message>
    <message>
        <source>expected a field, a word or “(”, found %1.</source>
        <translation>ein Feld, ein Wort oder „(“ wird erwartet, gefunden wurde %1.</translation>
    </message>
    <message>
        <source>there is nothing between the quotes to search for.</source>
        <translation>zwischen den Anführungszeichen steht nichts, wonach zu suchen wäre.</translation>
    </message>
    <message>
        <source>“%1” works on text, and %2 is not one; use == != &lt; &lt;= &gt; &gt;= or in.</source>
        <translation>„%1“ wirkt auf Text, und %2 ist keiner; == != &lt; &lt;= &gt; &gt;= oder in verwenden.</translation>
    </message>
    <message>
        <source>“%1” is not a field; did you mean %2?</source>
        <translation>„%1“ ist kein Feld; ist %2 gemeint?</translation>
    </message>
    <message>
        <source>expected a field before the operator, found %1; the fields are %2 and meta.KEY.</source>
        <translation>vor dem Operator wird ein Feld erwartet, gefunden wurde %1; die Felder sind %2 und meta.KEY.</translation>
    </message>
    <message>
        <source>expected a text, found %1.</source>
        <translation>ein Text wird erwartet, gefunden wurde %1.</translation>
    </message>
    <message>
        <source>expected a number for %1, found %2.</source>
        <translation>für %1 wird eine Zahl erwartet, gefunden wurde %2.</translation>
    </message>
    <message>
        <source>%1 is not a time, so %2 cannot be compared with it; put it in quotes if it is a text.</source>
        <translation>%1 ist keine Zeit, daher lässt sich %2 nicht damit vergleichen; in Anführungszeichen setzen, wenn es ein Text ist.</translation>
    </message>
    <message>
        <source>a set belongs after “in”, as in %1 in {a, b}.</source>
        <translation>nach „in“ gehört eine Menge, wie in %1 in {a, b}.</translation>
    </message>
    <message>
        <source>“%1” leaves the years 1 to 9999.</source>
        <translation>„%1“ verlässt die Jahre 1 bis 9999.</translation>
    </message>
    <message>
        <source>expected a date or time for %1, as in 2011-03-11, 2011-03-11T05:46:24Z or -7d, found %2.</source>
        <translation>für %1 wird ein Datum oder eine Zeit erwartet, wie in 2011-03-11, 2011-03-11T05:46:24Z oder -7d, gefunden wurde %2.</translation>
    </message>
    <message>
        <source>expected a set such as {a, b} or {1..5} after “in”, found %1.</source>
        <translation>nach „in“ wird eine Menge wie {a, b} oder {1..5} erwartet, gefunden wurde %1.</translation>
    </message>
    <message>
        <source>a range needs two numbers or two dates; list texts one by one.</source>
        <translation>ein Bereich braucht zwei Zahlen oder zwei Datumsangaben; Texte einzeln aufzählen.</translation>
    </message>
    <message>
        <source>this range is empty: its end is before its beginning.</source>
        <translation>dieser Bereich ist leer: Sein Ende liegt vor seinem Anfang.</translation>
    </message>
    <message>
        <source>expected “,”, “..” or “}” in the set, found %1.</source>
        <translation>„,“, „..“ oder „}“ wird in der Menge erwartet, gefunden wurde %1.</translation>
    </message>
    <message>
        <source>The filter is longer than 1 MiB; import a long list as a watchlist instead.</source>
        <translation>Der Filter ist länger als 1 MiB; eine lange Liste stattdessen als Watchlist importieren.</translation>
    </message>
    <message>
        <source>The filter is not valid UTF-8 text.</source>
        <translation>Der Filter ist kein gültiger UTF-8-Text.</translation>
    </message>
    <message>
        <source>a NUL character cannot be part of a filter.</source>
        <translation>ein NUL-Zeichen kann nicht Teil eines Filters sein.</translation>
    </message>
    <message>
        <source>A pattern after “matches” is longer than %1 bytes.</source>
        <translation>Ein Muster nach „matches“ ist länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>The pattern “%1” cannot be used (%2).</source>
        <translation>Das Muster „%1“ ist nicht verwendbar (%2).</translation>
    </message>
    <message>
        <source>“%1” is not a length of time; write a whole number and s, m, h, d or w, such as 5d.</source>
        <translation>„%1“ ist keine Zeitdauer; eine ganze Zahl und s, m, h, d oder w schreiben, etwa 5d.</translation>
    </message>
    <message>
        <source>use one of: %1.</source>
        <translation>möglich ist: %1.</translation>
    </message>
    <message>
        <source>did you mean “%1”?</source>
        <translation>ist „%1“ gemeint?</translation>
    </message>
    <message>
        <source>Study, %1: %2</source>
        <translation>Studie, %1: %2</translation>
    </message>
    <message>
        <source>an object in braces is expected here.</source>
        <translation>hier wird ein Objekt in geschweiften Klammern erwartet.</translation>
    </message>
    <message>
        <source>“%1” is not a key here; %2</source>
        <translation>„%1“ ist hier kein Schlüssel; %2</translation>
    </message>
    <message>
        <source>“%1” is not known here; %2</source>
        <translation>„%1“ ist hier nicht bekannt; %2</translation>
    </message>
    <message>
        <source>a word is expected here; %1</source>
        <translation>hier wird ein Wort erwartet; %1</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected here.</source>
        <translation>hier wird eine Zahl von %1 bis %2 erwartet.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected here.</source>
        <translation>hier wird eine ganze Zahl von %1 bis %2 erwartet.</translation>
    </message>
    <message>
        <source>true or false is expected here.</source>
        <translation>hier wird true oder false erwartet.</translation>
    </message>
    <message>
        <source>a list in brackets with at least one entry is expected here.</source>
        <translation>hier wird eine Liste in eckigen Klammern mit mindestens einem Eintrag erwartet.</translation>
    </message>
    <message>
        <source>“%1” is in this list twice.</source>
        <translation>„%1“ steht zweimal in dieser Liste.</translation>
    </message>
    <message>
        <source>this event definition has no “filter”; write for example &quot;filter&quot;: &quot;source == usgs&quot;.</source>
        <translation>dieser Ereignisdefinition fehlt „filter“; zum Beispiel &quot;filter&quot;: &quot;source == usgs&quot; schreiben.</translation>
    </message>
    <message>
        <source>a filter is a text in quotes.</source>
        <translation>ein Filter ist ein Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>“%1” is not a field that events can be split by; %2, or meta.KEY.</source>
        <translation>„%1“ ist kein Feld, nach dem sich Ereignisse teilen lassen; %2, oder meta.KEY.</translation>
    </message>
    <message>
        <source>the key “events” is missing: say which events are asked about.</source>
        <translation>der Schlüssel „events“ fehlt: angeben, nach welchen Ereignissen gefragt wird.</translation>
    </message>
    <message>
        <source>“events” is a list with at least one event definition in braces.</source>
        <translation>„events“ ist eine Liste mit mindestens einer Ereignisdefinition in geschweiften Klammern.</translation>
    </message>
    <message>
        <source>two event definitions are called “%1”; give each its own name.</source>
        <translation>zwei Ereignisdefinitionen heißen „%1“; jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
        <source>the key “assets” is missing: say which assets are asked about.</source>
        <translation>der Schlüssel „assets“ fehlt: angeben, nach welchen Werten gefragt wird.</translation>
    </message>
    <message>
        <source>“assets” takes either “filter” or “watchlist”.</source>
        <translation>„assets“ nimmt entweder „filter“ oder „watchlist“.</translation>
    </message>
    <message>
        <source>“%1” is a list of whole numbers, such as [1, 5, 21].</source>
        <translation>„%1“ ist eine Liste ganzer Zahlen, etwa [1, 5, 21].</translation>
    </message>
    <message>
        <source>“windows” is a list of pairs such as [[0, 0], [1, 5]], or {&quot;lengths&quot;: […], &quot;lags&quot;: […]}.</source>
        <translation>„windows“ ist eine Liste von Paaren wie [[0, 0], [1, 5]], oder {&quot;lengths&quot;: […], &quot;lags&quot;: […]}.</translation>
    </message>
    <message>
        <source>a window is a pair [first, last] of bars after the event bar, such as [1, 5].</source>
        <translation>ein Fenster ist ein Paar [erster, letzter] von Balken nach dem Ereignisbalken, etwa [1, 5].</translation>
    </message>
    <message>
        <source>the window [%1, %2] ends before it begins; write [%2, %1] if that is meant.</source>
        <translation>das Fenster [%1, %2] endet, bevor es beginnt; [%2, %1] schreiben, wenn das gemeint ist.</translation>
    </message>
    <message>
        <source>quantiles are of value, change or surprise.</source>
        <translation>Quantile gibt es von value, change oder surprise.</translation>
    </message>
    <message>
        <source>“report” is a list of each and top_minus_bottom.</source>
        <translation>„report“ ist eine Liste aus each und top_minus_bottom.</translation>
    </message>
    <message>
        <source>the model “factors” needs “factors”: a list of one to ten symbols whose returns explain the asset&apos;s.</source>
        <translation>das Modell „factors“ braucht „factors“: eine Liste von einem bis zehn Symbolen, deren Renditen die des Werts erklären.</translation>
    </message>
    <message>
        <source>the sample ends before it begins.</source>
        <translation>die Stichprobe endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>“schedule” is a text such as &quot;daily 02:00 America/New_York&quot; or {&quot;after&quot;: &quot;fred&quot;}.</source>
        <translation>„schedule“ ist ein Text wie &quot;daily 02:00 America/New_York&quot; oder {&quot;after&quot;: &quot;fred&quot;}.</translation>
    </message>
    <message>
        <source>the seed is a whole number.</source>
        <translation>der Startwert ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>quantile_spread needs the key “quantile”, such as {&quot;of&quot;: &quot;value&quot;, &quot;bins&quot;: 5}.</source>
        <translation>quantile_spread braucht den Schlüssel „quantile“, etwa {&quot;of&quot;: &quot;value&quot;, &quot;bins&quot;: 5}.</translation>
    </message>
    <message>
        <source>pooling over assets needs “pair”: &quot;entity&quot; or &quot;linked&quot;, so that each event has its own asset.</source>
        <translation>das Zusammenfassen von Werten braucht „pair“: &quot;entity&quot; oder &quot;linked&quot;, damit jedes Ereignis seinen eigenen Wert hat.</translation>
    </message>
    <message>
        <source>the response %1 can be raw or mean_adjusted.</source>
        <translation>die Reaktion %1 kann raw oder mean_adjusted sein.</translation>
    </message>
    <message>
        <source>a slope needs something that varies: use the weight value, change, surprise or count.</source>
        <translation>eine Steigung braucht etwas, das schwankt: als Gewicht value, change, surprise oder count verwenden.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is a folder: name the files in it.</source>
        <translation>%1 ist ein Ordner: die Dateien darin nennen.</translation>
    </message>
    <message>
        <source>%1 is not a file that can be imported.</source>
        <translation>%1 ist keine Datei, die sich importieren lässt.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to import.</source>
        <translation>%1 ist leer; es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked: there is no memory for it.</source>
        <translation>%1 lässt sich nicht entpacken: Der Speicher reicht dafür nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read to its end: %2.</source>
        <translation>%1 ist nicht bis zum Ende lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; split it and import the parts.</source>
        <translation>%1 ist größer als %2 MB; die Datei teilen und die Teile importieren.</translation>
    </message>
    <message>
        <source>%1 is cut off: its gzip data ends in the middle; fetch it again.</source>
        <translation>%1 ist abgeschnitten: Die gzip-Daten enden mittendrin; die Datei erneut holen.</translation>
    </message>
    <message>
        <source>%1 is damaged: its gzip data does not match its checksum; fetch it again.</source>
        <translation>%1 ist beschädigt: Die gzip-Daten passen nicht zu ihrer Prüfsumme; die Datei erneut holen.</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2 MB from %3 kB, as no real table does; unpack it yourself if you trust it.</source>
        <translation>%1 wird beim Entpacken aus %3 kB größer als %2 MB, wie keine echte Tabelle; bei Vertrauen selbst entpacken.</translation>
    </message>
    <message>
        <source>%1: %2%3</source>
        <translation>%1: %2%3</translation>
    </message>
    <message>
        <source>%1 is larger than 1 GB; as JSON it must fit in memory, so split it or save it as CSV.</source>
        <translation>%1 ist größer als 1 GB; JSON muss in den Speicher passen, also die Datei teilen oder als CSV speichern.</translation>
    </message>
    <message>
        <source>%1 has no header that can be read: its first line is too long or has too many columns.</source>
        <translation>%1 hat keine lesbare Kopfzeile: Die erste Zeile ist zu lang oder hat zu viele Spalten.</translation>
    </message>
    <message>
        <source>%1 holds no rows; there is nothing to import.</source>
        <translation>%1 enthält keine Zeilen; es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>%1 is a Parquet file, and there is no program here to read it.</source>
        <translation>%1 ist eine Parquet-Datei, und hier gibt es kein Programm, das sie liest.</translation>
    </message>
    <message>
        <source>Keeping %1</source>
        <translation>%1 wird aufbewahrt</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>%1 wird importiert</translation>
    </message>
    <message>
        <source>Storing %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Nobody reads the rows any more.</source>
        <translation>Niemand liest die Zeilen mehr.</translation>
    </message>
    <message>
        <source>No pipe could be made to read %1.</source>
        <translation>Zum Lesen von %1 ließ sich keine Pipe anlegen.</translation>
    </message>
    <message>
        <source>The reader of Parquet files (%1) could not be started: %2.</source>
        <translation>Der Leser für Parquet-Dateien (%1) ließ sich nicht starten: %2.</translation>
    </message>
    <message>
        <source>%1 could not be read: its reader was stopped, so the file is damaged or needs too much memory or time.</source>
        <translation>%1 war nicht lesbar: Der Leser wurde angehalten, die Datei ist also beschädigt oder braucht zu viel Speicher oder Zeit.</translation>
    </message>
    <message>
        <source>The rest is not wanted.</source>
        <translation>Der Rest wird nicht gebraucht.</translation>
    </message>
    <message>
        <source>The provider of %1 gives no adjusted close; adjust by the known corporate actions.</source>
        <translation>Der Anbieter von %1 liefert keinen bereinigten Schlusskurs; mit den bekannten Kapitalmaßnahmen bereinigen.</translation>
    </message>
    <message>
        <source>The corporate action of %1 on %2 has the factor %3; a factor must be above zero.</source>
        <translation>Die Kapitalmaßnahme von %1 am %2 hat den Faktor %3; ein Faktor muss über null liegen.</translation>
    </message>
    <message>
        <source>%1 (%2) and %3 (%4) cannot be joined: the action does not rename one into the other at one interval.</source>
        <translation>%1 (%2) und %3 (%4) lassen sich nicht verbinden: Die Maßnahme benennt nicht den einen bei gleichem Intervall in den anderen um.</translation>
    </message>
    <message>
        <source>“%1” is not a bar interval; write it as 1m, 5m, 1h, 1d, or fib5 for five times the stored one.</source>
        <translation>„%1“ ist kein Balkenintervall; als 1m, 5m, 1h, 1d schreiben, oder fib5 für das Fünffache des gespeicherten.</translation>
    </message>
    <message>
        <source>“%1” is not a Fibonacci interval; write fib1, fib2, fib3, fib5, fib8 and so on.</source>
        <translation>„%1“ ist kein Fibonacci-Intervall; fib1, fib2, fib3, fib5, fib8 und so weiter schreiben.</translation>
    </message>
    <message>
        <source>Bars of %1 at %2 cannot be made of the stored bars of %3; ask for a multiple of it.</source>
        <translation>Balken von %1 zu %2 lassen sich nicht aus den gespeicherten Balken von %3 bilden; ein Vielfaches davon verlangen.</translation>
    </message>
    <message>
        <source>There is no trading calendar “%1”; known are %2.</source>
        <translation>Es gibt keinen Handelskalender „%1“; bekannt sind %2.</translation>
    </message>
    <message>
        <source>The trading calendar %1 knows the days from %2 to %3, not %4 to %5; ask within that range.</source>
        <translation>Der Handelskalender %1 kennt die Tage von %2 bis %3, nicht %4 bis %5; innerhalb dieses Bereichs fragen.</translation>
    </message>
    <message>
        <source>the column “%1” is missing; there are %2</source>
        <translation>die Spalte „%1“ fehlt; es gibt %2</translation>
    </message>
    <message>
        <source>08:30 New York on the day the Employment Situation is due by rule; delayed releases are not told.</source>
        <translation>08:30 New York an dem Tag, an dem der US-Arbeitsmarktbericht nach der Regel fällig ist; verspätete Veröffentlichungen sind nicht vermerkt.</translation>
    </message>
    <message>
        <source>New York close of the third Friday, or of the session before it on a holiday.</source>
        <translation>New Yorker Börsenschluss des dritten Freitags, an Feiertagen der Sitzung davor.</translation>
    </message>
    <message>
        <source>Option expiry of March, June, September and December.</source>
        <translation>Optionsverfall im März, Juni, September und Dezember.</translation>
    </message>
    <message>
        <source>New York close of the last session of the month.</source>
        <translation>New Yorker Börsenschluss der letzten Sitzung des Monats.</translation>
    </message>
    <message>
        <source>New York close of the last session of the quarter.</source>
        <translation>New Yorker Börsenschluss der letzten Sitzung des Quartals.</translation>
    </message>
    <message>
        <source>Weekdays on which an exchange is closed as known in advance; the exchange is the entity.</source>
        <translation>Wochentage, an denen eine Börse, wie vorab bekannt, geschlossen ist; die Börse ist die Entität.</translation>
    </message>
    <message>
        <source>The instant at which clocks change in the US or the EU; the value is the minutes gained.</source>
        <translation>Der Zeitpunkt, zu dem in den USA oder der EU die Uhren umgestellt werden; der Wert sind die gewonnenen Minuten.</translation>
    </message>
    <message>
        <source>The instant of new moon, to about a minute.</source>
        <translation>Der Zeitpunkt des Neumonds, auf etwa eine Minute.</translation>
    </message>
    <message>
        <source>The instant of full moon, to about a minute.</source>
        <translation>Der Zeitpunkt des Vollmonds, auf etwa eine Minute.</translation>
    </message>
    <message>
        <source>Midnight in New York at which a Friday the 13th begins.</source>
        <translation>Mitternacht in New York, mit der ein Freitag, der 13., beginnt.</translation>
    </message>
    <message>
        <source>19:00 New York on the federal election day of every even year.</source>
        <translation>19:00 New York am Tag der Bundeswahl jedes geraden Jahres.</translation>
    </message>
    <message>
        <source>Scheduled decisions of the Federal Reserve, 1994 to 2026, at their time of announcement.</source>
        <translation>Planmäßige Entscheidungen der Federal Reserve, 1994 bis 2026, zur Zeit ihrer Bekanntgabe.</translation>
    </message>
    <message>
        <source>Changes of the federal funds target, 1994 to 2025; the value is the change in percentage points.</source>
        <translation>Änderungen des Leitzinsziels der Federal Reserve, 1994 bis 2025; der Wert ist die Änderung in Prozentpunkten.</translation>
    </message>
    <message>
        <source>First day of a business-cycle peak month since 1980, known from the committee&apos;s announcement.</source>
        <translation>Erster Tag eines Monats mit Konjunkturhöhepunkt seit 1980, bekannt ab der Bekanntgabe des Ausschusses.</translation>
    </message>
    <message>
        <source>First day of a business-cycle trough month since 1980, known from the committee&apos;s announcement.</source>
        <translation>Erster Tag eines Monats mit Konjunkturtiefpunkt seit 1980, bekannt ab der Bekanntgabe des Ausschusses.</translation>
    </message>
    <message>
        <source>The calendar has no event type “%1”; it has %2.</source>
        <translation>Der Kalender hat keine Ereignisart „%1“; er hat %2.</translation>
    </message>
    <message>
        <source>Calendar events are known from %1 to %2; ask for days within.</source>
        <translation>Kalenderereignisse sind von %1 bis %2 bekannt; nach Tagen innerhalb fragen.</translation>
    </message>
    <message>
        <source>“%1” is not a date pattern: “%2” stands for nothing; write for example YYYY-MM-DD hh:mm:ss</source>
        <translation>„%1“ ist kein Datumsmuster: „%2“ steht für nichts; zum Beispiel YYYY-MM-DD hh:mm:ss schreiben</translation>
    </message>
    <message>
        <source>“%1” is not a date pattern: it has no year; write for example YYYY-MM-DD</source>
        <translation>„%1“ ist kein Datumsmuster: Es hat kein Jahr; zum Beispiel YYYY-MM-DD schreiben</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it is not a JSON object (%1)</source>
        <translation>es ist kein JSON-Objekt (%1)</translation>
    </message>
    <message>
        <source>an object is expected in the list that goes on here</source>
        <translation>in der Liste, die hier weitergeht, wird ein Objekt erwartet</translation>
    </message>
    <message>
        <source>it is not JSON (%1)</source>
        <translation>es ist kein JSON (%1)</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>JSON to import is a list of objects, an object that holds one, or one object per line</source>
        <translation>JSON zum Import ist eine Liste von Objekten, ein Objekt, das eine enthält, oder ein Objekt je Zeile</translation>
    </message>
    <message>
        <source>“%1” is not a weekday; write Monday to Sunday</source>
        <translation>„%1“ ist kein Wochentag; Monday bis Sunday schreiben</translation>
    </message>
    <message>
        <source>“%1” is not a span of time; write it as 20m, 18h or 45d</source>
        <translation>„%1“ ist keine Zeitspanne; als 20m, 18h oder 45d schreiben</translation>
    </message>
    <message>
        <source>“%1” is not a time of day; write it as 10:30</source>
        <translation>„%1“ ist keine Uhrzeit; als 10:30 schreiben</translation>
    </message>
    <message>
        <source>the version must be a whole number from 1 to 999</source>
        <translation>die Version muss eine ganze Zahl von 1 bis 999 sein</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1 is not a date of the form this preset reads</source>
        <translation>%1 ist kein Datum in der Form, die diese Vorlage liest</translation>
    </message>
    <message>
        <source>%1 is before %2 or after 2199, so probably mistyped</source>
        <translation>%1 liegt vor %2 oder nach 2199, ist also wohl vertippt</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 is a number too large to hold</source>
        <translation>%1 ist eine zu große Zahl</translation>
    </message>
    <message>
        <source>%1 is empty or marked missing</source>
        <translation>%1 ist leer oder als fehlend gekennzeichnet</translation>
    </message>
    <message>
        <source>%1 has a word that the preset does not know</source>
        <translation>%1 enthält ein Wort, das die Vorlage nicht kennt</translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation>%1 ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>left out by the preset&apos;s test of %1</source>
        <translation>durch die Bedingung der Vorlage an %1 ausgelassen</translation>
    </message>
    <message>
        <source>the row holds no value</source>
        <translation>die Zeile enthält keinen Wert</translation>
    </message>
    <message>
        <source>the row has not as many columns as the header</source>
        <translation>die Zeile hat nicht so viele Spalten wie die Kopfzeile</translation>
    </message>
    <message>
        <source>the record is longer than 4 MB</source>
        <translation>der Datensatz ist länger als 4 MB</translation>
    </message>
    <message>
        <source>the record has more than 10,000 columns</source>
        <translation>der Datensatz hat mehr als 10.000 Spalten</translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation>ein Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>the row holds a zero byte</source>
        <translation>die Zeile enthält ein Null-Byte</translation>
    </message>
    <message>
        <source>The preset %1 does not fit: %2.</source>
        <translation>Die Vorlage %1 passt nicht: %2.</translation>
    </message>
    <message>
        <source>%1, %2: %3%4</source>
        <translation>%1, %2: %3%4</translation>
    </message>
    <message>
        <source>an object {…} is expected here</source>
        <translation>hier wird ein Objekt {…} erwartet</translation>
    </message>
    <message>
        <source>“%1” must be a text in quotes</source>
        <translation>„%1“ muss ein Text in Anführungszeichen sein</translation>
    </message>
    <message>
        <source>the key “%1” is missing</source>
        <translation>der Schlüssel „%1“ fehlt</translation>
    </message>
    <message>
        <source>“%1” must be true or false</source>
        <translation>„%1“ muss true oder false sein</translation>
    </message>
    <message>
        <source>“%1” must be a number</source>
        <translation>„%1“ muss eine Zahl sein</translation>
    </message>
    <message>
        <source>“%1” must be a whole number</source>
        <translation>„%1“ muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>a text in quotes is expected in “%1”</source>
        <translation>in „%1“ wird ein Text in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>“%1” must be a text or a list of texts</source>
        <translation>„%1“ muss ein Text oder eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>unknown key “%1”; known here are %2</source>
        <translation>unbekannter Schlüssel „%1“; hier bekannt sind %2</translation>
    </message>
    <message>
        <source>“%1” is not known here; write one of %2</source>
        <translation>„%1“ ist hier nicht bekannt; möglich sind %2</translation>
    </message>
    <message>
        <source>a test needs one of in, not_in, contains, starts_with, not_empty</source>
        <translation>eine Bedingung braucht eines von in, not_in, contains, starts_with, not_empty</translation>
    </message>
    <message>
        <source>a text needs one of column, is, series_name, file_name</source>
        <translation>ein Text braucht eines von column, is, series_name, file_name</translation>
    </message>
    <message>
        <source>“split” must be a single character</source>
        <translation>„split“ muss ein einzelnes Zeichen sein</translation>
    </message>
    <message>
        <source>“exact” and “optional” are for a text of a single column</source>
        <translation>„exact“ und „optional“ sind für einen Text aus einer einzigen Spalte</translation>
    </message>
    <message>
        <source>“middle” names two columns</source>
        <translation>„middle“ nennt zwei Spalten</translation>
    </message>
    <message>
        <source>a date needs its column</source>
        <translation>ein Datum braucht seine Spalte</translation>
    </message>
    <message>
        <source>a date needs its format, for example YYYY-MM-DD</source>
        <translation>ein Datum braucht sein Format, zum Beispiel YYYY-MM-DD</translation>
    </message>
    <message>
        <source>where the file does not say when an event was known, its basis can only be estimated or scheduled</source>
        <translation>wo die Datei nicht sagt, ab wann ein Ereignis bekannt war, kann die Grundlage nur estimated oder scheduled sein</translation>
    </message>
    <message>
        <source>there is no lag rule “%1” in lags.json</source>
        <translation>in lags.json gibt es keine Verzugsregel „%1“</translation>
    </message>
    <message>
        <source>there is no release rule “%1” in lags.json</source>
        <translation>in lags.json gibt es keine Veröffentlichungsregel „%1“</translation>
    </message>
    <message>
        <source>a metadata key has only a to z, 0 to 9 and _</source>
        <translation>ein Metadatenschlüssel hat nur a bis z, 0 bis 9 und _</translation>
    </message>
    <message>
        <source>an event needs its “event_type”</source>
        <translation>ein Ereignis braucht seinen „event_type“</translation>
    </message>
    <message>
        <source>“meta” and “metadata” exclude each other</source>
        <translation>„meta“ und „metadata“ schließen einander aus</translation>
    </message>
    <message>
        <source>the close must be after the open</source>
        <translation>der Schluss muss nach der Eröffnung liegen</translation>
    </message>
    <message>
        <source>the interval is empty; write for example 1d, 5m or 1m</source>
        <translation>das Intervall ist leer; zum Beispiel 1d, 5m oder 1m schreiben</translation>
    </message>
    <message>
        <source>bars need at least “symbol” and “close”</source>
        <translation>Balken brauchen mindestens „symbol“ und „close“</translation>
    </message>
    <message>
        <source>“symbol” is missing</source>
        <translation>„symbol“ fehlt</translation>
    </message>
    <message>
        <source>a preset needs its “header”: the list of the file&apos;s columns</source>
        <translation>eine Vorlage braucht ihren „header“: die Liste der Spalten der Datei</translation>
    </message>
    <message>
        <source>the version must be a whole number from 1 to 999999</source>
        <translation>die Version muss eine ganze Zahl von 1 bis 999999 sein</translation>
    </message>
    <message>
        <source>the delimiter must be a single character</source>
        <translation>das Trennzeichen muss ein einzelnes Zeichen sein</translation>
    </message>
    <message>
        <source>an id that is a UUID stands in a single column</source>
        <translation>eine ID, die eine UUID ist, steht in einer einzigen Spalte</translation>
    </message>
    <message>
        <source>a preset of events needs the list “events”</source>
        <translation>eine Vorlage für Ereignisse braucht die Liste „events“</translation>
    </message>
    <message>
        <source>the event has no “date”, and neither has the preset</source>
        <translation>das Ereignis hat kein „date“, und die Vorlage auch nicht</translation>
    </message>
    <message>
        <source>a preset of events needs “id”: the columns that name a record</source>
        <translation>eine Vorlage für Ereignisse braucht „id“: die Spalten, die einen Datensatz benennen</translation>
    </message>
    <message>
        <source>; the nearest, %1, also needs %2</source>
        <translation>; die nächstliegende, %1, braucht auch %2</translation>
    </message>
    <message>
        <source>; the nearest, %1, has no %2</source>
        <translation>; die nächstliegende, %1, hat kein %2</translation>
    </message>
    <message>
        <source>; the nearest, %1, has its columns in another order</source>
        <translation>; die nächstliegende, %1, hat ihre Spalten in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>The preset %1 cannot be read.</source>
        <translation>Die Vorlage %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no preset “%1” for this import; there are %2.</source>
        <translation>Es gibt keine Vorlage „%1“ für diesen Import; es gibt %2.</translation>
    </message>
    <message>
        <source>%1 could be read by several presets: %2; choose one with --preset.</source>
        <translation>%1 ist mit mehreren Vorlagen lesbar: %2; eine mit --preset wählen.</translation>
    </message>
    <message>
        <source>%1 is not a file for this import, but %2 can read it: use import %3.</source>
        <translation>%1 ist keine Datei für diesen Import, aber %2 kann sie lesen: import %3 verwenden.</translation>
    </message>
    <message>
        <source>No preset knows the header of %1 (%2)%3; name one with --preset or write your own.</source>
        <translation>Keine Vorlage kennt die Kopfzeile von %1 (%2)%3; eine mit --preset nennen oder selbst schreiben.</translation>
    </message>
    <message>
        <source>line %1 holds bytes that are not UTF-8; save the text as UTF-8 and import it again</source>
        <translation>Zeile %1 enthält Bytes, die kein UTF-8 sind; den Text als UTF-8 speichern und erneut importieren</translation>
    </message>
    <message>
        <source>The work was cancelled; nothing was left behind.</source>
        <translation>Der Vorgang wurde abgebrochen; nichts blieb zurück.</translation>
    </message>
    <message>
        <source>“%1” could not be read or written: %2.</source>
        <translation>„%1“ ließ sich nicht lesen oder schreiben: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a backup of a workspace (%2); nothing was restored.</source>
        <translation>„%1“ ist keine Sicherung eines Arbeitsbereichs (%2); nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>Writing the backup</source>
        <translation>Sicherung wird geschrieben</translation>
    </message>
    <message>
        <source>“%1” exists already: choose another name for the backup.</source>
        <translation>„%1“ gibt es schon: einen anderen Namen für die Sicherung wählen.</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>Arbeitsbereich wird gelesen</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>The backup “%1” is damaged at “%2”; nothing was restored.</source>
        <translation>Die Sicherung „%1“ ist bei „%2“ beschädigt; nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>“%1” is longer than it says</source>
        <translation>„%1“ ist länger als angegeben</translation>
    </message>
    <message>
        <source>The backup “%1” was written by a newer Foreshock: update Foreshock to restore it.</source>
        <translation>Die Sicherung „%1“ stammt von einem neueren Foreshock: zum Wiederherstellen Foreshock aktualisieren.</translation>
    </message>
    <message>
        <source>its list names “%1”</source>
        <translation>ihre Liste nennt „%1“</translation>
    </message>
    <message>
        <source>its files are not those of its list</source>
        <translation>ihre Dateien sind nicht die ihrer Liste</translation>
    </message>
    <message>
        <source>“%1” in the backup “%2” does not match its checksum; nothing was restored.</source>
        <translation>„%1“ in der Sicherung „%2“ passt nicht zu seiner Prüfsumme; nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>“%1” is there already and not an empty folder: choose another.</source>
        <translation>„%1“ gibt es schon und ist kein leerer Ordner: einen anderen wählen.</translation>
    </message>
    <message>
        <source>it is no zip file, or a damaged one</source>
        <translation>es ist keine Zip-Datei oder eine beschädigte</translation>
    </message>
    <message>
        <source>The backup needs %1 MB and the disk that holds “%2” has %3 MB left: free some space.</source>
        <translation>Die Sicherung braucht %1 MB, und auf dem Datenträger von „%2“ sind %3 MB frei: Platz schaffen.</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>%1 wird wiederhergestellt</translation>
    </message>
    <message>
        <source>The catalog in the backup is damaged; nothing was restored.</source>
        <translation>Der Katalog in der Sicherung ist beschädigt; nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The bar of “%1” at %2 lacks its symbol, source, interval or one of its times.</source>
        <translation>Dem Balken von „%1“ bei %2 fehlt Symbol, Quelle, Intervall oder eine seiner Zeiten.</translation>
    </message>
    <message>
        <source>Merging bar files lost rows: nothing was changed.</source>
        <translation>Beim Zusammenführen von Balkendateien gingen Zeilen verloren: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>An event without timestamp or known_at cannot be stored.</source>
        <translation>Ein Ereignis ohne timestamp oder known_at lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Another program keeps storing the same events: wait until it is done and try again.</source>
        <translation>Ein anderes Programm speichert dieselben Ereignisse: warten, bis es fertig ist, und erneut versuchen.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>“%1” holds %2 rows instead of %3.</source>
        <translation>„%1“ enthält %2 Zeilen statt %3.</translation>
    </message>
    <message>
        <source>“%1” exists already: choose another folder.</source>
        <translation>„%1“ gibt es schon: einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>“%1” is damaged or missing.</source>
        <translation>„%1“ ist beschädigt oder fehlt.</translation>
    </message>
    <message>
        <source>The disk is full: make room and try again. (%1)</source>
        <translation>Der Datenträger ist voll: Platz schaffen und erneut versuchen. (%1)</translation>
    </message>
    <message>
        <source>The columnar engine could not do it: %1</source>
        <translation>Die Spaltendatenbank konnte es nicht ausführen: %1</translation>
    </message>
    <message>
        <source>Give one single statement, not %1.</source>
        <translation>Genau eine Anweisung angeben, nicht %1.</translation>
    </message>
    <message>
        <source>Only SELECT statements can be run here.</source>
        <translation>Hier lassen sich nur SELECT-Anweisungen ausführen.</translation>
    </message>
    <message>
        <source>The columnar engine does not know the setting %1.</source>
        <translation>Die Spaltendatenbank kennt die Einstellung %1 nicht.</translation>
    </message>
    <message>
        <source>The columnar engine gave no connection.</source>
        <translation>Die Spaltendatenbank gab keine Verbindung.</translation>
    </message>
    <message>
        <source>%1 hot rows were to move, %2 were written and %3 would go; nothing was changed.</source>
        <translation>%1 frische Zeilen sollten umziehen, %2 wurden geschrieben und %3 würden gelöscht; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 rows were to be merged, %2 were written; nothing was changed.</source>
        <translation>%1 Zeilen sollten zusammengeführt werden, %2 wurden geschrieben; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Moving events to the lake</source>
        <translation>Ereignisse werden in den Datenspeicher verschoben</translation>
    </message>
    <message>
        <source>Merging files of %1</source>
        <translation>Dateien von %1 werden zusammengeführt</translation>
    </message>
    <message>
        <source>Events are not counted by “%1”: use source, event_type, entity, day, month or year.</source>
        <translation>Ereignisse werden nicht nach „%1“ gezählt: source, event_type, entity, day, month oder year verwenden.</translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full: free some space and try again. Nothing that was stored is lost.</source>
        <translation>Der Datenträger von „%1“ ist voll: Platz schaffen und erneut versuchen. Nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <source>“%1” does not exist: check the path.</source>
        <translation>„%1“ gibt es nicht: den Pfad prüfen.</translation>
    </message>
    <message>
        <source>“%1” may not be read or written: check its permissions and its folder’s.</source>
        <translation>„%1“ darf nicht gelesen oder geschrieben werden: die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The columnar engine does not take the function %1.</source>
        <translation>Die Spaltendatenbank nimmt die Funktion %1 nicht an.</translation>
    </message>
    <message>
        <source>%1 is not a Parquet file that can be read: %2</source>
        <translation>%1 ist keine lesbare Parquet-Datei: %2</translation>
    </message>
    <message>
        <source>A commit takes at most %1 events, not %2.</source>
        <translation>Auf einmal lassen sich höchstens %1 Ereignisse übernehmen, nicht %2.</translation>
    </message>
    <message>
        <source>“%1” vanished while it was written.</source>
        <translation>„%1“ verschwand, während es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Checking the files</source>
        <translation>Dateien werden geprüft</translation>
    </message>
    <message>
        <source>Damaged and set aside: %1. The rest can be used; to get its rows back, restore a backup or import the files again.</source>
        <translation>Beschädigt und beiseitegelegt: %1. Der Rest ist verwendbar; um die Zeilen zurückzuholen, eine Sicherung wiederherstellen oder die Dateien erneut importieren.</translation>
    </message>
    <message>
        <source>The lease “%1” was taken over because this program was silent for 30 seconds: nothing was stored, run it again.</source>
        <translation>Die Sperre „%1“ wurde übernommen, weil dieses Programm 30 Sekunden lang still war: Nichts wurde gespeichert, erneut ausführen.</translation>
    </message>
    <message>
        <source>Another program is at work on this workspace (%1: %2; process %3 on %4, since %5): wait until it is done, or end it.</source>
        <translation>Ein anderes Programm arbeitet an diesem Arbeitsbereich (%1: %2; Prozess %3 auf %4, seit %5): warten, bis es fertig ist, oder es beenden.</translation>
    </message>
    <message>
        <source>The ledger was changed: the axes of family %1 do not fit their hash; restore the catalog from a backup.</source>
        <translation>Das Register wurde verändert: Die Achsen der Familie %1 passen nicht zu ihrem Hash; den Katalog aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The ledger was changed: the last trials of %1 runs are missing; restore the catalog from a backup.</source>
        <translation>Das Register wurde verändert: Die letzten Versuche von %1 Läufen fehlen; den Katalog aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The ledger was changed: row %1 of %2 does not fit its hash; restore the catalog from a backup.</source>
        <translation>Das Register wurde verändert: Zeile %1 von %2 passt nicht zu ihrem Hash; den Katalog aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>There is no %1 “%2” in this workspace.</source>
        <translation>In diesem Arbeitsbereich nicht vorhanden: %1 „%2“.</translation>
    </message>
    <message>
        <source>More than one %1 begins with “%2”; write more of it.</source>
        <translation>Mehr als ein Eintrag (%1) beginnt mit „%2“; mehr davon schreiben.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>relationship</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Damaged and set aside: %1. A study without it would tell something else, so it is not run: restore a backup; or import its rows again if you can, and take what is still missing as gone with &quot;workspace verify --accept-loss&quot;.</source>
        <translation>Beschädigt und beiseitegelegt: %1. Ohne diese Daten ergäbe eine Studie etwas anderes, daher läuft sie nicht: eine Sicherung wiederherstellen; oder die Zeilen nach Möglichkeit erneut importieren und, was dann noch fehlt, mit &quot;workspace verify --accept-loss&quot; als verloren hinnehmen.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer Foreshock (step %2): update Foreshock to open it. Nothing was changed.</source>
        <translation>„%1“ stammt von einem neueren Foreshock (Schritt %2): zum Öffnen Foreshock aktualisieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The catalog could not be brought up to date and was left as it was (a copy is in “%1”): %2</source>
        <translation>Der Katalog ließ sich nicht auf den neuesten Stand bringen und blieb, wie er war (eine Kopie liegt in „%1“): %2</translation>
    </message>
    <message>
        <source>Column “%1” has a type that cannot be shown: write CAST(… AS VARCHAR).</source>
        <translation>Spalte „%1“ hat einen Typ, der sich nicht anzeigen lässt: CAST(… AS VARCHAR) schreiben.</translation>
    </message>
    <message>
        <source>There is no statement: write SELECT … FROM events, for example.</source>
        <translation>Es gibt keine Anweisung: zum Beispiel SELECT … FROM events schreiben.</translation>
    </message>
    <message>
        <source>The statement took longer than %1 seconds and was stopped: narrow it down.</source>
        <translation>Die Anweisung dauerte länger als %1 Sekunden und wurde abgebrochen: sie enger fassen.</translation>
    </message>
    <message>
        <source>“%1” is damaged: a page does not match its checksum. Run “workspace verify”, then restore a backup.</source>
        <translation>„%1“ ist beschädigt: Eine Seite passt nicht zu ihrer Prüfsumme. „workspace verify“ ausführen, dann eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>“%1” has been in use by another program for 10 seconds: try again when it is done.</source>
        <translation>„%1“ wird seit 10 Sekunden von einem anderen Programm benutzt: erneut versuchen, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: check its permissions and its folder’s.</source>
        <translation>„%1“ lässt sich nicht schreiben: die Rechte der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: check that it exists and its permissions.</source>
        <translation>„%1“ lässt sich nicht öffnen: prüfen, ob es vorhanden ist und welche Rechte es hat.</translation>
    </message>
    <message>
        <source>“%1” is damaged or is not a catalog: run “workspace verify”, then restore a backup.</source>
        <translation>„%1“ ist beschädigt oder kein Katalog: „workspace verify“ ausführen, dann eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>“%1” could not be read or written: the disk reports an error (%2).</source>
        <translation>„%1“ ließ sich nicht lesen oder schreiben: Der Datenträger meldet einen Fehler (%2).</translation>
    </message>
    <message>
        <source>There is not enough memory to work on “%1”.</source>
        <translation>Der Speicher reicht nicht aus, um an „%1“ zu arbeiten.</translation>
    </message>
    <message>
        <source>The catalog “%1” refused a statement: %2.</source>
        <translation>Der Katalog „%1“ lehnte eine Anweisung ab: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot use a write-ahead log: keep the workspace on a local disk that you may write to.</source>
        <translation>„%1“ kann kein Write-Ahead-Log verwenden: den Arbeitsbereich auf einem lokalen, beschreibbaren Datenträger halten.</translation>
    </message>
    <message>
        <source>A tick of “%1” lacks its symbol or its time.</source>
        <translation>Einem Tick von „%1“ fehlt sein Symbol oder seine Zeit.</translation>
    </message>
    <message>
        <source>“%1” does not match its checksum: run “workspace verify”, then restore it from a backup or fetch it again.</source>
        <translation>„%1“ passt nicht zu seiner Prüfsumme: „workspace verify“ ausführen, dann aus einer Sicherung wiederherstellen oder erneut holen.</translation>
    </message>
    <message>
        <source>A payload could not be compressed: %1.</source>
        <translation>Rohdaten ließen sich nicht komprimieren: %1.</translation>
    </message>
    <message>
        <source>“%1” cannot name a source: use up to 64 letters, digits, “-”, “_” and “.”.</source>
        <translation>„%1“ kann keine Quelle benennen: bis zu 64 Buchstaben, Ziffern, „-“, „_“ und „.“ verwenden.</translation>
    </message>
    <message>
        <source>The vault has no payload %1.</source>
        <translation>Die Rohdatenablage enthält %1 nicht.</translation>
    </message>
    <message>
        <source>“%1” is missing: restore it from a backup or fetch it again.</source>
        <translation>„%1“ fehlt: aus einer Sicherung wiederherstellen oder erneut holen.</translation>
    </message>
    <message>
        <source>The check was cancelled; what it found so far is in quarantine.</source>
        <translation>Die Prüfung wurde abgebrochen; was sie bis dahin fand, ist in Quarantäne.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>It is missing: restore a backup.</source>
        <translation>Fehlt: eine Sicherung wiederherstellen.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) do not match their checksum (%1): restore a backup.</source>
        <translation>
            <numerusform>%n Seite passt nicht zu ihrer Prüfsumme (%1): eine Sicherung wiederherstellen.</numerusform>
            <numerusform>%n Seiten passen nicht zu ihrer Prüfsumme (%1): eine Sicherung wiederherstellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its structure is damaged (%1): restore a backup.</source>
        <translation>Die Struktur ist beschädigt (%1): eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Its bytes do not match their checksum: fetch or import “%1” again, or restore a backup.</source>
        <translation>Die Bytes passen nicht zu ihrer Prüfsumme: „%1“ erneut holen oder importieren oder eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>It is missing: fetch or import “%1” again, or restore a backup.</source>
        <translation>Fehlt: „%1“ erneut holen oder importieren oder eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>It is damaged or missing: it will be made again when it is needed, nothing is lost.</source>
        <translation>Beschädigt oder fehlt: wird bei Bedarf neu angelegt, nichts ist verloren.</translation>
    </message>
    <message>
        <source>Its bytes do not match their checksum: restore a backup, or import its rows again.</source>
        <translation>Die Bytes passen nicht zu ihrer Prüfsumme: eine Sicherung wiederherstellen oder die Zeilen erneut importieren.</translation>
    </message>
    <message>
        <source>It is missing: restore a backup, or import its rows again.</source>
        <translation>Fehlt: eine Sicherung wiederherstellen oder die Zeilen erneut importieren.</translation>
    </message>
    <message>
        <source>“%1” cannot be read (%2): restore it from a backup.</source>
        <translation>„%1“ ist nicht lesbar (%2): aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>“%1” is not a workspace: make one with “workspace init”, or name its folder with -w.</source>
        <translation>„%1“ ist kein Arbeitsbereich: mit „workspace init“ einen anlegen oder seinen Ordner mit -w nennen.</translation>
    </message>
    <message>
        <source>The workspace “%1” was written by a newer Foreshock (format %2): update Foreshock to open it. Nothing was changed.</source>
        <translation>Der Arbeitsbereich „%1“ stammt von einem neueren Foreshock (Format %2): zum Öffnen Foreshock aktualisieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>“format” is missing</source>
        <translation>„format“ fehlt</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a snapshot of this workspace: it looks like “%2”.</source>
        <translation>„%1“ ist kein Stand dieses Arbeitsbereichs: Ein Stand sieht aus wie „%2“.</translation>
    </message>
    <message>
        <source>There are no %1 bars of “%2” in that range; leave out --from, --to and --as-of to see all.</source>
        <translation>In diesem Bereich gibt es keine %1-Balken von „%2“; --from, --to und --as-of weglassen, um alle zu sehen.</translation>
    </message>
    <message>
        <source>There are no %1 bars of “%2”, nor any to make them from; “import bars” adds some.</source>
        <translation>Es gibt keine %1-Balken von „%2“ und auch keine, aus denen sie sich bilden ließen; „import bars“ fügt welche hinzu.</translation>
    </message>
    <message>
        <source>“%1” is not an adjustment; use none, known or provider.</source>
        <translation>„%1“ ist keine Bereinigung; none, known oder provider verwenden.</translation>
    </message>
    <message>
        <source>One symbol&apos;s daily bars beside reading those of all; --size counts symbols of 20 years each.</source>
        <translation>Tagesbalken eines Symbols gegenüber dem Lesen aller; --size zählt Symbole mit je 20 Jahren.</translation>
    </message>
    <message>
        <source>The import of daily prices, from the files named after it or simulated, beside DuckDB&apos;s own copy; --size counts rows.</source>
        <translation>Import von Tagespreisen, aus den danach genannten Dateien oder simuliert, gegenüber der eigenen Kopie von DuckDB; --size zählt Zeilen.</translation>
    </message>
    <message>
        <source>Storing events as they come, durable, 10,000 and 1,000 a commit, beside DuckDB&apos;s own file; --size counts events.</source>
        <translation>Speichern eintreffender Ereignisse, dauerhaft, 10.000 und 1.000 je Übernahme, gegenüber einer Datei von DuckDB; --size zählt Ereignisse.</translation>
    </message>
    <message>
        <source>Counting events and reading a first page, beside DuckDB alone on the same files; --size counts events.</source>
        <translation>Ereignisse zählen und eine erste Seite lesen, gegenüber DuckDB allein auf denselben Dateien; --size zählt Ereignisse.</translation>
    </message>
    <message>
        <source>The screen of events × assets beside its bare Fourier transforms; --size counts assets.</source>
        <translation>Suchlauf über Ereignisse × Werte gegenüber den bloßen Fourier-Transformationen; --size zählt Werte.</translation>
    </message>
    <message>
        <source>There is no benchmark “%1”; choose one of: %2.</source>
        <translation>Es gibt keinen Leistungstest „%1“; möglich sind: %2.</translation>
    </message>
    <message>
        <source>The benchmark was cancelled.</source>
        <translation>Der Leistungstest wurde abgebrochen.</translation>
    </message>
    <message>
        <source>storing bars</source>
        <translation>Balken werden gespeichert</translation>
    </message>
    <message>
        <source>Inserting</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>DuckDB</source>
        <translation>DuckDB</translation>
    </message>
    <message>
        <source>Run packaging/dependencies.sh, which fetches version 1.4.4, and build again.</source>
        <translation>packaging/dependencies.sh ausführen, das Version 1.4.4 holt, und neu bauen.</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>Install SQLite 3.35 or newer.</source>
        <translation>SQLite 3.35 oder neuer installieren.</translation>
    </message>
    <message>
        <source>%1, built without threads</source>
        <translation>%1, ohne Threads gebaut</translation>
    </message>
    <message>
        <source>Install a SQLite that is built with threads, such as the distribution&apos;s own.</source>
        <translation>Ein SQLite installieren, das mit Threads gebaut ist, etwa das der Distribution.</translation>
    </message>
    <message>
        <source>time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>the system&apos;s tzdata</source>
        <translation>tzdata des Systems</translation>
    </message>
    <message>
        <source>Install the package tzdata.</source>
        <translation>Das Paket tzdata installieren.</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>offene Dateien</translation>
    </message>
    <message>
        <source>the limit could not be read</source>
        <translation>die Grenze ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>up to %1 at a time</source>
        <translation>bis zu %1 zugleich</translation>
    </message>
    <message>
        <source>Raise the limit: ulimit -n 4096.</source>
        <translation>Die Grenze anheben: ulimit -n 4096.</translation>
    </message>
    <message>
        <source>%1 processors, %2 of memory</source>
        <translation>%1 Prozessoren, %2 Speicher</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Large studies want 4 GB of memory.</source>
        <translation>Große Studien brauchen 4 GB Speicher.</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Set the machine&apos;s clock; every stored fact is stamped by it.</source>
        <translation>Die Uhr des Rechners stellen; jede gespeicherte Tatsache trägt ihren Zeitstempel.</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation>%1 frei in %2</translation>
    </message>
    <message>
        <source>Free at least 1 GB, or choose another folder with -w.</source>
        <translation>Mindestens 1 GB freimachen oder mit -w einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Histories of many markets want 10 GB.</source>
        <translation>Die Geschichte vieler Märkte braucht 10 GB.</translation>
    </message>
    <message>
        <source>permission</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>%1 can be written</source>
        <translation>%1 ist beschreibbar</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Give yourself write permission, or choose another folder with -w.</source>
        <translation>Sich Schreibrechte geben oder mit -w einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>none in %1</source>
        <translation>keiner in %1</translation>
    </message>
    <message>
        <source>Make one with “workspace init”, or name its folder with -w.</source>
        <translation>Mit „workspace init“ einen anlegen oder seinen Ordner mit -w nennen.</translation>
    </message>
    <message>
        <source>“workspace verify” says what is damaged; a backup brings it back with “workspace restore”.</source>
        <translation>„workspace verify“ sagt, was beschädigt ist; „workspace restore“ holt es aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>“workspace verify” says what is damaged.</source>
        <translation>„workspace verify“ sagt, was beschädigt ist.</translation>
    </message>
    <message>
        <source>%1, snapshot %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>%1, %2 damaged files</source>
        <translation>%1, %2 beschädigte Dateien</translation>
    </message>
    <message>
        <source>“workspace info” names them; import their data again or restore a backup.</source>
        <translation>„workspace info“ nennt sie; ihre Daten erneut importieren oder eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>“%1” is not a format to export to; use csv, json or parquet.</source>
        <translation>„%1“ ist kein Exportformat; csv, json oder parquet verwenden.</translation>
    </message>
    <message>
        <source>Parquet goes to a file; name one with -o FILE.</source>
        <translation>Parquet wird in eine Datei geschrieben; sie mit -o DATEI nennen.</translation>
    </message>
    <message>
        <source>The import was cancelled; files that were finished before stay.</source>
        <translation>Der Import wurde abgebrochen; zuvor fertige Dateien bleiben.</translation>
    </message>
    <message>
        <source>Making the sample workspace was cancelled; nothing was kept.</source>
        <translation>Das Anlegen des Beispiel-Arbeitsbereichs wurde abgebrochen; nichts wurde behalten.</translation>
    </message>
    <message>
        <source>simulated bars</source>
        <translation>simulierte Balken</translation>
    </message>
    <message>
        <source>“%1” is not empty; name a new folder for the sample workspace.</source>
        <translation>„%1“ ist nicht leer; einen neuen Ordner für den Beispiel-Arbeitsbereich nennen.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Making %1</source>
        <translation>%1 wird angelegt</translation>
    </message>
    <message>
        <source>Opening the sample workspace</source>
        <translation>Beispiel-Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <source>There is no study file “%1”; name a file, or one of those in the workspace&apos;s folder studies.</source>
        <translation>Es gibt keine Studiendatei „%1“; eine Datei nennen oder eine aus dem Ordner studies des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2, %3, bars %4: %5 %6 against %7 on all bars</source>
        <translation>%1: %2, %3, Balken %4: %5 %6 gegenüber %7 über alle Balken</translation>
    </message>
    <message>
        <source>Significant</source>
        <translation>Signifikant</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source> (95 % interval %1; n %2; adjusted p %3 in a family of %4)</source>
        <translation> (95-%-Intervall %1; n %2; korrigiertes p %3 in einer Familie von %4)</translation>
    </message>
    <message>
        <source>; not tradable, the window opens before the event was known</source>
        <translation>; nicht handelbar, das Fenster öffnet, bevor das Ereignis bekannt war</translation>
    </message>
    <message>
        <source>; asked before, the first verdict stands</source>
        <translation>; schon gefragt, das erste Urteil gilt</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Which events in the world move which markets, and can I believe it?</source>
        <translation>Welche Ereignisse der Welt bewegen welche Märkte, und ist das zu glauben?</translation>
    </message>
    <message>
        <source>Open the workspace in this folder.</source>
        <translation>Den Arbeitsbereich in diesem Ordner öffnen.</translation>
    </message>
    <message>
        <source>Open the sample workspace (simulated data), which is made first when there is none.</source>
        <translation>Den Beispiel-Arbeitsbereich (simulierte Daten) öffnen; fehlt er, wird er zuerst angelegt.</translation>
    </message>
    <message>
        <source>Look: dark, light or system.</source>
        <translation>Aussehen: dark, light oder system.</translation>
    </message>
    <message>
        <source>Language of the program: en, de.</source>
        <translation>Sprache des Programms: en, de.</translation>
    </message>
    <message>
        <source>Start with the layouts as they came.</source>
        <translation>Mit den Layouts starten, wie sie geliefert wurden.</translation>
    </message>
    <message>
        <source>Write pictures of every panel and layout into this folder and end.</source>
        <translation>Bilder aller Panels und Layouts in diesen Ordner schreiben und beenden.</translation>
    </message>
    <message>
        <source>Print how long the start took, memory and idle load as JSON and end.</source>
        <translation>Dauer des Starts, Speicher und Last im Leerlauf als JSON ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Print versions and folders and end.</source>
        <translation>Versionen und Ordner ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Print this and end.</source>
        <translation>Dies ausgeben und beenden.</translation>
    </message>
    <message>
        <source>Print the version and end.</source>
        <translation>Die Version ausgeben und beenden.</translation>
    </message>
    <message>
        <source>“%1” is not understood; a workspace is opened with -w.</source>
        <translation>„%1“ ist nicht zu verstehen; ein Arbeitsbereich wird mit -w geöffnet.</translation>
    </message>
    <message>
        <source>There is no theme “%1”; choose dark, light or system.</source>
        <translation>Es gibt kein Farbschema „%1“; möglich sind dark, light und system.</translation>
    </message>
    <message>
        <source>Choose one of --sample and -w.</source>
        <translation>Nur eines von --sample und -w angeben.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 past paths are drawn.</source>
        <translation>Gezeichnet sind die neuesten %1 von %2 vergangenen Verläufen.</translation>
    </message>
    <message>
        <source>The window [%1, %2] ends before it begins.</source>
        <translation>Das Fenster [%1, %2] endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>%1 events fall on %2 bars; several in one bar count once.</source>
        <translation>%1 Ereignisse fallen auf %2 Balken; mehrere auf einem Balken zählen einmal.</translation>
    </message>
    <message>
        <source>The evidence was cancelled.</source>
        <translation>Die Berechnung der Belege wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The run %1 keeps no hypothesis %2; “study show %1 --all” lists those it keeps.</source>
        <translation>Der Lauf %1 bewahrt keine Hypothese %2 auf; „study show %1 --all“ listet die aufbewahrten.</translation>
    </message>
    <message>
        <source>“%1” on %2 no longer gives what the run stored (n %3 then, %4 now); its events or prices were changed or removed since. “study verify” says more.</source>
        <translation>„%1“ auf %2 ergibt nicht mehr, was der Lauf gespeichert hat (n damals %3, jetzt %4); Ereignisse oder Preise wurden seither geändert oder entfernt. „study verify“ sagt mehr.</translation>
    </message>
    <message>
        <source>The path shows the response to one standard deviation of the event&apos;s value.</source>
        <translation>Der Verlauf zeigt die Reaktion auf eine Standardabweichung des Ereigniswerts.</translation>
    </message>
    <message>
        <source>The band of the lag profile is from all circular shifts.</source>
        <translation>Das Band des Versatzprofils stammt aus allen Ringverschiebungen.</translation>
    </message>
    <message>
        <source>The band of the lag profile is from 1001 draws of shifts inside blocks.</source>
        <translation>Das Band des Versatzprofils stammt aus 1001 Ziehungen von Verschiebungen innerhalb von Blöcken.</translation>
    </message>
    <message>
        <source>The band of the lag profile is from 1001 draws of shifts inside blocks, as the sample is short for so many lags.</source>
        <translation>Das Band des Versatzprofils stammt aus 1001 Ziehungen von Verschiebungen innerhalb von Blöcken, da die Stichprobe für so viele Versätze kurz ist.</translation>
    </message>
    <message>
        <source>The lag profile has no band: no null can tell one for these events, or not in reasonable time.</source>
        <translation>Das Versatzprofil hat kein Band: Kein Nullmodell kann für diese Ereignisse eines angeben, oder nicht in vertretbarer Zeit.</translation>
    </message>
    <message>
        <source>The band of the lag profile is from 1001 draws of the finding&apos;s own null.</source>
        <translation>Das Band des Versatzprofils stammt aus 1001 Ziehungen aus dem eigenen Nullmodell des Befunds.</translation>
    </message>
    <message>
        <source>The run&apos;s snapshot no longer holds the events of “%1” on %2; they were removed since.</source>
        <translation>Der Stand des Laufs enthält die Ereignisse von „%1“ auf %2 nicht mehr; sie wurden seither entfernt.</translation>
    </message>
    <message>
        <source>Fewer than three events have a response: there is nothing to show.</source>
        <translation>Weniger als drei Ereignisse haben eine Reaktion: Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>The smallest effect is that of the hypotheses measured in %1; the others have another unit.</source>
        <translation>Der kleinste Effekt ist der der Hypothesen, die in %1 gemessen werden; die übrigen haben eine andere Einheit.</translation>
    </message>
    <message>
        <source>The sample has too few shifts for anything to be significant at %1; use a longer one.</source>
        <translation>Die Stichprobe hat zu wenige Verschiebungen, als dass etwas bei %1 signifikant sein könnte; eine längere verwenden.</translation>
    </message>
    <message>
        <source>“%1” names no day</source>
        <translation>„%1“ nennt keinen Tag</translation>
    </message>
    <message>
        <source>“%1” is a number and no date; show the cells of the spreadsheet as dates</source>
        <translation>„%1“ ist eine Zahl und kein Datum; die Zellen in der Tabellenkalkulation als Datum anzeigen</translation>
    </message>
    <message>
        <source>“%1” is no date that the calendar has</source>
        <translation>„%1“ ist kein Datum, das der Kalender hat</translation>
    </message>
    <message>
        <source>“%1” is not a date</source>
        <translation>„%1“ ist kein Datum</translation>
    </message>
    <message>
        <source>“%1” could be day and month or month and day, and the column has both</source>
        <translation>„%1“ kann Tag und Monat oder Monat und Tag sein, und die Spalte hat beides</translation>
    </message>
    <message>
        <source>“%1” cannot be day and month, as the other dates are</source>
        <translation>„%1“ kann nicht Tag und Monat sein wie die anderen Datumsangaben</translation>
    </message>
    <message>
        <source>“%1” cannot be month and day, as the other dates are</source>
        <translation>„%1“ kann nicht Monat und Tag sein wie die anderen Datumsangaben</translation>
    </message>
    <message>
        <source>“%1” is before 1800 or after 2199, so probably mistyped</source>
        <translation>„%1“ liegt vor 1800 oder nach 2199, ist also wohl vertippt</translation>
    </message>
    <message>
        <source>“%1” was another day of the week</source>
        <translation>„%1“ war ein anderer Wochentag</translation>
    </message>
    <message>
        <source>the time behind “%1” is none</source>
        <translation>die Uhrzeit hinter „%1“ ist keine</translation>
    </message>
    <message>
        <source>Some dates have the day first and others the month; those that could be either are refused.</source>
        <translation>In manchen Datumsangaben steht der Tag vorn, in anderen der Monat; die mehrdeutigen werden abgelehnt.</translation>
    </message>
    <message>
        <source>day/month</source>
        <translation>Tag/Monat</translation>
    </message>
    <message>
        <source>month/day</source>
        <translation>Monat/Tag</translation>
    </message>
    <message>
        <source>day, month</source>
        <translation>Tag, Monat</translation>
    </message>
    <message>
        <source>month, day</source>
        <translation>Monat, Tag</translation>
    </message>
    <message>
        <source>“%1” was read as %2; nothing in the column says which comes first.</source>
        <translation>„%1“ wurde als %2 gelesen; nichts in der Spalte sagt, was zuerst kommt.</translation>
    </message>
    <message>
        <source>“%1” was read as %2, as other dates of the column can only be.</source>
        <translation>„%1“ wurde als %2 gelesen, da andere Datumsangaben der Spalte nur so zu lesen sind.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>known when published</source>
        <translation>bekannt ab Veröffentlichung</translation>
    </message>
    <message>
        <source>known when it was fetched</source>
        <translation>bekannt ab dem Abruf</translation>
    </message>
    <message>
        <source>known beforehand, from a schedule</source>
        <translation>vorher bekannt, aus einem Zeitplan</translation>
    </message>
    <message>
        <source>known when it was over (an estimate)</source>
        <translation>bekannt, als es vorbei war (Schätzung)</translation>
    </message>
    <message>
        <source>known when the column “%1” says</source>
        <translation>bekannt, wenn die Spalte „%1“ es sagt</translation>
    </message>
    <message>
        <source>%1; where it says nothing, %2</source>
        <translation>%1; wo sie nichts sagt, %2</translation>
    </message>
    <message>
        <source>%1 after it happened (the preset&apos;s own lag)</source>
        <translation>%1 nach dem Geschehen (Verzug der Vorlage)</translation>
    </message>
    <message>
        <source>%1 after it happened (stated lag rule)</source>
        <translation>%1 nach dem Geschehen (angegebene Verzugsregel)</translation>
    </message>
    <message>
        <source>known at its scheduled release (%1)</source>
        <translation>bekannt ab der planmäßigen Veröffentlichung (%1)</translation>
    </message>
    <message>
        <source>%1 or %2, as the column “%3” says</source>
        <translation>%1 oder %2, wie die Spalte „%3“ sagt</translation>
    </message>
    <message>
        <source>known when the bar closes</source>
        <translation>bekannt, wenn der Balken schließt</translation>
    </message>
    <message>
        <source>known at once</source>
        <translation>sofort bekannt</translation>
    </message>
    <message>
        <source>known when it takes effect</source>
        <translation>bekannt, wenn sie wirksam wird</translation>
    </message>
    <message>
        <source>labels, which have no time</source>
        <translation>Bezeichnungen, die keine Zeit haben</translation>
    </message>
    <message>
        <source>There is a watchlist “%1” already.</source>
        <translation>Es gibt schon eine Watchlist „%1“.</translation>
    </message>
    <message>
        <source>Reading the events was cancelled.</source>
        <translation>Das Lesen der Ereignisse wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The preview was cancelled.</source>
        <translation>Die Vorschau wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <translation>%1: „%2“</translation>
    </message>
    <message>
        <source>Line %1 is taken without %2 of its cells (%3).</source>
        <translation>Zeile %1 wird ohne %2 ihrer Zellen übernommen (%3).</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>senkrechte Striche</translation>
    </message>
    <message>
        <source>The file has a header and no rows.</source>
        <translation>Die Datei hat eine Kopfzeile und keine Zeilen.</translation>
    </message>
    <message>
        <source>These are the first %1 rows; the file has more.</source>
        <translation>Dies sind die ersten %1 Zeilen; die Datei hat mehr.</translation>
    </message>
    <message>
        <source>The file has %1 columns, of which the first %2 are shown; all are imported.</source>
        <translation>Die Datei hat %1 Spalten, von denen die ersten %2 gezeigt werden; importiert werden alle.</translation>
    </message>
    <message>
        <source>Its columns are parted by %1.</source>
        <translation>Ihre Spalten sind getrennt durch: %1.</translation>
    </message>
    <message>
        <source>Every column but those with a field of their own is a series.</source>
        <translation>Jede Spalte außer denen mit eigenem Feld ist eine Reihe.</translation>
    </message>
    <message>
        <source>A row can become up to %1 events.</source>
        <translation>Aus einer Zeile können bis zu %1 Ereignisse werden.</translation>
    </message>
    <message>
        <source>None of these rows can be taken; another preset may be meant.</source>
        <translation>Keine dieser Zeilen lässt sich übernehmen; vielleicht ist eine andere Vorlage gemeint.</translation>
    </message>
    <message>
        <source>taken together with the rows beside it</source>
        <translation>zusammen mit den Nachbarzeilen übernommen</translation>
    </message>
    <message>
        <source>the row cannot be made out</source>
        <translation>die Zeile ist nicht zu deuten</translation>
    </message>
    <message>
        <source>No preset can be made of this: %1.</source>
        <translation>Daraus lässt sich keine Vorlage machen: %1.</translation>
    </message>
    <message>
        <source>an event needs a date; say which column holds it</source>
        <translation>ein Ereignis braucht ein Datum; angeben, welche Spalte es enthält</translation>
    </message>
    <message>
        <source>the file has no column “%1”</source>
        <translation>die Datei hat keine Spalte „%1“</translation>
    </message>
    <message>
        <source>the file has %1 columns “%2”; give them different names</source>
        <translation>die Datei hat %1 Spalten „%2“; ihnen verschiedene Namen geben</translation>
    </message>
    <message>
        <source>the event type is either a column or one name for all rows</source>
        <translation>die Ereignisart ist entweder eine Spalte oder ein Name für alle Zeilen</translation>
    </message>
    <message>
        <source>“observed” is for what this program fetched itself; choose published, scheduled or estimated</source>
        <translation>„observed“ gilt für selbst Abgerufenes; published, scheduled oder estimated wählen</translation>
    </message>
    <message>
        <source>a lag makes the time when an event was known an estimate; choose estimated</source>
        <translation>ein Verzug macht die Zeit des Bekanntwerdens zur Schätzung; estimated wählen</translation>
    </message>
    <message>
        <source>“%1” cannot be its name: %2</source>
        <translation>„%1“ kann nicht der Name sein: %2</translation>
    </message>
    <message>
        <source>its name needs a letter from a to z or a digit</source>
        <translation>der Name braucht einen Buchstaben von a bis z oder eine Ziffer</translation>
    </message>
    <message>
        <source>the file has no header</source>
        <translation>die Datei hat keine Kopfzeile</translation>
    </message>
    <message>
        <source>%1, mapped by hand</source>
        <translation>%1, von Hand zugeordnet</translation>
    </message>
    <message>
        <source>“%1” cannot be a preset&apos;s name: %2.</source>
        <translation>„%1“ kann nicht der Name einer Vorlage sein: %2.</translation>
    </message>
    <message>
        <source>The preset calls itself “%1”, so that it cannot be saved as “%2”.</source>
        <translation>Die Vorlage nennt sich „%1“ und lässt sich daher nicht als „%2“ speichern.</translation>
    </message>
    <message>
        <source>There is a preset “%1” already; choose another name, or replace it.</source>
        <translation>Es gibt schon eine Vorlage „%1“; einen anderen Namen wählen oder sie ersetzen.</translation>
    </message>
    <message>
        <source>The first line (“%1”) was taken as a header.</source>
        <translation>Die erste Zeile („%1“) wurde als Kopfzeile genommen.</translation>
    </message>
    <message>
        <source>“%1” is more than a date</source>
        <translation>„%1“ ist mehr als ein Datum</translation>
    </message>
    <message>
        <source>Invisible characters, such as those that turn the direction of text, were left out.</source>
        <translation>Unsichtbare Zeichen, etwa solche, die die Schreibrichtung ändern, wurden weggelassen.</translation>
    </message>
    <message>
        <source>“%1” is not a number written like the others</source>
        <translation>„%1“ ist keine Zahl, die wie die anderen geschrieben ist</translation>
    </message>
    <message>
        <source>Years of two digits were read as 1969 to 2068.</source>
        <translation>Zweistellige Jahre wurden als 1969 bis 2068 gelesen.</translation>
    </message>
    <message>
        <source>%1 of %2 lines give a time; the others mean the whole day.</source>
        <translation>%1 von %2 Zeilen geben eine Uhrzeit an; die anderen meinen den ganzen Tag.</translation>
    </message>
    <message>
        <source>A comma parts the columns here, so that “3,5” is the value 3 and the text 5; for decimal commas part the columns by tabs or semicolons.</source>
        <translation>Ein Komma trennt hier die Spalten, „3,5“ ist also der Wert 3 und der Text 5; für Dezimalkommas die Spalten durch Tabulatoren oder Semikolons trennen.</translation>
    </message>
    <message>
        <source>%1 Dates were read in UTC.</source>
        <translation>%1 Die Datumsangaben wurden in UTC gelesen.</translation>
    </message>
    <message>
        <source>Only the first million lines were read; import the whole as a file.</source>
        <translation>Nur die erste Million Zeilen wurde gelesen; das Ganze als Datei importieren.</translation>
    </message>
    <message>
        <source>1 line says the same as one before it and is counted once.</source>
        <translation>1 Zeile sagt dasselbe wie eine davor und zählt einmal.</translation>
    </message>
    <message>
        <source>%1 lines say the same as one before them and are counted once.</source>
        <translation>%1 Zeilen sagen dasselbe wie eine davor und zählen einmal.</translation>
    </message>
    <message>
        <source>“%1” cannot name an event set: it has no letter from a to z and no digit.</source>
        <translation>„%1“ kann keine Ereignismenge benennen: Es hat weder einen Buchstaben von a bis z noch eine Ziffer.</translation>
    </message>
    <message>
        <source>The name of an event set may have 80 characters; this one has %1.</source>
        <translation>Der Name einer Ereignismenge darf 80 Zeichen haben; dieser hat %1.</translation>
    </message>
    <message>
        <source>There is no date to store.</source>
        <translation>Es gibt kein Datum zu speichern.</translation>
    </message>
    <message>
        <source>%1 of the pasted dates could not be stored: %2.</source>
        <translation>%1 der eingefügten Datumsangaben ließen sich nicht speichern: %2.</translation>
    </message>
    <message>
        <source>the line is longer than 10,000 characters</source>
        <translation>die Zeile ist länger als 10.000 Zeichen</translation>
    </message>
    <message>
        <source>the line is not text in UTF-8</source>
        <translation>die Zeile ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>the line holds control characters</source>
        <translation>die Zeile enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>“%1” was read with a decimal comma, as other values can only be.</source>
        <translation>„%1“ wurde mit Dezimalkomma gelesen, da andere Werte nur so zu lesen sind.</translation>
    </message>
    <message>
        <source>The comma in “%1” was read as parting thousands.</source>
        <translation>Das Komma in „%1“ wurde als Tausendertrennung gelesen.</translation>
    </message>
    <message>
        <source>Not established</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>; still holding: later data agree</source>
        <translation>; weiterhin gültig: Spätere Daten stimmen zu</translation>
    </message>
    <message>
        <source>; no longer holding: later data disagree</source>
        <translation>; nicht mehr gültig: Spätere Daten widersprechen</translation>
    </message>
    <message>
        <source>; retired</source>
        <translation>; zurückgezogen</translation>
    </message>
    <message>
        <source>; on the sealed hold-out</source>
        <translation>; auf der versiegelten Rücklage</translation>
    </message>
    <message>
        <source>; on data from after the discovery</source>
        <translation>; auf Daten aus der Zeit nach der Entdeckung</translation>
    </message>
    <message>
        <source>; not yet tried on later data</source>
        <translation>; noch nicht an späteren Daten erprobt</translation>
    </message>
    <message>
        <source>%1 of %2 significant (chance alone would give %3), %4 candidates (chance: %5).</source>
        <translation>%1 von %2 signifikant (Zufall allein ergäbe %3), %4 Kandidaten (Zufall: %5).</translation>
    </message>
    <message>
        <source>The smallest effect that would have been seen 80 % of the time: %1 %2 (n %3).</source>
        <translation>Der kleinste Effekt, der in 80 % der Fälle erkannt worden wäre: %1 %2 (n %3).</translation>
    </message>
    <message>
        <source>What would help: more events (four times as many halve that effect), fewer hypotheses at once, or a pool of assets.</source>
        <translation>Was helfen würde: mehr Ereignisse (viermal so viele halbieren diesen Effekt), weniger Hypothesen zugleich oder ein Pool von Werten.</translation>
    </message>
    <message>
        <source>What would help: more events (four times as many halve that effect), or a pool of assets.</source>
        <translation>Was helfen würde: mehr Ereignisse (viermal so viele halbieren diesen Effekt) oder ein Pool von Werten.</translation>
    </message>
    <message>
        <source>number of events</source>
        <translation>Zahl der Ereignisse</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>adjusted p</source>
        <translation>korrigiertes p</translation>
    </message>
    <message>
        <source>size of the family</source>
        <translation>Größe der Familie</translation>
    </message>
    <message>
        <source>in or out of sample</source>
        <translation>in oder außerhalb der Stichprobe</translation>
    </message>
    <message>
        <source>tradable or not</source>
        <translation>handelbar oder nicht</translation>
    </message>
    <message>
        <source>There was no watchlist “%1” at this snapshot.</source>
        <translation>In diesem Stand gab es keine Watchlist „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot be a study&apos;s name: %2.</source>
        <translation>„%1“ kann nicht der Name einer Studie sein: %2.</translation>
    </message>
    <message>
        <source>There is no study “%1” in the workspace.</source>
        <translation>Im Arbeitsbereich gibt es keine Studie „%1“.</translation>
    </message>
    <message>
        <source>“%1” is larger than 4 MB, which no study is.</source>
        <translation>„%1“ ist größer als 4 MB, was keine Studie ist.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>it is too long for a file</source>
        <translation>zu lang für eine Datei</translation>
    </message>
    <message>
        <source>it begins or ends with a dot or a blank</source>
        <translation>beginnt oder endet mit einem Punkt oder Leerzeichen</translation>
    </message>
    <message>
        <source>a file&apos;s name has none of / \ : * ? &quot; &lt; &gt; | and no hidden characters</source>
        <translation>ein Dateiname hat keines der Zeichen / \ : * ? &quot; &lt; &gt; | und keine verborgenen Zeichen</translation>
    </message>
    <message>
        <source>The study was not saved: %1</source>
        <translation>Die Studie wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The study was not saved: it is larger than 4 MB.</source>
        <translation>Die Studie wurde nicht gespeichert: Sie ist größer als 4 MB.</translation>
    </message>
    <message>
        <source>There is a study “%1” already; choose another name, or replace it.</source>
        <translation>Es gibt schon eine Studie „%1“; einen anderen Namen wählen oder sie ersetzen.</translation>
    </message>
    <message>
        <source>No study “%1” has been removed from the workspace.</source>
        <translation>Aus dem Arbeitsbereich wurde keine Studie „%1“ entfernt.</translation>
    </message>
    <message>
        <source>There is a study “%1” again; rename it before the removed one is brought back.</source>
        <translation>Es gibt wieder eine Studie „%1“; sie umbenennen, bevor die entfernte zurückgeholt wird.</translation>
    </message>
    <message>
        <source>This cannot be a watchlist&apos;s name: %1.</source>
        <translation>Dies kann nicht der Name einer Watchlist sein: %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be a symbol: %2.</source>
        <translation>„%1“ kann kein Symbol sein: %2.</translation>
    </message>
    <message>
        <source>There is no watchlist “%1” in this workspace, which has none.</source>
        <translation>In diesem Arbeitsbereich gibt es keine Watchlist „%1“, denn er hat keine.</translation>
    </message>
    <message>
        <source>There is no watchlist “%1” in this workspace; there are %2.</source>
        <translation>In diesem Arbeitsbereich gibt es keine Watchlist „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB; a watchlist is a short list of symbols.</source>
        <translation>%1 ist größer als 1 MB; eine Watchlist ist eine kurze Liste von Symbolen.</translation>
    </message>
    <message>
        <source>%1 is not a text file in UTF-8; save it as a list of symbols.</source>
        <translation>%1 ist keine Textdatei in UTF-8; sie als Liste von Symbolen speichern.</translation>
    </message>
    <message>
        <source>%1 names no symbol; write one a line, for example XLE.</source>
        <translation>%1 nennt kein Symbol; je Zeile eines schreiben, zum Beispiel XLE.</translation>
    </message>
    <message>
        <source>Only %1 past events have a bar of “%2” before the seal; a base rate needs %3. Widen the filter or choose another asset.</source>
        <translation>Nur %1 vergangene Ereignisse haben vor dem Siegel einen Balken von „%2“; eine Grundrate braucht %3. Den Filter weiter fassen oder einen anderen Wert wählen.</translation>
    </message>
    <message>
        <source>Filter, column %1: %2</source>
        <translation>Filter, Spalte %1: %2</translation>
    </message>
    <message>
        <source>a text in quotes is expected here.</source>
        <translation>hier wird ein Text in Anführungszeichen erwartet.</translation>
    </message>
    <message>
        <source>“%1” is not a time; write 2011-03-11, 2011-03-11T05:46:24Z or a time before now such as -30d.</source>
        <translation>„%1“ ist keine Zeit; 2011-03-11, 2011-03-11T05:46:24Z oder eine Zeit vor jetzt wie -30d schreiben.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing of this file is stored.</source>
        <translation>Der Import wurde abgebrochen; von dieser Datei ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>; and %1 more</source>
        <translation>; und %1 weitere</translation>
    </message>
    <message>
        <source>A histogram needs at least one bucket.</source>
        <translation>Ein Histogramm braucht mindestens eine Klasse.</translation>
    </message>
    <message>
        <source>Only sources, event types and entities are listed.</source>
        <translation>Aufgelistet werden nur Quellen, Ereignisarten und Entitäten.</translation>
    </message>
    <message>
        <source>A table shows at most 2 billion rows: narrow the filter.</source>
        <translation>Eine Tabelle zeigt höchstens 2 Milliarden Zeilen: den Filter enger fassen.</translation>
    </message>
    <message>
        <source>Ordering the rows</source>
        <translation>Zeilen werden geordnet</translation>
    </message>
    <message>
        <source>A file has more rows than it should.</source>
        <translation>Eine Datei hat mehr Zeilen, als sie sollte.</translation>
    </message>
    <message>
        <source>Fresh rows have moved to the lake: refresh.</source>
        <translation>Frische Zeilen sind in den Datenspeicher umgezogen: neu laden.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>“%1” was written but cannot be read: is the disk sound?</source>
        <translation>„%1“ wurde geschrieben, ist aber nicht lesbar: Ist der Datenträger in Ordnung?</translation>
    </message>
    <message>
        <source>Rows could not be compressed: %1.</source>
        <translation>Zeilen ließen sich nicht komprimieren: %1.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>„%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>“%1” is damaged; it is only a copy and is made again.</source>
        <translation>„%1“ ist beschädigt; es ist nur eine Kopie und wird neu angelegt.</translation>
    </message>
    <message>
        <source>The table of events: opening, jumping, filtering, following; --size counts events; a first word is the folder to keep them in, a second one the years they fill (20).</source>
        <translation>Die Ereignistabelle: Öffnen, Springen, Filtern, Folgen; --size zählt Ereignisse; ein erstes Wort ist der Ordner, in dem sie bleiben, ein zweites die Jahre, die sie füllen (20).</translation>
    </message>
    <message>
        <source>%1 cannot be written; is the disk full?</source>
        <translation>%1 lässt sich nicht schreiben; ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>Rows in the middle of the table can be shown when its index is ready.</source>
        <translation>Zeilen in der Mitte der Tabelle lassen sich zeigen, sobald ihr Index fertig ist.</translation>
    </message>
    <message>
        <source>This event was computed or entered by hand: there are no raw bytes behind it.</source>
        <translation>Dieses Ereignis wurde berechnet oder von Hand eingegeben: Dahinter stehen keine Rohdaten.</translation>
    </message>
    <message>
        <source>An event counts from the moment the public could first know it. Its event bar (bar 0) is the first bar of the asset that closes at or after that moment; of an event known only by its date it is the bar of that date, else the next. Weekends and hours after the close go forward, never back. n counts distinct event bars that have a response.</source>
        <translation>Ein Ereignis zählt ab dem Moment, ab dem die Öffentlichkeit davon wissen konnte. Sein Ereignisbalken (Balken 0) ist der erste Balken des Werts, der in oder nach diesem Moment schließt; ist nur das Datum bekannt, der Balken dieses Datums, sonst der nächste. Wochenenden und Stunden nach Handelsschluss gehen vorwärts, nie zurück. n zählt verschiedene Ereignisbalken, die eine Reaktion haben.</translation>
    </message>
    <message>
        <source>A series with fewer than %1 of them is not tested.</source>
        <translation>Eine Reihe mit weniger als %1 davon wird nicht geprüft.</translation>
    </message>
    <message>
        <source>Events are parted into %1 groups by their %2; the breaks are those of %3.</source>
        <translation>Ereignisse werden in %1 Gruppen geteilt, nach: %2. Die Grenzen bestimmt: %3.</translation>
    </message>
    <message>
        <source>the events before each</source>
        <translation>die Ereignisse davor</translation>
    </message>
    <message>
        <source>the whole sample, so nothing here can be traded</source>
        <translation>die ganze Stichprobe, daher ist hier nichts handelbar</translation>
    </message>
    <message>
        <source>simple return</source>
        <translation>einfache Rendite</translation>
    </message>
    <message>
        <source>difference of levels</source>
        <translation>Differenz der Niveaus</translation>
    </message>
    <message>
        <source>difference of log odds</source>
        <translation>Differenz der Log-Odds</translation>
    </message>
    <message>
        <source>log return</source>
        <translation>Log-Rendite</translation>
    </message>
    <message>
        <source>less its own mean over the %1 bars before</source>
        <translation>abzüglich ihres eigenen Mittels über die %1 Balken davor</translation>
    </message>
    <message>
        <source>less that of %1</source>
        <translation>abzüglich derjenigen von %1</translation>
    </message>
    <message>
        <source>less what a least-squares line on %1 over the %2 bars before explains (market model; the fit ends before the bar and never looks at the events)</source>
        <translation>abzüglich dessen, was eine Kleinste-Quadrate-Gerade auf %1 über die %2 Balken davor erklärt (Marktmodell; die Anpassung endet vor dem Balken und sieht nie auf die Ereignisse)</translation>
    </message>
    <message>
        <source>less what a least-squares fit on %1 over the %2 bars before explains</source>
        <translation>abzüglich dessen, was eine Kleinste-Quadrate-Anpassung auf %1 über die %2 Balken davor erklärt</translation>
    </message>
    <message>
        <source>as it is, nothing taken off</source>
        <translation>unverändert, nichts abgezogen</translation>
    </message>
    <message>
        <source>The response of a bar is the size (without sign) of its %1, %2.</source>
        <translation>Die Reaktion eines Balkens ist der Betrag (ohne Vorzeichen) von: %1, %2.</translation>
    </message>
    <message>
        <source>The response of a bar is the log of its range (high over low), %1.</source>
        <translation>Die Reaktion eines Balkens ist der Logarithmus seiner Spanne (Hoch durch Tief), %1.</translation>
    </message>
    <message>
        <source>The response of a bar is the log of its volume, %1.</source>
        <translation>Die Reaktion eines Balkens ist der Logarithmus seines Volumens, %1.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>The response of a bar is its %1, %2.</source>
        <translation>Die Reaktion eines Balkens ist seine %1, %2.</translation>
    </message>
    <message>
        <source>A window [a, b] adds up bars a to b, counted from the event bar; a negative bar lies before the event. A gap in the prices makes the bars it touches missing, never zero.</source>
        <translation>Ein Fenster [a, b] summiert die Balken a bis b, gezählt ab dem Ereignisbalken; ein negativer Balken liegt vor dem Ereignis. Eine Lücke in den Preisen macht die betroffenen Balken zu fehlenden, nie zu null.</translation>
    </message>
    <message>
        <source>The effect is the correlation of the event&apos;s value with the response.</source>
        <translation>Der Effekt ist die Korrelation des Ereigniswerts mit der Reaktion.</translation>
    </message>
    <message>
        <source>The effect is the mean response to the top group of events less that to the bottom group.</source>
        <translation>Der Effekt ist die mittlere Reaktion auf die oberste Gruppe der Ereignisse abzüglich der auf die unterste.</translation>
    </message>
    <message>
        <source>What is tested is effect less base, divided by the root of the sum of the squared responses to the events, so that wild days do not pass for an effect.</source>
        <translation>Geprüft wird Effekt minus Grundwert, geteilt durch die Wurzel aus der Summe der quadrierten Reaktionen auf die Ereignisse, damit wilde Tage nicht als Effekt durchgehen.</translation>
    </message>
    <message>
        <source>Circular shifts: all events are moved together by every possible number of bars, the same for every event and asset, so that whatever ties the assets and the events to one another stays.</source>
        <translation>Ringverschiebungen: Alle Ereignisse werden gemeinsam um jede mögliche Zahl von Balken verschoben, gleich für jedes Ereignis und jeden Wert, sodass alles erhalten bleibt, was Werte und Ereignisse untereinander verbindet.</translation>
    </message>
    <message>
        <source>Block shifts: inside each block of at least a year all events are moved together, each block by an amount of its own.</source>
        <translation>Blockverschiebungen: Innerhalb jedes Blocks von mindestens einem Jahr werden alle Ereignisse gemeinsam verschoben, jeder Block um seinen eigenen Betrag.</translation>
    </message>
    <message>
        <source>Matched days: each event trades places with bars of the same weekday of the same calendar month; the effect is compared with the mean of those.</source>
        <translation>Vergleichstage: Jedes Ereignis tauscht den Platz mit Balken desselben Wochentags desselben Kalendermonats; der Effekt wird mit deren Mittel verglichen.</translation>
    </message>
    <message>
        <source>Shifted values: the dates of the events stay, the sequence of their values is moved along them.</source>
        <translation>Verschobene Werte: Die Termine der Ereignisse bleiben, die Folge ihrer Werte wird an ihnen entlang verschoben.</translation>
    </message>
    <message>
        <source>Only shifts by whole weeks are used.</source>
        <translation>Verwendet werden nur Verschiebungen um ganze Wochen.</translation>
    </message>
    <message>
        <source>Only shifts by whole sessions are used.</source>
        <translation>Verwendet werden nur Verschiebungen um ganze Sitzungen.</translation>
    </message>
    <message>
        <source>p is the share of these rearrangements, the true one counted, that give at least so strong a value.</source>
        <translation>p ist der Anteil dieser Umordnungen, die wahre mitgezählt, die einen mindestens so starken Wert ergeben.</translation>
    </message>
    <message>
        <source>Significant: adjusted p at most %1. The adjusted p is the share of rearrangements in which the strongest value of the whole family is at least as strong as this one (maxT; Westfall and Young 1993), so it counts every question that was asked.</source>
        <translation>Signifikant: korrigiertes p höchstens %1. Das korrigierte p ist der Anteil der Umordnungen, in denen der stärkste Wert der ganzen Familie mindestens so stark ist wie dieser (maxT; Westfall und Young 1993); es zählt also jede gestellte Frage mit.</translation>
    </message>
    <message>
        <source>The study asked for no significant tier.</source>
        <translation>Die Studie verlangte keine Stufe „signifikant“.</translation>
    </message>
    <message>
        <source>Candidate: a set chosen so that at most 5 % of it are expected to be false (Tusher and others 2001; Storey and Tibshirani 2003); worth a second look, not to be believed yet.</source>
        <translation>Kandidat: eine Menge, so gewählt, dass höchstens 5 % davon als falsch zu erwarten sind (Tusher u. a. 2001; Storey und Tibshirani 2003); einen zweiten Blick wert, noch nicht zu glauben.</translation>
    </message>
    <message>
        <source>“By chance” counts what the same rule picks when the events are moved.</source>
        <translation>„Durch Zufall“ zählt, was dieselbe Regel auswählt, wenn die Ereignisse verschoben sind.</translation>
    </message>
    <message>
        <source>Data from %1 on are sealed: this run did not see them. Opening them is one logged act for one finding.</source>
        <translation>Daten ab %1 sind versiegelt: Dieser Lauf sah sie nicht. Sie zu öffnen ist ein einmaliger, protokollierter Schritt für einen Befund.</translation>
    </message>
    <message>
        <source>This workspace has no seal: the run saw all data up to the end of its sample, and no hold-out is left to try it on.</source>
        <translation>Dieser Arbeitsbereich hat kein Siegel: Der Lauf sah alle Daten bis zum Ende seiner Stichprobe, und keine Rücklage bleibt für eine Bewährung.</translation>
    </message>
    <message>
        <source>A hypothesis is tested by search once; asked again it keeps its first verdict, and only later data can change it.</source>
        <translation>Eine Hypothese wird durch Suche nur einmal geprüft; erneut gefragt behält sie ihr erstes Urteil, und nur spätere Daten können es ändern.</translation>
    </message>
    <message>
        <source>The study asked for it.</source>
        <translation>Die Studie hat es verlangt.</translation>
    </message>
    <message>
        <source>It is used where the dates are not bound to the calendar.</source>
        <translation>Dies gilt, wo die Termine nicht an den Kalender gebunden sind.</translation>
    </message>
    <message>
        <source>It is used where the dates follow the calendar: moved, they would meet themselves.</source>
        <translation>Dies gilt, wo die Termine dem Kalender folgen: Verschoben träfen sie auf sich selbst.</translation>
    </message>
    <message>
        <source>It is used where the dates follow the calendar and the events carry values.</source>
        <translation>Dies gilt, wo die Termine dem Kalender folgen und die Ereignisse Werte tragen.</translation>
    </message>
    <message>
        <source>The notes say why.</source>
        <translation>Die Anmerkungen sagen, warum.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Prüfgröße</translation>
    </message>
    <message>
        <source>Could chance do it?</source>
        <translation>Könnte es Zufall sein?</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>Intervals of effects hold 95 % (stationary bootstrap; Politis and Romano 1994); those of shares are Wilson&apos;s. “Smallest effect” is what would be significant 80 % of the time.</source>
        <translation>Intervalle von Effekten enthalten 95 % (stationärer Bootstrap; Politis und Romano 1994); die von Anteilen sind die nach Wilson. „Kleinster Effekt“ ist, was in 80 % der Fälle signifikant wäre.</translation>
    </message>
    <message>
        <source>Tradable</source>
        <translation>Handelbar</translation>
    </message>
    <message>
        <source>A window is tradable when, for every event, the close it is entered at lies at least five minutes after the event was known.</source>
        <translation>Ein Fenster ist handelbar, wenn bei jedem Ereignis der Schlusskurs, zu dem eingestiegen wird, mindestens fünf Minuten nach dem Bekanntwerden liegt.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>The result is a function of the study and the snapshot alone. “foreshock-cli study verify %1” runs it again and compares the result hash, bit for bit.</source>
        <translation>Das Ergebnis ist eine Funktion allein von Studie und Stand. „foreshock-cli study verify %1“ führt sie erneut aus und vergleicht den Ergebnis-Hash, Bit für Bit.</translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation>Der Bericht wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Gathering evidence</source>
        <translation>Belege werden gesammelt</translation>
    </message>
    <message>
        <source>“%1” is no hypothesis; give at least %2 of the hexadecimal digits it begins with.</source>
        <translation>„%1“ ist keine Hypothese; mindestens %2 ihrer ersten hexadezimalen Ziffern angeben.</translation>
    </message>
    <message>
        <source>The run %1 keeps no hypothesis that begins with %2; “study show %1 --all --json” lists those it keeps.</source>
        <translation>Der Lauf %1 bewahrt keine Hypothese auf, die mit %2 beginnt; „study show %1 --all --json“ listet die aufbewahrten.</translation>
    </message>
    <message>
        <source>%1 hypotheses of the run begin with %2; give more digits.</source>
        <translation>%1 Hypothesen des Laufs beginnen mit %2; mehr Ziffern angeben.</translation>
    </message>
    <message>
        <source>%1 is not a file; name one that ends in .pdf.</source>
        <translation>%1 ist keine Datei; eine nennen, die auf .pdf endet.</translation>
    </message>
    <message>
        <source>it is longer than %1 characters</source>
        <translation>länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>it holds characters that cannot be seen</source>
        <translation>enthält Zeichen, die nicht zu sehen sind</translation>
    </message>
    <message>
        <source>More than one way was needed: each has its share of the level, by how many hypotheses it tests, and the adjusted p is raised by it.</source>
        <translation>Mehr als ein Verfahren war nötig: Jedes hat seinen Anteil am Niveau, nach der Zahl der Hypothesen, die es prüft, und das korrigierte p ist entsprechend erhöht.</translation>
    </message>
    <message>
        <source>There is no folder %1 to write the report into; make it first.</source>
        <translation>Es gibt keinen Ordner %1 für den Bericht; ihn zuerst anlegen.</translation>
    </message>
    <message>
        <source>The report in %1 cannot be read: %2 Mend the file, or move it away to begin a new report.</source>
        <translation>Der Bericht in %1 lässt sich nicht lesen: %2 Die Datei ausbessern oder beiseitelegen, um einen neuen Bericht zu beginnen.</translation>
    </message>
    <message>
        <source>Its filter is not understood: %1</source>
        <translation>Sein Filter ist nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>No event of the workspace passes its filter any more.</source>
        <translation>Kein Ereignis des Arbeitsbereichs besteht seinen Filter mehr.</translation>
    </message>
    <message>
        <source>The prices of %1 it was made of are no longer in the workspace.</source>
        <translation>Die Kurse von %1, aus denen er entstand, sind nicht mehr im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The run %1 it comes from is no longer in the workspace.</source>
        <translation>Der Lauf %1, aus dem er stammt, ist nicht mehr im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The run %1 no longer reports this finding.</source>
        <translation>Der Lauf %1 meldet diesen Befund nicht mehr.</translation>
    </message>
    <message>
        <source>It is empty: there is no picture, no table and no comment.</source>
        <translation>Er ist leer: Es gibt kein Bild, keine Tabelle und keinen Kommentar.</translation>
    </message>
    <message>
        <source>Its table has no rows.</source>
        <translation>Seine Tabelle hat keine Zeilen.</translation>
    </message>
    <message>
        <source>It is of a kind this version does not know; only its texts are printed.</source>
        <translation>Diese Version kennt seine Art nicht; nur seine Texte werden gedruckt.</translation>
    </message>
    <message>
        <source>it is larger than 64 MB.</source>
        <translation>sie ist größer als 64 MB.</translation>
    </message>
    <message>
        <source>The report in %1 was written by a newer version of Foreshock.</source>
        <translation>Der Bericht in %1 stammt von einer neueren Version von Foreshock.</translation>
    </message>
    <message>
        <source>it does not say its format.</source>
        <translation>sie nennt ihr Format nicht.</translation>
    </message>
    <message>
        <source>Checking sections</source>
        <translation>Abschnitte werden geprüft</translation>
    </message>
    <message>
        <source>The report has no section yet; add what a panel shows with “Add to Report”.</source>
        <translation>Der Bericht hat noch keinen Abschnitt; mit „Zum Bericht“ hinzufügen, was ein Bereich zeigt.</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>Bericht zu %1</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>The workspace %1 is open in another window, which does not answer; end that program first.</source>
        <translation>Der Arbeitsbereich %1 ist in einem anderen Fenster offen, das nicht antwortet; erst jenes Programm beenden.</translation>
    </message>
    <message>
        <source>A job of the queue does not say what to ask: %1</source>
        <translation>Ein Auftrag der Warteschlange sagt nicht, was zu fragen ist: %1</translation>
    </message>
    <message>
        <source>There is no source “%1”; “sources list” shows those there are.</source>
        <translation>Es gibt keine Quelle „%1“; „sources list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>nothing was collected</source>
        <translation>nichts wurde gesammelt</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 antwortete %2</translation>
    </message>
    <message>
        <source>%1 cannot be asked for the past.</source>
        <translation>%1 lässt sich nicht nach der Vergangenheit fragen.</translation>
    </message>
    <message>
        <source>%1 is larger than any answer may be (1 GB).</source>
        <translation>%1 ist größer, als eine Antwort sein darf (1 GB).</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read: %2.</source>
        <translation>Der Ordner %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Cancelled; what was taken in stays.</source>
        <translation>Abgebrochen; was aufgenommen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Replaying %1</source>
        <translation>%1 wird erneut gelesen</translation>
    </message>
    <message>
        <source>%1 allows %2 requests every %3 minutes, and this asks for %4: a round takes about %5 minutes instead.</source>
        <translation>%1 erlaubt %2 Anfragen alle %3 Minuten, dies verlangt %4: Eine Runde dauert stattdessen etwa %5 Minuten.</translation>
    </message>
    <message>
        <source>The recording “%1” cannot be written (%2): check the folder and the free space.</source>
        <translation>Die Aufzeichnung „%1“ kann nicht geschrieben werden (%2): Ordner und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>The recording “%1” is missing or damaged: record it again.</source>
        <translation>Die Aufzeichnung „%1“ fehlt oder ist beschädigt: neu aufzeichnen.</translation>
    </message>
    <message>
        <source>“%1” holds no recording (no %2).</source>
        <translation>„%1“ enthält keine Aufzeichnung (kein %2).</translation>
    </message>
    <message>
        <source>Line %1 of “%2” cannot be read: record it again.</source>
        <translation>Zeile %1 von „%2“ ist nicht lesbar: neu aufzeichnen.</translation>
    </message>
    <message>
        <source>The replay holds nothing for “%1”.</source>
        <translation>Die Wiedergabe enthält nichts für „%1“.</translation>
    </message>
    <message>
        <source>The replay holds no further answer for “%1”.</source>
        <translation>Die Wiedergabe enthält keine weitere Antwort für „%1“.</translation>
    </message>
    <message>
        <source>The recording “%1” is larger than the source allows.</source>
        <translation>Die Aufzeichnung „%1“ ist größer, als die Quelle erlaubt.</translation>
    </message>
    <message>
        <source>The network part (libcurl) did not start.</source>
        <translation>Der Netzwerkteil (libcurl) ist nicht gestartet.</translation>
    </message>
    <message>
        <source>A request is one of GET, HEAD, POST, PUT and DELETE.</source>
        <translation>Eine Anfrage ist GET, HEAD, POST, PUT oder DELETE.</translation>
    </message>
    <message>
        <source>The mark of the last answer (ETag) holds a line break: fetch it anew.</source>
        <translation>Die Marke der letzten Antwort (ETag) enthält einen Zeilenumbruch: neu abrufen.</translation>
    </message>
    <message>
        <source>curl did not take the request; is there memory left?</source>
        <translation>curl hat die Anfrage nicht angenommen; ist noch Speicher frei?</translation>
    </message>
    <message>
        <source>“%1” cannot be reached (%2): check the network connection; if others work, the service is down for now.</source>
        <translation>„%1“ ist nicht erreichbar (%2): Netzwerkverbindung prüfen; wenn andere antworten, ist der Dienst zurzeit gestört.</translation>
    </message>
    <message>
        <source>“%1” could not prove who it is, so nothing was sent (%2): check this computer&apos;s clock and whether something in the network reads along.</source>
        <translation>„%1“ konnte sich nicht ausweisen, daher wurde nichts gesendet (%2): die Uhr dieses Rechners prüfen und ob im Netzwerk etwas mitliest.</translation>
    </message>
    <message>
        <source>“%1” answered too slowly and was given up (%2): try again later.</source>
        <translation>„%1“ antwortete zu langsam und wurde aufgegeben (%2): später erneut versuchen.</translation>
    </message>
    <message>
        <source>The answer of “%1” is larger than the %2 MiB allowed: ask for less at a time, or raise the limit of this source.</source>
        <translation>Die Antwort von „%1“ ist größer als die erlaubten %2 MiB: weniger auf einmal abfragen oder die Grenze dieser Quelle anheben.</translation>
    </message>
    <message>
        <source>“%1” leads to this computer or the local network, which a source may only use when its settings say so.</source>
        <translation>„%1“ führt zu diesem Rechner oder ins lokale Netzwerk; das darf eine Quelle nur, wenn ihre Einstellungen es sagen.</translation>
    </message>
    <message>
        <source>“%1” sent a web page instead of data: a login page of the network (hotel, train) or an error page; open the address in a browser to see it.</source>
        <translation>„%1“ sandte eine Webseite statt Daten: eine Anmeldeseite des Netzwerks (Hotel, Zug) oder eine Fehlerseite; zum Ansehen die Adresse im Browser öffnen.</translation>
    </message>
    <message>
        <source>“%1” is only asked over https: correct the address of the source.</source>
        <translation>„%1“ wird nur über https abgefragt: die Adresse der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>The connection to “%1” broke off before the answer was whole (%2): try again later.</source>
        <translation>Die Verbindung zu „%1“ brach ab, bevor die Antwort vollständig war (%2): später erneut versuchen.</translation>
    </message>
    <message>
        <source>“%1” refuses access (status %2): check the key, the contact address and what your plan allows.</source>
        <translation>„%1“ verweigert den Zugang (Status %2): Schlüssel, Kontaktadresse und den Umfang des eigenen Tarifs prüfen.</translation>
    </message>
    <message>
        <source>“%1” has nothing at this address (status %2): check the address of the source.</source>
        <translation>„%1“ hat nichts unter dieser Adresse (Status %2): die Adresse der Quelle prüfen.</translation>
    </message>
    <message>
        <source>“%1” asks for fewer requests (status 429): it is left alone for a while.</source>
        <translation>„%1“ bittet um weniger Anfragen (Status 429): es wird eine Weile in Ruhe gelassen.</translation>
    </message>
    <message>
        <source>“%1” has a fault of its own (status %2): try again later.</source>
        <translation>„%1“ hat selbst eine Störung (Status %2): später erneut versuchen.</translation>
    </message>
    <message>
        <source>“%1” refuses the request (status %2): check the settings of the source.</source>
        <translation>„%1“ weist die Anfrage zurück (Status %2): die Einstellungen der Quelle prüfen.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is left alone for another %n second(s), because it failed or asked for it.</source>
        <translation>
            <numerusform>„%1“ wird noch %n Sekunde in Ruhe gelassen, weil es versagte oder darum bat.</numerusform>
            <numerusform>„%1“ wird noch %n Sekunden in Ruhe gelassen, weil es versagte oder darum bat.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” points to “%2”, which is not followed: correct the address of the source.</source>
        <translation>„%1“ verweist auf „%2“; dem wird nicht gefolgt: die Adresse der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>A header of the request holds a line break, another character that is not allowed there, or a name that is not to be set: look at the key and the headers of the source.</source>
        <translation>Ein Kopfeintrag der Anfrage enthält einen Zeilenumbruch, ein anderes dort verbotenes Zeichen oder einen Namen, der nicht gesetzt werden darf: Schlüssel und Kopfeinträge der Quelle ansehen.</translation>
    </message>
    <message numerus="yes">
        <source>A key or password shorter than %n character(s) cannot be kept out of logs and files, so it is not sent.</source>
        <translation>
            <numerusform>Ein Schlüssel oder Passwort mit weniger als %n Zeichen lässt sich nicht aus Protokollen und Dateien heraushalten und wird daher nicht gesendet.</numerusform>
            <numerusform>Ein Schlüssel oder Passwort mit weniger als %n Zeichen lässt sich nicht aus Protokollen und Dateien heraushalten und wird daher nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The contact address holds a line break or another control character: write it on one line.</source>
        <translation>Die Kontaktadresse enthält einen Zeilenumbruch oder ein anderes Steuerzeichen: in einer Zeile schreiben.</translation>
    </message>
    <message>
        <source>A thread that draws or listens may not wait for the network: this is a mistake in Foreshock, please report it.</source>
        <translation>Ein Thread, der zeichnet oder lauscht, darf nicht auf das Netzwerk warten: Das ist ein Fehler in Foreshock, bitte melden.</translation>
    </message>
    <message>
        <source>the name leads to this computer or the local network</source>
        <translation>der Name führt zu diesem Rechner oder ins lokale Netzwerk</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>keine rechtzeitige Verbindung</translation>
    </message>
    <message>
        <source>it no longer answers</source>
        <translation>keine Antwort mehr</translation>
    </message>
    <message>
        <source>The stream of “%1” broke off (%2): it is tried again by itself.</source>
        <translation>Der Datenstrom von „%1“ brach ab (%2): Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>“%1” is only listened to over wss: correct the address of the source.</source>
        <translation>„%1“ wird nur über wss gehört: die Adresse der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>This address holds a blank, a line break or another control character: write it without, or as %20.</source>
        <translation>Diese Adresse enthält ein Leerzeichen, einen Zeilenumbruch oder ein anderes Steuerzeichen: ohne dieses schreiben oder als %20.</translation>
    </message>
    <message>
        <source>This is not a web address: it should read like https://example.org/data.json.</source>
        <translation>Das ist keine Webadresse: Sie sollte wie https://example.org/data.json lauten.</translation>
    </message>
    <message>
        <source>Addresses that begin with “%1:” are not fetched, only those of the web (https).</source>
        <translation>Adressen, die mit „%1:“ beginnen, werden nicht abgerufen, nur solche des Webs (https).</translation>
    </message>
    <message>
        <source>The address of “%1” holds a user name or password: enter it as a key of the source instead.</source>
        <translation>Die Adresse von „%1“ enthält einen Benutzernamen oder ein Passwort: stattdessen als Schlüssel der Quelle eingeben.</translation>
    </message>
    <message>
        <source>%1 refused access (HTTP %2); check the key and what it may see</source>
        <translation>%1 verweigert den Zugang (HTTP %2); prüfen Sie den Schlüssel und was er sehen darf</translation>
    </message>
    <message>
        <source>%1 knows nothing under this address (HTTP %2)</source>
        <translation>%1 kennt nichts unter dieser Adresse (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 says that it was asked too often (HTTP 429); it is asked again later</source>
        <translation>%1 sagt, es sei zu oft gefragt worden (HTTP 429); später wird wieder gefragt</translation>
    </message>
    <message>
        <source>%1 answered %2; it is asked again later</source>
        <translation>%1 antwortete %2; später wird wieder gefragt</translation>
    </message>
    <message>
        <source>%1 did not take the request (HTTP %2)</source>
        <translation>%1 nahm die Anfrage nicht an (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 sent an empty answer</source>
        <translation>%1 sandte eine leere Antwort</translation>
    </message>
    <message>
        <source>%1 sent a web page instead of data; a portal may stand between, or the provider has moved</source>
        <translation>%1 sandte eine Webseite statt Daten; vielleicht steht ein Portal dazwischen, oder der Anbieter ist umgezogen</translation>
    </message>
    <message>
        <source>%1 sent something else than the expected table: %2</source>
        <translation>%1 sandte etwas anderes als die erwartete Tabelle: %2</translation>
    </message>
    <message>
        <source>the answer breaks off or is not JSON from here on</source>
        <translation>die Antwort bricht ab oder ist ab hier kein JSON</translation>
    </message>
    <message>
        <source>the record has another form than the others</source>
        <translation>der Datensatz hat eine andere Form als die übrigen</translation>
    </message>
    <message>
        <source>the dividend does not say of which ticker it is</source>
        <translation>die Dividende sagt nicht, von welchem Ticker sie ist</translation>
    </message>
    <message>
        <source>the ex-day of the dividend is not a date</source>
        <translation>der Ex-Tag der Dividende ist kein Datum</translation>
    </message>
    <message>
        <source>the amount of the dividend is not a number</source>
        <translation>der Betrag der Dividende ist keine Zahl</translation>
    </message>
    <message>
        <source>the bar does not say of what it is</source>
        <translation>der Balken sagt nicht, wovon er ist</translation>
    </message>
    <message>
        <source>the bar has no close</source>
        <translation>der Balken hat keinen Schlusskurs</translation>
    </message>
    <message>
        <source>the event has no id</source>
        <translation>das Ereignis hat keine Kennung</translation>
    </message>
    <message>
        <source>the day is not a date</source>
        <translation>der Tag ist kein Datum</translation>
    </message>
    <message>
        <source>the event has no type or no country</source>
        <translation>das Ereignis hat keine Art oder kein Land</translation>
    </message>
    <message>
        <source>the number of deaths is not a number</source>
        <translation>die Zahl der Toten ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 says: %2</source>
        <translation>%1 meldet: %2</translation>
    </message>
    <message>
        <source>%1 sent something else than JSON</source>
        <translation>%1 hat etwas anderes als JSON gesendet</translation>
    </message>
    <message>
        <source>%1 sent something else than a table of events</source>
        <translation>%1 hat etwas anderes als eine Tabelle von Ereignissen gesendet</translation>
    </message>
    <message>
        <source>the row does not fit the header</source>
        <translation>die Zeile passt nicht zur Kopfzeile</translation>
    </message>
    <message>
        <source>ACLED conflict events</source>
        <translation>ACLED-Konfliktereignisse</translation>
    </message>
    <message>
        <source>Battles, explosions, riots and protests of the whole world, with deaths and actors.</source>
        <translation>Gefechte, Explosionen, Ausschreitungen und Proteste der ganzen Welt, mit Toten und Beteiligten.</translation>
    </message>
    <message>
        <source>Free after registration; the terms of ACLED forbid passing the data on.</source>
        <translation>Nach Anmeldung kostenlos; die Bedingungen von ACLED verbieten die Weitergabe der Daten.</translation>
    </message>
    <message>
        <source>“%1” is not a country; write it as Ukraine or UKR</source>
        <translation>„%1“ ist kein Land; als Ukraine oder UKR schreiben</translation>
    </message>
    <message>
        <source>ACLED needs a name and a password; register at %1</source>
        <translation>ACLED braucht einen Namen und ein Passwort; Anmeldung unter %1</translation>
    </message>
    <message>
        <source>ACLED answers only with a token; it is fetched with the name and password</source>
        <translation>ACLED antwortet nur mit einem Token; es wird mit Name und Passwort geholt</translation>
    </message>
    <message>
        <source>Alpha Vantage sent made-up numbers, because this data needs a better plan; nothing was kept</source>
        <translation>Alpha Vantage hat erfundene Zahlen gesandt, weil diese Daten einen besseren Tarif brauchen; nichts wurde behalten</translation>
    </message>
    <message>
        <source>Alpha Vantage answered: “%1”</source>
        <translation>Alpha Vantage hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>Alpha Vantage</source>
        <translation>Alpha Vantage</translation>
    </message>
    <message>
        <source>Daily and intraday bars, news with sentiment, earnings surprises and call transcripts.</source>
        <translation>Tages- und Minutenbalken, Nachrichten mit Stimmung, Gewinnüberraschungen und Mitschriften von Telefonkonferenzen.</translation>
    </message>
    <message>
        <source>For your own use; the free plan allows 25 requests a day.</source>
        <translation>Für den eigenen Gebrauch; der kostenlose Tarif erlaubt 25 Anfragen am Tag.</translation>
    </message>
    <message>
        <source>Name the tickers that Alpha Vantage is to be asked for, such as IBM.</source>
        <translation>Nennen Sie die Ticker, nach denen Alpha Vantage gefragt werden soll, etwa IBM.</translation>
    </message>
    <message>
        <source>Alpha Vantage needs a key; enter it under Sources.</source>
        <translation>Alpha Vantage braucht einen Schlüssel; geben Sie ihn unter Quellen ein.</translation>
    </message>
    <message>
        <source>Alpha Vantage sent something else than the expected table</source>
        <translation>Alpha Vantage hat etwas anderes als die erwartete Tabelle gesandt</translation>
    </message>
    <message>
        <source>Alpha Vantage sent something else than data</source>
        <translation>Alpha Vantage hat etwas anderes als Daten gesandt</translation>
    </message>
    <message>
        <source>The answer does not say of which symbol its prices are</source>
        <translation>Die Antwort sagt nicht, von welchem Symbol ihre Preise sind</translation>
    </message>
    <message>
        <source>Alpha Vantage&apos;s bars are of a length that cannot be told</source>
        <translation>Die Balken von Alpha Vantage haben eine Länge, die sich nicht bestimmen lässt</translation>
    </message>
    <message>
        <source>a price of the bar is not a number</source>
        <translation>ein Preis des Balkens ist keine Zahl</translation>
    </message>
    <message>
        <source>the time of the bar is none</source>
        <translation>die Zeit des Balkens ist keine</translation>
    </message>
    <message>
        <source>the instrument has no ticker</source>
        <translation>das Instrument hat keinen Ticker</translation>
    </message>
    <message>
        <source>the article has no address</source>
        <translation>der Artikel hat keine Adresse</translation>
    </message>
    <message>
        <source>the date of the article is none</source>
        <translation>das Datum des Artikels ist keines</translation>
    </message>
    <message>
        <source>the day of the report is not a date</source>
        <translation>der Tag des Berichts ist kein Datum</translation>
    </message>
    <message>
        <source>a figure of the report is not a number</source>
        <translation>eine Zahl des Berichts ist keine Zahl</translation>
    </message>
    <message>
        <source>there is no quote</source>
        <translation>es gibt keine Notierung</translation>
    </message>
    <message>
        <source>the time of the trade or quote is none</source>
        <translation>die Zeit des Abschlusses oder der Notierung ist keine</translation>
    </message>
    <message>
        <source>a price of the trade or quote is not a number</source>
        <translation>ein Preis des Abschlusses oder der Notierung ist keine Zahl</translation>
    </message>
    <message>
        <source>The answer does not say of which symbol its reports are</source>
        <translation>Die Antwort sagt nicht, von welchem Symbol ihre Berichte sind</translation>
    </message>
    <message>
        <source>The transcript does not say of which company and quarter it is</source>
        <translation>Die Mitschrift sagt nicht, von welcher Firma und welchem Quartal sie ist</translation>
    </message>
    <message>
        <source>nothing was said in this turn</source>
        <translation>in diesem Redebeitrag wurde nichts gesagt</translation>
    </message>
    <message>
        <source>the period of the figure is not a date</source>
        <translation>der Zeitraum des Werts ist kein Datum</translation>
    </message>
    <message>
        <source>the figure is not a number</source>
        <translation>der Wert ist keine Zahl</translation>
    </message>
    <message>
        <source>there is no figure for the period</source>
        <translation>für den Zeitraum gibt es keinen Wert</translation>
    </message>
    <message>
        <source>The answer does not say which series it is</source>
        <translation>Die Antwort sagt nicht, welche Reihe sie ist</translation>
    </message>
    <message>
        <source>the report does not say of which ticker it is</source>
        <translation>der Bericht sagt nicht, von welchem Ticker er ist</translation>
    </message>
    <message>
        <source>the estimate is not a number</source>
        <translation>die Schätzung ist keine Zahl</translation>
    </message>
    <message>
        <source>Cboe volatility indices</source>
        <translation>Volatilitätsindizes der Cboe</translation>
    </message>
    <message>
        <source>The VIX and its relatives, daily since 1990.</source>
        <translation>Der VIX und seine Verwandten, täglich seit 1990.</translation>
    </message>
    <message>
        <source>For your own use; not to be passed on.</source>
        <translation>Für den eigenen Gebrauch; nicht zur Weitergabe.</translation>
    </message>
    <message>
        <source>Cboe sent something else than the history of an index</source>
        <translation>Die Cboe hat etwas anderes als die Geschichte eines Index gesandt</translation>
    </message>
    <message>
        <source>Cloudflare Radar</source>
        <translation>Cloudflare Radar</translation>
    </message>
    <message>
        <source>Outages of the internet by country, levels and anomalies of traffic, and attacks.</source>
        <translation>Ausfälle des Internets nach Ländern, Umfang und Auffälligkeiten des Verkehrs sowie Angriffe.</translation>
    </message>
    <message>
        <source>CC BY-NC 4.0: name Cloudflare, no commercial use.</source>
        <translation>CC BY-NC 4.0: Cloudflare nennen, keine gewerbliche Nutzung.</translation>
    </message>
    <message>
        <source>Cloudflare Radar needs a token; get one at %1</source>
        <translation>Cloudflare Radar braucht ein Token; erhältlich unter %1</translation>
    </message>
    <message>
        <source>the outage has no id</source>
        <translation>der Ausfall hat keine Kennung</translation>
    </message>
    <message>
        <source>the beginning of the outage is not a date</source>
        <translation>der Beginn des Ausfalls ist kein Datum</translation>
    </message>
    <message>
        <source>the outage names neither a country nor a network</source>
        <translation>der Ausfall nennt weder Land noch Netz</translation>
    </message>
    <message>
        <source>the anomaly has no id</source>
        <translation>die Auffälligkeit hat keine Kennung</translation>
    </message>
    <message>
        <source>the beginning of the anomaly is not a date</source>
        <translation>der Beginn der Auffälligkeit ist kein Datum</translation>
    </message>
    <message>
        <source>the anomaly names neither a country nor a network</source>
        <translation>die Auffälligkeit nennt weder Land noch Netz</translation>
    </message>
    <message>
        <source>the share is not a number</source>
        <translation>der Anteil ist keine Zahl</translation>
    </message>
    <message>
        <source>the answer does not say which days it is about</source>
        <translation>die Antwort sagt nicht, von welchen Tagen sie handelt</translation>
    </message>
    <message>
        <source>the share does not say whose it is</source>
        <translation>der Anteil sagt nicht, wessen er ist</translation>
    </message>
    <message>
        <source>a value of the series has no time</source>
        <translation>ein Wert der Reihe hat keine Zeit</translation>
    </message>
    <message>
        <source>a value of the series is not a number</source>
        <translation>ein Wert der Reihe ist keine Zahl</translation>
    </message>
    <message>
        <source>the series has no values</source>
        <translation>die Reihe hat keine Werte</translation>
    </message>
    <message>
        <source>the trade or quote does not say of what it is</source>
        <translation>der Abschluss oder die Notierung sagt nicht, wovon sie ist</translation>
    </message>
    <message>
        <source>the candle has too few parts</source>
        <translation>die Kerze hat zu wenige Teile</translation>
    </message>
    <message>
        <source>The answer does not say of which product its candles are</source>
        <translation>Die Antwort sagt nicht, von welchem Produkt ihre Kerzen sind</translation>
    </message>
    <message>
        <source>Coinbase&apos;s candles are of a length that cannot be told</source>
        <translation>Die Kerzen von Coinbase haben eine Länge, die sich nicht bestimmen lässt</translation>
    </message>
    <message>
        <source>Coinbase Exchange</source>
        <translation>Coinbase Exchange</translation>
    </message>
    <message>
        <source>Public market data, for your own use.</source>
        <translation>Öffentliche Marktdaten, für den eigenen Gebrauch.</translation>
    </message>
    <message>
        <source>Coinbase has no candles of the interval %1; it has 1m, 5m, 15m, 1h, 6h and 1d.</source>
        <translation>Coinbase hat keine Kerzen des Intervalls %1; es gibt 1m, 5m, 15m, 1h, 6h und 1d.</translation>
    </message>
    <message>
        <source>Coinbase answered: “%1”</source>
        <translation>Coinbase hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>Coinbase sent something else than data</source>
        <translation>Coinbase hat etwas anderes als Daten gesandt</translation>
    </message>
    <message>
        <source>the rate is not a number</source>
        <translation>der Kurs ist keine Zahl</translation>
    </message>
    <message>
        <source>the day of the rates is not a date</source>
        <translation>der Tag der Kurse ist kein Datum</translation>
    </message>
    <message>
        <source>The ECB sent something else than its rates</source>
        <translation>Die EZB hat etwas anderes als ihre Kurse gesandt</translation>
    </message>
    <message>
        <source>the answer breaks off or is not XML from here on</source>
        <translation>die Antwort bricht ab oder ist ab hier kein XML</translation>
    </message>
    <message>
        <source>European Central Bank</source>
        <translation>Europäische Zentralbank</translation>
    </message>
    <message>
        <source>What a euro was worth in some thirty currencies, each working day at 14:15 since 1999.</source>
        <translation>Was ein Euro in etwa dreißig Währungen wert war, jeden Arbeitstag um 14:15 Uhr seit 1999.</translation>
    </message>
    <message>
        <source>Free to use, with the European Central Bank named as the source.</source>
        <translation>Frei zu verwenden, mit der Europäischen Zentralbank als Quelle.</translation>
    </message>
    <message>
        <source>SEC EDGAR</source>
        <translation>SEC EDGAR</translation>
    </message>
    <message>
        <source>Every filing made with the US Securities and Exchange Commission: reports, the items of current reports, and what insiders buy and sell.</source>
        <translation>Jede Einreichung bei der US-Börsenaufsicht SEC: Berichte, die Punkte der Ad-hoc-Meldungen und was Insider kaufen und verkaufen.</translation>
    </message>
    <message>
        <source>Public; the SEC asks for a contact address and at most ten requests a second.</source>
        <translation>Öffentlich; die SEC verlangt eine Kontaktadresse und höchstens zehn Anfragen in der Sekunde.</translation>
    </message>
    <message>
        <source>The SEC says that this machine asked too often; it is asked again in ten minutes</source>
        <translation>Die SEC sagt, dieser Rechner habe zu oft gefragt; in zehn Minuten wird wieder gefragt</translation>
    </message>
    <message>
        <source>The SEC does not know who asks: enter your name and mail address as contact in the settings</source>
        <translation>Die SEC weiß nicht, wer fragt: Tragen Sie in den Einstellungen Namen und Mailadresse als Kontakt ein</translation>
    </message>
    <message>
        <source>EDGAR has nothing under this address: no such filer, or no index for that day</source>
        <translation>EDGAR hat nichts unter dieser Adresse: kein solcher Einreicher, oder kein Index für diesen Tag</translation>
    </message>
    <message>
        <source>EDGAR is not available now; it is asked again later</source>
        <translation>EDGAR ist jetzt nicht erreichbar; später wird wieder gefragt</translation>
    </message>
    <message>
        <source>the filing has no accession number</source>
        <translation>die Einreichung hat keine Accession-Nummer</translation>
    </message>
    <message>
        <source>the filing has no form type</source>
        <translation>die Einreichung hat keine Formularart</translation>
    </message>
    <message>
        <source>the filing names no filer</source>
        <translation>die Einreichung nennt keinen Einreicher</translation>
    </message>
    <message>
        <source>the day of the filing is not a date</source>
        <translation>der Tag der Einreichung ist kein Datum</translation>
    </message>
    <message>
        <source>the value of the fact is not a number</source>
        <translation>der Wert der Angabe ist keine Zahl</translation>
    </message>
    <message>
        <source>a day of the fact is not a date</source>
        <translation>ein Tag der Angabe ist kein Datum</translation>
    </message>
    <message>
        <source>the fact names no filing</source>
        <translation>die Angabe nennt keine Einreichung</translation>
    </message>
    <message>
        <source>%1 sent something else than the filings of a filer</source>
        <translation>%1 sandte etwas anderes als die Einreichungen eines Einreichers</translation>
    </message>
    <message>
        <source>nothing tells whose filings these are; the answer names no filer</source>
        <translation>nichts sagt, wessen Einreichungen das sind; die Antwort nennt keinen Einreicher</translation>
    </message>
    <message>
        <source>%1 sent no table of tickers</source>
        <translation>%1 sandte keine Tabelle der Kürzel</translation>
    </message>
    <message>
        <source>the ticker has no name or no number</source>
        <translation>dem Kürzel fehlt Name oder Nummer</translation>
    </message>
    <message>
        <source>%1 sent no XBRL numbers</source>
        <translation>%1 sandte keine XBRL-Zahlen</translation>
    </message>
    <message>
        <source>the list breaks off or is not XML from here on</source>
        <translation>die Liste bricht ab oder ist ab hier kein XML</translation>
    </message>
    <message>
        <source>%1 sent no list of filings</source>
        <translation>%1 sandte keine Liste von Einreichungen</translation>
    </message>
    <message>
        <source>the line is not a filing</source>
        <translation>die Zeile ist keine Einreichung</translation>
    </message>
    <message>
        <source>%1 sent no index of filings</source>
        <translation>%1 sandte keinen Index von Einreichungen</translation>
    </message>
    <message>
        <source>the transaction has no code</source>
        <translation>die Transaktion hat keinen Code</translation>
    </message>
    <message>
        <source>the day of the transaction is not a date</source>
        <translation>der Tag der Transaktion ist kein Datum</translation>
    </message>
    <message>
        <source>the number of shares is not a number</source>
        <translation>die Zahl der Aktien ist keine Zahl</translation>
    </message>
    <message>
        <source>the price is not a number</source>
        <translation>der Preis ist keine Zahl</translation>
    </message>
    <message>
        <source>the form breaks off or is not XML from here on</source>
        <translation>das Formular bricht ab oder ist ab hier kein XML</translation>
    </message>
    <message>
        <source>%1 sent a Form 3, 4 or 5 that does not name its issuer</source>
        <translation>%1 sandte ein Formular 3, 4 oder 5, das seinen Emittenten nicht nennt</translation>
    </message>
    <message>
        <source>EDGAR cannot be asked for “%1” without the number of its filer and of the filing</source>
        <translation>EDGAR kann nach „%1“ nicht ohne die Nummern des Einreichers und der Einreichung gefragt werden</translation>
    </message>
    <message>
        <source>“%1” is neither a ticker nor a CIK; write AAPL or CIK0000320193</source>
        <translation>„%1“ ist weder Kürzel noch CIK; schreiben Sie AAPL oder CIK0000320193</translation>
    </message>
    <message>
        <source>say from which day to which day EDGAR&apos;s indexes are wanted</source>
        <translation>sagen Sie, von welchem bis zu welchem Tag die Indexe von EDGAR gewünscht sind</translation>
    </message>
    <message>
        <source>The SEC lets in only programs that say whose they are: enter your name and mail address as contact in the settings</source>
        <translation>Die SEC lässt nur Programme ein, die sagen, wem sie gehören: Tragen Sie in den Einstellungen Namen und Mailadresse als Kontakt ein</translation>
    </message>
    <message>
        <source>“%1” is not a day of EDGAR&apos;s index</source>
        <translation>„%1“ ist kein Tag aus dem Index von EDGAR</translation>
    </message>
    <message>
        <source>%1 sent something else than a filing</source>
        <translation>%1 sandte etwas anderes als eine Einreichung</translation>
    </message>
    <message>
        <source>nothing tells which filing the document belongs to</source>
        <translation>nichts sagt, zu welcher Einreichung das Dokument gehört</translation>
    </message>
    <message>
        <source>EIA energy releases</source>
        <translation>EIA-Energieberichte</translation>
    </message>
    <message>
        <source>Stocks, prices and flows of oil, gas and power of the US Energy Information Administration, with the surprise of each release.</source>
        <translation>Bestände, Preise und Ströme von Öl, Gas und Strom der US-Energiebehörde EIA, mit der Überraschung jeder Veröffentlichung.</translation>
    </message>
    <message>
        <source>Public domain.</source>
        <translation>Gemeinfrei.</translation>
    </message>
    <message>
        <source>“%1” needs a frequency: write it as route?frequency=weekly&amp;series=…</source>
        <translation>„%1“ braucht eine Häufigkeit; zu schreiben als route?frequency=weekly&amp;series=…</translation>
    </message>
    <message>
        <source>the EIA needs a key; get one at %1</source>
        <translation>die EIA braucht einen Schlüssel; erhältlich unter %1</translation>
    </message>
    <message>
        <source>the period is not a date</source>
        <translation>der Zeitraum ist kein Datum</translation>
    </message>
    <message>
        <source>there is no value for this period</source>
        <translation>für diesen Zeitraum gibt es keinen Wert</translation>
    </message>
    <message>
        <source>the value is not a number</source>
        <translation>der Wert ist keine Zahl</translation>
    </message>
    <message>
        <source>a forecast: its period was not over</source>
        <translation>eine Prognose: Ihr Zeitraum war noch nicht vorbei</translation>
    </message>
    <message>
        <source>%1 sent something else than a table of values</source>
        <translation>%1 hat etwas anderes als eine Tabelle von Werten gesendet</translation>
    </message>
    <message>
        <source>the row does not name its series</source>
        <translation>die Zeile nennt ihre Reihe nicht</translation>
    </message>
    <message>
        <source>%1 sent something else than series</source>
        <translation>%1 hat etwas anderes als Reihen gesendet</translation>
    </message>
    <message>
        <source>the series has no id or no values</source>
        <translation>die Reihe hat keine Kennung oder keine Werte</translation>
    </message>
    <message>
        <source>the time of the position is not a date</source>
        <translation>die Zeit der Position ist kein Datum</translation>
    </message>
    <message>
        <source>the magnitude is not a number</source>
        <translation>die Magnitude ist keine Zahl</translation>
    </message>
    <message>
        <source>the event has no category</source>
        <translation>das Ereignis hat keine Kategorie</translation>
    </message>
    <message>
        <source>the event has no position</source>
        <translation>das Ereignis hat keine Position</translation>
    </message>
    <message>
        <source>the position has another form than the others</source>
        <translation>die Position hat eine andere Form als die übrigen</translation>
    </message>
    <message>
        <source>NASA natural events</source>
        <translation>NASA-Naturereignisse</translation>
    </message>
    <message>
        <source>Storms, wildfires, volcanoes, floods and icebergs with their paths and sizes.</source>
        <translation>Stürme, Waldbrände, Vulkane, Fluten und Eisberge mit ihren Wegen und Größen.</translation>
    </message>
    <message>
        <source>the position is not one on Earth</source>
        <translation>die Position liegt nicht auf der Erde</translation>
    </message>
    <message>
        <source>the time of the pass is not one</source>
        <translation>die Zeit des Überflugs ist keine</translation>
    </message>
    <message>
        <source>the radiative power is not a number</source>
        <translation>die Strahlungsleistung ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 sent something else than a table of fires</source>
        <translation>%1 hat etwas anderes als eine Tabelle von Bränden gesendet</translation>
    </message>
    <message>
        <source>%1 does not know the map key</source>
        <translation>%1 kennt den Kartenschlüssel nicht</translation>
    </message>
    <message>
        <source>%1 says that the map key has used up its transactions; it is asked again later</source>
        <translation>%1 meldet, dass die Abrufe des Kartenschlüssels verbraucht sind; es wird später erneut gefragt</translation>
    </message>
    <message>
        <source>NASA fire detections</source>
        <translation>NASA-Branderkennungen</translation>
    </message>
    <message>
        <source>Fires seen by satellites within hours, and how many and how strong each day.</source>
        <translation>Von Satelliten binnen Stunden gesehene Brände, und wie viele und wie starke es je Tag sind.</translation>
    </message>
    <message>
        <source>Public domain; NASA asks to be named.</source>
        <translation>Gemeinfrei; die NASA bittet um Nennung.</translation>
    </message>
    <message>
        <source>“%1” is neither a country (BRA) nor an area (west,south,east,north)</source>
        <translation>„%1“ ist weder ein Land (BRA) noch ein Gebiet (West,Süd,Ost,Nord)</translation>
    </message>
    <message>
        <source>FIRMS needs a map key; get one at %1</source>
        <translation>FIRMS braucht einen Kartenschlüssel; erhältlich unter %1</translation>
    </message>
    <message>
        <source>FRED</source>
        <translation>FRED</translation>
    </message>
    <message>
        <source>Economic series of the Federal Reserve Bank of St. Louis with every revision, and daily yields, currencies, oil prices and the VIX.</source>
        <translation>Wirtschaftsreihen der Federal Reserve Bank of St. Louis mit jeder Berichtigung sowie tägliche Zinssätze, Währungen, Ölpreise und der VIX.</translation>
    </message>
    <message>
        <source>Free for own use; some series belong to others, who restrict their use.</source>
        <translation>Für den eigenen Gebrauch frei; manche Reihen gehören anderen, die ihren Gebrauch einschränken.</translation>
    </message>
    <message>
        <source>the calendar of releases needs a key of FRED; leave out “releases” or enter the key</source>
        <translation>der Kalender der Veröffentlichungen braucht einen Schlüssel von FRED; „releases“ weglassen oder den Schlüssel eingeben</translation>
    </message>
    <message>
        <source>FRED needs a key for this; get one at %1</source>
        <translation>FRED braucht dafür einen Schlüssel; erhältlich unter %1</translation>
    </message>
    <message>
        <source>the series has no id</source>
        <translation>die Reihe hat keine Kennung</translation>
    </message>
    <message>
        <source>the release has no number</source>
        <translation>die Veröffentlichung hat keine Nummer</translation>
    </message>
    <message>
        <source>the day of the release is not a date</source>
        <translation>der Tag der Veröffentlichung ist kein Datum</translation>
    </message>
    <message>
        <source>there is no value for this day</source>
        <translation>für diesen Tag gibt es keinen Wert</translation>
    </message>
    <message>
        <source>the answer does not say which series it is of; keep its name in the name of the file (observations_GDP.json)</source>
        <translation>die Antwort sagt nicht, von welcher Reihe sie ist; den Namen im Dateinamen behalten (observations_GDP.json)</translation>
    </message>
    <message>
        <source>the vintage is not a date</source>
        <translation>die Fassung ist kein Datum</translation>
    </message>
    <message>
        <source>a projection: published before the period it is for</source>
        <translation>eine Vorausschätzung: vor ihrem Zeitraum veröffentlicht</translation>
    </message>
    <message>
        <source>%1 sent something else than a table of series</source>
        <translation>%1 hat etwas anderes als eine Tabelle von Reihen gesendet</translation>
    </message>
    <message>
        <source>the row has another number of columns than the header</source>
        <translation>die Zeile hat eine andere Zahl von Spalten als der Kopf</translation>
    </message>
    <message>
        <source>the row is not of a day</source>
        <translation>die Zeile ist nicht von einem Tag</translation>
    </message>
    <message>
        <source>the factor is not a number</source>
        <translation>der Faktor ist keine Zahl</translation>
    </message>
    <message>
        <source>The factor library sent something else than factors</source>
        <translation>Die Faktorbibliothek hat etwas anderes als Faktoren gesandt</translation>
    </message>
    <message>
        <source>Factor library of Kenneth French</source>
        <translation>Faktorbibliothek von Kenneth French</translation>
    </message>
    <message>
        <source>Market, size, value, profitability, investment and momentum: what each paid a day since 1926.</source>
        <translation>Markt, Größe, Wert, Rentabilität, Investition und Momentum: was jedes am Tag brachte, seit 1926.</translation>
    </message>
    <message>
        <source>Free for research; copyright of Fama and French.</source>
        <translation>Frei für die Forschung; Urheber sind Fama und French.</translation>
    </message>
    <message>
        <source>There is no set of factors called “%1”; there are ff3, ff5 and momentum.</source>
        <translation>Es gibt keinen Satz von Faktoren namens „%1“; es gibt ff3, ff5 und momentum.</translation>
    </message>
    <message>
        <source>There is no such set of factors.</source>
        <translation>Einen solchen Satz von Faktoren gibt es nicht.</translation>
    </message>
    <message>
        <source>the line names none of GDELT&apos;s files</source>
        <translation>die Zeile nennt keine der Dateien von GDELT</translation>
    </message>
    <message>
        <source>GDELT</source>
        <translation>GDELT</translation>
    </message>
    <message>
        <source>What the world&apos;s news reports: protests, fights, talks and the tone of articles by country, every 15 minutes.</source>
        <translation>Was die Nachrichten der Welt melden: Proteste, Kämpfe, Gespräche und der Ton der Artikel nach Land, alle 15 Minuten.</translation>
    </message>
    <message>
        <source>Free for any use, with attribution to the GDELT Project.</source>
        <translation>Frei für jeden Zweck, mit Nennung des GDELT-Projekts.</translation>
    </message>
    <message>
        <source>GDELT answered: “%1”</source>
        <translation>GDELT hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>The file is not the one that GDELT&apos;s list names (its checksum differs); it is fetched again later</source>
        <translation>Die Datei ist nicht die, die GDELTs Liste nennt (ihre Prüfsumme weicht ab); sie wird später wieder geholt</translation>
    </message>
    <message>
        <source>GDELT sent something else than the answer to a search</source>
        <translation>GDELT hat etwas anderes als die Antwort auf eine Suche gesandt</translation>
    </message>
    <message>
        <source>the article does not say when it was seen</source>
        <translation>der Artikel sagt nicht, wann er gesehen wurde</translation>
    </message>
    <message>
        <source>the timeline has no name or no steps</source>
        <translation>die Zeitreihe hat keinen Namen oder keine Schritte</translation>
    </message>
    <message>
        <source>the date of the step is none</source>
        <translation>das Datum des Schritts ist keines</translation>
    </message>
    <message>
        <source>the value of the step is not a number</source>
        <translation>der Wert des Schritts ist keine Zahl</translation>
    </message>
    <message>
        <source>the row has another number of columns than GDELT&apos;s tables</source>
        <translation>die Zeile hat eine andere Zahl von Spalten als GDELTs Tabellen</translation>
    </message>
    <message>
        <source>the day of the event is not a date</source>
        <translation>der Tag des Ereignisses ist kein Datum</translation>
    </message>
    <message>
        <source>the day on which the event was added is not a date</source>
        <translation>der Tag, an dem das Ereignis aufgenommen wurde, ist kein Datum</translation>
    </message>
    <message>
        <source>the event lies after the day on which it was added</source>
        <translation>das Ereignis liegt nach dem Tag, an dem es aufgenommen wurde</translation>
    </message>
    <message>
        <source>the event&apos;s class is none of CAMEO&apos;s twenty</source>
        <translation>die Klasse des Ereignisses ist keine der zwanzig von CAMEO</translation>
    </message>
    <message>
        <source>a figure of the event is not a number</source>
        <translation>eine Zahl des Ereignisses ist keine Zahl</translation>
    </message>
    <message>
        <source>the article has no id</source>
        <translation>der Artikel hat keine Kennung</translation>
    </message>
    <message>
        <source>the tone of the article is not a number</source>
        <translation>der Ton des Artikels ist keine Zahl</translation>
    </message>
    <message>
        <source>the mention is of no event</source>
        <translation>die Erwähnung gehört zu keinem Ereignis</translation>
    </message>
    <message>
        <source>the date of the mention is none</source>
        <translation>das Datum der Erwähnung ist keines</translation>
    </message>
    <message>
        <source>the tone of the mention is not a number</source>
        <translation>der Ton der Erwähnung ist keine Zahl</translation>
    </message>
    <message>
        <source>Kraken&apos;s candles are of a length that cannot be told</source>
        <translation>Die Kerzen von Kraken haben eine Länge, die sich nicht bestimmen lässt</translation>
    </message>
    <message>
        <source>the trade has too few parts</source>
        <translation>der Abschluss hat zu wenige Teile</translation>
    </message>
    <message>
        <source>Kraken sent something else than data</source>
        <translation>Kraken hat etwas anderes als Daten gesandt</translation>
    </message>
    <message>
        <source>Kraken answered: “%1”</source>
        <translation>Kraken hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>Kraken</source>
        <translation>Kraken</translation>
    </message>
    <message>
        <source>Kraken has no candles of the interval %1; it has 1m, 5m, 15m, 30m, 1h, 4h, 1d and 1w.</source>
        <translation>Kraken hat keine Kerzen des Intervalls %1; es gibt 1m, 5m, 15m, 30m, 1h, 4h, 1d und 1w.</translation>
    </message>
    <message>
        <source>NewsAPI answered: “%1”</source>
        <translation>NewsAPI hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>the article was withdrawn</source>
        <translation>der Artikel wurde zurückgezogen</translation>
    </message>
    <message>
        <source>NewsAPI</source>
        <translation>NewsAPI</translation>
    </message>
    <message>
        <source>Headlines and articles of many newspapers by subject; the free plan reaches a month back.</source>
        <translation>Schlagzeilen und Artikel vieler Zeitungen nach Thema; der kostenlose Tarif reicht einen Monat zurück.</translation>
    </message>
    <message>
        <source>The free plan is for development only; articles belong to their publishers.</source>
        <translation>Der kostenlose Tarif ist nur für die Entwicklung; die Artikel gehören ihren Verlagen.</translation>
    </message>
    <message>
        <source>Name the subjects that NewsAPI is to be asked for, or a country.</source>
        <translation>Nennen Sie die Themen, nach denen NewsAPI gefragt werden soll, oder ein Land.</translation>
    </message>
    <message>
        <source>NewsAPI needs a key; enter it under Sources.</source>
        <translation>NewsAPI braucht einen Schlüssel; geben Sie ihn unter Quellen ein.</translation>
    </message>
    <message>
        <source>NewsAPI sent something else than articles</source>
        <translation>NewsAPI hat etwas anderes als Artikel gesandt</translation>
    </message>
    <message>
        <source>“%1” is not a box; write it as name:south,west,north,east in degrees</source>
        <translation>„%1“ ist kein Rechteck; als Name:Süd,West,Nord,Ost in Grad schreiben</translation>
    </message>
    <message>
        <source>%1 did not say when its aircraft were seen, so the answer is not whole</source>
        <translation>%1 sagt nicht, wann die Flugzeuge gesehen wurden; die Antwort ist also nicht vollständig</translation>
    </message>
    <message>
        <source>the answer of %1 breaks off; its aircraft cannot be counted</source>
        <translation>die Antwort von %1 bricht ab; ihre Flugzeuge lassen sich nicht zählen</translation>
    </message>
    <message>
        <source>the aircraft has less than 17 fields</source>
        <translation>das Flugzeug hat weniger als 17 Felder</translation>
    </message>
    <message>
        <source>the country of the aircraft is not given</source>
        <translation>das Land des Flugzeugs ist nicht angegeben</translation>
    </message>
    <message>
        <source>OpenSky aircraft</source>
        <translation>OpenSky-Flugzeuge</translation>
    </message>
    <message>
        <source>How many aircraft of each country are in the air or on the ground, and emergencies.</source>
        <translation>Wie viele Flugzeuge jedes Landes in der Luft oder am Boden sind, und Notfälle.</translation>
    </message>
    <message>
        <source>For research and other non-commercial use; name the OpenSky network.</source>
        <translation>Für Forschung und andere nicht gewerbliche Nutzung; das OpenSky-Netz nennen.</translation>
    </message>
    <message>
        <source>OpenSky gives a token only to a client; enter its id and secret</source>
        <translation>OpenSky gibt ein Token nur an einen Client; dessen Kennung und Geheimnis eingeben</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Bars from a minute to a day, splits, dividends and news of American shares; live with a paid plan.</source>
        <translation>Balken von einer Minute bis zu einem Tag, Splits, Dividenden und Nachrichten zu amerikanischen Aktien; mit bezahltem Tarif auch laufend.</translation>
    </message>
    <message>
        <source>For your own use under the terms of your plan; not to be passed on.</source>
        <translation>Für den eigenen Gebrauch nach den Bedingungen Ihres Tarifs; nicht zur Weitergabe.</translation>
    </message>
    <message>
        <source>Name the tickers that Polygon is to be asked for, such as SPY.</source>
        <translation>Nennen Sie die Ticker, nach denen Polygon gefragt werden soll, etwa SPY.</translation>
    </message>
    <message>
        <source>Polygon needs a key; enter it under Sources.</source>
        <translation>Polygon braucht einen Schlüssel; geben Sie ihn unter Quellen ein.</translation>
    </message>
    <message>
        <source>Polygon sent something else than data</source>
        <translation>Polygon hat etwas anderes als Daten gesandt</translation>
    </message>
    <message>
        <source>Polygon answered: “%1”</source>
        <translation>Polygon hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>the split does not say of which ticker it is</source>
        <translation>der Split sagt nicht, von welchem Ticker er ist</translation>
    </message>
    <message>
        <source>the day of the split is not a date</source>
        <translation>der Tag des Splits ist kein Datum</translation>
    </message>
    <message>
        <source>the ratio of the split is none</source>
        <translation>das Verhältnis des Splits ist keines</translation>
    </message>
    <message>
        <source>Polygon gives nothing for this ticker</source>
        <translation>Polygon gibt zu diesem Ticker nichts heraus</translation>
    </message>
    <message>
        <source>the bar does not say when it opens and closes</source>
        <translation>der Balken sagt nicht, wann er beginnt und endet</translation>
    </message>
    <message>
        <source>bars of seconds and of minutes come mixed</source>
        <translation>Balken von Sekunden und von Minuten kommen gemischt</translation>
    </message>
    <message>
        <source>Polygon&apos;s bars are of a length that cannot be told</source>
        <translation>Die Balken von Polygon haben eine Länge, die sich nicht bestimmen lässt</translation>
    </message>
    <message>
        <source>the event of the stream is of no known kind</source>
        <translation>das Ereignis des Datenstroms ist von keiner bekannten Art</translation>
    </message>
    <message>
        <source>Polygon&apos;s stream did not let us in: “%1”</source>
        <translation>Polygons Datenstrom hat uns nicht eingelassen: „%1“</translation>
    </message>
    <message>
        <source>Polymarket</source>
        <translation>Polymarket</translation>
    </message>
    <message>
        <source>Prediction markets: the chance they give to what may happen, and how it ended.</source>
        <translation>Prognosemärkte: welche Chance sie einem Ereignis geben, und wie es ausging.</translation>
    </message>
    <message>
        <source>Free to read; the terms of Polymarket hold.</source>
        <translation>Frei zu lesen; es gelten die Bedingungen von Polymarket.</translation>
    </message>
    <message>
        <source>“jump” is a change of probability between 0 and 1, such as 0.1; “%1” is not one</source>
        <translation>„jump“ ist eine Änderung der Wahrscheinlichkeit zwischen 0 und 1, etwa 0.1; „%1“ ist keine</translation>
    </message>
    <message>
        <source>the market has no name</source>
        <translation>der Markt hat keinen Namen</translation>
    </message>
    <message>
        <source>the market does not say when it opened</source>
        <translation>der Markt sagt nicht, wann er eröffnet wurde</translation>
    </message>
    <message>
        <source>the market does not say when it closed</source>
        <translation>der Markt sagt nicht, wann er geschlossen wurde</translation>
    </message>
    <message>
        <source>the message has no time</source>
        <translation>die Nachricht hat keine Zeit</translation>
    </message>
    <message>
        <source>the message does not name its market</source>
        <translation>die Nachricht nennt ihren Markt nicht</translation>
    </message>
    <message>
        <source>the price is not a probability</source>
        <translation>der Preis ist keine Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>the book is empty</source>
        <translation>das Orderbuch ist leer</translation>
    </message>
    <message>
        <source>the answer does not say which market its prices are of</source>
        <translation>die Antwort sagt nicht, von welchem Markt ihre Preise sind</translation>
    </message>
    <message>
        <source>the time of a price is not a number</source>
        <translation>die Zeit eines Preises ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 sent something else than trades</source>
        <translation>%1 hat etwas anderes als Abschlüsse gesendet</translation>
    </message>
    <message>
        <source>the trade does not name its market</source>
        <translation>der Abschluss nennt seinen Markt nicht</translation>
    </message>
    <message>
        <source>the time of the trade is not a number</source>
        <translation>die Zeit des Abschlusses ist keine Zahl</translation>
    </message>
    <message>
        <source>the other side: the complement of the first outcome&apos;s price</source>
        <translation>die andere Seite: die Ergänzung zum Preis des ersten Ausgangs</translation>
    </message>
    <message>
        <source>the post has no id</source>
        <translation>der Beitrag hat keine Kennung</translation>
    </message>
    <message>
        <source>the time of the post is none</source>
        <translation>die Zeit des Beitrags ist keine</translation>
    </message>
    <message>
        <source>Reddit</source>
        <translation>Reddit</translation>
    </message>
    <message>
        <source>New posts of subreddits such as wallstreetbets, and how often they name a ticker.</source>
        <translation>Neue Beiträge von Subreddits wie wallstreetbets, und wie oft sie einen Ticker nennen.</translation>
    </message>
    <message>
        <source>For your own research under Reddit&apos;s terms; posts belong to their authors.</source>
        <translation>Für die eigene Forschung nach den Bedingungen von Reddit; die Beiträge gehören ihren Verfassern.</translation>
    </message>
    <message>
        <source>Name the subreddits that are to be read, such as wallstreetbets.</source>
        <translation>Nennen Sie die Subreddits, die gelesen werden sollen, etwa wallstreetbets.</translation>
    </message>
    <message>
        <source>Reddit sent something else than posts</source>
        <translation>Reddit hat etwas anderes als Beiträge gesandt</translation>
    </message>
    <message>
        <source>Reddit answered: “%1”</source>
        <translation>Reddit hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>the article has neither title nor text nor address</source>
        <translation>der Artikel hat weder Titel noch Text noch Adresse</translation>
    </message>
    <message>
        <source>nothing tells when the article appeared</source>
        <translation>nichts sagt, wann der Artikel erschien</translation>
    </message>
    <message>
        <source>RSS and Atom feeds</source>
        <translation>RSS- und Atom-Feeds</translation>
    </message>
    <message>
        <source>The articles of any feed: enter the addresses.</source>
        <translation>Die Artikel beliebiger Feeds: Tragen Sie die Adressen ein.</translation>
    </message>
    <message>
        <source>As each publisher says; titles and short summaries are kept.</source>
        <translation>Wie jeder Verlag es sagt; Titel und kurze Zusammenfassungen werden aufbewahrt.</translation>
    </message>
    <message>
        <source>enter the address of at least one feed</source>
        <translation>tragen Sie die Adresse mindestens eines Feeds ein</translation>
    </message>
    <message>
        <source>“%1” is not the address of a feed; it begins with https://</source>
        <translation>„%1“ ist keine Adresse eines Feeds; sie beginnt mit https://</translation>
    </message>
    <message>
        <source>“%1” would be fetched without encryption, and anybody on the way could change it; use https:// or allow http in the settings of the source</source>
        <translation>„%1“ würde unverschlüsselt geholt, und jeder auf dem Weg könnte es ändern; nehmen Sie https:// oder erlauben Sie http in den Einstellungen der Quelle</translation>
    </message>
    <message>
        <source>there is no feed in what this address sent</source>
        <translation>in dem, was diese Adresse sandte, ist kein Feed</translation>
    </message>
    <message>
        <source>the feed breaks off here</source>
        <translation>der Feed bricht hier ab</translation>
    </message>
    <message>
        <source>Stooq</source>
        <translation>Stooq</translation>
    </message>
    <message>
        <source>Daily bars of shares, indices and currencies of many countries, decades back.</source>
        <translation>Tagesbalken von Aktien, Indizes und Währungen vieler Länder, Jahrzehnte zurück.</translation>
    </message>
    <message>
        <source>For your own use; a limited number of downloads a day.</source>
        <translation>Für den eigenen Gebrauch; eine begrenzte Zahl von Abrufen am Tag.</translation>
    </message>
    <message>
        <source>Name the symbols that Stooq is to be asked for, such as spy.us.</source>
        <translation>Nennen Sie die Symbole, nach denen Stooq gefragt werden soll, etwa spy.us.</translation>
    </message>
    <message>
        <source>Stooq says that it was asked too often today; it is asked again tomorrow</source>
        <translation>Stooq sagt, dass heute zu oft gefragt wurde; morgen wird wieder gefragt</translation>
    </message>
    <message>
        <source>Stooq has no data for “%1”</source>
        <translation>Stooq hat keine Daten zu „%1“</translation>
    </message>
    <message>
        <source>Stooq sent something else than a table of prices</source>
        <translation>Stooq hat etwas anderes als eine Tabelle von Preisen gesandt</translation>
    </message>
    <message>
        <source>This is no transcript of a call, or its date cannot be read</source>
        <translation>Dies ist keine Mitschrift einer Telefonkonferenz, oder ihr Datum lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Earnings calls</source>
        <translation>Telefonkonferenzen</translation>
    </message>
    <message>
        <source>Transcripts of calls from addresses you name, with who spoke.</source>
        <translation>Mitschriften von Telefonkonferenzen unter Adressen, die Sie nennen, mit denen, die sprachen.</translation>
    </message>
    <message>
        <source>As the provider you name allows it.</source>
        <translation>Wie der Anbieter, den Sie nennen, es erlaubt.</translation>
    </message>
    <message>
        <source>Name the addresses of the transcripts, such as AAPL=https://…</source>
        <translation>Nennen Sie die Adressen der Mitschriften, etwa AAPL=https://…</translation>
    </message>
    <message>
        <source>The transcript&apos;s address is none; it should begin with https://</source>
        <translation>Die Adresse der Mitschrift ist keine; sie sollte mit https:// beginnen</translation>
    </message>
    <message>
        <source>US Treasury yields</source>
        <translation>Renditen des US-Finanzministeriums</translation>
    </message>
    <message>
        <source>The par yield curve of the United States, from a month to thirty years, each working day since 1990.</source>
        <translation>Die Renditekurve der Vereinigten Staaten, von einem Monat bis zu dreißig Jahren, jeden Arbeitstag seit 1990.</translation>
    </message>
    <message>
        <source>The Treasury sent something else than its yields</source>
        <translation>Das Finanzministerium hat etwas anderes als seine Renditen gesandt</translation>
    </message>
    <message>
        <source>the day of the yields is not a date</source>
        <translation>der Tag der Renditen ist kein Datum</translation>
    </message>
    <message>
        <source>the yield is not a number</source>
        <translation>die Rendite ist keine Zahl</translation>
    </message>
    <message>
        <source>the span of the count is none</source>
        <translation>die Zeitspanne der Zählung ist keine</translation>
    </message>
    <message>
        <source>the count is not a number</source>
        <translation>die Anzahl ist keine Zahl</translation>
    </message>
    <message>
        <source>Twitter says an error in the place of posts</source>
        <translation>Twitter meldet einen Fehler an der Stelle von Beiträgen</translation>
    </message>
    <message>
        <source>Twitter</source>
        <translation>Twitter</translation>
    </message>
    <message>
        <source>Posts that name a ticker or a subject, and how many there are an hour.</source>
        <translation>Beiträge, die einen Ticker oder ein Thema nennen, und wie viele es in der Stunde sind.</translation>
    </message>
    <message>
        <source>For your own research under the terms of your plan; posts belong to their authors.</source>
        <translation>Für die eigene Forschung nach den Bedingungen Ihres Tarifs; die Beiträge gehören ihren Verfassern.</translation>
    </message>
    <message>
        <source>Name what is to be searched for on Twitter, such as $AAPL.</source>
        <translation>Nennen Sie, wonach auf Twitter gesucht werden soll, etwa $AAPL.</translation>
    </message>
    <message>
        <source>Twitter needs a bearer token; enter it under Sources.</source>
        <translation>Twitter braucht ein Bearer-Token; geben Sie es unter Quellen ein.</translation>
    </message>
    <message>
        <source>Twitter sent something else than posts</source>
        <translation>Twitter hat etwas anderes als Beiträge gesandt</translation>
    </message>
    <message>
        <source>Twitter answered: “%1”</source>
        <translation>Twitter hat geantwortet: „%1“</translation>
    </message>
    <message>
        <source>the quake has no id</source>
        <translation>das Beben hat keine Kennung</translation>
    </message>
    <message>
        <source>the time of the quake is not a number</source>
        <translation>die Zeit des Bebens ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 sent something else than quakes</source>
        <translation>%1 sandte etwas anderes als Beben</translation>
    </message>
    <message>
        <source>USGS earthquakes</source>
        <translation>USGS-Erdbeben</translation>
    </message>
    <message>
        <source>Every quake the US Geological Survey locates, within minutes, with its magnitude.</source>
        <translation>Jedes Beben, das der US Geological Survey ortet, binnen Minuten, mit seiner Magnitude.</translation>
    </message>
    <message>
        <source>The zip file is damaged or cut off; fetch it again.</source>
        <translation>Die Zip-Datei ist beschädigt oder abgeschnitten; holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The zip file unpacks to more than %1 MB, which is more than this source ever sends.</source>
        <translation>Die Zip-Datei entpackt sich zu mehr als %1 MB; das ist mehr, als diese Quelle je sendet.</translation>
    </message>
    <message>
        <source>Another program has taken over a job of the source %1; what this one did is dropped.</source>
        <translation>Ein anderes Programm hat einen Auftrag der Quelle %1 übernommen; was dieses getan hat, wird verworfen.</translation>
    </message>
    <message>
        <source>Get a key at %1 and give it in the settings, or as %2 in the environment.</source>
        <translation>Einen Schlüssel unter %1 holen und in den Einstellungen angeben, oder als %2 in der Umgebung.</translation>
    </message>
    <message>
        <source>Retry what failed once the reason is gone.</source>
        <translation>Fehlgeschlagenes wiederholen, sobald der Grund behoben ist.</translation>
    </message>
    <message>
        <source>Nothing collects just now: start “ingest run”, or keep Foreshock open.</source>
        <translation>Gerade sammelt nichts: „ingest run“ starten oder Foreshock offen lassen.</translation>
    </message>
    <message>
        <source>The first day of a backfill is after its last.</source>
        <translation>Der erste Tag einer Nachlieferung liegt nach ihrem letzten.</translation>
    </message>
    <message>
        <source>Cancelled; what was stored before serves on.</source>
        <translation>Abgebrochen; es gilt weiter, was vorher gespeichert war.</translation>
    </message>
    <message>
        <source>Reading %1 anew</source>
        <translation>%1 wird neu gelesen</translation>
    </message>
    <message>
        <source>%1 does not take the name or the password: look at them in the settings</source>
        <translation>%1 nimmt den Namen oder das Kennwort nicht an: Prüfen Sie beides in den Einstellungen</translation>
    </message>
    <message>
        <source>%1 sent something else than a token</source>
        <translation>%1 hat etwas anderes als ein Token gesendet</translation>
    </message>
    <message>
        <source>%1 needs to know what to follow: name its series.</source>
        <translation>%1 muss wissen, was zu verfolgen ist: Nennen Sie die Reihen.</translation>
    </message>
    <message>
        <source>%1 needs a key (%2).</source>
        <translation>%1 braucht einen Schlüssel (%2).</translation>
    </message>
    <message>
        <source>a source&apos;s name has letters from a to z, digits, “_” and “-” only</source>
        <translation>der Name einer Quelle hat nur Buchstaben von a bis z, Ziffern, „_“ und „-“</translation>
    </message>
    <message>
        <source>there is a source of that name in the program already</source>
        <translation>das Programm hat schon eine Quelle dieses Namens</translation>
    </message>
    <message>
        <source>A source of your own.</source>
        <translation>Eine eigene Quelle.</translation>
    </message>
    <message>
        <source>Its terms are yours to know.</source>
        <translation>Ihre Bedingungen müssen Sie kennen.</translation>
    </message>
    <message>
        <source>a source is not asked more often than every ten seconds</source>
        <translation>eine Quelle wird höchstens alle zehn Sekunden gefragt</translation>
    </message>
    <message>
        <source>at least one request must be allowed</source>
        <translation>mindestens eine Anfrage muss erlaubt sein</translation>
    </message>
    <message>
        <source>the time for so many requests must be longer than none</source>
        <translation>die Zeit für so viele Anfragen muss länger als null sein</translation>
    </message>
    <message>
        <source>“{%1}” stands for nothing; use one of: %2</source>
        <translation>„{%1}“ steht für nichts; möglich sind: %2</translation>
    </message>
    <message>
        <source>the address must begin with https:// and a host</source>
        <translation>die Adresse muss mit https:// und einem Rechnernamen beginnen</translation>
    </message>
    <message>
        <source>there is no preset “%1”</source>
        <translation>es gibt keine Vorlage „%1“</translation>
    </message>
    <message>
        <source>a source brings events or bars; the preset “%1” makes %2</source>
        <translation>eine Quelle bringt Ereignisse oder Balken; die Vorlage „%1“ ergibt %2</translation>
    </message>
    <message>
        <source>%1 cannot be read as a source.</source>
        <translation>%1 kann nicht als Quelle gelesen werden.</translation>
    </message>
    <message>
        <source>%1: the source in it is called “%2”; the file must be, too.</source>
        <translation>%1: Die Quelle darin heißt „%2“; so muss auch die Datei heißen.</translation>
    </message>
    <message>
        <source>DuckDB read %1 rows of %2.</source>
        <translation>DuckDB hat %1 von %2 Zeilen gelesen.</translation>
    </message>
    <message>
        <source>Answers of sources, from bytes to rows: parsing beside DuckDB&apos;s table reader and simdjson alone, storing, and how soon a row is seen; --size counts events.</source>
        <translation>Antworten von Quellen, von Bytes zu Zeilen: Lesen neben dem Tabellenleser von DuckDB und simdjson allein, Speichern, und wie bald eine Zeile zu sehen ist; --size zählt Ereignisse.</translation>
    </message>
    <message>
        <source>The parser made %1 events of %2.</source>
        <translation>Der Parser hat %1 von %2 Ereignissen ergeben.</translation>
    </message>
    <message>
        <source>A stored quake is not seen.</source>
        <translation>Ein gespeichertes Beben ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Only %1 answers came through.</source>
        <translation>Nur %1 Antworten kamen durch.</translation>
    </message>
    <message>
        <source>%1 has nothing to ask with these settings.</source>
        <translation>%1 hat mit diesen Einstellungen nichts zu fragen.</translation>
    </message>
    <message>
        <source>%1 events came and %2 are seen.</source>
        <translation>%1 Ereignisse kamen, und %2 sind zu sehen.</translation>
    </message>
    <message>
        <source>day month name year</source>
        <translation>Tag Monatsname Jahr</translation>
    </message>
    <message>
        <source>day, month name and year without signs</source>
        <translation>Tag, Monatsname und Jahr ohne Zeichen</translation>
    </message>
    <message>
        <source>day-month name-year</source>
        <translation>Tag-Monatsname-Jahr</translation>
    </message>
    <message>
        <source>day-month-year</source>
        <translation>Tag-Monat-Jahr</translation>
    </message>
    <message>
        <source>day. month name year</source>
        <translation>Tag. Monatsname Jahr</translation>
    </message>
    <message>
        <source>day.month name.year</source>
        <translation>Tag.Monatsname.Jahr</translation>
    </message>
    <message>
        <source>day.month.year</source>
        <translation>Tag.Monat.Jahr</translation>
    </message>
    <message>
        <source>day/month name/year</source>
        <translation>Tag/Monatsname/Jahr</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>Tag/Monat/Jahr</translation>
    </message>
    <message>
        <source>month name day year</source>
        <translation>Monatsname Tag Jahr</translation>
    </message>
    <message>
        <source>month name day, year</source>
        <translation>Monatsname Tag, Jahr</translation>
    </message>
    <message>
        <source>month name-day-year</source>
        <translation>Monatsname-Tag-Jahr</translation>
    </message>
    <message>
        <source>month name/day/year</source>
        <translation>Monatsname/Tag/Jahr</translation>
    </message>
    <message>
        <source>month-day-year</source>
        <translation>Monat-Tag-Jahr</translation>
    </message>
    <message>
        <source>month.day.year</source>
        <translation>Monat.Tag.Jahr</translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation>Monat/Tag/Jahr</translation>
    </message>
    <message>
        <source>year month name day</source>
        <translation>Jahr Monatsname Tag</translation>
    </message>
    <message>
        <source>year, month and day without signs</source>
        <translation>Jahr, Monat und Tag ohne Zeichen</translation>
    </message>
    <message>
        <source>year-month name-day</source>
        <translation>Jahr-Monatsname-Tag</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>year.month.day</source>
        <translation>Jahr.Monat.Tag</translation>
    </message>
    <message>
        <source>year/month/day</source>
        <translation>Jahr/Monat/Tag</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The run %1 %2 and has no result to verify; run its study again.</source>
        <translation>Der Lauf %1 %2 und hat kein Ergebnis zum Überprüfen; die Studie noch einmal laufen lassen.</translation>
    </message>
    <message>
        <source>was cancelled</source>
        <translation>wurde abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>has not ended</source>
        <translation>ist nicht zu Ende</translation>
    </message>
    <message>
        <source>This run %1: nothing was shown.</source>
        <translation>Dieser Lauf %1: Es wurde nichts gezeigt.</translation>
    </message>
    <message>
        <source>The run %1 %2 and has nothing to report; run its study again.</source>
        <translation>Der Lauf %1 %2 und hat nichts zu berichten; die Studie noch einmal laufen lassen.</translation>
    </message>
    <message>
        <source>%1 refuses the key: %2</source>
        <translation>%1 weist den Schlüssel zurück: %2</translation>
    </message>
    <message>
        <source>%1 answers, but not about the key: %2 Try again later.</source>
        <translation>%1 antwortet, sagt aber nichts zum Schlüssel: %2 Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 has no key yet; get one at %2</source>
        <translation>%1 hat noch keinen Schlüssel; es gibt ihn unter %2</translation>
    </message>
    <message>
        <source>%1 also wants “%2”; see %3</source>
        <translation>%1 verlangt auch „%2“; siehe %3</translation>
    </message>
    <message>
        <source>%1 needs no key</source>
        <translation>%1 braucht keinen Schlüssel</translation>
    </message>
    <message>
        <source>%1 accepts the key</source>
        <translation>%1 nimmt den Schlüssel an</translation>
    </message>
    <message>
        <source>%1 could not be reached, so the key was not tested: %2</source>
        <translation>%1 war nicht zu erreichen, der Schlüssel ist also nicht geprüft: %2</translation>
    </message>
    <message>
        <source>There is no keyring on this machine; install gnome-keyring or KWallet to keep keys</source>
        <translation>Auf diesem Rechner gibt es keinen Schlüsselbund; installieren Sie gnome-keyring oder KWallet, um Schlüssel aufzubewahren</translation>
    </message>
    <message>
        <source>The keyring stays locked; unlock it and try again</source>
        <translation>Der Schlüsselbund bleibt verschlossen; öffnen Sie ihn und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>The keyring did not answer as it should (%1); unlock it and try again</source>
        <translation>Der Schlüsselbund hat nicht geantwortet, wie er soll (%1); öffnen Sie ihn und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>The keyring does not answer; unlock it and try again</source>
        <translation>Der Schlüsselbund antwortet nicht; öffnen Sie ihn und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>There is no systemd here to collect while Foreshock is closed; run “foreshock-cli ingest run” by other means.</source>
        <translation>Hier gibt es kein systemd, das sammelt, während Foreshock geschlossen ist; starten Sie „foreshock-cli ingest run“ auf anderem Weg.</translation>
    </message>
    <message>
        <source>systemd refused to %1 %2; “systemctl --user status %2” tells why.</source>
        <translation>systemd hat „%1 %2“ verweigert; „systemctl --user status %2“ sagt, warum.</translation>
    </message>
    <message>
        <source>There is no source “%1” that has a key; “sources keys” lists those there are.</source>
        <translation>Es gibt keine Quelle „%1“ mit einem Schlüssel; „sources keys“ zählt auf, welche es gibt.</translation>
    </message>
    <message>
        <source>%1 has no key “%2”; it has %3</source>
        <translation>%1 hat keinen Schlüssel „%2“, sondern %3</translation>
    </message>
    <message>
        <source>That is no key: a key is one line of at most %1 characters</source>
        <translation>Das ist kein Schlüssel: Ein Schlüssel ist eine Zeile mit höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>Reading the sources</source>
        <translation>Quellen werden gelesen</translation>
    </message>
    <message>
        <source>The sample workspace is simulated and never asks the network; make or open another workspace to collect.</source>
        <translation>Der Beispiel-Arbeitsbereich ist simuliert und fragt nie das Netz; zum Sammeln einen anderen Arbeitsbereich anlegen oder öffnen.</translation>
    </message>
    <message>
        <source>Switching a source</source>
        <translation>Eine Quelle wird umgeschaltet</translation>
    </message>
    <message>
        <source>Asking a source</source>
        <translation>Eine Quelle wird gefragt</translation>
    </message>
    <message>
        <source>Retrying failed jobs</source>
        <translation>Gescheiterte Aufträge werden wiederholt</translation>
    </message>
    <message>
        <source>Starting the starter data</source>
        <translation>Startdaten werden begonnen</translation>
    </message>
    <message>
        <source>“%1” is no part of the starter data.</source>
        <translation>„%1“ gehört nicht zu den Startdaten.</translation>
    </message>
    <message>
        <source>Simulating</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>The simulation was cancelled; nothing of it was kept.</source>
        <translation>Die Simulation wurde abgebrochen; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>What every test finds where nothing is, and of what was planted, simulated beside the tables of the design (E1 to E6, or those named after it); --size counts replications of E1, 4,000 are the tables&apos; own.</source>
        <translation>Was jeder Test findet, wo nichts ist, und was er vom Eingepflanzten findet, simuliert neben den Tabellen des Entwurfs (E1 bis E6 oder die danach genannten); --size zählt Wiederholungen von E1, 4.000 sind die der Tabellen selbst.</translation>
    </message>
    <message>
        <source>size of tests of one event series at 5 %</source>
        <translation>Größe der Tests einer Ereignisreihe bei 5 %</translation>
    </message>
    <message>
        <source>families of up to 1,200 hypotheses</source>
        <translation>Familien von bis zu 1.200 Hypothesen</translation>
    </message>
    <message>
        <source>the same with 15 events at least, six blocks</source>
        <translation>dasselbe mit mindestens 15 Ereignissen, sechs Blöcke</translation>
    </message>
    <message>
        <source>how often very small p-values come up by chance</source>
        <translation>wie oft sehr kleine p-Werte durch Zufall vorkommen</translation>
    </message>
    <message>
        <source>size of tests of a pooled panel at 5 %</source>
        <translation>Größe der Tests eines gepoolten Panels bei 5 %</translation>
    </message>
    <message>
        <source>250 days of looking at the same growing data</source>
        <translation>250 Tage mit Blick auf dieselben wachsenden Daten</translation>
    </message>
    <message>
        <source>forward evidence under GARCH with t3 shocks</source>
        <translation>Vorwärtsevidenz unter GARCH mit t3-Schocks</translation>
    </message>
    <message>
        <source>%1 replications a row.</source>
        <translation>%1 Wiederholungen je Zeile.</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>There is no table “%1”; they are E1, E2, E2b, E3, E4, E5 and E6.</source>
        <translation>Es gibt keine Tabelle „%1“; es sind E1, E2, E2b, E3, E4, E5 und E6.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Looking for look-ahead</source>
        <translation>Vorausschau wird gesucht</translation>
    </message>
    <message>
        <source>The look-ahead test was cancelled.</source>
        <translation>Die Prüfung auf Vorausschau wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 on %2: %3 by what was known on %4, but %5 now.</source>
        <translation>%1 am %2: %3 nach dem, was am %4 bekannt war, jetzt aber %5.</translation>
    </message>
    <message>
        <source>the response of %1</source>
        <translation>die Reaktion von %1</translation>
    </message>
    <message>
        <source>the weight of “%1”</source>
        <translation>das Gewicht von „%1“</translation>
    </message>
    <message>
        <source>the weight of “%1” for %2</source>
        <translation>das Gewicht von „%1“ für %2</translation>
    </message>
    <message>
        <source>what is entered by “%1”</source>
        <translation>der Einstieg nach „%1“</translation>
    </message>
    <message>
        <source>the events that “%1” dates</source>
        <translation>die von „%1“ datierten Ereignisse</translation>
    </message>
    <message>
        <source>A price or a corporate action was changed afterwards.</source>
        <translation>Ein Kurs oder eine Kapitalmaßnahme wurde nachträglich geändert.</translation>
    </message>
    <message>
        <source>An event was changed afterwards, or became known after the bar it counts on.</source>
        <translation>Ein Ereignis wurde nachträglich geändert oder erst nach dem Balken bekannt, zu dem es zählt.</translation>
    </message>
    <message>
        <source>The breaks between the bins are those of the whole sample.</source>
        <translation>Die Grenzen zwischen den Klassen sind die der ganzen Stichprobe.</translation>
    </message>
    <message>
        <source>Ranks and standard scores are taken over the whole sample.</source>
        <translation>Ränge und Standardwerte werden über die ganze Stichprobe gebildet.</translation>
    </message>
    <message>
        <source>The window is called tradable, but its entry comes before this was known.</source>
        <translation>Das Fenster gilt als handelbar, doch der Einstieg liegt vor dem Bekanntwerden.</translation>
    </message>
    <message>
        <source>The events are stamped before anybody knew them: who goes by the stamp acts on what was told later. This study counts them from when they were known.</source>
        <translation>Die Ereignisse sind früher gestempelt, als jemand von ihnen wusste: wer sich nach dem Stempel richtet, handelt nach dem, was erst später mitgeteilt wurde. Diese Studie zählt sie ab dem Bekanntwerden.</translation>
    </message>
    <message>
        <source>The look-ahead test could not be made: %1</source>
        <translation>Die Prüfung auf Vorausschau war nicht möglich: %1</translation>
    </message>
    <message>
        <source>Look-ahead test: built again from what was known at %1 past instants, %2 values compared; %3 of %4 findings tested failed.</source>
        <translation>Prüfung auf Vorausschau: neu gebildet aus dem, was zu %1 früheren Zeitpunkten bekannt war, %2 Werte verglichen; %3 von %4 geprüften Befunden fielen durch.</translation>
    </message>
    <message>
        <source>%1 more series failed the look-ahead test.</source>
        <translation>%1 weitere Reihen fielen bei der Prüfung auf Vorausschau durch.</translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>Responses, event weights and entries of what was found are built again from what was known at random past instants; what was decided by then must come out the same.</source>
        <translation>Reaktionen, Gewichte und Einstiege der Befunde werden aus dem, was zu zufälligen früheren Zeitpunkten bekannt war, neu gebildet; was bis dahin feststand, muss ebenso wieder herauskommen.</translation>
    </message>
    <message>
        <source>; failed the look-ahead test, it rests on what was not known then</source>
        <translation>; bei der Prüfung auf Vorausschau durchgefallen, er beruht auf dem, was damals nicht bekannt war</translation>
    </message>
    <message>
        <source>There is nothing to score after %1: what may be scored ends on %2.</source>
        <translation>Nach dem %1 gibt es nichts zu werten: was gewertet werden darf, endet am %2.</translation>
    </message>
    <message>
        <source>The walk was cancelled; nothing was recorded.</source>
        <translation>Der Gang wurde abgebrochen; nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>days of sample, step %1 of %2, about %3 s left</source>
        <translation>Tage der Stichprobe, Schritt %1 von %2, noch etwa %3 s</translation>
    </message>
    <message>
        <source>A walk judges the method: it registers nothing, and what it finds is believed by none.</source>
        <translation>Ein Gang beurteilt die Methode: er trägt nichts ein, und was er findet, wird von niemandem geglaubt.</translation>
    </message>
    <message>
        <source>A window that reaches from one step into the next is scored in neither.</source>
        <translation>Ein Fenster, das von einem Schritt in den nächsten reicht, wird in keinem gewertet.</translation>
    </message>
    <message>
        <source>The assets are those this workspace knows now: one that was never imported cannot be found to fail.</source>
        <translation>Die Werte sind die, die dieser Arbeitsbereich heute kennt: an einem, der nie importiert wurde, kann nichts scheitern.</translation>
    </message>
    <message>
        <source>Forecasts are Φ(k δ/√(se² + s²/n)) with the next step&apos;s n; k is the mean of scored over discovered effects of earlier steps, each winsorised to [−1, 2], with a prior of .8 worth ten of them. Intervals draw whole steps again.</source>
        <translation>Vorhersagen sind Φ(k δ/√(se² + s²/n)) mit dem n des nächsten Schritts; k ist das Mittel der gewerteten durch die gefundenen Effekte früherer Schritte, jedes winsorisiert auf [−1, 2], mit einer Vorgabe von 0,8, die für zehn davon zählt. Intervalle ziehen ganze Schritte neu.</translation>
    </message>
    <message>
        <source>“%1” is no step; write a number and y, m (months), w or d, such as 1y.</source>
        <translation>„%1“ ist kein Schritt; schreiben Sie eine Zahl und y, m (Monate), w oder d, etwa 1y.</translation>
    </message>
    <message>
        <source>“%1” is neither a year nor a date; write 2005 or 2005-03-01.</source>
        <translation>„%1“ ist weder ein Jahr noch ein Datum; schreiben Sie 2005 oder 2005-03-01.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Of %1 found, %2 held (%3, a coin gives half)</source>
        <translation>Von %1 gefundenen hielten %2 (%3, eine Münze gibt die Hälfte)</translation>
    </message>
    <message>
        <source>Nothing was found that could be scored</source>
        <translation>Nichts wurde gefunden, das gewertet werden konnte</translation>
    </message>
    <message>
        <source>; of %1 an uncorrected t-test found, %2 held (%3).</source>
        <translation>; von %1, die ein unkorrigierter t-Test fand, hielten %2 (%3).</translation>
    </message>
    <message>
        <source>%1 more had no events to be scored on.</source>
        <translation>%1 weitere hatten keine Ereignisse, an denen sie gewertet werden konnten.</translation>
    </message>
    <message>
        <source>In the discovered direction the next step gave %1 %2 on average where %3 was found: %4 of it.</source>
        <translation>In der gefundenen Richtung gab der nächste Schritt im Mittel %1 %2, wo %3 gefunden war: %4 davon.</translation>
    </message>
    <message>
        <source>In the discovered direction the next step gave %1 %2 on average (95 % interval %3 to %4) where %5 was found: %6 of it.</source>
        <translation>In der gefundenen Richtung gab der nächste Schritt im Mittel %1 %2 (95-%-Intervall %3 bis %4), wo %5 gefunden war: %6 davon.</translation>
    </message>
    <message>
        <source>Brier score of the forecasts: %1 (a coin&apos;s is 0.25; without shrinkage %2).</source>
        <translation>Brier-Wert der Vorhersagen: %1 (der einer Münze ist 0,25; ohne Schrumpfung %2).</translation>
    </message>
    <message>
        <source>The correction “%1” is for families of at most %2 hypotheses; this one has %3. Ask less at once, or use the default.</source>
        <translation>Die Korrektur „%1“ ist für Familien von höchstens %2 Hypothesen; diese hat %3. Fragen Sie weniger auf einmal, oder nehmen Sie die Vorgabe.</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>The correction “stepdown” needs one null for all hypotheses; set null.method to circular_shift.</source>
        <translation>Die Korrektur „stepdown“ braucht eine Nullverteilung für alle Hypothesen; setzen Sie null.method auf circular_shift.</translation>
    </message>
    <message>
        <source>The run kept this hypothesis without reporting it: workspace p and smallest detectable effect are not stored.</source>
        <translation>Der Lauf hat diese Hypothese behalten, ohne sie zu berichten: p des Arbeitsbereichs und kleinster erkennbarer Effekt sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Looking for new events was cancelled.</source>
        <translation>Die Suche nach neuen Ereignissen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 has had no price since %2.</source>
        <translation>%1 hat seit %2 keinen Preis mehr.</translation>
    </message>
    <message>
        <source>There has been no event of “%1” since %2.</source>
        <translation>Seit %2 gab es kein Ereignis von „%1“.</translation>
    </message>
    <message>
        <source>No asset here has enough daily bars to ask random dates about; import prices first.</source>
        <translation>Kein Wert hier hat genug Tagesbalken, um zufällige Daten danach zu fragen; importieren Sie zuerst Preise.</translation>
    </message>
    <message>
        <source>Betting on events after the discovery had turned 1 into %1 with event %2, on %3.</source>
        <translation>Auf Ereignisse nach der Entdeckung zu wetten hatte mit Ereignis %2, am %3, aus 1 %1 gemacht.</translation>
    </message>
    <message>
        <source>Betting that less than half of the registered effect is left had turned 1 into %1 with event %2, on %3.</source>
        <translation>Darauf zu wetten, dass weniger als der halbe eingetragene Effekt übrig ist, hatte mit Ereignis %2, am %3, aus 1 %1 gemacht.</translation>
    </message>
    <message>
        <source>The ledger has no family of the run %1.</source>
        <translation>Das Register hat keine Familie des Laufs %1.</translation>
    </message>
    <message>
        <source>The study of run %1 no longer asks this on the data there are: its events or prices were removed or changed.</source>
        <translation>Die Studie des Laufs %1 fragt dies auf den vorhandenen Daten nicht mehr: Ihre Ereignisse oder Preise wurden entfernt oder geändert.</translation>
    </message>
    <message>
        <source>Its weights are made from the whole sample (rank, zscore or breaks of the sample), so no event can be weighed when it comes; ask with value or past breaks instead.</source>
        <translation>Ihre Gewichte entstehen aus der ganzen Stichprobe (rank, zscore oder Grenzen der Stichprobe), also kann kein Ereignis gewichtet werden, wenn es kommt; fragen Sie mit value oder Grenzen aus der Vergangenheit.</translation>
    </message>
    <message>
        <source>Another check was at it; look again.</source>
        <translation>Eine andere Prüfung war dabei; sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>The check was cancelled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Checking relationships of run %1</source>
        <translation>Beziehungen des Laufs %1 werden geprüft</translation>
    </message>
    <message>
        <source>The bars of the market are not those of the finding.</source>
        <translation>Die Balken des Marktes sind nicht die des Fundes.</translation>
    </message>
    <message>
        <source>“%1” was found again, but has decayed since %2 and stays so: %3</source>
        <translation>„%1“ wurde wieder gefunden, ist aber seit %2 verblasst und bleibt es: %3</translation>
    </message>
    <message>
        <source>“%1” was found again, but is retired since %2 and stays so: %3</source>
        <translation>„%1“ wurde wieder gefunden, ist aber seit %2 aufgegeben und bleibt es: %3</translation>
    </message>
    <message>
        <source>The scan was cancelled.</source>
        <translation>Die Absuche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The shards do not hold the pairs %1 to %2 of this study: one of them was not finished, or was made on another snapshot or by another version; run it again.</source>
        <translation>Die Teile enthalten die Paare %1 bis %2 dieser Studie nicht: Einer wurde nicht beendet oder mit einem anderen Stand oder einer anderen Version gemacht; lassen Sie ihn noch einmal laufen.</translation>
    </message>
    <message>
        <source>The piece %1 of a screen is damaged; delete it, and the run computes it again.</source>
        <translation>Das Stück %1 einer Absuche ist beschädigt; löschen Sie es, und der Lauf berechnet es neu.</translation>
    </message>
    <message>
        <source>There is no shard %1 of %2; they are counted from 1.</source>
        <translation>Es gibt keinen Teil %1 von %2; gezählt wird ab 1.</translation>
    </message>
    <message>
        <source>“%1” is no schedule: write “hourly”, “daily 02:00 America/New_York”, “weekly monday 02:00 America/New_York”, or {&quot;after&quot;: &quot;fred&quot;}.</source>
        <translation>„%1“ ist kein Zeitplan: Schreiben Sie „hourly“, „daily 02:00 America/New_York“, „weekly monday 02:00 America/New_York“ oder {&quot;after&quot;: &quot;fred&quot;}.</translation>
    </message>
    <message>
        <source>How the screen&apos;s cost grows with pairs and with bars; --size counts the most assets.</source>
        <translation>Wie der Aufwand der Absuche mit Paaren und Balken wächst; --size zählt die meisten Werte.</translation>
    </message>
    <message>
        <source>A screen of more than 10⁸ hypotheses with its tiers; --size counts assets.</source>
        <translation>Eine Absuche von mehr als 10⁸ Hypothesen mit ihren Stufen; --size zählt Werte.</translation>
    </message>
    <message>
        <source>Each cell: our share ± its Monte-Carlo standard error (the design&apos;s figure). + differs to the safe side by more than two standard errors of the difference, ! to the other side.</source>
        <translation>Jede Zelle: unser Anteil ± sein Monte-Carlo-Fehler (die Zahl des Entwurfs). + weicht um mehr als zwei Standardfehler der Differenz zur sicheren Seite ab, ! zur anderen.</translation>
    </message>
    <message>
        <source>%1 %2 (95 % interval %3 to %4; n %5; adjusted p %6 in a family of %7)</source>
        <translation>%1 %2 (95-%-Intervall %3 bis %4; n %5; korrigiertes p %6 in einer Familie von %7)</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>1 relationship found</source>
        <translation>1 Beziehung gefunden</translation>
    </message>
    <message>
        <source>%1 relationships found</source>
        <translation>%1 Beziehungen gefunden</translation>
    </message>
    <message>
        <source>1 validated</source>
        <translation>1 bestätigt</translation>
    </message>
    <message>
        <source>%1 validated</source>
        <translation>%1 bestätigt</translation>
    </message>
    <message>
        <source>1 decayed</source>
        <translation>1 verblasst</translation>
    </message>
    <message>
        <source>%1 decayed</source>
        <translation>%1 verblasst</translation>
    </message>
    <message>
        <source>1 retired</source>
        <translation>1 aufgegeben</translation>
    </message>
    <message>
        <source>%1 retired</source>
        <translation>%1 aufgegeben</translation>
    </message>
    <message>
        <source>1 fired</source>
        <translation>1 eingetreten</translation>
    </message>
    <message>
        <source>%1 fired</source>
        <translation>%1 eingetreten</translation>
    </message>
    <message>
        <source>1 source late or failing</source>
        <translation>1 Quelle säumig oder gestört</translation>
    </message>
    <message>
        <source>%1 sources late or failing</source>
        <translation>%1 Quellen säumig oder gestört</translation>
    </message>
    <message>
        <source>1 scheduled study had its turn</source>
        <translation>1 geplante Studie war an der Reihe</translation>
    </message>
    <message>
        <source>%1 scheduled studies had their turn</source>
        <translation>%1 geplante Studien waren an der Reihe</translation>
    </message>
    <message>
        <source>1 turn failed</source>
        <translation>1 Lauf misslang</translation>
    </message>
    <message>
        <source>%1 turns failed</source>
        <translation>%1 Läufe misslangen</translation>
    </message>
    <message>
        <source>1 new question asked</source>
        <translation>1 neue Frage gestellt</translation>
    </message>
    <message>
        <source>%1 new questions asked</source>
        <translation>%1 neue Fragen gestellt</translation>
    </message>
    <message>
        <source>, value %1</source>
        <translation>, Betrag %1</translation>
    </message>
    <message>
        <source>%1 (%2%3): %4, bars %5, so far %6; %7.</source>
        <translation>%1 (%2%3): %4, Balken %5, bisher %6; %7.</translation>
    </message>
    <message>
        <source>%1 on %2, bars %3: %4; %5.</source>
        <translation>%1 auf %2, Balken %3: %4; %5.</translation>
    </message>
    <message>
        <source>%1 fails: %2</source>
        <translation>%1 ist gestört: %2</translation>
    </message>
    <message>
        <source>%1 is late: nothing since %2 UTC.</source>
        <translation>%1 ist säumig: nichts seit %2 UTC.</translation>
    </message>
    <message>
        <source>%1 is late.</source>
        <translation>%1 ist säumig.</translation>
    </message>
    <message>
        <source>%1 has requests that were given up: %2.</source>
        <translation>%1 hat aufgegebene Anfragen: %2.</translation>
    </message>
    <message>
        <source>%1 and %2 have only %3 bars in common; at least %4 are needed.</source>
        <translation>%1 und %2 haben nur %3 gemeinsame Balken; mindestens %4 werden gebraucht.</translation>
    </message>
    <message>
        <source>Name two different assets.</source>
        <translation>Nennen Sie zwei verschiedene Werte.</translation>
    </message>
    <message>
        <source>largest |correlation| within ±%1 bars</source>
        <translation>größte |Korrelation| innerhalb von ±%1 Balken</translation>
    </message>
    <message>
        <source>Granger, %1 foretells %2</source>
        <translation>Granger, %1 sagt %2 vorher</translation>
    </message>
    <message>
        <source>transfer entropy, %1 to %2, bits</source>
        <translation>Transferentropie, %1 nach %2, Bit</translation>
    </message>
    <message>
        <source>mutual information, nats</source>
        <translation>Transinformation, Nat</translation>
    </message>
    <message>
        <source>distance correlation, squared and without bias</source>
        <translation>Distanzkorrelation, quadriert und unverzerrt</translation>
    </message>
    <message>
        <source>The question was cancelled.</source>
        <translation>Die Frage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1, %2, bars %3</source>
        <translation>%1, %2, Balken %3</translation>
    </message>
    <message>
        <source>SIMULATED DATA: these events and prices are made up.</source>
        <translation>SIMULIERTE DATEN: Diese Ereignisse und Preise sind erfunden.</translation>
    </message>
    <message>
        <source>Run %1, snapshot %2, hypothesis %3.</source>
        <translation>Lauf %1, Stand %2, Hypothese %3.</translation>
    </message>
    <message>
        <source>The event bars are listed with their weights as the program placed them, because the weights stand in the metadata of the events. Prices, returns, model and statistic are computed again.</source>
        <translation>Die Ereignisbalken stehen mit ihren Gewichten, wie das Programm sie gesetzt hat, weil die Gewichte in den Metadaten der Ereignisse stehen. Preise, Renditen, Modell und Statistik werden neu berechnet.</translation>
    </message>
    <message>
        <source>The event bars are listed with their weights as the program placed them, because a filter alone does not say them (a pool, entities or quantiles). Prices, returns, model and statistic are computed again.</source>
        <translation>Die Ereignisbalken stehen mit ihren Gewichten, wie das Programm sie gesetzt hat, weil ein Filter allein sie nicht angibt (ein Pool, Entitäten oder Quantile). Preise, Renditen, Modell und Statistik werden neu berechnet.</translation>
    </message>
    <message>
        <source>The script&apos;s text is not in this program; install Foreshock again.</source>
        <translation>Der Text des Skripts ist nicht in diesem Programm; installieren Sie Foreshock neu.</translation>
    </message>
    <message>
        <source>The finding as its run keeps it:</source>
        <translation>Der Fund, wie sein Lauf ihn behält:</translation>
    </message>
    <message>
        <source>The run once more on its snapshot, compared bit for bit:</source>
        <translation>Der Lauf noch einmal auf seinem Stand, Bit für Bit verglichen:</translation>
    </message>
    <message>
        <source>A script that computes n, effect and t again from exports:</source>
        <translation>Ein Skript, das n, Effekt und t aus Exporten neu berechnet:</translation>
    </message>
    <message>
        <source>The study asked again, of what is stored today:</source>
        <translation>Die Studie noch einmal gestellt, auf dem, was heute gespeichert ist:</translation>
    </message>
    <message>
        <source>“%1” is no language of a script; use python, r or cli.</source>
        <translation>„%1“ ist keine Sprache eines Skripts; nehmen Sie python, r oder cli.</translation>
    </message>
    <message>
        <source>%1 questions about %2 series of random dates and %3 assets. A t-test on each finds %4; Foreshock finds %5, and %6 candidates.</source>
        <translation>%1 Fragen zu %2 Reihen zufälliger Daten und %3 Werten. Ein t-Test auf jede findet %4; Foreshock findet %5, und %6 Kandidaten.</translation>
    </message>
    <message>
        <source>Nothing was asked.</source>
        <translation>Nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 Frage</translation>
    </message>
    <message>
        <source>%1 questions</source>
        <translation>%1 Fragen</translation>
    </message>
    <message>
        <source>1 family</source>
        <translation>1 Familie</translation>
    </message>
    <message>
        <source>%1 families</source>
        <translation>%1 Familien</translation>
    </message>
    <message>
        <source>no hold-out opened</source>
        <translation>keine Rücklage geöffnet</translation>
    </message>
    <message>
        <source>1 hold-out opened</source>
        <translation>1 Rücklage geöffnet</translation>
    </message>
    <message>
        <source>%1 hold-outs opened</source>
        <translation>%1 Rücklagen geöffnet</translation>
    </message>
    <message>
        <source>Asked %1 in %2: %3 significant, of them %4 expected by chance; %5.</source>
        <translation>%1 in %2 gestellt: %3 signifikant, davon %4 durch Zufall erwartet; %5.</translation>
    </message>
    <message>
        <source>Significant: adjusted p at most %1 by step-down maxT (Romano and Wolf 2005): as maxT, but what is found no longer counts against the rest. It takes more memory and rarely finds more.</source>
        <translation>Signifikant: korrigiertes p höchstens %1 durch schrittweises maxT (Romano und Wolf 2005): wie maxT, aber was gefunden ist, zählt nicht mehr gegen den Rest. Es braucht mehr Speicher und findet selten mehr.</translation>
    </message>
    <message>
        <source>Significant: own p times the questions at most %1 (Bonferroni). It holds whatever the dependence; shifts resolve p so coarsely that large families find nothing.</source>
        <translation>Signifikant: eigenes p mal Zahl der Fragen höchstens %1 (Bonferroni). Es gilt bei jeder Abhängigkeit; Verschiebungen lösen p so grob auf, dass große Familien nichts finden.</translation>
    </message>
    <message>
        <source>Significant: adjusted p at most %1 by Holm (1979): as Bonferroni and never weaker. For a handful of questions.</source>
        <translation>Signifikant: korrigiertes p höchstens %1 nach Holm (1979): wie Bonferroni und nie schwächer. Für eine Handvoll Fragen.</translation>
    </message>
    <message>
        <source>Significant: adjusted p at most %1 by Hochberg (1988): stronger than Holm where the questions depend positively on one another.</source>
        <translation>Signifikant: korrigiertes p höchstens %1 nach Hochberg (1988): stärker als Holm, wo die Fragen positiv voneinander abhängen.</translation>
    </message>
    <message>
        <source>Significant: adjusted p at most %1 by Hommel (1988): the strongest of its kind, under positive dependence.</source>
        <translation>Signifikant: korrigiertes p höchstens %1 nach Hommel (1988): das stärkste seiner Art, bei positiver Abhängigkeit.</translation>
    </message>
    <message>
        <source>Candidate: own p by Benjamini and Hochberg (1995), a false discovery rate of 5 %. It needs finer p than shifts give: use block_shift, and at most some thousand questions.</source>
        <translation>Kandidat: eigenes p nach Benjamini und Hochberg (1995), höchstens 5 % falsche unter den Funden. Es braucht ein feineres p, als Verschiebungen geben: nehmen Sie block_shift und höchstens einige tausend Fragen.</translation>
    </message>
    <message>
        <source>Candidate: own p by Benjamini and Yekutieli (2001), a false discovery rate of 5 % under any dependence; it finds little.</source>
        <translation>Kandidat: eigenes p nach Benjamini und Yekutieli (2001), höchstens 5 % falsche bei jeder Abhängigkeit; es findet wenig.</translation>
    </message>
    <message>
        <source>Candidate: q-values (Storey 2002), a false discovery rate of 5 %. It estimates how many questions have no effect, and helps when many have one.</source>
        <translation>Kandidat: q-Werte (Storey 2002), höchstens 5 % falsche unter den Funden. Es schätzt, wie viele Fragen keinen Effekt haben, und hilft, wenn viele einen haben.</translation>
    </message>
    <message>
        <source>The study asked for no candidates.</source>
        <translation>Die Studie fragte nach keinen Kandidaten.</translation>
    </message>
    <message>
        <source>alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Say why it is retired; the reason stays in its history.</source>
        <translation>Sagen Sie, warum sie aufgegeben wird; der Grund bleibt in ihrer Geschichte.</translation>
    </message>
    <message>
        <source>This relationship is retired already, for good.</source>
        <translation>Diese Beziehung ist schon endgültig aufgegeben.</translation>
    </message>
    <message>
        <source>Its status changed just now; look again.</source>
        <translation>Ihr Stand hat sich gerade geändert; sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>signifikant</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>decayed</source>
        <translation>verblasst</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>Found by run %1.</source>
        <translation>Gefunden von Lauf %1.</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>%1 hypotheses, %2 never asked before; %3 significant, %4 candidates.</source>
        <translation>%1 Hypothesen, %2 nie zuvor gestellt; %3 signifikant, %4 Kandidaten.</translation>
    </message>
    <message>
        <source>Nothing was stored since its last look.</source>
        <translation>Seit dem letzten Blick wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>%1 relationships followed: %2 new events, %3 changed their status.</source>
        <translation>%1 Beziehungen verfolgt: %2 neue Ereignisse, %3 haben ihren Stand geändert.</translation>
    </message>
    <message>
        <source>The study “%1” says nothing about when it runs: give it a key “schedule”, such as &quot;daily 02:00 America/New_York&quot;.</source>
        <translation>Die Studie „%1“ sagt nicht, wann sie läuft: Geben Sie ihr einen Schlüssel „schedule“, etwa &quot;daily 02:00 America/New_York&quot;.</translation>
    </message>
    <message>
        <source>There is no source “%1” to run after; “sources list” shows those there are.</source>
        <translation>Es gibt keine Quelle „%1“, nach der sie laufen kann; „sources list“ zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>No study “%1” is scheduled; “study schedule list” shows those that are.</source>
        <translation>Keine Studie „%1“ ist geplant; „study schedule list“ zeigt die geplanten.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>nothing newer</source>
        <translation>nichts Neueres</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>; later data have not decided yet</source>
        <translation>; spätere Daten haben noch nicht entschieden</translation>
    </message>
    <message>
        <source>; asked alone it would be significant (p %1), among the %2 questions of this family it is not</source>
        <translation>; allein gefragt wäre es signifikant (p %1), unter den %2 Fragen dieser Familie ist es das nicht</translation>
    </message>
    <message>
        <source>%1 %2 (t %3)</source>
        <translation>%1 %2 (t %3)</translation>
    </message>
    <message>
        <source>none of them reacts</source>
        <translation>keiner davon reagiert</translation>
    </message>
    <message>
        <source>one of them reacts as well, so doubt the finding</source>
        <translation>einer davon reagiert auch, also zweifeln Sie an dem Fund</translation>
    </message>
    <message>
        <source>Assets that go least with this one: %1; %2.</source>
        <translation>Werte, die am wenigsten mit diesem gehen: %1; %2.</translation>
    </message>
    <message>
        <source>Over the five bars before the event: %1 %2 (t %3)</source>
        <translation>Über die fünf Balken vor dem Ereignis: %1 %2 (t %3)</translation>
    </message>
    <message>
        <source>; the events follow moves of the asset itself</source>
        <translation>; die Ereignisse folgen Bewegungen des Wertes selbst</translation>
    </message>
    <message>
        <source>; what those bars foretell taken off, the effect is %1 %2</source>
        <translation>; ohne das, was diese Balken vorhersagen, ist der Effekt %1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (p %3)</source>
        <translation>%1 %2 (p %3)</translation>
    </message>
    <message>
        <source>Tests of the panel on %1 events, beside the shifts that decide: %2; mean correlation of the events %3. None of them allows for events on neighbouring days.</source>
        <translation>Tests des Panels auf %1 Ereignissen, neben den Verschiebungen, die entscheiden: %2; mittlere Korrelation der Ereignisse %3. Keiner davon berücksichtigt Ereignisse an benachbarten Tagen.</translation>
    </message>
    <message>
        <source>%1 holds no finished shard; run “study run FILE --shard k/N -o %1” to its end.</source>
        <translation>%1 enthält keinen fertigen Teil; führen Sie „study run FILE --shard k/N -o %1“ zu Ende.</translation>
    </message>
    <message>
        <source>%1 and %2 are no shards of the same study on the same snapshot.</source>
        <translation>%1 und %2 sind keine Teile derselben Studie auf demselben Stand.</translation>
    </message>
    <message>
        <source>%1 and %2 are both shard %3 of %4; leave one out.</source>
        <translation>%1 und %2 sind beide Teil %3 von %4; lassen Sie einen weg.</translation>
    </message>
    <message>
        <source>Shard %1 of %2 is missing; name its folder too.</source>
        <translation>Teil %1 von %2 fehlt; nennen Sie auch seinen Ordner.</translation>
    </message>
    <message>
        <source>“%1” is no shard; write k/N, as 2/8: the second of eight.</source>
        <translation>„%1“ ist kein Teil; schreiben Sie k/N, etwa 2/8: der zweite von acht.</translation>
    </message>
    <message>
        <source>The shards were made on a later snapshot than this workspace has; put them together in the workspace they were made in, or in a copy of it.</source>
        <translation>Die Teile wurden auf einem späteren Stand gemacht, als dieser Arbeitsbereich hat; fügen Sie sie in dem Arbeitsbereich zusammen, in dem sie entstanden, oder in einer Kopie davon.</translation>
    </message>
    <message>
        <source>Nothing it may read is newer: from %1 on data are sealed, and serve the evidence of its relationships.</source>
        <translation>Nichts, was sie lesen darf, ist neuer: Ab %1 sind die Daten versiegelt und dienen der Prüfung ihrer Beziehungen.</translation>
    </message>
    <message>
        <source>Nothing it reads is newer than at its last look.</source>
        <translation>Nichts, was sie liest, ist neuer als bei ihrem letzten Blick.</translation>
    </message>
    <message>
        <source>its part “%1” is not what a walk writes.</source>
        <translation>sein Teil „%1“ ist nicht, was ein Gang schreibt.</translation>
    </message>
    <message>
        <source>The walk %1 in the ledger cannot be understood: %2</source>
        <translation>Der Gang %1 im Register ist nicht zu verstehen: %2</translation>
    </message>
    <message>
        <source>Linked to nothing, so that their events are not asked about: %1.</source>
        <translation>Mit nichts verknüpft, daher wird nach ihren Ereignissen nicht gefragt: %1.</translation>
    </message>
    <message>
        <source>Linked to none of the study&apos;s assets, so that their events are not asked about: %1.</source>
        <translation>Mit keinem Wert der Studie verknüpft, daher wird nach ihren Ereignissen nicht gefragt: %1.</translation>
    </message>
    <message>
        <source>those without an entity</source>
        <translation>solche ohne Entität</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>There are no links of entities to instruments here; use &quot;pair&quot;: &quot;entity&quot; or &quot;all&quot;.</source>
        <translation>Hier gibt es keine Verknüpfungen von Entitäten mit Instrumenten; nehmen Sie &quot;pair&quot;: &quot;entity&quot; oder &quot;all&quot;.</translation>
    </message>
    <message>
        <source>“%1” cannot be a name here: write 1 to %2 visible characters without blanks around them</source>
        <translation>„%1“ kann hier kein Name sein: schreiben Sie 1 bis %2 sichtbare Zeichen ohne Leerzeichen am Rand</translation>
    </message>
    <message>
        <source>“%1” is in this list twice</source>
        <translation>„%1“ steht zweimal in dieser Liste</translation>
    </message>
    <message>
        <source>“%1” is no country; write its two capital letters of ISO 3166-1, such as JP</source>
        <translation>„%1“ ist kein Land; schreiben Sie seine zwei Großbuchstaben nach ISO 3166-1, etwa JP</translation>
    </message>
    <message>
        <source>%1 cannot be read as links.</source>
        <translation>%1 kann nicht als Verknüpfungen gelesen werden.</translation>
    </message>
    <message>
        <source>an entry of “%1” has no name</source>
        <translation>ein Eintrag von „%1“ hat keinen Namen</translation>
    </message>
    <message>
        <source>“sic_digits” is a whole number from 0 to 4</source>
        <translation>„sic_digits“ ist eine ganze Zahl von 0 bis 4</translation>
    </message>
    <message>
        <source>“%1” has no SIC code; write its four digits in quotes, such as &quot;3571&quot;</source>
        <translation>„%1“ hat keinen SIC-Code; schreiben Sie seine vier Ziffern in Anführungszeichen, etwa &quot;3571&quot;</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The region “%1” names the commodity “%2”, which no file of links describes.</source>
        <translation>Die Region „%1“ nennt den Rohstoff „%2“, den keine Datei mit Verknüpfungen beschreibt.</translation>
    </message>
    <message>
        <source>This workspace keeps no links %1…, which the study asks by; take the key “links” out of it to ask by those in force now.</source>
        <translation>Dieser Arbeitsbereich bewahrt keine Verknüpfungen %1…, nach denen die Studie fragt; nehmen Sie den Schlüssel „links“ heraus, um nach den jetzigen zu fragen.</translation>
    </message>
    <message>
        <source>The links of the run</source>
        <translation>Die Verknüpfungen des Laufs</translation>
    </message>
    <message>
        <source>The links %1… that a run asked by are damaged.</source>
        <translation>Die Verknüpfungen %1…, nach denen ein Lauf fragte, sind beschädigt.</translation>
    </message>
    <message>
        <source>“links” is the name of a set of links, 64 hexadecimal digits as a run wrote it; leave it out to ask by the links in force.</source>
        <translation>„links“ nennt einen Satz von Verknüpfungen, 64 hexadezimale Ziffern, wie ein Lauf sie schrieb; ohne den Schlüssel gelten die jetzigen Verknüpfungen.</translation>
    </message>
    <message>
        <source>“links” goes with “pair”: &quot;linked&quot; only.</source>
        <translation>„links“ geht nur mit „pair“: &quot;linked&quot;.</translation>
    </message>
    <message>
        <source>“point” names two columns, the latitude and the longitude</source>
        <translation>„point“ nennt zwei Spalten, die Breite und die Länge</translation>
    </message>
    <message>
        <source>The asset “%1” has its bars under %2.</source>
        <translation>Die Kurse von „%1“ stehen unter %2.</translation>
    </message>
    <message>
        <source>“%1” can be %2; name the one that is meant.</source>
        <translation>„%1“ kann %2 sein; bitte das Gemeinte nennen.</translation>
    </message>
    <message>
        <source>Polygon sent no changes of a ticker</source>
        <translation>Polygon hat keine Änderungen eines Tickers geschickt</translation>
    </message>
    <message>
        <source>the change has no new ticker</source>
        <translation>die Änderung hat keinen neuen Ticker</translation>
    </message>
    <message>
        <source>the day of the change is not a date</source>
        <translation>der Tag der Änderung ist kein Datum</translation>
    </message>
    <message>
        <source>Nothing was known by the name “%1” at that time; leave out the time to see what it is now.</source>
        <translation>Unter dem Namen „%1“ war damals nichts bekannt; ohne Zeitpunkt ist zu sehen, was er jetzt bedeutet.</translation>
    </message>
    <message>
        <source>No company is known by the name “%1”; names come with EDGAR&apos;s table of tickers, its filings, and Polygon&apos;s tickers.</source>
        <translation>Unter dem Namen „%1“ ist kein Unternehmen bekannt; Namen kommen mit der Tickertabelle und den Einreichungen von EDGAR und mit den Tickern von Polygon.</translation>
    </message>
    <message>
        <source>the live stream was not heard</source>
        <translation>der Live-Strom wurde nicht gehört</translation>
    </message>
    <message>
        <source>“live” of %1 is one of %2, or several with commas; “%3” is none.</source>
        <translation>„live“ von %1 ist eines von %2, oder mehrere mit Kommas; „%3“ ist keines.</translation>
    </message>
    <message>
        <source>Bitcoin and other coins against dollar and euro: candles from a minute to a day, years back, and live trades and quotes.</source>
        <translation>Bitcoin und andere Münzen gegen Dollar und Euro: Kerzen von einer Minute bis zu einem Tag, Jahre zurück, und laufend Abschlüsse und Kurse.</translation>
    </message>
    <message>
        <source>Bitcoin and other coins against currencies: the newest 720 candles of each length, and live trades.</source>
        <translation>Bitcoin und andere Münzen gegen Währungen: die neuesten 720 Kerzen jeder Länge, und laufend Abschlüsse.</translation>
    </message>
    <message>
        <source>Name the shares that Polygon&apos;s stream is to follow, such as SPY.</source>
        <translation>Nennen Sie die Aktien, denen Polygons Strom folgen soll, etwa SPY.</translation>
    </message>
    <message>
        <source>Name the markets whose prices are to come live; without names they are only asked for.</source>
        <translation>Nennen Sie die Märkte, deren Preise laufend kommen sollen; ohne Namen werden sie nur abgefragt.</translation>
    </message>
    <message>
        <source>Polymarket names no outcome of the markets that are to come live.</source>
        <translation>Polymarket nennt keinen Ausgang der Märkte, die laufend kommen sollen.</translation>
    </message>
    <message>
        <source>The ticks of “%1” were just written anew: they are compared again.</source>
        <translation>Die Ticks von „%1“ wurden soeben neu geschrieben: Sie werden noch einmal verglichen.</translation>
    </message>
    <message>
        <source>Folding live ticks lost rows: nothing was changed.</source>
        <translation>Beim Einordnen laufender Ticks gingen Zeilen verloren: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is not what was copied there; the events stay where they are.</source>
        <translation>%1 ist nicht, was dorthin kopiert wurde; die Ereignisse bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Events are kept for 1 to %1 years, not for %2.</source>
        <translation>Ereignisse bleiben 1 bis %1 Jahre, nicht %2.</translation>
    </message>
    <message>
        <source>“%1” depends on where the program was started: give the archive&apos;s full path.</source>
        <translation>„%1“ hängt davon ab, wo das Programm gestartet wurde: Geben Sie den vollen Pfad des Archivs an.</translation>
    </message>
    <message>
        <source>“%1” is inside the workspace: an archive must be elsewhere.</source>
        <translation>„%1“ liegt im Arbeitsbereich: Ein Archiv muss anderswo liegen.</translation>
    </message>
    <message>
        <source>Nothing limits how long events of “%1” stay.</source>
        <translation>Nichts begrenzt, wie lange Ereignisse von „%1“ bleiben.</translation>
    </message>
    <message>
        <source>%1 events of %2 before %3 were removed on %4</source>
        <translation>%1 Ereignisse von %2 vor %3 wurden am %4 entfernt</translation>
    </message>
    <message>
        <source>%1 events of %2 before %3 were archived on %4</source>
        <translation>%1 Ereignisse von %2 vor %3 wurden am %4 archiviert</translation>
    </message>
    <message>
        <source>Its live stream is not listened to just now: start “ingest run”, or keep Foreshock open.</source>
        <translation>Ihr Live-Strom wird gerade nicht gehört: Starten Sie „ingest run“, oder lassen Sie Foreshock offen.</translation>
    </message>
    <message>
        <source>Its live stream is connected.</source>
        <translation>Ihr Live-Strom ist verbunden.</translation>
    </message>
    <message>
        <source>Its live stream is connected, but: %1</source>
        <translation>Ihr Live-Strom ist verbunden, aber: %1</translation>
    </message>
    <message>
        <source>Its live stream is being connected.</source>
        <translation>Ihr Live-Strom wird verbunden.</translation>
    </message>
    <message>
        <source>Its live stream waits.</source>
        <translation>Ihr Live-Strom wartet.</translation>
    </message>
    <message>
        <source>Its live stream waits: %1</source>
        <translation>Ihr Live-Strom wartet: %1</translation>
    </message>
    <message>
        <source>Run %1 cannot be made again at its snapshot: %2</source>
        <translation>Der Lauf %1 kann auf seinem Stand nicht wiederholt werden: %2</translation>
    </message>
    <message>
        <source>The effect is the mean response over the events; the base is the mean over all bars, what happens anyway; for matched days, over the same weekdays of the same months. For events that carry a weight the effect is the correlation of weight and response.</source>
        <translation>Der Effekt ist die mittlere Reaktion über die Ereignisse; der Grundwert ist das Mittel über alle Balken, also was ohnehin geschieht; bei Vergleichstagen das über dieselben Wochentage derselben Monate. Bei Ereignissen mit Gewicht ist der Effekt die Korrelation von Gewicht und Reaktion.</translation>
    </message>
    <message>
        <source>%1: %2, %3, bars %4: %5 %6 against %7 on the same weekdays of the same months</source>
        <translation>%1: %2, %3, Balken %4: %5 %6 gegenüber %7 an denselben Wochentagen derselben Monate</translation>
    </message>
    <message>
        <source>“%1”: %2 days of the same weekday and month carry other scheduled news and are no controls: %3</source>
        <translation>„%1“: %2 Tage desselben Wochentags und Monats tragen andere angekündigte Nachrichten und sind keine Vergleichstage: %3</translation>
    </message>
    <message>
        <source>Shifted within years, because volume and range drift over the years, and so may the number of events.</source>
        <translation>Innerhalb von Jahren verschoben, denn Volumen und Spanne wandern über die Jahre, und die Zahl der Ereignisse vielleicht auch.</translation>
    </message>
    <message>
        <source>Volume and range drift over the years: where the number of events drifts too, chance looks like a reaction. Ask mean_adjusted, or a longer sample for block_shift.</source>
        <translation>Volumen und Spanne wandern über die Jahre: Wandert auch die Zahl der Ereignisse, sieht Zufall wie eine Reaktion aus. Mit mean_adjusted fragen, oder mit einer längeren Stichprobe für block_shift.</translation>
    </message>
    <message>
        <source>the records have more than 10,000 columns</source>
        <translation>die Datensätze haben mehr als 10.000 Spalten</translation>
    </message>
    <message>
        <source>Another program has taken over collecting while this one was silent; it goes on there.</source>
        <translation>Ein anderes Programm hat das Sammeln übernommen, während dieses schwieg; es geht dort weiter.</translation>
    </message>
    <message>
        <source>The catalog in the backup holds “%1”, which is not Foreshock&apos;s; nothing was restored.</source>
        <translation>Der Katalog in der Sicherung enthält „%1“, das nicht von Foreshock ist; nichts wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>The catalog in the backup names “%1”, which is no file of a workspace; nothing was restored.</source>
        <translation>Der Katalog in der Sicherung nennt „%1“, das keine Datei eines Arbeitsbereichs ist; nichts wurde wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>filterterm</name>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Is Not</source>
        <translation>Ist nicht</translation>
    </message>
    <message>
        <source>… and Is</source>
        <translation>… und ist</translation>
    </message>
    <message>
        <source>… or Is</source>
        <translation>… oder ist</translation>
    </message>
    <message>
        <source>… and Is Not</source>
        <translation>… und ist nicht</translation>
    </message>
</context>
<context>
    <name>findingpages</name>
    <message>
        <source>%1 % (%2 to %3)</source>
        <translation>%1 % (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>%1 (asked before; this run alone: %2)</source>
        <translation>%1 (schon gefragt; dieser Lauf allein: %2)</translation>
    </message>
    <message>
        <source>Events (n)</source>
        <translation>Ereignisse (n)</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Base (all bars)</source>
        <translation>Grundwert (alle Balken)</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>Smallest effect</source>
        <translation>Kleinster Effekt</translation>
    </message>
    <message>
        <source>t (less base)</source>
        <translation>t (minus Grundwert)</translation>
    </message>
    <message>
        <source>t (against 0)</source>
        <translation>t (gegen 0)</translation>
    </message>
    <message>
        <source>p (alone)</source>
        <translation>p (allein)</translation>
    </message>
    <message>
        <source>Adjusted p</source>
        <translation>Korrigiertes p</translation>
    </message>
    <message>
        <source>Workspace p</source>
        <translation>p Arbeitsbereich</translation>
    </message>
    <message>
        <source>Family size</source>
        <translation>Familiengröße</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Tradable</source>
        <translation>Handelbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no: opens before it was known</source>
        <translation>nein: öffnet, bevor es bekannt war</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Bekannt laut</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>Nullmodell</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>Could chance alone do this?</source>
        <translation>Könnte der Zufall allein das?</translation>
    </message>
    <message>
        <source>This hypothesis by itself; the adjusted p counts the whole family.</source>
        <translation>Diese Hypothese für sich; das korrigierte p zählt die ganze Familie.</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Boxes are 95 % intervals.</source>
        <translation>Kästen sind 95-%-Intervalle.</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>placebo window</source>
        <translation>Placebo-Fenster</translation>
    </message>
    <message>
        <source>value from</source>
        <translation>Wert von</translation>
    </message>
    <message>
        <source>mean response</source>
        <translation>mittlere Reaktion</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Finding %1 of %2</source>
        <translation>Befund %1 von %2</translation>
    </message>
    <message>
        <source>the evidence</source>
        <translation>die Belege</translation>
    </message>
    <message>
        <source>%1, %2, bars %3</source>
        <translation>%1, %2, Balken %3</translation>
    </message>
    <message>
        <source>No verdict: %1 missing. Run the study again to compute it.</source>
        <translation>Kein Urteil; es fehlt: %1. Die Studie erneut ausführen, um es zu berechnen.</translation>
    </message>
    <message>
        <source>This run keeps no joint null that could be drawn: its null is %1. The adjusted p is %2.</source>
        <translation>Dieser Lauf bewahrt kein gemeinsames Nullmodell auf, das sich zeichnen ließe: Seines ist %1. Das korrigierte p ist %2.</translation>
    </message>
    <message>
        <source>There are too few bars around the events for a path.</source>
        <translation>Um die Ereignisse gibt es zu wenige Balken für einen Verlauf.</translation>
    </message>
    <message>
        <source>There are too few bars around the events for a lag profile.</source>
        <translation>Um die Ereignisse gibt es zu wenige Balken für ein Versatzprofil.</translation>
    </message>
    <message>
        <source>There are too few events to part the sample.</source>
        <translation>Es gibt zu wenige Ereignisse, um die Stichprobe zu teilen.</translation>
    </message>
    <message>
        <source>Leaving out any one event, the effect stays between %1 and %2.</source>
        <translation>Lässt man ein beliebiges Ereignis weg, bleibt der Effekt zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>the checks</source>
        <translation>die Kontrollen</translation>
    </message>
    <message>
        <source>Before the event: nothing should be seen</source>
        <translation>Vor dem Ereignis: Es sollte nichts zu sehen sein</translation>
    </message>
    <message>
        <source>There are too few bars before the events for a placebo window.</source>
        <translation>Vor den Ereignissen gibt es zu wenige Balken für ein Placebo-Fenster.</translation>
    </message>
    <message>
        <source>Windows of the same length that end before the event. An effect here means that the news came late, or that the event answers to the price. No p: they were not part of the question.</source>
        <translation>Fenster derselben Länge, die vor dem Ereignis enden. Ein Effekt hier bedeutet, dass die Nachricht spät kam oder das Ereignis auf den Preis reagiert. Kein p: Sie waren nicht Teil der Frage.</translation>
    </message>
    <message>
        <source>By the size of the event</source>
        <translation>Nach der Größe des Ereignisses</translation>
    </message>
    <message>
        <source>These events carry no value, so there is no size to sort them by.</source>
        <translation>Diese Ereignisse tragen keinen Wert, es gibt also keine Größe, nach der sie zu ordnen wären.</translation>
    </message>
    <message>
        <source>Event by event</source>
        <translation>Ereignis für Ereignis</translation>
    </message>
    <message>
        <source>No event has a response.</source>
        <translation>Kein Ereignis hat eine Reaktion.</translation>
    </message>
    <message>
        <source>Each mark is one event, at the close of its bar; %1 in all.</source>
        <translation>Jede Marke ist ein Ereignis, beim Schluss seines Balkens; %1 insgesamt.</translation>
    </message>
    <message>
        <source>Notes on this finding</source>
        <translation>Anmerkungen zu diesem Befund</translation>
    </message>
    <message>
        <source>Dashed: what it takes to be significant.</source>
        <translation>Gestrichelt: was zur Signifikanz nötig ist.</translation>
    </message>
    <message>
        <source>95 % interval of a bar</source>
        <translation>95-%-Intervall eines Balkens</translation>
    </message>
    <message>
        <source>Look-ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>failed: rests on what was not known</source>
        <translation>durchgefallen: beruht auf damals Unbekanntem</translation>
    </message>
    <message>
        <source>What else could explain it</source>
        <translation>Was es sonst erklären könnte</translation>
    </message>
    <message>
        <source>Base (same weekdays)</source>
        <translation>Grundwert (gleiche Wochentage)</translation>
    </message>
</context>
<context>
    <name>firstpage</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>… (%1 in all)</source>
        <translation>… (%1 insgesamt)</translation>
    </message>
    <message>
        <source>Tear sheet of run %1, finished %2 UTC, in the workspace “%3”</source>
        <translation>Bericht zum Lauf %1, beendet %2 UTC, im Arbeitsbereich „%3“</translation>
    </message>
    <message>
        <source>Simulated data: the events and prices are made up. Nothing here says anything about a market.</source>
        <translation>Simulierte Daten: Die Ereignisse und Preise sind erfunden. Nichts hier sagt etwas über einen Markt.</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt wurde</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>1 hypothesis</source>
        <translation>1 Hypothese</translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation>%1 Hypothesen</translation>
    </message>
    <message>
        <source>Never asked before</source>
        <translation>Nie zuvor gefragt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Windows (bars)</source>
        <translation>Fenster (Balken)</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>nothing: there is no hold-out</source>
        <translation>nichts: Es gibt keine Rücklage</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand vom</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>%1 for the whole family</source>
        <translation>%1 für die ganze Familie</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Durch Zufall</translation>
    </message>
    <message>
        <source>%1 significant, %2 candidates expected</source>
        <translation>%1 signifikant, %2 Kandidaten erwartet</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Result hash</source>
        <translation>Ergebnis-Hash</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The finding</source>
        <translation>Der Befund</translation>
    </message>
    <message>
        <source>The strongest of what was asked; none of it is established</source>
        <translation>Das Stärkste des Gefragten; nichts davon ist gesichert</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>adjusted p</source>
        <translation>korrigiertes p</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>family size</source>
        <translation>Familiengröße</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>tradable</source>
        <translation>handelbar</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>The run kept no finding.</source>
        <translation>Der Lauf bewahrte keinen Befund auf.</translation>
    </message>
    <message>
        <source>One of %1 hypotheses asked at once, of which %2 were significant and %3 candidates.</source>
        <translation>Einer aus %1 zugleich gefragten Hypothesen, von denen %2 signifikant und %3 Kandidaten waren.</translation>
    </message>
    <message>
        <source>%1 more are not listed; “foreshock-cli study show %2 --all” lists every one.</source>
        <translation>%1 weitere sind nicht aufgeführt; „foreshock-cli study show %2 --all“ listet alle.</translation>
    </message>
    <message>
        <source>Effects that were picked because they are the largest of many look larger than they are.</source>
        <translation>Effekte, die ausgewählt wurden, weil sie die größten von vielen sind, sehen größer aus, als sie sind.</translation>
    </message>
    <message>
        <source>strongest asked</source>
        <translation>stärkste gefragte</translation>
    </message>
    <message>
        <source>Study of run %1</source>
        <translation>Studie zum Lauf %1</translation>
    </message>
    <message>
        <source>The %1 strongest have pages of their own; “foreshock-cli report %2 --pdf FILE --finding HYPOTHESIS” makes those of any other.</source>
        <translation>Die %1 stärksten haben eigene Seiten; „foreshock-cli report %2 --pdf DATEI --finding HYPOTHESE“ erstellt die jedes anderen.</translation>
    </message>
    <message>
        <source>looks ahead</source>
        <translation>schaut voraus</translation>
    </message>
</context>
<context>
    <name>funnel</name>
    <message>
        <source>asked</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>candidate or better</source>
        <translation>Kandidat oder besser</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>signifikant</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>≥ candidate</source>
        <translation>≥ Kandidat</translation>
    </message>
    <message>
        <source>%1 by chance</source>
        <translation>%1 durch Zufall</translation>
    </message>
    <message>
        <source>The bars are as long as the logarithm of their count: ten times as many is one step more, not ten times the length.</source>
        <translation>Die Balken sind so lang wie der Logarithmus ihrer Anzahl: Zehnmal so viele sind ein Schritt mehr, nicht die zehnfache Länge.</translation>
    </message>
    <message>
        <source>Asked %1, candidate or better %2, significant %3, validated %4.</source>
        <translation>%1 gefragt, %2 Kandidat oder besser, %3 signifikant, %4 bestätigt.</translation>
    </message>
    <message>
        <source>Chance alone would give %1 significant ones.</source>
        <translation>Zufall allein gäbe %1 signifikante.</translation>
    </message>
</context>
<context>
    <name>lifecharts</name>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>&lt; %1</source>
        <translation>&lt; %1</translation>
    </message>
    <message>
        <source>Do later events agree?</source>
        <translation>Stimmen spätere Ereignisse zu?</translation>
    </message>
    <message>
        <source>1 bet on it has become (log scale)</source>
        <translation>darauf gewettete 1 ist geworden zu (log. Skala)</translation>
    </message>
    <message>
        <source>that it decays</source>
        <translation>dass es verblasst</translation>
    </message>
    <message>
        <source>that it holds</source>
        <translation>dass es hält</translation>
    </message>
    <message>
        <source>enough: %1</source>
        <translation>genug: %1</translation>
    </message>
    <message>
        <source>%1: betting 1 on it has become %2 over %3 events after the discovery; %4 validates it. Betting that it decays has become %5.</source>
        <translation>%1: Darauf 1 zu wetten hat über %3 Ereignisse nach der Entdeckung %2 ergeben; %4 bestätigt es. Auf Verblassen zu wetten hat %5 ergeben.</translation>
    </message>
    <message>
        <source>Is the effect still what it was?</source>
        <translation>Ist der Effekt noch, was er war?</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>response (%1)</source>
        <translation>Reaktion (%1)</translation>
    </message>
    <message>
        <source>95 % now</source>
        <translation>95 % jetzt</translation>
    </message>
    <message>
        <source>mean of the last %1</source>
        <translation>Mittel der letzten %1</translation>
    </message>
    <message>
        <source>discovered</source>
        <translation>entdeckt</translation>
    </message>
    <message>
        <source>95 % then</source>
        <translation>95 % damals</translation>
    </message>
    <message>
        <source>%1: the mean response to the last %2 events is %3 (95 % interval %4 to %5); at discovery it was %6.</source>
        <translation>%1: Die mittlere Reaktion auf die letzten %2 Ereignisse ist %3 (95-%-Intervall %4 bis %5); bei der Entdeckung war sie %6.</translation>
    </message>
    <message>
        <source>%1 (95 % interval %2 to %3)</source>
        <comment>an effect</comment>
        <translation>%1 (95-%-Intervall %2 bis %3)</translation>
    </message>
</context>
<context>
    <name>lifepages</name>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Discovered</source>
        <translation>Entdeckt</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Later events</source>
        <translation>Spätere Ereignisse</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>Evidence E</source>
        <translation>Evidenz E</translation>
    </message>
    <message>
        <source>Hold-out</source>
        <translation>Rücklage</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Dashed line across: what is enough.</source>
        <translation>Gestrichelte Linie: was genügt.</translation>
    </message>
    <message>
        <source>Lines across: the effect at discovery, and its 95 % interval.</source>
        <translation>Linien: der Effekt bei der Entdeckung und sein 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Line across: the effect at discovery.</source>
        <translation>Linie: der Effekt bei der Entdeckung.</translation>
    </message>
    <message>
        <source>From question to validation</source>
        <translation>Von der Frage zur Bestätigung</translation>
    </message>
    <message>
        <source>After the discovery</source>
        <translation>Nach der Entdeckung</translation>
    </message>
    <message>
        <source>No event after the discovery has been bet on yet.</source>
        <translation>Auf kein Ereignis nach der Entdeckung wurde bisher gewettet.</translation>
    </message>
    <message>
        <source>Later events have not been looked at yet; “foreshock-cli relationships check” does.</source>
        <translation>Spätere Ereignisse wurden noch nicht angesehen; „foreshock-cli relationships check“ tut es.</translation>
    </message>
    <message>
        <source>Fewer than three events after the discovery: there is no average to show.</source>
        <translation>Weniger als drei Ereignisse nach der Entdeckung: Es gibt kein Mittel zu zeigen.</translation>
    </message>
</context>
<context>
    <name>methodpages</name>
    <message>
        <source>Method in words</source>
        <translation>Die Methode in Worten</translation>
    </message>
    <message>
        <source>How much was asked</source>
        <translation>Wie viel gefragt wurde</translation>
    </message>
    <message>
        <source>In this run</source>
        <translation>In diesem Lauf</translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation>%1 Hypothesen</translation>
    </message>
    <message>
        <source>Never asked before</source>
        <translation>Nie zuvor gefragt</translation>
    </message>
    <message>
        <source>Expected by chance, this run</source>
        <translation>Durch Zufall erwartet, dieser Lauf</translation>
    </message>
    <message>
        <source>%1 significant, %2 candidates</source>
        <translation>%1 signifikant, %2 Kandidaten</translation>
    </message>
    <message>
        <source>In this workspace</source>
        <translation>In diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 different hypotheses (families: %2, runs: %3)</source>
        <translation>%1 verschiedene Hypothesen (Familien: %2, Läufe: %3)</translation>
    </message>
    <message>
        <source>Expected by chance, workspace</source>
        <translation>Durch Zufall erwartet, Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 significant of %2 that were found</source>
        <translation>%1 signifikante von %2 gefundenen</translation>
    </message>
    <message>
        <source>Hold-out opened</source>
        <translation>Rücklage geöffnet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>for %1 of what was found</source>
        <translation>für %1 des Gefundenen</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>Womit es belegt ist</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Result hash</source>
        <translation>Ergebnis-Hash</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Finding %1</source>
        <translation>Befund %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The study as it was run, with every default written out. Saved as a file it runs again.</source>
        <translation>Die Studie, wie sie lief, mit allen Voreinstellungen ausgeschrieben. Als Datei gespeichert läuft sie erneut.</translation>
    </message>
    <message>
        <source>… and %1 more lines.</source>
        <translation>… und %1 weitere Zeilen.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… und %1 weitere.</translation>
    </message>
    <message>
        <source>… (%1 in all)</source>
        <translation>… (%1 insgesamt)</translation>
    </message>
    <message>
        <source>Characters without a letter form</source>
        <translation>Zeichen ohne Buchstabenform</translation>
    </message>
    <message>
        <source>No font of this computer has these characters; they are shown by their numbers (\u…): %1. Fonts that have them (such as fonts-noto-cjk) mend it.</source>
        <translation>Keine Schrift dieses Rechners hat diese Zeichen; sie sind durch ihre Nummern dargestellt (\u…): %1. Schriften, die sie haben (etwa fonts-noto-cjk), beheben das.</translation>
    </message>
    <message>
        <source>How it was asked, and what proves it</source>
        <translation>Wie gefragt wurde und womit es belegt ist</translation>
    </message>
    <message>
        <source>Walked through the past</source>
        <translation>Durch die Vergangenheit gegangen</translation>
    </message>
    <message>
        <source>yes, on its own page</source>
        <translation>ja, auf einer eigenen Seite</translation>
    </message>
    <message>
        <source>never; “foreshock-cli study walk” does</source>
        <translation>nie; „foreshock-cli study walk“ tut es</translation>
    </message>
    <message>
        <source>The track record of this question</source>
        <translation>Die Bilanz dieser Frage</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>pagewriter</name>
    <message>
        <source>The pages of the report could not be drawn.</source>
        <translation>Die Seiten des Berichts ließen sich nicht zeichnen.</translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation>Der Bericht wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Drawing pages</source>
        <translation>Seiten werden gezeichnet</translation>
    </message>
    <message>
        <source>Simulated data: the events and prices are made up. Nothing here says anything about a market.</source>
        <translation>Simulierte Daten: Die Ereignisse und Preise sind erfunden. Nichts hier sagt etwas über einen Markt.</translation>
    </message>
</context>
<context>
    <name>pricechart</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>%1, adjusted for splits and dividends</source>
        <translation>%1, um Splits und Dividenden bereinigt</translation>
    </message>
    <message>
        <source>%1, as quoted</source>
        <translation>%1, wie notiert</translation>
    </message>
    <message>
        <source>1 bar</source>
        <translation>1 Balken</translation>
    </message>
    <message>
        <source>%1 bars</source>
        <translation>%1 Balken</translation>
    </message>
    <message>
        <source>simulated sample</source>
        <translation>simuliertes Beispiel</translation>
    </message>
    <message>
        <source>workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>as known at %1 UTC</source>
        <translation>wie bekannt am %1 UTC</translation>
    </message>
    <message>
        <source>Prices of %1 from %2 to %3: first close %4, last close %5.</source>
        <translation>Preise von %1 von %2 bis %3: erster Schlusskurs %4, letzter Schlusskurs %5.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>%1 bars (Fibonacci)</source>
        <translation>%1 Balken (Fibonacci)</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>The event is no longer in the workspace; reload the chart.</source>
        <translation>Das Ereignis ist nicht mehr im Arbeitsbereich; den Chart neu laden.</translation>
    </message>
</context>
<context>
    <name>shownrun</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>studycharts</name>
    <message>
        <source>%1, %2, bars %3</source>
        <translation>%1, %2, Balken %3</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Run %1, snapshot %2</source>
        <translation>Lauf %1, Stand %2</translation>
    </message>
    <message>
        <source> · simulated data</source>
        <translation> · simulierte Daten</translation>
    </message>
    <message>
        <source>Could chance alone do this?</source>
        <translation>Könnte der Zufall allein das?</translation>
    </message>
    <message>
        <source>Could chance alone do this? (this hypothesis by itself)</source>
        <translation>Könnte der Zufall allein das? (diese Hypothese für sich)</translation>
    </message>
    <message>
        <source>|statistic| of this hypothesis</source>
        <translation>|Prüfgröße| dieser Hypothese</translation>
    </message>
    <message>
        <source>shifts of the events in time</source>
        <translation>Verschiebungen der Ereignisse in der Zeit</translation>
    </message>
    <message>
        <source>shifted: the events moved away from their dates</source>
        <translation>verschoben: die Ereignisse, von ihren Terminen weggerückt</translation>
    </message>
    <message>
        <source>shifted</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>%1 by chance</source>
        <translation>%1 durch Zufall</translation>
    </message>
    <message>
        <source>this finding</source>
        <translation>dieser Befund</translation>
    </message>
    <message>
        <source>What happened around the event, on average</source>
        <translation>Was um das Ereignis herum geschah, im Mittel</translation>
    </message>
    <message>
        <source>bars from the event</source>
        <translation>Balken ab dem Ereignis</translation>
    </message>
    <message>
        <source>cumulated response</source>
        <translation>kumulierte Reaktion</translation>
    </message>
    <message>
        <source>%1: the average path over %2 events goes from %3 to %4.</source>
        <translation>%1: Der mittlere Verlauf über %2 Ereignisse geht von %3 nach %4.</translation>
    </message>
    <message>
        <source>95 % interval of each bar</source>
        <translation>95-%-Intervall je Balken</translation>
    </message>
    <message>
        <source>average of %1 events</source>
        <translation>Mittel von %1 Ereignissen</translation>
    </message>
    <message>
        <source>The effect at every distance from the event</source>
        <translation>Der Effekt in jedem Abstand vom Ereignis</translation>
    </message>
    <message>
        <source>first bar of a window of %1 bars</source>
        <translation>erster Balken eines Fensters von %1 Balken</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>%1: of %2 lags %3 lie outside the band that chance stays in 95 % of the time.</source>
        <translation>%1: Von %2 Versätzen liegen %3 außerhalb des Bandes, in dem der Zufall in 95 % der Fälle bleibt.</translation>
    </message>
    <message>
        <source>chance stays inside at all lags, 95 % of the time</source>
        <translation>der Zufall bleibt in 95 % der Fälle bei allen Versätzen darin</translation>
    </message>
    <message>
        <source>before the event (placebo)</source>
        <translation>vor dem Ereignis (Placebo)</translation>
    </message>
    <message>
        <source>Does it hold in every part of the sample?</source>
        <translation>Gilt es in jedem Teil der Stichprobe?</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>whole sample</source>
        <translation>ganze Stichprobe</translation>
    </message>
    <message>
        <source>%1: in %2 of %3 parts of the sample the effect has the same sign.</source>
        <translation>%1: In %2 von %3 Teilen der Stichprobe hat der Effekt dasselbe Vorzeichen.</translation>
    </message>
    <message>
        <source>Do larger events move it more?</source>
        <translation>Bewegen größere Ereignisse mehr?</translation>
    </message>
    <message>
        <source>average value of the events of each group</source>
        <translation>mittlerer Wert der Ereignisse jeder Gruppe</translation>
    </message>
    <message>
        <source>mean response</source>
        <translation>mittlere Reaktion</translation>
    </message>
    <message>
        <source>%1: the mean response goes from %2 for the smallest events to %3 for the largest.</source>
        <translation>%1: Die mittlere Reaktion geht von %2 bei den kleinsten Ereignissen bis %3 bei den größten.</translation>
    </message>
    <message>
        <source>groups of equal count</source>
        <translation>gleich große Gruppen</translation>
    </message>
    <message>
        <source>The response to each event</source>
        <translation>Die Reaktion auf jedes Ereignis</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>%1: %2 events.</source>
        <translation>%1: %2 Ereignisse.</translation>
    </message>
    <message>
        <source>one event</source>
        <translation>ein Ereignis</translation>
    </message>
    <message>
        <source>largest |statistic| in the whole family of %1</source>
        <translation>größte |Prüfgröße| in der ganzen Familie von %1</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>%1: observed %2; of %3 shifts of the events in time %4 reach it.</source>
        <translation>%1: beobachtet %2; von %3 zeitlichen Verschiebungen der Ereignisse erreichen es %4.</translation>
    </message>
    <message>
        <source> Needed to be significant in this family: %1.</source>
        <translation> Nötig, um in dieser Familie signifikant zu sein: %1.</translation>
    </message>
</context>
<context>
    <name>studytext</name>
    <message>
        <source>write at least one window, such as [1,5]</source>
        <translation>mindestens ein Fenster schreiben, etwa [1,5]</translation>
    </message>
    <message>
        <source>a window has two ends, such as [1,5]</source>
        <translation>ein Fenster hat zwei Enden, etwa [1,5]</translation>
    </message>
    <message>
        <source>the window [%1,%2] ends before it begins</source>
        <translation>das Fenster [%1,%2] endet, bevor es beginnt</translation>
    </message>
    <message>
        <source>write lengths [1,5] lags [1,21]</source>
        <translation>lengths [1,5] lags [1,21] schreiben</translation>
    </message>
    <message>
        <source>nothing is expected after the lags</source>
        <translation>nach den Versätzen wird nichts erwartet</translation>
    </message>
    <message>
        <source>a window begins with [</source>
        <translation>ein Fenster beginnt mit [</translation>
    </message>
    <message>
        <source>a whole number of bars is expected</source>
        <translation>eine ganze Zahl von Balken wird erwartet</translation>
    </message>
    <message>
        <source>] is missing</source>
        <translation>] fehlt</translation>
    </message>
    <message>
        <source>a comma or ] is expected</source>
        <translation>ein Komma oder ] wird erwartet</translation>
    </message>
    <message>
        <source>Windows, column %1: %2.</source>
        <translation>Fenster, Spalte %1: %2.</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>tearsheetwriter</name>
    <message>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <source>Workspace %1 · snapshot %2 · result %3 · %4</source>
        <translation>Arbeitsbereich %1 · Stand %2 · Ergebnis %3 · %4</translation>
    </message>
    <message>
        <source>The report was cancelled.</source>
        <translation>Der Bericht wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>walkcharts</name>
    <message>
        <source>Walk %1, snapshot %2</source>
        <translation>Gang %1, Stand %2</translation>
    </message>
    <message>
        <source> · simulated data</source>
        <translation> · simulierte Daten</translation>
    </message>
    <message>
        <source>%1, %2 to %3 in steps of %4</source>
        <translation>%1, %2 bis %3 in Schritten von %4</translation>
    </message>
    <message>
        <source>Study without a name</source>
        <translation>Studie ohne Namen</translation>
    </message>
    <message>
        <source>How much of it held in the next step?</source>
        <translation>Wie viel davon hielt im nächsten Schritt?</translation>
    </message>
    <message>
        <source>held, %</source>
        <translation>gehalten, %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>of what was found</source>
        <translation>von dem, was gefunden wurde</translation>
    </message>
    <message>
        <source>uncorrected t-test</source>
        <translation>unkorrigierter t-Test</translation>
    </message>
    <message>
        <source>a coin</source>
        <translation>eine Münze</translation>
    </message>
    <message>
        <source>%1: of %2 found %3 held; of %4 of an uncorrected t-test %5.</source>
        <translation>%1: von %2 gefundenen hielten %3; von %4 eines unkorrigierten t-Tests %5.</translation>
    </message>
    <message>
        <source>Did the forecasts come true as often as told?</source>
        <translation>Trafen die Vorhersagen so oft ein wie gesagt?</translation>
    </message>
    <message>
        <source>told probability that the sign holds, %</source>
        <translation>gesagte Wahrscheinlichkeit, dass das Vorzeichen hält, %</translation>
    </message>
    <message>
        <source>told %1: %2 held (n %3, 95 % interval %4 to %5)</source>
        <translation>gesagt %1: %2 hielten (n %3, 95-%-Intervall %4 bis %5)</translation>
    </message>
    <message>
        <source>as told</source>
        <translation>wie gesagt</translation>
    </message>
    <message>
        <source>%1: nothing was found that could be scored.</source>
        <translation>%1: nichts wurde gefunden, das sich werten ließ.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>discovered at</source>
        <translation>entdeckt am</translation>
    </message>
    <message>
        <source>scored until</source>
        <translation>gewertet bis</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
    <message>
        <source>scored</source>
        <translation>gewertet</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>t-test found</source>
        <translation>t-Test fand</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahren</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 Monaten</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 Wochen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tagen</translation>
    </message>
</context>
<context>
    <name>walkpages</name>
    <message>
        <source>Nothing was found that could be scored.</source>
        <translation>Nichts wurde gefunden, das sich werten ließ.</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>At %1 nothing was asked: %2</source>
        <translation>Am %1 wurde nichts gefragt: %2</translation>
    </message>
    <message>
        <source>A box for every step that could be scored: the share that held and its 95 % interval. Dashed: of the uncorrected t-test. Line across: a coin.</source>
        <translation>Ein Kasten für jeden Schritt, der sich werten ließ: der Anteil, der hielt, und sein 95-%-Intervall. Gestrichelt: vom unkorrigierten t-Test. Linie quer: eine Münze.</translation>
    </message>
    <message>
        <source>Points: told on average against what held; boxes: its 95 % interval. Dashed: the uncorrected t-test, without shrinkage. What is as told lies on the diagonal.</source>
        <translation>Punkte: im Mittel gesagt gegen das, was hielt; Kästen: sein 95-%-Intervall. Gestrichelt: der unkorrigierte t-Test, ohne Schrumpfung. Was ist wie gesagt, liegt auf der Diagonale.</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Wie es zu lesen ist</translation>
    </message>
</context>
<context>
    <name>walkwriter</name>
    <message>
        <source>Track record: %1</source>
        <translation>Bilanz: %1</translation>
    </message>
    <message>
        <source>Study without a name</source>
        <translation>Studie ohne Namen</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <source>Workspace %1 · snapshot %2 · walk %3 · %4</source>
        <translation>Arbeitsbereich %1 · Stand %2 · Gang %3 · %4</translation>
    </message>
    <message>
        <source>At each step it discovered with what was known then, and was scored on what came next. Walked %1 UTC over %2 hypotheses.</source>
        <translation>In jedem Schritt wurde mit dem entdeckt, was damals bekannt war, und an dem gewertet, was danach kam. Gegangen %1 UTC über %2 Hypothesen.</translation>
    </message>
</context>
<context>
    <name>widgets::ActionsModel</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Works in</source>
        <translation>Gilt in</translation>
    </message>
</context>
<context>
    <name>widgets::AsOfLine</name>
    <message>
        <source>As of now</source>
        <translation>Stand von jetzt</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand vom</translation>
    </message>
    <message>
        <source>Everything shows only what was known at this time</source>
        <translation>Alles zeigt nur, was zu dieser Zeit bekannt war</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>“%1” is no date; write it like 2011-03-11 or 2011-03-11 14:46.</source>
        <translation>„%1“ ist kein Datum; als 2011-03-11 oder 2011-03-11 14:46 schreiben.</translation>
    </message>
    <message>
        <source>Everything shows only what was known at %1. Empty the line for now.</source>
        <translation>Alles zeigt nur, was am %1 bekannt war. Für jetzt die Zeile leeren.</translation>
    </message>
    <message>
        <source>Everything shows what is known now. Type a date to go back in time.</source>
        <translation>Alles zeigt, was jetzt bekannt ist. Ein Datum tippen, um in der Zeit zurückzugehen.</translation>
    </message>
</context>
<context>
    <name>widgets::Assistants</name>
    <message>
        <source>Data is kept in a workspace: open or make one first.</source>
        <translation>Daten liegen in einem Arbeitsbereich: zuerst einen öffnen oder anlegen.</translation>
    </message>
    <message>
        <source>Open Workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispiel-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Data (*.csv *.tsv *.txt *.json *.parquet *.gz *.zip);;All files (*)</source>
        <translation>Daten (*.csv *.tsv *.txt *.json *.parquet *.gz *.zip);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>New Workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
</context>
<context>
    <name>widgets::Banner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Die Meldung kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>widgets::BaseCard</name>
    <message>
        <source>Descriptive: no test, no p. It says what was, not whether chance alone would do it.</source>
        <translation>Beschreibend: keine Prüfung, kein p. Es sagt, was war, nicht, ob der Zufall allein es könnte.</translation>
    </message>
    <message>
        <source>Base rate of the event</source>
        <translation>Grundrate des Ereignisses</translation>
    </message>
    <message>
        <source>Test This</source>
        <translation>Dies prüfen</translation>
    </message>
    <message>
        <source>Symbol of the base rate</source>
        <translation>Symbol der Grundrate</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Window of bars around the event</source>
        <translation>Fenster von Balken um das Ereignis</translation>
    </message>
    <message>
        <source>Test this: open a study of these events</source>
        <translation>Dies prüfen: eine Studie dieser Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Open a study that asks about these events and this symbol</source>
        <translation>Eine Studie öffnen, die nach diesen Ereignissen und diesem Symbol fragt</translation>
    </message>
    <message>
        <source>Bars around the event: 0 is the event bar</source>
        <translation>Balken um das Ereignis: 0 ist der Ereignisbalken</translation>
    </message>
    <message>
        <source>Looking at the past…</source>
        <translation>Die Vergangenheit wird betrachtet…</translation>
    </message>
    <message>
        <source>Counting the base rate</source>
        <translation>Die Grundrate wird gezählt</translation>
    </message>
    <message>
        <source>There are no daily bars yet. Import prices to see what they did.</source>
        <translation>Noch keine Tagesbalken. Preise importieren, um zu sehen, was sie taten.</translation>
    </message>
    <message>
        <source>After %1 %2 events %3 moved %4 at the median over bars %5; it rose after %6 of them, and on %7 of all bars.</source>
        <translation>Nach %1 Ereignissen der Art %2 bewegte sich %3 im Median um %4 über die Balken %5; nach %6 von ihnen stieg der Kurs, bei allen Balken in %7.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source> · simulated data</source>
        <translation> · simulierte Daten</translation>
    </message>
</context>
<context>
    <name>widgets::BriefModel</name>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>decayed</source>
        <translation>verblasst</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>fired</source>
        <translation>eingetreten</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>ran by itself</source>
        <translation>lief von selbst</translation>
    </message>
    <message>
        <source>%1, value %2</source>
        <comment>of whom, how much</comment>
        <translation>%1, Wert %2</translation>
    </message>
    <message>
        <source>check of the relationships</source>
        <translation>Prüfung der Beziehungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ran by itself: %2</source>
        <translation>%1 lief von selbst: %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>What kind of news it is</source>
        <translation>Welche Art von Neuigkeit es ist</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>When it happened; of a source when it last answered well</source>
        <translation>Wann es geschah; bei einer Quelle, wann sie zuletzt gut antwortete</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Which events, which source or which study</source>
        <translation>Welche Ereignisse, welche Quelle oder welche Studie</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Which asset or pool</source>
        <translation>Welcher Wert oder Pool</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Bars counted from the event bar</source>
        <translation>Balken, vom Ereignisbalken gezählt</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Event bars with a return when it was found</source>
        <translation>Ereignisbalken mit einer Rendite, als sie gefunden wurde</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>As it was found</source>
        <translation>Wie er gefunden wurde</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Of the effect as it was found</source>
        <translation>Des Effekts, wie er gefunden wurde</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>p korrigiert</translation>
    </message>
    <message>
        <source>Corrected for everything asked in its family</source>
        <translation>Korrigiert für alles, was in seiner Familie gefragt wurde</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Hypotheses asked at once</source>
        <translation>Auf einmal gefragte Hypothesen</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Of the relationship, now</source>
        <translation>Der Beziehung, jetzt</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>Why, of whom, or what helps</source>
        <translation>Warum, von wem oder was hilft</translation>
    </message>
</context>
<context>
    <name>widgets::BriefPanel</name>
    <message>
        <source>Morning Brief</source>
        <translation>Morgenbericht</translation>
    </message>
    <message>
        <source>What is found, fires, holds, decays or fails between two briefs appears here.</source>
        <translation>Was zwischen zwei Berichten gefunden wird, eintritt, hält, verblasst oder scheitert, erscheint hier.</translation>
    </message>
    <message>
        <source>Read the Brief Again</source>
        <translation>Bericht neu einlesen</translation>
    </message>
    <message>
        <source>Look again at what changed up to this moment</source>
        <translation>Noch einmal ansehen, was sich bis zu diesem Augenblick geändert hat</translation>
    </message>
    <message>
        <source>Mark the Brief as Read</source>
        <translation>Bericht als gelesen markieren</translation>
    </message>
    <message>
        <source>The next brief begins where this one ended</source>
        <translation>Der nächste Bericht beginnt, wo dieser endete</translation>
    </message>
    <message>
        <source>Export Brief…</source>
        <translation>Morgenbericht exportieren…</translation>
    </message>
    <message>
        <source>Print the brief that is shown (PDF)</source>
        <translation>Den gezeigten Bericht drucken (PDF)</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Seit wann</translation>
    </message>
    <message>
        <source>Where the brief begins</source>
        <translation>Wo der Bericht beginnt</translation>
    </message>
    <message>
        <source>Since the last brief</source>
        <translation>Seit dem letzten Bericht</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren…</translation>
    </message>
    <message>
        <source>Mark as Read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Reading what changed</source>
        <translation>Änderungen werden gelesen</translation>
    </message>
    <message>
        <source>Since then: %1
In all: %2</source>
        <translation>Seitdem: %1
Insgesamt: %2</translation>
    </message>
    <message>
        <source>The brief tells what changed since you looked last: found, fired, decayed, sources that are late, questions asked. Open a workspace to begin.</source>
        <translation>Der Bericht sagt, was sich geändert hat, seit Sie zuletzt nachsahen: gefunden, eingetreten, verblasst, verspätete Quellen, gestellte Fragen. Öffnen Sie einen Arbeitsbereich, um zu beginnen.</translation>
    </message>
    <message>
        <source>Reading what changed…</source>
        <translation>Änderungen werden gelesen…</translation>
    </message>
    <message>
        <source>From %1 to %2 (%3), snapshot %4.</source>
        <translation>Von %1 bis %2 (%3), Stand %4.</translation>
    </message>
    <message>
        <source>Newer data have arrived since; “Read Again” looks at them.</source>
        <translation>Seitdem sind neuere Daten gekommen; „Neu einlesen“ sieht sie an.</translation>
    </message>
    <message>
        <source>Marking the brief as read</source>
        <translation>Bericht wird als gelesen markiert</translation>
    </message>
    <message>
        <source>Read. The next brief begins at %1.</source>
        <translation>Gelesen. Der nächste Bericht beginnt am %1.</translation>
    </message>
    <message>
        <source>Export Brief</source>
        <translation>Morgenbericht exportieren</translation>
    </message>
    <message>
        <source>Printing the brief</source>
        <translation>Bericht wird gedruckt</translation>
    </message>
    <message>
        <source>Brief of %1</source>
        <translation>Bericht von %1</translation>
    </message>
</context>
<context>
    <name>widgets::ChartOutput</name>
    <message>
        <source>A picture of the chart is in the clipboard.</source>
        <translation>Ein Bild des Charts ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Add Chart to Report</source>
        <translation>Chart zum Bericht</translation>
    </message>
    <message>
        <source>Put what is in view into the report</source>
        <translation>Den sichtbaren Ausschnitt in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>Export Chart as PNG Image…</source>
        <translation>Chart als PNG-Bild exportieren…</translation>
    </message>
    <message>
        <source>Export Chart as PNG Image, %1 Times as Sharp…</source>
        <translation>Chart als PNG-Bild exportieren, %1-fach so scharf…</translation>
    </message>
    <message>
        <source>Export Chart as SVG Drawing…</source>
        <translation>Chart als SVG-Zeichnung exportieren…</translation>
    </message>
    <message>
        <source>Export Chart as PDF Page…</source>
        <translation>Chart als PDF-Seite exportieren…</translation>
    </message>
    <message>
        <source>Export Bars in View as CSV…</source>
        <translation>Sichtbare Balken als CSV exportieren…</translation>
    </message>
    <message>
        <source>Copy Chart as Image</source>
        <translation>Chart als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy Chart as Image, %1 Times as Sharp</source>
        <translation>Chart als Bild kopieren, %1-fach so scharf</translation>
    </message>
    <message>
        <source>Put a picture of the chart into the clipboard, with what it is made of</source>
        <translation>Ein Bild des Charts in die Zwischenablage legen, mit Angabe der Herkunft</translation>
    </message>
    <message>
        <source>Export Chart</source>
        <translation>Chart exportieren</translation>
    </message>
    <message>
        <source>The chart was saved to %1.</source>
        <translation>Der Chart wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 · %2 to %3 %4</source>
        <translation>%1 · %2 bis %3 %4</translation>
    </message>
    <message>
        <source>Marked are the events that pass: %1</source>
        <translation>Markiert sind die Ereignisse, für die gilt: %1</translation>
    </message>
    <message>
        <source>Apply Event as Filter</source>
        <translation>Ereignis als Filter anwenden</translation>
    </message>
    <message>
        <source>Apply Events as Filter</source>
        <translation>Ereignisse als Filter anwenden</translation>
    </message>
    <message>
        <source>Prepare Event as Filter</source>
        <translation>Ereignis als Filter vorbereiten</translation>
    </message>
    <message>
        <source>Prepare Events as Filter</source>
        <translation>Ereignisse als Filter vorbereiten</translation>
    </message>
    <message>
        <source>Exporting the chart to %1</source>
        <translation>Das Diagramm wird nach %1 exportiert</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Test This</source>
        <translation>Dies prüfen</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Ereignisse vom %1</translation>
    </message>
    <message>
        <source>Apply as Filter</source>
        <translation>Als Filter anwenden</translation>
    </message>
    <message>
        <source>Show Only This</source>
        <translation>Nur dies zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::ChartPanel</name>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Candles instead of a line of closes</source>
        <translation>Kerzen statt einer Linie der Schlusskurse</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>Prices adjusted for splits and dividends</source>
        <translation>Um Splits und Dividenden bereinigte Preise</translation>
    </message>
    <message>
        <source>Chart as Table</source>
        <translation>Chart als Tabelle</translation>
    </message>
    <message>
        <source>The same data as a table (Ctrl+T in the chart)</source>
        <translation>Dieselben Daten als Tabelle (Strg+T im Chart)</translation>
    </message>
    <message>
        <source>Import Prices…</source>
        <translation>Preise importieren…</translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispiel-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Symbol of the chart</source>
        <translation>Symbol des Charts</translation>
    </message>
    <message>
        <source>Interval of the bars</source>
        <translation>Intervall der Balken</translation>
    </message>
    <message>
        <source>Events to mark, such as source == usgs and value &gt;= 7</source>
        <translation>Zu markierende Ereignisse, etwa source == usgs and value &gt;= 7</translation>
    </message>
    <message>
        <source>Filter of the events marked on the chart</source>
        <translation>Filter der im Chart markierten Ereignisse</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Choose a kind of event to mark</source>
        <translation>Eine Ereignisart zum Markieren wählen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>No Events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählt…</translation>
    </message>
    <message>
        <source>Counting events</source>
        <translation>Ereignisse werden gezählt</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>Prices and the events around them appear here once a workspace is open.</source>
        <translation>Preise und die Ereignisse dazu erscheinen hier, sobald ein Arbeitsbereich geöffnet ist.</translation>
    </message>
    <message>
        <source>Reading symbols</source>
        <translation>Symbole werden gelesen</translation>
    </message>
    <message>
        <source>Reading prices of %1</source>
        <translation>Preise von %1 werden gelesen</translation>
    </message>
    <message>
        <source>There are no prices of %1 here at this interval.</source>
        <translation>In diesem Intervall gibt es hier keine Preise von %1.</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>Ereignisse werden gelesen</translation>
    </message>
    <message>
        <source>the newest %1</source>
        <translation>die neuesten %1</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Reading an event</source>
        <translation>Ein Ereignis wird gelesen</translation>
    </message>
    <message>
        <source>Save, copy or report the chart or its data</source>
        <translation>Den Chart oder seine Daten speichern, kopieren oder in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>Shaded: bars %1 around the events of a finding of run %2.</source>
        <translation>Schattiert: Balken %1 um die Ereignisse eines Befunds aus Lauf %2.</translation>
    </message>
    <message>
        <source>Starter Data…</source>
        <translation>Startdaten…</translation>
    </message>
    <message>
        <source>No prices yet. Collect them from public sources, or import a file (Ctrl+I), to see what they did around events.</source>
        <translation>Noch keine Kurse. Sie aus öffentlichen Quellen sammeln oder eine Datei importieren (Strg+I), um zu sehen, was sie um Ereignisse herum taten.</translation>
    </message>
</context>
<context>
    <name>widgets::ChartTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, oben</translation>
    </message>
</context>
<context>
    <name>widgets::ChartView</name>
    <message>
        <source>and %1 more; click to zoom in</source>
        <translation>und %1 weitere; zum Vergrößern klicken</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>A chart. Ctrl+T shows its data as a table.</source>
        <translation>Ein Chart. Strg+T zeigt seine Daten als Tabelle.</translation>
    </message>
    <message>
        <source>The data of the chart</source>
        <translation>Die Daten des Charts</translation>
    </message>
    <message>
        <source>Copy as Image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy as Image, %1 Times as Sharp</source>
        <translation>Als Bild kopieren, %1-fach so scharf</translation>
    </message>
    <message>
        <source>Show as Table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::CheckedEdit</name>
    <message>
        <source>Say which events are meant, such as source == usgs and value &gt;= 6.</source>
        <translation>Angeben, welche Ereignisse gemeint sind, etwa source == usgs and value &gt;= 6.</translation>
    </message>
</context>
<context>
    <name>widgets::CollectingPage</name>
    <message>
        <source>Collecting</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>Collect while Foreshock is open</source>
        <translation>Sammeln, solange Foreshock offen ist</translation>
    </message>
    <message>
        <source>While open</source>
        <translation>Solange offen</translation>
    </message>
    <message>
        <source>Asks the sources that are switched on, and no others, for as long as their workspace is open. Nothing is on in a new workspace, and the sample never asks.</source>
        <translation>Fragt die eingeschalteten Quellen und keine anderen, solange ihr Arbeitsbereich offen ist. In einem neuen Arbeitsbereich ist nichts eingeschaltet, und das Beispiel fragt nie.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Keep collecting when Foreshock is closed</source>
        <translation>Weiter sammeln, wenn Foreshock geschlossen ist</translation>
    </message>
    <message>
        <source>While closed</source>
        <translation>Wenn geschlossen</translation>
    </message>
    <message>
        <source>systemd runs the collector of this workspace after you log in; it stands aside while the workspace is open here. For a workspace of your own.</source>
        <translation>systemd lässt den Sammler dieses Arbeitsbereichs nach der Anmeldung laufen; er tritt zurück, solange der Arbeitsbereich hier offen ist. Für einen eigenen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Reading whether the service is there</source>
        <translation>Nachsehen, ob es den Dienst gibt</translation>
    </message>
    <message>
        <source>Installing the service that collects</source>
        <translation>Den sammelnden Dienst einrichten</translation>
    </message>
    <message>
        <source>Removing the service that collects</source>
        <translation>Den sammelnden Dienst entfernen</translation>
    </message>
</context>
<context>
    <name>widgets::CollectingView</name>
    <message>
        <source>Jobs of collecting that were given up</source>
        <translation>Aufgegebene Aufträge des Sammelns</translation>
    </message>
    <message>
        <source>Ranges of the past that were asked for</source>
        <translation>Zeiträume der Vergangenheit, nach denen gefragt wurde</translation>
    </message>
    <message>
        <source>Retry This Source</source>
        <translation>Diese Quelle wiederholen</translation>
    </message>
    <message>
        <source>Retry All</source>
        <translation>Alle wiederholen</translation>
    </message>
    <message>
        <source>%1 to fetch</source>
        <translation>%1 zu holen</translation>
    </message>
    <message>
        <source>%1 to store</source>
        <translation>%1 zu speichern</translation>
    </message>
    <message>
        <source>%1 under way</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 answers a minute</source>
        <translation>%1 Antworten je Minute</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Given up: %1</source>
        <translation>Aufgegeben: %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>The past</source>
        <translation>Die Vergangenheit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Jobs done</source>
        <translation>Aufträge fertig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
</context>
<context>
    <name>widgets::CommandBar</name>
    <message>
        <source>Command bar</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Symbol, event, panel or &gt; command (Ctrl+K)</source>
        <translation>Symbol, Ereignis, Panel oder &gt; Befehl (Strg+K)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find symbols, events, panels, runs and commands</source>
        <translation>Symbole, Ereignisse, Panels, Läufe und Befehle suchen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>widgets::CommandModel</name>
    <message>
        <source>What moves %1</source>
        <translation>Was %1 bewegt</translation>
    </message>
    <message>
        <source>What %1 moves</source>
        <translation>Was durch %1 bewegt wird</translation>
    </message>
    <message>
        <source>Commands: everything the menus do</source>
        <translation>Befehle: alles, was die Menüs können</translation>
    </message>
    <message>
        <source>Which events move a symbol: moves SPY</source>
        <translation>Welche Ereignisse ein Symbol bewegen: moves SPY</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Runs of studies</source>
        <translation>Läufe von Studien</translation>
    </message>
    <message>
        <source>Filters used before</source>
        <translation>Zuvor benutzte Filter</translation>
    </message>
    <message>
        <source>A symbol, a type of event, or a panel: just type</source>
        <translation>Ein Symbol, eine Ereignisart oder ein Panel: einfach tippen</translation>
    </message>
    <message>
        <source>Which events move %1?</source>
        <translation>Welche Ereignisse bewegen %1?</translation>
    </message>
    <message>
        <source>opens a study</source>
        <translation>öffnet eine Studie</translation>
    </message>
    <message>
        <source>Which assets does %1 move?</source>
        <translation>Welche Werte bewegt %1?</translation>
    </message>
    <message>
        <source>Events of type %1</source>
        <translation>Ereignisse der Art %1</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>simulated data</source>
        <translation>simulierte Daten</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>used before</source>
        <translation>zuvor benutzt</translation>
    </message>
    <message>
        <source>Studies of this workspace</source>
        <translation>Studien dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>study %1</source>
        <translation>Studie %1</translation>
    </message>
    <message>
        <source>study %1, which cannot be run yet</source>
        <translation>Studie %1, die noch nicht laufen kann</translation>
    </message>
</context>
<context>
    <name>widgets::CountsStrip</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Counts of events over time</source>
        <translation>Zahl der Ereignisse über die Zeit</translation>
    </message>
    <message>
        <source>Drag over a stretch of time to filter by it. With the keyboard: arrows move, Shift extends, Enter filters, Escape takes it back.</source>
        <translation>Über einen Zeitabschnitt ziehen, um danach zu filtern. Mit der Tastatur: Pfeile bewegen, Umschalt erweitert, Enter filtert, Esc nimmt es zurück.</translation>
    </message>
    <message>
        <source>1 event, %1</source>
        <translation>1 Ereignis, %1</translation>
    </message>
    <message>
        <source>%1 events, %2</source>
        <translation>%1 Ereignisse, %2</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>at most %1 in %2</source>
        <translation>höchstens %1 in %2</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>keine Ereignisse</translation>
    </message>
</context>
<context>
    <name>widgets::DateJump</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Date to go to</source>
        <translation>Datum, zu dem gesprungen wird</translation>
    </message>
    <message>
        <source>A day, or a day and a time; without a zone it is read in %1.</source>
        <translation>Ein Tag, oder Tag und Uhrzeit; ohne Zeitzone wird in %1 gelesen.</translation>
    </message>
</context>
<context>
    <name>widgets::DiscoveryPanel</name>
    <message>
        <source>Discovery</source>
        <translation>Entdeckung</translation>
    </message>
    <message>
        <source>Which events move which markets? Run the study to see what can be told from chance, and how surely.</source>
        <translation>Welche Ereignisse bewegen welche Märkte? Die Studie starten, um zu sehen, was sich vom Zufall unterscheiden lässt, und wie sicher.</translation>
    </message>
    <message>
        <source>Ask what the editor holds</source>
        <translation>Fragen, was im Editor steht</translation>
    </message>
    <message>
        <source>Stop the run; nothing of it is shown</source>
        <translation>Den Lauf anhalten; nichts davon wird gezeigt</translation>
    </message>
    <message>
        <source>Begin a new study</source>
        <translation>Eine neue Studie beginnen</translation>
    </message>
    <message>
        <source>Keep the study in this workspace</source>
        <translation>Die Studie in diesem Arbeitsbereich aufbewahren</translation>
    </message>
    <message>
        <source>Run the shown run again on its snapshot and compare, bit for bit</source>
        <translation>Den gezeigten Lauf auf seinem Stand wiederholen und Bit für Bit vergleichen</translation>
    </message>
    <message>
        <source>Pages of Discovery</source>
        <translation>Seiten der Entdeckung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>The events and prices of this workspace are made up.</source>
        <translation>Die Ereignisse und Preise dieses Arbeitsbereichs sind erfunden.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Run the study</source>
        <translation>Die Studie starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Den Lauf abbrechen</translation>
    </message>
    <message>
        <source>Discovery asks which events move which markets. Open a workspace to begin.</source>
        <translation>Die Entdeckung fragt, welche Ereignisse welche Märkte bewegen. Zum Anfangen einen Arbeitsbereich öffnen.</translation>
    </message>
    <message>
        <source>Cannot run yet: %1</source>
        <translation>Noch nicht ausführbar: %1</translation>
    </message>
    <message>
        <source> (edited)</source>
        <translation> (bearbeitet)</translation>
    </message>
    <message>
        <source>the question has changed since.</source>
        <translation>die Frage hat sich seither geändert.</translation>
    </message>
    <message>
        <source>the data have changed since.</source>
        <translation>die Daten haben sich seither geändert.</translation>
    </message>
    <message>
        <source>Study “%1”</source>
        <translation>Studie „%1“</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source>Opening run %1</source>
        <translation>Lauf %1 wird geöffnet</translation>
    </message>
    <message>
        <source>Verifying run %1</source>
        <translation>Lauf %1 wird überprüft</translation>
    </message>
    <message>
        <source>Run %1 gives the same result again, bit for bit (%2).</source>
        <translation>Lauf %1 ergibt wieder dasselbe Ergebnis, Bit für Bit (%2).</translation>
    </message>
    <message>
        <source>Run %1 gives another result now: it was %2 and is %3. Check the workspace for damaged files.</source>
        <translation>Lauf %1 ergibt jetzt ein anderes Ergebnis: Es war %2 und ist %3. Den Arbeitsbereich auf beschädigte Dateien prüfen.</translation>
    </message>
    <message>
        <source>Run Study</source>
        <translation>Studie starten</translation>
    </message>
    <message>
        <source>Cancel Study</source>
        <translation>Studie abbrechen</translation>
    </message>
    <message>
        <source>New Study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Save Study</source>
        <translation>Studie speichern</translation>
    </message>
    <message>
        <source>Verify Run</source>
        <translation>Lauf überprüfen</translation>
    </message>
    <message>
        <source>Add Finding to Report</source>
        <translation>Befund zum Bericht</translation>
    </message>
    <message>
        <source>Put the selected finding into the report</source>
        <translation>Den ausgewählten Befund in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>Opening the newest run</source>
        <translation>Neuester Lauf wird geöffnet</translation>
    </message>
    <message>
        <source>Copy Finding as Python Script</source>
        <translation>Fund als Python-Skript kopieren</translation>
    </message>
    <message>
        <source>A script that computes the selected finding again with Python alone</source>
        <translation>Ein Skript, das den gewählten Fund mit Python allein neu berechnet</translation>
    </message>
    <message>
        <source>Copy Finding as R Script</source>
        <translation>Fund als R-Skript kopieren</translation>
    </message>
    <message>
        <source>A script that computes the selected finding again with R alone</source>
        <translation>Ein Skript, das den gewählten Fund mit R allein neu berechnet</translation>
    </message>
    <message>
        <source>Copy Finding as Command Line</source>
        <translation>Fund als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>The lines that run the study and show the selected finding</source>
        <translation>Die Zeilen, die die Studie ausführen und den gewählten Fund zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::DockButtons</name>
    <message>
        <source>Float or dock this panel</source>
        <translation>Dieses Panel lösen oder andocken</translation>
    </message>
    <message>
        <source>Close this panel; View ▸ Panels brings it back</source>
        <translation>Dieses Panel schließen; Ansicht ▸ Panels bringt es zurück</translation>
    </message>
    <message>
        <source>Float or dock %1</source>
        <translation>%1 lösen oder andocken</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>widgets::DraftKeeper</name>
    <message>
        <source>The study “%1” is as you left it; it is not saved yet.</source>
        <translation>Die Studie „%1“ ist so, wie sie verlassen wurde; gespeichert ist sie noch nicht.</translation>
    </message>
</context>
<context>
    <name>widgets::EntryBar</name>
    <message>
        <source>Entry</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>widgets::EventActions</name>
    <message>
        <source>Copy Rows as Table</source>
        <translation>Zeilen als Tabelle kopieren</translation>
    </message>
    <message>
        <source>The selected rows for a spreadsheet, columns parted by tabs</source>
        <translation>Die ausgewählten Zeilen für eine Tabellenkalkulation, Spalten durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy Rows as CSV</source>
        <translation>Zeilen als CSV kopieren</translation>
    </message>
    <message>
        <source>The selected rows as comma-separated values</source>
        <translation>Die ausgewählten Zeilen als kommagetrennte Werte</translation>
    </message>
    <message>
        <source>Copy Rows as Filter</source>
        <translation>Zeilen als Filter kopieren</translation>
    </message>
    <message>
        <source>A filter that exactly the selected events pass</source>
        <translation>Ein Filter, den genau die ausgewählten Ereignisse bestehen</translation>
    </message>
    <message>
        <source>Export All That Pass…</source>
        <translation>Alle gefilterten exportieren…</translation>
    </message>
    <message>
        <source>Save every event that passes the filter as CSV, JSON or Parquet</source>
        <translation>Alle Ereignisse, die den Filter bestehen, als CSV, JSON oder Parquet speichern</translation>
    </message>
    <message>
        <source>Export Selected…</source>
        <translation>Ausgewählte exportieren…</translation>
    </message>
    <message>
        <source>Save the selected events as CSV, JSON or Parquet</source>
        <translation>Die ausgewählten Ereignisse als CSV, JSON oder Parquet speichern</translation>
    </message>
    <message>
        <source>Test This</source>
        <translation>Dies prüfen</translation>
    </message>
    <message>
        <source>Ask which markets the events that pass the filter move</source>
        <translation>Fragen, welche Märkte die Ereignisse bewegen, die den Filter bestehen</translation>
    </message>
    <message>
        <source>Show on Chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <source>The prices around the selected event</source>
        <translation>Die Preise um das ausgewählte Ereignis</translation>
    </message>
    <message>
        <source>Apply as Filter</source>
        <translation>Als Filter anwenden</translation>
    </message>
    <message>
        <source>Prepare as Filter</source>
        <translation>Als Filter vorbereiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 rows are too many for the clipboard, which takes %2. Export them to a file instead.</source>
        <translation>%1 Zeilen sind zu viele für die Zwischenablage, die %2 fasst. Sie stattdessen in eine Datei exportieren.</translation>
    </message>
    <message>
        <source>Copying events</source>
        <translation>Ereignisse werden kopiert</translation>
    </message>
    <message>
        <source>Export Selected Events</source>
        <translation>Ausgewählte Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Export Events That Pass</source>
        <translation>Gefilterte Ereignisse exportieren</translation>
    </message>
    <message>
        <source>So many rows can be exported when they stand in one stretch: %1 rows apart are the most.</source>
        <translation>So viele Zeilen lassen sich exportieren, wenn sie an einem Stück stehen: einzeln sind %1 Zeilen das Höchste.</translation>
    </message>
    <message>
        <source>Exporting events to %1</source>
        <translation>Ereignisse werden nach %1 exportiert</translation>
    </message>
    <message>
        <source>1 event was saved to %1.</source>
        <translation>1 Ereignis wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 events were saved to %2.</source>
        <translation>%1 Ereignisse wurden in %2 gespeichert.</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Looking for prices</source>
        <translation>Preise werden gesucht</translation>
    </message>
    <message>
        <source>Add Events to Report</source>
        <translation>Ereignisse zum Bericht</translation>
    </message>
    <message>
        <source>Put the events that are shown into the report</source>
        <translation>Die gezeigten Ereignisse in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>%1 events are stored.</source>
        <translation>%1 Ereignisse sind gespeichert.</translation>
    </message>
    <message>
        <source>%1 of %2 events pass the filter: %3</source>
        <translation>%1 von %2 Ereignissen bestehen den Filter: %3</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>as known at %1 UTC</source>
        <translation>wie bekannt am %1 UTC</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>Ereignisse werden gelesen</translation>
    </message>
    <message>
        <source>%1 of them are listed here.</source>
        <translation>%1 davon stehen hier.</translation>
    </message>
    <message>
        <source>%1 events apart are too many for a study, which names %2 at most; narrow the filter instead.</source>
        <translation>%1 einzelne Ereignisse sind zu viele für eine Studie, die höchstens %2 nennt; stattdessen den Filter enger fassen.</translation>
    </message>
    <message>
        <source>%1 chosen events</source>
        <translation>%1 gewählte Ereignisse</translation>
    </message>
</context>
<context>
    <name>widgets::EventCard</name>
    <message>
        <source>Name of events %1</source>
        <translation>Name der Ereignisse %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the findings call these events.</source>
        <translation>Wie die Befunde diese Ereignisse nennen.</translation>
    </message>
    <message>
        <source>Filter of events %1</source>
        <translation>Filter der Ereignisse %1</translation>
    </message>
    <message>
        <source>filter, such as source == usgs and value &gt;= 6</source>
        <translation>Filter, etwa source == usgs and value &gt;= 6</translation>
    </message>
    <message>
        <source>Which events are meant: field operator value, joined with and, or, not.</source>
        <translation>Welche Ereignisse gemeint sind: Feld Operator Wert, verbunden mit and, or, not.</translation>
    </message>
    <message>
        <source>Say which events are meant, such as source == usgs and value &gt;= 6.</source>
        <translation>Angeben, welche Ereignisse gemeint sind, etwa source == usgs and value &gt;= 6.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about events %1</source>
        <translation>Mehr zu den Ereignissen %1</translation>
    </message>
    <message>
        <source>Clusters, and only the first in a while</source>
        <translation>Häufungen, und nur das erste seit einer Weile</translation>
    </message>
    <message>
        <source>Remove events %1</source>
        <translation>Ereignisse %1 entfernen</translation>
    </message>
    <message>
        <source>Remove these events</source>
        <translation>Diese Ereignisse entfernen</translation>
    </message>
    <message>
        <source>How each event weighs</source>
        <translation>Wie stark jedes Ereignis wiegt</translation>
    </message>
    <message>
        <source>What an event weighs: its presence, or something of its size. Automatic takes the surprise of releases that carry one, else presence.</source>
        <translation>Was ein Ereignis wiegt: sein Eintreten oder etwas von seiner Größe. „Automatisch“ nimmt bei Veröffentlichungen, die eine haben, die Überraschung, sonst das Eintreten.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>presence</source>
        <translation>Eintreten</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>z-score</source>
        <translation>z-Wert</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <source>one series</source>
        <translation>eine Reihe</translation>
    </message>
    <message>
        <source>One series of events for each value of these fields: source, event_type, entity, unit, known_basis, precision or meta.KEY.</source>
        <translation>Eine Ereignisreihe je Wert dieser Felder: source, event_type, entity, unit, known_basis, precision oder meta.KEY.</translation>
    </message>
    <message>
        <source>Fewest events</source>
        <translation>Mindestzahl der Ereignisse</translation>
    </message>
    <message>
        <source>Hypotheses with fewer distinct event bars are not tested.</source>
        <translation>Hypothesen mit weniger verschiedenen Ereignisbalken werden nicht geprüft.</translation>
    </message>
    <message>
        <source>weigh</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>split by</source>
        <translation>aufteilen nach</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Cluster of</source>
        <translation>Häufung von</translation>
    </message>
    <message>
        <source>An event counts only when so many, itself among them, came within the time beside.</source>
        <translation>Ein Ereignis zählt nur, wenn so viele, es selbst mitgezählt, in der Zeit daneben kamen.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>A length of time: 36h, 5d, 2w.</source>
        <translation>Eine Zeitdauer: 36h, 5d, 2w.</translation>
    </message>
    <message>
        <source>First in</source>
        <translation>Erstes seit</translation>
    </message>
    <message>
        <source>Only events with none before them for so long: 36h, 5d, 2w.</source>
        <translation>Nur Ereignisse, vor denen so lange keines kam: 36h, 5d, 2w.</translation>
    </message>
    <message>
        <source>cluster of</source>
        <translation>Häufung von</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb von</translation>
    </message>
    <message>
        <source>first in</source>
        <translation>erstes seit</translation>
    </message>
</context>
<context>
    <name>widgets::EventFeed</name>
    <message>
        <source>Filtering events</source>
        <translation>Ereignisse werden gefiltert</translation>
    </message>
    <message>
        <source>Counting events</source>
        <translation>Ereignisse werden gezählt</translation>
    </message>
    <message>
        <source>Making every row of the table quick to reach</source>
        <translation>Jede Zeile der Tabelle wird schnell erreichbar gemacht</translation>
    </message>
    <message>
        <source>Counting events over time</source>
        <translation>Ereignisse werden über die Zeit gezählt</translation>
    </message>
    <message>
        <source>Reading words to complete with</source>
        <translation>Wörter zum Vervollständigen werden gelesen</translation>
    </message>
    <message>
        <source>Looking for new events</source>
        <translation>Neue Ereignisse werden gesucht</translation>
    </message>
</context>
<context>
    <name>widgets::EventModel</name>
    <message>
        <source>Reading rows of events</source>
        <translation>Ereigniszeilen werden gelesen</translation>
    </message>
    <message>
        <source>Reading new events</source>
        <translation>Neue Ereignisse werden gelesen</translation>
    </message>
</context>
<context>
    <name>widgets::EventView</name>
    <message>
        <source>Fields of the event</source>
        <translation>Felder des Ereignisses</translation>
    </message>
    <message>
        <source>About the event</source>
        <translation>Zum Ereignis</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>Base Rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>Base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Berührt</translation>
    </message>
</context>
<context>
    <name>widgets::EventsPanel</name>
    <message>
        <source>%1 k</source>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Oldest First</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Turn the order of time round</source>
        <translation>Die zeitliche Reihenfolge umkehren</translation>
    </message>
    <message>
        <source>Go to Newest</source>
        <translation>Zum neuesten</translation>
    </message>
    <message>
        <source>Take in what is new and follow it</source>
        <translation>Neues aufnehmen und ihm folgen</translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispiel-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Events in order of time</source>
        <translation>Ereignisse in zeitlicher Reihenfolge</translation>
    </message>
    <message>
        <source>Show what is new</source>
        <translation>Neues zeigen</translation>
    </message>
    <message>
        <source>Order, columns, export and more</source>
        <translation>Reihenfolge, Spalten, Export und mehr</translation>
    </message>
    <message>
        <source>Filter by %1…</source>
        <translation>Nach %1 filtern…</translation>
    </message>
    <message>
        <source>Rows stay in order of time and are not sorted by %1. Filter by it instead, such as %1 == …</source>
        <translation>Zeilen bleiben in zeitlicher Reihenfolge und werden nicht nach %1 sortiert. Stattdessen danach filtern, etwa %1 == …</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Filter Events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Go to the filter line</source>
        <translation>Zur Filterzeile gehen</translation>
    </message>
    <message>
        <source>Go to Date…</source>
        <translation>Gehe zu Datum…</translation>
    </message>
    <message>
        <source>Scroll to the events of a date</source>
        <translation>Zu den Ereignissen eines Datums rollen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>What happened in the world appears here once a workspace is open.</source>
        <translation>Was in der Welt geschah, erscheint hier, sobald ein Arbeitsbereich geöffnet ist.</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand vom %1</translation>
    </message>
    <message>
        <source>Nothing was known yet at that time.</source>
        <translation>Zu dieser Zeit war noch nichts bekannt.</translation>
    </message>
    <message>
        <source>No event passes this filter.</source>
        <translation>Kein Ereignis besteht diesen Filter.</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>zählt…</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 events pass the filter, found in %3</source>
        <translation>%1 von %2 Ereignissen bestehen den Filter, gefunden in %3</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neue</translation>
    </message>
    <message>
        <source>%1 new events: show them</source>
        <translation>%1 neue Ereignisse: zeigen</translation>
    </message>
    <message>
        <source>Looking for a date</source>
        <translation>Ein Datum wird gesucht</translation>
    </message>
    <message>
        <source>Looking for an event</source>
        <translation>Ein Ereignis wird gesucht</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>Starter Data…</source>
        <translation>Startdaten…</translation>
    </message>
    <message>
        <source>No events yet. Collect them from public sources, or import a file (Ctrl+I), to see what happened, and when it was known.</source>
        <translation>Noch keine Ereignisse. Sie aus öffentlichen Quellen sammeln oder eine Datei importieren (Strg+I), um zu sehen, was geschah und wann es bekannt war.</translation>
    </message>
</context>
<context>
    <name>widgets::EvidenceModel</name>
    <message>
        <source>tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>significant: chance alone would hardly give one such in the whole family; candidate: worth a second look.</source>
        <translation>signifikant: Der Zufall allein ergäbe so etwas kaum einmal in der ganzen Familie; Kandidat: einen zweiten Blick wert.</translation>
    </message>
    <message>
        <source>asked before</source>
        <translation>schon gefragt</translation>
    </message>
    <message>
        <source>yes; this run alone says %1</source>
        <translation>ja; dieser Lauf allein sagt %1</translation>
    </message>
    <message>
        <source>A hypothesis is tested by search once; asked again it keeps its first verdict.</source>
        <translation>Eine Hypothese wird durch Suche nur einmal geprüft; erneut gefragt behält sie ihr erstes Urteil.</translation>
    </message>
    <message>
        <source>events (n)</source>
        <translation>Ereignisse (n)</translation>
    </message>
    <message>
        <source>Distinct event bars with a return.</source>
        <translation>Verschiedene Ereignisbalken mit einer Rendite.</translation>
    </message>
    <message>
        <source>bars (n)</source>
        <translation>Balken (n)</translation>
    </message>
    <message>
        <source>Bars of the sample with a return.</source>
        <translation>Balken der Stichprobe mit einer Rendite.</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>The mean response over the events; for a slope the correlation, for a spread top less bottom.</source>
        <translation>Die mittlere Reaktion über die Ereignisse; bei einer Steigung die Korrelation, bei einer Spanne oberste minus unterste Gruppe.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Of the effect, by stationary bootstrap.</source>
        <translation>Des Effekts, nach stationärem Bootstrap.</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share of events on the side of the effect, with its 95 % interval.</source>
        <translation>Anteil der Ereignisse auf der Seite des Effekts, mit 95-%-Intervall.</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>Grundrate</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>Of effect less base.</source>
        <translation>Von Effekt minus Grundwert.</translation>
    </message>
    <message>
        <source>t against zero</source>
        <translation>t gegen null</translation>
    </message>
    <message>
        <source>Of the effect alone.</source>
        <translation>Vom Effekt allein.</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Against its own null alone, not corrected for having asked many.</source>
        <translation>Gegen das eigene Nullmodell allein, nicht dafür korrigiert, dass vieles gefragt wurde.</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>p korrigiert</translation>
    </message>
    <message>
        <source>The odds that chance alone gives so strong a result anywhere in this family.</source>
        <translation>Die Wahrscheinlichkeit, dass der Zufall allein irgendwo in dieser Familie ein so starkes Ergebnis liefert.</translation>
    </message>
    <message>
        <source>p workspace</source>
        <translation>p Arbeitsbereich</translation>
    </message>
    <message>
        <source>Above %1 once everything asked on this calendar is counted: treat it with care.</source>
        <translation>Über %1, sobald alles auf diesem Kalender Gefragte mitzählt: mit Vorsicht behandeln.</translation>
    </message>
    <message>
        <source>Corrected for every family asked on the same calendar.</source>
        <translation>Korrigiert für alle Familien, die auf demselben Kalender gefragt wurden.</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation>%1 Hypothesen</translation>
    </message>
    <message>
        <source>How many were asked at once.</source>
        <translation>Wie viele zugleich gefragt wurden.</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Whether it was found on these data or tried on later ones.</source>
        <translation>Ob er auf diesen Daten gefunden oder an späteren erprobt wurde.</translation>
    </message>
    <message>
        <source>tradable</source>
        <translation>handelbar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The window opens after the event was known.</source>
        <translation>Das Fenster öffnet, nachdem das Ereignis bekannt war.</translation>
    </message>
    <message>
        <source>The window opens before the event was known: nobody could have acted on it.</source>
        <translation>Das Fenster öffnet, bevor das Ereignis bekannt war: Niemand hätte danach handeln können.</translation>
    </message>
    <message>
        <source>known by</source>
        <translation>bekannt laut</translation>
    </message>
    <message>
        <source>How it is known when the events became public.</source>
        <translation>Woher bekannt ist, wann die Ereignisse öffentlich wurden.</translation>
    </message>
    <message>
        <source>null</source>
        <translation>Nullmodell</translation>
    </message>
    <message>
        <source>smallest effect</source>
        <translation>kleinster Effekt</translation>
    </message>
    <message>
        <source>The smallest effect less base that would be significant 80 % of the time.</source>
        <translation>Der kleinste Effekt minus Grundwert, der in 80 % der Fälle signifikant wäre.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of everything drawn at random.</source>
        <translation>Von allem zufällig Gezogenen.</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>The state of the data that was read.</source>
        <translation>Der gelesene Stand der Daten.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Its name in the ledger.</source>
        <translation>Sein Name im Register.</translation>
    </message>
    <message>
        <source>result hash</source>
        <translation>Ergebnis-Hash</translation>
    </message>
    <message>
        <source>Of everything found: the same study on the same snapshot gives it again, bit for bit. In full: %1</source>
        <translation>Von allem Gefundenen: Dieselbe Studie auf demselben Stand ergibt ihn wieder, Bit für Bit. Vollständig: %1</translation>
    </message>
    <message>
        <source>hypothesis</source>
        <translation>Hypothese</translation>
    </message>
    <message>
        <source>The question itself as a hash: %1</source>
        <translation>Die Frage selbst als Hash: %1</translation>
    </message>
    <message>
        <source>what</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>It rests on what was not known at the time; the notes of the run say on what.</source>
        <translation>Er beruht auf dem, was damals nicht bekannt war; die Anmerkungen des Laufs sagen, worauf.</translation>
    </message>
    <message>
        <source>Whether it comes out again from what was known at past instants.</source>
        <translation>Ob es aus dem, was zu früheren Zeitpunkten bekannt war, ebenso wieder herauskommt.</translation>
    </message>
    <message>
        <source>The mean response over all bars, with matched days over those of the same weekday and month: what happens anyway.</source>
        <translation>Die mittlere Reaktion über alle Balken, bei Vergleichstagen über die desselben Wochentags und Monats: was ohnehin geschieht.</translation>
    </message>
    <message>
        <source>Share of those bars on that side: the hit rate must be held against it.</source>
        <translation>Anteil dieser Balken auf dieser Seite: Die Trefferquote ist daran zu messen.</translation>
    </message>
</context>
<context>
    <name>widgets::ExplorerChanges</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Duplicating the study</source>
        <translation>Die Studie wird dupliziert</translation>
    </message>
    <message>
        <source>Deleting the study</source>
        <translation>Die Studie wird gelöscht</translation>
    </message>
    <message>
        <source>The study “%1” was deleted.</source>
        <translation>Die Studie „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Restoring the study</source>
        <translation>Die Studie wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Name of the new watchlist</source>
        <translation>Name der neuen Watchlist</translation>
    </message>
    <message>
        <source>such as energy</source>
        <translation>etwa Energie</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Making the watchlist</source>
        <translation>Die Watchlist wird angelegt</translation>
    </message>
    <message>
        <source>New name of “%1”</source>
        <translation>Neuer Name von „%1“</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Renaming the watchlist</source>
        <translation>Die Watchlist wird umbenannt</translation>
    </message>
    <message>
        <source>Deleting the watchlist</source>
        <translation>Die Watchlist wird gelöscht</translation>
    </message>
    <message>
        <source>The watchlist “%1” was deleted.</source>
        <translation>Die Watchlist „%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Restoring the watchlist</source>
        <translation>Die Watchlist wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Symbols to add to “%1”</source>
        <translation>Symbole, die zu „%1“ kommen</translation>
    </message>
    <message>
        <source>such as SPY, TLT</source>
        <translation>etwa SPY, TLT</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Adding to the watchlist</source>
        <translation>Wird zur Watchlist hinzugefügt</translation>
    </message>
    <message>
        <source>Import Symbols</source>
        <translation>Symbole importieren</translation>
    </message>
    <message>
        <source>Text files (*.txt *.csv);;All files (*)</source>
        <translation>Textdateien (*.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Importing symbols</source>
        <translation>Symbole werden importiert</translation>
    </message>
    <message>
        <source>%1 symbols were added to “%2”, %3 were on it already.</source>
        <translation>%1 Symbole kamen zu „%2“ hinzu, %3 standen schon darin.</translation>
    </message>
    <message>
        <source> Lines refused: %1; the first is line %2: %3.</source>
        <translation> Abgelehnte Zeilen: %1; die erste ist Zeile %2: %3.</translation>
    </message>
    <message>
        <source> Without daily bars here: %1.</source>
        <translation> Hier ohne Tagesbalken: %1.</translation>
    </message>
    <message>
        <source>Changing the watchlist</source>
        <translation>Die Watchlist wird geändert</translation>
    </message>
    <message>
        <source>%1 was taken off “%2”.</source>
        <translation>%1 wurde aus „%2“ entfernt.</translation>
    </message>
    <message>
        <source>That was in another workspace; open it again to undo it there.</source>
        <translation>Das war in einem anderen Arbeitsbereich; wieder öffnen, um es dort rückgängig zu machen.</translation>
    </message>
</context>
<context>
    <name>widgets::ExplorerModel</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Studien</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Watchlists</source>
        <translation>Watchlists</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>widgets::ExplorerPanel</name>
    <message>
        <source>Explorer</source>
        <translation>Explorer</translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispiel-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Find in the Explorer</source>
        <translation>Im Explorer suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the study or run, look at the symbol</source>
        <translation>Die Studie oder den Lauf öffnen, das Symbol ansehen</translation>
    </message>
    <message>
        <source>Show only what holds some letters</source>
        <translation>Nur zeigen, was bestimmte Buchstaben enthält</translation>
    </message>
    <message>
        <source>New Study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Write down a question</source>
        <translation>Eine Frage aufschreiben</translation>
    </message>
    <message>
        <source>Duplicate Study</source>
        <translation>Studie duplizieren</translation>
    </message>
    <message>
        <source>Copy the study under another name</source>
        <translation>Die Studie unter anderem Namen kopieren</translation>
    </message>
    <message>
        <source>New Watchlist…</source>
        <translation>Neue Watchlist…</translation>
    </message>
    <message>
        <source>Make an empty list of symbols</source>
        <translation>Eine leere Liste von Symbolen anlegen</translation>
    </message>
    <message>
        <source>Rename Watchlist…</source>
        <translation>Watchlist umbenennen…</translation>
    </message>
    <message>
        <source>Give the watchlist another name</source>
        <translation>Der Watchlist einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Add Symbols…</source>
        <translation>Symbole hinzufügen…</translation>
    </message>
    <message>
        <source>Add symbols to the watchlist</source>
        <translation>Symbole zur Watchlist hinzufügen</translation>
    </message>
    <message>
        <source>Import Symbols from a File…</source>
        <translation>Symbole aus einer Datei importieren…</translation>
    </message>
    <message>
        <source>Add the symbols of a text file, one a line</source>
        <translation>Die Symbole einer Textdatei hinzufügen, je Zeile eines</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the study, watchlist or entry</source>
        <translation>Die Studie, die Watchlist oder den Eintrag löschen</translation>
    </message>
    <message>
        <source>Show Events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Show the events of the source</source>
        <translation>Die Ereignisse der Quelle zeigen</translation>
    </message>
    <message>
        <source>Copy Name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Den Namen kopieren</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Read the workspace again</source>
        <translation>Den Arbeitsbereich neu einlesen</translation>
    </message>
    <message>
        <source>Studies, runs, watchlists, symbols and sources of the open workspace are listed here.</source>
        <translation>Hier stehen Studien, Läufe, Watchlists, Symbole und Quellen des geöffneten Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>Arbeitsbereich wird gelesen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing here holds “%1”.</source>
        <translation>Nichts hier enthält „%1“.</translation>
    </message>
    <message>
        <source>Delete Study</source>
        <translation>Studie löschen</translation>
    </message>
    <message>
        <source>Delete Watchlist</source>
        <translation>Watchlist löschen</translation>
    </message>
    <message>
        <source>Take Off the Watchlist</source>
        <translation>Aus der Watchlist entfernen</translation>
    </message>
</context>
<context>
    <name>widgets::ExplorerSources</name>
    <message>
        <source>%1 events are stored.</source>
        <translation>%1 Ereignisse sind gespeichert.</translation>
    </message>
    <message>
        <source>Jobs given up: %1</source>
        <translation>Aufgegebene Aufträge: %1</translation>
    </message>
    <message>
        <source>It waits for a key.</source>
        <translation>Sie wartet auf einen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 · to %2</source>
        <translation>%1 · bis %2</translation>
    </message>
    <message>
        <source>%1 events; the newest happened at %2 (%3)</source>
        <translation>%1 Ereignisse; das neueste geschah am %2 (%3)</translation>
    </message>
    <message>
        <source>Switch On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Collect from the selected source, or stop collecting from it</source>
        <translation>Von der gewählten Quelle sammeln oder damit aufhören</translation>
    </message>
    <message>
        <source>Ask Now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Ask the selected source at once, whatever it waits for</source>
        <translation>Die gewählte Quelle sofort fragen, worauf sie auch wartet</translation>
    </message>
    <message>
        <source>Retry Failed</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Jobs of the selected source that were given up wait again</source>
        <translation>Aufgegebene Aufträge der gewählten Quelle warten wieder</translation>
    </message>
    <message>
        <source>Show Its Key…</source>
        <translation>Schlüssel zeigen…</translation>
    </message>
    <message>
        <source>Show where the key of the selected source is kept</source>
        <translation>Zeigen, wo der Schlüssel der gewählten Quelle liegt</translation>
    </message>
    <message>
        <source>Starter Data…</source>
        <translation>Startdaten…</translation>
    </message>
    <message>
        <source>Not switched on</source>
        <translation>Nicht eingeschaltet</translation>
    </message>
    <message>
        <source>Sources that Foreshock knows and does not collect from</source>
        <translation>Quellen, die Foreshock kennt und von denen es nicht sammelt</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>Switch Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
</context>
<context>
    <name>widgets::FactsModel</name>
    <message>
        <source>what</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>widgets::FactsTable</name>
    <message>
        <source>Copy Value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy Row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy All Rows</source>
        <translation>Alle Zeilen kopieren</translation>
    </message>
    <message>
        <source>Apply as Filter</source>
        <translation>Als Filter anwenden</translation>
    </message>
    <message>
        <source>Prepare as Filter</source>
        <translation>Als Filter vorbereiten</translation>
    </message>
</context>
<context>
    <name>widgets::FilesPage</name>
    <message>
        <source>Files and Network</source>
        <translation>Dateien und Netzwerk</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>Nach neuen Versionen suchen</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Plain text; it can be read, copied and edited while the program is closed.</source>
        <translation>Reiner Text; er lässt sich lesen, kopieren und bei geschlossenem Programm bearbeiten.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Off until you agree. This version never looks for a new one, on or off.</source>
        <translation>Aus, bis Sie zustimmen. Diese Version sucht nie nach einer neuen, ob ein oder aus.</translation>
    </message>
</context>
<context>
    <name>widgets::FilterBar</name>
    <message>
        <source>Filter of events</source>
        <translation>Filter der Ereignisse</translation>
    </message>
    <message>
        <source>Filter, such as source == usgs and value &gt;= 6.5, or a word to search for</source>
        <translation>Filter, etwa source == usgs and value &gt;= 6.5, oder ein Suchwort</translation>
    </message>
    <message>
        <source>Enter applies, Escape clears, Up recalls earlier filters, Ctrl+Space completes.</source>
        <translation>Enter wendet an, Esc leert, Pfeil hoch ruft frühere Filter auf, Strg+Leertaste vervollständigt.</translation>
    </message>
    <message>
        <source>Bookmarks and recent filters</source>
        <translation>Lesezeichen und letzte Filter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop this filter and keep what is shown</source>
        <translation>Diesen Filter anhalten und das Gezeigte behalten</translation>
    </message>
    <message>
        <source>Only events of this time are shown. Click to show all times again.</source>
        <translation>Nur Ereignisse dieser Zeit sind zu sehen. Klicken, um wieder alle Zeiten zu zeigen.</translation>
    </message>
    <message>
        <source>Enter applies this filter · %1</source>
        <translation>Enter wendet diesen Filter an · %1</translation>
    </message>
    <message>
        <source>Remove the time filter %1</source>
        <translation>Den Zeitfilter %1 entfernen</translation>
    </message>
    <message>
        <source>Bookmark %1</source>
        <translation>Lesezeichen %1</translation>
    </message>
    <message>
        <source>Remove This Bookmark</source>
        <translation>Dieses Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Bookmark This Filter</source>
        <translation>Diesen Filter als Lesezeichen merken</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>widgets::FindingDetail</name>
    <message>
        <source>Test the lags that are marked</source>
        <translation>Die markierten Versätze prüfen</translation>
    </message>
    <message>
        <source>Evidence of the finding</source>
        <translation>Belege des Befunds</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Lags</source>
        <translation>Versätze</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Zeiträume</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Every number of the finding</source>
        <translation>Alle Zahlen des Befunds</translation>
    </message>
    <message>
        <source>Null distribution: the observed value against all shifts</source>
        <translation>Nullverteilung: der beobachtete Wert gegenüber allen Verschiebungen</translation>
    </message>
    <message>
        <source>Average path around the event, with its band</source>
        <translation>Mittlerer Verlauf um das Ereignis, mit seinem Band</translation>
    </message>
    <message>
        <source>The effect at every lag, with the band that chance stays in; Shift and drag marks lags</source>
        <translation>Der Effekt bei jedem Versatz, mit dem Band, in dem der Zufall bleibt; Umschalt und Ziehen markiert Versätze</translation>
    </message>
    <message>
        <source>The effect in each part of the sample</source>
        <translation>Der Effekt in jedem Teil der Stichprobe</translation>
    </message>
    <message>
        <source>The response by the size of the event</source>
        <translation>Die Reaktion nach der Größe des Ereignisses</translation>
    </message>
    <message>
        <source>Each event with what followed it</source>
        <translation>Jedes Ereignis mit dem, was darauf folgte</translation>
    </message>
    <message>
        <source>Numbers of the finding</source>
        <translation>Zahlen des Befunds</translation>
    </message>
    <message>
        <source>Events of the finding</source>
        <translation>Ereignisse des Befunds</translation>
    </message>
    <message>
        <source>Select a finding to see its evidence.</source>
        <translation>Einen Befund auswählen, um seine Belege zu sehen.</translation>
    </message>
    <message>
        <source>No verdict: %1 missing. Run the study again to compute it.</source>
        <translation>Kein Urteil; es fehlt: %1. Die Studie erneut ausführen, um es zu berechnen.</translation>
    </message>
    <message>
        <source>Computing evidence</source>
        <translation>Belege werden berechnet</translation>
    </message>
    <message>
        <source>This run keeps no joint null that could be drawn: its null is %1. The adjusted p is %2.</source>
        <translation>Dieser Lauf bewahrt kein gemeinsames Nullmodell auf, das sich zeichnen ließe: Seines ist %1. Das korrigierte p ist %2.</translation>
    </message>
    <message>
        <source>Computing the evidence…</source>
        <translation>Belege werden berechnet…</translation>
    </message>
    <message>
        <source>Too few bars around the events for a path.</source>
        <translation>Zu wenige Balken um die Ereignisse für einen Verlauf.</translation>
    </message>
    <message>
        <source>%1: %2 (t %3)</source>
        <translation>%1: %2 (t %3)</translation>
    </message>
    <message>
        <source>Too few bars around the events for a lag profile.</source>
        <translation>Zu wenige Balken um die Ereignisse für ein Versatzprofil.</translation>
    </message>
    <message>
        <source>Before the event: %1.</source>
        <translation>Vor dem Ereignis: %1.</translation>
    </message>
    <message>
        <source>Too few events to part the sample.</source>
        <translation>Zu wenige Ereignisse, um die Stichprobe zu teilen.</translation>
    </message>
    <message>
        <source>These events carry no value, so there is no size to sort them by.</source>
        <translation>Diese Ereignisse tragen keinen Wert, es gibt also keine Größe, nach der sie zu ordnen wären.</translation>
    </message>
    <message>
        <source>Leaving out any one event, the effect stays between %1 and %2.</source>
        <translation>Lässt man ein beliebiges Ereignis weg, bleibt der Effekt zwischen %1 und %2.</translation>
    </message>
    <message>
        <source>Looking up the event</source>
        <translation>Das Ereignis wird gesucht</translation>
    </message>
    <message>
        <source>Lags %1 to %2: average effect %3. A description of what was looked at, with no p and no tier; a test asks all %4 of them.</source>
        <translation>Versätze %1 bis %2: mittlerer Effekt %3. Eine Beschreibung des Betrachteten, ohne p und ohne Stufe; eine Prüfung fragt nach allen %4.</translation>
    </message>
    <message>
        <source>Test This</source>
        <translation>Dies prüfen</translation>
    </message>
    <message>
        <source>what</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the finding</source>
        <translation>Den Fund kopieren</translation>
    </message>
    <message>
        <source>Its sentence, or a script that computes it again</source>
        <translation>Sein Satz, oder ein Skript, das ihn neu berechnet</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
</context>
<context>
    <name>widgets::FindingView</name>
    <message>
        <source>Numbers of the finding</source>
        <translation>Zahlen des Befunds</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Reading the finding</source>
        <translation>Der Befund wird gelesen</translation>
    </message>
    <message>
        <source>The run does not report this finding.</source>
        <translation>Der Lauf weist diesen Befund nicht aus.</translation>
    </message>
    <message>
        <source>%1, %2, bars %3</source>
        <translation>%1, %2, Balken %3</translation>
    </message>
    <message>
        <source>No verdict: %1 missing. Run the study again to compute it.</source>
        <translation>Kein Urteil; es fehlt: %1. Die Studie erneut ausführen, um es zu berechnen.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht…</translation>
    </message>
    <message>
        <source>Show the asset on the chart</source>
        <translation>Den Wert im Chart zeigen</translation>
    </message>
    <message>
        <source>Open the run it comes from</source>
        <translation>Den Lauf öffnen, aus dem er stammt</translation>
    </message>
    <message>
        <source>Export a report of the finding</source>
        <translation>Einen Bericht zum Befund exportieren</translation>
    </message>
</context>
<context>
    <name>widgets::FindingsModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>No verdict: %1 missing.</source>
        <translation>Kein Urteil; es fehlt: %1.</translation>
    </message>
</context>
<context>
    <name>widgets::FoldingBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>widgets::FoolingPanel</name>
    <message>
        <source>Try to Fool It</source>
        <translation>Austricksen</translation>
    </message>
    <message>
        <source>Ask Random Dates</source>
        <translation>Zufällige Daten fragen</translation>
    </message>
    <message>
        <source>500 series of random dates are asked about every price here. They know nothing, so whatever is found is false.</source>
        <translation>500 Reihen zufälliger Daten werden zu jedem Preis hier gefragt. Sie wissen nichts, also ist falsch, was gefunden wird.</translation>
    </message>
    <message>
        <source>Other dates:</source>
        <translation>Andere Daten:</translation>
    </message>
    <message>
        <source>Other random dates</source>
        <translation>Andere zufällige Daten</translation>
    </message>
    <message>
        <source>discoveries by a t-test on each, uncorrected</source>
        <translation>Entdeckungen durch einen t-Test auf jede, unkorrigiert</translation>
    </message>
    <message>
        <source>by Foreshock, the whole family corrected</source>
        <translation>durch Foreshock, die ganze Familie korrigiert</translation>
    </message>
    <message>
        <source>Plant an effect:</source>
        <translation>Effekt einpflanzen:</translation>
    </message>
    <message>
        <source>Size of the planted effect</source>
        <translation>Größe des eingepflanzten Effekts</translation>
    </message>
    <message>
        <source>Here you can try to make Foreshock find what is not there. It needs prices to try it on; the sample has some.</source>
        <translation>Hier können Sie versuchen, Foreshock finden zu lassen, was nicht da ist. Es braucht Preise dafür; das Beispiel hat welche.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragen …</translation>
    </message>
    <message>
        <source>Try to fool it</source>
        <translation>Austricksen</translation>
    </message>
    <message>
        <source>%1 million tests a second; nothing of this enters the ledger.</source>
        <translation>%1 Millionen Tests je Sekunde; nichts davon kommt ins Register.</translation>
    </message>
    <message>
        <source>Planting effects</source>
        <translation>Effekte werden eingepflanzt</translation>
    </message>
    <message>
        <source>How often a planted effect is found</source>
        <translation>Wie oft ein eingepflanzter Effekt gefunden wird</translation>
    </message>
    <message>
        <source>planted effect, standard deviations of the response</source>
        <translation>eingepflanzter Effekt, Standardabweichungen der Reaktion</translation>
    </message>
    <message>
        <source>found, %</source>
        <translation>gefunden, %</translation>
    </message>
    <message>
        <source>Foreshock</source>
        <translation>Foreshock</translation>
    </message>
    <message>
        <source>uncorrected t-test</source>
        <translation>unkorrigierter t-Test</translation>
    </message>
    <message>
        <source>Random pairs of dates and prices with an effect added to the bar after each date.</source>
        <translation>Zufällige Paare von Daten und Preisen mit einem Effekt auf dem Balken nach jedem Datum.</translation>
    </message>
    <message>
        <source>%1 standard deviations</source>
        <translation>%1 Standardabweichungen</translation>
    </message>
    <message>
        <source>%1 standard deviations: Foreshock finds %2 of %3, the uncorrected t-test %4</source>
        <translation>%1 Standardabweichungen: Foreshock findet %2 von %3, der unkorrigierte t-Test %4</translation>
    </message>
    <message>
        <source>It takes a few seconds; nothing of it enters the ledger.</source>
        <translation>Das dauert einige Sekunden; nichts davon kommt ins Register.</translation>
    </message>
</context>
<context>
    <name>widgets::FunnelView</name>
    <message>
        <source>From question to validation</source>
        <translation>Von der Frage zur Bestätigung</translation>
    </message>
</context>
<context>
    <name>widgets::ImportAssistant</name>
    <message>
        <source>Add Files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import Files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Drop files here, or add them: CSV, .gz, JSON or Parquet with events or prices.</source>
        <translation>Dateien hier ablegen oder hinzufügen: CSV, .gz, JSON oder Parquet mit Ereignissen oder Preisen.</translation>
    </message>
    <message>
        <source>Say which column is what; the mapping is kept as a preset.</source>
        <translation>Angeben, welche Spalte was ist; die Zuordnung wird als Vorlage aufbewahrt.</translation>
    </message>
    <message>
        <source>No preset knows the header of this file. Say which column is what; the mapping is kept as a preset.</source>
        <translation>Keine Vorlage kennt die Kopfzeile dieser Datei. Angeben, welche Spalte was ist; die Zuordnung wird als Vorlage aufbewahrt.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Import %1 Files</source>
        <translation>%1 Dateien importieren</translation>
    </message>
    <message>
        <source>Saving the preset</source>
        <translation>Die Vorlage wird gespeichert</translation>
    </message>
    <message>
        <source>Import of %1 files</source>
        <translation>Import von %1 Dateien</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importiert…</translation>
    </message>
</context>
<context>
    <name>widgets::ImportFiles</name>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht importiert</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>lines refused: %1</source>
        <translation>abgelehnte Zeilen: %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>needs a preset</source>
        <translation>braucht eine Vorlage</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
</context>
<context>
    <name>widgets::InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>What is inspected</source>
        <translation>Was betrachtet wird</translation>
    </message>
    <message>
        <source>Back to what was selected before</source>
        <translation>Zurück zur vorigen Auswahl</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Event · %1</source>
        <translation>Ereignis · %1</translation>
    </message>
    <message>
        <source>Symbol · %1</source>
        <translation>Symbol · %1</translation>
    </message>
    <message>
        <source>Finding · %1</source>
        <translation>Befund · %1</translation>
    </message>
    <message>
        <source>Show Events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispiel-Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Add Facts to Report</source>
        <translation>Angaben zum Bericht</translation>
    </message>
    <message>
        <source>Put what is inspected into the report</source>
        <translation>Das Untersuchte in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>what</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Source · %1</source>
        <translation>Quelle · %1</translation>
    </message>
    <message>
        <source>Select an event, a symbol, a finding or a source to see every field of it, where it comes from, and what followed events like it.</source>
        <translation>Ein Ereignis, ein Symbol, einen Befund oder eine Quelle wählen, um jedes Feld zu sehen, woher es kommt und was auf solche Ereignisse folgte.</translation>
    </message>
</context>
<context>
    <name>widgets::JobsModel</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>widgets::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Cancel Job</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Stop the selected job</source>
        <translation>Die ausgewählte Aufgabe anhalten</translation>
    </message>
    <message>
        <source>Import Files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <source>Log of the selected job</source>
        <translation>Protokoll der ausgewählten Aufgabe</translation>
    </message>
    <message>
        <source>Select a job to read its log.</source>
        <translation>Eine Aufgabe auswählen, um ihr Protokoll zu lesen.</translation>
    </message>
    <message>
        <source>Kinds of jobs</source>
        <translation>Arten von Aufgaben</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>Imports, studies, collecting and other long work appear here with their progress and log.</source>
        <translation>Importe, Studien, das Sammeln und andere lange Arbeiten erscheinen hier mit ihrem Fortschritt und Protokoll.</translation>
    </message>
</context>
<context>
    <name>widgets::KeysPage</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>Default shortcut of the selected command</source>
        <translation>Voreingestelltes Tastenkürzel des ausgewählten Befehls</translation>
    </message>
    <message>
        <source>New shortcut for the selected command:</source>
        <translation>Neues Kürzel dieses Befehls:</translation>
    </message>
    <message>
        <source>%1 already means “%2”. Give that command other keys first, or choose different ones.</source>
        <translation>%1 bedeutet schon „%2“. Zuerst jenem Befehl andere Tasten geben oder hier andere wählen.</translation>
    </message>
</context>
<context>
    <name>widgets::LedgerModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>eingetragen</translation>
    </message>
    <message>
        <source>Before anything of it was tested</source>
        <translation>Bevor etwas davon getestet wurde</translation>
    </message>
    <message>
        <source>study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>The name it had then</source>
        <translation>Der Name, den sie damals hatte</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>gefragt</translation>
    </message>
    <message>
        <source>Hypotheses asked at once</source>
        <translation>Auf einmal gefragte Hypothesen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Of them in no earlier family</source>
        <translation>Davon in keiner früheren Familie</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>signifikant</translation>
    </message>
    <message>
        <source>What its first finished run found</source>
        <translation>Was ihr erster beendeter Lauf fand</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Worth a second look, no more</source>
        <translation>Einen zweiten Blick wert, mehr nicht</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
    <message>
        <source>Significant ones that chance alone gives</source>
        <translation>Signifikante, die Zufall allein gibt</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Of what it found, by later data</source>
        <translation>Von dem, was sie fand, durch spätere Daten</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>From when to when</source>
        <translation>Von wann bis wann</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What was stored when it was asked</source>
        <translation>Was gespeichert war, als gefragt wurde</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>The run that says what came of it</source>
        <translation>Der Lauf, der sagt, was daraus wurde</translation>
    </message>
</context>
<context>
    <name>widgets::LedgerPage</name>
    <message>
        <source>The whole workspace</source>
        <translation>Der ganze Arbeitsbereich</translation>
    </message>
    <message>
        <source>Families of hypotheses, newest first</source>
        <translation>Familien von Hypothesen, neueste zuerst</translation>
    </message>
    <message>
        <source>The selected family</source>
        <translation>Die gewählte Familie</translation>
    </message>
    <message>
        <source>Open Run in Discovery</source>
        <translation>Lauf in Entdeckung öffnen</translation>
    </message>
</context>
<context>
    <name>widgets::LookPage</name>
    <message>
        <source>Look and Language</source>
        <translation>Aussehen und Sprache</translation>
    </message>
    <message>
        <source>Red is up, green is down</source>
        <translation>Rot ist aufwärts, grün ist abwärts</translation>
    </message>
    <message>
        <source>Nothing flashes or slides</source>
        <translation>Nichts blinkt oder gleitet</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Times are shown in this zone: UTC, or a place such as America/New_York. Files always carry UTC.</source>
        <translation>Zeiten werden in dieser Zone gezeigt: UTC oder ein Ort wie America/New_York. Dateien enthalten immer UTC.</translation>
    </message>
    <message>
        <source>Rise and fall</source>
        <translation>Anstieg und Rückgang</translation>
    </message>
    <message>
        <source>As is the custom in East Asia.</source>
        <translation>Wie in Ostasien üblich.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
</context>
<context>
    <name>widgets::MappingPage</name>
    <message>
        <source>Column of the date</source>
        <translation>Spalte des Datums</translation>
    </message>
    <message>
        <source>Column of the event type</source>
        <translation>Spalte der Ereignisart</translation>
    </message>
    <message>
        <source>Column of the entity</source>
        <translation>Spalte der Entität</translation>
    </message>
    <message>
        <source>Column of the value</source>
        <translation>Spalte des Werts</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>Spalte des Texts</translation>
    </message>
    <message>
        <source>Column of the unit</source>
        <translation>Spalte der Einheit</translation>
    </message>
    <message>
        <source>Time zone of the dates</source>
        <translation>Zeitzone der Datumsangaben</translation>
    </message>
    <message>
        <source>How it became known</source>
        <translation>Wie es bekannt wurde</translation>
    </message>
    <message>
        <source>Save as Preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Event type of all rows</source>
        <translation>Ereignisart aller Zeilen</translation>
    </message>
    <message>
        <source>How long after it happened it was known</source>
        <translation>Wie lange nach dem Geschehen es bekannt wurde</translation>
    </message>
    <message>
        <source>A length of time: 20m, 3h, 1d, 45d</source>
        <translation>Eine Zeitdauer: 20m, 3h, 1d, 45d</translation>
    </message>
    <message>
        <source>later, after</source>
        <translation>später, nach</translation>
    </message>
    <message>
        <source>when it happened (published)</source>
        <translation>als es geschah (veröffentlicht)</translation>
    </message>
    <message>
        <source>in advance (scheduled)</source>
        <translation>im Voraus (geplant)</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Keep this mapping in the workspace and show what it makes of the file</source>
        <translation>Diese Zuordnung im Arbeitsbereich aufbewahren und zeigen, was sie aus der Datei macht</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dates in</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignisart</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Preset&apos;s name</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>%1 (such as %2)</source>
        <translation>%1 (etwa %2)</translation>
    </message>
    <message>
        <source>the same for all:</source>
        <translation>für alle gleich:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>opec_meeting</source>
        <translation>opec_meeting</translation>
    </message>
</context>
<context>
    <name>widgets::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>widgets::Panel</name>
    <message>
        <source>Open Sample Workspace</source>
        <translation>Beispiel-Arbeitsbereich öffnen</translation>
    </message>
</context>
<context>
    <name>widgets::PaperPrinter</name>
    <message>
        <source>Preparing the report</source>
        <translation>Bericht wird vorbereitet</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Replace the File?</source>
        <translation>Die Datei ersetzen?</translation>
    </message>
    <message>
        <source>There is a file “%1” already.</source>
        <translation>Es gibt schon eine Datei „%1“.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Keep It</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>No file manager could be started; the folder is %1.</source>
        <translation>Es ließ sich kein Dateimanager starten; der Ordner ist %1.</translation>
    </message>
    <message>
        <source>Copy Path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::PasteAssistant</name>
    <message>
        <source>Time zone of the dates</source>
        <translation>Zeitzone der Datumsangaben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add to Chart</source>
        <translation>Zum Chart hinzufügen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Paste Dates</source>
        <translation>Datumsangaben einfügen</translation>
    </message>
    <message>
        <source>Dates, one a line, with a value and a text if you like</source>
        <translation>Datumsangaben, je Zeile eine, auf Wunsch mit Wert und Text</translation>
    </message>
    <message>
        <source>One date a line, then a value and a text if you like:
2011-03-11  9.1  Tohoku</source>
        <translation>Ein Datum je Zeile, dann auf Wunsch ein Wert und ein Text:
2011-03-11  9.1  Tohoku</translation>
    </message>
    <message>
        <source>Name of the event set</source>
        <translation>Name der Ereignismenge</translation>
    </message>
    <message>
        <source>Symbol to test on</source>
        <translation>Symbol, an dem geprüft wird</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Keep the events and ask at once whether they move the symbol (Ctrl+Return)</source>
        <translation>Die Ereignisse aufbewahren und sofort fragen, ob sie das Symbol bewegen (Strg+Return)</translation>
    </message>
    <message>
        <source>Keep the events and mark them on the chart</source>
        <translation>Die Ereignisse aufbewahren und im Chart markieren</translation>
    </message>
    <message>
        <source>Name of these events</source>
        <translation>Name dieser Ereignisse</translation>
    </message>
    <message>
        <source>Dates in</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Dates of %1</source>
        <translation>Termine vom %1</translation>
    </message>
    <message>
        <source>Reading symbols</source>
        <translation>Symbole werden gelesen</translation>
    </message>
    <message>
        <source>Reading dates</source>
        <translation>Datumsangaben werden gelesen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>No date yet.</source>
        <translation>Noch kein Datum.</translation>
    </message>
    <message>
        <source>Dates read: %1, as %2.</source>
        <translation>Gelesene Datumsangaben: %1, als %2.</translation>
    </message>
    <message>
        <source> Lines refused: %1.</source>
        <translation> Abgelehnte Zeilen: %1.</translation>
    </message>
    <message>
        <source>The table shows the first %1 lines.</source>
        <translation>Die Tabelle zeigt die ersten %1 Zeilen.</translation>
    </message>
    <message>
        <source>Test on %1</source>
        <translation>An %1 prüfen</translation>
    </message>
    <message>
        <source>Storing pasted dates</source>
        <translation>Eingefügte Datumsangaben werden gespeichert</translation>
    </message>
</context>
<context>
    <name>widgets::PreflightStrip</name>
    <message>
        <source>Notes about the study</source>
        <translation>Anmerkungen zur Studie</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show where the study is wrong</source>
        <translation>Zeigen, wo die Studie falsch ist</translation>
    </message>
    <message>
        <source>Nothing asked yet.</source>
        <translation>Noch nichts gefragt.</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist geöffnet.</translation>
    </message>
    <message>
        <source>Cannot run yet: %1</source>
        <translation>Noch nicht ausführbar: %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählt…</translation>
    </message>
    <message>
        <source>Counting what the study asks</source>
        <translation>Zählt, wonach die Studie fragt</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Anmerkungen (%1)</translation>
    </message>
    <message>
        <source>Sample, seal, and what is not tested</source>
        <translation>Stichprobe, Siegel und was nicht geprüft wird</translation>
    </message>
</context>
<context>
    <name>widgets::PreviewPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Prices (bars)</source>
        <translation>Preise (Balken)</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>Ticks</translation>
    </message>
    <message>
        <source>Time zone of the dates</source>
        <translation>Zeitzone der Datumsangaben</translation>
    </message>
    <message>
        <source>Map Columns…</source>
        <translation>Spalten zuordnen…</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Was die Datei enthält</translation>
    </message>
    <message>
        <source>Preset that reads the file</source>
        <translation>Vorlage, mit der die Datei gelesen wird</translation>
    </message>
    <message>
        <source>Map columns by hand</source>
        <translation>Spalten von Hand zuordnen</translation>
    </message>
    <message>
        <source>Say yourself which column is what, and save it as a preset</source>
        <translation>Selbst angeben, welche Spalte was ist, und es als Vorlage speichern</translation>
    </message>
    <message>
        <source>First rows of the file and what each becomes</source>
        <translation>Erste Zeilen der Datei und was aus jeder wird</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Dates in</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>All %1 rows shown can be taken.</source>
        <translation>Alle %1 gezeigten Zeilen lassen sich übernehmen.</translation>
    </message>
    <message>
        <source>%1 of the %2 rows shown can be taken; %3 are refused, each for the reason beside it.</source>
        <translation>%1 der %2 gezeigten Zeilen lassen sich übernehmen; %3 werden abgelehnt, jede aus dem Grund daneben.</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wird zu</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 (recognised): %2</source>
        <translation>%1 (erkannt): %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>widgets::QualityModel</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, %2 offen</translation>
    </message>
    <message>
        <source>%1 rows in 30 days; each bar is a day (UTC)</source>
        <translation>%1 Zeilen in 30 Tagen; jeder Balken ist ein Tag (UTC)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Where the rows come from</source>
        <translation>Woher die Zeilen kommen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How fresh it is</source>
        <translation>Wie frisch sie ist</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>When it last answered with data</source>
        <translation>Wann sie zuletzt mit Daten geantwortet hat</translation>
    </message>
    <message>
        <source>Lag, median</source>
        <translation>Verzug, Median</translation>
    </message>
    <message>
        <source>From known to stored: half of the rows of 30 days</source>
        <translation>Vom Bekanntwerden bis zum Speichern: die Hälfte der Zeilen von 30 Tagen</translation>
    </message>
    <message>
        <source>Lag, 95 %</source>
        <translation>Verzug, 95 %</translation>
    </message>
    <message>
        <source>From known to stored: all but one in twenty rows</source>
        <translation>Vom Bekanntwerden bis zum Speichern: alle bis auf eine von zwanzig Zeilen</translation>
    </message>
    <message>
        <source>Rows today</source>
        <translation>Zeilen heute</translation>
    </message>
    <message>
        <source>Stored since 00:00 UTC</source>
        <translation>Seit 00:00 UTC gespeichert</translation>
    </message>
    <message>
        <source>Rows a day</source>
        <translation>Zeilen je Tag</translation>
    </message>
    <message>
        <source>Of the last 30 days, today at the right</source>
        <translation>Der letzten 30 Tage, heute rechts</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Records of 30 days that could not be used</source>
        <translation>Datensätze von 30 Tagen, die nicht zu verwenden waren</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Times at which nothing was collected</source>
        <translation>Zeiten, zu denen nichts gesammelt wurde</translation>
    </message>
</context>
<context>
    <name>widgets::QualityPanel</name>
    <message>
        <source>Data Quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Starter Data…</source>
        <translation>Startdaten…</translation>
    </message>
    <message>
        <source>Sources and how sound their data are</source>
        <translation>Quellen und wie gesund ihre Daten sind</translation>
    </message>
    <message>
        <source>Times at which nothing was collected</source>
        <translation>Zeiten, zu denen nichts gesammelt wurde</translation>
    </message>
    <message>
        <source>How fresh, how late and how complete the data of each source are is seen here once something is collected.</source>
        <translation>Wie frisch, wie verspätet und wie vollständig die Daten jeder Quelle sind, ist hier zu sehen, sobald etwas gesammelt wird.</translation>
    </message>
    <message>
        <source>asked for again</source>
        <translation>wieder angefragt</translation>
    </message>
    <message>
        <source>cannot be asked for</source>
        <translation>nicht anzufragen</translation>
    </message>
    <message>
        <source>Gaps: %1</source>
        <translation>Lücken: %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Switch Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Ask Now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Retry Failed</source>
        <translation>Neu versuchen</translation>
    </message>
</context>
<context>
    <name>widgets::RawView</name>
    <message>
        <source>Raw bytes of the event</source>
        <translation>Rohdaten des Ereignisses</translation>
    </message>
    <message>
        <source>sha256 %1…</source>
        <translation>sha256 %1…</translation>
    </message>
    <message>
        <source>No raw bytes are kept for this event.</source>
        <translation>Zu diesem Ereignis sind keine Rohdaten aufbewahrt.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Reading raw bytes</source>
        <translation>Rohdaten werden gelesen</translation>
    </message>
    <message>
        <source>%1 of text</source>
        <translation>%1 Text</translation>
    </message>
    <message>
        <source>The first %1 of text</source>
        <translation>Die ersten %1 des Texts</translation>
    </message>
    <message>
        <source>Not text: the first %1 in hexadecimal</source>
        <translation>Kein Text: die ersten %1 hexadezimal</translation>
    </message>
    <message>
        <source>Not text: %1 in hexadecimal</source>
        <translation>Kein Text: %1 hexadezimal</translation>
    </message>
</context>
<context>
    <name>widgets::RelationshipDetail</name>
    <message>
        <source>Later events: not looked at yet; “Check Now” does.</source>
        <translation>Spätere Ereignisse: noch nicht angesehen; „Jetzt prüfen“ tut es.</translation>
    </message>
    <message>
        <source>Later events: none has been bet on yet.</source>
        <translation>Spätere Ereignisse: auf keines wurde bisher gewettet.</translation>
    </message>
    <message>
        <source>Hold-out: sealed.</source>
        <translation>Rücklage: versiegelt.</translation>
    </message>
    <message>
        <source>Hold-out: opened %1, %2 (effect %3, n %4, p after Holm %5).</source>
        <translation>Rücklage: geöffnet %1, %2 (Effekt %3, n %4, p nach Holm %5).</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>What came after the discovery</source>
        <translation>Was nach der Entdeckung kam</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>What betting on later events has become, against what validates it</source>
        <translation>Was aus Wetten auf spätere Ereignisse geworden ist, gegen das, was es bestätigt</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Verblassen</translation>
    </message>
    <message>
        <source>The mean of the latest events beside the effect that was discovered</source>
        <translation>Das Mittel der neuesten Ereignisse neben dem entdeckten Effekt</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Every change of status, with its date and reason</source>
        <translation>Jeder Wechsel des Standes mit Datum und Grund</translation>
    </message>
    <message>
        <source>Open in Discovery</source>
        <translation>In Entdeckung öffnen</translation>
    </message>
    <message>
        <source>Open Hold-Out…</source>
        <translation>Rücklage öffnen …</translation>
    </message>
    <message>
        <source>Retire…</source>
        <translation>Aufgeben …</translation>
    </message>
    <message>
        <source>Add to Report</source>
        <translation>Zum Bericht</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the relationship</source>
        <translation>Die Beziehung kopieren</translation>
    </message>
    <message>
        <source>Its sentence, or a script that computes it again</source>
        <translation>Ihr Satz, oder ein Skript, das sie neu berechnet</translation>
    </message>
    <message>
        <source>Why it is retired</source>
        <translation>Warum sie aufgegeben wird</translation>
    </message>
    <message>
        <source>Why? It stays in the history, and what is retired does not come back.</source>
        <translation>Warum? Es bleibt in der Geschichte, und was aufgegeben ist, kommt nicht zurück.</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Retire it, for good</source>
        <translation>Endgültig aufgeben</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>Lassen, wie sie ist</translation>
    </message>
    <message>
        <source>History of the relationship</source>
        <translation>Geschichte der Beziehung</translation>
    </message>
    <message>
        <source>Select a relationship to see whether it still holds.</source>
        <translation>Wählen Sie eine Beziehung, um zu sehen, ob sie noch hält.</translation>
    </message>
    <message>
        <source>Found by run %1.</source>
        <translation>Gefunden von Lauf %1.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Averaging the latest events</source>
        <translation>Die neuesten Ereignisse werden gemittelt</translation>
    </message>
    <message>
        <source>No event after the discovery has been bet on yet. An event counts once its window has ended.</source>
        <translation>Auf kein Ereignis nach der Entdeckung wurde bisher gewettet. Ein Ereignis zählt, sobald sein Fenster zu Ende ist.</translation>
    </message>
    <message>
        <source>Later events have not been looked at yet. “Check Now” bets on every event since the discovery, in the order they came.</source>
        <translation>Spätere Ereignisse wurden noch nicht angesehen. „Jetzt prüfen“ wettet auf jedes Ereignis seit der Entdeckung, in der Reihenfolge, in der sie kamen.</translation>
    </message>
    <message>
        <source>Averaging the latest events…</source>
        <translation>Die neuesten Ereignisse werden gemittelt …</translation>
    </message>
    <message>
        <source>Fewer than three events after the discovery: there is no average to show.</source>
        <translation>Weniger als drei Ereignisse nach der Entdeckung: Es gibt kein Mittel zu zeigen.</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>Later events: %1. Betting 1 that it holds has become %2; %3 validates it.</source>
        <translation>Spätere Ereignisse: %1. Aus 1, darauf gewettet, dass es hält, ist %2 geworden; %3 bestätigt es.</translation>
    </message>
    <message>
        <source>No verdict: its run does not hold it any more.</source>
        <translation>Kein Urteil: Ihr Lauf enthält die Beziehung nicht mehr.</translation>
    </message>
    <message>
        <source>No verdict: %1 missing. Run the study again to compute it.</source>
        <translation>Kein Urteil; es fehlt: %1. Die Studie erneut ausführen, um es zu berechnen.</translation>
    </message>
</context>
<context>
    <name>widgets::RelationshipModel</name>
    <message>
        <source>sealed</source>
        <translation>versiegelt</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>Above %1: corrected for everything asked on this calendar it would not count as found.</source>
        <translation>Über %1: Für alles korrigiert, was auf diesem Kalender gefragt wurde, gälte es nicht als gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>Betting 1 that it holds has become this after %n event(s); %1 validates it.</source>
        <translation>
            <numerusform>1 darauf gewettet, dass es hält, ist nach %n Ereignis dies geworden; %1 bestätigt es.</numerusform>
            <numerusform>1 darauf gewettet, dass es hält, ist nach %n Ereignissen dies geworden; %1 bestätigt es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not looked at yet; “Check Now” does.</source>
        <translation>Noch nicht angesehen; „Jetzt prüfen“ tut es.</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>candidate or significant when found; validated or decayed by later data; retired by hand or after two years of silence</source>
        <translation>Kandidat oder signifikant, als sie gefunden wurde; bestätigt oder verblasst durch spätere Daten; aufgegeben von Hand oder nach zwei stillen Jahren</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Which asset or pool</source>
        <translation>Welcher Wert oder Pool</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Bars counted from the event bar</source>
        <translation>Balken, vom Ereignisbalken gezählt</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Event bars with a return when it was found</source>
        <translation>Ereignisbalken mit einer Rendite, als sie gefunden wurde</translation>
    </message>
    <message>
        <source>effect</source>
        <translation>Effekt</translation>
    </message>
    <message>
        <source>As it was found</source>
        <translation>Wie er gefunden wurde</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Of the effect as it was found</source>
        <translation>Des Effekts, wie er gefunden wurde</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Grundwert</translation>
    </message>
    <message>
        <source>Mean response over all bars: what happens anyway</source>
        <translation>Mittlere Reaktion über alle Balken: was ohnehin geschieht</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>p korrigiert</translation>
    </message>
    <message>
        <source>Corrected for everything asked in its family</source>
        <translation>Korrigiert für alles, was in seiner Familie gefragt wurde</translation>
    </message>
    <message>
        <source>p workspace</source>
        <translation>p Arbeitsbereich</translation>
    </message>
    <message>
        <source>Corrected for everything asked on its calendar</source>
        <translation>Korrigiert für alles, was auf seinem Kalender gefragt wurde</translation>
    </message>
    <message>
        <source>family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Hypotheses asked at once</source>
        <translation>Auf einmal gefragte Hypothesen</translation>
    </message>
    <message>
        <source>forward n</source>
        <translation>n danach</translation>
    </message>
    <message>
        <source>Events after the discovery that were bet on</source>
        <translation>Ereignisse nach der Entdeckung, auf die gewettet wurde</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>What betting 1 on it has become since; 20 validates it</source>
        <translation>Was aus einer darauf gewetteten 1 seither geworden ist; 20 bestätigt es</translation>
    </message>
    <message>
        <source>hold-out</source>
        <translation>Rücklage</translation>
    </message>
    <message>
        <source>What the sealed data said; opened once, for good</source>
        <translation>Was die versiegelten Daten sagten; einmal geöffnet, endgültig</translation>
    </message>
    <message>
        <source>discovered</source>
        <translation>entdeckt</translation>
    </message>
    <message>
        <source>When it was found</source>
        <translation>Wann sie gefunden wurde</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>When later data had agreed enough</source>
        <translation>Wann spätere Daten genug zustimmten</translation>
    </message>
</context>
<context>
    <name>widgets::RelationshipsPanel</name>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Ask a Question</source>
        <translation>Eine Frage stellen</translation>
    </message>
    <message>
        <source>Check Relationships Now</source>
        <translation>Beziehungen jetzt prüfen</translation>
    </message>
    <message>
        <source>Bet on every event that came since, and see which relationships still hold</source>
        <translation>Auf jedes Ereignis seither wetten und sehen, welche Beziehungen noch halten</translation>
    </message>
    <message>
        <source>Open Relationship in Discovery</source>
        <translation>Beziehung in Entdeckung öffnen</translation>
    </message>
    <message>
        <source>Show the run that found the selected relationship</source>
        <translation>Den Lauf zeigen, der die gewählte Beziehung fand</translation>
    </message>
    <message>
        <source>Open the Sealed Hold-Out…</source>
        <translation>Die versiegelte Rücklage öffnen …</translation>
    </message>
    <message>
        <source>Test the selected relationship on the sealed data: once, and for good</source>
        <translation>Die gewählte Beziehung auf den versiegelten Daten testen: einmal, endgültig</translation>
    </message>
    <message>
        <source>Retire Relationship…</source>
        <translation>Beziehung aufgeben …</translation>
    </message>
    <message>
        <source>End the selected relationship by your own decision, with a reason</source>
        <translation>Die gewählte Beziehung aus eigenem Entschluss beenden, mit einem Grund</translation>
    </message>
    <message>
        <source>Add Relationship to Report</source>
        <translation>Beziehung zum Bericht</translation>
    </message>
    <message>
        <source>Put the selected relationship into the report</source>
        <translation>Die gewählte Beziehung in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>Show Ledger</source>
        <translation>Register zeigen</translation>
    </message>
    <message>
        <source>Every question ever asked, and what chance alone would give</source>
        <translation>Jede je gestellte Frage, und was Zufall allein gäbe</translation>
    </message>
    <message>
        <source>Pages of Relationships</source>
        <translation>Seiten der Beziehungen</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Which relationships</source>
        <translation>Welche Beziehungen</translation>
    </message>
    <message>
        <source>Only those of one status</source>
        <translation>Nur die eines Standes</translation>
    </message>
    <message>
        <source>Check Now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Relationships and detail</source>
        <translation>Beziehungen und Einzelheiten</translation>
    </message>
    <message>
        <source>Relationships are what you believe and whether it still holds. Open a workspace to begin.</source>
        <translation>Beziehungen sind, was Sie glauben und ob es noch hält. Öffnen Sie einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Reading relationships</source>
        <translation>Beziehungen werden gelesen</translation>
    </message>
    <message>
        <source>Nothing is believed yet. What a study finds appears here, and whether later data agree.</source>
        <translation>Noch wird nichts geglaubt. Was eine Studie findet, erscheint hier, und ob spätere Daten zustimmen.</translation>
    </message>
    <message>
        <source>%1 None of it was found to be more than chance, so there is nothing to follow. The ledger lists what was asked.</source>
        <translation>%1 Nichts davon war mehr als Zufall, also gibt es nichts zu verfolgen. Das Register zeigt, was gefragt wurde.</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a status, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Checking relationships</source>
        <translation>Beziehungen werden geprüft</translation>
    </message>
    <message>
        <source>Open the Sealed Hold-Out</source>
        <translation>Die versiegelte Rücklage öffnen</translation>
    </message>
    <message>
        <source>Open It, Once</source>
        <translation>Öffnen, ein für alle Mal</translation>
    </message>
    <message>
        <source>Keep It Sealed</source>
        <translation>Versiegelt lassen</translation>
    </message>
    <message>
        <source>Opening the sealed hold-out</source>
        <translation>Die versiegelte Rücklage wird geöffnet</translation>
    </message>
    <message>
        <source>Retiring a relationship</source>
        <translation>Eine Beziehung wird aufgegeben</translation>
    </message>
    <message>
        <source>%1 is retired; it stays in the list with its reason.</source>
        <translation>%1 ist aufgegeben; sie bleibt mit ihrem Grund in der Liste.</translation>
    </message>
    <message>
        <source>Relationships checked: %1; new events: %2; changed their status: %3.</source>
        <translation>Geprüfte Beziehungen: %1; neue Ereignisse: %2; Status geändert: %3.</translation>
    </message>
    <message>
        <source>Show Track Record</source>
        <translation>Bilanz zeigen</translation>
    </message>
    <message>
        <source>What the method found in the past, and what became of it</source>
        <translation>Was die Methode in der Vergangenheit fand, und was daraus wurde</translation>
    </message>
    <message>
        <source>Track Record</source>
        <translation>Bilanz</translation>
    </message>
    <message>
        <source>%1

This tests it once on the data from the seal on, in the direction it was found. It is one act per relationship: it cannot be repeated or taken back, and the ledger keeps it whatever comes out. All relationships of the same family make the test stricter, opened or not (Holm). Open it when you have nothing left to decide about this relationship.</source>
        <translation>%1

Dies testet sie einmal auf den Daten ab dem Siegel, in der Richtung, in der sie gefunden wurde. Es ist eine Handlung je Beziehung: Sie lässt sich weder wiederholen noch zurücknehmen, und das Register behält sie, was auch herauskommt. Alle Beziehungen derselben Familie machen den Test strenger, geöffnet oder nicht (Holm). Öffnen Sie ihn, wenn Sie über diese Beziehung nichts mehr zu entscheiden haben.</translation>
    </message>
    <message>
        <source>%1: confirmed on the hold-out (effect %2, 95 % interval %3, base %4, n %5, p %6, after Holm %7).</source>
        <translation>%1: auf der Rücklage bestätigt (Effekt %2, 95-%-Intervall %3, Basis %4, n %5, p %6, nach Holm %7).</translation>
    </message>
    <message>
        <source>%1: not confirmed on the hold-out (effect %2, 95 % interval %3, base %4, n %5, p %6, after Holm %7).</source>
        <translation>%1: auf der Rücklage nicht bestätigt (Effekt %2, 95-%-Intervall %3, Basis %4, n %5, p %6, nach Holm %7).</translation>
    </message>
</context>
<context>
    <name>widgets::ReportExport</name>
    <message>
        <source>&amp;Export Report…</source>
        <translation>Bericht exp&amp;ortieren…</translation>
    </message>
    <message>
        <source>Print the run that is shown as a tear sheet (PDF)</source>
        <translation>Den gezeigten Lauf als Bericht (PDF) ausgeben</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Export Report of the Finding</source>
        <translation>Bericht zum Befund exportieren</translation>
    </message>
    <message>
        <source>Printing the report of run %1</source>
        <translation>Bericht zum Lauf %1 wird ausgegeben</translation>
    </message>
    <message>
        <source>Printing the report</source>
        <translation>Bericht wird gedruckt</translation>
    </message>
</context>
<context>
    <name>widgets::ReportKeeper</name>
    <message>
        <source>Reading the report</source>
        <translation>Bericht wird gelesen</translation>
    </message>
    <message>
        <source>The report is still being read; add it again in a moment.</source>
        <translation>Der Bericht wird noch gelesen; gleich noch einmal hinzufügen.</translation>
    </message>
    <message>
        <source>Open a workspace first; the report is kept in it.</source>
        <translation>Erst einen Arbeitsbereich öffnen; der Bericht liegt darin.</translation>
    </message>
    <message>
        <source>The report has %1 sections, which is the most it takes; remove one before another is added.</source>
        <translation>Der Bericht hat %1 Abschnitte, mehr fasst er nicht; erst einen entfernen, dann einen weiteren hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” is in the report.</source>
        <translation>„%1“ ist im Bericht.</translation>
    </message>
    <message>
        <source>Show Report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” was taken out of the report.</source>
        <translation>„%1“ wurde aus dem Bericht genommen.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
</context>
<context>
    <name>widgets::ReportsPanel</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Open Section</source>
        <translation>Abschnitt öffnen</translation>
    </message>
    <message>
        <source>Show in the panels what the section was made of</source>
        <translation>In den Bereichen zeigen, woraus der Abschnitt entstand</translation>
    </message>
    <message>
        <source>Section Up</source>
        <translation>Abschnitt nach oben</translation>
    </message>
    <message>
        <source>Put the section before the one above</source>
        <translation>Den Abschnitt vor den darüber stellen</translation>
    </message>
    <message>
        <source>Section Down</source>
        <translation>Abschnitt nach unten</translation>
    </message>
    <message>
        <source>Put the section after the one below</source>
        <translation>Den Abschnitt hinter den darunter stellen</translation>
    </message>
    <message>
        <source>Remove Section</source>
        <translation>Abschnitt entfernen</translation>
    </message>
    <message>
        <source>Take the section out of the report</source>
        <translation>Den Abschnitt aus dem Bericht nehmen</translation>
    </message>
    <message>
        <source>Export Report as PDF…</source>
        <translation>Bericht als PDF exportieren…</translation>
    </message>
    <message>
        <source>Print the sections in their order (PDF)</source>
        <translation>Die Abschnitte in ihrer Reihenfolge drucken (PDF)</translation>
    </message>
    <message>
        <source>Show Events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>Titel des Berichts</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>Abschnitte des Berichts</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A report is put together of what the panels show. Open a workspace to begin one.</source>
        <translation>Ein Bericht entsteht aus dem, was die Bereiche zeigen. Einen Arbeitsbereich öffnen, um einen zu beginnen.</translation>
    </message>
    <message>
        <source>Nothing is in the report yet. “Add to Report” in Events, Chart, Discovery and Inspector puts what they show here, to be put in order and printed.</source>
        <translation>Noch ist nichts im Bericht. „Zum Bericht“ in Ereignisse, Chart, Entdeckung und Inspektor bringt hierher, was sie zeigen, zum Ordnen und Drucken.</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>Bericht zu %1</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>added (UTC)</source>
        <translation>hinzugefügt (UTC)</translation>
    </message>
    <message>
        <source>Checking the report</source>
        <translation>Bericht wird geprüft</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>Reading an event</source>
        <translation>Ein Ereignis wird gelesen</translation>
    </message>
    <message>
        <source>The event is no longer in the workspace.</source>
        <translation>Das Ereignis ist nicht mehr im Arbeitsbereich.</translation>
    </message>
</context>
<context>
    <name>widgets::ResponsesModel</name>
    <message>
        <source>event bar (UTC)</source>
        <translation>Ereignisbalken (UTC)</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>response</source>
        <translation>Reaktion</translation>
    </message>
</context>
<context>
    <name>widgets::ResultPage</name>
    <message>
        <source>What was refused, and why</source>
        <translation>Was abgelehnt wurde, und warum</translation>
    </message>
    <message>
        <source>What became of each file</source>
        <translation>Was aus jeder Datei wurde</translation>
    </message>
    <message>
        <source>Refused lines by reason</source>
        <translation>Abgelehnte Zeilen nach Grund</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>%1 new rows are stored.</source>
        <translation>%1 neue Zeilen sind gespeichert.</translation>
    </message>
    <message>
        <source>Nothing new: everything was there already, or was refused.</source>
        <translation>Nichts Neues: Alles war schon da oder wurde abgelehnt.</translation>
    </message>
    <message>
        <source>%1 were refused; the others are not affected.</source>
        <translation>%1 wurden abgelehnt; die anderen sind nicht betroffen.</translation>
    </message>
    <message>
        <source>Files that could not be imported: %1.</source>
        <translation>Dateien, die sich nicht importieren ließen: %1.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon da</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>line and what stands there</source>
        <translation>Zeile und was dort steht</translation>
    </message>
</context>
<context>
    <name>widgets::RunHistory</name>
    <message>
        <source>No study has been run here yet. Every run is kept here: what was asked, what came out, and how to have it again.</source>
        <translation>Hier ist noch keine Studie gelaufen. Jeder Lauf wird aufbewahrt: was gefragt wurde, was herauskam und wie er sich wiederholen lässt.</translation>
    </message>
    <message>
        <source>Runs of this workspace</source>
        <translation>Läufe dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Verify: Run Again and Compare</source>
        <translation>Überprüfen: erneut ausführen und vergleichen</translation>
    </message>
    <message>
        <source>Copy Study as JSON</source>
        <translation>Studie als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as Command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>The study of the selected run, to be pasted here or kept as a file</source>
        <translation>Die Studie des ausgewählten Laufs, um sie hier einzufügen oder als Datei aufzuheben</translation>
    </message>
    <message>
        <source>The command line that runs the study of the selected run again</source>
        <translation>Die Befehlszeile, die die Studie des ausgewählten Laufs wiederholt</translation>
    </message>
    <message>
        <source>Paste Study</source>
        <translation>Studie einfügen</translation>
    </message>
    <message>
        <source>Put a study that is in the clipboard as JSON into the editor</source>
        <translation>Eine Studie, die als JSON in der Zwischenablage liegt, in den Editor übernehmen</translation>
    </message>
    <message>
        <source>The clipboard holds no study: %1</source>
        <translation>In der Zwischenablage ist keine Studie: %1</translation>
    </message>
    <message>
        <source>a study is a JSON object.</source>
        <translation>eine Studie ist ein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>widgets::RunView</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>The strongest of what was not found; none of it can be told from chance:</source>
        <translation>Das Stärkste von dem, was nicht gefunden wurde; nichts davon lässt sich vom Zufall unterscheiden:</translation>
    </message>
    <message>
        <source>Put what these results answer back into the editor</source>
        <translation>Die Frage zu diesen Ergebnissen wieder in den Editor setzen</translation>
    </message>
    <message>
        <source>Show the question of these results</source>
        <translation>Die Frage zu diesen Ergebnissen zeigen</translation>
    </message>
    <message>
        <source>Notes of the run</source>
        <translation>Anmerkungen des Laufs</translation>
    </message>
    <message>
        <source>What the run has to say about its sample and what it did not test</source>
        <translation>Was der Lauf über seine Stichprobe zu sagen hat und was er nicht geprüft hat</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>More about this run</source>
        <translation>Mehr zu diesem Lauf</translation>
    </message>
    <message>
        <source>Verify, export, copy</source>
        <translation>Überprüfen, exportieren, kopieren</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Nothing found. %1</source>
        <translation>Nichts gefunden. %1</translation>
    </message>
    <message>
        <source>Notes (%1)</source>
        <translation>Anmerkungen (%1)</translation>
    </message>
    <message>
        <source>Stale: %1 These results are from %2.</source>
        <translation>Veraltet: %1 Diese Ergebnisse: %2.</translation>
    </message>
    <message>
        <source>Simulated data · %1</source>
        <translation>Simulierte Daten · %1</translation>
    </message>
    <message>
        <source>Test narrower…</source>
        <translation>Enger prüfen…</translation>
    </message>
    <message>
        <source>Findings and detail</source>
        <translation>Befunde und Einzelheiten</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>signifikant</translation>
    </message>
    <message>
        <source>%1, %2 never asked before · run %3 · snapshot %4 · %5 · %6</source>
        <translation>%1, davon %2 nie zuvor gefragt · Lauf %3 · Stand %4 · %5 · %6</translation>
    </message>
    <message>
        <source>1 hypothesis</source>
        <translation>1 Hypothese</translation>
    </message>
    <message>
        <source>%1 hypotheses</source>
        <translation>%1 Hypothesen</translation>
    </message>
    <message>
        <source>Show Its Question</source>
        <translation>Frage dazu zeigen</translation>
    </message>
    <message>
        <source>Verify: Run Again and Compare</source>
        <translation>Überprüfen: erneut ausführen und vergleichen</translation>
    </message>
    <message>
        <source>Export Report…</source>
        <translation>Bericht exportieren…</translation>
    </message>
    <message>
        <source>Copy Study as JSON</source>
        <translation>Studie als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as Command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Show on Chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <source>Copy Sentence</source>
        <translation>Satz kopieren</translation>
    </message>
    <message>
        <source>Add Finding to Report</source>
        <translation>Befund zum Bericht</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
</context>
<context>
    <name>widgets::RunsModel</name>
    <message>
        <source>started (UTC)</source>
        <translation>gestartet (UTC)</translation>
    </message>
    <message>
        <source>study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>hypotheses</source>
        <translation>Hypothesen</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>signifikant</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>durch Zufall</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>result hash</source>
        <translation>Ergebnis-Hash</translation>
    </message>
    <message>
        <source>1 set of events</source>
        <translation>1 Ereignismenge</translation>
    </message>
    <message>
        <source>%1 sets of events</source>
        <translation>%1 Ereignismengen</translation>
    </message>
    <message>
        <source>watchlist %1</source>
        <translation>Watchlist %1</translation>
    </message>
    <message>
        <source>assets by filter</source>
        <translation>Werte nach Filter</translation>
    </message>
    <message>
        <source>1 asset</source>
        <translation>1 Wert</translation>
    </message>
    <message>
        <source>%1 assets</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>1 window</source>
        <translation>1 Fenster</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 Fenster</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Every row that was stored up to commit %1: the same study on the same snapshot gives the same result.</source>
        <translation>Jede bis zur Änderung %1 gespeicherte Zeile: Dieselbe Studie auf demselben Stand ergibt dasselbe.</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
</context>
<context>
    <name>widgets::ScriptCopier</name>
    <message>
        <source>Copy As</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Python Script</source>
        <translation>Python-Skript</translation>
    </message>
    <message>
        <source>R Script</source>
        <translation>R-Skript</translation>
    </message>
    <message>
        <source>Command Line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Writing the script of a finding</source>
        <translation>Das Skript eines Fundes wird geschrieben</translation>
    </message>
    <message>
        <source>The command lines are in the clipboard.</source>
        <translation>Die Befehlszeilen sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The script is in the clipboard. It reads what foreshock-cli exports and computes n, effect and t again.</source>
        <translation>Das Skript ist in der Zwischenablage. Es liest, was foreshock-cli exportiert, und berechnet n, Effekt und t neu.</translation>
    </message>
</context>
<context>
    <name>widgets::SectionView</name>
    <message>
        <source>Title of the section</source>
        <translation>Titel des Abschnitts</translation>
    </message>
    <message>
        <source>Comment on the section</source>
        <translation>Kommentar zum Abschnitt</translation>
    </message>
    <message>
        <source>Comment: what does it show, and what follows from it?</source>
        <translation>Kommentar: Was zeigt es, und was folgt daraus?</translation>
    </message>
    <message>
        <source>Table of the section</source>
        <translation>Tabelle des Abschnitts</translation>
    </message>
</context>
<context>
    <name>widgets::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Reset This Page</source>
        <translation>Diese Seite zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>widgets::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Commands and their shortcuts</source>
        <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Change Shortcuts…</source>
        <translation>Tastenkürzel ändern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>widgets::SourceKeysModel</name>
    <message>
        <source>Get one at %1; or give it in the environment as %2.</source>
        <translation>Es gibt ihn unter %1; er kann auch als %2 in der Umgebung stehen.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>works without</source>
        <translation>geht auch ohne</translation>
    </message>
    <message>
        <source>in the environment</source>
        <translation>in der Umgebung</translation>
    </message>
    <message>
        <source>until Foreshock is closed</source>
        <translation>bis Foreshock geschlossen wird</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo er ist</translation>
    </message>
</context>
<context>
    <name>widgets::SourceKeysPage</name>
    <message>
        <source>Source Keys</source>
        <translation>Schlüssel der Quellen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Test Key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>name@example.org</source>
        <translation>name@example.org</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Told to the sources that ask who is asking; the SEC answers nobody without it. Leave it empty to tell nobody.</source>
        <translation>Wird den Quellen genannt, die wissen wollen, wer fragt; die SEC antwortet ohne sie niemandem. Leer lassen, um sie niemandem zu nennen.</translation>
    </message>
    <message>
        <source>Keys of the sources</source>
        <translation>Schlüssel der Quellen</translation>
    </message>
    <message>
        <source>Key of the selected source</source>
        <translation>Schlüssel der gewählten Quelle</translation>
    </message>
    <message>
        <source>Keep the key of the selected source</source>
        <translation>Schlüssel der gewählten Quelle behalten</translation>
    </message>
    <message>
        <source>Forget the key of the selected source</source>
        <translation>Schlüssel der gewählten Quelle vergessen</translation>
    </message>
    <message>
        <source>Test the key of the selected source</source>
        <translation>Schlüssel der gewählten Quelle prüfen</translation>
    </message>
    <message>
        <source>Reading which keys there are</source>
        <translation>Nachsehen, welche Schlüssel es gibt</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Schlüssel hier einfügen</translation>
    </message>
    <message>
        <source>Given by %1 in the environment</source>
        <translation>Kommt aus %1 in der Umgebung</translation>
    </message>
    <message>
        <source>It is kept in the keyring of this desktop.</source>
        <translation>Er wird im Schlüsselbund dieses Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no keyring here: keys last until Foreshock is closed.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Schlüssel gelten, bis Foreshock geschlossen wird.</translation>
    </message>
    <message>
        <source>Get one at %1. %2</source>
        <translation>Es gibt ihn unter %1. %2</translation>
    </message>
    <message>
        <source>Forgetting the key…</source>
        <translation>Schlüssel wird vergessen …</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>Schlüssel wird aufbewahrt …</translation>
    </message>
    <message>
        <source>Forgetting a key</source>
        <translation>Einen Schlüssel vergessen</translation>
    </message>
    <message>
        <source>Keeping a key</source>
        <translation>Einen Schlüssel aufbewahren</translation>
    </message>
    <message>
        <source>The key is in the keyring. Test it next.</source>
        <translation>Der Schlüssel ist im Schlüsselbund. Prüfen Sie ihn als Nächstes.</translation>
    </message>
    <message>
        <source>The key is kept until Foreshock is closed. Test it next.</source>
        <translation>Der Schlüssel gilt, bis Foreshock geschlossen wird. Prüfen Sie ihn als Nächstes.</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>Der Schlüssel ist vergessen.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Testing the key of %1</source>
        <translation>Schlüssel von %1 prüfen</translation>
    </message>
</context>
<context>
    <name>widgets::SourceView</name>
    <message>
        <source>Facts of the source</source>
        <translation>Fakten der Quelle</translation>
    </message>
    <message>
        <source>Switch On</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Ask Now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Retry Failed</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Show Its Key…</source>
        <translation>Schlüssel zeigen…</translation>
    </message>
    <message>
        <source>Show Events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Terms: %1</source>
        <translation>Bedingungen: %1</translation>
    </message>
    <message>
        <source>Switch Off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Its events were imported or made; nothing is collected from it.</source>
        <translation>Ihre Ereignisse wurden importiert oder erzeugt; von ihr wird nichts gesammelt.</translation>
    </message>
    <message>
        <source>Its name in filters.</source>
        <translation>Ihr Name in Filtern.</translation>
    </message>
</context>
<context>
    <name>widgets::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Finds which events in the world move which markets, and tests every finding honestly.</source>
        <translation>Findet, welche Ereignisse der Welt welche Märkte bewegen, und prüft jeden Befund ehrlich.</translation>
    </message>
    <message>
        <source>Simulated markets and events with known truths; works without a network</source>
        <translation>Simulierte Märkte und Ereignisse mit bekannter Wahrheit; arbeitet ohne Netz</translation>
    </message>
    <message>
        <source>An empty folder for your own events and prices</source>
        <translation>Ein leerer Ordner für eigene Ereignisse und Preise</translation>
    </message>
    <message>
        <source>A workspace that is already on this computer</source>
        <translation>Ein Arbeitsbereich, der schon auf diesem Rechner liegt</translation>
    </message>
    <message>
        <source>CSV, JSON or Parquet; known formats are recognised</source>
        <translation>CSV, JSON oder Parquet; bekannte Formate werden erkannt</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Zuletzt geöffnete Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Progress of opening</source>
        <translation>Fortschritt des Öffnens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel opening</source>
        <translation>Öffnen abbrechen</translation>
    </message>
    <message>
        <source>“%1” is off the list; the workspace itself is untouched.</source>
        <translation>„%1“ ist aus der Liste; der Arbeitsbereich selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Real prices and events from public sources, without a key or an account</source>
        <translation>Echte Kurse und Ereignisse aus öffentlichen Quellen, ohne Schlüssel</translation>
    </message>
    <message>
        <source>Random dates on simulated prices: a t-test against Foreshock</source>
        <translation>Zufällige Daten auf simulierten Preisen: t-Test gegen Foreshock</translation>
    </message>
</context>
<context>
    <name>widgets::StarterModel</name>
    <message>
        <source>Switched on already</source>
        <translation>Schon eingeschaltet</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Brings</source>
        <translation>Bringt</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangenheit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
</context>
<context>
    <name>widgets::StarterPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Starter data</source>
        <translation>Startdaten</translation>
    </message>
    <message>
        <source>Sources that need no key</source>
        <translation>Quellen ohne Schlüssel</translation>
    </message>
    <message>
        <source>Starter Data</source>
        <translation>Startdaten</translation>
    </message>
    <message>
        <source>Real prices and events from public sources that need no key and no account. What is ticked is asked for its past and then kept up to date while Foreshock is open. Sizes and times are estimates.</source>
        <translation>Echte Kurse und Ereignisse aus öffentlichen Quellen, die keinen Schlüssel und kein Konto brauchen. Angehakte werden nach ihrer Vergangenheit gefragt und dann auf dem Laufenden gehalten, solange Foreshock offen ist. Größen und Zeiten sind Schätzungen.</translation>
    </message>
    <message>
        <source>They are stored in the workspace “%1”.</source>
        <translation>Sie werden im Arbeitsbereich „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>The sample workspace is simulated and stays so: a new workspace is made for them.</source>
        <translation>Der Beispiel-Arbeitsbereich ist simuliert und bleibt es: Für sie wird ein neuer Arbeitsbereich angelegt.</translation>
    </message>
    <message>
        <source>A new workspace is made for them.</source>
        <translation>Für sie wird ein neuer Arbeitsbereich angelegt.</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>Collect into a New Workspace…</source>
        <translation>In einen neuen Arbeitsbereich sammeln…</translation>
    </message>
    <message>
        <source>Tick what to collect.</source>
        <translation>Anhaken, was zu sammeln ist.</translation>
    </message>
    <message>
        <source>Ticked: %1 · about %2 in about %3</source>
        <translation>Angehakt: %1 · etwa %2 in etwa %3</translation>
    </message>
    <message>
        <source>Terms: %1</source>
        <translation>Bedingungen: %1</translation>
    </message>
</context>
<context>
    <name>widgets::StatusLine</name>
    <message>
        <source>What the program is doing; click for the jobs</source>
        <translation>Was das Programm gerade tut; ein Klick zeigt die Aufgaben</translation>
    </message>
    <message>
        <source>The zone in which times are shown; click to change it</source>
        <translation>Die Zeitzone, in der Zeiten gezeigt werden; ein Klick ändert sie</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Simulated data</source>
        <translation>Simulierte Daten</translation>
    </message>
    <message>
        <source>This is the sample workspace: its markets and events are simulated.</source>
        <translation>Dies ist der Beispiel-Arbeitsbereich: Seine Märkte und Ereignisse sind simuliert.</translation>
    </message>
    <message>
        <source>The number of the last change to what is stored; studies name the one they read</source>
        <translation>Die Nummer der letzten Änderung am Gespeicherten; Studien nennen den Stand, den sie lasen</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt der laufenden Aufgabe</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>Kein Arbeitsbereich</translation>
    </message>
    <message>
        <source>Reading the snapshot</source>
        <translation>Der Stand wird gelesen</translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand vom %1</translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Meldungen, %n neue</numerusform>
            <numerusform>Meldungen, %n neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Sammeln</translation>
    </message>
</context>
<context>
    <name>widgets::StudyEditor</name>
    <message>
        <source>The study as a form or as JSON</source>
        <translation>Die Studie als Formular oder als JSON</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Views of the study</source>
        <translation>Ansichten der Studie</translation>
    </message>
    <message>
        <source>Study as JSON</source>
        <translation>Studie als JSON</translation>
    </message>
    <message>
        <source>The same study as a file; form and JSON follow each other.</source>
        <translation>Dieselbe Studie als Datei; Formular und JSON folgen einander.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Begin a new study</source>
        <translation>Eine neue Studie beginnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a study of this workspace</source>
        <translation>Eine Studie dieses Arbeitsbereichs öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the study in this workspace</source>
        <translation>Die Studie in diesem Arbeitsbereich speichern</translation>
    </message>
    <message>
        <source>Reading symbols</source>
        <translation>Symbole werden gelesen</translation>
    </message>
    <message>
        <source>Reading studies</source>
        <translation>Studien werden gelesen</translation>
    </message>
    <message>
        <source>No studies yet</source>
        <translation>Noch keine Studien</translation>
    </message>
    <message>
        <source>Opening the study %1</source>
        <translation>Die Studie %1 wird geöffnet</translation>
    </message>
    <message>
        <source>The study “%1” was put aside.</source>
        <translation>Die Studie „%1“ wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation>Die Studie speichern</translation>
    </message>
    <message>
        <source>Name of the file in this workspace&apos;s folder studies:</source>
        <translation>Name der Datei im Ordner studies dieses Arbeitsbereichs:</translation>
    </message>
    <message>
        <source>Saving the study %1</source>
        <translation>Die Studie %1 wird gespeichert</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Save the study under another name</source>
        <translation>Die Studie unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter…</translation>
    </message>
</context>
<context>
    <name>widgets::StudyForm</name>
    <message>
        <source>Write a day such as 2011-03-11, an instant with its zone, or a time before now such as -5w.</source>
        <translation>Einen Tag wie 2011-03-11, einen Zeitpunkt mit Zeitzone oder eine Zeit vor jetzt wie -5w schreiben.</translation>
    </message>
    <message>
        <source>The seed is a whole number.</source>
        <translation>Der Startwert ist eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Write a number from 0.000001 to 0.5.</source>
        <translation>Eine Zahl von 0.000001 bis 0.5 schreiben.</translation>
    </message>
    <message>
        <source>Which events</source>
        <translation>Welche Ereignisse</translation>
    </message>
    <message>
        <source>Which assets</source>
        <translation>Welche Werte</translation>
    </message>
    <message>
        <source>How it is asked</source>
        <translation>Wie gefragt wird</translation>
    </message>
    <message>
        <source>Advanced: correction, response, groups</source>
        <translation>Erweitert: Korrektur, Reaktion, Gruppen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Fixed before the run: another correction is another run, and the default&apos;s verdict stays on the page.</source>
        <translation>Vor dem Lauf festgelegt: Eine andere Korrektur ist ein anderer Lauf, und das Urteil der Voreinstellung bleibt auf der Seite.</translation>
    </message>
    <message>
        <source>Another event definition: each is asked about every asset and window.</source>
        <translation>Noch eine Ereignisdefinition: Jede wird zu jedem Wert und Fenster gefragt.</translation>
    </message>
    <message>
        <source>events %1</source>
        <translation>Ereignisse %1</translation>
    </message>
    <message>
        <source>symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>watchlist</source>
        <translation>Watchlist</translation>
    </message>
    <message>
        <source>How assets are chosen</source>
        <translation>Wie Werte ausgewählt werden</translation>
    </message>
    <message>
        <source>A list of symbols, every instrument that passes a filter, or a watchlist.</source>
        <translation>Eine Liste von Symbolen, jedes Instrument, das einen Filter besteht, oder eine Watchlist.</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Symbols such as SPY, TLT; a filter such as kind == etf; or a watchlist&apos;s name.</source>
        <translation>Symbole wie SPY, TLT; ein Filter wie kind == etf; oder der Name einer Watchlist.</translation>
    </message>
    <message>
        <source>such as kind == etf</source>
        <translation>etwa kind == etf</translation>
    </message>
    <message>
        <source>the name of a watchlist</source>
        <translation>der Name einer Watchlist</translation>
    </message>
    <message>
        <source>such as SPY, TLT, XLE</source>
        <translation>etwa SPY, TLT, XLE</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>what this study is about</source>
        <translation>worum es in dieser Studie geht</translation>
    </message>
    <message>
        <source>How the study is called in lists.</source>
        <translation>Wie die Studie in Listen heißt.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Which assets an event is asked about.</source>
        <translation>Zu welchen Werten ein Ereignis gefragt wird.</translation>
    </message>
    <message>
        <source>every event with every asset</source>
        <translation>jedes Ereignis mit jedem Wert</translation>
    </message>
    <message>
        <source>each event with the asset it names</source>
        <translation>jedes Ereignis mit dem Wert, den es nennt</translation>
    </message>
    <message>
        <source>each event with what is linked to it</source>
        <translation>jedes Ereignis mit dem, was mit ihm verknüpft ist</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>One hypothesis for each asset, or one for all pairs together, which sees smaller effects.</source>
        <translation>Eine Hypothese je Wert oder eine für alle Paare zusammen, die kleinere Effekte erkennt.</translation>
    </message>
    <message>
        <source>each asset by itself</source>
        <translation>jeder Wert für sich</translation>
    </message>
    <message>
        <source>all assets together</source>
        <translation>alle Werte zusammen</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Renditen</translation>
    </message>
    <message>
        <source>Logarithmic or simple returns; differences for levels that can be zero or below, such as yields.</source>
        <translation>Logarithmische oder einfache Renditen; Differenzen für Niveaus, die null oder negativ sein können, etwa Zinssätze.</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <translation>logarithmisch</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>logit differences</source>
        <translation>Logit-Differenzen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What is taken off before an event is judged: nothing, the mean, or the market.</source>
        <translation>Was abgezogen wird, bevor ein Ereignis beurteilt wird: nichts, das Mittel oder der Markt.</translation>
    </message>
    <message>
        <source>nothing taken off</source>
        <translation>nichts abgezogen</translation>
    </message>
    <message>
        <source>less its mean</source>
        <translation>abzüglich des Mittels</translation>
    </message>
    <message>
        <source>less the benchmark</source>
        <translation>abzüglich des Vergleichsindex</translation>
    </message>
    <message>
        <source>less beta × benchmark</source>
        <translation>abzüglich Beta × Vergleichsindex</translation>
    </message>
    <message>
        <source>less several factors</source>
        <translation>abzüglich mehrerer Faktoren</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Vergleichsindex</translation>
    </message>
    <message>
        <source>SPY, else the first asset</source>
        <translation>SPY, sonst der erste Wert</translation>
    </message>
    <message>
        <source>The market of the model; its closes are the study&apos;s calendar.</source>
        <translation>Der Markt des Modells; seine Schlusskurse sind der Kalender der Studie.</translation>
    </message>
    <message>
        <source>Null</source>
        <translation>Nullmodell</translation>
    </message>
    <message>
        <source>What chance is: the events moved in time. Automatic takes matched days for dates bound to the calendar, and says so.</source>
        <translation>Was Zufall ist: die Ereignisse, in der Zeit verschoben. „Automatisch“ nimmt bei kalendergebundenen Terminen Vergleichstage und sagt es.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>circular shifts</source>
        <translation>Ringverschiebungen</translation>
    </message>
    <message>
        <source>shifts inside blocks</source>
        <translation>Verschiebungen in Blöcken</translation>
    </message>
    <message>
        <source>matched days</source>
        <translation>Vergleichstage</translation>
    </message>
    <message>
        <source>shifted values</source>
        <translation>verschobene Werte</translation>
    </message>
    <message>
        <source>Shifts keep</source>
        <translation>Beibehalten</translation>
    </message>
    <message>
        <source>Only shifts that keep the weekday or the session.</source>
        <translation>Nur Verschiebungen, die den Wochentag oder die Sitzung wahren.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>the weekday</source>
        <translation>den Wochentag</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>die Sitzung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>the first bar</source>
        <translation>erster Balken</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>the seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>A day (2011-03-11), an instant, or a time before now (-5w). The sealed hold-out is never read.</source>
        <translation>Ein Tag (2011-03-11), ein Zeitpunkt oder eine Zeit vor jetzt (-5w). Die versiegelte Rücklage wird nie gelesen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of everything drawn at random: the same seed, the same result.</source>
        <translation>Von allem zufällig Gezogenen: gleicher Startwert, gleiches Ergebnis.</translation>
    </message>
    <message>
        <source>The second verdict: a limited share of false ones among those found.</source>
        <translation>Das zweite Urteil: ein begrenzter Anteil falscher unter den gefundenen.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>The error that is allowed, for the whole family.</source>
        <translation>Der erlaubte Fehler, für die ganze Familie.</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>What is measured after the event.</source>
        <translation>Was nach dem Ereignis gemessen wird.</translation>
    </message>
    <message>
        <source>return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>size of the return</source>
        <translation>Betrag der Rendite</translation>
    </message>
    <message>
        <source>range of the bar</source>
        <translation>Spanne des Balkens</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Prüfgröße</translation>
    </message>
    <message>
        <source>A mean over events, the slope on their weight, or the largest group less the smallest.</source>
        <translation>Ein Mittel über die Ereignisse, die Steigung nach ihrem Gewicht oder die größte minus die kleinste Gruppe.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>quantile spread</source>
        <translation>Quantilspanne</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Model over</source>
        <translation>Modell über</translation>
    </message>
    <message>
        <source>Bars of the model</source>
        <translation>Balken des Modells</translation>
    </message>
    <message>
        <source>Bars before each bar that the model is fitted on.</source>
        <translation>Balken vor jedem Balken, an die das Modell angepasst wird.</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>such as SPY, TLT</source>
        <translation>etwa SPY, TLT</translation>
    </message>
    <message>
        <source>Symbols whose returns the model of several factors takes off.</source>
        <translation>Symbole, deren Renditen das Modell mit mehreren Faktoren abzieht.</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>The interval of the bars, such as 1d or 5m.</source>
        <translation>Das Intervall der Balken, etwa 1d oder 5m.</translation>
    </message>
    <message>
        <source>Seal from</source>
        <translation>Siegel ab</translation>
    </message>
    <message>
        <source>the workspace&apos;s</source>
        <translation>wie Arbeitsbereich</translation>
    </message>
    <message>
        <source>Only earlier than the workspace&apos;s seal.</source>
        <translation>Nur früher als das Siegel des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>may leave out the oldest bars for speed</source>
        <translation>darf die ältesten Balken der Geschwindigkeit wegen weglassen</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>At most 2 %, and says how many.</source>
        <translation>Höchstens 2 %, und sagt, wie viele.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>of value</source>
        <translation>nach Wert</translation>
    </message>
    <message>
        <source>of change</source>
        <translation>nach Änderung</translation>
    </message>
    <message>
        <source>of surprise</source>
        <translation>nach Überraschung</translation>
    </message>
    <message>
        <source>Groups by size</source>
        <translation>Gruppen nach Größe</translation>
    </message>
    <message>
        <source>Splits events without a weight of their own into groups of equal count.</source>
        <translation>Teilt Ereignisse ohne eigenes Gewicht in gleich große Gruppen.</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Zahl der Gruppen</translation>
    </message>
    <message>
        <source>How many groups.</source>
        <translation>Wie viele Gruppen.</translation>
    </message>
    <message>
        <source>Limits of groups</source>
        <translation>Grenzen der Gruppen</translation>
    </message>
    <message>
        <source>From earlier events only (tradable), or from the whole sample.</source>
        <translation>Nur aus früheren Ereignissen (handelbar) oder aus der ganzen Stichprobe.</translation>
    </message>
    <message>
        <source>past limits</source>
        <translation>frühere Grenzen</translation>
    </message>
    <message>
        <source>sample limits</source>
        <translation>Stichprobengrenzen</translation>
    </message>
    <message>
        <source>Add Events</source>
        <translation>Ereignisse hinzufügen</translation>
    </message>
    <message>
        <source>Bars counted from the event bar: [0,0] is the event bar itself, [1,5] the five after it; a window that ends before 0 is a placebo. Or: lengths [1,5] lags [1,21], for every lag from 1 to 21.</source>
        <translation>Balken, vom Ereignisbalken gezählt: [0,0] ist der Ereignisbalken selbst, [1,5] die fünf danach; ein Fenster, das vor 0 endet, ist ein Placebo. Oder: lengths [1,5] lags [1,21], für jeden Versatz von 1 bis 21.</translation>
    </message>
    <message>
        <source>Significant by</source>
        <translation>Signifikant durch</translation>
    </message>
    <message>
        <source>The strict verdict. Chosen before the study runs; another choice is another run.</source>
        <translation>Das strenge Urteil. Vor dem Lauf gewählt; eine andere Wahl ist ein anderer Lauf.</translation>
    </message>
    <message>
        <source>max T (default)</source>
        <translation>max T (Vorgabe)</translation>
    </message>
    <message>
        <source>max T, step by step</source>
        <translation>max T, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Bonferroni</source>
        <translation>Bonferroni</translation>
    </message>
    <message>
        <source>Holm</source>
        <translation>Holm</translation>
    </message>
    <message>
        <source>Hochberg</source>
        <translation>Hochberg</translation>
    </message>
    <message>
        <source>Hommel</source>
        <translation>Hommel</translation>
    </message>
    <message>
        <source>Candidates by</source>
        <translation>Kandidaten durch</translation>
    </message>
    <message>
        <source>counted chance (default)</source>
        <translation>gezählter Zufall (Vorgabe)</translation>
    </message>
    <message>
        <source>Benjamini–Hochberg</source>
        <translation>Benjamini–Hochberg</translation>
    </message>
    <message>
        <source>Benjamini–Yekutieli</source>
        <translation>Benjamini–Yekutieli</translation>
    </message>
    <message>
        <source>Storey q-values</source>
        <translation>q-Werte nach Storey</translation>
    </message>
</context>
<context>
    <name>widgets::SymbolView</name>
    <message>
        <source>Facts of the symbol</source>
        <translation>Angaben zum Symbol</translation>
    </message>
    <message>
        <source>Show on Chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Liest…</translation>
    </message>
    <message>
        <source>Reading the symbol</source>
        <translation>Das Symbol wird gelesen</translation>
    </message>
    <message>
        <source>There are no daily bars of it here.</source>
        <translation>Hier gibt es keine Tagesbalken davon.</translation>
    </message>
</context>
<context>
    <name>widgets::TextRows</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>widgets::TouchedView</name>
    <message>
        <source>fund</source>
        <translation>Fonds</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>yield</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>future</source>
        <translation>Future</translation>
    </message>
    <message>
        <source>spot price</source>
        <translation>Kassapreis</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>es selbst</translation>
    </message>
    <message>
        <source>of the same industry</source>
        <translation>aus derselben Branche</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>by the country %1</source>
        <translation>über das Land %1</translation>
    </message>
    <message>
        <source>by the commodity %1</source>
        <translation>über den Rohstoff %1</translation>
    </message>
    <message>
        <source>by the region %1</source>
        <translation>über die Region %1</translation>
    </message>
    <message>
        <source>by SIC %1</source>
        <translation>über SIC %1</translation>
    </message>
    <message>
        <source>no prices here</source>
        <translation>keine Kurse hier</translation>
    </message>
    <message>
        <source>An instrument that a study with “pair”: &quot;linked&quot; asks about these events, if it is among its assets.</source>
        <translation>Ein Instrument, das eine Studie mit „pair“: &quot;linked&quot; zu diesen Ereignissen fragt, wenn es zu ihren Werten gehört.</translation>
    </message>
    <message>
        <source>Instruments this event usually touches</source>
        <translation>Instrumente, die dieses Ereignis gewöhnlich berührt</translation>
    </message>
    <message>
        <source>Show on Chart</source>
        <translation>Im Chart zeigen</translation>
    </message>
    <message>
        <source>This event names nothing that could be linked to an instrument.</source>
        <translation>Dieses Ereignis nennt nichts, das mit einem Instrument verknüpft werden könnte.</translation>
    </message>
    <message>
        <source>Looking for linked instruments</source>
        <translation>Verknüpfte Instrumente werden gesucht</translation>
    </message>
    <message>
        <source>“%1” is linked to no instrument. A file in the workspace&apos;s folder links can link it.</source>
        <translation>„%1“ ist mit keinem Instrument verknüpft. Eine Datei im Ordner links des Arbeitsbereichs kann es verknüpfen.</translation>
    </message>
    <message>
        <source>Instruments that events about %1 usually touch: %2, of which %3 have prices here.</source>
        <translation>Instrumente, die Ereignisse zu %1 gewöhnlich berühren: %2, davon haben %3 hier Kurse.</translation>
    </message>
</context>
<context>
    <name>widgets::TrackRecordPage</name>
    <message>
        <source>%1 · walked %2</source>
        <translation>%1 · gegangen %2</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Steps and pictures</source>
        <translation>Schritte und Bilder</translation>
    </message>
    <message>
        <source>Walk a Study Through the Past…</source>
        <translation>Studie durch die Vergangenheit gehen lassen…</translation>
    </message>
    <message>
        <source>Discover year by year with what was known then, and score what came next</source>
        <translation>Jahr für Jahr mit dem entdecken, was damals bekannt war, und werten, was danach kam</translation>
    </message>
    <message>
        <source>Export Track Record…</source>
        <translation>Bilanz exportieren…</translation>
    </message>
    <message>
        <source>Print the walk that is shown (PDF)</source>
        <translation>Den gezeigten Gang drucken (PDF)</translation>
    </message>
    <message>
        <source>Which walk</source>
        <translation>Welcher Gang</translation>
    </message>
    <message>
        <source>The walks of this workspace, the newest first</source>
        <translation>Die Gänge dieses Arbeitsbereichs, der neueste zuerst</translation>
    </message>
    <message>
        <source>New Walk…</source>
        <translation>Neuer Gang…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren…</translation>
    </message>
    <message>
        <source>The study that is walked through the past</source>
        <translation>Die Studie, die durch die Vergangenheit geht</translation>
    </message>
    <message>
        <source>Where the walk begins</source>
        <translation>Wo der Gang beginnt</translation>
    </message>
    <message>
        <source>The first year, or date, something is discovered at; what lies before is learned from</source>
        <translation>Das erste Jahr oder Datum, zu dem etwas entdeckt wird; aus dem davor wird gelernt</translation>
    </message>
    <message>
        <source>The length of a step</source>
        <translation>Die Länge eines Schritts</translation>
    </message>
    <message>
        <source>How long what was found is scored before it is discovered anew</source>
        <translation>Wie lange gewertet wird, was gefunden wurde, bevor neu entdeckt wird</translation>
    </message>
    <message>
        <source>Start the walk</source>
        <translation>Den Gang beginnen</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>Das Formular schließen</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>from</source>
        <comment>the first year of a walk</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>in steps of</source>
        <translation>in Schritten von</translation>
    </message>
    <message>
        <source>Progress of the walk</source>
        <translation>Fortschritt des Gangs</translation>
    </message>
    <message>
        <source>Cancel the walk</source>
        <translation>Den Gang abbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Steps of the walk, all together last</source>
        <translation>Schritte des Gangs, alle zusammen zuletzt</translation>
    </message>
    <message>
        <source>Pictures of the walk</source>
        <translation>Bilder des Gangs</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>The share of what was found at each step that held in the next</source>
        <translation>Der Anteil dessen, was in jedem Schritt gefunden wurde, der im nächsten hielt</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>How often what was told with a probability came true</source>
        <translation>Wie oft eintraf, was mit einer Wahrscheinlichkeit gesagt wurde</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>What must be known to read it</source>
        <translation>Was man wissen muss, um es zu lesen</translation>
    </message>
    <message>
        <source>Notes of the walk</source>
        <translation>Anmerkungen zum Gang</translation>
    </message>
    <message>
        <source>Nothing was asked: %1</source>
        <translation>Nichts wurde gefragt: %1</translation>
    </message>
    <message>
        <source>A walk judges the method: at each past year a study discovers with what was known then, and is scored on the year that follows, beside a t-test that corrects nothing. It asks nothing for belief and enters no finding.</source>
        <translation>Ein Gang beurteilt die Methode: In jedem vergangenen Jahr entdeckt eine Studie mit dem, was damals bekannt war, und wird am folgenden Jahr gewertet, neben einem t-Test, der nichts korrigiert. Er fragt nichts, was geglaubt werden soll, und trägt keinen Befund ein.</translation>
    </message>
    <message>
        <source>There are no daily prices yet to walk through.</source>
        <translation>Es gibt noch keine Tageskurse, durch die er gehen könnte.</translation>
    </message>
    <message>
        <source>There is no study yet to walk; save one in Discovery.</source>
        <translation>Es gibt noch keine Studie, die gehen könnte; speichern Sie eine in Entdeckung.</translation>
    </message>
    <message>
        <source>Walking “%1”</source>
        <translation>Gang von „%1“</translation>
    </message>
    <message>
        <source>Walking “%1”…</source>
        <translation>Gang von „%1“…</translation>
    </message>
    <message>
        <source>%1: %2 of %3 %4</source>
        <comment>a job, done, in all, of what</comment>
        <translation>%1: %2 von %3 %4</translation>
    </message>
    <message>
        <source>Export Track Record</source>
        <translation>Bilanz exportieren</translation>
    </message>
    <message>
        <source>Printing the track record</source>
        <translation>Bilanz wird gedruckt</translation>
    </message>
    <message>
        <source>Track record %1</source>
        <translation>Bilanz %1</translation>
    </message>
</context>
<context>
    <name>widgets::WordReader</name>
    <message>
        <source>Reading symbols</source>
        <translation>Symbole werden gelesen</translation>
    </message>
    <message>
        <source>Reading event types</source>
        <translation>Ereignisarten werden gelesen</translation>
    </message>
    <message>
        <source>Reading runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>Reading studies</source>
        <translation>Studien werden gelesen</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>signifikant</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>in sample</source>
        <translation>in der Stichprobe</translation>
    </message>
    <message>
        <source>sealed hold-out</source>
        <translation>versiegelte Rücklage</translation>
    </message>
    <message>
        <source>after the discovery</source>
        <translation>nach der Entdeckung</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>circular shift</source>
        <translation>Kreisverschiebung</translation>
    </message>
    <message>
        <source>block shift</source>
        <translation>Blockverschiebung</translation>
    </message>
    <message>
        <source>matched days</source>
        <translation>Vergleichstage</translation>
    </message>
    <message>
        <source>mark shift</source>
        <translation>Werteverschiebung</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>instant</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>validated</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>decayed</source>
        <translation>verblasst</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>absolute return</source>
        <translation>absolute Rendite</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>mean adjusted</source>
        <translation>mittelwertbereinigt</translation>
    </message>
    <message>
        <source>market adjusted</source>
        <translation>marktbereinigt</translation>
    </message>
    <message>
        <source>market model</source>
        <translation>Marktmodell</translation>
    </message>
    <message>
        <source>factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
</TS>
