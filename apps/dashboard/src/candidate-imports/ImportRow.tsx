import { type CandidateImport, rowOutcomes } from '@assay/contracts'
import Box from '@mui/material/Box'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { Moment } from '../components/Moment.tsx'
import { formatNumber } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { importAddress } from './import-requests.ts'
import { ImportStateMark } from './ImportStateMark.tsx'

/** A file in the list: whose, when, and what came of its rows. */
export const ImportRow = ({ row }: { row: CandidateImport }) => {
  const text = useText()
  const { id, fileName, state, rows, createdAt, createdByName, outcomes } = row
  const came = rowOutcomes.filter((outcome) => outcomes[outcome] > 0)
  return (
    <LinkedRow to={importAddress(id)} title={fileName} aside={<ImportStateMark state={state} />}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        <span>
          {text('candidateImport.rowsBy', {
            smart_count: rows,
            count: formatNumber(rows),
            name: createdByName ?? text('candidateImport.somebody'),
          })}
        </span>
        <Moment at={createdAt} relative />
      </Box>
      {came.length > 0 && (
        <div>
          {came
            .map((outcome) => `${formatNumber(outcomes[outcome])} ${text(`candidateImport.is.${outcome}`)}`)
            .join(' · ')}
        </div>
      )}
    </LinkedRow>
  )
}
