const ACCENTS = /[\u0300-\u036F]/g

/** Case and accents make no difference to a search or to whether a name is taken; the signs of other scripts do. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(ACCENTS, '').normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** The typed text is searched for as it is: % and _ are letters here. */
export const containing = (text: string): string =>
  `%${fold(text).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
