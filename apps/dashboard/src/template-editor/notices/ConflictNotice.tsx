import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Notice } from '../../components/Notice.tsx'
import { Prose } from '../../components/Prose.tsx'
import { valueAt } from '../../drafts/draft-path.ts'
import type { MergeConflict } from '../../drafts/merge-drafts.ts'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import type { DraftSnapshot } from '../draft/version-kind.ts'
import { flatten } from '../draft/flat-draft.ts'
import { conflictLabel, conflictText } from './conflict-words.ts'

interface SideProps {
  title: string
  words: string
  verb: string
  label: string
  onTake: () => void
}

const Side = ({ title, words, verb, label, onTake }: SideProps) => (
  <Box sx={{ minWidth: 0, display: 'flex', flexDirection: 'column', gap: 1, alignItems: 'flex-start' }}>
    <Typography variant="subtitle2" component="h3">
      {title}
    </Typography>
    <Box sx={{ flexGrow: 1, width: '100%', p: 1.25, borderRadius: 1, bgcolor: 'background.paper' }}>
      <Prose>{words}</Prose>
    </Box>
    <Button size="small" variant="outlined" aria-label={label} onClick={onTake}>
      {verb}
    </Button>
  </Box>
)

const sides = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
  gap: 1.5,
} as const

const Choice = ({ conflict, snapshot }: { conflict: MergeConflict; snapshot: DraftSnapshot }) => {
  const text = useText()
  const { choose } = useDraftEngine()
  const context = { ...snapshot, text }
  const label = conflictLabel(conflict.path, context)
  const mine = conflict.mine === undefined ? undefined : valueAt(flatten(snapshot.draft), conflict.path)
  return (
    <Box component="li" sx={{ listStyle: 'none', display: 'grid', gap: 1 }}>
      <Typography variant="subtitle2" component="h2">
        {label}
      </Typography>
      <Box sx={sides}>
        <Side
          title={text('conflict.mine')}
          words={conflictText(conflict, mine, context)}
          verb={text('conflict.keepMine')}
          label={text('templateEditor.conflict.keepMine', { label })}
          onTake={() => choose(conflict, 'mine')}
        />
        <Side
          title={text('conflict.theirs')}
          words={conflictText(conflict, conflict.theirs, context)}
          verb={text('conflict.takeTheirs')}
          label={text('templateEditor.conflict.takeTheirs', { label })}
          onTake={() => choose(conflict, 'theirs')}
        />
      </Box>
    </Box>
  )
}

/** Two people wrote on the same: both texts, and the person chooses. All else was put together already. */
export const ConflictNotice = ({ snapshot }: { snapshot: DraftSnapshot }) => {
  const text = useText()
  const { conflicts } = snapshot
  if (conflicts.length === 0) return null
  return (
    <Notice kind="warning" title={text('templateEditor.conflict.title', { smart_count: conflicts.length })}>
      {text('templateEditor.conflict.text')}
      <Box component="ul" sx={{ m: 0, mt: 1.5, p: 0, display: 'grid', gap: 2 }}>
        {conflicts.map((conflict) => (
          <Choice key={conflict.path.join('/')} conflict={conflict} snapshot={snapshot} />
        ))}
      </Box>
    </Notice>
  )
}
