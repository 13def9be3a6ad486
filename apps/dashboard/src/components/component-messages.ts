export const componentMessages = {
  difference: { before: 'Before', after: 'After', empty: 'empty' },
  field: {
    email: 'E-mail address',
    password: 'Password',
    newPassword: 'New password',
    currentPassword: 'Current password',
    name: 'Your name',
    organizationName: 'Name of your organization',
    optional: 'optional',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
  },
  passwordRule: {
    hint: 'At least %{minimum} characters. A short sentence is easy to remember.',
    missing: '%{smart_count} character to go |||| %{smart_count} characters to go',
    enough: 'Long enough',
  },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    failed: 'Select the text and copy it by hand: the browser did not allow it.',
  },
  slow: { working: 'Working…', still: 'Still working. This takes longer than usual.' },
  saveBar: { unchanged: 'Nothing is changed yet.', empty: 'Nothing is written yet.' },
  offline: {
    title: 'You are offline.',
    text: 'What is on screen stays here. Saving waits until you are connected again.',
    signedOut: 'Connect to the internet to go on. What you typed stays here.',
  },
  notice: { warning: 'Warning', error: 'Problem', success: 'Done', info: 'Note' },
}
