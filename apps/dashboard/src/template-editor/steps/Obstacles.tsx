import type { VersionGap } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { GapList } from '../overview/GapList.tsx'
import { PlaceLink } from '../overview/PlaceLink.tsx'
import type { HeldPlace } from './held-places.ts'

export const leadsAway = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a') !== null

interface ObstacleProps {
  title: string
  about: string
  children: ReactNode
  onClose: () => void
}

/** The first thing to do is something else; each line leads to its place. */
const Obstacle = ({ title, about, children, onClose }: ObstacleProps) => {
  const id = useId()
  const text = useText()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent
        sx={{ display: 'grid', gap: 1.5 }}
        onClick={({ target }) => leadsAway(target) && onClose()}
      >
        <Typography color="textSecondary">{about}</Typography>
        {children}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {text('templateEditor.step.understood')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface IncompleteProps {
  kind: 'submit' | 'publish'
  gaps: readonly VersionGap[]
  onClose: () => void
}

/** The first thing to do is to write what is missing. */
export const Incomplete = ({ kind, gaps, onClose }: IncompleteProps) => {
  const text = useText()
  return (
    <Obstacle
      title={text('templateEditor.step.incomplete', { smart_count: gaps.length })}
      about={text(`templateEditor.step.${kind}.missing`)}
      onClose={onClose}
    >
      <GapList gaps={gaps} />
    </Obstacle>
  )
}

/** What is held back would go out as it was before: it has to be put right first. */
export const NotSaved = ({ held, onClose }: { held: readonly HeldPlace[]; onClose: () => void }) => {
  const text = useText()
  return (
    <Obstacle
      title={text('templateEditor.step.held', { smart_count: held.length })}
      about={text('templateEditor.step.heldAbout')}
      onClose={onClose}
    >
      <Box component="ol" sx={{ m: 0, pl: 2.75, display: 'grid', gap: 1 }}>
        {held.map(({ place, words }) => (
          <Typography component="li" variant="body2" key={words}>
            <PlaceLink place={place}>{words}</PlaceLink>
          </Typography>
        ))}
      </Box>
    </Obstacle>
  )
}
