import type { VersionStatus } from '@assay/contracts'
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined'
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'

const looks = {
  draft: { icon: EditNoteOutlined, color: 'text.secondary', ground: 'surface.sunken' },
  in_review: { icon: RateReviewOutlined, color: 'brass.text', ground: 'tint.brass' },
  published: { icon: VerifiedOutlined, color: 'primary.main', ground: 'tint.verdigris' },
  retired: { icon: Inventory2Outlined, color: 'text.secondary', ground: 'transparent' },
} as const

/** Where a version stands, by sign, colour and word. */
export const VersionStatusMark = ({ status, children }: { status: VersionStatus; children?: ReactNode }) => {
  const text = useText()
  const { icon: Icon, color, ground } = looks[status]
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.875,
        py: 0.125,
        borderRadius: 0.75,
        bgcolor: ground,
        color,
        fontSize: '0.813rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {children ?? text(`template.status.${status}`)}
    </Box>
  )
}
