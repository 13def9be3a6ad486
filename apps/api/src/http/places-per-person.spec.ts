import { describe, expect, test } from '@jest/globals'
import { TooManyRequests } from '@assay/access'
import { PlacesPerPerson } from './places-per-person.ts'

describe('places of one person', () => {
  test('are refused when all are taken, and each is given back once', () => {
    const places = new PlacesPerPerson(2, () => new TooManyRequests(5, 'Wait.'))
    const first = places.take('ada')
    places.take('ada')
    expect(() => places.take('ada')).toThrow(TooManyRequests)
    expect(() => places.take('bo')).not.toThrow()
    first()
    first()
    places.take('ada')
    expect(() => places.take('ada')).toThrow(TooManyRequests)
  })
})
