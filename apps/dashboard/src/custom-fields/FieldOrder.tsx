import type { CustomField } from '@assay/contracts'
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState, type ReactNode } from 'react'
import { moved } from '../components/entry-list.ts'
import { Notice } from '../components/Notice.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { useCustomFieldCommands } from './custom-field-requests.ts'

/** The new order is shown at once and sent; when it is refused, the server's own is shown again. */
const useOrder = (fields: readonly CustomField[]) => {
  const text = useText()
  const commands = useCustomFieldCommands()
  const [wanted, setWanted] = useState<readonly string[] | null>(null)
  const [said, setSaid] = useState('')
  const submission = useSubmission<readonly string[]>(
    async (ids) => {
      await commands.arrange(ids)
      setWanted(null)
    },
    () => {
      setWanted(null)
      void commands.refresh()
    },
  )
  const shown = (wanted ?? []).flatMap((id) => fields.find((field) => field.id === id) ?? [])
  const inOrder = wanted && shown.length === fields.length ? shown : fields
  return {
    inOrder,
    said,
    submission,
    move: (from: number, to: number) => {
      const field = inOrder[from]
      if (!field || submission.sending || to < 0 || to >= inOrder.length) return
      const ids = moved(inOrder, from, to).map(({ id }) => id)
      setWanted(ids)
      setSaid(text('customField.movedTo', { name: field.name, place: to + 1, count: inOrder.length }))
      void submission.send(ids)
    },
  }
}

const row = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: 1,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const

const tool = { color: 'text.secondary', '&[aria-disabled]': { opacity: 0.35, cursor: 'default' } } as const

interface FieldOrderProps {
  fields: readonly CustomField[]
  children: (field: CustomField) => ReactNode
}

/** Fields in their order. Each keeps its place among the elements, so that the focus goes along. */
export const FieldOrder = ({ fields, children }: FieldOrderProps) => {
  const text = useText()
  const { inOrder, said, submission, move } = useOrder(fields)
  const isStale = submission.problem?.code === 'validation_failed'
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      {isStale ? (
        <Notice kind="warning" title={text('customField.reorderedTitle')}>
          {text('customField.reordered')}
        </Notice>
      ) : (
        <ProblemNotice problem={submission.problem} />
      )}
      <Box component="ol" aria-label={text('customField.order')} sx={{ m: 0, p: 0 }}>
        {inOrder.map((field, place) => (
          <Box component="li" key={field.id} sx={row}>
            {children(field)}
            <Box sx={{ display: 'flex' }}>
              <IconButton
                size="small"
                aria-label={text('customField.moveUp', { name: field.name })}
                aria-disabled={place === 0 || undefined}
                onClick={() => move(place, place - 1)}
                sx={tool}
              >
                <ArrowUpwardOutlined sx={{ fontSize: 18 }} />
              </IconButton>
              <IconButton
                size="small"
                aria-label={text('customField.moveDown', { name: field.name })}
                aria-disabled={place === inOrder.length - 1 || undefined}
                onClick={() => move(place, place + 1)}
                sx={tool}
              >
                <ArrowDownwardOutlined sx={{ fontSize: 18 }} />
              </IconButton>
            </Box>
          </Box>
        ))}
      </Box>
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
