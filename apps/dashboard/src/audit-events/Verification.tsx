import type { AuditVerification } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { CopyField } from '../components/CopyField.tsx'
import { Notice } from '../components/Notice.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { formatMoment, formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { Spinner } from '../components/Spinner.tsx'

const Intact = ({ found }: { found: AuditVerification }) => {
  const text = useText()
  if (!found.head) return <Notice kind="info" title={text('audit.verify.empty')} />
  return (
    <>
      <Notice kind="success" title={text('audit.verify.intact', { count: formatNumber(found.entries) })}>
        {text('audit.verify.intactText', { moment: formatMoment(found.checkedAt) })}
      </Notice>
      <CopyField label={text('audit.verify.head')} value={`${found.head.sequence} ${found.head.hash}`} />
      <Box sx={{ fontSize: '0.813rem', color: 'text.secondary', mt: -1.5 }}>
        {text('audit.verify.headAbout')}
      </Box>
    </>
  )
}

const Broken = ({ found }: { found: AuditVerification }) => {
  const text = useText()
  return (
    <Notice kind="error" title={text('audit.verify.broken')}>
      {text('audit.verify.brokenText', { moment: formatMoment(found.checkedAt) })}
      <ul>
        {found.findings.map(({ kind, sequence, because }) => (
          <li key={`${kind}-${sequence}`}>
            {text(`audit.verify.finding.${kind}`, { sequence: sequence ?? '?' })} {because}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Running = () => {
  const text = useText()
  return (
    <Box component="output" sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
      <Spinner size={20} />
      {text('audit.verify.running')}
    </Box>
  )
}

const Outcome = () => {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['audit-verification'],
    queryFn: async ({ signal }) =>
      (await request<AuditVerification>('/audit-events/verification', { signal })).data,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (isFetching) return <Running />
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />
  return data && (data.intact ? <Intact found={data} /> : <Broken found={data} />)
}

const panel = {
  mb: 3,
  p: { xs: 2, sm: 2.5 },
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.5,
  bgcolor: 'background.paper',
  display: 'grid',
  gap: 2,
} as const

/** Recomputes the chain on request, and says in words what was found. */
export const Verification = ({ onClose }: { onClose: () => void }) => {
  const text = useText()
  return (
    <Box component="section" aria-label={text('audit.verify.title')} sx={panel}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          alignItems: 'center',
          gap: 1,
        }}
      >
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{text('audit.verify.about')}</Box>
        <Button size="small" onClick={onClose}>
          {text('action.close')}
        </Button>
      </Box>
      <Outcome />
    </Box>
  )
}
