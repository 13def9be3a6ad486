import AddOutlined from '@mui/icons-material/AddOutlined'
import ChevronLeftOutlined from '@mui/icons-material/ChevronLeftOutlined'
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined'
import RemoveOutlined from '@mui/icons-material/RemoveOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { formatNumber } from '../../../i18n/formats.ts'
import { type TextKey, useText } from '../../../i18n/text.ts'

export interface PdfView {
  page: number
  pages: number
  zoom: number
  turn: (by: 1 | -1) => void
  enlarge: (by: 1 | -1) => void
  mayTurn: (by: 1 | -1) => boolean
  mayEnlarge: (by: 1 | -1) => boolean
}

interface ToolProps {
  label: TextKey
  icon: SvgIconComponent
  idle: boolean
  onPress: () => void
}

/** At an end it stays focusable, so that nobody working by keyboard loses their place. */
const Tool = ({ label, icon: Icon, idle, onPress }: ToolProps) => {
  const text = useText()
  return (
    <IconButton
      size="small"
      aria-label={text(label)}
      aria-disabled={idle || undefined}
      onClick={() => !idle && onPress()}
      sx={{ '&[aria-disabled]': { opacity: 0.35, cursor: 'default' } }}
    >
      <Icon fontSize="small" />
    </IconButton>
  )
}

/** Which page, and how large. */
export const PdfToolbar = ({ page, pages, zoom, turn, enlarge, mayTurn, mayEnlarge }: PdfView) => {
  const text = useText()
  return (
    <Box
      role="toolbar"
      aria-label={text('document.pages.tools')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.5, mb: 1 }}
    >
      <Tool
        label="document.pages.previous"
        icon={ChevronLeftOutlined}
        idle={!mayTurn(-1)}
        onPress={() => turn(-1)}
      />
      <Typography variant="body2" component="output">
        {text('document.pages.page', { page: formatNumber(page), pages: formatNumber(pages) })}
      </Typography>
      <Tool
        label="document.pages.next"
        icon={ChevronRightOutlined}
        idle={!mayTurn(1)}
        onPress={() => turn(1)}
      />
      <Box sx={{ flexGrow: 1 }} />
      <Tool
        label="document.pages.smaller"
        icon={RemoveOutlined}
        idle={!mayEnlarge(-1)}
        onPress={() => enlarge(-1)}
      />
      <Typography variant="body2" component="output">
        {text('document.pages.zoom', { percent: formatNumber(Math.round(zoom * 100)) })}
      </Typography>
      <Tool
        label="document.pages.larger"
        icon={AddOutlined}
        idle={!mayEnlarge(1)}
        onPress={() => enlarge(1)}
      />
    </Box>
  )
}
