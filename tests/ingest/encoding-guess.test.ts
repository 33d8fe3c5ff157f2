import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import type { Decisions } from '$lib/ingest/import-files';
import { byteContexts } from '$lib/ingest/byte-contexts';
import { guessEncoding } from '$lib/ingest/encoding-guess';
import { codes, load, only } from './engines';

/** Text as bytes of an encoding with one byte a letter. */
function inBytes(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(encoding);
  const places = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      decoder.decode(new Uint8Array([byte]), { stream: true }),
      byte,
    ]),
  );
  return new Uint8Array(
    [...text].map((sign) => {
      const byte = places.get(sign);
      if (byte === undefined) throw new Error(`no ${sign} in ${encoding}`);
      return byte;
    }),
  );
}
const guess = async (bytes: Uint8Array<ArrayBuffer>) =>
  guessEncoding(await byteContexts(new Blob([bytes])));

const central: Readonly<Record<string, string>> = {
  Polish:
    'chłopiec;dziewczyna;żebranie zmuszające;praca przymusowa;Łódź;Kraków;świętokrzyskie;małoletni;ośrodek opiekuńczy',
  Czech:
    'dívka;chlapec;nucená práce;žebrání;Ústecký kraj;Středočeský kraj;sexuální vykořisťování;dětský domov;příbuzní',
  Hungarian:
    'lány;fiú;kényszermunka;szexuális kizsákmányolás;gyermekotthon;Győr;Nyíregyháza;őrizet;külföldi;szülő;művelődés;bűncselekmény',
};
const western: readonly string[] = [
  'jente;gutt;Ålesund;Tromsø;Bærum;tvangsarbeid;beløp på 5 m³;Sørlandet;café;Hjørring',
  'flicka;pojke;Örebro;Malmö;sexuellt utnyttjande;barnhem på Åland;Västerås;idé',
  'Mädchen;Junge;Köln;Düsseldorf;Straße;Zwangsarbeit;André;Großmutter',
  'fille;garçon;Île-de-France;Rhône;mendicité forcée;été;où;cœur;Noël;sûreté;l’enfance',
  'niña;niño;explotación;¿quién?;Málaga;Cádiz;Coruña;pingüino;señor',
  'menina;menino;exploração;São Paulo;avô;opções;coração;mãe;às vezes;três',
  'ragazza;età;città;perché;così;più;però;lavoro forzato;Forlì',
  'meisje;jongen;België;coördinatie;één;reünie;gedwongen arbeid',
  'stúlka;drengur;Reykjavík;Þórshöfn;Ísafjörður;æska;ýmis;mæður;síðan',
  'tüdruk;poiss;Põlva;Võru;Pärnu;Jõgeva;žürii;tšekk;šokk;õde;nõu',
];

test('Central European letters are told by their language and encoding', async () => {
  for (const [language, text] of Object.entries(central))
    for (const encoding of ['windows-1250', 'iso-8859-2'] as const) {
      const found = await guess(inBytes(text, encoding));
      expect(found?.reason.en, `${language} ${encoding}`).toContain(language);
      // Hungarian is the same in both.
      expect(found?.encoding).toBe(language === 'Hungarian' ? 'windows-1250' : encoding);
    }
});

test('a euro sign of ISO-8859-15 beside sums is told, one byte alone is not', async () => {
  const sums = 'Sørlandet;100 €;20 €;€ 5;garçon';
  expect((await guess(inBytes(sums, 'iso-8859-15')))?.encoding).toBe('iso-8859-15');
  expect(await guess(inBytes(sums, 'windows-1252'))).toBeNull();
  expect(await guess(inBytes('Sørlandet;100 €;20', 'iso-8859-15'))).toBeNull();
});

test('a file in windows-1252 is never taken for another because of one odd byte', async () => {
  const random = xoroshiro128plus(20261122);
  const draw = (n: number) => (random.next() >>> 0) % n;
  for (const text of western) {
    const plain = inBytes(text, 'windows-1252');
    expect(await guess(plain), text).toBeNull();
    for (let k = 0; k < 200; k++) {
      const bytes = plain.slice();
      bytes[draw(bytes.length)] = 128 + draw(128);
      expect(await guess(bytes), `${text} ${k}`).toBeNull();
    }
  }
  for (let k = 0; k < 400; k++) {
    const ascii = inBytes('girl;boy;forced labour;12 m3;Oslo', 'windows-1252');
    ascii[draw(ascii.length)] = 128 + draw(128);
    expect(await guess(ascii)).toBeNull();
  }
});

test('languages that share a file in windows-1252 stay in it', async () => {
  for (const one of western)
    for (const other of western)
      expect(await guess(inBytes(`${one};${other}`, 'windows-1252')), `${one} ${other}`).toBeNull();
});

test('the file says what it looks like and is read as the user chooses', async () => {
  const text = [
    'case_key,index_month,victim_status,region',
    ...central.Polish!.split(';').map((name, i) => `A-${i},2024-01,identified,${name}`),
    '',
  ].join('\n');
  const files = { 'cases.csv': inBytes(text, 'windows-1250') };
  const report = only(await load(files));
  expect(report.dialect?.encoding).toBe('windows-1252');
  const issue = report.issues.find(({ code }) => code === 'encoding-other');
  expect(issue).toMatchObject({ level: 'warning' });
  expect(issue?.message.en).toContain('Polish in windows-1250');
  const encoding = [{ file: 'cases.csv', encoding: 'windows-1250' as const }];
  const decisions: Decisions = { drop: [], dateOrder: [], encoding };
  const again = only(await load(files, { decisions }));
  expect(again.dialect?.encoding).toBe('windows-1250');
  expect(codes(again)).not.toContain('encoding-other');
});
