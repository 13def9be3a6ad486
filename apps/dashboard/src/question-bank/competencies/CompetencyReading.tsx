import type { Competency } from '@assay/contracts'
import ThumbDownOffAltOutlined from '@mui/icons-material/ThumbDownOffAltOutlined'
import ThumbUpOffAltOutlined from '@mui/icons-material/ThumbUpOffAltOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { AnchorScale } from '../../components/AnchorScale.tsx'
import { Prose } from '../../components/Prose.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { useText } from '../../i18n/text.ts'
import { useAreas } from '../bank-names.ts'
import { FilteredLink } from '../FilteredLink.tsx'
import { MissingAnchors } from '../MissingAnchors.tsx'
import { plainList } from '../plain-list.ts'
import { Points, twoColumns } from '../Points.tsx'
import { CompetencyQuestions } from './CompetencyQuestions.tsx'

export const CompetencyFacts = ({ row }: { row: Competency }) => <MissingAnchors anchors={row.anchors} />

const Areas = ({ areas }: Pick<Competency, 'areas'>) => {
  const text = useText()
  const named = useAreas().filter(({ value }) => areas.includes(value))
  if (named.length === 0) return null
  return (
    <Typography variant="body2" component="div" color="textSecondary" sx={{ mt: 2 }}>
      {text('bank.field.areas')}
      <Box component="ul" sx={{ ...plainList, display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0 }}>
        {named.map(({ value, label }) => (
          <li key={value}>
            <FilteredLink resource="competencies" filter={{ area: value }}>
              {label}
            </FilteredLink>
          </li>
        ))}
      </Box>
    </Typography>
  )
}

const Definition = ({ row }: { row: Competency }) => {
  const text = useText()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' },
        gap: { xs: 3, md: 5 },
        alignItems: 'start',
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography component="div" sx={{ fontSize: '1.031rem', lineHeight: 1.6, maxWidth: '64ch' }}>
          <Prose>{row.definition || text('bank.nothingWritten')}</Prose>
        </Typography>
        <Areas areas={row.areas} />
      </Box>
      <Paper variant="outlined" sx={{ p: 2.5, borderRadius: 1.5 }}>
        <Typography variant="h3" component="h2">
          {text('bank.field.forCandidates')}
        </Typography>
        <Typography
          variant="body2"
          component="div"
          color={row.forCandidates ? 'textPrimary' : 'textSecondary'}
          sx={{ mt: 0.75 }}
        >
          <Prose>{row.forCandidates || text('bank.nothingWritten')}</Prose>
        </Typography>
      </Paper>
    </Box>
  )
}

/** A competency as somebody who rates it reads it: what it is, what each level looks like, what to watch for. */
export const CompetencyReading = ({ row }: { row: Competency }) => {
  const text = useText()
  return (
    <>
      <Definition row={row} />
      <Box sx={{ mt: 3 }}>
        <WideSection title={text('bank.field.anchors')} about={text('bank.about.anchors')}>
          <AnchorScale anchors={row.anchors} label={text('bank.field.anchors')} />
        </WideSection>
      </Box>
      <Box sx={{ ...twoColumns, my: 2 }}>
        <Points
          title={text('bank.field.strongBehaviours')}
          points={row.strongBehaviours}
          icon={ThumbUpOffAltOutlined}
          tone="rating.strongYes"
        />
        <Points
          title={text('bank.field.weakBehaviours')}
          points={row.weakBehaviours}
          icon={ThumbDownOffAltOutlined}
          tone="rating.strongNo"
        />
      </Box>
      <CompetencyQuestions competencyId={row.id} />
    </>
  )
}
