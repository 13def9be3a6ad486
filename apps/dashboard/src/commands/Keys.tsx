import Box from '@mui/material/Box'

const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent)
const face = (key: string): string => (key === 'mod' ? (onApple ? '⌘' : 'Ctrl') : key)

/** Keys as they look on the keyboard. */
export const Keys = ({ keys }: { keys: readonly string[] }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 0.375 }}>
    {keys.map((key) => (
      <Box
        component="kbd"
        key={key}
        sx={{
          font: 'inherit',
          fontSize: '0.75rem',
          lineHeight: 1.5,
          px: 0.625,
          borderRadius: 0.5,
          border: 1,
          borderColor: 'divider',
          bgcolor: 'surface.sunken',
          color: 'text.secondary',
        }}
      >
        {face(key)}
      </Box>
    ))}
  </Box>
)
