import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import { type ReactNode, useState } from 'react'
import { useText } from '../../i18n/text.ts'

export const paneNames = ['questions', 'ratings', 'resume', 'more'] as const
export type PaneName = (typeof paneNames)[number]

interface PanesProps {
  shown: PaneName
  onShow: (pane: PaneName) => void
  panes: Readonly<Record<PaneName, ReactNode>>
}

const tab = {
  flex: '1 1 0',
  minWidth: 0,
  minHeight: 44,
  px: 0.5,
  border: 0,
  borderBottom: '3px solid transparent',
  bgcolor: 'transparent',
  color: 'text.secondary',
  font: 'inherit',
  fontWeight: 600,
  fontSize: '0.875rem',
  cursor: 'pointer',
  '&[aria-pressed="true"]': { color: 'text.primary', borderColor: 'primary.main' },
} as const

const Tabs = ({
  names,
  shown,
  onShow,
  short = false,
}: { names: readonly PaneName[]; short?: boolean } & Pick<PanesProps, 'shown' | 'onShow'>) => {
  const text = useText()
  return (
    <Box component="nav" aria-label={text('room.pane.label')} sx={{ display: 'flex' }}>
      {names.map((name) => (
        <Box
          component="button"
          type="button"
          key={name}
          aria-pressed={name === shown}
          onClick={() => onShow(name)}
          sx={tab}
        >
          {text(`room.pane.${short && name === 'more' ? 'short' : name}`)}
        </Box>
      ))}
    </Box>
  )
}

const side = {
  position: 'sticky',
  top: 72,
  maxHeight: 'calc(100dvh - 88px)',
  display: 'flex',
  flexDirection: 'column',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  bgcolor: 'background.paper',
  overflow: 'hidden',
  minWidth: 0,
} as const

/** Beside each other where there is room; one at a time, chosen with the thumb, where there is not. */
export const Panes = ({ shown, onShow, panes }: PanesProps) => {
  const text = useText()
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'), { noSsr: true })
  const [beside, setBeside] = useState<PaneName>('ratings')
  if (isWide) {
    const name = shown === 'questions' ? beside : shown
    return (
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) clamp(400px, 38vw, 560px)',
          gap: 3,
          alignItems: 'start',
        }}
      >
        <Box sx={{ minWidth: 0 }}>{panes.questions}</Box>
        <Box component="aside" aria-label={text(`room.pane.${name}`)} sx={side}>
          <Box sx={{ borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
            <Tabs
              names={['ratings', 'resume', 'more']}
              shown={name}
              onShow={(wanted) => {
                setBeside(wanted)
                onShow(wanted)
              }}
            />
          </Box>
          <Box sx={{ overflowY: 'auto', overscrollBehavior: 'contain' }}>{panes[name]}</Box>
        </Box>
      </Box>
    )
  }
  return (
    <>
      <Box sx={{ pb: 8 }}>
        {shown === 'questions' ? (
          panes.questions
        ) : (
          <Box
            sx={{
              border: 1,
              borderColor: 'divider',
              borderRadius: 1.5,
              bgcolor: 'background.paper',
              overflow: 'hidden',
            }}
          >
            {panes[shown]}
          </Box>
        )}
      </Box>
      <Box
        sx={{
          position: 'fixed',
          insetInline: 0,
          bottom: 0,
          zIndex: 'appBar',
          bgcolor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
          pb: 'env(safe-area-inset-bottom)',
        }}
      >
        <Tabs short names={paneNames} shown={shown} onShow={onShow} />
      </Box>
    </>
  )
}
