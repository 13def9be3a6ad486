import type { Role } from '@assay/contracts'

export interface DemoPerson {
  name: string
  email: string
  role: Role
  /** Somebody who has not accepted the invitation yet, or does not work here any more. */
  status?: 'invited' | 'disabled'
}

/** The first of each role is printed with a password. */
export const people: [DemoPerson, ...DemoPerson[]] = [
  { name: 'Amara Okafor', email: 'amara.okafor@northwind.example', role: 'admin' },
  { name: 'Ruth Lindqvist', email: 'ruth.lindqvist@northwind.example', role: 'recruiter' },
  { name: 'Mateo Alvarez', email: 'mateo.alvarez@northwind.example', role: 'hiring_manager' },
  { name: 'Ines Duarte', email: 'ines.duarte@northwind.example', role: 'interviewer' },
  { name: 'Kenji Watanabe', email: 'kenji.watanabe@northwind.example', role: 'interviewer' },
  { name: 'Priya Raman', email: 'priya.raman@northwind.example', role: 'interviewer' },
  { name: 'Tomasz Zielinski', email: 'tomasz.zielinski@northwind.example', role: 'interviewer' },
  { name: 'Leila Haddad', email: 'leila.haddad@northwind.example', role: 'hiring_manager' },
  {
    name: 'Noah Bergström',
    email: 'noah.bergstrom@northwind.example',
    role: 'interviewer',
    status: 'invited',
  },
  {
    name: 'Clara Fontaine',
    email: 'clara.fontaine@northwind.example',
    role: 'recruiter',
    status: 'disabled',
  },
]
