import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { DataSource } from 'typeorm'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let work: UnitOfWork

beforeAll(async () => {
  house = await startHouse()
  work = house.server.app.get(UnitOfWork, { strict: false })
})
afterAll(() => house.stop())

const readOnce = <T>(person: Person, read: () => Promise<T>): Promise<T> =>
  inContext(newContext('test'), () =>
    work.readOnceAs({ organizationId: person.organizationId, userId: person.id }, read),
  )

const names = () => work.query<{ name: string }>('SELECT name FROM organizations')

const writeOnce = <T>(person: Person, write: () => Promise<T>): Promise<T> =>
  inContext(
    { ...newContext('test'), tenant: { organizationId: person.organizationId, userId: person.id } },
    () => work.writeOnce(write),
  )

const renamed = (name: string) => work.query('UPDATE organizations SET name = $1 RETURNING name', [name])

describe('a write of one statement', () => {
  test('is committed, for its own tenant only', async () => {
    expect(await writeOnce(house.south.admin, () => renamed('Renamed'))).toEqual([{ name: 'Renamed' }])
    expect(await readOnce(house.south.admin, names)).toEqual([{ name: 'Renamed' }])
    expect(await readOnce(house.north.admin, names)).toEqual([{ name: 'Northwind' }])
    await writeOnce(house.south.admin, () => renamed('Southridge'))
  })

  test('leaves a connection on which reads still only read', async () => {
    for (let time = 0; time < 20; time += 1) {
      await writeOnce(house.south.admin, () => renamed('Southridge'))
      await expect(readOnce(house.south.admin, () => renamed('x'))).rejects.toThrow('read-only transaction')
    }
  })

  test('takes no second one, and nothing for the end: there is no transaction to put it in', async () => {
    const twice = writeOnce(house.south.admin, async () => [await renamed('x'), await renamed('y')])
    await expect(twice).rejects.toThrow('announced as one statement')
    const record = writeOnce(house.south.admin, async () => work.lastly(async () => undefined))
    await expect(record).rejects.toThrow('announced as one statement')
    await writeOnce(house.south.admin, () => renamed('Southridge'))
  })

  test('inside of a unit of work is part of it', async () => {
    const tenant = { organizationId: house.south.admin.organizationId, userId: house.south.admin.id }
    const undone = inContext({ ...newContext('test'), tenant }, () =>
      work.run(async () => {
        await work.writeOnce(() => renamed('Undone'))
        throw new Error('Undo it.')
      }),
    )
    await expect(undone).rejects.toThrow('Undo it.')
    expect(await readOnce(house.south.admin, names)).toEqual([{ name: 'Southridge' }])
  })
})

describe('a read of one statement', () => {
  test('sees the rows of its own tenant only, also when two share connections at the same moment', async () => {
    const asked = Array.from({ length: 60 }, (_turn, index) => (index % 2 === 0 ? house.north : house.south))
    const seen = await Promise.all(asked.map(({ admin }) => readOnce(admin, names)))
    expect(seen).toEqual(asked.map(({ name }) => [{ name }]))
  })

  test('leaves nothing on the connection: without a tenant there are no rows', async () => {
    await Promise.all(Array.from({ length: 20 }, () => readOnce(house.north.admin, names)))
    const dataSource = house.server.app.get(DataSource, { strict: false })
    const left = await Promise.all(
      Array.from({ length: 20 }, () => dataSource.query('SELECT name FROM organizations')),
    )
    expect(left).toEqual(left.map(() => []))
    const writable = await dataSource.query("SELECT current_setting('transaction_read_only') AS setting")
    expect(writable).toEqual([{ setting: 'off' }])
  })

  test('cannot write', async () => {
    const writing = readOnce(house.north.admin, () => work.query("UPDATE organizations SET name = 'x'"))
    await expect(writing).rejects.toThrow('read-only transaction')
  })

  test('is one statement: a second one, and a repository, are refused', async () => {
    await expect(readOnce(house.north.admin, async () => [await names(), await names()])).rejects.toThrow(
      'announced as one statement',
    )
    await expect(readOnce(house.north.admin, async () => work.repository('users').find())).rejects.toThrow(
      'announced as one statement',
    )
  })

  test('that fails leaves its connection usable', async () => {
    for (let time = 0; time < 20; time += 1) {
      await expect(readOnce(house.north.admin, () => work.query('SELECT 1 / 0'))).rejects.toThrow('division')
    }
    expect(await readOnce(house.north.admin, names)).toEqual([{ name: 'Northwind' }])
  })
})
