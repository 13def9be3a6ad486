import { invalid, type Refusal } from '../result.ts'

/** A rectangular table of finite numbers, or the refusal that names the cell. */
export const readTable = (
  rows: readonly (readonly number[])[],
  name: string,
  allowed: (value: number) => boolean = () => true,
): Refusal | undefined => {
  if (!Array.isArray(rows)) return invalid(name, 'must be a list of rows')
  for (const [i, row] of (rows as readonly (readonly number[])[]).entries()) {
    if (!Array.isArray(row)) return invalid(`${name}[${i}]`, 'must be a row')
    if (row.length !== rows[0]!.length) return invalid(`${name}[${i}]`, 'must be as long as the first row')
    for (const [j, value] of row.entries()) {
      if (typeof value !== 'number' || !Number.isFinite(value))
        return invalid(`${name}[${i}][${j}]`, 'must be a finite number')
      if (!allowed(value)) return invalid(`${name}[${i}][${j}]`, 'is not allowed there')
    }
  }
  return undefined
}

export const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
