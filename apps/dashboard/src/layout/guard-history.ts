import { heldSession } from '../api/current-session.ts'
import { anythingUnsaved, indexOf, leaveBy, stepsFrom } from '../components/unsaved.ts'

/**
 * The browser has gone back or forward by the time it says so: the step is taken back unseen by the router, and taken
 * again once the person has agreed. Browsers call the window's own listeners in the order they came, so this one has to
 * be there before the router's.
 */
export const guardHistory = (): void => {
  let index = indexOf(history.state)
  let returning = false
  let agreed = false
  const onPop = (event: PopStateEvent): void => {
    const steps = stepsFrom(index, event.state)
    if (returning) {
      returning = false
      event.stopImmediatePropagation()
    } else if (agreed || steps === 0 || heldSession() === null || !anythingUnsaved()) {
      agreed = false
      index = indexOf(event.state)
    } else {
      event.stopImmediatePropagation()
      returning = true
      history.go(-steps)
      leaveBy(() => {
        agreed = true
        history.go(steps)
      })
    }
  }
  // Pushing says nothing; whoever types stands on the entry to come back to.
  const note = (): void => {
    if (!returning) index = indexOf(history.state)
  }
  addEventListener('popstate', onPop, { capture: true })
  addEventListener('input', note, { capture: true })
}
