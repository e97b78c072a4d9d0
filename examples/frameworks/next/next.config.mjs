/** This folder is the whole project, whatever stands around it. */
const root = import.meta.dirname;

export default { turbopack: { root }, outputFileTracingRoot: root };
