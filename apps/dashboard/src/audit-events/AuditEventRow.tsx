import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined'
import type { AuditEvent } from '@assay/contracts'
import Box from '@mui/material/Box'
import { formatExactly, formatNumber, formatTime } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { codeFace } from '../theme/typography.ts'
import { auditDetails, auditSentence } from './audit-sentence.ts'

const Facts = ({ event }: { event: AuditEvent }) => {
  const text = useText()
  const facts = [
    ...auditDetails(event.details, text).map(
      ({ name, value }) => [name || text('audit.more'), value] as const,
    ),
    [text('audit.sequence'), formatNumber(event.sequence)] as const,
    [text('audit.hash'), event.hash] as const,
    ...(event.requestId ? [[text('audit.request'), event.requestId] as const] : []),
  ]
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        pb: 1.5,
        pl: { xs: 2, sm: 15.25 },
        pr: 2,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'minmax(90px, auto) 1fr' },
        columnGap: 2,
        rowGap: 0.25,
        fontSize: '0.813rem',
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, mb: { xs: 0.5, sm: 0 }, overflowWrap: 'anywhere', fontFamily: codeFace },
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  )
}

/** One entry: a sentence; behind it the hash and what was recorded with it. */
export const AuditEventRow = ({ event }: { event: AuditEvent }) => (
  <Box component="li" sx={{ listStyle: 'none' }}>
    <Box component="details" sx={{ '&[open] > summary > svg': { transform: 'rotate(90deg)' } }}>
      <Box
        component="summary"
        sx={{
          display: 'flex',
          alignItems: 'baseline',
          gap: 1.5,
          px: 2,
          py: 1,
          cursor: 'pointer',
          listStyle: 'none',
          '&::-webkit-details-marker': { display: 'none' },
          '&:hover': { bgcolor: 'surface.sunken' },
        }}
      >
        <ChevronRightOutlined
          aria-hidden
          sx={{ fontSize: 18, color: 'text.secondary', alignSelf: 'center', transition: 'transform 120ms' }}
        />
        <Box
          component="time"
          dateTime={event.at}
          title={formatExactly(event.at)}
          sx={{ flexShrink: 0, width: 74, color: 'text.secondary', fontSize: '0.813rem' }}
        >
          {formatTime(event.at)}
        </Box>
        <Sentence event={event} />
      </Box>
      <Facts event={event} />
    </Box>
  </Box>
)

const Sentence = ({ event }: { event: AuditEvent }) => {
  const text = useText()
  const change = auditDetails(event.details, text).find(({ name }) => name === '')
  return (
    <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.938rem' }}>
      {auditSentence(event, text)}
      {change && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {` ${change.value}`}
        </Box>
      )}
    </Box>
  )
}
