import { type ComponentType, useEffect, useState } from 'react'

/** Soon enough that it is there when it is wanted, and after everything that is wanted first. */
const SOON = 1_500

interface Later<Props> {
  /** Draws nothing until its code is here. */
  Part: ComponentType<Props>
  /** Fetches the code before anybody wants it: it has to work when there is no network any more. */
  fetchSoon: () => () => void
}

/** A part of a page whose code comes after the page. Code that did not come is asked for again when there is a network. */
export const loadLater = <Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> => {
  let known: ComponentType<Props> | null = null
  let loading: Promise<ComponentType<Props>> | null = null
  const fetched = async (): Promise<ComponentType<Props>> => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    known = await loading
    return known
  }
  const Part = (props: Props) => {
    const [Loaded, setLoaded] = useState(() => known)
    useEffect(() => {
      if (Loaded) return
      let isHere = true
      const ask = () =>
        void fetched().then(
          (part) => isHere && setLoaded(() => part),
          () => undefined,
        )
      ask()
      addEventListener('online', ask)
      return () => {
        isHere = false
        removeEventListener('online', ask)
      }
    }, [Loaded])
    return Loaded && <Loaded {...props} />
  }
  const fetchSoon = (): (() => void) => {
    const ask = () => void fetched().catch(() => undefined)
    const timer = setTimeout(ask, SOON)
    addEventListener('online', ask)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', ask)
    }
  }
  return { Part, fetchSoon }
}
