import type { Run } from '../rasch/fit.ts'
import type { Result } from '../result.ts'
import { candidateCodes, comparePair } from './pairs.ts'

/**
 * Tiers of candidates: one ends only where everyone above it is *ahead* of everyone below.
 *
 * Candidates of unlinked sets never share a list; inside a tier the order is alphabetical, because there is none to tell.
 *
 * @param run a fit
 * @param names the candidates of one requisition; all of the run where left out
 * @returns one list of tiers per set
 */
export const tiers = (
  run: Run,
  names?: readonly string[],
): Result<{
  readonly lists: readonly { readonly set: number; readonly tiers: readonly (readonly string[])[] }[]
}> => {
  const codes = candidateCodes(run, names)
  if ('status' in codes) return codes
  const sets = Map.groupBy(codes, (n) => run.candidates[n]!.set)
  const lists = [...sets].map(([set, members]) => ({ set, tiers: tiersWithin(run, members) }))
  return { status: 'ok', lists: lists.sort((x, y) => x.set - y.set) }
}

const tiersWithin = (run: Run, members: readonly number[]): string[][] => {
  const order = members.toSorted((a, b) => run.candidates[b]!.measure - run.candidates[a]!.measure || a - b)
  const ahead = (a: number, b: number): boolean => (comparePair(run, a, b).probability ?? 0) >= 0.95
  // How far down the list someone above still fails to be ahead: no tier may end before that.
  let reach = 0
  const list: string[][] = [[]]
  for (const [i, a] of order.entries()) {
    if (i > reach) list.push([])
    list.at(-1)!.push(run.candidates[a]!.candidate)
    reach = Math.max(reach, i)
    for (let k = order.length - 1; k > reach; k--) {
      if (ahead(a, order[k]!)) continue
      reach = k
    }
  }
  return list.map((tier) => tier.sort())
}
