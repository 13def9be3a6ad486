import type { Scale, VersionCompetency } from '@assay/contracts'
import ThumbDownOffAltOutlined from '@mui/icons-material/ThumbDownOffAltOutlined'
import ThumbUpOffAltOutlined from '@mui/icons-material/ThumbUpOffAltOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import { memo } from 'react'
import { AnchorScale } from '../../components/AnchorScale.tsx'
import { Prose } from '../../components/Prose.tsx'
import { useText } from '../../i18n/text.ts'
import { listed, twoColumns } from './PreviewQuestion.tsx'

interface BehavioursProps {
  title: string
  texts: readonly string[]
  icon: SvgIconComponent
  tone: string
}

const Behaviours = ({ title, texts, icon: Icon, tone }: BehavioursProps) =>
  texts.length > 0 && (
    <Box sx={{ minWidth: 0 }}>
      <Typography
        variant="subtitle2"
        component="h4"
        sx={{ display: 'flex', gap: 0.75, alignItems: 'center', mb: 0.25 }}
      >
        <Icon aria-hidden sx={{ fontSize: 17, color: tone }} />
        {title}
      </Typography>
      <Typography variant="body2" component="ul" sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.5 }}>
        {listed(texts).map((entry) => (
          <li key={entry.id}>
            <Prose>{entry.text}</Prose>
          </li>
        ))}
      </Typography>
    </Box>
  )

/** One competency as it is rated: what it is, what each level looks like, what to watch for. */
const Rated = memo(({ competency, scale }: { competency: VersionCompetency; scale: Scale }) => {
  const text = useText()
  const { id, name, definition, anchors, strongBehaviours, weakBehaviours } = competency
  return (
    <Box component="article" data-preview={id} sx={{ display: 'grid', gap: 1.5, py: 2.5 }}>
      <Typography variant="h3" sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      {definition && (
        <Typography variant="body2" component="div" color="textSecondary" sx={{ maxWidth: '72ch' }}>
          <Prose>{definition}</Prose>
        </Typography>
      )}
      <AnchorScale anchors={anchors} scale={scale} label={text('interviewPreview.anchors', { name })} />
      <Box sx={twoColumns}>
        <Behaviours
          title={text('bank.field.strongBehaviours')}
          texts={strongBehaviours}
          icon={ThumbUpOffAltOutlined}
          tone="rating.strongYes"
        />
        <Behaviours
          title={text('bank.field.weakBehaviours')}
          texts={weakBehaviours}
          icon={ThumbDownOffAltOutlined}
          tone="rating.strongNo"
        />
      </Box>
    </Box>
  )
})
Rated.displayName = 'Rated'

/** What is rated at the end, by the anchors of each level. */
export const PreviewScorecard = ({
  competencies,
  scale,
}: {
  competencies: readonly VersionCompetency[]
  scale: Scale
}) => competencies.map((competency) => <Rated key={competency.id} competency={competency} scale={scale} />)
