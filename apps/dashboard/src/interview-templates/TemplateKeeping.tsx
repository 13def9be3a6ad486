import { cloneInterviewTemplate, type InterviewTemplate } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import { NamingDialog } from './NamingDialog.tsx'
import { versionAddress } from './template-address.ts'
import { useTemplateCommands } from './template-commands.ts'

type Template = { template: InterviewTemplate; onClose: () => void }

const CloneDialog = ({ template: { id, name }, onClose }: Template) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useTemplateCommands()
  return (
    <NamingDialog
      title={text('templatePage.cloneTitle', { name })}
      lead={text('templatePage.cloneLead')}
      verb={text('templatePage.clone')}
      shape={cloneInterviewTemplate}
      start={{ name: text('templatePage.cloneOf', { name }).slice(0, 120) }}
      onClose={onClose}
      send={async (facts) => {
        const { open } = await commands.clone(id, facts.name)
        notify('templatePage.cloned')
        if (open[0]) await navigate(versionAddress(open[0].id))
      }}
    />
  )
}

const ArchiveDialog = ({ template: { id, name, archivedAt }, onClose }: Template) => {
  const text = useText()
  const notify = useNotify()
  const commands = useTemplateCommands()
  // Held while the dialog is open: the template has changed by the time it closes.
  const [verb] = useState<'archive' | 'restore'>(archivedAt ? 'restore' : 'archive')
  return (
    <ConfirmDialog
      title={text(`templatePage.${verb}Title`, { name })}
      verb={text(`templatePage.${verb}`)}
      onClose={onClose}
      work={async () => {
        await commands[verb](id)
        notify(`templatePage.${verb}Done`, { messageArgs: { name } })
      }}
    >
      {text(`templatePage.${verb}Text`)}
    </ConfirmDialog>
  )
}

/** What is done with a template as a whole. */
export const TemplateKeeping = ({ template }: { template: InterviewTemplate }) => {
  const text = useText()
  const mayManage = usePermitted('interview-templates.manage')
  const [open, setOpen] = useState<'clone' | 'archive' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={text('templatePage.manage')} about={text('templatePage.manageAbout')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => setOpen('clone')}>
          {text('templatePage.clone')}
        </Button>
        {mayManage && (
          <Button variant="outlined" onClick={() => setOpen('archive')}>
            {text(template.archivedAt ? 'templatePage.restore' : 'templatePage.archive')}
          </Button>
        )}
      </Box>
      {open === 'clone' && <CloneDialog template={template} onClose={close} />}
      {open === 'archive' && <ArchiveDialog template={template} onClose={close} />}
    </Section>
  )
}
