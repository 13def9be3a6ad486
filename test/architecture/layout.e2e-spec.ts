import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import * as contracts from '@assay/contracts'
import { z } from 'zod'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Names that say nothing about what is inside, so that everything ends up in them. */
const DRAWER = /(^|\/)(utils?|helpers?|common|misc|shared|base|manager|types)(\/|\.tsx?$)/

const drawers = (files: string[]): string[] => files.filter((file) => DRAWER.test(file))

const trackedFiles = (): string[] =>
  execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'test', 'scripts'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
    .split('\n')
    .filter(Boolean)

test('there are no generic drawers', () => {
  expect(drawers(trackedFiles())).toEqual([])
})

test('a generic drawer would be found', () => {
  expect(drawers(['apps/api/src/utils/dates.ts', 'libs/x/src/types.ts', 'libs/x/src/prototypes.ts'])).toEqual(
    ['apps/api/src/utils/dates.ts', 'libs/x/src/types.ts'],
  )
})

test('every shape of the API has a name of its own', () => {
  const names = (Object.values(contracts) as unknown[])
    .filter((value) => value instanceof z.ZodType)
    .flatMap((schema) => z.globalRegistry.get(schema)?.id ?? [])
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

describe('the rules of import', () => {
  const violations = (files: Record<string, string>): string => {
    const folders = new Set<string>()
    try {
      for (const [file, text] of Object.entries(files)) {
        const path = join(root, file)
        folders.add(dirname(path))
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, text)
      }
      const targets = Object.keys(files)
      execFileSync(
        process.execPath,
        [
          'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
          '--config',
          '.dependency-cruiser.js',
          ...targets,
        ],
        { cwd: root, encoding: 'utf8', stdio: 'pipe' },
      )
      return ''
    } catch (error) {
      return (error as { stdout: string }).stdout
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    }
  }

  test('hold what they say: one careless file for each of them is caught', () => {
    const seen = violations({
      'libs/contracts/src/careless-seed/a.ts': "import 'pg'\n",
      'libs/measurement/src/careless-seed/a.ts': "import '@assay/contracts'\n",
      'libs/access/src/careless-seed/a.ts': "import '../../../../apps/api/src/config.ts'\n",
      'apps/dashboard/src/careless-seed/a.ts': "import '@assay/persistence'\n",
      'apps/api/src/careless-seed/a.ts':
        "import '../users/users.queries.ts'\nimport '../../../../libs/access/src/keys.ts'\nimport './b.rules.ts'\nimport './gone.ts'\nimport './c.spec.ts'\n",
      'apps/api/src/careless-seed/b.rules.ts': "import 'typeorm'\nimport './a.ts'\n",
      'apps/api/src/careless-seed/c.spec.ts': 'export const x = 1\n',
      'apps/api/src/http/careless-seed/a.ts': "import '../../users/users.service.ts'\n",
    })
    for (const rule of [
      'contracts-imports-zod-only',
      'measurement-imports-nothing',
      'libs-never-import-apps',
      'the-dashboard-sees-contracts-only',
      'a-feature-reaches-another-through-its-service-entity-or-module',
      'a-lib-is-imported-by-its-face',
      'rules-import-contracts-measurement-and-rules-only',
      'every-import-resolves',
      'specs-are-imported-by-nobody',
      'nothing-goes-in-circles',
      'the-house-knows-no-feature',
    ]) {
      expect(seen).toContain(rule)
    }
  })
})
