import type { Application } from '@assay/contracts'
import ArrowForwardOutlined from '@mui/icons-material/ArrowForwardOutlined'
import Button from '@mui/material/Button'
import { usePermitted } from '../api/current-session.ts'
import { useText } from '../i18n/text.ts'
import type { Carrying } from './useCarrying.ts'

interface AdvanceButtonProps {
  application: Application
  stages: readonly { id: string; name: string }[]
  carrying: Carrying
}

/** What is done most with an application that goes well. */
export const AdvanceButton = ({ application, stages, carrying }: AdvanceButtonProps) => {
  const text = useText()
  const { id, status, stage, heldBack } = application
  const next = stages[stages.findIndex((one) => one.id === stage.id) + 1]
  if (!usePermitted('applications.move') || status !== 'active' || heldBack || !next) return null
  return (
    <Button
      variant="contained"
      startIcon={<ArrowForwardOutlined />}
      disabled={carrying.busy}
      onClick={() => void carrying.carry([id], { do: 'advance' })}
    >
      {text('application.do.advance', { name: next.name })}
    </Button>
  )
}
