export const rejectionReasonMessages = {
  rejectionReason: {
    add: 'Add a reason',
    addTitle: 'Add a reason',
    addLead:
      'Its words stay as they are: they stand in the history of applications. Archive one and add another to say it better.',
    name: 'Reason',
    kind: 'Whose choice',
    create: 'Add the reason',
    created: 'The reason is added.',
    kindOf: { ours: 'Our choice', theirs: 'The candidate’s choice' },
    about: {
      ours: 'Offered when an application is rejected.',
      theirs: 'Offered when a candidate withdraws.',
    },
    none: 'No reason is in use.',
    archivedPart: 'Archived',
    archivedAbout: 'Not offered any more. They stay readable where they were given.',
    archive: 'Archive',
    archiveOf: 'Archive “%{name}”',
    archiveTitle: 'Archive “%{name}”?',
    archiveText: 'It is not offered any more. It stays readable where it was given, and it can be restored.',
    archived: '“%{name}” is archived.',
    restore: 'Restore',
    restoreOf: 'Restore “%{name}”',
    restored: '“%{name}” is offered again.',
  },
}
