/** Hands a file to the browser to be saved under this name. */
export const saveFile = (content: Blob, name: string): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Taken back after the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
