import AddModeratorOutlined from '@mui/icons-material/AddModeratorOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import GroupAddOutlined from '@mui/icons-material/GroupAddOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import PublicOutlined from '@mui/icons-material/PublicOutlined'
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { Cartouche } from '../brand/Cartouche.tsx'
import { Blank } from '../components/Blank.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { useFirstSteps, type Step } from './useFirstSteps.ts'
import { KeysHint } from './Welcome.tsx'

const icons = {
  people: GroupAddOutlined,
  admin: AddModeratorOutlined,
  waiting: HourglassEmptyOutlined,
  timeZone: PublicOutlined,
  review: RateReviewOutlined,
} as const

const Row = ({ step, first }: { step: Step; first: boolean }) => {
  const text = useText()
  const { name, to, values } = step
  const Icon = icons[name]
  return (
    <Box
      component="li"
      sx={{
        listStyle: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
        p: { xs: 2, sm: 2.5 },
        '& + li': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Cartouche size={40} tone="brass">
        <Icon aria-hidden sx={{ fontSize: 20 }} />
      </Cartouche>
      <Box sx={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="h3">{text(`home.step.${name}.title`, values)}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
          {text(`home.step.${name}.text`, values)}
        </Typography>
      </Box>
      <Button component={Link} to={to} variant={first ? 'contained' : 'outlined'}>
        {text(`home.step.${name}.action`)}
      </Button>
    </Box>
  )
}

const Done = ({ steps }: { steps: Step[] }) => {
  const text = useText()
  return (
    <Box
      component="ul"
      sx={{ m: 0, mt: 2, p: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.75 }}
    >
      {steps.map(({ name }) => (
        <Box
          component="li"
          key={name}
          sx={{
            listStyle: 'none',
            display: 'flex',
            alignItems: 'center',
            gap: 0.75,
            color: 'text.secondary',
            fontSize: '0.875rem',
          }}
        >
          <CheckCircleOutlined titleAccess={text('home.done')} sx={{ fontSize: 18, color: 'success.main' }} />
          {text(`home.step.${name}.done`)}
        </Box>
      ))}
    </Box>
  )
}

/** The first minute of an admin, and every minute after: what needs doing, the first thing first. */
export const FirstSteps = () => {
  const text = useText()
  const { steps, isPending, error, retry } = useFirstSteps()
  if (error) return <ProblemState error={error} onRetry={retry} />
  if (isPending) return <PageLoading />
  const open = steps.filter(({ done }) => !done)
  const done = steps.filter(({ done: isDone, name }) => isDone && name !== 'waiting' && name !== 'review')
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {text('home.todo')}
      </Typography>
      <Paper variant="outlined" sx={{ borderRadius: 1.5 }}>
        {open.length > 0 ? (
          <Box component="ul" sx={{ m: 0, p: 0 }}>
            {open.map((step, index) => (
              <Row key={step.name} step={step} first={index === 0} />
            ))}
          </Box>
        ) : (
          <Blank icon={TaskAltOutlined} title={text('home.allDoneTitle')}>
            {text('home.allDoneText')}
          </Blank>
        )}
      </Paper>
      {done.length > 0 && <Done steps={done} />}
      <Box sx={{ mt: 4 }}>
        <KeysHint />
      </Box>
    </>
  )
}
