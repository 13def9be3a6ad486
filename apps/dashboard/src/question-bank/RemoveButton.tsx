import Button from '@mui/material/Button'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { useText } from '../i18n/text.ts'
import { useBankCommands } from './bank-commands.ts'
import { bankAddress, type BankResource, type BankRow } from './bank-kind.ts'

interface RemoveButtonProps {
  resource: BankResource
  row: BankRow
  title: string
}

/** For what was written here and never used; the server knows whether it was. */
export const RemoveButton = ({ resource, row, title }: RemoveButtonProps) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useBankCommands(resource)
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button color="error" onClick={() => setAsked(true)}>
        {text('bank.remove')}
      </Button>
      {asked && (
        <ConfirmDialog
          grave
          title={text('bank.removeTitle', { title })}
          verb={text('bank.remove')}
          onClose={() => setAsked(false)}
          work={async () => {
            await commands.remove(row)
            notify('bank.removeDone', { messageArgs: { title } })
            void navigate(bankAddress(resource), { replace: true })
          }}
        >
          {text('bank.removeText')}
        </ConfirmDialog>
      )}
    </>
  )
}
