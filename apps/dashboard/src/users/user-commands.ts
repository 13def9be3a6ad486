import type { Invitation, InviteUser, Role, User, passwordResetLink } from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { newKey, request } from '../api/request.ts'

export type PasswordResetLink = z.infer<typeof passwordResetLink>

export interface UserCommands {
  invite: (person: InviteUser) => Promise<Invitation>
  renewInvitation: (id: string) => Promise<Invitation>
  makeResetLink: (id: string) => Promise<PasswordResetLink>
  rename: (user: User, name: string) => Promise<User>
  changeRole: (id: string, role: Role) => Promise<User>
  disable: (id: string) => Promise<User>
  enable: (id: string) => Promise<User>
}

const post = async <T>(path: string, body?: unknown, idempotencyKey?: string): Promise<T> =>
  (
    await request<T>(path, {
      method: 'POST',
      ...(body === undefined ? {} : { body }),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    })
  ).data

/** What an admin does with people. Answers with links are secrets, so those carry no idempotency key. */
export const useUserCommands = (): UserCommands => {
  const queries = useQueryClient()
  const thenReload = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work
    await queries.invalidateQueries({ queryKey: ['users'] })
    return result
  }
  return {
    invite: async (person) => await thenReload(post<Invitation>('/invitations', person)),
    renewInvitation: async (id) => await thenReload(post<Invitation>(`/users/${id}/invitation`)),
    makeResetLink: async (id) => await post<PasswordResetLink>(`/users/${id}/password-reset`),
    rename: async (user, name) =>
      await thenReload(
        request<User>(`/users/${user.id}`, { method: 'PATCH', body: { name }, ifMatch: user.revision }).then(
          ({ data }) => data,
        ),
      ),
    changeRole: async (id, role) => await thenReload(post<User>(`/users/${id}/role`, { role }, newKey())),
    disable: async (id) => await thenReload(post<User>(`/users/${id}/disable`, undefined, newKey())),
    enable: async (id) => await thenReload(post<User>(`/users/${id}/enable`, undefined, newKey())),
  }
}
