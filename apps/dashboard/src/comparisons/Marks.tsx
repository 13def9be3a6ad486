import type { ComparedCell } from '@assay/contracts'
import CallSplitOutlined from '@mui/icons-material/CallSplitOutlined'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { LevelMark } from '../components/LevelMark.tsx'
import { levelsOf } from '../components/rating-tone.ts'
import { formatTenths } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { isSplit, rangeOf, shortName } from './comparison-words.ts'

type Mark = ComparedCell['ratings'][number]

const chip = {
  font: 'inherit',
  fontSize: '0.813rem',
  color: 'text.primary',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  minHeight: 28,
  pl: 0.25,
  pr: 0.75,
  py: 0.125,
  border: 1,
  borderColor: 'divider',
  borderRadius: 0.875,
  bgcolor: 'background.paper',
  cursor: 'pointer',
  maxWidth: 1,
  overflowWrap: 'anywhere',
  textAlign: 'left',
  '&:hover': { bgcolor: 'surface.sunken', borderColor: 'surface.control' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
} as const

/** What one panelist gave; pressed, it shows what it rests on. */
const MarkButton = ({ mark: { level, scale, raterName }, onOpen }: { mark: Mark; onOpen: () => void }) => {
  const text = useText()
  const known = levelsOf(scale).find((one) => one.level === level)
  if (!known) return null
  const said = { name: raterName, level, words: text(`rating.${known.name}`) }
  return (
    <Tooltip title={text('comparison.mark', said)} describeChild>
      <Box
        component="button"
        type="button"
        aria-label={text('comparison.openMark', said)}
        onClick={onOpen}
        sx={chip}
      >
        <LevelMark level={level} tone={known.tone} size={22} />
        {shortName(raterName)}
      </Box>
    </Tooltip>
  )
}

/** How far the marks of a cell are from each other, in words. */
export const SpreadWords = ({ cell }: { cell: ComparedCell }) => {
  const text = useText()
  const range = rangeOf(cell)
  if (!range) return null
  if (isSplit(cell)) {
    return (
      <Box
        component="span"
        sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: 'brass.text', fontWeight: 600 }}
      >
        <CallSplitOutlined aria-hidden sx={{ fontSize: 16 }} />
        {text('comparison.split', { ...range })}
      </Box>
    )
  }
  return range.low === range.high ? text('comparison.agree') : text('comparison.near', { ...range })
}

/** Every mark of one competency of one candidate; its average comes after them. */
export const Marks = ({ cell, onOpen }: { cell: ComparedCell; onOpen: () => void }) => {
  const text = useText()
  const { ratings, mean, notAssessed, because } = cell
  return (
    <>
      {ratings.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {ratings.map((mark) => (
            <Box component="li" key={mark.scorecardId} sx={{ listStyle: 'none', maxWidth: 1 }}>
              <MarkButton mark={mark} onOpen={onOpen} />
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ color: 'text.secondary', fontSize: '0.813rem', mt: ratings.length > 0 ? 0.5 : 0 }}>
        {ratings.length === 0 && notAssessed === 0 && text('comparison.noMark')}
        {ratings.length > 1 && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.25 }}>
            {mean === null ? (
              because
            ) : (
              <span>{text('comparison.cellAverage', { mean: formatTenths(mean) })}</span>
            )}
            <SpreadWords cell={cell} />
          </Box>
        )}
        {notAssessed > 0 && <div>{text('comparison.notAssessed', { smart_count: notAssessed })}</div>}
      </Box>
    </>
  )
}
