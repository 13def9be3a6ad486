import { useListContext } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { Field } from './Field.tsx'

const PAUSE = 350

/** Search while typing: asked for after a pause, and kept in the address. */
export const FilterText = ({ field, label }: { field: string; label: string }) => {
  const { filterValues, setFilters } = useListContext()
  const { [field]: applied = '' } = filterValues as Record<string, string | undefined>
  // As they stand when the pause is over: they may be cleared in the meantime.
  const present = useRef(filterValues as Record<string, unknown>)
  useEffect(() => {
    present.current = filterValues as Record<string, unknown>
  }, [filterValues])
  const [typed, setTyped] = useState(applied)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(applied), [applied])
  useEffect(() => () => clearTimeout(timer.current), [])
  const apply = (value: string) => {
    const { [field]: _replaced, ...others } = present.current
    setFilters(value.trim() ? { ...others, [field]: value.trim() } : others)
  }
  return (
    <Field
      size="small"
      type="search"
      label={label}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => apply(target.value), PAUSE)
      }}
    />
  )
}
