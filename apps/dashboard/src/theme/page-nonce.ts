/** What our own styles carry, so that the content security policy knows them. Browsers hide the attribute and keep the property. */
export const pageNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
