import { useListContext } from 'ra-core'
import { useEffect, useId, useState } from 'react'
import { Field } from '../components/Field.tsx'
import { useCandidateWords } from './candidate-requests.ts'
import { WordList } from './WordList.tsx'

interface FilterWordProps {
  field: 'tags' | 'source'
  label: string
}

/** A filter by one of the words in use: offered while typing, and asked for once it is whole. */
export const FilterWord = ({ field, label }: FilterWordProps) => {
  const list = useId()
  const { filterValues, setFilters } = useListContext()
  const { [field]: held, ...others } = filterValues as Record<string, string | string[] | undefined>
  const applied = [held ?? ''].flat().join(' ')
  const [typed, setTyped] = useState(applied)
  useEffect(() => setTyped(applied), [applied])
  const words = useCandidateWords(field === 'tags' ? 'tags' : 'sources', typed)
  const apply = (word: string) => {
    if (word === applied) return
    setFilters(word === '' ? others : { ...others, [field]: field === 'tags' ? [word] : word })
  }
  const isWord = words.includes(typed)
  // The words in use may come later than what is typed.
  useEffect(() => {
    if (isWord) apply(typed)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked when the words come, not whenever a filter changes
  }, [isWord])
  return (
    <div>
      <Field
        size="small"
        type="search"
        label={label}
        value={typed}
        autoComplete="off"
        inputProps={{ list }}
        onChange={({ target: { value } }) => {
          setTyped(value)
          if (value === '' || words.includes(value)) apply(value)
        }}
        onBlur={() => apply(typed.trim())}
        onKeyDown={({ key }) => key === 'Enter' && apply(typed.trim())}
      />
      <WordList id={list} words={words} />
    </div>
  )
}
