import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import type { SvgIconComponent } from '@mui/icons-material'
import { useText } from '../i18n/text.ts'

export type MovePart = 'up' | 'down' | 'remove'

interface MoveButtonsProps {
  place: number
  /** Of the entries that have an order; 0 where there is none to change. */
  count: number
  onMove: (to: number, part: MovePart) => void
  onRemove: () => void
}

interface ToolProps {
  part: MovePart
  icon: SvgIconComponent
  place: number
  idle?: boolean
  onPress: () => void
}

/** At an end of the list it stays focusable, so that nobody working by keyboard loses their place. */
const Tool = ({ part, icon: Icon, place, idle = false, onPress }: ToolProps) => {
  const text = useText()
  return (
    <IconButton
      size="small"
      data-part={part}
      aria-label={text(`entryList.${part}`, { place: place + 1 })}
      aria-disabled={idle || undefined}
      onClick={() => !idle && onPress()}
      sx={{ p: 0.5, color: 'text.secondary', '&[aria-disabled]': { opacity: 0.35, cursor: 'default' } }}
    >
      <Icon sx={{ fontSize: 18 }} />
    </IconButton>
  )
}

/** Up, down and away, for one entry of a list. */
export const MoveButtons = ({ place, count, onMove, onRemove }: MoveButtonsProps) => (
  <Box sx={{ display: 'flex', alignItems: 'center', flexShrink: 0 }}>
    {count > 0 && (
      <>
        <Tool
          part="up"
          icon={ArrowUpwardOutlined}
          place={place}
          idle={place === 0}
          onPress={() => onMove(place - 1, 'up')}
        />
        <Tool
          part="down"
          icon={ArrowDownwardOutlined}
          place={place}
          idle={place === count - 1}
          onPress={() => onMove(place + 1, 'down')}
        />
      </>
    )}
    <Tool part="remove" icon={CloseOutlined} place={place} onPress={onRemove} />
  </Box>
)
