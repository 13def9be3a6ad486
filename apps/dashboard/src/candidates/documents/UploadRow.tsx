import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { Notice } from '../../components/Notice.tsx'
import { formatNumber } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import type { FileOnItsWay } from './useUploads.ts'

interface UploadRowProps {
  upload: FileOnItsWay
  onStop: () => void
  onAgain: () => void
}

/** Trying the same file again would be answered the same. */
const FINAL = new Set(['file_refused', 'file_too_large', 'document_exists', 'forbidden', 'not_found'])

const Underway = ({ upload: { file, state, share }, onStop }: Omit<UploadRowProps, 'onAgain'>) => {
  const text = useText()
  const { name } = file
  const percent = Math.floor(share * 100)
  const step =
    state === 'sending' && percent === 100 ? 'checking' : state === 'sending' ? 'sending' : 'waiting'
  const words = text(`document.${step}`, { name })
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        alignItems: 'center',
        columnGap: 1.5,
      }}
    >
      <Box sx={{ overflowWrap: 'anywhere' }}>
        <output>{words}</output>
        {step === 'sending' && ` ${text('document.percent', { percent: formatNumber(percent) })}`}
      </Box>
      <Button size="small" aria-label={text('document.stopOf', { name })} onClick={onStop}>
        {text('document.stop')}
      </Button>
      <LinearProgress
        aria-label={words}
        variant={step === 'sending' ? 'determinate' : 'indeterminate'}
        {...(step === 'sending' && { value: percent })}
        sx={{ gridColumn: '1 / -1', visibility: step === 'waiting' ? 'hidden' : 'visible' }}
      />
    </Box>
  )
}

/** A file on its way: how far it is, what became of it, and what can be done about it. */
export const UploadRow = ({ upload, onStop, onAgain }: UploadRowProps) => {
  const text = useText()
  const { file, state, problem } = upload
  const { name } = file
  if (state === 'waiting' || state === 'sending') return <Underway upload={upload} onStop={onStop} />
  if (state === 'stored') return <Notice kind="success" title={text('document.sent', { name })} />
  const again = !(problem && FINAL.has(problem.code)) && (
    <Button size="small" variant="outlined" aria-label={text('document.againOf', { name })} onClick={onAgain}>
      {text('document.again')}
    </Button>
  )
  const kept = again && text('document.keptHere')
  if (!problem) {
    return (
      <Notice kind="info" title={text('document.stopped', { name })} action={again}>
        {kept}
      </Notice>
    )
  }
  const because = problem.body.detail ?? text(`problem.${problem.code}.title`)
  return (
    <Notice kind="error" title={text('document.notSent', { name })} action={again}>
      {because} {kept || text(`problem.${problem.code}.cure`)}
    </Notice>
  )
}
