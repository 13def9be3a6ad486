import UndoOutlined from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useText } from '../i18n/text.ts'
import type { Carrying } from './useCarrying.ts'

/** Says what was done last, to readers as well, and offers the way back for as long as it stands. */
export const LastChangeBar = ({ carrying: { last, busy, takeBack } }: { carrying: Carrying }) => {
  const text = useText()
  return (
    <Box
      component="output"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        // In sight without moving what is under the pointer.
        position: 'sticky',
        bottom: 16,
        zIndex: 2,
        ...(last
          ? { px: 1.5, mt: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'tint.verdigris' }
          : {}),
      }}
    >
      {last && (
        <>
          <Box component="span" sx={{ py: 0.75, overflowWrap: 'anywhere' }}>
            {last.words}
          </Box>
          {last.changeSetId !== null && (
            <Button size="small" startIcon={<UndoOutlined />} disabled={busy} onClick={() => void takeBack()}>
              {text('application.undo')}
            </Button>
          )}
        </>
      )}
    </Box>
  )
}
