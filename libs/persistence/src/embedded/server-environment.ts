/**
 * A clean environment: PG* variables, a locale or a time zone of the person who starts Assay must not
 * change how the server behaves, and secrets in our environment are none of its business.
 */
export function serverEnvironment(): Record<string, string> {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}
