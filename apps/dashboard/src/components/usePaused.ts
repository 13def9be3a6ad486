import { useEffect, useState } from 'react'

const PAUSE_MS = 400

/** What is typed, once nobody has typed for a moment. Values are compared by their text. */
export const usePaused = <Value>(typed: Value, pause = PAUSE_MS): Value => {
  const [paused, setPaused] = useState(typed)
  const words = JSON.stringify(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(JSON.parse(words) as Value), pause)
    return () => clearTimeout(timer)
  }, [words, pause])
  return paused
}
