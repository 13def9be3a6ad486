import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

export const BackTo = ({ to, children }: { to: string; children: ReactNode }) => (
  <Button
    component={Link}
    to={to}
    size="small"
    color="secondary"
    startIcon={<ArrowBackOutlined />}
    sx={{ ml: -1, mb: 1 }}
  >
    {children}
  </Button>
)
