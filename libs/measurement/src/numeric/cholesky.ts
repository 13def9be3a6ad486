/**
 * Cholesky on flat, row-major square matrices that lie in a larger array from `at` on.
 *
 * The fit keeps thousands of small blocks in one array, so everything here works in place and takes an offset.
 * Only the lower triangle is read or written, unless said otherwise.
 */

/** A square matrix of `size` rows within `values`, beginning at `at`. */
export interface Block {
  readonly values: Float64Array
  readonly at: number
  readonly size: number
}

/** A whole array as one square matrix. */
export const whole = (values: Float64Array, size: number): Block => ({ values, at: 0, size })

/**
 * Replaces the lower triangle of a symmetric matrix A by L with A = L L'.
 *
 * @returns true, or false where A is not positive definite to working precision (the block is then spoilt)
 */
export const factorInPlace = ({ values, at, size }: Block): boolean => {
  for (let i = 0; i < size; i++) {
    const rowI = at + i * size
    for (let j = 0; j <= i; j++) {
      const rowJ = at + j * size
      let sum = values[rowI + j]!
      for (let k = 0; k < j; k++) sum -= values[rowI + k]! * values[rowJ + k]!
      if (i !== j) values[rowI + j] = sum / values[rowJ + j]!
      else if (sum > 0) values[rowI + i] = Math.sqrt(sum)
      else return false
    }
  }
  return true
}

/** Solves L y = b in place, b of `size` from `from` on. */
export const forwardInPlace = ({ values, at, size }: Block, b: Float64Array, from = 0): void => {
  for (let i = 0; i < size; i++) {
    const row = at + i * size
    let sum = b[from + i]!
    for (let k = 0; k < i; k++) sum -= values[row + k]! * b[from + k]!
    b[from + i] = sum / values[row + i]!
  }
}

/** Solves L' x = y in place. */
export const backwardInPlace = ({ values, at, size }: Block, b: Float64Array, from = 0): void => {
  for (let i = size - 1; i >= 0; i--) {
    const row = at + i * size
    const x = b[from + i]! / values[row + i]!
    b[from + i] = x
    for (let k = 0; k < i; k++) b[from + k]! -= x * values[row + k]!
  }
}

/** Solves A x = b in place, A given by its factor L. */
export const solveInPlace = (factor: Block, b: Float64Array, from = 0): void => {
  forwardInPlace(factor, b, from)
  backwardInPlace(factor, b, from)
}

/** Inverts the lower triangle L in place: row i of L⁻¹ is made of the rows above it, read in the order they lie in memory. */
const invertTriangle = ({ values, at, size }: Block): void => {
  for (let i = 0; i < size; i++) {
    const rowI = at + i * size
    const pivot = 1 / values[rowI + i]!
    for (let k = 0; k < i; k++) {
      const rowK = at + k * size
      const scale = -pivot * values[rowI + k]!
      for (let j = 0; j < k; j++) values[rowI + j]! += scale * values[rowK + j]!
      values[rowI + k] = scale * values[rowK + k]!
    }
    values[rowI + i] = pivot
  }
}

/**
 * Replaces a factor L by the inverse of A = L L', both triangles filled.
 *
 * A⁻¹ = L⁻ᵀ L⁻¹, accumulated a row of L⁻¹ at a time.
 */
export const invertInPlace = (factor: Block): void => {
  const { values, at, size } = factor
  invertTriangle(factor)
  for (let i = 0; i < size; i++) {
    const rowI = at + i * size
    for (let j = 0; j <= i; j++) {
      const scale = values[rowI + j]!
      const rowJ = at + j * size
      // Row j of the inverse is complete in columns ≤ j from rows ≤ i: add this row's part.
      if (j < i) for (let k = 0; k <= j; k++) values[rowJ + k]! += scale * values[rowI + k]!
    }
    const own = values[rowI + i]!
    for (let k = 0; k <= i; k++) values[rowI + k]! *= own
  }
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) values[at + i * size + j] = values[at + j * size + i]!
  }
}

/** ln |A| of A = L L', from its factor. */
export const logDeterminant = ({ values, at, size }: Block): number => {
  let sum = 0
  for (let i = 0; i < size; i++) sum += Math.log(values[at + i * size + i]!)
  return 2 * sum
}

/** The inverse of a symmetric positive definite matrix as a new array, or null where it is not positive definite. */
export const inverseOf = (matrix: Float64Array, size: number): Float64Array | null => {
  const copy = whole(Float64Array.from(matrix), size)
  if (!factorInPlace(copy)) return null
  invertInPlace(copy)
  return copy.values
}
