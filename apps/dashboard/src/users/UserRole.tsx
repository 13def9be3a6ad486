import { changeRole, type Role, type User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { ExplainedButton } from '../components/ExplainedButton.tsx'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { Section } from '../components/Section.tsx'
import { useSchemaForm } from '../components/useSchemaForm.ts'
import { useText } from '../i18n/text.ts'
import { RoleChoice } from './RoleChoice.tsx'
import { useUserCommands } from './user-commands.ts'

export const UserRole = ({ user }: { user: User }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useUserCommands()
  const form = useSchemaForm(changeRole, { role: user.role })
  const [asked, setAsked] = useState<Role | null>(null)
  return (
    <Section title={text('user.detail.role')} about={text('user.detail.roleAbout')}>
      <FormStack onSubmit={(event) => void form.handleSubmit(({ role }) => setAsked(role))(event)}>
        <RoleChoice titled field={form.register('role')} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <ExplainedButton
            type="submit"
            variant="outlined"
            missing={form.watch('role') === user.role && text('saveBar.unchanged')}
          >
            {text('user.detail.changeRole')}
          </ExplainedButton>
        </Box>
      </FormStack>
      {asked && (
        <ConfirmDialog
          title={text('user.detail.changeRoleTitle', { name: user.name, role: text(`role.${asked}`) })}
          verb={text('user.detail.changeRole')}
          onClose={() => setAsked(null)}
          work={async () => {
            await commands.changeRole(user.id, asked)
            notify('user.detail.roleChanged')
          }}
        >
          {text('user.detail.changeRoleText', { means: text(`roleMeans.${asked}`) })}
        </ConfirmDialog>
      )}
    </Section>
  )
}
