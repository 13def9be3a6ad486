import type { PairedRounds, Round } from './paired-rounds.ts'

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** @param share 0.95 for the value that 95 of 100 do not exceed (nearest rank). */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const printTable = (lines: readonly (readonly string[])[]): void => {
  const widths = (lines[0] ?? []).map((_cell, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
  }
}

const FIGURES: [string, (round: Round) => number, number][] = [
  ['requests per second', (round) => round.perSecond, 0],
  ['p50, ms', (round) => round.p50, 1],
  ['p99, ms', (round) => round.p99, 1],
  ['CPU per request, server, ms', (round) => round.serverCpu, 3],
  ['CPU per request, PostgreSQL, ms', (round) => round.postgresCpu, 3],
  ['CPU per request, both, ms', (round) => round.serverCpu + round.postgresCpu, 3],
  ['resident memory, MB', (round) => round.residentMb, 0],
]

/** Medians of the rounds; the ratio is taken pair by pair, then its median, least and greatest. */
export const printPairedRounds = ({ floor, product }: PairedRounds): void => {
  const lines = FIGURES.map(([name, figure, digits]) => {
    const ratios = product.map((round, index) => figure(round) / figure(floor[index] ?? round))
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)]
    return [
      name,
      median(floor.map(figure)).toFixed(digits),
      median(product.map(figure)).toFixed(digits),
      `${median(ratios).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`,
    ]
  })
  printTable([['', 'floor', 'product', 'product : floor'], ...lines])
}
