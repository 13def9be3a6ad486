import type { AmongColleagues } from '@assay/contracts'
import Box from '@mui/material/Box'
import { formatShare } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

/** How somebody rates among colleagues: in words, never as a place in a row. */
export const Leaning = ({ figures }: { figures: AmongColleagues }) => {
  const text = useText()
  const { statement, agreement } = figures
  return (
    <>
      <div>{statement}</div>
      {agreement && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
          {text('calibration.agreement', {
            candidates: agreement.candidates,
            pairs: agreement.pairs,
            exact: formatShare(agreement.exact),
            within: formatShare(agreement.withinOne),
          })}
        </Box>
      )}
    </>
  )
}
