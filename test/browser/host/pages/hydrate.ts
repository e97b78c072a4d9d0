// First, because it prepares Lit before any element is made of it.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '@pullquote/elements/define';
