import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import type { AuditEvent } from '@assay/contracts'
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ListBase, useListContext } from 'ra-core'
import { useLocation, useNavigate } from 'react-router'
import { Blank } from '../components/Blank.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { Page } from '../components/Page.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { formatDay } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { AuditEventFilters } from './AuditEventFilters.tsx'
import { AuditEventRow } from './AuditEventRow.tsx'
import { byDay } from './audit-sentence.ts'
import { HeldBack } from './HeldBack.tsx'
import { Verification } from './Verification.tsx'

const Days = () => {
  const { data = [] } = useListContext<AuditEvent>()
  return byDay(data, formatDay).map(([day, events]) => (
    <Box
      component="section"
      key={day}
      aria-label={day}
      sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}
    >
      <Typography
        variant="caption"
        component="h2"
        color="textSecondary"
        sx={{ px: 2, py: 0.75, bgcolor: 'surface.sunken', fontWeight: 600 }}
      >
        {day}
      </Typography>
      <Box component="ol" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
        {events.map((event) => (
          <AuditEventRow key={event.id} event={event} />
        ))}
      </Box>
    </Box>
  ))
}

export const AuditEventList = () => {
  const text = useText()
  const navigate = useNavigate()
  const { search, hash } = useLocation()
  const verify = (
    <Button
      variant="outlined"
      startIcon={<VerifiedOutlined />}
      onClick={() => void navigate({ search, hash: 'verify' })}
    >
      {text('audit.verify.button')}
    </Button>
  )
  return (
    <Permitted permission="audit.read">
      <Page title={text('audit.title')} lead={text('audit.lead')} actions={verify}>
        <HeldBack />
        {hash === '#verify' && <Verification onClose={() => void navigate({ search, hash: '' })} />}
        <ListBase
          resource="audit-events"
          storeKey={false}
          sort={{ field: 'sequence', order: 'DESC' }}
          perPage={50}
          disableAuthentication
        >
          <AuditEventFilters />
          <ListFrame
            exported
            empty={
              <Blank icon={FactCheckOutlined} title={text('audit.emptyTitle')}>
                {text('audit.emptyText')}
              </Blank>
            }
          >
            <Days />
          </ListFrame>
        </ListBase>
      </Page>
    </Permitted>
  )
}
