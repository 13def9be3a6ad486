import type { Decision } from '@assay/contracts'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

type Group = Decision['groups'][number]

const list = { m: 0, p: 0, display: 'grid', gap: 0.5, '& > li': { listStyle: 'none' } } as const

const Person = ({ person: { name, hasApproved, unavailable } }: { person: Group['people'][number] }) => {
  const text = useText()
  const Icon = hasApproved ? CheckCircleOutlined : HourglassEmptyOutlined
  return (
    <Box component="li" sx={{ display: 'flex', gap: 0.75, alignItems: 'start' }}>
      <Icon
        aria-hidden
        sx={{ fontSize: 18, mt: 0.25, flexShrink: 0, color: hasApproved ? 'success.main' : 'text.secondary' }}
      />
      <span>
        {name}: {text(hasApproved ? 'decision.agreed' : 'decision.notYet')}
        {unavailable && <Box sx={{ color: 'brass.text' }}>{unavailable}</Box>}
      </span>
    </Box>
  )
}

const Answers = ({ answers }: Pick<Decision, 'answers'>) => {
  const text = useText()
  return (
    <Box component="ul" sx={list}>
      {answers.map(({ kind, person, because, madeAt }) => (
        <li key={person.id + madeAt}>
          {text(kind === 'approved' ? 'decision.approvedBy' : 'decision.refusedBy', {
            name: person.name,
            time: formatMoment(madeAt),
            because: because ?? text('decision.refusedWords'),
          })}
        </li>
      ))}
    </Box>
  )
}

/** Who has answered, and while it waits who is asked, in order. */
export const Approvals = ({ decision: { state, groups, answers } }: { decision: Decision }) => {
  const text = useText()
  return (
    <>
      {state === 'waiting' && groups.length > 0 && (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="subtitle2" component="h4">
            {text('decision.groups')}
          </Typography>
          {groups.map(({ needed, approved, people }, place) => (
            <Box key={people.map(({ id }) => id).join()}>
              <Box sx={{ fontWeight: 600 }}>
                {text('decision.group', { place: place + 1, approved, needed })}
              </Box>
              <Box component="ul" sx={list}>
                {people.map((person) => (
                  <Person key={person.id} person={person} />
                ))}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {answers.length > 0 && (
        <Box>
          <Typography variant="subtitle2" component="h4">
            {text('decision.answers')}
          </Typography>
          <Answers answers={answers} />
        </Box>
      )}
    </>
  )
}
