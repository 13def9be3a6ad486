// Stands in for a polyfill that i18n pulls in for browsers of ten years ago.
module.exports = Object.hasOwn
