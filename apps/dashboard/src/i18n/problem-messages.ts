import type { FailureCode } from '../api/problem.ts'

type Words = {
  /** What happened, in one line. */
  title: string
  /** What is kept, and what to do now. */
  cure: string
}

const problem: Record<FailureCode, Words> = {
  validation_failed: {
    title: 'Some of this cannot be saved yet.',
    cure: 'Nothing was saved. The fields that need a change say why.',
  },
  malformed_body: {
    title: 'The server could not read this.',
    cure: 'Nothing was saved. Reload the page and try again.',
  },
  body_too_large: {
    title: 'This is too large to save.',
    cure: 'Nothing was saved. Shorten it and try again.',
  },
  unsupported_media_type: {
    title: 'The server does not take this kind of content.',
    cure: 'Nothing was saved. Reload the page and try again.',
  },
  unauthenticated: { title: 'You are signed out.', cure: 'Sign in to go on where you were.' },
  cross_site_request: {
    title: 'This request did not come from Assay itself, so it was refused.',
    cure: 'Nothing was changed. Open Assay in its own tab and try again.',
  },
  forbidden: {
    title: 'You may not do this.',
    cure: 'Nothing was changed. An admin of your organization can change what your role may do.',
  },
  not_found: {
    title: 'This is not here, or not for you to see.',
    cure: 'The address may be mistyped, or what it showed was removed.',
  },
  revision_required: {
    title: 'The page did not say which state it was changing.',
    cure: 'Nothing was saved. Reload the page and try again.',
  },
  revision_conflict: {
    title: 'Someone saved this while you had it open.',
    cure: 'What you typed is kept. Compare the two and choose.',
  },
  idempotency_mismatch: {
    title: 'This was sent before with other content.',
    cure: 'The first one stands. Reload to see it before you try again.',
  },
  idempotency_in_flight: { title: 'This is being done already.', cure: 'Wait a moment, then look again.' },
  rate_limited: {
    title: 'Too many attempts.',
    cure: 'What you typed is kept. Wait a minute, then try again.',
  },
  busy: { title: 'Assay is busy right now.', cure: 'What you typed is kept. Try again in a few seconds.' },
  unavailable: {
    title: 'Assay cannot answer right now.',
    cure: 'What is on screen is kept. It usually passes within a minute; try again then.',
  },
  internal: {
    title: 'Something went wrong on our side.',
    cure: 'What is on screen is kept. Try again; if it stays, give your admin the request number.',
  },
  already_set_up: { title: 'Assay is set up already.', cure: 'Sign in, or ask an admin for an invitation.' },
  link_invalid: {
    title: 'This link does not work any more.',
    cure: 'Links work once and for a limited time. Ask for a new one.',
  },
  wrong_credentials: {
    title: 'The e-mail address or the password is not right.',
    cure: 'Check both and try again, or set a new password.',
  },
  wrong_password: { title: 'That is not your current password.', cure: 'Nothing was changed. Try again.' },
  password_refused: {
    title: 'This password is too easy to guess.',
    cure: 'Choose another: a short sentence only you would say is easy to remember.',
  },
  email_taken: {
    title: 'This address belongs to someone already.',
    cure: 'Nobody was invited. Look for the person in the list, or use another address.',
  },
  name_taken: {
    title: 'There is one of this name already.',
    cure: 'Nothing was changed. Open that one, or choose other words: case and accents make no difference.',
  },
  applied_already: {
    title: 'This candidate is in this pipeline already.',
    cure: 'Nothing was added. Open that application, and reopen it if it is over.',
  },
  entry_in_use: {
    title: 'This is used, so it stays.',
    cure: 'Nothing was changed. Archive it instead: it stays where it is used and is not offered any more.',
  },
  version_immutable: {
    title: 'This version cannot be changed any more.',
    cure: 'What you typed is still on screen. Make a new version to go on with it.',
  },
  version_incomplete: {
    title: 'Something is missing before this can be sent on.',
    cure: 'The draft is kept as it is. Each gap is listed with its place.',
  },
  scorecard_incomplete: {
    title: 'Something is missing in this scorecard.',
    cure: 'What you wrote is saved. Each gap is named with its place.',
  },
  snapshot_changed: {
    title: 'A scorecard changed since you looked.',
    cure: 'Nothing was decided. Look at what changed, then decide again.',
  },
  approver_missing: {
    title: 'Somebody who has to agree cannot.',
    cure: 'Nothing was recorded. An admin changes who agrees to decisions of this job.',
  },
  step_refused: {
    title: 'This version is somewhere else by now.',
    cure: 'Nothing was changed. Look at its present state, then go on from there.',
  },
  second_person_required: {
    title: 'A second person publishes here.',
    cure: 'Nothing was changed. Send it to review, or ask another admin to publish it.',
  },
  last_admin: {
    title: 'This is the last admin.',
    cure: 'Nothing was changed. Make someone else an admin first, so that nobody is locked out.',
  },
  own_account: {
    title: 'You cannot do this to your own account.',
    cure: 'Nothing was changed. Another admin can do it for you.',
  },
  limit_reached: {
    title: 'There are as many as there can be.',
    cure: 'Remove one you no longer need, then try again.',
  },
  file_refused: {
    title: 'This file is not of a kind that is taken.',
    cure: 'Nothing was stored. PDF, Word (.docx), plain text or Markdown, and JSON Resume are taken.',
  },
  file_too_large: {
    title: 'This file is too large.',
    cure: 'Nothing was stored. A file may have at most 10 MB; save it smaller and try again.',
  },
  files_unavailable: {
    title: 'The place where files are kept does not answer.',
    cure: 'Nothing was stored or lost, and everything without files goes on. Tell your admin.',
  },
  document_exists: {
    title: 'This candidate has this file already.',
    cure: 'It was not stored a second time. You find it among the documents.',
  },
  network: {
    title: 'No answer from the server.',
    cure: 'What is on screen is kept. Check your connection and try again.',
  },
}

export const problemMessages = {
  problem,
  failure: {
    retry: 'Try again',
    request: 'Request number %{id}',
    retryAfter: 'Try again in %{smart_count} second. |||| Try again in %{smart_count} seconds.',
    reload: 'Reload the page',
    reloadTitle: 'A part of Assay could not be loaded.',
    reloadText: 'It was updated, or the connection dropped. Nothing saved is lost; reload to go on.',
    brokenTitle: 'This page stopped working.',
    brokenText:
      'Everything saved is safe on the server. Reload the page; if it happens again, tell your admin what you did.',
    home: 'Go to the first page',
  },
}
