import type { Scale } from '@assay/contracts'
import { useState } from 'react'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { setScale } from '../draft/scale-edit.ts'

/** What another scale means for the anchors, before it is taken. */
export const ScaleDialog = ({ to, onClose }: { to: Scale; onClose: () => void }) => {
  const text = useText()
  const { step, snapshot } = useDraftEngine()
  const [moving, setMoving] = useState(true)
  const work = async () => step(setScale(to, moving ? snapshot().beside : null))
  return (
    <ConfirmDialog
      title={text(to === 5 ? 'templateEditor.scale.toFive' : 'templateEditor.scale.toFour')}
      verb={text('templateEditor.scale.verb')}
      work={work}
      onClose={onClose}
    >
      <Typography variant="body2">
        {text(to === 5 ? 'templateEditor.scale.fiveMeans' : 'templateEditor.scale.fourMeans')}
      </Typography>
      <FormControlLabel
        sx={{ mt: 1, alignItems: 'flex-start' }}
        control={<Checkbox checked={moving} onChange={({ target }) => setMoving(target.checked)} />}
        label={text(to === 5 ? 'templateEditor.scale.moveUp' : 'templateEditor.scale.moveDown')}
      />
    </ConfirmDialog>
  )
}
