/** The two languages that labels carry until the interface has more. */
export type Language = 'en' | 'nb';

/** A label in each language. */
export type Text = Readonly<Record<Language, string>>;
