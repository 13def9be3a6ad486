import type { ScorecardsOfApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Notice } from '../../components/Notice.tsx'
import { formatMoment } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'

/** Tells the panel which admins read on while they owed, and why. */
export const GlassBreaks = ({ glassBreaks }: Pick<ScorecardsOfApplication, 'glassBreaks'>) => {
  const text = useText()
  if (glassBreaks.length === 0) return null
  return (
    <Notice kind="warning" title={text('scorecards.glassBroken')}>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {glassBreaks.map(({ person, brokenAt, because }) => (
          <li key={`${person.id} ${brokenAt}`}>
            {text(because ? 'scorecards.glassBrokenBecause' : 'scorecards.glassBrokenBy', {
              name: person.name,
              time: formatMoment(brokenAt),
              because: because ?? '',
            })}
          </li>
        ))}
      </Box>
    </Notice>
  )
}
