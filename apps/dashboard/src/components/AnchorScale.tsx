import type { Anchor, Scale } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useText } from '../i18n/text.ts'
import { scaleOf, textAt } from './anchors.ts'
import { Prose } from './Prose.tsx'
import { ScaleColumns } from './ScaleColumns.tsx'

interface AnchorScaleProps {
  anchors: readonly Anchor[]
  label: string
  /** Where it is fixed; else it follows from the anchors. */
  scale?: Scale
}

/** What each level looks like, side by side: what a rating is chosen by. */
export const AnchorScale = ({ anchors, label, scale = scaleOf(anchors) }: AnchorScaleProps) => {
  const text = useText()
  return (
    <ScaleColumns scale={scale} label={label}>
      {({ level }) => {
        const anchor = textAt(anchors, level)
        return (
          <Typography variant="body2" component="div" color={anchor ? 'textPrimary' : 'textSecondary'}>
            {anchor ? <Prose>{anchor}</Prose> : text('anchors.none')}
          </Typography>
        )
      }}
    </ScaleColumns>
  )
}
