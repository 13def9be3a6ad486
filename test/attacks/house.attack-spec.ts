import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PasswordHasher } from '@assay/access'
import { withClient } from '../support/database.ts'
import { PASSWORD, type RunningHouse, SECRET, startHouse } from '../support/running-house.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const lines: string[] = []
let house: RunningHouse

beforeAll(async () => {
  house = await startHouse({
    logTo: { write: (line) => void lines.push(line) },
    settings: { metricsToken: 'metrics-canary-0123456789' },
  })
})
afterAll(() => house.stop())

const tracked = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean)

describe('S-01 accounts that come with the product', () => {
  test('there are none: no source, migration or example holds a hash or a password of anybody', () => {
    const guilty = tracked('apps', 'libs', 'docker', 'docker-compose.yml', '.env.example')
      .filter((file) => !file.endsWith('.spec.ts'))
      .filter((file) =>
        /\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]{8}|(PASSWORD|SECRET)\w*(=|: )["']?[A-Za-z0-9]{6,}/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      )
    expect(guilty).toEqual([])
  })

  test('the people of a demo have new passwords at each start', async () => {
    const { demoPassword } = await import('../../apps/api/src/database/demo/demo.ts')
    expect(new Set(Array.from({ length: 100 }, () => demoPassword())).size).toBe(100)
    expect(demoPassword()).toMatch(/^[\w-]{16}$/)
  })
})

describe('S-08 text that is run as code', () => {
  test('no source evaluates text, opens a virtual machine or revives objects', () => {
    const guilty = tracked('apps', 'libs', 'scripts')
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        /\beval\(|new Function\(|from '(node:)?vm'|from '(node:)?v8'|\bdeserialize\(|dangerouslySetInnerHTML|innerHTML\s*=/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      )
    expect(guilty).toEqual([])
  })

  test('lint would refuse it', () => {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
      rules: Record<string, unknown>
    }
    for (const rule of ['no-eval', 'no-implied-eval', 'no-new-func', 'react/no-danger']) {
      expect(config.rules[rule]).toBe('error')
    }
  })
})

describe('S-26 costly health checks', () => {
  test('a thousand of each reach the database once a second at most', async () => {
    const count = () =>
      withClient(house.database.superuserUrl, async (client) => {
        await client.query('SELECT pg_stat_force_next_flush()')
        const { rows } = await client.query<{ n: number }>(
          'SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = $1',
          [house.database.name],
        )
        return rows[0]!.n
      })
    let questions = 0
    const dataSource = house.server.app.get((await import('typeorm')).DataSource)
    const ask = dataSource.query.bind(dataSource)
    dataSource.query = ((...rest: Parameters<typeof ask>) => {
      // Only what the checks ask: the house has its own business with the database.
      if (rest[0] === 'SELECT 1') questions += 1
      return ask(...rest)
    }) as typeof dataSource.query
    const started = performance.now()
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(
        Array.from({ length: 100 }, (_nothing, index) =>
          fetch(`${house.url}${index % 2 ? '/healthz' : '/readyz'}`).then((answer) => answer.arrayBuffer()),
        ),
      )
    }
    dataSource.query = ask
    expect(questions).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - started) / 1_000))
    expect(await count()).toBeGreaterThan(0)
  }, 30_000)
})

describe('S-37 requests made to exhaust', () => {
  test('while 200 connections dribble their headers, others are served', async () => {
    const { hostname, port } = new URL(house.url)
    const slow = Array.from({ length: 200 }, () => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      socket.write('POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n')
      return socket
    })
    const dribble = setInterval(() => {
      for (const socket of slow) socket.write('X-A: 1\r\n')
    }, 50)
    try {
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => fetch(`${house.url}/api/v1/setup`).then((answer) => answer.status)),
      )
      expect(new Set(answers)).toEqual(new Set([200]))
    } finally {
      clearInterval(dribble)
      for (const socket of slow) socket.destroy()
    }
  })

  test.each([
    ['ten thousand query parameters', `/api/v1/users?${'a=1&'.repeat(10_000)}`, [400, 401, 414, 431]],
    ['an address of 100 KB', `/api/v1/users/${'x'.repeat(100_000)}`, [400, 401, 404, 414, 431]],
  ])('%s are refused', async (_what, path, statuses) => {
    const answer = await fetch(house.url + path).then(
      ({ status }) => status,
      () => 431,
    )
    expect(statuses).toContain(answer)
  })

  test('a password of a megabyte is refused before it is hashed', async () => {
    const answer = await house
      .client()
      .post('/api/v1/sessions', { email: house.north.admin.email, password: 'x'.repeat(900_000) })
    expect(answer.status).toBe(400)
  })
})

