import { EmbeddedServerError, type EmbeddedServerErrorCode } from './embedded-server-error.ts'

interface Known {
  readonly sign: RegExp
  readonly code: EmbeddedServerErrorCode
  readonly sentence: (directory: string) => string
}

/** Order matters: a full /dev/shm also says "No space left". */
const KNOWN: readonly Known[] = [
  {
    sign: /pre-existing shared memory block|lock file "postmaster\.pid" already exists/,
    code: 'shared_memory_busy',
    sentence: (directory) =>
      `Processes of an earlier PostgreSQL still use ${directory}: wait for them to end or end them, then start again.`,
  },
  {
    sign: /could not bind IPv4 address|could not create any TCP\/IP sockets/,
    code: 'port_taken',
    sentence: () =>
      'The port chosen for the embedded PostgreSQL was taken by another program meanwhile: start again.',
  },
  {
    sign: /could not (?:resize|open|create|map|get) (?:anonymous )?shared memory|could not create semaphores/,
    code: 'shared_memory_full',
    sentence: () =>
      'PostgreSQL found too little shared memory: enlarge it (for containers --shm-size=128m), or lower shared_buffers.',
  },
  {
    sign: /could not look up effective user ID/,
    code: 'no_system_user',
    sentence: () =>
      'The user id that runs Assay has no name on this machine, and PostgreSQL needs one to create its database: add the id to /etc/passwd, or start Assay as root or as a user with a name.',
  },
  {
    sign: /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/,
    code: 'disk_full',
    sentence: (directory) =>
      `The disk that holds ${directory} is full: free some space there, then start again.`,
  },
  {
    sign: /Read-only file system|EROFS|EACCES|EPERM|Permission denied/,
    code: 'directory_unwritable',
    sentence: (directory) =>
      `The data directory ${directory} cannot be written: give the user who runs Assay the right to, or set ASSAY_DATA_DIRECTORY to a directory that can be written, such as /var/lib/assay.`,
  },
]

/** Turns what PostgreSQL or the file system said into one sentence with the cure; the words are its cause. */
export function explainFailure(
  said: string,
  directory: string,
  otherwise: { code: EmbeddedServerErrorCode; sentence: string },
): EmbeddedServerError {
  const known = KNOWN.find(({ sign }) => sign.test(said))
  const cause = new Error(said)
  return known
    ? new EmbeddedServerError(known.code, known.sentence(directory), { cause })
    : new EmbeddedServerError(otherwise.code, otherwise.sentence, { cause })
}

/** The same for errors of the file system; errors that already are sentences pass. */
export function explainFileError(error: unknown, directory: string): Error {
  if (error instanceof EmbeddedServerError) return error
  const said = `${(error as NodeJS.ErrnoException).code ?? ''} ${(error as Error).message}`
  return explainFailure(said, directory, {
    code: 'start_failed',
    sentence: `The embedded PostgreSQL could not be prepared in ${directory} (${(error as Error).message}): cure that, or set DATABASE_URL.`,
  })
}
