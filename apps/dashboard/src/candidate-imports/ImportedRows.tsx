import { type CandidateImportDetail, type CandidateImportRow, rowOutcomes } from '@assay/contracts'
import Box from '@mui/material/Box'
import RowsOutlined from '@mui/icons-material/TableRowsOutlined'
import { ListBase, useListContext } from 'ra-core'
import { candidateAddress } from '../candidates/candidate-requests.ts'
import { Blank } from '../components/Blank.tsx'
import { FilterChoice } from '../components/FilterChoice.tsx'
import { ListFilters } from '../components/ListFilters.tsx'
import { ListFrame } from '../components/ListFrame.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { RowProblems } from './RowProblems.tsx'

type Phase = 'expected' | 'outcome'

const Likely = ({ likely }: Pick<CandidateImportRow, 'likely'>) => {
  const text = useText()
  return (
    <div>
      {text('candidateImport.row.likely')}{' '}
      {likely.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <TextLink to={candidateAddress(id)}>{name}</TextLink>
        </span>
      ))}
    </div>
  )
}

const Row = ({ row, phase }: { row: CandidateImportRow; phase: Phase }) => {
  const text = useText()
  const { id, line, origin, name, problems, likely, candidateId, candidateName } = row
  const said = row[phase]
  const title = name ?? text('candidateImport.row.unnamed')
  return (
    <Box component="li" sx={{ listStyle: 'none', px: 2, py: 1.25, overflowWrap: 'anywhere' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
        <Box sx={{ fontWeight: 600, flexGrow: 1, minWidth: 0 }}>
          {candidateId !== null && candidateName !== null ? (
            <TextLink to={candidateAddress(candidateId)}>{candidateName}</TextLink>
          ) : (
            title
          )}
        </Box>
        {said !== null && (
          <span>{text(`candidateImport.${phase === 'expected' ? 'will' : 'is'}.${said}`)}</span>
        )}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {origin === null
          ? text('candidateImport.row.position', { position: id, line })
          : text('candidateImport.row.positionIn', { origin, line })}
        {likely.length > 0 && <Likely likely={likely} />}
      </Box>
      <RowProblems problems={problems} />
    </Box>
  )
}

const Rows = ({ phase }: { phase: Phase }) => {
  const { data = [] } = useListContext<CandidateImportRow>()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}>
      {data.map((row) => (
        <Row key={row.id} row={row} phase={phase} />
      ))}
    </Box>
  )
}

/** Every row, and what comes or came of it; those that need somebody stand first in the choice. */
export const ImportedRows = ({ saved, phase }: { saved: CandidateImportDetail; phase: Phase }) => {
  const text = useText()
  const counts = phase === 'expected' ? saved.expected : saved.outcomes
  const words = phase === 'expected' ? 'will' : 'is'
  const options = rowOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((value) => ({ value, label: text(`candidateImport.${words}.${value}`) }))
  return (
    <ListBase
      key={`${phase} ${saved.revision}`}
      resource={`candidate-imports/${saved.id}/rows`}
      storeKey={false}
      sort={{ field: 'position', order: 'ASC' }}
      filterDefaultValues={counts.error > 0 ? { [phase]: 'error' } : {}}
      perPage={25}
      disableAuthentication
    >
      <ListFilters>
        <FilterChoice field={phase} label={text(`candidateImport.row.${phase}`)} options={options} />
      </ListFilters>
      <ListFrame
        count="candidateImport.row.count"
        empty={<Blank icon={RowsOutlined} title={text('candidateImport.row.none')} />}
      >
        <Rows phase={phase} />
      </ListFrame>
    </ListBase>
  )
}
