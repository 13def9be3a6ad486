import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nameQuestion, nameWords, plain, resumeQuestion, textWords } from './search-words.rules.ts'

describe('words', () => {
  test.each([
    ['Łukasz Ørsted-Weiß', 'lukasz orsted weiss'],
    ['JOSÉ  e\u0301va', 'jose eva'],
    ['C++, C# and F#; node.js', 'c++ c# and f# node js'],
    ['محمد العلي', 'محمد العلي'],
  ])('of %s are %s', (text, words) => {
    expect(textWords(text)).toBe(words)
  })

  test('of an e-mail address are the address and its parts', () => {
    expect(nameWords(['Ada'], ['ada.lovelace@north.example'])).toBe(
      'ada.lovelace@north.example ada lovelace north example',
    )
  })

  test('in scripts without gaps begin at every sign', () => {
    expect(textWords('王小明')).toBe('王小明 小明 明')
    expect(resumeQuestion('小明')).toBe("'小明':*")
  })

  test('are cut between signs, never in the middle of one', () => {
    expect([...textWords('\u{1D400}'.repeat(500))].length).toBeLessThanOrEqual(60)
  })
})

describe('questions', () => {
  test('to the name box look for beginnings of words, single letters only whole', () => {
    expect(nameQuestion('Ada L')).toBe("'ada':* & 'l'")
    expect(nameQuestion('ada.l@north')).toBe("'ada.l@north':*")
  })

  test('to résumés look for whole words, and for beginnings of four letters', () => {
    expect(resumeQuestion('Go postgre c++')).toBe("'go' & 'postgre':* & 'c++'")
  })

  test.each(['', '%', "'", '\\', '!!! & |', ':*'])('without a word (%s) are none', (typed) => {
    expect([nameQuestion(typed), resumeQuestion(typed)]).toEqual([null, null])
  })
})

test('whatever is typed, words hold no gap and a question only quoted words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const words of [textWords(text), nameWords([text], [text.replaceAll(/\s/g, '')])]) {
        expect(words.split(' ').every((word) => words === '' || word.length > 0)).toBe(true)
      }
      const shape = /^'(?:[^'\\]|''|\\\\)+'(?::\*)?(?: & '(?:[^'\\]|''|\\\\)+'(?::\*)?)*$/u
      for (const question of [nameQuestion(text), resumeQuestion(text)]) {
        expect(question === null || shape.test(question)).toBe(true)
      }
      expect(plain(plain(text))).toBe(plain(text))
    }),
  )
})
