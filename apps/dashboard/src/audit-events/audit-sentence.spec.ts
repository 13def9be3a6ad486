import { describe, expect, it } from '@jest/globals'
import type { AuditEvent } from '@assay/contracts'
import { adminTexts } from '../i18n/admin-texts.ts'
import type { Text } from '../i18n/text.ts'
import { auditDetails, auditSentence, byDay } from './audit-sentence.ts'

const text: Text = (key, values) => adminTexts.translate(key, values)

const event: AuditEvent = {
  id: '1',
  sequence: 1,
  at: '2026-11-23T10:00:00.000Z',
  action: 'user.role_changed',
  actorId: 'a',
  actorName: 'Ana',
  subjectType: 'user',
  subjectId: 'b',
  subjectName: 'Ben',
  details: { from: 'interviewer', to: 'hiring_manager' },
  requestId: null,
  hash: 'x',
}

describe('audit sentences', () => {
  it('tell who did what to whom', () => {
    expect(auditSentence(event, text)).toBe('Ana changed the role of Ben.')
  })

  it('name what acts by itself, and people who are gone', () => {
    const nobody = { ...event, actorId: null, actorName: null, subjectName: null }
    expect(auditSentence(nobody, text)).toBe('Assay changed the role of a person no longer here.')
  })

  it('tell whose session ended, by whom and why', () => {
    const ended = { ...event, action: 'session.ended', details: { because: 'disabled' } } as const
    expect(auditSentence(ended, text)).toBe('Ana ended a session of Ben (because the account was disabled).')
    expect(auditSentence({ ...ended, details: {} }, text)).toBe('Ana ended a session of Ben.')
  })

  it('call a session that someone ended themselves their own, not that of a namesake', () => {
    const own = { ...event, action: 'session.ended', subjectName: 'Ana' } as const
    expect(auditSentence({ ...own, details: { because: 'signed_out' } }, text)).toBe(
      'Ana ended a session of their own (because they signed out).',
    )
    expect(auditSentence({ ...own, details: { because: 'disabled' } }, text)).toBe(
      'Ana ended a session of Ana (because the account was disabled).',
    )
  })

  it('tell a change as from and to, in words', () => {
    expect(auditDetails(event.details, text)).toEqual([{ name: '', value: 'Interviewer → Hiring manager' }])
  })

  it('tell other details by name, lists as lists, numbers as they are', () => {
    expect(
      auditDetails({ changedFields: ['name', 'timeZone'], entries: 12, because: 'signed_out' }, text),
    ).toEqual([
      { name: 'changed fields', value: 'name and timeZone' },
      { name: 'entries', value: '12' },
      { name: 'because', value: 'signed out' },
    ])
  })

  it('stand together by day, in the order they came', () => {
    const later = { ...event, id: '2', at: '2026-11-24T10:00:00.000Z' }
    const days = byDay([later, event, { ...event, id: '3' }], (moment) => moment.slice(0, 10))
    expect(days.map(([day, events]) => [day, events.map(({ id }) => id)])).toEqual([
      ['2026-11-24', ['2']],
      ['2026-11-23', ['1', '3']],
    ])
  })
})
