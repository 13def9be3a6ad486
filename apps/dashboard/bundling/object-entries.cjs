// Stands in for a polyfill that i18n pulls in for browsers of ten years ago, with its twelve dependencies.
module.exports = Object.entries
