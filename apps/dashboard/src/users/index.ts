import { lazy } from 'react'
import type { User } from '@assay/contracts'

const UserList = lazy(async () => ({ default: (await import('./UserList.tsx')).UserList }))
const UserShow = lazy(async () => ({ default: (await import('./UserShow.tsx')).UserShow }))

export const users = {
  name: 'users',
  list: UserList,
  show: UserShow,
  recordRepresentation: (user: User) => user.name,
}
