import type { Comparison } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { usePermitted } from '../api/current-session.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useText } from '../i18n/text.ts'
import { notPrinted } from '../scorecards/reading/reading-print.ts'
import { useFairScoresSwitch } from './comparison-requests.ts'

/** On or off for the whole job, by those who answer for it. */
export const FairScoresSwitch = ({ comparison: { jobId, fairScores } }: { comparison: Comparison }) => {
  const text = useText()
  const maySwitch = usePermitted('fair-scores.switch')
  const switchTo = useFairScoresSwitch(jobId)
  const [asking, setAsking] = useState(false)
  if (!maySwitch) return null
  const verb = fairScores === 'on' ? 'switchOff' : 'switchOn'
  return (
    <>
      <Button size="small" variant="outlined" sx={notPrinted} onClick={() => setAsking(true)}>
        {text(`comparison.fit.${verb}`)}
      </Button>
      {asking && (
        <ConfirmDialog
          title={text(`comparison.fit.${verb}`)}
          verb={text(`comparison.fit.${verb}`)}
          work={async () => await switchTo(fairScores === 'on' ? 'off' : 'on')}
          onClose={() => setAsking(false)}
        >
          {text(`comparison.fit.${verb}Text`)}
        </ConfirmDialog>
      )}
    </>
  )
}
