import type { ScorecardDraft, ScorecardGap } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useMemo } from 'react'
import { useText } from '../../i18n/text.ts'
import { type Kit, questionsOf } from '../room-context.ts'
import { RatingCard } from './RatingCard.tsx'

interface RatingsProps {
  kit: Kit
  ratings: ScorecardDraft['ratings']
  /** Whose anchors are open; the first that is not rated when nobody chose. */
  openId: string | null
  gaps: readonly ScorecardGap[]
  refusals: ReadonlyMap<string, string>
  children: ReactNode
}

/** Every competency of the kit, one of them open with its anchors. */
export const Ratings = ({ kit, ratings, openId, gaps, refusals, children }: RatingsProps) => {
  const text = useText()
  const questions = useMemo(() => questionsOf(kit), [kit])
  return (
    <>
      <Box sx={{ p: 2 }}>
        <Typography variant="h2">{text('scorecard.rating.title')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {text('scorecard.rating.about')}
        </Typography>
      </Box>
      {kit.competencies.map((competency) => (
        <RatingCard
          key={competency.id}
          competency={competency}
          scale={kit.scale}
          rating={ratings[competency.id]}
          questions={questions}
          isOpen={competency.id === openId}
          gap={gaps.find(({ competencyId }) => competencyId === competency.id)?.because}
          refusals={refusals}
        />
      ))}
      {children}
    </>
  )
}
