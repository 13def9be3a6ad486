import { useListContext } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { Field } from './Field.tsx'

const PAUSE = 350

/** Search while typing: asked for after a pause, and kept in the address. */
export const FilterText = ({ field, label }: { field: string; label: string }) => {
  const { filterValues, setFilters } = useListContext()
  const { [field]: applied = '', ...others } = filterValues as Record<string, string | undefined>
  const [typed, setTyped] = useState(applied)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(applied), [applied])
  useEffect(() => () => clearTimeout(timer.current), [])
  const apply = (value: string) => setFilters(value.trim() ? { ...others, [field]: value.trim() } : others)
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
