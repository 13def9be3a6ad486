import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import { fold } from '@assay/contracts'
import { useId, useState } from 'react'
import { Field } from '../components/Field.tsx'
import { errorIn, useBound } from '../components/form-fields.tsx'
import { useListEditing } from '../components/useListEditing.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import type { CandidateForm } from './candidate-form.ts'
import { useCandidateWords } from './candidate-requests.ts'
import { WordList } from './WordList.tsx'

/** Words to sort somebody by; those in use are offered, so that one thing keeps one name. */
export const TagsField = ({ form }: { form: CandidateForm }) => {
  const text = useText()
  const list = useId()
  const { value: tags, onChange, error, ref } = useBound(form, 'tags')
  const { inside, said, remove } = useListEditing({ value: tags, onChange, ref })
  const [typed, setTyped] = useState('')
  const words = useCandidateWords('tags', typed)
  const add = () => {
    const tag = typed.trim()
    setTyped('')
    if (tag !== '' && !tags.some((one) => fold(one) === fold(tag))) onChange([...tags, tag])
  }
  const wrong = error ?? tags.map((_tag, place) => errorIn(form, 'tags', place)).find(Boolean)
  return (
    <Box ref={inside}>
      <Field
        label={text('candidate.field.addTag')}
        hint={text('candidate.field.tagsHint')}
        autoComplete="off"
        value={typed}
        inputProps={{ list, 'data-part': 'add' }}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || typed.trim() === '') return
          event.preventDefault()
          add()
        }}
      />
      <WordList id={list} words={words} />
      {tags.length > 0 && (
        <Box
          component="ul"
          aria-label={text('candidate.field.tags')}
          sx={{ m: 0, mt: 1, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
        >
          {tags.map((tag, place) => (
            <Box component="li" key={tag} data-entry={place} sx={{ listStyle: 'none', maxWidth: '100%' }}>
              <Button
                size="small"
                variant="outlined"
                color="secondary"
                data-part="remove"
                endIcon={<CloseOutlined />}
                aria-label={text('candidate.field.removeTag', { tag })}
                sx={{ maxWidth: '100%', overflowWrap: 'anywhere', whiteSpace: 'normal', textAlign: 'left' }}
                onClick={() => remove(place, 'remove')}
              >
                {tag}
              </Button>
            </Box>
          ))}
        </Box>
      )}
      {wrong && <FormHelperText error>{wrong}</FormHelperText>}
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
