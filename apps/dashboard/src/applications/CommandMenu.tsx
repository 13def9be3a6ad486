import type { Application, ApplicationCommand } from '@assay/contracts'
import MoreVertOutlined from '@mui/icons-material/MoreVertOutlined'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { usePermitted } from '../api/current-session.ts'
import { useText } from '../i18n/text.ts'
import { EndDialog, type EndVerb } from './EndDialog.tsx'
import type { Carrying } from './useCarrying.ts'

interface Stage {
  id: string
  name: string
}

interface CommandMenuProps {
  application: Application
  stages: readonly Stage[]
  carrying: Carrying
}

interface Entry {
  label: string
  command: ApplicationCommand | EndVerb
}

const useEntries = ({ application: { status, stage }, stages }: CommandMenuProps): Entry[][] => {
  const text = useText()
  if (status !== 'active')
    return [[{ label: text('application.do.reopen'), command: { do: 'reopen', note: '' } }]]
  const place = stages.findIndex(({ id }) => id === stage.id)
  const next = stages[place + 1]
  const isLast = place === stages.length - 1
  return [
    [
      ...(next
        ? [
            {
              label: text('application.do.advance', { name: next.name }),
              command: { do: 'advance' } as const,
            },
          ]
        : []),
      ...(isLast ? [{ label: text('application.do.hire'), command: { do: 'hire', note: '' } as const }] : []),
    ],
    stages
      .filter(({ id }) => id !== stage.id && id !== next?.id)
      .map(({ id, name }) => ({
        label: text('application.do.move', { name }),
        command: { do: 'move', stageId: id } as const,
      })),
    [
      { label: text('application.do.reject'), command: 'reject' as const },
      { label: text('application.do.withdraw'), command: 'withdraw' as const },
    ],
  ].filter((group) => group.length > 0)
}

/** All that can be done with one application, by mouse, touch and keyboard alike. */
export const CommandMenu = (props: CommandMenuProps) => {
  const text = useText()
  const { application, carrying } = props
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [ending, setEnding] = useState<EndVerb | null>(null)
  const groups = useEntries(props)
  const { name } = application.candidate
  if (!usePermitted('applications.move') || application.heldBack) return null
  const choose = (command: ApplicationCommand | EndVerb) => {
    setAnchor(null)
    if (typeof command === 'string') setEnding(command)
    else void carrying.carry([application.id], command)
  }
  return (
    <>
      <IconButton
        size="small"
        aria-label={text('application.menu', { name })}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVertOutlined fontSize="small" />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {groups.flatMap((group, place) => [
          ...(place > 0 ? [<Divider key={`before ${group[0]?.label}`} component="li" />] : []),
          ...group.map(({ label, command }) => (
            <MenuItem key={label} dense disabled={carrying.busy} onClick={() => choose(command)}>
              {label}
            </MenuItem>
          )),
        ])}
      </Menu>
      {ending && (
        <EndDialog
          verb={ending}
          name={name}
          onClose={() => setEnding(null)}
          onChosen={async (command) => await carrying.carry([application.id], command)}
        />
      )}
    </>
  )
}
