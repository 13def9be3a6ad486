import type { Debrief, DebriefVote } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../i18n/text.ts'
import { namesOf } from './names-of.ts'

type AllVotes = NonNullable<Debrief['votes']>

const table = {
  borderCollapse: 'collapse',
  width: '100%',
  maxWidth: 640,
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    py: 1,
    pr: 2,
    borderBottom: 1,
    borderColor: 'divider',
    overflowWrap: 'anywhere',
  },
  '& th': { fontWeight: 600 },
} as const

const Cast = ({ vote }: { vote: DebriefVote | undefined }) => {
  const text = useText()
  if (!vote) return <Box sx={{ color: 'text.secondary' }}>{text('debrief.noVote')}</Box>
  return (
    <>
      {text(`scorecard.end.${vote.value}`)}
      {vote.changes > 0 && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.813rem' }}>
          {text('debrief.changed', { smart_count: vote.changes })}
        </Box>
      )}
    </>
  )
}

const NotHeard = ({ people }: { people: AllVotes['voters'] }) => {
  const text = useText()
  return (
    <Typography variant="body2" color="textSecondary">
      {people.length === 0 ? text('debrief.allHeard') : text('debrief.notHeard', { names: namesOf(people) })}
    </Typography>
  )
}

/** How everybody voted before talking and after it; before it, only who has voted. */
export const Votes = ({ votes }: { votes: AllVotes }) => {
  const text = useText()
  const { before, after, voters, notHeard } = votes
  if (before === null) {
    return (
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <Typography variant="body2">{text('debrief.sealed')}</Typography>
        <NotHeard people={notHeard.before} />
      </Box>
    )
  }
  const people = new Map(
    [...voters, ...[...before, ...after].map(({ person }) => person)].map((one) => [one.id, one]),
  )
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{text('debrief.person')}</th>
            <th scope="col">{text('debrief.beforeTalking')}</th>
            <th scope="col">{text('debrief.afterTalking')}</th>
          </tr>
        </thead>
        <tbody>
          {[...people.values()].map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                <Cast vote={before.find(({ person }) => person.id === id)} />
              </td>
              <td>
                <Cast vote={after.find(({ person }) => person.id === id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      <NotHeard people={notHeard.after} />
    </Box>
  )
}
