import { renameUser, type User } from '@assay/contracts'
import { useNotify } from 'ra-core'
import { NameForm } from '../account/NameForm.tsx'
import { Section } from '../components/Section.tsx'
import { useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { useUserCommands } from './user-commands.ts'

export const UserRename = ({ user }: { user: User }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useUserCommands()
  const revised = useRevisedForm({
    shape: renameUser,
    record: user,
    pick: ({ name }) => ({ name }),
    save: async ({ name }, base) => {
      const saved = await commands.rename(base, name)
      notify('user.detail.renamed')
      return saved
    },
  })
  return (
    <Section title={text('user.detail.name')} about={text('user.detail.nameAbout')}>
      <NameForm revised={revised} label={text('user.name')} />
    </Section>
  )
}
