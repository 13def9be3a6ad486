/** Text as it is kept: NFC, lines ended by \n, nothing that hides or turns characters, and no more than `longest`. */
export const normalText = (raw: string, longest: number): { text: string; isCut: boolean } => {
  // What is far too long is cut before the costly steps; normalizing rarely makes a text shorter.
  const bounded = raw.length > longest * 2 ? raw.slice(0, longest * 2) : raw
  const text = tidyLines(withoutControls(bounded.toWellFormed())).normalize('NFC')
  if (text.length <= longest) return { text, isCut: bounded.length < raw.length }
  return {
    text: text
      .slice(0, longest)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
    isCut: true,
  }
}

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Controls but for tab and line feed, and format characters but for the joiners, which several scripts need. */
const UNSEEN = /(?![\n\t])\p{Cc}|(?![\u200C\u200D])\p{Cf}/gu

const withoutControls = (text: string): string => text.replace(LINE_ENDS, '\n').replace(UNSEEN, '')

/** No blanks at the ends of lines, and never more than one empty line. */
const tidyLines = (text: string): string => {
  const lines: string[] = []
  for (const line of text.split('\n')) {
    const tidy = line.trimEnd()
    if (tidy !== '' || lines.at(-1) !== '') lines.push(tidy)
  }
  return lines.join('\n').trim()
}

/** Letters and digits of any script: a text without them says nothing. */
export const holdsWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
