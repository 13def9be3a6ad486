import { versionPlace, type VersionDifference } from '@assay/contracts'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { WordDifference } from '../components/WordDifference.tsx'
import { type Text, type TextKey, useText } from '../i18n/text.ts'
import { type DifferenceGroup, groupDifferences, linesOf } from './differences.ts'
import { useEntryNames } from './useEntryNames.ts'

const looks = {
  added: { color: 'success.main', ground: 'tint.success' },
  removed: { color: 'error.main', ground: 'tint.danger' },
  moved: { color: 'info.main', ground: 'tint.info' },
  changed: { color: 'brass.text', ground: 'tint.brass' },
} as const

const Kind = ({ kind }: { kind: VersionDifference['kind'] }) => {
  const text = useText()
  const { color, ground } = looks[kind]
  return (
    <Box
      component="span"
      sx={{
        px: 0.875,
        py: 0.125,
        borderRadius: 0.75,
        bgcolor: ground,
        color,
        fontSize: '0.813rem',
        fontWeight: 600,
      }}
    >
      {text(`templateDiff.kind.${kind}`)}
    </Box>
  )
}

/** From where to where, as people count. */
const moveWords = ({ before, after }: VersionDifference, text: Text): string => {
  const [from, to] = [versionPlace.parse(before), versionPlace.parse(after)]
  return text(from.section === to.section ? 'templateDiff.moved' : 'templateDiff.movedTo', {
    from: from.place,
    fromCount: from.count,
    fromSection: from.section,
    to: to.place,
    toCount: to.count,
    toSection: to.section,
  })
}

const Field = ({ difference }: { difference: VersionDifference }) => {
  const text = useText()
  const { kind, field, before, after } = difference
  const nameOf = useEntryNames(field)
  return (
    <Box sx={{ py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', mb: field ? 0.75 : 0 }}>
        <Kind kind={kind} />
        {field && (
          <Typography variant="subtitle2" component="h3">
            {text(`templateDiff.field.${field}` as TextKey)}
          </Typography>
        )}
        {kind === 'moved' && (
          <Typography variant="body2" color="textSecondary">
            {moveWords(difference, text)}
          </Typography>
        )}
      </Box>
      {field && <WordDifference before={linesOf(before, nameOf)} after={linesOf(after, nameOf)} />}
    </Box>
  )
}

const Group = ({ group: { of, differences } }: { group: DifferenceGroup }) => {
  const text = useText()
  return (
    <Paper component="section" variant="outlined" sx={{ borderRadius: 1.5, px: { xs: 2, sm: 2.5 }, py: 1.5 }}>
      {of.name && (
        <Typography variant="body2" color="textSecondary">
          {text(`templateDiff.what.${of.what}`)}
        </Typography>
      )}
      <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
        {of.name || text(`templateDiff.what.${of.what}`)}
      </Typography>
      {differences.map((difference) => (
        <Field key={`${difference.kind} ${difference.field}`} difference={difference} />
      ))}
    </Paper>
  )
}

/** Each thing that differs, with its fields before and after. */
export const DifferenceList = ({ differences }: { differences: readonly VersionDifference[] }) => (
  <Box sx={{ display: 'grid', gap: 2 }}>
    {groupDifferences(differences).map((group) => (
      <Group key={`${group.of.what} ${group.of.id}`} group={group} />
    ))}
  </Box>
)
