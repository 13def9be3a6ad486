import type { Anchor } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useText } from '../i18n/text.ts'
import { scaleOf, textAt } from './anchors.ts'
import { Prose } from './Prose.tsx'
import { ScaleColumns } from './ScaleColumns.tsx'

/** What each level looks like, side by side: what a rating is chosen by. */
export const AnchorScale = ({ anchors, label }: { anchors: readonly Anchor[]; label: string }) => {
  const text = useText()
  return (
    <ScaleColumns scale={scaleOf(anchors)} label={label}>
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
