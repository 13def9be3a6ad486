import { chance } from './applicants.ts'

export interface DemoStage {
  id: string
  name: string
  templates: readonly { templateId: string; panelists: number }[]
}

export type End = 'active' | 'hired' | 'rejected' | 'withdrawn'

export interface Step {
  kind: 'applied' | 'moved' | 'hired' | 'rejected' | 'withdrawn'
  stage: DemoStage
  status: End
  at: Date
}

/** What happened to one application, day by day. */
export interface Life {
  steps: Step[]
  interviews: {
    stage: DemoStage
    templateId: string
    panelists: number
    at: Date
    isOver: boolean
    /** Who sits on it; where nobody is said, the team in turn. */
    panel?: string[]
  }[]
}

const DAY_MS = 86_400_000
const HOURS = [9, 10, 11, 13, 14, 15, 16]

/** Working hours of a working day, so many days from now. */
export const workingHour = (now: Date, days: number, hour: number): Date => {
  const day = new Date(now.getTime() + days * DAY_MS)
  const weekday = day.getUTCDay()
  const shift = weekday === 0 ? 1 : weekday === 6 ? -1 : 0
  day.setUTCDate(day.getUTCDate() + shift)
  day.setUTCHours(hour, 0, 0, 0)
  return day
}

/** How far an application came, and how it ended: few come far, as it is. */
const fates: readonly (readonly [reached: number, end: End])[] = [
  [0, 'active'],
  [0, 'active'],
  [0, 'rejected'],
  [1, 'active'],
  [1, 'rejected'],
  [1, 'withdrawn'],
  [2, 'active'],
  [2, 'active'],
  [2, 'rejected'],
  [3, 'active'],
  [3, 'rejected'],
  [4, 'active'],
  [5, 'active'],
]

/** Lives of so many applications to one job, ending today. With `closed` the last one was hired and nobody waits. */
export const livesOf = (
  stages: readonly DemoStage[],
  count: number,
  { now, seed, closed }: { now: Date; seed: number; closed: boolean },
): Life[] => {
  const pick = chance(seed)
  return Array.from({ length: count }, (_unused, place) => {
    const [reached, fate] = fates[(place * 5 + seed) % fates.length]!
    const isHired = closed && place === count - 1
    const end: End = isHired ? 'hired' : closed && fate === 'active' ? 'rejected' : fate
    return lifeOf(stages, { reached: isHired ? stages.length - 1 : reached, end, now, pick })
  })
}

const lifeOf = (
  stages: readonly DemoStage[],
  { reached, end, now, pick }: { reached: number; end: End; now: Date; pick: (below: number) => number },
): Life => {
  const waited = 1 + pick(6)
  // From the end backwards: each stage took some days.
  let day = -waited
  const days = [day]
  for (let place = 0; place < reached; place += 1) {
    day -= 3 + pick(6)
    days.unshift(day)
  }
  const steps: Step[] = days.map((at, place) => ({
    kind: place === 0 ? 'applied' : 'moved',
    stage: stages[place]!,
    status: 'active',
    at: workingHour(now, at - (end === 'active' ? 0 : 2), HOURS[pick(HOURS.length)]!),
  }))
  if (end !== 'active') {
    const stage = stages[reached]!
    steps.push({ kind: end, stage, status: end, at: workingHour(now, -waited, 8) })
  }
  return { steps: inOrder(steps, now), interviews: interviewsOf(steps, { end, now, pick }) }
}

/** Weekends shift days: nothing happens before what went before it, or after now. */
const inOrder = (steps: Step[], now: Date): Step[] => {
  let latest = 0
  return steps.map((step) => {
    latest = Math.min(Math.max(step.at.getTime(), latest + 60_000), now.getTime() - 60_000)
    return { ...step, at: new Date(latest) }
  })
}

const interviewsOf = (
  steps: readonly Step[],
  { end, now, pick }: { end: End; now: Date; pick: (below: number) => number },
): Life['interviews'] =>
  steps
    .filter(({ kind }) => kind === 'applied' || kind === 'moved')
    .flatMap(({ stage, at }, place, all) => {
      const isPresent = place === all.length - 1 && end === 'active'
      // Many wait to be scheduled, so that a week holds as many interviews as people can hold.
      if (isPresent && pick(3) > 0) return []
      return stage.templates.map(({ templateId, panelists }, order) => {
        const days = isPresent
          ? [-1, 0, 1, 2, 3, 5][pick(6)]!
          : Math.round((at.getTime() - now.getTime()) / DAY_MS) + 1
        const start = workingHour(now, days + order, HOURS[pick(HOURS.length)]!)
        return { stage, templateId, panelists, at: start, isOver: !isPresent }
      })
    })
