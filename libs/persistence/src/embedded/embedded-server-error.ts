/** Stable codes: the command line and the tests act on these, never on the wording. */
export type EmbeddedServerErrorCode =
  | 'already_running'
  | 'binaries_broken'
  | 'binaries_missing'
  | 'directory_not_absolute'
  | 'directory_not_ours'
  | 'directory_unreachable'
  | 'directory_unwritable'
  | 'disk_full'
  | 'initialization_failed'
  | 'left_over_server_stays'
  | 'no_system_user'
  | 'password_missing'
  | 'platform_unsupported'
  | 'port_taken'
  | 'setting_refused'
  | 'shared_memory_busy'
  | 'shared_memory_full'
  | 'start_failed'
  | 'version_mismatch'

/** The message is one sentence that says what is wrong and how to cure it; it may be shown as it is. */
export class EmbeddedServerError extends Error {
  readonly code: EmbeddedServerErrorCode

  constructor(code: EmbeddedServerErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'EmbeddedServerError'
    this.code = code
  }
}
