type Objective = (x: readonly number[]) => number

const MOST_STEPS = 200
const DIFFERENCE = 1e-5

/** Central differences. */
const gradientOf = (f: Objective, x: readonly number[]): number[] =>
  x.map((value, k) => {
    const h = DIFFERENCE * (1 + Math.abs(value))
    return (f(x.with(k, value + h)) - f(x.with(k, value - h))) / (2 * h)
  })

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, k) => sum + x * b[k]!, 0)

const times = (matrix: readonly (readonly number[])[], v: readonly number[]): number[] =>
  matrix.map((row) => dot(row, v))

/** The BFGS update of the inverse Hessian from a step s and the change y of the gradient. */
const updated = (
  inverse: readonly (readonly number[])[],
  s: readonly number[],
  y: readonly number[],
): number[][] => {
  const curvature = dot(s, y)
  const hy = times(inverse, y)
  const scale = (1 + dot(y, hy) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map((h, j) => h + scale * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / curvature),
  )
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)))

/** Half the step until the function falls enough (Armijo); null where it does not fall at all. */
const search = (
  f: Objective,
  from: { x: readonly number[]; value: number; slope: number },
  step: readonly number[],
) => {
  for (let length = 1; length > 1e-10; length /= 2) {
    const x = from.x.map((value, k) => value + length * step[k]!)
    const value = f(x)
    if (value <= from.value + 1e-4 * length * from.slope) return { x, value }
  }
  return null
}

/**
 * Minimum of a smooth function of a few variables, by BFGS with central differences (Nocedal & Wright 2006, ch. 6).
 *
 * @param f finite wherever it is asked
 * @param start where to begin
 * @returns the point and the value there
 */
export const minimise = (f: Objective, start: readonly number[]): { x: readonly number[]; value: number } => {
  let point: { x: readonly number[]; value: number } = { x: start, value: f(start) }
  let gradient = gradientOf(f, start)
  let inverse = identity(start.length)
  let fresh = true
  for (let step = 0; step < MOST_STEPS && gradient.some((g) => Math.abs(g) > 1e-7); step++) {
    const raw = times(inverse, gradient).map((d) => -d)
    // A first step of length one at most: the identity knows nothing of the scale.
    const longest = fresh ? Math.max(1, ...raw.map(Math.abs)) : 1
    const direction = raw.map((d) => d / longest)
    const found = search(f, { ...point, slope: dot(direction, gradient) }, direction)
    if (found === null) {
      if (fresh) break
      inverse = identity(start.length)
      fresh = true
      continue
    }
    const next = gradientOf(f, found.x)
    const s = found.x.map((value, k) => value - point.x[k]!)
    const y = next.map((g, k) => g - gradient[k]!)
    fresh = !(dot(s, y) > 1e-14)
    inverse = fresh ? identity(start.length) : updated(inverse, s, y)
    point = found
    gradient = next
  }
  return point
}
