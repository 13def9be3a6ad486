import type { VersionQuestion } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { sayQuestion, type AskedQuestion } from '../draft/draft-edits.ts'
import { questionPlace } from '../draft/gap-place.ts'
import { NumberCell } from './NumberCell.tsx'

interface QuestionMinutesProps {
  asked: AskedQuestion
  entry: VersionQuestion
  title: string
}

/** The share of the interview that a question gets here, and what the bank suggests. */
export const QuestionMinutes = ({ asked, entry, title }: QuestionMinutesProps) => {
  const text = useText()
  const { change } = useDraftEngine()
  const own = asked.overrides.minutes
  return (
    <>
      <NumberCell
        id={questionPlace(entry.id, 'minutes')}
        value={own ?? entry.minutes}
        minimum={1}
        maximum={240}
        label={text('templateEditor.minutes.label', { name: title })}
        unit={text('templateEditor.minutes.unit')}
        rule={text('templateEditor.minutes.rule')}
        onNumber={(minutes) => change(sayQuestion(entry, { minutes }))}
      />
      {own !== undefined && (
        <Box component="span" sx={{ order: 1, flexBasis: '100%', fontSize: '0.813rem', color: 'brass.text' }}>
          {text('templateEditor.minutes.bank', { minutes: entry.minutes })}
          <Button
            size="small"
            sx={{ ml: 0.5, px: 0.75, minHeight: 26 }}
            aria-label={text('templateEditor.override.resetOf', {
              label: text('templateEditor.minutes.label', { name: title }),
            })}
            onClick={() => change(sayQuestion(entry, { minutes: undefined }))}
          >
            {text('templateEditor.minutes.reset')}
          </Button>
        </Box>
      )}
    </>
  )
}
