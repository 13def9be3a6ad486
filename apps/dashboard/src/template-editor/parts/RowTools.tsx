import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import type { SvgIconComponent } from '@mui/icons-material'

interface RowToolProps {
  icon: SvgIconComponent
  label: string
  /** Found again by it after the row has moved. */
  part: string
  /** At an end of the list it stays focusable, so that nobody working by keyboard loses their place. */
  idle?: boolean
  expanded?: boolean
  onPress: (target: HTMLElement) => void
}

/** One thing that can be done with a row. */
export const RowTool = ({ icon: Icon, label, part, idle = false, expanded, onPress }: RowToolProps) => (
  <IconButton
    size="small"
    data-part={part}
    aria-label={label}
    title={label}
    aria-disabled={idle || undefined}
    aria-expanded={expanded}
    onClick={({ currentTarget }) => !idle && onPress(currentTarget)}
    sx={{ p: 0.5, color: 'text.secondary', '&[aria-disabled]': { opacity: 0.35, cursor: 'default' } }}
  >
    <Icon sx={{ fontSize: 18 }} />
  </IconButton>
)

/** Calm until one works on the row; on a touch screen nothing hovers, so there they stay. */
export const RowTools = ({ children }: { children: React.ReactNode }) => (
  <Box className="tools" sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, ml: 'auto' }}>
    {children}
  </Box>
)

/** For the row around: its tools step back while it is not worked on. */
export const calmTools = {
  '@media (hover: hover)': {
    '& .tools': { opacity: 0.55, transition: 'opacity 120ms' },
    '&:hover .tools, &:focus-within .tools': { opacity: 1 },
  },
} as const
