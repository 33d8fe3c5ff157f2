import type { Words } from '../words-in';

const en = {
  tab: 'Privacy and limits – Rapporteur',
  title: 'Privacy, limits, and how to check them',
  leaves: {
    title: 'Nothing leaves this tab',
    text: 'The page loads its own parts from the place it is served from. Then it closes its own network: a second policy forbids every connection, also to that place. Only after that can data be loaded. The engine runs in a worker that inherits both policies, and its settings are locked.',
    check: 'Check it yourself',
    steps: [
      'Open the developer tools of your browser, choose Network, and load a file: the list stays still.',
      'Or wait until the engine has started, unplug the cable, and work on.',
      'Or let the engine try what it must refuse:',
    ],
    trying: 'Trying…',
    attempt: 'Try to leak',
    attempts: {
      http: 'Read an address on the internet',
      extension: 'Load an extension of the engine',
      'outside-file': 'Read a file that was not chosen',
      setting: 'Change a setting of the engine',
    },
    refused: 'refused',
    notRefused: 'NOT refused – do not load data here',
    notTried: 'Not tried.',
    notStarted: 'The engine did not start.',
    stored:
      'Nothing is stored on this computer: no cookie, no local copy. The address holds only which indicator, period, group and view you look at, after the sign #, which browsers do not send to a server.',
  },
  release: {
    title: 'What Release view promises',
    text: 'Threshold k = 11 unless you choose another. No number from 1 to 10 is shown. In one figure with its breakdowns no group of 1 to 10 children can be isolated by adding, subtracting or comparing what it shows; nor by adding and subtracting what any two views of it show, under whatever filters, breakdowns and periods. How many children figures count among (registered, detected, deprived of care, by gender or age) is protected once and shown or withheld alike in all of them, and no figure, subtracted from it, tells of 1 to 10 children whom it leaves out. Every withheld number has at least two whole-number data sets that reproduce the figure exactly, one of them with 11 or more children in that place; each is added up again by separate code. Without that proof nothing is shown. All withheld numbers carry the same mark. Times of a curve are read at fixed points, in whole per cents; medians are rounded.',
    limits: 'Its limits',
    points: [
      'What is saved or copied is judged together with the figures of the same indicator that left before, under whatever filter or period, until other data are loaded or a new release is begun. Of what is read or printed from the screen, three views of one indicator and more are not judged together. Of two indicators the children counted among are held against each other, and so are counts of missing children (MC-01, MC-02, MC-05) and of referrals (RF-01, RF-02); the answers of other indicators, what happened in a period, and persons of any age are not, nor is what is saved or copied of two indicators.',
      'Other publications from the same data, by anyone, are not covered, but for tables that you published and opened on the Data page: a number that differs by 1 to 10 from the published one of the same indicator, measure, period and group is withheld and does not follow exactly from the others shown. Not held against them are other periods (the quarters of a published year), other bands and sums of several numbers; nor does anything keep a reader from taking a withheld number to be as it was published.',
      'Someone who already knows a child may learn more than a stranger.',
      'What is true of all of a large group is published as such.',
      'A zero says that nobody was recorded.',
      'The proof says “possible”, not “equally likely”. It is not differential privacy.',
    ],
  },
  everyone: {
    title: 'For everyone to read',
    text: 'Made for keyboard and screen reader, 320 px wide screens, dark and high-contrast settings and print. Every chart has a summary, a table and can be read point by point with the arrow keys. The interface, the labels of the data, sentences, charts and files are in English and Norwegian Bokmål.',
  },
  licences: {
    title: 'Licences',
    text: 'Rapporteur is free software under the MIT licence. It stands on Svelte, DuckDB, Apache Arrow, Observable Plot, Papa Parse, HiGHS and stdlib (MIT, Apache-2.0, ISC), and on the typefaces Source Serif and Source Sans (SIL Open Font License).',
  },
};

