import { type Job, teamRoles } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PersonMark } from '../components/PersonMark.tsx'
import { useText } from '../i18n/text.ts'

/** Who works on it, by what they do. */
export const Team = ({ team }: { team: Job['team'] }) => {
  const text = useText()
  if (team.length === 0) return <Typography color="textSecondary">{text('job.part.teamNone')}</Typography>
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {teamRoles
        .map((role) => ({ role, people: team.filter((one) => one.role === role) }))
        .filter(({ people }) => people.length > 0)
        .map(({ role, people }) => (
          <div key={role}>
            <Typography variant="subtitle2" component="h3" sx={{ mb: 0.75 }}>
              {text(`job.teamRole.${role}`)}
            </Typography>
            <Box
              component="ul"
              sx={{ m: 0, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1 }}
            >
              {people.map(({ userId, name }) => (
                <Box
                  component="li"
                  key={userId}
                  sx={{ listStyle: 'none', display: 'flex', gap: 1, alignItems: 'center' }}
                >
                  <PersonMark name={name} size={28} />
                  {name}
                </Box>
              ))}
            </Box>
          </div>
        ))}
    </Box>
  )
}
