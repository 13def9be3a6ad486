import {
  type Application,
  type ApplicationCommand,
  type ApplicationOutcomes,
  type Job,
  MAX_COMPARED,
} from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { asProblem } from '../api/problem.ts'
import { comparisonAddress } from '../comparisons/comparison-requests.ts'
import { Choice } from '../components/Choice.tsx'
import { ExplainedButton } from '../components/ExplainedButton.tsx'
import { useText } from '../i18n/text.ts'
import { useApplicationCommands } from './application-commands.ts'
import { EndDialog, type EndVerb } from './EndDialog.tsx'
import { TrialDialog } from './TrialDialog.tsx'
import type { Carrying } from './useCarrying.ts'

interface BulkBarProps {
  job: Job
  chosen: readonly Application[]
  carrying: Carrying
  onDone: () => void
}

/** As a choice of one list: a plain command by its name, a move by the stage. */
const useWays = (job: Job) => {
  const text = useText()
  return [
    ...job.stages.map(({ id, name }) => ({ value: id, label: text('application.do.move', { name }) })),
    { value: 'reject', label: text('application.do.reject') },
    { value: 'withdraw', label: text('application.do.withdraw') },
    { value: 'reopen', label: text('application.do.reopen') },
  ]
}

const commandOf = (way: string): ApplicationCommand =>
  way === 'reopen' ? { do: 'reopen', note: '' } : { do: 'move', stageId: way }

/** What is done with those who are chosen: looked at first, then carried out. */
export const BulkBar = ({ job, chosen, carrying, onDone }: BulkBarProps) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const mayCompare = usePermitted('comparisons.read')
  const commands = useApplicationCommands()
  const ways = useWays(job)
  const [way, setWay] = useState(ways[0]?.value ?? '')
  const [ending, setEnding] = useState<EndVerb | null>(null)
  const [trial, setTrial] = useState<{ command: ApplicationCommand; outcomes: ApplicationOutcomes } | null>(
    null,
  )
  if (chosen.length === 0) return null
  const ids = chosen.map(({ id }) => id)
  const tryOut = async (command: ApplicationCommand): Promise<boolean> => {
    try {
      setTrial({ command, outcomes: await commands.try(ids, command) })
      return true
    } catch (error) {
      notify(`problem.${asProblem(error).code}.title`, { type: 'error' })
      return false
    }
  }
  const begin = () => {
    if (way === 'reject' || way === 'withdraw') setEnding(way)
    else void tryOut(commandOf(way))
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.5 }}>
      <span>{text('application.table.chosen', { smart_count: chosen.length, count: chosen.length })}</span>
      <Box sx={{ minWidth: 220, maxWidth: 320 }}>
        <Choice
          size="small"
          label={text('application.table.act')}
          value={way}
          options={ways}
          onChange={({ target }) => setWay(target.value)}
        />
      </Box>
      <Button variant="outlined" onClick={begin}>
        {text('application.table.try')}
      </Button>
      {mayCompare && chosen.length > 1 && (
        <ExplainedButton
          variant="outlined"
          missing={chosen.length > MAX_COMPARED && text('comparison.tooMany', { most: MAX_COMPARED })}
          onClick={() => void navigate(comparisonAddress(job.id, ids))}
        >
          {text('comparison.compareChosen')}
        </ExplainedButton>
      )}
      <Button onClick={onDone}>{text('application.table.unchoose')}</Button>
      {ending && (
        <EndDialog
          verb={ending}
          name={text('application.table.chosen', { smart_count: chosen.length, count: chosen.length })}
          onClose={() => setEnding(null)}
          onChosen={tryOut}
        />
      )}
      {trial && (
        <TrialDialog
          outcomes={trial.outcomes}
          onClose={() => setTrial(null)}
          onGo={async () => {
            if (!(await carrying.carry(ids, trial.command))) return
            setTrial(null)
            onDone()
          }}
        />
      )}
    </Box>
  )
}
