import type { Application } from '@assay/contracts'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { Moment } from '../components/Moment.tsx'
import { useText } from '../i18n/text.ts'
import { applicationAddress } from './application-commands.ts'
import { ApplicationStatusMark } from './ApplicationStatusMark.tsx'
import { HeldBackMark } from './HeldBackMark.tsx'

interface ApplicationRowProps {
  application: Application
  /** Names the job as well, where applications of several stand together. */
  withJob?: boolean
  choosing?: { chosen: boolean; onToggle: () => void }
}

/** An application in a list: who, where, since when. */
export const ApplicationRow = ({ application, withJob = false, choosing }: ApplicationRowProps) => {
  const text = useText()
  const { id, candidate, job, stage, status, reason, enteredStageAt, heldBack } = application
  return (
    <Box component="li" sx={{ listStyle: 'none', display: 'flex', alignItems: 'center' }}>
      {choosing && (
        <Checkbox
          size="small"
          sx={{ ml: 1 }}
          checked={choosing.chosen}
          onChange={choosing.onToggle}
          slotProps={{ input: { 'aria-label': text('application.table.choose', { name: candidate.name }) } }}
        />
      )}
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <LinkedRow
          to={applicationAddress(id)}
          title={withJob ? job.title : candidate.name}
          aside={<ApplicationStatusMark status={status} />}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <span>{stage.name}</span>
            <Moment at={enteredStageAt} relative />
            {reason && <span>{reason.name}</span>}
            {heldBack && <HeldBackMark />}
          </Box>
        </LinkedRow>
      </Box>
    </Box>
  )
}
