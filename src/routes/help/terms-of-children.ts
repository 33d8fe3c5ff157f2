import { term } from './glossary-term';

/** Words about children, their cases and the money for their care. */
export const termsOfChildren = [
  term(
    'child',
    ['Child', 'Barn'],
    [
      'A person under 18 when first detected. One child is counted once, however many files there are on it. Where the age is in doubt and the files say that the person was presumed to be a child, the person counts as a child.',
      'En person under 18 år når den først oppdages. Ett barn telles én gang, uansett hvor mange saker som finnes. Er alderen i tvil og dataene sier at personen ble antatt å være et barn, regnes personen som et barn.',
    ],
    [
      'UN Convention on the Rights of the Child, article 1; Directive 2011/36/EU, articles 2(6) and 13(2)',
      'FNs barnekonvensjon artikkel 1; direktiv 2011/36/EU artikkel 2 nr. 6 og artikkel 13 nr. 2',
    ],
  ),
  term(
    'trafficking',
    ['Trafficking of a child', 'Menneskehandel med barn'],
    [
      'To recruit, move, house or receive a child in order to exploit it. For a child no force, fraud or other means has to be proven.',
      'Å rekruttere, flytte, huse eller ta imot et barn for å utnytte det. Når det gjelder barn, trenger ingen å bevise tvang, svik eller andre midler.',
    ],
    [
      'Palermo Protocol, article 3; Directive 2011/36/EU, article 2(5)',
      'Palermoprotokollen artikkel 3; direktiv 2011/36/EU artikkel 2 nr. 5',
    ],
  ),
  term(
    'first-detection',
    ['First detection', 'Første gang oppdaget'],
    [
      'The moment when an organisation first recorded signs that this child may be exploited. Most waiting times start here. It is not the day when the harm began.',
      'Tidspunktet da en organisasjon første gang registrerte tegn på at barnet kan være utnyttet. De fleste ventetider begynner her. Det er ikke dagen da skaden begynte.',
    ],
  ),
  term(
    'possible-victim',
    ['Possible victim', 'Mulig offer'],
    [
      'Signs were noticed, and nothing has been decided. Children at this step are not in most figures; the figure says when they are.',
      'Tegn er oppdaget, og ingenting er avgjort. Barn på dette trinnet er ikke med i de fleste tallene; tallet sier fra når de er det.',
    ],
  ),
  term(
    'presumed-victim',
    ['Presumed victim', 'Antatt offer'],
    [
      'There are good reasons to believe that the child is a victim, but no formal decision yet. Help is due from this step on.',
      'Det er god grunn til å tro at barnet er et offer, men det finnes ennå ikke noe formelt vedtak. Fra dette trinnet har barnet rett til hjelp.',
    ],
    [
      'Directive 2011/36/EU, article 11(2): “reasonable-grounds indication”',
      'Direktiv 2011/36/EU artikkel 11 nr. 2: «rimelig grunn til å tro»',
    ],
  ),
  term(
    'identified',
    ['Identified (confirmed) victim', 'Identifisert (bekreftet) offer'],
    [
      'The authority that may decide has said that the child is a victim. A fall in this number can mean a stricter rule, not fewer children.',
      'Myndigheten som kan avgjøre det, har sagt at barnet er et offer. Går tallet ned, kan det skyldes en strengere regel og ikke færre barn.',
    ],
    [
      'Council of Europe Convention on Action against Trafficking, article 10',
      'Europarådets konvensjon om tiltak mot menneskehandel artikkel 10',
    ],
  ),
  term(
    'registered',
    ['Registered child', 'Registrert barn'],
    [
      'A child whose status is presumed or identified victim. Most figures here are about these children.',
      'Et barn med status som antatt eller identifisert offer. De fleste tallene her gjelder disse barna.',
    ],
  ),
  term(
    'referral',
    ['Referral', 'Henvisning'],
    [
      'One body passes a case to another so that it can decide or help. A referral is not a child: one child can be referred several times.',
      'Ett organ sender en sak videre til et annet, for at det skal avgjøre den eller hjelpe. En henvisning er ikke et barn: Ett barn kan henvises flere ganger.',
    ],
  ),
  term(
    'guardian',
    ['Guardian', 'Verge'],
    [
      'An adult, appointed by an authority, who speaks for a child whose parents are absent or may not act for it.',
      'En voksen, oppnevnt av en myndighet, som taler for et barn når foreldrene er borte eller ikke kan opptre på barnets vegne.',
    ],
    [
      'Directive 2011/36/EU, articles 14(2) and 16(3)',
      'Direktiv 2011/36/EU artikkel 14 nr. 2 og artikkel 16 nr. 3',
    ],
  ),
  term(
    'placement',
    ['Placement', 'Plassering'],
    [
      'A stay of a child in one place under the care of someone who is responsible for it: a foster home, a shelter, a home for children. A change of place is a new placement.',
      'Et opphold for et barn på ett sted, hos noen som har ansvar for det: et fosterhjem, et krisesenter, en institusjon. Bytter barnet sted, er det en ny plassering.',
    ],
  ),
  term(
    'missing-episode',
    ['Missing episode', 'Forsvinning'],
    [
      'A period in which nobody responsible knows where the child is. Episodes are not children: one child can go missing many times, so the two numbers stand apart.',
      'En periode der ingen med ansvar vet hvor barnet er. Forsvinninger er ikke barn: Ett barn kan forsvinne mange ganger, derfor står de to tallene hver for seg.',
    ],
  ),
  term(
    'non-punishment',
    ['Non-punishment', 'Straffrihet for ofre'],
    [
      'A victim should not be prosecuted or punished for what it was made to do while being exploited.',
      'Et offer bør ikke tiltales eller straffes for det som det ble fått til å gjøre mens det ble utnyttet.',
    ],
    [
      'Directive 2011/36/EU, article 8; Council of Europe Convention on Action against Trafficking, article 26',
      'Direktiv 2011/36/EU artikkel 8; Europarådets konvensjon om tiltak mot menneskehandel artikkel 26',
    ],
  ),
  term(
    'unmet-need',
    ['Unmet need', 'Udekket behov'],
    [
      'Help that a child was found to need and that did not come. A need still waiting is not unmet yet. A need that nobody asked about is not seen at all.',
      'Hjelp som barnet trengte ifølge en vurdering, og som ikke kom. Et behov som fortsatt venter, er ikke udekket ennå. Et behov ingen spurte om, synes ikke.',
    ],
  ),
  term(
    'aftercare',
    ['Aftercare', 'Ettervern'],
    [
      'Support that goes on after a child has left care: someone to call, a place to live, school or work.',
      'Støtte som fortsetter etter at barnet er ute av omsorgen: noen å ringe, et sted å bo, skole eller arbeid.',
    ],
  ),
  term(
    'programme',
    ['Programme', 'Tiltak'],
    [
      'A service for children with its own staff or budget, for example a shelter or a legal aid office. Money and places are counted for each programme.',
      'En tjeneste for barn med egne ansatte eller eget budsjett, for eksempel et krisesenter eller et rettshjelpskontor. Penger og plasser telles for hvert tiltak.',
    ],
  ),
  term(
    'core-money',
    ['Core money', 'Grunnfinansiering'],
    [
      'Money that an organisation may spend on all its work, not on one project alone. It pays for staff who stay.',
      'Penger som en organisasjon kan bruke på hele arbeidet, ikke bare på ett prosjekt. De betaler for ansatte som blir.',
    ],
    [
      'IATI aid type B01 (core support), against C01 (project)',
      'IATI: bistandstype B01 (grunnstøtte), til forskjell fra C01 (prosjektstøtte)',
    ],
  ),
  term(
    'gap-day',
    ['Gap day', 'Dag uten sikret finansiering'],
    [
      'A day on which a programme exists and no grant pays its direct care. It says nothing yet about whether children were turned away: staff may have worked unpaid.',
      'En dag da et tiltak finnes, men ikke noe tilskudd betaler for den direkte omsorgen. Det sier ennå ikke om barn ble avvist: Ansatte kan ha arbeidet uten lønn.',
    ],
  ),
  term(
    'cliff',
    ['Cliff', 'Brå slutt på finansieringen'],
    [
      'The day on which the last secured grant of a programme ends and nothing follows. A renewal that is planned but not signed does not count as secured.',
      'Dagen da det siste sikrede tilskuddet til et tiltak tar slutt og ingenting kommer etter. En forlengelse som er planlagt, men ikke undertegnet, regnes ikke som sikret.',
    ],
  ),
];
