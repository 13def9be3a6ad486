import type { Question, User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import { Command } from 'cmdk'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../i18n/text.ts'
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

const People = ({ query, people }: { query: string; people: readonly User[] }) => {
  const text = useText()
  const navigate = useNavigate()
  if (people.length === 0) return null
  return (
    <Command.Group heading={text('command.people')}>
      {people.map(({ id, name, email }) => (
        <Entry
          key={id}
          value={`${query} ${name} ${id}`}
          more={email}
          onGo={() => void navigate(`/users/${id}/show`)}
        >
          {name}
        </Entry>
      ))}
    </Command.Group>
  )
}

const Questions = ({ query, questions }: { query: string; questions: readonly Question[] }) => {
  const text = useText()
  const navigate = useNavigate()
  if (questions.length === 0) return null
  return (
    <Command.Group heading={text('command.questions')}>
      {questions.map(({ id, title, minutes }) => (
        <Entry
          key={id}
          value={`${query} ${title} ${id}`}
          more={text('bank.minutes', { smart_count: minutes })}
          onGo={() => void navigate(`/question-bank/questions/${id}`)}
        >
          {title}
        </Entry>
      ))}
    </Command.Group>
  )
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

/** Every page, action, question and person from the keyboard. */
export const CommandPalette = () => {
  const text = useText()
  const [query, setQuery] = useState('')
  const people = useSearch<User>(query, { resource: 'users', needs: 'users.read', by: 'name' })
  const questions = useSearch<Question>(query, {
    resource: 'questions',
    needs: 'question-bank.read',
    by: 'title',
  })
  const searching = people.searching || questions.searching
  const failed = people.failed || questions.failed
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
          <Questions query={query} questions={questions.found} />
          <People query={query} people={people.found} />
        </Command.List>
        <Box component="output" sx={note}>
          {searching && text('command.searching')}
          {failed && text('command.failed')}
        </Box>
      </Command>
    </Dialog>
  )
}
