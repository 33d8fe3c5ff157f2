import type { IdentifierFinding } from './import-report';

export type IdentifierKind = IdentifierFinding['kind'];

/**
 * Header words, in the form of `headerForm`, that announce a direct identifier in English, Norwegian,
 * Dutch, German, French and Spanish. `whole` words count only as the whole header, `part` phrases
 * anywhere in it.
 */
export const identifierWords: readonly {
  readonly kind: IdentifierKind;
  readonly whole: string;
  readonly part: string;
}[] = [
  {
    kind: 'name',
    whole: 'name|navn|naam|nom|nombre|names|child|victim name|initials|initialer|alias|nickname',
    part: 'first name|last name|full name|given name|family name|middle name|surname|forename|firstname|lastname|fullname|maiden name|child name|name of child|victim name|mother name|father name|parent name|guardian name|worker name|fornavn|etternavn|mellomnavn|voornaam|achternaam|roepnaam|vorname|nachname|familienname|prenom|nom de famille|nom de l enfant|nombre completo|primer nombre|apellido|apellidos|nombre del nino|survivor name',
  },
  {
    kind: 'birth date',
    whole: 'dob|birth|fdato',
    part: 'date of birth|birth date|birthdate|birthday|dob|mc dob|fodselsdato|fodt dato|geboortedatum|geburtsdatum|geburtstag|date de naissance|fecha de nacimiento|nacimiento',
  },
  {
    kind: 'e-mail',
    whole: 'mail|correo|courriel',
    part: 'email|e mail|epost|e post|correo electronico|adresse electronique',
  },
  {
    kind: 'phone',
    whole: 'tel|phone|mobil|mobile|handy|gsm|portable|movil|fax|whatsapp',
    part: 'phone|telephone|phone number|mobile number|telefon|telefonnummer|mobilnummer|telefoon|telefoonnummer|handynummer|numero de telephone|telefono|celular',
  },
  {
    kind: 'national id',
    whole: 'ssn|bsn|nir|dni|nie|upn|passport|pass|duf|fnr|pnr|nino|nhs',
    part: 'national id|identity number|id number|passport number|passport no|passport|fodselsnummer|fodselsnr|personnummer|d nummer|dnummer|duf nummer|dufnummer|burgerservicenummer|v nummer|vreemdelingennummer|paspoortnummer|personalausweis|ausweisnummer|passnummer|reisepass|steuer id|sozialversicherungsnummer|securite sociale|carte d identite|numero de passeport|pasaporte|numero de identidad|documento de identidad|unique pupil number|nhs number|social security',
  },
  {
    kind: 'address',
    whole:
      'address|street|zip|postcode|adresse|gate|adres|straat|plz|anschrift|strasse|rue|calle|direccion|domicilio',
    part: 'address|street name|postal code|post code|postcode|zip code|home post|pl post|gateadresse|postnummer|hjemmeadresse|huisnummer|woonadres|postleitzahl|wohnadresse|hausnummer|code postal|adresse|codigo postal|direccion|domicilio',
  },
  {
    kind: 'coordinates',
    whole: 'lat|lon|lng|gps|x coord|y coord|coordinates|koordinater',
    part: 'latitude|longitude|gps|coordinates|coordinate|koordinaten|breddegrad|lengdegrad|breedtegraad|lengtegraad|latitud|longitud',
  },
  {
    kind: 'free text',
    whole:
      'notes|note|comments|comment|remarks|narrative|story|notat|merknad|kommentar|opmerking|toelichting|notitie|bemerkung|notiz|notizen|commentaire|remarques|observaciones|notas|comentarios',
    part: 'case notes|case narrative|account of incident|free text|fritekst|opmerkingen|bemerkungen|observations|comentario|incident description|beskrivelse av',
  },
  {
    kind: 'case number',
    whole: '',
    part: 'police report number|crime reference|anmeldelsesnummer|politisaksnummer|proces verbaal nummer|numero de procedure|numero de atestado',
  },
  {
    kind: 'link',
    whole: 'url|link|website|facebook|instagram|telegram|username',
    part: 'profile url|user name|social media',
  },
];

/** Words that make a name the name of a thing, not of a person. */
export const thingWords = new Set(
  'org organisation organization organisasjon organisatie agency service programme program project country land pays pais region kommune municipality gemeente table file donor fund form list column'.split(
    ' ',
  ),
);

/** Frequent first names of the six languages and of the countries many trafficked children come from. */
export const firstNames = new Set(
  'anna maria emma nora ingrid sofie emilie ida julie lars ole per erik magnus jonas henrik kristian jan piet kees sanne lotte daan bram femke anouk hans peter klaus thomas michael andreas stefan sabine claudia julia lena laura sarah marie jean pierre michel nicolas camille chloe louise lucas hugo jose juan carlos luis miguel carmen lucia paula sofia daniel david john james mary elizabeth william george olivia amelia jack harry mohammed muhammad mohamed ahmed ali hassan hussein fatima aisha amina khadija zainab omar ibrahim yusuf abdul nguyen linh minh thi van tran blessing joy grace precious mercy faith patience esther ngozi chidi emeka oluwaseun elena ioana andrei mihai alexandra natasha olga svetlana ivan dmitri tatiana bogdan florin roxana gabriela arben besa drita selam abebe tesfaye tekle haile rahel mehret samuel kofi kwame ama'.split(
    ' ',
  ),
);
