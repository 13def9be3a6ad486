/** Where a document's file lies in the store: ids of ours only. */
export const keyOf = (organizationId: string, id: string): string => `${folderOf(organizationId)}/${id}`

export const folderOf = (organizationId: string): string => `candidate-documents/${organizationId}`

export const idOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1)
