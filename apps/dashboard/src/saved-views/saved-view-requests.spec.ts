import { savedView } from '@assay/contracts'
import { describe, expect, it } from '@jest/globals'
import { viewQuery } from './saved-view-requests.ts'

const address = (filter: object, more: Record<string, string> = {}) =>
  `?${new URLSearchParams({ sort: 'name', filter: JSON.stringify(filter), order: 'ASC', ...more })}`

describe('what a view keeps of an address', () => {
  it('is its filters and its order, not where one was in it', () => {
    const kept = viewQuery(address({ q: 'ada' }, { page: '3', perPage: '25', displayedFilters: '{}' }))
    expect(kept).toBe(viewQuery(address({ q: 'ada' })))
    expect(new URLSearchParams(kept).get('filter')).toBe('{"q":"ada"}')
  })

  it('is nothing when nothing is set', () => {
    expect(viewQuery('')).toBe('')
    expect(viewQuery('?filter={}')).toBe('')
  })

  it('is taken by the server, whatever was searched for', () => {
    const kept = viewQuery(address({ q: 'Ångström “x” #1 [y] |z| ^~`\\ 漢字', tags: ['c++'] }))
    expect(/^[\w\-.~%!$&'()*+,;=:@/]*$/.test(kept)).toBe(true)
    expect(savedView.shape.query.safeParse(kept).success).toBe(true)
  })
})
