import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export type NoticeKind = 'error' | 'warning' | 'success' | 'info'

const looks = {
  error: { icon: ErrorOutlineOutlined, color: 'error.main', ground: 'tint.danger' },
  warning: { icon: WarningAmberOutlined, color: 'warning.main', ground: 'tint.brass' },
  success: { icon: CheckCircleOutlined, color: 'success.main', ground: 'tint.success' },
  info: { icon: InfoOutlined, color: 'info.main', ground: 'tint.info' },
} as const

interface NoticeProps {
  kind: NoticeKind
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Something to know, on the spot it concerns. Problems interrupt a screen reader, the rest waits its turn. */
export const Notice = ({ kind, title, children, action }: NoticeProps) => {
  const { icon: Icon, color, ground } = looks[kind]
  return (
    <Box
      role={kind === 'error' ? 'alert' : 'status'}
      sx={{ display: 'flex', gap: 1.5, p: 1.75, borderRadius: 1.25, bgcolor: ground }}
    >
      <Icon aria-hidden sx={{ color, fontSize: 20, mt: 0.125, flexShrink: 0 }} />
      <Box sx={{ minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' }}>
        <Typography variant="subtitle2" component="p">
          {title}
        </Typography>
        {children && (
          <Typography variant="body2" component="div" sx={{ mt: 0.25 }}>
            {children}
          </Typography>
        )}
        {action && <Box sx={{ mt: 1.25, display: 'flex', gap: 1, flexWrap: 'wrap' }}>{action}</Box>}
      </Box>
    </Box>
  )
}
