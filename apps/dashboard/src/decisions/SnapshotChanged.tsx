import type { PresentSnapshot, Recommendation } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Notice } from '../components/Notice.tsx'
import { useText } from '../i18n/text.ts'
import { type SnapshotChange, snapshotChanges } from './snapshot-changes.ts'
import { useLevelWords } from './SnapshotWords.tsx'

const useChangeWords = () => {
  const text = useText()
  const levelWords = useLevelWords()
  const recommends = (value: Recommendation | null): string =>
    value ? text(`scorecard.end.${value}`) : text('decision.snapshot.recommendsNothing')
  return (change: SnapshotChange): string => {
    if (change.kind === 'fit') return text('decision.changed.fit')
    const name = change.name ?? text('decision.changed.somebody')
    if (change.kind === 'rating') {
      const { competency, before, after } = change
      const levels = { before: levelWords(before), after: levelWords(after) }
      return text('decision.changed.rating', { name, competency, ...levels })
    }
    if (change.kind === 'recommendation') {
      const { before, after } = change
      return text('decision.changed.recommendation', {
        name,
        before: recommends(before),
        after: recommends(after),
      })
    }
    return text(`decision.changed.${change.kind}`, { name })
  }
}

interface SnapshotChangedProps {
  seen: PresentSnapshot
  now: PresentSnapshot
  onTake: () => void
}

/** Somebody amended meanwhile: what is otherwise now, to be seen before anything is decided on it. */
export const SnapshotChanged = ({ seen, now, onTake }: SnapshotChangedProps) => {
  const text = useText()
  const words = useChangeWords()
  const changes = snapshotChanges(seen, now).map(words)
  return (
    <Notice
      kind="error"
      title={text('decision.changed.title')}
      action={
        <Button size="small" onClick={onTake}>
          {text('decision.changed.take')}
        </Button>
      }
    >
      {changes.length > 0 ? (
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </Box>
      ) : (
        text('decision.changed.nothing')
      )}{' '}
      {text('decision.changed.keep')}
    </Notice>
  )
}
