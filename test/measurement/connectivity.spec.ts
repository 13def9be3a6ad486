import { describe, expect, it } from '@jest/globals'
import { connectivity } from '../../libs/measurement/src/index.ts'
import { must, refused, refusedFor } from './fixtures.ts'

/** `A-X-1` is candidate A, interviewer X, question 1. */
const design = (text: string) => ({
  ratings: text
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [candidate, interviewer, question] = row.split('-') as [string, string, string]
      return { candidate, interviewer, question }
    }),
})

const sets = (text: string) => must(connectivity(design(text))).sets

describe('which candidates the design lets us compare', () => {
  it.each([
    ['one interviewer for all', 'A-X-1 B-X-1', [['A', 'B']]],
    ['a common interviewer', 'A-X-1 A-Y-1 B-Y-1 B-Z-1', [['A', 'B']]],
    ['a chain of interviewers', 'A-X-1 A-Y-1 B-Y-1 B-Z-1 C-Z-1', [['A', 'B', 'C']]],
    [
      'panels that never meet',
      'A-X-1 B-X-1 C-Y-1 D-Y-1',
      [
        ['A', 'B'],
        ['C', 'D'],
      ],
    ],
    ['one candidate whom both panels saw', 'A-X-1 B-X-1 C-Y-1 D-Y-1 B-Y-1', [['A', 'B', 'C', 'D']]],
    ['questions confounded with candidates', 'A-X-1 B-X-2', [['A'], ['B']]],
    ['the same with a question in common', 'A-X-1 A-X-2 B-X-2', [['A', 'B']]],
    // Graph-connected, and yet the level of question 2 cannot be told from that of its candidates.
    [
      'a new version of every question',
      'A-X-1 B-X-1 A-Y-1 C-X-2 D-Y-2 C-Y-2',
      [
        ['A', 'B'],
        ['C', 'D'],
      ],
    ],
    ['a version bridged by one candidate', 'A-X-1 B-X-1 C-X-2 D-X-2 B-X-2', [['A', 'B', 'C', 'D']]],
    ['interviewers who ask their own question', 'A-X-1 A-Y-2 B-X-1 B-Y-2', [['A', 'B']]],
    ['interviewers who ask their own question of others', 'A-X-1 B-Y-2', [['A'], ['B']]],
  ])('%s', (_what, text, expected) => {
    expect(sets(text)).toEqual(expected)
    expect(must(connectivity(design(text))).estimable).toBe(expected.length === 1)
  })

  it('does not depend on how often a rating stands there', () => {
    expect(sets('A-X-1 A-X-1 A-X-1 B-X-1 C-Y-1 C-Y-1')).toEqual([['A', 'B'], ['C']])
  })

  it('refuses what it cannot answer', () => {
    expect(connectivity({ ratings: [] })).toEqual(refusedFor('too_little_data'))
    expect(connectivity({ ratings: 'x' as never })).toEqual(refused('ratings'))
    expect(connectivity({ ratings: [{ candidate: 'A', interviewer: '', question: 'q' }] })).toEqual(
      refused('ratings[0].interviewer'),
    )
    expect(connectivity({ ratings: [null] as never })).toEqual(refused('ratings[0].candidate'))
    const many = Array.from({ length: 1600 }, (_, j) => ({
      candidate: 'A',
      interviewer: `i${j}`,
      question: 'q',
    }))
    expect(connectivity({ ratings: many })).toEqual(refusedFor('too_large'))
  })
})
