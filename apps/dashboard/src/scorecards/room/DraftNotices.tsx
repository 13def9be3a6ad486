import type { Json } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Notice } from '../../components/Notice.tsx'
import type { MergeConflict } from '../../drafts/merge-drafts.ts'
import { formatMoment } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import type { ScorecardEngine, ScorecardSnapshot } from '../drafts/useScorecardDraft.ts'
import type { Kit } from '../room-context.ts'
import { placeWords } from './place-words.ts'

interface DraftNoticesProps {
  engine: ScorecardEngine
  snapshot: ScorecardSnapshot
  kit: Kit
}

const shown = (value: Json | undefined, nothing: string): string => {
  if (value === undefined || value === null || value === '') return nothing
  if (typeof value === 'string') return value
  if (typeof value === 'object' && !Array.isArray(value) && typeof value['text'] === 'string')
    return value['text']
  return JSON.stringify(value)
}

const Side = ({ label, value }: { label: string; value: string }) => (
  <Box sx={{ mt: 0.75 }}>
    <Box sx={{ fontWeight: 600 }}>{label}</Box>
    <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 220, overflowY: 'auto' }}>
      {value}
    </Box>
  </Box>
)

/** Two tabs or devices wrote on the same: both stand here until one is chosen. */
const Conflict = ({
  conflict,
  engine,
  kit,
}: { conflict: MergeConflict } & Pick<DraftNoticesProps, 'engine' | 'kit'>) => {
  const text = useText()
  const nothing = text('scorecard.notice.nothing')
  return (
    <Notice
      kind="warning"
      title={`${text('scorecard.notice.conflict')}: ${placeWords(conflict.path, kit, text)}`}
      action={
        <>
          <Button size="small" variant="outlined" onClick={() => engine.choose(conflict, 'mine')}>
            {text('scorecard.notice.takeMine')}
          </Button>
          <Button size="small" variant="outlined" onClick={() => engine.choose(conflict, 'theirs')}>
            {text('scorecard.notice.takeTheirs')}
          </Button>
        </>
      }
    >
      {text('scorecard.notice.conflictText')}
      <Side label={text('scorecard.notice.mine')} value={shown(conflict.mine, nothing)} />
      <Side label={text('scorecard.notice.theirs')} value={shown(conflict.theirs, nothing)} />
    </Notice>
  )
}

/** What its author has to know now about what is written. */
export const DraftNotices = ({ engine, snapshot, kit }: DraftNoticesProps) => {
  const text = useText()
  const { recovered, conflicts, held, device } = snapshot
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'minmax(0, 1fr)',
        '&:empty': { display: 'none' },
        mb: 2,
      }}
    >
      {device === 'failed' && (
        <Notice kind="warning" title={text('scorecard.notice.device')}>
          {text('scorecard.notice.deviceText')}
        </Notice>
      )}
      {recovered && (
        <Notice
          kind="info"
          title={text('scorecard.notice.recovered', {
            time: formatMoment(new Date(recovered.writtenAt).toISOString()),
          })}
          action={
            <>
              <Button size="small" variant="contained" onClick={() => engine.answerRecovered(true)}>
                {text('scorecard.notice.keep')}
              </Button>
              <Button size="small" onClick={() => engine.answerRecovered(false)}>
                {text('scorecard.notice.drop')}
              </Button>
            </>
          }
        >
          {[...new Set(recovered.places.map((path) => placeWords(path, kit, text)))].join(', ')}
        </Notice>
      )}
      {conflicts.map((conflict) => (
        <Conflict key={conflict.path.join('/')} conflict={conflict} engine={engine} kit={kit} />
      ))}
      {held.length > 0 && (
        <Notice kind="warning" title={text('scorecard.notice.held')}>
          <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
            {held.map(({ path, because }) => (
              <li key={path.join('/')}>
                {placeWords(path, kit, text)}: {because}
              </li>
            ))}
          </Box>
        </Notice>
      )}
    </Box>
  )
}
