import { QueryClient } from '@tanstack/react-query'
import { asProblem } from '../api/problem.ts'

const PASSING = new Set(['network', 'unavailable', 'busy'])

/** Reading again is tried only for what passes by itself. Writing is never repeated behind a person's back. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && PASSING.has(asProblem(error).code),
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
