import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { MoveButtons } from '../../components/MoveButtons.tsx'
import { useListEditing } from '../../components/useListEditing.ts'
import { useText } from '../../i18n/text.ts'
import { visuallyHidden } from '../../theme/visually-hidden.ts'
import { listLook, rowLook } from './row-look.ts'

/** A longer list is folded to this many: what comes after it on the page stays within reach. */
const IN_SIGHT = 6

interface ListedProps {
  title: string
  none: string
  add: string
  ids: readonly string[]
  onChange: (ids: string[]) => void
  onAdd: () => void
  children: (id: string) => ReactNode
}

interface RowProps {
  place: number
  count: number
  onMove: (to: number, part: 'up' | 'down' | 'remove') => void
  onRemove: () => void
  children: ReactNode
}

const ListedRow = ({ place, count, onMove, onRemove, children }: RowProps) => (
  <Box
    component="li"
    data-entry={place}
    sx={{ ...rowLook, display: 'flex', alignItems: 'flex-start', gap: 1, fontSize: '0.875rem' }}
  >
    <Box
      component="span"
      aria-hidden
      sx={{ width: '2ch', flexShrink: 0, textAlign: 'right', color: 'text.secondary', lineHeight: '26px' }}
    >
      {place + 1}
    </Box>
    <Box sx={{ flexGrow: 1, minWidth: 0, pt: '2px' }}>{children}</Box>
    <Box className="tools">
      <MoveButtons place={place} count={count} onMove={onMove} onRemove={onRemove} />
    </Box>
  </Box>
)

/** Entries of the bank under each other, in the order in which they are shown. */
export const Listed = ({ title, none, add, ids, onChange, onAdd, children }: ListedProps) => {
  const text = useText()
  const { inside, said, move, remove } = useListEditing({ value: ids, onChange, ref: undefined })
  const [isLong, setLong] = useState(false)
  const folds = ids.length > IN_SIGHT + 1
  const shown = folds && !isLong ? ids.slice(0, IN_SIGHT) : ids
  return (
    <Box ref={inside}>
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      {ids.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {none}
        </Typography>
      )}
      {shown.length > 0 && (
        <Box component="ol" sx={listLook}>
          {shown.map((id, place) => (
            <ListedRow
              key={id}
              place={place}
              count={ids.length}
              onMove={(to, part) => {
                // It is followed to where it goes.
                if (to >= shown.length) setLong(true)
                move(place, to, part)
              }}
              onRemove={() => remove(place, 'remove')}
            >
              {children(id)}
            </ListedRow>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.75 }}>
        <Button size="small" data-part="add" startIcon={<AddOutlined />} onClick={onAdd}>
          {add}
        </Button>
        {folds && (
          <Button size="small" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
            {isLong
              ? text('templateEditor.listed.fewer')
              : text('templateEditor.listed.all', { smart_count: ids.length })}
          </Button>
        )}
      </Box>
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
