import type { Run } from '../rasch/fit.ts'
import type { Result } from '../result.ts'
import { AHEAD, candidateCodes, comparePair } from './pairs.ts'

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

/**
 * Cuts a list into tiers: one ends only where everyone above it is ahead of everyone below.
 *
 * @param order from the highest to the lowest measure
 * @param ahead whether the first, who stands higher, is ahead of the second
 * @returns the tiers, in each the members in their order
 */
export const tiersOf = <T>(order: readonly T[], ahead: (a: T, b: T) => boolean): T[][] => {
  // How far down the list someone above still fails to be ahead: no tier may end before that.
  let reach = 0
  const list: T[][] = [[]]
  for (const [i, a] of order.entries()) {
    if (i > reach) list.push([])
    list.at(-1)!.push(a)
    reach = Math.max(reach, i)
    for (let k = order.length - 1; k > reach; k--) {
      if (ahead(a, order[k]!)) continue
      reach = k
    }
  }
  return list.filter((tier) => tier.length > 0)
}

const tiersWithin = (run: Run, members: readonly number[]): string[][] => {
  const order = members.toSorted((a, b) => run.candidates[b]!.measure - run.candidates[a]!.measure || a - b)
  const list = tiersOf(order, (a, b) => (comparePair(run, a, b).probability ?? 0) >= AHEAD)
  return list.map((tier) => tier.map((n) => run.candidates[n]!.candidate).sort())
}
