/** How an entry of a list is read and written: a plain text, or something that carries one. */
export interface EntryKind<Entry> {
  textOf: (entry: Entry) => string
  withText: (entry: Entry, text: string) => Entry
  blank: () => Entry
}

export const plainText: EntryKind<string> = {
  textOf: (entry) => entry,
  withText: (_entry, text) => text,
  blank: () => '',
}

/** The list with the entry at `from` standing at `to`; as it was when either is outside. */
export const moved = <Entry>(list: readonly Entry[], from: number, to: number): Entry[] => {
  const entry = list[from]
  if (entry === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, entry)
}

/** Pasted text of several lines is several entries; signs that a list had elsewhere are left behind. */
export const pastedEntries = (pasted: string): string[] =>
  pasted
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:[-*•‣–]|\d+[.)])\s+/u, '').trim())
    .filter((line) => line !== '')
