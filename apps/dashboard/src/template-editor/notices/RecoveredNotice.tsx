import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Notice } from '../../components/Notice.tsx'
import { formatRelative } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import type { DraftSnapshot } from '../draft/version-kind.ts'
import { placeOfPath } from '../draft/gap-place.ts'
import { PlaceLink } from '../overview/PlaceLink.tsx'
import { placeLabel } from './conflict-words.ts'

/** More than these are counted: the notice stands above the draft itself. */
const NAMED = 6

const Places = ({ snapshot, places }: { snapshot: DraftSnapshot; places: readonly string[][] }) => {
  const text = useText()
  const labels = new Map(
    places.toReversed().map((path) => [placeLabel(path, { ...snapshot, text }), placeOfPath(path)]),
  )
  const named = [...labels].toReversed().slice(0, NAMED)
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
      {named.map(([label, place]) => (
        <li key={label}>
          <PlaceLink place={place}>{label}</PlaceLink>
        </li>
      ))}
      {labels.size > NAMED && (
        <li>{text('templateEditor.recovered.more', { smart_count: labels.size - NAMED })}</li>
      )}
    </Box>
  )
}

/** What an earlier page had not sent is in the draft again: since when, where, and how to be without it. */
export const RecoveredNotice = ({ snapshot }: { snapshot: DraftSnapshot }) => {
  const text = useText()
  const { answerRecovered } = useDraftEngine()
  const { recovered } = snapshot
  if (!recovered) return null
  const time = formatRelative(new Date(recovered.writtenAt).toISOString())
  return (
    <Notice
      kind="info"
      title={text('templateEditor.recovered.title', { time })}
      action={
        <>
          <Button size="small" variant="contained" onClick={() => answerRecovered(true)}>
            {text('templateEditor.recovered.keep')}
          </Button>
          <Button size="small" variant="outlined" onClick={() => answerRecovered(false)}>
            {text('templateEditor.recovered.discard')}
          </Button>
        </>
      }
    >
      {text('templateEditor.recovered.text')}
      <Places snapshot={snapshot} places={recovered.places} />
    </Notice>
  )
}
