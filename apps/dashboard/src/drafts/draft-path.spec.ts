import type { Json } from '@assay/contracts'
import { expect, test } from '@jest/globals'
import { valueAt, withValueAt } from './draft-path.ts'

interface Kit {
  [field: string]: Json
  title: string
  questions: { [field: string]: Json; questionId: string; overrides: { [field: string]: Json } }[]
}

const draft: Kit = {
  title: 'Kit',
  questions: [
    { questionId: 'a', overrides: { prompt: 'one' } },
    { questionId: 'b', overrides: { anchors: [{ level: 3, text: 'three' }] } },
  ],
}

test('a path goes through fields and, in lists, by name', () => {
  expect(valueAt(draft, ['questions', 'b', 'overrides', 'anchors', '3', 'text'])).toBe('three')
  expect(valueAt(draft, ['questions', 'c', 'overrides'])).toBeUndefined()
  expect(valueAt(draft, ['title', 'deeper'])).toBeUndefined()
  expect(valueAt(draft, ['toString'])).toBeUndefined()
})

test('a value is put in place, and nothing else changes', () => {
  const changed = withValueAt(draft, ['questions', 'a', 'overrides', 'prompt'], 'two')
  expect(changed.questions[0]).toEqual({ questionId: 'a', overrides: { prompt: 'two' } })
  expect(changed.questions[1]).toBe(draft.questions[1])
  expect(draft.questions[0]!.overrides['prompt']).toBe('one')
})

test('undefined takes out a field or an entry; what was not there is added at the end', () => {
  expect(withValueAt(draft, ['questions', 'a', 'overrides', 'prompt'], undefined).questions[0]).toEqual({
    questionId: 'a',
    overrides: {},
  })
  expect(withValueAt(draft, ['questions', 'a'], undefined).questions).toEqual([draft.questions[1]])
  const added = withValueAt(draft, ['questions', 'c'], { questionId: 'c', overrides: {} })
  expect(added.questions.map(({ questionId }) => questionId)).toEqual(['a', 'b', 'c'])
})
