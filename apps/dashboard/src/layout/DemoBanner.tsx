import Box from '@mui/material/Box'
import { useCurrentSession } from '../api/current-session.ts'
import { useText } from '../i18n/text.ts'

/** Nobody should put real work into a place that is thrown away. */
export const DemoBanner = () => {
  const text = useText()
  const session = useCurrentSession()
  if (!session?.organization.demo) return null
  return (
    <Box
      component="aside"
      aria-label={text('demo.title')}
      sx={{
        px: { xs: 2, sm: 3, lg: 5 },
        py: 0.75,
        bgcolor: 'tint.brass',
        borderBottom: 1,
        borderColor: 'divider',
        fontSize: '0.875rem',
      }}
    >
      <Box component="strong" sx={{ color: 'brass.text', mr: 1 }}>
        {text('demo.title')}
      </Box>
      {text('demo.text')}
    </Box>
  )
}
