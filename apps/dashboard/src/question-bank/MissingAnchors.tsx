import type { Anchor } from '@assay/contracts'
import Box from '@mui/material/Box'
import { scaleOf, textAt } from '../components/anchors.ts'
import { levelsOf } from '../components/rating-tone.ts'
import { useText } from '../i18n/text.ts'

/** Said only while levels are without words: no kit can be published with them. */
export const MissingAnchors = ({ anchors }: { anchors: readonly Anchor[] }) => {
  const text = useText()
  const levels = levelsOf(scaleOf(anchors))
  const written = levels.filter(({ level }) => textAt(anchors, level).trim() !== '').length
  if (written === levels.length) return null
  return (
    <Box component="span" sx={{ color: 'brass.text', fontWeight: 600 }}>
      {text('bank.anchorsWritten', { written, count: levels.length })}
    </Box>
  )
}
