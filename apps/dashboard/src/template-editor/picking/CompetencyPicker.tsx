import { MAX_RATED, versionCompetency, type Competency } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { addCompetencies } from '../draft/draft-edits.ts'
import { useFollowing } from '../draft/useFollowFocus.ts'
import { PickDialog } from './PickDialog.tsx'
import { useBankSearch } from './useBankSearch.ts'

/** Competencies of the bank to rate in this interview. */
export const CompetencyPicker = ({ used, onClose }: { used: readonly string[]; onClose: () => void }) => {
  const text = useText()
  const { step } = useDraftEngine()
  const { follow } = useFollowing()
  const search = useBankSearch<Competency>({ resource: 'competencies', sort: 'name' })
  const pick = (found: Competency[]) => {
    const ids = found.map(({ id }) => id)
    follow(ids[0] ?? '', 'edit', text('templateEditor.rated', { smart_count: ids.length }))
    step(addCompetencies(ids), { competencies: found.map((one) => versionCompetency.parse(one)) })
  }
  return (
    <PickDialog
      title={text('templateEditor.pick.competencies')}
      none={text('templateEditor.pick.none')}
      search={search}
      usedIn={({ id }) => (used.includes(id) ? text('templateEditor.pick.ratedAlready') : null)}
      room={MAX_RATED - used.length}
      onPick={pick}
      onClose={onClose}
    >
      {({ name, definition }) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{name}</Box>
          <Typography variant="body2" component="div" color="textSecondary" sx={{ maxWidth: '80ch' }}>
            {definition}
          </Typography>
        </>
      )}
    </PickDialog>
  )
}
