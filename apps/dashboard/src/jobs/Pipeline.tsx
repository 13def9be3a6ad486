import type { Job } from '@assay/contracts'
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { usePermitted } from '../api/current-session.ts'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { templateAddress } from '../interview-templates/template-address.ts'

type Stage = Job['stages'][number]
type Held = Stage['templates'][number]

const grid = {
  m: 0,
  p: 0,
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(220px, 1fr))' },
} as const

const Interview = ({ held }: { held: Held }) => {
  const text = useText()
  const mayRead = usePermitted('interview-templates.read')
  return (
    <Box component="li" sx={{ listStyle: 'none', '& + &': { mt: 1 }, overflowWrap: 'anywhere' }}>
      {mayRead ? <TextLink to={templateAddress(held.templateId)}>{held.name}</TextLink> : held.name}
      <Typography variant="body2" color="textSecondary">
        {text('job.stage.panelists', { smart_count: held.panelists })}
        {!held.isPublished && ` · ${text('job.stage.unpublished')}`}
      </Typography>
    </Box>
  )
}

const StageCard = ({ stage, number }: { stage: Stage; number: number }) => {
  const text = useText()
  return (
    <Paper
      component="li"
      variant="outlined"
      sx={{ listStyle: 'none', borderRadius: 1.5, p: 2, display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <Typography variant="h3" sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ color: 'text.secondary', mr: 0.75 }}>
          {number}
        </Box>
        {stage.name}
      </Typography>
      {stage.templates.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {text('job.stage.none')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0 }}>
          {stage.templates.map((held) => (
            <Interview key={held.templateId} held={held} />
          ))}
        </Box>
      )}
      {stage.requiresScorecards && (
        <Box
          sx={{
            mt: 'auto',
            display: 'flex',
            gap: 0.75,
            alignItems: 'center',
            fontSize: '0.813rem',
            color: 'text.secondary',
          }}
        >
          <TaskAltOutlined aria-hidden sx={{ fontSize: 16 }} />
          {text('job.stage.requires')}
        </Box>
      )}
    </Paper>
  )
}

/** The way of an application, stage by stage. */
export const Pipeline = ({ stages }: { stages: readonly Stage[] }) => (
  <Box component="ol" sx={grid}>
    {stages.map((stage, place) => (
      <StageCard key={stage.id} stage={stage} number={place + 1} />
    ))}
  </Box>
)
