import { useContext, useEffect, useMemo, type ReactNode } from 'react'
import { UNSAFE_NavigationContext as NavigationContext, type Navigator } from 'react-router'
import { heldSession } from '../api/current-session.ts'
import { anythingUnsaved, indexOf, leaveBy, stepsFrom } from '../components/unsaved.ts'

const here = (): string => location.pathname + location.search + location.hash

/** Someone who is signed out has lost the page already; going to where one is loses nothing. */
const goesFreely = (address: string): boolean => heldSession() === null || address === here()

const guarded = (navigator: Navigator): Navigator => {
  const asking =
    (go: Navigator['push']): Navigator['push'] =>
    (to, state, options) => {
      if (goesFreely(navigator.createHref(to))) go(to, state, options)
      else leaveBy(() => go(to, state, options))
    }
  return {
    createHref: (to) => navigator.createHref(to),
    ...(navigator.encodeLocation && { encodeLocation: navigator.encodeLocation }),
    go: (steps) => navigator.go(steps),
    push: asking((to, state, options) => navigator.push(to, state, options)),
    replace: asking((to, state, options) => navigator.replace(to, state, options)),
  }
}

/**
 * The browser has gone back or forward by the time it says so: the step is taken back unseen by the router, and taken
 * again once the person has agreed.
 */
const guardHistory = (): (() => void) => {
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
  return () => {
    removeEventListener('popstate', onPop, { capture: true })
    removeEventListener('input', note, { capture: true })
  }
}

/** Links, the palette, keys and menus all go through the router's navigator: asking there asks everywhere. */
export const LeaveGuard = ({ children }: { children: ReactNode }) => {
  const context = useContext(NavigationContext)
  const value = useMemo(() => ({ ...context, navigator: guarded(context.navigator) }), [context])
  useEffect(guardHistory, [])
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>
}
