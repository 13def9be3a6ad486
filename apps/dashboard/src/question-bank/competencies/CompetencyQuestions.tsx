import type { Question } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { TextLink } from '../../components/TextLink.tsx'
import { WideSection } from '../../components/WideSection.tsx'
import { useText } from '../../i18n/text.ts'
import { bankAddress } from '../bank-kind.ts'
import { FilteredLink } from '../FilteredLink.tsx'
import { plainList } from '../plain-list.ts'

const SHOWN = 12

const Asks = ({ question, competencyId }: { question: Question; competencyId: string }) => {
  const text = useText()
  const link = question.competencies.find((one) => one.competencyId === competencyId)
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'baseline', minWidth: 0 }}>
      <TextLink
        to={bankAddress('questions', question.id)}
        underline="hover"
        sx={{ overflowWrap: 'anywhere' }}
      >
        {question.title}
      </TextLink>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.813rem', whiteSpace: 'nowrap' }}>
        {link && text(`bank.informs.${link.informs}`)}
      </Box>
    </Box>
  )
}

/** Which questions are asked to see it. */
export const CompetencyQuestions = ({ competencyId }: { competencyId: string }) => {
  const text = useText()
  const { data, total = 0 } = useGetList<Question>('questions', {
    pagination: { page: 1, perPage: SHOWN },
    sort: { field: 'title', order: 'ASC' },
    filter: { competencyId },
  })
  if (!data) return null
  return (
    <WideSection title={text('bank.askedBy')}>
      {total === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {text('bank.askedByNone')}
        </Typography>
      ) : (
        <Box
          component="ul"
          sx={{
            ...plainList,
            gap: 0.75,
            columnGap: 4,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          {data.map((question) => (
            <Asks key={question.id} question={question} competencyId={competencyId} />
          ))}
        </Box>
      )}
      {total > SHOWN && (
        <Box sx={{ mt: 1.5 }}>
          <FilteredLink resource="questions" filter={{ competencyId }}>
            {text('bank.askedByAll', { smart_count: total })}
          </FilteredLink>
        </Box>
      )}
    </WideSection>
  )
}
