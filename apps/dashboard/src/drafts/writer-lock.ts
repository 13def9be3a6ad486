/**
 * A page holds the lock of each copy that it writes. The browser lets go of it when the page is gone, however it went:
 * a copy whose lock is free was left behind.
 */
export interface WriterLock {
  release: () => void
}

const nameOf = (writer: string): string => `assay.draft.${writer}`

/** Null when a page that is still there holds it. */
export const takeLock = async (writer: string): Promise<WriterLock | null> =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(nameOf(writer), { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null)
        return new Promise<void>((release) => resolve({ release }))
      })
      .catch(reject)
  })
