import { type LevelProfile, usualWeight } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Prose } from '../../components/Prose.tsx'
import { TextLink } from '../../components/TextLink.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { formatNumber } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import { bankAddress } from '../bank-kind.ts'
import { useNames } from '../bank-names.ts'
import { BarScale } from './BarScale.tsx'

type Weighed = LevelProfile['competencies'][number]

export const LevelProfileFacts = ({ row: { level, competencies } }: { row: LevelProfile }) => {
  const text = useText()
  return (
    <>
      <span>{text(`jobLevel.${level}`)}</span>
      <span>{text('bank.competencyCount', { smart_count: competencies.length })}</span>
    </>
  )
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) 220px 110px' },
  columnGap: 2,
  rowGap: 0.5,
  alignItems: 'baseline',
  py: 1.25,
  px: 2,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const

const Expected = ({ one, usual, name }: { one: Weighed; usual: number; name: string }) => {
  const text = useText()
  return (
    <Box component="li" sx={row}>
      <TextLink
        to={bankAddress('competencies', one.competencyId)}
        underline="hover"
        sx={{ fontWeight: 600, color: 'text.primary', gridColumn: { xs: '1 / -1', sm: 'auto' } }}
      >
        {name}
      </TextLink>
      <BarScale bar={one.bar} />
      <Box
        component="span"
        sx={{
          color: one.weight === usual ? 'text.secondary' : 'brass.text',
          fontWeight: one.weight === usual ? 400 : 600,
          fontSize: '0.875rem',
        }}
      >
        {text('bank.weighs', { weight: formatNumber(one.weight) })}
      </Box>
      {one.reason && (
        <Typography
          variant="body2"
          color="textSecondary"
          component="div"
          sx={{ gridColumn: '1 / -1', maxWidth: '72ch' }}
        >
          <Prose>{one.reason}</Prose>
        </Typography>
      )}
    </Box>
  )
}

/** What is expected at a level: which competencies count, how much, and the lowest rating that meets each. */
export const LevelProfileReading = ({ row: { description, competencies } }: { row: LevelProfile }) => {
  const text = useText()
  const nameOf = useNames(
    'competencies',
    competencies.map(({ competencyId }) => competencyId),
  )
  const usual = usualWeight(competencies.map(({ weight }) => weight))
  const equal = competencies.every(({ weight }) => weight === usual)
  return (
    <>
      <Typography component="div" sx={{ fontSize: '1.031rem', lineHeight: 1.6, maxWidth: '68ch', mb: 3 }}>
        <Prose>{description || text('bank.nothingWritten')}</Prose>
      </Typography>
      <WideSection
        title={text('bank.field.weighed')}
        about={text(equal ? 'bank.about.equal' : 'bank.about.unequal')}
      >
        <Box
          component="ul"
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1.5,
            bgcolor: 'background.paper',
            '&:empty': { display: 'none' },
          }}
        >
          {competencies.map((one) => (
            <Expected key={one.competencyId} one={one} usual={usual} name={nameOf(one.competencyId)} />
          ))}
        </Box>
        {competencies.length === 0 && text('bank.nothingWritten')}
      </WideSection>
    </>
  )
}
