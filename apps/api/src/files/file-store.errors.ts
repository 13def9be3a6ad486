import { VisibleError } from '@assay/access'

/** The place for files is gone, read-only or broken. Whatever needs no file goes on. */
export class FilesUnavailable extends VisibleError {
  readonly status = 503
  readonly code = 'files_unavailable'
  override readonly retryAfterSeconds = 60

  constructor(verb: 'read' | 'written', cause: unknown) {
    const { code } = cause as { code?: unknown }
    const because = typeof code === 'string' ? (IN_WORDS[code] ?? code) : 'it does not answer'
    super(
      `The place where files are kept cannot be ${verb} at the moment: ${because}. ` +
        'Nothing was stored or lost; everything without files goes on. Please tell an administrator.',
      { cause },
    )
  }
}

const IN_WORDS: Record<string, string> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EACCES: 'the server has no right to it',
  EPERM: 'the server has no right to it',
  EROFS: 'it is read-only',
  EIO: 'the disk reports an error',
}

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** A full disk is told as such by the house; any other error of a system call is this store's. */
export const ofStore = (verb: 'read' | 'written', error: unknown): unknown => {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof code !== 'string' || typeof syscall !== 'string') return error
  return FULL.has(code)
    ? Object.assign(new Error('The disk for files is full.', { cause: error }), { code: 'ENOSPC' })
    : new FilesUnavailable(verb, error)
}
