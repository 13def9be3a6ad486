import type { Rolldown } from 'vite'

type Chunking = Parameters<Extract<Rolldown.CodeSplittingGroup['name'], (...of: never[]) => unknown>>[1]

interface Pages {
  /** The modules' files. */
  entry: string
  signIn: string
  room: string
}

/** Ours, and icons, which are a file each. Packages stay as they are split by themselves: their lists name everything. */
const SMALL = /dashboard[\\/]src[\\/]|icons-material/

/** A page with all that it imports before it can run. */
const importedBy = (page: string, { getModuleInfo }: { getModuleInfo: Chunking['getModuleInfo'] }) => {
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const other of getModuleInfo(id)?.importedIds ?? []) visit(other)
  }
  visit(page)
  return found
}

/**
 * What the interview room shares with other pages is one file, and what signing in needs of that another. Split by who
 * needs what, it is some thirty files of a few hundred bytes, each with headers of a kilobyte, and a phone asks for six
 * at a time.
 */
export const roomChunks = (pages: Pages): Rolldown.CodeSplittingGroup => {
  let found: Record<keyof Pages, Set<string>> | undefined
  return {
    debugName: 'room',
    name: (id, chunking) => {
      const ask = { getModuleInfo: (other: string) => chunking.getModuleInfo(other) }
      found ??= {
        entry: importedBy(pages.entry, ask),
        signIn: importedBy(pages.signIn, ask),
        room: importedBy(pages.room, ask),
      }
      if (found.entry.has(id) || !found.room.has(id)) return null
      return found.signIn.has(id) ? 'light' : 'room'
    },
    test: SMALL,
    minShareCount: 2,
  }
}
