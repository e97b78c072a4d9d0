/** The pages' only style sheet. Its hash stands in their Content-Security-Policy; a test holds the two together. */
export const PAGE_STYLE = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}
body{margin:0;padding:1rem;max-width:44rem;overflow-wrap:anywhere}
article{border-inline-start:3px solid;padding-inline-start:1rem}
h1{font-size:1.25rem;line-height:1.3;margin:.75rem 0}
h2{font-size:1rem}
p{margin:.5rem 0}
summary{cursor:pointer}
@media print{:root{font:10.5pt/1.4 serif}body{max-width:none;padding:0}a{color:inherit;text-decoration:none}p,h1{break-inside:avoid}}`;

/** SHA-256 of {@link PAGE_STYLE}, base64, as CSP Level 3 writes it. */
export const PAGE_STYLE_HASH = 'sha256-ba/zV7O3b018OVjS710QJoB3tbY/VehIOYcL+zgEs1Q=';
