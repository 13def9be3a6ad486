// Accents, and joiners, which have no shape of their own.
const ACCENTS = /[\u0300-\u036F\u200C\u200D]/g

/** Case, accents and width make no difference to a search or to whether a name is taken; signs of other scripts do. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** The typed text is searched for as it is: % and _ are letters here. */
export const containing = (text: string): string =>
  `%${fold(text).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
