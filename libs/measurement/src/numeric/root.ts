/**
 * Where an increasing function crosses zero, to the last bits of a double.
 *
 * Bisection with the Illinois variant of the secant (Dowell & Jarratt 1971): as sure as the first, as fast as the second.
 *
 * @param f increasing on the interval
 * @param from where f ≤ 0
 * @param to where f ≥ 0
 */
export const rootOfIncreasing = (f: (x: number) => number, from: number, to: number): number => {
  let [low, high] = [from, to]
  let [atLow, atHigh] = [f(low), f(high)]
  for (let step = 0; step < 400; step++) {
    if (atLow >= 0) return low
    if (atHigh <= 0) return high
    const secant = low - (atLow * (high - low)) / (atHigh - atLow)
    // Every third step halves, so a flat stretch cannot hold the secant back.
    const x = step % 3 === 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant
    if (x === low || x === high || high - low <= 1e-15 * Math.abs(x)) return x
    const value = f(x)
    if (value < 0) {
      ;[low, atLow] = [x, value]
      atHigh /= 2
    } else {
      ;[high, atHigh] = [x, value]
      atLow /= 2
    }
  }
  return (low + high) / 2
}

/** The first power of two times `start` at which an increasing function is no longer negative. */
export const bracketUpwards = (f: (x: number) => number, start: number): number => {
  let x = start
  while (f(x) < 0 && x < 1e300) x *= 2
  return x
}
