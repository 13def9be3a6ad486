import Box from '@mui/material/Box'
import { type ChangeObject, diffWordsWithSpace } from 'diff'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

type Part = ChangeObject<string>

const columns = {
  display: 'grid',
  // Beside each other where there is room, in a narrow card below each other.
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
  gap: 1.5,
} as const

const side = {
  m: 0,
  p: 1.5,
  borderRadius: 1,
  bgcolor: 'surface.sunken',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.875rem',
  '& del': { textDecoration: 'line-through', bgcolor: 'tint.danger', color: 'text.primary' },
  '& ins': {
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
    bgcolor: 'tint.success',
    color: 'text.primary',
  },
} as const

/** Below this share of what stayed, the few words that two texts have in common are chance and only confuse. */
const ENOUGH_IN_COMMON = 0.35

const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, { value }) => sum + value.length, 0)

const whole = (value: string, where: 'added' | 'removed'): Part => ({
  value,
  count: 1,
  added: where === 'added',
  removed: where === 'removed',
})

const partsOf = (before: string, after: string): Part[] => {
  const parts = diffWordsWithSpace(before, after)
  const common = lengthOf(parts.filter(({ added, removed }) => !added && !removed))
  const shown =
    common < ENOUGH_IN_COMMON * Math.max(before.length, after.length)
      ? [whole(before, 'removed'), whole(after, 'added')]
      : parts
  return shown.filter(({ value }) => value !== '')
}

interface SideProps {
  label: string
  parts: readonly Part[]
  kept: (part: Part) => boolean
}

const Side = ({ label, parts, kept }: SideProps) => {
  const text = useText()
  const shown = parts.filter(kept)
  return (
    <Box component="p" sx={side}>
      <Box component="span" sx={visuallyHidden}>{`${label}: `}</Box>
      {shown.length === 0 && (
        <Box component="em" sx={{ color: 'text.secondary' }}>
          {text('difference.empty')}
        </Box>
      )}
      {shown.map(({ value, added, removed }, place) => {
        const Mark = removed ? 'del' : added ? 'ins' : 'span'
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name
        return <Mark key={place}>{value}</Mark>
      })}
    </Box>
  )
}

/** Two texts side by side, the words marked that only one of them has: struck out and underlined, not by colour alone. */
export const WordDifference = ({
  before,
  after,
}: {
  before: readonly string[]
  after: readonly string[]
}) => {
  const text = useText()
  const parts = partsOf(before.join('\n'), after.join('\n'))
  return (
    <Box sx={columns}>
      <Side label={text('difference.before')} parts={parts} kept={({ added }) => !added} />
      <Side label={text('difference.after')} parts={parts} kept={({ removed }) => !removed} />
    </Box>
  )
}
