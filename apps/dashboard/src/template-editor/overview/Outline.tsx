import { minutesOf, type VersionContent, type VersionGap } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { useText } from '../../i18n/text.ts'
import { sectionPlace } from '../draft/gap-place.ts'
import { PlaceLink } from './PlaceLink.tsx'

interface OutlineProps {
  content: VersionContent
  gaps: readonly VersionGap[]
}

const item = { fontSize: '0.875rem', lineHeight: 1.4, minWidth: 0 } as const

const gapsWithin = (gaps: readonly VersionGap[], ids: readonly string[]): number =>
  gaps.filter(({ at }) => at.some((id) => ids.includes(id))).length

const Missing = ({ count }: { count: number }) => {
  const text = useText()
  if (count === 0) return null
  return (
    <Box component="span" sx={{ color: 'warning.main', fontWeight: 600 }}>
      {text('templateEditor.outline.missing', { smart_count: count })}
    </Box>
  )
}

interface OutlineSectionProps {
  id: string
  title: string
  questions: number
  minutes: number
  missing: number
}

const OutlineSection = memo(({ id, title, questions, minutes, missing }: OutlineSectionProps) => {
  const text = useText()
  return (
    <Box component="li" sx={{ ...item, fontSize: '0.813rem' }}>
      <PlaceLink place={sectionPlace(id)}>
        {title.trim() || text('templateEditor.section.untitled')}
      </PlaceLink>
      <Box sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
        <span>{text('templateEditor.outline.section', { smart_count: questions, minutes })}</span>
        <Missing count={missing} />
      </Box>
    </Box>
  )
})
OutlineSection.displayName = 'OutlineSection'

const Sections = ({ content, gaps }: OutlineProps) => (
  <Box component="ol" sx={{ m: 0, mt: 0.75, pl: 1.5, listStyle: 'none', display: 'grid', gap: 0.75 }}>
    {content.sections.map((section) => (
      <OutlineSection
        key={section.id}
        id={section.id}
        title={section.title}
        questions={section.questions.length}
        minutes={minutesOf({ sections: [section] })}
        missing={gapsWithin(gaps, [section.id])}
      />
    ))}
  </Box>
)

/** The parts of the draft, each a link to its place. */
export const Outline = (props: OutlineProps) => {
  const text = useText()
  const { content, gaps } = props
  const rated = content.competencies.map(({ id }) => id)
  return (
    <Box component="nav" aria-label={text('templateEditor.outline.label')}>
      <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
        {text('templateEditor.outline.title')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        <Box component="li" sx={item}>
          <PlaceLink place="part-interview">{text('templateEditor.part.interview')}</PlaceLink>
        </Box>
        <Box component="li" sx={item}>
          <PlaceLink place="part-competencies">{text('templateEditor.part.competencies')}</PlaceLink>{' '}
          <Missing count={gapsWithin(gaps, rated)} />
        </Box>
        <Box component="li" sx={item}>
          <PlaceLink place="part-questions">{text('templateEditor.part.questions')}</PlaceLink>
          <Sections {...props} />
        </Box>
        <Box component="li" sx={item}>
          <PlaceLink place="part-checklists">{text('templateEditor.part.checklists')}</PlaceLink>
        </Box>
        <Box component="li" sx={item}>
          <PlaceLink place="part-candidate">{text('templateEditor.part.candidate')}</PlaceLink>
        </Box>
      </Box>
    </Box>
  )
}
