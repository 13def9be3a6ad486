import type { Decision } from '@assay/contracts'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Prose } from '../components/Prose.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { PrintScorecards } from '../scorecards/reading/PrintScorecards.tsx'
import { codeFace } from '../theme/typography.ts'
import { Approvals } from './Approvals.tsx'
import { DecisionAnswers } from './DecisionAnswers.tsx'
import { DecisionStateMark } from './DecisionStateMark.tsx'

type OfDecision = { decision: Decision }

const small = { color: 'text.secondary', fontSize: '0.875rem' } as const

const Words = ({ words }: { words: NonNullable<Decision['words']> }) => {
  const text = useText()
  const { rationale, dissent, because } = words
  return (
    <>
      {because && <Prose>{text('decision.becauseOf', { because })}</Prose>}
      <Box>
        <Typography variant="subtitle2" component="h4">
          {text('decision.why')}
        </Typography>
        <Prose>{rationale.text}</Prose>
      </Box>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gap: 1, '& dt': { fontWeight: 600 }, '& dd': { m: 0 } }}
      >
        {rationale.competencies.map(({ competencyId, name, text: said }) => (
          <div key={competencyId}>
            <dt>{name}</dt>
            <dd>
              <Prose>{said}</Prose>
            </dd>
          </div>
        ))}
      </Box>
      {dissent.length > 0 && (
        <Box sx={{ pl: 1.5, borderLeft: 3, borderColor: 'brass.main', display: 'grid', gap: 1 }}>
          <Typography variant="subtitle2" component="h4">
            {text('decision.dissents')}
          </Typography>
          {dissent.map(({ userId, name, text: said }) => (
            <div key={userId}>
              <Box sx={{ fontWeight: 600 }}>{name}</Box>
              <Prose>{said}</Prose>
            </div>
          ))}
        </Box>
      )}
    </>
  )
}

const Grounds = ({ decision: { snapshot, snapshotHash } }: OfDecision) => {
  const text = useText()
  return (
    <Box component="details" sx={{ ...small, '& > summary': { cursor: 'pointer' } }}>
      <summary>{text('decision.restsOn', { smart_count: snapshot.scorecards.length })}</summary>
      {snapshot.fit
        ? text('decision.snapshot.fit', { model: snapshot.fit.modelVersion })
        : text('decision.snapshot.noFit')}{' '}
      {text('decision.hash')}:
      <Box sx={{ fontFamily: codeFace, fontSize: '0.813rem', wordBreak: 'break-all' }}>{snapshotHash}</Box>
    </Box>
  )
}

/** One decision as it was recorded, how it stands, and what can be done about it. */
export const DecisionRecord = ({ decision, actions }: OfDecision & { actions?: ReactNode }) => {
  const text = useText()
  const { outcome, state, reason, words, madeBy, madeAt, decidedAt } = decision
  return (
    <Paper
      component="article"
      variant="outlined"
      sx={{
        p: { xs: 2, sm: 2.5 },
        borderRadius: 1.5,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: 1.75,
        overflowWrap: 'anywhere',
      }}
    >
      <Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center' }}>
          <Typography variant="h3">{text(`decision.outcome.${outcome}`)}</Typography>
          <DecisionStateMark state={state} />
        </Box>
        <Box sx={small}>
          {text('decision.madeBy', { name: madeBy.name, time: formatMoment(madeAt) })}
          {decidedAt && ` · ${text('decision.decidedAt', { time: formatMoment(decidedAt) })}`}
        </Box>
        {reason && <Box sx={small}>{text('decision.reasonIs', { name: reason.name })}</Box>}
        {state === 'superseded' && <Box sx={small}>{text('decision.replaced')}</Box>}
      </Box>
      {words ? <Words words={words} /> : <Box sx={small}>{text('decision.erased')}</Box>}
      <Grounds decision={decision} />
      <Approvals decision={decision} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, '&:empty': { display: 'none' } }}>
        <DecisionAnswers decision={decision} />
        {words && (
          <PrintScorecards
            path={`/decisions/${decision.id}/pack.pdf`}
            fileName="decision.pdf"
            label={text('decision.pack')}
          />
        )}
        {actions}
      </Box>
    </Paper>
  )
}
