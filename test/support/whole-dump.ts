import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from './database.ts'

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Buffer.isBuffer(value)) return value.toString('latin1')
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const filesBelow = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Every column of every row of every table as text, by table, and every file by its name. */
export const wholeDump = async (
  superuserUrl: string,
  filesDirectory: string,
): Promise<Map<string, string>> => {
  const dump = new Map<string, string>()
  await withClient(superuserUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    )
    for (const { name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${name}`)
      const lines = rows.map((row) =>
        Object.values(row)
          .map((value) => asText(value))
          .join('\t'),
      )
      dump.set(name, lines.join('\n'))
    }
  })
  for (const file of await filesBelow(filesDirectory)) {
    dump.set(file, `${file}\n${(await readFile(file)).toString('latin1')}`)
  }
  return dump
}

/** Where in a dump any of these words stand, in whichever case, also as bytes of UTF-8. */
export const placesOf = (dump: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const spellings = [word, Buffer.from(word).toString('latin1'), encodeURIComponent(word)].map((one) =>
      one.toLowerCase(),
    )
    return [...dump]
      .filter(([, text]) => spellings.some((spelling) => text.toLowerCase().includes(spelling)))
      .map(([place]) => `${word} in ${place}`)
  })
