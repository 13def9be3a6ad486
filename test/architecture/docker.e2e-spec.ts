import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { readSettings, SECRET_SETTINGS, settingsShape } from '../../apps/api/src/config.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The part of the compose specification that the file uses, strictly: a misspelt key is an error. */
const service = z.strictObject({
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  image: z.string(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  environment: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:\d+$/)).optional(),
  volumes: z.array(z.string()),
  networks: z.array(z.string()),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  shm_size: z.string().optional(),
  mem_limit: z.string().optional(),
  stop_grace_period: z.string().regex(/^\d+s$/),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
    })
    .optional(),
})

const compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
})

const file = compose.parse(parse(read('docker-compose.yml')))

describe('the compose file', () => {
  test('names only secrets, volumes and networks that it declares, and uses all of them', () => {
    const services = Object.values(file.services)
    const used = (pick: (one: z.infer<typeof service>) => string[]): string[] =>
      [...new Set(services.flatMap((one) => pick(one)))].toSorted()
    expect(used(({ secrets }) => secrets)).toEqual(Object.keys(file.secrets).toSorted())
    expect(used(({ networks }) => networks)).toEqual(Object.keys(file.networks).toSorted())
    const named = used(({ volumes }) => volumes.map((volume) => volume.split(':')[0]!)).filter(
      (name) => !name.startsWith('.'),
    )
    expect(named).toEqual(Object.keys(file.volumes).toSorted())
  })

  test('sets only what is a setting, and no secret by its value', () => {
    const known = new Set([
      ...Object.keys(settingsShape.shape).filter(
        (name) => !(SECRET_SETTINGS as readonly string[]).includes(name),
      ),
      ...SECRET_SETTINGS.map((name) => `${name}_FILE`),
    ])
    expect(Object.keys(file.services['assay']!.environment).filter((name) => !known.has(name))).toEqual([])
  })

  test('lets the application run without rights, and keeps the database off the outer network', () => {
    expect(file.services['assay']).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    })
    expect(file.services['postgres']!.networks).toEqual(['back'])
    expect(file.services['postgres']!.ports).toBeUndefined()
  })
})

describe('the secrets', () => {
  test('that the script makes are the ones the file reads, fit the settings, and are never replaced', () => {
    const directory = join(mkdtempSync(join(tmpdir(), 'assay-secrets-')), 'secrets')
    const make = () => execFileSync('sh', [join(root, 'docker/make-secrets.sh'), directory])
    make()
    const wanted = Object.values(file.secrets).map((secret) => secret.file.split('/').at(-1)!)
    expect(readdirSync(directory).toSorted()).toEqual(wanted.toSorted())
    const values = wanted.map((name) => readFileSync(join(directory, name), 'utf8'))
    make()
    expect(wanted.map((name) => readFileSync(join(directory, name), 'utf8'))).toEqual(values)
    const settings = readSettings({
      ASSAY_HOST: '0.0.0.0',
      ASSAY_PUBLIC_URL: 'https://assay.example.org',
      DATABASE_URL_FILE: join(directory, 'database_url'),
      ASSAY_APPLICATION_DATABASE_URL_FILE: join(directory, 'application_database_url'),
      ASSAY_SECRET_FILE: join(directory, 'assay_secret'),
    })
    expect(settings.database?.ownerUrl).toContain('@postgres:5432/assay')
  })
})

describe('the image', () => {
  const lines = read('docker/Dockerfile').split('\n')
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')))

  test('runs as an ordinary user, without development packages, and is watched', () => {
    expect(last).toContain('USER node')
    expect(lines).toContain('RUN npm ci --omit=dev')
    expect(last.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true)
    expect(last.at(-2)).toBe('ENTRYPOINT ["node", "dist/apps/api/src/main.js"]')
  })

  test('copies what exists', () => {
    const sources = lines
      .filter((line) => line.startsWith('COPY') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1))
    for (const source of sources) expect(statSync(join(root, source)).size).toBeGreaterThan(0)
  })

  test('uses the Node that the project is pinned to', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } }
    expect(lines.filter((line) => line.startsWith('FROM')).every((line) => line.includes('node:24-'))).toBe(
      true,
    )
    expect(devDependencies.node).toMatch(/^24\./)
  })
})
