import { describe, expect, test } from '@jest/globals'
import { suggestColumns } from './column-suggestions.rules.ts'

const NONE = { fields: [], jobTitles: new Set<string>() }
const suggested = (names: readonly string[], facts: Partial<typeof NONE> = {}, samples: string[] = []) =>
  suggestColumns(
    names.map((name) => ({ name, samples })),
    { ...NONE, ...facts },
  ).map(({ column, to, kind }) => [names[column], kind === null ? to : `${to} ${kind}`])

describe('columns are recognised by the headers of', () => {
  test('Greenhouse', () => {
    const header = ['First Name', 'Last Name', 'Company', 'Title', 'Email Addresses', 'Phone Numbers']
    const more = ['Website Addresses', 'Social Media Addresses', 'Source', 'Candidate Tags', 'Applied On']
    expect(suggested([...header, ...more])).toEqual([
      ['First Name', 'firstName'],
      ['Last Name', 'lastName'],
      ['Company', 'company'],
      ['Title', 'headline'],
      ['Email Addresses', 'email'],
      ['Phone Numbers', 'phone'],
      ['Website Addresses', 'link website'],
      ['Social Media Addresses', 'link profile'],
      ['Source', 'source'],
      ['Candidate Tags', 'tags'],
      ['Applied On', 'appliedAt'],
    ])
  })

  test('Lever and Ashby', () => {
    const lever = ['Name', 'Contact', 'Headline', 'Emails', 'Phones', 'Links', 'Location', 'Sources', 'Tags']
    expect(suggested(lever).map(([, to]) => to)).toEqual([
      'name',
      'phone',
      'headline',
      'email',
      'phone',
      'link',
      'location',
      'source',
      'tags',
    ])
    const ashby = ['Name', 'Primary Email Address', 'Primary Phone Number', 'LinkedIn URL', 'GitHub URL']
    expect(suggested(ashby).map(([, to]) => to)).toEqual([
      'name',
      'email',
      'phone',
      'link profile',
      'link code',
    ])
  })

  test('our own export', () => {
    const fields = [{ id: 'f', name: 'Notice period', archivedAt: null }]
    const own = ['id', 'name', 'preferredName', 'emails', 'phones', 'createdAt', 'custom: Notice period']
    const facts = { ...NONE, fields }
    const mapping = suggestColumns(
      own.map((name) => ({ name, samples: [] })),
      facts,
    )
    expect(mapping.map(({ to }) => to)).toEqual(['name', 'preferredName', 'email', 'phone', 'customField'])
    expect(mapping.at(-1)!.fieldId).toBe('f')
  })
})

test('what the header does not say, the values do', () => {
  expect(suggested(['How to reach'], {}, ['ada@x.example', 'ben@x.example', 'unknown'])).toEqual([
    ['How to reach', 'email'],
  ])
  expect(suggested(['Page'], {}, ['https://x.example/ada'])).toEqual([['Page', 'link']])
  expect(suggested(['Number'], {}, ['17', '18'])).toEqual([])
})

test('a column of jobs is suggested when it names a job that is open here, a stage with it only', () => {
  const header = ['Name', 'Job', 'Stage']
  expect(suggested(header, {}, ['Pilot']).map(([, to]) => to)).toEqual(['name'])
  expect(suggested(header, { jobTitles: new Set(['pilot']) }, ['Pilot']).map(([, to]) => to)).toEqual([
    'name',
    'job',
    'stage',
  ])
})

test('nothing that there is one of is suggested twice; further addresses are', () => {
  expect(suggested(['Name', 'Full name', 'Email', 'Email (2)', 'Work email'])).toEqual([
    ['Name', 'name'],
    ['Email', 'email'],
    ['Email (2)', 'email'],
    ['Work email', 'email work'],
  ])
})
