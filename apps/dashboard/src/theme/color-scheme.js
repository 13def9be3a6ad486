// Runs before the first paint (see color-scheme-script.ts). The same key and attribute as in theme.ts.
;(function () {
  let chosen = null
  try {
    chosen = localStorage.getItem('assay.mode')
  } catch {
    // Storage may be refused; the system's choice then stands.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-scheme', dark ? 'dark' : 'light')
})()
