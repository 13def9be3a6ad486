import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useState, type KeyboardEvent, type Ref } from 'react'
import { Field } from '../components/Field.tsx'
import { useFocusInside, type Focusable } from '../components/useFocusInside.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'

interface TagFieldProps {
  label: string
  hint: string
  error?: string | undefined
  value: readonly string[]
  onChange: (tags: string[]) => void
  ref?: Ref<Focusable>
}

const tagLook = {
  display: 'inline-flex',
  gap: 0.5,
  px: 1,
  py: 0.375,
  borderRadius: 0.75,
  bgcolor: 'surface.sunken',
  font: 'inherit',
  fontSize: '0.813rem',
  overflowWrap: 'anywhere',
  '&:hover': { bgcolor: 'divider' },
} as const

/** Free words. Enter or a comma ends one; what stands in the field when it is left is a tag, too. */
export const TagField = ({ label, hint, error, value, onChange, ref }: TagFieldProps) => {
  const text = useText()
  const inside = useFocusInside(ref)
  const [typed, setTyped] = useState('')
  // No tag yet, and lost with the page all the same.
  useUnsaved(typed.trim() !== '')
  const take = (words: string) => {
    const added = words.split(',').map((word) => word.trim())
    const fresh = added.filter(
      (word, place) => word && !value.includes(word) && added.indexOf(word) === place,
    )
    if (fresh.length > 0) onChange([...value, ...fresh])
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault()
      take(typed)
    }
    if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1))
  }
  return (
    <Box ref={inside} sx={{ display: 'grid', gap: 1 }}>
      <Field
        label={label}
        hint={hint}
        error={error}
        value={typed}
        autoComplete="off"
        onChange={({ target }) => (target.value.includes(',') ? take(target.value) : setTyped(target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => take(typed)}
      />
      {value.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {value.map((tag) => (
            <ButtonBase
              key={tag}
              aria-label={text('bank.removeTag', { tag })}
              onClick={() => onChange(value.filter((one) => one !== tag))}
              sx={tagLook}
            >
              {tag}
              <CloseOutlined aria-hidden sx={{ fontSize: 14, color: 'text.secondary' }} />
            </ButtonBase>
          ))}
        </Box>
      )}
    </Box>
  )
}
