import { expect, test } from 'vitest';
import { chooseTable } from '$lib/ingest/choose-table';
import { mapColumns } from '$lib/ingest/map-columns';
import { tableOf } from '$lib/schema/tables';
import { shapeOf } from '$lib/ingest/value-formats';

/*
 * Headers as case systems and offices write them: known names in their spellings, names that only
 * contain a known one, and names that nobody listed. Beside each stands the field that a reader would
 * give it, or nothing. Listing every header here in the schema would make this test worthless.
 */
type Headers = Readonly<Record<string, string | null>>;

const languages: Readonly<Record<string, Headers>> = {
  English: {
    'Date of first contact': 'detected_at',
    registration_date: 'index_month',
    'NRM decision': 'victim_status',
    Nationality: 'citizenship',
    'Exploitation type': 'main_form',
    'Local Authority': 'region',
    'Interpreter required': 'interpreter_needed',
    'Estimated Age?': 'age_in_doubt',
    date_closure: 'closed_at',
    'Reason for closure': 'closure_reason',
    'Immigration status (at referral)': 'legal_status',
    'Country of exploitation (main)': 'exploitation_country',
    'Worker initials': null,
    'Extract run': null,
    Remarks: null,
    'Gender of child': 'gender',
    'Age (completed years)': 'age_at_detection',
    'Client reference': 'case_key',
    'How identified': 'detection_route',
  },
  Norwegian: {
    Saksnummer: 'case_key',
    'Melding mottatt måned': 'index_month',
    'Mottatt dato': 'detected_at',
    Statsborgerskap: 'citizenship',
    Oppholdsgrunnlag: 'legal_status',
    Utnyttelsesform: 'main_form',
    'Utnyttelsesland (hovedsakelig)': 'exploitation_country',
    'Meldt av': 'detection_route',
    Tolkebehov: 'interpreter_needed',
    'Omstridt alder': 'age_in_doubt',
    'Avsluttet dato': 'closed_at',
    'Alder ved utnyttelse': 'age_at_first_exploitation',
    'Dato uttrekk': null,
    Saksbehandlerkode: null,
    Versjon: null,
    'Barnets kjønn': 'gender',
    'Barnets alder': 'age_at_detection',
    'Vurdert som offer': 'victim_status',
    'Bor i': 'region',
  },
  Dutch: {
    Dossiernummer: 'case_key',
    Meldmaand: 'index_month',
    'Datum eerste contact': 'detected_at',
    'Status slachtoffer': 'victim_status',
    'Leeftijd bij melding': 'age_at_detection',
    'Leeftijd bij uitbuiting': 'age_at_first_exploitation',
    Verblijfsstatus: 'legal_status',
    'Soort uitbuiting': 'main_form',
    'Land van uitbuiting': 'exploitation_country',
    Provincie: 'region',
    'Datum afsluiting': 'closed_at',
    'Reden afsluiting': 'closure_reason',
    Volgnummer: null,
    Uitgever: null,
    'Geslacht minderjarige': 'gender',
    'Nationaliteit (eerste)': 'citizenship',
    'Wijze van signaleren': 'detection_route',
    'Is er een tolk bij geweest': 'interpreter_needed',
  },
  German: {
    Aktenzeichen: 'case_key',
    Meldemonat: 'index_month',
    'Datum Erstkontakt': 'detected_at',
    Opferstatus: 'victim_status',
    'Alter bei Meldung': 'age_at_detection',
    'Alter zum Tatzeitpunkt': 'age_at_first_exploitation',
    Aufenthaltsstatus: 'legal_status',
    'Art der Ausbeutung': 'main_form',
    Ausbeutungsland: 'exploitation_country',
    Bundesland: 'region',
    Abschlussdatum: 'closed_at',
    'Abschlussgrund (Schlüssel)': 'closure_reason',
    Bearbeitungsstand: null,
    Mandant: null,
    'Geschlecht des Kindes': 'gender',
    'Staatsangehörigkeit 1': 'citizenship',
    'Wie bekannt geworden': 'detection_route',
    Sprachmittlung: 'interpreter_needed',
  },
  French: {
    'Numéro de dossier': 'case_key',
    "Date d'enregistrement": 'index_month',
    'Date du signalement': 'detected_at',
    'Statut de victime': 'victim_status',
    'Âge au signalement': 'age_at_detection',
    "Âge au moment de l'exploitation": 'age_at_first_exploitation',
    'Titre de séjour': 'legal_status',
    "Type d'exploitation": 'main_form',
    "Pays d'exploitation": 'exploitation_country',
    Département: 'region',
    'Statut de protection (MNA)': 'accompaniment',
    'Date de clôture': 'closed_at',
    'Motif de clôture': 'closure_reason',
    "Numéro d'ordre": null,
    Millésime: null,
    "Sexe de l'enfant": 'gender',
    'Nationalité déclarée': 'citizenship',
    'Mode de repérage': 'detection_route',
    Interprétariat: 'interpreter_needed',
  },
  Spanish: {
    'Número de expediente': 'case_key',
    'Fecha de registro': 'index_month',
    'Fecha de detección': 'detected_at',
    'Condición de víctima': 'victim_status',
    'Edad al registro': 'age_at_detection',
    'Situación administrativa': 'legal_status',
    'Tipo de explotación': 'main_form',
    'País de explotación': 'exploitation_country',
    'Comunidad autónoma': 'region',
    'Necesita intérprete': 'interpreter_needed',
    'Fecha de cierre del expediente': 'closed_at',
    'Motivo de cierre': 'closure_reason',
    'Orden interno': null,
    Ejercicio: null,
    'Sexo del menor': 'gender',
    'Nacionalidad declarada': 'citizenship',
    'Vía de detección': 'detection_route',
    'Dudas sobre la edad': 'age_in_doubt',
  },
};

/** Cells that suit a field, so that only the names are on trial. */
const cells: Readonly<Record<string, readonly string[]>> = {
  case_key: ['A1', 'A2', 'A3'],
  index_month: ['2024-01', '2024-02', '2024-03'],
  detected_at: ['2024-01-02', '2024-02-13', '2024-03-24'],
  closed_at: ['2024-05-02', '2024-06-13', '2024-07-24'],
  age_at_detection: ['12', '15', '16'],
  age_at_first_exploitation: ['11', '14', '15'],
  region: ['R1', 'R2', 'R3'],
  citizenship: ['NO', 'NL', 'VN'],
  exploitation_country: ['NO', 'NL', 'DE'],
};
const cases = tableOf('cases');
const cellsOf = (field: string | null): readonly string[] =>
  cells[field ?? ''] ??
  cases.columns.find(({ name }) => name === field)?.codes.map(({ value }) => value) ?? [
    'v1',
    'v2',
    'v3',
  ];

test.each(Object.entries(languages))('%s headers', (language, told) => {
  const header = Object.keys(told);
  const columns = Object.values(told).map(cellsOf);
  expect(chooseTable(header, 'export.csv').table?.name, language).toBe('cases');
  const mapped = mapColumns(cases, {
    header,
    shapes: columns.map(shapeOf),
    values: columns.map((column) => new Set(column)),
  }).columns;
  const wrong = mapped.flatMap(({ source, target, tier }) => {
    const right = told[source] ? `cases.${told[source]}` : null;
    return target === right ? [] : [{ source, target, tier }];
  });
  const surely = wrong.filter(({ tier }) => tier === 'exact' || tier === 'synonym');
  expect(surely, 'wrong, and in the top tiers').toEqual([]);
  expect(1 - wrong.length / header.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.8);
});
