import SearchOutlined from '@mui/icons-material/SearchOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { openPalette } from '../commands/palette-state.ts'
import { Keys } from '../commands/Keys.tsx'
import { useText } from '../i18n/text.ts'

export const SearchButton = ({ onOpen }: { onOpen?: () => void }) => {
  const text = useText()
  return (
    <Button
      variant="outlined"
      color="secondary"
      fullWidth
      aria-keyshortcuts="Control+K Meta+K"
      startIcon={<SearchOutlined />}
      onClick={() => {
        onOpen?.()
        openPalette('search')
      }}
      sx={{
        justifyContent: 'flex-start',
        fontWeight: 500,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        px: 1.5,
      }}
    >
      <Box component="span" sx={{ flexGrow: 1, textAlign: 'left' }}>
        {text('layout.search')}
      </Box>
      <Keys keys={['mod', 'K']} />
    </Button>
  )
}
