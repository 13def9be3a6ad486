import type { Scale, VersionQuestion } from '@assay/contracts'
import { Draggable, type DraggableProvided } from '@hello-pangea/dnd'
import DragIndicatorOutlined from '@mui/icons-material/DragIndicatorOutlined'
import Box from '@mui/material/Box'
import { memo } from 'react'
import { useText } from '../../i18n/text.ts'
import type { AskedQuestion } from '../draft/draft-edits.ts'
import { questionPlace } from '../draft/gap-place.ts'
import { useOpenRow } from '../draft/open-rows.ts'
import { QuestionTexts } from '../overrides/QuestionTexts.tsx'
import { OverrideMark } from './OverrideMark.tsx'
import { QuestionMinutes } from './QuestionMinutes.tsx'
import { QuestionTools } from './QuestionTools.tsx'
import { rowLook, rowTitle } from './row-look.ts'

export interface QuestionRowProps {
  asked: AskedQuestion
  entry: VersionQuestion
  scale: Scale
  place: number
  /** First and last of the whole interview: from there it goes no further. */
  first: boolean
  last: boolean
  /** How much is missing in it. */
  gaps: number
}

const Handle = ({ provided, title }: { provided: DraggableProvided; title: string }) => {
  const text = useText()
  return (
    <Box
      {...provided.dragHandleProps}
      aria-label={text('templateEditor.row.drag', { name: title })}
      sx={{
        display: 'grid',
        placeItems: 'center',
        minWidth: 24,
        minHeight: 24,
        color: 'surface.control',
        cursor: 'grab',
        borderRadius: 0.5,
        touchAction: 'none',
      }}
    >
      <DragIndicatorOutlined aria-hidden sx={{ fontSize: 20 }} />
    </Box>
  )
}

const line = {
  flexGrow: 1,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.25,
  containerType: 'inline-size',
} as const

/** On a line of its own until there is room beside it: so the tools of all rows stand under each other. */
const titleLook = {
  ...rowTitle,
  flex: '1 1 100%',
  minWidth: 0,
  '@container (min-width: 30rem)': { flex: '1 1 12rem' },
} as const

const Marks = ({ overrides, gaps }: { overrides: object; gaps: number }) => {
  const text = useText()
  return (
    <Box
      sx={{ fontSize: '0.813rem', fontWeight: 'normal', display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}
    >
      <OverrideMark overrides={overrides} />
      {gaps > 0 && (
        <Box component="span" sx={{ color: 'warning.main', fontWeight: 600 }}>
          {text('templateEditor.outline.missing', { smart_count: gaps })}
        </Box>
      )}
    </Box>
  )
}

const Row = memo(({ provided, ...props }: QuestionRowProps & { provided: DraggableProvided }) => {
  const { asked, entry, scale, gaps } = props
  const { open } = useOpenRow(entry.id)
  const title = asked.overrides.title ?? entry.title
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.75 }}>
        <Box sx={{ pt: 0.625 }}>
          <Handle provided={provided} title={title} />
        </Box>
        <Box sx={line}>
          <Box sx={titleLook}>
            {title}
            <Marks overrides={asked.overrides} gaps={gaps} />
          </Box>
          <QuestionMinutes asked={asked} entry={entry} title={title} />
          <QuestionTools {...props} title={title} />
        </Box>
      </Box>
      {open && (
        <Box sx={{ mt: 2, pl: { sm: 3.25 } }}>
          <QuestionTexts asked={asked} entry={entry} scale={scale} />
        </Box>
      )}
    </>
  )
})
Row.displayName = 'Row'

/** A question in its section: dragged by its handle, moved by its buttons, written in place. */
export const QuestionRow = memo((props: QuestionRowProps) => (
  <Draggable draggableId={props.entry.id} index={props.place}>
    {(provided, { isDragging }) => (
      <Box
        component="li"
        ref={provided.innerRef}
        {...provided.draggableProps}
        data-row={props.entry.id}
        id={questionPlace(props.entry.id)}
        tabIndex={-1}
        sx={{
          ...rowLook,
          ...(isDragging && { border: 1, borderColor: 'primary.main', borderRadius: 1, boxShadow: 8 }),
        }}
      >
        <Row {...props} provided={provided} />
      </Box>
    )}
  </Draggable>
))
QuestionRow.displayName = 'QuestionRow'
