import { expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { templateFileSchema } from './interview-template-files.ts'

const published = new URL('../../../docs/interview-template.schema.json', import.meta.url)

test('the published schema of the template file is that of the contract', () => {
  const schema = templateFileSchema()
  if (process.env['UPDATE_GOLDEN']) writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`)
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
})

test('closes every object that people write: an unknown field is a mistake', () => {
  const open: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, additionalProperties } = node as { type?: unknown; additionalProperties?: unknown }
    if (type === 'object' && additionalProperties !== false) open.push(path)
    for (const [name, child] of Object.entries(node)) visit(child, `${path}/${name}`)
  }
  visit(templateFileSchema(), '')
  expect(open).toEqual([])
})
