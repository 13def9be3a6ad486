import type { RowProblem } from '@assay/contracts'
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import Box from '@mui/material/Box'
import { useText, type Text } from '../i18n/text.ts'

const inWords = ({ column, value, because }: RowProblem, text: Text): string => {
  if (column === null) return because
  return value
    ? text('candidateImport.row.wrong', { column, value, because })
    : text('candidateImport.row.wrongEmpty', { column, because })
}

/** What keeps a row from being imported, at its places. */
export const RowProblems = ({ problems }: { problems: readonly RowProblem[] }) => {
  const text = useText()
  if (problems.length === 0) return null
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none', display: 'grid', gap: 0.25 }}>
      {problems.map((problem) => {
        const words = inWords(problem, text)
        return (
          <Box component="li" key={words} sx={{ display: 'flex', gap: 0.75, color: 'error.main' }}>
            <ErrorOutlineOutlined aria-hidden sx={{ fontSize: 17, mt: 0.25, flexShrink: 0 }} />
            <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {words}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
