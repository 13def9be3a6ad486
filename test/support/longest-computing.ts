const TIMES = 3

/**
 * The most milliseconds that this thread computed at a stretch while `work` was done: how long anybody else waited for
 * it, on a machine that has nothing else to do. What other processes took in between does not count. Of three times the
 * least: what the work costs this thread, it costs each time; a collection of what other tests left comes once.
 */
export const longestComputing = async (work: () => Promise<unknown>): Promise<number> => {
  let least = Infinity
  for (let time = 0; time < TIMES; time += 1) least = Math.min(least, await longestOf(work))
  return least
}

const longestOf = async (work: () => Promise<unknown>): Promise<number> => {
  let longest = 0
  let computed = computedMs()
  const look = (): void => {
    const now = computedMs()
    longest = Math.max(longest, now - computed)
    computed = now
  }
  const timer = setInterval(look, 2)
  try {
    await work()
  } finally {
    clearInterval(timer)
    look()
  }
  return longest
}

const computedMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
