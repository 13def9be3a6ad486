import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const MS_PER_TICK = 10

interface ProcessFacts {
  parent: number
  /** Of the process itself. */
  ownMs: number
  /** Of its children that have ended. */
  endedChildrenMs: number
}

const factsOf = (processId: number): ProcessFacts | null => {
  try {
    const line = readFileSync(`/proc/${processId}/stat`, 'utf8')
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    return {
      parent: fields[1] ?? 0,
      ownMs: (user + system) * MS_PER_TICK,
      endedChildrenMs: (endedUser + endedSystem) * MS_PER_TICK,
    }
  } catch {
    return null // it has just ended
  }
}

/** CPU milliseconds that one process has used so far, all of its threads together. */
export const processorMs = (processId: number): number => factsOf(processId)?.ownMs ?? 0

/** The same for a process with everything below it: PostgreSQL has a process for each connection. */
export const familyProcessorMs = (root: number): number => {
  const all = new Map<number, ProcessFacts>()
  for (const name of readdirSync('/proc')) {
    const facts = /^\d+$/.test(name) ? factsOf(Number(name)) : null
    if (facts) all.set(Number(name), facts)
  }
  const family = [root]
  for (const id of family) {
    for (const [child, { parent }] of all) if (parent === id) family.push(child)
  }
  const ended = all.get(root)?.endedChildrenMs ?? 0
  return family.reduce((sum, id) => sum + (all.get(id)?.ownMs ?? 0), ended)
}

export const residentMb = (processId: number): number => {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024
}