describe('S-39 the packages', () => {
  const npmrc = readFileSync(join(root, '.npmrc'), 'utf8')
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
    allowScripts: Record<string, boolean>
  }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }
    >
  }

  test.each(['min-release-age=7', 'strict-allow-scripts=true', 'save-exact=true'])(
    '.npmrc says %s',
    (line) => {
      expect(npmrc.split('\n')).toContain(line)
    },
  )

  test('versions are exact, and the lock file names no host', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([name, version]) => name !== 'node' && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual([])
  })

  test('every package is pinned by its hash', () => {
    const loose = Object.entries(lock.packages).filter(
      ([path, facts]) => path !== '' && !facts.integrity && !facts.link,
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  test('only named packages may run a script when installed', () => {
    const named = new Set(Object.keys(manifest.allowScripts))
    const others = Object.entries(lock.packages)
      .filter(([, facts]) => facts.hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1)!)
      .filter((name) => !named.has(name) && name !== 'fsevents')
    expect(others).toEqual([])
  })

  test('each dependency has its reason in docs/dependencies.md, and there are at most 45', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(45)
  })
})

describe('S-40 secrets', () => {
  test('none is found in a log line, an error or the pages', async () => {
    const canary = 'canary-3f9a-password-of-a-person'
    const client = await house.signedIn(house.north.admin)
    const made = await client.post('/api/v1/api-tokens', { name: 'x', scopes: ['users.read'], days: 1 })
    const { token } = made.json<{ token: string }>()
    const answers = [
      await house.client().post('/api/v1/sessions', { email: house.north.admin.email, password: canary }),
      await house.client().post('/api/v1/sessions', { email: canary, password: canary, [canary]: 1 }),
      await house.client().post('/api/v1/setup', { token: canary, password: canary }),
      await client.post('/api/v1/users/current/password', { currentPassword: canary, newPassword: canary }),
      await house.client().send('POST', '/api/v1/sessions', {
        raw: `{"password":"${canary}"`,
        headers: { 'content-type': 'application/json' },
      }),
      await client.get('/api/v1/users', { headers: { authorization: `Bearer ${token}` } }),
      await house
        .client()
        .get('/metrics', { headers: { authorization: 'Bearer metrics-canary-0123456789' } }),
    ]
    const secrets = [
      canary,
      PASSWORD,
      SECRET,
      token,
      client.cookie('at'),
      client.cookie('rt'),
      'for-tests-only',
    ]
    const everywhere = [...lines, ...answers.map(({ text }) => text.replaceAll(`"${canary}":`, ''))].join(
      '\n',
    )
    expect(lines.length).toBeGreaterThan(5)
    for (const secret of secrets) expect(everywhere).not.toContain(secret)
  })

  test('the metrics need their token', async () => {
    expect((await house.client().get('/metrics')).status).toBe(401)
    const allowed = await house
      .client()
      .get('/metrics', { headers: { authorization: 'Bearer metrics-canary-0123456789' } })
    expect([allowed.status, allowed.text.includes('assay_http_request_seconds')]).toEqual([200, true])
  })

  test('every log line of a request carries its id', () => {
    const answered = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'answered')
    expect(answered.length).toBeGreaterThan(5)
    expect(answered.every(({ requestId }) => typeof requestId === 'string')).toBe(true)
  })
})

describe('S-36 one event, one line', () => {
  test('line breaks in a header or an address make no second line of log', async () => {
    const before = lines.length
    await house.client().get('/api/v1/users?q=%0d%0a{"level":"info","msg":"forged"}', {
      headers: { 'user-agent': 'x\\r\\nforged' },
    })
    const fresh = lines.slice(before)
    expect(fresh.every((line) => line.trimEnd().split('\n').length === 1)).toBe(true)
    expect(fresh.some((line) => (JSON.parse(line) as { msg: string }).msg === 'forged')).toBe(false)
  })
})

test('hashing is the slow part on purpose: Argon2id with 64 MiB', async () => {
  expect(await new PasswordHasher().hash('x')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
})
