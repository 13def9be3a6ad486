import { useContext, useMemo, type ReactNode } from 'react'
import { UNSAFE_NavigationContext as NavigationContext, type Navigator } from 'react-router'
import { heldSession } from '../api/current-session.ts'
import { leaveBy } from '../components/unsaved.ts'

const here = (): string => location.pathname + location.search + location.hash

/** Someone who is signed out has lost the page already; going to where one is loses nothing. */
const goesFreely = (address: string): boolean => heldSession() === null || address === here()

/** Putting another address over that of the same page is no leaving: a tab of it, a place in it. */
const staysOnPage = (address: string): boolean =>
  new URL(address, location.href).pathname === location.pathname

const guarded = (navigator: Navigator): Navigator => {
  const asking =
    (go: Navigator['push'], isFree = goesFreely): Navigator['push'] =>
    (to, state, options) => {
      if (isFree(navigator.createHref(to))) go(to, state, options)
      else leaveBy(() => go(to, state, options))
    }
  return {
    createHref: (to) => navigator.createHref(to),
    ...(navigator.encodeLocation && { encodeLocation: navigator.encodeLocation }),
    go: (steps) => navigator.go(steps),
    push: asking((to, state, options) => navigator.push(to, state, options)),
    replace: asking(
      (to, state, options) => navigator.replace(to, state, options),
      (address) => goesFreely(address) || staysOnPage(address),
    ),
  }
}

/** Links, the palette, keys and menus all go through the router's navigator: asking there asks everywhere. */
export const LeaveGuard = ({ children }: { children: ReactNode }) => {
  const context = useContext(NavigationContext)
  const value = useMemo(() => ({ ...context, navigator: guarded(context.navigator) }), [context])
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>
}
