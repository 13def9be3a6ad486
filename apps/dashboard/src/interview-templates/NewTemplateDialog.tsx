import { createInterviewTemplate } from '@assay/contracts'
import { useNavigate } from 'react-router'
import { useText } from '../i18n/text.ts'
import { NamingDialog } from './NamingDialog.tsx'
import { versionAddress } from './template-address.ts'
import { useTemplateCommands } from './template-commands.ts'

/** A template from nothing; its first draft opens at once. */
export const NewTemplateDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText()
  const navigate = useNavigate()
  const commands = useTemplateCommands()
  return (
    <NamingDialog
      title={text('template.add')}
      lead={text('templatePage.createLead')}
      verb={text('templatePage.create')}
      shape={createInterviewTemplate}
      start={{ name: '', purpose: '' }}
      withPurpose
      onClose={onClose}
      send={async ({ name, purpose = '' }) => {
        const { open } = await commands.create({ name, purpose })
        if (open[0]) await navigate(versionAddress(open[0].id))
      }}
    />
  )
}
