import { saveFile } from '../api/save-file.ts'
import type { UnsentText } from './unsent-drafts.ts'

/** Hands over what is not on the server as a file, for people to keep: it can be read with any editor. */
export const saveUnsent = (unsent: readonly UnsentText[]): void => {
  const told = unsent.map(({ title, subject, writtenAt, text }) => ({
    title,
    subject,
    writtenAt: new Date(writtenAt).toISOString(),
    text,
  }))
  const day = new Date().toISOString().slice(0, 10)
  saveFile(
    new Blob([JSON.stringify(told, null, 2)], { type: 'application/json' }),
    `assay-unsaved-${day}.json`,
  )
}
