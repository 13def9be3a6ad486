import type { VersionStatus } from '@assay/contracts'
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined'
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import type { ReactNode } from 'react'
import { StatusMark } from '../components/StatusMark.tsx'
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
  return <StatusMark look={looks[status]}>{children ?? text(`template.status.${status}`)}</StatusMark>
}
