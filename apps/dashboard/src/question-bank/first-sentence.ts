/** Enough of a text to recognize it in a list: its first sentence, without the signs of code. */
export const firstSentence = (text: string): string =>
  (/^.+?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text).replaceAll('`', '')
