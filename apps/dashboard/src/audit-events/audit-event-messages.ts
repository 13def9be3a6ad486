import type { AuditAction, Session } from '@assay/contracts'

type SessionEnd = NonNullable<Session['endedBecause']>

/** What happened, as a sentence. `actor` did it, to `subject`. */
const sentence: Record<AuditAction, string> = {
  'organization.created': '%{actor} created the organization.',
  'organization.updated': '%{actor} changed the settings of the organization.',
  'user.invited': '%{actor} invited %{subject}.',
  'user.invitation_renewed': '%{actor} made a new invitation link for %{subject}.',
  'user.invitation_accepted': '%{subject} accepted the invitation.',
  'user.renamed': '%{actor} changed the name of %{subject}.',
  'user.role_changed': '%{actor} changed the role of %{subject}.',
  'user.disabled': '%{actor} disabled %{subject}.',
  'user.enabled': '%{actor} enabled %{subject} again.',
  'session.started': '%{actor} signed in.',
  'session.refused': 'A sign-in as %{subject} was refused.',
  'session.ended': '%{actor} ended a session of %{subject}%{because}.',
  'session.token_reused': 'An old key of a session of %{subject} was used again; the session was ended.',
  'password.changed': '%{subject} changed their password.',
  'password.reset_requested': 'A link for a new password was made for %{subject}.',
  'password.reset': '%{subject} set a new password with a link.',
  'api_token.created': '%{actor} made an API token.',
  'api_token.revoked': '%{actor} revoked an API token.',
  'audit.verified': '%{actor} verified the audit record.',
}

/** Why a session ended, after "because". */
const endedBecause: Record<SessionEnd, string> = {
  signed_out: 'they signed out',
  revoked: 'it was ended from another session',
  password_changed: 'the password was changed',
  password_reset: 'a new password was set with a link',
  disabled: 'the account was disabled',
  token_reused: 'an old copy of its key was used',
  expired: 'it was not used for long',
}

/** The same, short, to choose from. */
const action: Record<AuditAction, string> = {
  'organization.created': 'Organization created',
  'organization.updated': 'Organization changed',
  'user.invited': 'Person invited',
  'user.invitation_renewed': 'Invitation renewed',
  'user.invitation_accepted': 'Invitation accepted',
  'user.renamed': 'Name changed',
  'user.role_changed': 'Role changed',
  'user.disabled': 'Person disabled',
  'user.enabled': 'Person enabled',
  'session.started': 'Signed in',
  'session.refused': 'Sign-in refused',
  'session.ended': 'Session ended',
  'session.token_reused': 'Old session key used',
  'password.changed': 'Password changed',
  'password.reset_requested': 'Password link made',
  'password.reset': 'Password set with a link',
  'api_token.created': 'API token made',
  'api_token.revoked': 'API token revoked',
  'audit.verified': 'Record verified',
}

export const auditEventMessages = {
  audit: {
    title: 'Audit record',
    lead: 'Everything that changed rights, people or records. Entries are only ever added; each carries the hash of the one before it, so a change to any of them shows.',
    sentence,
    action,
    filterAction: 'What happened',
    filterActor: 'Who did it',
    from: 'From',
    to: 'Until',
    about: 'Only about one person',
    aboutClear: 'Show all',
    endedOwn: '%{actor} ended a session of their own%{because}.',
    because: ' (because %{why})',
    endedBecause,
    assay: 'Assay',
    someone: 'Someone',
    gone: 'a person no longer here',
    emptyTitle: 'Nothing is recorded yet.',
    emptyText: 'Sign-ins, invitations and changes appear here by themselves.',
    details: 'Details',
    detailsOf: 'Details of entry %{sequence}',
    sequence: 'Entry',
    hash: 'Hash',
    request: 'Request',
    more: 'Recorded with it',
    verify: {
      button: 'Verify the record',
      title: 'Verification',
      about: 'Recomputes the hash of every entry from the first to the last and compares.',
      running: 'Recomputing every hash…',
      intact: 'All %{count} entries are intact.',
      intactText: 'Checked %{moment}. Nothing was altered, removed or put in between.',
      head: 'Head of the record',
      headAbout:
        'Write it down outside of Assay: with it, even a rewritten or shortened record can be told from this one.',
      broken: 'The record was tampered with.',
      brokenText: 'Checked %{moment}. Keep this database as it is, and compare it with your last backup.',
      finding: {
        altered: 'Entry %{sequence} was altered.',
        missing: 'Entry %{sequence} is missing.',
        out_of_order: 'Entry %{sequence} is out of order.',
        tail_cut: 'The last entries were cut off after entry %{sequence}.',
        rewritten: 'The record was rewritten from entry %{sequence} on.',
        bad_signature: 'The signature of the saved head is wrong.',
      },
      empty: 'There is nothing to verify yet.',
    },
  },
}
