export const TEMPLATES = '/interview-templates'
export const templateAddress = (id: string): string => `${TEMPLATES}/${id}`
export const versionAddress = (id: string): string => `/interview-template-versions/${id}`
export const diffAddress = (id: string, against?: string): string =>
  `${versionAddress(id)}/diff${against ? `?against=${against}` : ''}`
export const sheetAddress = (id: string): string => `${versionAddress(id)}/preparation-sheet`
