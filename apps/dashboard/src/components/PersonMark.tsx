import Box from '@mui/material/Box'

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/u)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** A person's initials in the cartouche of the mark. Decoration: the name stands beside it. */
export const PersonMark = ({ name, size = 34 }: { name: string; size?: number }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      display: 'inline-grid',
      placeItems: 'center',
      flexShrink: 0,
      width: size,
      height: size,
      fontSize: size * 0.37,
      fontWeight: 650,
      color: 'primary.main',
      bgcolor: 'tint.verdigris',
      clipPath: 'polygon(28% 0, 72% 0, 100% 28%, 100% 72%, 72% 100%, 28% 100%, 0 72%, 0 28%)',
    }}
  >
    {initials(name)}
  </Box>
)
