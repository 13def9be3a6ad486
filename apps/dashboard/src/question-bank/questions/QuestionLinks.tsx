import type { Question } from '@assay/contracts'
import Box from '@mui/material/Box'
import { TextLink } from '../../components/TextLink.tsx'
import { useText } from '../../i18n/text.ts'
import { bankAddress } from '../bank-kind.ts'
import { useAreas, useNames } from '../bank-names.ts'
import { plainList } from '../plain-list.ts'
import { FilteredLink } from '../FilteredLink.tsx'

const look = {
  m: 0,
  display: 'grid',
  gap: 1.75,
  fontSize: '0.875rem',
  '& dt': { color: 'text.secondary', fontSize: '0.813rem', mb: 0.25 },
  '& dd': { m: 0, overflowWrap: 'anywhere' },
} as const

const Competencies = ({ row }: { row: Question }) => {
  const text = useText()
  const nameOf = useNames(
    'competencies',
    row.competencies.map(({ competencyId }) => competencyId),
  )
  return (
    <Box component="ul" sx={plainList}>
      {row.competencies.map(({ competencyId, informs }) => (
        <Box component="li" key={competencyId}>
          <TextLink
            to={bankAddress('competencies', competencyId)}
            underline="hover"
            sx={{ fontWeight: informs === 'primary' ? 650 : 400 }}
          >
            {nameOf(competencyId)}
          </TextLink>
          <Box component="span" sx={{ color: 'text.secondary', ml: 1, fontSize: '0.813rem' }}>
            {text(`bank.informs.${informs}`)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const Structures = ({ row: { structureIds } }: { row: Question }) => {
  const nameOf = useNames('answer-structures', structureIds)
  return (
    <Box component="ul" sx={plainList}>
      {structureIds.map((id) => (
        <li key={id}>
          <TextLink to={bankAddress('answer-structures', id)} underline="hover">
            {nameOf(id)}
          </TextLink>
        </li>
      ))}
    </Box>
  )
}

const Areas = ({ row }: { row: Question }) => {
  const areas = useAreas()
  return (
    <Box component="ul" sx={plainList}>
      {row.areas.map((area) => (
        <li key={area}>
          <FilteredLink resource="questions" filter={{ area }}>
            {areas.find(({ value }) => value === area)?.label ?? ''}
          </FilteredLink>
        </li>
      ))}
    </Box>
  )
}

const Tags = ({ row: { tags } }: { row: Question }) => (
  <Box component="ul" sx={{ ...plainList, display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
    {tags.map((tag) => (
      <li key={tag}>
        <FilteredLink resource="questions" filter={{ tag }}>
          {tag}
        </FilteredLink>
      </li>
    ))}
  </Box>
)

const parts = [
  ['competencies', Competencies],
  ['structureIds', Structures],
  ['areas', Areas],
  ['tags', Tags],
] as const

/** What a question is connected with, each the way to it. Parts without anything are left out. */
export const QuestionLinks = ({ row }: { row: Question }) => {
  const text = useText()
  return (
    <Box component="dl" sx={look}>
      {parts
        .filter(([field]) => row[field].length > 0)
        .map(([field, Part]) => (
          <div key={field}>
            <dt>{text(`bank.field.${field}`)}</dt>
            <dd>
              <Part row={row} />
            </dd>
          </div>
        ))}
    </Box>
  )
}
