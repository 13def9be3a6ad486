import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useText } from '../i18n/text.ts'
import { useBankCommands } from './bank-commands.ts'
import type { BankResource, BankRow } from './bank-kind.ts'

interface ArchiveButtonProps {
  resource: BankResource
  row: BankRow
  title: string
}

/** Putting away and taking back, after the consequences were read. */
export const ArchiveButton = ({ resource, row, title }: ArchiveButtonProps) => {
  const text = useText()
  const notify = useNotify()
  const commands = useBankCommands(resource)
  const verb = row.archivedAt ? 'restore' : 'archive'
  // Held while the dialog is open: the row has changed by the time it closes.
  const [asked, setAsked] = useState<'archive' | 'restore' | null>(null)
  return (
    <>
      <Button variant="outlined" onClick={() => setAsked(verb)}>
        {text(`bank.${verb}`)}
      </Button>
      {asked && (
        <ConfirmDialog
          title={text(`bank.${asked}Title`, { title })}
          verb={text(`bank.${asked}`)}
          onClose={() => setAsked(null)}
          work={async () => {
            await commands[asked](row)
            notify(`bank.${asked}Done`, { messageArgs: { title } })
          }}
        >
          {`${text(`bank.${asked}Text`)} ${text(`bank.kind.${resource}.${asked}Text`)}`}
        </ConfirmDialog>
      )}
    </>
  )
}
