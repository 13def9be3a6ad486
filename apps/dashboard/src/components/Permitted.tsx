import type { Permission } from '@assay/contracts'
import type { ReactNode } from 'react'
import { usePermitted } from '../api/current-session.ts'
import { ForbiddenState } from './ForbiddenState.tsx'

/** A page for those who hold a right; the others are told, at the same address. Only hides: the server decides. */
export const Permitted = ({ permission, children }: { permission: Permission; children: ReactNode }) =>
  usePermitted(permission) ? children : <ForbiddenState />
