import type { Signal } from '@assay/contracts'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import ThumbUpOffAltOutlined from '@mui/icons-material/ThumbUpOffAltOutlined'
import Box from '@mui/material/Box'
import { useText } from '../../i18n/text.ts'

const looks = {
  strong: { icon: ThumbUpOffAltOutlined, color: 'rating.strongYes' },
  red_flag: { icon: FlagOutlined, color: 'rating.strongNo' },
} as const

/** The sign alone, for a row whose text takes the room; its word is said to whoever does not see it. */
export const SignalSign = ({ kind }: Pick<Signal, 'kind'>) => {
  const text = useText()
  const { icon: Icon, color } = looks[kind]
  return (
    <Icon
      titleAccess={text(`bank.signalKind.${kind}`)}
      sx={{ fontSize: 18, color, mt: '2px', flexShrink: 0 }}
    />
  )
}

/** Good or bad, as a sign, a word and a colour. */
export const SignalMark = ({ kind }: Pick<Signal, 'kind'>) => {
  const text = useText()
  const { icon: Icon, color } = looks[kind]
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      <Icon aria-hidden sx={{ fontSize: 17, color, mr: 0.75, verticalAlign: '-3px' }} />
      {text(`bank.signalKind.${kind}`)}
    </Box>
  )
}
