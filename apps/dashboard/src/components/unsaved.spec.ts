import { describe, expect, it } from '@jest/globals'
import {
  allKept,
  holdUnsaved,
  indexOf,
  leaveAnyway,
  leaveBy,
  pendingLeave,
  stay,
  stepsFrom,
} from './unsaved.ts'

const moment = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('leaving', () => {
  it('happens at once when nothing is unsaved', () => {
    let left = 0
    leaveBy(() => (left += 1))
    expect([left, pendingLeave()]).toEqual([1, null])
  })

  it('waits for the person while something is', () => {
    let left = 0
    const letGo = holdUnsaved()
    leaveBy(() => (left += 1))
    expect(left).toBe(0)
    stay()
    leaveAnyway()
    expect(left).toBe(0)
    leaveBy(() => (left += 1))
    leaveAnyway()
    expect(left).toBe(1)
    letGo()
  })

  it('loses nothing only when all of it stays on the device', () => {
    const letGo = [holdUnsaved({ kept: true })]
    expect(allKept()).toBe(true)
    letGo.push(holdUnsaved())
    expect(allKept()).toBe(false)
    for (const go of letGo) go()
  })

  it('is asked about until the last form has let go, and forgotten then', async () => {
    let left = 0
    const [first, second] = [holdUnsaved(), holdUnsaved()]
    first()
    leaveBy(() => (left += 1))
    expect(pendingLeave()).not.toBeNull()
    second()
    const third = holdUnsaved()
    await moment()
    expect(pendingLeave()).not.toBeNull()
    third()
    await moment()
    expect([left, pendingLeave()]).toEqual([0, null])
  })
})

describe('leaving for good', () => {
  it('happens by itself once everything is saved, and not after staying', async () => {
    let left = 0
    const letGo = holdUnsaved()
    leaveBy(() => (left += 1), 'go')
    expect(left).toBe(0)
    letGo()
    await moment()
    expect([left, pendingLeave()]).toEqual([1, null])
    const again = holdUnsaved()
    leaveBy(() => (left += 1), 'go')
    stay()
    again()
    await moment()
    expect(left).toBe(1)
  })
})

describe('a step in the history', () => {
  it('is counted from where one was', () => {
    expect([stepsFrom(4, { idx: 3 }), stepsFrom(4, { idx: 6 }), stepsFrom(4, { idx: 4 })]).toEqual([-1, 2, 0])
  })

  it('cannot be counted when the router did not number it', () => {
    expect([stepsFrom(null, { idx: 3 }), stepsFrom(4, null), stepsFrom(4, {}), indexOf('x')]).toEqual([
      0,
      0,
      0,
      null,
    ])
  })
})