const nb: typeof en = {
  tab: 'Personvern og grenser – Rapporteur',
  title: 'Personvern, grenser og hvordan de kan kontrolleres',
  leaves: {
    title: 'Ingenting forlater denne fanen',
    text: 'Siden laster delene sine fra stedet den ligger på. Deretter stenger den sitt eget nettverk: Da forbyr enda en regel enhver forbindelse, også til dette stedet. Først etterpå kan data lastes inn. Regnemotoren går i en egen prosess som arver begge reglene, og innstillingene i den er låst.',
    check: 'Kontroller det selv',
    steps: [
      'Åpne utviklerverktøyene i nettleseren, velg Nettverk, og last inn en fil: Listen står stille.',
      'Eller vent til regnemotoren har startet, trekk ut kabelen, og arbeid videre.',
      'Eller la regnemotoren prøve det den må nekte:',
    ],
    trying: 'Prøver …',
    attempt: 'Prøv å lekke',
    attempts: {
      http: 'Lese en adresse på internett',
      extension: 'Laste en utvidelse til regnemotoren',
      'outside-file': 'Lese en fil som ikke er valgt',
      setting: 'Endre en innstilling i regnemotoren',
    },
    refused: 'nektet',
    notRefused: 'IKKE nektet – last ikke inn data her',
    notTried: 'Ikke prøvd.',
    notStarted: 'Regnemotoren startet ikke.',
    stored:
      'Ingenting lagres på denne datamaskinen: ingen informasjonskapsel, ingen lokal kopi. Adressen sier bare hvilken indikator, periode, gruppe og visning du ser på, etter tegnet #, som nettlesere ikke sender til noen tjener.',
  },
  release: {
    title: 'Hva publiseringsvisningen lover',
    text: 'Terskelen er k = 11 hvis du ikke velger en annen. Ingen tall fra 1 til 10 vises. I ett tall med fordelingene sine kan ingen gruppe på 1 til 10 barn skilles ut ved å legge sammen, trekke fra eller sammenligne det som vises; heller ikke ved å legge sammen og trekke fra det to visninger av tallet viser, uansett filtre, fordelinger og perioder. Hvor mange barn tallene teller blant (registrerte, oppdagede, uten foreldreomsorg, etter kjønn eller alder), beskyttes én gang og vises eller holdes tilbake likt i alle tall, og ingen tall, trukket fra dette, forteller om 1 til 10 barn som det utelater. For hvert tall som holdes tilbake, finnes minst to datasett med hele tall som gir nøyaktig det samme resultatet, ett av dem med 11 eller flere barn på den plassen; hvert av dem summeres på nytt av en egen kode. Uten dette beviset vises ingenting. Alle tall som holdes tilbake, har samme merke. Tider i en kurve leses av på faste punkter, i hele prosent; medianer er avrundet.',
    limits: 'Grensene',
    points: [
      'Det som lagres eller kopieres, vurderes sammen med tallene av samme indikator som har gått ut før, uansett filter og periode, til andre data lastes inn eller en ny publisering begynner. Av det som leses eller skrives ut fra skjermen, vurderes ikke tre eller flere visninger av én indikator samlet. Av to indikatorer holdes barna det telles blant, opp mot hverandre, og likeså antallet forsvunne barn (MC-01, MC-02, MC-05) og henvisninger (RF-01, RF-02); svarene i andre indikatorer, det som skjedde i en periode, og personer i alle aldre gjør det ikke, og heller ikke det som lagres eller kopieres av to indikatorer.',
      'Andre publiseringer fra de samme dataene, uansett av hvem, er ikke dekket, unntatt tabeller som du har publisert og åpnet på datasiden: Et tall som skiller seg med 1 til 10 fra det publiserte for samme indikator, mål, periode og gruppe, holdes tilbake og følger ikke nøyaktig av de andre som vises. Andre perioder (kvartalene i et publisert år), andre aldersgrupper og summer av flere tall holdes ikke mot dem, og ingenting hindrer en leser i å gå ut fra at et tall som holdes tilbake, er som det ble publisert.',
      'En som allerede kjenner et barn, kan få vite mer enn en fremmed.',
      'Det som gjelder alle i en stor gruppe, publiseres slik det er.',
      'Null betyr at ingen er registrert.',
      'Beviset sier «mulig», ikke «like sannsynlig». Det er ikke differensielt personvern.',
    ],
  },
  everyone: {
    title: 'Lesbar for alle',
    text: 'Laget for tastatur og skjermleser, 320 piksler brede skjermer, mørk visning, høy kontrast og utskrift. Hver figur har et sammendrag og en tabell og kan leses punkt for punkt med piltastene. Grensesnittet, navnene i dataene, setninger, figurer og filer finnes på engelsk og norsk bokmål.',
  },
  licences: {
    title: 'Lisenser',
    text: 'Rapporteur er fri programvare med MIT-lisens. Den bygger på Svelte, DuckDB, Apache Arrow, Observable Plot, Papa Parse, HiGHS og stdlib (MIT, Apache-2.0, ISC), og på skrifttypene Source Serif og Source Sans (SIL Open Font License).',
  },
};

/** The words on privacy and limits. */
export const words: Words<typeof en> = { en, nb };
