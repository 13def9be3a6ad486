import { type Job, type Role, type TeamRole, teamRoles, type User } from '@assay/contracts'
import { useGetList } from 'ra-core'
import { Choice } from '../components/Choice.tsx'
import { errorIn, useBound } from '../components/form-fields.tsx'
import { PickedList } from '../components/PickedList.tsx'
import { useText } from '../i18n/text.ts'
import type { JobForm } from './job-form.ts'

type Member = Pick<Job['team'][number], 'userId' | 'role'>

/** What somebody of this role most likely does on a team. */
const usual: Record<Role, TeamRole> = {
  admin: 'interviewer',
  recruiter: 'recruiter',
  hiring_manager: 'hiring_manager',
  interviewer: 'interviewer',
}

/** Who works on the job, and as what. */
export const TeamField = ({ form }: { form: JobForm }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'team')
  const team = value as Member[]
  const { data: people = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  return (
    <PickedList
      add={text('job.stageField.person')}
      options={people
        .filter(({ status }) => status !== 'disabled')
        .map(({ id, name }) => ({ value: id, label: name }))}
      nameOf={(id) => byId.get(id)?.name ?? ''}
      value={team}
      onChange={onChange}
      idOf={({ userId }) => userId}
      make={(userId) => ({ userId, role: usual[byId.get(userId)?.role ?? 'interviewer'] })}
      unordered
      error={error}
      ref={ref}
    >
      {(member, place, change) => (
        <Choice
          titled
          size="small"
          label={text('job.stageField.does')}
          value={member.role}
          error={errorIn(form, 'team', place, 'role') ?? errorIn(form, 'team', place, 'userId')}
          options={teamRoles.map((role) => ({ value: role, label: text(`job.teamRole.${role}`) }))}
          onChange={({ target }) => change({ ...member, role: target.value as TeamRole })}
        />
      )}
    </PickedList>
  )
}
