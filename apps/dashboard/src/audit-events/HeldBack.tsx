import type { AuditHeldBack } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { Notice } from '../components/Notice.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

/** Tells an admin who owes a scorecard why the record ends early, and nothing about what is in the rest. */
export const HeldBack = () => {
  const text = useText()
  const { data } = useQuery({
    queryKey: ['audit-held-back'],
    queryFn: async ({ signal }) => (await request<AuditHeldBack>('/audit-events/held-back', { signal })).data,
  })
  if (!data?.since) return null
  return (
    <Box sx={{ mb: 2 }}>
      <Notice kind="info" title={text('audit.heldBack')}>
        {text('audit.heldBackText', { moment: formatMoment(data.since) })}
      </Notice>
    </Box>
  )
}
