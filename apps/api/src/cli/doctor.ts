import { Client } from 'pg'
import type { AddCommand } from './command.ts'

/** What one would look at first when something seems wrong. Prints no secret and no person's data. */
export const doctor: AddCommand = (program, context) => {
  program
    .command('doctor')
    .description('check the settings, the database and the schema, and list the organizations')
    .action(async () => {
      const { settings } = context
      context.print(`node ${process.version} on ${process.platform} ${process.arch}`)
      context.print(`data directory: ${settings.dataDirectory}`)
      context.print(`database: ${settings.database ? 'external' : 'embedded'}`)
      context.print(`mail: ${settings.mail ? 'set' : 'not set, links are copied by hand'}`)
      const house = await context.openHouse()
      const client = new Client({ connectionString: house.urls.ownerUrl })
      await client.connect()
      try {
        const ask = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows
        const [server] = await ask("SELECT current_setting('server_version') AS version")
        const [schema] = await ask('SELECT count(*)::int AS count, max(name) AS last FROM migrations')
        context.print(`PostgreSQL ${String(server?.['version'])}`)
        context.print(`schema: ${String(schema?.['count'])} migrations, last ${String(schema?.['last'])}`)
        for (const row of await ask(
          `SELECT o.id, o.name, (SELECT count(*) FROM users u WHERE u.organization_id = o.id) AS people,
                  (SELECT count(*) FROM users u WHERE u.organization_id = o.id AND role = 'admin' AND status = 'active') AS admins
             FROM organizations o ORDER BY o.name`,
        )) {
          context.print(
            `organization ${String(row['id'])} ${String(row['name'])}: ${String(row['people'])} people, ${String(row['admins'])} active admins`,
          )
        }
      } finally {
        await client.end()
      }
      context.print('everything answers')
    })
}
