import { keepPreviousData } from '@tanstack/react-query'
import { useGetList, type RaRecord } from 'ra-core'
import { useDeferredValue, useEffect, useState } from 'react'
import { asProblem, type ApiProblem } from '../../api/problem.ts'

const PAGE = 40
const PAUSE = 200

export interface BankSearch<Entry> {
  q: string
  setQ: (q: string) => void
  /** Null while nothing came yet. */
  entries: Entry[] | null
  total: number | null
  /** Shows more of them; null when all are shown. */
  more: (() => void) | null
  problem: ApiProblem | null
}

/** What somebody types, once they pause. */
const useSettled = (typed: string): string => {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}

interface Options {
  resource: string
  sort: string
  filter?: Record<string, string>
}

/** Live entries of the bank that fit the words and filters. */
export const useBankSearch = <Entry extends { id: string }>({
  resource,
  sort,
  filter = {},
}: Options): BankSearch<Entry> => {
  const [q, setQ] = useState('')
  const [pages, setPages] = useState(1)
  const words = useSettled(q)
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
  const { data, total, error } = useGetList<Entry & RaRecord>(
    resource,
    {
      pagination: { page: 1, perPage: PAGE * pages },
      sort: { field: sort, order: 'ASC' },
      filter: { ...given, ...(words && { q: words }) },
    },
    { placeholderData: keepPreviousData },
  )
  const entries = useDeferredValue(data ?? null)
  return {
    q,
    setQ: (next) => {
      setQ(next)
      setPages(1)
    },
    entries,
    total: total ?? null,
    more: entries && total !== undefined && total > entries.length ? () => setPages(pages + 1) : null,
    problem: error ? asProblem(error) : null,
  }
}
