import type { Candidate, InterviewTemplate, Question, User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import { Command } from 'cmdk'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { candidateAddress } from '../candidates/candidate-requests.ts'
import { occupationOf } from '../candidates/useOccupation.ts'
import { type TextKey, useText } from '../i18n/text.ts'
import { templateAddress } from '../interview-templates/template-address.ts'
import { usePages } from '../layout/usePages.ts'
import { paletteLook } from './palette-look.ts'
import { openPalette } from './palette-state.ts'
import { useActions } from './useActions.ts'
import { useSearch } from './useSearch.ts'

const focusWhenThere = (input: HTMLInputElement | null): void => input?.focus()
const close = () => openPalette(null)

const Entry = ({
  onGo,
  value,
  children,
  more,
}: {
  onGo: () => void
  value: string
  children: ReactNode
  more?: string
}) => (
  <Command.Item
    value={value}
    onSelect={() => {
      close()
      onGo()
    }}
  >
    <span>{children}</span>
    {more && <small>{more}</small>}
  </Command.Item>
)

interface FoundEntry {
  id: string
  name: string
  more: string
  to: string
}

const Found = ({
  query,
  heading,
  entries,
}: {
  query: string
  heading: string
  entries: readonly FoundEntry[]
}) => {
  const navigate = useNavigate()
  if (entries.length === 0) return null
  return (
    <Command.Group heading={heading}>
      {entries.map(({ id, name, more, to }) => (
        <Entry key={id} value={`${query} ${name} ${id}`} more={more} onGo={() => void navigate(to)}>
          {name}
        </Entry>
      ))}
    </Command.Group>
  )
}

/** What the server finds for the typed words, a group for each kind. */
const useFound = (query: string) => {
  const text = useText()
  const candidates = useSearch<Candidate>(query, {
    resource: 'candidates',
    needs: 'candidates.read',
    by: 'name',
  })
  const templates = useSearch<InterviewTemplate>(query, {
    resource: 'interview-templates',
    needs: 'interview-templates.read',
    by: 'name',
  })
  const questions = useSearch<Question>(query, {
    resource: 'questions',
    needs: 'question-bank.read',
    by: 'title',
  })
  const people = useSearch<User>(query, { resource: 'users', needs: 'users.read', by: 'name' })
  const searches = [candidates, templates, questions, people]
  const groups: { heading: TextKey; entries: FoundEntry[] }[] = [
    {
      heading: 'command.candidates',
      entries: candidates.found.map((one) => ({
        id: one.id,
        name: one.name,
        more: [occupationOf(one, text), one.location].filter(Boolean).join(' · '),
        to: candidateAddress(one.id),
      })),
    },
    {
      heading: 'command.templates',
      entries: templates.found.map(({ id, name, published }) => ({
        id,
        name,
        more: published
          ? text('template.version', { number: published.number })
          : text('template.notPublished'),
        to: templateAddress(id),
      })),
    },
    {
      heading: 'command.questions',
      entries: questions.found.map(({ id, title, minutes }) => ({
        id,
        name: title,
        more: text('bank.minutes', { smart_count: minutes }),
        to: `/question-bank/questions/${id}`,
      })),
    },
    {
      heading: 'command.people',
      entries: people.found.map(({ id, name, email }) => ({
        id,
        name,
        more: email,
        to: `/users/${id}/show`,
      })),
    },
  ]
  return {
    groups,
    searching: searches.some(({ searching }) => searching),
    failed: searches.some(({ failed }) => failed),
  }
}

const Destinations = () => {
  const text = useText()
  const navigate = useNavigate()
  const pages = [...usePages(), { to: '/account', label: 'layout.account' } as const]
  const actions = useActions()
  return (
    <>
      <Command.Group heading={text('command.pages')}>
        {pages.map(({ to, label }) => (
          <Entry key={to} value={text(label)} onGo={() => void navigate(to)}>
            {text(label)}
          </Entry>
        ))}
      </Command.Group>
      <Command.Group heading={text('command.actions')}>
        {actions.map(({ label, run }) => (
          <Entry key={label} value={label} onGo={run}>
            {label}
          </Entry>
        ))}
      </Command.Group>
    </>
  )
}

const note = { display: 'block', px: 2.25, '&:not(:empty)': { pb: 1.5 }, color: 'text.secondary' } as const

/** Every page, action, candidate, template, question and person from the keyboard. */
export const CommandPalette = () => {
  const text = useText()
  const [query, setQuery] = useState('')
  const { groups, searching, failed } = useFound(query)
  const title = text('command.title')
  return (
    <Dialog
      open
      onClose={close}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': title } }}
      sx={paletteLook}
    >
      <Command label={title} loop>
        <Command.Input
          ref={focusWhenThere}
          value={query}
          onValueChange={setQuery}
          placeholder={text('command.placeholder')}
        />
        <Command.List label={title}>
          {!searching && <Command.Empty>{text('command.none', { query })}</Command.Empty>}
          <Destinations />
          {groups.map(({ heading, entries }) => (
            <Found key={heading} query={query} heading={text(heading)} entries={entries} />
          ))}
        </Command.List>
        <Box component="output" sx={note}>
          {searching && text('command.searching')}
          {failed && text('command.failed')}
        </Box>
      </Command>
    </Dialog>
  )
}
