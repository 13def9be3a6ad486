import { useState } from 'react'

const KEY = 'assay.room-keys'

const held = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

/** Whether this person wants keys on this device: nothing about anybody, so it may be kept in the open. */
export const useKeysChoice = () => {
  const [isOn, setOn] = useState(held)
  const choose = (wanted: boolean): void => {
    setOn(wanted)
    try {
      localStorage.setItem(KEY, wanted ? 'on' : 'off')
    } catch {
      // Then it holds for this page.
    }
  }
  return { isOn, choose }
}
