import type { Text } from '$lib/schema/text';

/** An indicator that speaks to an item, or a part of one. Its id may be of a later version. */
interface Link {
  readonly id: string;
  readonly part?: Text;
}

/** One item of a checklist (code of `checklist.item`) and the indicators that speak to it. */
export interface CrosswalkItem {
  readonly item: string;
  readonly links: readonly Link[];
  /** What no indicator says about the item. */
  readonly note?: Text;
}

/** A checklist with the data beside it. */
export interface Crosswalk {
  readonly title: Text;
  /** Where the items come from; which data stand beside them is a choice of this project. */
  readonly source: string;
  /** In the order of the checklist. */
  readonly items: readonly CrosswalkItem[];
}

const links = (ids: readonly string[]): Link[] => ids.map((id) => ({ id }));
const family: Text = { en: 'families as recipients', nb: 'familier som mottakere' };
const entry = (item: string, ...ids: string[]): CrosswalkItem => ({ item, links: links(ids) });

const child10: Crosswalk = {
  title: { en: 'Child10: ten points', nb: 'Child10: ti punkter' },
  source: '000_5f0d237e131fc327.txt:18-52, 70-83',
  items: [
    entry('C10-01', 'RF-03', 'ID-15'),
    { item: 'C10-02', links: [{ id: 'SW-01', part: family }, { id: 'RR-03' }] },
    entry('C10-03', 'ID-10', 'SW-06'),
    entry('C10-04', 'VW-04', 'SW-07'),
    entry('C10-05', 'ID-04', 'RF-04'),
    entry('C10-06', 'SW-06'),
    entry('C10-07', 'ID-03', 'SW-05'),
    entry('C10-08', 'ID-13'),
    entry('C10-09', 'GP-07', 'SW-07'),
    {
      item: 'C10-10',
      links: links(['SW-07']),
      note: {
        en: 'The strongest evidence for this item is that children confirmed it: evidence “children” in the checklist.',
        nb: 'Det sterkeste belegget for dette punktet er at barn har bekreftet det: belegg «children» i sjekklisten.',
      },
    },
  ],
};

const ecpat: Crosswalk = {
  title: {
    en: 'ECPAT recommendations (a) to (m)',
    nb: 'ECPATs anbefalinger (a) til (m)',
  },
  source: '004_adf34ffd825f0e63.txt:604-619, 1286-1340',
  items: [
    entry('EC-a', 'ID-01', 'ID-05', 'ID-08', 'ID-13', 'GP-05'),
    entry('EC-b', 'ID-10', 'SW-06'),
    {
      item: 'EC-c',
      links: [{ id: 'SW-06', part: { en: 'sessions', nb: 'samlinger' } }],
      note: {
        en: 'No register shows prevention itself: beside the sessions there is only a score.',
        nb: 'Ingen registre viser selve forebyggingen: ved siden av samlingene finnes bare et poeng.',
      },
    },
    {
      item: 'EC-d',
      links: [...links(['GP-07', 'RR-03']), { id: 'SW-01', part: family }],
    },
    {
      item: 'EC-e',
      links: [
        { id: 'RF-04', part: { en: 'several professions', nb: 'flere yrkesgrupper' } },
        { id: 'RF-03' },
      ],
    },
    entry('EC-f', 'RF-04'),
    entry('EC-g', 'GP-01', 'GP-07', 'SW-07'),
    entry('EC-h', 'RR-03'),
    entry('EC-i', 'RR-04', 'RR-05', 'FC-03'),
    entry('EC-j', 'SW-04', 'SW-02'),
    entry('EC-k', 'SW-03'),
    entry('EC-l', 'SW-05'),
    entry('EC-m', 'SW-03'),
  ],
};

/** The checklists and the data beside each of their items (indicators, M.4 and M.5). */
export const crosswalks = { child10, ecpat } as const;
