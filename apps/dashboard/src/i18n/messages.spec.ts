import { describe, expect, it } from '@jest/globals'
import {
  auditActions,
  auditFinding,
  permissionNames,
  problemCodes,
  roles,
  session,
  userStatuses,
} from '@assay/contracts'
import { adminMessages } from './admin-messages.ts'
import { lightMessages } from './light-messages.ts'

interface Tree {
  [key: string]: string | Tree
}

const flatten = (tree: Tree, above = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[above + key, value]] : flatten(value, `${above}${key}.`),
  )

const texts = new Map(flatten({ ...lightMessages, ...adminMessages }))
const ends = session.shape.endedBecause.unwrap().options

const needed: [string, readonly string[]][] = [
  [
    'every kind of problem: what happened',
    [...problemCodes, 'network'].map((code) => `problem.${code}.title`),
  ],
  ['every kind of problem: what to do', [...problemCodes, 'network'].map((code) => `problem.${code}.cure`)],
  ['every right', permissionNames.map((name) => `permission.${name}`)],
  ['every role', roles.map((name) => `role.${name}`)],
  ['every role: what it means', roles.map((name) => `roleMeans.${name}`)],
  ['every audit action as a sentence', auditActions.map((action) => `audit.sentence.${action}`)],
  ['every audit action to choose from', auditActions.map((action) => `audit.action.${action}`)],
  ['every kind of tampering', auditFinding.shape.kind.options.map((kind) => `audit.verify.finding.${kind}`)],
  ['every reason a session ends', ends.map((end) => `ownSession.because.${end}`)],
  ['every reason a session ends, in the record', ends.map((end) => `audit.endedBecause.${end}`)],
  ['every state of a person', userStatuses.map((status) => `user.statusIs.${status}`)],
]

describe('texts', () => {
  it.each(needed)('has words for %s', (_what, keys) => {
    expect(keys.filter((key) => !texts.get(key)?.trim())).toEqual([])
  })

  it('has no empty text', () => {
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('has no feature that overwrites the texts of another', () => {
    const light = Object.keys(lightMessages)
    expect(Object.keys(adminMessages).filter((key) => light.includes(key))).toEqual([])
  })

  it('names who did it or to whom in each audit sentence', () => {
    const sentences = auditActions.map((action) => texts.get(`audit.sentence.${action}`) ?? '')
    expect(sentences.filter((sentence) => !/%\{(?:actor|subject)\}/.test(sentence))).toEqual([])
  })
})
