import { type CandidateImportDetail, type ImportMapping, repeatableTargets } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useCustomFields } from '../candidates/candidate-requests.ts'
import { Choice } from '../components/Choice.tsx'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { asValue, columnOptions, fromValue } from './column-options.ts'

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 5fr) minmax(0, 4fr)' },
  columnGap: 3,
  rowGap: 0.75,
  alignItems: 'center',
  px: 2,
  py: 1.25,
} as const

/** Another column that is read as the same gives way: a person has one name. */
const withColumn = (mapping: ImportMapping, column: number, value: string): ImportMapping => {
  const chosen = fromValue(value, column)
  const others = mapping.filter(
    (one) =>
      one.column !== column &&
      (chosen === null ||
        one.to !== chosen.to ||
        one.fieldId !== chosen.fieldId ||
        (repeatableTargets.includes(one.to) && one.fieldId === null)),
  )
  return chosen === null ? others : [...others, chosen].toSorted((a, b) => a.column - b.column)
}

interface ColumnsFieldProps {
  columns: CandidateImportDetail['columns']
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
}

/** Each column of the file with its first values, and what it is read as. */
export const ColumnsField = ({ columns, mapping, onChange }: ColumnsFieldProps) => {
  const text = useText()
  const options = columnOptions(useCustomFields() ?? [], text)
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
        bgcolor: 'background.paper',
        '& > li + li': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {columns.map(({ name, samples }, column) => {
        const read = mapping.find((one) => one.column === column)
        return (
          <Box component="li" key={name} sx={{ ...row, listStyle: 'none' }}>
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Box sx={{ fontWeight: 600 }}>{name}</Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                <Box component="span" sx={visuallyHidden}>
                  {text('candidateImport.columns.samples')}:{' '}
                </Box>
                {samples.join(' · ') || text('candidateImport.columns.empty')}
              </Box>
            </Box>
            <Choice
              size="small"
              titled
              label={text('candidateImport.columns.readAsOf', { column: name })}
              value={read ? asValue(read) : ''}
              options={options}
              onChange={({ target }) => onChange(withColumn(mapping, column, target.value))}
            />
          </Box>
        )
      })}
    </Box>
  )
}
