import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { usePermitted } from '../../api/current-session.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Notice } from '../../components/Notice.tsx'
import { useText } from '../../i18n/text.ts'
import { useBreakingGlass } from './scorecard-reading.ts'

/** Says why the others' scorecards are not shown yet; an admin may read them all the same, for a reason. */
export const BreakGlass = ({ applicationId }: { applicationId: string }) => {
  const text = useText()
  const mayBreak = usePermitted('scorecards.break-glass')
  const breaking = useBreakingGlass(applicationId)
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  return (
    <Notice
      kind="info"
      title={text('scorecards.owes')}
      action={
        mayBreak && (
          <Button size="small" onClick={() => setAsking(true)}>
            {text('scorecards.breakGlass')}
          </Button>
        )
      }
    >
      {text('scorecards.owesText')}
      {asking && (
        <ConfirmDialog
          grave
          title={text('scorecards.breakGlassTitle')}
          verb={text('scorecards.breakGlass')}
          work={async () => {
            await breaking.mutateAsync(because)
          }}
          onClose={() => setAsking(false)}
        >
          <Typography sx={{ mb: 2 }}>{text('scorecards.breakGlassText')}</Typography>
          <Field
            multiline
            minRows={2}
            label={text('scorecards.breakGlassReason')}
            value={because}
            onChange={({ target }) => setBecause(target.value)}
          />
        </ConfirmDialog>
      )}
    </Notice>
  )
}
