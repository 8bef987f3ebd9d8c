<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
 <context>
  <name>lmvw</name>
  <message>
   <source> (eigen opgave van de gemeente).</source>
   <translation> (own figure of the municipality).</translation>
  </message>
  <message>
   <source> ({count} niet in het planbestand)</source>
   <translation> ({count} not in the plan file)</translation>
  </message>
  <message>
   <source> Bedoelt u {choices}?</source>
   <translation> Do you mean {choices}?</translation>
  </message>
  <message>
   <source> Bestanden van u zijn bij een ander programma in gebruik en staan nog in ‘{path}’; sluit ze en maak de levering opnieuw.</source>
   <translation> Files of yours are in use by another program and are still in ‘{path}’; close them and make the delivery again.</translation>
  </message>
  <message>
   <source> In de map voor de levering stonden bestanden die niet van de plugin zijn of gewijzigd waren; zij staan nu in ‘{path}’.</source>
   <translation> In the folder for the delivery there were files that are not of the plugin or were changed; they are now in ‘{path}’.</translation>
  </message>
  <message>
   <source> Ook de rest ({count}) kan niet ingelezen worden.</source>
   <translation> The rest ({count}) cannot be read either.</translation>
  </message>
  <message>
   <source> Uw bewaarde koppeling ‘{name}’ past op deze kolommen en is gebruikt.</source>
   <translation> Your kept mapping ‘{name}’ fits these columns and was used.</translation>
  </message>
  <message>
   <source> Vul nog in: {names}.</source>
   <translation> Still fill in: {names}.</translation>
  </message>
  <message>
   <source> door een filter</source>
   <translation> by a filter</translation>
  </message>
  <message>
   <source> en </source>
   <translation> and </translation>
  </message>
  <message>
   <source> in {source}</source>
   <translation> in {source}</translation>
  </message>
  <message>
   <source> of </source>
   <translation> or </translation>
  </message>
  <message>
   <source> t/m </source>
   <translation> to </translation>
  </message>
  <message>
   <source>&amp;Akkoord van de provincie</source>
   <translation>A&amp;greement of the province</translation>
  </message>
  <message>
   <source>&amp;BAG-bestand</source>
   <translation>&amp;BAG file</translation>
  </message>
  <message>
   <source>&amp;Contact bij de gemeente</source>
   <translation>&amp;Contact at the municipality</translation>
  </message>
  <message>
   <source>&amp;Excel-bestand met plangegevens</source>
   <translation>&amp;Excel file with plan data</translation>
  </message>
  <message>
   <source>&amp;Gemeente</source>
   <translation>M&amp;unicipality</translation>
  </message>
  <message>
   <source>&amp;Gemeentegrens</source>
   <translation>Municipal &amp;boundary</translation>
  </message>
  <message>
   <source>&amp;Geselecteerd vlak overnemen</source>
   <translation>Take the &amp;selected area</translation>
  </message>
  <message>
   <source>&amp;Herstellen</source>
   <translation>&amp;Restore</translation>
  </message>
  <message>
   <source>&amp;Importeren</source>
   <translation>&amp;Import</translation>
  </message>
  <message>
   <source>&amp;Invulbladen</source>
   <translation>&amp;Fill-in sheets</translation>
  </message>
  <message>
   <source>&amp;Kaartlaag in het project</source>
   <translation>&amp;Map layer in the project</translation>
  </message>
  <message>
   <source>&amp;Kleine plannen (art. 9)</source>
   <translation>Sma&amp;ll plans (art. 9)</translation>
  </message>
  <message>
   <source>&amp;Lezen afbreken</source>
   <translation>S&amp;top reading</translation>
  </message>
  <message>
   <source>&amp;Map voor de levering</source>
   <translation>&amp;Folder for the delivery</translation>
  </message>
  <message>
   <source>&amp;Naam van het plan</source>
   <translation>&amp;Name of the plan</translation>
  </message>
  <message>
   <source>&amp;Nieuw voorstel</source>
   <translation>&amp;New proposal</translation>
  </message>
  <message>
   <source>&amp;Opmerkingen</source>
   <translation>&amp;Remarks</translation>
  </message>
  <message>
   <source>&amp;Opslaan als</source>
   <translation>&amp;Save as</translation>
  </message>
  <message>
   <source>&amp;Overnemen</source>
   <translation>&amp;Take over</translation>
  </message>
  <message>
   <source>&amp;Peildatum</source>
   <translation>&amp;Reference date (peildatum)</translation>
  </message>
  <message>
   <source>&amp;Planbestand</source>
   <translation>&amp;Plan file</translation>
  </message>
  <message>
   <source>&amp;Profiel van de provincie</source>
   <translation>&amp;Profile of the province</translation>
  </message>
  <message>
   <source>&amp;Rapport openen</source>
   <translation>Open &amp;report</translation>
  </message>
  <message>
   <source>&amp;Sluiten</source>
   <translation>&amp;Close</translation>
  </message>
  <message>
   <source>&amp;Tekenen op de kaart</source>
   <translation>&amp;Draw on the map</translation>
  </message>
  <message>
   <source>&amp;Terug naar het begin</source>
   <translation>&amp;Back to the beginning</translation>
  </message>
  <message>
   <source>&amp;Totalen die elders staan</source>
   <translation>&amp;Totals that stand elsewhere</translation>
  </message>
  <message>
   <source>&amp;Verdelen</source>
   <translation>&amp;Divide</translation>
  </message>
  <message>
   <source>&amp;Volgende &gt;</source>
   <translation>&amp;Next &gt;</translation>
  </message>
  <message>
   <source>&amp;Volgende plan ▶</source>
   <translation>&amp;Next plan ▶</translation>
  </message>
  <message>
   <source>&amp;Vorige levering</source>
   <translation>&amp;Previous delivery</translation>
  </message>
  <message>
   <source>&amp;Wie beslist</source>
   <translation>&amp;Who decides</translation>
  </message>
  <message>
   <source>(alle lagen samen)</source>
   <translation>(all layers together)</translation>
  </message>
  <message>
   <source>(alle vlakken samen)</source>
   <translation>(all areas together)</translation>
  </message>
  <message>
   <source>(binaire gegevens, {size} bytes)</source>
   <translation>(binary data, {size} bytes)</translation>
  </message>
  <message>
   <source>(de levering als geheel)</source>
   <translation>(the delivery as a whole)</translation>
  </message>
  <message>
   <source>(deze kolom is leeg)</source>
   <translation>(this column is empty)</translation>
  </message>
  <message>
   <source>(een bewaarde koppeling die past, anders een voorstel)</source>
   <translation>(a kept mapping that fits, else a proposal)</translation>
  </message>
  <message>
   <source>(een plek op de kaart)</source>
   <translation>(a place on the map)</translation>
  </message>
  <message>
   <source>(geen laag uit het project)</source>
   <translation>(no layer of the project)</translation>
  </message>
  <message>
   <source>(geen)</source>
   <translation>(none)</translation>
  </message>
  <message>
   <source>(gewijzigd)</source>
   <translation>(changed)</translation>
  </message>
  <message>
   <source>(gezien, niet gewijzigd)</source>
   <translation>(seen, not changed)</translation>
  </message>
  <message>
   <source>(kies een laag)</source>
   <translation>(choose a layer)</translation>
  </message>
  <message>
   <source>(later invullen)</source>
   <translation>(fill in later)</translation>
  </message>
  <message>
   <source>(leeg)</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>(levering en plekken)</source>
   <translation>(delivery and places)</translation>
  </message>
  <message>
   <source>(niet gekozen)</source>
   <translation>(not chosen)</translation>
  </message>
  <message>
   <source>(niet ingevuld)</source>
   <translation>(not filled in)</translation>
  </message>
  <message>
   <source>(nieuw)</source>
   <translation>(new)</translation>
  </message>
  <message>
   <source>(nog geen naam)</source>
   <translation>(no name yet)</translation>
  </message>
  <message>
   <source>(van de vorige pagina)</source>
   <translation>(of the previous page)</translation>
  </message>
  <message>
   <source>(weg geweest)</source>
   <translation>(had gone)</translation>
  </message>
  <message>
   <source>(zonder naam)</source>
   <translation>(without a name)</translation>
  </message>
  <message>
   <source>, of +{percent}%</source>
   <translation>, or +{percent}%</translation>
  </message>
  <message>
   <source>, rij {row}</source>
   <translation>, row {row}</translation>
  </message>
  <message>
   <source>, samen {total}</source>
   <translation>, together {total}</translation>
  </message>
  <message>
   <source>, terwijl de aantallen in deze rij ‘{result}’ geven</source>
   <translation>, while the amounts in this row make ‘{result}’</translation>
  </message>
  <message>
   <source>, waarvan {asked}</source>
   <translation>, of which {asked}</translation>
  </message>
  <message>
   <source>. Wat in de laag nog niet was opgeslagen, zit ook in het pakket: sla dat dus op.</source>
   <translation>. What was not saved yet in the layer is in the package too: so do save it.</translation>
  </message>
  <message>
   <source>... en nog {count} zonder toelichting.</source>
   <translation>... and {count} more without an explanation.</translation>
  </message>
  <message>
   <source>0: het plan heeft geen label</source>
   <translation>0: the plan has no label</translation>
  </message>
  <message>
   <source>1 andere naam lijkt er ook op</source>
   <translation>1 other name resembles it too</translation>
  </message>
  <message>
   <source>1 antwoord niet overgenomen</source>
   <translation>1 answer not taken over</translation>
  </message>
  <message>
   <source>1 antwoord wacht op uw keuze</source>
   <translation>1 answer waits for your choice</translation>
  </message>
  <message>
   <source>1 bestand overgeslagen</source>
   <translation>1 file skipped</translation>
  </message>
  <message>
   <source>1 invulblad gelezen</source>
   <translation>1 fill-in sheet read</translation>
  </message>
  <message>
   <source>1 januari (voorjaarslevering) of 1 juli (najaarslevering). De peildatum bepaalt de jaren van de fasering.</source>
   <translation>1 January (voorjaarslevering, spring delivery) or 1 July (najaarslevering, autumn delivery). The reference date (peildatum) decides the years of the phasing.</translation>
  </message>
  <message>
   <source>1 nieuw plan</source>
   <translation>1 new plan</translation>
  </message>
  <message>
   <source>1 plan bijgewerkt</source>
   <translation>1 plan updated</translation>
  </message>
  <message>
   <source>1 plan blijft gelijk</source>
   <translation>1 plan stays the same</translation>
  </message>
  <message>
   <source>1 plan gelijk gebleven</source>
   <translation>1 plan stayed the same</translation>
  </message>
  <message>
   <source>1 plan heeft nog een fout: verbeter die.</source>
   <translation>1 plan still has an error: correct it.</translation>
  </message>
  <message>
   <source>1 plan is na de controle gewijzigd: controleer opnieuw.</source>
   <translation>1 plan was changed after the check: check again.</translation>
  </message>
  <message>
   <source>1 plan toegevoegd</source>
   <translation>1 plan added</translation>
  </message>
  <message>
   <source>1 plan wijzigt</source>
   <translation>1 plan changes</translation>
  </message>
  <message>
   <source>1 polygoon</source>
   <translation>1 polygon</translation>
  </message>
  <message>
   <source>1 rij in het Excel-bestand</source>
   <translation>1 row in the Excel file</translation>
  </message>
  <message>
   <source>1 rij wacht op u (zie het rapport)</source>
   <translation>1 row waits for you (see the report)</translation>
  </message>
  <message>
   <source>1 waarde</source>
   <translation>1 value</translation>
  </message>
  <message>
   <source>1: het plan is strijdig met provinciaal beleid en wordt vertrouwelijk (art. 5.d)</source>
   <translation>1: the plan is contrary to provincial policy and becomes confidential (art. 5.d)</translation>
  </message>
  <message>
   <source>2.0, vastgesteld in BO VRO mei/juni 2024</source>
   <translation>2.0, adopted in BO VRO May/June 2024</translation>
  </message>
  <message>
   <source>2: de provincie heeft het plan nog niet beoordeeld (art. 5.e)</source>
   <translation>2: the province has not reviewed the plan yet (art. 5.e)</translation>
  </message>
  <message>
   <source>33 aantallen</source>
   <translation>33 counts</translation>
  </message>
  <message>
   <source>33 sloopaantallen</source>
   <translation>33 demolition counts</translation>
  </message>
  <message>
   <source>; </source>
   <translation>; </translation>
  </message>
  <message>
   <source>; bedoelt u ‘{near}’?</source>
   <translation>; do you mean ‘{near}’?</translation>
  </message>
  <message>
   <source>; de codes staan op blad {sheet}</source>
   <translation>; the codes are on sheet {sheet}</translation>
  </message>
  <message>
   <source>; dit bedrag is nog niet officieel.</source>
   <translation>; this amount is not official yet.</translation>
  </message>
  <message>
   <source>; en nog {count}</source>
   <translation>; and {count} more</translation>
  </message>
  <message>
   <source>; invulblad gemaakt op {day}, {state}.</source>
   <translation>; fill-in sheet made on {day}, {state}.</translation>
  </message>
  <message>
   <source>; let op: {changed} veranderd, de grens verschoof {moved}</source>
   <translation>; note: {changed} changed, the border moved {moved}</translation>
  </message>
  <message>
   <source>; na de wijziging opnieuw beoordeeld</source>
   <translation>; judged again after the change</translation>
  </message>
  <message>
   <source>; niet uitgevoerd: {rules}.</source>
   <translation>; not applied: {rules}.</translation>
  </message>
  <message>
   <source>; nog geen invulblad gemaakt.</source>
   <translation>; no fill-in sheet made yet.</translation>
  </message>
  <message>
   <source>; {count} invulbladen gemaakt: {each}.</source>
   <translation>; {count} fill-in sheets made: {each}.</translation>
  </message>
  <message>
   <source>; {why}</source>
   <translation>; {why}</translation>
  </message>
  <message>
   <source>&lt; &amp;Terug</source>
   <translation>&lt; &amp;Back</translation>
  </message>
  <message>
   <source>A1 en A5</source>
   <translation>A1 and A5</translation>
  </message>
  <message>
   <source>A: de oudste open opmerking of vraag bij dit plan is klaar</source>
   <translation>A: the oldest open remark or question at this plan is done</translation>
  </message>
  <message>
   <source>A: {words}</source>
   <translation>A: {words}</translation>
  </message>
  <message>
   <source>Aan: vertrouwelijke plannen van een gemeente die voor optellen koos, gaan mee als één plan zonder naam. Uit: elk plan zoals het geleverd is, voor de provincie zelf.</source>
   <translation>On: confidential plans of a municipality that chose a sum go as one plan without a name. Off: each plan as it was delivered, for the province itself.</translation>
  </message>
  <message>
   <source>Aantal</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Aantal antwoorden</source>
   <translation>Number of answers</translation>
  </message>
  <message>
   <source>Aantal antwoorden dat op uw keuze wacht</source>
   <translation>Number of answers that wait for your choice</translation>
  </message>
  <message>
   <source>Aantal bestanden dat al eerder ontvangen was</source>
   <translation>Number of files that were received before</translation>
  </message>
  <message>
   <source>Aantal bestanden dat geen levering is</source>
   <translation>Number of files that are no delivery</translation>
  </message>
  <message>
   <source>Aantal bestanden dat niet geopend kon worden</source>
   <translation>Number of files that could not be opened</translation>
  </message>
  <message>
   <source>Aantal bestanden dat niet meegaat</source>
   <translation>Number of files that are not included</translation>
  </message>
  <message>
   <source>Aantal bevindingen ter informatie</source>
   <translation>Number of findings for information</translation>
  </message>
  <message>
   <source>Aantal cellen dat niet gelezen kon worden</source>
   <translation>Number of cells that could not be read</translation>
  </message>
  <message>
   <source>Aantal fouten</source>
   <translation>Number of errors</translation>
  </message>
  <message>
   <source>Aantal gelezen invulbladen</source>
   <translation>Number of fill-in sheets read</translation>
  </message>
  <message>
   <source>Aantal gemeenten dat nog niet leverde</source>
   <translation>Number of municipalities that did not deliver yet</translation>
  </message>
  <message>
   <source>Aantal geopende leveringen</source>
   <translation>Number of deliveries opened</translation>
  </message>
  <message>
   <source>Aantal gerepareerde plannen</source>
   <translation>Number of repaired plans</translation>
  </message>
  <message>
   <source>Aantal gewijzigde plannen</source>
   <translation>Number of changed plans</translation>
  </message>
  <message>
   <source>Aantal invulbladen</source>
   <translation>Number of fill-in sheets</translation>
  </message>
  <message>
   <source>Aantal keuzes dat bij een eerdere lezing hoort</source>
   <translation>Number of choices that belong to an earlier reading</translation>
  </message>
  <message>
   <source>Aantal labels</source>
   <translation>Number of labels</translation>
  </message>
  <message>
   <source>Aantal leveringen dat ouder is of dezelfde inhoud heeft</source>
   <translation>Number of deliveries that are older or have the same content</translation>
  </message>
  <message>
   <source>Aantal niet overgenomen rijen</source>
   <translation>Number of rows not taken over</translation>
  </message>
  <message>
   <source>Aantal nieuwe plannen</source>
   <translation>Number of new plans</translation>
  </message>
  <message>
   <source>Aantal nieuwe velden</source>
   <translation>Number of new fields</translation>
  </message>
  <message>
   <source>Aantal ongewijzigde plannen</source>
   <translation>Number of unchanged plans</translation>
  </message>
  <message>
   <source>Aantal opmerkingen en vragen</source>
   <translation>Number of remarks and questions</translation>
  </message>
  <message>
   <source>Aantal overgenomen plannen</source>
   <translation>Number of plans taken over</translation>
  </message>
  <message>
   <source>Aantal overgeslagen bestanden</source>
   <translation>Number of files skipped</translation>
  </message>
  <message>
   <source>Aantal pakketten dat niet meegaat</source>
   <translation>Number of packages that do not go along</translation>
  </message>
  <message>
   <source>Aantal pakketten in de set</source>
   <translation>Number of packages in the set</translation>
  </message>
  <message>
   <source>Aantal plannen</source>
   <translation>Number of plans</translation>
  </message>
  <message>
   <source>Aantal plannen dat eruit is</source>
   <translation>Number of plans that are out</translation>
  </message>
  <message>
   <source>Aantal plannen dat meegaat</source>
   <translation>Number of plans that are delivered</translation>
  </message>
  <message>
   <source>Aantal plannen dat misschien gerealiseerd is</source>
   <translation>Number of plans that may be gerealiseerd</translation>
  </message>
  <message>
   <source>Aantal plannen dat misschien niet klopt</source>
   <translation>Number of plans that may not be right</translation>
  </message>
  <message>
   <source>Aantal plannen dat niet vergeleken kon worden</source>
   <translation>Number of plans that could not be compared</translation>
  </message>
  <message>
   <source>Aantal plannen dat strijdig is met provinciaal beleid</source>
   <translation>Number of plans contrary to provincial policy</translation>
  </message>
  <message>
   <source>Aantal plannen dat verdwenen is</source>
   <translation>Number of plans that are gone</translation>
  </message>
  <message>
   <source>Aantal plannen in beoordeling</source>
   <translation>Number of plans in review</translation>
  </message>
  <message>
   <source>Aantal plannen met opgeleverde woningen</source>
   <translation>Number of plans with completed dwellings</translation>
  </message>
  <message>
   <source>Aantal plannen nu</source>
   <translation>Number of plans now</translation>
  </message>
  <message>
   <source>Aantal plannen om na te kijken</source>
   <translation>Number of plans to look at</translation>
  </message>
  <message>
   <source>Aantal plannen waarbij u nog iets beslist</source>
   <translation>Number of plans for which you still decide something</translation>
  </message>
  <message>
   <source>Aantal plannen waarvan nog niet alles is ingevuld</source>
   <translation>Number of plans of which not everything is filled in yet</translation>
  </message>
  <message>
   <source>Aantal redenen waarover beslist is</source>
   <translation>Number of reasons that were decided about</translation>
  </message>
  <message>
   <source>Aantal samengevoegde pakketten</source>
   <translation>Number of merged packages</translation>
  </message>
  <message>
   <source>Aantal velden dat nog niet is ingevuld</source>
   <translation>Number of fields not filled in yet</translation>
  </message>
  <message>
   <source>Aantal velden waarover u nog beslist</source>
   <translation>Number of fields that you still decide about</translation>
  </message>
  <message>
   <source>Aantal voorstellen dat op bevestiging wacht</source>
   <translation>Number of proposals that await confirmation</translation>
  </message>
  <message>
   <source>Aantal voorstellen om te bekijken</source>
   <translation>Number of proposals to look at</translation>
  </message>
  <message>
   <source>Aantal waarschuwingen</source>
   <translation>Number of warnings</translation>
  </message>
  <message>
   <source>Aantal waarschuwingen dat geaccepteerd is</source>
   <translation>Number of warnings that were accepted</translation>
  </message>
  <message>
   <source>Aantal woningen</source>
   <translation>Number of dwellings</translation>
  </message>
  <message>
   <source>Aantal woningen dat in een plan ligt</source>
   <translation>Number of dwellings that lie in a plan</translation>
  </message>
  <message>
   <source>Aantallen</source>
   <translation>Counts</translation>
  </message>
  <message>
   <source>Aantallen en fasering</source>
   <translation>Numbers and phasing</translation>
  </message>
  <message>
   <source>Aantallen of antwoorden kloppen niet</source>
   <translation>Counts or answers are not right</translation>
  </message>
  <message>
   <source>Aantallen van elk plan</source>
   <translation>Counts of each plan</translation>
  </message>
  <message>
   <source>Aantallen verdelen</source>
   <translation>Divide counts</translation>
  </message>
  <message>
   <source>Aantallen verdelen over geselecteerde plannen…</source>
   <translation>Divide counts over selected plans…</translation>
  </message>
  <message>
   <source>Aantallen zijn van lopende plannen; netto is bruto min sloop.</source>
   <translation>Figures are of live plans; net is gross less demolition.</translation>
  </message>
  <message>
   <source>Aantalrest of TOTREST</source>
   <translation>Aantalrest or TOTREST</translation>
  </message>
  <message>
   <source>Accepteren</source>
   <translation>Accept</translation>
  </message>
  <message>
   <source>Accepteren…</source>
   <translation>Accept…</translation>
  </message>
  <message>
   <source>Achtergrondkaart in een nieuw project</source>
   <translation>Background map in a new project</translation>
  </message>
  <message>
   <source>Achtergrondkaart toevoegen</source>
   <translation>Add a background map</translation>
  </message>
  <message>
   <source>Adres van de BAG-dienst</source>
   <translation>Address of the BAG service</translation>
  </message>
  <message>
   <source>Afbreken</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Afgebroken; er is niets veranderd.</source>
   <translation>Stopped; nothing has changed.</translation>
  </message>
  <message>
   <source>Afgehandeld</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Afgemeld</source>
   <translation>Finished</translation>
  </message>
  <message>
   <source>Afgemeld, maar anders dan in de vorige levering: {plans}</source>
   <translation>Reported as finished, but other than in the previous delivery: {plans}</translation>
  </message>
  <message>
   <source>Afgerond en vertrouwelijk</source>
   <translation>Finished and confidential</translation>
  </message>
  <message>
   <source>Afgesloten door {who}.</source>
   <translation>Closed by {who}.</translation>
  </message>
  <message>
   <source>Akkoord van de provincie</source>
   <translation>Agreement of the province</translation>
  </message>
  <message>
   <source>Akkoord van de provincie: {agreement}.</source>
   <translation>Agreement of the province: {agreement}.</translation>
  </message>
  <message>
   <source>Al eerder ontvangen</source>
   <translation>Received before</translation>
  </message>
  <message>
   <source>Alle aantallen staan nog bij ‘{name}’; het nieuwe deel heeft geen naam en geen aantallen. Kies ‘Aantallen verdelen’ om dat alsnog te doen.</source>
   <translation>All counts are still with ‘{name}’; the new part has no name and no counts. Choose ‘Divide counts’ to do so yet.</translation>
  </message>
  <message>
   <source>Alle bestanden worden aan elkaar gekoppeld op de plannaam. Een plannummer hoeft niet; hebben twee plannen hetzelfde, dan is dat een waarschuwing.</source>
   <translation>All files are joined by the plan name. A plan number is not needed; when two plans have the same one, that is a warning.</translation>
  </message>
  <message>
   <source>Alle niveaus</source>
   <translation>All levels</translation>
  </message>
  <message>
   <source>Alle open ({count})</source>
   <translation>All open ({count})</translation>
  </message>
  <message>
   <source>Alle openbare plannen staan in het Excel-bestand; hier staan de eerste {plans}.</source>
   <translation>All public plans are in the Excel file; here are the first {plans}.</translation>
  </message>
  <message>
   <source>Alle plannen</source>
   <translation>All plans</translation>
  </message>
  <message>
   <source>Alle regels</source>
   <translation>All rules</translation>
  </message>
  <message>
   <source>Alle soorten</source>
   <translation>All kinds</translation>
  </message>
  <message>
   <source>Alle statussen</source>
   <translation>All statuses</translation>
  </message>
  <message>
   <source>Alle totalen kloppen.</source>
   <translation>All totals are right.</translation>
  </message>
  <message>
   <source>Alle van deze lijst bevestigen ({count})</source>
   <translation>Confirm all of this list ({count})</translation>
  </message>
  <message>
   <source>Alle velden zijn nog leeg.</source>
   <translation>All fields are still empty.</translation>
  </message>
  <message>
   <source>Alle voorstellen &amp;overnemen</source>
   <translation>Take over all &amp;proposals</translation>
  </message>
  <message>
   <source>Alle vragen zijn beantwoord ({plans}).</source>
   <translation>All questions are answered ({plans}).</translation>
  </message>
  <message>
   <source>Alle {homes} in de polygoon zijn in gebruik, waarvan {recent} sinds {year}. Is het plan klaar, zet gerealiseerd dan op ja; horen ze niet bij dit plan, zeg dat in de toelichting.</source>
   <translation>All {homes} in the polygon are in use, of which {recent} since {year}. If the plan is finished, set gerealiseerd to ja; if they do not belong to this plan, say so in the toelichting.</translation>
  </message>
  <message>
   <source>Alleen 0 is mogelijk</source>
   <translation>Only 0 is possible</translation>
  </message>
  <message>
   <source>Alleen 0 mogelijk: {fields} bij {plans}</source>
   <translation>Only 0 possible: {fields} of {plans}</translation>
  </message>
  <message>
   <source>Alleen 0 mogelijk: {fields}…</source>
   <translation>Only 0 possible: {fields}…</translation>
  </message>
  <message>
   <source>Alleen als de plugin zegt dat er iets af te leiden is, en het toch mag: de naam van wie dat beslist.</source>
   <translation>Only when the plugin says that something could be inferred, and it may go out anyway: the name of who decides so.</translation>
  </message>
  <message>
   <source>Alleen de eerste {count} staan hier.</source>
   <translation>Only the first {count} are listed here.</translation>
  </message>
  <message>
   <source>Alleen de som van alle &amp;plannen</source>
   <translation>Only the sum of all &amp;plans</translation>
  </message>
  <message>
   <source>Alleen de som van alle plannen</source>
   <translation>Only the sum of all plans</translation>
  </message>
  <message>
   <source>Alleen deze plannen</source>
   <translation>Only these plans</translation>
  </message>
  <message>
   <source>Alleen een scherpere hoek telt als uitschieter; zo blijven echte scherpe percelen buiten schot.</source>
   <translation>Only a sharper angle counts as a spike; so real sharp parcels are left alone.</translation>
  </message>
  <message>
   <source>Alleen gemeenten met dit niveau</source>
   <translation>Only municipalities of this level</translation>
  </message>
  <message>
   <source>Alleen getoond, niets veranderd. Er zouden {changed} wijzigen</source>
   <translation>Only shown, nothing changed. {changed} would change</translation>
  </message>
  <message>
   <source>Alleen getoond, niets veranderd. Gelezen: {plans}; wacht op u: {waiting}; zie {report}</source>
   <translation>Only shown, nothing changed. Read: {plans}; waiting for you: {waiting}; see {report}</translation>
  </message>
  <message>
   <source>Alleen getoond, niets veranderd. Te wijzigen: {layer} in de laag, {workbook} in het Excel-bestand; op uw keuze: {waiting}.</source>
   <translation>Only shown, nothing changed. To be changed: {layer} in the layer, {workbook} in the Excel file; waiting for your choice: {waiting}.</translation>
  </message>
  <message>
   <source>Alleen getoond, niets veranderd: {n} plan zou wijzigen</source>
   <translation>Only shown, nothing changed: {n} plan would change</translation>
  </message>
  <message>
   <source>Alleen getoond, niets veranderd: {n} plannen zouden wijzigen</source>
   <translation>Only shown, nothing changed: {n} plans would change</translation>
  </message>
  <message>
   <source>Alleen lezen: vraag schrijfrechten, of open een kopie.</source>
   <translation>Read only: ask for write permission, or open a copy.</translation>
  </message>
  <message>
   <source>Alleen lezen: zet het potlood in de werkbalk aan.</source>
   <translation>Read only: switch on the pencil in the toolbar.</translation>
  </message>
  <message>
   <source>Alleen nodig om namen uit de vorige levering over te nemen.</source>
   <translation>Only needed to adopt names of the previous delivery.</translation>
  </message>
  <message>
   <source>Alleen plannen die nu op de kaart te zien zijn</source>
   <translation>Only plans that can be seen on the map now</translation>
  </message>
  <message>
   <source>Alleen plannen die op de kaart of in de tabel geselecteerd zijn</source>
   <translation>Only plans that are selected on the map or in the table</translation>
  </message>
  <message>
   <source>Alleen tonen wat er verandert</source>
   <translation>Only show what changes</translation>
  </message>
  <message>
   <source>Alleen voor de provincie en de landelijke beheerder.</source>
   <translation>For the province and the national steward only.</translation>
  </message>
  <message>
   <source>Alleen voor de provincie.</source>
   <translation>For the province only.</translation>
  </message>
  <message>
   <source>Alles &amp;aanvinken</source>
   <translation>Tick &amp;all</translation>
  </message>
  <message>
   <source>Alles &amp;uitvinken</source>
   <translation>&amp;Untick all</translation>
  </message>
  <message>
   <source>Alles als Excel-bestand</source>
   <translation>Everything as an Excel file</translation>
  </message>
  <message>
   <source>Alles is ingevuld, maar de aantallen tellen niet op.</source>
   <translation>Everything is filled in, but the counts do not add up.</translation>
  </message>
  <message>
   <source>Alles is ingevuld, maar nog nooit gecontroleerd: controleer de plannen.</source>
   <translation>Everything is filled in, but never checked yet: check the plans.</translation>
  </message>
  <message>
   <source>Als Excel-bestand…</source>
   <translation>As Excel file…</translation>
  </message>
  <message>
   <source>Alt+pijl links</source>
   <translation>Alt+left arrow</translation>
  </message>
  <message>
   <source>Alt+pijl rechts</source>
   <translation>Alt+right arrow</translation>
  </message>
  <message>
   <source>Ambtelijk met locatie</source>
   <translation>Ambtelijk met locatie (official level, with a location)</translation>
  </message>
  <message>
   <source>Ambtelijk zonder locatie</source>
   <translation>Ambtelijk zonder locatie (official level, without a location)</translation>
  </message>
  <message>
   <source>Ander plan aanwijzen</source>
   <translation>Choose another plan</translation>
  </message>
  <message>
   <source>Andere lagen en Excel-bestanden</source>
   <translation>Other layers and Excel files</translation>
  </message>
  <message>
   <source>Andere woningen geschikt voor ouderen, naar eigen inzicht van de gemeente, buiten de nultredenwoningen.</source>
   <translation>Other dwellings suitable for the elderly, as the municipality sees it, beside the nultredenwoningen (step-free dwellings).</translation>
  </message>
  <message>
   <source>Anders</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>Anders getekend of verplaatst</source>
   <translation>Drawn otherwise or moved</translation>
  </message>
  <message>
   <source>Annuleren</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Antwoord</source>
   <translation>Answer</translation>
  </message>
  <message>
   <source>Antwoord in de laag ‘Antwoord van de provincie’.</source>
   <translation>Answer in the layer ‘Answer of the province’.</translation>
  </message>
  <message>
   <source>Antwoord openen</source>
   <translation>Open answer</translation>
  </message>
  <message>
   <source>Antwoord van de provincie</source>
   <translation>Answer of the province</translation>
  </message>
  <message>
   <source>Antwoord van {provincie} aan gemeente {gemeente}</source>
   <translation>Answer of {provincie} to municipality {gemeente}</translation>
  </message>
  <message>
   <source>Antwoord: {answer}</source>
   <translation>Answer: {answer}</translation>
  </message>
  <message>
   <source>Antwoorden</source>
   <translation>Answers</translation>
  </message>
  <message>
   <source>Antwoorden die niet in het planbestand staan</source>
   <translation>Answers that are not in the plan file</translation>
  </message>
  <message>
   <source>Antwoorden die op uw keuze wachten</source>
   <translation>Answers that wait for your choice</translation>
  </message>
  <message>
   <source>Antwoorden maken</source>
   <translation>Make answers</translation>
  </message>
  <message>
   <source>BAG {where}: {homes} gelezen in de omgeving van de plannen.</source>
   <translation>BAG {where}: {homes} read around the plans.</translation>
  </message>
  <message>
   <source>BAG-bestand (GeoPackage)</source>
   <translation>BAG file (GeoPackage)</translation>
  </message>
  <message>
   <source>BAG-panden, als die in een ander bestand staan</source>
   <translation>BAG panden, if they are in another file</translation>
  </message>
  <message>
   <source>Basisset</source>
   <translation>Basisset</translation>
  </message>
  <message>
   <source>Basisset 2.0, {count} regels, kenmerk {mark}</source>
   <translation>Basisset 2.0, {count} rules, mark {mark}</translation>
  </message>
  <message>
   <source>Basisset {version}</source>
   <translation>Basisset {version}</translation>
  </message>
  <message>
   <source>Beantwoord in de Vragenlijst wat leeg is. De voorstellen staan erbij; u bevestigt ze per plan of allemaal samen.</source>
   <translation>Answer in ‘Questions’ what is empty. The proposals stand beside it; you confirm them per plan or all together.</translation>
  </message>
  <message>
   <source>Beantwoorden in de vragenlijst</source>
   <translation>Answer in the questions</translation>
  </message>
  <message>
   <source>Bedoelt u {amount}?</source>
   <translation>Do you mean {amount}?</translation>
  </message>
  <message>
   <source>Beginnen</source>
   <translation>Begin</translation>
  </message>
  <message>
   <source>Bekijk en beslis: Plannen van toen en nu</source>
   <translation>Look and decide: Plans then and now</translation>
  </message>
  <message>
   <source>Bekijk ‘Misschien twee keer’: daar kunnen woningen dubbel tellen.</source>
   <translation>Look at ‘Perhaps twice’: dwellings may count double there.</translation>
  </message>
  <message>
   <source>Bekijk ‘Niet in de bron’ en kies per plan: laten staan, gerealiseerd of vervallen.</source>
   <translation>Look at ‘Not in the source’ and choose for each plan: let it stay, completed or cancelled.</translation>
  </message>
  <message>
   <source>Bekijk ‘Niet overgenomen rijen’. Pas zo nodig de bron aan en importeer opnieuw in dit planbestand (zonder venster: met ‘Bestaande plannen bijwerken’ aan).</source>
   <translation>Look at ‘Rows that were not taken over’. Change the source if needed and import again into this plan file (without the window: with ‘Update existing plans’ on).</translation>
  </message>
  <message>
   <source>Bekijk ‘Wat op uw keuze wacht’. Wat u toch wilt, kiest u in de lijst van wijzigingen; dan importeert u opnieuw.</source>
   <translation>Look at ‘What waits for your choice’. What you do want, you choose in the list of changes; then you import again.</translation>
  </message>
  <message>
   <source>Bekijken als de provincie…</source>
   <translation>View as the province…</translation>
  </message>
  <message>
   <source>Beoordeeld</source>
   <translation>Reviewed</translation>
  </message>
  <message>
   <source>Beoordelen</source>
   <translation>Review</translation>
  </message>
  <message>
   <source>Beoordelen: {file}</source>
   <translation>Review: {file}</translation>
  </message>
  <message>
   <source>Beoordeling afsluiten</source>
   <translation>Close the review</translation>
  </message>
  <message>
   <source>Beoordelingsbestand</source>
   <translation>Review file</translation>
  </message>
  <message>
   <source>Beoordelingsbestand ‘{path}’ kan niet gelezen worden ({reason}); controleer of het er nog staat en lees opnieuw.</source>
   <translation>Review file ‘{path}’ cannot be read ({reason}); check whether it is still there and read again.</translation>
  </message>
  <message>
   <source>Besloten</source>
   <translation>Decided</translation>
  </message>
  <message>
   <source>Besloten door {who}; vastgelegd in {path}</source>
   <translation>Decided by {who}; recorded in {path}</translation>
  </message>
  <message>
   <source>Besluit</source>
   <translation>Decision</translation>
  </message>
  <message>
   <source>Besluit ({count})</source>
   <translation>Decision ({count})</translation>
  </message>
  <message>
   <source>Bestaande plannen bijwerken</source>
   <translation>Update existing plans</translation>
  </message>
  <message>
   <source>Bestand</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Bestand met de gemeentegrens</source>
   <translation>File with the municipal boundary</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’</source>
   <translation>File ‘{name}’</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ bevat macro’s; die worden niet uitgevoerd.</source>
   <translation>File ‘{name}’ has macros; these are not run.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ bevat meer tekst dan een lijst met plannen kan hebben; bewaar alleen de plannen.</source>
   <translation>File ‘{name}’ has more text than a list of plans can have; keep only the plans.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ bevat twee bestanden met dezelfde naam (‘{twin}’); pak het uit en kies het goede bestand.</source>
   <translation>File ‘{name}’ has two files with the same name (‘{twin}’); unpack it and choose the right file.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ heeft geen blad; kies een ander bestand.</source>
   <translation>File ‘{name}’ has no worksheet; choose another file.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ heeft geen laag ‘{wanted}’; kies een van: {layers}.</source>
   <translation>File ‘{name}’ has no layer ‘{wanted}’; choose one of: {layers}.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ heeft meer dan één laag met polygonen ({layers}); kies er een, bijvoorbeeld ‘{given}|layername={first}’, of neem ze samen met ‘{given}|layername={all}’.</source>
   <translation>File ‘{name}’ has more than one layer with polygons ({layers}); choose one, for example ‘{given}|layername={first}’, or take them together with ‘{given}|layername={all}’.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ heeft meer lagen met polygonen; alleen ‘{layer}’ is gelezen, niet: {others}.</source>
   <translation>File ‘{name}’ has more layers with polygons; only ‘{layer}’ was read, not: {others}.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ is beschadigd; open het in Excel of LibreOffice en sla het opnieuw op.</source>
   <translation>File ‘{name}’ is damaged; open it in Excel or LibreOffice and save it again.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ is geen Excel-bestand dat gelezen kan worden; kies een bestand dat eindigt op {suffixes}. Een ouder Excel-bestand slaat u in Excel eerst op als .xlsx.</source>
   <translation>File ‘{name}’ is not an Excel file that can be read; choose a file that ends in {suffixes}. An older Excel file you first save as .xlsx in Excel.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ is geen UTF-8 en is gelezen als Windows-1252; controleer de letters met accenten.</source>
   <translation>File ‘{name}’ is not UTF-8 and was read as Windows-1252; check the letters with accents.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ kan niet gelezen worden: {why}.</source>
   <translation>File ‘{name}’ cannot be read: {why}.</translation>
  </message>
  <message>
   <source>Bestand ‘{name}’ {what}; {remedy}.</source>
   <translation>File ‘{name}’ {what}; {remedy}.</translation>
  </message>
  <message>
   <source>Bestand ‘{path}’ bestaat niet; kies een bestaand bestand.</source>
   <translation>File ‘{path}’ does not exist; choose an existing file.</translation>
  </message>
  <message>
   <source>Bestand ‘{path}’ is beschadigd geschreven; is de schijf vol?</source>
   <translation>File ‘{path}’ was written damaged; is the disk full?</translation>
  </message>
  <message>
   <source>Bestand ‘{path}’ is niet goed geschreven; is de schijf vol?</source>
   <translation>File ‘{path}’ was not written well; is the disk full?</translation>
  </message>
  <message>
   <source>Bestand ‘{path}’ kan niet gelezen of geschreven worden ({reason}); controleer de map en uw rechten.</source>
   <translation>File ‘{path}’ cannot be read or written ({reason}); check the folder and your rights.</translation>
  </message>
  <message>
   <source>Bestand ‘{path}’ kan niet geschreven worden ({reason}); controleer de map en de vrije ruimte.</source>
   <translation>File ‘{path}’ cannot be written ({reason}); check the folder and the free space.</translation>
  </message>
  <message>
   <source>Bestanden die niet van de plugin waren of gewijzigd zijn, staan nu in ‘{path}’.</source>
   <translation>Files that were not of the plugin, or were changed, are now in ‘{path}’.</translation>
  </message>
  <message>
   <source>Betaalbare koop</source>
   <translation>Betaalbare koop (affordable owner-occupied)</translation>
  </message>
  <message>
   <source>Betaalbare woningen</source>
   <translation>Affordable dwellings</translation>
  </message>
  <message>
   <source>Betekenis</source>
   <translation>Meaning</translation>
  </message>
  <message>
   <source>Betekent</source>
   <translation>Means</translation>
  </message>
  <message>
   <source>Bevestigen (F8)</source>
   <translation>Confirm (F8)</translation>
  </message>
  <message>
   <source>Bevinding</source>
   <translation>Finding</translation>
  </message>
  <message>
   <source>Bevindingen</source>
   <translation>Findings</translation>
  </message>
  <message>
   <source>Bevindingen bij dit plan</source>
   <translation>Findings about this plan</translation>
  </message>
  <message>
   <source>Bevindingen per plan</source>
   <translation>Findings per plan</translation>
  </message>
  <message>
   <source>Bevindingen per regel</source>
   <translation>Findings per rule</translation>
  </message>
  <message>
   <source>Bewaart de antwoorden in het planbestand</source>
   <translation>Keeps the answers in the plan file</translation>
  </message>
  <message>
   <source>Bewaart het overzicht en de ontvangen bestanden in een Excel-bestand</source>
   <translation>Keeps the overview and the files that came in in an Excel file</translation>
  </message>
  <message>
   <source>Bewerking</source>
   <translation>Operation</translation>
  </message>
  <message>
   <source>Bij 1 plan is nog niet alles ingevuld.</source>
   <translation>Of 1 plan not everything is filled in yet.</translation>
  </message>
  <message>
   <source>Bij dit plan: {kinds}</source>
   <translation>In this plan: {kinds}</translation>
  </message>
  <message>
   <source>Bij een gerealiseerd plan mag dit leeg blijven; ja kan niet (art. 6.a).</source>
   <translation>For a completed plan this may stay empty; yes is not possible (art. 6.a).</translation>
  </message>
  <message>
   <source>Bij geclusterde en zorggeschikte woningen hoort de vraag of minstens de helft voor 55-plussers is.</source>
   <translation>With clustered dwellings and dwellings suitable for care comes the question whether at least half is for people of 55 and older.</translation>
  </message>
  <message>
   <source>Bij harde planstatus {status} kan ja niet (art. 6.a): kies nee.</source>
   <translation>With hard planstatus {status} yes is not possible (art. 6.a): choose no.</translation>
  </message>
  <message>
   <source>Bij het samenvoegen met {names} kwamen er {dwellings} bij. Maak het ongedaan en kies ‘Geselecteerde plannen samenvoegen’ van LMVW.</source>
   <translation>Merging with {names} added {dwellings}. Undo it and choose ‘Merge selected plans’ of LMVW.</translation>
  </message>
  <message>
   <source>Bij twee plannen weet wie er een kent ook het andere: dat is de som min het bekende plan.</source>
   <translation>With two plans, whoever knows one knows the other: the sum minus the plan that is known.</translation>
  </message>
  <message>
   <source>Bij {count} kiest u zelf; daar staat waarom.</source>
   <translation>At {count} you choose yourself; it says there why.</translation>
  </message>
  <message>
   <source>Bij {count} van de {plans} plannen is nog niet alles ingevuld.</source>
   <translation>Of {count} of the {plans} plans not everything is filled in yet.</translation>
  </message>
  <message>
   <source>Bij {dwellings} is het prijssegment niet bepaald: de grens van {year} is niet bekend voor {segments}. Geef haar op bij de opties van dit planbestand en importeer dan opnieuw.</source>
   <translation>The price segment of {dwellings} was not determined: the limit of {year} is not known for {segments}. State it in the options of this plan file and import again.</translation>
  </message>
  <message>
   <source>Bij {plans} beslist u nog: {fields}.</source>
   <translation>For {plans} you still decide: {fields}.</translation>
  </message>
  <message>
   <source>Bij {plans} verbeterd.</source>
   <translation>Mended for {plans}.</translation>
  </message>
  <message>
   <source>Bij {plans} verbeteren</source>
   <translation>Correct in {plans}</translation>
  </message>
  <message>
   <source>Bij {plans}: {fields}.</source>
   <translation>In {plans}: {fields}.</translation>
  </message>
  <message>
   <source>Bij {plan}: {melding}</source>
   <translation>At {plan}: {melding}</translation>
  </message>
  <message>
   <source>Bij ‘Strijdig volgens de provincie’ staat ‘{line}’; schrijf de gemeentecode en dan de plannaam, bijvoorbeeld GM0396 Havenkwartier.</source>
   <translation>At ‘Contrary to policy according to the province’ is ‘{line}’; write the code of the municipality and then the name of the plan, for example GM0396 Havenkwartier.</translation>
  </message>
  <message>
   <source>Bij ‘Totalen die elders staan’ staat ‘{line}’; schrijf waar het staat, een dubbele punt en het aantal, bijvoorbeeld Raadsbrief maart: 1250.</source>
   <translation>‘Totals that stand elsewhere’ says ‘{line}’; write where it stands, a colon and the number, for instance Letter to the council: 1250.</translation>
  </message>
  <message>
   <source>Bij ‘Vertrouwelijk’ staat geen ja of nee; dat telt als vertrouwelijk. Vul het in.</source>
   <translation>‘Vertrouwelijk’ has no yes or no; that counts as confidential. Fill it in.</translation>
  </message>
  <message>
   <source>Bij ‘nee’: wat er wel wordt aangeleverd (Invultip 3).</source>
   <translation>If ‘nee’ (no): what is delivered instead (Invultip 3).</translation>
  </message>
  <message>
   <source>Bijvoorbeeld: mail van de provincie van 3 maart 2026</source>
   <translation>For example: mail of the province of 3 March 2026</translation>
  </message>
  <message>
   <source>Bijwerken</source>
   <translation>Update</translation>
  </message>
  <message>
   <source>Bijwerken…</source>
   <translation>Update…</translation>
  </message>
  <message>
   <source>Binnen bestaand stedelijk gebied</source>
   <translation>Within existing urban area</translation>
  </message>
  <message>
   <source>Binnen de gemeente ligt maar {left} van dit plan; teken de grens zelf, of licht het toe.</source>
   <translation>Only {left} of this plan lies within the municipality; draw the border yourself, or explain it.</translation>
  </message>
  <message>
   <source>Blad</source>
   <translation>Sheet</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ heeft meer dan {rows} rijen of {cells} cellen die gevuld zijn; bewaar alleen de plannen.</source>
   <translation>Sheet ‘{sheet}’ has more than {rows} rows or {cells} cells that are filled; keep only the plans.</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ is gekozen, want daar staan {n} van de {all} namen van de laag; op blad ‘{other}’ {fewer}.</source>
   <translation>Sheet ‘{sheet}’ was chosen, because it has {n} of the {all} names of the layer; sheet ‘{other}’ has {fewer}.</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ staat niet in ‘{name}’; kies een van: {sheets}.</source>
   <translation>Sheet ‘{sheet}’ is not in ‘{name}’; choose one of: {sheets}.</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ van ‘{name}’</source>
   <translation>Sheet ‘{sheet}’ of ‘{name}’</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ van ‘{name}’ heeft een ongeldige celaanduiding (‘{cell}’); sla het bestand in Excel opnieuw op.</source>
   <translation>Sheet ‘{sheet}’ of ‘{name}’ has an invalid cell reference (‘{cell}’); save the file again in Excel.</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ van ‘{name}’ heeft geen kolom met plannamen; kies zelf de naamkolom uit: {columns}.</source>
   <translation>Sheet ‘{sheet}’ of ‘{name}’ has no column with plan names; choose the name column yourself from: {columns}.</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ van ‘{name}’ heeft geen naamkolom; kies zelf de naamkolom.</source>
   <translation>Sheet ‘{sheet}’ of ‘{name}’ has no name column; choose the name column yourself.</translation>
  </message>
  <message>
   <source>Blad ‘{sheet}’ van ‘{name}’: koprij {row}, naamkolom ‘{column}’, {count}.</source>
   <translation>Worksheet ‘{sheet}’ of ‘{name}’: heading row {row}, name column ‘{column}’, {count}.</translation>
  </message>
  <message>
   <source>Blijft vertrouwelijk</source>
   <translation>Stays confidential</translation>
  </message>
  <message>
   <source>Brengt een planbestand van een oudere versie van de plugin op de versie die u nu gebruikt: nieuwe velden komen erbij, formulier en kaartstijlen worden die van deze versie. Aan de plannen zelf verandert niets.
Het oude bestand blijft ernaast bewaard. Wilt u terug, open dan dat bestand. Een planbestand dat al van deze versie is, blijft zoals het is.</source>
   <translation>Brings a plan file of an older version of the plugin to the version that you use now: new fields are added, form and map styles become those of this version. Nothing changes in the plans themselves.
The old file is kept beside it. If you want to go back, open that file. A plan file that is of this version already stays as it is.</translation>
  </message>
  <message>
   <source>Bron</source>
   <translation>Source</translation>
  </message>
  <message>
   <source>Bron: {source}</source>
   <translation>Source: {source}</translation>
  </message>
  <message>
   <source>Bronkolom</source>
   <translation>Source column</translation>
  </message>
  <message>
   <source>Bronnen van de import lezen</source>
   <translation>Reading the sources of the import</translation>
  </message>
  <message>
   <source>Bruto</source>
   <translation>Gross</translation>
  </message>
  <message>
   <source>Bruto aantal woningen</source>
   <translation>Gross number of dwellings</translation>
  </message>
  <message>
   <source>Bruto en sloop zijn allebei 0; is dit plan gerealiseerd of vervallen, of ontbreken de aantallen?</source>
   <translation>Gross and demolition are both 0; is this plan completed or cancelled, or are the counts missing?</translation>
  </message>
  <message>
   <source>Bruto hard</source>
   <translation>Gross hard</translation>
  </message>
  <message>
   <source>Bruto in de vorige levering</source>
   <translation>Gross in the previous delivery</translation>
  </message>
  <message>
   <source>Bruto in deze levering</source>
   <translation>Gross in this delivery</translation>
  </message>
  <message>
   <source>Bruto is gegokt: kolom ‘{column}’ zegt niet of zij bruto of netto is, en geen andere kolom bewijst het. Is ‘{column}’ het aantal na aftrek van ‘{sloop}’, kies dan een andere kolom.</source>
   <translation>Gross is a guess: column ‘{column}’ does not say whether it is gross or net, and no other column proves it. If ‘{column}’ is the number after subtracting ‘{sloop}’, choose another column.</translation>
  </message>
  <message>
   <source>Bruto jaar 1</source>
   <translation>Gross year 1</translation>
  </message>
  <message>
   <source>Bruto jaar 10</source>
   <translation>Gross year 10</translation>
  </message>
  <message>
   <source>Bruto jaar 2</source>
   <translation>Gross year 2</translation>
  </message>
  <message>
   <source>Bruto jaar 3</source>
   <translation>Gross year 3</translation>
  </message>
  <message>
   <source>Bruto jaar 4</source>
   <translation>Gross year 4</translation>
  </message>
  <message>
   <source>Bruto jaar 5</source>
   <translation>Gross year 5</translation>
  </message>
  <message>
   <source>Bruto jaar 6</source>
   <translation>Gross year 6</translation>
  </message>
  <message>
   <source>Bruto jaar 7</source>
   <translation>Gross year 7</translation>
  </message>
  <message>
   <source>Bruto jaar 8</source>
   <translation>Gross year 8</translation>
  </message>
  <message>
   <source>Bruto jaar 9</source>
   <translation>Gross year 9</translation>
  </message>
  <message>
   <source>Bruto komt uit kolom ‘{column}’, maar {said}; misschien is ‘{column}’ netto. Kies zelf welke kolom bruto is.</source>
   <translation>Gross comes from column ‘{column}’, but {said}; perhaps ‘{column}’ is net. Choose yourself which column is gross.</translation>
  </message>
  <message>
   <source>Bruto komt uit kolom ‘{other}’ en niet uit ‘{column}’: {said}, en dan is ‘{column}’ netto.</source>
   <translation>Gross comes from column ‘{other}’ and not from ‘{column}’: {said}, and then ‘{column}’ is net.</translation>
  </message>
  <message>
   <source>Bruto nog niet ingevuld</source>
   <translation>Gross not filled in yet</translation>
  </message>
  <message>
   <source>Bruto nu</source>
   <translation>Gross now</translation>
  </message>
  <message>
   <source>Bruto periode 1</source>
   <translation>Gross period 1</translation>
  </message>
  <message>
   <source>Bruto periode 2</source>
   <translation>Gross period 2</translation>
  </message>
  <message>
   <source>Bruto toen</source>
   <translation>Gross then</translation>
  </message>
  <message>
   <source>Bruto toen: {then}; nu: {now}.</source>
   <translation>Gross then: {then}; now: {now}.</translation>
  </message>
  <message>
   <source>Bruto totaal</source>
   <translation>Bruto totaal (gross total)</translation>
  </message>
  <message>
   <source>Bruto totaal gaat van {was} naar {now}. Klopt dat, zeg dan in de toelichting waarom.</source>
   <translation>The gross total goes from {was} to {now}. If that is right, say why in the explanation.</translation>
  </message>
  <message>
   <source>Bruto totaal is nog niet ingevuld.</source>
   <translation>Total bruto is not filled in yet.</translation>
  </message>
  <message>
   <source>Bruto totaal min sloop totaal; kan negatief zijn. De plugin rekent het uit.</source>
   <translation>Bruto totaal (gross total) minus sloop totaal (total demolition); may be negative. The plugin computes it.</translation>
  </message>
  <message>
   <source>Bruto woningen</source>
   <translation>Gross dwellings</translation>
  </message>
  <message>
   <source>Bruto woningen in openbare plannen</source>
   <translation>Gross dwellings in public plans</translation>
  </message>
  <message>
   <source>Bruto woningen, bijvoorbeeld uit de woondeal. Ze staan in uw eigen rapport naast de plannen. Ze tellen in geen controle mee en gaan niet naar de provincie.</source>
   <translation>Gross dwellings, for instance of the housing deal. They stand beside the plans in your own report. They count in no check and do not go to the province.</translation>
  </message>
  <message>
   <source>Bruto woningen. Het streefgetal heeft de gemeente zelf opgegeven, bij Opties, LMVW. Het telt in geen controle mee en gaat niet naar de provincie.</source>
   <translation>Gross dwellings. The target was stated by the municipality itself, under Options, LMVW. It counts in no check and does not go to the province.</translation>
  </message>
  <message>
   <source>Bruto woningen: {source} in de bron, {target} in de plannen. Alle totalen kloppen.</source>
   <translation>Gross dwellings: {source} in the source, {target} in the plans. All totals agree.</translation>
  </message>
  <message>
   <source>Bruto woningen: {source} in de bron, {target} in de plannen. {aside} ontbreken nog; zij staan hieronder, er is niets zoek.</source>
   <translation>Gross dwellings: {source} in the source, {target} in the plans. {aside} are still to come; they are listed below, nothing is lost.</translation>
  </message>
  <message>
   <source>Bruto zacht</source>
   <translation>Gross soft</translation>
  </message>
  <message>
   <source>Bruto, sloop en netto zijn van lopende plannen.</source>
   <translation>Gross, demolition and net are of live plans.</translation>
  </message>
  <message>
   <source>Buiten bestaand stedelijk gebied</source>
   <translation>Outside existing urban area</translation>
  </message>
  <message>
   <source>Buiten de gemeente: afstand tot de grens (m)</source>
   <translation>Outside the municipality: distance to the boundary (m)</translation>
  </message>
  <message>
   <source>Buiten de gemeente: {area}</source>
   <translation>Outside the municipality: {area}</translation>
  </message>
  <message>
   <source>Buiten gebruik</source>
   <translation>Out of use</translation>
  </message>
  <message>
   <source>CBS-code van de gemeente: GM en vier cijfers.</source>
   <translation>CBS code of the municipality: GM and four digits.</translation>
  </message>
  <message>
   <source>Cel {cell} op blad ‘{sheet}’ komt twee keer voor in het bestand; sla het in Excel opnieuw op.</source>
   <translation>Cell {cell} on sheet ‘{sheet}’ is there twice in the file; save it again in Excel.</translation>
  </message>
  <message>
   <source>Cel {cell} op blad ‘{sheet}’ verwijst naar een tekst die niet in ‘{name}’ staat; open het bestand in Excel en sla het opnieuw op.</source>
   <translation>Cell {cell} on sheet ‘{sheet}’ refers to a text that is not in ‘{name}’; open the file in Excel and save it again.</translation>
  </message>
  <message>
   <source>Cellen {cells} zijn samengevoegd; alleen de bovenste rij heeft daardoor een naam.</source>
   <translation>Cells {cells} are merged; because of that only the upper row has a name.</translation>
  </message>
  <message>
   <source>Cluster te klein om landelijk te tellen bij {plans}</source>
   <translation>Cluster too small to count nationally in {plans}</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Compleet</source>
   <translation>Complete</translation>
  </message>
  <message>
   <source>Compleet: alles is ingevuld en telt op.</source>
   <translation>Complete: everything is filled in and adds up.</translation>
  </message>
  <message>
   <source>Contact bij de gemeente</source>
   <translation>Contact at the municipality</translation>
  </message>
  <message>
   <source>Controle</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Controle niet helemaal uitgevoerd bij {plans}</source>
   <translation>Check not applied in full to {plans}</translation>
  </message>
  <message>
   <source>Controle plannamen</source>
   <translation>Check of plan names</translation>
  </message>
  <message>
   <source>Controle voor de levering</source>
   <translation>Check before the delivery</translation>
  </message>
  <message>
   <source>Controle woningbouwplannen</source>
   <translation>Check of housing plans</translation>
  </message>
  <message>
   <source>Controle: ernst van regels, toleranties en standaardantwoorden</source>
   <translation>Check: severity of rules, tolerances and usual answers</translation>
  </message>
  <message>
   <source>Controle: wat er nog te doen is</source>
   <translation>Check: what is still to be done</translation>
  </message>
  <message>
   <source>Controleer de plannen.</source>
   <translation>Check the plans.</translation>
  </message>
  <message>
   <source>Controleert alle plannen en kleurt ze naar de uitkomst</source>
   <translation>Checks all plans and colours them by the outcome</translation>
  </message>
  <message>
   <source>Controleert de polygonen van alle plannen: aanwezig en in RD, geldig, binnen de gemeente, geen overlap of kieren met andere plannen, netjes getekend en geen voorlopige aanduiding. Geldig zijn zij ook na afronding op hele millimeters; elke fout staat op zijn plek. De uitkomst is een puntenlaag met een bevinding per fout. Er verandert niets aan uw laag.</source>
   <translation>Checks the polygons of all plans: present and in RD, valid, within the municipality, no overlap or gaps with other plans, drawn neatly and no provisional mark. They must be valid after rounding to whole millimetres too; each error is shown at its place. The outcome is a layer of points with a finding per error. Nothing changes in your layer.</translation>
  </message>
  <message>
   <source>Controleert een planbestand op alle regels van de Basisset 2.0 en het Dataprotocol: zijn alle velden ingevuld, tellen de aantallen op, mag een plan vertrouwelijk zijn, zijn de plannamen uniek en de polygonen geldig.
Met een vorige levering kijkt zij ook wat er van elk plan geworden is: wat ontbreekt, wat al eerder is afgemeld en wat veel verschilt.
Een ‘fout’ houdt de levering tegen, een ‘waarschuwing’ vraagt een toelichting of een verbetering, ‘info’ is alleen ter informatie.
Bewaart u de uitkomst in het planbestand, dan toont de kaartstijl ‘Controleresultaat’ haar op de kaart en krijgen de rijen in de attributentabel een kleur. De plannen zelf veranderen niet.</source>
   <translation>Checks a plan file against all rules of the Basisset 2.0 and the Dataprotocol: are all fields filled in, do the counts add up, may a plan be confidential, are the plan names unique and the polygons valid.
With a previous delivery it also looks at what became of each plan: what is missing, what was reported before and what differs much.
An ‘error’ holds up the delivery, a ‘warning’ asks for an explanation or a correction, ‘info’ is only for information.
If you keep the outcome in the plan file, the map style ‘Outcome of the check’ shows it on the map and the rows in the attribute table get a colour. The plans themselves do not change.</translation>
  </message>
  <message>
   <source>Controleert het planbestand en maakt het pakket: een zip met kaartbestand, Excel-bestand, controlerapport en manifest. Beide bestanden worden na het schrijven teruggelezen en vergeleken; pas dan verschijnt het pakket.
Plannen met status 5A of 5B gaan niet mee. Zijn er nog fouten, dan komt er geen pakket maar een rapport naast het planbestand, en blijft een eerder pakket zoals het was. Waarschuwingen houden niets tegen; die zonder toelichting worden genoemd.
Met een profiel komt naast het standaardpakket een bestand zoals uw provincie het vraagt.</source>
   <translation>Checks the plan file and makes the package: a zip with map file, Excel file, check report and manifest. After writing, both files are read back and compared; only then does the package appear.
Plans with status 5A or 5B do not go along. If there are still errors, no package comes but a report beside the plan file, and an earlier package stays as it was. Warnings hold up nothing; those without an explanation are named.
With a profile, a file as your province asks it comes beside the standard package. The documents for the province are in Dutch.</translation>
  </message>
  <message>
   <source>Controlegetal van het bestand (SHA-256)</source>
   <translation>Checksum of the file (SHA-256)</translation>
  </message>
  <message>
   <source>Controlerapport</source>
   <translation>Check report</translation>
  </message>
  <message>
   <source>Controleren</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Controleren en op de kaart tonen</source>
   <translation>Check and show on the map</translation>
  </message>
  <message>
   <source>Controleresultaat</source>
   <translation>Outcome of the check</translation>
  </message>
  <message>
   <source>Ctrl+S: alles wat nog niet in het planbestand staat</source>
   <translation>Ctrl+S: everything that is not in the plan file yet</translation>
  </message>
  <message>
   <source>DIWI Excel</source>
   <translation>DIWI Excel</translation>
  </message>
  <message>
   <source>DIWI GeoJSON</source>
   <translation>DIWI GeoJSON</translation>
  </message>
  <message>
   <source>DIWI-uitvoer voor Zuid-Holland (GeoJSON)</source>
   <translation>DIWI export for Zuid-Holland (GeoJSON)</translation>
  </message>
  <message>
   <source>Daar ligt geen plan. Klik in de polygoon van een plan.</source>
   <translation>There is no plan there. Click in the polygon of a plan.</translation>
  </message>
  <message>
   <source>Daar ligt geen plan; klik een ander plan aan, of typ zijn naam. Esc stopt.</source>
   <translation>There is no plan there; click another one, or type its name. Esc stops.</translation>
  </message>
  <message>
   <source>Dat is heel het bruto van {bruto}. Is het plan klaar, meld het dan af als gerealiseerd.</source>
   <translation>That is the whole bruto of {bruto}. If the plan is finished, report it as gerealiseerd.</translation>
  </message>
  <message>
   <source>Dat is {more} meer dan openbare plannen en optelling samen: precies plan ‘{plan}’.</source>
   <translation>That is {more} more than the public plans and the sum together: exactly the plan ‘{plan}’.</translation>
  </message>
  <message>
   <source>Dat is {more} minder dan openbare plannen en optelling samen: precies vertrouwelijk plan ‘{plan}’.</source>
   <translation>That is {more} less than the public plans and the sum together: exactly the confidential plan ‘{plan}’.</translation>
  </message>
  <message>
   <source>Dat plan hoort er al bij.</source>
   <translation>That plan belongs to it already.</translation>
  </message>
  <message>
   <source>Dataprotocol art. 9: de optelling van {count} plannen met minder dan {below} woningen bruto.</source>
   <translation>Dataprotocol art. 9: the sum of {count} plans with fewer than {below} dwellings gross.</translation>
  </message>
  <message>
   <source>Datum</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>De BAG van internet halen (PDOK)</source>
   <translation>Get the BAG from the internet (PDOK)</translation>
  </message>
  <message>
   <source>De BAG-dienst {address} antwoordt anders dan verwacht; probeer het later, of kies een BAG-bestand.</source>
   <translation>The BAG service {address} answers in another way than expected; try later, or choose a BAG file.</translation>
  </message>
  <message>
   <source>De BAG-dienst {address} geeft geen antwoord ({reason}). Is er internet? Kies anders een BAG-bestand.</source>
   <translation>The BAG service {address} gives no answer ({reason}). Is there internet? Otherwise choose a BAG file.</translation>
  </message>
  <message>
   <source>De CBS-code van de gemeente, GM en vier cijfers, of haar naam, bijvoorbeeld GM0396 of Heemskerk.</source>
   <translation>The CBS code of the municipality, GM and four digits, or its name, for example GM0396 or Heemskerk.</translation>
  </message>
  <message>
   <source>De WFS 2.0 die wordt gevraagd als u de BAG van internet haalt.</source>
   <translation>The WFS 2.0 that is asked when you get the BAG from the internet.</translation>
  </message>
  <message>
   <source>De aantallen kunnen niet verdeeld worden; kan deze laag bewerkt worden?</source>
   <translation>The counts cannot be divided; can this layer be edited?</translation>
  </message>
  <message>
   <source>De aantallen tellen niet op.</source>
   <translation>The counts do not add up.</translation>
  </message>
  <message>
   <source>De aantallen zijn verdeeld over {names}.</source>
   <translation>The counts were divided over {names}.</translation>
  </message>
  <message>
   <source>De antwoorden staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken.</source>
   <translation>The answers are in the layer and are not saved yet; you can undo them in one step.</translation>
  </message>
  <message>
   <source>De antwoorden staan in het planbestand.</source>
   <translation>The answers are in the plan file.</translation>
  </message>
  <message>
   <source>De antwoorden worden overgenomen …</source>
   <translation>The answers are being taken over …</translation>
  </message>
  <message>
   <source>De antwoorden zijn al wel overgenomen.</source>
   <translation>The answers have been taken over already.</translation>
  </message>
  <message>
   <source>De balk van een periode is zo hoog als het gemiddelde jaar; het getal erbij is van de hele periode.</source>
   <translation>The bar of a period is as high as the average year; the number with it is of the whole period.</translation>
  </message>
  <message>
   <source>De beoordeling van {name} is nog niet afgesloten.</source>
   <translation>The review of {name} is not closed yet.</translation>
  </message>
  <message>
   <source>De bestanden die terugkwamen, of een map waar ze in staan.</source>
   <translation>The files that came back, or a folder in which they are.</translation>
  </message>
  <message>
   <source>De bron zegt 0 over al deze jaren samen, dus zijn de jaren ook 0. Dit is niet gedaan bij plannen met woningen zonder jaar, of van jaren die voorbij zijn: die woningen kunnen er nog komen.</source>
   <translation>The source says 0 for all of these years together, so each year is 0 as well. This was not done for plans with dwellings without a year, or of years that are over: those dwellings may still come.</translation>
  </message>
  <message>
   <source>De bronnen worden gelezen …</source>
   <translation>The sources are being read …</translation>
  </message>
  <message>
   <source>De bronnen worden vergeleken met het planbestand …</source>
   <translation>The sources are being compared with the plan file …</translation>
  </message>
  <message>
   <source>De categorie van het plan, 1A tot en met 4B; 5A en 5B gaan niet mee.</source>
   <translation>The category of the plan, 1A to 4B; 5A and 5B stay at home.</translation>
  </message>
  <message>
   <source>De categorie, 1A tot en met 4B, waarin het plan valt; alleen ‘hard’ of ‘zacht’ is geen antwoord. 5A en 5B zijn voor de eigen gemeentelijke administratie: zulke plannen gaan niet mee en tellen niet mee als plancapaciteit.</source>
   <translation>The category, 1A to 4B, to which the plan belongs; only ‘hard’ or ‘soft’ is no answer. 5A and 5B are for the own administration of the municipality: such plans do not go along and do not count as plancapaciteit (plan capacity).</translation>
  </message>
  <message>
   <source>De celopmaak toont iets anders dan er staat: {cells}. Typ wat u ziet als tekst, als dat de bedoeling is.</source>
   <translation>The cell format shows something else than what is there: {cells}. Type what you see as text, if that is what is meant.</translation>
  </message>
  <message>
   <source>De code uit de melding die zegt wat er af te leiden is. Zijn er sindsdien andere redenen, plannen of aantallen, dan geldt het besluit niet.</source>
   <translation>The code from the message that says what could be inferred. If there have been other reasons, plans or counts since, the decision does not hold.</translation>
  </message>
  <message>
   <source>De code van de enige gemeente die een antwoord krijgt, bijvoorbeeld GM0396. Leeg: elke gemeente waarover iets te zeggen is.</source>
   <translation>The code of the only municipality that gets an answer, for example GM0396. Empty: each municipality of which there is something to say.</translation>
  </message>
  <message>
   <source>De coördinaten (x {x}, y {y}) liggen buiten het bereik van RD (EPSG:28992); controleer in welk coördinatenstelsel de laag is gemaakt.</source>
   <translation>The coordinates (x {x}, y {y}) lie outside the range of RD (EPSG:28992); check in which coordinate system the layer was made.</translation>
  </message>
  <message>
   <source>De coördinaten (x {x}, y {y}) zijn geen RD maar lijken op {look}; {remedy}.</source>
   <translation>The coordinates (x {x}, y {y}) are not RD but look like {look}; {remedy}.</translation>
  </message>
  <message>
   <source>De digitale handtekening van het Excel-bestand geldt niet voor de kopie.</source>
   <translation>The digital signature of the workbook does not hold for the copy.</translation>
  </message>
  <message>
   <source>De fasering van de bron eindigt vóór het twintigste jaar.</source>
   <translation>The phasing of the source ends before the twentieth year.</translation>
  </message>
  <message>
   <source>De fasering van sloop is leeg, omdat niet elk plan haar heeft.</source>
   <translation>The phasing of demolition is empty, because not every plan has it.</translation>
  </message>
  <message>
   <source>De gekozen wijzigingen horen bij een eerdere lezing. Niet overgenomen, want er is nog niet over gekozen: {items}. Kijk opnieuw wat er verandert en kies daarna.</source>
   <translation>The chosen changes belong to an earlier reading. Not taken over, because nobody chose about it yet: {items}. Look again at what changes and choose then.</translation>
  </message>
  <message>
   <source>De gekozen wijzigingen horen bij een eerdere lezing. Niet uitgevoerd, want er is intussen iets gewijzigd: {items}. Kijk opnieuw wat er verandert en kies daarna.</source>
   <translation>The chosen changes belong to an earlier reading. Not carried out, because something changed meanwhile: {items}. Look again at what changes and choose then.</translation>
  </message>
  <message>
   <source>De gemeente antwoordt: {text}</source>
   <translation>The municipality answers: {text}</translation>
  </message>
  <message>
   <source>De gemeente vraagt de provincie haar vertrouwelijke plannen geaggregeerd, als één plan, door te leveren.</source>
   <translation>The municipality asks the province to pass on its confidential plans aggregated, as one plan.</translation>
  </message>
  <message>
   <source>De gemeente vraagt de provincie haar vertrouwelijke plannen opgeteld door te leveren (Dataprotocol art. 8).</source>
   <translation>The municipality asks the province to pass on its confidential plans as a sum (Dataprotocol art. 8).</translation>
  </message>
  <message>
   <source>De gemeente waarvan u de levering beoordeelt</source>
   <translation>The municipality of which you review the delivery</translation>
  </message>
  <message>
   <source>De gemeentegrens staat niet meer op de kaart; voeg hem toe en probeer het opnieuw.</source>
   <translation>The municipal boundary is no longer on the map; add it and try again.</translation>
  </message>
  <message>
   <source>De gerepareerde laag kan niet geschreven worden ({reason}); kies een ander bestand.</source>
   <translation>The repaired layer cannot be written ({reason}); choose another file.</translation>
  </message>
  <message>
   <source>De gerepareerde laag kan niet geschreven worden; kies een ander bestand voor ‘Gerepareerde plannen’.</source>
   <translation>The repaired layer cannot be written; choose another file for ‘Repaired plans’.</translation>
  </message>
  <message>
   <source>De grens bevat bogen; de controle en de levering gebruiken rechte stukken van één graad, hooguit enkele millimeters ernaast.</source>
   <translation>The border has arcs; check and delivery use straight pieces of one degree, at most some millimetres beside them.</translation>
  </message>
  <message>
   <source>De grens heeft een dubbel hoekpunt op deze plek; haal het weg.</source>
   <translation>The border has a double vertex at this place; remove it.</translation>
  </message>
  <message>
   <source>De grens heeft een uitschieter met een stomp eind, van {length} lang en {width} breed; haal de hoekpunten aan het eind weg.</source>
   <translation>The border has a spike with a blunt end, {length} long and {width} wide; remove the vertices at its end.</translation>
  </message>
  <message>
   <source>De grens heeft een uitschieter van {length} lang en {width} breed; haal het hoekpunt aan de punt weg.</source>
   <translation>The border has a spike {length} long and {width} wide; remove the vertex at its point.</translation>
  </message>
  <message>
   <source>De grens heeft {number} dubbele hoekpunten, het eerste bij deze plek; haal ze weg.</source>
   <translation>The border has {number} double vertices, the first at this place; remove them.</translation>
  </message>
  <message>
   <source>De grens is niet netjes getekend</source>
   <translation>The border is not drawn neatly</translation>
  </message>
  <message>
   <source>De grens kruist of raakt zichzelf</source>
   <translation>The border crosses or touches itself</translation>
  </message>
  <message>
   <source>De grens van {year} is niet bekend.</source>
   <translation>The limit of {year} is not known.</translation>
  </message>
  <message>
   <source>De handleiding kan niet geopend worden. Open dit bestand zelf in een browser:
{path}</source>
   <translation>The manual cannot be opened. Open this file in a browser yourself:
{path}</translation>
  </message>
  <message>
   <source>De inhoud is dezelfde als die van ‘{name}’, ontvangen op {when}.</source>
   <translation>The content is the same as that of ‘{name}’, received on {when}.</translation>
  </message>
  <message>
   <source>De invulbladen staan al wel in ‘{folder}’.</source>
   <translation>The fill-in sheets are in ‘{folder}’ already.</translation>
  </message>
  <message>
   <source>De invulbladen worden vergeleken met het planbestand …</source>
   <translation>The fill-in sheets are being compared with the plan file …</translation>
  </message>
  <message>
   <source>De jaren zijn verschoven, en hoeveel woningen in elk jaar komen, zegt een periode niet. Het voorstel verdeelt ze gelijk.</source>
   <translation>The years have shifted, and a period does not say how many dwellings come in each year. The proposal divides them evenly.</translation>
  </message>
  <message>
   <source>De kaart is nog leeg. Kies eerst de gemeentegrens, dan ziet u waar u tekent. Of importeer plannen.</source>
   <translation>The map is still empty. First choose the municipal boundary, so that you see where you draw. Or import plans.</translation>
  </message>
  <message>
   <source>De kleine plannen samen voldoen niet</source>
   <translation>The small plans together are not right</translation>
  </message>
  <message>
   <source>De kolomkoppeling haalt de plannaam uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet (wel: {columns}); is dit het juiste bestand?</source>
   <translation>The column mapping takes the plan name from column ‘{column}’ of the source ‘{source}’, but that column is not there (there are: {columns}); is this the right file?</translation>
  </message>
  <message>
   <source>De kolomkoppeling haalt de plannummers uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet.</source>
   <translation>The column mapping takes the plan numbers from column ‘{column}’ of the source ‘{source}’, but that column is not there.</translation>
  </message>
  <message>
   <source>De kolomkoppeling haalt ‘{field}’ uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet.</source>
   <translation>The column mapping takes ‘{field}’ from column ‘{column}’ of the source ‘{source}’, but that column is not there.</translation>
  </message>
  <message>
   <source>De kolommen zijn anders dan de vorige keer; de koppeling is opnieuw voorgesteld.</source>
   <translation>The columns are not those of last time; the mapping was proposed anew.</translation>
  </message>
  <message>
   <source>De kopie kan niet ‘{name}’ zelf zijn; kies een andere naam.</source>
   <translation>The copy cannot be ‘{name}’ itself; choose another name.</translation>
  </message>
  <message>
   <source>De kopie met de nieuwe namen, met dezelfde extensie als het Excel-bestand. Alleen geschreven als er namen in veranderen.</source>
   <translation>The copy with the new names, with the same extension as the Excel file. Written only if names in it change.</translation>
  </message>
  <message>
   <source>De kopie van ‘{name}’ bevat na het schrijven niet precies de nieuwe namen; er is geen kopie gemaakt.</source>
   <translation>After writing, the copy of ‘{name}’ does not hold exactly the new names; no copy was made.</translation>
  </message>
  <message>
   <source>De kopie van ‘{name}’ moet ook op {end} eindigen.</source>
   <translation>The copy of ‘{name}’ must end in {end} as well.</translation>
  </message>
  <message>
   <source>De kopie, met alle plannen en velden.</source>
   <translation>The copy, with all plans and fields.</translation>
  </message>
  <message>
   <source>De laag heeft wijzigingen die nog niet zijn opgeslagen; ze tellen in dit rapport mee.</source>
   <translation>The layer has changes that are not saved yet; they count in this report.</translation>
  </message>
  <message>
   <source>De laag is intussen uit het project gehaald; er is niets overgenomen. Lees de invulbladen opnieuw in.</source>
   <translation>The layer was taken out of the project meanwhile; nothing was taken over. Read the fill-in sheets again.</translation>
  </message>
  <message>
   <source>De laag kan niet bewerkt worden; kies een laag uit een bestand of database.</source>
   <translation>The layer cannot be edited; choose a layer from a file or database.</translation>
  </message>
  <message>
   <source>De laag met bevindingen kan niet geschreven worden ({reason}); kies een ander bestand.</source>
   <translation>The layer with findings cannot be written ({reason}); choose another file.</translation>
  </message>
  <message>
   <source>De laag met bevindingen kan niet geschreven worden; kies een ander bestand voor ‘Bevindingen’.</source>
   <translation>The layer with findings cannot be written; choose another file for ‘Findings’.</translation>
  </message>
  <message>
   <source>De laag met de gemeentegrens bevat geen polygonen; kies een laag met de grens van de gemeente.</source>
   <translation>The layer with the municipal boundary has no polygons; choose a layer with the boundary of the municipality.</translation>
  </message>
  <message>
   <source>De laag met de gemeentegrens bevat {count} gemeente(n), maar niet {name} ({code}); kies de laag met uw gemeente.</source>
   <translation>The layer with the municipal boundary holds {count} municipality(ies), but not {name} ({code}); choose the layer with your municipality.</translation>
  </message>
  <message>
   <source>De laag met de plannen, die bewerkt kan worden.</source>
   <translation>The layer with the plans, which can be edited.</translation>
  </message>
  <message>
   <source>De laag met de plannen; de naamkolom wordt aan haar naam herkend.</source>
   <translation>The layer with the plans; the name column is recognised by its name.</translation>
  </message>
  <message>
   <source>De laag met gemeentehuizen heeft geen kolom ‘gemeente_code’; voeg die toe, met codes zoals GM0396.</source>
   <translation>The layer of town halls has no column ‘gemeente_code’; add it, with codes such as GM0396.</translation>
  </message>
  <message>
   <source>De laag zegt niet in welk coördinatenstelsel hij is. Polygonen in het bereik van RD: {inside} van de {all}. Leg EPSG:28992 vast bij de eigenschappen van de laag.</source>
   <translation>The layer does not say in which coordinate system it is. Polygons in the range of RD: {inside} of the {all}. Set EPSG:28992 in the properties of the layer.</translation>
  </message>
  <message>
   <source>De laag ‘Vorige plannen’ staat niet in dit project.</source>
   <translation>The layer ‘Previous plans’ is not in this project.</translation>
  </message>
  <message>
   <source>De laag ‘plannen’ van het planbestand waarvan u leverde.</source>
   <translation>The layer ‘plannen’ of the plan file that you delivered of.</translation>
  </message>
  <message>
   <source>De laag ‘plannen’ van het planbestand, zonder filter en zonder selectie.</source>
   <translation>The layer ‘plannen’ of the plan file, without a filter and without a selection.</translation>
  </message>
  <message>
   <source>De laag ‘plannen’ van het planbestand.</source>
   <translation>The layer ‘plannen’ of the plan file.</translation>
  </message>
  <message>
   <source>De laag ‘{label}’ kan niet geschreven worden ({reason}); kies een ander bestand.</source>
   <translation>The layer ‘{label}’ cannot be written ({reason}); choose another file.</translation>
  </message>
  <message>
   <source>De laag ‘{name}’ kan niet bewerkt worden; controleer of het bestand alleen-lezen is.</source>
   <translation>Layer ‘{name}’ cannot be edited; check whether the file is read-only.</translation>
  </message>
  <message>
   <source>De laag ‘{name}’ zegt niet in welk coördinatenstelsel zij staat; zij is gelezen als EPSG:28992 (RD).</source>
   <translation>Layer ‘{name}’ does not say in which coordinate system it is; it was read as EPSG:28992 (RD).</translation>
  </message>
  <message>
   <source>De laatste periode loopt nu tot en met {last}. Wat u eerst na {before} verwachtte, telt daar nu mee: tel het zelf op bij periode en totaal.</source>
   <translation>The last period now runs up to and including {last}. What you expected after {before} counts there now: add it to period and total yourself.</translation>
  </message>
  <message>
   <source>De laatste vier kolommen zijn samen de eerste. Wat gevraagd is, staat leeg in het nieuwe planbestand tot u antwoordt.</source>
   <translation>The last four columns together are the first. What is asked is empty in the new plan file until you answer.</translation>
  </message>
  <message>
   <source>De labels en opmerkingen staan dan op uw kaart. Pas uw plannen aan, of schrijf bij de opmerking uw reactie.</source>
   <translation>The labels and remarks are then on your map. Change your plans, or write your response at the remark.</translation>
  </message>
  <message>
   <source>De levering is klaar: {package}, met het {report}.</source>
   <translation>The delivery is ready: {package}, with the {report}.</translation>
  </message>
  <message>
   <source>De levering van deze gemeente is klaar om te beantwoorden</source>
   <translation>The delivery of this municipality is ready to be answered</translation>
  </message>
  <message>
   <source>De levering van {day} die op {moment} werd gemaakt, is afgebroken: pakket ‘{name}’ staat niet in ‘{folder}’. Dit planbestand telt die levering niet mee. Hebt u het pakket toch verstuurd, kies het dan als vorige levering.</source>
   <translation>The delivery of {day} that was made on {moment} was stopped: package ‘{name}’ is not in ‘{folder}’. This plan file does not count that delivery. If you did send the package, choose it as the previous delivery.</translation>
  </message>
  <message>
   <source>De levering wordt gemaakt, teruggelezen en vergeleken …</source>
   <translation>The delivery is being made, read back and compared …</translation>
  </message>
  <message>
   <source>De leveringen worden vergeleken …</source>
   <translation>Comparing the deliveries …</translation>
  </message>
  <message>
   <source>De lijn van dit vlak kruist zichzelf; teken of kies het gemeentehuis opnieuw.</source>
   <translation>The line of this area crosses itself; draw or choose the town hall again.</translation>
  </message>
  <message>
   <source>De lijst komt zodra {plans} opnieuw zijn nagekeken.</source>
   <translation>The list comes as soon as {plans} have been judged again.</translation>
  </message>
  <message>
   <source>De lijst van lagen in ‘{name}’ is geen gewone tabel; kies of vraag een bestand met gewone lagen.</source>
   <translation>The list of layers in ‘{name}’ is no ordinary table; choose or ask for a file with ordinary layers.</translation>
  </message>
  <message>
   <source>De lijst van ‘Alleen tonen’, met uw keuzes.</source>
   <translation>The list of ‘Only show’, with your choices.</translation>
  </message>
  <message>
   <source>De losse cellen van woningtype maal prijs zijn schattingen van het bronsysteem; alleen de randtotalen zijn gebruikt.</source>
   <translation>The separate cells of dwelling type by price are estimates of the source system; only the marginal totals were used.</translation>
  </message>
  <message>
   <source>De map met de zips zoals gemeenten ze stuurden, of één zip. Bestanden van gemeenten zonder plugin mogen erbij staan. In een script mag het ook een lijst van bestanden en mappen zijn.</source>
   <translation>The folder of the zips as municipalities sent them, or one zip. Files of municipalities without the plugin may lie among them. In a script it may be a list of files and folders too.</translation>
  </message>
  <message>
   <source>De map met de zips zoals gemeenten ze stuurden. Aan die bestanden verandert niets.</source>
   <translation>The folder with the zips as municipalities sent them. Nothing changes in those files.</translation>
  </message>
  <message>
   <source>De map met de zips, ook in mappen daarin. Aan die bestanden verandert niets.</source>
   <translation>The folder with the zips, also in folders inside it. Nothing changes in those files.</translation>
  </message>
  <message>
   <source>De map waarin de antwoorden komen. Een eerder antwoord met dezelfde naam blijft ernaast bewaard. Antwoorden zijn vertrouwelijk.</source>
   <translation>The folder in which the answers come. An earlier answer of the same name is kept beside it. Answers are confidential.</translation>
  </message>
  <message>
   <source>De map waarin de set en het rapport komen. Beide zijn vertrouwelijk.</source>
   <translation>The folder for the set and the report. Both are confidential.</translation>
  </message>
  <message>
   <source>De map waarin het pakket en een uitgepakte leeskopie komen. Daar komt niets in dat niet openbaar is.</source>
   <translation>The folder in which the package and an unpacked copy to read come. Nothing comes there that is not public.</translation>
  </message>
  <message>
   <source>De map waarin het pakket en een uitgepakte leeskopie komen. Uw eigen rapport komt naast het planbestand, niet hier.</source>
   <translation>The folder in which the package and an unpacked copy for reading come. Your own report comes beside the plan file, not here.</translation>
  </message>
  <message>
   <source>De naam die in beide komt te staan.</source>
   <translation>The name that both will have.</translation>
  </message>
  <message>
   <source>De naam in cel {cell} op blad ‘{sheet}’ van ‘{name}’ kan niet vervangen worden: {why}; er is geen kopie gemaakt.</source>
   <translation>The name in cell {cell} on sheet ‘{sheet}’ of ‘{name}’ cannot be replaced: {why}; no copy was made.</translation>
  </message>
  <message>
   <source>De naam van de provincie. Leeg: die van het beoordelingsbestand, of van de meeste pakketten.</source>
   <translation>The name of the province. Empty: that of the review file, or of the most packages.</translation>
  </message>
  <message>
   <source>De naam van het openbare plan ‘{name}’ is te lang voor Excel of heeft een stuurteken; verbeter de plannaam.</source>
   <translation>The name of the public plan ‘{name}’ is too long for Excel or has a control character; correct the plan name.</translation>
  </message>
  <message>
   <source>De naam van het openbare plan ‘{public}’ noemt het vertrouwelijke plan ‘{plan}’.</source>
   <translation>The name of the public plan ‘{public}’ mentions the confidential plan ‘{plan}’.</translation>
  </message>
  <message>
   <source>De naam van plan nr. {fid} in laag ‘{layer}’ kan niet gewijzigd worden; er is niets gewijzigd.</source>
   <translation>The name of the plan with fid {fid} in layer ‘{layer}’ cannot be changed; nothing has changed.</translation>
  </message>
  <message>
   <source>De namen, zoals ze nu in de laag staan, van de plannen die u wilt herstellen, ook als het voorstel een vermoeden is. Leeg: alles wat zeker is.</source>
   <translation>The names, as they are in the layer now, of the plans that you want to mend, also when the proposal is a guess. Empty: everything that is certain.</translation>
  </message>
  <message>
   <source>De nieuwe namen kunnen niet opgeslagen worden in laag ‘{layer}’ ({reason}).</source>
   <translation>The new names cannot be saved in layer ‘{layer}’ ({reason}).</translation>
  </message>
  <message>
   <source>De opdracht is door een fout in de plugin gestopt. De details staan in het logboek, tabblad LMVW.</source>
   <translation>The job has stopped because of an error in the plugin. The details are in the log, tab LMVW.</translation>
  </message>
  <message>
   <source>De opdracht is gestopt; kijk in het logboek, tabblad LMVW.</source>
   <translation>The job has stopped; look in the log, tab LMVW.</translation>
  </message>
  <message>
   <source>De opdracht wordt afgebroken …</source>
   <translation>The job is being stopped …</translation>
  </message>
  <message>
   <source>De openbare pagina is niet goed geschreven; is de schijf vol?</source>
   <translation>The public page was not written well; is the disk full?</translation>
  </message>
  <message>
   <source>De openbare plannen</source>
   <translation>The public plans</translation>
  </message>
  <message>
   <source>De openbare versie is geschreven en teruggelezen: {path}</source>
   <translation>The public version has been written and read back: {path}</translation>
  </message>
  <message>
   <source>De openbare versie is klaar: {package}, in {folder}.</source>
   <translation>The public version is ready: {package}, in {folder}.</translation>
  </message>
  <message>
   <source>De openbare versie van de woningbouwplannen: deze mag iedereen zien.</source>
   <translation>The public version of the housing plans: everybody may see it.</translation>
  </message>
  <message>
   <source>De openbare versie wordt gemaakt en teruggelezen …</source>
   <translation>The public version is being made and read back …</translation>
  </message>
  <message>
   <source>De oppervlakte past niet bij het aantal woningen</source>
   <translation>The area does not fit the number of dwellings</translation>
  </message>
  <message>
   <source>De optelling bestaat uit {plans}; wie er een kent, weet dan te veel van de rest. De ondergrens is {fewest}.</source>
   <translation>The sum is made up of {plans}; whoever knows one then knows too much of the rest. The lower limit is {fewest}.</translation>
  </message>
  <message>
   <source>De optelling kan nog niet: bij vertrouwelijke plannen zijn bruto of sloop nog leeg.</source>
   <translation>The sum cannot be made yet: confidential plans lack gross or demolition numbers.</translation>
  </message>
  <message>
   <source>De optelling van alle woningbouwplannen van de gemeente, de vertrouwelijke en de openbare samen.</source>
   <translation>The sum of all housing plans of the municipality, the confidential and the public ones together.</translation>
  </message>
  <message>
   <source>De peildatum van het nieuwe planbestand: hoogstens een jaar later. Leeg: de eerstvolgende.</source>
   <translation>The reference date of the new plan file: at most a year later. Empty: the next one.</translation>
  </message>
  <message>
   <source>De plankaart geeft een voorstel voor de planstatus van {plans}: kies ‘Voorstellen’ om ze te zien en te bevestigen.</source>
   <translation>The plan map gives a proposal for the plan status of {plans}: choose ‘Voorstellen’ to see and confirm them.</translation>
  </message>
  <message>
   <source>De planlaag in RD (EPSG:28992). Deze laag zelf verandert niet.</source>
   <translation>The layer with plans in RD (EPSG:28992). This layer itself does not change.</translation>
  </message>
  <message>
   <source>De planlaag in RD (EPSG:28992). Plannen met status 5A of 5B worden overgeslagen; gerealiseerde en vervallen plannen tellen niet mee bij overlap.</source>
   <translation>The layer with plans in RD (EPSG:28992). Plans with status 5A or 5B are skipped; completed and cancelled plans do not count for overlap.</translation>
  </message>
  <message>
   <source>De planlaag is niet meer in het project; het rapport laat zien wat er gevonden is.</source>
   <translation>The layer with plans is no longer in the project; the report shows what was found.</translation>
  </message>
  <message>
   <source>De plannaam staat er in meer schrijfwijzen: {names}. Is het hetzelfde plan, maak er dan één van; geef ze anders duidelijk andere namen.</source>
   <translation>The plan name is there in more spellings: {names}. If it is the same plan, make it one; else give them clearly different names.</translation>
  </message>
  <message>
   <source>De plannaam {a} ({left}, {left_where}) lijkt op {b} ({right}, {right_where}), maar {why}; neem {new} in beide over als het hetzelfde plan is.</source>
   <translation>The plan name {a} ({left}, {left_where}) resembles {b} ({right}, {right_where}), but {why}; adopt {new} in both if it is the same plan.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({own}, {where}) staat niet in {other} en lijkt op {twin}, dat daar al wel staat ({twin_where}). Is het plan dubbel opgenomen, verwijder het dan; verbeter anders de naam.</source>
   <translation>The plan name {name} ({own}, {where}) is not in {other} and resembles {twin}, which is there already ({twin_where}). If the plan is in it twice, remove it, and else correct the name.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({own}, {where}) staat niet in {other}, maar lijkt daar op meer namen: {shown}; kies zelf welke hetzelfde plan is.</source>
   <translation>The plan name {name} ({own}, {where}) is not in {other}, but resembles more names there: {shown}; choose yourself which is the same plan.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({own}, {where}) staat niet in {other}, maar lijkt daar op {mate} ({mate_where}; {why}); {more}. Kies zelf welke hetzelfde plan is.</source>
   <translation>The plan name {name} ({own}, {where}) is not in {other}, but resembles {mate} there ({mate_where}; {why}); {more}. Choose yourself which is the same plan.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({own}, {where}) staat niet in {other}; voeg het plan daar toe of verbeter de naam.</source>
   <translation>The plan name {name} ({own}, {where}) is not in {other}; add the plan there or correct the name.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({where}) staat {count} keer{at}, ook bij {others}; geef elk plan een eigen naam.</source>
   <translation>The plan name {name} ({where}) is there {count} times{at}, also at {others}; give each plan its own name.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({where}{at}) bevat {what}; maak er {proposal} van, in alle bestanden tegelijk.</source>
   <translation>The plan name {name} ({where}{at}) has {what}; make it {proposal}, in all files at the same time.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({where}{at}) is bijna gelijk aan {shown}; voeg ze samen als het hetzelfde plan is, en geef ze anders duidelijk andere namen.</source>
   <translation>The plan name {name} ({where}{at}) is almost the same as {shown}; join them if it is the same plan, and else give them clearly different names.</translation>
  </message>
  <message>
   <source>De plannaam {name} ({where}{at}) {why}; </source>
   <translation>The plan name {name} ({where}{at}) {why}; </translation>
  </message>
  <message>
   <source>De plannaam {name} staat {lefts} keer in {left} ({left_where}) en {rights} keer in {right} ({right_where}); elke naam hoort in beide één keer te staan.</source>
   <translation>The plan name {name} is there {lefts} times in {left} ({left_where}) and {rights} times in {right} ({right_where}); each name belongs in both once.</translation>
  </message>
  <message>
   <source>De plannamen zijn gelijk.</source>
   <translation>The plan names are the same.</translation>
  </message>
  <message>
   <source>De plannamen zijn letter voor letter gelijk aan die in plannen.gpkg.</source>
   <translation>The plan names are the same, letter for letter, as those in plannen.gpkg.</translation>
  </message>
  <message>
   <source>De plannen in laag ‘{name}’ zijn intussen gewijzigd; er is niets overgenomen. Doe ‘{title}’ opnieuw.</source>
   <translation>The plans in layer ‘{name}’ were changed meanwhile; nothing was taken over. Do ‘{title}’ again.</translation>
  </message>
  <message>
   <source>De plannen in pakket ‘{name}’ zijn na het maken gewijzigd of beschadigd; gebruik het pakket zoals het is verstuurd.</source>
   <translation>The plans in package ‘{name}’ were changed or damaged after it was made; use the package as it was sent.</translation>
  </message>
  <message>
   <source>De plannen kunnen niet worden samengevoegd; kan deze laag bewerkt worden?</source>
   <translation>The plans cannot be merged; can this layer be edited?</translation>
  </message>
  <message>
   <source>De plannen of de redenen zijn anders dan toen u ‘Wie beslist’ en ‘Waarom het mag’ invulde; die zijn nu leeg.</source>
   <translation>The plans or the reasons are not what they were when you filled in ‘Who decides’ and ‘Why it may go out’; those are empty now.</translation>
  </message>
  <message>
   <source>De plannen staan al wel in ‘{path}’.</source>
   <translation>The plans are in ‘{path}’ already.</translation>
  </message>
  <message>
   <source>De plannen van de vorige levering, om gewijzigde namen te vinden.</source>
   <translation>The plans of the previous delivery, to find changed names.</translation>
  </message>
  <message>
   <source>De plannen van nu: een planbestand, een pakket, of een kaartlaag met plannamen.</source>
   <translation>The plans of now: a plan file, a package, or a map layer with plan names.</translation>
  </message>
  <message>
   <source>De plannen waar het antwoord ontbreekt</source>
   <translation>The plans that lack the answer</translation>
  </message>
  <message>
   <source>De plannen worden gecontroleerd …</source>
   <translation>The plans are being checked …</translation>
  </message>
  <message>
   <source>De plannen worden gelezen …</source>
   <translation>The plans are being read …</translation>
  </message>
  <message>
   <source>De plannen worden geïmporteerd …</source>
   <translation>The plans are being imported …</translation>
  </message>
  <message>
   <source>De plannen zijn daarna gewijzigd: vergelijk opnieuw.</source>
   <translation>The plans changed since: compare again.</translation>
  </message>
  <message>
   <source>De plannen {names} hebben elkaars namen gekregen; kijk of niet de gegevens of de polygonen verwisseld zijn.</source>
   <translation>The plans {names} got each other's names; see whether the data or the polygons were not swapped instead.</translation>
  </message>
  <message>
   <source>De planstatus gaat terug van {was} naar {now}. Klopt dat, zeg dan in de toelichting waarom.</source>
   <translation>The plan status goes back from {was} to {now}. If that is right, say why in the explanation.</translation>
  </message>
  <message>
   <source>De plugin stopt vanaf {border}%.</source>
   <translation>The plugin stops from {border}%.</translation>
  </message>
  <message>
   <source>De polygonen liggen samen {distance} cm verder dan in de vorige levering. Dat komt meestal door een andere omrekening naar RD; het telt niet als een wijziging.</source>
   <translation>All polygons together lie {distance} cm from where they were in the previous delivery. That mostly comes from another conversion to RD; it does not count as a change.</translation>
  </message>
  <message>
   <source>De polygonen van de plannen, in EPSG:28992. Elke laag die QGIS kan openen is goed. Mag leeg blijven als er een Excel-bestand is. Heeft een bestand meer lagen, noem er dan een (plannen.gpkg|layername=hard) of neem ze samen (plannen.gpkg|layername=*).</source>
   <translation>The polygons of the plans, in EPSG:28992. Any layer that QGIS can open will do. May stay empty if there is an Excel file. If a file has more layers, name one (plannen.gpkg|layername=hard) or take them together (plannen.gpkg|layername=*).</translation>
  </message>
  <message>
   <source>De polygonen van ‘{name}’ liggen volgens hun coördinaten niet in Nederland; controleer het coördinatenstelsel. ‘Polygonen controleren’ zegt waarop het lijkt.</source>
   <translation>By their coordinates the polygons of ‘{name}’ do not lie in the Netherlands; check the coordinate system. ‘Check polygons’ says what it looks like.</translation>
  </message>
  <message>
   <source>De polygonen zijn niet nagekeken, want shapely ontbreekt of is te oud.</source>
   <translation>The polygons were not checked, for shapely is missing or too old.</translation>
  </message>
  <message>
   <source>De polygonen zijn nog niet gecontroleerd: dat kon niet op de computer van die controle. Controleer opnieuw waar het wel kan.</source>
   <translation>The polygons have not been checked yet: that was not possible on the computer of that check. Check again where it is.</translation>
  </message>
  <message>
   <source>De polygoon heeft een coördinaat die geen getal is; teken het plangebied opnieuw.</source>
   <translation>The polygon has a coordinate that is not a number; draw the plan area again.</translation>
  </message>
  <message>
   <source>De polygoon heeft een leeg deel: een vlak of een gat zonder hoekpunten, waar andere programma’s op vastlopen; haal het weg.</source>
   <translation>The polygon has an empty part: an area or a hole without vertices, which makes other programs stop; remove it.</translation>
  </message>
  <message>
   <source>De polygoon heeft geen oppervlakte: alle hoekpunten liggen op één lijn; teken het plangebied opnieuw.</source>
   <translation>The polygon has no area: all vertices lie on one line; draw the plan area again.</translation>
  </message>
  <message>
   <source>De polygoon heeft {what} bij de hoekpunten; de levering gebruikt ze niet, haal ze weg.</source>
   <translation>The polygon has {what} with the vertices; the delivery does not use them, remove them.</translation>
  </message>
  <message>
   <source>De polygoon is beschadigd en niet te lezen; teken het plangebied opnieuw.</source>
   <translation>The polygon is damaged and cannot be read; draw the plan area again.</translation>
  </message>
  <message>
   <source>De polygoon is een cirkel met een straal van {radius} en lijkt een voorlopige aanduiding; teken het plangebied zo precies mogelijk.</source>
   <translation>The polygon is a circle with a radius of {radius} and looks like a provisional mark; draw the plan area as precisely as possible.</translation>
  </message>
  <message>
   <source>De polygoon is een rechthoek van maar {area} en lijkt een voorlopige aanduiding; teken het plangebied zo precies mogelijk.</source>
   <translation>The polygon is a rectangle of only {area} and looks like a provisional mark; draw the plan area as precisely as possible.</translation>
  </message>
  <message>
   <source>De polygoon is het gemeentehuis. Er wordt alleen gesloopt; plantype en planstatus zijn die van de meeste sloop.</source>
   <translation>The polygon is the town hall. There is only demolition; plantype and planstatus are those of most of it.</translation>
  </message>
  <message>
   <source>De polygoon is het gemeentehuis; plantype en planstatus zijn die van de meeste woningen.</source>
   <translation>The polygon is the town hall; plantype and planstatus are those of most dwellings.</translation>
  </message>
  <message>
   <source>De polygoon is leeg; teken het plangebied.</source>
   <translation>The polygon is empty; draw the plan area.</translation>
  </message>
  <message>
   <source>De polygoon is maar {area}: daar past geen woning op. Teken het hele plangebied.</source>
   <translation>The polygon is only {area}: no dwelling fits on it. Draw the whole plan area.</translation>
  </message>
  <message>
   <source>De polygoon is niet geldig</source>
   <translation>The polygon is not valid</translation>
  </message>
  <message>
   <source>De polygoon is nog maar voor {share}% dezelfde als in de vorige levering. Klopt dat, zeg dan in de toelichting waarom.</source>
   <translation>Only {share}% of the polygon is the same as in the previous delivery. If that is right, say why in the explanation.</translation>
  </message>
  <message>
   <source>De polygoon is ongeldig: {reason}, bij x {x} y {y}; verbeter de grens op deze plek.</source>
   <translation>The polygon is invalid: {reason}, at x {x} y {y}; correct the border at this place.</translation>
  </message>
  <message>
   <source>De polygoon is te ingewikkeld om helemaal te controleren. De grens ligt te vaak over of binnen zichzelf, het meest bij x {x} y {y}; teken het plangebied opnieuw, met minder hoekpunten.</source>
   <translation>The polygon is too complex to check completely. The border lies over or inside itself too often, most of all at x {x} y {y}; draw the plan area again, with fewer vertices.</translation>
  </message>
  <message>
   <source>De polygoon is voor {share} gelijk aan de hele gemeente en lijkt een voorlopige aanduiding; teken het plangebied zo precies mogelijk.</source>
   <translation>The polygon is for {share} equal to the whole municipality and looks like a provisional mark; draw the plan area as precisely as possible.</translation>
  </message>
  <message>
   <source>De polygoon ligt {metres} m verder dan in de vorige levering. Klopt dat, zeg dan in de toelichting waarom.</source>
   <translation>The polygon lies {metres} m from where it was in the previous delivery. If that is right, say why in the explanation.</translation>
  </message>
  <message>
   <source>De polygoon lijkt een voorlopige aanduiding</source>
   <translation>The polygon looks like a provisional mark</translation>
  </message>
  <message>
   <source>De polygoon ontbreekt of ligt niet in RD</source>
   <translation>The polygon is missing or not in RD</translation>
  </message>
  <message>
   <source>De polygoon ontbreekt, is niet te meten of is breder dan een gemeente; herstel hem en vergelijk opnieuw.</source>
   <translation>The polygon is missing, cannot be measured or is wider than a municipality; repair it and compare again.</translation>
  </message>
  <message>
   <source>De polygoon van dit plan kon niet helemaal gecontroleerd worden door een fout in de plugin. Bekijk de polygoon zelf op de kaart en meld het de makers.</source>
   <translation>The polygon of this plan could not be checked in full because of an error in the plugin. Look at the polygon on the map yourself and report it to the makers.</translation>
  </message>
  <message>
   <source>De polygoon van het openbare plan ‘{name}’ ligt niet in Nederland; herstel hem.</source>
   <translation>The polygon of the public plan ‘{name}’ is not in the Netherlands; repair it.</translation>
  </message>
  <message>
   <source>De prijsgrens van {year} is niet officieel bekend voor {segments}. Kent u haar, geef haar dan op.</source>
   <translation>The price limit of {year} is not officially known for {segments}. If you know it, state it.</translation>
  </message>
  <message>
   <source>De prijsgrens van {year} ontbreekt in dit planbestand. In uw opties staat: {limits}.</source>
   <translation>The price limit of {year} is missing in this plan file. Your options say: {limits}.</translation>
  </message>
  <message>
   <source>De prijsgrenzen staan in het planbestand en reizen ermee mee.</source>
   <translation>The price limits are in the plan file and travel with it.</translation>
  </message>
  <message>
   <source>De provincie beoordeelde de levering en wil dat u hiernaar kijkt.</source>
   <translation>The province reviewed the delivery and wants you to look at this.</translation>
  </message>
  <message>
   <source>De provincie gaf een plan een label</source>
   <translation>The province gave a plan a label</translation>
  </message>
  <message>
   <source>De provincie heeft dit plan nog niet beoordeeld.</source>
   <translation>The province has not reviewed this plan yet.</translation>
  </message>
  <message>
   <source>De provincie heeft het plan nog niet beoordeeld (art. 5.e); u hoeft niets te doen.</source>
   <translation>The province has not reviewed the plan yet (art. 5.e); you need not do anything.</translation>
  </message>
  <message>
   <source>De provincie kan een leeg of onleesbaar veld niet verwerken.</source>
   <translation>The province cannot process an empty or unreadable field.</translation>
  </message>
  <message>
   <source>De provincie merkt op: {words}</source>
   <translation>The province remarks: {words}</translation>
  </message>
  <message>
   <source>De provincie noemt dit plan strijdig met haar beleid (art. 5.d).</source>
   <translation>The province calls this plan contrary to its policy (art. 5.d).</translation>
  </message>
  <message>
   <source>De provincie noemt dit plan strijdig met provinciaal beleid; het geldt als vertrouwelijk in alles wat iedereen mag zien.</source>
   <translation>The province calls this plan contrary to provincial policy; it counts as confidential in everything that everybody may see.</translation>
  </message>
  <message>
   <source>De provincie vraagt: {words}</source>
   <translation>The province asks: {words}</translation>
  </message>
  <message>
   <source>De provincie wil van elk plan weten wat ervan geworden is. Een plan dat zonder uitleg verdwijnt, blijft daar openstaan.</source>
   <translation>The province wants to know what became of every plan. A plan that disappears without explanation stays open there.</translation>
  </message>
  <message>
   <source>De reden van dat besluit. Naam en reden komen in een lijst naast het planbestand, en niet in de openbare versie.</source>
   <translation>The reason of that decision. Name and reason come in a list beside the plan file, and not in the public version.</translation>
  </message>
  <message>
   <source>De segmenten tellen op tot {parts} en de plannen tot {bruto} woningen bruto; wat niet klopt of nog leeg is, staat bij regels {rules}.</source>
   <translation>The segments add up to {parts} and the plans to {bruto} dwellings bruto; what is wrong or still empty stands with rules {rules}.</translation>
  </message>
  <message>
   <source>De set is niet goed geschreven; is de schijf vol?</source>
   <translation>The set was not written well; is the disk full?</translation>
  </message>
  <message>
   <source>De set staat al wel in ‘{path}’.</source>
   <translation>The set is in ‘{path}’ already.</translation>
  </message>
  <message>
   <source>De set staat in {path}, het rapport in {report}</source>
   <translation>The set is in {path}, the report in {report}</translation>
  </message>
  <message>
   <source>De tekst is langer dan {most} tekens; maak er twee van.</source>
   <translation>The text is longer than {most} characters; make two of it.</translation>
  </message>
  <message>
   <source>De toelichting bij de kolommen kan niet worden opgeslagen ({reason}).</source>
   <translation>The explanation of the columns cannot be stored ({reason}).</translation>
  </message>
  <message>
   <source>De toelichting noemt een hele locatie van {said}, maar er zijn nog {bruto} te bouwen. Verbeter het aantal in de toelichting, of bruto totaal.</source>
   <translation>The explanation mentions a whole location of {said}, but {bruto} are still to be built. Correct the number in the explanation, or the gross total.</translation>
  </message>
  <message>
   <source>De totalen van bron en plannen zijn niet gelijk; gebruik het planbestand niet voordat duidelijk is waarom.</source>
   <translation>The totals of source and plans are not equal; do not use the plan file before it is clear why.</translation>
  </message>
  <message>
   <source>De uitkomst is bewaard, maar laag ‘{name}’ kan haar nu niet tonen: sluit de attributentabel en de formulieren van die laag en controleer opnieuw.</source>
   <translation>The outcome was kept, but layer ‘{name}’ cannot show it now: close the attribute table and the forms of that layer and check again.</translation>
  </message>
  <message>
   <source>De uitkomst kan alleen bewaard worden bij een laag uit een planbestand; kies die laag of zet ‘Uitkomst bewaren’ uit.</source>
   <translation>The outcome can only be kept for a layer from a plan file; choose that layer or switch off ‘Keep the outcome’.</translation>
  </message>
  <message>
   <source>De uitkomst van de controle is niet bewaard: in ‘{path}’ wordt nog geschreven, door QGIS zelf of door een ander programma; sla uw bewerkingen op en controleer opnieuw.</source>
   <translation>The outcome of the check was not kept: ‘{path}’ is being written in, by QGIS itself or by another program; save your edits and check again.</translation>
  </message>
  <message>
   <source>De uitkomst van de controle kan niet in ‘{path}’ bewaard worden ({reason}); mag u het bestand wijzigen, en is er ruimte?</source>
   <translation>The outcome of the check cannot be kept in ‘{path}’ ({reason}); may you change the file, and is there room?</translation>
  </message>
  <message>
   <source>De volgende opmerking of vraag gaat over deze plek.</source>
   <translation>The next remark or question is about this place.</translation>
  </message>
  <message>
   <source>De volgende vraag (Ctrl+Page Down)</source>
   <translation>The next question (Ctrl+Page Down)</translation>
  </message>
  <message>
   <source>De voortgang per projectleider staat in {path}</source>
   <translation>The progress by project leader is in {path}</translation>
  </message>
  <message>
   <source>De vorige levering</source>
   <translation>The previous delivery</translation>
  </message>
  <message>
   <source>De vorige levering ‘{title}’ heeft peildatum {then}; kies een levering van vóór {now}.</source>
   <translation>The previous delivery ‘{title}’ has reference date {then}; choose a delivery from before {now}.</translation>
  </message>
  <message>
   <source>De vorige peildatum {since} ligt niet vóór de peildatum {until}; kies een eerdere.</source>
   <translation>The previous reference date {since} is not before the reference date {until}; choose an earlier one.</translation>
  </message>
  <message>
   <source>De vorige set staat nu in ‘{path}’.</source>
   <translation>The previous set is now in ‘{path}’.</translation>
  </message>
  <message>
   <source>De vorige vraag (Ctrl+Page Up)</source>
   <translation>The previous question (Ctrl+Page Up)</translation>
  </message>
  <message>
   <source>De vraag over 55-plus is niet beantwoord</source>
   <translation>The question about 55-plus is not answered</translation>
  </message>
  <message>
   <source>De werkkopie staat in {path}</source>
   <translation>The working copy is in {path}</translation>
  </message>
  <message>
   <source>De wijzigingen die niet waren opgeslagen, zijn geannuleerd.</source>
   <translation>The changes that were not saved have been cancelled.</translation>
  </message>
  <message>
   <source>De wijzigingen passen niet in de laag ‘{name}’; er is niets veranderd.</source>
   <translation>The changes do not fit in layer ‘{name}’; nothing has changed.</translation>
  </message>
  <message>
   <source>De wijzigingen staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken.</source>
   <translation>The changes are in the layer and are not saved yet; you can undo them in one step.</translation>
  </message>
  <message>
   <source>De woningen verklaard</source>
   <translation>The dwellings explained</translation>
  </message>
  <message>
   <source>De woningtypen beschrijven soms het hele plan en niet de rest; de controle wijst dat aan.</source>
   <translation>The dwelling types sometimes describe the whole plan and not the rest; the check points that out.</translation>
  </message>
  <message>
   <source>De woningtypen verdelen alle bruto woningen.</source>
   <translation>The dwelling types divide all gross dwellings.</translation>
  </message>
  <message>
   <source>De zeven prijssegmenten verdelen alle bruto woningen.</source>
   <translation>The seven price segments divide all gross dwellings.</translation>
  </message>
  <message>
   <source>De zip die de provincie stuurde. Pak hem niet uit.</source>
   <translation>The zip that the province sent. Do not unpack it.</translation>
  </message>
  <message>
   <source>De zip die u het laatst publiceerde. Is het verschil met de optelling van nu precies één plan, dan zegt de plugin dat.</source>
   <translation>The zip that you published last. When the difference from the sum of now is exactly one plan, the plugin says so.</translation>
  </message>
  <message>
   <source>Deel</source>
   <translation>Share</translation>
  </message>
  <message>
   <source>Deel van de grens langs openbare plannen (%)</source>
   <translation>Part of the border along public plans (%)</translation>
  </message>
  <message>
   <source>Deel van {whole}</source>
   <translation>Share of {whole}</translation>
  </message>
  <message>
   <source>Deze keuzes staan in ‘{name}’ en reizen ermee mee. Een nieuw planbestand van {gemeente} begint met wat u hier het laatst koos.</source>
   <translation>These choices stand in ‘{name}’ and travel with it. A new plan file of {gemeente} begins with what you chose here last.</translation>
  </message>
  <message>
   <source>Deze levering</source>
   <translation>This delivery</translation>
  </message>
  <message>
   <source>Deze plannen hebben niet elk jaar dezelfde polygoon; de eerste is overgenomen: {names}.</source>
   <translation>These plans do not have the same polygon in each year; the first was taken over: {names}.</translation>
  </message>
  <message>
   <source>Deze plannen hebben nog geen polygoon; teken die in het planbestand.</source>
   <translation>These plans have no polygon yet; draw it in the plan file.</translation>
  </message>
  <message>
   <source>Deze plannen horen in de eigen administratie en tellen niet mee. Is zo’n plan gerealiseerd of vervallen en stond het in de vorige levering, dan hoort het nog één keer mee te gaan.</source>
   <translation>These plans belong in the own administration and do not count. If such a plan is completed or cancelled and was in the previous delivery, it should go along once more.</translation>
  </message>
  <message>
   <source>Deze plannen staan wel in het planbestand en niet in de bron. Ze blijven staan, tenzij u bij ‘vervallen’ kiest voor ja. Is een plan klaar, zet dan zelf ‘gerealiseerd’ op ja.</source>
   <translation>These plans are in the plan file and not in the source. They stay, unless you choose yes at ‘vervallen’ (cancelled). If a plan is finished, set ‘gerealiseerd’ (completed) to yes yourself.</translation>
  </message>
  <message>
   <source>Deze plannen zijn als gerealiseerd of vervallen geleverd. Dat gebeurt één keer (Invultip 6). Wat er geleverd is, blijft in het nieuwe planbestand bewaard.</source>
   <translation>These plans were delivered as realised or dropped. That is done once (Invultip 6). What was delivered is kept in the new plan file.</translation>
  </message>
  <message>
   <source>Deze plek ligt niet in Nederland; wijs een andere plek aan.</source>
   <translation>This place is not in the Netherlands; point at another place.</translation>
  </message>
  <message>
   <source>Deze polygoon is niet te repareren: {why}.</source>
   <translation>This polygon cannot be repaired: {why}.</translation>
  </message>
  <message>
   <source>Deze verbetering past niet bij wat er in dit plan staat; vul het plan zelf in.</source>
   <translation>This remedy does not fit what this plan holds; fill in the plan yourself.</translation>
  </message>
  <message>
   <source>Deze wijzigingen zijn niet doorgevoerd. Vink aan wat u toch wilt overnemen, en importeer opnieuw.</source>
   <translation>These changes were not made. Tick what you do want to take over, and import again.</translation>
  </message>
  <message>
   <source>Deze zijn opgeteld alsof het één plan is, zonder naam, status en plaats. Hun aantal wordt niet genoemd (Dataprotocol LMVW, artikel 13.d en 14).</source>
   <translation>These are summed as if they were one plan, without name, status and place. Their number is not mentioned (Dataprotocol LMVW, articles 13.d and 14).</translation>
  </message>
  <message>
   <source>Dezelfde plannen en gemeenten in één Excel-bestand. Leeg: dat bestand komt er niet.</source>
   <translation>The same plans and municipalities in one Excel file. Empty: that file is not made.</translation>
  </message>
  <message>
   <source>Dit aantal blijft staan. Verlaag het als hiervan voor {day} iets is {finished}.</source>
   <translation>This count stays. Lower it if any of these were {finished} before {day}.</translation>
  </message>
  <message>
   <source>Dit antwoord gaat over levering ‘{name}’ ({digest} …), die niet van dit planbestand gemaakt is; kies het planbestand waarvan u die maakte.</source>
   <translation>This answer is about delivery ‘{name}’ ({digest} …), which was not made of this plan file; choose the plan file that you made it of.</translation>
  </message>
  <message>
   <source>Dit antwoord is voor gemeente {other} en dit planbestand is van {own}; er is niets veranderd.</source>
   <translation>This answer is for municipality {other} and this plan file is of {own}; nothing was changed.</translation>
  </message>
  <message>
   <source>Dit antwoord noemt een plan dat niet in levering ‘{name}’ stond; er is niets veranderd. Vraag de provincie om een nieuw antwoord.</source>
   <translation>This answer names a plan that was not in delivery ‘{name}’; nothing has changed. Ask the province for a new answer.</translation>
  </message>
  <message>
   <source>Dit blijft in uw planbestand: het gaat niet mee naar de provincie.</source>
   <translation>This stays in your plan file: it does not go to the province.</translation>
  </message>
  <message>
   <source>Dit gaat naar de provincie</source>
   <translation>This goes to the province</translation>
  </message>
  <message>
   <source>Dit gaat niet mee ({count})</source>
   <translation>This stays at home ({count})</translation>
  </message>
  <message>
   <source>Dit invulblad is op {day} al eens ingelezen.</source>
   <translation>This fill-in sheet was read before on {day}.</translation>
  </message>
  <message>
   <source>Dit is daarna fout, en nu nog niet:</source>
   <translation>This is wrong afterwards, and is not now:</translation>
  </message>
  <message>
   <source>Dit is een ander plan dan dat in de vorige levering {name} heette: zo is besloten.</source>
   <translation>This is another plan than the one that was called {name} in the previous delivery: so it was decided.</translation>
  </message>
  <message>
   <source>Dit is een ander plan dan dat in de vorige levering {name} heette; geef het een eigen naam, of wijs het oude plan aan.</source>
   <translation>This is another plan than the one that was called {name} in the previous delivery; give it a name of its own, or point out the old plan.</translation>
  </message>
  <message>
   <source>Dit is een deel van de plannen. Niet meegeleverd door {reasons}: {count}.</source>
   <translation>This is a part of the plans. Not delivered because of {reasons}: {count}.</translation>
  </message>
  <message>
   <source>Dit is een kopie van het voorbeeld, om mee te proberen: {folder}</source>
   <translation>This is a copy of the sample, to try things with: {folder}</translation>
  </message>
  <message>
   <source>Dit is geen aantal woningen en is niet meegenomen. Vul het juiste aantal in.</source>
   <translation>This is no number of dwellings and was not taken along. Fill in the right count.</translation>
  </message>
  <message>
   <source>Dit is het antwoord op levering ‘{name}’: {labels} en {remarks}.</source>
   <translation>This is the answer to delivery ‘{name}’: {labels} and {remarks}.</translation>
  </message>
  <message>
   <source>Dit is het invulblad van {day} (‘{file}’); daarna is op {later} een nieuw gemaakt (‘{newer}’).</source>
   <translation>This is the fill-in sheet of {day} (‘{file}’); after it a new one was made on {later} (‘{newer}’).</translation>
  </message>
  <message>
   <source>Dit is uw werkkopie van ‘{path}’. Zet haar terug als u klaar bent.</source>
   <translation>This is your working copy of ‘{path}’. Put it back when you are done.</translation>
  </message>
  <message>
   <source>Dit lijkt hetzelfde plan als {plan} van gemeente {gemeente}: {area} op dezelfde plek; vraag van wie het is en tel het één keer.</source>
   <translation>This looks like the same plan as {plan} of municipality {gemeente}: {area} in the same place; ask whose it is and count it once.</translation>
  </message>
  <message>
   <source>Dit mag wel: ‘De vertrouwelijke plannen van {gemeente} hebben samen bruto {bruto} en sloop {sloop}.’</source>
   <translation>This is allowed: ‘The confidential plans of {gemeente} together have {bruto} gross and {sloop} demolished.’</translation>
  </message>
  <message>
   <source>Dit pakket bevat geen vertrouwelijke plannen</source>
   <translation>This package holds no confidential plans</translation>
  </message>
  <message>
   <source>Dit pakket bevat {plans}</source>
   <translation>This package holds {plans}</translation>
  </message>
  <message>
   <source>Dit plan bevat {other} helemaal</source>
   <translation>This plan contains {other} entirely</translation>
  </message>
  <message>
   <source>Dit plan gaat afzonderlijk mee: het lijkt een deel van een groter plan. Telt het hele plan, met wat al gebouwd is, minder dan {below} woningen? Schrijf dan in de toelichting ‘Hele locatie: {bruto} woningen’, met het echte aantal.</source>
   <translation>This plan goes along by itself: it looks like a part of a larger plan. Does the whole plan, with what is built already, have fewer than {below} dwellings? Then write ‘Hele locatie: {bruto} woningen’ in the toelichting, with the real number.</translation>
  </message>
  <message>
   <source>Dit plan gaat niet mee: {codes} worden niet geleverd.</source>
   <translation>This plan stays at home: {codes} are not delivered.</translation>
  </message>
  <message>
   <source>Dit plan gaat op in de optelling van kleine plannen. Telt het hele plan, met wat al gebouwd is, {below} woningen of meer? Schrijf dan in de toelichting ‘Hele locatie: 200 woningen’, met het echte aantal; dan gaat het afzonderlijk mee.</source>
   <translation>This plan becomes part of the sum of small plans. Does the whole plan, with what is built already, have {below} dwellings or more? Then write ‘Hele locatie: 200 woningen’ in the toelichting, with the real number; then it goes along by itself.</translation>
  </message>
  <message>
   <source>Dit plan heeft bij regel {rule} nog {count} plekken meer dan de {most} die hier staan; verbeter eerst deze en controleer opnieuw.</source>
   <translation>For rule {rule} this plan has {count} more places than the {most} that stand here; correct these first and check again.</translation>
  </message>
  <message>
   <source>Dit plan heette in de vorige levering {name}. Neem die naam over, of zeg in de toelichting dat het anders heet.</source>
   <translation>This plan was called {name} in the previous delivery. Use that name, or say in the explanation that it has another name.</translation>
  </message>
  <message>
   <source>Dit plan is afgemeld en heette in de vorige levering {name}; neem die naam over.</source>
   <translation>This plan is reported as finished and was called {name} in the previous delivery; use that name.</translation>
  </message>
  <message>
   <source>Dit plan is afgemeld met een andere polygoon dan in de vorige levering ({share}% is hetzelfde); neem die polygoon over.</source>
   <translation>This plan is reported as finished with another polygon than in the previous delivery ({share}% is the same); use that polygon.</translation>
  </message>
  <message>
   <source>Dit plan is afgemeld, maar de vorige levering kende het niet; kijk of het toen anders heette.</source>
   <translation>This plan is reported as ended, but the previous delivery did not know it; see whether it had another name then.</translation>
  </message>
  <message>
   <source>Dit plan is er niet meer: controleer opnieuw.</source>
   <translation>This plan is no longer there: check again.</translation>
  </message>
  <message>
   <source>Dit plan is in de vorige levering afgemeld en loopt nu weer. Klopt dat, zeg het dan in de toelichting.</source>
   <translation>This plan was reported as finished in the previous delivery and is live again. If that is right, say so in the explanation.</translation>
  </message>
  <message>
   <source>Dit plan is in een eerdere levering al afgemeld. Dat hoeft maar één keer: haal het uit het planbestand.</source>
   <translation>This plan was reported as finished in an earlier delivery. Once is enough: remove it from the plan file.</translation>
  </message>
  <message>
   <source>Dit plan is na de controle gewijzigd: of dit nog klopt, zegt de volgende controle.</source>
   <translation>This plan was changed after the check: whether this still holds, the next check will tell.</translation>
  </message>
  <message>
   <source>Dit plan kan niet uit het planbestand gelezen worden: een ander programma haalde het weg of heeft het bestand in gebruik. Uw invoer blijft hier staan; probeer het zo nog eens.</source>
   <translation>This plan cannot be read from the plan file: another program took it away or has the file in use. What you typed stays here; try again in a moment.</translation>
  </message>
  <message>
   <source>Dit plan kan niet vertrouwelijk zijn.</source>
   <translation>This plan cannot be confidential.</translation>
  </message>
  <message>
   <source>Dit plan ligt helemaal binnen {other}</source>
   <translation>This plan lies entirely within {other}</translation>
  </message>
  <message>
   <source>Dit plan ligt over de gemeentegrens op {plan} van gemeente {gemeente}: {area}, {share_one} van dit plan en {share_other} van het andere.</source>
   <translation>This plan lies across the municipal border on {plan} of municipality {gemeente}: {area}, {share_one} of this plan and {share_other} of the other.</translation>
  </message>
  <message>
   <source>Dit plan overlapt met {other} in een smalle strook van {area}, gemiddeld {width} breed; laat de grenzen op elkaar aansluiten.</source>
   <translation>This plan overlaps with {other} in a narrow strip of {area}, on average {width} wide; make the borders meet.</translation>
  </message>
  <message>
   <source>Dit plan overlapt met {other}: {area}, {share_one} van dit plan en {share_other} van het andere (meer dan {limits}); verbeter de grens tussen de twee, of licht het toe.</source>
   <translation>This plan overlaps with {other}: {area}, {share_one} of this plan and {share_other} of the other (more than {limits}); correct the border between the two, or explain it.</translation>
  </message>
  <message>
   <source>Dit planbestand</source>
   <translation>This plan file</translation>
  </message>
  <message>
   <source>Dit planbestand is nog niet gecontroleerd, of door een oudere versie: kies ‘Controleren’.</source>
   <translation>This plan file was not checked yet, or by an older version: choose ‘Check’.</translation>
  </message>
  <message>
   <source>Dit planbestand kan niet bewerkt worden; open een kopie in een map waarin u mag schrijven.</source>
   <translation>This plan file cannot be edited; open a copy in a folder that you may write in.</translation>
  </message>
  <message>
   <source>Dit planbestand weet niet of het plan al geleverd is. Is het geleverd, haal het dan weg. Zo niet, dan gaat het één keer mee.</source>
   <translation>This plan file does not know whether the plan was delivered before. If it was, take it out. If not, it goes along once.</translation>
  </message>
  <message>
   <source>Dit rapport is alleen voor de gemeente: het noemt ook wat niet naar de provincie gaat. Stuur het niet mee.</source>
   <translation>This report is for the municipality only: it also names what does not go to the province. Do not send it along.</translation>
  </message>
  <message>
   <source>Dit verandert er. Het is één stap, die u met ‘Ongedaan maken’ terugneemt.</source>
   <translation>This changes. It is one step, which you take back with ‘Undo’.</translation>
  </message>
  <message>
   <source>Dit worden de aantallen van het samengevoegde plan. De polygonen worden één; met Ongedaan maken komt alles terug.</source>
   <translation>These become the counts of the merged plan. The polygons become one; with Undo everything comes back.</translation>
  </message>
  <message>
   <source>Dit wordt de toelichting van het plan: de provincie leest haar.</source>
   <translation>This becomes the explanation of the plan: the province reads it.</translation>
  </message>
  <message>
   <source>Dit wordt ingevuld. Wat u al invulde, blijft staan. Het is één stap, die u met ‘Ongedaan maken’ terugneemt.</source>
   <translation>This is filled in. What you filled in already stays. It is one step, which you take back with ‘Undo’.</translation>
  </message>
  <message>
   <source>Dit ziet alleen uw gemeente. De plugin vraagt het bij elke peildatum: twee keer per jaar (art. 6).</source>
   <translation>Only your municipality sees this. The plugin asks it for each reference date: twice a year (art. 6).</translation>
  </message>
  <message>
   <source>Dit ziet iedereen</source>
   <translation>Everybody sees this</translation>
  </message>
  <message>
   <source>Dit zijn voorstellen: in het planbestand is niets veranderd.</source>
   <translation>These are proposals: nothing has changed in the plan file.</translation>
  </message>
  <message>
   <source>Doorleveren aan de landelijke beheerder</source>
   <translation>Pass on to the national steward</translation>
  </message>
  <message>
   <source>Draairichting van alle polygonen gelijkmaken</source>
   <translation>Make the direction of all polygons the same</translation>
  </message>
  <message>
   <source>Dubbele hoekpunten: afstand (m)</source>
   <translation>Double vertices: distance (m)</translation>
  </message>
  <message>
   <source>Echte plannen hebben 1 tot 1700 woningen per hectare. Daarbuiten is meestal de polygoon verschoven of van een ander gebied, of klopt het aantal niet.</source>
   <translation>Real plans have 1 to 1700 dwellings per hectare. Beyond that the polygon has mostly moved or is of another area, or the number is wrong.</translation>
  </message>
  <message>
   <source>Een GeoPackage met alle plannen. Wat er onder die naam staat, wordt bewaard onder een naam met datum en tijd.</source>
   <translation>A GeoPackage with all plans. What has that name is kept under a name with date and time.</translation>
  </message>
  <message>
   <source>Een GeoPackage met de panden en hun bouwjaar. Alleen nodig als het BAG-bestand zelf geen bouwjaar en geen panden heeft.</source>
   <translation>A GeoPackage with the panden and their bouwjaar. Only needed if the BAG file itself has no bouwjaar and no panden.</translation>
  </message>
  <message>
   <source>Een GeoPackage met de verblijfsobjecten van de BAG, om te zien of gerealiseerd klopt (regel S7). Leeg: dat wordt niet vergeleken.</source>
   <translation>A GeoPackage with the verblijfsobjecten of the BAG, to see whether gerealiseerd is right (rule S7). Empty: that is not compared.</translation>
  </message>
  <message>
   <source>Een GeoPackage met een laag verblijfsobjecten in RD: die van PDOK (bag-light.gpkg), van NLExtract, of een uitsnede daarvan.</source>
   <translation>A GeoPackage with a layer of verblijfsobjecten in RD: that of PDOK (bag-light.gpkg), of NLExtract, or a part of one.</translation>
  </message>
  <message>
   <source>Een aantal is een heel getal van 0 of meer: typ alleen cijfers.</source>
   <translation>A count is a whole number of 0 or more: type only digits.</translation>
  </message>
  <message>
   <source>Een afgemeld plan past niet bij de vorige levering</source>
   <translation>A finished plan does not fit the previous delivery</translation>
  </message>
  <message>
   <source>Een ander heeft planbestand ‘{name}’ intussen gewijzigd. Die wijzigingen staan erin; van uw opdracht is niets opgenomen. Doe de opdracht opnieuw.</source>
   <translation>Somebody else changed plan file ‘{name}’ meanwhile. Those changes are in it; nothing of your job was taken in. Do the job again.</translation>
  </message>
  <message>
   <source>Een ander plan</source>
   <translation>Another plan</translation>
  </message>
  <message>
   <source>Een ander programma heeft het planbestand van laag ‘{name}’ in gebruik: uw bewerkingen wachten in de laag, sla ze zo nog eens op.</source>
   <translation>Another program is using the plan file of layer ‘{name}’: your edits wait in the layer, save them again in a moment.</translation>
  </message>
  <message>
   <source>Een ander programma heeft ‘{name}’ open of sloot het niet goed af (er staat een bestand ‘{name}-wal’ naast); alles wat daar is opgeslagen is gelezen.</source>
   <translation>Another program has ‘{name}’ open or did not close it well (there is a file ‘{name}-wal’ beside it); everything that was saved there was read.</translation>
  </message>
  <message>
   <source>Een ander programma houdt het rapport vast; controleer opnieuw om het te zien.</source>
   <translation>Another program holds the report; check again to see it.</translation>
  </message>
  <message>
   <source>Een antwoord hoort bij een planbestand; kies de laag ‘plannen’ van het planbestand waarvan u leverde.</source>
   <translation>An answer belongs to a plan file; choose the layer ‘plannen’ of the plan file that you delivered of.</translation>
  </message>
  <message>
   <source>Een besluit heeft een naam en een reden; vul ‘Wie beslist’ en ‘Waarom het mag’ allebei in.</source>
   <translation>A decision has a name and a reason; fill in both ‘Who decides’ and ‘Why it may go out’.</translation>
  </message>
  <message>
   <source>Een bestand kan niet gelezen of geschreven worden: {reason}; controleer de map en probeer het opnieuw.</source>
   <translation>A file cannot be read or written: {reason}; check the folder and try again.</translation>
  </message>
  <message>
   <source>Een cirkel, een klein vierkant of de hele gemeente zegt niet waar er gebouwd wordt.</source>
   <translation>A circle, a small square or the whole municipality does not say where building takes place.</translation>
  </message>
  <message>
   <source>Een cluster heeft minder dan 12 woningen</source>
   <translation>A cluster has fewer than 12 dwellings</translation>
  </message>
  <message>
   <source>Een deel dat gemiddeld smaller is, is geen bouwplaats maar een restje.</source>
   <translation>A part that is narrower on average is not a building site but a remnant.</translation>
  </message>
  <message>
   <source>Een deel dat verder van het grootste deel van hetzelfde plan ligt, is vermoedelijk verschoven.</source>
   <translation>A part that lies farther from the largest part of the same plan was probably moved.</translation>
  </message>
  <message>
   <source>Een deel is groter dan zijn geheel</source>
   <translation>A part is larger than its whole</translation>
  </message>
  <message>
   <source>Een deel is opgeslagen, de rest wacht in de laag ({reason}): verbeter dat of maak het ongedaan, en sla nog eens op.</source>
   <translation>Part has been saved, the rest is waiting in the layer ({reason}): correct it or undo it, and save again.</translation>
  </message>
  <message>
   <source>Een deel van de plannen leveren</source>
   <translation>Deliver a part of the plans</translation>
  </message>
  <message>
   <source>Een deel van het plan ({part})</source>
   <translation>A part of the plan ({part})</translation>
  </message>
  <message>
   <source>Een deel van {area} is gemiddeld maar {width} breed; controleer of het bij het plan hoort.</source>
   <translation>A part of {area} is on average only {width} wide; check whether it belongs to the plan.</translation>
  </message>
  <message>
   <source>Een deel van {area} ligt {distance} van het grootste deel van het plan; controleer of het verschoven is.</source>
   <translation>A part of {area} lies {distance} from the largest part of the plan; check whether it was moved.</translation>
  </message>
  <message>
   <source>Een gerealiseerd of vervallen plan gaat één keer mee, met de naam en de polygoon van de vorige levering.</source>
   <translation>A completed or dropped plan goes along once, with the name and the polygon of the previous delivery.</translation>
  </message>
  <message>
   <source>Een gerealiseerd plan kan niet vertrouwelijk zijn (art. 6.a): kies nee.</source>
   <translation>A completed plan cannot be confidential (art. 6.a): choose no.</translation>
  </message>
  <message>
   <source>Een hard of gerealiseerd plan is openbaar; alleen zachte en vervallen plannen mogen vertrouwelijk zijn.</source>
   <translation>A hard or completed plan is public; only soft and cancelled plans may be confidential.</translation>
  </message>
  <message>
   <source>Een hard of gerealiseerd plan mag niet vertrouwelijk zijn (art. 6.a); deze zijn het nog wel: {plans}.</source>
   <translation>A hard or realised plan may not be confidential (art. 6.a); these still are: {plans}.</translation>
  </message>
  <message>
   <source>Een hoekpunt dat niet verder naast de lijn tussen zijn buren ligt, voegt niets toe.</source>
   <translation>A vertex that lies no farther beside the line between its neighbours adds nothing.</translation>
  </message>
  <message>
   <source>Een kaartlaag, een Excel-bestand, of allebei. Bestanden van DIWI, provincies en de planmonitor worden herkend.</source>
   <translation>A map layer, an Excel file, or both. Files of DIWI, provinces and the planmonitor are recognised.</translation>
  </message>
  <message>
   <source>Een klein verschil, zoals een spatie of een streepje, is genoeg om de koppeling te breken.</source>
   <translation>A small difference, such as a space or a dash, is enough to break the link.</translation>
  </message>
  <message>
   <source>Een kleiner cluster, zoals in een kleine kern, telt landelijk als nultredenwoning en niet als geclusterde woning.</source>
   <translation>A smaller cluster, as in a small village, counts nationally as nultreden (step-free) and not as clustered.</translation>
  </message>
  <message>
   <source>Een kleinere kier of strook wordt niet gemeld.</source>
   <translation>A smaller gap or strip is not reported.</translation>
  </message>
  <message>
   <source>Een kleinere overlap komt van het tekenen. Een overlap telt als hij boven deze oppervlakte komt, of boven de breedte of het deel hieronder.</source>
   <translation>A smaller overlap comes from drawing. An overlap counts when it is above this area, or above the width or the share below.</translation>
  </message>
  <message>
   <source>Een klik op een plan opent zijn formulier (invullen op de kaart)</source>
   <translation>A click on a plan opens its form (filling in on the map)</translation>
  </message>
  <message>
   <source>Een laag met de grens van uw gemeente in RD. Bevat de laag er meer, dan telt die met de code of naam van uw gemeente. Zonder grens wordt regel G3 overgeslagen.</source>
   <translation>A layer with the boundary of your municipality in RD. If the layer has more, the one with the code or name of your municipality counts. Without a boundary rule G3 is skipped.</translation>
  </message>
  <message>
   <source>Een laag met de polygonen van de vorige levering als streepjeslijn, om over de nieuwe te leggen.</source>
   <translation>A layer with the polygons of the previous delivery as a dashed line, to lay over the new ones.</translation>
  </message>
  <message>
   <source>Een laag met een rij per bevinding: de regel, hoe ernstig, welk plan en veld, en wat u kunt doen.</source>
   <translation>A layer with a row per finding: the rule, how serious, which plan and field, and what you can do.</translation>
  </message>
  <message>
   <source>Een laag met een rij per feit: wat het is, de namen toen en nu, of het zeker is, en waarom. De vorm is de nieuwe polygoon, of de oude als het plan verdwenen is.</source>
   <translation>A layer with a row for each fact: what it is, the names then and now, whether it is certain, and why. The shape is the new polygon, or the old one when the plan is gone.</translation>
  </message>
  <message>
   <source>Een laag met een rij per plan: de woningen per status en jaar, wat er nieuw is, het voorstel en de reden.</source>
   <translation>A layer with a row for each plan: the dwellings by status and year, what is new, the proposal and the reason.</translation>
  </message>
  <message>
   <source>Een laag met elk stuk waar twee lopende plannen overlappen na de reparatie, met beide plannamen.</source>
   <translation>A layer with each piece where two running plans overlap after the repair, with both plan names.</translation>
  </message>
  <message>
   <source>Een lopend plan bevat geen woningen</source>
   <translation>A running plan has no dwellings</translation>
  </message>
  <message>
   <source>Een los deel of een gat dat kleiner is, blijft vaak over na knippen.</source>
   <translation>A loose part or a hole that is smaller often remains after cutting.</translation>
  </message>
  <message>
   <source>Een map met de leveringen van een eerdere peildatum, om mee te vergelijken; ook bestanden van gemeenten zonder plugin. Bij een gemeente die is samengevoegd zijn dat de leveringen van de gemeenten van toen.</source>
   <translation>A folder with the deliveries of an earlier reference date, to compare with; also files of municipalities without the plugin. Of a municipality that was merged these are the deliveries of the municipalities of then.</translation>
  </message>
  <message>
   <source>Een naam als ‘n.v.t.’, ‘59’ of ‘nieuw’ zegt niemand iets, en volgend jaar heet een ander plan zo.</source>
   <translation>A name such as ‘n.v.t.’, ‘59’ or ‘nieuw’ tells nobody anything, and next year another plan is called so.</translation>
  </message>
  <message>
   <source>Een naam die maar in één bestand staat, levert een polygoon zonder gegevens of gegevens zonder polygoon op.</source>
   <translation>A name that is in only one file gives a polygon without data or data without a polygon.</translation>
  </message>
  <message>
   <source>Een nieuw bestand, of het beoordelingsbestand waar de leveringen bij komen. Geeft u een map op, dan heet het bestand LMVW_beoordeling, met provincie en peildatum. Het is vertrouwelijk.</source>
   <translation>A new file, or the review file to which the deliveries are added. If you give a folder, the file is called LMVW_beoordeling, with province and reference date. It is confidential.</translation>
  </message>
  <message>
   <source>Een nieuw plan heeft precies de vorm van {names}, dat de provincie strijdig noemt. Is het een kopie, noem het dan ook strijdig in het venster ‘Openbare versie’.</source>
   <translation>A new plan has exactly the shape of {names}, which the province calls contrary to its policy. If it is a copy, call it contrary too in the window ‘Public version’.</translation>
  </message>
  <message>
   <source>Een nieuw plan op de plek van {name}, dat is afgemeld.</source>
   <translation>A new plan in the place of {name}, which is reported as ended.</translation>
  </message>
  <message>
   <source>Een nieuw plan, of de opvolger van {name}; kijk welke van de twee.</source>
   <translation>A new plan, or the successor of {name}; see which of the two.</translation>
  </message>
  <message>
   <source>Een nieuw plan: zo is besloten.</source>
   <translation>A new plan: so it was decided.</translation>
  </message>
  <message>
   <source>Een opmerking of vraag van de provincie staat open</source>
   <translation>A remark or question of the province is open</translation>
  </message>
  <message>
   <source>Een overlap die een groter deel van het kleinste plan is, telt ook als hij klein is.</source>
   <translation>An overlap that is a larger share of the smallest plan counts however small it is.</translation>
  </message>
  <message>
   <source>Een overlap die gemiddeld breder is, komt niet van het tekenen en telt ook als hij klein is.</source>
   <translation>An overlap that is wider on average does not come from drawing, and counts however small it is.</translation>
  </message>
  <message>
   <source>Een plan dat buiten de gemeente steekt is verschoven of hoort bij een buurgemeente.</source>
   <translation>A plan that sticks out of the municipality was moved or belongs to a neighbouring municipality.</translation>
  </message>
  <message>
   <source>Een plan dat de provincie strijdig met haar beleid noemt, geldt als vertrouwelijk: in alles wat iedereen mag zien, staat het niet afzonderlijk. ‘Niet beoordeeld’ zegt alleen dat de provincie nog niet keek.</source>
   <translation>A plan that the province calls contrary to its policy counts as confidential: in everything that everybody may see it does not stand by itself. ‘Not reviewed’ only says that the province did not look yet.</translation>
  </message>
  <message>
   <source>Een plan is gerealiseerd als alle woningen erin volgens de BAG in gebruik zijn. In de polygoon staan soms ook woningen die er al waren: die tellen hier mee. Zij zijn meestal niet van het plan.</source>
   <translation>A plan is gerealiseerd when all dwellings in it are in use according to the BAG. The polygon may also hold dwellings that were there already: they count here. Mostly they are not of the plan.</translation>
  </message>
  <message>
   <source>Een plan is gerealiseerd én vervallen</source>
   <translation>A plan is both completed and cancelled</translation>
  </message>
  <message>
   <source>Een plan is of helemaal gebouwd, of gaat niet door.</source>
   <translation>A plan is either built entirely, or it is off.</translation>
  </message>
  <message>
   <source>Een plan is vertrouwelijk dat openbaar hoort te zijn</source>
   <translation>A plan is confidential that should be public</translation>
  </message>
  <message>
   <source>Een plan met status 5A of 5B gaat niet mee</source>
   <translation>A plan with status 5A or 5B stays at home</translation>
  </message>
  <message>
   <source>Een plan uit de vorige levering ontbreekt</source>
   <translation>A plan from the previous delivery is missing</translation>
  </message>
  <message>
   <source>Een plan verschilt veel van de vorige levering</source>
   <translation>A plan differs much from the previous delivery</translation>
  </message>
  <message>
   <source>Een plan zonder bouw en sloop is meestal gerealiseerd of vervallen.</source>
   <translation>A plan without building and demolition is usually completed or cancelled.</translation>
  </message>
  <message>
   <source>Een plan zonder ingevuld bruto telt als 0 woningen; dat zijn er in beide leveringen samen {count}.</source>
   <translation>A plan without a gross number counts as 0 dwellings; there are {count} of them in both deliveries together.</translation>
  </message>
  <message>
   <source>Een plan zonder naam</source>
   <translation>A plan without a name</translation>
  </message>
  <message>
   <source>Een planbestand met jaar 1 tot en met 10 telt vanaf zijn eigen peildatum; gebruik voor een nieuwe peildatum de levering, met echte jaren.</source>
   <translation>A plan file with year 1 to 10 counts from its own reference date; for a new reference date use the delivery, with real years.</translation>
  </message>
  <message>
   <source>Een planstatus die teruggaat, een naam die verandert, een aantal dat springt of een polygoon die verhuist is vaak een vergissing.</source>
   <translation>A plan status that goes back, a name that changes, a number that jumps or a polygon that moves is often a mistake.</translation>
  </message>
  <message>
   <source>Een polygoon die zichzelf kruist heeft geen betrouwbare oppervlakte en laat andere programma’s vastlopen.</source>
   <translation>A polygon that crosses itself has no reliable area and makes other programs stop.</translation>
  </message>
  <message>
   <source>Een prijsklasse die over een landelijke grens loopt kan niet geplaatst worden en staat bij de niet overgenomen waarden.</source>
   <translation>A price range that crosses a national limit cannot be placed and stands with the values that were not taken over.</translation>
  </message>
  <message>
   <source>Een profiel (JSON) dat de provincie zelf maakte; het gaat voor op de keuze hierboven.</source>
   <translation>A profile (JSON) that the province made itself; it goes before the choice above.</translation>
  </message>
  <message>
   <source>Een rechthoek die kleiner is dan een kavel, is vermoedelijk een aanduiding en geen plangebied.</source>
   <translation>A rectangle smaller than a plot is probably a mark and not a plan area.</translation>
  </message>
  <message>
   <source>Een regel die door een fout in de plugin op één plan stukloopt, mag de andere plannen niet tegenhouden.</source>
   <translation>A rule that breaks down on one plan by an error in the plugin must not hold up the other plans.</translation>
  </message>
  <message>
   <source>Een regel kon bij een plan niet uitgevoerd worden</source>
   <translation>A rule could not be applied to a plan</translation>
  </message>
  <message>
   <source>Een ring van de polygoon is niet gesloten: het laatste punt is niet gelijk aan het eerste; sluit de grens.</source>
   <translation>A ring of the polygon is not closed: the last point is not equal to the first; close the border.</translation>
  </message>
  <message>
   <source>Een smallere kier tussen twee buurplannen, of een smallere strook overlap, is een tekenfout. 0 zoekt er niet naar.</source>
   <translation>A narrower gap between two neighbouring plans, or a narrower strip of overlap, is a drawing error. 0 does not look for it.</translation>
  </message>
  <message>
   <source>Een tabel met een rij per plan dat veranderde: wat er gedaan is, oppervlakte en delen voor en na, en wat u moet nakijken.</source>
   <translation>A table with a row per plan that changed: what was done, area and parts before and after, and what you must look at.</translation>
  </message>
  <message>
   <source>Een tabel met een rij voor elk voorstel in laag en Excel-bestand: de oude en de nieuwe naam, waarom, en of het is overgenomen.</source>
   <translation>A table with a row for each proposal in layer and Excel file: the old and the new name, why, and whether it was adopted.</translation>
  </message>
  <message>
   <source>Een tekst van plan ‘{name}’ heeft {length} tekens, meer dan de {longest} die in een Excel-cel passen; kort hem in.</source>
   <translation>A text of plan ‘{name}’ has {length} characters, more than the {longest} that fit in an Excel cell; shorten it.</translation>
  </message>
  <message>
   <source>Een uitschieter is een punt waar de grens heen en terug loopt binnen deze breedte.</source>
   <translation>A spike is a point where the border runs there and back within this width.</translation>
  </message>
  <message>
   <source>Een van de twee plannen heeft geen polygoon; teken die eerst.</source>
   <translation>One of the two plans has no polygon; draw it first.</translation>
  </message>
  <message>
   <source>Een veld is leeg of heeft geen geldige waarde</source>
   <translation>A field is empty or has no valid value</translation>
  </message>
  <message>
   <source>Een voorstel naar de grootte van de polygonen: {shares}. U kunt het daarna aanpassen.</source>
   <translation>A proposal by the size of the polygons: {shares}. You can change it afterwards.</translation>
  </message>
  <message>
   <source>Een voorstel telt pas als u het bevestigt: tot dan blijft het veld leeg en wordt het niet geleverd. Wat u weigert, blijft leeg en wordt niet opnieuw voorgesteld. Elke keuze is één stap, die u met ‘Ongedaan maken’ terugneemt.</source>
   <translation>A proposal only counts once you confirm it: until then the field stays empty and is not delivered. What you refuse stays empty and is not proposed again. Each choice is one step, which you take back with ‘Undo’.</translation>
  </message>
  <message>
   <source>Een voorstel telt pas als u het bevestigt: tot dan is het veld leeg en wordt het niet geleverd.</source>
   <translation>A proposal only counts once you confirm it: until then the field is empty and is not delivered.</translation>
  </message>
  <message>
   <source>Een ‘waarvan’ telt woningen die al in het bovenliggende aantal zitten.</source>
   <translation>An ‘of which’ counts dwellings that are in the number above it already.</translation>
  </message>
  <message>
   <source>Eengezinswoningen</source>
   <translation>Eengezinswoningen (single-family dwellings)</translation>
  </message>
  <message>
   <source>Eerder geleverd voor deze peildatum, nu niet meer</source>
   <translation>Delivered before for this reference date, and no longer</translation>
  </message>
  <message>
   <source>Eerst ziet u wat er verandert</source>
   <translation>First you see what changes</translation>
  </message>
  <message>
   <source>Eerste oplevering</source>
   <translation>First completion</translation>
  </message>
  <message>
   <source>Eigen administratie, niet geleverd</source>
   <translation>Own administration, not delivered</translation>
  </message>
  <message>
   <source>Eigen grens verwijderen</source>
   <translation>Remove own limit</translation>
  </message>
  <message>
   <source>Eigen maatstaf van de gemeente</source>
   <translation>Yardstick of the municipality itself</translation>
  </message>
  <message>
   <source>Eigen nummer van de gemeente. Blijft in elke levering gelijk en komt maar één keer voor.</source>
   <translation>Own number of the municipality. Stays the same in every delivery and occurs only once.</translation>
  </message>
  <message>
   <source>Eigen opgave van de gemeente, {day}: {source}</source>
   <translation>Own figure of the municipality, {day}: {source}</translation>
  </message>
  <message>
   <source>Eigen pro&amp;fiel</source>
   <translation>Own pro&amp;file</translation>
  </message>
  <message>
   <source>Eigen profiel van de provincie</source>
   <translation>Own profile of the province</translation>
  </message>
  <message>
   <source>Elk op een eigen regel: waar het staat, een dubbele punt en het aantal woningen (bruto, sloop of netto). Volgt daaruit een vertrouwelijk plan of de optelling, dan stopt de plugin. De streefgetallen van het planbestand kent zij al.</source>
   <translation>Each on a line of its own: where it stands, a colon and the number of dwellings (bruto, sloop or netto). If a confidential plan or the sum follows from it, the plugin stops. The targets of the plan file it knows already.</translation>
  </message>
  <message>
   <source>Elk plan</source>
   <translation>Every plan</translation>
  </message>
  <message>
   <source>Elk plan afzonderlijk (art. 5.c en 7).</source>
   <translation>Every plan by itself (art. 5.c and 7).</translation>
  </message>
  <message>
   <source>Elk plan uit deze import krijgt bij ‘{field}’ deze waarde.</source>
   <translation>Each plan of this import gets this value at ‘{field}’.</translation>
  </message>
  <message>
   <source>Elk van deze nieuwe plannen ligt voor minstens de helft op een plan dat niet in de bron staat. Is het hetzelfde plan, dan tellen de woningen nu dubbel: kies bij het oude ‘vervallen’.</source>
   <translation>Each of these new plans lies for at least half on a plan that is not in the source. If it is the same plan, its dwellings now count double: choose ‘vervallen’ for the old one.</translation>
  </message>
  <message>
   <source>Elke regel met zijn uitkomst, de versies, het moment en het controlegetal van het bestand, voor andere programma’s.</source>
   <translation>Each rule with its outcome, the versions, the moment and the checksum of the file, for other programs.</translation>
  </message>
  <message>
   <source>Elke woning verklaard</source>
   <translation>Every dwelling explained</translation>
  </message>
  <message>
   <source>En nog {count}.</source>
   <translation>And {count} more.</translation>
  </message>
  <message>
   <source>En van de vertrouwelijke plannen alleen hun som</source>
   <translation>And of the confidential plans only their sum</translation>
  </message>
  <message>
   <source>Enter: bewaart de tekst als opmerking bij dit plan, of bij de plek die u aanwees</source>
   <translation>Enter: keeps the text as a remark at this plan, or at the place that you pointed at</translation>
  </message>
  <message>
   <source>Enter: het formulier van dit plan, met de cursor in het veld</source>
   <translation>Enter: the form of this plan, with the cursor in the field</translation>
  </message>
  <message>
   <source>Enter: vult dit antwoord in waar nog niets staat</source>
   <translation>Enter: fills in this answer where nothing stands yet</translation>
  </message>
  <message>
   <source>Er blijft dan maar {left} van dit plan over naast {names}; teken de grens zelf, of licht de overlap toe.</source>
   <translation>Only {left} of this plan would be left beside {names}; draw the border yourself, or explain the overlap.</translation>
  </message>
  <message>
   <source>Er is aan deze polygoon niets meer te verbeteren; controleer opnieuw.</source>
   <translation>Nothing of this polygon is left to mend; check again.</translation>
  </message>
  <message>
   <source>Er is al een plan met de naam ‘{name}’, de naam van de opgetelde kleine plannen; hernoem dat plan.</source>
   <translation>There is a plan already with the name ‘{name}’, the name of the small plans that are added up; rename that plan.</translation>
  </message>
  <message>
   <source>Er is een locatie op het oog en een principeakkoord vanuit het college van B&amp;W. Het bestemmingsplan is nog niet in voorbereiding en het woningbouwplan is niet opgenomen in een ruimtelijke structuur-, omgevings- en/of woonvisie.</source>
   <translation>There is a location in view and an agreement in principle of the municipal executive (B en W). The bestemmingsplan is not in preparation yet and the housing plan is not part of a structural, environmental or housing vision.</translation>
  </message>
  <message>
   <source>Er is een locatie op het oog en een principeakkoord vanuit het college van B&amp;W. Het bestemmingsplan is nog niet in voorbereiding, maar het woningbouwplan is wel opgenomen in een ruimtelijke structuur-, omgevings- en/of woonvisie.</source>
   <translation>There is a location in view and an agreement in principle of the municipal executive (B en W). The bestemmingsplan is not in preparation yet, but the housing plan is part of a structural, environmental or housing vision.</translation>
  </message>
  <message>
   <source>Er is een locatie op het oog, maar geen principeakkoord vanuit het college van B&amp;W. Voor de eigen administratie: wordt niet aangeleverd bij de provincie.</source>
   <translation>There is a location in view, but no agreement in principle of the municipal executive (B en W). For the own administration: is not delivered to the province.</translation>
  </message>
  <message>
   <source>Er is geen BAG-bestand gekozen; kies een GeoPackage met de BAG, of zet aan dat de BAG van internet komt.</source>
   <translation>No BAG file is chosen; choose a GeoPackage with the BAG, or switch on that the BAG comes from the internet.</translation>
  </message>
  <message>
   <source>Er is geen openbare versie gemaakt: er zou iets over vertrouwelijke plannen uit af te leiden zijn. {reasons} Mag het toch, vul dan in wie dat beslist (DECIDED_BY), waarom het mag (DECISION) en waarover het besluit gaat (DECIDED_ABOUT): {mark}</source>
   <translation>No public version was made: something about confidential plans could be inferred from it. {reasons} If it may go out all the same, fill in who decides that (DECIDED_BY), why it may (DECISION) and what the decision is about (DECIDED_ABOUT): {mark}</translation>
  </message>
  <message>
   <source>Er is geen pakket gemaakt: {count}. {first} Het rapport staat in {report}</source>
   <translation>No package was made: {count}. {first} The report is in {report}</translation>
  </message>
  <message>
   <source>Er is geen plan gekozen waar dit antwoord nog ontbreekt.</source>
   <translation>No plan is chosen that still lacks this answer.</translation>
  </message>
  <message>
   <source>Er is geen plan verdwenen.</source>
   <translation>No plan is gone.</translation>
  </message>
  <message>
   <source>Er is geen plan ‘{name}’; schrijf bij ‘Strijdig volgens de provincie’ de plannaam zoals die in het planbestand staat.</source>
   <translation>There is no plan ‘{name}’; at ‘Contrary to policy according to the province’ write the plan name as it is in the plan file.</translation>
  </message>
  <message>
   <source>Er is geen planbestand open.</source>
   <translation>No plan file is open.</translation>
  </message>
  <message>
   <source>Er is geen planbestand open. Dit zijn uw opties voor {gemeente}. Een volgend planbestand neemt ze over als u dat dan kiest.</source>
   <translation>No plan file is open. These are your options for {gemeente}. A next plan file takes them when you choose so then.</translation>
  </message>
  <message>
   <source>Er is iets niet gevonden ({count}): ‘{path}’; kies het opnieuw.</source>
   <translation>Something was not found ({count}): ‘{path}’; choose it again.</translation>
  </message>
  <message>
   <source>Er is niets af te leiden. Kijk nog op het tabblad Vertrouwelijk: {asked}</source>
   <translation>Nothing can be inferred. Still look at the tab Confidential: {asked}</translation>
  </message>
  <message>
   <source>Er is niets geplakt.</source>
   <translation>Nothing was pasted.</translation>
  </message>
  <message>
   <source>Er is niets ingevuld.</source>
   <translation>Nothing was filled in.</translation>
  </message>
  <message>
   <source>Er is niets meer om ongedaan te maken.</source>
   <translation>There is nothing left to undo.</translation>
  </message>
  <message>
   <source>Er is niets om op te slaan.</source>
   <translation>There is nothing to save.</translation>
  </message>
  <message>
   <source>Er is niets om opnieuw te doen.</source>
   <translation>There is nothing to do again.</translation>
  </message>
  <message>
   <source>Er is niets om te importeren; kies een laag met planpolygonen, een Excel-bestand, of allebei.</source>
   <translation>There is nothing to import; choose a layer with plan polygons, an Excel file, or both.</translation>
  </message>
  <message>
   <source>Er is niets om terug te nemen.</source>
   <translation>There is nothing to undo.</translation>
  </message>
  <message>
   <source>Er is niets over vertrouwelijke plannen af te leiden: de openbare versie kan gemaakt worden.</source>
   <translation>Nothing about confidential plans can be inferred: the public version can be made.</translation>
  </message>
  <message>
   <source>Er is niets te antwoorden; geef eerst plannen een label, of schrijf een opmerking of vraag.</source>
   <translation>There is nothing to answer; give plans a label first, or write a remark or question.</translation>
  </message>
  <message>
   <source>Er is niets verdwenen, maar niet alles is zeker.</source>
   <translation>Nothing is gone, but not everything is certain.</translation>
  </message>
  <message>
   <source>Er is nog geen levering van deze gemeente.</source>
   <translation>There is no delivery of this municipality yet.</translation>
  </message>
  <message>
   <source>Er is nog geen locatie op het oog en geen principeakkoord vanuit het college van B&amp;W. Voor de eigen administratie: wordt niet aangeleverd bij de provincie.</source>
   <translation>There is no location in view yet and no agreement in principle of the municipal executive (B en W). For the own administration: is not delivered to the province.</translation>
  </message>
  <message>
   <source>Er is nog niets veranderd. Aangevinkt is wat zeker is; haal het vinkje weg bij wat moet blijven zoals het is.</source>
   <translation>Nothing has changed yet. What is certain is ticked; take the tick away where something must stay as it is.</translation>
  </message>
  <message>
   <source>Er kan niet verder geschreven worden: {reason}; maak ruimte vrij of kies een andere map.</source>
   <translation>Writing cannot go on: {reason}; make room or choose another folder.</translation>
  </message>
  <message>
   <source>Er loopt al een controle; wacht tot die klaar is.</source>
   <translation>A check is running already; wait until it is done.</translation>
  </message>
  <message>
   <source>Er staan nog geen plannen in: importeer plannen of teken een polygoon.</source>
   <translation>There are no plans in it yet: import plans or draw a polygon.</translation>
  </message>
  <message>
   <source>Er staat geen tekst; schrijf eerst de opmerking of de vraag.</source>
   <translation>There is no text; write the remark or the question first.</translation>
  </message>
  <message>
   <source>Er staat weer: {count}.</source>
   <translation>It says again: {count}.</translation>
  </message>
  <message>
   <source>Er stonden al {homes}. Die tellen in de polygoon mee en zijn meestal niet van dit plan.</source>
   <translation>There already were {homes}. They count within the polygon and are mostly not of this plan.</translation>
  </message>
  <message>
   <source>Er zijn geen plannen om te leveren: het planbestand is leeg of geen enkel plan gaat mee.</source>
   <translation>There are no plans to deliver: the plan file is empty or no plan goes along.</translation>
  </message>
  <message>
   <source>Er zijn geen polygonen geselecteerd; selecteer eerst de percelen of vlakken van het plan.</source>
   <translation>No polygons are selected; first select the parcels or areas of the plan.</translation>
  </message>
  <message>
   <source>Er zijn meer planbestanden in dit project: kies in het paneel Lagen de planlaag die u bedoelt.</source>
   <translation>There is more than one plan file in this project: in the layers panel, choose the layer with plans that you mean.</translation>
  </message>
  <message>
   <source>Er zijn nog geen plannen</source>
   <translation>There are no plans yet</translation>
  </message>
  <message>
   <source>Er zijn nog {more}.</source>
   <translation>There are {more}.</translation>
  </message>
  <message>
   <source>Er zijn vertrouwelijke plannen</source>
   <translation>There are confidential plans</translation>
  </message>
  <message>
   <source>Ernst</source>
   <translation>Severity</translation>
  </message>
  <message>
   <source>Ernst per regel: wat anders is dan in de plugin, staat in rapport en levering</source>
   <translation>Severity per rule: what differs from the plugin is told in report and delivery</translation>
  </message>
  <message>
   <source>Esc: wat u hebt ingevuld blijft bewaard</source>
   <translation>Esc: what you have filled in is kept</translation>
  </message>
  <message>
   <source>Excel-, ODS- of CSV-bestand met een kolom plannamen.</source>
   <translation>Excel, ODS or CSV file with a column of plan names.</translation>
  </message>
  <message>
   <source>Excel-bestand</source>
   <translation>Excel file</translation>
  </message>
  <message>
   <source>Excel-bestand Planmonitor Wonen (Zeeland)</source>
   <translation>Excel file Planmonitor Wonen (Zeeland)</translation>
  </message>
  <message>
   <source>Excel-bestand met plangegevens</source>
   <translation>Excel file with plan data</translation>
  </message>
  <message>
   <source>Excel-bestand om namen mee te vergelijken</source>
   <translation>Excel file to compare names with</translation>
  </message>
  <message>
   <source>Excel-bestand waarvan de plannamen gelijk moeten zijn aan die van de polygonen.</source>
   <translation>Excel file whose plan names must be the same as those of the polygons.</translation>
  </message>
  <message>
   <source>Excel-bestand, rij {number}</source>
   <translation>Excel file, row {number}</translation>
  </message>
  <message>
   <source>Excel-bestanden (*.xlsx *.xlsm *.csv *.ods)</source>
   <translation>Excel files (*.xlsx *.xlsm *.csv *.ods)</translation>
  </message>
  <message>
   <source>Excel-bestanden (*.xlsx *.xlsm *.ods)</source>
   <translation>Excel files (*.xlsx *.xlsm *.ods)</translation>
  </message>
  <message>
   <source>Excel-bestanden maken en leveren</source>
   <translation>making Excel files and delivering</translation>
  </message>
  <message>
   <source>F8 bevestigt, Shift+F8 weigert.</source>
   <translation>F8 confirms, Shift+F8 refuses.</translation>
  </message>
  <message>
   <source>F: het formulier van dit plan, alleen om te lezen</source>
   <translation>F: the form of this plan, only to be read</translation>
  </message>
  <message>
   <source>Fasering van bruto</source>
   <translation>Phasing of gross</translation>
  </message>
  <message>
   <source>Fasering van bruto telt niet op bij {plans}</source>
   <translation>Phasing of gross does not add up in {plans}</translation>
  </message>
  <message>
   <source>Fasering van bruto telt niet op tot bruto totaal</source>
   <translation>Phasing of gross does not add up to the gross total</translation>
  </message>
  <message>
   <source>Fasering van sloop</source>
   <translation>Phasing of demolition</translation>
  </message>
  <message>
   <source>Fasering van sloop telt niet op bij {plans}</source>
   <translation>Phasing of demolition does not add up in {plans}</translation>
  </message>
  <message>
   <source>Fasering van sloop telt niet op tot sloop totaal</source>
   <translation>Phasing of demolition does not add up to the total demolition</translation>
  </message>
  <message>
   <source>Fasering: de jaren {single}, en de perioden {periods}.</source>
   <translation>Phasing: the years {single}, and the periods {periods}.</translation>
  </message>
  <message>
   <source>Fasering: woningen naar jaar van oplevering</source>
   <translation>Phasing: dwellings by year of completion</translation>
  </message>
  <message>
   <source>Flexwoningen zijn niet als tijdelijke woningen overgenomen.</source>
   <translation>Flexwoningen were not taken over as temporary dwellings.</translation>
  </message>
  <message>
   <source>Formule zonder berekende waarde in cel {cells}; open het bestand in Excel en sla het op.</source>
   <translation>Formula without a computed value in cell {cells}; open the file in Excel and save it.</translation>
  </message>
  <message>
   <source>Formulier</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Formulier en stijl kunnen niet worden opgeslagen ({reason}).</source>
   <translation>Form and style cannot be stored ({reason}).</translation>
  </message>
  <message>
   <source>Fout</source>
   <translation>Error</translation>
  </message>
  <message>
   <source>Fout bij de controle</source>
   <translation>Error in the check</translation>
  </message>
  <message>
   <source>Fout: klopt niet, verbeteren</source>
   <translation>Error: not right, correct it</translation>
  </message>
  <message>
   <source>Fouten</source>
   <translation>Errors</translation>
  </message>
  <message>
   <source>Foutwaarde of onleesbare waarde in cel {cells}; die cellen zijn als leeg gelezen.</source>
   <translation>Error value or unreadable value in cell {cells}; those cells were read as empty.</translation>
  </message>
  <message>
   <source>G: meldt het plan af als gerealiseerd, met de naam en polygoon van toen</source>
   <translation>G: reports the plan as built, with the name and polygon of then</translation>
  </message>
  <message>
   <source>G: u bekeek dit plan; het volgende komt in beeld</source>
   <translation>G: you looked at this plan; the next one comes in sight</translation>
  </message>
  <message>
   <source>GIS-bestanden (*.gpkg *.shp *.geojson *.json *.gdb *.zip *.gml *.fgb);;Alle bestanden (*)</source>
   <translation>GIS files (*.gpkg *.shp *.geojson *.json *.gdb *.zip *.gml *.fgb);;All files (*)</translation>
  </message>
  <message>
   <source>Gaat het om &amp;restcapaciteit?</source>
   <translation>Is this remaining capacit&amp;y (restcapaciteit)?</translation>
  </message>
  <message>
   <source>Gaat het om restcapaciteit?</source>
   <translation>Is this remaining capacity (restcapaciteit)?</translation>
  </message>
  <message>
   <source>Gaat het om restcapaciteit? (Invultip 3)</source>
   <translation>Is this remaining capacity (restcapaciteit)? (Invultip 3)</translation>
  </message>
  <message>
   <source>Gaat het om restcapaciteit? (najaarslevering)</source>
   <translation>Is this remaining capacity (restcapaciteit)? (autumn delivery)</translation>
  </message>
  <message>
   <source>Gaat niet mee ({codes})</source>
   <translation>Stays at home ({codes})</translation>
  </message>
  <message>
   <source>Gaat niet mee door de planstatus: {plans}</source>
   <translation>Stays at home because of the planstatus: {plans}</translation>
  </message>
  <message>
   <source>Geaccepteerd</source>
   <translation>Accepted</translation>
  </message>
  <message>
   <source>Geaccepteerd ({count})</source>
   <translation>Accepted ({count})</translation>
  </message>
  <message>
   <source>Geaccepteerd: {text}</source>
   <translation>Accepted: {text}</translation>
  </message>
  <message>
   <source>Gebruik ‘Polygonen repareren’, of verbeter de grens op de aangewezen plek.</source>
   <translation>Use ‘Repair polygons’, or correct the border at the place that is shown.</translation>
  </message>
  <message>
   <source>Gebruikte kolomkoppeling</source>
   <translation>Column mapping that was used</translation>
  </message>
  <message>
   <source>Geclusterd + Zorggeschikt</source>
   <translation>Geclusterd + Zorggeschikt</translation>
  </message>
  <message>
   <source>Geclusterd is {number}, minder dan de landelijke ondergrens van {minimum}; zet geclusterd en zorggeschikt op 0. De woningen blijven tellen als nultreden.</source>
   <translation>Clustered is {number}, less than the national minimum of {minimum}; set clustered and suitable for care to 0. The dwellings still count as nultreden (step-free).</translation>
  </message>
  <message>
   <source>Geclusterd: minstens de helft voor 55-plus</source>
   <translation>Clustered: at least half for 55-plus</translation>
  </message>
  <message>
   <source>Geclusterde nultredenwoningen waarin Wlz-zorg geleverd kan worden. Woning en woonvorm zijn rolstoelgeschikt, met voldoende ruimte om zorg te verlenen, en dementievriendelijk ingericht. Bouw Advies Toegankelijkheid (BAT) 3 of 4 en Woonkeur 6 vallen hieronder.</source>
   <translation>Clustered nultredenwoningen (step-free dwellings) in which Wlz care can be given. Dwelling and form of living are suitable for wheelchairs, with enough room to give care, and furnished in a dementia-friendly way. Bouw Advies Toegankelijkheid (BAT) 3 or 4 and Woonkeur 6 belong to this.</translation>
  </message>
  <message>
   <source>Geclusterde, rolstoelgeschikte woningen waarin Wlz-zorg geleverd kan worden.</source>
   <translation>Clustered dwellings, suitable for wheelchairs, in which Wlz care can be given.</translation>
  </message>
  <message>
   <source>Gecontroleerd op</source>
   <translation>Checked on</translation>
  </message>
  <message>
   <source>Geef elk deel een naam.</source>
   <translation>Give each part a name.</translation>
  </message>
  <message>
   <source>Geef elk plan een eigen naam, en een eigen plannummer of geen.</source>
   <translation>Give each plan a name of its own, and a plan number of its own or none.</translation>
  </message>
  <message>
   <source>Geef het plan een naam die zegt waar het ligt, in alle bestanden tegelijk.</source>
   <translation>Give the plan a name that says where it lies, in all files at the same time.</translation>
  </message>
  <message>
   <source>Geef het plan een naam.</source>
   <translation>Give the plan a name.</translation>
  </message>
  <message>
   <source>Geef het samengevoegde plan een naam.</source>
   <translation>Give the merged plan a name.</translation>
  </message>
  <message>
   <source>Geen bevindingen ({rules}, {plans})</source>
   <translation>No findings ({rules}, {plans})</translation>
  </message>
  <message>
   <source>Geen bevindingen met dit filter.</source>
   <translation>No findings with this filter.</translation>
  </message>
  <message>
   <source>Geen bouw en geen sloop bij {plans}</source>
   <translation>No building and no demolition in {plans}</translation>
  </message>
  <message>
   <source>Geen duidelijk antwoord bij ‘Vertrouwelijk’; deze plannen tellen als vertrouwelijk: {plans}.</source>
   <translation>No clear answer at ‘Confidential’; these plans count as confidential: {plans}.</translation>
  </message>
  <message>
   <source>Geen enkel pakket kan mee. {name}: {reason}</source>
   <translation>No package can go along. {name}: {reason}</translation>
  </message>
  <message>
   <source>Geen enkel pakket zegt van welke provincie en peildatum dit is; vul die in.{first}</source>
   <translation>No package tells of which province and reference date this is; fill them in.{first}</translation>
  </message>
  <message>
   <source>Geen enkel plan heeft al een polygoon; teken ze in het planbestand.</source>
   <translation>No plan has a polygon yet; draw them in the plan file.</translation>
  </message>
  <message>
   <source>Geen enkel plan is overgenomen: volgens de bron horen de plannen bij {others}, en u koos {gemeente} ({code}). Kies de gemeente van de bron, of koppel geen kolom aan de gemeente als alle plannen van {gemeente} zijn.</source>
   <translation>No plan was taken over: according to the source the plans belong to {others}, and you chose {gemeente} ({code}). Choose the municipality of the source, or map no column to the municipality if all plans are of {gemeente}.</translation>
  </message>
  <message>
   <source>Geen enkel plan is overgenomen: {where} ({name}) {reason}.</source>
   <translation>No plan was taken over: {where} ({name}) {reason}.</translation>
  </message>
  <message>
   <source>Geen fouten en geen waarschuwingen.</source>
   <translation>No errors and no warnings.</translation>
  </message>
  <message>
   <source>Geen fouten in wat gecontroleerd is.</source>
   <translation>No errors in what was checked.</translation>
  </message>
  <message>
   <source>Geen fouten. Beantwoord nog op het tabblad Gegevens en keuzes of het om restcapaciteit gaat (Invultip 3).</source>
   <translation>No errors. On the tab Details and choices, do answer whether this is remaining capacity (Invultip 3).</translation>
  </message>
  <message>
   <source>Geen fouten. {plans}. Vul de toelichting in op het tabblad Waarschuwingen, of lever zonder.</source>
   <translation>No errors. {plans}. Fill in the explanation on the tab Warnings, or deliver without.</translation>
  </message>
  <message>
   <source>Geen fouten. {warnings} niet over één plan: lees het tabblad Waarschuwingen voor u levert.</source>
   <translation>No mistakes. {warnings} not about one plan: read the tab Warnings before you deliver.</translation>
  </message>
  <message>
   <source>Geen fouten: er kan geleverd worden.</source>
   <translation>No errors: a delivery is possible.</translation>
  </message>
  <message>
   <source>Geen fouten; wel {look}.</source>
   <translation>No errors; but {look}.</translation>
  </message>
  <message>
   <source>Geen kolom vult {fields}. Staat het wel in de bron, kies de kolom dan bij het importeren onder ‘Welke kolom vult welk veld?’.</source>
   <translation>No column fills {fields}. If the source does have it, choose the column when importing, under ‘Which column fills which field?’.</translation>
  </message>
  <message>
   <source>Geen label</source>
   <translation>No label</translation>
  </message>
  <message>
   <source>Geen plaats voor een naam of nummer op de kaart: {plans}.</source>
   <translation>No room for a name or number on the map: {plans}.</translation>
  </message>
  <message>
   <source>Geen plannen, geen kaart en geen aantal plannen (geheimhoudingsverklaring, deel A, punt 1).</source>
   <translation>No plans, no map and no number of plans (non-disclosure declaration, part A, point 1).</translation>
  </message>
  <message>
   <source>Geen planstatus: dit mag alleen bij een zachte status (art. 6.a). Vul de planstatus in.</source>
   <translation>No plan status: this is allowed only with a soft status (art. 6.a). Fill in the plan status.</translation>
  </message>
  <message>
   <source>Geen voorstel: geen plan zonder planstatus ligt helemaal in een plankaart die er woningen toelaat.</source>
   <translation>No proposal: no plan without a plan status lies wholly in a plan map that allows dwellings there.</translation>
  </message>
  <message>
   <source>Gegevens en keuzes</source>
   <translation>Details and choices</translation>
  </message>
  <message>
   <source>Geheel gelijk gebleven: {plans}.</source>
   <translation>Remained wholly the same: {plans}.</translation>
  </message>
  <message>
   <source>Gekozen wijzigingen</source>
   <translation>Chosen changes</translation>
  </message>
  <message>
   <source>Gelabeld</source>
   <translation>Labelled</translation>
  </message>
  <message>
   <source>Geldt nog</source>
   <translation>Still holds</translation>
  </message>
  <message>
   <source>Geleverd op {moment}. Wijzigt u daarna nog iets, controleer dan opnieuw en maak een nieuwe levering.</source>
   <translation>Delivered on {moment}. If you change anything after that, check again and make a new delivery.</translation>
  </message>
  <message>
   <source>Gelezen als</source>
   <translation>Read as</translation>
  </message>
  <message>
   <source>Gelezen als levering van {day}: zo’n bestand zegt niet van welke peildatum het is.</source>
   <translation>Read as a delivery of {day}: such a file does not say of which reference date it is.</translation>
  </message>
  <message>
   <source>Gelijk</source>
   <translation>The same</translation>
  </message>
  <message>
   <source>Gemaakt</source>
   <translation>Made</translation>
  </message>
  <message>
   <source>Gemeente</source>
   <translation>Municipality</translation>
  </message>
  <message>
   <source>Gemeente (CBS-code of naam)</source>
   <translation>Municipality (CBS code or name)</translation>
  </message>
  <message>
   <source>Gemeente {name} ({code}) bestaat niet meer sinds {day}; zij is opgegaan in {heirs}. Gebruik die code.</source>
   <translation>Municipality {name} ({code}) no longer exists since {day}; it became part of {heirs}. Use that code.</translation>
  </message>
  <message>
   <source>Gemeente ‘{text}’ is onbekend; geef de naam of de CBS-code van de gemeente, bijvoorbeeld GM0396 voor Heemskerk.{meant}</source>
   <translation>Municipality ‘{text}’ is unknown; give the name or the CBS code of the municipality, for example GM0396 for Heemskerk.{meant}</translation>
  </message>
  <message>
   <source>Gemeente&amp;grens</source>
   <translation>Municipal &amp;boundary</translation>
  </message>
  <message>
   <source>Gemeentecode</source>
   <translation>Municipality code</translation>
  </message>
  <message>
   <source>Gemeentecode ‘{code}’ is onbekend; geef de CBS-code van de gemeente, bijvoorbeeld GM0396 voor Heemskerk.</source>
   <translation>Municipality code ‘{code}’ is unknown; give the CBS code of the municipality, for example GM0396 for Heemskerk.</translation>
  </message>
  <message>
   <source>Gemeentegrens</source>
   <translation>Municipal boundary</translation>
  </message>
  <message>
   <source>Gemeentegrens kiezen</source>
   <translation>Choose the municipal boundary</translation>
  </message>
  <message>
   <source>Gemeentegrens kiezen…</source>
   <translation>Choose the municipal boundary…</translation>
  </message>
  <message>
   <source>Gemeentegrens {name}</source>
   <translation>Municipal boundary {name}</translation>
  </message>
  <message>
   <source>Gemeentehuizen</source>
   <translation>Town halls</translation>
  </message>
  <message>
   <source>Gemeenten</source>
   <translation>Municipalities</translation>
  </message>
  <message>
   <source>GeoJSON voor een website</source>
   <translation>GeoJSON for a website</translation>
  </message>
  <message>
   <source>GeoPackage (*.gpkg)</source>
   <translation>GeoPackage (*.gpkg)</translation>
  </message>
  <message>
   <source>Geplaatst</source>
   <translation>Placed</translation>
  </message>
  <message>
   <source>Gepland: {segments}</source>
   <translation>Planned: {segments}</translation>
  </message>
  <message>
   <source>Gerealiseerd</source>
   <translation>Gerealiseerd (completed)</translation>
  </message>
  <message>
   <source>Gerealiseerd en vervallen kunnen niet allebei ja zijn.</source>
   <translation>Gerealiseerd (completed) and vervallen (cancelled) cannot both be yes.</translation>
  </message>
  <message>
   <source>Gerealiseerd en vervallen staan niet in deze bron; kijk voor gerealiseerd in de BAG.</source>
   <translation>Completed and cancelled are not in this source; for completed look in the BAG.</translation>
  </message>
  <message>
   <source>Gerealiseerd en vervallen zijn allebei ja; zet een van beide op nee.</source>
   <translation>Gerealiseerd (completed) and vervallen (cancelled) are both yes; set one of them to no.</translation>
  </message>
  <message>
   <source>Gerealiseerd past niet bij de BAG</source>
   <translation>Gerealiseerd does not fit the BAG</translation>
  </message>
  <message>
   <source>Gerealiseerd past niet bij de BAG bij {plans}</source>
   <translation>Gerealiseerd does not fit the BAG: {plans}</translation>
  </message>
  <message>
   <source>Gerealiseerd volgt niet uit de projectstatus: die zegt alleen dat de einddatum voorbij is. Kijk in de BAG.</source>
   <translation>Gerealiseerd (completed) does not follow from the project status: that only says that the end date has passed. Look in the BAG.</translation>
  </message>
  <message>
   <source>Gerealiseerd én vervallen: {plans}</source>
   <translation>Completed and cancelled: {plans}</translation>
  </message>
  <message>
   <source>Gerealiseerd, vervallen, instandhouding, overige ouderenwoningen en de vragen over 55-plus staan niet in deze bron.</source>
   <translation>Completed, cancelled, obligations to keep dwellings, other dwellings for the elderly and the questions about 55-plus are not in this source.</translation>
  </message>
  <message>
   <source>Gerealiseerd: dit mag niet meer vertrouwelijk zijn. Zet ‘Vertrouwelijk’ op nee.</source>
   <translation>Completed: this may no longer be confidential. Set ‘Vertrouwelijk’ to no.</translation>
  </message>
  <message>
   <source>Gerepareerde plannen</source>
   <translation>Repaired plans</translation>
  </message>
  <message>
   <source>Geschikt voor ouderen</source>
   <translation>Suitable for the elderly</translation>
  </message>
  <message>
   <source>Geschreven kopie</source>
   <translation>Copy that was written</translation>
  </message>
  <message>
   <source>Geselecteerde ({count})</source>
   <translation>Selected ({count})</translation>
  </message>
  <message>
   <source>Geselecteerde bevestigen ({count})</source>
   <translation>Confirm the selected ({count})</translation>
  </message>
  <message>
   <source>Geselecteerde plannen samenvoegen…</source>
   <translation>Merge selected plans…</translation>
  </message>
  <message>
   <source>Geselecteerde vlakken in andere lagen: {count}. Selecteer er precies één, het gemeentehuis, en probeer het opnieuw.</source>
   <translation>Selected areas in other layers: {count}. Select exactly one, the town hall, and try again.</translation>
  </message>
  <message>
   <source>Geselecteerde weigeren ({count})</source>
   <translation>Refuse selected ({count})</translation>
  </message>
  <message>
   <source>Geslaagd ({rules})</source>
   <translation>Passed ({rules})</translation>
  </message>
  <message>
   <source>Gesplitst</source>
   <translation>Split</translation>
  </message>
  <message>
   <source>Geteld zijn de verblijfsobjecten met woonfunctie waarvan het punt in de polygoon ligt. Ook woningen die er al stonden tellen mee, en bij plannen die overlappen telt een woning bij elk plan.</source>
   <translation>Counted are the verblijfsobjecten with woonfunctie whose point lies in the polygon. Dwellings that already were there count too, and where plans overlap a dwelling counts in each plan.</translation>
  </message>
  <message>
   <source>Gevormd</source>
   <translation>Formed</translation>
  </message>
  <message>
   <source>Gevormd, maar nog niet in gebruik: {homes}.</source>
   <translation>Formed, but not in use yet: {homes}.</translation>
  </message>
  <message>
   <source>Gevraagd, maar nog niet bekend: de vraag blijft open</source>
   <translation>Asked, but not known yet: the question stays open</translation>
  </message>
  <message>
   <source>Gevraagd: blijft</source>
   <translation>Asked: remains</translation>
  </message>
  <message>
   <source>Gevraagd: volgens de planning klaar</source>
   <translation>Asked: finished by the planning</translation>
  </message>
  <message>
   <source>Gewijzigd</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Gewijzigd sinds de levering hiervoor: {what}.</source>
   <translation>Changed since the delivery before: {what}.</translation>
  </message>
  <message>
   <source>Gewijzigd sinds iemand het zag: {what}.</source>
   <translation>Changed since somebody saw it: {what}.</translation>
  </message>
  <message>
   <source>Gewijzigd: {changed}</source>
   <translation>Changed: {changed}</translation>
  </message>
  <message>
   <source>Gewijzigd: {layer} in de laag, {workbook} in de kopie van het Excel-bestand; op uw keuze: {waiting}.</source>
   <translation>Changed: {layer} in the layer, {workbook} in the copy of the Excel file; waiting for your choice: {waiting}.</translation>
  </message>
  <message>
   <source>Gewijzigde namen in de laag</source>
   <translation>Changed names in the layer</translation>
  </message>
  <message>
   <source>Gewijzigde namen in het Excel-bestand</source>
   <translation>Changed names in the Excel file</translation>
  </message>
  <message>
   <source>Gewijzigde plannen controleren</source>
   <translation>Checking changed plans</translation>
  </message>
  <message>
   <source>Gewijzigde plannen zoeken</source>
   <translation>Looking for changed plans</translation>
  </message>
  <message>
   <source>Gewijzigde velden</source>
   <translation>Changed fields</translation>
  </message>
  <message>
   <source>Gezien</source>
   <translation>Seen</translation>
  </message>
  <message>
   <source>Gezien door {who}</source>
   <translation>Seen by {who}</translation>
  </message>
  <message>
   <source>GlobalID</source>
   <translation>GlobalID</translation>
  </message>
  <message>
   <source>Graag terug</source>
   <translation>Wanted back</translation>
  </message>
  <message>
   <source>Grens</source>
   <translation>Limit</translation>
  </message>
  <message>
   <source>Grens (€)</source>
   <translation>Limit (€)</translation>
  </message>
  <message>
   <source>Grens niet netjes getekend bij {plans}</source>
   <translation>Border not drawn neatly in {plans}</translation>
  </message>
  <message>
   <source>Grens toevoegen</source>
   <translation>Add limit</translation>
  </message>
  <message>
   <source>Groep</source>
   <translation>Group</translation>
  </message>
  <message>
   <source>Groot verschil met de vorige levering bij {plans}</source>
   <translation>Large difference from the previous delivery for {plans}</translation>
  </message>
  <message>
   <source>Grootste deel van één plan (%)</source>
   <translation>Largest share of one plan (%)</translation>
  </message>
  <message>
   <source>Grootste locatie: {dwellings}.</source>
   <translation>Largest location: {dwellings}.</translation>
  </message>
  <message>
   <source>HUUR, KOOP en HRKPONB zeggen niets over de prijs en vullen geen prijssegment.</source>
   <translation>HUUR, KOOP and HRKPONB say nothing about the price and fill no price segment.</translation>
  </message>
  <message>
   <source>Haal de overbodige tekens weg, in alle bestanden tegelijk.</source>
   <translation>Remove the superfluous characters, in all files at the same time.</translation>
  </message>
  <message>
   <source>Haal weg wat al eerder is afgemeld. Neem anders naam en polygoon van de vorige levering over, of leg het uit in de toelichting.</source>
   <translation>Remove what was reported before. Otherwise use the name and polygon of the previous delivery, or explain it in the explanation.</translation>
  </message>
  <message>
   <source>Handleiding</source>
   <translation>Manual</translation>
  </message>
  <message>
   <source>Hard</source>
   <translation>Hard</translation>
  </message>
  <message>
   <source>Hard ({codes})</source>
   <translation>Hard ({codes})</translation>
  </message>
  <message>
   <source>Harde status {status}: dit mag niet (art. 6.a). Zet ‘Vertrouwelijk’ op nee.</source>
   <translation>Hard status {status}: this is not allowed (art. 6.a). Set ‘Vertrouwelijk’ to no.</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Herkend als {title}. Onderaan staat waar elk veld vandaan komt.</source>
   <translation>Recognised as {title}. At the bottom it says where each field comes from.</translation>
  </message>
  <message>
   <source>Herkend: {forms}. </source>
   <translation>Recognised: {forms}. </translation>
  </message>
  <message>
   <source>Herkende bestandsvorm: {title}</source>
   <translation>Recognised file format: {title}</translation>
  </message>
  <message>
   <source>Hernoemd</source>
   <translation>Renamed</translation>
  </message>
  <message>
   <source>Hernoemd en anders getekend</source>
   <translation>Renamed and drawn otherwise</translation>
  </message>
  <message>
   <source>Herstel</source>
   <translation>Repair</translation>
  </message>
  <message>
   <source>Herstructurering</source>
   <translation>Herstructurering (restructuring)</translation>
  </message>
  <message>
   <source>Het Excel-bestand is beschadigd geschreven ({reason}); is de schijf vol?</source>
   <translation>The Excel file was written damaged ({reason}); is the disk full?</translation>
  </message>
  <message>
   <source>Het Excel-bestand is niet goed geschreven: blad ‘{sheet}’, rij {row} wijkt af.</source>
   <translation>The Excel file was not written well: sheet ‘{sheet}’, row {row} differs.</translation>
  </message>
  <message>
   <source>Het Excel-bestand met dezelfde plannen: .xlsx, .xlsm of .csv.</source>
   <translation>The Excel file with the same plans: .xlsx, .xlsm or .csv.</translation>
  </message>
  <message>
   <source>Het Excel-bestand met dezelfde plannen: .xlsx, .xlsm, .csv of .ods.</source>
   <translation>The Excel file with the same plans: .xlsx, .xlsm, .csv or .ods.</translation>
  </message>
  <message>
   <source>Het GeoJSON-bestand is niet goed geschreven; is de schijf vol?</source>
   <translation>The GeoJSON file was not written correctly; is the disk full?</translation>
  </message>
  <message>
   <source>Het aantal tijdelijke woningen staat niet in deze bron, alleen ja of nee (ph_text4).</source>
   <translation>The number of temporary dwellings is not in this source, only yes or no (ph_text4).</translation>
  </message>
  <message>
   <source>Het afbreken kwam te laat: de opdracht was al klaar.</source>
   <translation>Stopping came too late: the job was done already.</translation>
  </message>
  <message>
   <source>Het andere plan: klik het op de kaart, of typ zijn naam</source>
   <translation>The other plan: click it on the map, or type its name</translation>
  </message>
  <message>
   <source>Het antwoord voor gemeente {name} is niet goed geschreven; is de schijf vol?</source>
   <translation>The answer for municipality {name} was not written well; is the disk full?</translation>
  </message>
  <message>
   <source>Het beoordelingsbestand dat u met ‘Leveringen openen’ maakte.</source>
   <translation>The review file that you made with ‘Open deliveries’.</translation>
  </message>
  <message>
   <source>Het beoordelingsbestand is klaar, maar het overzicht niet. {reason}</source>
   <translation>The review file is ready, but the overview is not. {reason}</translation>
  </message>
  <message>
   <source>Het beoordelingsbestand is niet goed geschreven: er ontbreken plannen; is de schijf vol?</source>
   <translation>The review file was not written well: plans are missing; is the disk full?</translation>
  </message>
  <message>
   <source>Het beoordelingsbestand kan niet geschreven worden ({reason}); maak ruimte vrij of kies een andere map.</source>
   <translation>The review file cannot be written ({reason}); make room or choose another folder.</translation>
  </message>
  <message>
   <source>Het beoordelingsbestand staat in {path}, het overzicht in {report}</source>
   <translation>The review file is in {path}, the overview in {report}</translation>
  </message>
  <message>
   <source>Het besluit staat in {path}.</source>
   <translation>The decision is in {path}.</translation>
  </message>
  <message>
   <source>Het besluit van {who} ging niet over wat er nu af te leiden is: kijk opnieuw en beslis opnieuw.</source>
   <translation>The decision of {who} was not about what can be inferred now: look again and decide again.</translation>
  </message>
  <message>
   <source>Het bestand met de vorige levering</source>
   <translation>The file with the previous delivery</translation>
  </message>
  <message>
   <source>Het bestand noemt {name} ({code}) niet. Welk vlak is de gemeente?</source>
   <translation>The file does not name {name} ({code}). Which area is the municipality?</translation>
  </message>
  <message>
   <source>Het bestand van laag ‘{name}’ is er niet meer ({path}); zet het terug of haal de laag uit het project.</source>
   <translation>The file of layer ‘{name}’ is no longer there ({path}); put it back or take the layer out of the project.</translation>
  </message>
  <message>
   <source>Het bestand voor de provincie ‘{name}’ is niet goed geschreven.</source>
   <translation>The file for the province ‘{name}’ was not written well.</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is in voorbereiding maar nog niet vastgesteld door de gemeenteraad, of het omgevingsplan of projectbesluit is in voorbereiding (ambtelijke start).</source>
   <translation>The bestemmingsplan is in preparation but not adopted by the municipal council yet, or the omgevingsplan or projectbesluit is in preparation (official start).</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is onherroepelijk en er is sprake van een rechtstreekse bouwtitel, of het omgevingsplan of projectbesluit is onherroepelijk.</source>
   <translation>The bestemmingsplan is irrevocable and gives a direct right to build, or the omgevingsplan or projectbesluit is irrevocable.</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is onherroepelijk, maar het woningbouwplan kan alleen via een wijziging door BenW tot stand komen, op basis waarvan een bouwvergunning kan worden verleend.</source>
   <translation>The bestemmingsplan is irrevocable, but the housing plan can only come about by a change by the municipal executive (B en W), on which a building permit can be granted.</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is onherroepelijk, maar uitwerking is nog nodig voordat een omgevingsvergunning voor bouwen verleend kan worden.</source>
   <translation>The bestemmingsplan is irrevocable, but an elaboration is needed before a permit for building can be granted.</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is vastgesteld door de gemeenteraad maar is nog niet onherroepelijk, of het omgevingsplan of projectbesluit is vastgesteld.</source>
   <translation>The bestemmingsplan was adopted by the municipal council but is not irrevocable yet, or the omgevingsplan or projectbesluit was adopted.</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is vastgesteld door de gemeenteraad maar nog niet onherroepelijk, en er is een uitwerking nodig voordat een omgevingsvergunning voor bouwen verleend kan worden.</source>
   <translation>The bestemmingsplan was adopted by the municipal council but is not irrevocable yet, and an elaboration is needed before a permit for building can be granted.</translation>
  </message>
  <message>
   <source>Het bestemmingsplan is vastgesteld maar nog niet onherroepelijk, en het woningbouwplan kan alleen via een wijziging door BenW tot stand komen, op basis waarvan een bouwvergunning kan worden verleend.</source>
   <translation>The bestemmingsplan was adopted but is not irrevocable yet, and the housing plan can only come about by a change by the municipal executive (B en W), on which a building permit can be granted.</translation>
  </message>
  <message>
   <source>Het blad bevat formules; laat ze opnieuw berekenen (in Excel met Ctrl+Alt+F9) zodat ze de nieuwe namen zien.</source>
   <translation>The sheet has formulas; have them computed again (in Excel with Ctrl+Alt+F9) so that they see the new names.</translation>
  </message>
  <message>
   <source>Het deel dat 10 jaar in stand blijft; alleen dit telt landelijk mee.</source>
   <translation>The part that is kept for 10 years; only this counts nationally.</translation>
  </message>
  <message>
   <source>Het deel dat 25 jaar in stand blijft en naar de DAEB-doelgroep gaat; alleen dit telt landelijk mee.</source>
   <translation>The part that is kept for 25 years and goes to the DAEB target group; only this counts nationally.</translation>
  </message>
  <message>
   <source>Het deel met een instandhoudingsplicht van tenminste 10 jaar. Enkel dit deel telt mee voor de landelijke doelstelling.</source>
   <translation>The part with an obligation to keep it for at least 10 years. Only this part counts for the national goal.</translation>
  </message>
  <message>
   <source>Het deel met een instandhoudingsplicht van tenminste 25 jaar dat wordt verhuurd aan de DAEB-doelgroep. Enkel dit deel telt mee voor de landelijke doelstelling.</source>
   <translation>The part with an obligation to keep it for at least 25 years that is let to the DAEB target group. Only this part counts for the national goal.</translation>
  </message>
  <message>
   <source>Het eerdere label geldt niet meer.</source>
   <translation>The earlier label no longer holds.</translation>
  </message>
  <message>
   <source>Het gat daartussen toont dat plan.</source>
   <translation>The gap between them shows that plan.</translation>
  </message>
  <message>
   <source>Het is niet bekend of hiervan voor {day} iets is {finished}.</source>
   <translation>It is not known whether any of these were {finished} before {day}.</translation>
  </message>
  <message>
   <source>Het kaartbestand is niet goed geschreven: de totalen wijken af.</source>
   <translation>The map file was not written well: the totals differ.</translation>
  </message>
  <message>
   <source>Het kaartbestand is niet goed geschreven: er staan {found} plannen in, het moeten er {meant} zijn.</source>
   <translation>The map file was not written well: it has {found} plans, it should have {meant}.</translation>
  </message>
  <message>
   <source>Het kaartbestand is niet goed geschreven: het coördinatenstelsel is ‘{found}’ en niet {meant}.</source>
   <translation>The map file was not written well: the coordinate system is ‘{found}’ and not {meant}.</translation>
  </message>
  <message>
   <source>Het kaartbestand is niet goed geschreven: plan ‘{name}’ wijkt af.</source>
   <translation>The map file was not written well: plan ‘{name}’ differs.</translation>
  </message>
  <message>
   <source>Het kaartbestand kan niet geschreven worden ({reason}); maak ruimte vrij of kies een andere map.</source>
   <translation>The map file cannot be written ({reason}); make room or choose another folder.</translation>
  </message>
  <message>
   <source>Het kaartbestand van pakket ‘{name}’ is beschadigd of heeft andere dan gewone lagen; vraag een nieuwe levering.</source>
   <translation>The map of package ‘{name}’ is damaged or holds other than ordinary layers; ask for a new delivery.</translation>
  </message>
  <message>
   <source>Het kopiëren of terugzetten loopt nog; wacht tot het klaar is.</source>
   <translation>Copying or putting back is still under way; wait until it is done.</translation>
  </message>
  <message>
   <source>Het lezen is afgebroken; er is niets veranderd.</source>
   <translation>Reading was stopped; nothing has changed.</translation>
  </message>
  <message>
   <source>Het nieuwe planbestand staat al wel in ‘{path}’.</source>
   <translation>The new plan file is in ‘{path}’ already.</translation>
  </message>
  <message>
   <source>Het nieuwe planbestand staat in {path}, het rapport in {report}</source>
   <translation>The new plan file is in {path}, the report in {report}</translation>
  </message>
  <message>
   <source>Het openbare kaartbestand is niet goed geschreven: {what} wijkt af; is de schijf vol?</source>
   <translation>The public map file was not written correctly: {what} differs; is the disk full?</translation>
  </message>
  <message>
   <source>Het openbare kaartbestand kan niet geschreven worden ({reason}); maak ruimte vrij of kies een andere map.</source>
   <translation>The public map file cannot be written ({reason}); make room or choose another folder.</translation>
  </message>
  <message>
   <source>Het openbare pakket is niet goed geschreven; is de schijf vol?</source>
   <translation>The public package was not written correctly; is the disk full?</translation>
  </message>
  <message>
   <source>Het oude aantal staat er nog. Neem het voorstel over als voor {day} is {finished} wat er gepland was.</source>
   <translation>The old number is still there. Use the proposal if before {day} what was planned is {finished}.</translation>
  </message>
  <message>
   <source>Het oude bestand, bewaard</source>
   <translation>The old file, kept</translation>
  </message>
  <message>
   <source>Het oude planbestand is niet veranderd.</source>
   <translation>The old plan file has not been changed.</translation>
  </message>
  <message>
   <source>Het overzicht en de ontvangen bestanden, om te filteren en door te sturen. Leeg: dat bestand komt er niet.</source>
   <translation>The overview and the files received, to filter and to send on. Empty: no such file is made.</translation>
  </message>
  <message>
   <source>Het overzicht staat in {path}. Het is vertrouwelijk.</source>
   <translation>The overview is in {path}. It is confidential.</translation>
  </message>
  <message>
   <source>Het pad van map ‘{folder}’ is te lang: terwijl de plugin schrijft worden het {length} tekens, en deze computer kan er {most} aan. Kies een map met een korter pad.</source>
   <translation>The path of folder ‘{folder}’ is too long: while the plugin writes it becomes {length} characters, and this computer can do {most}. Choose a folder with a shorter path.</translation>
  </message>
  <message>
   <source>Het pakket is geschreven, teruggelezen en vergeleken: {path}</source>
   <translation>The package was written, read back and compared: {path}</translation>
  </message>
  <message>
   <source>Het pakket is niet goed geschreven: ‘{name}’ wijkt af; is de schijf vol?</source>
   <translation>The package was not written well: ‘{name}’ differs; is the disk full?</translation>
  </message>
  <message>
   <source>Het pakket van de vorige levering (.zip), de GeoPackage daaruit, een ouder planbestand, of een kaartlaag met plannamen.</source>
   <translation>The package of the previous delivery (.zip), the GeoPackage in it, an older plan file, or a map layer with plan names.</translation>
  </message>
  <message>
   <source>Het pakket van de vorige levering (.zip), de GeoPackage daaruit, een ouder planbestand, of een kaartlaag met plannamen. Laat u dit leeg, dan is het de laatste levering van een eerdere peildatum die het planbestand onthoudt.</source>
   <translation>The package of the previous delivery (.zip), the GeoPackage from it, an older plan file, or a map layer with plan names. If left empty, it is the last delivery of an earlier reference date that the plan file remembers.</translation>
  </message>
  <message>
   <source>Het plan</source>
   <translation>The plan</translation>
  </message>
  <message>
   <source>Het plan en de BAG zeggen iets anders; kijk het na.</source>
   <translation>The plan and the BAG say something different; have a look.</translation>
  </message>
  <message>
   <source>Het plan geldt voortaan als vertrouwelijk: in wat iedereen mag zien, staat het niet meer afzonderlijk (art. 5.d).</source>
   <translation>The plan counts as confidential from now on: in what everybody may see it no longer stands by itself (art. 5.d).</translation>
  </message>
  <message>
   <source>Het plan heeft dezelfde polygoon als {other} ({area}). Zijn het twee plannen op één plek, zeg dan bij een van de twee in de toelichting waarom. Teken anders van elk plan het eigen gebied.</source>
   <translation>The plan has the same polygon as {other} ({area}). If they are two plans in one place, say why in the toelichting of either. Else draw the own area of each plan.</translation>
  </message>
  <message>
   <source>Het plan heeft een gaatje van {area}; vul het op.</source>
   <translation>The plan has a small hole of {area}; fill it.</translation>
  </message>
  <message>
   <source>Het plan heeft een lijn in plaats van een polygoon; teken het plangebied als vlak.</source>
   <translation>The plan has a line instead of a polygon; draw the plan area as an area.</translation>
  </message>
  <message>
   <source>Het plan heeft een los snippertje van {area}; haal het weg.</source>
   <translation>The plan has a loose sliver of {area}; remove it.</translation>
  </message>
  <message>
   <source>Het plan heeft een net van driehoeken (TIN) of een 3D-oppervlak in plaats van een polygoon; teken het plangebied als vlak.</source>
   <translation>The plan has a net of triangles (TIN) or a 3D surface instead of a polygon; draw the plan area as an area.</translation>
  </message>
  <message>
   <source>Het plan heeft een punt in plaats van een polygoon; teken het plangebied als vlak.</source>
   <translation>The plan has a point instead of a polygon; draw the plan area as an area.</translation>
  </message>
  <message>
   <source>Het plan heeft een verzameling van verschillende soorten in plaats van een polygoon; houd alleen de vlakken over.</source>
   <translation>The plan has a collection of different kinds instead of a polygon; keep only the areas.</translation>
  </message>
  <message>
   <source>Het plan heeft geen polygoon; teken het plangebied.</source>
   <translation>The plan has no polygon; draw the plan area.</translation>
  </message>
  <message>
   <source>Het plan heeft gemeentecode {other}, maar het planbestand is van {code}; verbeter de gemeente of haal het plan weg.</source>
   <translation>The plan has municipality code {other}, but the plan file is of {code}; correct the municipality or remove the plan.</translation>
  </message>
  <message>
   <source>Het plan is gerealiseerd en alle woningen zijn in gebruik ({count}).</source>
   <translation>The plan is gerealiseerd and all dwellings are in use ({count}).</translation>
  </message>
  <message>
   <source>Het plan is gerealiseerd, maar de BAG kent hier geen woning.</source>
   <translation>The plan is gerealiseerd, but the BAG knows no dwelling here.</translation>
  </message>
  <message>
   <source>Het plan is gerealiseerd, maar de BAG kent in de polygoon geen woning. Kijk gerealiseerd en de polygoon na.</source>
   <translation>The plan is gerealiseerd, but the BAG knows no dwelling in the polygon. Check gerealiseerd and the polygon.</translation>
  </message>
  <message>
   <source>Het plan is gerealiseerd, maar van de {homes} zijn er {count} niet in gebruik.</source>
   <translation>The plan is gerealiseerd, but of the {homes} {count} are not in use.</translation>
  </message>
  <message>
   <source>Het plan is gerealiseerd, maar van {homes} in de polygoon zijn er {count} nog niet in gebruik. Kijk gerealiseerd na.</source>
   <translation>The plan is gerealiseerd, but of {homes} in the polygon {count} are not in use yet. Check gerealiseerd.</translation>
  </message>
  <message>
   <source>Het plan is in de vorige levering afgemeld en hoort nu niet meer mee te gaan.</source>
   <translation>The plan was reported as ended in the previous delivery and should not go again.</translation>
  </message>
  <message>
   <source>Het plan is vervallen, maar sinds {since} kwamen hier {homes} in gebruik.</source>
   <translation>The plan is vervallen, but since {since} {homes} came into use here.</translation>
  </message>
  <message>
   <source>Het plan is vervallen.</source>
   <translation>The plan is vervallen.</translation>
  </message>
  <message>
   <source>Het plan is {finished} en heeft planstatus {status}, en gaat daarom niet mee. Stond het in de vorige levering, dan hoort het nog één keer mee te gaan: kies dan de planstatus van toen.</source>
   <translation>The plan is {finished} and has planstatus {status}, and therefore stays at home. If it was in the previous delivery, it should go along once more: then choose the planstatus of that time.</translation>
  </message>
  <message>
   <source>Het plan kan niet worden toegevoegd; kan deze laag bewerkt worden?</source>
   <translation>The plan cannot be added; can this layer be edited?</translation>
  </message>
  <message>
   <source>Het plan ligt bij x {x} y {y}, buiten Nederland; controleer of de polygoon verschoven is.</source>
   <translation>The plan lies at x {x} y {y}, outside the Netherlands; check whether the polygon was moved.</translation>
  </message>
  <message>
   <source>Het plan ligt voor een deel of helemaal buiten de gemeente</source>
   <translation>The plan lies partly or entirely outside the municipality</translation>
  </message>
  <message>
   <source>Het plan staat niet meer in deze levering; meld het af als gerealiseerd of vervallen, of wijs zijn opvolger aan.</source>
   <translation>The plan is not in this delivery any more; report it as built or dropped, or name its successor.</translation>
  </message>
  <message>
   <source>Het plan staat niet meer in deze levering; wijs {name} aan als opvolger, of meld het plan af.</source>
   <translation>The plan is not in this delivery any more; name {name} as its successor, or report the plan as ended.</translation>
  </message>
  <message>
   <source>Het plan stond in de vorige levering en gaat nu niet mee door planstatus {status}. Gaat het niet door, meld het dan af als vervallen met de planstatus van toen; anders hoort het mee te gaan.</source>
   <translation>The plan was in the previous delivery and does not go along now because of plan status {status}. If it is dropped, report it as dropped with the plan status it had; otherwise it should go along.</translation>
  </message>
  <message>
   <source>Het plan {now} ({current}, {now_where}) heette in {previous} {then} ({then_where}) en de polygoon is niet verplaatst{why}. Neem de oude naam over of leg de nieuwe naam uit in de toelichting.</source>
   <translation>The plan {now} ({current}, {now_where}) was called {then} in {previous} ({then_where}) and the polygon has not moved{why}. Adopt the old name or explain the new name in the toelichting.</translation>
  </message>
  <message>
   <source>Het planbestand dat bijgewerkt wordt. Sluit het eerst in andere programma's.</source>
   <translation>The plan file that is updated. First close it in other programs.</translation>
  </message>
  <message>
   <source>Het planbestand heeft peildatum {before}; kies een latere peildatum dan die, bijvoorbeeld {next}.</source>
   <translation>The plan file has reference date {before}; choose a later reference date than that, for example {next}.</translation>
  </message>
  <message>
   <source>Het planbestand heeft peildatum {kept} en u koos {given}: elk jaar zou verschuiven. Kies {kept} of laat de peildatum leeg; het planbestand voor een latere peildatum maakt u met ‘Naar de volgende peildatum’ (lmvw:rollforward).</source>
   <translation>The plan file has reference date {kept} and you chose {given}: each year would shift. Choose {kept} or leave the reference date empty; the plan file for a later reference date is made with ‘To the next reference date’ (lmvw:rollforward).</translation>
  </message>
  <message>
   <source>Het planbestand is van {kept} ({kept_code}) en u koos {given} ({code}); kies de juiste gemeente of het juiste bestand.</source>
   <translation>The plan file is of {kept} ({kept_code}) and you chose {given} ({code}); choose the right municipality or the right file.</translation>
  </message>
  <message>
   <source>Het planbestand met de plannen. Het veld Projectleider zegt van wie een plan is.</source>
   <translation>The plan file with the plans. The field Projectleider (project leader) says whose a plan is.</translation>
  </message>
  <message>
   <source>Het planbestand na de import</source>
   <translation>The plan file after the import</translation>
  </message>
  <message>
   <source>Het planbestand onthoudt deze levering niet. {reason}</source>
   <translation>The plan file does not remember this delivery. {reason}</translation>
  </message>
  <message>
   <source>Het planbestand van de vorige levering. Daarin verandert niets. Staat het open, dan telt ook mee wat nog niet is opgeslagen.</source>
   <translation>The plan file of the previous delivery. Nothing changes in it. If it is open, what is not saved yet counts as well.</translation>
  </message>
  <message>
   <source>Het planbestand, als u zo importeert</source>
   <translation>The plan file, if you import like this</translation>
  </message>
  <message>
   <source>Het plantype dat het meest dominant is binnen het plan: kies er één.</source>
   <translation>The plantype that is most dominant within the plan: choose one.</translation>
  </message>
  <message>
   <source>Het rapport is te lang om hier te tonen; open het met de knop hierboven.</source>
   <translation>The report is too long to show here; open it with the button above.</translation>
  </message>
  <message>
   <source>Het rapport staat ook naast het planbestand, om te bewaren of door te sturen.</source>
   <translation>The report also stands beside the plan file, to keep or to pass on.</translation>
  </message>
  <message>
   <source>Het rapport voor planners: alle bevindingen per regel en per plan, te openen in elke browser.</source>
   <translation>The report for planners: all findings per rule and per plan, to be opened in any browser.</translation>
  </message>
  <message>
   <source>Het rapport: de verdwenen plannen bovenaan, de woningen verklaard, en wat u moet bekijken. Te openen in elke browser.</source>
   <translation>The report: the plans that are gone at the top, the dwellings explained, and what you must look at. Opens in any browser.</translation>
  </message>
  <message>
   <source>Het rapport: de voorstellen bovenaan, dan elk plan. Te openen in elke browser.</source>
   <translation>The report: the proposals on top, then every plan. To be opened in any browser.</translation>
  </message>
  <message>
   <source>Het rapport: wat er vergeleken is en elke bevinding, te openen in elke browser.</source>
   <translation>The report: what was compared and each finding, to be opened in any browser.</translation>
  </message>
  <message>
   <source>Het samengevoegde bestand staat in {path}, het rapport in {report}</source>
   <translation>The merged file is in {path}, the report in {report}</translation>
  </message>
  <message>
   <source>Het strijdige plan ‘{name}’ van {code} zit in geen pakket dat meegaat; schrijf de naam zoals in de levering.</source>
   <translation>The plan ‘{name}’ of {code}, contrary to policy, is in no package that goes; write the name as in the delivery.</translation>
  </message>
  <message>
   <source>Het veld is weer leeg.</source>
   <translation>The field is empty again.</translation>
  </message>
  <message>
   <source>Het verschil met de vorige openbare versie is {change} bij ‘{field}’: precies plan ‘{plan}’.</source>
   <translation>The difference from the previous public version is {change} of ‘{field}’: exactly plan ‘{plan}’.</translation>
  </message>
  <message>
   <source>Het verschil tussen totaal en jaren is de meest gemaakte fout. Het gaat om de komende 20 jaar: wat daarna komt, telt niet mee.</source>
   <translation>The difference between total and years is the error made most often. It is about the next 20 years: what comes after that does not count.</translation>
  </message>
  <message>
   <source>Het vlak kan niet naar RD worden omgezet; teken het binnen Nederland.</source>
   <translation>The area cannot be converted to RD; draw it within the Netherlands.</translation>
  </message>
  <message>
   <source>Het voorbeeld zit niet in deze kopie van de plugin; installeer de plugin uit de zip.</source>
   <translation>The sample is not in this copy of the plugin; install the plugin from the zip.</translation>
  </message>
  <message>
   <source>Het vorige antwoord voor {name} staat nu in ‘{path}’.</source>
   <translation>The previous answer for {name} is now in ‘{path}’.</translation>
  </message>
  <message>
   <source>Het vorige pakket in ‘{folder}’ kan niet vervangen worden ({reason}); sluit de bestanden ervan en probeer het opnieuw.</source>
   <translation>The previous package in ‘{folder}’ cannot be replaced ({reason}); close its files and try again.</translation>
  </message>
  <message>
   <source>Hetzelfde plan</source>
   <translation>The same plan</translation>
  </message>
  <message>
   <source>Hier geopend</source>
   <translation>Opened here</translation>
  </message>
  <message>
   <source>Hier is geen levering; kies de zips die gemeenten stuurden, of de map waarin ze staan.</source>
   <translation>There is no delivery here; choose the zips that municipalities sent, or the folder in which they are.</translation>
  </message>
  <message>
   <source>Hier komen de planbestanden die u opent.</source>
   <translation>Here come the plan files that you open.</translation>
  </message>
  <message>
   <source>Hierin staan plannen van een andere gemeente dan {code}; vraag een nieuwe levering.</source>
   <translation>This has plans of another municipality than {code}; ask for a new delivery.</translation>
  </message>
  <message>
   <source>Hierin staan {plans} van de eigen administratie (5A of 5B); vraag een nieuwe levering.</source>
   <translation>This has {plans} of the own administration (5A or 5B); ask for a new delivery.</translation>
  </message>
  <message>
   <source>Hierin verschillen de plannen. Kies wat voor het samengevoegde plan geldt:</source>
   <translation>In this the plans differ. Choose what holds for the merged plan:</translation>
  </message>
  <message>
   <source>Hoe de lijst is ingedeeld</source>
   <translation>How the list is arranged</translation>
  </message>
  <message>
   <source>Hoe het meegaat</source>
   <translation>How it goes along</translation>
  </message>
  <message>
   <source>Hoeveel plannen compleet zijn</source>
   <translation>How many plans are complete</translation>
  </message>
  <message>
   <source>Huurwoningen van marktpartijen boven de sociale huurgrens, tot en met de middenhuurgrens.</source>
   <translation>Rented dwellings of market parties above the limit of social rent, up to the limit of mid-range rent.</translation>
  </message>
  <message>
   <source>Huurwoningen van marktpartijen met een huurprijs hoger dan de sociale huurgrens, maar lager of gelijk aan de middenhuurgrens: 1.157,95 euro in 2024, jaarlijks per 1 januari geïndexeerd met de inflatie. Start de bouw voor 1 januari 2028, dan telt ook een huurprijs tot die grens plus een opslag van 10% mee, ongeacht het aantal WWS punten. Landelijk telt middenhuur enkel mee met een instandhoudingsplicht van tenminste 10 jaar.</source>
   <translation>Rented dwellings of market parties with a rent above the limit of social rent, but lower than or equal to the limit of mid-range rent: 1.157,95 euro in 2024, indexed with inflation each 1 January. If building starts before 1 January 2028, a rent up to that limit plus a surcharge of 10% counts too, whatever the number of WWS points. Nationally, mid-range rent counts only with an obligation to keep it for at least 10 years.</translation>
  </message>
  <message>
   <source>Huurwoningen van marktpartijen met een huurprijs tot en met de sociale huurgrens: 879,66 euro in 2024, jaarlijks per 1 januari geïndexeerd met de inflatie.</source>
   <translation>Rented dwellings of market parties with a rent up to the limit of social rent: 879,66 euro in 2024, indexed with inflation each 1 January.</translation>
  </message>
  <message>
   <source>Huurwoningen van marktpartijen tot en met de sociale huurgrens.</source>
   <translation>Rented dwellings of market parties up to the limit of social rent.</translation>
  </message>
  <message>
   <source>Huurwoningen van woningcorporaties boven de sociale huurgrens, tot en met de middenhuurgrens.</source>
   <translation>Rented dwellings of housing associations above the limit of social rent, up to the limit of mid-range rent.</translation>
  </message>
  <message>
   <source>Huurwoningen van woningcorporaties met een huurprijs hoger dan de sociale huurgrens, maar lager of gelijk aan de middenhuurgrens: 1.157,95 euro in 2024, jaarlijks per 1 januari geïndexeerd met de inflatie. Start de bouw voor 1 januari 2028, dan telt ook een huurprijs tot die grens plus een opslag van 10% mee, ongeacht het aantal WWS punten. Landelijk telt middenhuur enkel mee met een instandhoudingsplicht van tenminste 10 jaar.</source>
   <translation>Rented dwellings of housing associations with a rent above the limit of social rent, but lower than or equal to the limit of mid-range rent: 1.157,95 euro in 2024, indexed with inflation each 1 January. If building starts before 1 January 2028, a rent up to that limit plus a surcharge of 10% counts too, whatever the number of WWS points. Nationally, mid-range rent counts only with an obligation to keep it for at least 10 years.</translation>
  </message>
  <message>
   <source>Huurwoningen van woningcorporaties met een huurprijs tot en met de sociale huurgrens: 879,66 euro in 2024, jaarlijks per 1 januari geïndexeerd met de inflatie.</source>
   <translation>Rented dwellings of housing associations with a rent up to the limit of social rent: 879,66 euro in 2024, indexed with inflation each 1 January.</translation>
  </message>
  <message>
   <source>Huurwoningen van woningcorporaties tot en met de sociale huurgrens.</source>
   <translation>Rented dwellings of housing associations up to the limit of social rent.</translation>
  </message>
  <message>
   <source>Identificatie nr, als dat een DIWI-kenmerk is</source>
   <translation>Identificatie nr, if that is a mark of DIWI</translation>
  </message>
  <message>
   <source>Import woningbouwplannen</source>
   <translation>Import of housing plans</translation>
  </message>
  <message>
   <source>Importeren</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Importrapport</source>
   <translation>Import report</translation>
  </message>
  <message>
   <source>In DetailPlanning staan jaren van plannen die niet in Planregistratie staan: samen {count} ({keys}).</source>
   <translation>DetailPlanning has years of plans that are not in Planregistratie: together {count} ({keys}).</translation>
  </message>
  <message>
   <source>In de bron</source>
   <translation>In the source</translation>
  </message>
  <message>
   <source>In de bron ‘{source}’ is geen kolom met plannamen gevonden (wel: {columns}); noem de kolom ‘plannaam’ of geef een kolomkoppeling op.</source>
   <translation>No column with plan names was found in the source ‘{source}’ (there are: {columns}); name the column ‘plannaam’ or give a column mapping.</translation>
  </message>
  <message>
   <source>In de naamkolom staat geen tekst: {cells}; zo is de naam gelezen, maar wat er getypt is, is niet meer te zien.</source>
   <translation>The name column does not have text: {cells}; the name was read like that, but what was typed can no longer be seen.</translation>
  </message>
  <message>
   <source>In de naamkolom van {source} staan lange teksten in plaats van plannamen ({notes} van de {n}); kies een andere naamkolom.</source>
   <translation>The name column of {source} has long texts instead of plan names ({notes} of the {n}); choose another name column.</translation>
  </message>
  <message>
   <source>In de plannen</source>
   <translation>In the plans</translation>
  </message>
  <message>
   <source>In de vorige levering lijkt geen enkel plan op dit plan.</source>
   <translation>No plan in the previous delivery resembles this plan.</translation>
  </message>
  <message>
   <source>In de vorige levering: {names}.</source>
   <translation>In the previous delivery: {names}.</translation>
  </message>
  <message>
   <source>In deze map is geen pakket dat mee kan.{first}</source>
   <translation>This folder has no package that can go along.{first}</translation>
  </message>
  <message>
   <source>In dit Excel-bestand staan geen polygonen: zonder kaartlaag komen alle plannen bij ‘Nog te tekenen’.</source>
   <translation>There are no polygons in this Excel file: without a map layer all plans come at ‘Still to be drawn’.</translation>
  </message>
  <message>
   <source>In dit Excel-bestand staan geen polygonen: zonder kaartlaag komt het plan bij ‘Nog te tekenen’.</source>
   <translation>There are no polygons in this Excel file: without a map layer the plan comes at ‘Still to be drawn’.</translation>
  </message>
  <message>
   <source>In dit gebied kent de BAG {count} verblijfsobjecten; dat is te veel voor de dienst. Kies minder plannen of een BAG-bestand.</source>
   <translation>In this area the BAG knows {count} verblijfsobjecten; that is too much for the service. Choose fewer plans or a BAG file.</translation>
  </message>
  <message>
   <source>In een tekst van plan ‘{name}’ staat het stuurteken U+{code:04X}, dat niet in Excel kan staan; haal het weg.</source>
   <translation>In a text of plan ‘{name}’ there is the control character U+{code:04X}, which cannot stand in Excel; remove it.</translation>
  </message>
  <message>
   <source>In gebruik</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>In gebruik, per jaar</source>
   <translation>In use, per year</translation>
  </message>
  <message>
   <source>In geen jaar</source>
   <translation>In no year</translation>
  </message>
  <message>
   <source>In het oude planbestand</source>
   <translation>In the old plan file</translation>
  </message>
  <message>
   <source>In het planbestand</source>
   <translation>In the plan file</translation>
  </message>
  <message>
   <source>In laag ‘{name}’ heeft rij {places} naast vlakken ook punten of lijnen; alleen de vlakken zijn overgenomen.</source>
   <translation>In layer ‘{name}’ row {places} has points or lines beside areas; only the areas were taken over.</translation>
  </message>
  <message>
   <source>In laag ‘{name}’ is de vorm van rij {places} {kind} en geen vlak; een polygoon is nog te tekenen.</source>
   <translation>In layer ‘{name}’ the shape of row {places} is {kind} and no area; a polygon is still to be drawn.</translation>
  </message>
  <message>
   <source>In laag ‘{name}’ staan reacties die niet opgeslagen zijn; die gaan niet mee. Sla de laag op en controleer opnieuw.</source>
   <translation>Layer ‘{name}’ has reactions that are not saved; those do not go along. Save the layer and check again.</translation>
  </message>
  <message>
   <source>In laag ‘{name}’ staan wijzigingen die niet opgeslagen zijn; sla ze eerst op.</source>
   <translation>Layer ‘{name}’ has changes that are not saved; save them first.</translation>
  </message>
  <message>
   <source>In lopende plannen</source>
   <translation>In running plans</translation>
  </message>
  <message>
   <source>In map ‘{folder}’ kan niet geschreven worden ({reason}); kies een andere map.</source>
   <translation>Folder ‘{folder}’ cannot be written in ({reason}); choose another folder.</translation>
  </message>
  <message>
   <source>In map ‘{folder}’ kan niet geschreven worden; kies een andere map.</source>
   <translation>Folder ‘{folder}’ cannot be written in; choose another folder.</translation>
  </message>
  <message>
   <source>In map ‘{folder}’ kan niet verder geschreven worden: {reason}. Maak ruimte vrij of kies een andere map; er is niets veranderd.</source>
   <translation>In folder ‘{folder}’ writing cannot go on: {reason}. Make room or choose another folder; nothing has changed.</translation>
  </message>
  <message>
   <source>In map ‘{folder}’ staat al een bestand ‘{name}’; kies een andere map.</source>
   <translation>In folder ‘{folder}’ there is a file ‘{name}’ already; choose another folder.</translation>
  </message>
  <message>
   <source>In map ‘{folder}’ staat geen zip; kies de map met de pakketten die gemeenten stuurden.</source>
   <translation>Folder ‘{folder}’ has no zip; choose the folder with the packages that municipalities sent.</translation>
  </message>
  <message>
   <source>In map ‘{folder}’ wordt op dit moment al een levering gemaakt; wacht tot die klaar is.</source>
   <translation>In folder ‘{folder}’ a delivery is being made at this moment; wait until it is done.</translation>
  </message>
  <message>
   <source>In map ‘{path}’ is niet gelezen: {names}; alleen Excel-bestanden die in de map zelf staan worden gelezen.</source>
   <translation>In folder ‘{path}’ was not read: {names}; only Excel files that are in the folder itself are read.</translation>
  </message>
  <message>
   <source>In map ‘{path}’ kan niets gemaakt worden ({reason}); kies een andere map.</source>
   <translation>In folder ‘{path}’ nothing can be made ({reason}); choose another folder.</translation>
  </message>
  <message>
   <source>In orde</source>
   <translation>In order</translation>
  </message>
  <message>
   <source>In voorbereiding</source>
   <translation>In voorbereiding (in preparation)</translation>
  </message>
  <message>
   <source>In welke map op deze computer komt de werkkopie?</source>
   <translation>In which folder on this computer does the working copy come?</translation>
  </message>
  <message>
   <source>In {sources} staan geen plannen; kies een andere laag of een ander Excel-bestand.</source>
   <translation>There are no plans in {sources}; choose another layer or another Excel file.</translation>
  </message>
  <message>
   <source>In {years} was niets ingevuld. Wat er dan nog niet is {finished}, telt u op bij het jaar waarin het nu komt.</source>
   <translation>Nothing was filled in for {years}. What was not {finished} then, you add to the year in which it comes now.</translation>
  </message>
  <message>
   <source>In {year} t/m {amount}</source>
   <translation>In {year} up to {amount}</translation>
  </message>
  <message>
   <source>In ‘{name}’ is een schrijfactie bezig of afgebroken (er staat een bestand ‘{name}-journal’ naast); gelezen is wat er vóór die actie stond. Controleer of dat is wat u verwacht.</source>
   <translation>In ‘{name}’ a write is under way or was broken off (there is a file ‘{name}-journal’ beside it); what stood there before was read. Check whether that is what you expect.</translation>
  </message>
  <message>
   <source>In ‘{path}’ is gewerkt sinds u de werkkopie maakte; er is niets teruggezet. Neem uw wijzigingen daar over met ‘Plannen importeren’: kies als bestand uw werkkopie ‘{copy}’ en als planbestand ‘{path}’.</source>
   <translation>There was work done in ‘{path}’ since you made the working copy; nothing was put back. Take over your changes there with ‘Import plans’: choose your working copy ‘{copy}’ as the file and ‘{path}’ as the plan file.</translation>
  </message>
  <message>
   <source>In ‘{path}’ is intussen iets gewijzigd; er is niets toegevoegd. Open de leveringen opnieuw.</source>
   <translation>In ‘{path}’ something was changed meanwhile; nothing was added. Open the deliveries again.</translation>
  </message>
  <message>
   <source>In ‘{path}’ schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar.</source>
   <translation>Another program is writing in ‘{path}’ at this moment; wait until it is done or close it there.</translation>
  </message>
  <message>
   <source>In ‘{path}’ staat uw eigen werk; kies voor het samengevoegde bestand een andere naam.</source>
   <translation>‘{path}’ holds your own work; choose another name for the merged file.</translation>
  </message>
  <message>
   <source>Ingevuld met 0</source>
   <translation>Filled in with 0</translation>
  </message>
  <message>
   <source>Ingevuld met 0 omdat de bron 0 zegt</source>
   <translation>Filled in with 0 because the source says 0</translation>
  </message>
  <message>
   <source>Instandhouding (25 jaar, 10 jaar), overige ouderenwoningen en de vragen over 55-plus staan niet in deze bron.</source>
   <translation>Obligations to keep dwellings (25 years, 10 years), other dwellings for the elderly and the questions about 55-plus are not in this source.</translation>
  </message>
  <message>
   <source>Instandhouding, overige ouderenwoningen en de vragen over 55-plus staan niet in DIWI.</source>
   <translation>Obligations to keep dwellings, other dwellings for the elderly and the questions about 55-plus are not in DIWI.</translation>
  </message>
  <message>
   <source>Invulblad woningbouwplannen</source>
   <translation>Fill-in sheet housing plans</translation>
  </message>
  <message>
   <source>Invulblad ‘{name}’ heeft op blad {sheet} geen kolomkop ‘{column}’, die zegt welk plan waar staat. Zet die kop terug en lees het bestand opnieuw in.</source>
   <translation>Fill-in sheet ‘{name}’ has no heading ‘{column}’ on sheet {sheet}, which says which plan is where. Put that heading back and read the file again.</translation>
  </message>
  <message>
   <source>Invulblad ‘{name}’ is niet uit dit planbestand verstuurd; kies het planbestand waar het uit kwam.</source>
   <translation>Fill-in sheet ‘{name}’ was not sent from this plan file; choose the plan file from which it came.</translation>
  </message>
  <message>
   <source>Invulblad ‘{name}’ is van {label} {theirs} en dit planbestand van {ours}; lees het in bij het planbestand waar het uit kwam.</source>
   <translation>Fill-in sheet ‘{name}’ is of {label} {theirs} and this plan file of {ours}; read it at the plan file from which it came.</translation>
  </message>
  <message>
   <source>Invulblad ‘{path}’ bestaat niet; kies een bestand of map die er is.</source>
   <translation>Fill-in sheet ‘{path}’ does not exist; choose a file or folder that is there.</translation>
  </message>
  <message>
   <source>Invulbladen</source>
   <translation>Fill-in sheets</translation>
  </message>
  <message>
   <source>Invulbladen inlezen</source>
   <translation>Read fill-in sheets</translation>
  </message>
  <message>
   <source>Invulbladen maken</source>
   <translation>Make fill-in sheets</translation>
  </message>
  <message>
   <source>Invullen</source>
   <translation>Fill in</translation>
  </message>
  <message>
   <source>Is dat niet hetzelfde plan, meld het oude dan af.</source>
   <translation>If that is not the same plan, report the old one as finished.</translation>
  </message>
  <message>
   <source>Is het verschil met de vorige optelling precies één plan, dan stopt de plugin.</source>
   <translation>If the difference from the previous sum is exactly one plan, the plugin stops.</translation>
  </message>
  <message>
   <source>Is minstens de helft van de geclusterde woningen voor 55-plussers?</source>
   <translation>Is at least half of the clustered dwellings for people of 55 and older?</translation>
  </message>
  <message>
   <source>Is minstens de helft van de zorggeschikte woningen voor 55-plussers?</source>
   <translation>Is at least half of the dwellings suitable for care for people of 55 and older?</translation>
  </message>
  <message>
   <source>Is nu openbaar</source>
   <translation>Is public now</translation>
  </message>
  <message>
   <source>Is één plan bijna de hele som, dan zegt de som bijna wat dat plan is.</source>
   <translation>If one plan is nearly the whole sum, the sum nearly says what that plan is.</translation>
  </message>
  <message>
   <source>Is één plan een groter deel van bruto of sloop in de optelling, dan stopt de plugin.</source>
   <translation>If one plan is a larger part of gross or demolition in the sum, the plugin stops.</translation>
  </message>
  <message>
   <source>Is één plan een groter deel van bruto of sloop in de optelling, dan stopt de plugin. Leeg: wat het planbestand zegt, of anders 75.</source>
   <translation>If one plan is a larger part of gross or demolition in the sum, the plugin stops. Empty: what the plan file says, or else 75.</translation>
  </message>
  <message>
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
  </message>
  <message>
   <source>JSON-bestand dat ‘Alleen tonen’ maakte; wat daarin op ‘overnemen: false’ staat blijft zoals het is.</source>
   <translation>JSON file that ‘Only show’ made; what is set to ‘overnemen: false’ in it stays as it is.</translation>
  </message>
  <message>
   <source>JSON-bestand van een eerdere import: welke kolom welk veld vult. Leeg: de plugin doet een voorstel.</source>
   <translation>JSON file of an earlier import: which column fills which field. Empty: the plugin makes a proposal.</translation>
  </message>
  <message>
   <source>JSON-bestand van een import: welke kolom van de vorige levering welk veld vult. Leeg: de plugin doet een voorstel.</source>
   <translation>JSON file of an import: which column of the previous delivery fills which field. Empty: the plugin makes a proposal.</translation>
  </message>
  <message>
   <source>Ja als alle woningen van het plan in de BAG een verblijfsobject met woonfunctie zijn, met de status ‘in gebruik’, ‘in gebruik (niet ingemeten)’ of ‘Verbouwing verblijfsobject’. Wordt éénmalig aangeleverd, met naam en polygoon.</source>
   <translation>Yes if all dwellings of the plan are in the BAG as a verblijfsobject with a residential function, with the status ‘in gebruik’, ‘in gebruik (niet ingemeten)’ or ‘Verbouwing verblijfsobject’. Is delivered once, with name and polygon.</translation>
  </message>
  <message>
   <source>Ja als alle woningen van het plan volgens de BAG in gebruik zijn.</source>
   <translation>Yes if all dwellings of the plan are in use according to the BAG.</translation>
  </message>
  <message>
   <source>Ja als de gemeente de geclusterde woningen voor minimaal 50% heeft bestemd of gelabeld voor 55-plussers, of met voorrang aan hen gaat toewijzen.</source>
   <translation>Yes if the municipality has meant or labelled at least 50% of the clustered dwellings for people of 55 and older, or will allocate them to them with priority.</translation>
  </message>
  <message>
   <source>Ja als de gemeente de woonzorgwoningen (zorggeschikt) voor minimaal 50% heeft bestemd of gelabeld voor 55-plussers, of met voorrang aan hen gaat toewijzen.</source>
   <translation>Yes if the municipality has meant or labelled at least 50% of the dwellings suitable for care (zorggeschikt) for people of 55 and older, or will allocate them to them with priority.</translation>
  </message>
  <message>
   <source>Ja als de gemeente heeft besloten de ontwikkeling niet door te zetten. Een plan op pauze is niet vervallen. Wordt nog éénmaal aangeleverd, met naam en polygoon, en telt niet meer mee met de plancapaciteit.</source>
   <translation>Yes if the municipality has decided not to go on with the development. A plan that is on hold is not cancelled. Is delivered once more, with name and polygon, and no longer counts in the plancapaciteit (plan capacity).</translation>
  </message>
  <message>
   <source>Ja als het plan definitief niet doorgaat; een plan op pauze is niet vervallen.</source>
   <translation>Yes if the plan is definitely off; a plan that is on hold is not cancelled.</translation>
  </message>
  <message>
   <source>Ja als woningen die in de eerste helft van het jaar zijn gerealiseerd of gesloopt, niet meer meetellen (Invultip 3). Komt op het blad Toelichting en in LEESMIJ.txt.</source>
   <translation>Yes if dwellings that were completed or demolished in the first half of the year no longer count (Invultip 3). Comes on sheet Toelichting and in LEESMIJ.txt.</translation>
  </message>
  <message>
   <source>Ja als woningen die van 1 januari tot 1 juli {year} zijn gerealiseerd of gesloopt, niet meer meetellen (Invultip 3).</source>
   <translation>Yes if dwellings that were completed or demolished from 1 January to 1 July {year} no longer count (Invultip 3).</translation>
  </message>
  <message>
   <source>Ja mag alleen bij een zachte planstatus of een vervallen plan.</source>
   <translation>Yes is allowed only with a soft planstatus or for a cancelled plan.</translation>
  </message>
  <message>
   <source>Ja mag zolang omwonenden niet alles van dit plan weten (art. 6.a).</source>
   <translation>Yes is allowed as long as neighbours do not know all of this plan (art. 6.a).</translation>
  </message>
  <message>
   <source>Ja mag: dit plan is vervallen (art. 6.b).</source>
   <translation>Yes is allowed: this plan is cancelled (art. 6.b).</translation>
  </message>
  <message>
   <source>Jaar</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>Jaren</source>
   <translation>Years</translation>
  </message>
  <message>
   <source>Jaren of perioden die niet in één jaar of periode van deze peildatum passen worden niet verdeeld; zij staan bij de niet overgenomen waarden.</source>
   <translation>Years or periods that do not fit in one year or period of this reference date are not divided; they stand with the values that were not taken over.</translation>
  </message>
  <message>
   <source>K&amp;olomkoppeling</source>
   <translation>Column mappin&amp;g</translation>
  </message>
  <message>
   <source>K: wijs op de kaart de plek aan waarover u iets schrijft</source>
   <translation>K: point on the map at the place that you write about</translation>
  </message>
  <message>
   <source>K: wijs op de kaart het plan aan waar dit bij hoort</source>
   <translation>K: choose the plan on the map that this belongs to</translation>
  </message>
  <message>
   <source>KLOPT NIET</source>
   <translation>NOT RIGHT</translation>
  </message>
  <message>
   <source>Kaart</source>
   <translation>Map</translation>
  </message>
  <message>
   <source>Kaart van de geleverde plannen</source>
   <translation>Map of the delivered plans</translation>
  </message>
  <message>
   <source>Kaart van de openbare plannen</source>
   <translation>Map of the public plans</translation>
  </message>
  <message>
   <source>Kaartbeeld</source>
   <translation>Map view</translation>
  </message>
  <message>
   <source>Kaartbestand</source>
   <translation>Map file</translation>
  </message>
  <message>
   <source>Kaartbestanden (*.gpkg *.shp *.geojson *.json *.gml);;Alle bestanden (*)</source>
   <translation>Map files (*.gpkg *.shp *.geojson *.json *.gml);;All files (*)</translation>
  </message>
  <message>
   <source>Kaartstijl ‘{title}’ kan niet worden opgeslagen ({reason}).</source>
   <translation>Map style ‘{title}’ cannot be stored ({reason}).</translation>
  </message>
  <message>
   <source>Keer</source>
   <translation>Times</translation>
  </message>
  <message>
   <source>Kenmerk</source>
   <translation>Mark</translation>
  </message>
  <message>
   <source>Kenmerk van dit invulblad</source>
   <translation>Mark of this fill-in sheet</translation>
  </message>
  <message>
   <source>Keuze</source>
   <translation>Choice</translation>
  </message>
  <message>
   <source>Keuze art. 8</source>
   <translation>Choice of art. 8</translation>
  </message>
  <message>
   <source>Keuze van de gemeente</source>
   <translation>Choice of the municipality</translation>
  </message>
  <message>
   <source>Keuzes</source>
   <translation>Choices</translation>
  </message>
  <message>
   <source>Kier naast {other}: {area}</source>
   <translation>Gap beside {other}: {area}</translation>
  </message>
  <message>
   <source>Kier of strook: breedte (m)</source>
   <translation>Gap or strip: width (m)</translation>
  </message>
  <message>
   <source>Kier of strook: oppervlakte (m2)</source>
   <translation>Gap or strip: area (m2)</translation>
  </message>
  <message>
   <source>Kies anders hierboven uw gemeente, druk op OK en open de opties opnieuw.</source>
   <translation>Or choose your municipality above, press OK and open the options again.</translation>
  </message>
  <message>
   <source>Kies de bestanden of hun map. Een bestand dat geen invulblad is, wordt genoemd en overgeslagen.</source>
   <translation>Choose the files or their folder. A file that is not a fill-in sheet is named and skipped.</translation>
  </message>
  <message>
   <source>Kies de map waarin de kopie van het voorbeeld komt</source>
   <translation>Choose the folder that the copy of the sample is to stand in</translation>
  </message>
  <message>
   <source>Kies de vorige levering: een pakket, een GeoPackage of een ander bestand met plannen.</source>
   <translation>Choose the previous delivery: a package, a GeoPackage or another file with plans.</translation>
  </message>
  <message>
   <source>Kies een gemeente in de lijst.</source>
   <translation>Choose a municipality from the list.</translation>
  </message>
  <message>
   <source>Kies een planstatus van {first} tot en met {last}.</source>
   <translation>Choose a planstatus from {first} to {last}.</translation>
  </message>
  <message>
   <source>Kies een planstatus: ja mag alleen bij een zachte (art. 6.a).</source>
   <translation>Choose a planstatus: yes is allowed with a soft one only (art. 6.a).</translation>
  </message>
  <message>
   <source>Kies een plantype uit de lijst.</source>
   <translation>Choose a plantype from the list.</translation>
  </message>
  <message>
   <source>Kies het andere plantype, of schrijf in de toelichting hoe groot de hele locatie is: ‘Hele locatie: 200 woningen’.</source>
   <translation>Choose the other plantype, or write in the toelichting how large the whole location is: ‘Hele locatie: 200 woningen’.</translation>
  </message>
  <message>
   <source>Kies in QGIS in het menu LMVW ‘Antwoord openen’ en geef deze zip op, bij het planbestand waarvan u leverde.</source>
   <translation>In QGIS choose ‘Open answer’ in the menu LMVW and give this zip, with the plan file that you delivered of.</translation>
  </message>
  <message>
   <source>Kies in het paneel Lagen de laag met percelen of vlakken en selecteer daarin wat het plan wordt.</source>
   <translation>In the layers panel, choose the layer with parcels or areas and select in it what becomes the plan.</translation>
  </message>
  <message>
   <source>Kies in het venster wat er verandert, en dan ‘Importeren’. Zonder venster importeert u zonder ‘Alleen tonen’; wat moet blijven zoals het is, zet u in de lijst van wijzigingen op ‘overnemen: false’.</source>
   <translation>Choose in the window what changes, and then ‘Import’. Without the window you import without ‘Only show’; what has to stay as it is, you set to ‘overnemen: false’ in the list of changes.</translation>
  </message>
  <message>
   <source>Kies ja of nee.</source>
   <translation>Choose yes or no.</translation>
  </message>
  <message>
   <source>Kies ja of nee: een vervallen plan mag vertrouwelijk zijn (art. 6.b).</source>
   <translation>Choose yes or no: a cancelled plan may be confidential (art. 6.b).</translation>
  </message>
  <message>
   <source>Kies nee: bij harde planstatus {status} kan ja niet (art. 6.a).</source>
   <translation>Choose no: with hard planstatus {status} yes is not possible (art. 6.a).</translation>
  </message>
  <message>
   <source>Kies of dit vervallen plan vertrouwelijk is.</source>
   <translation>Choose whether this cancelled plan is confidential.</translation>
  </message>
  <message>
   <source>Kies waar het planbestand komt te staan.</source>
   <translation>Choose where the plan file comes.</translation>
  </message>
  <message>
   <source>Kies waar het planbestand komt te staan; een tijdelijk bestand verdwijnt als u QGIS sluit.</source>
   <translation>Choose where the plan file comes; a temporary file disappears when you close QGIS.</translation>
  </message>
  <message>
   <source>Kies zelf wat deze woorden betekenen (‘leeg laten’ is ook goed):</source>
   <translation>Choose what these words mean (‘leave empty’ is fine too):</translation>
  </message>
  <message>
   <source>Kies ‘Plannen controleren’ om labels, opmerkingen en vragen in het paneel Controle te zien.</source>
   <translation>Choose ‘Check plans’ to see labels, remarks and questions in the panel Check.</translation>
  </message>
  <message>
   <source>Kies ‘Plannen controleren’ voordat u levert.</source>
   <translation>Choose ‘Check plans’ before you deliver.</translation>
  </message>
  <message>
   <source>Kies ‘{label}’</source>
   <translation>Choose ‘{label}’</translation>
  </message>
  <message>
   <source>Kijk dit plan zelf na en meld de fout bij de makers van de plugin.</source>
   <translation>Check this plan yourself and report the error to the makers of the plugin.</translation>
  </message>
  <message>
   <source>Kijk met ‘Vergelijken met de BAG’ wat er staat. Verbeter dan gerealiseerd, of zeg in de toelichting waarom het klopt.</source>
   <translation>See with ‘Compare with the BAG’ what is there. Then correct gerealiseerd, or say in the toelichting why it is right.</translation>
  </message>
  <message>
   <source>Kijk na of wat ervan over is, vertrouwelijk moet zijn.</source>
   <translation>See whether what is left of it is to be confidential.</translation>
  </message>
  <message>
   <source>Kilometerraster van RD tonen (werkt zonder internet)</source>
   <translation>Show the kilometre grid of RD (works without internet)</translation>
  </message>
  <message>
   <source>Klaar om te leveren: maak de levering.</source>
   <translation>Ready to deliver: make the delivery.</translation>
  </message>
  <message>
   <source>Klaar om te leveren; 1 plan met een waarschuwing vraagt nog een toelichting.</source>
   <translation>Ready to deliver; 1 plan with a warning still asks for an explanation.</translation>
  </message>
  <message>
   <source>Klaar om te leveren; {count} plannen met een waarschuwing vragen nog een toelichting.</source>
   <translation>Ready to deliver; {count} plans with a warning still ask for an explanation.</translation>
  </message>
  <message>
   <source>Klein vierkant: oppervlakte (m2)</source>
   <translation>Small square: area (m2)</translation>
  </message>
  <message>
   <source>Kleine plannen als één plan: nog te regelen bij {plans}</source>
   <translation>Small plans as one plan: still to be arranged for {plans}</translation>
  </message>
  <message>
   <source>Kleine plannen die als één plan zijn opgeteld (art. 9)</source>
   <translation>Small plans that are added up as one plan (art. 9)</translation>
  </message>
  <message>
   <source>Kleine plannen optellen (art. 9)</source>
   <translation>Add up small plans (art. 9)</translation>
  </message>
  <message>
   <source>Kleine plannen worden opgeteld, maar de polygoon van het gemeentehuis ontbreekt; teken of kies hem één keer.</source>
   <translation>Small plans are added up, but the polygon of the town hall is missing; draw or choose it once.</translation>
  </message>
  <message>
   <source>Kleine plannen worden opgeteld, maar het akkoord van de provincie is niet vastgelegd; vul in wanneer en hoe de provincie akkoord ging.</source>
   <translation>Small plans are added up, but the agreement of the province is not recorded; fill in when and how the province agreed.</translation>
  </message>
  <message>
   <source>Kleine plannen {gemeente} (opgeteld)</source>
   <translation>Small plans {gemeente} (added up)</translation>
  </message>
  <message>
   <source>Klik de hoeken en eindig met de rechter muisknop; één hoek geeft een vierkant van 40 bij 40 meter.</source>
   <translation>Click the corners and end with the right mouse button; one corner gives a square of 40 by 40 metres.</translation>
  </message>
  <message>
   <source>Klik de hoeken van het gemeentehuis en eindig met de rechter muisknop; één hoek geeft een vierkant. Esc stopt.</source>
   <translation>Click the corners of the town hall and end with the right mouse button; one corner gives a square. Esc stops.</translation>
  </message>
  <message>
   <source>Klik de hoekpunten van het plan aan; eindig met de rechter muisknop.</source>
   <translation>Click the corners of the plan; end with the right mouse button.</translation>
  </message>
  <message>
   <source>Klik het plan op de kaart, of typ zijn naam</source>
   <translation>Click the plan on the map, or type its name</translation>
  </message>
  <message>
   <source>Klik of druk op Enter: naar het veld</source>
   <translation>Click or press Enter: to the field</translation>
  </message>
  <message>
   <source>Klik om {name} aan te wijzen. Esc stopt.</source>
   <translation>Click to choose {name}. Esc stops.</translation>
  </message>
  <message>
   <source>Klik op de kaart de plek aan waarover u iets schrijft.</source>
   <translation>Click on the map the place that you write about.</translation>
  </message>
  <message>
   <source>Klik op de kaart het plan aan waar dit bij hoort, of typ zijn naam. Esc stopt.</source>
   <translation>Click the plan on the map that this belongs to, or type its name. Esc stops.</translation>
  </message>
  <message>
   <source>Klik op een plan op de kaart om het in te vullen; slepen verschuift de kaart</source>
   <translation>Click a plan on the map to fill it in; dragging moves the map</translation>
  </message>
  <message>
   <source>Klopt misschien niet</source>
   <translation>May not be right</translation>
  </message>
  <message>
   <source>Klopt niet</source>
   <translation>Not right</translation>
  </message>
  <message>
   <source>Knip bij tot het andere plan</source>
   <translation>Cut to the other plan</translation>
  </message>
  <message>
   <source>Knip dit plan bij tot ‘{other}’</source>
   <translation>Cut this plan to ‘{other}’</translation>
  </message>
  <message>
   <source>Knip een plan in delen; daarna verdeelt u de aantallen</source>
   <translation>Cut a plan into parts; afterwards you divide the counts</translation>
  </message>
  <message>
   <source>Kolom</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>Kolom in de bron</source>
   <translation>Column in the source</translation>
  </message>
  <message>
   <source>Kolom ‘{column}’ stond niet in de kolomkoppeling en past niet in één vrij jaar of één vrije periode; verdeel zelf.</source>
   <translation>Column ‘{column}’ was not in the column mapping and does not fit in one free year or one free period; divide it yourself.</translation>
  </message>
  <message>
   <source>Kolom ‘{column}’ stond niet in de kolomkoppeling en vult nu ‘{field}’; controleer of dat klopt.</source>
   <translation>Column ‘{column}’ was not in the column mapping and now fills ‘{field}’; check whether that is right.</translation>
  </message>
  <message>
   <source>Kolom ‘{column}’ van de bron ‘{source}’ telt misschien woningen (samen {count}) en vult geen veld. Kies welk veld zij vult. Hoort zij bij geen veld, dan hoeft u niets te doen; bewaart u de koppeling, dan vraagt de plugin het niet meer.</source>
   <translation>Column ‘{column}’ of the source ‘{source}’ may count dwellings (together {count}) and fills no field. Choose which field it fills. If it belongs to no field, you need not do anything; once you keep the mapping, the plugin does not ask again.</translation>
  </message>
  <message>
   <source>Kolom ‘{column}’: {reason}.</source>
   <translation>Column ‘{column}’: {reason}.</translation>
  </message>
  <message>
   <source>Kolom ‘{name}’ hoort niet bij de Basisset en gaat niet mee: ingevuld bij {filled}</source>
   <translation>Column ‘{name}’ does not belong to the Basisset and does not go along: filled in for {filled}</translation>
  </message>
  <message>
   <source>Kolomkoppeli&amp;ng van de vorige levering</source>
   <translation>Column mappi&amp;ng of the previous delivery</translation>
  </message>
  <message>
   <source>Kolomkoppeling</source>
   <translation>Column mapping</translation>
  </message>
  <message>
   <source>Kolomkoppeling (*.json)</source>
   <translation>Column mapping (*.json)</translation>
  </message>
  <message>
   <source>Kolomkoppeling (.json), niet verplicht</source>
   <translation>Column mapping (.json), optional</translation>
  </message>
  <message>
   <source>Kolomkoppeling van de vorige levering</source>
   <translation>Column mapping of the previous delivery</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ geeft elk plan bij ‘{field}’ de waarde ‘{value}’, maar die {problem}.</source>
   <translation>Column mapping ‘{name}’ gives each plan the value ‘{value}’ at ‘{field}’, but it {problem}.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ een ongeldig ‘anders’; het zegt uit welke kolom van de polygonen een plan zonder rij in het Excel-bestand gevuld wordt.</source>
   <translation>Column mapping ‘{name}’ has an invalid ‘anders’ at ‘{field}’; it says from which column of the polygons a plan without a row in the Excel file is filled.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ een ongeldige ‘plus’; verwacht een lijst van kolommen, en alleen bij een aantal.</source>
   <translation>Column mapping ‘{name}’ has an invalid ‘plus’ at ‘{field}’; expected a list of columns, and only for a count.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ geen geldige bron en kolom; verwacht "bron": "polygonen" of "werkblad" en "kolom": een naam.</source>
   <translation>Column mapping ‘{name}’ has no valid source and column at ‘{field}’; expected "bron": "polygonen" or "werkblad" and "kolom": a name.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ heeft een ongeldig onderdeel ‘niet_gebruikt’; verwacht per bron een lijst van kolommen.</source>
   <translation>Column mapping ‘{name}’ has an invalid part ‘niet_gebruikt’; expected a list of columns per source.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ heeft een ongeldig onderdeel ‘plannummer’ of ‘voor_een_persoon’; verwacht per bron kolomnamen, en bij ‘voor_een_persoon’ per kolom bruto_totaal of sloop_totaal.</source>
   <translation>Column mapping ‘{name}’ has an invalid part ‘plannummer’ or ‘voor_een_persoon’; expected column names per source, and for ‘voor_een_persoon’ bruto_totaal or sloop_totaal per column.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ is geen geldige JSON (tekstregel {line}).</source>
   <translation>Column mapping ‘{name}’ is not valid JSON (line {line}).</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ mist ‘plannaam’ of ‘velden’.</source>
   <translation>Column mapping ‘{name}’ lacks ‘plannaam’ or ‘velden’.</translation>
  </message>
  <message>
   <source>Kolomkoppeling ‘{name}’ noemt het veld ‘{field}’, dat niet gekoppeld kan worden; verbeter de naam.</source>
   <translation>Column mapping ‘{name}’ names the field ‘{field}’, which cannot be mapped; correct the name.</translation>
  </message>
  <message>
   <source>Kolommen</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Kolommen die niet meegaan</source>
   <translation>Columns that stay at home</translation>
  </message>
  <message>
   <source>Kolommen met dezelfde naam: {columns}; de tweede krijgt ‘(2)’ achter zijn naam.</source>
   <translation>Columns with the same name: {columns}; the second gets ‘(2)’ behind its name.</translation>
  </message>
  <message>
   <source>Kolommen optellen</source>
   <translation>Add up columns</translation>
  </message>
  <message>
   <source>Kolommen van ‘{field}’</source>
   <translation>Columns of ‘{field}’</translation>
  </message>
  <message>
   <source>Komt een nieuw grenspunt verder dan dit van de oude grens te liggen, dan staat in het verslag dat u het moet nakijken.</source>
   <translation>If a new point of the border comes farther than this from the old border, the account says that you must look at it.</translation>
  </message>
  <message>
   <source>Koop betaalbare koop</source>
   <translation>Koop betaalbare koop</translation>
  </message>
  <message>
   <source>Koopwoningen binnen de Rijksgrens betaalbare koop. Die grens is voor 2024 vastgesteld op € 390.000 en wordt geïndexeerd volgens de consumentenprijsindex (CPI).</source>
   <translation>Owner-occupied dwellings within the national limit for betaalbare koop. That limit was set at € 390.000 for 2024 and is indexed with the consumer price index (CPI).</translation>
  </message>
  <message>
   <source>Koopwoningen tot en met de Rijksgrens betaalbare koop.</source>
   <translation>Owner-occupied dwellings up to the national limit for betaalbare koop.</translation>
  </message>
  <message>
   <source>Kopie van het Excel-bestand</source>
   <translation>Copy of the Excel file</translation>
  </message>
  <message>
   <source>Koppelen op</source>
   <translation>Link by</translation>
  </message>
  <message>
   <source>Koppeling &amp;bewaren onder een naam…</source>
   <translation>&amp;Keep the mapping under a name…</translation>
  </message>
  <message>
   <source>Koppeling bewaren</source>
   <translation>Keep the mapping</translation>
  </message>
  <message>
   <source>Koppeling op plannummer</source>
   <translation>Linked by plan number</translation>
  </message>
  <message>
   <source>LMVW</source>
   <translation>LMVW</translation>
  </message>
  <message>
   <source>LMVW-standaard</source>
   <translation>LMVW standard</translation>
  </message>
  <message>
   <source>Laag &amp;in het bestand</source>
   <translation>Layer &amp;in the file</translation>
  </message>
  <message>
   <source>Laag met de grens van de gemeente, om te zien welke plannen erbuiten steken.</source>
   <translation>Layer with the boundary of the municipality, to see which plans stick out of it.</translation>
  </message>
  <message>
   <source>Laag met planpolygonen</source>
   <translation>Layer with plan polygons</translation>
  </message>
  <message>
   <source>Laag met polygonen</source>
   <translation>Layer with polygons</translation>
  </message>
  <message>
   <source>Laag meteen opslaan</source>
   <translation>Save the layer at once</translation>
  </message>
  <message>
   <source>Laag of selectie met één polygoon; eenmaal gekozen blijft zij in het planbestand bewaard.</source>
   <translation>Layer or selection with one polygon; once chosen it is kept in the plan file.</translation>
  </message>
  <message>
   <source>Laag ‘{layer}’ heeft geen kolom met plannamen; kies zelf de naamkolom uit: {columns}.</source>
   <translation>Layer ‘{layer}’ has no column with plan names; choose the name column yourself from: {columns}.</translation>
  </message>
  <message>
   <source>Laag ‘{layer}’ heeft geen kolom ‘{column}’; kies een van: {columns}.</source>
   <translation>Layer ‘{layer}’ has no column ‘{column}’; choose one of: {columns}.</translation>
  </message>
  <message>
   <source>Laag ‘{layer}’ in ‘{path}’ ligt niet in Rijksdriehoekscoördinaten; sla hem op in EPSG:28992 en kies dat bestand.</source>
   <translation>Layer ‘{layer}’ in ‘{path}’ is not in RD coordinates; save it in EPSG:28992 and choose that file.</translation>
  </message>
  <message>
   <source>Laag ‘{layer}’ kan niet bewerkt worden; sla hem op als GeoPackage.</source>
   <translation>Layer ‘{layer}’ cannot be edited; save it as a GeoPackage.</translation>
  </message>
  <message>
   <source>Laag ‘{layer}’: naamkolom ‘{column}’.</source>
   <translation>Layer ‘{layer}’: name column ‘{column}’.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ bevat {kind}; kies een laag met polygonen.</source>
   <translation>Layer ‘{name}’ holds {kind}; choose a layer with polygons.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ heeft coördinatenstelsel {crs}, maar de levering vraagt EPSG:28992 (RD); zet de laag eerst om met ‘Laag herprojecteren’.</source>
   <translation>Layer ‘{name}’ has coordinate system {crs}, but the delivery asks EPSG:28992 (RD); first convert the layer with ‘Reproject layer’.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ is geen planbestand, want zij mist {count} ({columns} ...). Zet de laag eerst om met ‘Plannen importeren’.</source>
   <translation>Layer ‘{name}’ is not a plan file, for it lacks {count} ({columns} ...). First convert the layer with ‘Import plans’.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ is van een oudere versie van de plugin en mist {count} ({columns}). Werk het planbestand eerst bij met ‘Planbestand bijwerken’ (lmvw:upgradeplanfile).</source>
   <translation>Layer ‘{name}’ is of an older version of the plugin and lacks {count} ({columns}). First update the plan file with ‘Update the plan file’ (lmvw:upgradeplanfile).</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ kan niet bewerkt worden.</source>
   <translation>Layer ‘{name}’ cannot be edited.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ komt niet uit een planbestand; open eerst een planbestand.</source>
   <translation>Layer ‘{name}’ does not come from a plan file; first open a plan file.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ wordt bewerkt of is open in een tabel of formulier; sla op, sluit dat en werk het planbestand opnieuw bij.</source>
   <translation>Layer ‘{name}’ is being edited or is open in a table or form; save, close that and update the plan file again.</translation>
  </message>
  <message>
   <source>Laag ‘{name}’ zegt dat zij in graden is ({crs}), maar de coördinaten zijn RD. Leg EPSG:28992 vast bij de eigenschappen van de laag. Zet de laag niet om: dan komt zij op een verkeerde plek.</source>
   <translation>Layer ‘{name}’ says it is in degrees ({crs}), but its coordinates are RD. Set EPSG:28992 in the properties of the layer. Do not convert the layer: that would move it to a wrong place.</translation>
  </message>
  <message>
   <source>Laat de plugin de kolommen opnieuw voorstellen, zonder uw bewaarde koppeling.</source>
   <translation>Let the plugin propose the columns anew, without your saved mapping.</translation>
  </message>
  <message>
   <source>Laat tijdens het tekenen zien waar het plan overlapt, een kier laat, zichzelf kruist of buiten de gemeente ligt</source>
   <translation>Shows while you draw where the plan overlaps, leaves a gap, crosses itself or lies outside the municipality</translation>
  </message>
  <message>
   <source>Laat zien wat alleen 0 kan zijn, en vult het in</source>
   <translation>Shows what can only be 0, and fills it in</translation>
  </message>
  <message>
   <source>Laat zien wat een open veld waarschijnlijk is en waarom, om te bevestigen</source>
   <translation>Shows what an open field probably is and why, to be confirmed</translation>
  </message>
  <message>
   <source>Laatst geopend</source>
   <translation>Opened last</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Label of beantwoord</source>
   <translation>Label, or answered</translation>
  </message>
  <message>
   <source>Label van de provincie bij {plans}</source>
   <translation>Label of the province at {plans}</translation>
  </message>
  <message>
   <source>Label: {label} ({said})</source>
   <translation>Label: {label} ({said})</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>Lagen in {name}</source>
   <translation>Layers in {name}</translation>
  </message>
  <message>
   <source>Landelijk doel</source>
   <translation>National goal</translation>
  </message>
  <message>
   <source>Laten staan</source>
   <translation>Leave as it is</translation>
  </message>
  <message>
   <source>Leeg: die van het beoordelingsbestand, of van de meeste gemeenten.</source>
   <translation>Empty: that of the review file, or of the most municipalities.</translation>
  </message>
  <message>
   <source>Leeg: die van het planbestand. Bij plannen uit een ander bestand: 1 januari (voorjaarslevering) of 1 juli (najaarslevering), en leeg de levering van nu.</source>
   <translation>Empty: that of the plan file. For plans from another file: 1 January (spring delivery) or 1 July (autumn delivery), and empty the delivery of today.</translation>
  </message>
  <message>
   <source>Leeg: herkend aan de inhoud.</source>
   <translation>Empty: recognised by the content.</translation>
  </message>
  <message>
   <source>Leeg: herkend aan haar naam, zoals ‘plannaam’ of ‘Naam plan’.</source>
   <translation>Empty: recognised by its name, such as ‘plannaam’ or ‘Naam plan’.</translation>
  </message>
  <message>
   <source>Leeg: het zichtbare blad met de meeste namen van de laag.</source>
   <translation>Empty: the visible sheet with the most names of the layer.</translation>
  </message>
  <message>
   <source>Leest invulbladen die projectleiders terugstuurden. Alleen wat een projectleider wijzigde telt. Is hetzelfde veld intussen in het planbestand gewijzigd, is een antwoord leeggemaakt, of spreken twee bladen elkaar tegen? Dan blijft het planbestand zoals het is tot u kiest.
Een bestand dat geen invulblad van dit planbestand is, wordt genoemd en overgeslagen; de andere worden gelezen.
Met ‘Alleen tonen’ krijgt u een lijst van wijzigingen (JSON). Zet daarin ‘overnemen’ op true of false en geef hem op bij ‘Gekozen wijzigingen’. Het venster in het menu LMVW doet dat voor u, met vinkjes. Het planbestand onthoudt wie wat antwoordde, in welk bestand en wanneer.
Staat de laag open in QGIS, dan komen de antwoorden in de laag, in één stap die u ongedaan kunt maken; u slaat zelf op.</source>
   <translation>Reads fill-in sheets that project leaders sent back. Only what a project leader changed counts. If the same field was changed in the plan file meanwhile, an answer was emptied, or two sheets contradict each other, the plan file stays as it is until you choose.
A file that is not a fill-in sheet of this plan file is named and skipped; the others are read.
With ‘Only show’ you get a list of changes (JSON). Set ‘overnemen’ in it to true or false and give it at ‘Chosen changes’. The window in the menu LMVW does that for you, with ticks. The plan file remembers who answered what, in which file and when.
If the layer is open in QGIS, the answers come in the layer, in one step that you can undo; you save yourself.</translation>
  </message>
  <message>
   <source>Leest wat er intussen binnenkwam, en wat collega’s deden</source>
   <translation>Reads what came in meanwhile, and what colleagues did</translation>
  </message>
  <message>
   <source>Leg het akkoord van de provincie vast en teken het gemeentehuis, of lever de kleine plannen afzonderlijk. Schrijf bij de rest van een groter plan in de toelichting: ‘Hele locatie: 200 woningen’.</source>
   <translation>Record the agreement of the province and draw the town hall, or deliver the small plans separately. For the rest of a larger plan, write in the toelichting: ‘Hele locatie: 200 woningen’.</translation>
  </message>
  <message>
   <source>Let op</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Let op: hier is met een eigen maatstaf gecontroleerd.</source>
   <translation>Note: this was checked by a yardstick of its own.</translation>
  </message>
  <message>
   <source>Let op: {n} kolom telt misschien woningen en is niet gebruikt; zij zit in geen van deze totalen.</source>
   <translation>Note: {n} column may count dwellings and was not used; it is in none of these totals.</translation>
  </message>
  <message>
   <source>Let op: {n} kolommen tellen misschien woningen en zijn niet gebruikt; zij zitten in geen van deze totalen.</source>
   <translation>Note: {n} columns may count dwellings and were not used; they are in none of these totals.</translation>
  </message>
  <message>
   <source>Let op: {rest}.</source>
   <translation>Note: {rest}.</translation>
  </message>
  <message>
   <source>Levering</source>
   <translation>Delivery</translation>
  </message>
  <message>
   <source>Levering aan de landelijke beheerder</source>
   <translation>Delivery to the national steward</translation>
  </message>
  <message>
   <source>Levering maken</source>
   <translation>Make a delivery</translation>
  </message>
  <message>
   <source>Levering maken: {gemeente}, peildatum {peildatum} ({delivery})</source>
   <translation>Make a delivery: {gemeente}, reference date {peildatum} ({delivery})</translation>
  </message>
  <message>
   <source>Levering maken…</source>
   <translation>Make a delivery…</translation>
  </message>
  <message>
   <source>Levering van {day}</source>
   <translation>Delivery of {day}</translation>
  </message>
  <message>
   <source>Levering woningbouwplannen voor de Landelijke Monitor Voortgang Woningbouw

Gemeente:   {gemeente} ({code}), provincie {provincie}
Peildatum:  {peildatum} ({delivery})
Plannen:    {plans}, waarvan {finished} gerealiseerd of vervallen
Bruto:      {bruto}, sloop: {sloop}

plannen.gpkg   polygonen met alle kenmerken van de Basisset 2.0 (EPSG:28992, laag plannen);
               formulier en kaartstijl zitten in het bestand
plannen.xlsx   dezelfde plannen als Excel-bestand, met toelichting, definities en controlelijst
controle.html  het controlerapport van de gemeente, te openen in elke browser
manifest.json  aantallen en SHA-256 van elk bestand

De plannamen zijn in beide bestanden letter voor letter gelijk. Van gerealiseerde en vervallen plannen
gaan naam, polygoon, vertrouwelijkheid en toelichting mee, en geen aantallen (Invultip 6). Plannen met
status {home} zijn niet geleverd.
{confidential}: deel het alleen volgens het Dataprotocol LMVW.
{choices}{left_out}
Na het schrijven zijn beide bestanden teruggelezen en vergeleken met het planbestand (LMVW Woningbouwplannen {version}).
</source>
   <translation>Delivery of housing plans for the Landelijke Monitor Voortgang Woningbouw

Municipality:   {gemeente} ({code}), province {provincie}
Reference date: {peildatum} ({delivery})
Plans:          {plans}, of which {finished} completed or cancelled
Gross:          {bruto}, demolition: {sloop}

plannen.gpkg   polygons with all attributes of the Basisset 2.0 (EPSG:28992, layer plannen);
               form and map style are in the file
plannen.xlsx   the same plans as an Excel file, with explanation, definitions and check list
controle.html  the check report of the municipality, to be opened in any browser
manifest.json  counts and SHA-256 of each file

The plan names are the same, letter for letter, in both files. Of completed and cancelled plans
name, polygon, confidentiality and explanation go along, and no counts (Invultip 6). Plans with
status {home} were not delivered.
{confidential}: share it only as the Dataprotocol LMVW allows.
{choices}{left_out}
After writing, both files were read back and compared with the plan file (LMVW plugin {version}).
</translation>
  </message>
  <message>
   <source>Leveringen beoordelen</source>
   <translation>Review deliveries</translation>
  </message>
  <message>
   <source>Leveringen openen</source>
   <translation>Open deliveries</translation>
  </message>
  <message>
   <source>Leveringen samenvoegen</source>
   <translation>Merge deliveries</translation>
  </message>
  <message>
   <source>Leveringen van {provincie}</source>
   <translation>Deliveries of {provincie}</translation>
  </message>
  <message>
   <source>Leveringen vergelijken</source>
   <translation>Compare deliveries</translation>
  </message>
  <message>
   <source>Leveringen {provincie}, {day}</source>
   <translation>Deliveries {provincie}, {day}</translation>
  </message>
  <message>
   <source>Liggen openbare polygonen langs zo veel van de grens van een vertrouwelijk plan, dan stopt de plugin.</source>
   <translation>If public polygons lie along this much of the border of a confidential plan, the plugin stops.</translation>
  </message>
  <message>
   <source>Liggen openbare polygonen langs zo veel van de grens van een vertrouwelijk plan, dan stopt de plugin. Leeg: wat het planbestand zegt, of anders 80.</source>
   <translation>If public polygons lie along this much of the border of a confidential plan, the plugin stops. Empty: what the plan file says, or else 80.</translation>
  </message>
  <message>
   <source>Ligt buiten de gemeente: {plans}</source>
   <translation>Lies outside the municipality: {plans}</translation>
  </message>
  <message>
   <source>Lijst</source>
   <translation>List</translation>
  </message>
  <message>
   <source>Lijst van besluiten</source>
   <translation>List of decisions</translation>
  </message>
  <message>
   <source>Lijst van wijzigingen</source>
   <translation>List of changes</translation>
  </message>
  <message>
   <source>Lopende plannen samen</source>
   <translation>Running plans together</translation>
  </message>
  <message>
   <source>Losse delen: afstand (m)</source>
   <translation>Loose parts: distance (m)</translation>
  </message>
  <message>
   <source>Maak daarna een nieuwe levering: daarin staat uw reactie op elke opmerking.</source>
   <translation>Then make a new delivery: your response to each remark is in it.</translation>
  </message>
  <message>
   <source>Maak een nieuw planbestand, open er een, of bekijk het voorbeeld.</source>
   <translation>Make a new plan file, open one, or look at the sample.</translation>
  </message>
  <message>
   <source>Maak van ‘{field}’ {count}</source>
   <translation>Make ‘{field}’ {count}</translation>
  </message>
  <message>
   <source>Maak voor elke nieuwe gemeente een planbestand en importeer daarin haar plannen.</source>
   <translation>Make a plan file for each new municipality and import its plans into it.</translation>
  </message>
  <message>
   <source>Maakt een kopie van de laag waarin de polygonen gerepareerd zijn: ongeldige grenzen, dubbele hoekpunten, uitschieters, snippers, gaatjes, bogen, hoogtes en draairichting. Een polygoon waar niets aan mankeert blijft tot op de byte gelijk; velden en kenmerken blijven staan. Het verslag noemt per plan wat er veranderde en wat u moet nakijken. Overlap wordt niet weggeknipt: die kunt u als laag bekijken, met de namen van beide plannen.</source>
   <translation>Makes a copy of the layer in which the polygons are repaired: invalid borders, double vertices, spikes, slivers, small holes, arcs, heights and direction. A polygon with nothing wrong stays the same to the byte; fields and attributes stay. The account says per plan what changed and what you must look at. Overlap is not cut away: you can look at it as a layer, with the names of both plans.</translation>
  </message>
  <message>
   <source>Maakt een leeg planbestand (GeoPackage, EPSG:28992) met de velden van de Basisset 2.0, een formulier met tabbladen, keuzelijsten en een kaartstijl. Formulier en stijl zitten in het bestand: ze werken ook in een QGIS zonder deze plugin.
Een bestand waarin al plannen staan wordt nooit overschreven.</source>
   <translation>Makes an empty plan file (GeoPackage, EPSG:28992) with the fields of the Basisset 2.0, a form with tabs, lists and a map style. Form and style are in the file: they also work in a QGIS without this plugin.
A file that has plans already is never overwritten.</translation>
  </message>
  <message>
   <source>Maakt een planbestand met formulier, keuzelijsten en kaartstijlen, en een project in RD waarin u meteen kunt tekenen. Uw huidige project blijft bewaard.</source>
   <translation>Makes a plan file with form, lists and map styles, and a project in RD in which you can draw at once. Your present project is kept.</translation>
  </message>
  <message>
   <source>Maakt plannamen gelijk die ‘Plannamen controleren’ als bijna gelijk aanwijst. U kiest welke naam blijft: die van de laag, van het Excel-bestand of van de vorige levering, of per paar de naam die heel is (het voorstel).
Vanzelf gebeurt alleen wat zeker is: spaties, onzichtbare tekens, de manier waarop een letter is opgeslagen, streepjes, apostrofs en hoofdletters. Spelling, volgorde, codes, nullen en data zijn een vermoeden: die namen noemt u zelf, bij ‘Alleen deze plannen’. De tabel zegt van elk voorstel of het is overgenomen. Met ‘Alleen tonen’ verandert er niets.
De laag wordt bewerkt zoals u dat zelf zou doen: ongedaan maken werkt. Het Excel-bestand zelf blijft zoals het is; u krijgt een ‘kopie’ waarin alleen de namen anders zijn, en die is nagelezen.
Namen die op meer dan één naam lijken blijven staan: daar kiest u zelf.</source>
   <translation>Makes plan names the same that ‘Check plan names’ points out as almost the same. You choose which name stays: that of the layer, of the Excel file or of the previous delivery, or per pair the name that is whole (the proposal).
By itself only happens what is certain: spaces, invisible characters, the way in which a letter is stored, dashes, apostrophes and capitals. Spelling, order, codes, zeros and dates are a guess: those names you give yourself, at ‘Only these plans’. The table says of each proposal whether it was adopted. With ‘Only show’ nothing changes.
The layer is edited as you would do it yourself: undo works. The Excel file itself stays as it is; you get a ‘copy’ in which only the names are different, and which was read back.
Names that resemble more than one name stay: there you choose yourself.</translation>
  </message>
  <message>
   <source>Maakt van een planbestand het planbestand voor de volgende levering. Het oude bestand blijft zoals het is. Plannen houden hun planbestand-ID, nummer, polygoon, projectleider en uw eigen kolommen.
Van 1 januari naar 1 juli verschuift er niets: wat in het halfjaar is opgeleverd of gesloopt, telt niet meer mee (Invultip 3). Van 1 juli naar 1 januari schuiven de jaren op. Het tiende jaar komt uit de eerste periode en de laatste periode krijgt er een jaar bij.
Wat niet te berekenen is, wordt leeg en gevraagd, met een voorstel. De Vragenlijst stelt die vragen; een tabel in het nieuwe planbestand en het rapport noemen ze per plan. Het rapport verklaart elke woning.
Plannen die als gerealiseerd of vervallen geleverd zijn, gaan niet mee naar het nieuwe planbestand.</source>
   <translation>Makes the plan file for the next delivery of one that is there. The old file stays as it is. Plans keep their plan file ID, number, polygon, project leader and your own columns.
From 1 January to 1 July nothing shifts: what was completed or demolished in the half year no longer counts (Invultip 3). From 1 July to 1 January the years move up. The tenth year comes out of the first period and the last period gets one more year.
What cannot be computed becomes empty and is asked, with a proposal. ‘Questions’ asks it; a table in the new plan file and the report name it per plan. The report explains every dwelling.
Plans that were delivered as realised or dropped do not go along to the new plan file.</translation>
  </message>
  <message>
   <source>Maakt van een planbestand wat iedereen mag zien: voor raad, pers of website. Openbare plannen staan er elk in, met hun polygoon. Vertrouwelijke plannen staan er alleen opgeteld in, zonder naam, status, plaats en aantal (Dataprotocol art. 12 tot en met 15).
Een plan is alleen openbaar als bij ‘Vertrouwelijk’ nee staat; leeg telt als vertrouwelijk. Plannen met status 5A of 5B staan nergens in. Toelichting, plannummer en planbestand-ID gaan niet mee.
Is uit de optelling een plan af te leiden, dan komt er geen openbare versie. U leest dan waarom. Mag het toch, dan legt u vast wie dat beslist en waarom.
U krijgt een zip met een kaartbestand, een Excel-bestand, GeoJSON voor een website en een pagina met kaart en grafieken om te printen. Elk bestand wordt teruggelezen.</source>
   <translation>Makes of a plan file what everybody may see: for the council, the press or a website. Public plans are in it one by one, with their polygons. Confidential plans are only in it as one sum, without name, status, place and number (Dataprotocol art. 12 to 15).
A plan is public only when ‘Confidential’ says no; empty counts as confidential. Plans with status 5A or 5B are in nothing. Explanation, plan number and plan file ID do not go along.
When a plan could be inferred from the sum, no public version is made. You read why. If it may go out anyway, you record who decides so and why.
You get a zip with a map file, an Excel file, GeoJSON for a website and a page with map and charts to print. Every file is read back.</translation>
  </message>
  <message>
   <source>Maakt voor elke projectleider een Excel-bestand met de eigen plannen, om rond te sturen. Wie over een plan gaat, vult u in bij het veld Projectleider, op het tabblad Levering; dat veld wordt nooit geleverd. Plannen zonder projectleider komen samen in één Excel-bestand.
Het Excel-bestand heeft keuzelijsten en rekent mee. Naam en planbestand-ID van een plan zijn beveiligd. Het planbestand onthoudt wat u verstuurt, zodat ‘Invulbladen inlezen’ straks ziet wat iedereen wijzigde. Aan de plannen verandert niets.</source>
   <translation>Makes an Excel file for each project leader with their own plans, to send round. Who deals with a plan, you fill in at the field Projectleider (project leader), on the tab Delivery; that field is never delivered. Plans without a project leader come together in one Excel file.
The Excel file has lists and computes along. Name and plan file ID of a plan are protected. The plan file remembers what you send, so that ‘Read fill-in sheets’ sees later what everybody changed. Nothing changes in the plans. The Excel files are in Dutch.</translation>
  </message>
  <message>
   <source>Maakt één plan van de geselecteerde percelen of vlakken</source>
   <translation>Makes one plan of the selected parcels or areas</translation>
  </message>
  <message>
   <source>Maakt één plan van de geselecteerde plannen en telt hun aantallen op</source>
   <translation>Makes one plan of the selected plans and adds up their counts</translation>
  </message>
  <message>
   <source>Map &amp;voor de openbare versie</source>
   <translation>&amp;Folder for the public version</translation>
  </message>
  <message>
   <source>Map met kolomkoppelingen</source>
   <translation>Folder of column mappings</translation>
  </message>
  <message>
   <source>Map met ontvangen pakketten</source>
   <translation>Folder with received packages</translation>
  </message>
  <message>
   <source>Map met planbestanden</source>
   <translation>Folder with plan files</translation>
  </message>
  <message>
   <source>Map openen</source>
   <translation>Open folder</translation>
  </message>
  <message>
   <source>Map voor de antwoorden</source>
   <translation>Folder for the answers</translation>
  </message>
  <message>
   <source>Map voor de invulbladen</source>
   <translation>Folder for the fill-in sheets</translation>
  </message>
  <message>
   <source>Map voor de levering</source>
   <translation>Folder for the delivery</translation>
  </message>
  <message>
   <source>Map voor de openbare versie</source>
   <translation>Folder for the public version</translation>
  </message>
  <message>
   <source>Map voor de set</source>
   <translation>Folder for the set</translation>
  </message>
  <message>
   <source>Map voor het rapport</source>
   <translation>Folder for the report</translation>
  </message>
  <message>
   <source>Map voor leveringen</source>
   <translation>Folder for deliveries</translation>
  </message>
  <message>
   <source>Map ‘{folder}’ bestaat niet; kies een bestaande map.</source>
   <translation>Folder ‘{folder}’ does not exist; choose an existing folder.</translation>
  </message>
  <message>
   <source>Map ‘{folder}’ staat ook op het netwerk of in OneDrive; kies een map op deze computer.</source>
   <translation>Folder ‘{folder}’ is on the network or in OneDrive too; choose a folder on this computer.</translation>
  </message>
  <message>
   <source>Map ‘{path}’ bevat geen Excel-bestanden; kies de map waarin de invulbladen staan.</source>
   <translation>Folder ‘{path}’ has no Excel files; choose the folder in which the fill-in sheets are.</translation>
  </message>
  <message>
   <source>Meekijken bij het tekenen</source>
   <translation>Look along while drawing</translation>
  </message>
  <message>
   <source>Meer</source>
   <translation>More</translation>
  </message>
  <message>
   <source>Meergezinswoningen</source>
   <translation>Meergezinswoningen (multi-family dwellings)</translation>
  </message>
  <message>
   <source>Mel&amp;dingen bij de invulbladen ({count})</source>
   <translation>R&amp;emarks on the fill-in sheets ({count})</translation>
  </message>
  <message>
   <source>Meld het plan af als gerealiseerd of vervallen, of wijs het plan aan waarin het is opgegaan of dat nu anders heet.</source>
   <translation>Report the plan as completed or dropped, or point out the plan that it became part of or that has another name now.</translation>
  </message>
  <message>
   <source>Middenhuur</source>
   <translation>Middenhuur (mid-range rent)</translation>
  </message>
  <message>
   <source>Middenhuur door corporaties</source>
   <translation>Middenhuur door corporaties (mid-range rent, housing associations)</translation>
  </message>
  <message>
   <source>Middenhuur door marktpartijen</source>
   <translation>Middenhuur door marktpartijen (mid-range rent, market parties)</translation>
  </message>
  <message>
   <source>Min: gerealiseerd</source>
   <translation>Minus: built</translation>
  </message>
  <message>
   <source>Min: overgegaan naar een ander plan, andere status of ander jaar</source>
   <translation>Minus: carried to another plan, status or year</translation>
  </message>
  <message>
   <source>Min: verdwenen, nog niet verklaard</source>
   <translation>Minus: gone, not explained yet</translation>
  </message>
  <message>
   <source>Min: verlaagd</source>
   <translation>Minus: lowered</translation>
  </message>
  <message>
   <source>Min: vervallen</source>
   <translation>Minus: dropped</translation>
  </message>
  <message>
   <source>Minste aantal plannen in de optelling</source>
   <translation>Fewest plans in the sum</translation>
  </message>
  <message>
   <source>Misschien dezelfde persoon: {names}. Schrijf de naam in het veld Projectleider overal gelijk, dan komen de plannen in één invulblad.</source>
   <translation>Perhaps the same person: {names}. Write the name in the field Project leader the same everywhere, then the plans come in one fill-in sheet.</translation>
  </message>
  <message>
   <source>Misschien gerealiseerd</source>
   <translation>Maybe gerealiseerd</translation>
  </message>
  <message>
   <source>Misschien twee keer</source>
   <translation>Perhaps twice</translation>
  </message>
  <message>
   <source>Monitor Plancapaciteit (EIB 2020 of RIGO 2017)</source>
   <translation>Monitor Plancapaciteit (EIB 2020 or RIGO 2017)</translation>
  </message>
  <message>
   <source>N: de volgende bevinding</source>
   <translation>N: the next finding</translation>
  </message>
  <message>
   <source>N: het volgende plan</source>
   <translation>N: the next plan</translation>
  </message>
  <message>
   <source>Na afronding op hele millimeters is de polygoon ongeldig: {reason}, bij x {x} y {y}; trek de grens op deze plek uit elkaar of laat hem samenvallen.</source>
   <translation>After rounding to whole millimetres the polygon is invalid: {reason}, at x {x} y {y}; pull the border apart at this place or make it coincide.</translation>
  </message>
  <message>
   <source>Na de controle gewijzigd</source>
   <translation>Changed after the check</translation>
  </message>
  <message>
   <source>Na de herindeling is dit planbestand van {name} ({code}). Ook de plannen hebben die gemeente gekregen. De namen van de plannen zijn gelijk gebleven.</source>
   <translation>After the reorganisation this plan file is of {name} ({code}). The plans have got that municipality too. The names of the plans are the same.</translation>
  </message>
  <message>
   <source>Na deze wijzigingen in het planbestand: {n} met {bruto} bruto</source>
   <translation>In the plan file after these changes: {n} with {bruto} gross</translation>
  </message>
  <message>
   <source>Na het schrijven van ‘{path}’ ontbreken plannen; is de schijf vol?</source>
   <translation>After writing ‘{path}’ plans are missing; is the disk full?</translation>
  </message>
  <message>
   <source>Na {until} kwamen er {homes} bij. Die tellen op de peildatum nog mee als restcapaciteit.</source>
   <translation>After {until} {homes} were added. On the reference date they still count as remaining capacity.</translation>
  </message>
  <message>
   <source>Na ‘{step}’ is er in deze laag iets anders gedaan: {other}. Neem dat eerst terug met Ctrl+Z.</source>
   <translation>After ‘{step}’ something else was done in this layer: {other}. Take that back first with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Naalddeel: gemiddelde breedte (m)</source>
   <translation>Needle: average width (m)</translation>
  </message>
  <message>
   <source>Naam</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Naam &amp;{number} ({area} ha)</source>
   <translation>Name &amp;{number} ({area} ha)</translation>
  </message>
  <message>
   <source>Naam en polygoon van toen</source>
   <translation>Name and polygon of then</translation>
  </message>
  <message>
   <source>Naam en polygoon zijn genoeg voor dit plan.</source>
   <translation>Name and polygon are enough for this plan.</translation>
  </message>
  <message>
   <source>Naam van de gemeente die bij de code hoort.</source>
   <translation>Name of the municipality that belongs to the code.</translation>
  </message>
  <message>
   <source>Naam van de koppeling:</source>
   <translation>Name of the mapping:</translation>
  </message>
  <message>
   <source>Naam van het plan. Uniek binnen de gemeente, exact hetzelfde in alle GIS-bestanden en Excel-bestanden, en dezelfde als in de vorige aanlevering.</source>
   <translation>Name of the plan. Unique within the municipality, exactly the same in all GIS files and Excel files, and the same as in the previous delivery.</translation>
  </message>
  <message>
   <source>Naam van het plan: uniek, en in elk bestand exact hetzelfde.</source>
   <translation>Name of the plan: unique, and exactly the same in each file.</translation>
  </message>
  <message>
   <source>Naam ‘{name}’ past niet in kolom ‘{column}’ van laag ‘{layer}’, die {length} tekens breed is.</source>
   <translation>Name ‘{name}’ does not fit in column ‘{column}’ of layer ‘{layer}’, which is {length} characters wide.</translation>
  </message>
  <message>
   <source>Naamkolom in de laag</source>
   <translation>Name column in the layer</translation>
  </message>
  <message>
   <source>Naamkolom in het Excel-bestand</source>
   <translation>Name column in the Excel file</translation>
  </message>
  <message>
   <source>Naar &amp;oppervlakte</source>
   <translation>By &amp;area</translation>
  </message>
  <message>
   <source>Naar de volgende peildatum</source>
   <translation>To the next reference date</translation>
  </message>
  <message>
   <source>Naar elders</source>
   <translation>Went elsewhere</translation>
  </message>
  <message>
   <source>Naast ‘{name}’ staat geen bestand ‘{name}-wal’. Dat is goed als het bestand gesloten was toen het hier kwam; was het nog ergens open, dan kunnen de laatste wijzigingen missen. Sluit het dan daar en kopieer het opnieuw.</source>
   <translation>There is no file ‘{name}-wal’ beside ‘{name}’. That is fine if the file was closed when it came here; if it was still open somewhere, the last changes may be missing. Then close it there and copy it again.</translation>
  </message>
  <message>
   <source>Naast ‘{path}’ kan geen kopie bewaard worden ({reason}); er is niets teruggezet.</source>
   <translation>No copy can be kept beside ‘{path}’ ({reason}); nothing was put back.</translation>
  </message>
  <message>
   <source>Nakijken vanaf: oppervlakte (m2)</source>
   <translation>To look at from: area (m2)</translation>
  </message>
  <message>
   <source>Nakijken vanaf: verschuiving (m)</source>
   <translation>To look at from: shift (m)</translation>
  </message>
  <message>
   <source>Namen</source>
   <translation>Names</translation>
  </message>
  <message>
   <source>Namen van plannen die de provincie strijdig met haar beleid noemt, elk op een eigen regel. Zij tellen als vertrouwelijk (art. 5.d), ook als het planbestand dat nog niet weet.</source>
   <translation>Names of plans that the province calls contrary to its policy, each on a line of its own. They count as confidential (art. 5.d), also when the plan file does not know it yet.</translation>
  </message>
  <message>
   <source>Namen verwisseld</source>
   <translation>Names swapped</translation>
  </message>
  <message>
   <source>Nee klopt: dit plan is gerealiseerd (art. 6.a).</source>
   <translation>No is right: this plan is completed (art. 6.a).</translation>
  </message>
  <message>
   <source>Nee klopt: planstatus {status} is hard (art. 6.a).</source>
   <translation>No is right: planstatus {status} is hard (art. 6.a).</translation>
  </message>
  <message>
   <source>Nee mag; bij een vervallen plan mag ook ja (art. 6.b).</source>
   <translation>No is fine; for a cancelled plan yes is allowed too (art. 6.b).</translation>
  </message>
  <message>
   <source>Neem de som als {total}</source>
   <translation>Take the sum as {total}</translation>
  </message>
  <message>
   <source>Neem de som {sum} als {total}</source>
   <translation>Take the sum {sum} as {total}</translation>
  </message>
  <message>
   <source>Neem de voorgestelde naam over</source>
   <translation>Adopt the proposed name</translation>
  </message>
  <message>
   <source>Neem in beide bestanden letterlijk dezelfde naam op.</source>
   <translation>Use literally the same name in both files.</translation>
  </message>
  <message>
   <source>Neem namen over met ‘Plannamen overnemen’: wat zeker gelijk is vanzelf, de rest als u de naam noemt.</source>
   <translation>Adopt names with ‘Adopt plan names’: what is certainly the same by itself, the rest when you give the name.</translation>
  </message>
  <message>
   <source>Neem vertrouwelijke plannen niet over in een rapport aan de raad of aan anderen. Daar mag alleen de optelling van alle vertrouwelijke plannen in staan, zonder namen, locaties of het aantal plannen (Dataprotocol art. 14).</source>
   <translation>Do not copy confidential plans into a report to the council or to others. It may only hold the sum of all confidential plans, without names, places or the number of plans (Dataprotocol art. 14).</translation>
  </message>
  <message>
   <source>Neem één van de twee namen over als het hetzelfde plan is.</source>
   <translation>Adopt one of the two names if it is the same plan.</translation>
  </message>
  <message>
   <source>Neem ‘{name}’ over</source>
   <translation>Adopt ‘{name}’</translation>
  </message>
  <message>
   <source>Neemt terug wat u het laatst in dit paneel deed</source>
   <translation>Takes back what you did last in this panel</translation>
  </message>
  <message>
   <source>Netto</source>
   <translation>Net</translation>
  </message>
  <message>
   <source>Netto totaal</source>
   <translation>Netto totaal (net total)</translation>
  </message>
  <message>
   <source>Niet beantwoord is of het om restcapaciteit gaat (Invultip 3); dat staat zo in het pakket.</source>
   <translation>It is not answered whether this is remaining capacity (Invultip 3); the package says so.</translation>
  </message>
  <message>
   <source>Niet bekeken, want daar staan geen plannen in: {count} ({names}).</source>
   <translation>Not looked at, for there are no plans in it: {count} ({names}).</translation>
  </message>
  <message>
   <source>Niet beoordeeld</source>
   <translation>Not reviewed</translation>
  </message>
  <message>
   <source>Niet bewaard is ‘{box}’: {why}</source>
   <translation>Not kept is ‘{box}’: {why}</translation>
  </message>
  <message>
   <source>Niet gebruikte kolommen, met de som waar er getallen in staan:</source>
   <translation>Columns that were not used, with the sum where there are numbers in them:</translation>
  </message>
  <message>
   <source>Niet gecontroleerd: de polygonen (regels {first} tot en met {last}) en het verschil met de vorige levering ({since}). {why}</source>
   <translation>Not checked: the polygons (rules {first} to {last}) and the difference from the previous delivery ({since}). {why}</translation>
  </message>
  <message>
   <source>Niet gelezen uit ‘{name}’: weergave (view) {views}. Wilt u die plannen, kies dan zo’n laag, bijvoorbeeld ‘{given}|layername={first}’.</source>
   <translation>Not read from ‘{name}’: view {views}. If you want those plans, choose such a layer, for example ‘{given}|layername={first}’.</translation>
  </message>
  <message>
   <source>Niet gelezen, want geen laag: weergave (view) {views} in ‘{name}’.</source>
   <translation>Not read, for it is no layer: view {views} in ‘{name}’.</translation>
  </message>
  <message>
   <source>Niet gesplitst</source>
   <translation>Not split</translation>
  </message>
  <message>
   <source>Niet gevonden</source>
   <translation>Not found</translation>
  </message>
  <message>
   <source>Niet helemaal nagekeken: {partly}.</source>
   <translation>Not checked completely: {partly}.</translation>
  </message>
  <message>
   <source>Niet in de bron</source>
   <translation>Not in the source</translation>
  </message>
  <message>
   <source>Niet in het planbestand</source>
   <translation>Not in the plan file</translation>
  </message>
  <message>
   <source>Niet ingemeten</source>
   <translation>Not measured</translation>
  </message>
  <message>
   <source>Niet ingevuld</source>
   <translation>Not filled in</translation>
  </message>
  <message>
   <source>Niet meegenomen</source>
   <translation>Not included</translation>
  </message>
  <message>
   <source>Niet meer geldig: {decisions}, want het plan kreeg daarna een andere naam of polygoon. Kijk opnieuw.</source>
   <translation>No longer valid: {decisions}, because the plan got another name or polygon since. Look again.</translation>
  </message>
  <message>
   <source>Niet meer in deze levering: {plans}. Zeg van elk wat ervan geworden is.</source>
   <translation>Not in this delivery any more: {plans}. Say of each what became of it.</translation>
  </message>
  <message>
   <source>Niet meer strijdig</source>
   <translation>No longer contrary</translation>
  </message>
  <message>
   <source>Niet noemen in de raad: {told}.</source>
   <translation>Not to be mentioned in the council: {told}.</translation>
  </message>
  <message>
   <source>Niet nu</source>
   <translation>Not now</translation>
  </message>
  <message>
   <source>Niet opgenomen: {reason}</source>
   <translation>Not included: {reason}</translation>
  </message>
  <message>
   <source>Niet overgenomen</source>
   <translation>Not taken over</translation>
  </message>
  <message>
   <source>Niet overgenomen rijen</source>
   <translation>Rows that were not taken over</translation>
  </message>
  <message>
   <source>Niet samengevoegd</source>
   <translation>Not merged</translation>
  </message>
  <message>
   <source>Niet uitgevoerd ({rules})</source>
   <translation>Not run ({rules})</translation>
  </message>
  <message>
   <source>Niet van elke woning is een bouwjaar bekend.</source>
   <translation>Not of every dwelling is a year of construction known.</translation>
  </message>
  <message>
   <source>Niet vergeleken</source>
   <translation>Not compared</translation>
  </message>
  <message>
   <source>Niet vergeleken met de vorige levering: {reason}</source>
   <translation>Not compared with the previous delivery: {reason}</translation>
  </message>
  <message>
   <source>Niet verplicht: anders de laatste die het planbestand onthoudt</source>
   <translation>Not required: otherwise the last one that the plan file remembers</translation>
  </message>
  <message>
   <source>Niet verplicht: de zip die u het laatst publiceerde</source>
   <translation>Optional: the zip that you published last</translation>
  </message>
  <message>
   <source>Niet verplicht: om te zien of gerealiseerd klopt (regel S7)</source>
   <translation>Optional: to see whether gerealiseerd is right (rule S7)</translation>
  </message>
  <message>
   <source>Niet verplicht: om tegenaan te tekenen en te zien wat erbuiten valt</source>
   <translation>Optional: to draw against and to see what lies outside it</translation>
  </message>
  <message>
   <source>Niet verplicht: profiel dat de provincie zelf maakte</source>
   <translation>Optional: a profile that the province made itself</translation>
  </message>
  <message>
   <source>Niet verplicht: voor een vorige levering die met de hand is gemaakt</source>
   <translation>Optional: for a previous delivery that was made by hand</translation>
  </message>
  <message>
   <source>Niet verwisseld</source>
   <translation>Not swapped</translation>
  </message>
  <message>
   <source>Niet zoals verwacht</source>
   <translation>Not as expected</translation>
  </message>
  <message>
   <source>Niets gevonden.</source>
   <translation>Nothing found.</translation>
  </message>
  <message>
   <source>Nieuw</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Nieuw in gebruik</source>
   <translation>Newly in use</translation>
  </message>
  <message>
   <source>Nieuw is wat in gebruik kwam vanaf {since} en vóór {until}. De BAG geeft meestal alleen een bouwjaar.</source>
   <translation>New is what came into use from {since} and before {until}. The BAG mostly gives only a year of construction.</translation>
  </message>
  <message>
   <source>Nieuw plan</source>
   <translation>New plan</translation>
  </message>
  <message>
   <source>Nieuw plan uit selectie</source>
   <translation>New plan from selection</translation>
  </message>
  <message>
   <source>Nieuw planbestand</source>
   <translation>New plan file</translation>
  </message>
  <message>
   <source>Nieuwbouw: Totalen min Gerealiseerd</source>
   <translation>Nieuwbouw: Totalen minus Gerealiseerd</translation>
  </message>
  <message>
   <source>Nieuwe plannen: {names}.</source>
   <translation>New plans: {names}.</translation>
  </message>
  <message>
   <source>Niveau</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Nog geen kolom met waarden gekozen.</source>
   <translation>No column with values chosen yet.</translation>
  </message>
  <message>
   <source>Nog geen vlak vastgelegd.</source>
   <translation>No area recorded yet.</translation>
  </message>
  <message>
   <source>Nog in te vullen</source>
   <translation>Still to fill in</translation>
  </message>
  <message>
   <source>Nog in te vullen bij de controle</source>
   <translation>Still to fill in at the check</translation>
  </message>
  <message>
   <source>Nog in te vullen per tabblad:</source>
   <translation>Still to be filled in, by tab:</translation>
  </message>
  <message>
   <source>Nog in te vullen: {fields}.</source>
   <translation>Still to fill in: {fields}.</translation>
  </message>
  <message>
   <source>Nog meer Excel-bestanden en lagen waarin dezelfde plannen moeten staan; elk wordt met de laag met polygonen vergeleken. Een bepaald blad kiest u met ‘bestand.xlsx|layername=Blad’.</source>
   <translation>More Excel files and layers in which the same plans must be; each is compared with the layer with polygons. You choose a certain sheet with ‘bestand.xlsx|layername=Blad’.</translation>
  </message>
  <message>
   <source>Nog niet alle plannamen zijn gelijk.</source>
   <translation>Not all plan names are the same yet.</translation>
  </message>
  <message>
   <source>Nog niet alles ingevuld</source>
   <translation>Not everything filled in yet</translation>
  </message>
  <message>
   <source>Nog niet bekend</source>
   <translation>Not known yet</translation>
  </message>
  <message>
   <source>Nog niet compleet</source>
   <translation>Not complete yet</translation>
  </message>
  <message>
   <source>Nog niet gecontroleerd</source>
   <translation>Not checked yet</translation>
  </message>
  <message>
   <source>Nog niet geplaatst</source>
   <translation>Not placed yet</translation>
  </message>
  <message>
   <source>Nog niet in gebruik: {waiting}. Trek af van bruto totaal ({bruto}) wat daar nog in zit.</source>
   <translation>Not in use yet: {waiting}. Take off total bruto ({bruto}) what is still in it.</translation>
  </message>
  <message>
   <source>Nog niet opgegeven voor {year}: {segments}.</source>
   <translation>Not stated yet for {year}: {segments}.</translation>
  </message>
  <message>
   <source>Nog steeds?</source>
   <translation>Still?</translation>
  </message>
  <message>
   <source>Nog te bevestigen voor peildatum {peildatum}: {plans}.</source>
   <translation>Still to be confirmed for reference date {peildatum}: {plans}.</translation>
  </message>
  <message>
   <source>Nog te slopen volgens het plan: {sloop}. Volgens de BAG stonden er al: {stood}.</source>
   <translation>Still to be demolished according to the plan: {sloop}. According to the BAG there already were: {stood}.</translation>
  </message>
  <message>
   <source>Nog te tekenen</source>
   <translation>Still to be drawn</translation>
  </message>
  <message>
   <source>Nog te verdelen</source>
   <translation>Still to be divided</translation>
  </message>
  <message>
   <source>Nog {n} plannamen staan er in meer schrijfwijzen; ‘Plannen controleren’ noemt ze alle.</source>
   <translation>{n} more plan names are there in more spellings; ‘Check plans’ names them all.</translation>
  </message>
  <message>
   <source>Nu</source>
   <translation>Now</translation>
  </message>
  <message>
   <source>Nu in het planbestand: {n} met {bruto} bruto</source>
   <translation>Now in the plan file: {n} with {bruto} gross</translation>
  </message>
  <message>
   <source>Nultreden + Geclusterd + Zorggeschikt: in de bron sluiten zij elkaar uit, in de Basisset niet</source>
   <translation>Nultreden + Geclusterd + Zorggeschikt: in the source they exclude each other, in the Basisset they do not</translation>
  </message>
  <message>
   <source>Nultredenwoningen</source>
   <translation>Nultredenwoningen (step-free dwellings)</translation>
  </message>
  <message>
   <source>Nultredenwoningen in een woonvorm die sociaal contact en gemeenschapsgevoel bevordert. Er is een ontmoetingsruimte, inpandig of op loopafstand (bv. ca. 100 m), die op een open en transparante basis te gebruiken is. Landelijk is de schaal minimaal 12 woningen. Een kleiner cluster, bv. in kleine kernen, telt niet als geclusterde woning maar als nultredenwoning.</source>
   <translation>Nultredenwoningen (step-free dwellings) in a form of living that furthers social contact and a sense of community. There is a meeting room, in the building or within walking distance (e.g. some 100 m), that can be used in an open and transparent way. Nationally the scale is at least 12 dwellings. A smaller cluster, e.g. in small villages, does not count as clustered but as nultreden.</translation>
  </message>
  <message>
   <source>Nultredenwoningen met een ontmoetingsruimte in of nabij het gebouw; vanaf 12 woningen.</source>
   <translation>Nultredenwoningen (step-free dwellings) with a meeting room in or near the building; from 12 dwellings on.</translation>
  </message>
  <message>
   <source>OP-kolommen van andere perioden worden niet verdeeld: de bron zegt niet hoe. De aantallen staan bij de niet overgenomen waarden.</source>
   <translation>OP columns of other periods are not divided: the source does not say how. The counts stand with the values that were not taken over.</translation>
  </message>
  <message>
   <source>Om de betaalbaarheid naast de woondeals te leggen: de segmenten volgen de Rijksdefinities.</source>
   <translation>To set affordability beside the housing deals: the segments follow the national definitions.</translation>
  </message>
  <message>
   <source>Om de woondeals te volgen, met de definities van de stuurgroep wonen en zorg voor ouderen.</source>
   <translation>To follow the housing deals, with the definitions of the steering group on housing and care for the elderly.</translation>
  </message>
  <message>
   <source>Om de woondeals te volgen, met de definities van het CBS.</source>
   <translation>To follow the housing deals, with the definitions of CBS.</translation>
  </message>
  <message>
   <source>Om te onderzoeken waar plannen vastlopen, en om de data beter te maken.</source>
   <translation>To study where plans get stuck, and to improve the data.</translation>
  </message>
  <message>
   <source>Om te voorkomen dat over een plan iets bekend wordt voordat de gemeente dat zelf vertelt.</source>
   <translation>To prevent that anything about a plan becomes known before the municipality tells it.</translation>
  </message>
  <message>
   <source>Om te zien hoeveel woningen er gepland zijn en hoe het met de plannen gaat, zodat overheden op hun woningbouwafspraken kunnen sturen.</source>
   <translation>To see how many dwellings are planned and how the plans proceed, so that governments can steer by their housing agreements.</translation>
  </message>
  <message>
   <source>Om te zien welke programma’s gerealiseerd worden, en om de data beter te maken.</source>
   <translation>To see which programmes are realised, and to improve the data.</translation>
  </message>
  <message>
   <source>Onbekend</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <source>Onder nul bij ‘Niet overgenomen’: de bron bevat negatieve aantallen, en die trekken haar totaal omlaag.</source>
   <translation>Below zero at ‘Not taken over’: the source has negative counts, and these lower its total.</translation>
  </message>
  <message>
   <source>Onderdeel ‘{part}’ van ‘{name}’</source>
   <translation>Part ‘{part}’ of ‘{name}’</translation>
  </message>
  <message>
   <source>Ongedaan maken</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Onherroepelijk</source>
   <translation>Onherroepelijk (irrevocable)</translation>
  </message>
  <message>
   <source>Onherroepelijk, uitwerking nodig</source>
   <translation>Onherroepelijk, uitwerking nodig (irrevocable, elaboration needed)</translation>
  </message>
  <message>
   <source>Onherroepelijk, wijziging door B en W nodig</source>
   <translation>Onherroepelijk, wijziging door B en W nodig (irrevocable, change by the executive needed)</translation>
  </message>
  <message>
   <source>Ontvangen bestanden</source>
   <translation>Files received</translation>
  </message>
  <message>
   <source>Ook de optelling mag niet: zij gaat over één plan.</source>
   <translation>The sum is not allowed either: it is about one plan.</translation>
  </message>
  <message>
   <source>Ook op blad {sheets} staan plannamen; alleen blad ‘{read}’ is gelezen.</source>
   <translation>There are plan names on sheet {sheets} too; only sheet ‘{read}’ was read.</translation>
  </message>
  <message>
   <source>Ook tonen wat u eerder liet staan</source>
   <translation>Also show what you left as it is before</translation>
  </message>
  <message>
   <source>Ook wat nog niet was opgeslagen telde mee; controleren slaat niets op.</source>
   <translation>What was not saved yet counted too; checking saves nothing.</translation>
  </message>
  <message>
   <source>Op de plek van {then} liggen nu {names}; bevestig dat het plan is gesplitst.</source>
   <translation>Where {then} was, there are now {names}; confirm that the plan was split.</translation>
  </message>
  <message>
   <source>Op&amp;slaan</source>
   <translation>&amp;Save</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Open een planbestand om de vragen te zien.</source>
   <translation>Open a plan file to see the questions.</translation>
  </message>
  <message>
   <source>Open een planbestand om het te controleren.</source>
   <translation>Open a plan file to check it.</translation>
  </message>
  <message>
   <source>Open een planbestand om het te vergelijken.</source>
   <translation>Open a plan file to compare it.</translation>
  </message>
  <message>
   <source>Open een planbestand, of kies hierboven uw gemeente en open de opties opnieuw.</source>
   <translation>Open a plan file, or choose your municipality above and open the options again.</translation>
  </message>
  <message>
   <source>Open eerst een planbestand.</source>
   <translation>First open a plan file.</translation>
  </message>
  <message>
   <source>Open eerst leveringen met ‘Leveringen openen’, of sleep het beoordelingsbestand in QGIS.</source>
   <translation>Open deliveries first with ‘Open deliveries’, or drag the review file into QGIS.</translation>
  </message>
  <message>
   <source>Open het nieuwe planbestand.</source>
   <translation>Open the new plan file.</translation>
  </message>
  <message>
   <source>Open vragen lezen</source>
   <translation>Reading open questions</translation>
  </message>
  <message>
   <source>Openb&amp;aar plan</source>
   <translation>Public pl&amp;an</translation>
  </message>
  <message>
   <source>Openbaar plan</source>
   <translation>Public plan</translation>
  </message>
  <message>
   <source>Openbare plannen</source>
   <translation>Public plans</translation>
  </message>
  <message>
   <source>Openbare polygonen liggen langs {part}% van de grens van vertrouwelijk plan {plans}: het gat daartussen toont dat plan.</source>
   <translation>Public polygons lie along {part}% of the border of the confidential plan {plans}: the hole between them shows that plan.</translation>
  </message>
  <message>
   <source>Openbare polygonen liggen langs {part}% van de grens van vertrouwelijke plannen {plans}: het gat daartussen toont ze.</source>
   <translation>Public polygons lie along {part}% of the border of the confidential plans {plans}: the hole between them shows them.</translation>
  </message>
  <message>
   <source>Openbare versie (*.zip)</source>
   <translation>Public version (*.zip)</translation>
  </message>
  <message>
   <source>Openbare versie bekijken</source>
   <translation>Looking at the public version</translation>
  </message>
  <message>
   <source>Openbare versie geschreven en teruggelezen: {path}</source>
   <translation>Public version written and read back: {path}</translation>
  </message>
  <message>
   <source>Openbare versie maken</source>
   <translation>Make the public version</translation>
  </message>
  <message>
   <source>Openbare versie: wanneer iemand beslist</source>
   <translation>Public version: when somebody decides</translation>
  </message>
  <message>
   <source>Openbare versie: {gemeente}, peildatum {peildatum}</source>
   <translation>Public version: {gemeente}, reference date {peildatum}</translation>
  </message>
  <message>
   <source>Openen</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Openstaand</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Opgegeven door</source>
   <translation>Stated by</translation>
  </message>
  <message>
   <source>Opgeven…</source>
   <translation>State…</translation>
  </message>
  <message>
   <source>Opmerking</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>Opmerking of vraag</source>
   <translation>Remark or question</translation>
  </message>
  <message>
   <source>Opmerking of vraag van de provincie bij {plans}</source>
   <translation>Remark or question of the province at {plans}</translation>
  </message>
  <message>
   <source>Opmerkingen en vragen</source>
   <translation>Remarks and questions</translation>
  </message>
  <message>
   <source>Opmerkingen van de gemeente</source>
   <translation>Remarks of the municipality</translation>
  </message>
  <message>
   <source>Opnieuw bekijken</source>
   <translation>Look again</translation>
  </message>
  <message>
   <source>Opnieuw controleren</source>
   <translation>Check again</translation>
  </message>
  <message>
   <source>Opnieuw gedaan: {step}.</source>
   <translation>Done again: {step}.</translation>
  </message>
  <message>
   <source>Opnieuw lezen</source>
   <translation>Read again</translation>
  </message>
  <message>
   <source>Oppervlakte past niet bij het aantal woningen bij {plans}</source>
   <translation>Area does not fit the number of dwellings of {plans}</translation>
  </message>
  <message>
   <source>Opslaan</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Opslaan lukt nu niet ({reason}); uw invoer wacht in de laag.</source>
   <translation>Saving is not possible now ({reason}); what you typed waits in the layer.</translation>
  </message>
  <message>
   <source>Opslag (%)</source>
   <translation>Surcharge (%)</translation>
  </message>
  <message>
   <source>Optellen</source>
   <translation>Add up</translation>
  </message>
  <message>
   <source>Opvolger is niet {name}</source>
   <translation>Successor is not {name}</translation>
  </message>
  <message>
   <source>Opvolger is {name}</source>
   <translation>Successor is {name}</translation>
  </message>
  <message>
   <source>Opvolger van {name}</source>
   <translation>Successor of {name}</translation>
  </message>
  <message>
   <source>Oud</source>
   <translation>Old</translation>
  </message>
  <message>
   <source>Oude naam voor een ander plan</source>
   <translation>Old name for another plan</translation>
  </message>
  <message>
   <source>Oude polygonen</source>
   <translation>Old polygons</translation>
  </message>
  <message>
   <source>Ouderen</source>
   <translation>Elderly</translation>
  </message>
  <message>
   <source>Over de grens</source>
   <translation>Across the border</translation>
  </message>
  <message>
   <source>Over deze pagina</source>
   <translation>About this page</translation>
  </message>
  <message>
   <source>Over vertrouwelijke plannen kan ‘slechts gepubliceerd worden als onderdeel van de optelling van alle gemeentelijke woningbouwplannen, zowel de vertrouwelijke als openbare woningbouwplannen, waarbij het totaal aantal gemeentelijke woningbouwplannen niet vermeld wordt’ (Dataprotocol LMVW, geheimhoudingsverklaring, deel A, punt 1).</source>
   <translation>About confidential plans one may ‘only publish as a part of the sum of all municipal housing plans, the confidential as well as the public ones, without the total number of municipal housing plans’ (Dataprotocol LMVW, non-disclosure declaration, part A, point 1).</translation>
  </message>
  <message>
   <source>Overbodige hoekpunten: afwijking (m)</source>
   <translation>Needless vertices: deviation (m)</translation>
  </message>
  <message>
   <source>Overbodige of onzichtbare tekens in de plannaam bij {plans}</source>
   <translation>Superfluous or invisible characters in the plan name in {plans}</translation>
  </message>
  <message>
   <source>Overgenomen</source>
   <translation>Taken over</translation>
  </message>
  <message>
   <source>Overgenomen: {plans}; wacht op u: {waiting}; niet overgenomen: {values}; zie {report}</source>
   <translation>Taken over: {plans}; waiting for you: {waiting}; not taken over: {values}; see {report}</translation>
  </message>
  <message>
   <source>Overig</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>Overige prijssegmenten</source>
   <translation>Overige prijssegmenten (other price segments)</translation>
  </message>
  <message>
   <source>Overige woningen geschikt voor ouderen</source>
   <translation>Overige woningen geschikt voor ouderen (other dwellings suitable for the elderly)</translation>
  </message>
  <message>
   <source>Overlap</source>
   <translation>Overlap</translation>
  </message>
  <message>
   <source>Overlap met een ander plan bij {plans}</source>
   <translation>Overlap with another plan in {plans}</translation>
  </message>
  <message>
   <source>Overlap: deel van het kleinste plan (%)</source>
   <translation>Overlap: share of the smallest plan (%)</translation>
  </message>
  <message>
   <source>Overlap: gemiddelde breedte (m)</source>
   <translation>Overlap: mean width (m)</translation>
  </message>
  <message>
   <source>Overlap: oppervlakte (m2)</source>
   <translation>Overlap: area (m2)</translation>
  </message>
  <message>
   <source>Overlapt met {other}: {area}</source>
   <translation>Overlaps with {other}: {area}</translation>
  </message>
  <message>
   <source>Overleg met de provincie als u het er niet mee eens bent.</source>
   <translation>Talk to the province if you do not agree.</translation>
  </message>
  <message>
   <source>Overnemen</source>
   <translation>Take over</translation>
  </message>
  <message>
   <source>Overnemen uit uw opties</source>
   <translation>Take from your options</translation>
  </message>
  <message>
   <source>Overzicht</source>
   <translation>Overview</translation>
  </message>
  <message>
   <source>Overzicht als Excel-bestand</source>
   <translation>Overview as Excel file</translation>
  </message>
  <message>
   <source>Overzicht per gemeente</source>
   <translation>Overview per municipality</translation>
  </message>
  <message>
   <source>Overzicht van leveringen</source>
   <translation>Overview of deliveries</translation>
  </message>
  <message>
   <source>Overzicht van leveringen: {file}</source>
   <translation>Overview of deliveries: {file}</translation>
  </message>
  <message>
   <source>P: de bevinding hiervoor</source>
   <translation>P: the finding before this one</translation>
  </message>
  <message>
   <source>P: het plan hiervoor</source>
   <translation>P: the plan before</translation>
  </message>
  <message>
   <source>PDOK-achtergrondkaart, grijs</source>
   <translation>PDOK background map, grey</translation>
  </message>
  <message>
   <source>PDOK-achtergrondkaart, standaard</source>
   <translation>PDOK background map, standard</translation>
  </message>
  <message>
   <source>PDOK-luchtfoto</source>
   <translation>PDOK aerial photo</translation>
  </message>
  <message>
   <source>Pagina om te printen</source>
   <translation>Page to print</translation>
  </message>
  <message>
   <source>Pakket</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Pakket (.zip), GeoPackage of shapefile</source>
   <translation>Package (.zip), GeoPackage or shapefile</translation>
  </message>
  <message>
   <source>Pakket geschreven, teruggelezen en vergeleken: {path}</source>
   <translation>Package written, read back and compared: {path}</translation>
  </message>
  <message>
   <source>Pakket of kaartbestand (*.zip *.gpkg *.shp *.geojson *.json);;Alle bestanden (*)</source>
   <translation>Package or map file (*.zip *.gpkg *.shp *.geojson *.json);;All files (*)</translation>
  </message>
  <message>
   <source>Pakket ‘{name}’ is beschadigd en kan niet gelezen worden; vraag het opnieuw op.</source>
   <translation>Package ‘{name}’ is damaged and cannot be read; ask for it again.</translation>
  </message>
  <message>
   <source>Pakket ‘{name}’ is gemaakt met een nieuwere versie van de plugin; werk de plugin bij en kies het pakket opnieuw.</source>
   <translation>Package ‘{name}’ was made with a newer version of the plugin; update the plugin and choose the package again.</translation>
  </message>
  <message>
   <source>Pakket ‘{path}’ ligt niet meer waar u het opende; zet het terug en lees opnieuw om te zien wat de gemeente antwoordt.</source>
   <translation>Package ‘{path}’ is no longer where you opened it; put it back and read again to see what the municipality answers.</translation>
  </message>
  <message>
   <source>Pakketten</source>
   <translation>Packages</translation>
  </message>
  <message>
   <source>Pakketten van een andere peildatum gaan niet mee. Leeg: de peildatum van de meeste gemeenten.</source>
   <translation>Packages of another reference date do not go. Empty: the reference date of most municipalities.</translation>
  </message>
  <message>
   <source>Pand transformatie</source>
   <translation>Pand transformatie (conversion of a building)</translation>
  </message>
  <message>
   <source>Paneel dat zegt wat er van elk plan geworden is sinds de vorige levering; u beslist over wat niet zeker is</source>
   <translation>Panel that says what became of each plan since the previous delivery; you decide what is not certain</translation>
  </message>
  <message>
   <source>Paneel met alles wat nog in te vullen of te verbeteren is</source>
   <translation>Panel with everything that is still to be filled in or mended</translation>
  </message>
  <message>
   <source>Pas het plan aan, of zeg in de toelichting van het plan wat u ermee deed.</source>
   <translation>Change the plan, or say in its explanation what you did about it.</translation>
  </message>
  <message>
   <source>Peildatum</source>
   <translation>Peildatum (reference date)</translation>
  </message>
  <message>
   <source>Peildatum {date} bestaat niet in de LMVW; kies 1 januari of 1 juli (Dataprotocol art. 10).</source>
   <translation>Reference date {date} does not exist in the LMVW; choose 1 January or 1 July (Dataprotocol art. 10).</translation>
  </message>
  <message>
   <source>Per jaar</source>
   <translation>Per year</translation>
  </message>
  <message>
   <source>Per plan</source>
   <translation>By plan</translation>
  </message>
  <message>
   <source>Per planstatus</source>
   <translation>By plan status</translation>
  </message>
  <message>
   <source>Per taak</source>
   <translation>By task</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Plan aanklikken en invullen</source>
   <translation>Click a plan and fill it in</translation>
  </message>
  <message>
   <source>Plan dat er al was</source>
   <translation>Plan that was there</translation>
  </message>
  <message>
   <source>Plan en veld</source>
   <translation>Plan and field</translation>
  </message>
  <message>
   <source>Plan invullen: {name}</source>
   <translation>Fill in plan: {name}</translation>
  </message>
  <message>
   <source>Plan met een fout openen</source>
   <translation>Open a plan with an error</translation>
  </message>
  <message>
   <source>Plan splitsen…</source>
   <translation>Split a plan…</translation>
  </message>
  <message>
   <source>Plan tekenen</source>
   <translation>Draw a plan</translation>
  </message>
  <message>
   <source>Plan {names} is strijdig volgens de provincie. In laag ‘{layer}’ is dat niet te bewaren, want die is geen planbestand.</source>
   <translation>The province calls plan {names} contrary to its policy. That cannot be kept in layer ‘{layer}’, which is no plan file.</translation>
  </message>
  <message>
   <source>Plan {name} is daarna gewijzigd en blijft zoals het nu is.</source>
   <translation>Plan {name} was changed since and stays as it is now.</translation>
  </message>
  <message>
   <source>Plan ‘{name}’</source>
   <translation>Plan ‘{name}’</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ gaat niet mee door planstatus {code}, en de vorige levering zegt er geen. Geef het plan eerst een andere planstatus.</source>
   <translation>Plan ‘{name}’ is not delivered because of planstatus {code}, and the previous delivery states none. First give the plan another planstatus.</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ heeft geen ID dat alleen van dit plan is; er is niets veranderd. Zet ‘Vertrouwelijk’ in het formulier van dit plan op nee.</source>
   <translation>Plan ‘{name}’ has no ID of its own; nothing was changed. Set ‘Confidential’ to no in the form of this plan.</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ heeft woningen in een jaar dat het formulier van profiel ‘{profile}’ niet heeft.</source>
   <translation>Plan ‘{name}’ has dwellings in a year that the form of profile ‘{profile}’ does not have.</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ invullen</source>
   <translation>Fill in plan ‘{name}’</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ is na het vergelijken gewijzigd. Kijk opnieuw.</source>
   <translation>Plan ‘{name}’ was changed after the comparison. Look again.</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ staat niet in de levering die beoordeeld wordt; er is niets bewaard.</source>
   <translation>Plan ‘{name}’ is not in the delivery that is reviewed; nothing was kept.</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ van de vorige levering</source>
   <translation>Plan ‘{name}’ of the previous delivery</translation>
  </message>
  <message>
   <source>Plan ‘{name}’ zoals het was</source>
   <translation>Plan ‘{name}’ as it was</translation>
  </message>
  <message>
   <source>Plan ‘{plan}’ is {count} van de {whole} van ‘{field}’ in de optelling: meer dan {most}%.</source>
   <translation>Plan ‘{plan}’ is {count} of the {whole} of ‘{field}’ in the sum: more than {most}%.</translation>
  </message>
  <message>
   <source>Planbestan&amp;d (nieuw of bestaand)</source>
   <translation>Plan f&amp;ile (new or existing)</translation>
  </message>
  <message>
   <source>Planbestand</source>
   <translation>Plan file</translation>
  </message>
  <message>
   <source>Planbestand bekijken</source>
   <translation>Look at the plan file</translation>
  </message>
  <message>
   <source>Planbestand bijwerken</source>
   <translation>Update the plan file</translation>
  </message>
  <message>
   <source>Planbestand gemaakt voor {gemeente}, peildatum {peildatum}: {path}</source>
   <translation>Plan file made for {gemeente}, reference date {peildatum}: {path}</translation>
  </message>
  <message>
   <source>Planbestand maken</source>
   <translation>Make the plan file</translation>
  </message>
  <message>
   <source>Planbestand of levering van deze plugin</source>
   <translation>Plan file or delivery of this plugin</translation>
  </message>
  <message>
   <source>Planbestand openen</source>
   <translation>Open a plan file</translation>
  </message>
  <message>
   <source>Planbestand openen…</source>
   <translation>Open a plan file…</translation>
  </message>
  <message>
   <source>Planbestand {file} en project {project} zijn gemaakt; teken een polygoon of importeer plannen.</source>
   <translation>Plan file {file} and project {project} were made; draw a polygon or import plans.</translation>
  </message>
  <message>
   <source>Planbestand {path} en project {project} zijn gemaakt; uw huidige project is open gebleven.</source>
   <translation>Plan file {path} and project {project} were made; your present project has stayed open.</translation>
  </message>
  <message>
   <source>Planbestand ‘{name}’ is gemaakt met een oudere versie van de plugin (schema {version}, nu {now}). Bijwerken voegt toe: {added}. Formulier en kaartstijlen worden die van deze versie. Aan de plannen verandert niets; controleer ze daarna opnieuw. Het oude bestand blijft ernaast bewaard als ‘{kept}’: wilt u terug, open dan dat bestand.</source>
   <translation>Plan file ‘{name}’ was made with an older version of the plugin (schema {version}, now {now}). Updating adds: {added}. Form and map styles become those of this version. Nothing changes in the plans; check them again afterwards. The old file is kept beside it as ‘{kept}’: if you want to go back, open that file.</translation>
  </message>
  <message>
   <source>Planbestand ‘{name}’ is van een oudere versie van de plugin: het moet bijgewerkt worden voor u verder kunt.</source>
   <translation>Plan file ‘{name}’ is of an older version of the plugin: it must be updated before you can go on.</translation>
  </message>
  <message>
   <source>Planbestand ‘{name}’ telt zijn jaren vanaf {other}, niet vanaf {peildatum}; importeer de levering van dat planbestand, daarin staan de echte jaren.</source>
   <translation>Plan file ‘{name}’ counts its years from {other}, not from {peildatum}; import the delivery of that plan file, which has the real years.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ bevat al {count} en wordt niet overschreven; kies een andere naam, of zet bij ‘Plannen importeren’ ‘Bestaande plannen bijwerken’ (UPDATE) aan.</source>
   <translation>Plan file ‘{path}’ has {count} already and is not overwritten; choose another name, or switch on ‘Update existing plans’ (UPDATE) in ‘Import plans’.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ bevat geen plannen; er valt niets rond te sturen.</source>
   <translation>Plan file ‘{path}’ has no plans; there is nothing to send round.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ is al van deze versie; er is niets veranderd.</source>
   <translation>Plan file ‘{path}’ is of this version already; nothing has changed.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ is gemaakt met een nieuwere versie van de plugin (schema {version}; deze versie kent {known}). Werk de plugin bij en open het bestand opnieuw.</source>
   <translation>Plan file ‘{path}’ was made with a newer version of the plugin (schema {version}; this version knows {known}). Update the plugin and open the file again.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ is van een oudere versie van de plugin; werk het eerst bij met ‘Planbestand bijwerken’ (lmvw:upgradeplanfile).</source>
   <translation>Plan file ‘{path}’ is of an older version of the plugin; first update it with ‘Update the plan file’ (lmvw:upgradeplanfile).</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ is van {gemeente}, peildatum {peildatum}, en u koos {other}, {date}; kies een ander planbestand of pas uw keuze aan.</source>
   <translation>Plan file ‘{path}’ is of {gemeente}, reference date {peildatum}, and you chose {other}, {date}; choose another plan file or change your choice.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ kan niet bijgewerkt worden: {reason}. Er is niets veranderd.</source>
   <translation>Plan file ‘{path}’ cannot be updated: {reason}. Nothing has changed.</translation>
  </message>
  <message>
   <source>Planbestand ‘{path}’ moet op .gpkg eindigen; pas de naam aan.</source>
   <translation>Plan file ‘{path}’ must end in .gpkg; change the name.</translation>
  </message>
  <message>
   <source>Planbestand-ID</source>
   <translation>Plan file ID</translation>
  </message>
  <message>
   <source>Plankaart lezen…</source>
   <translation>Read plan map…</translation>
  </message>
  <message>
   <source>Plankaarten kiezen (IMRO)</source>
   <translation>Choose plan maps (IMRO)</translation>
  </message>
  <message>
   <source>Plankaarten lezen</source>
   <translation>Reading plan maps</translation>
  </message>
  <message>
   <source>Plankaarten volgens IMRO (*.gml *.xml *.gpkg *.shp *.geojson *.json);;Alle bestanden (*)</source>
   <translation>Plan maps according to IMRO (*.gml *.xml *.gpkg *.shp *.geojson *.json);;All files (*)</translation>
  </message>
  <message>
   <source>Plannaam</source>
   <translation>Plannaam (plan name)</translation>
  </message>
  <message>
   <source>Plannaam bevat overbodige of onzichtbare tekens</source>
   <translation>Plan name has superfluous or invisible characters</translation>
  </message>
  <message>
   <source>Plannaam in de kaartlaag</source>
   <translation>Plan name in the map layer</translation>
  </message>
  <message>
   <source>Plannaam in het Excel-bestand</source>
   <translation>Plan name in the Excel file</translation>
  </message>
  <message>
   <source>Plannaam lijkt op die in het andere bestand bij {plans}</source>
   <translation>Plan name resembles one in the other file in {plans}</translation>
  </message>
  <message>
   <source>Plannaam lijkt op een naam in het andere bestand</source>
   <translation>Plan name resembles a name in the other file</translation>
  </message>
  <message>
   <source>Plannaam ontbreekt of komt vaker voor</source>
   <translation>Plan name is missing or occurs more than once</translation>
  </message>
  <message>
   <source>Plannaam verschilt tussen polygonen en Excel-bestand bij {plans}</source>
   <translation>Plan name differs between polygons and Excel file in {plans}</translation>
  </message>
  <message>
   <source>Plannaam zegt niet welk plan het is</source>
   <translation>Plan name does not say which plan it is</translation>
  </message>
  <message>
   <source>Plannaam zegt niet welk plan het is bij {plans}</source>
   <translation>Plan name does not say which plan it is in {plans}</translation>
  </message>
  <message>
   <source>Plannamen controleren</source>
   <translation>Check plan names</translation>
  </message>
  <message>
   <source>Plannamen in polygonen en Excel-bestand verschillen</source>
   <translation>Plan names in polygons and Excel file differ</translation>
  </message>
  <message>
   <source>Plannamen overnemen</source>
   <translation>Adopt plan names</translation>
  </message>
  <message>
   <source>Plannen</source>
   <translation>Plans</translation>
  </message>
  <message>
   <source>Plannen (polygonen)</source>
   <translation>Plans (polygons)</translation>
  </message>
  <message>
   <source>Plannen controleren</source>
   <translation>Check plans</translation>
  </message>
  <message>
   <source>Plannen die beoordelaars daarin strijdig met provinciaal beleid noemen, gaan mee als vertrouwelijk. U hoeft ze dan niet te typen.</source>
   <translation>Plans that reviewers call contrary to provincial policy in it go along as confidential. You need not type them then.</translation>
  </message>
  <message>
   <source>Plannen die de provincie strijdig met haar beleid noemt, elk op een eigen regel: de gemeentecode en dan de plannaam of het planbestand-ID. Zij gaan mee als vertrouwelijk (art. 5.d).</source>
   <translation>Plans that the province calls conflicting with its policy, each on a line of its own: the municipality code and then the plan name or the plan file ID. They go as confidential (art. 5.d).</translation>
  </message>
  <message>
   <source>Plannen die eruit zijn</source>
   <translation>Plans that are out</translation>
  </message>
  <message>
   <source>Plannen die met een bestand in DIWI kwamen hebben in de uitvoer geen polygoon; zij staan bij ‘Nog te tekenen’.</source>
   <translation>Plans that came into DIWI with a file have no polygon in the export; they stand at ‘Still to be drawn’.</translation>
  </message>
  <message>
   <source>Plannen die niet meegaan ({count})</source>
   <translation>Plans that stay at home ({count})</translation>
  </message>
  <message>
   <source>Plannen die u strijdig met provinciaal beleid noemt, elk op een eigen regel: de gemeentecode en dan de plannaam of het planbestand-ID, bijvoorbeeld GM0396 Havenkwartier. Zij gaan mee als vertrouwelijk (art. 5.d).</source>
   <translation>Plans that you call contrary to provincial policy, each on a line of its own: the code of the municipality and then the name of the plan or its plan file ID, for example GM0396 Havenkwartier. They go as confidential (art. 5.d).</translation>
  </message>
  <message>
   <source>Plannen importeren</source>
   <translation>Import plans</translation>
  </message>
  <message>
   <source>Plannen importeren…</source>
   <translation>Import plans…</translation>
  </message>
  <message>
   <source>Plannen in beoordeling</source>
   <translation>Plans in review</translation>
  </message>
  <message>
   <source>Plannen met een vraag</source>
   <translation>Plans with a question</translation>
  </message>
  <message>
   <source>Plannen met minder dan 12 woningen bruto gaan als één plan mee, met het gemeentehuis als polygoon. Dat mag alleen na akkoord van de provincie. Vertrouwelijke plannen gaan altijd afzonderlijk.</source>
   <translation>Plans with fewer than 12 dwellings gross go along as one plan, with the town hall as polygon. That is allowed only when the province agrees. Confidential plans always go separately.</translation>
  </message>
  <message>
   <source>Plannen met minder dan 12 woningen bruto mogen alleen na akkoord van de provincie als één plan worden geleverd, met het gemeentehuis als polygoon. De rest van een groter plan is geen klein plan.</source>
   <translation>Plans with fewer than 12 dwellings gross may be delivered as one plan only when the province agrees, with the town hall as polygon. The rest of a larger plan is not a small plan.</translation>
  </message>
  <message>
   <source>Plannen met minder dan {below} woningen als één plan leveren</source>
   <translation>Deliver plans with fewer than {below} dwellings as one plan</translation>
  </message>
  <message>
   <source>Plannen met sloop</source>
   <translation>Plans with demolition</translation>
  </message>
  <message>
   <source>Plannen overlappen elkaar</source>
   <translation>Plans overlap each other</translation>
  </message>
  <message>
   <source>Plannen samenvoegen</source>
   <translation>Merge plans</translation>
  </message>
  <message>
   <source>Plannen toen</source>
   <translation>Plans then</translation>
  </message>
  <message>
   <source>Plannen van toen en nu</source>
   <translation>Plans then and now</translation>
  </message>
  <message>
   <source>Plannen zijn in principe niet vertrouwelijk. Ja mag bij een zachte planstatus, zolang nog niet alle kenmerken van de Basisset bij omwonenden bekend zijn. Ook een vervallen plan mag vertrouwelijk zijn, een gerealiseerd plan niet.</source>
   <translation>In principle plans are not confidential. Yes is allowed with a soft planstatus, as long as not all attributes of the Basisset are known to those who live nearby. A cancelled plan may be confidential too, a completed plan may not.</translation>
  </message>
  <message>
   <source>Plannen zijn nu openbaar</source>
   <translation>Plans are public now</translation>
  </message>
  <message>
   <source>Plannen zonder planbestand-ID gaan niet mee: {count}. Zet het planbestand eerst goed met ‘Plannen controleren’.</source>
   <translation>Plans without a plan file ID do not go along: {count}. First put the plan file right with ‘Check plans’.</translation>
  </message>
  <message>
   <source>Plannen zonder rij in het Excel-bestand vullen uit de kaartlaag ({fields})</source>
   <translation>Fill plans without a row in the Excel file from the map layer ({fields})</translation>
  </message>
  <message>
   <source>Plannen {gemeente} {peildatum}</source>
   <translation>Plans {gemeente} {peildatum}</translation>
  </message>
  <message>
   <source>Plannen: {plans}; fouten: {wrong}; nog in te vullen: {unanswered}; waarschuwingen: {warnings}.</source>
   <translation>Plans: {plans}; errors: {wrong}; still to fill in: {unanswered}; warnings: {warnings}.</translation>
  </message>
  <message>
   <source>Plannummer</source>
   <translation>Plannummer (plan number)</translation>
  </message>
  <message>
   <source>Plannummer {number} staat ook bij {others}; geef elk plan een eigen plannummer of laat het leeg.</source>
   <translation>Plan number {number} also stands at {others}; give each plan a number of its own or leave it empty.</translation>
  </message>
  <message>
   <source>Planologische planstatus</source>
   <translation>Planologische planstatus (planning status)</translation>
  </message>
  <message>
   <source>Planregistratie Gelderland (file geodatabase)</source>
   <translation>Planregistratie Gelderland (file geodatabase)</translation>
  </message>
  <message>
   <source>Planregistratie Utrecht</source>
   <translation>Planregistratie Utrecht</translation>
  </message>
  <message>
   <source>Planstatus</source>
   <translation>Planstatus</translation>
  </message>
  <message>
   <source>Planstatus is {status}; dit plan gaat niet mee naar de provincie en telt niet mee.</source>
   <translation>Planstatus is {status}; this plan is not delivered to the province and does not count.</translation>
  </message>
  <message>
   <source>Planstatus leeg of geen code</source>
   <translation>Planstatus empty or not a code</translation>
  </message>
  <message>
   <source>Planstatus nog niet ingevuld</source>
   <translation>Planstatus not filled in yet</translation>
  </message>
  <message>
   <source>Plantype</source>
   <translation>Plantype (plan type)</translation>
  </message>
  <message>
   <source>Plantype en grootte spreken elkaar tegen bij {plans}</source>
   <translation>Plantype and size contradict each other in {plans}</translation>
  </message>
  <message>
   <source>Plantype is ‘{now}’ bij een locatie van {size}; onder {minimum} woningen hoort daar ‘{other}’ bij.</source>
   <translation>Plantype is ‘{now}’ for a location of {size}; below {minimum} dwellings, ‘{other}’ belongs to it.</translation>
  </message>
  <message>
   <source>Plantype is ‘{now}’ bij een locatie van {size}; vanaf {minimum} woningen hoort daar ‘{other}’ bij.</source>
   <translation>Plantype is ‘{now}’ for a location of {size}; from {minimum} dwellings on, ‘{other}’ belongs to it.</translation>
  </message>
  <message>
   <source>Plantype is ‘{now}’ met nog {size} te bouwen. Telt de hele locatie, met wat al gebouwd is, {minimum} woningen of meer? Schrijf dan in de toelichting ‘Hele locatie: 200 woningen’, met het echte aantal. Kies anders ‘{other}’.</source>
   <translation>Plantype is ‘{now}’ with {size} still to be built. Does the whole location, with what is built already, have {minimum} dwellings or more? Then write ‘Hele locatie: 200 woningen’ in the toelichting, with the real number. Else choose ‘{other}’.</translation>
  </message>
  <message>
   <source>Plantype nog niet ingevuld</source>
   <translation>Plantype not filled in yet</translation>
  </message>
  <message>
   <source>Plantype past niet bij de grootte van de locatie</source>
   <translation>Plantype does not fit the size of the location</translation>
  </message>
  <message>
   <source>Plek aanwijzen</source>
   <translation>Point at a place</translation>
  </message>
  <message>
   <source>Plugin</source>
   <translation>Plugin</translation>
  </message>
  <message>
   <source>Plus: nieuwe plannen</source>
   <translation>Plus: new plans</translation>
  </message>
  <message>
   <source>Plus: overgekomen van een ander plan, andere status of ander jaar</source>
   <translation>Plus: carried over from another plan, status or year</translation>
  </message>
  <message>
   <source>Plus: verhoogd</source>
   <translation>Plus: raised</translation>
  </message>
  <message>
   <source>Polygonen controleren</source>
   <translation>Check polygons</translation>
  </message>
  <message>
   <source>Polygonen in laag ‘{name}’: {count}. Kies een laag of selectie met alleen de polygoon van het gemeentehuis.</source>
   <translation>Polygons in layer ‘{name}’: {count}. Choose a layer or selection with only the polygon of the town hall.</translation>
  </message>
  <message>
   <source>Polygonen repareren</source>
   <translation>Repair polygons</translation>
  </message>
  <message>
   <source>Polygonen zonder rij in het Excel-bestand</source>
   <translation>Polygons without a row in the Excel file</translation>
  </message>
  <message>
   <source>Polygoon</source>
   <translation>Polygon</translation>
  </message>
  <message>
   <source>Polygoon is een voorlopige aanduiding bij {plans}</source>
   <translation>Polygon is a provisional mark in {plans}</translation>
  </message>
  <message>
   <source>Polygoon niet geldig bij {plans}</source>
   <translation>Polygon not valid in {plans}</translation>
  </message>
  <message>
   <source>Polygoon ontbreekt of ligt niet in RD bij {plans}</source>
   <translation>Polygon is missing or not in RD in {plans}</translation>
  </message>
  <message>
   <source>Polygoon van het gemeentehuis</source>
   <translation>Polygon of the town hall</translation>
  </message>
  <message>
   <source>Potentieel, idee</source>
   <translation>Potentieel, idee (potential, an idea)</translation>
  </message>
  <message>
   <source>Potentieel, visie</source>
   <translation>Potentieel, visie (potential, in a vision)</translation>
  </message>
  <message>
   <source>Prijs en eigendom</source>
   <translation>Price and ownership</translation>
  </message>
  <message>
   <source>Prijs of eigendom onbekend</source>
   <translation>Prijs of eigendom onbekend (price or ownership unknown)</translation>
  </message>
  <message>
   <source>Prijsgrenzen</source>
   <translation>Price limits</translation>
  </message>
  <message>
   <source>Prijsgrenzen van {year}</source>
   <translation>Price limits of {year}</translation>
  </message>
  <message>
   <source>Prijsgrenzen: per segment en jaar één prijsgrens</source>
   <translation>Price limits: one price limit for each segment and year</translation>
  </message>
  <message>
   <source>Prijssegmenten</source>
   <translation>Price segments</translation>
  </message>
  <message>
   <source>Prijssegmenten nog niet ingevuld</source>
   <translation>Price segments not filled in yet</translation>
  </message>
  <message>
   <source>Prijssegmenten tellen niet op bij {plans}</source>
   <translation>Price segments do not add up in {plans}</translation>
  </message>
  <message>
   <source>Prijssegmenten tellen niet op tot bruto totaal</source>
   <translation>Price segments do not add up to the gross total</translation>
  </message>
  <message>
   <source>Profiel</source>
   <translation>Profile</translation>
  </message>
  <message>
   <source>Profiel van de provincie</source>
   <translation>Profile of the province</translation>
  </message>
  <message>
   <source>Profiel {title}: {files}</source>
   <translation>Profile {title}: {files}</translation>
  </message>
  <message>
   <source>Profiel ‘{file}’, {complaints}.</source>
   <translation>Profile ‘{file}’, {complaints}.</translation>
  </message>
  <message>
   <source>Profiel ‘{name}’ bestaat niet; kies uit {names}.</source>
   <translation>Profile ‘{name}’ does not exist; choose from {names}.</translation>
  </message>
  <message>
   <source>Profiel ‘{path}’ is geen geldige JSON (tekstregel {line}).</source>
   <translation>Profile ‘{path}’ is not valid JSON (line {line}).</translation>
  </message>
  <message>
   <source>Profiel ‘{path}’ is geen geldige JSON: het is geen tekst in UTF-8, of heeft een veel te lang getal.</source>
   <translation>Profile ‘{path}’ is not valid JSON: it is not text in UTF-8, or has a number that is far too long.</translation>
  </message>
  <message>
   <source>Profiel ‘{path}’ is te diep genest om een profiel te zijn.</source>
   <translation>Profile ‘{path}’ is nested too deeply to be a profile.</translation>
  </message>
  <message>
   <source>Profiel ‘{path}’ kan niet gelezen worden ({reason}).</source>
   <translation>Profile ‘{path}’ cannot be read ({reason}).</translation>
  </message>
  <message>
   <source>Profiel ‘{title}’ is van provincie {provinces}, en {gemeente} ligt in {provincie}; kies het profiel van uw eigen provincie als dat niet zo hoort.</source>
   <translation>Profile ‘{title}’ is of province {provinces}, and {gemeente} lies in {provincie}; choose the profile of your own province if that is not as it should be.</translation>
  </message>
  <message>
   <source>Project ‘{path}’ bestaat al; open dat, of kies een andere naam.</source>
   <translation>Project ‘{path}’ exists already; open that, or choose another name.</translation>
  </message>
  <message>
   <source>Project ‘{path}’ kan niet geschreven worden ({reason}).</source>
   <translation>Project ‘{path}’ cannot be written ({reason}).</translation>
  </message>
  <message>
   <source>Projectleider</source>
   <translation>Projectleider (project leader)</translation>
  </message>
  <message>
   <source>Provincie</source>
   <translation>Province</translation>
  </message>
  <message>
   <source>Provincie &amp;telt vertrouwelijke plannen op (art. 8)</source>
   <translation>Province &amp;adds up confidential plans (art. 8)</translation>
  </message>
  <message>
   <source>Provincie telt vertrouwelijke plannen op</source>
   <translation>Province adds up confidential plans</translation>
  </message>
  <message>
   <source>Provincie telt vertrouwelijke plannen op (art. 8)</source>
   <translation>Province adds up confidential plans (art. 8)</translation>
  </message>
  <message>
   <source>QGIS kan coördinaten niet omzetten van {source} naar {target}; kies een ander stelsel voor de laag of de kaart.</source>
   <translation>QGIS cannot transform coordinates from {source} to {target}; choose another system for the layer or the map.</translation>
  </message>
  <message>
   <source>QGIS leest de letters van laag ‘{layer}’ anders dan ze in het bestand staan, en zou namen in een andere codering erbij schrijven. {said} Sla de laag op als GeoPackage, met die codering, en neem daar de namen over.</source>
   <translation>QGIS reads the letters of layer ‘{layer}’ otherwise than they are in the file, and would add names in another encoding. {said} Save the layer as a GeoPackage, with that encoding, and adopt the names there.</translation>
  </message>
  <message>
   <source>RD in centimeters</source>
   <translation>RD in centimetres</translation>
  </message>
  <message>
   <source>RD in millimeters</source>
   <translation>RD in millimetres</translation>
  </message>
  <message>
   <source>RD met x en y verwisseld</source>
   <translation>RD with x and y swapped</translation>
  </message>
  <message>
   <source>Raadsbrief maart: 1250</source>
   <translation>Letter of March: 1250</translation>
  </message>
  <message>
   <source>Rapport</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>Rapport openen</source>
   <translation>Open report</translation>
  </message>
  <message>
   <source>Rapport voor de gemeente zelf</source>
   <translation>Report for the municipality itself</translation>
  </message>
  <message>
   <source>Rechts van de laatste kolomkop staan nog waarden (cel {cells}); die zijn niet gelezen. Geef die kolommen een naam.</source>
   <translation>To the right of the last column heading there are more values (cell {cells}); these were not read. Give those columns a name.</translation>
  </message>
  <message>
   <source>Reden</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Reden: {reason}.</source>
   <translation>Reason: {reason}.</translation>
  </message>
  <message>
   <source>Regel</source>
   <translation>Rule</translation>
  </message>
  <message>
   <source>Regel {rule} ({title}) kon bij dit plan niet uitgevoerd worden door een fout in de plugin; kijk dit zelf na en meld het de makers.</source>
   <translation>Rule {rule} ({title}) could not be applied to this plan because of an error in the plugin; check this yourself and report it to the makers.</translation>
  </message>
  <message>
   <source>Regel {rule} ({title}) telt hier als ‘{here}’; in de plugin is dat ‘{usual}’. Deze keuze is van de gemeente.</source>
   <translation>Rule {rule} ({title}) counts here as ‘{here}’; in the plugin that is ‘{usual}’. The municipality chose this.</translation>
  </message>
  <message>
   <source>Regels</source>
   <translation>Rules</translation>
  </message>
  <message>
   <source>Repareer de polygoon</source>
   <translation>Repair the polygon</translation>
  </message>
  <message>
   <source>Rij {fid}, kolom ‘{column}’: ‘{value}’ past niet bij het soort kolom en is in de kopie leeg; in uw bestand staat het nog.</source>
   <translation>Row {fid}, column ‘{column}’: ‘{value}’ does not fit the kind of column and is empty in the copy; in your file it is still there.</translation>
  </message>
  <message>
   <source>Rij {number}, plan ‘{plan}’: deze rij is leeg, er is niets ingevuld.</source>
   <translation>Row {number}, plan ‘{plan}’: this row is empty, nothing was filled in.</translation>
  </message>
  <message>
   <source>Rij {number}, plan ‘{plan}’: dit was al ingevuld en blijft zo.</source>
   <translation>Row {number}, plan ‘{plan}’: this was filled in already and stays so.</translation>
  </message>
  <message>
   <source>Rij {number}, plan ‘{plan}’: ‘{value}’ {problem}.</source>
   <translation>Row {number}, plan ‘{plan}’: ‘{value}’ {problem}.</translation>
  </message>
  <message>
   <source>Rij {number}: {what}.</source>
   <translation>Row {number}: {what}.</translation>
  </message>
  <message>
   <source>Rijen</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Rijen die geen plan zijn</source>
   <translation>Rows that are not a plan</translation>
  </message>
  <message>
   <source>Rijen in het Excel-bestand met een polygoon: {joined} van de {rows}.</source>
   <translation>Rows in the Excel file with a polygon: {joined} of the {rows}.</translation>
  </message>
  <message>
   <source>Rijen van een andere gemeente zijn niet overgenomen ({others}). Zijn zij toch van u, koppel dan geen kolom aan de gemeente.</source>
   <translation>Rows of another municipality were not taken over ({others}). If they are yours, map no column to the municipality.</translation>
  </message>
  <message>
   <source>S: een lijn over de kaart, met links de vorige levering en rechts deze; , en . schuiven haar</source>
   <translation>S: a line over the map, with the previous delivery left and this one right; , and . move it</translation>
  </message>
  <message>
   <source>SHA-256</source>
   <translation>SHA-256</translation>
  </message>
  <message>
   <source>SHA-256 van de levering: {digest}</source>
   <translation>SHA-256 of the delivery: {digest}</translation>
  </message>
  <message>
   <source>Samen</source>
   <translation>Together</translation>
  </message>
  <message>
   <source>Samengevoegd</source>
   <translation>Merged</translation>
  </message>
  <message>
   <source>Samengevoegd bestand</source>
   <translation>Merged file</translation>
  </message>
  <message>
   <source>Samengevoegd zonder op te tellen: van {names} zijn {dwellings} weg. Maak het ongedaan en kies ‘Geselecteerde plannen samenvoegen’ van LMVW.</source>
   <translation>Merged without adding up: of {names}, {dwellings} are gone. Undo it and choose ‘Merge selected plans’ of LMVW.</translation>
  </message>
  <message>
   <source>Samengevoegde leveringen</source>
   <translation>Merged deliveries</translation>
  </message>
  <message>
   <source>Samengevoegde plannen</source>
   <translation>Merged plans</translation>
  </message>
  <message>
   <source>Samenvoegen</source>
   <translation>Merge</translation>
  </message>
  <message>
   <source>Schrijf hier een opmerking of vraag</source>
   <translation>Write a remark or question here</translation>
  </message>
  <message>
   <source>Schrijft de uitkomst per plan in het planbestand, in een tabel naast de plannen, en kiest de kaartstijl Controleresultaat.</source>
   <translation>Writes the outcome per plan in the plan file, in a table beside the plans, and chooses the map style Outcome of the check.</translation>
  </message>
  <message>
   <source>Schuiven</source>
   <translation>Swipe</translation>
  </message>
  <message>
   <source>Segment</source>
   <translation>Segment</translation>
  </message>
  <message>
   <source>Segment en jaar</source>
   <translation>Segment and year</translation>
  </message>
  <message>
   <source>Selecteer eerst de twee of meer plannen die één plan worden.</source>
   <translation>First select the two or more plans that become one plan.</translation>
  </message>
  <message>
   <source>Selecteer eerst de twee of meer plannen waarover u de aantallen wilt verdelen.</source>
   <translation>First select the two or more plans over which you want to divide the counts.</translation>
  </message>
  <message>
   <source>Selecteer eerst het vlak van het gemeentehuis in een andere laag, bijvoorbeeld een gebouwenlaag.</source>
   <translation>First select the area of the town hall in another layer, for example a layer with buildings.</translation>
  </message>
  <message>
   <source>Selectie</source>
   <translation>Selection</translation>
  </message>
  <message>
   <source>Set voor de landelijke beheerder</source>
   <translation>Set for the national steward</translation>
  </message>
  <message>
   <source>Shift+Enter: bewaart de tekst als vraag bij dit plan, of bij de plek die u aanwees</source>
   <translation>Shift+Enter: keeps the text as a question at this plan, or at the place that you pointed at</translation>
  </message>
  <message>
   <source>Sinds de levering hiervoor: {counts}.</source>
   <translation>Since the delivery before: {counts}.</translation>
  </message>
  <message>
   <source>Sinds de vorige levering</source>
   <translation>Since the previous delivery</translation>
  </message>
  <message>
   <source>Sinds {since} in gebruik gekomen: {homes} ({years}).</source>
   <translation>Came into use since {since}: {homes} ({years}).</translation>
  </message>
  <message>
   <source>Sinds {since} is hier geen woning in gebruik gekomen.</source>
   <translation>Since {since} no dwelling came into use here.</translation>
  </message>
  <message>
   <source>Sl&amp;uiten</source>
   <translation>&amp;Close</translation>
  </message>
  <message>
   <source>Sla de wijzigingen in de laag nog op.</source>
   <translation>Still save the edits in the layer.</translation>
  </message>
  <message>
   <source>Sleep naar links of rechts: links hoe het was, rechts hoe het is</source>
   <translation>Drag left or right: left as it was, right as it is</translation>
  </message>
  <message>
   <source>Sloop</source>
   <translation>Demolition</translation>
  </message>
  <message>
   <source>Sloop (negatief opgeslagen, teken omgekeerd) of TE_SLOPEN</source>
   <translation>Sloop (stored as negative, sign reversed) or TE_SLOPEN</translation>
  </message>
  <message>
   <source>Sloop in openbare plannen</source>
   <translation>Demolition in public plans</translation>
  </message>
  <message>
   <source>Sloop jaar 1</source>
   <translation>Demolition year 1</translation>
  </message>
  <message>
   <source>Sloop jaar 10</source>
   <translation>Demolition year 10</translation>
  </message>
  <message>
   <source>Sloop jaar 2</source>
   <translation>Demolition year 2</translation>
  </message>
  <message>
   <source>Sloop jaar 3</source>
   <translation>Demolition year 3</translation>
  </message>
  <message>
   <source>Sloop jaar 4</source>
   <translation>Demolition year 4</translation>
  </message>
  <message>
   <source>Sloop jaar 5</source>
   <translation>Demolition year 5</translation>
  </message>
  <message>
   <source>Sloop jaar 6</source>
   <translation>Demolition year 6</translation>
  </message>
  <message>
   <source>Sloop jaar 7</source>
   <translation>Demolition year 7</translation>
  </message>
  <message>
   <source>Sloop jaar 8</source>
   <translation>Demolition year 8</translation>
  </message>
  <message>
   <source>Sloop jaar 9</source>
   <translation>Demolition year 9</translation>
  </message>
  <message>
   <source>Sloop periode 1</source>
   <translation>Demolition period 1</translation>
  </message>
  <message>
   <source>Sloop periode 2</source>
   <translation>Demolition period 2</translation>
  </message>
  <message>
   <source>Sloop totaal</source>
   <translation>Sloop totaal (total demolition)</translation>
  </message>
  <message>
   <source>Sloop: Totalen min Gerealiseerd</source>
   <translation>Sloop: Totalen minus Gerealiseerd</translation>
  </message>
  <message>
   <source>Sluiten</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Sneltoetsen: klik in een vak en druk op de toetsen</source>
   <translation>Shortcut keys: click in a box and press the keys</translation>
  </message>
  <message>
   <source>Snippers en gaatjes: oppervlakte (m2)</source>
   <translation>Slivers and small holes: area (m2)</translation>
  </message>
  <message>
   <source>Sociale huur</source>
   <translation>Sociale huur (social rent)</translation>
  </message>
  <message>
   <source>Sociale huur door corporaties</source>
   <translation>Sociale huur door corporaties (social rent, housing associations)</translation>
  </message>
  <message>
   <source>Sociale huur door marktpartijen</source>
   <translation>Sociale huur door marktpartijen (social rent, market parties)</translation>
  </message>
  <message>
   <source>Sociale huur en middenhuur zijn in de bron niet verdeeld over corporatie en markt; verdeel ze zelf.</source>
   <translation>Social rent and mid-range rent are not divided over housing association and market in the source; divide them yourself.</translation>
  </message>
  <message>
   <source>Som van {parts}</source>
   <translation>Sum of {parts}</translation>
  </message>
  <message>
   <source>Soort</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Spatie: haalt het vinkje weg</source>
   <translation>Space: takes the tick away</translation>
  </message>
  <message>
   <source>Spatie: u keek ernaar, en het aantal blijft zoals het is</source>
   <translation>Space: you looked at it, and the number stays as it is</translation>
  </message>
  <message>
   <source>Spaties vooraan of achteraan en onzichtbare tekens ziet u niet, maar ze maken de naam anders.</source>
   <translation>Spaces in front or behind and invisible characters cannot be seen, but they make the name another one.</translation>
  </message>
  <message>
   <source>Sprongen</source>
   <translation>Jumps</translation>
  </message>
  <message>
   <source>Staat alles er, zet gerealiseerd dan zelf op ja.</source>
   <translation>If everything is there, set gerealiseerd to ja yourself.</translation>
  </message>
  <message>
   <source>Staat er een filter op de laag of kiest u een selectie, dan komt er alleen een pakket als u dit aanzet. Het pakket zegt hoeveel plannen er niet in zitten, en waarom.</source>
   <translation>If there is a filter on the layer or you choose a selection, a package comes only if you switch this on. The package says how many plans are not in it, and why.</translation>
  </message>
  <message>
   <source>Stand</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Stand van invullen</source>
   <translation>Progress of filling in</translation>
  </message>
  <message>
   <source>Standaardantwoorden: wat uw plannen meestal antwoorden (voorstel, nooit vanzelf ingevuld)</source>
   <translation>Usual answers: what your plans mostly answer (a proposal, never filled in by itself)</translation>
  </message>
  <message>
   <source>Startpaneel</source>
   <translation>Start panel</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Stelt een planstatus voor waar een bestemmingsplan (IMRO) over de hele polygoon ligt</source>
   <translation>Proposes a plan status where a zoning plan (IMRO) covers the whole polygon</translation>
  </message>
  <message>
   <source>Stelt één vraag tegelijk voor alle plannen waar het antwoord nog ontbreekt</source>
   <translation>Asks one question at a time for all plans that still lack the answer</translation>
  </message>
  <message>
   <source>Stond er al, in gebruik</source>
   <translation>Was there already, in use</translation>
  </message>
  <message>
   <source>Streefgetal</source>
   <translation>Target</translation>
  </message>
  <message>
   <source>Streefgetal {years}</source>
   <translation>Target {years}</translation>
  </message>
  <message>
   <source>Streefgetal {year}</source>
   <translation>Target {year}</translation>
  </message>
  <message>
   <source>Streefgetallen naast de plannen</source>
   <translation>Targets beside the plans</translation>
  </message>
  <message>
   <source>Streefgetallen: hoeveel woningen er per jaar klaar moeten zijn</source>
   <translation>Targets: how many dwellings are to be finished each year</translation>
  </message>
  <message>
   <source>Strijdig</source>
   <translation>Contrary</translation>
  </message>
  <message>
   <source>Strijdig met provinciaal beleid: {names}. Dat geldt voortaan als vertrouwelijk: wat iedereen mag zien, noemt het niet meer.</source>
   <translation>Contrary to provincial policy: {names}. That counts as confidential from now on: what everybody may see no longer names it.</translation>
  </message>
  <message>
   <source>Strijdig plan ‘{name}’ staat niet meer in het planbestand.</source>
   <translation>Conflicting plan ‘{name}’ is no longer in the plan file.</translation>
  </message>
  <message>
   <source>Strijdig plan ‘{name}’ van {code} zit niet in het pakket dat meegaat; kijk wat er nu op die plek ligt.</source>
   <translation>The plan ‘{name}’ of {code}, contrary to policy, is not in the package that goes; look what lies in that place now.</translation>
  </message>
  <message>
   <source>Strijdig volgens de provincie</source>
   <translation>Contrary to policy according to the province</translation>
  </message>
  <message>
   <source>Strijdige plannen horen bij ‘Voor de landelijke beheerder’; zet dat aan of laat ze leeg.</source>
   <translation>Conflicting plans belong to ‘For the national steward’; switch that on or leave them empty.</translation>
  </message>
  <message>
   <source>T&amp;onen</source>
   <translation>Sh&amp;ow</translation>
  </message>
  <message>
   <source>T: geeft het plan de naam en polygoon van de vorige levering</source>
   <translation>T: gives the plan the name and polygon of the previous delivery</translation>
  </message>
  <message>
   <source>T: toont of verbergt hoe de plannen in de vorige levering lagen</source>
   <translation>T: shows or hides how the plans lay in the previous delivery</translation>
  </message>
  <message>
   <source>T: zet het plan terug in het planbestand, zoals het in de vorige levering stond</source>
   <translation>T: puts the plan back in the plan file, as it was in the previous delivery</translation>
  </message>
  <message>
   <source>Taak</source>
   <translation>Task</translation>
  </message>
  <message>
   <source>Taak en plan</source>
   <translation>Task and plan</translation>
  </message>
  <message>
   <source>Tabblad ‘{tab}’ is bij dit plan niet nodig.</source>
   <translation>Tab ‘{tab}’ is not needed for this plan.</translation>
  </message>
  <message>
   <source>Te bekijken</source>
   <translation>To look at</translation>
  </message>
  <message>
   <source>Te bekijken: {count}.</source>
   <translation>To look at: {count}.</translation>
  </message>
  <message>
   <source>Te beslissen na de nieuwe peildatum</source>
   <translation>To decide after the new peildatum</translation>
  </message>
  <message>
   <source>Te beslissen: {fields}…</source>
   <translation>To decide: {fields}…</translation>
  </message>
  <message>
   <source>Te doen</source>
   <translation>To do</translation>
  </message>
  <message>
   <source>Te doen ({count})</source>
   <translation>To do ({count})</translation>
  </message>
  <message>
   <source>Teken</source>
   <translation>Sign</translation>
  </message>
  <message>
   <source>Teken de polygonen van {n} plannen (‘Nog te tekenen’).</source>
   <translation>Draw the polygons of {n} plans (‘Still to be drawn’).</translation>
  </message>
  <message>
   <source>Teken de polygoon van {n} plan (‘Nog te tekenen’).</source>
   <translation>Draw the polygon of {n} plan (‘Still to be drawn’).</translation>
  </message>
  <message>
   <source>Teken een lijn dwars over het plan en klik met rechts; daarna verdeelt u de aantallen.</source>
   <translation>Draw a line right across the plan and click the right button; afterwards you divide the counts.</translation>
  </message>
  <message>
   <source>Teken het gebied waar gebouwd wordt, of verbeter het aantal. Klopt het, zeg dan in de toelichting waarom. Is dit de rest van een grotere locatie, schrijf dan: ‘Hele locatie: 200 woningen’.</source>
   <translation>Draw the area that is built on, or mend the number. If it is right, say why in the toelichting. If this is what remains of a larger location, write: ‘Hele locatie: 200 woningen’.</translation>
  </message>
  <message>
   <source>Teken het plangebied als vlak, of zet het bestand om naar EPSG:28992.</source>
   <translation>Draw the plan area as an area, or convert the file to EPSG:28992.</translation>
  </message>
  <message>
   <source>Teken het plangebied zo precies als nu bekend is.</source>
   <translation>Draw the plan area as precisely as it is known now.</translation>
  </message>
  <message>
   <source>Tekst</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Tekst in de bron</source>
   <translation>Text in the source</translation>
  </message>
  <message>
   <source>Telt alles op?</source>
   <translation>Does everything add up?</translation>
  </message>
  <message>
   <source>Telt de optelling minder plannen, dan stopt de plugin.</source>
   <translation>If the sum counts fewer plans, the plugin stops.</translation>
  </message>
  <message>
   <source>Telt de optelling minder plannen, dan stopt de plugin. Leeg: wat het planbestand zegt, of anders 3.</source>
   <translation>If the sum counts fewer plans, the plugin stops. Empty: what the plan file says, or else 3.</translation>
  </message>
  <message>
   <source>Telt deze grens?</source>
   <translation>Does this limit count?</translation>
  </message>
  <message>
   <source>Telt een van de opgetelde plannen als geheel, met wat al gebouwd is, {below} woningen of meer? Schrijf dan in de toelichting ‘Hele locatie: 200 woningen’, met het echte aantal; dan gaat het afzonderlijk mee. Dit is nog niet gezegd bij {plans}.</source>
   <translation>Does one of the summed plans as a whole, with what is built already, have {below} dwellings or more? Then write ‘Hele locatie: 200 woningen’ in the toelichting, with the real number; then it goes along by itself. This has not been said yet of {plans}.</translation>
  </message>
  <message>
   <source>Telt landelijk mee: niet te zeggen</source>
   <translation>Counts nationally: cannot be said</translation>
  </message>
  <message>
   <source>Telt landelijk mee: van marktpartijen alleen sociale huur met 25 jaar en DAEB-doelgroep, en middenhuur met 10 jaar</source>
   <translation>Counts nationally: of market parties only social rent with 25 years and DAEB target group, and mid-range rent with 10 years</translation>
  </message>
  <message>
   <source>Telt niet op</source>
   <translation>Does not add up</translation>
  </message>
  <message>
   <source>Telt per plan de woningen van de BAG in de polygoon: verblijfsobjecten met woonfunctie, per status en per jaar. Wat sinds de vorige peildatum in gebruik kwam, staat apart.
Daarbij hoort een voorstel: het plan is misschien gerealiseerd, of er zijn woningen opgeleverd die uit de restcapaciteit gaan. U beslist zelf: in het planbestand verandert niets. Woningen die er al stonden tellen in de polygoon mee. Bij een plan met sloop staan zij naast het aantal te slopen woningen.
Kies een BAG-bestand (GeoPackage). Alleen als u het aanzet, vraagt de plugin de landelijke dienst van PDOK. Die krijgt hele vierkanten van 5 bij 5 kilometer te zien, nooit de plek van een plan.</source>
   <translation>Counts per plan the dwellings of the BAG in the polygon: verblijfsobjecten with woonfunctie, by status and by year. What came into use since the previous reference date stands apart.
With it comes a proposal: the plan may be gerealiseerd, or dwellings were completed that leave the remaining capacity. You decide yourself: nothing changes in the plan file. Dwellings that were there already count in the polygon. For a plan with demolition they stand beside the number of dwellings to be demolished.
Choose a BAG file (GeoPackage). Only when you switch it on does the plugin ask the national service of PDOK. That sees whole squares of 5 by 5 kilometres, never the place of a plan.</translation>
  </message>
  <message>
   <source>Ten onrechte vertrouwelijk: {plans}</source>
   <translation>Confidential without reason: {plans}</translation>
  </message>
  <message>
   <source>Ter informatie</source>
   <translation>For information</translation>
  </message>
  <message>
   <source>Terug</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Teruggekomen bestand</source>
   <translation>File that came back</translation>
  </message>
  <message>
   <source>Teruggenomen: {step}.</source>
   <translation>Undone: {step}.</translation>
  </message>
  <message>
   <source>Terugzetten</source>
   <translation>Put back</translation>
  </message>
  <message>
   <source>Tijdelijke woningen</source>
   <translation>Tijdelijke woningen (temporary dwellings)</translation>
  </message>
  <message>
   <source>Tijdelijke woningen, nultreden, geclusterd en zorggeschikt zijn in DIWI alleen maatwerk; vul ze zelf in.</source>
   <translation>Temporary, nultreden (step-free), clustered and suitable for care are only custom fields in DIWI; fill them in yourself.</translation>
  </message>
  <message>
   <source>Toch alleen dit deel van de plannen leveren</source>
   <translation>Deliver only this part of the plans all the same</translation>
  </message>
  <message>
   <source>Toch nog beslissen</source>
   <translation>Decide after all</translation>
  </message>
  <message>
   <source>Toe te lichten of te verbeteren</source>
   <translation>To be explained or corrected</translation>
  </message>
  <message>
   <source>Toegelicht</source>
   <translation>Explained</translation>
  </message>
  <message>
   <source>Toegelicht ({count})</source>
   <translation>Explained ({count})</translation>
  </message>
  <message>
   <source>Toegelicht bij {plan}: {text}</source>
   <translation>Explained at {plan}: {text}</translation>
  </message>
  <message>
   <source>Toelichten</source>
   <translation>Explain</translation>
  </message>
  <message>
   <source>Toelichting</source>
   <translation>Toelichting (explanation)</translation>
  </message>
  <message>
   <source>Toelichting (typ hier)</source>
   <translation>Explanation (type here)</translation>
  </message>
  <message>
   <source>Toelichting bij de hele levering (Invultip 3); komt op het blad Toelichting.</source>
   <translation>Explanation with the whole delivery (Invultip 3); comes on sheet Toelichting.</translation>
  </message>
  <message>
   <source>Toelichting bij de levering</source>
   <translation>Explanation with the delivery</translation>
  </message>
  <message>
   <source>Toelichting bij {plan}</source>
   <translation>Explanation of {plan}</translation>
  </message>
  <message>
   <source>Toelichting van de gemeente bij {plan}: {text}</source>
   <translation>Explanation of the municipality at {plan}: {text}</translation>
  </message>
  <message>
   <source>Toelichting van de gemeente: {text}</source>
   <translation>Explanation of the municipality: {text}</translation>
  </message>
  <message>
   <source>Toen</source>
   <translation>Then</translation>
  </message>
  <message>
   <source>Toets {key} van ‘{action}’ is al van ‘{other}’; kies een andere toets of maak het vak leeg.</source>
   <translation>Key {key} of ‘{action}’ is that of ‘{other}’ already; choose another key or empty the box.</translation>
  </message>
  <message>
   <source>Toevoegen aan de kaart: {title}</source>
   <translation>Add to the map: {title}</translation>
  </message>
  <message>
   <source>Tolerantie ‘{label}’ is hier {here}; in de plugin is dat {usual}. Deze keuze is van de gemeente.</source>
   <translation>Tolerance ‘{label}’ is {here} here; in the plugin that is {usual}. The municipality chose this.</translation>
  </message>
  <message>
   <source>Toleranties van de polygoonregels: wat kleiner is, wordt niet gemeld</source>
   <translation>Tolerances of the polygon rules: what is smaller is not reported</translation>
  </message>
  <message>
   <source>Toon alles</source>
   <translation>Show all</translation>
  </message>
  <message>
   <source>Toon bevindingen</source>
   <translation>Show findings</translation>
  </message>
  <message>
   <source>Toon voorstel (F8)</source>
   <translation>Show proposal (F8)</translation>
  </message>
  <message>
   <source>Totaal van de rijen in beeld</source>
   <translation>Total of the rows in view</translation>
  </message>
  <message>
   <source>Totaal_koop1 tot en met Totaal_huur4 tellen opgeleverde woningen mee en trekken sloop af; zij zijn niet gebruikt.</source>
   <translation>Totaal_koop1 to Totaal_huur4 include completed dwellings and subtract demolition; they were not used.</translation>
  </message>
  <message>
   <source>Totaal_type_onbekend_resterend is in de bron fout berekend; het onbekende deel is afgeleid uit bruto.</source>
   <translation>Totaal_type_onbekend_resterend is computed wrongly in the source; the unknown part was derived from gross.</translation>
  </message>
  <message>
   <source>Totalen</source>
   <translation>Totals</translation>
  </message>
  <message>
   <source>Totalen die elders staan</source>
   <translation>Totals that stand elsewhere</translation>
  </message>
  <message>
   <source>Totalen min Gerealiseerd; zo ook eengezins en onbekend</source>
   <translation>Totalen minus Gerealiseerd; likewise single-family and unknown</translation>
  </message>
  <message>
   <source>Totalen van bron en planbestand</source>
   <translation>Totals of source and plan file</translation>
  </message>
  <message>
   <source>Transformatiegebied</source>
   <translation>Transformatiegebied (area of conversion)</translation>
  </message>
  <message>
   <source>Trek dit plan naar de gemeentegrens</source>
   <translation>Cut this plan to the municipal boundary</translation>
  </message>
  <message>
   <source>Trek naar de gemeentegrens</source>
   <translation>Cut to the municipal boundary</translation>
  </message>
  <message>
   <source>Trek ze af van bruto totaal ({bruto}) als ze daar nog in zitten; dan blijft {rest} over.</source>
   <translation>Take them off total bruto ({bruto}) if they are still in it; then {rest} is left.</translation>
  </message>
  <message>
   <source>Trek zelf af wat nog in bruto totaal en de fasering zit.</source>
   <translation>Take off yourself what is still in total bruto and the phasing.</translation>
  </message>
  <message>
   <source>Tussen dit plan en {other} ligt een kier van {area}, gemiddeld {width} breed; laat de grenzen op elkaar aansluiten.</source>
   <translation>Between this plan and {other} there is a gap of {area}, on average {width} wide; make the borders meet.</translation>
  </message>
  <message>
   <source>Tussen gemeenten</source>
   <translation>Between municipalities</translation>
  </message>
  <message>
   <source>Twee opeenvolgende hoekpunten die niet verder uit elkaar liggen, zijn samen één punt; een millimeter is de precisie van RD.</source>
   <translation>Two vertices in succession that are no farther apart are one point together; a millimetre is the precision of RD.</translation>
  </message>
  <message>
   <source>Typ of kies eerst een antwoord.</source>
   <translation>Type or choose an answer first.</translation>
  </message>
  <message>
   <source>Typ wat naar elk plan gaat. Samen blijft het gelijk: er verdwijnt niets en er telt niets dubbel.</source>
   <translation>Type what goes to each plan. Together it stays the same: nothing is lost and nothing counts twice.</translation>
  </message>
  <message>
   <source>U hoeft niets te doen. Bij een gerealiseerd of vervallen plan uit de vorige levering: kies de planstatus van toen.</source>
   <translation>You need not do anything. For a completed or cancelled plan of the previous delivery: choose the planstatus of that time.</translation>
  </message>
  <message>
   <source>U koos een BAG-bestand en ook internet; kies een van de twee.</source>
   <translation>You chose a BAG file and the internet as well; choose one of the two.</translation>
  </message>
  <message>
   <source>U kunt over ten hoogste {most} plannen tegelijk verdelen; selecteer er minder.</source>
   <translation>You can divide over at most {most} plans at a time; select fewer.</translation>
  </message>
  <message>
   <source>U leverde daarna opnieuw; dit antwoord gaat over een eerdere levering.</source>
   <translation>You delivered again after that; this answer is about an earlier delivery.</translation>
  </message>
  <message>
   <source>U levert geen restcapaciteit; zeg bij ‘Wat levert u dan?’ wat u wel levert (Invultip 3).</source>
   <translation>You do not deliver remaining capacity; at ‘What do you deliver then?’, say what you do deliver (Invultip 3).</translation>
  </message>
  <message>
   <source>U opende al een later antwoord van de provincie; dit is ouder en verandert niets.</source>
   <translation>You opened a later answer of the province already; this one is older and changes nothing.</translation>
  </message>
  <message>
   <source>UTM-zone 31 (ETRS89)</source>
   <translation>UTM zone 31 (ETRS89)</translation>
  </message>
  <message>
   <source>Uit de openbare versie is iets over vertrouwelijke plannen af te leiden. Mag zij toch naar buiten, leg dan vast wie dat beslist en waarom. Dat komt naast het planbestand en niet in de openbare versie.</source>
   <translation>Something about confidential plans can be inferred from the public version. If it may go out nevertheless, record who decides that and why. This comes beside the plan file and not in the public version.</translation>
  </message>
  <message>
   <source>Uit de vorige levering, nu niet terug te vinden: {plans}</source>
   <translation>From the previous delivery, not found now: {plans}</translation>
  </message>
  <message>
   <source>Uit een bestand</source>
   <translation>From a file</translation>
  </message>
  <message>
   <source>Uit: de wijzigingen blijven in de bewerkingssessie staan, zodat u ze kunt bekijken en ongedaan maken. Een laag die u al aan het bewerken bent wordt nooit vanzelf opgeslagen.</source>
   <translation>Off: the changes stay in the edit session, so that you can look at them and undo them. A layer that you are editing already is never saved by itself.</translation>
  </message>
  <message>
   <source>Uitbreiding overig</source>
   <translation>Uitbreiding overig (expansion, other)</translation>
  </message>
  <message>
   <source>Uitbreiding uitleg</source>
   <translation>Uitbreiding uitleg (expansion, 12 or more)</translation>
  </message>
  <message>
   <source>Uitbreiding uitleg begint bij 12 woningen, uitbreiding overig eindigt bij 11. Het gaat om de hele locatie; bruto totaal is wat daarvan rest.</source>
   <translation>Uitbreiding uitleg begins at 12 dwellings, uitbreiding overig ends at 11. It is about the whole location; bruto totaal (gross total) is what remains of it.</translation>
  </message>
  <message>
   <source>Uitkomst</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <source>Uitkomst bewaren en op de kaart tonen</source>
   <translation>Keep the outcome and show it on the map</translation>
  </message>
  <message>
   <source>Uitkomst controle</source>
   <translation>Outcome of the check</translation>
  </message>
  <message>
   <source>Uitkomst van de controle</source>
   <translation>Outcome of the check</translation>
  </message>
  <message>
   <source>Uitkomst van de controle lezen</source>
   <translation>Reading the outcome of the check</translation>
  </message>
  <message>
   <source>Uitkomst van de laatste controle</source>
   <translation>Outcome of the last check</translation>
  </message>
  <message>
   <source>Uitleg</source>
   <translation>Explanation</translation>
  </message>
  <message>
   <source>Uitleg bij de vraag</source>
   <translation>Explanation of the question</translation>
  </message>
  <message>
   <source>Uitleg van de gemeente, bijvoorbeeld waarom een waarschuwing klopt.</source>
   <translation>Explanation of the municipality, for example why a warning is right.</translation>
  </message>
  <message>
   <source>Uitleg van de gemeente: waarom een waarschuwing klopt, hoe groot de hele locatie is (‘Hele locatie: 200 woningen’), of waarom nog geen restcapaciteit geleverd wordt.</source>
   <translation>Explanation of the municipality: why a warning is right, how large the whole location is (‘Hele locatie: 200 woningen’), or why no remaining capacity is delivered yet.</translation>
  </message>
  <message>
   <source>Uitschieter: breedte (m)</source>
   <translation>Spike: width (m)</translation>
  </message>
  <message>
   <source>Uitschieter: hoek (graden)</source>
   <translation>Spike: angle (degrees)</translation>
  </message>
  <message>
   <source>Uitschieters, snippers, kieren, dubbele hoekpunten en hoogtes komen van knippen en omzetten en geven elders fouten.</source>
   <translation>Spikes, slivers, gaps, double vertices and heights come from cutting and converting and give errors elsewhere.</translation>
  </message>
  <message>
   <source>Uitvoeren bij {plans}</source>
   <translation>Carry out in {plans}</translation>
  </message>
  <message>
   <source>Uw eigen prijsgrens staat nu in het planbestand.</source>
   <translation>Your own price limit is now in the plan file.</translation>
  </message>
  <message>
   <source>Uw eigen rapport, ook over wat niet meegaat: {path}</source>
   <translation>Your own report, also on what stays at home: {path}</translation>
  </message>
  <message>
   <source>Uw keuzes kunnen niet in ‘{path}’ bewaard worden ({reason}); verhelp dat en probeer het opnieuw. Er is niets veranderd.</source>
   <translation>Your choices cannot be kept in ‘{path}’ ({reason}); mend that and try again. Nothing has changed.</translation>
  </message>
  <message>
   <source>Uw keuzes voor {gemeente}. Een nieuw planbestand begint ermee.</source>
   <translation>Your choices for {gemeente}. A new plan file begins with them.</translation>
  </message>
  <message>
   <source>Uw laatste keuzes voor deze gemeente overnemen</source>
   <translation>Take over your last choices for this municipality</translation>
  </message>
  <message>
   <source>Uw naam of afdeling; blijft in het planbestand en wordt niet geleverd</source>
   <translation>Your name or department; stays in the plan file and is not delivered</translation>
  </message>
  <message>
   <source>Uw opties zeggen iets anders: {limits}. Dat telt hier pas als u het overneemt.</source>
   <translation>Your options say otherwise: {limits}. That counts here only when you take it.</translation>
  </message>
  <message>
   <source>Uw reactie</source>
   <translation>Your response</translation>
  </message>
  <message>
   <source>Uw tekst is nog niet bewaard en gaat nu over ‘{about}’.</source>
   <translation>Your text is not kept yet and is now about ‘{about}’.</translation>
  </message>
  <message>
   <source>V&amp;orige openbare versie</source>
   <translation>Previ&amp;ous public version</translation>
  </message>
  <message>
   <source>V: meldt het plan af als vervallen, met de naam en polygoon van toen</source>
   <translation>V: reports the plan as dropped, with the name and polygon of then</translation>
  </message>
  <message>
   <source>Van 1 plan staat er geen rij in het Excel-bestand; het heeft alleen wat de kaartlaag zegt.</source>
   <translation>Of 1 plan there is no row in the Excel file; it has only what the map layer says.</translation>
  </message>
  <message>
   <source>Van deze gemeente is intussen een nieuwere levering ontvangen; er is niets bewaard. Beoordeel de nieuwe levering.</source>
   <translation>A newer delivery of this municipality has come in meanwhile; nothing was kept. Review the newer delivery.</translation>
  </message>
  <message>
   <source>Van dit plan tellen geen aantallen meer mee.</source>
   <translation>The numbers of this plan no longer count.</translation>
  </message>
  <message>
   <source>Van een eerdere keer waren {count} pakketten al klaar.</source>
   <translation>Of an earlier time {count} packages were done already.</translation>
  </message>
  <message>
   <source>Van elders</source>
   <translation>Came from elsewhere</translation>
  </message>
  <message>
   <source>Van elk plan is zeker wat ervan geworden is.</source>
   <translation>It is certain what became of every plan.</translation>
  </message>
  <message>
   <source>Van gemeente {name} is geen levering in beoordeling.</source>
   <translation>No delivery of municipality {name} is under review.</translation>
  </message>
  <message>
   <source>Van peildatum {before} naar {after} is meer dan een jaar. Maak eerst het planbestand voor {next} en ga van daar verder.</source>
   <translation>From reference date {before} to {after} is more than a year. First make the plan file for {next} and go on from there.</translation>
  </message>
  <message>
   <source>Van plan ‘{plan}’ zijn voor ‘{field}’ twee antwoorden gekozen: ‘{one}’ van {who} en ‘{other}’ van {others}; kies er één.</source>
   <translation>Of plan ‘{plan}’ two answers were chosen for ‘{field}’: ‘{one}’ of {who} and ‘{other}’ of {others}; choose one.</translation>
  </message>
  <message>
   <source>Van planbestand ‘{path}’ kan geen kopie gemaakt worden ({reason}); er is niets veranderd.</source>
   <translation>No copy can be made of plan file ‘{path}’ ({reason}); nothing has changed.</translation>
  </message>
  <message>
   <source>Van {all} zijn {delivered} leveringen geopend: {good} in orde en {mend} te verbeteren. Niet te openen: {broken}. Niet ontvangen: {missing}.</source>
   <translation>Of {all}, {delivered} deliveries were opened: {good} in order and {mend} to be improved. Cannot be opened: {broken}. Not received: {missing}.</translation>
  </message>
  <message>
   <source>Van {count} vlakken is één plan gemaakt; vul het formulier in.</source>
   <translation>Of {count} areas one plan was made; fill in the form.</translation>
  </message>
  <message>
   <source>Van {gemeente} is hier geen vorige levering; open haar mee om te vergelijken.</source>
   <translation>There is no previous delivery of {gemeente} here; open it as well to compare.</translation>
  </message>
  <message>
   <source>Van {homes} kent de BAG alleen het jaar: die kunnen ook net buiten de periode vallen.</source>
   <translation>Of {homes} the BAG knows only the year: they may also fall just outside the period.</translation>
  </message>
  <message>
   <source>Van {n} plannen staat er geen rij in het Excel-bestand; ze hebben alleen wat de kaartlaag zegt.</source>
   <translation>Of {n} plans there is no row in the Excel file; they have only what the map layer says.</translation>
  </message>
  <message>
   <source>Van ‘{name}’ is niet te lezen welke plannen de provincie strijdig noemt: {reason}. Zet een reservekopie van het planbestand terug.</source>
   <translation>Which plans the province calls conflicting (strijdig) cannot be read from ‘{name}’: {reason}. Put back a backup of the plan file.</translation>
  </message>
  <message>
   <source>Vanaf wanneer een woning nieuw is. Leeg: de peildatum van de laatste levering die het planbestand onthoudt, en anders die van een halfjaar eerder.</source>
   <translation>From when a dwelling is new. Empty: the reference date of the last delivery that the plan file remembers, or else that of half a year before.</translation>
  </message>
  <message>
   <source>Vast kenmerk dat de plugin maakt; zo blijft een plan herkenbaar als zijn naam verandert.</source>
   <translation>Fixed mark that the plugin makes; so a plan can still be recognised when its name changes.</translation>
  </message>
  <message>
   <source>Vaste waarde</source>
   <translation>Fixed value</translation>
  </message>
  <message>
   <source>Vastgesteld</source>
   <translation>Vastgesteld (adopted)</translation>
  </message>
  <message>
   <source>Vastgesteld, uitwerking nodig</source>
   <translation>Vastgesteld, uitwerking nodig (adopted, elaboration needed)</translation>
  </message>
  <message>
   <source>Vastgesteld, wijziging door B en W nodig</source>
   <translation>Vastgesteld, wijziging door B en W nodig (adopted, change by the executive needed)</translation>
  </message>
  <message>
   <source>Veld</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Velden</source>
   <translation>Fields</translation>
  </message>
  <message>
   <source>Velden die nog leeg zijn</source>
   <translation>Fields that are still empty</translation>
  </message>
  <message>
   <source>Verander niets, maar maak de tabel met voorstellen.</source>
   <translation>Change nothing, but make the table with proposals.</translation>
  </message>
  <message>
   <source>Verander niets, maar schrijf de lijst van wijzigingen.</source>
   <translation>Change nothing, but write the list of changes.</translation>
  </message>
  <message>
   <source>Verander niets, maar schrijf het rapport en een lijst van wijzigingen.</source>
   <translation>Change nothing, but write the report and a list of changes.</translation>
  </message>
  <message>
   <source>Verander wat niet klopt. Onder in elke keuzelijst kunt u ook kolommen optellen of een vaste waarde kiezen.</source>
   <translation>Change what is not right. At the bottom of each list you can also add up columns or choose a fixed value.</translation>
  </message>
  <message>
   <source>Verandert een plan meer dan dit (erbij en eraf samen), dan staat in het verslag dat u het moet nakijken.</source>
   <translation>If a plan changes more than this (added and removed together), the account says that you must look at it.</translation>
  </message>
  <message>
   <source>Verandert waar de waarschuwing over gaat, dan staat zij weer open.</source>
   <translation>When what the warning is about changes, it is open again.</translation>
  </message>
  <message>
   <source>Verbeter de grens op de aangewezen plek, of gebruik ‘Polygonen repareren’.</source>
   <translation>Correct the border at the place that is shown, or use ‘Repair polygons’.</translation>
  </message>
  <message>
   <source>Verbeter de grens tussen de twee plannen, of zeg in de toelichting van een van de twee waarom zij op één plek liggen.</source>
   <translation>Mend the border between the two plans, or say in the toelichting of either of the two why they lie in one place.</translation>
  </message>
  <message>
   <source>Verbeter de polygoon of leg het uit in de toelichting.</source>
   <translation>Correct the polygon or explain it in the toelichting.</translation>
  </message>
  <message>
   <source>Verbeter het totaal of de jaren, of laat de hele fasering van sloop leeg.</source>
   <translation>Correct the total or the years, or leave the whole phasing of demolition empty.</translation>
  </message>
  <message>
   <source>Verbeter het totaal of de jaren.</source>
   <translation>Correct the total or the years.</translation>
  </message>
  <message>
   <source>Verbeter het totaal of de verdeling. Wat nog niet vaststaat, hoort bij ‘prijs of eigendom onbekend’.</source>
   <translation>Correct the total or the division. What is not certain yet belongs to ‘prijs of eigendom onbekend’ (price or ownership unknown).</translation>
  </message>
  <message>
   <source>Verbeter het totaal of de verdeling. Wat nog niet vaststaat, hoort bij ‘woningtype onbekend’.</source>
   <translation>Correct the total or the division. What is not certain yet belongs to ‘woningtype onbekend’ (dwelling type unknown).</translation>
  </message>
  <message>
   <source>Verbeter wat niet klopt, of leg in de toelichting uit wat er veranderd is.</source>
   <translation>Correct what is wrong, or say in the explanation what changed.</translation>
  </message>
  <message>
   <source>Verbeter zelf wat geen voorstel heeft, in alle bestanden tegelijk, en controleer opnieuw.</source>
   <translation>Correct yourself what has no proposal, in all files at the same time, and check again.</translation>
  </message>
  <message>
   <source>Verbetering voorbereiden</source>
   <translation>Preparing the remedy</translation>
  </message>
  <message>
   <source>Verborgen bladen zijn niet gelezen: {sheets}.</source>
   <translation>Hidden sheets were not read: {sheets}.</translation>
  </message>
  <message>
   <source>Verborgen rijen{why} zijn meegelezen: rij {rows}.</source>
   <translation>Hidden rows{why} were read along: row {rows}.</translation>
  </message>
  <message>
   <source>Verbouwing</source>
   <translation>Being rebuilt</translation>
  </message>
  <message>
   <source>Verdeelt de aantallen opnieuw; hun som blijft gelijk</source>
   <translation>Divides the counts anew; their sum stays the same</translation>
  </message>
  <message>
   <source>Verder met invullen</source>
   <translation>Go on filling in</translation>
  </message>
  <message>
   <source>Verdichting</source>
   <translation>Verdichting (densification)</translation>
  </message>
  <message>
   <source>Verdwenen</source>
   <translation>Gone</translation>
  </message>
  <message>
   <source>Verdwenen plannen</source>
   <translation>Plans that are gone</translation>
  </message>
  <message>
   <source>Vergeleken met</source>
   <translation>Compared with</translation>
  </message>
  <message>
   <source>Vergelijken</source>
   <translation>Compare</translation>
  </message>
  <message>
   <source>Vergelijken met de BAG</source>
   <translation>Compare with the BAG</translation>
  </message>
  <message>
   <source>Vergelijken met de vorige levering</source>
   <translation>Compare with the previous delivery</translation>
  </message>
  <message>
   <source>Vergelijking</source>
   <translation>Comparison</translation>
  </message>
  <message>
   <source>Vergelijking met de BAG</source>
   <translation>Comparison with the BAG</translation>
  </message>
  <message>
   <source>Vergelijking van twee leveringen</source>
   <translation>Comparison of two deliveries</translation>
  </message>
  <message>
   <source>Vergelijkt de plannamen van een laag met polygonen met die in één of meer Excel-bestanden en andere lagen. Alleen letterlijk gelijke namen horen bij elkaar; van elk verschil staat in de bevindingen waar het zit: een spatie achter de naam, een ander streepje, nullen die Excel heeft weggelaten.
Met de vorige levering erbij ziet u ook welke plannen een andere naam kregen terwijl de polygoon op zijn plek bleef.
Er wordt niets gewijzigd; namen overnemen doet u met ‘Plannamen overnemen’.</source>
   <translation>Compares the plan names of a layer with polygons with those in one or more Excel files and other layers. Only names that are literally the same belong together; of each difference the findings say where it is: a space behind the name, another dash, zeros that Excel has left out.
With the previous delivery you also see which plans got another name while the polygon stayed in its place.
Nothing is changed; you adopt names with ‘Adopt plan names’.</translation>
  </message>
  <message>
   <source>Vergelijkt opnieuw, met de plannen zoals zij nu zijn</source>
   <translation>Compares again, with the plans as they are now</translation>
  </message>
  <message>
   <source>Verhoogd</source>
   <translation>Raised</translation>
  </message>
  <message>
   <source>Verklaring van de controle</source>
   <translation>Certificate of the check</translation>
  </message>
  <message>
   <source>Verlaag het deel of verhoog het geheel.</source>
   <translation>Lower the part or raise the whole.</translation>
  </message>
  <message>
   <source>Verlaagd</source>
   <translation>Lowered</translation>
  </message>
  <message>
   <source>Verplicht</source>
   <translation>Required</translation>
  </message>
  <message>
   <source>Verschil</source>
   <translation>Difference</translation>
  </message>
  <message>
   <source>Verschillende namen</source>
   <translation>Different names</translation>
  </message>
  <message>
   <source>Versie</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Verslag per plan</source>
   <translation>Account per plan</translation>
  </message>
  <message>
   <source>Verstuurd</source>
   <translation>Sent</translation>
  </message>
  <message>
   <source>Vertaalde waarden</source>
   <translation>Translated values</translation>
  </message>
  <message>
   <source>Vertrouwelijk</source>
   <translation>Vertrouwelijk (confidential)</translation>
  </message>
  <message>
   <source>Vertrouwelijk ({count})</source>
   <translation>Confidential ({count})</translation>
  </message>
  <message>
   <source>Vertrouwelijk is ja bij de harde planstatus {status}; zet vertrouwelijk op nee of verbeter de planstatus.</source>
   <translation>Confidential is yes with the hard planstatus {status}; set confidential to no or correct the planstatus.</translation>
  </message>
  <message>
   <source>Vertrouwelijk is ja bij een gerealiseerd plan; zet vertrouwelijk op nee.</source>
   <translation>Confidential is yes for a completed plan; set confidential to no.</translation>
  </message>
  <message>
   <source>Vertrouwelijk: niet noemen in de raad.</source>
   <translation>Confidential: not to be named in the council.</translation>
  </message>
  <message>
   <source>Vertrouwelijk: {plans}.</source>
   <translation>Confidential: {plans}.</translation>
  </message>
  <message>
   <source>Vertrouwelijke plannen</source>
   <translation>Confidential plans</translation>
  </message>
  <message>
   <source>Vertrouwelijke plannen als één opgeteld plan op de plaats van het gemeentehuis (art. 8).</source>
   <translation>Confidential plans as one summed plan at the place of the town hall (art. 8).</translation>
  </message>
  <message>
   <source>Vertrouwelijke plannen…</source>
   <translation>Confidential plans…</translation>
  </message>
  <message>
   <source>Vertrouwelijkheid, gerealiseerd, vervallen en de ouderenwoningen staan niet in deze bron.</source>
   <translation>Confidentiality, completed, cancelled and the dwellings for the elderly are not in this source.</translation>
  </message>
  <message>
   <source>Vertrouwelijkheid; alleen Openbaar is zeker (nee)</source>
   <translation>Vertrouwelijkheid; only Openbaar (public) is certain (no)</translation>
  </message>
  <message>
   <source>Vervallen</source>
   <translation>Vervallen (cancelled)</translation>
  </message>
  <message>
   <source>Vervallen plannen staan niet in een uitvoer van DIWI; vergelijk met de vorige levering.</source>
   <translation>Cancelled plans are not in an export of DIWI; compare with the previous delivery.</translation>
  </message>
  <message>
   <source>Vervallen: dit mag (art. 6.b).</source>
   <translation>Dropped: this is allowed (art. 6.b).</translation>
  </message>
  <message>
   <source>Vervangen door ‘{name}’, ontvangen op {when}.</source>
   <translation>Replaced by ‘{name}’, received on {when}.</translation>
  </message>
  <message>
   <source>Verwachting in rij {row}, kolom ‘{column}’: ‘{value}’ kan niet; {what}.</source>
   <translation>Expectation in row {row}, column ‘{column}’: ‘{value}’ is not possible; {what}.</translation>
  </message>
  <message>
   <source>Verwachtingen</source>
   <translation>Expectations</translation>
  </message>
  <message>
   <source>Verwachtingen die niet toegepast zijn</source>
   <translation>Expectations that were not applied</translation>
  </message>
  <message>
   <source>Verwisseld</source>
   <translation>Swapped</translation>
  </message>
  <message>
   <source>Vink aan welke kolommen samen ‘{field}’ vormen. Een lege cel telt niet mee.</source>
   <translation>Tick which columns together make up ‘{field}’. An empty cell does not count.</translation>
  </message>
  <message>
   <source>Vlak van het gemeente&amp;huis</source>
   <translation>Area of the town &amp;hall</translation>
  </message>
  <message>
   <source>Vlak van {area} m² rond x {x}, y {y}; bewaard in het planbestand.</source>
   <translation>Area of {area} m² around x {x}, y {y}; kept in the plan file.</translation>
  </message>
  <message>
   <source>Vlakken van gemeentehuizen, met een kolom ‘gemeente_code’. Alleen nodig voor gemeenten die voor optellen kozen.</source>
   <translation>Areas of town halls, with a column ‘gemeente_code’. Only needed for municipalities that chose a sum.</translation>
  </message>
  <message>
   <source>Vlakken van gemeentehuizen, met een kolom ‘gemeente_code’. Alleen nodig voor gemeenten die voor optellen kozen; het vlak uit hun eigen levering (kleine plannen) wordt vanzelf gebruikt.</source>
   <translation>Polygons of town halls, with a column ‘gemeente_code’. Only needed for municipalities that chose summing; the polygon of their own delivery (small plans) is used by itself.</translation>
  </message>
  <message>
   <source>Volgende</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Volgens het pakket is het gemaakt op {made}; die klok liep voor. Het telt als gemaakt op {when}.</source>
   <translation>The package says that it was made on {made}; that clock was ahead. It counts as made on {when}.</translation>
  </message>
  <message>
   <source>Voor de landelijke beheerder (art. 7 en 8)</source>
   <translation>For the national steward (art. 7 and 8)</translation>
  </message>
  <message>
   <source>Voor de provincie</source>
   <translation>For the province</translation>
  </message>
  <message>
   <source>Voor de provincie en de landelijke beheerder (art. 7 en 8).</source>
   <translation>For the province and the national steward (art. 7 and 8).</translation>
  </message>
  <message>
   <source>Voor de provincie en de landelijke beheerder: zet de plannen van alle pakketten in een map in één GeoPackage. Bij elk plan staat uit welk pakket het komt. De tabel ‘pakketten’ zegt van elke gemeente de peildatum, de versie, de aantallen en wat er gevonden is.
Elk pakket wordt eerst nagekeken. Een pakket dat niet deugt, gaat niet mee; het rapport noemt de reden. Van twee pakketten van één gemeente gaat het laatste mee, en alle pakketten hebben één peildatum.
Breekt u af, dan gaat de volgende keer verder waar het was. Het resultaat is vertrouwelijk.</source>
   <translation>For the province and the national steward: puts the plans of all packages in a folder in one GeoPackage. Each plan says which package it came from. The table ‘pakketten’ says of each municipality the peildatum, the version, the counts and what was found.
Each package is looked at first. One that is not right is not included; the report names the reason. Of two packages of one municipality the last goes, and all packages have one peildatum.
If you stop, the next time goes on where it was. The result is confidential.</translation>
  </message>
  <message>
   <source>Voor de provincie: een rij per gemeente, ook wie nog niet leverde, om te filteren, te sorteren en op de kaart te bekijken</source>
   <translation>For the province: a row for each municipality, also who did not deliver yet, to filter, sort and look at on the map</translation>
  </message>
  <message>
   <source>Voor de provincie: maakt van de beoordeling een antwoord per gemeente. Daarin staat alleen waar de gemeente iets mee moet: labels, opmerkingen en vragen. Wie ze schreef en wat u alleen bekeek, staat er niet in.
Een antwoord hoort bij één levering. De gemeente opent het met ‘Antwoord openen’ in het planbestand waarvan zij leverde.
Een gemeente waarover niets te zeggen is, krijgt geen antwoord. Aan de beoordeling verandert niets.</source>
   <translation>For the province: makes of the review an answer for each municipality. In it is only what the municipality is to act on: labels, remarks and questions. Who wrote them, and what you only looked at, is not in it.
An answer belongs to one delivery. The municipality opens it with ‘Open answer’ in the plan file that it delivered of.
A municipality of which there is nothing to say gets no answer. The review itself does not change.</translation>
  </message>
  <message>
   <source>Voor de provincie: maakt van ontvangen leveringspakketten de set voor de landelijke beheerder (Dataprotocol art. 5.c, 7 en 8). Elk plan gaat mee zoals het geleverd is, ook een vertrouwelijk plan.
Koos een gemeente voor optellen, dan gaan haar vertrouwelijke plannen mee als één plan. Dat heeft de som van elk aantal, ligt op de plaats van het gemeentehuis en heeft geen naam en geen status.
Elk pakket wordt eerst nagekeken. Een pakket dat beschadigd of gewijzigd is, of maar een deel van de plannen heeft, zit niet in de set; het rapport noemt de reden. Van twee pakketten van één gemeente gaat het laatste mee. Alle pakketten hebben één peildatum.</source>
   <translation>For the province: makes of received delivery packages the set for the national steward (Dataprotocol art. 5.c, 7 and 8). Every plan goes along as it was delivered, a confidential plan too.
If a municipality chose summing, its confidential plans go along as one plan. That has the sum of every count, lies at the place of the town hall and has no name and no status.
Every package is verified first. A package that is damaged or changed, or has only a part of the plans, is not in the set; the report tells why. Of two packages of one municipality the last one goes. All packages have one reference date.</translation>
  </message>
  <message>
   <source>Voor de provincie: opent pakketten die gemeenten stuurden, één of honderd tegelijk, in één beoordelingsbestand. Aan de pakketten zelf verandert niets.
Elk pakket wordt eerst nagekeken: elk bestand, de totalen, de plannamen en de gemeente. Stijlen, formulieren en code van de afzender worden niet gelezen. Een pakket dat niet deugt, is een rij met de reden; de andere gaan door.
Een GeoPackage, shapefile, Excel-bestand of uitwisselbestand van een gemeente zonder plugin leest de plugin zoals ‘Plannen importeren’ dat doet. De kolomkoppeling van zo’n gemeente blijft bewaard in het beoordelingsbestand.
U krijgt een overzicht per gemeente, ook van gemeenten die nog niet leverden. Geef nieuwe leveringen later op bij hetzelfde beoordelingsbestand: een levering die al ontvangen is, wordt genoemd, en een nieuwere komt in de plaats van de oudere.</source>
   <translation>For the province: opens packages that municipalities sent, one or a hundred at once, in one review file. Nothing changes in the packages themselves.
Each package is verified first: every file, the totals, the plan names and the municipality. Styles, forms and code of the sender are not read. A package that is no good is a row with the reason; the others go on.
A GeoPackage, shapefile, Excel file or exchange file of a municipality without the plugin is read as ‘Import plans’ does. The column mapping of such a municipality is kept in the review file.
You get an overview per municipality, also of municipalities that did not deliver yet. Give new deliveries later with the same review file: a delivery that was received already is named, and a newer one takes the place of the older.</translation>
  </message>
  <message>
   <source>Voor de provincie: paneel waarin u plan voor plan kijkt, een label geeft en opmerkingen en vragen schrijft</source>
   <translation>For the province: panel in which you look plan by plan, give a label, and write remarks and questions</translation>
  </message>
  <message>
   <source>Voor een onderzoeker die de geheimhoudingsverklaring tekende (Dataprotocol, deel A, punt 1). Het pakket heeft dan één som van alle plannen, vertrouwelijk en openbaar samen. Er staat geen plan in, geen kaart en geen aantal plannen.</source>
   <translation>For a researcher who signed the non-disclosure declaration (Dataprotocol, part A, point 1). The package then has one sum of all plans, confidential and public together. There is no plan in it, no map and no number of plans.</translation>
  </message>
  <message>
   <source>Voor een onderzoeker die de geheimhoudingsverklaring tekende (deel A, punt 1): één som, zonder plannen en zonder kaart.</source>
   <translation>For a researcher who signed the non-disclosure declaration (part A, point 1): one sum, without plans and without a map.</translation>
  </message>
  <message>
   <source>Voor een vorige levering die met de hand is gemaakt: de koppeling die een import ervan achterliet</source>
   <translation>For a previous delivery that was made by hand: the mapping that an import of it left</translation>
  </message>
  <message>
   <source>Voor gemeenten zonder plugin: per gemeente een kolomkoppeling, zoals GM0396_kolomkoppeling.json. Wat er nog niet staat, komt erbij. Leeg: alleen het beoordelingsbestand onthoudt de koppelingen.</source>
   <translation>For municipalities without the plugin: a column mapping for each, as GM0396_kolomkoppeling.json. What is not there yet is added. Empty: only the review file remembers the mappings.</translation>
  </message>
  <message>
   <source>Voor u, in elk planbestand</source>
   <translation>For you, in each plan file</translation>
  </message>
  <message>
   <source>Voor uw beheerder</source>
   <translation>For your administrator</translation>
  </message>
  <message>
   <source>Voor welke plannen het antwoord geldt</source>
   <translation>For which plans the answer holds</translation>
  </message>
  <message>
   <source>Voor {name} is er geen voorstel; die naam blijft zoals hij is.</source>
   <translation>There is no proposal for {name}; that name stays as it is.</translation>
  </message>
  <message>
   <source>Voor {name} is geen antwoord gemaakt: {reason}</source>
   <translation>No answer was made for {name}: {reason}</translation>
  </message>
  <message>
   <source>Voorbeeld bekijken…</source>
   <translation>Look at the sample…</translation>
  </message>
  <message>
   <source>Voorbeelden</source>
   <translation>Examples</translation>
  </message>
  <message>
   <source>Voorstel</source>
   <translation>Proposal</translation>
  </message>
  <message>
   <source>Voorstel bevestigd: {field}</source>
   <translation>Proposal confirmed: {field}</translation>
  </message>
  <message>
   <source>Voorstel bevestigen: {value}</source>
   <translation>Confirm proposal: {value}</translation>
  </message>
  <message>
   <source>Voorstel geweigerd: {field}</source>
   <translation>Proposal refused: {field}</translation>
  </message>
  <message>
   <source>Voorstel weigeren: {value}</source>
   <translation>Refuse proposal: {value}</translation>
  </message>
  <message>
   <source>Voorstel: {value}, want {reason}</source>
   <translation>Proposal: {value}, because {reason}</translation>
  </message>
  <message>
   <source>Voorstellen</source>
   <translation>Proposals</translation>
  </message>
  <message>
   <source>Voorstellen ({count})</source>
   <translation>Proposals ({count})</translation>
  </message>
  <message>
   <source>Voorstellen bevestigd: {fields} bij {plans}</source>
   <translation>Proposals confirmed: {fields} of {plans}</translation>
  </message>
  <message>
   <source>Voorstellen die op uw keuze wachten</source>
   <translation>Proposals that wait for your choice</translation>
  </message>
  <message>
   <source>Voorstellen en wijzigingen</source>
   <translation>Proposals and changes</translation>
  </message>
  <message>
   <source>Voorstellen geweigerd: {fields} bij {plans}</source>
   <translation>Proposals refused: {fields} of {plans}</translation>
  </message>
  <message>
   <source>Voorstellen: {fields}…</source>
   <translation>Proposals: {fields}…</translation>
  </message>
  <message>
   <source>Voortgang</source>
   <translation>Progress</translation>
  </message>
  <message>
   <source>Voortgang per projectleider</source>
   <translation>Progress by project leader</translation>
  </message>
  <message>
   <source>Vorige</source>
   <translation>Previous</translation>
  </message>
  <message>
   <source>Vorige grens</source>
   <translation>Previous outline</translation>
  </message>
  <message>
   <source>Vorige levering</source>
   <translation>Previous delivery</translation>
  </message>
  <message>
   <source>Vorige levering ‘{layer}’: naamkolom ‘{column}’.</source>
   <translation>Previous delivery ‘{layer}’: name column ‘{column}’.</translation>
  </message>
  <message>
   <source>Vorige leveringen</source>
   <translation>Previous deliveries</translation>
  </message>
  <message>
   <source>Vorige openbare versie</source>
   <translation>Previous public version</translation>
  </message>
  <message>
   <source>Vorige peildatum</source>
   <translation>Previous reference date</translation>
  </message>
  <message>
   <source>Vorige plannen</source>
   <translation>Previous plans</translation>
  </message>
  <message>
   <source>Vorige: {then}. Nu: {now}.</source>
   <translation>Previous: {then}. Now: {now}.</translation>
  </message>
  <message>
   <source>Vorige: {title}. {gone} verdwenen, {doubtful} te bekijken, {decided} besloten.</source>
   <translation>Previous: {title}. {gone} gone, {doubtful} to look at, {decided} decided.</translation>
  </message>
  <message>
   <source>Vraag</source>
   <translation>Question</translation>
  </message>
  <message>
   <source>Vraag de gemeente om verbetering: {work}.</source>
   <translation>Ask the municipality to improve: {work}.</translation>
  </message>
  <message>
   <source>Vraagt de landelijke dienst om de verblijfsobjecten in de vierkanten van 5 bij 5 kilometer waarin plannen liggen. Staat standaard uit.</source>
   <translation>Asks the national service for the verblijfsobjecten in the squares of 5 by 5 kilometres in which plans lie. Off by default.</translation>
  </message>
  <message>
   <source>Vraagt u de provincie uw vertrouwelijke plannen opgeteld door te leveren? Zij gaan in elk geval afzonderlijk naar de provincie.</source>
   <translation>Do you ask the province to pass on your confidential plans as a sum? They go to the province separately in any case.</translation>
  </message>
  <message>
   <source>Vragenlijst</source>
   <translation>Questions</translation>
  </message>
  <message>
   <source>Vragenlijst…</source>
   <translation>Questions…</translation>
  </message>
  <message>
   <source>Vul de kier tot het andere plan</source>
   <translation>Fill the gap to the other plan</translation>
  </message>
  <message>
   <source>Vul de kier tot ‘{other}’</source>
   <translation>Fill the gap to ‘{other}’</translation>
  </message>
  <message>
   <source>Vul de prijsgrens in die nog niet bekend is: Extra &gt; Opties &gt; LMVW.</source>
   <translation>Fill in the price limit that is not known yet: Settings &gt; Options &gt; LMVW.</translation>
  </message>
  <message>
   <source>Vul een code uit de lijst of een heel getal van 0 of meer in. Alleen woningtype en prijs hebben een veld voor wat nog onbekend is; bij de andere aantallen vult u in wat nu gepland is. 0 betekent dat er geen zijn.</source>
   <translation>Fill in a code from the list or a whole number of 0 or more. Only dwelling type and price have a field for what is not known yet; for the other counts you fill in what is planned now. 0 means that there are none.</translation>
  </message>
  <message>
   <source>Vul een heel getal van 0 of meer in.</source>
   <translation>Fill in a whole number of 0 or more.</translation>
  </message>
  <message>
   <source>Vul in het formulier aan wat {n} plan nog mist.</source>
   <translation>In the form, add what {n} plan still lacks.</translation>
  </message>
  <message>
   <source>Vul in het formulier aan wat {n} plannen nog missen.</source>
   <translation>In the form, add what {n} plans still lack.</translation>
  </message>
  <message>
   <source>Vul op blad Plannen de witte cellen in; grijze cellen zijn beveiligd. Vul 0 in als er geen woningen zijn en laat leeg wat u niet weet. Kies bij status, type en ja/nee uit de lijst. Rechts op dat blad ziet u of alles optelt; wat een veld betekent, staat op blad Definities. Sla het bestand op en stuur het terug.</source>
   <translation>On sheet Plannen, fill in the white cells; grey cells are protected. Fill in 0 when there are no dwellings and leave empty what you do not know. For status, type and yes/no, choose from the list. At the right of that sheet you see whether everything adds up; sheet Definities says what a field means. Save the file and send it back.</translation>
  </message>
  <message>
   <source>Vul zelf aan wat nodig is: onder ‘Waarden die niet zijn overgenomen’ staat per plan wat de bron zegt en waarom het leeg bleef.</source>
   <translation>Add what is needed yourself: under ‘Values that were not taken over’ it says for each plan what the source says and why the field stayed empty.</translation>
  </message>
  <message>
   <source>W: {words}</source>
   <translation>W: {words}</translation>
  </message>
  <message>
   <source>WTYPAPP</source>
   <translation>WTYPAPP</translation>
  </message>
  <message>
   <source>WTYPGGB (grondgebonden)</source>
   <translation>WTYPGGB (grondgebonden)</translation>
  </message>
  <message>
   <source>WTYPONB; is in de bron een sluitpost en kan negatief zijn</source>
   <translation>WTYPONB; is a balancing item in the source and may be negative</translation>
  </message>
  <message>
   <source>Waar</source>
   <translation>Where</translation>
  </message>
  <message>
   <source>Waar de Excel-bestanden komen. Een bestand dat er al staat wordt niet overschreven.</source>
   <translation>Where the Excel files come. A file that is there already is not overwritten.</translation>
  </message>
  <message>
   <source>Waar de regel over gaat</source>
   <translation>What the rule is about</translation>
  </message>
  <message>
   <source>Waar het nieuwe planbestand komt te staan. Het rapport komt ernaast.</source>
   <translation>Where the new plan file comes. The report comes beside it.</translation>
  </message>
  <message>
   <source>Waar het planbestand komt te staan.</source>
   <translation>Where the plan file comes.</translation>
  </message>
  <message>
   <source>Waar het planbestand komt te staan. Het rapport en de kolomkoppeling komen ernaast.</source>
   <translation>Where the plan file comes. The report and the column mapping come beside it.</translation>
  </message>
  <message>
   <source>Waar het rapport en de lijst van wijzigingen komen. Leeg: naast het planbestand.</source>
   <translation>Where the report and the list of changes come. Empty: beside the plan file.</translation>
  </message>
  <message>
   <source>Waar het rapport, de kolomkoppeling en de lijst van wijzigingen komen. Leeg: naast het planbestand.</source>
   <translation>Where the report, the column mapping and the list of changes come. Empty: beside the plan file.</translation>
  </message>
  <message>
   <source>Waar het vandaan komt</source>
   <translation>Where it comes from</translation>
  </message>
  <message>
   <source>Waar komen de plannen vandaan?</source>
   <translation>Where do the plans come from?</translation>
  </message>
  <message>
   <source>Waar komt het planbestand?</source>
   <translation>Where does the plan file come?</translation>
  </message>
  <message>
   <source>Waar twee plannen hetzelfde gebied hebben, tellen de woningen al gauw dubbel. Het mag wel: twee plannen in één gebouw, of eerst tijdelijke en dan blijvende woningen. Gerealiseerde en vervallen plannen tellen niet mee.</source>
   <translation>Where two plans have the same area, dwellings are easily counted twice. It is allowed: two plans in one building, or first temporary and then permanent dwellings. Completed and cancelled plans do not count.</translation>
  </message>
  <message>
   <source>Waar uw eigen bestanden naartoe zijn</source>
   <translation>Where your own files have gone</translation>
  </message>
  <message>
   <source>Waar ‘{name}’ lag, ligt nu: {plans}. Ook dat geldt voortaan als vertrouwelijk.</source>
   <translation>Where ‘{name}’ lay there is now: {plans}. That counts as confidential from now on too.</translation>
  </message>
  <message>
   <source>Waarde</source>
   <translation>Value</translation>
  </message>
  <message>
   <source>Waarde in de bron</source>
   <translation>Value in the source</translation>
  </message>
  <message>
   <source>Waarden die niet zijn overgenomen</source>
   <translation>Values that were not taken over</translation>
  </message>
  <message>
   <source>Waarom</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>Waarom dit zo mag blijven</source>
   <translation>Why this may stay as it is</translation>
  </message>
  <message>
   <source>Waarom gevraagd</source>
   <translation>Why it is asked</translation>
  </message>
  <message>
   <source>Waarom het &amp;mag</source>
   <translation>Why it &amp;may</translation>
  </message>
  <message>
   <source>Waarom het mag</source>
   <translation>Why it may go out</translation>
  </message>
  <message>
   <source>Waarom het planbestand de levering niet onthoudt</source>
   <translation>Why the plan file does not remember the delivery</translation>
  </message>
  <message>
   <source>Waarom mag dit zo blijven?</source>
   <translation>Why may this stay as it is?</translation>
  </message>
  <message>
   <source>Waarom niet aangevinkt</source>
   <translation>Why not ticked</translation>
  </message>
  <message>
   <source>Waarom vertrouwelijk</source>
   <translation>Why confidential</translation>
  </message>
  <message>
   <source>Waarover het besluit gaat</source>
   <translation>What the decision is about</translation>
  </message>
  <message>
   <source>Waarschuwing</source>
   <translation>Warning</translation>
  </message>
  <message>
   <source>Waarschuwing accepteren: {plan}</source>
   <translation>Accept warning: {plan}</translation>
  </message>
  <message>
   <source>Waarschuwing bij de controle</source>
   <translation>Warning in the check</translation>
  </message>
  <message>
   <source>Waarschuwing geaccepteerd: {plan}</source>
   <translation>Warning accepted: {plan}</translation>
  </message>
  <message>
   <source>Waarschuwing: toelichten of verbeteren</source>
   <translation>Warning: explain or correct</translation>
  </message>
  <message>
   <source>Waarschuwingen</source>
   <translation>Warnings</translation>
  </message>
  <message>
   <source>Waarschuwingen ({count})</source>
   <translation>Warnings ({count})</translation>
  </message>
  <message>
   <source>Waarschuwingen ({count}, {accepted} geaccepteerd)</source>
   <translation>Warnings ({count}, {accepted} accepted)</translation>
  </message>
  <message>
   <source>Waarschuwingen zonder toelichting</source>
   <translation>Warnings without an explanation</translation>
  </message>
  <message>
   <source>Waarvan hard</source>
   <translation>Of which hard</translation>
  </message>
  <message>
   <source>Wacht op uw reactie</source>
   <translation>Waits for your response</translation>
  </message>
  <message>
   <source>Wachten op een ander programma dat in ‘{path}’ schrijft, bijvoorbeeld QGIS van een collega of een back-up. Sluit het bestand daar, of breek hier af.</source>
   <translation>Waiting for another program that writes in ‘{path}’, for example QGIS of a colleague or a backup. Close the file there, or stop here.</translation>
  </message>
  <message>
   <source>Wanneer en hoe de provincie akkoord ging met optellen; blijft in het planbestand bewaard.</source>
   <translation>When and how the province agreed to adding up; is kept in the plan file.</translation>
  </message>
  <message>
   <source>Wanneer u de Excel-bestanden terug wilt hebben, bijvoorbeeld ‘voor 15 maart’; staat op blad Uitleg.</source>
   <translation>When you want the Excel files back, for example ‘before 15 March’; stands on sheet Uitleg.</translation>
  </message>
  <message>
   <source>Was</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>Wat</source>
   <translation>What</translation>
  </message>
  <message>
   <source>Wat anderen al weten, zoals het totaal in een raadsbrief of een woondeal. Elk op een eigen regel: waar het staat, een dubbele punt en het aantal woningen. Bijvoorbeeld ‘Raadsbrief maart: 1250’ (bruto) of ‘Woondeal: netto 900’. Volgt daaruit een vertrouwelijk plan of de optelling, dan stopt de plugin. De streefgetallen van het planbestand kent zij al.</source>
   <translation>What others know already, such as the total in a letter to the council or a housing deal. Each on a line of its own: where it stands, a colon and the number of dwellings. For instance ‘Letter of March: 1250’ (bruto) or ‘Woondeal: netto 900’. If a confidential plan or the sum follows from it, the plugin stops. The targets of the plan file it knows already.</translation>
  </message>
  <message>
   <source>Wat bij het plakken niet is ingevuld</source>
   <translation>What was not filled in when pasting</translation>
  </message>
  <message>
   <source>Wat dat betekent</source>
   <translation>What that means</translation>
  </message>
  <message>
   <source>Wat de Basisset nog vraagt</source>
   <translation>What the Basisset still asks</translation>
  </message>
  <message>
   <source>Wat de andere niet krijgen &amp;blijft bij ‘{name}’</source>
   <translation>What the others do not get &amp;stays with ‘{name}’</translation>
  </message>
  <message>
   <source>Wat de provincie naast het standaardpakket vraagt. Met ‘lmvw’ blijft het bij het standaardpakket.</source>
   <translation>What the province asks beside the standard package. With ‘lmvw’ it stays at the standard package.</translation>
  </message>
  <message>
   <source>Wat deze bestandsvorm niet kan vullen of wat niet is gebruikt:</source>
   <translation>What this file format cannot fill or what was not used:</translation>
  </message>
  <message>
   <source>Wat dit is</source>
   <translation>What this is</translation>
  </message>
  <message>
   <source>Wat er af te leiden is</source>
   <translation>What can be inferred</translation>
  </message>
  <message>
   <source>Wat er gecontroleerd is</source>
   <translation>What was checked</translation>
  </message>
  <message>
   <source>Wat er is</source>
   <translation>What it is</translation>
  </message>
  <message>
   <source>Wat er is en wat u kunt doen</source>
   <translation>What it is and what you can do</translation>
  </message>
  <message>
   <source>Wat er met dit plan is</source>
   <translation>What there is to this plan</translation>
  </message>
  <message>
   <source>Wat er na dit antwoord niet klopt</source>
   <translation>What would be wrong after this answer</translation>
  </message>
  <message>
   <source>Wat er per invulblad te melden is</source>
   <translation>What there is to say per fill-in sheet</translation>
  </message>
  <message>
   <source>Wat er staat → wat het wordt</source>
   <translation>What is there → what it becomes</translation>
  </message>
  <message>
   <source>Wat er stond naast wat het plan nog sloopt. Staat er minder dan het plan sloopt, dan is een deel misschien al gesloopt.</source>
   <translation>What stood there beside what the plan still demolishes. If there is less than the plan demolishes, a part may have been demolished already.</translation>
  </message>
  <message>
   <source>Wat er stond, staat nu in ‘{path}’.</source>
   <translation>What was there is now in ‘{path}’.</translation>
  </message>
  <message>
   <source>Wat er te doen is</source>
   <translation>What is to be done</translation>
  </message>
  <message>
   <source>Wat er van dit plan bekend en gezegd is</source>
   <translation>What is known and said of this plan</translation>
  </message>
  <message>
   <source>Wat er verandert</source>
   <translation>What changes</translation>
  </message>
  <message>
   <source>Wat er verandert in het planbestand</source>
   <translation>What changes in the plan file</translation>
  </message>
  <message>
   <source>Wat er vergeleken is</source>
   <translation>What was compared</translation>
  </message>
  <message>
   <source>Wat gaat er mee</source>
   <translation>What goes along</translation>
  </message>
  <message>
   <source>Wat geen heel getal is (‘ca. 40’, ‘12,5’) telt in geen van de kolommen mee; het staat bij de niet overgenomen waarden.</source>
   <translation>What is not a whole number (‘ca. 40’, ‘12,5’) counts in none of the columns; it stands with the values that were not taken over.</translation>
  </message>
  <message>
   <source>Wat iedereen ziet</source>
   <translation>What everybody sees</translation>
  </message>
  <message>
   <source>Wat in {years} is {finished}, telt niet meer mee. Wat later komt, telt u op bij het jaar waarin het nu komt.</source>
   <translation>What was {finished} in {years} no longer counts. What comes later, you add to the year in which it comes now.</translation>
  </message>
  <message>
   <source>Wat in ‘{name}’ nog niet is opgeslagen, kan niet mee ({reason}); sla het op of maak het ongedaan.</source>
   <translation>What is not saved yet in ‘{name}’ cannot go along ({reason}); save it or undo it.</translation>
  </message>
  <message>
   <source>Wat is er dan geleverd?</source>
   <translation>What was delivered then?</translation>
  </message>
  <message>
   <source>Wat leeg is, vraagt ook de Vragenlijst. Enter opent het plan. Klopt een aantal dat blijft staan, vink het dan af met de spatiebalk.</source>
   <translation>What is empty is asked in Questions too. Enter opens the plan. When a number that stays is right, tick it off with the space bar.</translation>
  </message>
  <message>
   <source>Wat levert u dan?</source>
   <translation>What do you deliver then?</translation>
  </message>
  <message>
   <source>Wat levert u dan? Bijvoorbeeld: de stand van 1 januari</source>
   <translation>What do you deliver then? For example: the state of 1 January</translation>
  </message>
  <message>
   <source>Wat niet gecontroleerd kon worden</source>
   <translation>What could not be checked</translation>
  </message>
  <message>
   <source>Wat nu te doen</source>
   <translation>What to do now</translation>
  </message>
  <message>
   <source>Wat op uw keuze wacht</source>
   <translation>What waits for your choice</translation>
  </message>
  <message>
   <source>Wat opviel bij het lezen</source>
   <translation>What was noticed while reading</translation>
  </message>
  <message>
   <source>Wat opviel bij het lezen van het Excel-bestand</source>
   <translation>What was noticed while reading the Excel file</translation>
  </message>
  <message>
   <source>Wat planbestand ‘{name}’ van de levering van {day} bewaart is beschadigd of van een nieuwere versie van de plugin. Werk de plugin bij, of kies het pakket van die levering als vorige levering.</source>
   <translation>What plan file ‘{name}’ keeps of the delivery of {day} is damaged or of a newer version of the plugin. Update the plugin, or choose the package of that delivery as the previous delivery.</translation>
  </message>
  <message>
   <source>Wat u beslist</source>
   <translation>What you decide</translation>
  </message>
  <message>
   <source>Wat u doet</source>
   <translation>What you do</translation>
  </message>
  <message>
   <source>Wat u kunt doen</source>
   <translation>What you can do</translation>
  </message>
  <message>
   <source>Wat u liet staan…</source>
   <translation>What you left as it is…</translation>
  </message>
  <message>
   <source>Wat u na de nieuwe peildatum nog beslist, plan voor plan</source>
   <translation>What you still decide after the new peildatum, plan by plan</translation>
  </message>
  <message>
   <source>Wat u nu doet</source>
   <translation>What you do now</translation>
  </message>
  <message>
   <source>Wat u nu kunt doen</source>
   <translation>What you can do now</translation>
  </message>
  <message>
   <source>Wat verandert er?</source>
   <translation>What changes?</translation>
  </message>
  <message>
   <source>Wat voor {day} is {finished}, gaat hiervan af. Het voorstel gaat ervan uit dat er nog niets is {finished}.</source>
   <translation>What was {finished} before {day} is to be taken off this. The proposal assumes that nothing has been {finished} yet.</translation>
  </message>
  <message>
   <source>Wat voor {day} is {finished}, telt niet meer mee. De fasering zegt niet hoeveel; het voorstel is het oude aantal.</source>
   <translation>What was {finished} before {day} no longer counts. The phasing does not say how many; the proposal is the old count.</translation>
  </message>
  <message>
   <source>Wat voor {day} is {finished}, telt niet meer mee. Het voorstel gaat ervan uit dat er nog niets is {finished}.</source>
   <translation>What was {finished} before {day} no longer counts. The proposal assumes that nothing has been {finished} yet.</translation>
  </message>
  <message>
   <source>Wat voor {day} is {finished}, telt niet meer mee. Het voorstel is wat volgens de planning overblijft.</source>
   <translation>What was {finished} before {day} no longer counts. The proposal is what remains by the planning.</translation>
  </message>
  <message>
   <source>Wat wordt gevraagd</source>
   <translation>What is asked</translation>
  </message>
  <message>
   <source>Weer openzetten</source>
   <translation>Open again</translation>
  </message>
  <message>
   <source>Weergave (view) ‘{view}’ in ‘{name}’ heeft waarden die niet in hun kolom passen, in rijen zonder eigen nummer. Kies de tabel waar zij uit komt.</source>
   <translation>View ‘{view}’ in ‘{name}’ has values that do not fit their columns, in rows without a number of their own. Choose the table that it comes from.</translation>
  </message>
  <message>
   <source>Weg zonder afmelding</source>
   <translation>Gone without report</translation>
  </message>
  <message>
   <source>Weigeren (Shift+F8)</source>
   <translation>Refuse (Shift+F8)</translation>
  </message>
  <message>
   <source>Wel {look}.</source>
   <translation>There are {look}.</translation>
  </message>
  <message>
   <source>Welke invulbladen kwamen terug?</source>
   <translation>Which fill-in sheets came back?</translation>
  </message>
  <message>
   <source>Welke kolom vult welk veld?</source>
   <translation>Which column fills which field?</translation>
  </message>
  <message>
   <source>Welke naam blijft</source>
   <translation>Which name stays</translation>
  </message>
  <message>
   <source>Welke plannen in de lijst staan</source>
   <translation>Which plans are listed</translation>
  </message>
  <message>
   <source>Welke planstatus</source>
   <translation>Which plan status</translation>
  </message>
  <message>
   <source>Welke regel</source>
   <translation>Which rule</translation>
  </message>
  <message>
   <source>Welke soort voorstellen</source>
   <translation>Which kind of proposals</translation>
  </message>
  <message>
   <source>Welke soort werk</source>
   <translation>Which kind of work</translation>
  </message>
  <message>
   <source>Welke vraag</source>
   <translation>Which question</translation>
  </message>
  <message>
   <source>Werk bij wat er sinds de vorige levering veranderde: nieuwe plannen, planstatus, gerealiseerd en vervallen.</source>
   <translation>Bring up to date what changed since the previous delivery: new plans, plan status, realised and dropped.</translation>
  </message>
  <message>
   <source>Werk een planbestand bij waarin al plannen staan. Plannen houden hun planbestand-ID; een lege waarde in de bron wist niets.</source>
   <translation>Update a plan file that has plans already. Plans keep their plan file ID; an empty value in the source wipes out nothing.</translation>
  </message>
  <message>
   <source>Werkkopie maken</source>
   <translation>Make a working copy</translation>
  </message>
  <message>
   <source>Werkkopie maken…</source>
   <translation>Make a working copy…</translation>
  </message>
  <message>
   <source>Werkkopie terugzetten</source>
   <translation>Put the working copy back</translation>
  </message>
  <message>
   <source>Wie</source>
   <translation>Who</translation>
  </message>
  <message>
   <source>Wie beslist</source>
   <translation>Who decides</translation>
  </message>
  <message>
   <source>Wie binnen de gemeente over dit plan gaat en het invult. Blijft in het planbestand en wordt nooit geleverd.</source>
   <translation>Who in the municipality deals with this plan and fills it in. Stays in the plan file and is never delivered.</translation>
  </message>
  <message>
   <source>Wie de provincie kan bellen of mailen</source>
   <translation>Whom the province can call or mail</translation>
  </message>
  <message>
   <source>Wie de provincie kan bellen of mailen; komt op het blad Toelichting.</source>
   <translation>Whom the province can call or mail; comes on sheet Toelichting.</translation>
  </message>
  <message>
   <source>Wie en waarom</source>
   <translation>Who and why</translation>
  </message>
  <message>
   <source>Wie en wanneer</source>
   <translation>Who and when</translation>
  </message>
  <message>
   <source>Wie sloop per jaar opgeeft, moet er hetzelfde totaal mee bereiken.</source>
   <translation>Who gives demolition per year must reach the same total with it.</translation>
  </message>
  <message>
   <source>Wijzigingen (*.json)</source>
   <translation>Changes (*.json)</translation>
  </message>
  <message>
   <source>Woningbouwplannen van de gemeente {name}, volgens de Basisset 2.0 van de Landelijke Monitor Voortgang Woningbouw.</source>
   <translation>Housing plans of the municipality of {name}, after the Basisset 2.0 of the Landelijke Monitor Voortgang Woningbouw.</translation>
  </message>
  <message>
   <source>Woningbouwplannen {gemeente}, peildatum {peildatum}</source>
   <translation>Housing plans {gemeente}, reference date {peildatum}</translation>
  </message>
  <message>
   <source>Woningbouwplannen: alle plannen opgeteld</source>
   <translation>Housing plans: all plans added up</translation>
  </message>
  <message>
   <source>Woningbouwplannen: openbare versie</source>
   <translation>Housing plans: public version</translation>
  </message>
  <message>
   <source>Woningen</source>
   <translation>Dwellings</translation>
  </message>
  <message>
   <source>Woningen buiten de andere segmenten, met bekende prijs en eigendom.</source>
   <translation>Dwellings outside the other segments, with known price and ownership.</translation>
  </message>
  <message>
   <source>Woningen buiten de gedefinieerde categorieën: prijs en eigendom zijn bekend, maar vallen in geen van de andere segmenten.</source>
   <translation>Dwellings outside the defined categories: price and ownership are known, but belong to none of the other segments.</translation>
  </message>
  <message>
   <source>Woningen die binnen het plan volgens de planning nog gesloopt gaan worden: vanaf de peildatum, in de komende 20 jaar. Als positief getal.</source>
   <translation>Dwellings that will still be demolished within the plan according to the planning: from the reference date on, in the next 20 years. As a positive number.</translation>
  </message>
  <message>
   <source>Woningen die op de peildatum nog gebouwd of gesloopt worden. Leeg is niet beantwoord; in de optelling telt dat als 0.</source>
   <translation>Dwellings still to be built or demolished on the reference date. Empty is not answered; in the sum that counts as 0.</translation>
  </message>
  <message>
   <source>Woningen die samen met andere woningen of (bedrijfs)ruimten een geheel pand vormen.</source>
   <translation>Dwellings that form a whole building together with other dwellings or (business) spaces.</translation>
  </message>
  <message>
   <source>Woningen die vanaf de peildatum nog gesloopt worden, als positief getal.</source>
   <translation>Dwellings that will still be demolished from the reference date on, as a positive number.</translation>
  </message>
  <message>
   <source>Woningen die voor een bepaalde tijd op een tijdelijke locatie mogen worden gebouwd (toegelaten functie wonen of tijdelijke afwijking van het omgevingsplan). De woning zelf mag van permanente of tijdelijke kwaliteit zijn. Permanent: de nieuwbouweisen van het Besluit Bouwwerken Leefomgeving (BBL). Tijdelijk: voor een termijn van ten hoogste 15 jaar.</source>
   <translation>Dwellings that may be built for a certain time at a temporary location (residential function allowed, or temporary deviation from the omgevingsplan). The dwelling itself may be of permanent or temporary quality. Permanent: the requirements for new buildings of the Besluit Bouwwerken Leefomgeving (BBL). Temporary: for at most 15 years.</translation>
  </message>
  <message>
   <source>Woningen die zelf ook een geheel pand vormen.</source>
   <translation>Dwellings that form a whole building by themselves.</translation>
  </message>
  <message>
   <source>Woningen door nieuwbouw aan of op bestaande panden en op al dan niet bebouwde gronden binnen bestaand stedelijk gebied, zoals niet-woonpanden, sportvelden of groenstroken.</source>
   <translation>Dwellings by new building at or on existing buildings and on land that is built on or not within existing urban area, such as non-residential buildings, sports fields or green strips.</translation>
  </message>
  <message>
   <source>Woningen in clusters van minder dan {minimum}, die landelijk als nultreden tellen: {count}.</source>
   <translation>Dwellings in clusters of fewer than {minimum}, which count nationally as nultreden (step-free): {count}.</translation>
  </message>
  <message>
   <source>Woningen op een tijdelijke locatie, van permanente of tijdelijke kwaliteit.</source>
   <translation>Dwellings at a temporary location, of permanent or temporary quality.</translation>
  </message>
  <message>
   <source>Woningen opgeleverd</source>
   <translation>Dwellings completed</translation>
  </message>
  <message>
   <source>Woningen van bruto totaal naar jaar van oplevering.</source>
   <translation>Dwellings of bruto totaal (gross total) by year of completion.</translation>
  </message>
  <message>
   <source>Woningen van bruto totaal naar jaar van oplevering: de eerstvolgende 10 jaar per jaar, de 10 jaar daarna over twee vijfjaarsperioden. In de najaarslevering (peildatum 1 juli) telt in het eerste jaar alleen wat in de tweede helft nog komt.</source>
   <translation>Dwellings of bruto totaal (gross total) by year of completion: the next 10 years per year, the 10 years after that in two periods of five years. In the najaarslevering (autumn delivery, reference date 1 July) the first year counts only what still comes in its second half.</translation>
  </message>
  <message>
   <source>Woningen van na {year} tellen niet mee in het totaal.</source>
   <translation>Dwellings after {year} do not count in the total.</translation>
  </message>
  <message>
   <source>Woningen van sloop totaal naar jaar van sloop. Niet verplicht; wie ze invult laat ze optellen tot sloop totaal.</source>
   <translation>Dwellings of sloop totaal (total demolition) by year of demolition. Optional; who fills them in makes them add up to sloop totaal.</translation>
  </message>
  <message>
   <source>Woningen van sloop totaal naar jaar van sloop; niet verplicht.</source>
   <translation>Dwellings of sloop totaal (total demolition) by year of demolition; optional.</translation>
  </message>
  <message>
   <source>Woningen volgens de BAG</source>
   <translation>Dwellings according to the BAG</translation>
  </message>
  <message>
   <source>Woningen waarvan het woningtype vooralsnog onbekend is.</source>
   <translation>Dwellings of which the type is not known yet.</translation>
  </message>
  <message>
   <source>Woningen waarvan prijssegment of eigendom (nog) onbekend zijn.</source>
   <translation>Dwellings of which price segment or ownership is not known (yet).</translation>
  </message>
  <message>
   <source>Woningtoevoeging (nieuwbouw en splitsing) en/of woningonttrekking (sloop en samenvoeging), waardoor de samenstelling van de bestaande woningvoorraad binnen bestaand stedelijk gebied verandert, zonder ingrijpende wijziging van de planologische functie.</source>
   <translation>Dwellings added (new building and splitting) and/or taken away (demolition and joining), which changes the composition of the housing stock within existing urban area, without a drastic change of the planning function.</translation>
  </message>
  <message>
   <source>Woningtoevoeging (nieuwbouw) van 11 of minder woningen, waardoor buiten het bestaand stedelijk gebied de woningvoorraad toeneemt. Het gaat om het aantal van de hele locatie, ook wat al gebouwd is.</source>
   <translation>Dwellings added (new building) of 11 or fewer dwellings, by which the housing stock outside existing urban area grows. It is about the number of the whole location, also what is built already.</translation>
  </message>
  <message>
   <source>Woningtoevoeging (nieuwbouw) van 12 of meer woningen buiten bestaand stedelijk gebied, op grond die voorheen een agrarische bestemming had; ook wel uitleglocatie genoemd. Het gaat om het aantal van de hele locatie, ook wat al gebouwd is.</source>
   <translation>Dwellings added (new building) of 12 or more dwellings outside existing urban area, on land that was agricultural before; also called uitleglocatie. It is about the number of the whole location, also what is built already.</translation>
  </message>
  <message>
   <source>Woningtoevoeging in bestaande niet-woonpanden (ver- en nieuwbouw) binnen bestaand stedelijk gebied, waardoor de gebruiksfunctie van een of meerdere verblijfsobjecten in het pand verandert. Het bestaande niet-woonpand wordt niet gesloopt.</source>
   <translation>Dwellings added in existing non-residential buildings (conversion and new building) within existing urban area, which changes the use of one or more verblijfsobjecten in the building. The existing non-residential building is not demolished.</translation>
  </message>
  <message>
   <source>Woningtoevoeging op al dan niet bebouwde gronden (verbouw, nieuwbouw en functiewijziging) binnen bestaand stedelijk gebied, waarbij de planologische functie verandert. Geen agrarische gronden (zie uitbreiding) en geen verdichtingsplannen. Bestaande (niet-)woongebouwen worden overwegend gesloopt en vervangen door nieuwe woongebouwen.</source>
   <translation>Dwellings added on land that is built on or not (conversion, new building and change of function) within existing urban area, where the planning function changes. No agricultural land (see uitbreiding) and no densification plans. Existing (non-)residential buildings are mostly demolished and replaced by new residential buildings.</translation>
  </message>
  <message>
   <source>Woningtype</source>
   <translation>Types of dwelling</translation>
  </message>
  <message>
   <source>Woningtype onbekend</source>
   <translation>Woningtype onbekend (dwelling type unknown)</translation>
  </message>
  <message>
   <source>Woningtypen tellen niet op bij {plans}</source>
   <translation>Dwelling types do not add up in {plans}</translation>
  </message>
  <message>
   <source>Woningtypen tellen niet op tot bruto totaal</source>
   <translation>Dwelling types do not add up to the gross total</translation>
  </message>
  <message>
   <source>Wordt</source>
   <translation>Becomes</translation>
  </message>
  <message>
   <source>Wordt bij PDOK opgehaald zolang de laag aan staat</source>
   <translation>Is fetched from PDOK as long as the layer is on</translation>
  </message>
  <message>
   <source>Wordt niet (meer) ingevuld</source>
   <translation>Is not filled in (any more)</translation>
  </message>
  <message>
   <source>Z: neemt de laatste beslissing terug</source>
   <translation>Z: takes back the last decision</translation>
  </message>
  <message>
   <source>Z: neemt terug wat u het laatst deed</source>
   <translation>Z: takes back what you did last</translation>
  </message>
  <message>
   <source>Zacht</source>
   <translation>Soft</translation>
  </message>
  <message>
   <source>Zacht ({codes})</source>
   <translation>Soft ({codes})</translation>
  </message>
  <message>
   <source>Zachte status {status}: dit mag zolang omwonenden niet alles van het plan weten (art. 6.a).</source>
   <translation>Soft status {status}: this is allowed as long as neighbours do not know all of the plan (art. 6.a).</translation>
  </message>
  <message>
   <source>Zeg wat onbekende woorden betekenen: kies bij het importeren onder ‘Welke kolom vult welk veld?’ de code en importeer opnieuw, of vul het veld in het formulier in.</source>
   <translation>Say what unknown words mean: when importing, choose the code under ‘Which column fills which field?’ and import again, or fill in the field in the form.</translation>
  </message>
  <message>
   <source>Zegt van elk plan wat ervan geworden is sinds de vorige levering: gelijk, gewijzigd, hernoemd, verplaatst, samengevoegd, gesplitst, gerealiseerd, vervallen, nieuw of verdwenen. Beide leveringen mogen een pakket (zip), een GeoPackage uit een pakket, een planbestand of een kaartlaag met plannamen zijn.
Plannen horen bij elkaar door hun planbestand-ID, of als twee van plannummer, naam en plek hetzelfde zeggen. Wat niet zeker is, is een voorstel: u kijkt zelf.
Het rapport noemt eerst de plannen die verdwenen zijn, en verklaart elke woning tussen het bruto van toen en van nu. Er wordt niets gewijzigd.</source>
   <translation>Says of every plan what became of it since the previous delivery: the same, changed, renamed, moved, merged, split, built, dropped, new or gone. Both deliveries may be a package (zip), a GeoPackage from a package, a plan file or a map layer with plan names.
Plans belong together by their plan file ID, or when two of plan number, name and place say the same. What is not certain is a proposal: you look yourself.
The report names the plans that are gone first, and explains every dwelling between the gross number of then and that of now. Nothing is changed.</translation>
  </message>
  <message>
   <source>Zekerheid</source>
   <translation>Certainty</translation>
  </message>
  <message>
   <source>Zekerheid: {share}%.</source>
   <translation>Certainty: {share}%.</translation>
  </message>
  <message>
   <source>Zelfstandige woningen die er binnen het plan volgens de planning bij komen, door nieuwbouw, transformatie of splitsing. Het gaat om de restcapaciteit: wat vanaf de peildatum nog gerealiseerd gaat worden, in de komende 20 jaar. Wat al is opgeleverd en wat pas na die 20 jaar komt, telt niet mee.</source>
   <translation>Independent dwellings that the plan will add according to the planning, by new building, conversion or splitting. It is about the restcapaciteit (remaining capacity): what will still be built from the reference date on, in the next 20 years. What is completed already and what comes after those 20 years does not count.</translation>
  </message>
  <message>
   <source>Zelfstandige woningen die er vanaf de peildatum nog bij komen, in 20 jaar.</source>
   <translation>Independent dwellings that are still added from the reference date on, in 20 years.</translation>
  </message>
  <message>
   <source>Zelfstandige woningen die van buiten en van binnen zonder trap te bereiken zijn.</source>
   <translation>Independent dwellings that can be reached without stairs from outside and inside.</translation>
  </message>
  <message>
   <source>Zelfstandige woningen die zowel intern als extern toegankelijk zijn. Van buiten zijn zij te bereiken zonder trap te lopen. Binnen zijn woonkamer, keuken, badkamer, toilet en minimaal 1 slaapkamer zonder trappen te bereiken. Zij zijn zo bij oplevering: een woning die met een traplift wordt aangepast, telt niet.</source>
   <translation>Independent dwellings that are accessible inside and outside. From outside they can be reached without climbing stairs. Inside, living room, kitchen, bathroom, toilet and at least 1 bedroom can be reached without stairs. They are so at completion: a dwelling that is adapted with a stair lift does not count.</translation>
  </message>
  <message>
   <source>Zet de buitengrens van elk plan tegen de klok in en elk gat met de klok mee. Uit: alleen bij polygonen die toch al gerepareerd worden.</source>
   <translation>Puts the outer border of each plan counter-clockwise and each hole clockwise. Off: only for polygons that are repaired anyway.</translation>
  </message>
  <message>
   <source>Zet de rest bij ‘{field}’</source>
   <translation>Put the rest at ‘{field}’</translation>
  </message>
  <message>
   <source>Zet dit plan terug zoals het was toen u het opende.</source>
   <translation>Puts this plan back as it was when you opened it.</translation>
  </message>
  <message>
   <source>Zet een laag met planpolygonen, een Excel-bestand met de gegevens, of allebei, om in een planbestand volgens de Basisset 2.0. Polygonen en rijen worden gekoppeld op de plannaam, letter voor letter, of op plannummer als de kolomkoppeling dat zegt.
De plugin herkent kolommen aan hun naam en inhoud, en kent deze bestanden: {known}. Welke kolom waarvoor is gebruikt staat in het rapport en in een JSON-bestand dat u kunt aanpassen en opnieuw kunt opgeven. Een waarde die niet zeker is blijft leeg en staat in het rapport; er wordt nooit een getal geraden.
Staan er al plannen in het planbestand, zet dan ‘Bestaande plannen bijwerken’ aan. Met ‘Alleen tonen’ ziet u eerst per plan wat er zou veranderen.</source>
   <translation>Turns a layer with plan polygons, an Excel file with the data, or both, into a plan file following the Basisset 2.0. Polygons and rows are linked by plan name, letter for letter, or by plan number if the column mapping says so.
The plugin recognises columns by their name and content, and knows these files: {known}. Which column was used for what stands in the report and in a JSON file that you can change and give again. A value that is not certain stays empty and stands in the report; a number is never guessed.
If the plan file has plans already, switch on ‘Update existing plans’. With ‘Only show’ you first see per plan what would change.</translation>
  </message>
  <message>
   <source>Zet een van beide op nee.</source>
   <translation>Set one of the two to no.</translation>
  </message>
  <message>
   <source>Zet geclusterd en zorggeschikt op 0</source>
   <translation>Set clustered and suitable for care to 0</translation>
  </message>
  <message>
   <source>Zet geclusterd en zorggeschikt op 0; de woningen blijven bij nultreden staan. Is dit de rest van een woonvorm die met wat al gebouwd is 12 of meer woningen telt, dan blijft het aantal staan: zeg dat in de toelichting.</source>
   <translation>Set clustered and suitable for care to 0; the dwellings stay at nultreden (step-free). If this is the rest of a form of living that has 12 or more dwellings with what is built already, the number stays: say so in the toelichting.</translation>
  </message>
  <message>
   <source>Zet gerealiseerd of vervallen op ja, of vul de aantallen in.</source>
   <translation>Set gerealiseerd (completed) or vervallen (cancelled) to yes, or fill in the counts.</translation>
  </message>
  <message>
   <source>Zet het antwoord van de provincie bij uw plannen: labels, opmerkingen en vragen staan dan op de kaart, en na ‘Plannen controleren’ ook in het paneel Controle. Uw plannen zelf veranderen niet.
Noemt de provincie een plan strijdig met haar beleid, dan geldt het voortaan als vertrouwelijk: in alles wat iedereen mag zien, staat het niet meer afzonderlijk.
Een antwoord hoort bij één levering. Is het van een andere gemeente, of van een levering die niet van dit planbestand gemaakt is, dan verandert er niets.</source>
   <translation>Puts the answer of the province beside your plans: labels, remarks and questions are then on the map, and after ‘Check plans’ also in the panel Check. Your plans themselves do not change.
If the province calls a plan contrary to its policy, it counts as confidential from now on: in everything that everybody may see it no longer stands by itself.
An answer belongs to one delivery. If it is of another municipality, or of a delivery that was not made of this plan file, nothing changes.</translation>
  </message>
  <message>
   <source>Zet vertrouwelijk op nee</source>
   <translation>Set confidential to no</translation>
  </message>
  <message>
   <source>Zet vertrouwelijk op nee of verbeter de planstatus.</source>
   <translation>Set confidential to no or correct the planstatus.</translation>
  </message>
  <message>
   <source>Zet {field} op ja</source>
   <translation>Set {field} to yes</translation>
  </message>
  <message>
   <source>Zet {field} op nee</source>
   <translation>Set {field} to no</translation>
  </message>
  <message>
   <source>Zo ook bij de andere plannen</source>
   <translation>Likewise in the other plans</translation>
  </message>
  <message>
   <source>Zo ver mag een plan over de gemeentegrens steken. Gebruik bij een gegeneraliseerde grens 50 m: die grens ligt zelf tientallen meters naast de echte.</source>
   <translation>A plan may stick out over the municipal boundary so far. With a generalised boundary use 50 m: that boundary itself lies tens of metres beside the real one.</translation>
  </message>
  <message>
   <source>Zo wordt het:   {values}</source>
   <translation>It becomes:   {values}</translation>
  </message>
  <message>
   <source>Zoek in alle kolommen</source>
   <translation>Search in all columns</translation>
  </message>
  <message>
   <source>Zoek op naam of CBS-code, bijvoorbeeld Heemskerk of GM0396</source>
   <translation>Search by name or CBS code, for example Heemskerk or GM0396</translation>
  </message>
  <message>
   <source>Zoek op plan, regel of tekst</source>
   <translation>Search for plan, rule or text</translation>
  </message>
  <message>
   <source>Zonder bouwjaar</source>
   <translation>Without year of construction</translation>
  </message>
  <message>
   <source>Zonder bouwjaar: {homes}. Kijk zelf wanneer die kwamen.</source>
   <translation>Without a year of construction: {homes}. Look for yourself when they came.</translation>
  </message>
  <message>
   <source>Zonder de openbare plannen is dat precies de optelling: {rest}. Staat daar ook een verdeling, naar kern of status? Dan volgt die van de vertrouwelijke plannen daaruit.</source>
   <translation>Without the public plans that is exactly the sum: {rest}. Does it also have a division, by village or status? Then that of the confidential plans follows from it.</translation>
  </message>
  <message>
   <source>Zonder de openbare plannen is dat {rest}: precies vertrouwelijk plan ‘{plan}’.</source>
   <translation>Without the public plans that is {rest}: exactly the confidential plan ‘{plan}’.</translation>
  </message>
  <message>
   <source>Zonder jaren in DetailPlanning komen alleen Totaal_resterend, Totaal_sloop_resterend en de resterende woningtypen over.</source>
   <translation>Without years in DetailPlanning only Totaal_resterend, Totaal_sloop_resterend and the remaining dwelling types are taken over.</translation>
  </message>
  <message>
   <source>Zonder naam, status, plaats en aantal plannen (Dataprotocol art. 13.d en 14).</source>
   <translation>Without name, status, place and number of plans (Dataprotocol art. 13.d and 14).</translation>
  </message>
  <message>
   <source>Zonder planstatus</source>
   <translation>Without a plan status</translation>
  </message>
  <message>
   <source>Zonder plugin, gelezen met {mapping}: {plans}; niet overgenomen: {rows} en {values}.</source>
   <translation>Without plugin, read with {mapping}: {plans}; not taken over: {rows} and {values}.</translation>
  </message>
  <message>
   <source>Zonder polygoon in Rijksdriehoekscoördinaten (EPSG:28992) staat een plan niet of op de verkeerde plek op de kaart.</source>
   <translation>Without a polygon in Rijksdriehoek coordinates (EPSG:28992) a plan is not on the map or in the wrong place.</translation>
  </message>
  <message>
   <source>Zonder toelichting: {plan}: {melding}</source>
   <translation>Without an explanation: {plan}: {melding}</translation>
  </message>
  <message>
   <source>Zorggeschikt</source>
   <translation>Zorggeschikt</translation>
  </message>
  <message>
   <source>Zorggeschikt: minstens de helft voor 55-plus</source>
   <translation>Suitable for care: at least half for 55-plus</translation>
  </message>
  <message>
   <source>[spatie]</source>
   <translation>[space]</translation>
  </message>
  <message>
   <source>aantal</source>
   <translation>number</translation>
  </message>
  <message>
   <source>aantal_geclusterde_woningen</source>
   <translation>aantal_geclusterde_woningen</translation>
  </message>
  <message>
   <source>aantal_nultreden_woningen</source>
   <translation>aantal_nultreden_woningen</translation>
  </message>
  <message>
   <source>aantal_tijdelijke_woningen</source>
   <translation>aantal_tijdelijke_woningen</translation>
  </message>
  <message>
   <source>aantal_zorggeschikte_woningen</source>
   <translation>aantal_zorggeschikte_woningen</translation>
  </message>
  <message>
   <source>aantallen van de bouwblokken die niet vóór de peildatum zijn opgeleverd</source>
   <translation>counts of the building blocks that were not completed before the reference date</translation>
  </message>
  <message>
   <source>achter</source>
   <translation>behind</translation>
  </message>
  <message>
   <source>afgehandeld</source>
   <translation>done</translation>
  </message>
  <message>
   <source>afgerond op hele millimeters</source>
   <translation>rounded to whole millimetres</translation>
  </message>
  <message>
   <source>afgesloten</source>
   <translation>closed</translation>
  </message>
  <message>
   <source>al eens ingelezen, en toch staat in het planbestand niet dit antwoord</source>
   <translation>read before, and yet the plan file does not hold this answer</translation>
  </message>
  <message>
   <source>al ontvangen op {when} als ‘{name}’.</source>
   <translation>received already on {when} as ‘{name}’.</translation>
  </message>
  <message>
   <source>alle plannen</source>
   <translation>all plans</translation>
  </message>
  <message>
   <source>alle plannen, opgeteld</source>
   <translation>all plans, added up</translation>
  </message>
  <message>
   <source>alle velden van {subject}</source>
   <translation>all fields of {subject}</translation>
  </message>
  <message>
   <source>alle {live} lopende plannen hebben één planstatus ({status}).</source>
   <translation>all {live} live plans have one plan status ({status}).</translation>
  </message>
  <message>
   <source>alle {n} plannen</source>
   <translation>all {n} plans</translation>
  </message>
  <message>
   <source>alle {plans}</source>
   <translation>all {plans}</translation>
  </message>
  <message>
   <source>alleen als er een antwoord van de provincie geopend is</source>
   <translation>only when an answer of the province was opened</translation>
  </message>
  <message>
   <source>alleen de naam lijkt erop</source>
   <translation>only the name resembles it</translation>
  </message>
  <message>
   <source>alleen de plek is gelijk</source>
   <translation>only the place is the same</translation>
  </message>
  <message>
   <source>alleen de vlakken gehouden</source>
   <translation>only the areas kept</translation>
  </message>
  <message>
   <source>alleen het plannummer en de plek lijken erop</source>
   <translation>only the plan number and the place resemble it</translation>
  </message>
  <message>
   <source>alleen het plannummer is gelijk; in het planbestand heet dit plan {name}</source>
   <translation>only the plan number is the same; in the plan file this plan is called {name}</translation>
  </message>
  <message>
   <source>alleen kolommen die binnen één jaar of periode van deze peildatum vallen</source>
   <translation>only columns that lie within one year or period of this reference date</translation>
  </message>
  <message>
   <source>alleen plannummer {number} is gelijk met polygoon {name}, en elders spreken plannummer en naam elkaar tegen; maak de namen gelijk of verbeter de plannummers</source>
   <translation>only plan number {number} is the same as polygon {name}, and elsewhere plan number and name contradict each other; make the names the same or correct the plan numbers</translation>
  </message>
  <message>
   <source>alleen wat letterlijk in de Basisset staat; voor de oude lijst staat een voorstel in de kolomkoppeling</source>
   <translation>only what is literally in the Basisset; for the old list there is a proposal in the column mapping</translation>
  </message>
  <message>
   <source>als het aantal groter is dan 0</source>
   <translation>when the number is greater than 0</translation>
  </message>
  <message>
   <source>als vorige levering telt een levering van vóór {day}; deze is van {own}.</source>
   <translation>a previous delivery is one from before {day}; this one is of {own}.</translation>
  </message>
  <message>
   <source>altijd ‘{value}’</source>
   <translation>always ‘{value}’</translation>
  </message>
  <message>
   <source>ander plan</source>
   <translation>other plan</translation>
  </message>
  <message>
   <source>andere plannen</source>
   <translation>other plans</translation>
  </message>
  <message>
   <source>andere polygoon</source>
   <translation>other polygon</translation>
  </message>
  <message>
   <source>andere reden</source>
   <translation>other reason</translation>
  </message>
  <message>
   <source>andere redenen</source>
   <translation>other reasons</translation>
  </message>
  <message>
   <source>antwoord</source>
   <translation>answer</translation>
  </message>
  <message>
   <source>antwoord wacht</source>
   <translation>answer waits</translation>
  </message>
  <message>
   <source>antwoorden</source>
   <translation>answers</translation>
  </message>
  <message>
   <source>antwoorden wachten</source>
   <translation>answers wait</translation>
  </message>
  <message>
   <source>april</source>
   <translation>April</translation>
  </message>
  <message>
   <source>augustus</source>
   <translation>August</translation>
  </message>
  <message>
   <source>begint met een nul; schrijf het getal zonder die nul</source>
   <translation>begins with a zero; write the number without that zero</translation>
  </message>
  <message>
   <source>begint niet met een statuscode ({first} tot en met {last})</source>
   <translation>does not begin with a status code ({first} to {last})</translation>
  </message>
  <message>
   <source>begint pas na de peildatum; kies de status zelf</source>
   <translation>begins only after the reference date; choose the status yourself</translation>
  </message>
  <message>
   <source>beslissing</source>
   <translation>decision</translation>
  </message>
  <message>
   <source>beslissingen</source>
   <translation>decisions</translation>
  </message>
  <message>
   <source>bestand</source>
   <translation>file</translation>
  </message>
  <message>
   <source>bestand of map</source>
   <translation>file or folder</translation>
  </message>
  <message>
   <source>bestanden</source>
   <translation>files</translation>
  </message>
  <message>
   <source>bestanden of mappen</source>
   <translation>files or folders</translation>
  </message>
  <message>
   <source>betaalbaar</source>
   <translation>affordable</translation>
  </message>
  <message>
   <source>betekent alleen dat de einddatum voorbij is; kijk in de BAG of alle woningen in gebruik zijn</source>
   <translation>only means that the end date has passed; look in the BAG whether all dwellings are in use</translation>
  </message>
  <message>
   <source>betekent waarschijnlijk ‘geen’ of ‘onbekend’; vul 0 in of laat het leeg</source>
   <translation>probably means ‘none’ or ‘unknown’; fill in 0 or leave it empty</translation>
  </message>
  <message>
   <source>bevat een onderdeel dat verdacht sterk is ingepakt (‘{part}’)</source>
   <translation>has a part that is packed suspiciously tightly (‘{part}’)</translation>
  </message>
  <message>
   <source>bevat een onderdeel met een ongeldige naam (‘{part}’)</source>
   <translation>has a part with an invalid name (‘{part}’)</translation>
  </message>
  <message>
   <source>bevat geen letter of cijfer</source>
   <translation>has no letter or digit</translation>
  </message>
  <message>
   <source>bevat het onzichtbare teken {signs}, dat een planbestand niet kan bewaren; overgenomen zonder dat teken</source>
   <translation>contains the invisible character {signs}, which a plan file cannot keep; taken over without that character</translation>
  </message>
  <message>
   <source>bevat macro’s, al eindigt de naam op .xlsx</source>
   <translation>has macros, although the name ends in .xlsx</translation>
  </message>
  <message>
   <source>bevat onderdelen die over elkaar heen liggen</source>
   <translation>has parts that lie over each other</translation>
  </message>
  <message>
   <source>bevat twee onderdelen met dezelfde naam (‘{part}’)</source>
   <translation>has two parts with the same name (‘{part}’)</translation>
  </message>
  <message>
   <source>bevat veel meer onderdelen dan een Excel-bestand hoort te hebben</source>
   <translation>has many more parts than a workbook should have</translation>
  </message>
  <message>
   <source>bevat {count} onderdelen, meer dan een Excel-bestand hoort te hebben</source>
   <translation>has {count} parts, more than a workbook should have</translation>
  </message>
  <message>
   <source>bevestig dit</source>
   <translation>confirm this</translation>
  </message>
  <message>
   <source>bevestigd</source>
   <translation>confirmed</translation>
  </message>
  <message>
   <source>bevinding</source>
   <translation>finding</translation>
  </message>
  <message>
   <source>bevinding ter informatie</source>
   <translation>finding for information</translation>
  </message>
  <message>
   <source>bevindingen</source>
   <translation>findings</translation>
  </message>
  <message>
   <source>bevindingen ter informatie</source>
   <translation>findings for information</translation>
  </message>
  <message>
   <source>bewaar alleen het blad met de plannen</source>
   <translation>keep only the sheet with the plans</translation>
  </message>
  <message>
   <source>bij cellen staan notities; die zijn niet gelezen. Bekijk ze in het bestand zelf.</source>
   <translation>there are notes at cells; they were not read. Look at them in the file itself.</translation>
  </message>
  <message>
   <source>bij de polygonen</source>
   <translation>with the polygons</translation>
  </message>
  <message>
   <source>bij peildatum {day} stond er {was}</source>
   <translation>at reference date {day} it said {was}</translation>
  </message>
  <message>
   <source>bij {plans} is een deel groter dan zijn geheel (regel A6)</source>
   <translation>in {plans} a part is larger than its whole (rule A6)</translation>
  </message>
  <message>
   <source>binnenstedelijk</source>
   <translation>within urban area</translation>
  </message>
  <message>
   <source>blad {sheet}, cel {cells}: plan ‘{plan}’, {field}: ‘{value}’ {problem}. Dit antwoord is niet overgenomen.</source>
   <translation>sheet {sheet}, cell {cells}: plan ‘{plan}’, {field}: ‘{value}’ {problem}. This answer was not taken over.</translation>
  </message>
  <message>
   <source>blad {sheet}, cel {cells}: {field}, zoals van plan ‘{plan}’: ‘{value}’ {problem}. Deze {count} antwoorden zijn niet overgenomen.</source>
   <translation>sheet {sheet}, cell {cells}: {field}, as of plan ‘{plan}’: ‘{value}’ {problem}. These {count} answers were not taken over.</translation>
  </message>
  <message>
   <source>blad {sheet}, cel {cell}: plan ‘{plan}’, {field} is gewijzigd in ‘{value}’. Dat is niet overgenomen; wijzig het zelf in het planbestand als het klopt.</source>
   <translation>sheet {sheet}, cell {cell}: plan ‘{plan}’, {field} was changed into ‘{value}’. That was not taken over; change it in the plan file yourself if it is right.</translation>
  </message>
  <message>
   <source>blad {sheet}, rij {row} (‘{plan}’) heeft geen planbestand-ID en is niet overgenomen. Teken een nieuw plan eerst in het planbestand.</source>
   <translation>sheet {sheet}, row {row} (‘{plan}’) has no plan file ID and was not taken over. Draw a new plan in the plan file first.</translation>
  </message>
  <message>
   <source>blad {sheet}, rij {row}: de kop is leeg of gewijzigd, daarom niet gelezen: {fields}. Zet de kop terug en lees het blad opnieuw in.</source>
   <translation>sheet {sheet}, row {row}: the heading is empty or changed, therefore not read: {fields}. Put the heading back and read the sheet again.</translation>
  </message>
  <message>
   <source>blad {sheet}, rij {row}: plan ‘{plan}’ ({leader}) zat niet in dit invulblad; de rij is niet overgenomen. Laat dit plan invullen in het invulblad waarin het verstuurd is.</source>
   <translation>sheet {sheet}, row {row}: plan ‘{plan}’ ({leader}) was not in this fill-in sheet; the row was not taken over. Have this plan filled in in the fill-in sheet in which it was sent.</translation>
  </message>
  <message>
   <source>blad {sheet}, rij {row}: plan ‘{plan}’ staat meer dan één keer in dit blad; elk antwoord wacht op uw keuze.</source>
   <translation>sheet {sheet}, row {row}: plan ‘{plan}’ stands more than once in this sheet; each answer waits for your choice.</translation>
  </message>
  <message>
   <source>blad {sheet}, rij {row}: plan ‘{plan}’ staat niet meer in het planbestand; de rij is niet overgenomen.</source>
   <translation>sheet {sheet}, row {row}: plan ‘{plan}’ is no longer in the plan file; the row was not taken over.</translation>
  </message>
  <message>
   <source>blad {sheet}, rij {row}: plan ‘{plan}’ zat niet in dit invulblad en staat niet in het planbestand; de rij is niet overgenomen.</source>
   <translation>sheet {sheet}, row {row}: plan ‘{plan}’ was not in this fill-in sheet and is not in the plan file; the row was not taken over.</translation>
  </message>
  <message>
   <source>blad {sheet}: bij Projectleider staat nu ‘{came}’ en dat was ‘{sent}’. Wijzig het veld Projectleider zelf in het planbestand als dat klopt.</source>
   <translation>sheet {sheet}: at Projectleider it now says ‘{came}’ and that was ‘{sent}’. Change the field Project leader in the plan file yourself if that is right.</translation>
  </message>
  <message>
   <source>blad {sheet}: de leesbare koppen zijn gewijzigd: {heads}. Gelezen is volgens de namen in rij {row}.</source>
   <translation>sheet {sheet}: the readable headings were changed: {heads}. It was read by the names in row {row}.</translation>
  </message>
  <message>
   <source>blad {sheet}: de leesbare koppen zijn weg. Gelezen is volgens de namen in rij {row}; kijk of elk antwoord in de goede kolom staat.</source>
   <translation>sheet {sheet}: the readable headings are gone. It was read by the names in row {row}; see that each answer stands in the right column.</translation>
  </message>
  <message>
   <source>blad {sheet}: in cel {cells} is doorgehaald wat verstuurd is, of wat geen antwoord is. Daardoor verandert niets; vraag de projectleider wat de bedoeling is.</source>
   <translation>sheet {sheet}: in cell {cells} what was sent, or what is no answer, is struck through. That changes nothing; ask the project leader what is meant.</translation>
  </message>
  <message>
   <source>blad {sheet}: in cel {cells} is iets getypt waar de formule van een totaal stond. Dat is niet overgenomen; vul de aantallen per plan in.</source>
   <translation>sheet {sheet}: in cell {cells} something was typed where the formula of a total was. That was not taken over; fill in the amounts of each plan.</translation>
  </message>
  <message>
   <source>blad {sheet}: niet gelezen is wat in cel {cells} staat, want boven die kolom staat geen kop van het invulblad. Zet het antwoord in de kolom van het veld, en een opmerking bij Toelichting.</source>
   <translation>sheet {sheet}: what stands in cell {cells} was not read, because no heading of the fill-in sheet stands above that column. Put the answer in the column of the field, and a remark under Toelichting.</translation>
  </message>
  <message>
   <source>blad {sheet}: niet gelezen is wat in cel {cells} staat; antwoorden tellen alleen op blad {plans}.</source>
   <translation>sheet {sheet}: what is in cell {cells} was not read; answers count on sheet {plans} only.</translation>
  </message>
  <message>
   <source>blad {sheet}: samengevoegde cellen: {cells}. Een samengevoegde cel heeft maar één antwoord; de antwoorden daaruit wachten op uw keuze.</source>
   <translation>sheet {sheet}: merged cells: {cells}. A merged cell has only one answer; the answers in it wait for your choice.</translation>
  </message>
  <message>
   <source>blad {sheet}: wel verstuurd, niet teruggekomen: {plans}. Daaraan verandert niets.</source>
   <translation>sheet {sheet}: sent but not come back: {plans}. Nothing of it changes.</translation>
  </message>
  <message>
   <source>blad ‘{sheet}’ hoort niet bij het invulblad en is niet gelezen; antwoorden tellen alleen op blad {plans}.</source>
   <translation>sheet ‘{sheet}’ does not belong to the fill-in sheet and was not read; answers count on sheet {plans} only.</translation>
  </message>
  <message>
   <source>blad ‘{sheet}’ van ‘{name}’</source>
   <translation>worksheet ‘{sheet}’ of ‘{name}’</translation>
  </message>
  <message>
   <source>blijft staan</source>
   <translation>stays</translation>
  </message>
  <message>
   <source>blok ‘{name}’</source>
   <translation>block ‘{name}’</translation>
  </message>
  <message>
   <source>bogen omgezet in rechte stukken</source>
   <translation>arcs converted to straight pieces</translation>
  </message>
  <message>
   <source>boven deze kolom staat de naam van een ander veld: ‘{field}’; kijk bij welk veld het antwoord hoort</source>
   <translation>the name of another field stands above this column: ‘{field}’; see which field the answer belongs to</translation>
  </message>
  <message>
   <source>breedte- en lengtegraden in verwisselde volgorde (WGS 84)</source>
   <translation>latitudes and longitudes in reversed order (WGS 84)</translation>
  </message>
  <message>
   <source>bruto</source>
   <translation>gross</translation>
  </message>
  <message>
   <source>bruto totaal gaat van {was} naar {now}, meer dan {percent}% verschil.</source>
   <translation>gross total goes from {was} to {now}, a difference of more than {percent}%.</translation>
  </message>
  <message>
   <source>buitenstedelijk</source>
   <translation>outside urban area</translation>
  </message>
  <message>
   <source>cel {cell}</source>
   <translation>cell {cell}</translation>
  </message>
  <message>
   <source>cel {cell} is {kind} ({text})</source>
   <translation>cell {cell} is {kind} ({text})</translation>
  </message>
  <message>
   <source>cel {cell} toont ‘{shown}’, gelezen is {value}</source>
   <translation>cell {cell} shows ‘{shown}’, read was {value}</translation>
  </message>
  <message>
   <source>code</source>
   <translation>code</translation>
  </message>
  <message>
   <source>controleer: geen bruikbare polygoon, teken het plangebied</source>
   <translation>check: no usable polygon, draw the plan area</translation>
  </message>
  <message>
   <source>controleer: ligt buiten RD, zet eerst de coördinaten om</source>
   <translation>check: lies outside RD, first convert the coordinates</translation>
  </message>
  <message>
   <source>controleer: niet te repareren, teken het plangebied opnieuw</source>
   <translation>check: cannot be repaired, draw the plan area again</translation>
  </message>
  <message>
   <source>controleer: te ingewikkeld om te repareren, teken het plangebied opnieuw</source>
   <translation>check: too complex to repair, draw the plan area again</translation>
  </message>
  <message>
   <source>controleer: {why}</source>
   <translation>check: {why}</translation>
  </message>
  <message>
   <source>controlerapport</source>
   <translation>check report</translation>
  </message>
  <message>
   <source>cyrillische</source>
   <translation>Cyrillic</translation>
  </message>
  <message>
   <source>dat is uw standaardantwoord voor plannen van deze gemeente</source>
   <translation>that is your usual answer for plans of this municipality</translation>
  </message>
  <message>
   <source>dat is vóór ‘geldig_van’</source>
   <translation>that is before ‘geldig_van’</translation>
  </message>
  <message>
   <source>dat kan alleen in het programma waarin het is gemaakt</source>
   <translation>that can only be done in the program in which it was made</translation>
  </message>
  <message>
   <source>de aanhalingstekens kloppen niet vanaf tekstregel {line}</source>
   <translation>the quotation marks are not right from line {line} on</translation>
  </message>
  <message>
   <source>de accenten op de letters verschillen</source>
   <translation>the accents on the letters differ</translation>
  </message>
  <message>
   <source>de andere delen zijn samen al {count}, evenveel als {whole}</source>
   <translation>the other parts already add up to {count}, as many as {whole}</translation>
  </message>
  <message>
   <source>de antwoorden van dit plan staan in de rij van plan ‘{plan}’</source>
   <translation>the answers of this plan are in the row of plan ‘{plan}’</translation>
  </message>
  <message>
   <source>de apostrof of het aanhalingsteken</source>
   <translation>the apostrophe or the quotation mark</translation>
  </message>
  <message>
   <source>de bewaarde kolomkoppeling</source>
   <translation>the column mapping that was kept</translation>
  </message>
  <message>
   <source>de bron</source>
   <translation>the source</translation>
  </message>
  <message>
   <source>de bron heeft {count} voor {first} t/m {last} samen (kolom ‘{column}’)</source>
   <translation>the source has {count} for {first} to {last} together (column ‘{column}’)</translation>
  </message>
  <message>
   <source>de bron zegt ‘{words}’</source>
   <translation>the source says ‘{words}’</translation>
  </message>
  <message>
   <source>de cel is doorgehaald</source>
   <translation>the cell is struck through</translation>
  </message>
  <message>
   <source>de cel is in het bestand één keer voor meer cellen opgeslagen; typ de naam zelf</source>
   <translation>the cell is stored once in the file for more cells; type the name yourself</translation>
  </message>
  <message>
   <source>de cel is leeg</source>
   <translation>the cell is empty</translation>
  </message>
  <message>
   <source>de cel is niet gevonden</source>
   <translation>the cell was not found</translation>
  </message>
  <message>
   <source>de cel is samengevoegd ({cells}); kijk bij welk plan en veld het antwoord hoort</source>
   <translation>the cell is merged ({cells}); see to which plan and field the answer belongs</translation>
  </message>
  <message>
   <source>de cel of de nieuwe naam heeft een ongewone vorm; typ de naam zelf</source>
   <translation>the cell or the new name has an unusual form; type the name yourself</translation>
  </message>
  <message>
   <source>de code van Status Planologisch</source>
   <translation>the code of Status Planologisch</translation>
  </message>
  <message>
   <source>de code van status_planologisch; de woorden erachter tellen niet</source>
   <translation>the code of status_planologisch; the words behind it do not count</translation>
  </message>
  <message>
   <source>de code waarmee de omschrijving begint; zonder letter kiest u zelf</source>
   <translation>the code with which the description begins; without a letter you choose yourself</translation>
  </message>
  <message>
   <source>de dienst is nu niet bereikbaar</source>
   <translation>the service cannot be reached now</translation>
  </message>
  <message>
   <source>de eerste</source>
   <translation>the first</translation>
  </message>
  <message>
   <source>de fasering van bruto</source>
   <translation>the phasing of gross</translation>
  </message>
  <message>
   <source>de fasering van sloop</source>
   <translation>the phasing of demolition</translation>
  </message>
  <message>
   <source>de gemeente koos voor optellen (art. 8), maar de plaats van haar gemeentehuis is niet bekend; geef een laag met gemeentehuizen.</source>
   <translation>the municipality chose summing (art. 8), but the place of its town hall is not known; give a layer of town halls.</translation>
  </message>
  <message>
   <source>de grens kruist zichzelf</source>
   <translation>the border crosses itself</translation>
  </message>
  <message>
   <source>de grens loopt over {length} heen en terug over dezelfde lijn</source>
   <translation>the border runs there and back over the same line for {length}</translation>
  </message>
  <message>
   <source>de grens raakt zichzelf in een punt</source>
   <translation>the border touches itself in a point</translation>
  </message>
  <message>
   <source>de grens van een gat of los deel kruist een andere ring van het plan</source>
   <translation>the border of a hole or a loose part crosses another ring of the plan</translation>
  </message>
  <message>
   <source>de inhoud</source>
   <translation>the contents</translation>
  </message>
  <message>
   <source>de jaren in DetailPlanning geven een ander totaal; dat van de jaren is gebruikt</source>
   <translation>the years in DetailPlanning give another total; that of the years is used</translation>
  </message>
  <message>
   <source>de jaren tellen op tot {sum}, meer dan totaal min gerealiseerd; de jaren zijn gebruikt</source>
   <translation>the years add up to {sum}, more than total minus completed; the years are used</translation>
  </message>
  <message>
   <source>de jaren van de rij Nieuwbouw; de jaren van een periode zijn opgeteld</source>
   <translation>the years of the row Nieuwbouw; the years of a period are added up</translation>
  </message>
  <message>
   <source>de kaartlaag</source>
   <translation>the map layer</translation>
  </message>
  <message>
   <source>de kaartlaag (‘{column}’)</source>
   <translation>the map layer (‘{column}’)</translation>
  </message>
  <message>
   <source>de kaartprojectie van webkaarten (Web Mercator)</source>
   <translation>the projection of web maps (Web Mercator)</translation>
  </message>
  <message>
   <source>de kolommen met echte jaren; jaren van een periode zijn opgeteld</source>
   <translation>the columns with real years; years of a period are added up</translation>
  </message>
  <message>
   <source>de laag</source>
   <translation>the layer</translation>
  </message>
  <message>
   <source>de levering als geheel</source>
   <translation>the delivery as a whole</translation>
  </message>
  <message>
   <source>de naam is gelijk, maar de polygoon ligt op een andere plek</source>
   <translation>the name is the same, but the polygon lies in another place</translation>
  </message>
  <message>
   <source>de naam is gelijk, maar het plannummer is ‘{ours}’ in de bron en ‘{theirs}’ in het planbestand</source>
   <translation>the name is the same, but the plan number is ‘{ours}’ in the source and ‘{theirs}’ in the plan file</translation>
  </message>
  <message>
   <source>de naam is te lang</source>
   <translation>the name is too long</translation>
  </message>
  <message>
   <source>de naam komt uit een formule; pas de bron van de formule aan</source>
   <translation>the name comes from a formula; change the source of the formula</translation>
  </message>
  <message>
   <source>de naam moet bij dit formaat eindigen op {suffixes}</source>
   <translation>in this format the name must end in {suffixes}</translation>
  </message>
  <message>
   <source>de naam staat meer dan één keer in bron of planbestand; geef elk plan een eigen naam of plannummer</source>
   <translation>the name is there more than once in source or plan file; give each plan its own name or plan number</translation>
  </message>
  <message>
   <source>de naam staat meer dan één keer {source}; geef elk plan een eigen naam en importeer opnieuw</source>
   <translation>the name is there more than once {source}; give each plan its own name and import again</translation>
  </message>
  <message>
   <source>de naam van de laag</source>
   <translation>the name of the layer</translation>
  </message>
  <message>
   <source>de naam van de vorige levering</source>
   <translation>the name of the previous delivery</translation>
  </message>
  <message>
   <source>de naam van het Excel-bestand</source>
   <translation>the name of the Excel file</translation>
  </message>
  <message>
   <source>de naam was eerst van een ander plan</source>
   <translation>the name was another plan's before</translation>
  </message>
  <message>
   <source>de nieuwe naam is leeg of te lang</source>
   <translation>the new name is empty or too long</translation>
  </message>
  <message>
   <source>de openbare plannen in WGS84, voor een website</source>
   <translation>the public plans in WGS84, for a website</translation>
  </message>
  <message>
   <source>de openbare plannen met hun polygonen (EPSG:28992); de optelling staat in een tabel zonder kaart</source>
   <translation>the public plans with their polygons (EPSG:28992); the sum is in a table without a map</translation>
  </message>
  <message>
   <source>de opleverjaren tellen op tot meer dan het aantal van het blok</source>
   <translation>the years of completion add up to more than the number of the block</translation>
  </message>
  <message>
   <source>de optelling als Excel-bestand</source>
   <translation>the sum as an Excel file</translation>
  </message>
  <message>
   <source>de optelling, en SHA-256 van elk bestand</source>
   <translation>the sum, and the SHA-256 of each file</translation>
  </message>
  <message>
   <source>de peildatum is {found} en niet {meant}.</source>
   <translation>the reference date is {found} and not {meant}.</translation>
  </message>
  <message>
   <source>de peildatum is {own} en dit is de beoordeling van {meant}; geef een oudere levering op bij ‘Vorige leveringen’.</source>
   <translation>the reference date is {own} and this is the review of {meant}; give an older delivery at ‘Previous deliveries’.</translation>
  </message>
  <message>
   <source>de plannaam is leeg; vul hem in en importeer opnieuw</source>
   <translation>the plan name is empty; fill it in and import again</translation>
  </message>
  <message>
   <source>de plannen tellen niet op tot de totalen in het manifest ({what}); vraag een nieuwe levering.</source>
   <translation>the plans do not add up to the totals in the manifest ({what}); ask for a new delivery.</translation>
  </message>
  <message>
   <source>de planologische status met de laatste begindatum die niet na de peildatum ligt; alleen de code telt</source>
   <translation>the planning status with the last begin date that is not after the reference date; only the code counts</translation>
  </message>
  <message>
   <source>de plek zegt dat het een ander plan is</source>
   <translation>the place says that it is another plan</translation>
  </message>
  <message>
   <source>de polygoon is niet verplaatst</source>
   <translation>the polygon has not moved</translation>
  </message>
  <message>
   <source>de polygoon is voor {share}% dezelfde (van {then} naar {now} m²)</source>
   <translation>{share}% of the polygon is the same (from {then} to {now} m²)</translation>
  </message>
  <message>
   <source>de polygoon ligt {metres} m verderop (van {then} naar {now} m²)</source>
   <translation>the polygon lies {metres} m further on (from {then} to {now} m²)</translation>
  </message>
  <message>
   <source>de prijsgrens van {year} is niet bekend; kies zelf het segment</source>
   <translation>the price limit of {year} is not known; choose the segment yourself</translation>
  </message>
  <message>
   <source>de prijssegmenten</source>
   <translation>the price segments</translation>
  </message>
  <message>
   <source>de prijzen tellen op tot meer dan het aantal van het blok</source>
   <translation>the prices add up to more than the number of the block</translation>
  </message>
  <message>
   <source>de rest is nog onbekend</source>
   <translation>the rest is not known yet</translation>
  </message>
  <message>
   <source>de schijf is alleen-lezen</source>
   <translation>the disk is read-only</translation>
  </message>
  <message>
   <source>de schijf is vol</source>
   <translation>the disk is full</translation>
  </message>
  <message>
   <source>de schijf is vol of niet meer te bereiken</source>
   <translation>the disk is full or can no longer be reached</translation>
  </message>
  <message>
   <source>de schijf of de verbinding ermee geeft een fout</source>
   <translation>the disk or the connection to it gives an error</translation>
  </message>
  <message>
   <source>de selectie</source>
   <translation>the selection</translation>
  </message>
  <message>
   <source>de som van de jaren die zijn ingevuld</source>
   <translation>the sum of the years that are filled in</translation>
  </message>
  <message>
   <source>de spaties verschillen</source>
   <translation>the spaces differ</translation>
  </message>
  <message>
   <source>de spelling verschilt: {shown}</source>
   <translation>the spelling differs: {shown}</translation>
  </message>
  <message>
   <source>de tekencodering is onbekend; sla het op als ‘CSV UTF-8’</source>
   <translation>the encoding is unknown; save it as ‘CSV UTF-8’</translation>
  </message>
  <message>
   <source>de tweede</source>
   <translation>the second</translation>
  </message>
  <message>
   <source>de vorige levering</source>
   <translation>the previous delivery</translation>
  </message>
  <message>
   <source>de vorige levering (‘{layer}’)</source>
   <translation>the previous delivery (‘{layer}’)</translation>
  </message>
  <message>
   <source>de woningtypen</source>
   <translation>the dwelling types</translation>
  </message>
  <message>
   <source>de woningtypen tellen op tot meer dan het aantal van het blok</source>
   <translation>the dwelling types add up to more than the number of the block</translation>
  </message>
  <message>
   <source>de woorden staan in een andere volgorde</source>
   <translation>the words are in another order</translation>
  </message>
  <message>
   <source>december</source>
   <translation>December</translation>
  </message>
  <message>
   <source>deel de coördinaten door 100</source>
   <translation>divide the coordinates by 100</translation>
  </message>
  <message>
   <source>deel de coördinaten door 1000</source>
   <translation>divide the coordinates by 1000</translation>
  </message>
  <message>
   <source>deel {number}</source>
   <translation>part {number}</translation>
  </message>
  <message>
   <source>deze jaren passen niet in één jaar of periode van de fasering; verdeel zelf</source>
   <translation>these years do not fit in one year or period of the phasing; divide it yourself</translation>
  </message>
  <message>
   <source>deze kolom telt alleen, vul de aantallen in</source>
   <translation>this column only counts, fill in the amounts</translation>
  </message>
  <message>
   <source>deze kolom telt alleen, vul ‘{bruto}’ en ‘{sloop}’ in</source>
   <translation>this column only counts, fill in ‘{bruto}’ and ‘{sloop}’</translation>
  </message>
  <message>
   <source>deze kolom telt alleen, vul ‘{total}’ en de verdeling ervan in</source>
   <translation>this column only counts, fill in ‘{total}’ and how it is divided</translation>
  </message>
  <message>
   <source>deze rij heeft de antwoorden van plan ‘{plan}’</source>
   <translation>this row has the answers of plan ‘{plan}’</translation>
  </message>
  <message>
   <source>dezelfde som per jaar; de jaren van een periode zijn opgeteld</source>
   <translation>the same sum per year; the years of a period are added up</translation>
  </message>
  <message>
   <source>die rij is er niet</source>
   <translation>that row is not there</translation>
  </message>
  <message>
   <source>dit bestand kan niet gelezen worden; vraag het opnieuw op. De technische details staan in het logboek, tabblad LMVW.</source>
   <translation>this file cannot be read; ask for it again. The technical details are in the log, tab LMVW.</translation>
  </message>
  <message>
   <source>dit blad zegt wat verstuurd is; een eerder blad zei iets anders: {value}</source>
   <translation>this sheet says what was sent; an earlier sheet said otherwise: {value}</translation>
  </message>
  <message>
   <source>dit is een deel van de plannen van de gemeente; vraag een levering met alle plannen (art. 5.c).</source>
   <translation>this is a part of the plans of the municipality; ask for a delivery of all its plans (art. 5.c).</translation>
  </message>
  <message>
   <source>dit is een planbestand; vraag de gemeente om het pakket dat zij met ‘Levering maken’ maakt.</source>
   <translation>this is a plan file; ask the municipality for the package that it makes with ‘Make a delivery’.</translation>
  </message>
  <message>
   <source>dit is een uitgepakt pakket; geef de zip zelf op, zoals de gemeente die stuurde.</source>
   <translation>this is an unpacked package; give the zip itself, as the municipality sent it.</translation>
  </message>
  <message>
   <source>dit is geen levering; vraag de gemeente om haar pakket (een zip).</source>
   <translation>this is no delivery; ask the municipality for its package (a zip).</translation>
  </message>
  <message>
   <source>dit is geen pakket van de plugin; importeer eerst, maak een pakket en voeg dat samen.</source>
   <translation>this is no package of the plugin; import first, make a package and merge that.</translation>
  </message>
  <message>
   <source>dit is geen pakket van een levering of het is beschadigd; vraag het opnieuw op.</source>
   <translation>this is no delivery package or it is damaged; ask for it again.</translation>
  </message>
  <message>
   <source>diwi_id</source>
   <translation>diwi_id</translation>
  </message>
  <message>
   <source>door u overgeslagen</source>
   <translation>skipped by you</translation>
  </message>
  <message>
   <source>door {who}</source>
   <translation>by {who}</translation>
  </message>
  <message>
   <source>draairichting van de ringen gelijkgemaakt</source>
   <translation>direction of the rings made the same</translation>
  </message>
  <message>
   <source>dubbele hoekpunten weggehaald</source>
   <translation>double vertices removed</translation>
  </message>
  <message>
   <source>dure huur + dure koop</source>
   <translation>dure huur + dure koop</translation>
  </message>
  <message>
   <source>een 3D-oppervlak</source>
   <translation>a 3D surface</translation>
  </message>
  <message>
   <source>een ander antwoord staat in {sheets}</source>
   <translation>another answer is in {sheets}</translation>
  </message>
  <message>
   <source>een ander plan in het planbestand heeft {value} al</source>
   <translation>another plan in the plan file has {value} already</translation>
  </message>
  <message>
   <source>een besturingsteken</source>
   <translation>a control character</translation>
  </message>
  <message>
   <source>een bijzondere spatie</source>
   <translation>a special space</translation>
  </message>
  <message>
   <source>een blad heet hoogstens {longest} tekens, zonder [ ] : * ? / \ en zonder ' of spatie aan het begin of eind</source>
   <translation>a worksheet has a name of at most {longest} characters, without [ ] : * ? / \ and without ' or a space at the beginning or the end</translation>
  </message>
  <message>
   <source>een coördinaat is geen getal</source>
   <translation>a coordinate is not a number</translation>
  </message>
  <message>
   <source>een datum</source>
   <translation>a date</translation>
  </message>
  <message>
   <source>een deel ligt binnen een ander deel van hetzelfde plan</source>
   <translation>a part lies within another part of the same plan</translation>
  </message>
  <message>
   <source>een deel van het blok is al opgeleverd; verdeel de rest zelf</source>
   <translation>a part of the block is completed already; divide the rest yourself</translation>
  </message>
  <message>
   <source>een dubbele spatie</source>
   <translation>a double space</translation>
  </message>
  <message>
   <source>een eerder blad zei iets anders: {value}</source>
   <translation>an earlier sheet said otherwise: {value}</translation>
  </message>
  <message>
   <source>een eerder jaar zegt iets anders</source>
   <translation>an earlier year says something else</translation>
  </message>
  <message>
   <source>een eerdere rij van dit project zegt iets anders; die is gebruikt</source>
   <translation>an earlier row of this project says something else; that one is used</translation>
  </message>
  <message>
   <source>een filter bij het starten</source>
   <translation>a filter at the start</translation>
  </message>
  <message>
   <source>een filter op de laag</source>
   <translation>a filter on the layer</translation>
  </message>
  <message>
   <source>een gat ligt binnen een ander gat</source>
   <translation>a hole lies within another hole</translation>
  </message>
  <message>
   <source>een gat ligt buiten het vlak waar het bij hoort</source>
   <translation>a hole lies outside the area to which it belongs</translation>
  </message>
  <message>
   <source>een getal</source>
   <translation>a number</translation>
  </message>
  <message>
   <source>een gok: zie ‘Wat opviel bij het lezen’</source>
   <translation>a guess: see ‘What was noticed while reading’</translation>
  </message>
  <message>
   <source>een grens aan het aantal plannen</source>
   <translation>a limit to the number of plans</translation>
  </message>
  <message>
   <source>een lijn</source>
   <translation>a line</translation>
  </message>
  <message>
   <source>een onzichtbaar afbreekstreepje</source>
   <translation>an invisible hyphen</translation>
  </message>
  <message>
   <source>een onzichtbaar teken</source>
   <translation>an invisible character</translation>
  </message>
  <message>
   <source>een pagina met grafieken, om te lezen en te printen</source>
   <translation>a page with charts, to read and to print</translation>
  </message>
  <message>
   <source>een pagina met kaart en grafieken, om te lezen en te printen</source>
   <translation>a page with map and charts, to read and to print</translation>
  </message>
  <message>
   <source>een plan zonder naam</source>
   <translation>a plan without a name</translation>
  </message>
  <message>
   <source>een punt</source>
   <translation>a point</translation>
  </message>
  <message>
   <source>een regeleinde</source>
   <translation>a line break</translation>
  </message>
  <message>
   <source>een richtingsteken</source>
   <translation>a direction mark</translation>
  </message>
  <message>
   <source>een ring heeft minder dan drie verschillende hoekpunten</source>
   <translation>a ring has fewer than three different vertices</translation>
  </message>
  <message>
   <source>een ring is niet gesloten</source>
   <translation>a ring is not closed</translation>
  </message>
  <message>
   <source>een ring komt twee keer voor</source>
   <translation>a ring is there twice</translation>
  </message>
  <message>
   <source>een spatie achter de naam</source>
   <translation>a space behind the name</translation>
  </message>
  <message>
   <source>een spatie voor de naam</source>
   <translation>a space in front of the name</translation>
  </message>
  <message>
   <source>een stelsel zonder naam</source>
   <translation>a system without a name</translation>
  </message>
  <message>
   <source>een tab</source>
   <translation>a tab</translation>
  </message>
  <message>
   <source>een trigger in het bestand wil daarbij plannen wijzigen; laat uw beheerder die verwijderen</source>
   <translation>a trigger in the file wants to change plans at the same time; have your administrator remove it</translation>
  </message>
  <message>
   <source>een vaste spatie</source>
   <translation>a no-break space</translation>
  </message>
  <message>
   <source>een voorstel voor de kolomkoppeling</source>
   <translation>a proposed column mapping</translation>
  </message>
  <message>
   <source>een vraagteken</source>
   <translation>a question mark</translation>
  </message>
  <message>
   <source>een wijziging in deze laag</source>
   <translation>a change in this layer</translation>
  </message>
  <message>
   <source>eigen</source>
   <translation>own</translation>
  </message>
  <message>
   <source>eigen opgave</source>
   <translation>own figure</translation>
  </message>
  <message>
   <source>eigendom en prijs per blok, naar de grenzen van het peiljaar; zonder prijs of eigendom: onbekend</source>
   <translation>ownership and price per block, by the limits of the reference year; without price or ownership: unknown</translation>
  </message>
  <message>
   <source>elk plan</source>
   <translation>each plan</translation>
  </message>
  <message>
   <source>en nog {count}</source>
   <translation>and {count} more</translation>
  </message>
  <message>
   <source>en t/m {amount} (plus {percent}%) als de bouw start voor 1 januari {year}</source>
   <translation>and up to {amount} (plus {percent}%) if building starts before 1 January {year}</translation>
  </message>
  <message>
   <source>er is geen eerdere levering gegeven.</source>
   <translation>no earlier delivery was given.</translation>
  </message>
  <message>
   <source>er is geen polygoon met de naam {name}, wel met de naam {near}: {why}; ‘Plannamen overnemen’ maakt ze gelijk, importeer daarna opnieuw</source>
   <translation>there is no polygon with the name {name}, but there is one with the name {near}: {why}; ‘Adopt plan names’ makes them the same, then import again</translation>
  </message>
  <message>
   <source>er komt te veel uit</source>
   <translation>it gives too much</translation>
  </message>
  <message>
   <source>er staan letters in die alleen op elkaar lijken</source>
   <translation>there are letters in it that only look alike</translation>
  </message>
  <message>
   <source>er staan {found} plannen in en het manifest noemt er {meant}; vraag een nieuwe levering.</source>
   <translation>it has {found} plans and the manifest tells of {meant}; ask for a new delivery.</translation>
  </message>
  <message>
   <source>er staat al iets anders met die naam</source>
   <translation>there is something else with that name already</translation>
  </message>
  <message>
   <source>er staat een bestand waar een map hoort</source>
   <translation>there is a file where a folder belongs</translation>
  </message>
  <message>
   <source>er staat een map met die naam</source>
   <translation>there is a folder with that name</translation>
  </message>
  <message>
   <source>er staat geen enkel plan in.</source>
   <translation>there is not a single plan in it.</translation>
  </message>
  <message>
   <source>er zijn meer plannen ‘{name}’</source>
   <translation>there are several plans ‘{name}’</translation>
  </message>
  <message>
   <source>februari</source>
   <translation>February</translation>
  </message>
  <message>
   <source>flexwoningen hoeven geen tijdelijke woningen te zijn; vul het aantal zelf in</source>
   <translation>flexwoningen need not be temporary dwellings; fill in the number yourself</translation>
  </message>
  <message>
   <source>formule</source>
   <translation>formula</translation>
  </message>
  <message>
   <source>fout</source>
   <translation>error</translation>
  </message>
  <message>
   <source>fouten</source>
   <translation>errors</translation>
  </message>
  <message>
   <source>gaan mee</source>
   <translation>are delivered</translation>
  </message>
  <message>
   <source>gaat mee</source>
   <translation>is delivered</translation>
  </message>
  <message>
   <source>gaatjes gevuld</source>
   <translation>small holes filled</translation>
  </message>
  <message>
   <source>gaten raken de grens of elkaar zo dat het vlak in stukken valt</source>
   <translation>holes touch the border or each other so that the area falls apart</translation>
  </message>
  <message>
   <source>geef een bestandsnaam zonder map, en zonder &lt; &gt; : " / \ | ? * of een punt vooraan</source>
   <translation>give a file name without a folder, and without &lt; &gt; : " / \ | ? * or a point in front</translation>
  </message>
  <message>
   <source>geef een naam van hoogstens {longest} tekens, zonder spatie of punt aan het begin of eind</source>
   <translation>give a name of at most {longest} characters, without a space or a point at the beginning or the end</translation>
  </message>
  <message>
   <source>geef het plan een naam die zegt waar het ligt, in alle bestanden tegelijk.</source>
   <translation>give the plan a name that says where it lies, in all files at the same time.</translation>
  </message>
  <message>
   <source>geef precies één van {names}</source>
   <translation>give exactly one of {names}</translation>
  </message>
  <message>
   <source>geen</source>
   <translation>none</translation>
  </message>
  <message>
   <source>geen BAG-bestand gekozen</source>
   <translation>no BAG file chosen</translation>
  </message>
  <message>
   <source>geen Excel-bestand om mee te vergelijken</source>
   <translation>no Excel file to compare with</translation>
  </message>
  <message>
   <source>geen aantal</source>
   <translation>no number</translation>
  </message>
  <message>
   <source>geen antwoord gewijzigd</source>
   <translation>no answer changed</translation>
  </message>
  <message>
   <source>geen fouten of waarschuwingen</source>
   <translation>no errors or warnings</translation>
  </message>
  <message>
   <source>geen gemeentegrens gekozen</source>
   <translation>no municipal boundary chosen</translation>
  </message>
  <message>
   <source>geen kaartgegevens (alleen een tabel)</source>
   <translation>no map data (only a table)</translation>
  </message>
  <message>
   <source>geen keuze</source>
   <translation>no choice</translation>
  </message>
  <message>
   <source>geen keuze vastgelegd</source>
   <translation>no choice recorded</translation>
  </message>
  <message>
   <source>geen kolommen</source>
   <translation>no columns</translation>
  </message>
  <message>
   <source>geen nieuwe velden</source>
   <translation>no new fields</translation>
  </message>
  <message>
   <source>geen polygonen</source>
   <translation>no polygons</translation>
  </message>
  <message>
   <source>geen toegang</source>
   <translation>no access</translation>
  </message>
  <message>
   <source>geen toegang, of in gebruik bij een ander programma</source>
   <translation>no access, or in use by another program</translation>
  </message>
  <message>
   <source>geen vorige levering</source>
   <translation>no previous delivery</translation>
  </message>
  <message>
   <source>gekoppeld op plannaam, maar bij de polygoon staat plannummer {number}</source>
   <translation>linked by plan name, but the polygon has plan number {number}</translation>
  </message>
  <message>
   <source>gekoppeld op plannummer {number}; de naam van de polygoon is aangehouden</source>
   <translation>linked by plan number {number}; the name of the polygon was kept</translation>
  </message>
  <message>
   <source>geldig gemaakt</source>
   <translation>made valid</translation>
  </message>
  <message>
   <source>geleverd</source>
   <translation>delivered</translation>
  </message>
  <message>
   <source>gemaakt met een nieuwere versie van de plugin; werk de plugin bij en open het pakket opnieuw.</source>
   <translation>made with a newer version of the plugin; update the plugin and open the package again.</translation>
  </message>
  <message>
   <source>gemaakt met een oudere versie van de plugin (schema {schema}), die dit niet had: {columns}. Vraag de gemeente de plugin bij te werken en opnieuw te leveren.</source>
   <translation>made with an older version of the plugin (schema {schema}), which did not have this: {columns}. Ask the municipality to update the plugin and deliver again.</translation>
  </message>
  <message>
   <source>gemeente</source>
   <translation>municipality</translation>
  </message>
  <message>
   <source>gemeente {name}</source>
   <translation>municipality {name}</translation>
  </message>
  <message>
   <source>gemeente {name} ligt in {own} en dit is de beoordeling van {provincie}.</source>
   <translation>municipality {name} lies in {own} and this is the review of {provincie}.</translation>
  </message>
  <message>
   <source>gemeenten</source>
   <translation>municipalities</translation>
  </message>
  <message>
   <source>geplakt</source>
   <translation>pasted</translation>
  </message>
  <message>
   <source>gerealiseerd</source>
   <translation>completed</translation>
  </message>
  <message>
   <source>gerealiseerd is {done}, meer dan het totaal</source>
   <translation>completed is {done}, more than the total</translation>
  </message>
  <message>
   <source>gesloopt</source>
   <translation>demolished</translation>
  </message>
  <message>
   <source>gewijzigd</source>
   <translation>changed</translation>
  </message>
  <message>
   <source>gewijzigd: {changes}</source>
   <translation>changed: {changes}</translation>
  </message>
  <message>
   <source>gezien</source>
   <translation>seen</translation>
  </message>
  <message>
   <source>grens verschoven</source>
   <translation>border moved</translation>
  </message>
  <message>
   <source>grens {year} niet bekend</source>
   <translation>limit {year} not known</translation>
  </message>
  <message>
   <source>griekse</source>
   <translation>Greek</translation>
  </message>
  <message>
   <source>haal de versleuteling eraf</source>
   <translation>take the encryption off</translation>
  </message>
  <message>
   <source>haal het wachtwoord van het bestand af</source>
   <translation>take the password off the file</translation>
  </message>
  <message>
   <source>haal in Excel het wachtwoord van het bestand af</source>
   <translation>take the password off the file in Excel</translation>
  </message>
  <message>
   <source>hard</source>
   <translation>hard</translation>
  </message>
  <message>
   <source>heeft alleen een naam en staat boven plannen; het lijkt een tussenkop. Is het een plan, vul dan iets in (0 mag) en importeer opnieuw</source>
   <translation>has only a name and stands above plans; it looks like a subheading. If it is a plan, fill something in (0 will do) and import again</translation>
  </message>
  <message>
   <source>heeft dezelfde polygoon als {name} in het planbestand; heet het plan nu anders, pas dan eerst de naam aan</source>
   <translation>has the same polygon as {name} in the plan file; if the plan has another name now, first change the name</translation>
  </message>
  <message>
   <source>heeft een ander teken dan de rest van de kolom</source>
   <translation>has another sign than the rest of the column</translation>
  </message>
  <message>
   <source>heeft een begin dat geen datum is (jjjj-mm-dd); kies de status zelf</source>
   <translation>has a beginning that is not a date (yyyy-mm-dd); choose the status yourself</translation>
  </message>
  <message>
   <source>heeft een spatie in het getal; schrijf het getal aaneen</source>
   <translation>has a space in the number; write the number without spaces</translation>
  </message>
  <message>
   <source>heeft in de bron geen jaar; verdeel zelf</source>
   <translation>has no year in the source; divide it yourself</translation>
  </message>
  <message>
   <source>heeft nog geen uitkomst; open het bestand in Excel, sla het op en lees het opnieuw in, of typ het antwoord zelf</source>
   <translation>has no result yet; open the file in Excel, save it and read it again, or type the answer yourself</translation>
  </message>
  <message>
   <source>heeft tekst naast het getal; zet de tekst in de toelichting</source>
   <translation>has text beside the number; put the text in the toelichting</translation>
  </message>
  <message>
   <source>heette {name}</source>
   <translation>was called {name}</translation>
  </message>
  <message>
   <source>het Excel-bestand</source>
   <translation>the Excel file</translation>
  </message>
  <message>
   <source>het Excel-bestand (‘{column}’)</source>
   <translation>the Excel file (‘{column}’)</translation>
  </message>
  <message>
   <source>het Excel-bestand noemt dit plan {better}: neem dat over als het klopt, in alle bestanden tegelijk.</source>
   <translation>the Excel file calls this plan {better}: adopt that if it is right, in all files at the same time.</translation>
  </message>
  <message>
   <source>het aantal van de corporatie ontbreekt of past niet</source>
   <translation>the number of the housing association is missing or does not fit</translation>
  </message>
  <message>
   <source>het aantal van de corporatie telt sloop of opgeleverde woningen mee</source>
   <translation>the number of the housing association includes demolition or completed dwellings</translation>
  </message>
  <message>
   <source>het aantal van de corporatie, alleen zonder sloop en zonder opgeleverde woningen; de rest is markt</source>
   <translation>the number of the housing association, only without demolition and without completed dwellings; the rest is market</translation>
  </message>
  <message>
   <source>het bestaat niet</source>
   <translation>it does not exist</translation>
  </message>
  <message>
   <source>het bestand kan niet gemaakt worden</source>
   <translation>the file cannot be made</translation>
  </message>
  <message>
   <source>het bestand wordt te groot</source>
   <translation>the file becomes too large</translation>
  </message>
  <message>
   <source>het bestand zegt niet van welke gemeente het is; zet de naam van de gemeente in de naam van het bestand of de map.</source>
   <translation>the file does not say of which municipality it is; put the name of the municipality in the name of the file or the folder.</translation>
  </message>
  <message>
   <source>het bevat tekens die niet in een tekstbestand horen</source>
   <translation>it has characters that do not belong in a text file</translation>
  </message>
  <message>
   <source>het blad is niet in UTF-8 geschreven</source>
   <translation>the sheet is not written in UTF-8</translation>
  </message>
  <message>
   <source>het geheel</source>
   <translation>the whole</translation>
  </message>
  <message>
   <source>het is alleen-lezen</source>
   <translation>it is read-only</translation>
  </message>
  <message>
   <source>het is beschadigd</source>
   <translation>it is damaged</translation>
  </message>
  <message>
   <source>het is geen GeoPackage of is beschadigd</source>
   <translation>it is not a GeoPackage or it is damaged</translation>
  </message>
  <message>
   <source>het is geen geldige {encoding}</source>
   <translation>it is not valid {encoding}</translation>
  </message>
  <message>
   <source>het is groter dan {limit} MB</source>
   <translation>it is larger than {limit} MB</translation>
  </message>
  <message>
   <source>het is hetzelfde plan: zo is besloten</source>
   <translation>it is the same plan: so it was decided</translation>
  </message>
  <message>
   <source>het kaartbestand is beschadigd; vraag een nieuwe levering.</source>
   <translation>the map file is damaged; ask for a new delivery.</translation>
  </message>
  <message>
   <source>het kaartbestand is niet dat van een levering ({what}); vraag een nieuwe levering.</source>
   <translation>the map file is not that of a delivery ({what}); ask for a new delivery.</translation>
  </message>
  <message>
   <source>het kan niet geopend worden</source>
   <translation>it cannot be opened</translation>
  </message>
  <message>
   <source>het opvragen duurt te lang</source>
   <translation>asking it takes too long</translation>
  </message>
  <message>
   <source>het oude RD-stelsel van voor 1970, met Amersfoort als oorsprong</source>
   <translation>the old RD system of before 1970, with Amersfoort as its origin</translation>
  </message>
  <message>
   <source>het plan klopt daarna niet: {finding}</source>
   <translation>the plan would then be wrong: {finding}</translation>
  </message>
  <message>
   <source>het plan staat meer dan één keer in dit blad</source>
   <translation>the plan stands more than once in this sheet</translation>
  </message>
  <message>
   <source>het plan wordt dan openbaar (Dataprotocol art. 6 en 14)</source>
   <translation>the plan then becomes public (Dataprotocol art. 6 and 14)</translation>
  </message>
  <message>
   <source>het planbestand</source>
   <translation>the plan file</translation>
  </message>
  <message>
   <source>het planbestand-ID is gelijk, maar naam en plek zeggen dat het een ander plan is</source>
   <translation>the plan file ID is the same, but name and place say that it is another plan</translation>
  </message>
  <message>
   <source>het staat alleen online en kan nu niet opgehaald worden; kies in Verkenner ‘Altijd behouden op dit apparaat’</source>
   <translation>it is only online and cannot be fetched now; in Explorer choose ‘Always keep on this device’</translation>
  </message>
  <message>
   <source>het streepje</source>
   <translation>the dash</translation>
  </message>
  <message>
   <source>het teken U+{code:04X} kan hier niet staan</source>
   <translation>the character U+{code:04X} cannot stand here</translation>
  </message>
  <message>
   <source>het voorstel</source>
   <translation>the proposal</translation>
  </message>
  <message>
   <source>hetzelfde als Excel-bestand</source>
   <translation>the same as an Excel file</translation>
  </message>
  <message>
   <source>hier hoort een jaartal</source>
   <translation>a year belongs here</translation>
  </message>
  <message>
   <source>hier hoort een lijst met minstens één kolom</source>
   <translation>a list of at least one column belongs here</translation>
  </message>
  <message>
   <source>hier hoort een lijst met namen van provincies: {names}</source>
   <translation>a list of names of provinces belongs here: {names}</translation>
  </message>
  <message>
   <source>hier hoort een lijst met zinnen</source>
   <translation>a list of sentences belongs here</translation>
  </message>
  <message>
   <source>hier hoort een object tussen accolades</source>
   <translation>an object between braces belongs here</translation>
  </message>
  <message>
   <source>hier hoort een tekst</source>
   <translation>a text belongs here</translation>
  </message>
  <message>
   <source>hierin staan alleen plannen van de eigen administratie (5A of 5B); vraag een nieuwe levering.</source>
   <translation>this has only plans of the own administration (5A or 5B); ask for a new delivery.</translation>
  </message>
  <message>
   <source>hierin zit een bestand met een pad of naam die geen pakket heeft ({name}); pak het niet uit en vraag het opnieuw op.</source>
   <translation>in this is a file with a path or name that no package has ({name}); do not unpack it and ask for it again.</translation>
  </message>
  <message>
   <source>hierin zit twee keer een bestand met dezelfde naam ({name}); vraag het opnieuw op.</source>
   <translation>in this is a file of the same name twice ({name}); ask for it again.</translation>
  </message>
  <message>
   <source>hoofdletters en kleine letters verschillen</source>
   <translation>capital and small letters differ</translation>
  </message>
  <message>
   <source>hoogtes (Z)</source>
   <translation>heights (Z)</translation>
  </message>
  <message>
   <source>hoogtes en meetwaarden weggehaald</source>
   <translation>heights and measures removed</translation>
  </message>
  <message>
   <source>hoort bij een som waarvan een ander deel niet gelezen kan worden</source>
   <translation>belongs to a sum of which another part cannot be read</translation>
  </message>
  <message>
   <source>hoort hier niet: deze kolom is grijs en beveiligd, want de gemeente kiest dit één keer voor de hele levering, bij ‘Levering maken’; laat de cel leeg</source>
   <translation>does not belong here: this column is grey and locked, because the municipality chooses this once for the whole delivery, in ‘Make a delivery’; leave the cell empty</translation>
  </message>
  <message>
   <source>hoort niet bij deze controle</source>
   <translation>does not belong to this check</translation>
  </message>
  <message>
   <source>hoort volgens de bron bij {other}, niet bij {gemeente}</source>
   <translation>belongs to {other} according to the source, not to {gemeente}</translation>
  </message>
  <message>
   <source>huur onbekend + koop onbekend + onbekend koop of huur</source>
   <translation>huur onbekend + koop onbekend + onbekend koop of huur</translation>
  </message>
  <message>
   <source>id</source>
   <translation>id</translation>
  </message>
  <message>
   <source>idem</source>
   <translation>the same</translation>
  </message>
  <message>
   <source>idem van de sloopblokken</source>
   <translation>the same of the demolition blocks</translation>
  </message>
  <message>
   <source>idem voor middenhuur</source>
   <translation>the same for mid-range rent</translation>
  </message>
  <message>
   <source>iets anders</source>
   <translation>something else</translation>
  </message>
  <message>
   <source>in beoordeling</source>
   <translation>in review</translation>
  </message>
  <message>
   <source>in cel {cell} staat nu ‘{seen}’ en dat was ‘{title}’</source>
   <translation>in cell {cell} it now says ‘{seen}’ and that was ‘{title}’</translation>
  </message>
  <message>
   <source>in de map met kolomkoppelingen staan er meer voor deze gemeente ({names}); laat er één staan.</source>
   <translation>the folder of column mappings has several for this municipality ({names}); leave one.</translation>
  </message>
  <message>
   <source>in deze rij staat de naam van een ander plan: ‘{plan}’; kijk bij welk plan het antwoord hoort</source>
   <translation>this row bears the name of another plan: ‘{plan}’; see which plan the answer belongs to</translation>
  </message>
  <message>
   <source>in gebruik bij een ander programma</source>
   <translation>in use by another program</translation>
  </message>
  <message>
   <source>in het Excel-bestand</source>
   <translation>in the Excel file</translation>
  </message>
  <message>
   <source>in orde</source>
   <translation>in order</translation>
  </message>
  <message>
   <source>in rij {number} ({amount})</source>
   <translation>in row {number} ({amount})</translation>
  </message>
  <message>
   <source>in rij {number} van het kaartbestand staat in ‘{column}’ niet wat daar hoort; vraag een nieuwe levering.</source>
   <translation>in row {number} of the map file ‘{column}’ does not hold what belongs there; ask for a new delivery.</translation>
  </message>
  <message>
   <source>in {lost} ontbreken de nullen vooraan die in {kept} wel staan; zo schrijft Excel een getal</source>
   <translation>in {lost} the zeros in front are missing that {kept} does have; Excel writes a number like that</translation>
  </message>
  <message>
   <source>in {where} heeft Excel van het percentage ‘{typed}’ een getal gemaakt ({made})</source>
   <translation>in {where} Excel has made a number of the percentage ‘{typed}’ ({made})</translation>
  </message>
  <message>
   <source>in {where} heeft Excel van ‘{typed}’ een datum gemaakt ({made})</source>
   <translation>in {where} Excel has made a date of ‘{typed}’ ({made})</translation>
  </message>
  <message>
   <source>in {where} heeft Excel van ‘{typed}’ een tijd gemaakt ({made})</source>
   <translation>in {where} Excel has made a time of ‘{typed}’ ({made})</translation>
  </message>
  <message>
   <source>in {where} is de naam afgekapt op {width} tekens</source>
   <translation>in {where} the name is cut off at {width} characters</translation>
  </message>
  <message>
   <source>in {where} is de naam een getal geworden ({made}); Excel laat nullen vooraan en achter de komma weg</source>
   <translation>in {where} the name has become a number ({made}); Excel leaves out zeros in front and behind the point</translation>
  </message>
  <message>
   <source>in {where} is een letter met accent als twee losse tekens opgeslagen</source>
   <translation>in {where} a letter with an accent is stored as two separate characters</translation>
  </message>
  <message>
   <source>in {where} staat een teken als code van Excel, zoals ‘_x000D_’ voor een regeleinde</source>
   <translation>in {where} there is a character written as a code of Excel, such as ‘_x000D_’ for a line break</translation>
  </message>
  <message>
   <source>in {where} staat een teken als code van een webpagina, zoals ‘&amp;amp;’ voor ‘&amp;’</source>
   <translation>in {where} there is a character written as a code of a web page, such as ‘&amp;amp;’ for ‘&amp;’</translation>
  </message>
  <message>
   <source>in {where} staat een {script} letter ({code}) die op de gewone ‘{plain}’ lijkt</source>
   <translation>in {where} there is a {script} letter ({code}) that looks like the ordinary ‘{plain}’</translation>
  </message>
  <message>
   <source>in {where} staat {sign} waar {lost} hoort; de tekencodering van dat bestand is verkeerd gelezen of geschreven</source>
   <translation>in {where} there is {sign} where {lost} belongs; the encoding of that file was read or written wrongly</translation>
  </message>
  <message>
   <source>in {where} staat {what}</source>
   <translation>in {where} there is {what}</translation>
  </message>
  <message>
   <source>in {where} staat ‘{plain}’ als één bijzonder teken ({code})</source>
   <translation>in {where} there is ‘{plain}’ as one special character ({code})</translation>
  </message>
  <message>
   <source>in {where} staat ‘{tag}’ {place} de naam</source>
   <translation>in {where} ‘{tag}’ stands {place} the name</translation>
  </message>
  <message>
   <source>in {where} zijn letters met een accent verkeerd ingelezen (UTF-8 als Windows-1252)</source>
   <translation>in {where} letters with an accent were read wrongly (UTF-8 as Windows-1252)</translation>
  </message>
  <message>
   <source>in ‘{name}’ staan meer bestanden met plannen ({names}); pak uit wat u nodig hebt en geef dat op.</source>
   <translation>‘{name}’ has several files with plans ({names}); unpack what you need and give that.</translation>
  </message>
  <message>
   <source>info</source>
   <translation>info</translation>
  </message>
  <message>
   <source>invullen of verbeteren</source>
   <translation>fill in or correct</translation>
  </message>
  <message>
   <source>is afgemeld</source>
   <translation>is reported as ended</translation>
  </message>
  <message>
   <source>is alleen een nummer of code</source>
   <translation>is only a number or code</translation>
  </message>
  <message>
   <source>is beveiligd met een wachtwoord</source>
   <translation>is protected with a password</translation>
  </message>
  <message>
   <source>is de naam van het bestand of de laag</source>
   <translation>is the name of the file or the layer</translation>
  </message>
  <message>
   <source>is de uitkomst van een formule</source>
   <translation>is the result of a formula</translation>
  </message>
  <message>
   <source>is een Excel-bestand met macro’s, al eindigt de naam op .xlsx</source>
   <translation>is a workbook with macros, although the name ends in .xlsx</translation>
  </message>
  <message>
   <source>is een Excel-bestand zonder macro’s, al eindigt de naam op .xlsm</source>
   <translation>is a workbook without macros, although the name ends in .xlsm</translation>
  </message>
  <message>
   <source>is een bereik, geen enkel getal</source>
   <translation>is a range, not a single number</translation>
  </message>
  <message>
   <source>is een datum, geen aantal</source>
   <translation>is a date, not a count</translation>
  </message>
  <message>
   <source>is een foutwaarde; verbeter de formule of typ het antwoord zelf</source>
   <translation>is an error value; mend the formula or type the answer yourself</translation>
  </message>
  <message>
   <source>is een getal met een macht van tien (1e3 is 1000); schrijf het getal voluit in cijfers</source>
   <translation>is a number with a power of ten (1e3 is 1000); write the number in full, in digits</translation>
  </message>
  <message>
   <source>is een negatief aantal</source>
   <translation>is a negative count</translation>
  </message>
  <message>
   <source>is een noot bij de tabel en geen plan</source>
   <translation>is a note with the table and not a plan</translation>
  </message>
  <message>
   <source>is een oud Excel-bestand (.xls)</source>
   <translation>is an old Excel file (.xls)</translation>
  </message>
  <message>
   <source>is een schatting; vul een heel getal in</source>
   <translation>is an estimate; fill in a whole number</translation>
  </message>
  <message>
   <source>is een totaalrij en geen plan; zij telt niet mee</source>
   <translation>is a line with totals and not a plan; it does not count</translation>
  </message>
  <message>
   <source>is een tussenkop boven plannen en geen plan</source>
   <translation>is a subheading above plans and not a plan</translation>
  </message>
  <message>
   <source>is geen Excel-bestand</source>
   <translation>is not an Excel workbook</translation>
  </message>
  <message>
   <source>is geen Excel-bestand, al eindigt de naam op {end}</source>
   <translation>is not a workbook, although the name ends in {end}</translation>
  </message>
  <message>
   <source>is geen OpenDocument-bestand</source>
   <translation>is not an OpenDocument worksheet</translation>
  </message>
  <message>
   <source>is geen aantal</source>
   <translation>is not a count</translation>
  </message>
  <message>
   <source>is geen getal</source>
   <translation>is not a number</translation>
  </message>
  <message>
   <source>is geen getal maar tekst; schrijf het in cijfers</source>
   <translation>is not a number but text; write it in digits</translation>
  </message>
  <message>
   <source>is geen heel getal</source>
   <translation>is not a whole number</translation>
  </message>
  <message>
   <source>is geen ja of nee</source>
   <translation>is not yes or no</translation>
  </message>
  <message>
   <source>is groter dan {limit} MB</source>
   <translation>is larger than {limit} MB</translation>
  </message>
  <message>
   <source>is in de kolomkoppeling op leeg gezet</source>
   <translation>is set to empty in the column mapping</translation>
  </message>
  <message>
   <source>is in het Excel-bestand een datum geworden; typ het nummer opnieuw als tekst</source>
   <translation>has become a date in the Excel file; type the number again as text</translation>
  </message>
  <message>
   <source>is leeg</source>
   <translation>is empty</translation>
  </message>
  <message>
   <source>is maar één teken</source>
   <translation>is only one character</translation>
  </message>
  <message>
   <source>is na de vorige import uit het planbestand verwijderd</source>
   <translation>was removed from the plan file after the previous import</translation>
  </message>
  <message>
   <source>is op een ongebruikelijke manier ingepakt</source>
   <translation>is packed in an unusual way</translation>
  </message>
  <message>
   <source>is te groot voor een aantal woningen</source>
   <translation>is too large for a number of dwellings</translation>
  </message>
  <message>
   <source>is versleuteld</source>
   <translation>is encrypted</translation>
  </message>
  <message>
   <source>is wat de cel laat zien, maar opgeslagen is {stored}</source>
   <translation>is what the cell shows, but stored is {stored}</translation>
  </message>
  <message>
   <source>is wat een programma in een lege cel schrijft</source>
   <translation>is what a program writes in an empty cell</translation>
  </message>
  <message>
   <source>ja</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>ja of nee</source>
   <translation>yes or no</translation>
  </message>
  <message>
   <source>ja, behalve gerealiseerd of vervallen</source>
   <translation>yes, except when completed or cancelled</translation>
  </message>
  <message>
   <source>ja/nee</source>
   <translation>yes/no</translation>
  </message>
  <message>
   <source>jaar van de einddatum van elk blok; de jaren van een periode zijn opgeteld</source>
   <translation>year of the end date of each block; the years of a period are added up</translation>
  </message>
  <message>
   <source>jaar {year}</source>
   <translation>year {year}</translation>
  </message>
  <message>
   <source>januari</source>
   <translation>January</translation>
  </message>
  <message>
   <source>juli</source>
   <translation>July</translation>
  </message>
  <message>
   <source>juni</source>
   <translation>June</translation>
  </message>
  <message>
   <source>kaartbestand en Excel-bestand noemen niet dezelfde plannen ({names} anders); vraag een nieuwe levering.</source>
   <translation>map file and Excel file do not name the same plans ({names} differ); ask for a new delivery.</translation>
  </message>
  <message>
   <source>kan een duizendtal of een breuk zijn; schrijf het getal zonder komma</source>
   <translation>may be a thousand or a fraction; write the number without a comma</translation>
  </message>
  <message>
   <source>kan een duizendtal of een breuk zijn; schrijf het getal zonder punt</source>
   <translation>may be a thousand or a fraction; write the number without a point</translation>
  </message>
  <message>
   <source>kan niet als lijst van jaren gelezen worden</source>
   <translation>cannot be read as a list of years</translation>
  </message>
  <message>
   <source>kan vervallen betekenen; vul in of het plan definitief niet doorgaat</source>
   <translation>may mean vervallen (cancelled); fill in whether the plan is definitely off</translation>
  </message>
  <message>
   <source>kies een waarde uit de lijst</source>
   <translation>choose a value from the list</translation>
  </message>
  <message>
   <source>kies het bestand met de plannen</source>
   <translation>choose the file with the plans</translation>
  </message>
  <message>
   <source>kies ja of nee</source>
   <translation>choose yes or no</translation>
  </message>
  <message>
   <source>kies voor de cel de opmaak Standaard en typ het getal opnieuw</source>
   <translation>give the cell the format General and type the number again</translation>
  </message>
  <message>
   <source>kies voor de cel de opmaak Tekst en typ het antwoord opnieuw</source>
   <translation>give the cell the format Text and type the answer again</translation>
  </message>
  <message>
   <source>kies {choices}</source>
   <translation>choose {choices}</translation>
  </message>
  <message>
   <source>kiezen</source>
   <translation>choose</translation>
  </message>
  <message>
   <source>klaar om te leveren</source>
   <translation>ready to deliver</translation>
  </message>
  <message>
   <source>kleine plannen worden niet als één plan geleverd</source>
   <translation>small plans are not delivered as one plan</translation>
  </message>
  <message>
   <source>klopt</source>
   <translation>right</translation>
  </message>
  <message>
   <source>klopt nog niet</source>
   <translation>not right yet</translation>
  </message>
  <message>
   <source>kolom</source>
   <translation>column</translation>
  </message>
  <message>
   <source>kolom {letters}</source>
   <translation>column {letters}</translation>
  </message>
  <message>
   <source>kolom ‘{name}’ staat er twee keer</source>
   <translation>column ‘{name}’ is there twice</translation>
  </message>
  <message>
   <source>kolommen</source>
   <translation>columns</translation>
  </message>
  <message>
   <source>kolommen optellen…</source>
   <translation>add up columns…</translation>
  </message>
  <message>
   <source>komt niet voor</source>
   <translation>does not occur</translation>
  </message>
  <message>
   <source>koop1 + koop2 (randtotaal); let op het jaar van de grens in de bron</source>
   <translation>koop1 + koop2 (marginal total); mind the year of the limit in the source</translation>
  </message>
  <message>
   <source>koop3 + koop4 + huur4 (randtotaal)</source>
   <translation>koop3 + koop4 + huur4 (marginal total)</translation>
  </message>
  <message>
   <source>koop_onb + huur_onb + onbekend (randtotaal)</source>
   <translation>koop_onb + huur_onb + onbekend (marginal total)</translation>
  </message>
  <message>
   <source>laag</source>
   <translation>layer</translation>
  </message>
  <message>
   <source>laag ‘{name}’</source>
   <translation>layer ‘{name}’</translation>
  </message>
  <message>
   <source>label</source>
   <translation>label</translation>
  </message>
  <message>
   <source>label of opmerking komt</source>
   <translation>label or remark comes</translation>
  </message>
  <message>
   <source>label, opmerking of vraag</source>
   <translation>label, remark or question</translation>
  </message>
  <message>
   <source>labels</source>
   <translation>labels</translation>
  </message>
  <message>
   <source>labels of opmerkingen komen</source>
   <translation>labels or remarks come</translation>
  </message>
  <message>
   <source>labels, opmerkingen en vragen</source>
   <translation>labels, remarks and questions</translation>
  </message>
  <message>
   <source>leeg</source>
   <translation>empty</translation>
  </message>
  <message>
   <source>leeg laten</source>
   <translation>leave empty</translation>
  </message>
  <message>
   <source>leeggemaakt in het invulblad</source>
   <translation>emptied in the fill-in sheet</translation>
  </message>
  <message>
   <source>leestekens of spaties verschillen</source>
   <translation>punctuation or spaces differ</translation>
  </message>
  <message>
   <source>lege delen weggehaald</source>
   <translation>empty parts removed</translation>
  </message>
  <message>
   <source>lengte- en breedtegraden (WGS 84)</source>
   <translation>longitudes and latitudes (WGS 84)</translation>
  </message>
  <message>
   <source>levering</source>
   <translation>delivery</translation>
  </message>
  <message>
   <source>ligt na {year}, het laatste jaar van de fasering</source>
   <translation>is after {year}, the last year of the phasing</translation>
  </message>
  <message>
   <source>ligt vast: de provincie vraagt het</source>
   <translation>fixed: the province asks it</translation>
  </message>
  <message>
   <source>ligt vast: dit wordt alleen gemeld</source>
   <translation>fixed: this is only told</translation>
  </message>
  <message>
   <source>ligt vast: gaat over vertrouwelijkheid</source>
   <translation>fixed: it is about confidentiality</translation>
  </message>
  <message>
   <source>ligt vast: zo staat het in het Dataprotocol</source>
   <translation>fixed: the Dataprotocol says so</translation>
  </message>
  <message>
   <source>ligt vast: zonder dit kan de provincie het plan niet verwerken</source>
   <translation>fixed: without this the province cannot process the plan</translation>
  </message>
  <message>
   <source>ligt vóór de peildatum</source>
   <translation>is before the reference date</translation>
  </message>
  <message>
   <source>lijkt op {name} in het planbestand, maar {why}; is het hetzelfde plan, maak de namen dan gelijk met ‘Plannamen overnemen’</source>
   <translation>resembles {name} in the plan file, but {why}; if it is the same plan, make the names the same with ‘Adopt plan names’</translation>
  </message>
  <message>
   <source>lijkt één plan</source>
   <translation>looks like one plan</translation>
  </message>
  <message>
   <source>lijnen</source>
   <translation>lines</translation>
  </message>
  <message>
   <source>maart</source>
   <translation>March</translation>
  </message>
  <message>
   <source>meetwaarden (M)</source>
   <translation>measures (M)</translation>
  </message>
  <message>
   <source>mei</source>
   <translation>May</translation>
  </message>
  <message>
   <source>na de controle gewijzigd; controleer opnieuw</source>
   <translation>changed after the check; check again</translation>
  </message>
  <message>
   <source>na de vorige import met de hand gewijzigd, en in de bron ook</source>
   <translation>changed by hand after the previous import, and in the source as well</translation>
  </message>
  <message>
   <source>na de vorige import met de hand gewijzigd; de bron is gelijk gebleven</source>
   <translation>changed by hand after the previous import; the source stayed the same</translation>
  </message>
  <message>
   <source>na het maken gewijzigd of beschadigd ({names}); vraag het opnieuw op.</source>
   <translation>changed or damaged after it was made ({names}); ask for it again.</translation>
  </message>
  <message>
   <source>na het versturen ook in het planbestand gewijzigd</source>
   <translation>also changed in the plan file after it was sent</translation>
  </message>
  <message>
   <source>naam</source>
   <translation>name</translation>
  </message>
  <message>
   <source>naam en plek samen zijn niet genoeg om zeker te zijn</source>
   <translation>name and place together are not enough to be certain</translation>
  </message>
  <message>
   <source>naam van het project</source>
   <translation>name of the project</translation>
  </message>
  <message>
   <source>najaarslevering</source>
   <translation>najaarslevering (autumn delivery)</translation>
  </message>
  <message>
   <source>namen</source>
   <translation>names</translation>
  </message>
  <message>
   <source>nee</source>
   <translation>no</translation>
  </message>
  <message>
   <source>negatief telt als positief</source>
   <translation>negative counts as positive</translation>
  </message>
  <message>
   <source>niet alle plannen zijn gecontroleerd</source>
   <translation>not all plans were checked</translation>
  </message>
  <message>
   <source>niet beantwoord</source>
   <translation>not answered</translation>
  </message>
  <message>
   <source>niet begonnen</source>
   <translation>not begun</translation>
  </message>
  <message>
   <source>niet bekend: de plannen komen niet uit een bestand</source>
   <translation>not known: the plans do not come from a file</translation>
  </message>
  <message>
   <source>niet beoordeeld</source>
   <translation>not reviewed</translation>
  </message>
  <message>
   <source>niet gerepareerd</source>
   <translation>not repaired</translation>
  </message>
  <message>
   <source>niet helemaal nagekeken</source>
   <translation>not checked completely</translation>
  </message>
  <message>
   <source>niet ingevuld</source>
   <translation>not filled in</translation>
  </message>
  <message>
   <source>niet ontvangen</source>
   <translation>not received</translation>
  </message>
  <message>
   <source>niet te openen</source>
   <translation>cannot be opened</translation>
  </message>
  <message>
   <source>niet uitgevoerd: {why}</source>
   <translation>not applied: {why}</translation>
  </message>
  <message>
   <source>niet van deze plugin</source>
   <translation>not of this plugin</translation>
  </message>
  <message>
   <source>niet verdeeld; zie de niet overgenomen waarden</source>
   <translation>not divided; see the values that were not taken over</translation>
  </message>
  <message>
   <source>niet vermeld</source>
   <translation>not stated</translation>
  </message>
  <message>
   <source>niets is gewijzigd</source>
   <translation>nothing has changed</translation>
  </message>
  <message>
   <source>nieuw</source>
   <translation>new</translation>
  </message>
  <message>
   <source>nieuw plan</source>
   <translation>new plan</translation>
  </message>
  <message>
   <source>nieuw plan ‘{plan}’</source>
   <translation>new plan ‘{plan}’</translation>
  </message>
  <message>
   <source>noemt meer dan één statuscode; kies er een</source>
   <translation>names more than one status code; choose one</translation>
  </message>
  <message>
   <source>nog leeg</source>
   <translation>still empty</translation>
  </message>
  <message>
   <source>nog niet</source>
   <translation>not yet</translation>
  </message>
  <message>
   <source>nog niet alles ingevuld; vul 0 in als er geen zijn</source>
   <translation>not everything filled in yet; fill in 0 if there are none</translation>
  </message>
  <message>
   <source>nog niet bekend</source>
   <translation>not known yet</translation>
  </message>
  <message>
   <source>nog niet bekend, vul hier in: Extra &gt; Opties &gt; LMVW</source>
   <translation>not known yet, fill in here: Settings &gt; Options &gt; LMVW</translation>
  </message>
  <message>
   <source>nog niet gecontroleerd</source>
   <translation>not checked yet</translation>
  </message>
  <message>
   <source>nog niet ingevuld</source>
   <translation>not filled in yet</translation>
  </message>
  <message>
   <source>nog niet officieel</source>
   <translation>not official yet</translation>
  </message>
  <message>
   <source>nog niet terug</source>
   <translation>not back yet</translation>
  </message>
  <message>
   <source>nog te controleren</source>
   <translation>still to be checked</translation>
  </message>
  <message>
   <source>nog te verdelen:</source>
   <translation>still to be divided:</translation>
  </message>
  <message>
   <source>nog {count} te verdelen</source>
   <translation>{count} still to be divided</translation>
  </message>
  <message>
   <source>november</source>
   <translation>November</translation>
  </message>
  <message>
   <source>nr. {fid}</source>
   <translation>no. {fid}</translation>
  </message>
  <message>
   <source>of een &amp;bestand</source>
   <translation>or a &amp;file</translation>
  </message>
  <message>
   <source>of een &amp;map met invulbladen</source>
   <translation>or a f&amp;older with fill-in sheets</translation>
  </message>
  <message>
   <source>officieel</source>
   <translation>official</translation>
  </message>
  <message>
   <source>oktober</source>
   <translation>October</translation>
  </message>
  <message>
   <source>om een andere reden ({count})</source>
   <translation>for another reason ({count})</translation>
  </message>
  <message>
   <source>onbekend</source>
   <translation>unknown</translation>
  </message>
  <message>
   <source>onder de laatste rij van de tabel staat geen plan meer</source>
   <translation>there is no plan below the last row of the table</translation>
  </message>
  <message>
   <source>ongedaan gemaakt</source>
   <translation>undone</translation>
  </message>
  <message>
   <source>ook wijzigingen die nog niet in het bestand stonden, zijn gecontroleerd</source>
   <translation>changes that were not in the file yet were checked too</translation>
  </message>
  <message>
   <source>openbaar plan</source>
   <translation>public plan</translation>
  </message>
  <message>
   <source>openbare plannen</source>
   <translation>public plans</translation>
  </message>
  <message>
   <source>opgeleverd</source>
   <translation>completed</translation>
  </message>
  <message>
   <source>opgeleverd vóór de peildatum; telt niet mee in de restcapaciteit (Invultips 2 en 3)</source>
   <translation>completed before the reference date; does not count in the remaining capacity (Invultips 2 and 3)</translation>
  </message>
  <message>
   <source>opgeteld in het plan voor kleine plannen (art. 9)</source>
   <translation>added up in the plan for small plans (art. 9)</translation>
  </message>
  <message>
   <source>opgeteld; een lege cel telt niet mee</source>
   <translation>added up; an empty cell does not count</translation>
  </message>
  <message>
   <source>opmerking</source>
   <translation>remark</translation>
  </message>
  <message>
   <source>opmerking of vraag</source>
   <translation>remark or question</translation>
  </message>
  <message>
   <source>opmerkingen</source>
   <translation>remarks</translation>
  </message>
  <message>
   <source>opmerkingen of vragen</source>
   <translation>remarks or questions</translation>
  </message>
  <message>
   <source>oppervlakte veranderd</source>
   <translation>area changed</translation>
  </message>
  <message>
   <source>optellen</source>
   <translation>summed</translation>
  </message>
  <message>
   <source>oude aantal</source>
   <translation>old number</translation>
  </message>
  <message>
   <source>ouder</source>
   <translation>older</translation>
  </message>
  <message>
   <source>overal 0</source>
   <translation>0 everywhere</translation>
  </message>
  <message>
   <source>overgenomen</source>
   <translation>adopted</translation>
  </message>
  <message>
   <source>overgeslagen</source>
   <translation>skipped</translation>
  </message>
  <message>
   <source>overig of onbekend</source>
   <translation>other or unknown</translation>
  </message>
  <message>
   <source>overlap over de grens</source>
   <translation>overlap across the border</translation>
  </message>
  <message>
   <source>pagina {page} van {pages}</source>
   <translation>page {page} of {pages}</translation>
  </message>
  <message>
   <source>pakket</source>
   <translation>package</translation>
  </message>
  <message>
   <source>pakketten</source>
   <translation>packages</translation>
  </message>
  <message>
   <source>parent_globalid</source>
   <translation>parent_globalid</translation>
  </message>
  <message>
   <source>pas dit aan</source>
   <translation>change this</translation>
  </message>
  <message>
   <source>past; andere woningen van dit plan:</source>
   <translation>fits; other dwellings of this plan:</translation>
  </message>
  <message>
   <source>peildatum {peildatum}</source>
   <translation>reference date {peildatum}</translation>
  </message>
  <message>
   <source>per plan</source>
   <translation>plan by plan</translation>
  </message>
  <message>
   <source>ph_short7 (in de bron: geclusterde ouderenwoningen)</source>
   <translation>ph_short7 (in the source: clustered dwellings for the elderly)</translation>
  </message>
  <message>
   <source>ph_short8</source>
   <translation>ph_short8</translation>
  </message>
  <message>
   <source>ph_short9</source>
   <translation>ph_short9</translation>
  </message>
  <message>
   <source>ph_text9, als dat een DIWI-kenmerk is</source>
   <translation>ph_text9, if that is a mark of DIWI</translation>
  </message>
  <message>
   <source>plan</source>
   <translation>plan</translation>
  </message>
  <message>
   <source>plan blijft zoals het is</source>
   <translation>plan stays as it is</translation>
  </message>
  <message>
   <source>plan gecontroleerd</source>
   <translation>plan checked</translation>
  </message>
  <message>
   <source>plan heeft een waarschuwing zonder toelichting</source>
   <translation>plan has a warning without an explanation</translation>
  </message>
  <message>
   <source>plan is daarna gewijzigd</source>
   <translation>plan was changed since</translation>
  </message>
  <message>
   <source>plan is in deze levering nog door niemand gezien</source>
   <translation>plan of this delivery has not been seen by anybody</translation>
  </message>
  <message>
   <source>plan is intussen elders beantwoord of verwijderd</source>
   <translation>plan was meanwhile answered elsewhere or removed</translation>
  </message>
  <message>
   <source>plan soort</source>
   <translation>plan soort</translation>
  </message>
  <message>
   <source>plan {number}</source>
   <translation>plan {number}</translation>
  </message>
  <message>
   <source>plan {number} van {count}</source>
   <translation>plan {number} of {count}</translation>
  </message>
  <message>
   <source>plan ‘{name}’</source>
   <translation>plan ‘{name}’</translation>
  </message>
  <message>
   <source>plan ‘{name}’ staat niet in deze tabel</source>
   <translation>plan ‘{name}’ is not in this table</translation>
  </message>
  <message>
   <source>plan ‘{plan}’, {field} (‘{old}’ wordt ‘{new}’)</source>
   <translation>plan ‘{plan}’, {field} (‘{old}’ becomes ‘{new}’)</translation>
  </message>
  <message>
   <source>plan_id: plannen houden hun planbestand-ID</source>
   <translation>plan_id: plans keep their plan file ID</translation>
  </message>
  <message>
   <source>plankaart {name} ligt over de hele polygoon en zegt ‘{words}’</source>
   <translation>plan map {name} covers the whole polygon and says ‘{words}’</translation>
  </message>
  <message>
   <source>plannaam</source>
   <translation>plannaam</translation>
  </message>
  <message>
   <source>plannaam in de laag</source>
   <translation>plan name in the layer</translation>
  </message>
  <message>
   <source>plannaam, letter voor letter</source>
   <translation>plan name, letter for letter</translation>
  </message>
  <message>
   <source>plannaam; de rijen van één plan horen bij elkaar door parent_globalid</source>
   <translation>plannaam; the rows of one plan belong together by parent_globalid</translation>
  </message>
  <message>
   <source>plannen</source>
   <translation>plans</translation>
  </message>
  <message>
   <source>plannen blijven zoals ze zijn</source>
   <translation>plans stay as they are</translation>
  </message>
  <message>
   <source>plannen gecontroleerd</source>
   <translation>plans checked</translation>
  </message>
  <message>
   <source>plannen hebben een waarschuwing zonder toelichting</source>
   <translation>plans have a warning without an explanation</translation>
  </message>
  <message>
   <source>plannen zijn daarna gewijzigd</source>
   <translation>plans were changed since</translation>
  </message>
  <message>
   <source>plannen zijn in deze levering nog door niemand gezien</source>
   <translation>plans of this delivery have not been seen by anybody</translation>
  </message>
  <message>
   <source>plannen zijn intussen elders beantwoord of verwijderd</source>
   <translation>plans were meanwhile answered elsewhere or removed</translation>
  </message>
  <message>
   <source>plannummer</source>
   <translation>plan number</translation>
  </message>
  <message>
   <source>plannummer, en anders plannaam</source>
   <translation>plan number, and else plan name</translation>
  </message>
  <message>
   <source>planologische planstatus</source>
   <translation>planologische planstatus (planning status)</translation>
  </message>
  <message>
   <source>planstatus leeg of geen code</source>
   <translation>planstatus empty or not a code</translation>
  </message>
  <message>
   <source>planstatus volgens de plankaart (IMRO)</source>
   <translation>plan status according to the plan map (IMRO)</translation>
  </message>
  <message>
   <source>planstatus {status}: eigen administratie</source>
   <translation>planstatus {status}: own administration</translation>
  </message>
  <message>
   <source>plantype; ‘Onbekend’ vult u zelf aan</source>
   <translation>plantype; ‘Onbekend’ (unknown) you add yourself</translation>
  </message>
  <message>
   <source>plugin</source>
   <translation>plugin</translation>
  </message>
  <message>
   <source>polygonen</source>
   <translation>polygons</translation>
  </message>
  <message>
   <source>polygonen controleren en leveren</source>
   <translation>checking polygons and delivering</translation>
  </message>
  <message>
   <source>polygoon</source>
   <translation>polygon</translation>
  </message>
  <message>
   <source>polygoon anders</source>
   <translation>polygon is another</translation>
  </message>
  <message>
   <source>polygoon {number}</source>
   <translation>polygon {number}</translation>
  </message>
  <message>
   <source>prijs {range} telt als middenhuur als de bouw start voor 1 januari {year}; kies zelf het segment</source>
   <translation>price {range} counts as mid-range rent if building starts before 1 January {year}; choose the segment yourself</translation>
  </message>
  <message>
   <source>prijsgrens</source>
   <translation>price limit</translation>
  </message>
  <message>
   <source>prijsklasse {range} loopt over de grens van {limit}; kies zelf het segment</source>
   <translation>price range {range} crosses the limit of {limit}; choose the segment yourself</translation>
  </message>
  <message>
   <source>prijsklasse ‘{name}’ heeft geen bedragen; kies zelf het segment</source>
   <translation>price range ‘{name}’ has no amounts; choose the segment yourself</translation>
  </message>
  <message>
   <source>provincie</source>
   <translation>province</translation>
  </message>
  <message>
   <source>punten</source>
   <translation>points</translation>
  </message>
  <message>
   <source>reactie</source>
   <translation>response</translation>
  </message>
  <message>
   <source>reden</source>
   <translation>reason</translation>
  </message>
  <message>
   <source>redenen</source>
   <translation>reasons</translation>
  </message>
  <message>
   <source>regel</source>
   <translation>rule</translation>
  </message>
  <message>
   <source>regels</source>
   <translation>rules</translation>
  </message>
  <message>
   <source>rij</source>
   <translation>row</translation>
  </message>
  <message>
   <source>rij {number}</source>
   <translation>row {number}</translation>
  </message>
  <message>
   <source>rijen</source>
   <translation>rows</translation>
  </message>
  <message>
   <source>ring gesloten</source>
   <translation>ring closed</translation>
  </message>
  <message>
   <source>samen</source>
   <translation>together</translation>
  </message>
  <message>
   <source>samen 1 woning</source>
   <translation>together 1 dwelling</translation>
  </message>
  <message>
   <source>samen {n} woningen</source>
   <translation>together {n} dwellings</translation>
  </message>
  <message>
   <source>schrijf de dag als jjjj-mm-dd of laat hem leeg</source>
   <translation>write the day as yyyy-mm-dd or leave it empty</translation>
  </message>
  <message>
   <source>schrijf naam=waarde, met ; ertussen</source>
   <translation>write name=value, with ; in between</translation>
  </message>
  <message>
   <source>september</source>
   <translation>September</translation>
  </message>
  <message>
   <source>sinds ‘{name}’ zijn {plans} weg zonder afmelding.</source>
   <translation>since ‘{name}’ {plans} went without being reported as finished.</translation>
  </message>
  <message>
   <source>sla het in Excel of LibreOffice opnieuw op</source>
   <translation>save it again in Excel or LibreOffice</translation>
  </message>
  <message>
   <source>sla het in Excel op als .xlsx</source>
   <translation>save it as .xlsx in Excel</translation>
  </message>
  <message>
   <source>sla het in Excel opnieuw op als .xlsx</source>
   <translation>save it again as .xlsx in Excel</translation>
  </message>
  <message>
   <source>sloop</source>
   <translation>demolition</translation>
  </message>
  <message>
   <source>snippers weggehaald</source>
   <translation>slivers removed</translation>
  </message>
  <message>
   <source>som over de prijsklassen (randtotaal)</source>
   <translation>sum over the price ranges (marginal total)</translation>
  </message>
  <message>
   <source>som van de 33 aantallen van de jaren vanaf de peildatum</source>
   <translation>sum of the 33 counts of the years from the reference date on</translation>
  </message>
  <message>
   <source>som van de 33 sloopaantallen van de jaren vanaf de peildatum</source>
   <translation>sum of the 33 demolition counts of the years from the reference date on</translation>
  </message>
  <message>
   <source>soort of aantal van dit blok is niet ingevuld</source>
   <translation>kind or number of this block is not filled in</translation>
  </message>
  <message>
   <source>spaties en spelling verschillen een enkele letter</source>
   <translation>spaces and spelling differ in a single letter</translation>
  </message>
  <message>
   <source>staat niet in de bron</source>
   <translation>is not in the source</translation>
  </message>
  <message>
   <source>staat niet in de lijst van de Basisset</source>
   <translation>is not in the list of the Basisset</translation>
  </message>
  <message>
   <source>staat niet in de lijst van de Basisset; kies uit: {values}</source>
   <translation>is not in the list of the Basisset; choose from: {values}</translation>
  </message>
  <message>
   <source>staat waar een formule stond</source>
   <translation>stands where a formula was</translation>
  </message>
  <message>
   <source>status</source>
   <translation>status</translation>
  </message>
  <message>
   <source>stond niet zo in de lijst waaruit u koos</source>
   <translation>was not like this in the list from which you chose</translation>
  </message>
  <message>
   <source>strijdig met provinciaal beleid</source>
   <translation>contrary to provincial policy</translation>
  </message>
  <message>
   <source>t/m {amount} in {year}</source>
   <translation>up to {amount} in {year}</translation>
  </message>
  <message>
   <source>taak</source>
   <translation>task</translation>
  </message>
  <message>
   <source>taken</source>
   <translation>tasks</translation>
  </message>
  <message>
   <source>te repareren met ‘Polygonen repareren’</source>
   <translation>can be repaired with ‘Repair polygons’</translation>
  </message>
  <message>
   <source>te veel:</source>
   <translation>too many:</translation>
  </message>
  <message>
   <source>te verbeteren</source>
   <translation>to be improved</translation>
  </message>
  <message>
   <source>teken omgekeerd: staat in de bron als negatief getal</source>
   <translation>sign reversed: a negative number in the source</translation>
  </message>
  <message>
   <source>tekst</source>
   <translation>text</translation>
  </message>
  <message>
   <source>tel 155.000 m bij x en 463.000 m bij y op</source>
   <translation>add 155,000 m to x and 463,000 m to y</translation>
  </message>
  <message>
   <source>telt niet: de officiële grens gaat voor</source>
   <translation>does not count: the official limit goes first</translation>
  </message>
  <message>
   <source>telt niet: uw eigen opgave gaat voor</source>
   <translation>does not count: your own statement goes first</translation>
  </message>
  <message>
   <source>telt op</source>
   <translation>adds up</translation>
  </message>
  <message>
   <source>telt op; vul lege velden met 0</source>
   <translation>adds up; fill empty fields with 0</translation>
  </message>
  <message>
   <source>telt opgeleverde woningen mee en trekt sloop af; vul het prijssegment zelf in</source>
   <translation>includes completed dwellings and subtracts demolition; fill in the price segment yourself</translation>
  </message>
  <message>
   <source>telt voor {year}</source>
   <translation>counts for {year}</translation>
  </message>
  <message>
   <source>terug op {day} met {count}</source>
   <translation>back on {day} with {count}</translation>
  </message>
  <message>
   <source>twee derde ({share}): {count}</source>
   <translation>two thirds ({share}): {count}</translation>
  </message>
  <message>
   <source>twee ringen van het plan vallen over {length} samen</source>
   <translation>two rings of the plan coincide for {length}</translation>
  </message>
  <message>
   <source>uit bestand {name}</source>
   <translation>from file {name}</translation>
  </message>
  <message>
   <source>uitschieters weggehaald</source>
   <translation>spikes removed</translation>
  </message>
  <message>
   <source>uw schijfruimte is op</source>
   <translation>your disk space is used up</translation>
  </message>
  <message>
   <source>van</source>
   <translation>of</translation>
  </message>
  <message>
   <source>van dienst {address}</source>
   <translation>from service {address}</translation>
  </message>
  <message>
   <source>van een afzender wordt niets uitgevoerd</source>
   <translation>nothing of a sender is run</translation>
  </message>
  <message>
   <source>van {rest} van de {whole} woningen is bij {parts} niets ingevuld</source>
   <translation>of {rest} of the {whole} dwellings nothing is filled in at {parts}</translation>
  </message>
  <message>
   <source>vaste waarde…</source>
   <translation>fixed value…</translation>
  </message>
  <message>
   <source>veld</source>
   <translation>field</translation>
  </message>
  <message>
   <source>veld gevraagd en nog niet bekend</source>
   <translation>field asked and not known yet</translation>
  </message>
  <message>
   <source>veld van dit plan heeft een voorstel.</source>
   <translation>field of this plan has a proposal.</translation>
  </message>
  <message>
   <source>veld ‘{name}’ kent het planbestand niet</source>
   <translation>the plan file does not know field ‘{name}’</translation>
  </message>
  <message>
   <source>velden</source>
   <translation>fields</translation>
  </message>
  <message>
   <source>velden gevraagd en nog niet bekend</source>
   <translation>fields asked and not known yet</translation>
  </message>
  <message>
   <source>velden van dit plan hebben een voorstel.</source>
   <translation>fields of this plan have a proposal.</translation>
  </message>
  <message>
   <source>verander de naam in .xlsx</source>
   <translation>change the name to .xlsx</translation>
  </message>
  <message>
   <source>verdeel zelf over corporatie en markt: de bron zegt niet wie verhuurt</source>
   <translation>divide it yourself over housing association and market: the source does not say who lets them</translation>
  </message>
  <message>
   <source>verdeel zelf over corporatie en markt: {why}</source>
   <translation>divide it yourself over housing association and market: {why}</translation>
  </message>
  <message>
   <source>vertrouwelijk</source>
   <translation>confidential</translation>
  </message>
  <message>
   <source>vertrouwelijk (arcering)</source>
   <translation>confidential (hatched)</translation>
  </message>
  <message>
   <source>vertrouwelijk plan</source>
   <translation>confidential plan</translation>
  </message>
  <message>
   <source>vertrouwelijk, opgeteld</source>
   <translation>confidential, summed</translation>
  </message>
  <message>
   <source>vertrouwelijke plannen</source>
   <translation>confidential plans</translation>
  </message>
  <message>
   <source>vertrouwelijke plannen opgeteld</source>
   <translation>confidential plans summed</translation>
  </message>
  <message>
   <source>vertrouwelijkheid; alleen Openbaar is zeker (nee), de andere niveaus kiest u zelf</source>
   <translation>confidentiality; only Openbaar (public) is certain (no), the other levels you choose yourself</translation>
  </message>
  <message>
   <source>vervallen</source>
   <translation>cancelled</translation>
  </message>
  <message>
   <source>vervangen</source>
   <translation>replaced</translation>
  </message>
  <message>
   <source>verwissel de assen en zet de laag om van EPSG:4326 naar EPSG:28992</source>
   <translation>swap the axes and convert the layer from EPSG:4326 to EPSG:28992</translation>
  </message>
  <message>
   <source>verwissel x en y</source>
   <translation>swap x and y</translation>
  </message>
  <message>
   <source>vinkje</source>
   <translation>tick</translation>
  </message>
  <message>
   <source>vinkjes</source>
   <translation>ticks</translation>
  </message>
  <message>
   <source>vlak {number}</source>
   <translation>area {number}</translation>
  </message>
  <message>
   <source>voor</source>
   <translation>in front of</translation>
  </message>
  <message>
   <source>voor elk plan ‘{value}’</source>
   <translation>‘{value}’ for each plan</translation>
  </message>
  <message>
   <source>voor plannen zonder rij in het Excel-bestand</source>
   <translation>for plans without a row in the Excel file</translation>
  </message>
  <message>
   <source>voorjaarslevering</source>
   <translation>voorjaarslevering (spring delivery)</translation>
  </message>
  <message>
   <source>voorstel</source>
   <translation>proposal</translation>
  </message>
  <message>
   <source>voorstel wacht op u</source>
   <translation>proposal awaits you</translation>
  </message>
  <message>
   <source>voorstellen</source>
   <translation>proposals</translation>
  </message>
  <message>
   <source>voorstellen wachten op u</source>
   <translation>proposals await you</translation>
  </message>
  <message>
   <source>vorige levering</source>
   <translation>previous delivery</translation>
  </message>
  <message>
   <source>vorige niet te openen</source>
   <translation>previous cannot be opened</translation>
  </message>
  <message>
   <source>vraag</source>
   <translation>question</translation>
  </message>
  <message>
   <source>vreemde</source>
   <translation>foreign</translation>
  </message>
  <message>
   <source>vul eerst ‘{label}’ in</source>
   <translation>first fill in ‘{label}’</translation>
  </message>
  <message>
   <source>vul het aantal in, of 0 als er geen zijn; wat nog niet bekend is, hoort bij ‘{label}’</source>
   <translation>fill in the number, or 0 if there are none; what is not known yet belongs to ‘{label}’</translation>
  </message>
  <message>
   <source>vul het in</source>
   <translation>fill it in</translation>
  </message>
  <message>
   <source>vul in hoeveel woningen de planning dan oplevert, 0 als er geen zijn</source>
   <translation>fill in how many dwellings the planning gives then, 0 if there are none</translation>
  </message>
  <message>
   <source>vul in van hoeveel woningen dit nog niet bekend is, of 0</source>
   <translation>fill in of how many dwellings this is not known yet, or 0</translation>
  </message>
  <message>
   <source>vul in wat nu gepland is; 0 betekent dat er geen zijn, niet dat het onbekend is</source>
   <translation>fill in what is planned now; 0 means that there are none, not that it is unknown</translation>
  </message>
  <message>
   <source>waarde</source>
   <translation>value</translation>
  </message>
  <message>
   <source>waarden</source>
   <translation>values</translation>
  </message>
  <message>
   <source>waarschuwing</source>
   <translation>warning</translation>
  </message>
  <message>
   <source>waarschuwing gaat</source>
   <translation>warning is</translation>
  </message>
  <message>
   <source>waarschuwing geaccepteerd</source>
   <translation>warning accepted</translation>
  </message>
  <message>
   <source>waarschuwingen</source>
   <translation>warnings</translation>
  </message>
  <message>
   <source>waarschuwingen gaan</source>
   <translation>warnings are</translation>
  </message>
  <message>
   <source>waarschuwingen geaccepteerd</source>
   <translation>warnings accepted</translation>
  </message>
  <message>
   <source>waarvan</source>
   <translation>of which</translation>
  </message>
  <message>
   <source>waarvan 10 jaar</source>
   <translation>of which 10 years</translation>
  </message>
  <message>
   <source>waarvan 25 jaar en DAEB-doelgroep</source>
   <translation>of which 25 years and DAEB target group</translation>
  </message>
  <message>
   <source>waarvan geclusterd</source>
   <translation>of which geclusterd (clustered)</translation>
  </message>
  <message>
   <source>waarvan gerealiseerd of vervallen (zonder aantallen)</source>
   <translation>of which completed or cancelled (without counts)</translation>
  </message>
  <message>
   <source>waarvan niet in de bron</source>
   <translation>of which not in the source</translation>
  </message>
  <message>
   <source>waarvan vertrouwelijk</source>
   <translation>of which confidential</translation>
  </message>
  <message>
   <source>waarvan vertrouwelijk (gaan volledig naar de provincie)</source>
   <translation>of which confidential (go to the province in full)</translation>
  </message>
  <message>
   <source>waarvan zorggeschikt</source>
   <translation>of which zorggeschikt (suitable for care)</translation>
  </message>
  <message>
   <source>wacht op uw keuze</source>
   <translation>waits for your choice</translation>
  </message>
  <message>
   <source>was dat ook in de vorige levering, en hoeft niet nog eens mee</source>
   <translation>was so in the previous delivery too, and need not go again</translation>
  </message>
  <message>
   <source>wat de bron met eigen woorden zegt</source>
   <translation>what the source says in words of its own</translation>
  </message>
  <message>
   <source>wat er van het totaal overblijft</source>
   <translation>what is left of the total</translation>
  </message>
  <message>
   <source>wat overblijft van ‘{total}’ ({whole}) na de andere velden van {parts}</source>
   <translation>what is left of ‘{total}’ ({whole}) after the other fields of {parts}</translation>
  </message>
  <message>
   <source>wat uw gemeente meestal antwoordt</source>
   <translation>what your municipality usually answers</translation>
  </message>
  <message>
   <source>wat van een blok overblijft</source>
   <translation>what remains of a block</translation>
  </message>
  <message>
   <source>wat volgens de planning van de vorige peildatum overblijft</source>
   <translation>what remains by the planning of the previous reference date</translation>
  </message>
  <message>
   <source>weg</source>
   <translation>gone</translation>
  </message>
  <message>
   <source>woning</source>
   <translation>dwelling</translation>
  </message>
  <message>
   <source>woningen</source>
   <translation>dwellings</translation>
  </message>
  <message>
   <source>woningen van een periode, gelijk verdeeld over de jaren</source>
   <translation>dwellings of a period, divided evenly over its years</translation>
  </message>
  <message>
   <source>woningtype per blok</source>
   <translation>dwelling type per block</translation>
  </message>
  <message>
   <source>wordt berekend</source>
   <translation>is computed</translation>
  </message>
  <message>
   <source>wordt uitgepakt groter dan {limit} MB</source>
   <translation>unpacks to more than {limit} MB</translation>
  </message>
  <message>
   <source>zacht</source>
   <translation>soft</translation>
  </message>
  <message>
   <source>zegt dat zijn letters {declared} zijn, maar dat klopt niet</source>
   <translation>says that its letters are {declared}, but that is not right</translation>
  </message>
  <message>
   <source>zegt niet in welke codering zijn letters staan (er is geen .cpg-bestand)</source>
   <translation>does not say in which encoding its letters are (there is no .cpg file)</translation>
  </message>
  <message>
   <source>zegt niet welk plan het is</source>
   <translation>does not say which plan it is</translation>
  </message>
  <message>
   <source>zegt weinig: {n} plannen heten ‘{stem}’ met alleen een ander nummer</source>
   <translation>says little: {n} plans are called ‘{stem}’ with only another number</translation>
  </message>
  <message>
   <source>zelfde inhoud</source>
   <translation>same content</translation>
  </message>
  <message>
   <source>zet de laag om van EPSG:25831 naar EPSG:28992</source>
   <translation>convert the layer from EPSG:25831 to EPSG:28992</translation>
  </message>
  <message>
   <source>zet de laag om van EPSG:3857 naar EPSG:28992</source>
   <translation>convert the layer from EPSG:3857 to EPSG:28992</translation>
  </message>
  <message>
   <source>zet de laag om van EPSG:4326 naar EPSG:28992</source>
   <translation>convert the layer from EPSG:4326 to EPSG:28992</translation>
  </message>
  <message>
   <source>zonder projectleider</source>
   <translation>without a project leader</translation>
  </message>
  <message>
   <source>zou overgenomen worden</source>
   <translation>would be adopted</translation>
  </message>
  <message>
   <source>{after} ({done})</source>
   <translation>{after} ({done})</translation>
  </message>
  <message>
   <source>{after}: {lost} gaat eraf, die houdt {names}</source>
   <translation>{after}: {lost} goes, which {names} keeps</translation>
  </message>
  <message>
   <source>{after}: {lost} gaat eraf, die ligt buiten de gemeente</source>
   <translation>{after}: {lost} is taken off, which lies outside the municipality</translation>
  </message>
  <message>
   <source>{after}: {more} komt erbij, die kier is gemiddeld {width} breed</source>
   <translation>{after}: {more} is added, that gap is {width} wide on average</translation>
  </message>
  <message>
   <source>{changed} gewijzigd, {new} nieuw, {same} ongewijzigd</source>
   <translation>{changed} changed, {new} new, {same} unchanged</translation>
  </message>
  <message>
   <source>{changed}: controleer opnieuw.</source>
   <translation>{changed}: check again.</translation>
  </message>
  <message>
   <source>{changed}; de beoordeling loopt.</source>
   <translation>{changed}; it is being judged.</translation>
  </message>
  <message>
   <source>{checked}: {holding}, {warnings}, {infos} ter informatie.</source>
   <translation>{checked}: {holding}, {warnings}, {infos} for information.</translation>
  </message>
  <message>
   <source>{checked}; {warnings}, {infos} ter informatie.</source>
   <translation>{checked}; {warnings}, {infos} for information.</translation>
  </message>
  <message>
   <source>{count} antwoorden niet overgenomen</source>
   <translation>{count} answers not taken over</translation>
  </message>
  <message>
   <source>{count} antwoorden wachten op uw keuze</source>
   <translation>{count} answers wait for your choice</translation>
  </message>
  <message>
   <source>{count} bestanden overgeslagen</source>
   <translation>{count} files skipped</translation>
  </message>
  <message>
   <source>{count} geaccepteerd</source>
   <translation>{count} accepted</translation>
  </message>
  <message>
   <source>{count} gewijzigd</source>
   <translation>{count} changed</translation>
  </message>
  <message>
   <source>{count} in {years}</source>
   <translation>{count} in {years}</translation>
  </message>
  <message>
   <source>{count} invulbladen gelezen</source>
   <translation>{count} fill-in sheets read</translation>
  </message>
  <message>
   <source>{count} met een fout</source>
   <translation>{count} with an error</translation>
  </message>
  <message>
   <source>{count} niet zoals verwacht</source>
   <translation>{count} not as expected</translation>
  </message>
  <message>
   <source>{count} nieuw</source>
   <translation>{count} new</translation>
  </message>
  <message>
   <source>{count} nieuwe plannen</source>
   <translation>{count} new plans</translation>
  </message>
  <message>
   <source>{count} nog in te vullen</source>
   <translation>{count} still to fill in</translation>
  </message>
  <message>
   <source>{count} om na te gaan bij de verwachtingen</source>
   <translation>{count} to look into at the expectations</translation>
  </message>
  <message>
   <source>{count} plannen bijgewerkt</source>
   <translation>{count} plans updated</translation>
  </message>
  <message>
   <source>{count} plannen blijven gelijk</source>
   <translation>{count} plans stay the same</translation>
  </message>
  <message>
   <source>{count} plannen gelijk gebleven</source>
   <translation>{count} plans stayed the same</translation>
  </message>
  <message>
   <source>{count} plannen hebben nog een fout: verbeter die.</source>
   <translation>{count} plans still have an error: correct them.</translation>
  </message>
  <message>
   <source>{count} plannen met minder dan {below} woningen gaan als één plan mee, met de polygoon van het gemeentehuis (Dataprotocol art. 9). Akkoord van de provincie: {agreement}.</source>
   <translation>{count} plans with fewer than {below} dwellings go along as one plan, with the polygon of the town hall (Dataprotocol art. 9). Agreement of the province: {agreement}.</translation>
  </message>
  <message>
   <source>{count} plannen toegevoegd</source>
   <translation>{count} plans added</translation>
  </message>
  <message>
   <source>{count} plannen wijzigen</source>
   <translation>{count} plans change</translation>
  </message>
  <message>
   <source>{count} plannen zijn na de controle gewijzigd: controleer opnieuw.</source>
   <translation>{count} plans were changed after the check: check again.</translation>
  </message>
  <message>
   <source>{count} plannen zijn samengevoegd tot ‘{name}’.</source>
   <translation>{count} plans were merged into ‘{name}’.</translation>
  </message>
  <message>
   <source>{count} polygonen</source>
   <translation>{count} polygons</translation>
  </message>
  <message>
   <source>{count} rijen in het Excel-bestand</source>
   <translation>{count} rows in the Excel file</translation>
  </message>
  <message>
   <source>{count} rijen wachten op u (zie het rapport)</source>
   <translation>{count} rows wait for you (see the report)</translation>
  </message>
  <message>
   <source>{count} te veel</source>
   <translation>{count} too many</translation>
  </message>
  <message>
   <source>{count} te veel verdeeld</source>
   <translation>{count} divided too many</translation>
  </message>
  <message>
   <source>{count} van een eerdere levering van deze gemeente.</source>
   <translation>{count} from an earlier delivery of this municipality.</translation>
  </message>
  <message>
   <source>{count} wacht op een eigen vinkje: {reasons}.</source>
   <translation>{count} waits for a tick of its own: {reasons}.</translation>
  </message>
  <message>
   <source>{count} wachten op een eigen vinkje: {reasons}.</source>
   <translation>{count} wait for a tick of their own: {reasons}.</translation>
  </message>
  <message>
   <source>{count} weg</source>
   <translation>{count} gone</translation>
  </message>
  <message>
   <source>{count} woningen</source>
   <translation>{count} dwellings</translation>
  </message>
  <message>
   <source>{count}. Dat houdt de levering tegen: zie het tabblad Te doen, en controleer daarna opnieuw.</source>
   <translation>{count}. That holds up the delivery: see the tab To do, and check again afterwards.</translation>
  </message>
  <message>
   <source>{day}, gemaakt op {when}</source>
   <translation>{day}, made on {when}</translation>
  </message>
  <message>
   <source>{done} van {all} pakketten zijn klaar. Voer dit later opnieuw uit; het gaat dan verder waar het was.</source>
   <translation>{done} of {all} packages are done. Run this again later; it will go on where it was.</translation>
  </message>
  <message>
   <source>{errors}: er kan nog niet geleverd worden.</source>
   <translation>{errors}: a delivery is not possible yet.</translation>
  </message>
  <message>
   <source>{fields} invullen</source>
   <translation>Fill in {fields}</translation>
  </message>
  <message>
   <source>{fields} niet ingevuld</source>
   <translation>{fields} not filled in</translation>
  </message>
  <message>
   <source>{fields} open bij {plans}</source>
   <translation>{fields} open in {plans}</translation>
  </message>
  <message>
   <source>{field} is {there} en afgesproken is {meant}, met {percent}% ruimte.</source>
   <translation>{field} is {there} and {meant} was agreed, with a margin of {percent}%.</translation>
  </message>
  <message>
   <source>{field} niet uniek bij {plans}</source>
   <translation>{field} not unique in {plans}</translation>
  </message>
  <message>
   <source>{field} van {then} naar {now}</source>
   <translation>{field} from {then} to {now}</translation>
  </message>
  <message>
   <source>{field}: geen geldige waarde bij {plans}</source>
   <translation>{field}: no valid value in {plans}</translation>
  </message>
  <message>
   <source>{field}: meer dan het geheel bij {plans}</source>
   <translation>{field}: more than the whole in {plans}</translation>
  </message>
  <message>
   <source>{field}: nog in te vullen bij {plans}</source>
   <translation>{field}: still to fill in for {plans}</translation>
  </message>
  <message>
   <source>{field}: {answer} bij {plans}</source>
   <translation>{field}: {answer} for {plans}</translation>
  </message>
  <message>
   <source>{field}: ‘{value}’</source>
   <translation>{field}: ‘{value}’</translation>
  </message>
  <message>
   <source>{field}? {plans}</source>
   <translation>{field}? {plans}</translation>
  </message>
  <message>
   <source>{files}, kolom ‘{column}’: {count} niet overgenomen in ‘{field}’ ({values}): {reason}.</source>
   <translation>{files}, column ‘{column}’: {count} not taken over in ‘{field}’ ({values}): {reason}.</translation>
  </message>
  <message>
   <source>{files}, {where} (‘{name}’) is niet overgenomen: {reason}.</source>
   <translation>{files}, {where} (‘{name}’) was not taken over: {reason}.</translation>
  </message>
  <message>
   <source>{files}: {said}</source>
   <translation>{files}: {said}</translation>
  </message>
  <message>
   <source>{file}
is er niet, of kan niet gelezen worden</source>
   <translation>{file}
is not there, or cannot be read</translation>
  </message>
  <message>
   <source>{file}
{gemeente}, {peildatum}
extractie {extraction}
1 plan, {todo}</source>
   <translation>{file}
{gemeente}, {peildatum}
extract of {extraction}
1 plan, {todo}</translation>
  </message>
  <message>
   <source>{file}
{gemeente}, {peildatum}
extractie {extraction}
{plans} plannen, {todo}</source>
   <translation>{file}
{gemeente}, {peildatum}
extract of {extraction}
{plans} plans, {todo}</translation>
  </message>
  <message>
   <source>{first} en {last}</source>
   <translation>{first} and {last}</translation>
  </message>
  <message>
   <source>{first} of {second}</source>
   <translation>{first} or {second}</translation>
  </message>
  <message>
   <source>{first} t/m {last}</source>
   <translation>{first} to {last}</translation>
  </message>
  <message>
   <source>{folder} ({count} bestanden)</source>
   <translation>{folder} ({count} files)</translation>
  </message>
  <message>
   <source>{found} bij {plans}</source>
   <translation>{found} in {plans}</translation>
  </message>
  <message>
   <source>{gemeente}, peildatum {peildatum}</source>
   <translation>{gemeente}, reference date {peildatum}</translation>
  </message>
  <message>
   <source>{gemeente}, peildatum {peildatum} ({delivery}). Dit rapport is van de gemeente zelf en wordt niet geleverd.</source>
   <translation>{gemeente}, reference date {peildatum} ({delivery}). This report is the municipality’s own and is not delivered.</translation>
  </message>
  <message>
   <source>{gemeente}, peildatum {peildatum}: 1 plan</source>
   <translation>{gemeente}, reference date {peildatum}: 1 plan</translation>
  </message>
  <message>
   <source>{gemeente}, peildatum {peildatum}: {plans} plannen</source>
   <translation>{gemeente}, reference date {peildatum}: {plans} plans</translation>
  </message>
  <message>
   <source>{gone} verdwenen, {doubtful} te bekijken.</source>
   <translation>{gone} gone, {doubtful} to look at.</translation>
  </message>
  <message>
   <source>{heading}: tonen of verbergen</source>
   <translation>{heading}: show or hide</translation>
  </message>
  <message>
   <source>{inner}: {area} dubbel, {share_one} van dit plan en {share_other} van het andere; knip het ene plan uit het andere, of licht het toe.</source>
   <translation>{inner}: {area} twice, {share_one} of this plan and {share_other} of the other; cut the one plan out of the other, or explain it.</translation>
  </message>
  <message>
   <source>{items} en nog {more}</source>
   <translation>{items} and {more} more</translation>
  </message>
  <message>
   <source>{kind} ({count})</source>
   <translation>{kind} ({count})</translation>
  </message>
  <message>
   <source>{kind} bij {plan}: {text} ({said})</source>
   <translation>{kind} about {plan}: {text} ({said})</translation>
  </message>
  <message>
   <source>{kind} in rij {row}</source>
   <translation>{kind} in row {row}</translation>
  </message>
  <message>
   <source>{kind}, te bekijken</source>
   <translation>{kind}, to look at</translation>
  </message>
  <message>
   <source>{kind}: {text} ({said})</source>
   <translation>{kind}: {text} ({said})</translation>
  </message>
  <message>
   <source>{kind}: {words}</source>
   <translation>{kind}: {words}</translation>
  </message>
  <message>
   <source>{label}, Gerealiseerd</source>
   <translation>{label}, completed</translation>
  </message>
  <message>
   <source>{label}, Totalen</source>
   <translation>{label}, totals</translation>
  </message>
  <message>
   <source>{leader}, ‘{name}’: {answers}.</source>
   <translation>{leader}, ‘{name}’: {answers}.</translation>
  </message>
  <message>
   <source>{leader}: {path}</source>
   <translation>{leader}: {path}</translation>
  </message>
  <message>
   <source>{measure} naar planstatus: {split} (hard {hard}, zacht {soft}).</source>
   <translation>{measure} by planstatus: {split} (hard {hard}, soft {soft}).</translation>
  </message>
  <message>
   <source>{measure} naar plantype: {split}.</source>
   <translation>{measure} by plantype: {split}.</translation>
  </message>
  <message>
   <source>{names} en nog {count}</source>
   <translation>{names} and {count} more</translation>
  </message>
  <message>
   <source>{names} is strijdig volgens de provincie, en een kopie ervan nu ook. Klopt dat niet, kies dan ‘Niet meer strijdig’ in het venster ‘Openbare versie’.</source>
   <translation>The province calls {names} contrary to its policy, and a copy of it is so now too. If that is not right, choose ‘No longer contrary’ in the window ‘Public version’.</translation>
  </message>
  <message>
   <source>{names} liggen nu samen in {now}; bevestig dat deze plannen zijn samengevoegd.</source>
   <translation>{names} now lie together in {now}; confirm that these plans were merged.</translation>
  </message>
  <message>
   <source>{names} zijn samengevoegd in {now}: zo is besloten.</source>
   <translation>{names} were merged into {now}: so it was decided.</translation>
  </message>
  <message>
   <source>{name}   (samen {total})</source>
   <translation>{name}   (together {total})</translation>
  </message>
  <message>
   <source>{name} (samen {total})</source>
   <translation>{name} (together {total})</translation>
  </message>
  <message>
   <source>{name} ({where}): {why}</source>
   <translation>{name} ({where}): {why}</translation>
  </message>
  <message>
   <source>{name} deel {number}</source>
   <translation>{name} part {number}</translation>
  </message>
  <message>
   <source>{name} is afgemeld als gerealiseerd.</source>
   <translation>{name} is reported as built.</translation>
  </message>
  <message>
   <source>{name} is afgemeld als vervallen.</source>
   <translation>{name} is reported as dropped.</translation>
  </message>
  <message>
   <source>{name} staat er meer dan één keer: {each}; verwijder wat niet geldt.</source>
   <translation>{name} is there more than once: {each}; remove what does not hold.</translation>
  </message>
  <message>
   <source>{name} staat terug zoals in de vorige levering.</source>
   <translation>{name} is back as in the previous delivery.</translation>
  </message>
  <message>
   <source>{name}, extractie {day}</source>
   <translation>{name}, extract of {day}</translation>
  </message>
  <message>
   <source>{name}: de Basisset kent hier geen opslag; maak die cel leeg.</source>
   <translation>{name}: the Basisset has no surcharge here; empty that cell.</translation>
  </message>
  <message>
   <source>{name}: geef bij het bedrag ook de bron op.</source>
   <translation>{name}: give the source with the amount.</translation>
  </message>
  <message>
   <source>{name}: het bedrag ontbreekt.</source>
   <translation>{name}: the amount is missing.</translation>
  </message>
  <message>
   <source>{name}: zeg bij ‘Opgegeven door’ wie deze grens opgeeft.</source>
   <translation>{name}: say at ‘Stated by’ who states this limit.</translation>
  </message>
  <message>
   <source>{name}: {amount} kan niet kloppen, want de grens van {year} is {known}.</source>
   <translation>{name}: {amount} cannot be right, because the limit of {year} is {known}.</translation>
  </message>
  <message>
   <source>{name}: {count}, in {path}</source>
   <translation>{name}: {count}, in {path}</translation>
  </message>
  <message>
   <source>{name}: {parts} {number} te veel</source>
   <translation>{name}: {parts} {number} too many</translation>
  </message>
  <message>
   <source>{name}: {parts} {number} te weinig</source>
   <translation>{name}: {parts} {number} too few</translation>
  </message>
  <message>
   <source>{name}: {words}</source>
   <translation>{name}: {words}</translation>
  </message>
  <message>
   <source>{name}: ‘{text}’ is geen opslag; schrijf een percentage, zoals 10, of niets.</source>
   <translation>{name}: ‘{text}’ is not a surcharge; write a percentage, such as 10, or nothing.</translation>
  </message>
  <message>
   <source>{needless} van de {total} hoekpunten veranderen de grens niet; vereenvoudig de polygoon.</source>
   <translation>{needless} of the {total} vertices do not change the border; simplify the polygon.</translation>
  </message>
  <message>
   <source>{number} op {area} is {density} per hectare; echte plannen hebben er hoogstens {most}. Teken het hele plangebied of verbeter het aantal. Klopt het, zeg dan in de toelichting waarom.</source>
   <translation>{number} on {area} is {density} per hectare; real plans have {most} at most. Draw the whole plan area or mend the number. If it is right, say why in the toelichting.</translation>
  </message>
  <message>
   <source>{number} op {area} is {density} per hectare; echte plannen hebben er zelden minder dan {least}. Kijk of de polygoon en het aantal kloppen.</source>
   <translation>{number} on {area} is {density} per hectare; real plans rarely have fewer than {least}. See whether polygon and number are right.</translation>
  </message>
  <message>
   <source>{n} andere namen lijken er ook op</source>
   <translation>{n} other names resemble it too</translation>
  </message>
  <message>
   <source>{n} blijft gelijk</source>
   <translation>{n} stays the same</translation>
  </message>
  <message>
   <source>{n} blijven gelijk</source>
   <translation>{n} stay the same</translation>
  </message>
  <message>
   <source>{n} daarvan staan niet in de bron</source>
   <translation>{n} of them are not in the source</translation>
  </message>
  <message>
   <source>{n} daarvan staat niet in de bron</source>
   <translation>{n} of them is not in the source</translation>
  </message>
  <message>
   <source>{n} is nieuw</source>
   <translation>{n} is new</translation>
  </message>
  <message>
   <source>{n} nieuw plan</source>
   <translation>{n} new plan</translation>
  </message>
  <message>
   <source>{n} nieuwe plannen</source>
   <translation>{n} new plans</translation>
  </message>
  <message>
   <source>{n} plan</source>
   <translation>{n} plan</translation>
  </message>
  <message>
   <source>{n} plan overgenomen</source>
   <translation>{n} plan taken over</translation>
  </message>
  <message>
   <source>{n} plannen</source>
   <translation>{n} plans</translation>
  </message>
  <message>
   <source>{n} plannen overgenomen</source>
   <translation>{n} plans taken over</translation>
  </message>
  <message>
   <source>{n} rij wacht op u</source>
   <translation>{n} row waits for you</translation>
  </message>
  <message>
   <source>{n} rijen wachten op u</source>
   <translation>{n} rows wait for you</translation>
  </message>
  <message>
   <source>{n} waarde is niet overgenomen</source>
   <translation>{n} value was not taken over</translation>
  </message>
  <message>
   <source>{n} waarden</source>
   <translation>{n} values</translation>
  </message>
  <message>
   <source>{n} waarden zijn niet overgenomen</source>
   <translation>{n} values were not taken over</translation>
  </message>
  <message>
   <source>{n} wijziging wacht op uw keuze</source>
   <translation>{n} change waits for your choice</translation>
  </message>
  <message>
   <source>{n} wijzigingen wachten op uw keuze</source>
   <translation>{n} changes wait for your choice</translation>
  </message>
  <message>
   <source>{n} zijn nieuw</source>
   <translation>{n} are new</translation>
  </message>
  <message>
   <source>{offered}: een voorstel wordt niet geleverd. Bevestig of weiger het in de Vragenlijst of het formulier.</source>
   <translation>{offered}: a proposal is not delivered. Confirm or refuse it in Questions or in the form.</translation>
  </message>
  <message>
   <source>{one}; daarna {other}</source>
   <translation>{one}; then {other}</translation>
  </message>
  <message>
   <source>{open} Nog na te kijken na een wijziging: {plans}.</source>
   <translation>{open} Still to be judged after a change: {plans}.</translation>
  </message>
  <message>
   <source>{packages} ontbreken</source>
   <translation>{packages} are missing</translation>
  </message>
  <message>
   <source>{packages} samengevoegd, met {plans}. Niet meegenomen: {refused}.</source>
   <translation>{packages} merged, with {plans}. Not included: {refused}.</translation>
  </message>
  <message>
   <source>{package} ontbreekt</source>
   <translation>{package} is missing</translation>
  </message>
  <message>
   <source>{package} start niet</source>
   <translation>{package} does not start</translation>
  </message>
  <message>
   <source>{package} {found} is te oud</source>
   <translation>{package} {found} is too old</translation>
  </message>
  <message>
   <source>{package} {version} of nieuwer</source>
   <translation>{package} {version} or newer</translation>
  </message>
  <message>
   <source>{package}, dat bij {whole} hoort, ontbreekt</source>
   <translation>{package}, which belongs to {whole}, is missing</translation>
  </message>
  <message>
   <source>{parts} is {found}, meer dan de {whole} van ‘{label}’; verlaag het deel of verhoog het geheel.</source>
   <translation>{parts} is {found}, more than the {whole} of ‘{label}’; lower the part or raise the whole.</translation>
  </message>
  <message>
   <source>{parts} zijn samen {found}, meer dan de {whole} van ‘{label}’; verlaag de delen of verhoog het geheel.</source>
   <translation>{parts} are {found} together, more than the {whole} of ‘{label}’; lower the parts or raise the whole.</translation>
  </message>
  <message>
   <source>{parts}: verschil met totaal</source>
   <translation>{parts}: difference from total</translation>
  </message>
  <message>
   <source>{part} bevat een DOCTYPE, en dat hoort niet in een Excel-bestand; sla het bestand in Excel of LibreOffice opnieuw op.</source>
   <translation>{part} has a DOCTYPE, and that does not belong in an Excel file; save the file again in Excel or LibreOffice.</translation>
  </message>
  <message>
   <source>{part} is beschadigd (tekstregel {line} van de XML); open het bestand in Excel of LibreOffice en sla het opnieuw op.</source>
   <translation>{part} is damaged (line {line} of the XML); open the file in Excel or LibreOffice and save it again.</translation>
  </message>
  <message>
   <source>{place}peildatum {peildatum} ({delivery}), bron: {source}</source>
   <translation>{place}reference date {peildatum} ({delivery}), source: {source}</translation>
  </message>
  <message>
   <source>{plans} met planstatus {codes}</source>
   <translation>{plans} with planning status {codes}</translation>
  </message>
  <message>
   <source>{plans} overgezet naar ‘{name}’.</source>
   <translation>{plans} carried over to ‘{name}’.</translation>
  </message>
  <message>
   <source>{plans} overgezet van {before} naar {after}.</source>
   <translation>{plans} carried from {before} to {after}.</translation>
  </message>
  <message>
   <source>{plans} van de eigen administratie (5A of 5B) niet overgenomen.</source>
   <translation>{plans} of the own administration (5A or 5B) not taken over.</translation>
  </message>
  <message>
   <source>{plans} vergeleken: {done} misschien gerealiseerd, {built} met opgeleverde woningen, {look} na te kijken. U beslist zelf.</source>
   <translation>{plans} compared: {done} maybe gerealiseerd, {built} with completed dwellings, {look} to be looked at. You decide yourself.</translation>
  </message>
  <message>
   <source>{plan} gaat niet mee (planstatus {status}).</source>
   <translation>{plan} stays at home (planstatus {status}).</translation>
  </message>
  <message>
   <source>{plan} is gerealiseerd.</source>
   <translation>{plan} is realised.</translation>
  </message>
  <message>
   <source>{plan} is ingevuld: planstatus {status}, bruto {count}.</source>
   <translation>{plan} is filled in: planning status {status}, gross {count}.</translation>
  </message>
  <message>
   <source>{plan} is vervallen.</source>
   <translation>{plan} is cancelled.</translation>
  </message>
  <message>
   <source>{plan}: nog {count} in te vullen.</source>
   <translation>{plan}: {count} still to fill in.</translation>
  </message>
  <message>
   <source>{proposal}, want {reason}</source>
   <translation>{proposal}, because {reason}</translation>
  </message>
  <message>
   <source>{provincie}, {day}. Geleverd: {here} van {all}; beoordeling afgesloten: {closed}.</source>
   <translation>{provincie}, {day}. Delivered: {here} of {all}; reviews closed: {closed}.</translation>
  </message>
  <message>
   <source>{question}, {count} nog niet bekend</source>
   <translation>{question}, {count} not known yet</translation>
  </message>
  <message>
   <source>{ran} van de {all} regels uitgevoerd</source>
   <translation>{ran} of the {all} rules applied</translation>
  </message>
  <message>
   <source>{ready} van {count} ingevuld</source>
   <translation>{ready} of {count} filled in</translation>
  </message>
  <message>
   <source>{ready} van {plans} compleet</source>
   <translation>{ready} of {plans} complete</translation>
  </message>
  <message>
   <source>{reasons} om dit niet zo naar buiten te brengen: zie het tabblad Besluit.</source>
   <translation>{reasons} not to bring this out as it is: see the tab Decision.</translation>
  </message>
  <message>
   <source>{reason} Importeer {files} zelf met ‘Plannen importeren’ en wijs daar de kolommen aan. Zet de kolomkoppeling die daarnaast komt als ‘{name}’ in de map met kolomkoppelingen, en open de leveringen opnieuw.</source>
   <translation>{reason} Import {files} yourself with ‘Import plans’ and point out the columns there. Put the column mapping that comes beside it in the folder of column mappings as ‘{name}’, and open the deliveries again.</translation>
  </message>
  <message>
   <source>{reason}; dat is ‘{label}’, maar niet met {size}</source>
   <translation>{reason}; that is ‘{label}’, but not with {size}</translation>
  </message>
  <message>
   <source>{remedy}: {plans}</source>
   <translation>{remedy}: {plans}</translation>
  </message>
  <message>
   <source>{said}. Let op: bij ‘{field}’ staat {own}, de rijen erboven tellen op tot {above}</source>
   <translation>{said}. Note: at ‘{field}’ it says {own}, the rows above add up to {above}</translation>
  </message>
  <message>
   <source>{said}; {waiting} op uw keuze, zie {path}</source>
   <translation>{said}; {waiting} for your choice, see {path}</translation>
  </message>
  <message>
   <source>{seen} van {plans} gezien</source>
   <translation>{seen} of {plans} seen</translation>
  </message>
  <message>
   <source>{seen} van {plans} gezien.</source>
   <translation>{seen} of {plans} seen.</translation>
  </message>
  <message>
   <source>{segment} telt ook t/m {amount} (plus {percent}%) als de bouw start voor 1 januari {year}.</source>
   <translation>{segment} also counts up to {amount} (plus {percent}%) if building starts before 1 January {year}.</translation>
  </message>
  <message>
   <source>{segment} {year}</source>
   <translation>{segment} {year}</translation>
  </message>
  <message>
   <source>{sentence} Een openbare versie gaat over alle plannen: uit een deel zijn vertrouwelijke plannen af te leiden. Haal dat filter of die selectie weg.</source>
   <translation>{sentence} A public version is about all plans: from a part of them confidential plans could be inferred. Remove that filter or selection.</translation>
  </message>
  <message>
   <source>{sentence} Haal dat filter of die selectie weg, of kies ‘Een deel van de plannen leveren’ (ALLOW_PARTIAL).</source>
   <translation>{sentence} Take that filter or that selection away, or choose ‘Deliver a part of the plans’ (ALLOW_PARTIAL).</translation>
  </message>
  <message>
   <source>{sentence} Haal het filter van de laag weg en controleer opnieuw, of zet hieronder aan dat dit zo hoort.</source>
   <translation>{sentence} Take the filter off the layer and check again, or switch on below that this is as it should be.</translation>
  </message>
  <message>
   <source>{severity} (zoals in de plugin)</source>
   <translation>{severity} (as in the plugin)</translation>
  </message>
  <message>
   <source>{shown} en nog {more}</source>
   <translation>{shown} and {more} more</translation>
  </message>
  <message>
   <source>{source}; regel {rule}</source>
   <translation>{source}; rule {rule}</translation>
  </message>
  <message>
   <source>{start} of meer</source>
   <translation>{start} or more</translation>
  </message>
  <message>
   <source>{start} t/m {end}</source>
   <translation>{start} to {end}</translation>
  </message>
  <message>
   <source>{status} ({count})</source>
   <translation>{status} ({count})</translation>
  </message>
  <message>
   <source>{taken} van {all} pakketten zitten in de set; {refused} niet, met de reden erbij.</source>
   <translation>{taken} of {all} packages are in the set; {refused} are not, with the reason.</translation>
  </message>
  <message>
   <source>{text} ({by})</source>
   <translation>{text} ({by})</translation>
  </message>
  <message>
   <source>{then} is gesplitst in {names}: zo is besloten.</source>
   <translation>{then} was split into {names}: so it was decided.</translation>
  </message>
  <message>
   <source>{ticked} van {count} aangevinkt.</source>
   <translation>{ticked} of {count} ticked.</translation>
  </message>
  <message>
   <source>{value} (elk plan)</source>
   <translation>{value} (each plan)</translation>
  </message>
  <message>
   <source>{value} (voorstel)</source>
   <translation>{value} (proposal)</translation>
  </message>
  <message>
   <source>{value} m</source>
   <translation>{value} m</translation>
  </message>
  <message>
   <source>{value} m²</source>
   <translation>{value} m²</translation>
  </message>
  <message>
   <source>{what} is in {left} {a} en in {right} {b}</source>
   <translation>{what} is {a} in {left} and {b} in {right}</translation>
  </message>
  <message>
   <source>{what} ligt helemaal buiten de gemeente, op {distance} van de grens ({area}, {share} van het plan). Verbeter de polygoon of leg het uit in de toelichting.</source>
   <translation>{what} lies entirely outside the municipality, at {distance} from the boundary ({area}, {share} of the plan). Correct the polygon or explain it in the toelichting.</translation>
  </message>
  <message>
   <source>{what} steekt {distance} buiten de gemeente: {area}, {share} van het plan; verbeter de grens of leg het uit in de toelichting.</source>
   <translation>{what} sticks out of the municipality by {distance}: {area}, {share} of the plan; correct the border or explain it in the toelichting.</translation>
  </message>
  <message>
   <source>{what} verschilt</source>
   <translation>{what} differs</translation>
  </message>
  <message>
   <source>{what}: leveren kan niet.</source>
   <translation>{what}: a delivery is not possible.</translation>
  </message>
  <message>
   <source>{what}: {without} kan nu niet. Nodig: {needed}. Vraag uw beheerder; de handleiding zegt onder ‘Voor uw beheerder’ wat er nodig is.</source>
   <translation>{what}: {without} is not possible now. Needed: {needed}. Ask your administrator; the manual says what is needed under ‘Voor uw beheerder’ (for your administrator).</translation>
  </message>
  <message>
   <source>{when}: {who} besluit dat {name} gepubliceerd mag worden. Reden: {why}</source>
   <translation>{when}: {who} decides that {name} may be published. Reason: {why}</translation>
  </message>
  <message>
   <source>{where} heeft geen kolom ‘{column}’ in de bovenste {rows} rijen; kies een andere naamkolom.</source>
   <translation>{where} has no column ‘{column}’ in the upper {rows} rows; choose another name column.</translation>
  </message>
  <message>
   <source>{where} heeft geen zichtbaar blad met een tabel; kies zelf het blad.</source>
   <translation>{where} has no visible sheet with a table; choose the sheet yourself.</translation>
  </message>
  <message>
   <source>{where} is leeg; kies een ander blad.</source>
   <translation>{where} is empty; choose another sheet.</translation>
  </message>
  <message>
   <source>{where}{at} heeft als plannaam de foutwaarde {name}; herstel de formule of typ de plannaam.</source>
   <translation>{where}{at} has the error value {name} as plan name; mend the formula or type the plan name.</translation>
  </message>
  <message>
   <source>{where}{at} heeft geen plannaam; vul de plannaam in.</source>
   <translation>{where}{at} has no plan name; fill in the plan name.</translation>
  </message>
  <message>
   <source>{whole} is 0</source>
   <translation>{whole} is 0</translation>
  </message>
  <message>
   <source>{who} beslist dat dit naar buiten mag.</source>
   <translation>{who} decides that this may go out.</translation>
  </message>
  <message>
   <source>{who} liet dit staan op {when}.</source>
   <translation>{who} left this as it is on {when}.</translation>
  </message>
  <message>
   <source>{who}, blad {sheet}, cel {cells}: plan ‘{plan}’, {answer} is niet aangevinkt, want {why}.</source>
   <translation>{who}, sheet {sheet}, cell {cells}: plan ‘{plan}’, {answer} is not ticked, because {why}.</translation>
  </message>
  <message>
   <source>{who}, blad {sheet}: plan ‘{plan}’, niet aangevinkt is wat in cel {answers} staat, want {why}.</source>
   <translation>{who}, sheet {sheet}: plan ‘{plan}’, what is in cell {answers} is not ticked, because {why}.</translation>
  </message>
  <message>
   <source>{who}, regel {rule}</source>
   <translation>{who}, rule {rule}</translation>
  </message>
  <message>
   <source>{width} breed</source>
   <translation>{width} wide</translation>
  </message>
  <message>
   <source>{words} (besloten)</source>
   <translation>{words} (decided)</translation>
  </message>
  <message>
   <source>{words} (daarna gewijzigd)</source>
   <translation>{words} (changed since)</translation>
  </message>
  <message>
   <source>{words} (een deel)</source>
   <translation>{words} (a part)</translation>
  </message>
  <message>
   <source>{words} (laatste controle)</source>
   <translation>{words} (last check)</translation>
  </message>
  <message>
   <source>{words} ({who}, {moment})</source>
   <translation>{words} ({who}, {moment})</translation>
  </message>
  <message>
   <source>{words} Geaccepteerd: {text}</source>
   <translation>{words} Accepted: {text}</translation>
  </message>
  <message>
   <source>{words}, bij een eerdere levering</source>
   <translation>{words}, at an earlier delivery</translation>
  </message>
  <message>
   <source>{words}. Gecontroleerd op {moment}.</source>
   <translation>{words}. Checked on {moment}.</translation>
  </message>
  <message>
   <source>{word}: hierin staan vertrouwelijke plannen. Deel dit alleen met wie die mag zien; voor anderen is er de openbare versie.</source>
   <translation>{word} (confidential): this holds confidential plans. Share it only with those who may see them; for others there is the public version.</translation>
  </message>
  <message>
   <source>{wrong}, {plans} in te vullen ({fields})</source>
   <translation>{wrong}, {plans} to fill in ({fields})</translation>
  </message>
  <message>
   <source>‘Excel-bestand’ is niet ingevuld; kies het Excel-bestand waarmee de namen gelijk moeten worden.</source>
   <translation>‘Excel file’ is not filled in; choose the Excel file with which the names must become the same.</translation>
  </message>
  <message>
   <source>‘In de plannen’ en ‘Niet overgenomen’ zijn samen de bron.</source>
   <translation>‘In the plans’ and ‘Not taken over’ together are the source.</translation>
  </message>
  <message>
   <source>‘Kopie van het Excel-bestand’ is niet ingevuld; kies een bestand voor de kopie met de nieuwe namen.</source>
   <translation>‘Copy of the Excel file’ is not filled in; choose a file for the copy with the new names.</translation>
  </message>
  <message>
   <source>‘Vertrouwelijk’ is niet ingevuld; een vervallen plan mag het zijn, en leeg telt het in de openbare versie als vertrouwelijk. Kies ja of nee.</source>
   <translation>‘Confidential’ is not filled in; a dropped plan may be so, and empty counts as confidential in the public version. Choose yes or no.</translation>
  </message>
  <message>
   <source>‘Vorige levering’ is niet ingevuld; kies de laag waarvan de namen overgenomen worden.</source>
   <translation>‘Previous delivery’ is not filled in; choose the layer whose names are adopted.</translation>
  </message>
  <message>
   <source>‘bouw_gerealiseerd’ is niet gebruikt: de bron vult het omgekeerd in. Wat is opgeleverd volgt uit het jaartal.</source>
   <translation>‘bouw_gerealiseerd’ was not used: the source fills in the reverse. What was completed follows from the year.</translation>
  </message>
  <message>
   <source>‘fasering’ is bruto of sloop, en kan alleen binnen ‘jaren’</source>
   <translation>‘fasering’ is bruto or sloop, and can only stand within ‘jaren’</translation>
  </message>
  <message>
   <source>‘groep’ is een tekst</source>
   <translation>‘groep’ is a text</translation>
  </message>
  <message>
   <source>‘jaar’ is eerste of laatste, of dit binnen ‘jaren’</source>
   <translation>‘jaar’ is eerste or laatste, or dit within ‘jaren’</translation>
  </message>
  <message>
   <source>‘jaren’ is bruto of sloop</source>
   <translation>‘jaren’ is bruto or sloop</translation>
  </message>
  <message>
   <source>‘som’ is een lijst met velden</source>
   <translation>‘som’ is a list of fields</translation>
  </message>
  <message>
   <source>‘vast’ is een tekst, een geheel getal of null</source>
   <translation>‘vast’ is a text, a whole number or null</translation>
  </message>
  <message>
   <source>‘waarden’ koppelt elke waarde aan een tekst</source>
   <translation>‘waarden’ links each value to a text</translation>
  </message>
  <message>
   <source>‘{a}’ en ‘{b}’</source>
   <translation>‘{a}’ and ‘{b}’</translation>
  </message>
  <message>
   <source>‘{character}’ bestaat niet in de tekencodering van ‘{name}’; sla het bestand eerst op als ‘CSV UTF-8’.</source>
   <translation>‘{character}’ does not exist in the encoding of ‘{name}’; first save the file as ‘CSV UTF-8’.</translation>
  </message>
  <message>
   <source>‘{field}’ is nog niet goed verdeeld: samen {total}.</source>
   <translation>‘{field}’ is not divided well yet: together {total}.</translation>
  </message>
  <message>
   <source>‘{field}’ kan niet veranderd worden.</source>
   <translation>‘{field}’ cannot be changed.</translation>
  </message>
  <message>
   <source>‘{file}’ van {day}, {state}</source>
   <translation>‘{file}’ of {day}, {state}</translation>
  </message>
  <message>
   <source>‘{found}’ kan de plugin niet schrijven; kies uit {names}</source>
   <translation>the plugin cannot write ‘{found}’; choose from {names}</translation>
  </message>
  <message>
   <source>‘{label}’ en ‘{other}’ komen allebei in ‘{path}’; kies twee verschillende bestanden.</source>
   <translation>‘{label}’ and ‘{other}’ both come in ‘{path}’; choose two different files.</translation>
  </message>
  <message>
   <source>‘{label}’ heeft een stuurteken dat een Excel-bestand niet kan bewaren (‘{value}’); haal het weg.</source>
   <translation>‘{label}’ has a control character that an Excel file cannot keep (‘{value}’); remove it.</translation>
  </message>
  <message>
   <source>‘{label}’ heeft in het bestand geen tekst maar {value}; typ de tekst opnieuw.</source>
   <translation>‘{label}’ has no text in the file but {value}; type the text again.</translation>
  </message>
  <message>
   <source>‘{label}’ is niet ingevuld; geef een waarde op.</source>
   <translation>‘{label}’ is not filled in; give a value.</translation>
  </message>
  <message>
   <source>‘{label}’ is niet ingevuld; {remedy}.</source>
   <translation>‘{label}’ is not filled in; {remedy}.</translation>
  </message>
  <message>
   <source>‘{label}’ is {value}, maar moet een heel getal van 0 of meer zijn; verbeter het aantal.</source>
   <translation>‘{label}’ is {value}, but must be a whole number of 0 or more; correct the number.</translation>
  </message>
  <message>
   <source>‘{label}’ is {whole}, maar de som van {parts} is {found} ({used}): {rest}. Verbeter het totaal of de verdeling.</source>
   <translation>‘{label}’ is {whole}, but the sum of {parts} is {found} ({used}): {rest}. Correct the total or the division.</translation>
  </message>
  <message>
   <source>‘{label}’ is {whole}, maar wat van {parts} is ingevuld, is samen al {found} ({used}): {rest}. Verbeter het totaal of de verdeling.</source>
   <translation>‘{label}’ is {whole}, but what is filled in of {parts} is {found} together already ({used}): {rest}. Correct the total or the division.</translation>
  </message>
  <message>
   <source>‘{label}’ kan niet geschreven worden; kies een ander bestand.</source>
   <translation>‘{label}’ cannot be written; choose another file.</translation>
  </message>
  <message>
   <source>‘{label}’ staat in het bestand als ‘{value}’, en dat is geen ja of nee zoals QGIS het bewaart; kies een van beide.</source>
   <translation>‘{label}’ is in the file as ‘{value}’, and that is no yes or no as QGIS keeps it; choose one of the two.</translation>
  </message>
  <message>
   <source>‘{label}’ zou planbestand ‘{path}’ overschrijven, met alles wat erin staat; kies een ander bestand.</source>
   <translation>‘{label}’ would overwrite plan file ‘{path}’, with everything in it; choose another file.</translation>
  </message>
  <message>
   <source>‘{label}’ zou ‘{path}’ overschrijven, dat zelf wordt gelezen; kies een ander bestand.</source>
   <translation>‘{label}’ would overwrite ‘{path}’, which is itself read; choose another file.</translation>
  </message>
  <message>
   <source>‘{layer}’ in ‘{name}’ is een weergave (view) of heeft berekende kolommen, en is niet gelezen: {why}. Kies of vraag een bestand met gewone lagen.</source>
   <translation>‘{layer}’ in ‘{name}’ is a view or has computed columns, and was not read: {why}. Choose or ask for a file with ordinary layers.</translation>
  </message>
  <message>
   <source>‘{name}’</source>
   <translation>‘{name}’</translation>
  </message>
  <message>
   <source>‘{name}’ gebruikt het formaat zelf; kies een andere kolomnaam</source>
   <translation>the format itself uses ‘{name}’; choose another column name</translation>
  </message>
  <message>
   <source>‘{name}’ heeft een waarde die niet past</source>
   <translation>‘{name}’ has a value that does not fit</translation>
  </message>
  <message>
   <source>‘{name}’ heeft geen kolom met plannamen; geef die kolom de naam ‘plannaam’ of kies een andere laag.</source>
   <translation>‘{name}’ has no column with plan names; call that column ‘plannaam’ or choose another layer.</translation>
  </message>
  <message>
   <source>‘{name}’ heet de laag al</source>
   <translation>the layer already has the name ‘{name}’</translation>
  </message>
  <message>
   <source>‘{name}’ hoort niet bij deze bewerking, die kent: {known}</source>
   <translation>‘{name}’ is no part of this operation, which knows: {known}</translation>
  </message>
  <message>
   <source>‘{name}’ in het pakket ontbreekt of is beschadigd; vraag het opnieuw op.</source>
   <translation>‘{name}’ in the package is missing or damaged; ask for it again.</translation>
  </message>
  <message>
   <source>‘{name}’ is al een werkkopie, van ‘{path}’.</source>
   <translation>‘{name}’ is a working copy already, of ‘{path}’.</translation>
  </message>
  <message>
   <source>‘{name}’ is bijgewerkt; het oude bestand staat ernaast als ‘{kept}’.</source>
   <translation>‘{name}’ was updated; the old file stands beside it as ‘{kept}’.</translation>
  </message>
  <message>
   <source>‘{name}’ is een CSV-bestand en heeft geen blad Uitleg met het kenmerk; vraag de projectleider om het invulblad zelf, als .xlsx of .ods.</source>
   <translation>‘{name}’ is a CSV file and has no sheet Uitleg with the mark; ask the project leader for the fill-in sheet itself, as .xlsx or .ods.</translation>
  </message>
  <message>
   <source>‘{name}’ is een Excel-bestand; kies het bij ‘{label}’.</source>
   <translation>‘{name}’ is an Excel file; choose it at ‘{label}’.</translation>
  </message>
  <message>
   <source>‘{name}’ is een levering; kies het antwoord dat de provincie stuurde.</source>
   <translation>‘{name}’ is a delivery; choose the answer that the province sent.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen Excel-bestand; kies een invulblad dat eindigt op {suffixes}.</source>
   <translation>‘{name}’ is no Excel file; choose a fill sheet that ends in {suffixes}.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen JSON-bestand; kies een bestand dat de plugin heeft gemaakt.</source>
   <translation>‘{name}’ is not a JSON file; choose a file that the plugin has made.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen antwoord van een provincie of het is beschadigd; vraag het opnieuw op.</source>
   <translation>‘{name}’ is no answer of a province, or it is damaged; ask for it again.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen invulblad: het kenmerk op blad Uitleg of blad Plannen ontbreekt; kies een bestand dat ‘Invulbladen maken’ maakte.</source>
   <translation>‘{name}’ is not a fill-in sheet: the mark on sheet Uitleg or sheet Plannen is missing; choose a file that ‘Make fill-in sheets’ made.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.</source>
   <translation>‘{name}’ is not a map layer that QGIS can read; choose a GeoPackage, shapefile or other GIS file.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen kolomkoppeling van deze plugin; gebruik een bestand dat ‘Plannen importeren’ maakte.</source>
   <translation>‘{name}’ is not a column mapping of this plugin; use a file that ‘Import plans’ made.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen laag of Excel-bestand dat gelezen kan worden; kies een ander bestand.</source>
   <translation>‘{name}’ is not a layer or Excel file that can be read; choose another file.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen lijst van wijzigingen; gebruik een bestand dat met ‘Alleen tonen’ is gemaakt.</source>
   <translation>‘{name}’ is no list of changes; use a file that was made with ‘Only show’.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen plankaart volgens IMRO in RD: er is geen plangebied met typePlan en planstatus. Kies een GML-bestand van een bestemmingsplan of omgevingsvergunning.</source>
   <translation>‘{name}’ is no plan map according to IMRO in RD: there is no plan area with typePlan and planstatus. Choose a GML file of a zoning plan or permit.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen werkkopie die u op deze computer maakte; er is niets terug te zetten.</source>
   <translation>‘{name}’ is not a working copy that you made on this computer; there is nothing to put back.</translation>
  </message>
  <message>
   <source>‘{name}’ is geen zip die hier uitgepakt kan worden; pak hem zelf uit, of vraag hem opnieuw op.</source>
   <translation>‘{name}’ is no zip that can be unpacked here; unpack it yourself, or ask for it again.</translation>
  </message>
  <message>
   <source>‘{name}’ is gemaakt met een nieuwere versie van de plugin; werk de plugin bij.</source>
   <translation>‘{name}’ was made with a newer version of the plugin; update the plugin.</translation>
  </message>
  <message>
   <source>‘{name}’ is hetzelfde invulblad als ‘{twin}’ en telt één keer.</source>
   <translation>‘{name}’ is the same fill-in sheet as ‘{twin}’ and counts once.</translation>
  </message>
  <message>
   <source>‘{name}’ is na het maken gewijzigd of beschadigd ({what}); vraag de provincie het opnieuw te sturen.</source>
   <translation>‘{name}’ was changed or damaged after it was made ({what}); ask the province to send it again.</translation>
  </message>
  <message>
   <source>‘{name}’ is onbekend</source>
   <translation>‘{name}’ is unknown</translation>
  </message>
  <message>
   <source>‘{name}’ is op Windows de naam van een apparaat; kies een andere</source>
   <translation>‘{name}’ is the name of a device on Windows; choose another</translation>
  </message>
  <message>
   <source>‘{name}’ is opgeslagen als {suffix} en kan niet gelezen worden. Open het in Excel of LibreOffice, sla het op als .xlsx en lees dat bestand in.</source>
   <translation>‘{name}’ was saved as {suffix} and cannot be read. Open it in Excel or LibreOffice, save it as .xlsx and read that file.</translation>
  </message>
  <message>
   <source>‘{name}’ kan geen kolom heten; begin met een letter en gebruik alleen letters, cijfers en _</source>
   <translation>‘{name}’ cannot be the name of a column; begin with a letter and use only letters, digits and _</translation>
  </message>
  <message>
   <source>‘{name}’ kan geen laag heten; begin met een letter en gebruik alleen letters, cijfers en _</source>
   <translation>‘{name}’ cannot be the name of a layer; begin with a letter and use only letters, digits and _</translation>
  </message>
  <message>
   <source>‘{name}’ kan niet gelezen worden; vraag het opnieuw op.</source>
   <translation>‘{name}’ cannot be read; ask for it again.</translation>
  </message>
  <message>
   <source>‘{name}’ kon niet geopend worden: {reason}</source>
   <translation>‘{name}’ could not be opened: {reason}</translation>
  </message>
  <message>
   <source>‘{name}’ ontbreekt</source>
   <translation>‘{name}’ is missing</translation>
  </message>
  <message>
   <source>‘{name}’ staat al in het pakket; kies een andere naam</source>
   <translation>‘{name}’ is in the package already; choose another name</translation>
  </message>
  <message>
   <source>‘{name}’ staat in OneDrive. Werken twee mensen er tegelijk in, dan kan werk verloren gaan.</source>
   <translation>‘{name}’ is in OneDrive. If two people work in it at the same time, work may be lost.</translation>
  </message>
  <message>
   <source>‘{name}’ staat op een netwerkschijf. Werken twee mensen er tegelijk in, dan kan werk verloren gaan.</source>
   <translation>‘{name}’ is on a network drive. If two people work in it at the same time, work may be lost.</translation>
  </message>
  <message>
   <source>‘{name}’ van dezelfde gemeente is later gemaakt en is al in beoordeling.</source>
   <translation>‘{name}’ of the same municipality was made later and is in review already.</translation>
  </message>
  <message>
   <source>‘{name}’ van dezelfde gemeente is later gemaakt.</source>
   <translation>‘{name}’ of the same municipality was made later.</translation>
  </message>
  <message>
   <source>‘{name}’ {why}; gelezen als {title}, want dat geeft Nederlandse letters. Controleer ze, zoals in ‘{shown}’.</source>
   <translation>‘{name}’ {why}; read as {title}, because that gives Dutch letters. Check them, as in ‘{shown}’.</translation>
  </message>
  <message>
   <source>‘{name}’ {why}; gelezen als {title}, want zo komen de namen overeen met het Excel-bestand.</source>
   <translation>‘{name}’ {why}; read as {title}, because then the names match the Excel file.</translation>
  </message>
  <message>
   <source>‘{name}’, peildatum {peildatum}. Deze grenzen staan in het planbestand, tellen daar en reizen ermee mee. Uw opties bewaren uw eigen grenzen voor een volgend planbestand. Een officiële grens gaat altijd voor.</source>
   <translation>‘{name}’, reference date {peildatum}. These limits are in the plan file, count there and travel with it. Your options keep your own limits for a next plan file. An official limit always goes first.</translation>
  </message>
  <message>
   <source>‘{other}’ min ‘{sloop}’ is in alle {rows} rijen met sloop gelijk aan ‘{column}’</source>
   <translation>‘{other}’ minus ‘{sloop}’ equals ‘{column}’ in all {rows} rows with demolition</translation>
  </message>
  <message>
   <source>‘{part}’ is meer dan ‘{whole}’</source>
   <translation>‘{part}’ is more than ‘{whole}’</translation>
  </message>
  <message>
   <source>‘{path}’ bestaat al en is geen planbestand; kies een andere naam.</source>
   <translation>‘{path}’ exists already and is not a plan file; choose another name.</translation>
  </message>
  <message>
   <source>‘{path}’ bestaat niet; kies de bestanden of de map met leveringen.</source>
   <translation>‘{path}’ does not exist; choose the files or the folder with deliveries.</translation>
  </message>
  <message>
   <source>‘{path}’ bevat geen grens; kies een bestand met de gemeentegrens.</source>
   <translation>‘{path}’ has no boundary; choose a file with the municipal boundary.</translation>
  </message>
  <message>
   <source>‘{path}’ heeft geen laag met verblijfsobjecten: die heeft een identificatie, status en gebruiksdoel. Kies een GeoPackage van de BAG.</source>
   <translation>‘{path}’ has no layer with verblijfsobjecten: such a layer has an identificatie, status and gebruiksdoel. Choose a GeoPackage of the BAG.</translation>
  </message>
  <message>
   <source>‘{path}’ is bijgewerkt. Wat er stond is bewaard als ‘{kept}’; uw werkkopie blijft staan.</source>
   <translation>‘{path}’ was updated. What was there is kept as ‘{kept}’; your working copy stays.</translation>
  </message>
  <message>
   <source>‘{path}’ is de beoordeling van {provincie}, {peildatum}; kies voor {other}, {day} een ander bestand of een map.</source>
   <translation>‘{path}’ is the review of {provincie}, {peildatum}; choose another file or a folder for {other}, {day}.</translation>
  </message>
  <message>
   <source>‘{path}’ is de som van alle plannen en geen openbare versie; kies een eerdere openbare versie of laat dit leeg.</source>
   <translation>‘{path}’ is the sum of all plans and not a public version; choose an earlier public version or leave this empty.</translation>
  </message>
  <message>
   <source>‘{path}’ is een openbare versie en geen som van alle plannen; kies een eerdere som of laat dit leeg.</source>
   <translation>‘{path}’ is a public version and not a sum of all plans; choose an earlier sum or leave this empty.</translation>
  </message>
  <message>
   <source>‘{path}’ is een planbestand; kies voor het beoordelingsbestand een ander bestand.</source>
   <translation>‘{path}’ is a plan file; choose another file for the review file.</translation>
  </message>
  <message>
   <source>‘{path}’ is er niet meer, of is nu niet te bereiken. Uw werkkopie blijft staan; zet haar later terug.</source>
   <translation>‘{path}’ is no longer there, or cannot be reached now. Your working copy stays; put it back later.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen GeoPackage of is beschadigd; kies het GeoPackage-bestand met de BAG.</source>
   <translation>‘{path}’ is no GeoPackage or is damaged; choose the GeoPackage file with the BAG.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen GeoPackage of is beschadigd; zet een reservekopie terug, of open het in QGIS en sla het opnieuw op.</source>
   <translation>‘{path}’ is not a GeoPackage or is damaged; put back a backup, or open it in QGIS and save it again.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen beoordelingsbestand van deze plugin; kies een ander bestand, of een map.</source>
   <translation>‘{path}’ is no review file of this plugin; choose another file, or a folder.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.</source>
   <translation>‘{path}’ is not a map layer that QGIS can read; choose a GeoPackage, shapefile or other GIS file.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen kaartlaag die QGIS kan lezen; kies een bestand met de gemeentegrens.</source>
   <translation>‘{path}’ is not a map layer that QGIS can read; choose a file with the municipal boundary.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen openbaar pakket van de plugin; kies de zip die u eerder publiceerde.</source>
   <translation>‘{path}’ is no public package of the plugin; choose the zip that you published before.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen planbestand: de gegevens over gemeente en peildatum ontbreken.</source>
   <translation>‘{path}’ is not a plan file: the data on municipality and reference date are missing.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen planbestand: het bestand is er niet meer.</source>
   <translation>‘{path}’ is not a plan file: the file is no longer there.</translation>
  </message>
  <message>
   <source>‘{path}’ is geen planbestand; maak er een met ‘Nieuw planbestand’ of ‘Plannen importeren’.</source>
   <translation>‘{path}’ is not a plan file; make one with ‘New plan file’ or ‘Import plans’.</translation>
  </message>
  <message>
   <source>‘{path}’ is gemaakt met een nieuwere versie van de plugin; werk de plugin bij.</source>
   <translation>‘{path}’ was made with a newer version of the plugin; update the plugin.</translation>
  </message>
  <message>
   <source>‘{path}’ is intussen door iemand anders gemaakt; er is niets veranderd. Open de leveringen opnieuw.</source>
   <translation>‘{path}’ was made by somebody else meanwhile; nothing was changed. Open the deliveries again.</translation>
  </message>
  <message>
   <source>‘{path}’ is opgeslagen terwijl de plannen gelezen werden; probeer het opnieuw.</source>
   <translation>‘{path}’ was saved while the plans were being read; try again.</translation>
  </message>
  <message>
   <source>‘{path}’ is van gemeente {other} en niet van {code}; kies het pakket van uw gemeente.</source>
   <translation>‘{path}’ is of municipality {other} and not of {code}; choose the package of your municipality.</translation>
  </message>
  <message>
   <source>‘{path}’ kan niet gelezen worden ({reason}).</source>
   <translation>‘{path}’ cannot be read ({reason}).</translation>
  </message>
  <message>
   <source>‘{path}’ kan niet vervangen worden ({reason}). Wat gemaakt is, is heel en staat in ‘{spared}’.</source>
   <translation>‘{path}’ cannot be replaced ({reason}). What was made is whole and is in ‘{spared}’.</translation>
  </message>
  <message>
   <source>‘{path}’ kan niet vervangen worden ({reason}); sluit het in andere programma's en probeer het opnieuw.</source>
   <translation>‘{path}’ cannot be replaced ({reason}); close it in other programs and try again.</translation>
  </message>
  <message>
   <source>‘{path}’ noemt geen map; kies met de knop … waar het planbestand komt te staan.</source>
   <translation>‘{path}’ names no folder; with the button …, choose where the plan file comes.</translation>
  </message>
  <message>
   <source>‘{path}’ was niet van de plugin, of gewijzigd; het staat nu in ‘{aside}’.</source>
   <translation>‘{path}’ was not of the plugin, or was changed; it is now in ‘{aside}’.</translation>
  </message>
  <message>
   <source>‘{path}’ wordt al gemaakt, in een ander venster of door iemand anders; wacht tot dat klaar is of kies een andere naam.</source>
   <translation>‘{path}’ is being made already, in another window or by somebody else; wait until that is done or choose another name.</translation>
  </message>
  <message>
   <source>‘{question}’ is niet beantwoord terwijl ‘{label}’ {number} is; kies ja of nee.</source>
   <translation>‘{question}’ is not answered while ‘{label}’ is {number}; choose yes or no.</translation>
  </message>
  <message>
   <source>‘{start}…’ ({n} tekens)</source>
   <translation>‘{start}…’ ({n} characters)</translation>
  </message>
  <message>
   <source>‘{table}’ in planbestand ‘{path}’ is geen tabel maar een weergave (view): die kan plannen weglaten of anders tonen. Lever uit het planbestand zelf.</source>
   <translation>‘{table}’ in plan file ‘{path}’ is not a table but a view: it may leave out plans or show them otherwise. Deliver from the plan file itself.</translation>
  </message>
  <message>
   <source>‘{text}’ is geen bedrag; schrijf het als 405.000 of 1.228,07.</source>
   <translation>‘{text}’ is not an amount; write it as 405.000 or 1.228,07 (Dutch notation).</translation>
  </message>
  <message>
   <source>‘{text}’ is geen datum; schrijf de peildatum als jjjj-mm-dd, bijvoorbeeld 2026-01-01.</source>
   <translation>‘{text}’ is not a date; write the reference date as yyyy-mm-dd, for example 2026-01-01.</translation>
  </message>
  <message>
   <source>‘{text}’ is geen jaar van een levering; schrijf {first} tot en met {last}.</source>
   <translation>‘{text}’ is not a year of a delivery; write {first} up to and including {last}.</translation>
  </message>
  <message>
   <source>‘{text}’ is geen provincie; kies {choices}.</source>
   <translation>‘{text}’ is no province; choose {choices}.</translation>
  </message>
  <message>
   <source>‘{text}’ kan {choices} zijn; geef de code van de gemeente op.</source>
   <translation>‘{text}’ can be {choices}; give the code of the municipality.</translation>
  </message>
  <message>
   <source>‘{text}’ {problem}. Typ een heel getal van 0 of meer; tot dan telt dit niet mee.</source>
   <translation>‘{text}’ {problem}. Type a whole number of 0 or more; until then this does not count.</translation>
  </message>
  <message>
   <source>‘{then}’ is van gemeente {one} en ‘{now}’ van gemeente {other}; kies twee leveringen van dezelfde gemeente.</source>
   <translation>‘{then}’ is of municipality {one} and ‘{now}’ of municipality {other}; choose two deliveries of one municipality.</translation>
  </message>
  <message>
   <source>‘{title}’ is door een fout in de plugin gestopt; er is niets veranderd. De technische details staan in het logboek, tabblad LMVW.</source>
   <translation>‘{title}’ has stopped because of an error in the plugin; nothing has changed. The technical details are in the log, tab LMVW.</translation>
  </message>
  <message>
   <source>‘{title}’ is toegevoegd en wordt bij PDOK opgehaald zolang de laag aan staat.</source>
   <translation>‘{title}’ was added and is fetched from PDOK as long as the layer is on.</translation>
  </message>
  <message>
   <source>‘{title}’, peildatum {peildatum}, {plans}</source>
   <translation>‘{title}’, reference date {peildatum}, {plans}</translation>
  </message>
  <message>
   <source>‘{title}’, {plans}</source>
   <translation>‘{title}’, {plans}</translation>
  </message>
  <message>
   <source>‘{value}’ past niet bij ‘{field}’; verbeter dat eerst.</source>
   <translation>‘{value}’ does not fit ‘{field}’; correct that first.</translation>
  </message>
  <message>
   <source>‘{value}’ staat niet in de lijst van ‘{label}’; kies een code uit de lijst.</source>
   <translation>‘{value}’ is not in the list of ‘{label}’; choose a code from the list.</translation>
  </message>
  <message>
   <source>‘{value}’ {problem}.</source>
   <translation>‘{value}’ {problem}.</translation>
  </message>
  <message>
   <source>‘{where}’ noemt {count} woningen {what}.</source>
   <translation>‘{where}’ says {count} dwellings {what}.</translation>
  </message>
  <message>
   <source>▼ nog {number} hieronder: scrol in de lijst</source>
   <translation>▼ {number} more below: scroll in the list</translation>
  </message>
  <message>
   <source>◀ V&amp;orige plan</source>
   <translation>◀ &amp;Previous plan</translation>
  </message>
  <message>
   <source>● Nog niet alles is opgeslagen.</source>
   <translation>● Not everything is saved yet.</translation>
  </message>
  <message>
   <source>⚠ Niet bij elk plan ingevuld, dus opgeteld zonder de lege: {names}.</source>
   <translation>⚠ Not filled in for each plan, so added up without the empty ones: {names}.</translation>
  </message>
  <message>
   <source>⚠ Twee delen hebben dezelfde naam; bij de levering moet elke naam anders zijn.</source>
   <translation>⚠ Two parts have the same name; in the delivery each name must be different.</translation>
  </message>
  <message>
   <source>✎ Nog niet goed verdeeld: {labels}{more}.</source>
   <translation>✎ Not divided well yet: {labels}{more}.</translation>
  </message>
  <message>
   <source>✎ {names}: nog geen woningen.</source>
   <translation>✎ {names}: no dwellings yet.</translation>
  </message>
  <message>
   <source>✔ Alles is opgeslagen.</source>
   <translation>✔ Everything is saved.</translation>
  </message>
  <message>
   <source>✔ Alles is verdeeld.</source>
   <translation>✔ Everything is divided.</translation>
  </message>
 </context>
</TS>
